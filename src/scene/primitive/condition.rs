//! A condition: who is in its waiting room.

use crate::{event::ConditionChange, ids::ThreadId};

/// What a condition is like.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ConditionState {
    /// Who is in the waiting room, in order.
    pub inside: Vec<ThreadId>,
}

impl ConditionState {
    pub(super) fn apply(&mut self, change: ConditionChange, by: ThreadId) {
        match change {
            ConditionChange::Entered => self.inside.push(by),
            ConditionChange::Left => self.inside.retain(|&thread| thread != by),
            ConditionChange::NotifiedNobody => {}
        }
    }
}
