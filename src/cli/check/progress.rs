//! How far a search is, in one line; on a terminal only, and only when it takes long.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use super::{Console, number::grouped, say};
use crate::explore::Search;

/// A search that takes less is not worth a line.
const PATIENCE: Duration = Duration::from_secs(1);

/// The line.
#[derive(Debug)]
pub struct Progress {
    start: Instant,
    /// When it was shown last, and how many steps the search had taken.
    last: (Instant, u64),
    is_shown: bool,
    on_terminal: bool,
}

impl Progress {
    /// Nothing yet.
    pub fn new() -> Self {
        let now = Instant::now();
        Self { start: now, last: (now, 0), is_shown: false, on_terminal: io::stderr().is_terminal() }
    }

    /// The search is so far.
    pub fn at(&mut self, search: &Search, console: &Console) {
        if !self.on_terminal || self.start.elapsed() < PATIENCE {
            return;
        }
        let (when, before) = self.last;
        // A new round begins to count anew.
        let steps = search.found.transitions;
        let new = steps.checked_sub(before).unwrap_or(steps);
        let speed = new as f64 / when.elapsed().as_secs_f64().max(1e-3);
        self.last = (Instant::now(), steps);
        let arguments = [
            ("states", grouped(search.found.graph.len() as u64).into()),
            ("depth", grouped(search.depth() as u64).into()),
            ("speed", grouped(speed as u64).into()),
        ];
        self.show(&console.locale.format("check-progress", &arguments));
    }

    /// The search is over, and short ways are looked for.
    pub fn telling(&mut self, console: &Console) {
        if self.is_shown {
            self.show(&console.words("check-telling"));
        }
    }

    fn show(&mut self, line: &str) {
        self.is_shown = true;
        say(&format!("\r\x1b[K{line}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            say("\r\x1b[K");
        }
    }
}
