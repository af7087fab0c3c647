//! The screen: what a viewer sees and what keys do, in snapshots and in a real pseudo-terminal.

mod decisive;
mod gallery;
mod sizes;
mod stage;
#[path = "../support/mod.rs"]
mod support;
mod terminal;
mod text_mode;
mod tours;
mod walk;
