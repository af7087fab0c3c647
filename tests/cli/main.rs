//! The command line.

mod commands;
#[path = "../support/mod.rs"]
mod support;
mod times;
mod together;
