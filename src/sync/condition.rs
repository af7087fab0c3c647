//! The waiting room of `threading.Condition`. The lock beside it is a primitive of its own.
//!
//! `wait` is three operations: give the lock back, wait here, take the lock again; the machine puts them together. A
//! notification that finds nobody waiting is lost.

use super::{Change, Describe, Log, Outcome, Reply, Request, no_such_operation, waiters::Waiters};
use crate::ids::ThreadId;

/// How a condition's waiting room changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum ConditionChange {
    /// The thread went into the waiting room.
    Entered,
    /// The thread left the waiting room.
    Left,
    /// A notification found nobody waiting, and is lost.
    NotifiedNobody,
}

/// A condition variable without its lock.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct Condition {
    room: Waiters<()>,
}

impl Condition {
    /// See [`Primitive::forked`](super::Primitive::forked).
    pub(super) fn fork(&mut self, _parent: ThreadId, _child: ThreadId) {
        self.room = Waiters::default();
    }

    pub(super) fn attempt<I: Copy>(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        match request {
            Request::Wait => {
                self.room.enter(who, ());
                log.push(ConditionChange::Entered.into());
                Outcome::Wait
            }
            Request::Notify { count } => {
                let woken = (0..count).map_while(|_| self.room.notify());
                log.extend(woken.map(|thread| Change::Notified { thread }));
                if log.is_empty() {
                    log.push(ConditionChange::NotifiedNobody.into());
                }
                Outcome::Done(Reply::None)
            }
            _ => no_such_operation("condition"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.room.is_notified(who)
    }

    pub(super) fn resume<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        self.leave(who, true, log)
    }

    pub(super) fn expire<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        // A waiter that was notified in time has its notification, however late it gets to run.
        let notified = self.room.is_notified(who);
        self.leave(who, notified, log)
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.room.for_each(each);
    }

    pub(super) fn describe<I>(&self, describe: &mut dyn Describe<I>) {
        let Self { room } = self;
        room.describe(describe, |()| 0);
    }

    fn leave<I>(&mut self, who: ThreadId, notified: bool, log: &mut Log<I>) -> Outcome<I> {
        self.room.leave(who);
        log.push(ConditionChange::Left.into());
        Outcome::Done(Reply::Bool(notified))
    }
}
