//! A primitive as it is shown: what all have in common, and who waits for it and how. What each is like is in
//! `primitive/`.

use super::primitive::ResourceState;
use crate::{
    event::{Change, ResourceKind, Shown, TimerChange, Wait},
    ids::{ResourceId, StepIndex, TextId, ThreadId},
};

/// A primitive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResourceView {
    /// Which primitive.
    pub kind: ResourceKind,
    /// What the program calls it.
    pub name: Option<TextId>,
    /// The lock that a condition made for itself: to enter the condition is to take it.
    pub lock: Option<ResourceId>,
    /// Its permits, capacity or parties; 0 where there is none.
    pub limit: u32,
    /// What it is like now.
    pub state: ResourceState,
    /// Who waits, in order.
    pub waiters: Vec<Waiter>,
    /// The step in which it changed last, and what then happened to it.
    pub changed: Option<(StepIndex, ThreadId, Change<Shown>)>,
}

/// Somebody who waits for a primitive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiter {
    /// Who.
    pub thread: ThreadId,
    /// What for.
    pub wait: Wait,
    /// It was woken, and has not had its turn.
    pub woken: bool,
}

impl ResourceView {
    /// A primitive that was just made.
    #[must_use]
    pub fn new(kind: ResourceKind, limit: u32) -> Self {
        let state = ResourceState::new(kind, limit);
        Self { kind, name: None, lock: None, limit, state, waiters: Vec::new(), changed: None }
    }

    /// How much there is in it.
    #[must_use]
    pub fn things(&self) -> usize {
        self.waiters.len() + self.state.things()
    }

    /// Applies a change by a thread.
    pub fn apply(&mut self, change: Change<Shown>, by: ThreadId, step: StepIndex) {
        self.changed = Some((step, by, change));
        self.state.apply(change, by);
    }

    /// Whether permits that are given or taken are signals.
    #[must_use]
    pub fn is_signalled(&self, change: Change<Shown>) -> bool {
        match (&self.state, change) {
            (ResourceState::Semaphore(semaphore), Change::Semaphore(change)) => semaphore.is_signalled(change),
            _ => false,
        }
    }

    /// A timer that has fired runs again when its thread waits again.
    pub fn run_again(&mut self, who: ThreadId) {
        if let (ResourceState::Timer(timer), Some((_, by, Change::Timer(TimerChange::Fired)))) =
            (&mut self.state, self.changed)
        {
            timer.fired &= by != who;
        }
    }
}
