//! `priority`: the most urgent ready thread, the larger number first; among equals, first come, first served. A thread that
//! becomes ready takes the place of a less urgent one at the next step. With inheritance, whoever holds a lock is as urgent
//! as the most urgent thread that waits for it, along any chain of locks.

use std::cmp::Reverse;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::Moment;
use crate::{
    ids::ThreadId,
    machine::{Choosable, Machine},
};

/// How urgent threads are, by their names; others have 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Priorities {
    by_name: IndexMap<String, i64, FxBuildHasher>,
}

impl Priorities {
    /// The thread of this name is so urgent.
    pub fn set(&mut self, name: &str, priority: i64) {
        self.by_name.insert(name.to_owned(), priority);
    }

    /// How urgent a thread of the machine is by itself.
    #[must_use]
    pub fn of(&self, machine: &Machine, thread: ThreadId) -> i64 {
        self.by_name.get(&*machine.thread_name(thread)).copied().unwrap_or(0)
    }

    /// How urgent each thread is when holders inherit.
    fn inherited(&self, machine: &Machine) -> Vec<i64> {
        let threads = || (0..machine.thread_count()).map(ThreadId::at);
        let mut urgent: Vec<i64> = threads().map(|thread| self.of(machine, thread)).collect();
        for waiter in threads() {
            let own = self.of(machine, waiter);
            let mut at = waiter;
            // A chain is no longer than there are threads, also where it is a circle.
            for _ in threads() {
                let Some(holder) = machine.held_up_by(at) else { break };
                urgent[holder.index()] = urgent[holder.index()].max(own);
                at = holder;
            }
        }
        urgent
    }
}

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>, inherit: bool) -> Option<Choosable> {
    let (machine, priorities) = (moment.machine, &moment.known.priorities);
    let inherited = inherit.then(|| priorities.inherited(machine));
    ready.iter().copied().min_by_key(|&option| {
        let thread = option.thread();
        let urgent = inherited.as_ref().map_or_else(|| priorities.of(machine, thread), |all| all[thread.index()]);
        (Reverse(urgent), moment.ledger.place(option))
    })
}
