//! The worst way as a recording, for `raddle replay`.

use std::{ops::ControlFlow, path::Path};

use super::{CheckArguments, Console, Said, subject::Subject, told::Told};
use crate::{
    app::recording::header,
    choice::Choice,
    cli::{run, unwritable},
    event::Silence,
    host::{Budget, Runner},
    machine::Machine,
};

/// Where it is saved.
#[derive(Debug)]
pub struct Place<'p> {
    path: &'p Path,
    replace: bool,
}

impl<'p> Place<'p> {
    /// The file, if it can be written and none is replaced unasked; none of those that the search comes from is.
    pub fn of(path: &'p Path, wanted: &CheckArguments, subject: &Subject, console: &Console) -> Result<Self, Said> {
        let inputs = [subject.scenario.path.as_deref(), wanted.baseline.as_deref()];
        let replace = run::may_save(path, wanted.force, &inputs, console)?;
        // Better to learn now than after the search that nothing can be written there.
        drop(run::begin(path, replace, console)?);
        Ok(Self { path, replace })
    }

    /// Saves the way to the worst outcome. Returns whether there was one.
    pub fn save(&self, told: &Told, subject: &Subject, console: &Console) -> Result<bool, Said> {
        let Some(worst) = told.worst() else {
            console.complain(&console.words("check-nothing-to-save"), None);
            return Ok(false);
        };
        let choices = told.report.outcomes[worst].witness.choices.clone();
        let mut runner = Runner::new(replayable(&subject.machine, &choices), subject.settings, choices.clone());
        runner.save(
            &header(&subject.scenario, &subject.settings),
            Box::new(run::begin(self.path, self.replace, console)?),
        );
        let budget = Budget { steps: choices.len() as u64, time: None };
        let outcome = runner.run(budget, |_| ControlFlow::Continue(()));
        let saved = match (runner.take_saver(), outcome) {
            (Some(saver), Ok(outcome)) => saver.finish(outcome.end, outcome.steps),
            (Some(saver), Err(_)) => saver.break_off(),
            (None, _) => Ok(()),
        };
        saved.map(|()| true).map_err(|error| {
            unwritable(self.path, &error, console);
            Said
        })
    }
}

/// The machine on which the choices can be made: the time stands still on it if the program goes elsewhere otherwise.
fn replayable(machine: &Machine, choices: &[Choice]) -> Machine {
    let mut trial = machine.clone();
    if choices.iter().all(|&choice| trial.step(choice, &mut Silence).is_ok()) {
        return machine.clone();
    }
    let mut still = machine.clone();
    still.hold_clock();
    still
}
