//! What happened, as a sentence that is not yet in any language: who did what, to what, because of whom. `telling` has the
//! words.

use super::{Edge, Scene, primitive};
use crate::{
    event::{Change, End, Event, EventKind, NO_DEADLINE, Nanos, Shown, Wait},
    ids::{ResourceId, TextId, ThreadId, VariableId},
    standstill::Reason,
};

/// What happened, in one sentence.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sentence {
    /// The main thread begins.
    Begins { thread: ThreadId },
    /// A thread starts another one.
    Starts { thread: ThreadId, other: ThreadId },
    /// A thread has run to its end.
    Finishes { thread: ThreadId },
    /// An exception ends a thread.
    Fails { thread: ThreadId, exception: TextId },
    /// A thread is cut off because the program has ended.
    IsAbandoned { thread: ThreadId },
    /// A thread begins to wait, for a lock of this owner or for a signal if it is one, for so long at most.
    Waits { thread: ThreadId, on: Wait, owner: Option<ThreadId>, signal: bool, at_most: Option<Nanos> },
    /// A timer's thread has waited until its time.
    TimeIsUp { thread: ThreadId },
    /// A thread gives up waiting.
    GivesUp { thread: ThreadId },
    /// A thread sleeps for so long.
    Sleeps { thread: ThreadId, time: Nanos },
    /// A thread is quicker than one that was woken.
    Overtakes { thread: ThreadId, other: ThreadId },
    /// A thread changes a primitive; `of` is the owner of a lock that somebody else releases, `signal` says that a semaphore's
    /// permits are signals.
    Changes { thread: ThreadId, resource: ResourceId, change: Change<Shown>, of: Option<ThreadId>, signal: bool },
    /// A thread reads a shared variable, which is worth that, if it is known.
    Reads { thread: ThreadId, variable: VariableId, value: Option<Shown> },
    /// A thread writes a shared variable.
    Writes { thread: ThreadId, variable: VariableId, value: Shown },
    /// A thread prints.
    Prints { thread: ThreadId, text: TextId },
    /// A thread is given a random number.
    Draws { thread: ThreadId, value: Shown },
    /// A thread raises an exception.
    Raises { thread: ThreadId, exception: TextId },
    /// So many threads wait for each other in a circle, and nobody can undo that.
    Deadlock { length: u32 },
    /// A thread writes over what another one wrote, without having seen it.
    Covers { thread: ThreadId, variable: VariableId, of: ThreadId, value: Shown },
    /// So many threads wait for each other in a circle, which can still be undone.
    Circle { length: u32 },
    /// One edge of either.
    Edge(Edge),
    /// A circle is undone.
    CircleBroken,
    /// An exception ended a thread: what it might have done, nobody does.
    WasEnded { thread: ThreadId },
    /// Why a thread waits for ever.
    WaitsForEver { thread: ThreadId, reason: Reason },
    /// A thread runs somewhere that was not looked into.
    IsOutside { thread: ThreadId, what: TextId },
    /// A thread does something for which a later version has a word.
    IsUnknown { thread: ThreadId, word: TextId },
    /// So many events were not recorded.
    Lost { count: u32 },
    /// The run is over.
    Ends(End),
}

impl Sentence {
    /// What an event tells in a scene that does not know of it yet; none if it is not worth a line.
    #[must_use]
    pub fn of(scene: &Scene, event: &Event) -> Option<Self> {
        let thread = event.thread;
        Some(match event.kind {
            EventKind::ThreadStarted { thread: other } if other == thread => Self::Begins { thread },
            EventKind::ThreadStarted { thread: other } => Self::Starts { thread, other },
            EventKind::ThreadFinished => Self::Finishes { thread },
            EventKind::ThreadFailed { exception } => Self::Fails { thread, exception },
            EventKind::ThreadAbandoned => Self::IsAbandoned { thread },
            EventKind::Blocked { on, deadline } => Self::Waits {
                thread,
                on,
                owner: on.resource().and_then(|resource| scene.owner_of(resource)),
                signal: on.resource().is_some_and(|resource| scene.is_signal(resource)),
                at_most: (deadline != NO_DEADLINE).then(|| deadline.saturating_sub(scene.clock)),
            },
            EventKind::TimedOut if scene.waits_for_timer(thread) => Self::TimeIsUp { thread },
            EventKind::TimedOut => Self::GivesUp { thread },
            EventKind::Slept { until: NO_DEADLINE } => Self::Sleeps { thread, time: NO_DEADLINE },
            EventKind::Slept { until } => Self::Sleeps { thread, time: until.saturating_sub(scene.clock) },
            EventKind::Overtaken { thread: other } => Self::Overtakes { thread, other },
            EventKind::Changed { resource, change } if primitive::is_told(change) => {
                let of = scene.owner_of(resource).filter(|&owner| owner != thread);
                let signal = scene.resource(resource).is_some_and(|view| view.is_signalled(change, thread));
                Self::Changes { thread, resource, change, of, signal }
            }
            EventKind::Read { variable } => {
                let value = scene.variable(variable).and_then(|view| view.value.or(view.initial));
                Self::Reads { thread, variable, value }
            }
            EventKind::Wrote { variable, value } => Self::Writes { thread, variable, value },
            EventKind::Output { text, stderr: false } => Self::Prints { thread, text },
            EventKind::Drew { value } => Self::Draws { thread, value },
            EventKind::Raised { exception } => Self::Raises { thread, exception },
            EventKind::Deadlock { length } => Self::Deadlock { length },
            EventKind::CircleClosed { length, .. } => Self::Circle { length },
            EventKind::CircleEdge { thread, on, owner, .. } | EventKind::DeadlockEdge { thread, on, owner } => {
                Self::Edge(Edge { thread, on, owner })
            }
            EventKind::CircleBroken { .. } => Self::CircleBroken,
            EventKind::Outside { what } => Self::IsOutside { thread, what },
            EventKind::Unknown { word } => Self::IsUnknown { thread, word },
            EventKind::Dropped { count } => Self::Lost { count },
            EventKind::Ended { end } => Self::Ends(end),
            _ => return None,
        })
    }
}
