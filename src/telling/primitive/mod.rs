//! The words of each primitive, one file a primitive: what a change of it is called, how it stands, and the caption
//! beside its figure.

mod barrier;
mod condition;
mod event;
pub(super) mod lock;
mod queue;
pub(super) mod semaphore;
mod timer;

use super::{
    message::{Argument, Message},
    prose::Prose,
};
use crate::{
    event::{Change, Shown},
    locale::Locale,
    scene::{ResourceState, ResourceView},
};

/// What a change of a primitive is called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// As a sentence about `thread` and `resource`: "alice takes pen".
    pub log: Message,
    /// In a word, beside an arrow between the two: "takes"; none where the wait itself has an arrow.
    pub arrow: Option<Message>,
    /// The arrow points from the primitive to the thread.
    pub gives: bool,
}

impl Told {
    fn new(log: &'static str, arrow: &'static str) -> Self {
        Self { log: Message::new(log), arrow: Some(Message::new(arrow)), gives: false }
    }

    fn with(self, name: &'static str, argument: Argument) -> Self {
        let arrow = self.arrow.map(|arrow| arrow.with(name, argument));
        Self { log: self.log.with(name, argument), arrow, ..self }
    }
}

/// What a change of a primitive is called.
#[must_use]
pub fn changes(change: Change<Shown>) -> Told {
    match change {
        Change::Notified { thread } => Told {
            log: Message::new("log-notified").with("other", Argument::Thread(thread)),
            arrow: Some(Message::new("sequence-notifies").with("thread", Argument::Thread(thread))),
            gives: false,
        },
        Change::Closed => Told::new("log-closed", "sequence-closes"),
        Change::Poisoned => Told::new("log-poisoned", "sequence-poisons"),
        Change::Lock(change) => lock::changes(change),
        Change::Semaphore(change) => semaphore::changes(change),
        Change::Event(change) => event::changes(change),
        Change::Condition(change) => condition::changes(change),
        Change::Barrier(change) => barrier::changes(change),
        Change::Queue(change) => queue::changes(change),
        Change::Timer(change) => timer::changes(change),
    }
}

/// How a primitive stands, a clause each: "held by alice".
pub(super) fn stands(prose: &Prose<'_>, view: &ResourceView) -> Vec<String> {
    match &view.state {
        ResourceState::Lock(lock) => lock::stands(prose, lock),
        ResourceState::Semaphore(semaphore) => semaphore::stands(prose, semaphore, view.limit),
        ResourceState::Event(event) => event::stands(prose, event),
        ResourceState::Condition(condition) => condition::stands(prose, condition),
        ResourceState::Barrier(barrier) => barrier::stands(prose, barrier, view.limit),
        ResourceState::Queue(queue) => queue::stands(prose, queue, view.limit),
        ResourceState::Timer(timer) => timer::stands(prose, timer),
    }
}

/// A word on what is in a primitive, beside its figure; empty where the figure says it all.
#[must_use]
pub fn caption(view: &ResourceView, locale: &Locale) -> String {
    match &view.state {
        ResourceState::Semaphore(semaphore) => semaphore::caption(semaphore, locale),
        ResourceState::Condition(_) => locale.text("waiting-room"),
        ResourceState::Barrier(barrier) => barrier::caption(barrier, view.limit, locale),
        ResourceState::Queue(queue) => queue::caption(queue, view.limit, locale),
        ResourceState::Lock(_) | ResourceState::Event(_) | ResourceState::Timer(_) => String::new(),
    }
}

/// What can be counted in a primitive: the message for what, and how many.
#[must_use]
pub fn count(state: &ResourceState) -> Option<(&'static str, usize)> {
    match state {
        ResourceState::Semaphore(semaphore) => Some(("trace-permits", semaphore.left as usize)),
        ResourceState::Queue(queue) => Some(("trace-items", queue.items.len())),
        ResourceState::Condition(condition) => Some(("waiting-room", condition.inside.len())),
        ResourceState::Barrier(barrier) => Some(("trace-arrived", barrier.arrived.len())),
        ResourceState::Event(event) => Some(("event-set", usize::from(event.set))),
        ResourceState::Lock(_) | ResourceState::Timer(_) => None,
    }
}
