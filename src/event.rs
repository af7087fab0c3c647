//! What one step can report: the narrow waist between the machine and everything that shows, records or exports.
//!
//! Events are small and flat, and speak of threads, resources and variables by id; texts are ids into the table of
//! the trace that holds the events. Folding them from the start rebuilds every screen. This file knows neither the
//! machine that makes events nor the scene that folds them; what a primitive calls its own stands with it, in `sync/`. Tests: `tests/hosts/replay.rs`, `scene/`.

pub use crate::sync::{
    BarrierChange, Change, ConditionChange, EventChange, LockChange, QueueChange, QueueWant, ResourceKind,
    SemaphoreChange, TimerChange, Want,
};
use crate::{
    ids::{ResourceId, TextId, ThreadId, VariableId},
    source::Span,
};

/// A moment of virtual time, or a duration, in nanoseconds.
pub type Nanos = u64;

/// One thing that happened, where, and to whom.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// The thread whose step it was.
    pub thread: ThreadId,
    /// The expression of the program that did it; empty where there is none.
    pub span: Span,
    /// What happened.
    pub kind: EventKind,
}

/// What happened.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventKind {
    /// A thread object was made; it has not been started.
    ThreadCreated { thread: ThreadId, name: TextId, daemon: bool, life: Life },
    /// A thread was given another name, or became a daemon before its start.
    ThreadChanged { thread: ThreadId, name: TextId, daemon: bool },
    /// A thread was started and is ready.
    ThreadStarted { thread: ThreadId },
    /// The thread has run to its end.
    ThreadFinished,
    /// The thread ended by an exception that nothing caught; the text is `Type: message`.
    ThreadFailed { exception: TextId },
    /// The thread was cut off because the program ended (a daemon).
    ThreadAbandoned,

    /// The thread rests before this operation.
    AboutTo { action: Action },
    /// The thread waits; `deadline` is [`NO_DEADLINE`] when it would wait for ever.
    Blocked { on: Wait, deadline: Nanos },
    /// What a blocked thread waits for has come about: it may go on when it is its turn.
    Woken { thread: ThreadId },
    /// Somebody was quicker: the woken thread has to go on waiting.
    Overtaken { thread: ThreadId },
    /// The thread's wait is over and it goes on.
    Unblocked,
    /// The thread's wait is over because its time ran out.
    TimedOut,
    /// The thread sleeps until the given moment.
    Slept { until: Nanos },

    /// A primitive was made; `limit` is its permits, capacity or parties, and 0 where there is none.
    ResourceCreated { resource: ResourceId, kind: ResourceKind, limit: u32 },
    /// A primitive was given a name by the program.
    ResourceNamed { resource: ResourceId, name: TextId },
    /// A primitive changed.
    Changed { resource: ResourceId, change: Change<Shown> },

    /// A shared variable is spoken of for the first time, or by a better name.
    VariableNamed { variable: VariableId, name: TextId },
    /// What a shared variable is worth when it is spoken of for the first time, before anybody reads or writes it.
    Worth { variable: VariableId, value: Shown },
    /// A shared variable was read.
    Read { variable: VariableId },
    /// A shared variable was written and is now worth `value`.
    Wrote { variable: VariableId, value: Shown },

    /// The innermost function of the thread, and how many calls deep it is; locals of the last one are gone.
    Frame { function: TextId, depth: u32 },
    /// A local variable of that function.
    Local { name: TextId, value: Shown },
    /// A local variable of that function is not bound any more.
    LocalUnbound { name: TextId },

    /// The program printed.
    Output { text: TextId, stderr: bool },
    /// The program asked for a random number and was given one.
    Drew { value: Shown },
    /// An exception was raised; the text is `Type: message`.
    Raised { exception: TextId },

    /// The thread calls a function.
    Called { function: TextId },
    /// The innermost function of the thread returns this.
    Returned { value: Shown },
    /// More of the thread's calls than the innermost one, and the frames that wait outside of any.
    Calls(CallChange),
    /// The thread runs somewhere that was not looked into: in a library in C, in a call of the system.
    Outside { what: TextId },
    /// The operating system calls the thread that.
    OsId { thread: ThreadId, id: u64 },
    /// A file of the program besides the first, with its text where that was recorded.
    File { file: u32, name: TextId, text: Option<TextId> },
    /// So many events were not recorded.
    Dropped { count: u32 },
    /// Something happened for which a later version has a word.
    Unknown { word: TextId },
    /// The thread's step took so many nanoseconds on this core (from 0), from this moment on; where there are cores.
    Ran { core: u16, begin: Nanos, lasts: u32 },

    /// A circle closed in the wait-for graph that can still be undone; `length` [`EventKind::CircleEdge`]s follow.
    CircleClosed { circle: u32, length: u32 },
    /// One edge of that circle: `thread` waits for what `owner` holds.
    CircleEdge { circle: u32, thread: ThreadId, on: Wait, owner: ThreadId },
    /// The circle was undone.
    CircleBroken { circle: u32 },
    /// A circle in the wait-for graph cannot be undone; `length` [`EventKind::DeadlockEdge`]s follow.
    Deadlock { length: u32 },
    /// One edge of the deadlock: `thread` waits for what `owner` holds.
    DeadlockEdge { thread: ThreadId, on: Wait, owner: ThreadId },
    /// The run is over.
    Ended { end: End },
}

