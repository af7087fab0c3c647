//! Whether a scenario is fit for a class: what it says is complete and fits the screen, and what it says of its runs holds.
//!
//! A finding is data; its words are in `lint.ftl`. `words` looks at what is said, `form` at the program's text, `runs` at what
//! happens. Tests: `tests/house/course.rs` holds every embedded scenario against it.

mod form;
mod runs;
mod words;

use crate::{
    locale::Locale,
    scenario::{Catalogue, Scenario},
};

/// Something that is missing or does not hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The line of the program that it is about, from 1; none if it is about none.
    pub line: Option<u32>,
    key: &'static str,
    arguments: Vec<(&'static str, String)>,
}

impl Finding {
    fn new(key: &'static str) -> Self {
        Self { line: None, key, arguments: Vec::new() }
    }

    #[expect(clippy::needless_pass_by_value, reason = "numbers and texts are given as they come")]
    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    fn at(self, line: u32) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The name of its message.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// What it says.
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        let arguments: Vec<_> = self.arguments.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        locale.format(self.key, &arguments)
    }
}

/// Everything that is missing or does not hold in a scenario among others.
#[must_use]
pub fn findings(scenario: &Scenario, catalogue: &Catalogue) -> Vec<Finding> {
    let mut findings = words::findings(scenario);
    findings.extend(form::findings(scenario, catalogue));
    findings.extend(runs::findings(scenario, catalogue));
    findings
}
