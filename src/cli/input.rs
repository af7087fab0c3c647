//! What a program reads with `input()`: the lines of a file, or what stands on the standard input of a run without a screen.

use std::{
    io::{self, IsTerminal, Read},
    path::Path,
    sync::Arc,
};

use super::{
    Said,
    console::{Console, say},
};
use crate::{host::file, scenario::Scenario};

/// No input is longer, in bytes.
const LONGEST: u64 = 64 << 20;

/// Gives the program what the file has.
pub fn from_file(scenario: &mut Scenario, path: Option<&Path>, console: &Console) -> Result<(), Said> {
    let Some(path) = path else { return Ok(()) };
    let shown = path.display().to_string();
    let bytes = file::read(path, LONGEST).map_err(|error| {
        let arguments = [("path", shown.as_str().into()), ("reason", error.to_string().into())];
        console.complain(&console.locale.format("problem-unreadable", &arguments), Some(&console.words("input-is")));
        Said
    })?;
    give(scenario, bytes.and_then(|bytes| String::from_utf8(bytes).ok()), &shown, console)
}

/// Gives the program what the file has; without one, what is on the standard input, if its text reads that.
pub fn of_run(scenario: &mut Scenario, path: Option<&Path>, console: &Console) -> Result<(), Said> {
    // What the program brings with it needs no asking for.
    if path.is_some() || !scenario.input.is_empty() || !scenario.reads_input() {
        return from_file(scenario, path, console);
    }
    if io::stdin().is_terminal() {
        say(&format!("{}\n", console.words("input-wanted")));
    }
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(LONGEST + 1).read_to_end(&mut bytes);
    let text = read.ok().filter(|&length| length as u64 <= LONGEST).and_then(|_| String::from_utf8(bytes).ok());
    give(scenario, text, "<stdin>", console)
}

fn give(scenario: &mut Scenario, text: Option<String>, name: &str, console: &Console) -> Result<(), Said> {
    let Some(text) = text else {
        let problem = console.locale.format("input-no-text", &[("path", name.into())]);
        console.complain(&problem, Some(&console.words("input-is")));
        return Err(Said);
    };
    scenario.input = Arc::from(text);
    Ok(())
}