/// Frames that are not innermost: those that wait for a call, and those of generators, which wait for the next `next`.
/// Generators are known by numbers, which are given again when one is gone.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum CallChange {
    /// So many calls deep is this function, which called the next one at the event's place; its locals follow, and what was
    /// said of it and of deeper ones is void.
    Caller { depth: u32, function: TextId },
    /// A local variable of it.
    CallerLocal { depth: u32, name: TextId, value: Shown },
    /// A generator was made of this function; it has not begun.
    Made { generator: u32, function: TextId },
    /// It goes on in this thread; its `yield` is worth this value.
    Resumed { generator: u32, value: Shown },
    /// It handed out a value and is parked at the event's place; its locals follow.
    Yielded { generator: u32, value: Shown },
    /// A local variable of a parked generator.
    Kept { generator: u32, name: TextId, value: Shown },
    /// It returned this.
    Ended { generator: u32, value: Shown },
    /// It was closed, or an exception left it.
    Broken { generator: u32 },
    /// So much was not said of generators, because there was too much of it in one step.
    Skipped { count: u32 },
}

/// What kind of thread it is, who made it, and where it lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
pub struct Life {
    /// What it is.
    pub kind: ThreadKind,
    /// Who made it, where that is said.
    pub parent: Option<ThreadId>,
    /// The process that it lives in, from 0.
    pub space: u16,
}

/// What is shown as a thread.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub enum ThreadKind {
    /// A thread.
    #[default]
    Thread,
    /// A coroutine's task, or a green thread.
    Task,
    /// A whole process.
    Process,
}

/// The latest moment that any clock of a run shows, in nanoseconds, 146 years after its beginning: the time stands still there.
pub const LATEST: Nanos = 1 << 62;

/// A deadline that never comes.
pub const NO_DEADLINE: Nanos = Nanos::MAX;

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum End {
    /// Every thread but daemons ran to its end.
    Finished,
    /// The main thread ended by an exception, or by `sys.exit` with something other than 0.
    Failed,
    /// Nothing can move, and threads wait for each other in a cycle.
    Deadlock,
    /// Nothing can move, and there is no cycle: somebody waits for what nobody will do.
    Stuck,
    /// A limit was reached first.
    Limit,
    /// A real program, in a recording of it.
    Real(RealEnd),
}

impl End {
    /// Of a program that has ended with this exit code.
    #[must_use]
    pub const fn of(code: i32) -> Self {
        if code == 0 { Self::Finished } else { Self::Failed }
    }
}

