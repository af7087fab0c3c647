//! Why nobody can go on: the reason behind a standstill, and who is to blame.
//!
//! Whoever knows how the threads stand, the machine or a scene folded from events, is asked by [`Standing`]; the answer
//! is the same. It knows no words: the sentences are `scene/reason.rs`. Tests: at the end of `reason.rs`,
//! `tests/machine/verdicts.rs`.

mod reason;

pub use reason::{Reason, Why, why};

use crate::{
    event::{ResourceKind, Wait},
    ids::{ResourceId, ThreadId},
};

/// How a thread stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stand {
    /// It was not started, or it can go on.
    Free,
    /// It waits.
    Waits(Wait),
    /// It has run to its end. The main thread has, too, when it only waits for the others.
    Finished,
    /// An exception ended it.
    Failed,
}

/// How threads and primitives stand.
pub trait Standing {
    /// How many threads there are.
    fn threads(&self) -> usize;
    /// How a thread stands.
    fn stand(&self, thread: ThreadId) -> Stand;
    /// Whether the program does not wait for the thread.
    fn is_daemon(&self, thread: ThreadId) -> bool;
    /// Which primitive it is.
    fn kind(&self, resource: ResourceId) -> ResourceKind;
    /// The owner of a lock.
    fn owner(&self, resource: ResourceId) -> Option<ThreadId>;
    /// The threads that hold permits of a semaphore; none where permits are signals.
    fn holders(&self, resource: ResourceId) -> &[ThreadId];
    /// The items in a queue, and how many that were put are not done with.
    fn items(&self, resource: ResourceId) -> (u32, u32);
    /// How many are at a barrier, and how many have to come.
    fn parties(&self, resource: ResourceId) -> (u32, u32);
}
