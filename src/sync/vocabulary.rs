//! What the primitives are called, what can change in them and what a waiting thread wants of them: the words that events
//! speak of them with. Each primitive's own words are in its file; here they come together.

use super::{
    Request, barrier::BarrierChange, condition::ConditionChange, event::EventChange, lock::LockChange,
    queue::QueueChange, queue::QueueWant, semaphore::SemaphoreChange, timer::TimerChange,
};
use crate::ids::ThreadId;

/// The primitives that raddle draws.
#[expect(missing_docs, reason = "`name` says it")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum ResourceKind {
    Lock,
    RLock,
    Condition,
    Semaphore,
    BoundedSemaphore,
    Event,
    Barrier,
    Timer,
    Queue,
    LifoQueue,
    PriorityQueue,
    SimpleQueue,
    /// Another language's: for many readers, or one writer.
    RwLock,
    /// Another language's: done once, by whoever comes first.
    Once,
    /// Another language's: a queue with two ends that can be closed.
    Channel,
    /// A result that will be there.
    Future,
    /// Something for which there is no figure.
    Other,
}

impl ResourceKind {
    /// The primitive's name in Python's library.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lock => "Lock",
            Self::RLock => "RLock",
            Self::Condition => "Condition",
            Self::Semaphore => "Semaphore",
            Self::BoundedSemaphore => "BoundedSemaphore",
            Self::Event => "Event",
            Self::Barrier => "Barrier",
            Self::Timer => "Timer",
            Self::Queue => "Queue",
            Self::LifoQueue => "LifoQueue",
            Self::PriorityQueue => "PriorityQueue",
            Self::SimpleQueue => "SimpleQueue",
            Self::RwLock => "RwLock",
            Self::Once => "Once",
            Self::Channel => "Channel",
            Self::Future => "Future",
            Self::Other => "Other",
        }
    }
}

/// How a primitive changed; the thread that changed it is the event's. `I` is an item of a queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Change<I> {
    /// Any primitive that has waiters: one of them was notified, and leaves when it has its turn.
    Notified {
        /// Which one.
        thread: ThreadId,
    },
    /// A lock, re-entrant or not.
    Lock(LockChange),
    /// A semaphore.
    Semaphore(SemaphoreChange),
    /// An event.
    Event(EventChange),
    /// A condition's waiting room.
    Condition(ConditionChange),
    /// A barrier.
    Barrier(BarrierChange),
    /// A queue.
    Queue(QueueChange<I>),
    /// A timer.
    Timer(TimerChange),
    /// Any of them that can be closed: nothing more comes.
    Closed,
    /// Any of them that can be poisoned: its owner died of an exception.
    Poisoned,
}

impl<I> Change<I> {
    /// The same change with another kind of item.
    #[must_use]
    pub fn map_item<J>(self, map: impl FnOnce(I) -> J) -> Change<J> {
        match self {
            Self::Queue(change) => Change::Queue(change.map_item(map)),
            Self::Notified { thread } => Change::Notified { thread },
            Self::Lock(change) => Change::Lock(change),
            Self::Semaphore(change) => Change::Semaphore(change),
            Self::Event(change) => Change::Event(change),
            Self::Condition(change) => Change::Condition(change),
            Self::Barrier(change) => Change::Barrier(change),
            Self::Timer(change) => Change::Timer(change),
            Self::Closed => Change::Closed,
            Self::Poisoned => Change::Poisoned,
        }
    }
}

/// Makes each primitive's changes changes.
macro_rules! changes {
    ($($primitive:ident: $change:ty,)*) => {
        $(impl<I> From<$change> for Change<I> {
            fn from(change: $change) -> Self {
                Self::$primitive(change)
            }
        })*
    };
}

changes! {
    Lock: LockChange,
    Semaphore: SemaphoreChange,
    Event: EventChange,
    Condition: ConditionChange,
    Barrier: BarrierChange,
    Queue: QueueChange<I>,
    Timer: TimerChange,
}

/// What a waiting thread wants of a primitive.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Want {
    /// To own a lock, or to get a permit.
    Acquire,
    /// To be notified (condition), or that the flag is set (event, timer).
    Signal,
    /// The other parties of a barrier.
    Parties,
    /// Something of a queue.
    Queue(QueueWant),
}

impl<I> Request<I> {
    /// What the thread wants that has to wait for this, whichever primitive it asks.
    #[must_use]
    pub(super) const fn want(&self) -> Want {
        match self {
            Self::Put { .. } => Want::Queue(QueueWant::Room),
            Self::Get { .. } => Want::Queue(QueueWant::Item),
            Self::Join => Want::Queue(QueueWant::AllDone),
            Self::Wait => Want::Signal,
            _ => Want::Acquire,
        }
    }
}
