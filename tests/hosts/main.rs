//! What runs a program, and what keeps a run: sessions, policies, many runs, live ones, recordings.

mod everything;
mod foreign;
mod harm;
mod live;
mod policies;
mod recording;
mod recording_cli;
mod recording_harm;
mod replay;
#[path = "../support/mod.rs"]
mod support;
mod trials;
