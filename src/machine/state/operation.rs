//! Operations: what a thread rests before, or is blocked in. What performing them means is in `run/operation.rs`.

use crate::{
    event::{Action, Nanos, Target, Verb},
    ids::{ResourceId, ThreadId},
    machine::state::{
        frame::Then,
        place::Footprint,
        value::{ObjectId, Value},
    },
    source::Span,
    sync::Request,
};

/// An operation that a thread rests before, or that it is blocked in.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Pending {
    /// What it will do.
    pub operation: Operation,
    /// What becomes of the result.
    pub then: Then,
    /// The expression that asked for it.
    pub span: Span,
}

/// An operation that other threads could notice.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub enum Operation {
    /// Accesses to what others can reach, a look at a primitive, or printing: the instruction itself does it.
    Access(Footprint),
    /// An operation of a primitive; the thread gives up after the timeout.
    Resource { resource: ResourceId, request: Request<Value>, timeout: Option<Nanos> },
    /// `Condition.wait`: give the lock back and wait.
    ConditionWait { room: ResourceId, lock: ResourceId, timeout: Option<Nanos> },
    /// In `Condition.wait`: waiting to be notified, or taking the lock again.
    ConditionRoom { room: ResourceId, lock: ResourceId, depth: u32 },
    /// In `Condition.wait`: taking the lock again; the wait's result is known.
    ConditionLock { lock: ResourceId, notified: bool },
    /// `Thread.start`.
    Start { thread: ThreadId },
    /// `os.fork`: the new process is called this.
    Fork { name: ObjectId },
    /// The first thing that the copy of a thread does in a new process.
    Forked,
    /// `Thread.join`, or waiting for the end of a process, whose first thread it is.
    Join { thread: ThreadId, timeout: Option<Nanos> },
    /// `time.sleep`.
    Sleep { duration: Nanos },
    /// A random number: an integer below the limit, or a fraction when that is 0.
    Draw { below: u64 },
    /// The thread has come to its end; `exception` is the one that ended it, or unbound.
    Exit { exception: Value },
    /// `os._exit`: the process ends here, with this code.
    Quit { code: i32 },
    /// The main thread has come to its end, and waits for the others.
    Shutdown { exception: Value },
    /// A long stretch of work goes on.
    Compute,
}

impl Operation {
    /// Whether the instruction that asked for it is run again, and does it.
    #[must_use]
    pub fn comes_again(&self) -> bool {
        matches!(self, Self::Access(_) | Self::Compute)
    }

    /// What the screen says of it; of accesses more can be said by whoever knows the names of places.
    #[must_use]
    pub fn action(&self) -> Action {
        let (verb, target) = match *self {
            Self::Access(_) => (Verb::Read, Target::None),
            Self::Resource { resource, request, .. } => (verb_of(request), Target::Resource(resource)),
            Self::ConditionWait { room, .. } | Self::ConditionRoom { room, .. } => (Verb::Wait, Target::Resource(room)),
            Self::ConditionLock { lock, .. } => (Verb::Acquire, Target::Resource(lock)),
            Self::Start { thread } => (Verb::Start, Target::Thread(thread)),
            Self::Fork { .. } => (Verb::Start, Target::None),
            Self::Forked => (Verb::Begin, Target::None),
            Self::Join { thread, .. } => (Verb::Join, Target::Thread(thread)),
            Self::Sleep { duration } => (Verb::Sleep, Target::Duration(duration)),
            Self::Draw { .. } => (Verb::Draw, Target::None),
            Self::Exit { .. } | Self::Quit { .. } | Self::Shutdown { .. } => (Verb::Exit, Target::None),
            Self::Compute => (Verb::Compute, Target::None),
        };
        Action { verb, target }
    }
}

impl Operation {
    /// The values that the operation holds on to.
    pub fn values(&self) -> Option<Value> {
        match *self {
            Self::Resource { request: Request::Put { item, .. }, .. } => Some(item),
            Self::Exit { exception } | Self::Shutdown { exception } => Some(exception),
            Self::Fork { name } => Some(Value::Object(name)),
            _ => None,
        }
    }
}

fn verb_of(request: Request<Value>) -> Verb {
    match request {
        Request::Acquire { .. } | Request::Restore { .. } => Verb::Acquire,
        Request::Release { .. } | Request::ReleaseAll => Verb::Release,
        Request::Wait | Request::Open => Verb::Wait,
        Request::Notify { count: u32::MAX } => Verb::NotifyAll,
        Request::Notify { .. } => Verb::Notify,
        Request::Set => Verb::Set,
        Request::Clear => Verb::Clear,
        Request::Reset => Verb::Reset,
        Request::Abort => Verb::Abort,
        Request::Cancel => Verb::Cancel,
        Request::Put { .. } => Verb::Put,
        Request::Get { .. } => Verb::Get,
        Request::TaskDone => Verb::TaskDone,
        Request::Join => Verb::JoinQueue,
    }
}
