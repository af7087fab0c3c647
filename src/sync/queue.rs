//! `queue.Queue`, `LifoQueue`, `PriorityQueue` and `SimpleQueue`: items between those who put and those who get.
//!
//! As in CPython, putting notifies one getter and getting one putter, in the order of their waiting; a newcomer that
//! comes before them is served, and they look again and wait on.

use std::collections::VecDeque;

use super::{
    Change, Describe, Log, Outcome, Refusal, Reply, Request, ResourceKind, no_such_operation, waiters::Waiters,
};
use crate::ids::ThreadId;

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

/// How a queue changed; `I` is an item.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum QueueChange<I> {
    /// An item went in at `position`, counted from the end that is got next.
    Put { item: I, position: u32 },
    /// The item at the front went out.
    Got { item: I },
    /// `task_done` was called; so many items are not yet done with.
    TaskDone { unfinished: u32 },
}

impl<I> QueueChange<I> {
    /// The same change with another kind of item.
    #[must_use]
    pub fn map_item<J>(self, map: impl FnOnce(I) -> J) -> QueueChange<J> {
        match self {
            Self::Put { item, position } => QueueChange::Put { item: map(item), position },
            Self::Got { item } => QueueChange::Got { item: map(item) },
            Self::TaskDone { unfinished } => QueueChange::TaskDone { unfinished },
        }
    }
}

/// What a waiting thread wants of a queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum QueueWant {
    /// An item.
    Item,
    /// A free slot.
    Room,
    /// That all items are done with.
    AllDone,
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

/// What a program does to the items behind the queue's back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edit<I> {
    /// Removes all.
    Clear,
    /// Adds one at the end.
    Append(I),
    /// Adds one in front.
    AppendLeft(I),
    /// Takes the last one.
    Pop,
    /// Takes the first one.
    PopLeft,
}

/// Why two items cannot be compared here and now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Incomparable {
    /// They have no order.
    Refused,
    /// Only the program can compare them.
    ByProgram,
}

/// How the order of a heap is to be restored: what was done last.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
enum Disorder {
    /// An item was put: the last one may be smaller than its parents.
    Last,
    /// An item was got: the first one may be larger than its children.
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

