//! raddle: watch, drive and rewind a multithreaded program.

pub mod app;
pub mod choice;
pub mod cli;
pub mod compiler;
pub mod event;
pub mod host;
pub mod ids;
pub mod locale;
pub mod machine;
pub mod program;
pub mod scenario;
pub mod scene;
pub mod schedule;
pub mod source;
pub mod stdlib;
pub mod sync;
pub mod trace;
pub mod tui;
