//! The screen: the only home of ratatui and crossterm.
//!
//! `terminal` takes the terminal and gives it back; `run` waits for keys, mouse, signals, saved files and the clock, and
//! draws; `screen` composes a frame; `panel`, `primitive`, `gallery` and `popup` draw its parts; `keymap` is the table of
//! keys; `theme` the colours. Drawing reads and never changes what it draws. Tests: `tests/stage.rs`, `tests/terminal.rs`.

mod capture;
pub mod depth;
mod film;
mod gallery;
mod hit;
pub mod keymap;
mod layout;
mod motion;
mod painter;
mod panel;
mod popup;
mod primitive;
mod run;
pub mod screen;
pub mod terminal;
mod theme;
mod watch;
mod wrap;

pub use capture::picture;
pub use film::{Direction, Film};
pub use run::{Opening, run};
pub use wrap::wrap_text;
