//! `sjf`: the shortest job first; whoever has its turn keeps it until it waits, sleeps or ends.
//!
//! How long the work before a thread's next wait is, nobody can know; a table of an earlier run says it ([`Bursts`]).

use super::Moment;
use crate::{event::Nanos, ids::ThreadId, machine::Choosable};

/// How long each thread computed between two waits, in virtual time, in a run before this one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Bursts {
    threads: Vec<Vec<Nanos>>,
}

impl Bursts {
    /// The next burst of the thread was so long.
    pub fn add(&mut self, thread: ThreadId, length: Nanos) {
        if self.threads.len() <= thread.index() {
            self.threads.resize_with(thread.index() + 1, Vec::new);
        }
        self.threads[thread.index()].push(length);
    }

    /// The length of a thread's burst, from 0; where it has had more than in the run before, the last one's. `None` for a
    /// thread of which nothing is known.
    #[must_use]
    pub fn length(&self, thread: ThreadId, burst: usize) -> Option<Nanos> {
        let known = self.threads.get(thread.index())?;
        known.get(burst).or_else(|| known.last()).copied()
    }
}

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    ready.iter().copied().min_by_key(|&option| {
        let thread = option.thread();
        let place = moment.ledger.place(option);
        let length = moment.known.bursts.length(thread, moment.ledger.bursts(thread));
        // Whoever is running stays, however short the others are.
        (place.running(), length.unwrap_or(Nanos::MAX), place)
    })
}
