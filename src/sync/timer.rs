//! What `threading.Timer` calls `finished`: an event for which the timer's thread waits until its time has come, or somebody
//! sets it to cancel the timer. A timer that waits again after it has fired is running again, as repeating timers are written.

use super::{Change, Describe, Log, Outcome, Reply, Request, no_such_operation, waiters::Waiters};
use crate::ids::ThreadId;

/// How a timer changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum TimerChange {
    /// It was cancelled before it fired.
    Cancelled,
    /// Its time came.
    Fired,
}

/// A timer.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Timer {
    /// It fires for this one; for others a wait that runs out of time is no more than that.
    thread: ThreadId,
    finished: bool,
    fired: bool,
    waiting: Waiters<()>,
}

impl Timer {
    /// The timer that this thread waits for.
    #[must_use]
    pub fn new(thread: ThreadId) -> Self {
        Self { thread, finished: false, fired: false, waiting: Waiters::default() }
    }

    /// Whether it was cancelled, or all is done.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// All is done, if nobody waits to be told; returns whether it is so.
    pub fn finish_unseen(&mut self) -> bool {
        self.finished |= self.waiting.wants().next().is_none();
        self.finished
    }

    /// See [`Primitive::forked`](super::Primitive::forked).
    pub(super) fn fork(&mut self, parent: ThreadId, child: ThreadId) {
        self.waiting = Waiters::default();
        if self.thread == parent {
            self.thread = child;
        }
    }

    pub(super) fn attempt<I: Copy>(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        match request {
            Request::Wait if self.finished => Outcome::Done(Reply::Bool(true)),
            Request::Wait => {
                self.fired &= who != self.thread;
                self.waiting.enter(who, ());
                Outcome::Wait
            }
            Request::Cancel | Request::Set => {
                if !self.finished && !self.fired {
                    log.push(TimerChange::Cancelled.into());
                }
                self.finished = true;
                let woken = std::iter::from_fn(|| self.waiting.notify());
                log.extend(woken.map(|thread| Change::Notified { thread }));
                Outcome::Done(Reply::None)
            }
            _ => no_such_operation("timer"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.waiting.is_notified(who)
    }

    pub(super) fn resume<I>(&mut self, who: ThreadId, _log: &mut Log<I>) -> Outcome<I> {
        self.waiting.leave(who);
        Outcome::Done(Reply::Bool(true))
    }

    pub(super) fn expire<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        let notified = self.waiting.is_notified(who);
        self.waiting.leave(who);
        if who == self.thread && !notified {
            self.fired = true;
            log.push(TimerChange::Fired.into());
        }
        Outcome::Done(Reply::Bool(notified))
    }

    pub(super) fn describe<I>(&self, describe: &mut dyn Describe<I>) {
        let Self { thread, finished, fired, waiting } = self;
        describe.number(u64::from(*finished) << 1 | u64::from(*fired));
        describe.thread(*thread);
        waiting.describe(describe, |()| 0);
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.waiting.for_each(each);
    }
}
