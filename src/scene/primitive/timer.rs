//! A timer: whether it was cancelled, or its time has come.

use crate::event::TimerChange;

/// What a timer is like.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TimerState {
    /// It was cancelled before its time came.
    pub cancelled: bool,
    /// Its time has come.
    pub fired: bool,
}

impl TimerState {
    pub(super) fn apply(&mut self, change: TimerChange) {
        match change {
            TimerChange::Cancelled => self.cancelled = true,
            TimerChange::Fired => self.fired = true,
        }
    }
}
