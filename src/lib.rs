//! raddle: watch, drive and rewind a multithreaded Python program in the terminal.
//!
//! A scenario is compiled to a program, the program runs on a [`machine::Machine`] that is told each choice, each step
//! reports events to a trace, and everything on the screen is a fold of them. `docs/ARCHITECTURE.md` shows the house.
//!
//! What must stay true:
//!
//! - The same machine and choice give the same machine and events; cloning is the only way to fork.
//! - A primitive never touches a thread: it says who may wake, and wakes nobody.
//! - Every step yields an event, and the events alone rebuild every screen.
//! - Nothing below `host` knows time, randomness, files or OS threads.
//! - The compiler returns a program or diagnostics for any text whatever.
//! - Rust never calls Python, so that any call may block, be cloned, be rewound.
//! - An instruction that asks for an access is run again when that is granted: until then it leaves its registers alone.
//! - Drawing has no mutable access to what it draws.
//! - Every run, stepped, scheduled or rewound, is a list of choices that replays.
//! - No `unsafe`, no globals, no iteration over a hash map.

pub mod app;
pub mod choice;
pub mod cli;
pub mod compiler;
pub mod event;
pub mod export;
pub mod host;
pub mod ids;
pub mod lint;
pub mod locale;
pub mod machine;
pub mod picture;
pub mod program;
pub mod scenario;
pub mod scene;
pub mod schedule;
pub mod source;
pub mod standstill;
pub mod stdlib;
pub mod sync;
pub mod telling;
pub mod text;
pub mod trace;
pub mod tui;
