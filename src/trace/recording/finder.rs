//! Finds circles of waits in a recording whose writer does not look for them: from who holds what and who waits for what.
//!
//! A circle counts when all its waits are for ever. It is told once, behind the event that closes it. Whether a stranger
//! might release one of the locks, nobody knows of a real program: what is told is the circle. Tests: `tests/hosts/foreign.rs`.

use crate::{
    event::{Change, Event, EventKind, LockChange, NO_DEADLINE, Wait, Want},
    ids::{ResourceId, ThreadId},
};

/// Who holds what, and who waits for what.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    owners: Vec<Option<ThreadId>>,
    waits: Vec<Option<Wait>>,
}

impl Finder {
    /// Looks at the events of a step, and adds the circle that they close.
    pub fn look(&mut self, events: &mut Vec<Event>) {
        let mut closed = Vec::new();
        for event in events.iter() {
            if let Some(circle) = self.take(event) {
                closed.extend(self.told(event, &circle));
            }
        }
        events.extend(closed);
    }

    /// Whether threads wait for each other in a circle.
    #[must_use]
    pub fn has_circle(&self) -> bool {
        // Which walk came by each thread first, from one: none walks twice where another has walked.
        let mut walks = vec![0; self.waits.len()];
        (1..=walks.len()).any(|walk| {
            let mut at = walk - 1;
            while let Some(before) = walks.get_mut(at).filter(|before| **before == 0) {
                *before = walk;
                let Some(next) = self.waits_for(ThreadId::at(at)) else { return false };
                at = next.index();
            }
            walks.get(at) == Some(&walk)
        })
    }

    fn take(&mut self, event: &Event) -> Option<Vec<ThreadId>> {
        let who = event.thread;
        match event.kind {
            EventKind::Changed { resource, change: Change::Lock(change) } => {
                let owner = entry(&mut self.owners, resource.index());
                match change {
                    LockChange::Acquired { .. } => *owner = Some(who),
                    LockChange::Released { depth: 0 } => *owner = None,
                    _ => {}
                }
                None
            }
            EventKind::Blocked { on, deadline: NO_DEADLINE } => {
                *entry(&mut self.waits, who.index()) = Some(on);
                self.circle(who)
            }
            EventKind::Unblocked | EventKind::TimedOut | EventKind::ThreadFinished | EventKind::ThreadFailed { .. } => {
                *entry(&mut self.waits, who.index()) = None;
                None
            }
            _ => None,
        }
    }

    /// The threads of a circle through this one, each waiting for the next.
    fn circle(&self, from: ThreadId) -> Option<Vec<ThreadId>> {
        let mut circle = vec![from];
        // Who is longer on the way goes round in a circle that this one is not in.
        while circle.len() <= self.waits.len() {
            let next = self.waits_for(*circle.last()?)?;
            if next == from {
                return Some(circle);
            }
            circle.push(next);
        }
        None
    }

    fn waits_for(&self, thread: ThreadId) -> Option<ThreadId> {
        match self.waits.get(thread.index()).copied().flatten()? {
            Wait::For(resource, Want::Acquire) => self.owner(resource),
            Wait::End(of) => Some(of),
            _ => None,
        }
    }

    fn owner(&self, resource: ResourceId) -> Option<ThreadId> {
        self.owners.get(resource.index()).copied().flatten()
    }

    fn told(&self, at: &Event, circle: &[ThreadId]) -> Vec<Event> {
        let here = |kind| Event { kind, ..*at };
        let edges = circle.iter().enumerate().filter_map(|(place, &thread)| {
            let on = self.waits.get(thread.index()).copied().flatten()?;
            let owner = circle[(place + 1) % circle.len()];
            Some(here(EventKind::DeadlockEdge { thread, on, owner }))
        });
        std::iter::once(here(EventKind::Deadlock { length: circle.len() as u32 })).chain(edges).collect()
    }
}

fn entry<T: Default>(row: &mut Vec<T>, at: usize) -> &mut T {
    if row.len() <= at {
        row.resize_with(at + 1, T::default);
    }
    &mut row[at]
}
