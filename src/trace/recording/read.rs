//! Reads the lines of a recording into a history. Nothing in them is believed: what they speak of must have been made before.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, SeqAccess, Visitor},
};

use super::{
    FORMAT, Header, Source, VERSION,
    finder::Finder,
    stand::Standings,
    take::{In, Known, Word},
    words::{Spoken, TakenEvent, take_event},
};
use crate::{
    choice::Choice,
    event::{End, Event, EventKind, LATEST, Nanos, RealEnd},
    ids::{TextId, ThreadId},
    source::Span,
    trace::{Files, History, Step},
};

/// What is read takes no more memory than so many bytes; what comes behind is left out.
pub const MOST_BYTES: usize = 1 << 30;

/// What is wrong with a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// This is no recording.
    Foreign,
    /// It is a recording of a version that nobody here knows.
    TooNew {
        /// That version.
        version: u32,
    },
    /// The line is not as it should be.
    Damaged {
        /// Why.
        reason: String,
    },
}

/// How far the reading has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// There is more to come.
    On,
    /// That was the last line.
    Over,
    /// More is not kept.
    Full,
}

/// What the last line says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// It is missing: the recording is cut off.
    Missing,
    /// The run could go on.
    Open,
    /// The run had ended so.
    At(End),
}

/// A recording that is being read.
#[derive(Debug)]
pub struct Reader {
    header: Header,
    history: History,
    known: Known,
    events: Vec<Event>,
    /// Looks for circles of waits, where the writer does not, and whether anybody can go on.
    finder: Option<(Finder, Standings)>,
    /// The bytes that the texts take.
    texts: usize,
    begun: bool,
    ending: Ending,
}

impl Reader {
    /// Begins with the header.
    ///
    /// # Errors
    /// When this is no recording, or one of a newer version.
    pub fn begin(line: &str) -> Result<Self, Fault> {
        #[derive(Deserialize)]
        struct Mark {
            format: String,
            version: u32,
        }
        let mark: Mark = serde_json::from_str(line).map_err(|_| Fault::Foreign)?;
        if mark.format != FORMAT || mark.version == 0 {
            return Err(Fault::Foreign);
        }
        if mark.version > VERSION {
            return Err(Fault::TooNew { version: mark.version });
        }
        let header = serde_json::from_str(line).map_err(damaged)?;
        let header: Header = header;
        let mut history = History::default();
        *history.files_mut() = Files::new(&header.program);
        // What version 1 does not know, it cannot have.
        let known = Known { open: mark.version > 1, ..Known::default() };
        let events = Vec::new();
        let finder = header.finds.as_ref().filter(|finds| finds.is_empty()).map(|_| Default::default());
        Ok(Self { header, finder, history, known, events, texts: 0, begun: false, ending: Ending::Missing })
    }

