//! A semaphore: how many permits are left, and who took the others.

use crate::{event::SemaphoreChange, ids::ThreadId};

/// What a semaphore is like.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SemaphoreState {
    /// So many permits are left.
    pub left: u32,
    /// Who took the others, in order.
    pub holders: Vec<ThreadId>,
}

impl SemaphoreState {
    /// A semaphore with so many permits.
    #[must_use]
    pub fn new(permits: u32) -> Self {
        Self { left: permits, holders: Vec::new() }
    }

    pub(super) fn apply(&mut self, change: SemaphoreChange, by: ThreadId) {
        match change {
            SemaphoreChange::Taken { left } => {
                self.left = left;
                self.holders.push(by);
            }
            SemaphoreChange::Returned { left: now } => {
                let holders = &mut self.holders;
                // Permits that nobody took can be given back, too: any number of them.
                for _ in (self.left..now).take(holders.len()) {
                    let own = holders.iter().position(|&holder| holder == by);
                    // Whoever releases without having acquired gives somebody else's permit back.
                    if let Some(at) = own.or_else(|| (!holders.is_empty()).then_some(0)) {
                        holders.remove(at);
                    }
                }
                self.left = now;
            }
        }
    }
}
