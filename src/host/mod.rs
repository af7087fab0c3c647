//! Whoever drives the machine is a host. Hosts choose, record and rewind; they know nothing of locks.

mod checkpoints;
mod following;
pub mod live;
mod run;
mod session;

pub use run::{Budget, Outcome, Runner};
pub use session::{Session, Settings};
