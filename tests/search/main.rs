//! The search: what it reports, against an oracle, and the command.

mod command;
mod count;
mod divided;
mod map;
mod oracle;
mod report;
#[path = "../support/mod.rs"]
mod support;
