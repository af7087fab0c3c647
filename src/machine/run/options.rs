//! Which threads can go on, and how.

use smallvec::SmallVec;

use crate::machine::{
    Machine,
    state::{operation::Operation, thread::Status},
};
use crate::{
    choice::{Choice, Way},
    event::{End, Nanos, Wait, Want},
    ids::ThreadId,
};

/// A way in which the program could go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choosable {
    /// The thread can run.
    Run(ThreadId),
    /// The thread can run, with a random number.
    Draw(ThreadId),
    /// The thread can wake from waiting for a notification, although there is none.
    Wake(ThreadId),
    /// The time of the thread's sleep or timed wait can be over: at this moment, unless something happens before.
    Expire(ThreadId, Nanos),
}

impl Choosable {
    /// The thread that would go on.
    #[must_use]
    pub const fn thread(self) -> ThreadId {
        match self {
            Self::Run(thread) | Self::Draw(thread) | Self::Wake(thread) | Self::Expire(thread, _) => thread,
        }
    }

    /// The choice of this way, with the number that is given where one is drawn.
    #[must_use]
    pub fn choice(self, drawn: impl FnOnce() -> u64) -> Choice {
        match self {
            Self::Run(thread) => Choice::run(thread),
            Self::Draw(thread) => Choice::new(thread, Way::Draw(drawn())),
            Self::Wake(thread) => Choice::new(thread, Way::Wake),
            Self::Expire(thread, _) => Choice::expire(thread),
        }
    }
}

/// A choice that the machine does not offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the choice `{0}` is not possible here")]
pub struct NotPossible(pub Choice);

/// A set of threads; cheap to clone and to go through in order.
#[derive(PartialEq, Eq, Debug, Hash, Default)]
pub struct ThreadSet {
    words: SmallVec<[u64; 1]>,
}

impl Clone for ThreadSet {
    fn clone(&self) -> Self {
        // Quicker than one by one; for most programs it is one word.
        let words = match *self.words {
            [word] => SmallVec::from_buf([word]),
            ref words => SmallVec::from_slice(words),
        };
        Self { words }
    }
}

impl ThreadSet {
    /// Adds or removes a thread.
    #[inline]
    pub fn set(&mut self, thread: ThreadId, member: bool) {
        let (word, bit) = (thread.index() / 64, 1 << (thread.index() % 64));
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        if member {
            self.words[word] |= bit;
        } else {
            self.words[word] &= !bit;
        }
    }

    /// Whether the thread is in the set.
    #[inline]
    #[must_use]
    pub fn contains(&self, thread: ThreadId) -> bool {
        self.words.get(thread.index() / 64).is_some_and(|word| word & (1 << (thread.index() % 64)) != 0)
    }

    /// Whether no thread is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Calls back with the threads in order.
    #[inline]
    pub fn each(&self, mut each: impl FnMut(ThreadId)) {
        for (at, &word) in self.words.iter().enumerate() {
            let mut left = word;
            while left != 0 {
                each(ThreadId::at(at * 64 + left.trailing_zeros() as usize));
                left &= left - 1;
            }
        }
    }

    /// The threads in order.
    pub fn iter(&self) -> impl Iterator<Item = ThreadId> + '_ {
        let mut words = self.words.iter().enumerate();
        let (mut first, mut left) = (0, 0_u64);
        std::iter::from_fn(move || {
            while left == 0 {
                let (at, &word) = words.next()?;
                (first, left) = (at * 64, word);
            }
            let bit = left.trailing_zeros() as usize;
            left &= left - 1;
            Some(ThreadId::at(first + bit))
        })
    }
}

