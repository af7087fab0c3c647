//! The synchronization primitives, one pure state machine a file.
//!
//! A primitive knows threads only as ids. Asked for an operation, it either performs it or queues the thread among its
//! waiters; it says which waiters may go on, and wakes nobody. It knows no time: a timeout is somebody else calling
//! [`Primitive::expire`]. `I` is an item of a queue. The behaviour is that of CPython's `threading.py` and `queue.py`;
//! each file names what it takes from there. Tests: `sync/tests/`.

mod barrier;
mod condition;
mod event;
mod holders;
mod lock;
mod queue;
mod rlock;
mod semaphore;
#[cfg(test)]
mod tests;
mod timer;
mod vocabulary;
mod waiters;

use smallvec::SmallVec;

pub use barrier::{Barrier, BarrierChange};
pub use condition::{Condition, ConditionChange};
pub use event::{Event, EventChange};
pub use lock::{Lock, LockChange};
pub use queue::{Discipline, Edit, Incomparable, Queue, QueueChange, QueueWant};
pub use rlock::RLock;
pub use semaphore::{Semaphore, SemaphoreChange};
pub use timer::{Timer, TimerChange};
pub use vocabulary::{Change, ResourceKind, Want};

use crate::ids::ThreadId;

/// What a thread asks of a primitive.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Request<I> {
    /// Lock, semaphore: take it, or one permit.
    Acquire { blocking: bool },
    /// Lock, semaphore: give it back, or so many permits.
    Release { permits: u32 },
    /// `RLock`: give it back altogether; the reply is the depth.
    ReleaseAll,
    /// `RLock`: take it again as deep as it was.
    Restore { depth: u32 },
    /// Event, condition, barrier, timer: wait.
    Wait,
    /// Condition: wake so many waiters.
    Notify { count: u32 },
    /// Event: set the flag.
    Set,
    /// Event: clear the flag.
    Clear,
    /// Barrier: the action of the last party is done, let everybody through.
    Open,
    /// Barrier: make it as new.
    Reset,
    /// Barrier: break it.
    Abort,
    /// Timer: cancel it.
    Cancel,
    /// Queue: put an item.
    Put { item: I, blocking: bool },
    /// Queue: get an item.
    Get { blocking: bool },
    /// Queue: an item is done with.
    TaskDone,
    /// Queue: wait until all items are done with.
    Join,
}

impl<I> Request<I> {
    /// The same without the item.
    #[must_use]
    pub fn without_item(self) -> Request<()> {
        match self {
            Self::Acquire { blocking } => Request::Acquire { blocking },
            Self::Release { permits } => Request::Release { permits },
            Self::ReleaseAll => Request::ReleaseAll,
            Self::Restore { depth } => Request::Restore { depth },
            Self::Wait => Request::Wait,
            Self::Notify { count } => Request::Notify { count },
            Self::Set => Request::Set,
            Self::Clear => Request::Clear,
            Self::Open => Request::Open,
            Self::Reset => Request::Reset,
            Self::Abort => Request::Abort,
            Self::Cancel => Request::Cancel,
            Self::Put { blocking, .. } => Request::Put { item: (), blocking },
            Self::Get { blocking } => Request::Get { blocking },
            Self::TaskDone => Request::TaskDone,
            Self::Join => Request::Join,
        }
    }
}

/// What an operation came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Outcome<I> {
    /// It is done.
    Done(Reply<I>),
    /// The thread waits, and is among the waiters.
    Wait,
    /// It was refused, and nothing has changed.
    Refused(Refusal),
}

/// What a finished operation returns.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Reply<I> {
    /// Nothing.
    None,
    /// Whether it was got.
    Bool(bool),
    /// A number: a depth, the index of an arrival.
    Int(u32),
    /// The item.
    Item(I),
    /// Barrier: the last party is here, and has to run the action.
    RunAction,
}

/// Why an operation was refused: what CPython raises.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Refusal {
    /// `RuntimeError('release unlocked lock')`
    ReleaseUnlocked,
    /// `RuntimeError('cannot release un-acquired lock')`
    ReleaseUnacquired,
    /// `ValueError('Semaphore released too many times')`
    ReleasedTooOften,
    /// `threading.BrokenBarrierError`
    Broken,
    /// `queue.Full`
    Full,
    /// `queue.Empty`
    Empty,
    /// `ValueError('task_done() called too many times')`
    DoneTooOften,
}

/// What changed, in order.
pub type Log<I> = SmallVec<[Change<I>; 4]>;

/// Takes down what a primitive is made of, for whoever compares states.
pub trait Describe<I> {
    /// A number.
    fn number(&mut self, number: u64);
    /// A thread.
    fn thread(&mut self, thread: ThreadId);
    /// An item.
    fn item(&mut self, item: I);
    /// Threads whose order makes no difference, each with a number.
    fn crowd(&mut self, threads: &mut dyn Iterator<Item = (ThreadId, u64)>);
}

