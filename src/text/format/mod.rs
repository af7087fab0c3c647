//! Numbers and strings by format specifications, and the three languages of templates taken apart.
//!
//! `spec` reads a specification, `integer` and `decimal` write a number as it says, `layout` brings it to its width; `field`
//! reads the templates of `str.format`, `directive` those of `%`. Tests: tables in the files, and `tests/programs/text/`.

pub mod decimal;
pub mod directive;
pub mod field;
pub mod integer;
pub mod layout;
pub mod spec;
