//! The house: how it is built, and what its papers and its course say of it.

mod architecture;
mod course;
mod language;
mod paper;
mod readme;
mod scenarios;
#[path = "../support/mod.rs"]
mod support;
