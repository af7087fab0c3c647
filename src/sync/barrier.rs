//! `threading.Barrier`: nobody passes before all parties are there.
//!
//! The states are those of CPython's `threading.py`: filling, draining (the parties are leaving, newcomers wait outside),
//! broken. The action of the last party runs between filling and draining.

use super::{Change, Describe, Log, Outcome, Refusal, Reply, Request, no_such_operation, waiters::Waiters};
use crate::ids::ThreadId;

/// How a barrier changed.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum BarrierChange {
    /// The thread arrived as the `count`th.
    Arrived { count: u32 },
    /// The last party arrived: everybody is let through.
    Opened,
    /// The thread went through; `left` others are still inside.
    PassedThrough { left: u32 },
    /// It is broken.
    Broken,
    /// It is as new.
    Reset,
}

/// A barrier.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Barrier {
    parties: u32,
    has_action: bool,
    state: State,
    /// How many parties are inside.
    count: u32,
    waiting: Waiters<Place>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
enum State {
    Filling,
    Draining,
    /// Everybody who is inside leaves with an error, then it is as new.
    Resetting,
    Broken,
}

/// Where a waiting thread stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
enum Place {
    /// Before the barrier, because the last round is still leaving.
    Outside,
    /// Inside, as the `index`th to arrive.
    Inside { index: u32 },
}

impl Barrier {
    /// A barrier for so many parties; with an action, the last one to arrive is asked to run it.
    #[must_use]
    pub fn new(parties: u32, has_action: bool) -> Self {
        Self { parties, has_action, state: State::Filling, count: 0, waiting: Waiters::default() }
    }

    /// How many parties have to arrive.
    #[must_use]
    pub fn parties(&self) -> u32 {
        self.parties
    }

    /// How many parties are waiting inside.
    #[must_use]
    pub fn inside(&self) -> u32 {
        if self.state == State::Filling { self.count } else { 0 }
    }

    /// Whether it is broken.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.state == State::Broken
    }

    /// See [`Primitive::forked`](super::Primitive::forked).
    pub(super) fn fork(&mut self, _parent: ThreadId, _child: ThreadId) {
        self.waiting = Waiters::default();
    }

    pub(super) fn attempt<I: Copy>(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        match request {
            Request::Wait => self.arrive(who, log),
            Request::Open => self.open(log),
            Request::Reset => self.reset(log),
            Request::Abort => {
                // The thread whose action failed is inside, but does not wait.
                self.break_it(log);
                Outcome::Done(Reply::None)
            }
            _ => no_such_operation("barrier"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.waiting.is_notified(who)
    }

    pub(super) fn resume<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        match self.waiting.leave(who) {
            Some(Place::Inside { index }) => self.go_through(index, log),
            _ => self.arrive(who, log),
        }
    }

    /// Whether the thread's time counts: as in CPython, it begins when the thread is let in.
    pub(super) fn may_expire(&self, who: ThreadId) -> bool {
        matches!(self.waiting.wanted(who), Some(Place::Inside { .. }))
    }

    pub(super) fn expire<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        if self.waiting.is_notified(who) {
            return self.resume(who, log);
        }
        if !self.may_expire(who) {
            return Outcome::Wait;
        }
        self.waiting.leave(who);
        self.break_it(log);
        self.leave(log);
        Outcome::Refused(Refusal::Broken)
    }

    pub(super) fn describe<I>(&self, describe: &mut dyn Describe<I>) {
        let Self { parties, has_action, state, count, waiting } = self;
        describe.number(u64::from(*parties) << 32 | u64::from(*count));
        describe.number(u64::from(*has_action) << 8 | *state as u64);
        waiting.describe(describe, |place| match place {
            Place::Outside => 0,
            Place::Inside { index } => 1 + u64::from(index),
        });
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.waiting.for_each(each);
    }

    fn arrive<I>(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        match self.state {
            State::Draining | State::Resetting => {
                self.waiting.enter(who, Place::Outside);
                return Outcome::Wait;
            }
            State::Broken => return Outcome::Refused(Refusal::Broken),
            State::Filling => {}
        }
        let index = self.count;
        self.count += 1;
        log.push(BarrierChange::Arrived { count: self.count }.into());
        if self.count < self.parties {
            self.waiting.enter(who, Place::Inside { index });
            return Outcome::Wait;
        }
        if self.has_action { Outcome::Done(Reply::RunAction) } else { self.open(log) }
    }

    /// The last party is there (and its action done): everybody goes through, the last party first.
    fn open<I>(&mut self, log: &mut Log<I>) -> Outcome<I> {
        if self.state != State::Filling {
            self.leave(log);
            return Outcome::Refused(Refusal::Broken);
        }
        self.state = State::Draining;
        log.push(BarrierChange::Opened.into());
        self.notify_all(log);
        self.go_through(self.count - 1, log)
    }

    fn go_through<I>(&mut self, index: u32, log: &mut Log<I>) -> Outcome<I> {
        let broken = matches!(self.state, State::Broken | State::Resetting);
        self.leave(log);
        if broken { Outcome::Refused(Refusal::Broken) } else { Outcome::Done(Reply::Int(index)) }
    }

    fn leave<I>(&mut self, log: &mut Log<I>) {
        self.count -= 1;
        log.push(BarrierChange::PassedThrough { left: self.count }.into());
        if self.count == 0 && matches!(self.state, State::Draining | State::Resetting) {
            self.state = State::Filling;
            self.notify_all(log);
        }
    }

    fn reset<I>(&mut self, log: &mut Log<I>) -> Outcome<I> {
        log.push(BarrierChange::Reset.into());
        if self.count > 0 {
            // Parties that are leaving already are let go.
            if self.state != State::Draining {
                self.state = State::Resetting;
            }
        } else {
            self.state = State::Filling;
        }
        self.notify_all(log);
        Outcome::Done(Reply::None)
    }

    fn break_it<I>(&mut self, log: &mut Log<I>) {
        if self.state != State::Broken {
            self.state = State::Broken;
            log.push(BarrierChange::Broken.into());
        }
        self.notify_all(log);
    }

    fn notify_all<I>(&mut self, log: &mut Log<I>) {
        let woken = std::iter::from_fn(|| self.waiting.notify());
        log.extend(woken.map(|thread| Change::Notified { thread }));
    }
}
