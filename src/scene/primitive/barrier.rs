//! A barrier: who has arrived, and whether it lets them through.

use crate::{event::BarrierChange, ids::ThreadId};

/// What a barrier is like.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BarrierState {
    /// Who has arrived and has not gone through, in order.
    pub arrived: Vec<ThreadId>,
    /// It lets people through.
    pub open: bool,
    /// It is broken.
    pub broken: bool,
}

impl BarrierState {
    pub(super) fn apply(&mut self, change: BarrierChange, by: ThreadId) {
        match change {
            BarrierChange::Arrived { .. } => self.arrived.push(by),
            BarrierChange::Opened => self.open = true,
            BarrierChange::PassedThrough { left } => {
                self.arrived.retain(|&thread| thread != by);
                self.open &= left > 0;
            }
            BarrierChange::Broken => self.broken = true,
            BarrierChange::Reset => self.broken = false,
        }
    }
}
