//! What `raddle check` takes.

use std::path::PathBuf;

use clap::Args;

use crate::cli::{
    arguments::Processor,
    values::{NotUnderstood, Setting, named, seconds, setting_flags},
};

/// What `check` takes.
#[derive(Args, Debug)]
pub struct CheckArguments {
    #[arg(value_name = "TARGET")]
    pub target: String,
    #[arg(allow_negative_numbers = true, long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub max_states: Option<u64>,
    #[arg(allow_negative_numbers = true, long, value_name = "S", default_value = "60", hide_default_value = true, value_parser = seconds)]
    pub max_seconds: f64,
    #[arg(allow_negative_numbers = true, long, value_name = "MB", default_value_t = 1024, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_memory: u32,
    #[arg(allow_negative_numbers = true, long, value_name = "N")]
    pub preemptions: Option<u32>,
    #[arg(long)]
    pub ignore_output: bool,
    #[arg(long, value_name = "NAME=VALUE")]
    pub set: Vec<Setting>,
    #[command(flatten)]
    pub processor: Processor,
    #[arg(long, value_name = "FILE")]
    pub save: Option<PathBuf>,
    #[arg(long, requires = "save")]
    pub force: bool,
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "NAME", conflicts_with = "json", value_parser = named::<Format, 2>(["junit", "sarif"]))]
    pub format: Option<Format>,
}

/// How a report is written for other programs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// As test results: <https://github.com/testmoapp/junitxml>.
    Junit,
    /// As results of a static analysis: SARIF 2.1.0.
    Sarif,
}

impl std::str::FromStr for Format {
    type Err = NotUnderstood;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "junit" => Ok(Self::Junit),
            "sarif" => Ok(Self::Sarif),
            _ => Err(NotUnderstood),
        }
    }
}

impl CheckArguments {
    /// What was said of the program and how it is searched, as flags again.
    pub fn flags(&self) -> Vec<String> {
        let mut flags: Vec<String> = setting_flags(&self.set).chain(self.processor.flags()).collect();
        flags.extend(self.preemptions.map(|most| format!("--preemptions={most}")));
        flags.extend(self.max_states.map(|most| format!("--max-states={most}")));
        flags.extend(self.ignore_output.then(|| "--ignore-output".to_owned()));
        flags
    }

    /// The options that a run of the program has, too.
    pub fn run_flags(&self) -> impl Iterator<Item = String> {
        setting_flags(&self.set).chain(self.processor.flags())
    }

    /// Whether what goes to stdout is for people.
    pub fn is_for_people(&self) -> bool {
        !self.json && self.format.is_none()
    }
}