    /// See [`Primitive::forked`](super::Primitive::forked).
    pub(super) fn fork(&mut self, _parent: ThreadId, _child: ThreadId) {
        self.getters = Waiters::default();
        self.putters = Waiters::default();
        self.joiners = Waiters::default();
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

    pub(super) fn describe(&self, describe: &mut dyn Describe<I>) {
        let Self { discipline, capacity, items, unfinished, getters, putters, joiners, disorder } = self;
        describe.number(u64::from(*capacity) << 32 | u64::from(*unfinished));
        let disorder = disorder.map_or(0, |disorder| 1 + disorder as u64);
        describe.number((*discipline as u64) << 8 | disorder);
        describe.number(items.len() as u64);
        items.iter().for_each(|&item| describe.item(item));
        getters.describe(describe, |()| 0);
        // What they offer is part of the operation that they are blocked in.
        putters.describe(describe, |_| 0);
        joiners.describe(describe, |()| 0);
    }

    pub(super) fn waiters(&self, each: &mut dyn FnMut(ThreadId, bool)) {
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
        self.abandon_disorder(log);
        let position = match self.discipline {
            Discipline::Lifo => 0,
            _ => self.items.len() as u32,
        };
        self.items.push_back(item);
        log.push(QueueChange::Put { item, position }.into());
        self.settle(Disorder::Last, log);
        Outcome::Done(Reply::None)
    }

    fn get(&mut self, log: &mut Log<I>) -> Outcome<I> {
        self.abandon_disorder(log);
        let item = match self.discipline {
            Discipline::Fifo | Discipline::Simple => self.items.pop_front(),
            Discipline::Lifo => self.items.pop_back(),
            Discipline::Priority => self.items.swap_remove_back(0),
        };
        let Some(item) = item else { return Outcome::Refused(Refusal::Empty) };
        log.push(QueueChange::Got { item }.into());
        self.settle(Disorder::First, log);
        Outcome::Done(Reply::Item(item))
    }

    /// The change is complete, unless the order of a heap has to be restored before.
    fn settle(&mut self, change: Disorder, log: &mut Log<I>) {
        if self.discipline == Discipline::Priority && self.items.len() > 1 {
            self.disorder = Some(change);
        } else {
            self.complete(change, log);
        }
    }

    fn complete(&mut self, change: Disorder, log: &mut Log<I>) {
        self.disorder = None;
        let notified = match change {
            Disorder::Last => {
                self.unfinished = self.unfinished.saturating_add(1);
                self.getters.notify()
            }
            Disorder::First => self.putters.notify(),
        };
        log.extend(notified.map(|thread| Change::Notified { thread }));
    }

    /// Whoever was to restore the order was held up: the heap is taken as it is.
    fn abandon_disorder(&mut self, log: &mut Log<I>) {
        if let Some(change) = self.disorder {
            self.complete(change, log);
        }
    }

    fn task_done(&mut self, log: &mut Log<I>) -> Outcome<I> {
        let Some(unfinished) = self.unfinished.checked_sub(1) else {
            return Outcome::Refused(Refusal::DoneTooOften);
        };
        self.unfinished = unfinished;
        log.push(QueueChange::TaskDone { unfinished }.into());
        if unfinished == 0 {
            let woken = std::iter::from_fn(|| self.joiners.notify());
            log.extend(woken.map(|thread| Change::Notified { thread }));
        }
        Outcome::Done(Reply::None)
    }

    /// Restores the order of a priority queue after a change, by `less`. Other queues have nothing to restore.
    ///
    /// # Errors
    /// That of `less`. If the items have no order, the queue stays as it is, and nobody is told of the change, as in
    /// CPython; if only the program can compare them, the order is to be restored by [`Self::rearrange`].
    pub fn restore_order(
        &mut self,
        less: impl FnMut(I, I) -> Result<bool, Incomparable>,
        log: &mut Log<I>,
    ) -> Result<(), Incomparable> {
        let Some(disorder) = self.disorder else { return Ok(()) };
        let items = self.items.make_contiguous();
        let mut way = heap::Way::new();
        let restored = match disorder {
            Disorder::Last => heap::towards_root(items, &mut way, less),
            Disorder::First => heap::towards_leaves(items, &mut way, less),
        };
        if restored != Err(Incomparable::ByProgram) {
            heap::shift(items, &way);
            self.disorder = None;
        }
        if restored.is_ok() {
            self.complete(disorder, log);
        }
        restored
    }

    /// How many items of a priority queue come out before this one, which was put last.
    ///
    /// # Errors
    /// That of `less`.
    pub fn place_in_order<E>(&self, item: I, mut less: impl FnMut(I, I) -> Result<bool, E>) -> Result<u32, E> {
        let mut before = 0;
        for other in self.items() {
            before += u32::from(!less(item, other)?);
        }
        // It is not less than itself.
        Ok(before.saturating_sub(1))
    }

    /// Whether the order of the heap has to be restored.
    #[must_use]
    pub fn is_disordered(&self) -> bool {
        self.disorder.is_some()
    }

    /// Puts the items into an order that the caller worked out, which completes the change.
    pub fn rearrange(&mut self, items: impl IntoIterator<Item = I>, log: &mut Log<I>) {
        self.items = items.into_iter().collect();
        self.abandon_disorder(log);
    }

    /// Changes the items, and tells nobody: neither those who wait nor `join` learn of it.
    ///
    /// # Errors
    /// When an item is to be taken and there is none.
    pub fn edit(&mut self, edit: Edit<I>, log: &mut Log<I>) -> Result<Option<I>, Refusal> {
        let taken = match edit {
            Edit::Clear => {
                log.extend(self.items.drain(..).map(|item| QueueChange::Got { item }.into()));
                return Ok(None);
            }
            Edit::Append(item) => {
                let position = self.items.len() as u32;
                self.items.push_back(item);
                log.push(QueueChange::Put { item, position }.into());
                return Ok(None);
            }
            Edit::AppendLeft(item) => {
                self.items.push_front(item);
                log.push(QueueChange::Put { item, position: 0 }.into());
                return Ok(None);
            }
            Edit::Pop => self.items.pop_back(),
            Edit::PopLeft => self.items.pop_front(),
        };
        let item = taken.ok_or(Refusal::Empty)?;
        log.push(QueueChange::Got { item }.into());
        Ok(Some(item))
    }

    /// The order could not be restored: the items stay so, and nobody is told of the change.
    pub fn leave_disordered(&mut self, items: impl IntoIterator<Item = I>) {
        self.items = items.into_iter().collect();
        self.disorder = None;
    }

    /// Whether the item that was put last is out of order; otherwise it is the first one.
    #[must_use]
    pub fn is_last_disordered(&self) -> bool {
        self.disorder == Some(Disorder::Last)
    }
}

/// The two movements of a binary heap, as CPython's `heapq` makes them: items that compare equal come out in the
/// same order as there.
mod heap {
    use smallvec::SmallVec;

