//! Choices that are given: in a file, or as a schedule's short text.

use std::path::Path;

use super::{Said, console::Console};
use crate::{
    choice::Choice,
    host::{
        file,
        schedule_text::{self, MARK, NotASchedule},
    },
    machine::Machine,
};

/// The choices that are given for the program that the machine is at the start of.
pub fn read(given: &Path, start: &Machine, console: &Console) -> Result<Vec<Choice>, Said> {
    match given.to_str().filter(|text| text.starts_with(MARK)) {
        Some(text) => schedule_text::read(start, text).map_err(|wrong| complain(wrong, console)),
        None => of_file(given, console),
    }
}

fn complain(wrong: NotASchedule, console: &Console) -> Said {
    let (problem, advice) = match wrong {
        NotASchedule::Version(text) => {
            (console.locale.format("schedule-version", &[("text", text.into())]), "schedule-made-by")
        }
        NotASchedule::OtherProgram => (console.words("schedule-other-program"), "schedule-made-by"),
        NotASchedule::Part(part) => {
            (console.locale.format("schedule-part", &[("part", part.into())]), "schedule-made-by")
        }
        NotASchedule::NotPossible { step, choice } => {
            let arguments = [("number", step.into()), ("choice", choice.to_string().into())];
            (console.locale.format("schedule-impossible", &arguments), "choices-of-another-program")
        }
    };
    console.complain(&problem, Some(&console.words(advice)));
    Said
}

/// A file with choices is no longer than so many bytes: no run makes so many.
const LONGEST_CHOICES: u64 = 32 << 20;

/// The choices in a file: words between blanks, or a JSON array of them. What follows `#` on a line is a comment.
fn of_file(file: &Path, console: &Console) -> Result<Vec<Choice>, Said> {
    let path = ("path", file.display().to_string().into());
    let unreadable = |reason: String| {
        let arguments = [path.clone(), ("reason", reason.into())];
        console.complain(&console.locale.format("problem-unreadable", &arguments), None);
        Said
    };
    if file::is_special(file) {
        console.complain(&console.locale.format("problem-special", &[path]), Some(&console.words("advice-special")));
        return Err(Said);
    }
    let bytes = file::read(file, LONGEST_CHOICES).map_err(|error| unreadable(error.to_string()))?;
    let Some(bytes) = bytes else {
        console.complain(&console.locale.format("choices-too-long", &[path]), Some(&console.words("choices-are")));
        return Err(Said);
    };
    let text = String::from_utf8(bytes).map_err(|error| unreadable(error.utf8_error().to_string()))?;
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
    let words = lines.flat_map(|line| line.split(|c: char| c.is_whitespace() || "[],\"".contains(c)));
    let choices = words.filter(|word| !word.is_empty()).map(|word| {
        word.parse::<Choice>().map_err(|_| {
            let arguments = [path.clone(), ("word", word.into())];
            console.complain(&console.locale.format("not-a-choice", &arguments), Some(&console.words("choices-are")));
            Said
        })
    });
    choices.collect()
}
