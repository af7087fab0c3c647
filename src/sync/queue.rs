//! `queue.Queue`, `LifoQueue`, `PriorityQueue` and `SimpleQueue`: items between those who put and those who get.
//!
//! As in CPython, putting notifies one getter and getting one putter, in the order of their waiting; a newcomer that
//! comes before them is served, and they look again and wait on.

use std::collections::VecDeque;

use super::{Log, Outcome, Refusal, Reply, Request, no_such_operation, waiters::Waiters};
use crate::{
    event::{Change, ResourceKind},
    ids::ThreadId,
};

/// In which order items come out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Discipline {
    /// First in, first out.
    Fifo,
    /// Last in, first out.
    Lifo,
    /// The smallest first: a binary heap, arranged as CPython's `heapq` does.
    Priority,
    /// First in, first out, without limit and without `task_done`.
    Simple,
}

/// A queue.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Queue<I> {
    discipline: Discipline,
    /// 0 for no limit.
    capacity: u32,
    items: VecDeque<I>,
    unfinished: u32,
    getters: Waiters<()>,
    putters: Waiters<I>,
    joiners: Waiters<()>,
    /// A heap whose order has to be restored by the caller, who alone can compare items.
    disorder: Option<Disorder>,
}

/// How the order of a heap is to be restored.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
enum Disorder {
    /// The last item may be smaller than its parents.
    Last,
    /// The first item may be larger than its children.
    First,
}

impl<I: Copy + Eq> Queue<I> {
    /// An empty queue for so many items; 0 is no limit.
    #[must_use]
    pub fn new(discipline: Discipline, capacity: u32) -> Self {
        Self {
            discipline,
            capacity,
            items: VecDeque::new(),
            unfinished: 0,
            getters: Waiters::default(),
            putters: Waiters::default(),
            joiners: Waiters::default(),
            disorder: None,
        }
    }

