//! A bar that shows how far long work is; on a terminal only.

use std::{
    io::{self, IsTerminal},
    ops::RangeInclusive,
    time::{Duration, Instant},
};

use super::console::say;

/// Cells of the bar.
const WIDTH: u32 = 30;

/// A bar.
#[derive(Debug)]
pub struct Progress {
    whole: RangeInclusive<u64>,
    patience: Duration,
    start: Instant,
    shown: Option<u32>,
    label: String,
    on_terminal: bool,
}

impl Progress {
    /// A bar for work from one number to another; work that takes less than this is not worth one.
    pub fn new(label: String, whole: RangeInclusive<u64>, patience: Duration) -> Self {
        Self { whole, patience, start: Instant::now(), shown: None, label, on_terminal: io::stderr().is_terminal() }
    }

    /// No bar: there is no console to show it on.
    pub fn nowhere() -> Self {
        let (start, label) = (Instant::now(), String::new());
        Self { whole: 0..=0, patience: Duration::ZERO, start, shown: None, label, on_terminal: false }
    }

    /// The work has come to this number.
    pub fn at(&mut self, now: u64) {
        if !self.on_terminal || self.start.elapsed() < self.patience {
            return;
        }
        let (first, last) = (*self.whole.start(), *self.whole.end());
        let percent = now.saturating_sub(first).saturating_mul(100).checked_div(last.saturating_sub(first));
        let percent = percent.unwrap_or(100).min(100) as u32;
        if self.shown != Some(percent) {
            self.shown = Some(percent);
            let done = (percent * WIDTH / 100) as usize;
            let bar = "━".repeat(done) + &"╌".repeat(WIDTH as usize - done);
            say(&format!("\r{} {bar} {percent:3} %", self.label));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            say("\r\x1b[K");
        }
    }
}
