//! A queue: its items, and how many are not done with.

use std::collections::VecDeque;

use crate::{
    event::{QueueChange, Shown},
    ids::ThreadId,
};

/// What a queue is like.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct QueueState {
    /// Its items, the one that is got next first.
    pub items: VecDeque<Item>,
    /// So many items are not done with.
    pub unfinished: u32,
    /// The last items that were got, each with who got it, the latest last.
    pub taken: VecDeque<(ThreadId, Shown)>,
}

/// So many of the items that were got are kept.
const TAKEN: usize = 6;

/// An item of a queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// What it looks like.
    pub value: Shown,
    /// Who put it.
    pub by: ThreadId,
}

impl QueueState {
    pub(super) fn apply(&mut self, change: QueueChange<Shown>, by: ThreadId) {
        match change {
            QueueChange::Put { item, position } => {
                self.items.insert((position as usize).min(self.items.len()), Item { value: item, by });
                self.unfinished = self.unfinished.saturating_add(1);
            }
            QueueChange::Got { item } => {
                // Among equals, a heap has an order of its own.
                let at = self.items.iter().position(|known| known.value == item).unwrap_or(0);
                self.items.remove(at);
                if self.taken.len() == TAKEN {
                    self.taken.pop_front();
                }
                self.taken.push_back((by, item));
            }
            QueueChange::TaskDone { unfinished } => self.unfinished = unfinished,
        }
    }
}
