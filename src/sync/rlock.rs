//! `threading.RLock`: owned by a thread, as many times as that thread took it. Only the owner may release it.

use smallvec::SmallVec;

use super::{Describe, Log, Outcome, Refusal, Reply, Request, lock::LockChange, no_such_operation};
use crate::ids::ThreadId;

/// A re-entrant lock.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct RLock {
    owner: Option<ThreadId>,
    /// How many times the owner took it; 0 exactly when there is no owner.
    depth: u32,
    /// Waiting threads, with the depth that each wants.
    waiting: SmallVec<[(ThreadId, u32); 2]>,
}

impl RLock {
    /// The thread that owns the lock, if one does.
    #[must_use]
    pub fn owner(&self) -> Option<ThreadId> {
        self.owner
    }

    /// How many times the owner took it.
    #[must_use]
    pub fn depth(&self) -> u32 {
        self.depth
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
            Request::Acquire { .. } if self.owner == Some(who) => self.take(who, self.depth + 1, log),
            Request::Acquire { blocking } => self.take_or_wait(who, 1, blocking, log),
            Request::Restore { depth } => self.take_or_wait(who, depth, true, log),
            Request::Release { .. } => self.release(who, self.depth.saturating_sub(1), log),
            Request::ReleaseAll => self.release(who, 0, log),
            _ => no_such_operation("re-entrant lock"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.owner.is_none() && self.waiting.iter().any(|&(waiter, _)| waiter == who)
    }

    pub(super) fn resume<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        if self.owner.is_some() {
            return Outcome::Wait;
        }
        let depth = self.waiting.iter().find(|&&(waiter, _)| waiter == who).map_or(1, |&(_, depth)| depth);
        self.waiting.retain(|&mut (waiter, _)| waiter != who);
        self.take(who, depth, log)
    }

    pub(super) fn expire<I>(&mut self, who: ThreadId, _log: &mut Log<I>) -> Outcome<I> {
        self.waiting.retain(|&mut (waiter, _)| waiter != who);
        Outcome::Done(Reply::Bool(false))
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.waiting.iter().for_each(|&(waiter, _)| each(waiter, self.owner.is_none()));
    }

    pub(super) fn describe<I>(&self, describe: &mut dyn Describe<I>) {
        // The threads that wait are free for all.
        let Self { owner, depth, waiting } = self;
        describe.number(u64::from(*depth) << 1 | u64::from(owner.is_some()));
        owner.iter().for_each(|&owner| describe.thread(owner));
        describe.crowd(&mut waiting.iter().map(|&(waiter, depth)| (waiter, u64::from(depth))));
    }

    fn take_or_wait<I>(&mut self, who: ThreadId, depth: u32, blocking: bool, log: &mut Log<I>) -> Outcome<I> {
        if self.owner.is_none() {
            return self.take(who, depth, log);
        }
        if !blocking {
            return Outcome::Done(Reply::Bool(false));
        }
        self.waiting.push((who, depth));
        Outcome::Wait
    }

    fn take<I>(&mut self, who: ThreadId, depth: u32, log: &mut Log<I>) -> Outcome<I> {
        self.owner = Some(who);
        self.depth = depth;
        log.push(LockChange::Acquired { depth }.into());
        Outcome::Done(Reply::Bool(true))
    }

    fn release<I>(&mut self, who: ThreadId, depth: u32, log: &mut Log<I>) -> Outcome<I> {
        if self.owner != Some(who) {
            return Outcome::Refused(Refusal::ReleaseUnacquired);
        }
        let before = std::mem::replace(&mut self.depth, depth);
        if depth == 0 {
            self.owner = None;
        }
        log.push(LockChange::Released { depth }.into());
        Outcome::Done(Reply::Int(before))
    }
}
