//! Whether anybody can still go on in a recording whose writer does not find out by itself: how threads stand, and what
//! primitives have to give, folded from the events.
//!
//! Nobody can where every thread that lives waits for ever, and for what is not there. In doubt somebody can: whoever waits
//! for something outside, or for a primitive of which raddle knows no more than the name. Why nobody can is no business of
//! the reader: `standstill/` knows it, from the scene. Tests: `tests/hosts/foreign.rs`.

use crate::{
    event::{
        BarrierChange, Change, ConditionChange, End, Event, EventChange, EventKind, LockChange, NO_DEADLINE,
        QueueChange, QueueWant, RealEnd, ResourceKind, SemaphoreChange, Shown, TimerChange, Wait, Want,
    },
    ids::{ResourceId, ThreadId},
};

/// How a thread stands.
#[derive(Clone, Copy, Debug)]
enum Stand {
    /// It was made, and nothing more was heard of it.
    New,
    Free,
    /// It waits, without a deadline.
    Waits(Wait),
    /// What it waits for has come about.
    Woken(Wait),
    Ended,
}

#[derive(Clone, Copy, Debug)]
struct Thread {
    stand: Stand,
    daemon: bool,
}

/// What a primitive has to give.
#[derive(Clone, Copy, Debug)]
struct Stock {
    kind: ResourceKind,
    limit: u32,
    /// Permits, items, who has a lock: as many as there are.
    count: u32,
    /// Items that are not done with.
    unfinished: u32,
    /// The flag is set, the barrier lets people through, nothing more comes: nobody waits here.
    open: bool,
}

/// How threads and primitives stand.
#[derive(Clone, Debug, Default)]
pub struct Standings {
    threads: Vec<Thread>,
    resources: Vec<Stock>,
    /// Something was not recorded, or the end is told: nothing is to be found out.
    silenced: bool,
}

impl Standings {
    /// Takes an event in.
    pub fn take(&mut self, event: &Event) {
        let who = event.thread;
        if let Some(Thread { stand: stand @ Stand::New, .. }) = self.threads.get_mut(who.index()) {
            *stand = Stand::Free;
        }
        match event.kind {
            EventKind::ThreadCreated { daemon, .. } => self.threads.push(Thread { stand: Stand::New, daemon }),
            EventKind::ThreadChanged { thread, daemon, .. } => {
                self.threads.get_mut(thread.index()).into_iter().for_each(|thread| thread.daemon = daemon);
            }
            EventKind::ThreadStarted { thread } => self.set(thread, Stand::Free),
            EventKind::Blocked { on, deadline: NO_DEADLINE } => self.set(who, Stand::Waits(on)),
            EventKind::Woken { thread } | EventKind::Changed { change: Change::Notified { thread }, .. } => {
                self.wake(thread);
            }
            EventKind::Overtaken { thread } => {
                if let Some(Thread { stand: Stand::Woken(wait), .. }) = self.threads.get(thread.index()) {
                    self.set(thread, Stand::Waits(*wait));
                }
            }
            EventKind::Blocked { .. } | EventKind::Slept { .. } | EventKind::Unblocked | EventKind::TimedOut => {
                self.set(who, Stand::Free);
            }
            EventKind::ThreadFinished | EventKind::ThreadFailed { .. } | EventKind::ThreadAbandoned => {
                self.set(who, Stand::Ended);
            }
            EventKind::ResourceCreated { kind, limit, .. } => {
                let permits = matches!(kind, ResourceKind::Semaphore | ResourceKind::BoundedSemaphore);
                let count = if permits { limit } else { 0 };
                self.resources.push(Stock { kind, limit, count, unfinished: 0, open: false });
            }
            EventKind::Changed { resource, change } => {
                self.resources.get_mut(resource.index()).into_iter().for_each(|stock| stock.apply(change));
            }
            // That it did not go on is no reason yet.
            EventKind::Ended { end: End::Real(RealEnd::Hung) } => {}
            EventKind::Dropped { .. } | EventKind::Unknown { .. } | EventKind::Ended { .. } => self.silenced = true,
            _ => {}
        }
    }

