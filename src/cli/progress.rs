//! A bar that shows how far long work is; on a terminal only.

use std::{
    io::{self, IsTerminal},
    ops::RangeInclusive,
    time::{Duration, Instant},
};

use super::console::{Console, say};
use crate::ids::StepIndex;

/// Cells of the bar.
const WIDTH: u32 = 30;

/// Work that takes less is not worth a bar.
const PATIENCE: Duration = Duration::from_millis(400);

/// A bar.
#[derive(Debug)]
pub struct Progress {
    steps: RangeInclusive<StepIndex>,
    start: Instant,
    shown: Option<u32>,
    label: String,
    on_terminal: bool,
}

impl Progress {
    /// A bar for work on these steps; none where there is no console to show it on.
    pub fn new(console: Option<&Console>, steps: RangeInclusive<StepIndex>) -> Self {
        let on_terminal = console.is_some() && io::stderr().is_terminal();
        let label = console.map_or_else(String::new, |console| console.words("exporting"));
        Self { steps, start: Instant::now(), shown: None, label, on_terminal }
    }

    /// The work has come to this step.
    pub fn at(&mut self, step: StepIndex) {
        if !self.on_terminal || self.start.elapsed() < PATIENCE {
            return;
        }
        let (first, last) = (self.steps.start().0, self.steps.end().0);
        let percent = (step.0.saturating_sub(first) * 100).checked_div(last.saturating_sub(first)).unwrap_or(100);
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
