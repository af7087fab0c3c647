//! The program that is searched: with which values of its parameters, and on which machine.

use std::sync::Arc;

use super::{CheckArguments, Console, Said, refuse};
use crate::{
    app::{right_result, settings_of},
    cli::{complaint, input, together},
    compiler::Literal,
    explore::sorted_lines,
    host::Settings,
    machine::Machine,
    scenario::{Catalogue, Scenario},
};

/// The program that is searched.
#[derive(Debug)]
pub struct Subject {
    /// It, with its values.
    pub scenario: Scenario,
    /// How it is run.
    pub settings: Settings,
    /// It before its first step.
    pub machine: Machine,
    /// What it prints when all goes well; none where nobody said, or where it is searched with other values.
    pub prints: Option<String>,
    /// Where that is none: the lines that the fixed version prints, if it finishes soon.
    pub right: Option<Vec<String>>,
    /// The values that it gives itself for a search, where the viewer gave none.
    own_values: Vec<(String, Literal)>,
}

impl Subject {
    /// Opens what was asked for.
    pub fn open(wanted: &CheckArguments, catalogue: &Catalogue, console: &Console) -> Result<Self, Said> {
        let mut scenario = together(wanted.target(), &wanted.others, &wanted.set, catalogue, console)?;
        input::from_file(&mut scenario, wanted.input.as_deref(), console)?;
        Self::of(scenario, wanted, Some(catalogue), console)
    }

    /// A scenario with the values that the command line gives.
    pub fn of(
        mut scenario: Scenario,
        wanted: &CheckArguments,
        catalogue: Option<&Catalogue>,
        console: &Console,
    ) -> Result<Self, Said> {
        let own_values = if wanted.set.is_empty() { scenario.course.check_with.clone() } else { Vec::new() };
        for (name, value) in &own_values {
            scenario.set(name, &value.to_string()).map_err(|error| complaint::parameter(&error, console))?;
        }
        let setup = wanted.processor.setup_with(scenario.setup);
        let setup = setup.map_err(|meaningless| refuse(meaningless.key(), console))?;
        let program = scenario.compile().map_err(|found| complaint::program(&scenario.source, &found, console))?;
        let settings =
            Settings { memory: (wanted.max_memory as usize) << 20, ..settings_of(&setup, Settings::default()) };
        let machine = settings.machine(Arc::new(program));
        let as_written = wanted.set.is_empty() && own_values.is_empty() && !wanted.ignore_output;
        let prints = scenario.course.prints.clone().filter(|_| as_written);
        let compared = prints.is_none() && !wanted.ignore_output && scenario.can_end_wrong();
        let right = catalogue.filter(|_| compared).and_then(|all| right_result(&scenario, all, &settings));
        let right = right.map(|printed| sorted_lines(&printed));
        Ok(Self { scenario, settings, machine, prints, right, own_values })
    }

    /// The options with which the stage shows the program that was searched.
    pub fn flags(&self, wanted: &CheckArguments) -> Vec<String> {
        let own = self.own_values.iter().map(|(name, value)| format!("--set={name}={value}"));
        own.chain(wanted.run_flags()).collect()
    }

    /// With which values it is searched, where those are not the ones that it is run with.
    pub fn note(&self, console: &Console) -> Option<String> {
        let values: Vec<String> = self.own_values.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let arguments = [("values", values.join(&console.words("list-separator")).into())];
        (!values.is_empty()).then(|| console.locale.format("check-own-values", &arguments))
    }

    /// The text of one of its lines, without the blanks around it.
    pub fn line(&self, line: u32) -> &str {
        let source = &self.scenario.source;
        if (1..=source.line_count()).contains(&line) { source.line(line).trim() } else { "" }
    }
}
