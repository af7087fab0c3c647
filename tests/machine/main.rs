//! The machine: its steps, its settings, what it says of itself.

mod canonical;
mod canonical_kept;
mod cores;
mod draws;
mod known_values;
mod names;
mod reads;
mod settings;
#[path = "../support/mod.rs"]
mod support;
mod verdicts;
mod visibility;
