//! What each primitive is like, folded from its changes: one file a primitive. What all have in common, the name, the
//! waiters, is in `resource`.

mod barrier;
mod condition;
mod event;
mod lock;
mod queue;
mod semaphore;
mod timer;

pub use barrier::BarrierState;
pub use condition::ConditionState;
pub use event::EventState;
pub use lock::LockState;
pub use queue::{Item, QueueState};
pub use semaphore::SemaphoreState;
pub use timer::TimerState;

use crate::{
    event::{Change, ConditionChange, ResourceKind, Shown},
    ids::ThreadId,
};

/// What a primitive is like.
#[expect(missing_docs, reason = "each is explained in its file")]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ResourceState {
    Lock(LockState),
    Semaphore(SemaphoreState),
    Event(EventState),
    Condition(ConditionState),
    Barrier(BarrierState),
    Queue(QueueState),
    Timer(TimerState),
}

impl ResourceState {
    /// A primitive that was just made; `limit` is its permits, capacity or parties.
    #[must_use]
    pub fn new(kind: ResourceKind, limit: u32) -> Self {
        match kind {
            ResourceKind::Lock | ResourceKind::RLock | ResourceKind::RwLock | ResourceKind::Other => {
                Self::Lock(LockState::default())
            }
            ResourceKind::Semaphore | ResourceKind::BoundedSemaphore => Self::Semaphore(SemaphoreState::new(limit)),
            ResourceKind::Event | ResourceKind::Once | ResourceKind::Future => Self::Event(EventState::default()),
            ResourceKind::Condition => Self::Condition(ConditionState::default()),
            ResourceKind::Barrier => Self::Barrier(BarrierState::default()),
            ResourceKind::Timer => Self::Timer(TimerState::default()),
            ResourceKind::Queue | ResourceKind::LifoQueue | ResourceKind::SimpleQueue | ResourceKind::Channel => {
                Self::Queue(QueueState::new(false))
            }
            ResourceKind::PriorityQueue => Self::Queue(QueueState::new(true)),
        }
    }

    /// Applies a change by a thread. One that does not belong to this primitive changes nothing: a recording may say
    /// anything.
    pub fn apply(&mut self, change: Change<Shown>, by: ThreadId) {
        match (self, change) {
            (Self::Lock(lock), Change::Lock(change)) => lock.apply(change, by),
            (Self::Semaphore(semaphore), Change::Semaphore(change)) => semaphore.apply(change, by),
            (Self::Event(event), Change::Event(change)) => event.apply(change),
            (Self::Condition(condition), Change::Condition(change)) => condition.apply(change, by),
            (Self::Barrier(barrier), Change::Barrier(change)) => barrier.apply(change, by),
            (Self::Queue(queue), Change::Queue(change)) => queue.apply(change, by),
            (Self::Timer(timer), Change::Timer(change)) => timer.apply(change),
            _ => {}
        }
    }

    /// The thread that owns it, if it is a lock.
    #[must_use]
    pub fn owner(&self) -> Option<ThreadId> {
        match self {
            Self::Lock(lock) => lock.owner,
            _ => None,
        }
    }

    /// The threads that hold it, as often as they do.
    #[must_use]
    pub fn holders(&self) -> &[ThreadId] {
        match self {
            Self::Lock(lock) if lock.owner.is_none() => &lock.readers,
            Self::Lock(lock) => lock.owner.as_slice(),
            Self::Semaphore(semaphore) => semaphore.owners(),
            _ => &[],
        }
    }

    /// Whether it is given back by others than those who took it.
    #[must_use]
    pub fn is_handed(&self) -> bool {
        matches!(self, Self::Semaphore(semaphore) if semaphore.handed)
    }

    /// How much there is in it.
    #[must_use]
    pub fn things(&self) -> usize {
        match self {
            Self::Semaphore(semaphore) => semaphore.holders.len(),
            Self::Condition(condition) => condition.inside.len(),
            Self::Barrier(barrier) => barrier.arrived.len(),
            Self::Queue(queue) => queue.items.len(),
            Self::Lock(lock) => lock.readers.len(),
            Self::Event(_) | Self::Timer(_) => 0,
        }
    }
}

/// Whether a change is worth a line: that a condition's wait begins and ends, the wait itself tells.
#[must_use]
pub fn is_told(change: Change<Shown>) -> bool {
    !matches!(change, Change::Condition(ConditionChange::Entered | ConditionChange::Left))
}
