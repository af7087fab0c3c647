//! Methods of the builtin types, one file a type.

pub mod list;
