//! Pure text, as Python writes and reads it: numbers and strings by format specifications, literals, Unicode, encodings.
//!
//! Knows neither values nor the machine: numbers and texts come in, texts and facts go out. What needs a value's class or
//! the memory limit is in `machine/language/format/` and `machine/native/types/text/`, which call this room. Tests: tables
//! in the files, and `tests/programs/text/`, `tests/programs/numbers/`.

pub mod case;
pub mod classify;
pub mod codec;
pub mod float;
pub mod format;
pub mod literal;
pub mod parse;
pub mod split;
pub mod unicode;

/// `str` or `bytes`: what the units of a text are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A string of characters.
    Str,
    /// A string of bytes.
    Bytes,
}

impl Kind {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Str => "str",
            Self::Bytes => "bytes",
        }
    }
}
