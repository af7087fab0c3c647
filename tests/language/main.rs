//! Programs: the language against CPython, random ones, ones without end, and texts that are none.

mod depth;
mod fuzz;
mod generator;
mod limits;
mod programs;
#[path = "../support/mod.rs"]
mod support;
mod work;
