//! Makes the lines of a recording while a run goes on, and keeps next to nothing of it: a run of any length can be saved.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::{
    put::quoted,
    write::{StepLine, step_line},
};
use crate::{
    choice::Choice,
    event::{Event, Nanos, Sink},
    ids::TextId,
    trace::news::News,
};

/// When the texts take more bytes, those that nothing speaks of are forgotten; if they come again, they have a new number.
const MOST_TEXT: usize = 16 << 20;

/// A sink that makes lines.
#[derive(Debug, Default)]
pub struct Tape {
    numbers: IndexMap<Box<str>, TextId, FxBuildHasher>,
    bytes: usize,
    next: u32,
    /// The texts that were new in the step under way, as they will be written.
    new: String,
    news: News,
    events: Vec<Event>,
}

impl Tape {
    /// Writes what was there before the first choice behind `out`.
    pub fn begin(&mut self, out: &mut String) {
        self.write(None, 0, true, out);
    }

    /// The events since the last step are the next one: writes it behind `out`.
    pub fn commit(&mut self, choice: Choice, clock: Nanos, complete: bool, out: &mut String) {
        self.write(Some(choice), clock, complete, out);
        if self.bytes > MOST_TEXT {
            self.forget();
        }
    }

    fn write(&mut self, choice: Option<Choice>, clock: Nanos, complete: bool, out: &mut String) {
        let step = StepLine {
            choice,
            by: choice.map(|choice| choice.thread),
            clock,
            complete,
            events: &self.events,
            history: None,
        };
        step_line(&step, &self.new, out, |text| text.0);
        self.events.clear();
        self.new.clear();
    }

    fn forget(&mut self) {
        let mut needed: Vec<TextId> = self.news.texts().collect();
        needed.sort_unstable();
        self.numbers.retain(|_, number| needed.binary_search(number).is_ok());
        self.bytes = self.numbers.keys().map(|text| text.len()).sum();
    }
}

impl Sink for Tape {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, text: &str) -> TextId {
        if let Some(&known) = self.numbers.get(text) {
            return known;
        }
        if !self.new.is_empty() {
            self.new.push(',');
        }
        quoted(&mut self.new, text);
        let number = TextId(self.next);
        self.next += 1;
        self.bytes += text.len();
        self.numbers.insert(text.into(), number);
        number
    }

    fn event(&mut self, event: Event) {
        if self.news.take(&event) {
            self.events.push(event);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        event::{EventKind, Life, Shown},
        ids::ThreadId,
        source::Span,
        trace::recording::{Header, Reader, end_line, header_line},
    };

    /// The tape forgets texts, and what is read is as if it had not.
    #[test]
    fn a_long_run_is_kept_in_little_memory() {
        let mut tape = Tape::default();
        let mut reader = Reader::begin(header_line(&Header::default()).trim_end()).expect("it is a header");
        let mut line = String::new();
        let report = |tape: &mut Tape, kind| tape.event(Event { thread: ThreadId::MAIN, span: Span::default(), kind });
        let name = tape.text("MainThread");
        report(
            &mut tape,
            EventKind::ThreadCreated { thread: ThreadId::MAIN, name, daemon: false, life: Life::default() },
        );
        tape.begin(&mut line);
        let long = "x".repeat(1 << 20);
        for turn in 0..40 {
            if turn > 0 {
                tape.commit(Choice::run(ThreadId::MAIN), turn, true, &mut line);
            }
            reader.line(line.trim_end()).expect("it is a line");
            line.clear();
            let (local, text) = (tape.text("local"), tape.text(&format!("{turn}{long}")));
            // Only the first report is news.
            let value = Shown::Text(tape.text("value"));
            report(&mut tape, EventKind::Local { name: local, value });
            report(&mut tape, EventKind::Output { text, stderr: false });
            assert!(tape.bytes <= MOST_TEXT + (2 << 20), "{}", tape.bytes);
        }
        reader.line(end_line(None, 39).trim_end()).expect("it is the end");
        let (_, history, _) = reader.finish();
        let told = |wanted: fn(&EventKind) -> bool| {
            let steps = (0..=39).map(crate::ids::StepIndex);
            steps.flat_map(|at| history.events(at)).filter(|event| wanted(&event.kind)).count()
        };
        assert_eq!(told(|kind| matches!(kind, EventKind::Output { .. })), 39);
        assert_eq!(told(|kind| matches!(kind, EventKind::Local { .. })), 1, "what was known stays known");
    }
}
