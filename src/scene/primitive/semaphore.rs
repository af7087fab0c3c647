//! A semaphore: how many permits are left, and who took the others; or, where it is a signal, how many were given.

use crate::{event::SemaphoreChange, ids::ThreadId};

/// What a semaphore is like.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SemaphoreState {
    /// So many permits are left.
    pub left: u32,
    /// Who took the others, in order.
    pub holders: Vec<ThreadId>,
    /// It is used as a signal: permits are given and taken, and nobody holds one.
    pub signals: bool,
}

impl SemaphoreState {
    /// A semaphore with so many permits. One that begins without any is a signal.
    #[must_use]
    pub fn new(permits: u32) -> Self {
        Self { left: permits, holders: Vec::new(), signals: permits == 0 }
    }

    pub(super) fn apply(&mut self, change: SemaphoreChange, by: ThreadId) {
        match change {
            SemaphoreChange::Taken { left } => {
                self.left = left;
                if !self.signals {
                    self.holders.push(by);
                }
            }
            SemaphoreChange::Returned { left } => {
                for _ in self.left..left {
                    self.give_back(by);
                }
                self.left = left;
            }
        }
    }

    /// A permit comes back; where it comes from somebody who took none, permits are signals from now on.
    fn give_back(&mut self, by: ThreadId) {
        match self.holders.iter().position(|&holder| holder == by) {
            Some(at) => drop(self.holders.remove(at)),
            None => {
                self.holders.clear();
                self.signals = true;
            }
        }
    }

    /// Whether permits that this thread gives or takes are signals.
    #[must_use]
    pub fn is_signalled(&self, change: SemaphoreChange, by: ThreadId) -> bool {
        match change {
            _ if self.signals => true,
            SemaphoreChange::Taken { .. } => false,
            SemaphoreChange::Returned { left } => {
                let own = self.holders.iter().filter(|&&holder| holder == by).count();
                left.saturating_sub(self.left) as usize > own
            }
        }
    }
}
