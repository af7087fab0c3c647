//! `threading.Semaphore` and `threading.BoundedSemaphore`: a number of permits.
//!
//! As in CPython, a release notifies the longest-waiting threads, but a newcomer that comes before them takes the permit,
//! and they wait again.

use super::{
    Change, Describe, Log, Outcome, Refusal, Reply, Request, holders::Holders, no_such_operation, waiters::Waiters,
};
use crate::ids::ThreadId;

/// How a semaphore changed.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum SemaphoreChange {
    /// The thread took a permit.
    Taken { left: u32 },
    /// The thread gave permits back.
    Returned { left: u32 },
}

/// A semaphore.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Semaphore {
    permits: u32,
    /// The most permits there may be, for a bounded one.
    bound: Option<u32>,
    waiting: Waiters<()>,
    holders: Holders,
}

impl Semaphore {
    /// A semaphore with so many permits; a bounded one never has more.
    #[must_use]
    pub fn new(permits: u32, bounded: bool) -> Self {
        Self { permits, bound: bounded.then_some(permits), waiting: Waiters::default(), holders: Holders::new(permits) }
    }

    /// How many permits can be taken now.
    #[must_use]
    pub fn permits(&self) -> u32 {
        self.permits
    }

    /// The threads that hold permits, one entry a permit.
    #[must_use]
    pub fn holders(&self) -> &[ThreadId] {
        self.holders.threads()
    }

    /// Whether it is a `BoundedSemaphore`.
    #[must_use]
    pub fn is_bounded(&self) -> bool {
        self.bound.is_some()
    }

    /// See [`Primitive::forked`](super::Primitive::forked).
    pub(super) fn fork(&mut self, parent: ThreadId, child: ThreadId) {
        self.waiting = Waiters::default();
        self.holders.fork(parent, child);
    }

    pub(super) fn attempt<I: Copy>(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        match request {
            Request::Acquire { .. } if self.permits > 0 => self.take(who, log),
            Request::Acquire { blocking: false } => Outcome::Done(Reply::Bool(false)),
            Request::Acquire { blocking: true } => {
                self.waiting.enter(who, ());
                Outcome::Wait
            }
            Request::Release { permits } => self.release(who, permits, log),
            _ => no_such_operation("semaphore"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.waiting.is_notified(who)
    }

    pub(super) fn resume<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        self.waiting.leave(who);
        if self.permits > 0 {
            return self.take(who, log);
        }
        self.waiting.enter(who, ());
        Outcome::Wait
    }

    pub(super) fn expire<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        // CPython looks at the permits once more when the time is over.
        self.waiting.leave(who);
        if self.permits > 0 { self.take(who, log) } else { Outcome::Done(Reply::Bool(false)) }
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.waiting.for_each(each);
    }

    pub(super) fn describe<I>(&self, describe: &mut dyn Describe<I>) {
        // Who holds permits is for viewers.
        let Self { permits, bound, waiting, holders: _ } = self;
        describe.number(u64::from(*permits));
        describe.number(bound.map_or(u64::MAX, u64::from));
        waiting.describe(describe, |()| 0);
    }

    fn take<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        self.permits -= 1;
        self.holders.take(who);
        log.push(SemaphoreChange::Taken { left: self.permits }.into());
        Outcome::Done(Reply::Bool(true))
    }

    fn release<I>(&mut self, who: ThreadId, permits: u32, log: &mut Log<I>) -> Outcome<I> {
        let sum = self.permits.saturating_add(permits);
        if self.bound.is_some_and(|bound| sum > bound) {
            return Outcome::Refused(Refusal::ReleasedTooOften);
        }
        self.permits = sum;
        self.holders.give(who, permits);
        log.push(SemaphoreChange::Returned { left: sum }.into());
        let woken = (0..permits).map_while(|_| self.waiting.notify());
        log.extend(woken.map(|thread| Change::Notified { thread }));
        Outcome::Done(Reply::None)
    }
}