/// How a real program ended, as far as its recording says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum RealEnd {
    /// With this exit code.
    Exited(u32),
    /// By a signal of this number.
    Killed(u32),
    /// It did not go on, and was left so.
    Hung,
    /// It went on, and nobody looked at it any more.
    Left,
    /// In a way for which a later version has a word.
    Other(TextId),
}

impl End {
    /// The word for it in verdicts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Failed => "failed",
            Self::Deadlock => "deadlock",
            Self::Stuck => "stuck",
            Self::Limit => "limit",
            Self::Real(RealEnd::Exited(_)) => "exited",
            Self::Real(RealEnd::Killed(_)) => "killed",
            Self::Real(RealEnd::Hung) => "hung",
            Self::Real(RealEnd::Left) => "left",
            Self::Real(RealEnd::Other(_)) => "other",
        }
    }
}

/// A value as the screen shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Shown {
    /// A small integer.
    Int(i32),
    /// The (shortened) `repr` of anything else.
    Text(TextId),
}

/// What a thread waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Wait {
    /// For what it wants of a primitive.
    For(ResourceId, Want),
    /// For the end of a thread.
    End(ThreadId),
    /// For the end of every thread that is no daemon, before the program ends.
    Shutdown,
    /// For something that was not looked into.
    Other(TextId),
    /// For any of so many things.
    Any(u32),
}

impl Wait {
    /// The primitive waited for, if it is one.
    #[must_use]
    pub const fn resource(self) -> Option<ResourceId> {
        match self {
            Self::For(id, _) => Some(id),
            Self::End(_) | Self::Shutdown | Self::Other(_) | Self::Any(_) => None,
        }
    }
}

/// What a thread is about to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Action {
    /// What it will do.
    pub verb: Verb,
    /// With what.
    pub target: Target,
}

/// What an action is done with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Target {
    /// Nothing in particular.
    None,
    /// A primitive.
    Resource(ResourceId),
    /// A thread.
    Thread(ThreadId),
    /// A shared variable.
    Variable(VariableId),
    /// For so long.
    Duration(Nanos),
}

/// The operations that other threads could notice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Verb {
    /// Begin the program.
    Begin,
    /// Take a lock or a permit.
    Acquire,
    /// Give it back.
    Release,
    /// Wait for a flag, a notification, or the other parties.
    Wait,
    /// Wake one waiter, or some.
    Notify,
    /// Wake every waiter.
    NotifyAll,
    /// Set a flag.
    Set,
    /// Clear a flag.
    Clear,
    /// Put an item.
    Put,
    /// Get an item.
    Get,
    /// Say that an item is done with.
    TaskDone,
    /// Wait for all items to be done with.
    JoinQueue,
    /// Look at a primitive or thread without changing it.
    Inspect,
    /// Reset a barrier.
    Reset,
    /// Break a barrier.
    Abort,
    /// Cancel a timer.
    Cancel,
    /// Start a thread.
    Start,
    /// Wait for a thread's end.
    Join,
    /// End.
    Exit,
    /// Sleep.
    Sleep,
    /// Print.
    Print,
    /// Read a shared variable.
    Read,
    /// Write a shared variable.
    Write,
    /// Ask for a random number.
    Draw,
    /// Go on with a long stretch of work that nobody can notice.
    Compute,
}

/// Where a step reports to.
pub trait Sink {
    /// Whether anybody listens; a silent run saves itself the trouble.
    fn listens(&self) -> bool;
    /// The id of a text that events can speak of.
    fn text(&mut self, text: &str) -> TextId;
    /// Takes an event.
    fn event(&mut self, event: Event);
}

/// A sink that nobody listens to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silence;

impl Sink for Silence {
    fn listens(&self) -> bool {
        false
    }

    fn text(&mut self, _text: &str) -> TextId {
        TextId(0)
    }

    fn event(&mut self, _event: Event) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Millions of them are kept.
    #[test]
    fn an_event_is_small() {
        assert!(size_of::<Event>() <= 48, "{}", size_of::<Event>());
    }
}
