//! The recording of a run as lines of text: what stands in a `.raddle` file. `docs/TRACE.md` is its description for others.
//!
//! `words` has the stable word of everything that can happen, `put` and `take` write and read one value, `header` says what
//! was run, `write` makes the lines of a history and `read` a history of lines; `tape` makes lines while a run goes on.
//! Nothing here knows files. Tests: at the end of the files, `tests/hosts/recording.rs`.

mod finder;
mod header;
mod put;
mod read;
mod stand;
mod take;
mod tape;
mod words;
mod write;

pub use header::{ClockKind, FORMAT, Header, LIVE, Quantum, SESSION, Source, VERSION};
pub use read::{Ending, Fault, MOST_BYTES, Progress, Reader};
pub use tape::Tape;
pub use write::{end_line, end_line_of, header_line, lines};

use crate::event::{Change, EventKind, Shown};
use words::Spoken as _;

/// The word that a recording has for what happened.
#[must_use]
pub fn event_word(kind: EventKind) -> &'static str {
    kind.word()
}

/// Whether a recording has that word for something that can happen.
#[must_use]
pub fn knows_event(word: &str) -> bool {
    EventKind::knows(word) || Change::<Shown>::knows(word)
}
