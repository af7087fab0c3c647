//! How threads are called and numbered: whether that counts for how the program can go on.
//!
//! A search leaves it out, so that threads that do the same can change places, for as long as no run has looked at it: what
//! never looks at a name goes on in the same way whatever the names are. Tests: `tests/search/report.rs`.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::machine::Machine;

/// Whether names and numbers of threads count.
#[derive(Debug, Default)]
pub struct ThreadNames {
    rule: Rule,
    asked: AtomicBool,
}

#[derive(Clone, Copy, Debug, Default)]
enum Rule {
    /// If the text of the program could look at them.
    #[default]
    ByText,
    LeftOut,
    Told,
}

impl Clone for ThreadNames {
    fn clone(&self) -> Self {
        Self { rule: self.rule, asked: AtomicBool::new(self.asked.load(Ordering::Relaxed)) }
    }
}

impl Machine {
    /// From here on, names and numbers of threads do not count.
    pub fn leave_thread_names_out(&mut self) {
        self.thread_names.rule = Rule::LeftOut;
    }

    /// From here on, they do.
    pub fn tell_thread_names(&mut self) {
        self.thread_names.rule = Rule::Told;
    }

    /// Whether the text of the program could look at them, as far as it shows that.
    #[must_use]
    pub fn may_ask_for_thread_names(&self) -> bool {
        self.common.statics.seen.threads
    }

    /// Whether the program has looked at the name or number of a thread although they do not count.
    #[must_use]
    pub fn has_asked_for_thread_names(&self) -> bool {
        matches!(self.thread_names.rule, Rule::LeftOut) && self.thread_names.asked.load(Ordering::Relaxed)
    }

    /// The program looks at the name or number of a thread, or at an order that follows from them.
    pub(in crate::machine) fn ask_for_thread_names(&self) {
        self.thread_names.asked.store(true, Ordering::Relaxed);
    }

    /// Whether they count.
    pub(super) fn thread_names_count(&self) -> bool {
        match self.thread_names.rule {
            Rule::ByText => self.common.statics.seen.threads,
            Rule::LeftOut => false,
            Rule::Told => true,
        }
    }
}
