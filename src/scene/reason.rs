//! Why nobody can go on, as sentences.

use smallvec::{SmallVec, smallvec};

use super::{ResourceState, Scene, Sentence, ThreadState};
use crate::{
    event::{End, ResourceKind, Wait},
    ids::{ResourceId, ThreadId},
    standstill::{Stand, Standing, Why, why},
};

impl Standing for Scene {
    fn threads(&self) -> usize {
        self.threads.len()
    }

    fn stand(&self, thread: ThreadId) -> Stand {
        let Some(view) = self.thread(thread) else { return Stand::Free };
        match (view.state, view.waits) {
            (ThreadState::Finished, _) | (_, Some((Wait::Shutdown, _))) => Stand::Finished,
            (ThreadState::Failed, _) => Stand::Failed,
            (ThreadState::Blocked, Some((on, _))) => Stand::Waits(on),
            _ => Stand::Free,
        }
    }

    fn is_daemon(&self, thread: ThreadId) -> bool {
        self.thread(thread).is_some_and(|view| view.daemon)
    }

    fn kind(&self, resource: ResourceId) -> ResourceKind {
        self.resource(resource).map_or(ResourceKind::Lock, |view| view.kind)
    }

    fn owner(&self, resource: ResourceId) -> Option<ThreadId> {
        self.owner_of(resource)
    }

    fn holders(&self, resource: ResourceId) -> &[ThreadId] {
        match self.resource(resource).map(|view| &view.state) {
            Some(ResourceState::Semaphore(semaphore)) => &semaphore.holders,
            _ => &[],
        }
    }

    fn items(&self, resource: ResourceId) -> (u32, u32) {
        match self.resource(resource).map(|view| &view.state) {
            Some(ResourceState::Queue(queue)) => (queue.items.len() as u32, queue.unfinished),
            _ => (0, 0),
        }
    }

    fn parties(&self, resource: ResourceId) -> (u32, u32) {
        match self.resource(resource) {
            Some(view) => match &view.state {
                ResourceState::Barrier(barrier) => (barrier.arrived.len() as u32, view.limit),
                _ => (0, 0),
            },
            None => (0, 0),
        }
    }
}

impl Scene {
    /// Why nobody can go on any more, the culprit first; nothing where somebody can, or where a circle says it.
    #[must_use]
    pub fn why(&self) -> Vec<Sentence> {
        match self.end {
            Some(End::Stuck) => why(self).map_or_else(Vec::new, |why| sentences(why).into_vec()),
            _ => Vec::new(),
        }
    }
}

/// A reason in sentences: who failed, then what lies behind the wait.
#[must_use]
pub fn sentences(why: Why) -> SmallVec<[Sentence; 2]> {
    let mut said: SmallVec<[Sentence; 2]> = smallvec![];
    if let Some(thread) = why.failed {
        said.push(Sentence::WasEnded { thread });
    }
    said.push(Sentence::WaitsForEver { thread: why.thread, reason: why.reason });
    said
}
