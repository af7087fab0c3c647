//! A choice: what is handed to the machine where a program could go more than one way.
//!
//! A program and a list of choices are one run. Choices are written as short words, for files and messages: `2` lets
//! thread 2 run, `2!` lets its time run out, `2?` wakes it for nothing, `2=17` gives it the random draw 17, `2l` and `2i` let it run no further than
//! a line or an instruction. `@5000` behind any of them sets the clock forward to 5000 ns first: a live run follows the
//! wall's.

use std::{fmt, str::FromStr};

use crate::{event::Nanos, ids::ThreadId};

/// Which thread goes on, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Choice {
    /// The thread that goes on.
    pub thread: ThreadId,
    /// What decides how it goes on.
    pub way: Way,
    /// The machine's clock is set forward to this moment first; none where time is virtual alone.
    pub reading: Option<Nanos>,
}

/// How the chosen thread goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Way {
    /// It performs its operation, or takes up what it was woken for, and runs as far as the unit says.
    Run(Unit),
    /// The time of its sleep or timed wait is over.
    Expire,
    /// It wakes from waiting for a notification that nobody has sent.
    Wake,
    /// It asked for a random number, and is given this one.
    Draw(u64),
}

/// How far a thread runs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub enum Unit {
    /// Up to its next instruction.
    Instruction,
    /// Up to its next line.
    Line,
    /// Up to its next operation that others could notice.
    #[default]
    Operation,
}

impl Choice {
    /// The thread goes on in this way, in virtual time.
    #[must_use]
    pub const fn new(thread: ThreadId, way: Way) -> Self {
        Self { thread, way, reading: None }
    }

    /// The same at this reading of a clock.
    #[must_use]
    pub const fn at(self, reading: Nanos) -> Self {
        Self { reading: Some(reading), ..self }
    }

    /// The thread runs up to its next operation.
    #[must_use]
    pub const fn run(thread: ThreadId) -> Self {
        Self::new(thread, Way::Run(Unit::Operation))
    }

    /// The thread's time is over.
    #[must_use]
    pub const fn expire(thread: ThreadId) -> Self {
        Self::new(thread, Way::Expire)
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.thread.0)?;
        match self.way {
            Way::Run(Unit::Operation) => Ok(()),
            Way::Run(Unit::Line) => f.write_str("l"),
            Way::Run(Unit::Instruction) => f.write_str("i"),
            Way::Expire => f.write_str("!"),
            Way::Wake => f.write_str("?"),
            Way::Draw(number) => write!(f, "={number}"),
        }?;
        self.reading.map_or(Ok(()), |reading| write!(f, "@{reading}"))
    }
}

/// A word that is no choice.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "`{0}` is not a choice: a thread's number, perhaps followed by `!`, `?`, `l`, `i` or `=NUMBER`, and `@NANOSECONDS`"
)]
pub struct NotAChoice(pub String);

impl FromStr for Choice {
    type Err = NotAChoice;

    fn from_str(word: &str) -> Result<Self, NotAChoice> {
        let wrong = || NotAChoice(word.to_owned());
        let (own, reading) = word.split_once('@').map_or((word, None), |(own, reading)| (own, Some(reading)));
        let reading = reading.map(|reading| reading.parse().map_err(|_| wrong())).transpose()?;
        let digits = own.find(|c: char| !c.is_ascii_digit()).unwrap_or(own.len());
        let (thread, rest) = own.split_at(digits);
        let thread = ThreadId(thread.parse().map_err(|_| wrong())?);
        let way = match rest {
            "" => Way::Run(Unit::Operation),
            "l" => Way::Run(Unit::Line),
            "i" => Way::Run(Unit::Instruction),
            "!" => Way::Expire,
            "?" => Way::Wake,
            _ => Way::Draw(rest.strip_prefix('=').and_then(|number| number.parse().ok()).ok_or_else(wrong)?),
        };
        Ok(Self { thread, way, reading })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_as_they_are_written() {
        for word in ["0", "12", "3l", "3i", "4!", "4?", "5=18446744073709551615", "0@0", "3l@7", "4!@1500"] {
            assert_eq!(word.parse::<Choice>().map(|choice| choice.to_string()).as_deref(), Ok(word));
        }
        for word in ["", "x", "1x", "1=", "-1", "1!!", "1@", "@1", "1@2@3", "1@x"] {
            assert!(word.parse::<Choice>().is_err(), "{word}");
        }
    }
}
