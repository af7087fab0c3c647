//! The command line: one file a command.
//!
//! `arguments` says what can be asked for, `help` puts it into the viewer's language, `console` writes to the terminal,
//! `complaint` says what is wrong, `verdict` how a run ended. Tests: `tests/cli/commands.rs` runs the real program.

mod arguments;
mod begin;
mod check;
mod choices;
mod complaint;
mod completions;
mod console;
mod export;
mod from_stage;
mod help;
mod input;
mod kept;
mod lack;
mod lint;
mod list;
mod live;
mod man;
mod new;
mod notes;
mod overwrite;
mod progress;
mod replay;
mod run;
mod screen;
mod text;
mod times;
mod usage;
mod values;
mod verdict;
mod why;
mod wrong;

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::FromArgMatches;

use crate::scenario::{Catalogue, Scenario, open};
use arguments::{Arguments, Command};
use console::Console;
use values::Setting;

/// Bad usage, or a program that cannot be run.
const REFUSED: u8 = 2;

/// What a command came to: the exit code, or why it could not write.
type Ending = io::Result<u8>;

/// Something was wrong and has been said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Said;

/// Runs the program with its arguments.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let console = Console::new(&arguments, |name| std::env::var(name).ok());
    let ending = match help::command(&console).try_get_matches_from(arguments) {
        Ok(matches) => Arguments::from_arg_matches(&matches)
            .map_or_else(|error| usage::answer(&error, &console), |arguments| obey(arguments, &console)),
        Err(error) => usage::answer(&error, &console),
    };
    ExitCode::from(ending.unwrap_or_else(|error| console.cannot_write(&error)))
}

fn obey(arguments: Arguments, console: &Console) -> Ending {
    let Arguments { screen, command, scenarios, .. } = arguments;
    let Some(command) = command else { return screen::run(&screen, &scenarios, console) };
    if screen.is_given() {
        refuse("usage-screen-options", console);
        return Ok(REFUSED);
    }
    match command {
        Command::List { json, concepts } => list::run((json, concepts), &scenarios, console),
        Command::Notes { target } => notes::run(&target, &scenarios, console),
        Command::Lint { target } => lint::run(&target, &scenarios, console),
        Command::New { name } => new::run(&name, console),
        Command::Run(wanted) => run::run(&wanted, &scenarios, console),
        Command::Check(wanted) => check::run(&wanted, &scenarios, console),
        Command::Merge(given) => check::merge(&given, &scenarios, console),
        Command::Replay(wanted) => replay::run(wanted, &scenarios, console),
        Command::Export(wanted) => export::run(&wanted, &scenarios, console),
        Command::Completions { shell } => completions::run(shell, console),
        Command::Man => man::run(console),
        Command::Help { of } => help::run(of.as_deref(), console),
    }
}

/// Says that the command line makes no sense.
fn refuse(key: &str, console: &Console) -> Said {
    console.complain(&console.words(key), None);
    Said
}

/// Says that a scenario has no tour.
fn no_tour(target: &str, console: &Console) -> Said {
    let problem = console.locale.format("no-tour", &[("target", target.into())]);
    console.complain(&problem, Some(&console.words("tours-are")));
    Said
}

/// The embedded scenarios and those of the folders; what is wrong with a file of a folder is said.
fn catalogue(folders: &[PathBuf], console: &Console) -> Result<Catalogue, Said> {
    let mut catalogue = Catalogue::embedded();
    for folder in folders {
        catalogue.add_folder(folder).map_err(|error| complaint::opening(&error, console))?;
    }
    for problem in catalogue.problems() {
        complaint::opening(problem, console);
    }
    Ok(catalogue)
}

/// The scenario with its parameters set.
fn scenario(target: &str, set: &[Setting], catalogue: &Catalogue, console: &Console) -> Result<Scenario, Said> {
    if replay::is_recording(target) && catalogue.find(target).is_none() {
        let problem = console.locale.format("recording-is-no-program", &[("path", target.into())]);
        console.complain(&problem, Some(&console.words("recording-is-no-program-advice")));
        return Err(Said);
    }
    let scenario = open(target, catalogue).map_err(|error| complaint::opening(&error, console))?;
    with_settings(scenario, set, console)
}

/// The scenario, or several as one: each is compiled by itself first, so that what is wrong is told of its own text.
fn together(
    target: &str,
    others: &[String],
    set: &[Setting],
    catalogue: &Catalogue,
    console: &Console,
) -> Result<Scenario, Said> {
    let first = scenario(target, set, catalogue, console)?;
    if others.is_empty() {
        return Ok(first);
    }
    let mut all = vec![first];
    for other in others {
        all.push(scenario(other, set, catalogue, console)?);
    }
    for one in &all {
        one.compile().map_err(|found| complaint::program(&one.source, &found, console))?;
    }
    Ok(Scenario::together(&all))
}

/// The scenario with other values of its parameters.
fn with_settings(mut scenario: Scenario, set: &[Setting], console: &Console) -> Result<Scenario, Said> {
    for Setting { name, value } in set {
        scenario.set(name, value).map_err(|error| complaint::parameter(&error, console))?;
    }
    Ok(scenario)
}

/// Says that a file cannot be written.
fn unwritable(path: &Path, error: &io::Error, console: &Console) -> u8 {
    let arguments = [("path", path.display().to_string().into()), ("reason", error.to_string().into())];
    console.complain(&console.locale.format("unwritable", &arguments), None);
    REFUSED
}
