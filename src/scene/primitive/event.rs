//! An event: whether it is set.

use crate::event::EventChange;

/// What an event is like.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventState {
    /// Whether it is set.
    pub set: bool,
}

impl EventState {
    pub(super) fn apply(&mut self, change: EventChange) {
        self.set = change == EventChange::Set;
    }
}
