//! The screen: the only home of ratatui and crossterm.
//!
//! `terminal` takes the terminal and gives it back; `answer` asks it once how wide it shows our `signs`; `run` waits for what `input` and `signals` say, for saved files and the
//! clock, and draws; `job` makes a file meanwhile; `screen` composes a frame; `panel`, `primitive`, `gallery` and `popup` draw its parts; `keymap` is the table of
//! keys; `theme` the colours. Drawing reads and never changes what it draws. Tests: `tests/screen/stage.rs`, `tests/screen/sizes.rs`,
//! `tests/screen/terminal.rs`.

mod answer;
mod capture;
pub mod depth;
mod film;
mod gallery;
mod hit;
mod input;
mod job;
pub mod keymap;
mod lanes;
mod layout;
mod motion;
mod painter;
mod panel;
mod popup;
mod primitive;
mod ring;
mod run;
pub mod screen;
mod signals;
mod signs;
pub mod terminal;
mod theme;
mod watch;
mod wrap;

pub use capture::picture;
pub use film::{Direction, Film};
pub use job::Job;
pub use run::{Keep, Opening, run};
pub use wrap::wrap_text;
