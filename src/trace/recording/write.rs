//! Writes the lines of a recording: the header, a line a step, and how it ended.

use super::{
    Header,
    put::{Out, digits, quoted},
    words::{Spoken, put_event},
};
use crate::{
    choice::Choice,
    event::{End, Event, Nanos},
    ids::{StepIndex, TextId},
    trace::History,
};

/// A step that is to be written.
pub struct StepLine<'a> {
    /// The choice that made it; none for what was there before the first choice.
    pub choice: Option<Choice>,
    /// The virtual time after it.
    pub clock: Nanos,
    /// The thread rests before an operation.
    pub complete: bool,
    /// What happened.
    pub events: &'a [Event],
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
    let end = end.map_or("open", Spoken::word);
    format!("{{\"end\":\"{end}\",\"steps\":{steps}}}\n")
}

/// Writes a step: choice, clock, new texts, events, and 1 if the thread stopped in the middle of its own work. The events are
/// written first, into `scratch`: they say which texts are new.
pub fn step_line(
    step: &StepLine<'_>,
    scratch: &mut String,
    out: &mut String,
    mut number_of: impl FnMut(TextId, &mut Vec<TextId>) -> u32,
    introduced: impl FnOnce(&[TextId], &mut String),
) {
    let mut new = Vec::new();
    scratch.clear();
    for (at, event) in step.events.iter().enumerate() {
        if at > 0 {
            scratch.push(',');
        }
        put_event(event, &mut Out { line: scratch, number_of: &mut |text| number_of(text, &mut new) });
    }
    match step.choice {
        Some(choice) => {
            out.push_str("[\"");
            out.push_str(&choice.to_string());
            out.push_str("\",");
        }
        None => out.push_str("[null,"),
    }
    digits(out, step.clock);
    out.push_str(",[");
    introduced(&new, out);
    out.push_str("],[");
    out.push_str(scratch);
    out.push_str(if step.complete { "]]\n" } else { "],1]\n" });
}

/// Calls `each` with every line between the header and the end: those of the present branch. Texts are numbered anew, in the
/// order in which the branch speaks of them.
///
/// # Errors
/// What `each` says.
pub fn lines<E>(history: &History, mut each: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let mut numbers = vec![u32::MAX; history.texts().len()];
    let mut next = 0;
    let (mut line, mut scratch) = (String::new(), String::new());
    for at in (0..=history.tip().0).map(StepIndex) {
        let step = history.step(at);
        let written =
            StepLine { choice: step.choice, clock: step.clock, complete: step.complete, events: history.events(at) };
        let number_of = |text: TextId, new: &mut Vec<TextId>| {
            let Some(number) = numbers.get_mut(text.index()) else { return 0 };
            if *number == u32::MAX {
                *number = next;
                next += 1;
                new.push(text);
            }
            *number
        };
        line.clear();
        step_line(&written, &mut scratch, &mut line, number_of, |new, out| {
            for (at, &text) in new.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                quoted(out, history.texts().get(text));
            }
        });
        each(&line)?;
    }
    Ok(())
}
