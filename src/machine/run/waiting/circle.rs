//! Circles of waits, as a part of the machine's state.

use std::sync::Arc;

use crate::{event::Wait, ids::ThreadId};

/// One edge of a circle: the thread waits for what the owner holds, or for the owner's end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Link {
    /// Who waits.
    pub thread: ThreadId,
    /// What for.
    pub on: Wait,
    /// Who would have to give it.
    pub owner: ThreadId,
}

/// Threads that wait for each other, each for the next and the last for the first.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Circle {
    /// Its number among all circles of the run.
    pub number: u32,
    /// Its edges in order.
    pub links: Arc<[Link]>,
    /// Nobody can undo it any more: a deadlock.
    pub is_final: bool,
}

impl Circle {
    /// Whether the thread is part of it.
    #[must_use]
    pub fn contains(&self, thread: ThreadId) -> bool {
        self.links.iter().any(|link| link.thread == thread)
    }
}

/// The circles that there are now, in the order in which they closed.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct Circles {
    pub(super) present: Vec<Circle>,
    /// How many have closed since the beginning.
    pub(super) closed: u32,
}

impl Circles {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.present.is_empty()
    }

    /// The threads in circles, each with whether nobody can undo that.
    pub fn members(&self) -> impl Iterator<Item = (ThreadId, bool)> {
        let links =
            |circle: &Circle| circle.links.iter().map(|link| (link.thread, circle.is_final)).collect::<Vec<_>>();
        self.present.iter().flat_map(links)
    }

    /// Those that cannot be undone.
    pub fn deadlocks(&self) -> impl Iterator<Item = &Circle> {
        self.present.iter().filter(|circle| circle.is_final)
    }
}
