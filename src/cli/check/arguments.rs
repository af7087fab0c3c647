//! What `raddle check` takes.

use std::path::PathBuf;

use clap::{ArgGroup, Args, FromArgMatches as _};

use crate::cli::{
    arguments::Processor,
    values::{NotUnderstood, Setting, named, seconds, setting_flags},
};

/// A search is divided among no more than so many.
const MOST_UNITS: i64 = 100_000;

/// Nor do more threads go on with it.
const MOST_JOBS: i64 = 256;

/// What `check` takes.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[command(group(ArgGroup::new("files").args(["save", "map", "output"]).multiple(true)))]
pub struct CheckArguments {
    #[arg(value_name = "TARGET", required_unless_present = "part")]
    target: Option<String>,
    #[arg(value_name = "TARGET", conflicts_with_all = ["part", "split"])]
    pub others: Vec<String>,
    #[arg(allow_negative_numbers = true, long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub max_states: Option<u64>,
    #[arg(allow_negative_numbers = true, long, value_name = "S", default_value = "60", hide_default_value = true, value_parser = seconds)]
    pub max_seconds: f64,
    #[arg(allow_negative_numbers = true, long, value_name = "MB", default_value_t = 1024, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_memory: u32,
    #[arg(allow_negative_numbers = true, long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=MOST_JOBS))]
    pub jobs: Option<u32>,
    #[arg(allow_negative_numbers = true, long, value_name = "N")]
    pub preemptions: Option<u32>,
    #[arg(long)]
    pub ignore_output: bool,
    #[arg(long, conflicts_with = "part")]
    pub count: bool,
    #[arg(long, value_name = "NAME=VALUE")]
    pub set: Vec<Setting>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["part", "split"])]
    pub input: Option<PathBuf>,
    #[command(flatten)]
    pub processor: Processor,
    #[arg(long, value_name = "FILE", group = "written")]
    pub save: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["part", "split"])]
    pub map: Option<PathBuf>,
    #[arg(long, requires = "files")]
    pub force: bool,
    #[arg(allow_negative_numbers = true, long, value_name = "N", requires = "output", value_parser = clap::value_parser!(u32).range(1..=MOST_UNITS))]
    pub split: Option<u32>,
    #[arg(long, short, value_name = "DIR", requires = "split", group = "written")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["save", "split", "set", "preemptions", "ignore_output", "baseline", "format"])]
    pub part: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
    #[arg(long, value_name = "NAME", conflicts_with = "json", value_parser = named::<Format, 2>(["junit", "sarif"]))]
    pub format: Option<Format>,
}

/// What `merge` takes.
#[derive(Args, Clone, Debug)]
pub struct MergeArguments {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
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
    /// What is searched.
    pub fn target(&self) -> &str {
        self.target.as_deref().unwrap_or_default()
    }

    /// Whether the command line names a program.
    pub fn names_target(&self) -> bool {
        self.target.is_some()
    }

    /// What a command line with this target and these flags would ask for; none if it would not be understood.
    pub fn of(target: &str, flags: &[String]) -> Option<Self> {
        let command = Self::augment_args(clap::Command::new("check").no_binary_name(true));
        let words = flags.iter().map(String::as_str).chain(["--", target]);
        Self::from_arg_matches(&command.try_get_matches_from(words).ok()?).ok()
    }

    /// The same within the limits that another command line gives.
    pub fn within(self, given: &Self) -> Self {
        Self {
            max_seconds: given.max_seconds,
            max_memory: given.max_memory,
            // Units are run side by side by whoever runs them.
            jobs: given.jobs.or(Some(1)),
            max_states: given.max_states.or(self.max_states),
            ..self
        }
    }

    /// The same with its report written as that is asked for.
    pub fn written_as(self, given: &MergeArguments) -> Self {
        let MergeArguments { save, force, baseline, json, format, .. } = given.clone();
        Self { save, force, baseline, json, format, ..self }
    }

    /// What was said of the program and how it is searched, as flags again.
    pub fn flags(&self) -> Vec<String> {
        let mut flags: Vec<String> = setting_flags(&self.set).chain(self.processor.flags()).collect();
        flags.extend(self.preemptions.map(|most| format!("--preemptions={most}")));
        flags.extend(self.max_states.map(|most| format!("--max-states={most}")));
        flags.extend(self.ignore_output.then(|| "--ignore-output".to_owned()));
        flags.extend(self.count.then(|| "--count".to_owned()));
        flags
    }

    /// The options that a run of the program has, too.
    pub fn run_flags(&self) -> impl Iterator<Item = String> {
        let input = self.input.as_ref().map(|path| format!("--input={}", path.display()));
        setting_flags(&self.set).chain(self.processor.flags()).chain(input)
    }

    /// Whether what goes to stdout is for people.
    pub fn is_for_people(&self) -> bool {
        !self.json && self.format.is_none()
    }
}
