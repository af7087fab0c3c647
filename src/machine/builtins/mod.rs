//! Builtin functions, by what they are about.

pub mod basic;
pub mod exception;
pub mod iteration;
pub mod library;
pub mod object;
pub mod protocol;
