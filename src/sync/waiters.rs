//! Threads that wait to be notified, in the order in which they came: the waiters of a condition variable, on which
//! CPython builds its semaphore, event, barrier and queues.
//!
//! A notification goes to the longest-waiting thread that has none yet. The thread takes it with its next step, not at
//! once: until then others may be quicker.

use smallvec::SmallVec;

use super::Describe;
use crate::ids::ThreadId;

/// Waiting threads in order, each with what it wants.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Waiters<W> {
    waiting: SmallVec<[Waiter<W>; 1]>,
}

/// One waiting thread.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
struct Waiter<W> {
    thread: ThreadId,
    wants: W,
    notified: bool,
}

impl<W> Default for Waiters<W> {
    fn default() -> Self {
        Self { waiting: SmallVec::new() }
    }
}

impl<W: Copy> Waiters<W> {
    /// The thread waits from now on, behind all others.
    pub fn enter(&mut self, thread: ThreadId, wants: W) {
        debug_assert!(self.position(thread).is_none(), "a thread waits in one place");
        self.waiting.push(Waiter { thread, wants, notified: false });
    }

    /// The thread waits no longer; returns what it wanted.
    pub fn leave(&mut self, thread: ThreadId) -> Option<W> {
        let at = self.position(thread)?;
        Some(self.waiting.remove(at).wants)
    }

    /// Notifies the first thread that was not yet; returns it.
    pub fn notify(&mut self) -> Option<ThreadId> {
        let waiter = self.waiting.iter_mut().find(|waiter| !waiter.notified)?;
        waiter.notified = true;
        Some(waiter.thread)
    }

    /// Whether the thread was notified.
    pub fn is_notified(&self, thread: ThreadId) -> bool {
        self.position(thread).is_some_and(|at| self.waiting[at].notified)
    }

    /// What a waiting thread wants.
    pub fn wanted(&self, thread: ThreadId) -> Option<W> {
        self.position(thread).map(|at| self.waiting[at].wants)
    }

    /// What the threads want, in order.
    pub fn wants(&self) -> impl Iterator<Item = W> + '_ {
        self.waiting.iter().map(|waiter| waiter.wants)
    }

    /// The threads in order, each with whether it was notified.
    pub fn for_each(&self, each: &mut dyn FnMut(ThreadId, bool)) {
        self.waiting.iter().for_each(|waiter| each(waiter.thread, waiter.notified));
    }

    /// Takes down who waits: a notification goes to the first who has none, and those who have one are equals.
    pub fn describe<I>(&self, describe: &mut dyn Describe<I>, wants: impl Fn(W) -> u64) {
        let notified = self.waiting.iter().filter(|waiter| waiter.notified);
        describe.crowd(&mut notified.map(|waiter| (waiter.thread, wants(waiter.wants))));
        let others = || self.waiting.iter().filter(|waiter| !waiter.notified);
        describe.number(others().count() as u64);
        for waiter in others() {
            describe.thread(waiter.thread);
            describe.number(wants(waiter.wants));
        }
    }

    fn position(&self, thread: ThreadId) -> Option<usize> {
        self.waiting.iter().position(|waiter| waiter.thread == thread)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notifications_go_to_the_longest_waiting_first_and_to_each_once() {
        let mut waiters = Waiters::default();
        waiters.enter(ThreadId(1), ());
        waiters.enter(ThreadId(2), ());
        assert_eq!(waiters.notify(), Some(ThreadId(1)));
        assert_eq!(waiters.notify(), Some(ThreadId(2)));
        assert_eq!(waiters.notify(), None);
        waiters.leave(ThreadId(1));
        assert!(!waiters.is_notified(ThreadId(1)));
        assert!(waiters.is_notified(ThreadId(2)));
    }
}
