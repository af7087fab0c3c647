//! Whether a thread is inside a part of the program: for whoever waits until several are there at once. Tests: `tests/search/map.rs`.

use crate::{ids::ThreadId, machine::Machine};

impl Machine {
    /// Whether a thread is in a call of a function of the program of that name, or rests in a line of it that has this text.
    #[must_use]
    pub fn is_inside(&self, thread: ThreadId, part: &str) -> bool {
        let own = &self.threads[thread.index()];
        // A call of which nothing has run is one that is still to begin.
        let begun = own.stack.frames.iter().filter(|frame| frame.at.index() > 0);
        let calls = begun.map(|frame| self.common.program.code(frame.code));
        let mut calls = calls.filter(|code| !code.hidden);
        if own.pending.is_none() || part.is_empty() {
            return false;
        }
        calls.any(|code| &*code.name == part || &*code.qualified_name == part)
            || self.pending_line(thread).is_some_and(|line| self.common.program.text.line(line).contains(part))
    }
}