/// Any primitive.
#[expect(missing_docs, reason = "each is explained in its file")]
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub enum Primitive<I> {
    Lock(Lock),
    RLock(RLock),
    Condition(Condition),
    Semaphore(Semaphore),
    Event(Event),
    Barrier(Barrier),
    Timer(Timer),
    Queue(Queue<I>),
}

/// Calls the same method of whichever primitive it is.
macro_rules! each {
    ($primitive:expr, $this:ident => $call:expr) => {
        match $primitive {
            Primitive::Lock($this) => $call,
            Primitive::RLock($this) => $call,
            Primitive::Condition($this) => $call,
            Primitive::Semaphore($this) => $call,
            Primitive::Event($this) => $call,
            Primitive::Barrier($this) => $call,
            Primitive::Timer($this) => $call,
            Primitive::Queue($this) => $call,
        }
    };
}

impl<I: Copy + Eq> Primitive<I> {
    /// The first of the two steps: performs the operation, or queues the thread.
    ///
    /// # Panics
    /// When the primitive has no such operation: the tables in `machine/` offer each only its own.
    pub fn attempt(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        each!(self, this => this.attempt(who, request, log))
    }

    /// What a thread wants that has to wait for this.
    #[must_use]
    pub const fn want(&self, request: &Request<I>) -> Want {
        match (self, request) {
            (Self::Barrier(_), Request::Wait) => Want::Parties,
            _ => request.want(),
        }
    }

    /// Whether the waiting thread may take its second step.
    #[must_use]
    pub fn may_resume(&self, who: ThreadId) -> bool {
        each!(self, this => this.may_resume(who))
    }

    /// The second step: the thread goes on, or has to wait again because somebody was quicker.
    pub fn resume(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        each!(self, this => this.resume(who, log))
    }

    /// The thread's time ran out.
    pub fn expire(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        each!(self, this => this.expire(who, log))
    }

    /// Whether the waiting thread's time counts yet.
    #[must_use]
    pub fn may_expire(&self, who: ThreadId) -> bool {
        match self {
            Self::Barrier(barrier) => barrier.may_expire(who),
            _ => true,
        }
    }

    /// The waiting threads in their order, each with whether it may take its second step.
    pub fn waiters(&self, mut each: impl FnMut(ThreadId, bool)) {
        each!(self, this => this.waiters(&mut each));
    }

    /// The thread that everybody who wants to acquire the primitive waits for.
    #[must_use]
    pub fn owner(&self) -> Option<ThreadId> {
        match self {
            Self::Lock(lock) => lock.owner(),
            Self::RLock(lock) => lock.owner(),
            _ => None,
        }
    }

    /// The threads that hold permits, one entry a permit: none where permits are signals.
    #[must_use]
    pub fn holders(&self) -> &[ThreadId] {
        match self {
            Self::Semaphore(semaphore) => semaphore.holders(),
            _ => &[],
        }
    }

    /// Takes down what it is made of: two that are described alike go on alike. What waiting threads want is theirs to
    /// say, and in which order threads wait counts only where it decides who is served.
    pub fn describe(&self, describe: &mut dyn Describe<I>) {
        each!(self, this => this.describe(describe));
    }

    /// The copy of it in a forked process: of the threads only the one that forked is there, under another id, and nobody
    /// waits. A lock that another thread holds stays locked for ever, as `os.fork` warns.
    #[must_use]
    pub fn forked(&self, parent: ThreadId, child: ThreadId) -> Self {
        let mut copy = self.clone();
        each!(&mut copy, this => this.fork(parent, child));
        copy
    }

    /// Which primitive it is.
    #[must_use]
    pub fn kind(&self) -> ResourceKind {
        match self {
            Self::Lock(_) => ResourceKind::Lock,
            Self::RLock(_) => ResourceKind::RLock,
            Self::Condition(_) => ResourceKind::Condition,
            Self::Semaphore(semaphore) if semaphore.is_bounded() => ResourceKind::BoundedSemaphore,
            Self::Semaphore(_) => ResourceKind::Semaphore,
            Self::Event(_) => ResourceKind::Event,
            Self::Barrier(_) => ResourceKind::Barrier,
            Self::Timer(_) => ResourceKind::Timer,
            Self::Queue(queue) => queue.kind(),
        }
    }

    /// Permits, capacity or parties; 0 where there is none.
    #[must_use]
    pub fn limit(&self) -> u32 {
        match self {
            Self::Semaphore(semaphore) => semaphore.permits(),
            Self::Barrier(barrier) => barrier.parties(),
            Self::Queue(queue) => queue.capacity(),
            _ => 0,
        }
    }
}

/// The fault of a table that offers a primitive's operation on another one.
#[cold]
fn no_such_operation<I>(primitive: &str) -> Outcome<I> {
    unreachable!("the tables offer a {primitive} only its own operations")
}
