//! A primitive as it is shown: what it is, who has it, who waits for it and how.

use std::collections::VecDeque;

use crate::{
    event::{Change, ResourceKind, Shown, Wait},
    ids::{StepIndex, TextId, ThreadId},
};

/// A primitive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResourceView {
    /// Which primitive.
    pub kind: ResourceKind,
    /// What the program calls it.
    pub name: Option<TextId>,
    /// Its permits, capacity or parties; 0 where there is none.
    pub limit: u32,
    /// What it is like now.
    pub state: ResourceState,
    /// Who waits, in order.
    pub waiters: Vec<Waiter>,
    /// The step in which it changed last, and what then happened to it.
    pub changed: Option<(StepIndex, ThreadId, Change<Shown>)>,
}

/// Somebody who waits for a primitive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiter {
    /// Who.
    pub thread: ThreadId,
    /// What for.
    pub wait: Wait,
    /// It was woken, and has not had its turn.
    pub woken: bool,
}

/// What a primitive is like.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ResourceState {
    /// A lock: who owns it, and how many times over.
    Lock { owner: Option<ThreadId>, depth: u32 },
    /// A semaphore: how many permits are left, and who took the others, in order.
    Permits { left: u32, holders: Vec<ThreadId> },
    /// A semaphore that is used as a signal: how many were given and not yet taken. Nobody holds one.
    Signals { left: u32 },
    /// An event: whether it is set.
    Flag { set: bool },
    /// A condition: who is in its waiting room, in order.
    Room { inside: Vec<ThreadId> },
    /// A barrier: who has arrived, whether it lets people through, whether it is broken.
    Gate { arrived: Vec<ThreadId>, open: bool, broken: bool },
    /// A queue: its items, the one that is got next first; and how many are not done with.
    Items { items: VecDeque<Item>, unfinished: u32 },
    /// A timer.
    Clock { cancelled: bool, fired: bool },
}

/// An item of a queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// What it looks like.
    pub value: Shown,
    /// Who put it.
    pub by: ThreadId,
}

impl ResourceView {
    /// A primitive that was just made.
    #[must_use]
    pub fn new(kind: ResourceKind, limit: u32) -> Self {
        let state = match kind {
            ResourceKind::Lock | ResourceKind::RLock => ResourceState::Lock { owner: None, depth: 0 },
            ResourceKind::Semaphore | ResourceKind::BoundedSemaphore if limit == 0 => {
                ResourceState::Signals { left: 0 }
            }
            ResourceKind::Semaphore | ResourceKind::BoundedSemaphore => {
                ResourceState::Permits { left: limit, holders: Vec::new() }
            }
            ResourceKind::Event => ResourceState::Flag { set: false },
            ResourceKind::Condition => ResourceState::Room { inside: Vec::new() },
            ResourceKind::Barrier => ResourceState::Gate { arrived: Vec::new(), open: false, broken: false },
            ResourceKind::Timer => ResourceState::Clock { cancelled: false, fired: false },
            ResourceKind::Queue | ResourceKind::LifoQueue | ResourceKind::PriorityQueue | ResourceKind::SimpleQueue => {
                ResourceState::Items { items: VecDeque::new(), unfinished: 0 }
            }
        };
        Self { kind, name: None, limit, state, waiters: Vec::new(), changed: None }
    }

    /// How much there is in it.
    #[must_use]
    pub fn things(&self) -> usize {
        let inside = match &self.state {
            ResourceState::Permits { holders: threads, .. }
            | ResourceState::Room { inside: threads }
            | ResourceState::Gate { arrived: threads, .. } => threads.len(),
            ResourceState::Items { items, .. } => items.len(),
            ResourceState::Lock { .. } | ResourceState::Flag { .. } => 0,
            ResourceState::Signals { .. } | ResourceState::Clock { .. } => 0,
        };
        self.waiters.len() + inside
    }

