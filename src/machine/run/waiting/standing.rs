//! How the threads of a machine stand, for whoever asks why nobody can go on.

use crate::machine::{Machine, state::thread::Status};
use crate::{
    event::{ResourceKind, Wait},
    ids::{ResourceId, ThreadId},
    standstill::{Stand, Standing},
    sync::Primitive,
};

impl Standing for Machine {
    fn threads(&self) -> usize {
        self.threads.len()
    }

    fn stand(&self, thread: ThreadId) -> Stand {
        match self.threads[thread.index()].status {
            Status::Blocked { on: Wait::Shutdown, .. } | Status::Finished => Stand::Finished,
            Status::Failed => Stand::Failed,
            Status::Blocked { on, .. } if !self.ready.contains(thread) => Stand::Waits(on),
            _ => Stand::Free,
        }
    }

    fn is_daemon(&self, thread: ThreadId) -> bool {
        self.threads[thread.index()].daemon
    }

    fn kind(&self, resource: ResourceId) -> ResourceKind {
        self.resource(resource).kind()
    }

    fn owner(&self, resource: ResourceId) -> Option<ThreadId> {
        self.resource(resource).owner()
    }

    fn holders(&self, resource: ResourceId) -> &[ThreadId] {
        self.resource(resource).holders()
    }

    fn items(&self, resource: ResourceId) -> (u32, u32) {
        match self.resource(resource) {
            Primitive::Queue(queue) => (queue.items().len() as u32, queue.unfinished()),
            _ => (0, 0),
        }
    }

    fn parties(&self, resource: ResourceId) -> (u32, u32) {
        match self.resource(resource) {
            Primitive::Barrier(barrier) => (barrier.inside(), barrier.parties()),
            _ => (0, 0),
        }
    }
}
