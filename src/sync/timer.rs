//! The clockwork of `threading.Timer`: the timer's thread waits here until its time comes, or somebody cancels it.

use super::{Log, Outcome, Reply, Request, no_such_operation};
use crate::{event::Change, ids::ThreadId};

/// A timer.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct Timer {
    state: State,
    waiting: Option<ThreadId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
enum State {
    #[default]
    Armed,
    Cancelled,
    Fired,
}

impl Timer {
    pub(super) fn attempt<I: Copy>(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        match request {
            Request::Wait if self.state == State::Armed => {
                self.waiting = Some(who);
                Outcome::Wait
            }
            Request::Wait => Outcome::Done(Reply::Bool(self.state == State::Fired)),
            Request::Cancel => {
                if self.state == State::Armed {
                    self.state = State::Cancelled;
                    log.push(Change::Cancelled);
                    log.extend(self.waiting.map(|thread| Change::Notified { thread }));
                }
                Outcome::Done(Reply::None)
            }
            _ => no_such_operation("timer"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.waiting == Some(who) && self.state == State::Cancelled
    }

    pub(super) fn resume<I>(&mut self, _who: ThreadId, _log: &mut Log<I>) -> Outcome<I> {
        self.waiting = None;
        Outcome::Done(Reply::Bool(false))
    }

    pub(super) fn expire<I>(&mut self, _who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        self.waiting = None;
        if self.state == State::Armed {
            self.state = State::Fired;
            log.push(Change::Fired);
        }
        Outcome::Done(Reply::Bool(self.state == State::Fired))
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.waiting.into_iter().for_each(|waiter| each(waiter, self.state == State::Cancelled));
    }
}
