//! What happened, as a sentence that is not yet in any language: who did what, to what, because of whom. `telling` has the
//! words.

use super::{Edge, Members, Scene, log::Before, primitive};
use crate::{
    event::{Action, Change, End, Event, EventKind, NO_DEADLINE, Nanos, Shown, Target, Verb, Wait},
    ids::{ResourceId, TextId, ThreadId, VariableId},
    standstill::Reason,
};

/// What happened, in one sentence.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sentence {
    /// A thread begins.
    Begins { thread: ThreadId },
    /// A thread lets a generator of this function go on.
    Resumes { thread: ThreadId, function: TextId },
    /// A generator of this function has handed out a value, and is laid aside.
    Yields { thread: ThreadId, function: TextId, value: Shown },
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
    /// A thread has slept for long enough.
    WakesUp { thread: ThreadId },
    /// A thread goes on because the one that it joined has ended.
    ReturnsFrom { thread: ThreadId, other: ThreadId },
    /// A thread goes on: what it wanted has come about.
    GoesOn { thread: ThreadId },
    /// A thread does not get a lock or permit, and does not wait for it.
    GoesWithout { thread: ThreadId, resource: ResourceId },
    /// A thread comes to something that has happened already, and goes past it.
    GoesPast { thread: ThreadId, resource: ResourceId },
    /// A thread looks at a primitive or a thread.
    LooksAt { thread: ThreadId, action: Action },
    /// A thread does what nobody else can notice.
    Computes { thread: ThreadId },
    /// A thread has done something of which nothing else is told.
    Does { thread: ThreadId, action: Action },
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
    /// A thread prints to stderr.
    PrintsError { thread: ThreadId, text: TextId },
    /// The main thread runs what the program begins with.
    SetsUp { thread: ThreadId },
    /// A thread is given a random number.
    Draws { thread: ThreadId, value: Shown },
    /// A thread raises an exception.
    Raises { thread: ThreadId, exception: TextId },
    /// A thread writes over what another one wrote, without having seen it.
    Covers { thread: ThreadId, variable: VariableId, of: ThreadId, value: Shown },
    /// Threads wait for each other in a circle, and nobody can undo that.
    Deadlock { members: Members },
    /// Threads wait for each other in a circle, which can still be undone.
    Circle { members: Members },
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
            EventKind::Unblocked => {
                let view = scene.thread(thread)?;
                match view.waits {
                    Some((Wait::End(other), _)) => Self::ReturnsFrom { thread, other },
                    None if view.sleeps_until.is_some() => Self::WakesUp { thread },
                    _ => return None,
                }
            }
            EventKind::Slept { until: NO_DEADLINE } => Self::Sleeps { thread, time: NO_DEADLINE },
            EventKind::Slept { until } => Self::Sleeps { thread, time: until.saturating_sub(scene.clock) },
            EventKind::Overtaken { thread: other } => Self::Overtakes { thread, other },
            EventKind::Changed { resource, change } if primitive::is_told(change) => {
                let of = scene.owner_of(resource).filter(|&owner| owner != thread);
                let signal = scene.resource(resource).is_some_and(|view| view.is_signalled(change));
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
            // Their members are added with the edges, which are told by nobody else.
            EventKind::Deadlock { .. } => Self::Deadlock { members: Members::default() },
            EventKind::CircleClosed { .. } => Self::Circle { members: Members::default() },
            EventKind::CircleBroken { .. } => Self::CircleBroken,
            EventKind::Outside { what } => Self::IsOutside { thread, what },
            EventKind::Unknown { word } => Self::IsUnknown { thread, word },
            EventKind::Dropped { count } => Self::Lost { count },
            EventKind::Ended { end: End::Deadlock } if scene.has_just_closed() => return None,
            EventKind::Ended { end } => Self::Ends(end),
            _ => return None,
        })
    }

    /// What a step did of which no event tells, by how its thread stood before.
    #[must_use]
    pub(super) fn of_silent_step(thread: ThreadId, before: Before) -> Self {
        let action = before.action;
        let resource = action.and_then(|action| match action.target {
            Target::Resource(resource) => Some(resource),
            _ => None,
        });
        match (before.waited, action.map(|action| action.verb), resource) {
            (true, _, _) => Self::GoesOn { thread },
            (_, Some(Verb::Begin), _) if thread == ThreadId::MAIN => Self::SetsUp { thread },
            (_, Some(Verb::Begin), _) => Self::Begins { thread },
            (_, Some(Verb::Acquire | Verb::Get | Verb::Put), Some(resource)) => Self::GoesWithout { thread, resource },
            (_, Some(Verb::Wait | Verb::JoinQueue), Some(resource)) => Self::GoesPast { thread, resource },
            (_, Some(Verb::Compute) | None, _) => Self::Computes { thread },
            _ => Self::of_action(thread, action),
        }
    }

    fn of_action(thread: ThreadId, action: Option<Action>) -> Self {
        match action {
            Some(Action { verb: Verb::Join, target: Target::Thread(other) }) => Self::ReturnsFrom { thread, other },
            Some(action) if action.verb == Verb::Inspect => Self::LooksAt { thread, action },
            Some(action) => Self::Does { thread, action },
            None => Self::Computes { thread },
        }
    }

    /// Whether it changes nothing that others could go on by: a thread that does only that, again and again, spins.
    #[must_use]
    pub const fn is_idle(&self) -> bool {
        matches!(
            self,
            Self::Reads { .. }
                | Self::LooksAt { .. }
                | Self::Computes { .. }
                | Self::Sleeps { .. }
                | Self::WakesUp { .. }
                | Self::GoesWithout { .. }
        )
    }
}
