//! `threading.Lock`: free, or owned by a thread. Any thread may release it.
//!
//! A released lock is free for all: whichever waiter or newcomer takes its step first has it.

use smallvec::SmallVec;

use super::{Describe, Log, Outcome, Refusal, Reply, Request, no_such_operation};
use crate::ids::ThreadId;

/// How a lock changed, re-entrant or not.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum LockChange {
    /// The thread owns the lock, and has taken it `depth` times.
    Acquired { depth: u32 },
    /// The thread let go once; `depth` 0 leaves the lock free.
    Released { depth: u32 },
    /// The thread is one of those that share the lock.
    SharedAcquired,
    /// The thread shares it no more.
    SharedReleased,
}

/// A lock.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct Lock {
    owner: Option<ThreadId>,
    waiting: SmallVec<[ThreadId; 2]>,
}

impl Lock {
    /// The thread that took the lock, if somebody did.
    #[must_use]
    pub fn owner(&self) -> Option<ThreadId> {
        self.owner
    }

    /// See [`Primitive::forked`](super::Primitive::forked).
    pub(super) fn fork(&mut self, parent: ThreadId, child: ThreadId) {
        self.waiting.clear();
        if self.owner == Some(parent) {
            self.owner = Some(child);
        }
    }

    pub(super) fn attempt<I: Copy>(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        match request {
            Request::Acquire { .. } if self.owner.is_none() => self.take(who, log),
            Request::Acquire { blocking: false } => Outcome::Done(Reply::Bool(false)),
            Request::Acquire { blocking: true } | Request::Restore { .. } if self.owner.is_some() => {
                self.waiting.push(who);
                Outcome::Wait
            }
            Request::Restore { .. } => self.take(who, log),
            Request::Release { .. } | Request::ReleaseAll => self.release(log),
            _ => no_such_operation("lock"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.owner.is_none() && self.waiting.contains(&who)
    }

    pub(super) fn resume<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        if self.owner.is_some() {
            return Outcome::Wait;
        }
        self.waiting.retain(|waiter| *waiter != who);
        self.take(who, log)
    }

    pub(super) fn expire<I>(&mut self, who: ThreadId, _log: &mut Log<I>) -> Outcome<I> {
        self.waiting.retain(|waiter| *waiter != who);
        Outcome::Done(Reply::Bool(false))
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.waiting.iter().for_each(|&waiter| each(waiter, self.owner.is_none()));
    }

    pub(super) fn describe<I>(&self, describe: &mut dyn Describe<I>) {
        // The threads that wait are free for all.
        let Self { owner, waiting } = self;
        describe.number(u64::from(owner.is_some()));
        owner.iter().for_each(|&owner| describe.thread(owner));
        describe.crowd(&mut waiting.iter().map(|&waiter| (waiter, 0)));
    }

    fn take<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        self.owner = Some(who);
        log.push(LockChange::Acquired { depth: 1 }.into());
        Outcome::Done(Reply::Bool(true))
    }

    fn release<I>(&mut self, log: &mut Log<I>) -> Outcome<I> {
        if self.owner.take().is_none() {
            return Outcome::Refused(Refusal::ReleaseUnlocked);
        }
        log.push(LockChange::Released { depth: 0 }.into());
        Outcome::Done(Reply::Int(1))
    }
}