    /// What was run.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Whether the state before the first choice was read: without it there is nothing to show.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.begun
    }

    /// Whether the line with the end was read.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.ending != Ending::Missing
    }

    /// Reads the next line. A line with a fault changes nothing that is shown.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn line(&mut self, line: &str) -> Result<Progress, Fault> {
        if line.trim_ascii().is_empty() {
            return Ok(if self.is_over() { Progress::Over } else { Progress::On });
        }
        if self.is_over() {
            return Err(damaged("there is more behind the line with the end"));
        }
        if line.trim_ascii_start().starts_with('{') {
            return self.read_end(line);
        }
        if self.is_full() {
            return Ok(Progress::Full);
        }
        self.read_step(line)?;
        Ok(Progress::On)
    }

    fn is_full(&self) -> bool {
        let steps = self.history.tip().index() * size_of::<Step>();
        let bytes = self.history.event_count() * size_of::<Event>() + steps + self.texts;
        bytes > MOST_BYTES || self.known.is_enough()
    }

    fn read_end(&mut self, line: &str) -> Result<Progress, Fault> {
        #[derive(Deserialize)]
        struct LastLine {
            end: String,
            steps: u64,
        }
        let LastLine { end, steps } = serde_json::from_str(line).map_err(damaged)?;
        let known = end_of(&end);
        if known.is_none() && end != "open" && !self.known.open {
            return Err(damaged(format_args!("`{}` is not an end", end.escape_debug())));
        }
        let known = match known {
            None if end != "open" => Some(End::Real(RealEnd::Other(self.history.text(&end)))),
            known => known,
        };
        let here = self.history.tip().0;
        if !self.begun || steps != u64::from(here) {
            return Err(damaged(format_args!("the run had {steps} steps, and here are {here}")));
        }
        self.ending = known.map_or(Ending::Open, Ending::At);
        Ok(Progress::Over)
    }

    fn read_step(&mut self, line: &str) -> Result<(), Fault> {
        self.events.clear();
        let Self { history, known, events, texts, .. } = self;
        let mut from = serde_json::Deserializer::from_str(line);
        let reading = StepOf { history, known, events, texts };
        let read = reading.deserialize(&mut from).and_then(|read| from.end().map(|()| read)).map_err(damaged)?;
        let (choice, by) = match read.mover {
            Some(Mover::Choice(choice)) => (Some(choice), Some(choice.thread)),
            Some(Mover::Thread(thread)) => (None, Some(thread)),
            None => (None, None),
        };
        if by.is_some() != self.begun {
            return Err(damaged("the state before the first choice stands first, and only there"));
        }
        if by.is_some() && choice.is_none() && self.header.source == Source::Machine {
            return Err(damaged("a run of the machine has a choice for each step"));
        }
        let moments = [Some(read.clock), choice.and_then(|choice| choice.reading)];
        if moments.into_iter().flatten().any(|moment| moment > LATEST) {
            return Err(damaged("the clock shows what no clock shows"));
        }
        if by.is_some_and(|by| by.0 >= self.known.threads) {
            return Err(damaged("the choice is one of a thread that there is not"));
        }
        if let Some((finder, standings)) = &mut self.finder {
            self.events.iter().for_each(|event| standings.take(event));
            finder.look(&mut self.events);
        }
        self.events.iter().for_each(|&event| self.history.push(event));
        // The clocks of several threads may be a little apart: the order of the lines is the order of what happened.
        let before = self.history.step(self.history.tip()).clock;
        let clock = if choice.is_none() { read.clock.max(before) } else { read.clock };
        match (choice, by) {
            (Some(choice), _) => {
                self.history.commit(choice, clock, read.complete);
            }
            (None, Some(by)) => {
                self.history.commit_recorded(by, clock, read.complete);
            }
            (None, None) => self.history.begin_done(),
        }
        self.begun = true;
        Ok(())
    }

    /// Says that nobody can go on at the end, where the writer leaves that to its reader.
    fn conclude(&mut self) {
        let told = !matches!(self.ending, Ending::Missing | Ending::At(End::Real(RealEnd::Hung))) || self.is_full();
        let Some((finder, standings)) = self.finder.as_ref().filter(|_| self.begun && !told) else { return };
        if standings.is_standstill() && !finder.has_circle() {
            let last = self.history.step(self.history.tip());
            let thread = last.by.unwrap_or(ThreadId::MAIN);
            self.history.add_to_last(Event {
                thread,
                span: Span::default(),
                kind: EventKind::Ended { end: End::Stuck },
            });
            self.ending = Ending::At(End::Stuck);
        }
    }

    /// What was read: the header, the history, and how the run had ended.
    #[must_use]
    pub fn finish(mut self) -> (Header, History, Ending) {
        self.conclude();
        (self.header, self.history, self.ending)
    }
}

/// The end that a word stands for, perhaps with a number behind it: `exited 3`.
fn end_of(word: &str) -> Option<End> {
    let ends = [
        End::Finished,
        End::Failed,
        End::Deadlock,
        End::Stuck,
        End::Limit,
        End::Real(RealEnd::Hung),
        End::Real(RealEnd::Left),
    ];
    if let Some((word, number)) = word.split_once(' ') {
        let number = number.parse().ok()?;
        let ends = [RealEnd::Exited(number), RealEnd::Killed(number)].map(End::Real);
        return ends.into_iter().find(|end| end.word() == word);
    }
    ends.into_iter().find(|known| known.word() == word)
}

