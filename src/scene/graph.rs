//! The wait-for graph: who waits for whom, and because of what.

use super::{Scene, ThreadState};
use crate::{
    event::Wait,
    ids::{ResourceId, ThreadId},
};

/// Who waits for whom.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WaitForGraph {
    /// Threads that own a primitive: the arrow from the primitive to the thread.
    pub owns: Vec<(ResourceId, ThreadId)>,
    /// Threads that wait: the arrow from the thread to what it waits for.
    pub waits: Vec<(ThreadId, Wait)>,
    /// The threads of a cycle, each waiting for the next and the last for the first; empty if there is none.
    pub cycle: Vec<ThreadId>,
}

impl WaitForGraph {
    /// The graph of a scene.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let resources = (0..scene.resources.len()).map(ResourceId::at);
        let owns = resources.filter_map(|id| Some((id, scene.owner_of(id)?))).collect();
        let threads = scene.threads.iter().enumerate().map(|(at, view)| (ThreadId::at(at), view));
        let blocked = threads.filter(|&(id, view)| view.state == ThreadState::Blocked || scene.is_deadlocked(id));
        let waits = blocked.filter_map(|(id, view)| Some((id, view.waits?.0))).collect();
        let cycle = scene.deadlock.iter().map(|edge| edge.thread).collect();
        Self { owns, waits, cycle }
    }
}
