//! Pure text, as Python writes and reads it: numbers and strings by format specifications, literals, Unicode, encodings.
//!
//! Knows neither values nor the machine: numbers and texts come in, texts and facts go out. What needs a value's class or
//! the memory limit is in `machine/language/format/` and `machine/native/types/text/`, which call this room. Tests: tables
//! in the files, and `tests/programs/text/`, `tests/programs/numbers/`.
//!
//! Crates that were held against `python3` 3.11 beside this room, and are not used:
//!
//! - `rustpython-literal` 0.6: floats are the same; strings print 28,104 characters that 3.11 escapes; 55 crates with it.
//! - `rustpython-unicode` 0.6, `unicode-properties` 0.1.5: later versions of Unicode, such as U+0558 and U+10D40.
//! - `unicode-casing` 0.1.1: an older version of Unicode: the titles of 43 letters, such as U+2C5F, are missing.
//! - `rustpython-common` 0.6, `rustpython-format` 0.4: formats on top of `malachite`, which is LGPL.
//! - `ruff_python_literal` 0.0.10: nobody can read the parts of its specifications; `z` and `5.` are not read as in 3.11.

pub mod case;
pub mod classify;
pub mod codec;
pub mod digest;
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
