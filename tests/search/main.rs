//! The search: what it reports, against an oracle, and the command.

mod command;
mod divided;
mod made;
mod oracle;
mod report;
#[path = "../support/mod.rs"]
mod support;
