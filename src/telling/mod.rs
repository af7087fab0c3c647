//! Words for what is shown: what happened, what a thread does, how a primitive stands. For every screen, export and
//! reader; the screen only colours them.
//!
//! A scene says what is so (a [`Sentence`](crate::scene::Sentence), a wait, a state); here that becomes a [`Message`] of the
//! locale files with its arguments, and the [`Telling`] says it in a language. `Prose` tells a whole run. Knows no terminal
//! and no file. Tests: in each file, `tests/export/tell.rs`, `tests/screen/text_mode.rs`.

pub mod climax;
mod first;
mod guards;
mod label;
mod lane;
mod message;
mod moves;
pub mod names;
pub mod notes;
pub mod outcome;
mod place;
mod primitive;
mod prose;
mod reason;
mod search;
mod sentence;
pub mod spaces;
mod thread;
mod trials;
mod wait;
mod words;

pub use first::first_sentence;
pub use guards::declared_guards;
pub use label::{holds, label};
pub use lane::lane;
pub use message::{Argument, Message};
pub use moves::{gives_way_key, phase_key, why};
pub use names::Names;
pub use outcome::{Outcome, Proper};
pub use place::line_words;
pub use primitive::{Told, caption, changes, count};
pub use prose::{Prose, paragraph};
pub use search::check_kind_word;
pub use sentence::message;
pub use thread::{about, state_sign, state_word};
pub use trials::{kind_sign, kind_word, one_line, summary};
pub use wait::{awaited, waits_for};
pub use words::{Part, Role, Telling, capitalized};