    /// How many items fit; 0 is no limit.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.capacity
    }

    /// The items; the one that is got next stands first, or last in a LIFO queue.
    pub fn items(&self) -> impl ExactSizeIterator<Item = I> + '_ {
        self.items.iter().copied()
    }

    /// The items that waiting threads want to put.
    pub fn offered(&self) -> impl Iterator<Item = I> + '_ {
        self.putters.wants()
    }

    /// How many items were put and are not yet done with.
    #[must_use]
    pub fn unfinished(&self) -> u32 {
        self.unfinished
    }

    /// Whether no more items fit.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.capacity > 0 && self.items.len() >= self.capacity as usize
    }

    /// Which queue it is.
    #[must_use]
    pub fn kind(&self) -> ResourceKind {
        match self.discipline {
            Discipline::Fifo => ResourceKind::Queue,
            Discipline::Lifo => ResourceKind::LifoQueue,
            Discipline::Priority => ResourceKind::PriorityQueue,
            Discipline::Simple => ResourceKind::SimpleQueue,
        }
    }

    pub(super) fn attempt(&mut self, who: ThreadId, request: Request<I>, log: &mut Log<I>) -> Outcome<I> {
        match request {
            Request::Put { item, .. } if !self.is_full() => self.put(item, log),
            Request::Put { blocking: false, .. } => Outcome::Refused(Refusal::Full),
            Request::Put { item, blocking: true } => {
                self.putters.enter(who, item);
                Outcome::Wait
            }
            Request::Get { .. } if !self.items.is_empty() => self.get(log),
            Request::Get { blocking: false } => Outcome::Refused(Refusal::Empty),
            Request::Get { blocking: true } => {
                self.getters.enter(who, ());
                Outcome::Wait
            }
            Request::TaskDone => self.task_done(log),
            Request::Join if self.unfinished == 0 => Outcome::Done(Reply::None),
            Request::Join => {
                self.joiners.enter(who, ());
                Outcome::Wait
            }
            _ => no_such_operation("queue"),
        }
    }

    pub(super) fn may_resume(&self, who: ThreadId) -> bool {
        self.getters.is_notified(who) || self.putters.is_notified(who) || self.joiners.is_notified(who)
    }

    pub(super) fn resume(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        let again = self.withdraw(who);
        self.attempt(who, again, log)
    }

    pub(super) fn expire(&mut self, who: ThreadId, log: &mut Log<I>) -> Outcome<I> {
        // The clock is looked at after the queue: an item that is there is got, however late.
        match self.withdraw(who) {
            Request::Put { item, .. } => self.attempt(who, Request::Put { item, blocking: false }, log),
            _ => self.attempt(who, Request::Get { blocking: false }, log),
        }
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId)) {
        self.getters.for_each(each);
        self.putters.for_each(each);
        self.joiners.for_each(each);
    }

    /// Takes the thread from among the waiters; returns what it asked for.
    fn withdraw(&mut self, who: ThreadId) -> Request<I> {
        if let Some(item) = self.putters.leave(who) {
            Request::Put { item, blocking: true }
        } else if self.getters.leave(who).is_some() {
            Request::Get { blocking: true }
        } else {
            self.joiners.leave(who);
            Request::Join
        }
    }

    fn put(&mut self, item: I, log: &mut Log<I>) -> Outcome<I> {
        let position = match self.discipline {
            Discipline::Lifo => 0,
            _ => self.items.len() as u32,
        };
        self.items.push_back(item);
        self.unfinished = self.unfinished.saturating_add(1);
        if self.discipline == Discipline::Priority {
            self.disorder = Some(Disorder::Last);
        }
        log.push(Change::Put { item, position });
        log.extend(self.getters.notify().map(|thread| Change::Notified { thread }));
        Outcome::Done(Reply::None)
    }

    fn get(&mut self, log: &mut Log<I>) -> Outcome<I> {
        let item = match self.discipline {
            Discipline::Fifo | Discipline::Simple => self.items.pop_front(),
            Discipline::Lifo => self.items.pop_back(),
            Discipline::Priority => {
                self.disorder = Some(Disorder::First);
                self.items.swap_remove_back(0)
            }
        };
        let Some(item) = item else { return Outcome::Refused(Refusal::Empty) };
        log.push(Change::Got { item });
        log.extend(self.putters.notify().map(|thread| Change::Notified { thread }));
        Outcome::Done(Reply::Item(item))
    }

    fn task_done(&mut self, log: &mut Log<I>) -> Outcome<I> {
        let Some(unfinished) = self.unfinished.checked_sub(1) else {
            return Outcome::Refused(Refusal::DoneTooOften);
        };
        self.unfinished = unfinished;
        log.push(Change::TaskDone { unfinished });
        if unfinished == 0 {
            let woken = std::iter::from_fn(|| self.joiners.notify());
            log.extend(woken.map(|thread| Change::Notified { thread }));
        }
        Outcome::Done(Reply::None)
    }

    /// Restores the order of a priority queue after a change, by `less`. Other queues have nothing to restore.
    ///
    /// # Errors
    /// That of `less`; the order is then to be restored by [`Self::rearrange`].
    pub fn restore_order<E>(&mut self, less: impl FnMut(I, I) -> Result<bool, E>) -> Result<(), E> {
        let Some(disorder) = self.disorder else { return Ok(()) };
        let items = self.items.make_contiguous();
        match disorder {
            Disorder::Last => heap::sift_towards_root(items, 0, items.len() - 1, less)?,
            Disorder::First if items.is_empty() => {}
            Disorder::First => heap::sift_towards_leaves(items, less)?,
        }
        self.disorder = None;
        Ok(())
    }

    /// Whether the order of the heap has to be restored.
    #[must_use]
    pub fn is_disordered(&self) -> bool {
        self.disorder.is_some()
    }

    /// Puts the items into an order that the caller worked out.
    pub fn rearrange(&mut self, items: impl IntoIterator<Item = I>) {
        self.items = items.into_iter().collect();
        self.disorder = None;
    }
}

/// The two movements of a binary heap, as CPython's `heapq` makes them: items that compare equal come out in the
/// same order as there.
mod heap {
    /// Moves the item at `at` up to its place below `start`.
    pub fn sift_towards_root<I: Copy, E>(
        items: &mut [I],
        start: usize,
        mut at: usize,
        mut less: impl FnMut(I, I) -> Result<bool, E>,
    ) -> Result<(), E> {
        let item = items[at];
        while at > start {
            let parent = (at - 1) / 2;
            if !less(item, items[parent])? {
                break;
            }
            items[at] = items[parent];
            at = parent;
        }
        items[at] = item;
        Ok(())
    }

    /// Moves the first item down along its smaller children to a leaf, and then up to its place.
    pub fn sift_towards_leaves<I: Copy, E>(
        items: &mut [I],
        mut less: impl FnMut(I, I) -> Result<bool, E>,
    ) -> Result<(), E> {
        let item = items[0];
        let mut at = 0;
        let mut child = 1;
        while child < items.len() {
            let right = child + 1;
            if right < items.len() && !less(items[child], items[right])? {
                child = right;
            }
            items[at] = items[child];
            at = child;
            child = 2 * at + 1;
        }
        items[at] = item;
        sift_towards_root(items, 0, at, less)
    }
}