    /// Whether somebody whom the program waits for stands for ever, and nobody can go on.
    #[must_use]
    pub fn is_standstill(&self) -> bool {
        let stuck = |thread: &Thread| matches!(thread.stand, Stand::Waits(wait) if wait != Wait::Shutdown);
        !self.silenced
            && self.threads.iter().any(|thread| stuck(thread) && !thread.daemon)
            && !self.threads.iter().any(|thread| self.can_go_on(thread.stand))
    }

    fn can_go_on(&self, stand: Stand) -> bool {
        match stand {
            Stand::Free | Stand::Woken(_) => true,
            Stand::New | Stand::Ended => false,
            Stand::Waits(Wait::For(resource, want)) => self.has(resource, want),
            Stand::Waits(Wait::End(of)) => {
                self.threads.get(of.index()).is_none_or(|thread| matches!(thread.stand, Stand::Ended))
            }
            Stand::Waits(Wait::Shutdown) => false,
            Stand::Waits(Wait::Other(_) | Wait::Any(_)) => true,
        }
    }

    /// Whether the primitive has what is wanted of it, as far as one can know.
    fn has(&self, resource: ResourceId, want: Want) -> bool {
        let Some(stock) = self.resources.get(resource.index()) else { return true };
        let unknown = matches!(stock.kind, ResourceKind::Once | ResourceKind::Future | ResourceKind::Other);
        stock.open || unknown || stock.has(want)
    }

    fn set(&mut self, thread: ThreadId, stand: Stand) {
        self.threads.get_mut(thread.index()).into_iter().for_each(|thread| thread.stand = stand);
    }

    fn wake(&mut self, thread: ThreadId) {
        if let Some(Thread { stand: Stand::Waits(wait), .. }) = self.threads.get(thread.index()) {
            self.set(thread, Stand::Woken(*wait));
        }
    }
}

impl Stock {
    fn has(&self, want: Want) -> bool {
        match want {
            Want::Acquire if matches!(self.kind, ResourceKind::Semaphore | ResourceKind::BoundedSemaphore) => {
                self.count > 0
            }
            Want::Acquire => self.count == 0,
            Want::Signal | Want::Parties => false,
            Want::Queue(QueueWant::Item) => self.count > 0,
            Want::Queue(QueueWant::Room) => self.limit == 0 || self.count < self.limit,
            Want::Queue(QueueWant::AllDone) => self.unfinished == 0,
        }
    }

    fn apply(&mut self, change: Change<Shown>) {
        match change {
            Change::Lock(LockChange::Acquired { .. }) => self.count = 1,
            Change::Lock(LockChange::Released { depth: 0 }) => self.count = 0,
            Change::Lock(LockChange::Released { .. }) => {}
            Change::Lock(LockChange::SharedAcquired) => self.count = self.count.saturating_add(1),
            Change::Lock(LockChange::SharedReleased) => self.count = self.count.saturating_sub(1),
            Change::Semaphore(SemaphoreChange::Taken { left } | SemaphoreChange::Returned { left }) => {
                self.count = left;
            }
            Change::Event(change) => self.open = change == EventChange::Set,
            Change::Barrier(BarrierChange::Opened | BarrierChange::Broken) | Change::Closed | Change::Poisoned => {
                self.open = true;
            }
            Change::Barrier(BarrierChange::PassedThrough { left }) => self.open &= left > 0,
            Change::Barrier(BarrierChange::Reset) => self.open = false,
            Change::Barrier(BarrierChange::Arrived { .. }) => {}
            Change::Queue(QueueChange::Put { .. }) => {
                self.count = self.count.saturating_add(1);
                self.unfinished = self.unfinished.saturating_add(1);
            }
            Change::Queue(QueueChange::Got { .. }) => self.count = self.count.saturating_sub(1),
            Change::Queue(QueueChange::TaskDone { unfinished }) => self.unfinished = unfinished,
            Change::Timer(TimerChange::Cancelled | TimerChange::Fired) => self.open = true,
            Change::Condition(ConditionChange::Entered | ConditionChange::Left | ConditionChange::NotifiedNobody)
            | Change::Notified { .. } => {}
        }
    }
}
