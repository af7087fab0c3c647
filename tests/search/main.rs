//! The search: what it reports, against an oracle, and the command.

mod command;
mod count;
mod divided;
mod made;
mod map;
mod oracle;
mod report;
mod starve;
#[path = "../support/mod.rs"]
mod support;