fn damaged(reason: impl fmt::Display) -> Fault {
    Fault::Damaged { reason: reason.to_string().replace(" at line 1 column ", ", column ") }
}

/// A step as it stands in its line; texts and events go where they belong at once.
struct StepOf<'r> {
    history: &'r mut History,
    known: &'r mut Known,
    events: &'r mut Vec<Event>,
    texts: &'r mut usize,
}

/// What let a step happen.
enum Mover {
    Choice(Choice),
    /// Nobody chose: that thread did something.
    Thread(ThreadId),
}

impl<'de> Deserialize<'de> for Mover {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Looking;

        impl Visitor<'_> for Looking {
            type Value = Mover;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a choice, or the number of a thread")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<Mover, E> {
                word.parse().map(Mover::Choice).map_err(E::custom)
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Mover, E> {
                let thread = u32::try_from(number).map_err(|_| E::custom("there are not so many threads"))?;
                Ok(Mover::Thread(ThreadId(thread)))
            }
        }

        from.deserialize_any(Looking)
    }
}

struct StepRead {
    mover: Option<Mover>,
    clock: Nanos,
    complete: bool,
}

impl<'de> DeserializeSeed<'de> for StepOf<'_> {
    type Value = StepRead;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<StepRead, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for StepOf<'_> {
    type Value = StepRead;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a step: choice, clock, texts, events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<StepRead, A::Error> {
        let missing = |what| move || A::Error::custom(format_args!("the step has no {what}"));
        let mover: Option<Mover> = values.next_element()?.ok_or_else(missing("choice"))?;
        let clock: Nanos = values.next_element()?.ok_or_else(missing("clock"))?;
        let texts = TextsOf { history: self.history, known: self.known, bytes: self.texts };
        values.next_element_seed(texts)?.ok_or_else(missing("texts"))?;
        let events = EventsOf { history: self.history, known: self.known, events: self.events };
        values.next_element_seed(events)?.ok_or_else(missing("events"))?;
        let part: u8 = values.next_element()?.unwrap_or(0);
        if values.next_element::<serde::de::IgnoredAny>()?.is_some() {
            return Err(A::Error::custom("there is more in the step than belongs there"));
        }
        Ok(StepRead { mover, clock, complete: part == 0 })
    }
}

struct TextsOf<'r> {
    history: &'r mut History,
    known: &'r mut Known,
    bytes: &'r mut usize,
}

impl<'de> DeserializeSeed<'de> for TextsOf<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for TextsOf<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("new texts")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        // A text stands in a table, and in the list of the numbers that the recording gives.
        const BESIDE: usize = 40;
        while let Some(text) = values.next_element::<Word<'de>>()? {
            let before = self.history.texts().len();
            let id: TextId = self.history.text(&text.0);
            let new = id.index() >= before;
            *self.bytes += size_of::<TextId>() + if new { text.0.len() + BESIDE } else { 0 };
            self.known.texts.push(id);
        }
        Ok(())
    }
}

struct EventsOf<'r> {
    history: &'r mut History,
    known: &'r mut Known,
    events: &'r mut Vec<Event>,
}

impl<'de> DeserializeSeed<'de> for EventsOf<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for EventsOf<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        let Self { history, known, events } = self;
        while let Some(taken) = values.next_element_seed(OneEvent { history: &mut *history, known: &mut *known })? {
            if let TakenEvent::Known(event, behind) = taken {
                events.push(event);
                events.extend(behind);
            }
        }
        Ok(())
    }
}

struct OneEvent<'r> {
    history: &'r mut History,
    known: &'r mut Known,
}

impl<'de> DeserializeSeed<'de> for OneEvent<'_> {
    type Value = TakenEvent;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<TakenEvent, D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for OneEvent<'_> {
    type Value = TakenEvent;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, values: A) -> Result<TakenEvent, A::Error> {
        take_event(In { values, known: self.known, history: self.history })
    }
}