    /// Applies a change by a thread.
    pub fn apply(&mut self, change: Change<Shown>, by: ThreadId, step: StepIndex) {
        self.changed = Some((step, by, change));
        match (&mut self.state, change) {
            (ResourceState::Lock { owner, depth }, Change::Acquired { depth: taken }) => {
                *owner = Some(by);
                *depth = taken;
            }
            (ResourceState::Lock { owner, depth }, Change::Released { depth: left }) => {
                *depth = left;
                if left == 0 {
                    *owner = None;
                }
            }
            (ResourceState::Permits { left, holders }, Change::PermitTaken { left: now }) => {
                *left = now;
                holders.push(by);
            }
            (ResourceState::Permits { .. }, Change::PermitsReturned { left }) => self.return_permits(left, by),
            (
                ResourceState::Signals { left },
                Change::PermitTaken { left: now } | Change::PermitsReturned { left: now },
            ) => {
                *left = now;
            }
            (ResourceState::Flag { set }, Change::FlagSet) => *set = true,
            (ResourceState::Flag { set }, Change::FlagCleared) => *set = false,
            (ResourceState::Room { inside }, Change::EnteredRoom) => inside.push(by),
            (ResourceState::Room { inside }, Change::LeftRoom) => inside.retain(|&thread| thread != by),
            (ResourceState::Gate { .. }, _) => self.apply_to_gate(change, by),
            (ResourceState::Items { .. }, _) => self.apply_to_items(change, by),
            (ResourceState::Clock { cancelled, .. }, Change::Cancelled) => *cancelled = true,
            (ResourceState::Clock { fired, .. }, Change::Fired) => *fired = true,
            _ => {}
        }
    }

    /// Permits come back; where they come from somebody who took none, they are signals from now on.
    fn return_permits(&mut self, now: u32, by: ThreadId) {
        let ResourceState::Permits { left, holders } = &mut self.state else { return };
        for _ in *left..now {
            match holders.iter().position(|&holder| holder == by) {
                Some(at) => drop(holders.remove(at)),
                None => {
                    self.state = ResourceState::Signals { left: now };
                    return;
                }
            }
        }
        *left = now;
    }

    /// Whether permits that this thread gives or takes are signals.
    #[must_use]
    pub fn is_signalled(&self, change: Change<Shown>, by: ThreadId) -> bool {
        match (&self.state, change) {
            (ResourceState::Signals { .. }, _) => true,
            (ResourceState::Permits { left, holders }, Change::PermitsReturned { left: now }) => {
                let own = holders.iter().filter(|&&holder| holder == by).count();
                now.saturating_sub(*left) as usize > own
            }
            _ => false,
        }
    }

    /// A timer that has fired runs again when its thread waits again.
    pub fn run_again(&mut self, who: ThreadId) {
        if let (ResourceState::Clock { fired, .. }, Some((_, by, Change::Fired))) = (&mut self.state, self.changed) {
            *fired &= by != who;
        }
    }

    fn apply_to_gate(&mut self, change: Change<Shown>, by: ThreadId) {
        let ResourceState::Gate { arrived, open, broken } = &mut self.state else { return };
        match change {
            Change::Arrived { .. } => arrived.push(by),
            Change::Opened => *open = true,
            Change::PassedThrough { left } => {
                arrived.retain(|&thread| thread != by);
                *open &= left > 0;
            }
            Change::Broken => *broken = true,
            Change::Reset => *broken = false,
            _ => {}
        }
    }

    fn apply_to_items(&mut self, change: Change<Shown>, by: ThreadId) {
        let ResourceState::Items { items, unfinished } = &mut self.state else { return };
        match change {
            Change::Put { item, position } => {
                items.insert((position as usize).min(items.len()), Item { value: item, by });
                *unfinished = unfinished.saturating_add(1);
            }
            Change::Got { item } => {
                // Among equals, a heap has an order of its own.
                let at = items.iter().position(|known| known.value == item).unwrap_or(0);
                items.remove(at);
            }
            Change::TaskDone { unfinished: left } => *unfinished = left,
            _ => {}
        }
    }
}
