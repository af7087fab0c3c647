//! Builtin functions, by what they are about.

pub mod basic;
pub mod object;
