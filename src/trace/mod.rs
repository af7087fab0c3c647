//! What happened: events, the texts they speak of, and the choices that led there.
//!
//! A trace is a tree of steps: going back and choosing differently begins a branch, and nothing is ever forgotten. It
//! knows no machine: a recording opens without the program being run. `recording` writes a branch as lines of text and
//! reads it back. Tests: at the end of each file, `tests/hosts/replay.rs`, `tests/hosts/recording.rs`.

mod files;
mod history;
mod news;
mod recorder;
pub mod recording;
mod texts;

pub use files::{Files, Place};
pub use history::{Branch, History, Step};
pub use news::News;
pub use recorder::Recorder;
pub use texts::Texts;