impl Machine {
    /// Every way in which the program could go on, in the order of threads; none once it has ended.
    pub fn choosable(&self) -> impl Iterator<Item = Choosable> + '_ {
        let live = self.end.is_none();
        let ready = self.ready.iter().map(|thread| self.ready_choice(thread));
        let timed = self.timed.iter().filter_map(|thread| Some(Choosable::Expire(thread, self.deadline_of(thread)?)));
        ready.chain(timed).filter(move |_| live)
    }

    /// Whether the thread waits for a notification, has none, and may wake all the same. That may happen at a standstill, too:
    /// nobody can count on it, so that a program has come to its end there, and yet it can go on.
    #[must_use]
    pub fn may_wake(&self, thread: ThreadId) -> bool {
        if !self.rules.spurious || !matches!(self.end, None | Some(End::Stuck | End::Deadlock)) {
            return false;
        }
        let known = &self.threads[thread.index()];
        let waits = matches!(known.status, Status::Blocked { .. }) && !self.ready.contains(thread);
        waits && known.pending.as_ref().is_some_and(|it| matches!(it.operation, Operation::ConditionRoom { .. }))
    }

    /// The waiters of conditions that may wake without being notified, in the order of threads: beside what
    /// [`Self::choosable`] offers, and also where the program has come to a standstill.
    pub fn wakeable(&self) -> impl Iterator<Item = Choosable> + '_ {
        let all = if self.rules.spurious { self.threads.len() } else { 0 };
        (0..all).map(ThreadId::at).filter(|&thread| self.may_wake(thread)).map(Choosable::Wake)
    }

    /// Calls back with every way in which the program could go on, as [`Self::choosable`] has them.
    #[inline]
    pub fn each_choosable(&self, mut each: impl FnMut(Choosable)) {
        self.each_ready(|thread| each(self.ready_choice(thread)));
        self.each_timed(|thread, deadline| each(Choosable::Expire(thread, deadline)));
    }

    /// Calls back with every thread that can go on without its time being over, in the order of threads.
    #[inline]
    pub fn each_ready(&self, each: impl FnMut(ThreadId)) {
        if self.end.is_none() {
            self.ready.each(each);
        }
    }

    /// Calls back with every thread that sleeps or waits until some time, and with that time.
    #[inline]
    pub fn each_timed(&self, mut each: impl FnMut(ThreadId, Nanos)) {
        if self.end.is_none() {
            self.timed.each(|thread| {
                if let Some(deadline) = self.deadline_of(thread) {
                    each(thread, deadline);
                }
            });
        }
    }

    /// Whether the thread can go on without its time being over.
    #[inline]
    #[must_use]
    pub fn is_ready(&self, thread: ThreadId) -> bool {
        self.end.is_none() && self.ready.contains(thread)
    }

    /// Whether just these threads can go on without their time being over.
    #[inline]
    #[must_use]
    pub fn are_ready(&self, threads: &ThreadSet) -> bool {
        if self.end.is_none() { self.ready == *threads } else { threads.is_empty() }
    }

    /// How a thread could go on.
    #[must_use]
    pub fn option_of(&self, thread: ThreadId) -> Option<Choosable> {
        if self.end.is_some() {
            return None;
        }
        if self.ready.contains(thread) {
            return Some(self.ready_choice(thread));
        }
        self.timed.contains(thread).then(|| Some(Choosable::Expire(thread, self.deadline_of(thread)?)))?
    }

    #[inline]
    fn ready_choice(&self, thread: ThreadId) -> Choosable {
        match self.threads[thread.index()].pending.as_ref().map(|pending| &pending.operation) {
            Some(Operation::Draw { .. }) => Choosable::Draw(thread),
            _ => Choosable::Run(thread),
        }
    }

    /// Below which number the thread asks for a random one; 0 for a fraction. `None` if it asks for none.
    #[must_use]
    pub fn draw_limit(&self, thread: ThreadId) -> Option<u64> {
        match self.threads[thread.index()].pending.as_ref().map(|pending| &pending.operation) {
            Some(Operation::Draw { below }) => Some(*below),
            _ => None,
        }
    }

    /// When the thread's sleep or timed wait is over.
    fn deadline_of(&self, thread: ThreadId) -> Option<Nanos> {
        match self.threads[thread.index()].status {
            Status::Sleeping { until } => Some(until),
            Status::Blocked { deadline, .. } if deadline != crate::event::NO_DEADLINE => Some(deadline),
            _ => None,
        }
    }

    /// Whether the choice is one of those that the machine offers.
    #[must_use]
    pub fn is_possible(&self, choice: Choice) -> bool {
        let thread = choice.thread;
        if thread.index() >= self.threads.len() {
            return false;
        }
        if choice.way == Way::Wake {
            return self.may_wake(thread);
        }
        if self.end.is_some() {
            return false;
        }
        match choice.way {
            Way::Run(_) => self.ready.contains(thread) && self.ready_choice(thread) == Choosable::Run(thread),
            Way::Draw(_) => self.ready.contains(thread) && self.ready_choice(thread) == Choosable::Draw(thread),
            Way::Expire => self.timed.contains(thread),
            Way::Wake => false,
        }
    }

    /// Whether nothing can go on, although the program has not ended.
    #[must_use]
    pub fn is_at_a_standstill(&self) -> bool {
        self.end.is_none() && self.ready.is_empty() && self.timed.is_empty()
    }

    /// Whether the thread rests in the middle of its own work, not before an operation.
    #[must_use]
    pub fn is_computing(&self, thread: ThreadId) -> bool {
        let pending = self.threads[thread.index()].pending.as_ref();
        self.end.is_none() && pending.is_some_and(|pending| pending.operation == Operation::Compute)
    }

    /// Whose lock the thread waits for.
    #[must_use]
    pub fn held_up_by(&self, thread: ThreadId) -> Option<ThreadId> {
        match self.threads[thread.index()].status {
            Status::Blocked { on: Wait::For(resource, Want::Acquire), .. } => self.resource(resource).owner(),
            _ => None,
        }
    }

    /// How long all threads have run, in virtual time.
    #[must_use]
    pub fn process_time(&self) -> Nanos {
        self.threads.iter().map(|thread| thread.run_time).sum()
    }

    /// How long a thread has run, in virtual time.
    #[must_use]
    pub fn run_time(&self, thread: ThreadId) -> Nanos {
        self.threads[thread.index()].run_time
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_set_lists_its_members_in_order() {
        let mut set = ThreadSet::default();
        for id in [70, 3, 64, 0, 128] {
            set.set(ThreadId(id), true);
        }
        set.set(ThreadId(64), false);
        let members: Vec<u32> = set.iter().map(|thread| thread.0).collect();
        assert_eq!(members, [0, 3, 70, 128]);
        let mut called = Vec::new();
        set.each(|thread| called.push(thread.0));
        assert_eq!(called, members);
        assert!(set.contains(ThreadId(70)) && !set.contains(ThreadId(64)) && !set.is_empty());
    }
}
