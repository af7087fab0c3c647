//! Values as text: format specifications, f-strings, `str.format` and the `%` of strings.
//!
//! What runs on the machine; numbers and texts alone are formatted in `text/format/`. What calls the program is done by the
//! library (`src/stdlib/builtins/formats.py`). Tests: `tests/programs/text/`.

mod part;
pub mod percent;
pub mod quick;
pub mod template;
pub mod value;
