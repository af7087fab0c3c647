//! Values as text: format specifications, f-strings, `str.format` and the `%` of strings.
//!
//! `spec`, `layout`, `integer`, `decimal`, `float`, `field` and `directive` know numbers and texts only; `value`, `part`, `template` and
//! `percent` run on the machine. What calls the program is done by the library (`src/stdlib/builtins/formats.py`). Tests:
//! tables in the files, and `tests/programs/text/`.

pub mod decimal;
mod directive;
pub mod field;
pub mod float;
pub mod integer;
mod layout;
mod part;
pub mod percent;
mod spec;
pub mod template;
pub mod value;
