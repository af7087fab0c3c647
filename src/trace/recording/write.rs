//! Writes the lines of a recording: the header, a line a step, and how it ended.

use super::{
    Header,
    put::{Out, digits, quoted},
    words::{Spoken, put_event},
};
use crate::{
    choice::Choice,
    event::{End, Event, Nanos, RealEnd},
    ids::{StepIndex, TextId, ThreadId},
    trace::History,
};

/// A step that is to be written.
pub struct StepLine<'a> {
    /// The choice that made it; none for what was there before the first choice.
    pub choice: Option<Choice>,
    /// Whose step it was.
    pub by: Option<ThreadId>,
    /// The time after it.
    pub clock: Nanos,
    /// The thread rests before an operation.
    pub complete: bool,
    /// What happened.
    pub events: &'a [Event],
    /// What the events are of, where they speak of other files than the program, or of words to come.
    pub history: Option<&'a History>,
}

/// The first line of a recording.
#[must_use]
pub fn header_line(header: &Header) -> String {
    // Numbers, texts and a table of texts can always be written.
    let mut line = serde_json::to_string(header).unwrap_or_default();
    line.push('\n');
    line
}

/// The last line: how the run had ended, if it had, and how many steps there are, so that it is noticed if some are missing.
#[must_use]
pub fn end_line(end: Option<End>, steps: u64) -> String {
    let word = end.map_or("open", Spoken::word);
    let number = match end {
        Some(End::Real(RealEnd::Exited(number) | RealEnd::Killed(number))) => format!(" {number}"),
        _ => String::new(),
    };
    format!("{{\"end\":\"{word}{number}\",\"steps\":{steps}}}\n")
}

/// As [`end_line`], for a run that may have ended in a way for which a later version has a word.
#[must_use]
pub fn end_line_of(history: &History, end: Option<End>, steps: u64) -> String {
    let Some(End::Real(RealEnd::Other(word))) = end else { return end_line(end, steps) };
    let mut line = "{\"end\":".to_owned();
    quoted(&mut line, history.texts().get(word));
    line.push_str(",\"steps\":");
    digits(&mut line, steps);
    line.push_str("}\n");
    line
}

/// Writes a step: choice, clock, new texts (as they stand in a list), events, and 1 if the thread stopped in the middle of its
/// own work.
pub fn step_line(step: &StepLine<'_>, new: &str, out: &mut String, mut number_of: impl FnMut(TextId) -> u32) {
    match step.choice {
        Some(choice) => {
            out.push_str("[\"");
            out.push_str(&choice.to_string());
            out.push_str("\",");
        }
        None => match step.by {
            Some(by) => {
                out.push('[');
                digits(out, u64::from(by.0));
                out.push(',');
            }
            None => out.push_str("[null,"),
        },
    }
    digits(out, step.clock);
    out.push_str(",[");
    out.push_str(new);
    out.push_str("],[");
    for (at, event) in step.events.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        put_event(event, &mut Out { line: out, number_of: &mut number_of, history: step.history });
    }
    out.push_str(if step.complete { "]]\n" } else { "],1]\n" });
}

/// Calls `each` with every line between the header and the end: those of the present branch. Texts that only other branches
/// speak of are left out.
///
/// # Errors
/// What `each` says.
pub fn lines<E>(history: &History, mut each: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    const NONE: u32 = u32::MAX;
    let mut numbers = vec![NONE; history.texts().len()];
    let mut next = 0;
    let (mut line, mut list) = (String::new(), String::new());
    for at in (0..=history.tip().0).map(StepIndex) {
        let step = history.step(at);
        let events = history.events(at);
        let whole = Some(history);
        let written = StepLine {
            choice: step.choice,
            by: step.by,
            clock: step.clock,
            complete: step.complete,
            events,
            history: whole,
        };
        let mut new = Vec::new();
        line.clear();
        step_line(&written, "", &mut line, |text| {
            let number = numbers[text.index()];
            if number == NONE {
                new.push(text);
            }
            number
        });
        if !new.is_empty() {
            // In the order in which they came, so that a run of one branch keeps its numbers.
            new.sort_unstable();
            new.dedup();
            list.clear();
            for &text in &new {
                numbers[text.index()] = next;
                next += 1;
                if !list.is_empty() {
                    list.push(',');
                }
                quoted(&mut list, history.texts().get(text));
            }
            line.clear();
            step_line(&written, &list, &mut line, |text| numbers[text.index()]);
        }
        each(&line)?;
    }
    Ok(())
}
