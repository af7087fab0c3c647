//! A lock, re-entrant or not: who owns it, and how many times over.

use crate::{event::LockChange, ids::ThreadId};

/// What a lock is like.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LockState {
    /// Who owns it.
    pub owner: Option<ThreadId>,
    /// How many times the owner took it.
    pub depth: u32,
    /// Who shares it, where readers can.
    pub readers: Vec<ThreadId>,
}

impl LockState {
    pub(super) fn apply(&mut self, change: LockChange, by: ThreadId) {
        match change {
            LockChange::Acquired { depth } => {
                self.owner = Some(by);
                self.depth = depth;
            }
            LockChange::Released { depth } => {
                self.depth = depth;
                if depth == 0 {
                    self.owner = None;
                }
            }
            LockChange::SharedAcquired => self.readers.push(by),
            LockChange::SharedReleased => {
                if let Some(at) = self.readers.iter().position(|&reader| reader == by) {
                    self.readers.remove(at);
                }
            }
        }
    }
}
