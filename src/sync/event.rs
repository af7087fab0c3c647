//! `threading.Event`: a flag to wait for. Setting it frees everybody who waits at that moment, even if it is cleared
//! before they have their turn.

use super::{Change, Describe, Log, Outcome, Reply, Request, no_such_operation, waiters::Waiters};
use crate::ids::ThreadId;

/// How an event changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum EventChange {
    /// The flag was set.
    Set,
    /// The flag was cleared.
    Cleared,
}

/// An event.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct Event {
    set: bool,
    waiting: Waiters<()>,
}

impl Event {
    /// Whether the flag is set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.set
    }

    /// See [`Primitive::forked`](super::Primitive::forked).
    pub(super) fn fork(&mut self, _parent: ThreadId, _child: ThreadId) {
        self.waiting = Waiters::default();
    }

    pub(super) fn attempt<I: Copy>(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        match request {
            Request::Wait if self.set => Outcome::Done(Reply::Bool(true)),
            Request::Wait => {
                self.waiting.enter(who, ());
                Outcome::Wait
            }
            Request::Set => {
                self.set = true;
                log.push(EventChange::Set.into());
                let woken = std::iter::from_fn(|| self.waiting.notify());
                log.extend(woken.map(|thread| Change::Notified { thread }));
                Outcome::Done(Reply::None)
            }
            Request::Clear => {
                self.set = false;
                log.push(EventChange::Cleared.into());
                Outcome::Done(Reply::None)
            }
            _ => no_such_operation("event"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.waiting.is_notified(who)
    }

    pub(super) fn resume<I>(&mut self, who: ThreadId, _log: &mut Log<I>) -> Outcome<I> {
        self.waiting.leave(who);
        Outcome::Done(Reply::Bool(true))
    }

    pub(super) fn expire<I>(&mut self, who: ThreadId, _log: &mut Log<I>) -> Outcome<I> {
        let notified = self.waiting.is_notified(who);
        self.waiting.leave(who);
        Outcome::Done(Reply::Bool(notified))
    }

    pub(super) fn describe<I>(&self, describe: &mut dyn Describe<I>) {
        let Self { set, waiting } = self;
        describe.number(u64::from(*set));
        waiting.describe(describe, |()| 0);
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.waiting.for_each(each);
    }
}