    /// The places through which an item moves, from where it is; those that it passes move up behind it.
    pub type Way = SmallVec<[usize; 16]>;

    /// The way of the last item up to its place.
    pub fn towards_root<I: Copy, E>(
        items: &[I],
        way: &mut Way,
        mut less: impl FnMut(I, I) -> Result<bool, E>,
    ) -> Result<(), E> {
        let mut at = items.len() - 1;
        let item = items[at];
        way.push(at);
        while at > 0 {
            at = (at - 1) / 2;
            if !less(item, items[at])? {
                break;
            }
            way.push(at);
        }
        Ok(())
    }

    /// The way of the first item along the smaller children to a leaf, and back up to its place.
    pub fn towards_leaves<I: Copy, E>(
        items: &[I],
        way: &mut Way,
        mut less: impl FnMut(I, I) -> Result<bool, E>,
    ) -> Result<(), E> {
        way.push(0);
        let mut child = 1;
        while child < items.len() {
            let right = child + 1;
            if right < items.len() && !less(items[child], items[right])? {
                child = right;
            }
            way.push(child);
            child = 2 * child + 1;
        }
        while let [_, .., last] = way[..]
            && less(items[0], items[last])?
        {
            way.pop();
        }
        Ok(())
    }

    /// Moves the item at the start of the way to its end.
    pub fn shift<I: Copy>(items: &mut [I], way: &[usize]) {
        for step in way.windows(2) {
            items.swap(step[0], step[1]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: ThreadId = ThreadId(0);
    const OTHER: ThreadId = ThreadId(1);

    fn plain(a: i64, b: i64) -> Result<bool, Incomparable> {
        Ok(a < b)
    }

    fn put(queue: &mut Queue<i64>, item: i64, less: fn(i64, i64) -> Result<bool, Incomparable>) -> Vec<Change<i64>> {
        let mut log = Log::new();
        queue.attempt(MAIN, Request::Put { item, blocking: false }, &mut log);
        let _ = queue.restore_order(less, &mut log);
        log.into_vec()
    }

    #[test]
    fn a_priority_queue_gives_the_smallest_first() {
        let mut queue = Queue::new(Discipline::Priority, 0);
        for item in [5, 3, 8, 1, 9, 2, 7, 3, 1, 0] {
            put(&mut queue, item, plain);
        }
        let mut got = Vec::new();
        while let Outcome::Done(Reply::Item(item)) =
            queue.attempt(MAIN, Request::Get { blocking: false }, &mut Log::new())
        {
            assert_eq!(queue.restore_order(plain, &mut Log::new()), Ok(()));
            got.push(item);
        }
        assert_eq!(got, [0, 1, 1, 2, 3, 3, 5, 7, 8, 9]);
    }

    #[test]
    fn an_item_that_cannot_be_compared_is_in_the_heap_but_wakes_nobody_and_does_not_count() {
        let mut queue = Queue::new(Discipline::Priority, 0);
        put(&mut queue, 1, plain);
        queue.getters.enter(OTHER, ());
        let log = put(&mut queue, 2, |_, _| Err(Incomparable::Refused));
        assert_eq!(log, [QueueChange::Put { item: 2, position: 1 }.into()]);
        assert_eq!((queue.items().len(), queue.unfinished(), queue.is_disordered()), (2, 1, false));
        assert!(!queue.may_resume(OTHER));
    }

    #[test]
    fn what_only_the_program_can_compare_is_complete_once_it_was_rearranged() {
        let mut queue = Queue::new(Discipline::Priority, 0);
        put(&mut queue, 5, plain);
        queue.getters.enter(OTHER, ());
        put(&mut queue, 2, |_, _| Err(Incomparable::ByProgram));
        assert!(queue.is_last_disordered() && !queue.may_resume(OTHER));
        let mut log = Log::new();
        queue.rearrange([2, 5], &mut log);
        assert_eq!(log[..], [Change::Notified { thread: OTHER }]);
        assert_eq!((queue.unfinished(), queue.may_resume(OTHER)), (2, true));
    }
}
