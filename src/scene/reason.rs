//! Why nobody can go on, as sentences.

use smallvec::{SmallVec, smallvec};

use super::{ResourceState, Scene, Sentence, ThreadState, sentence::Argument};
use crate::{
    event::{End, ResourceKind, Wait},
    ids::{ResourceId, ThreadId},
    standstill::{Reason, Stand, Standing, Why, why},
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
            Some(ResourceState::Permits { holders, .. }) => holders,
            _ => &[],
        }
    }

    fn items(&self, resource: ResourceId) -> (u32, u32) {
        match self.resource(resource).map(|view| &view.state) {
            Some(ResourceState::Items { items, unfinished }) => (items.len() as u32, *unfinished),
            _ => (0, 0),
        }
    }

    fn parties(&self, resource: ResourceId) -> (u32, u32) {
        match self.resource(resource) {
            Some(view) => match &view.state {
                ResourceState::Gate { arrived, .. } => (arrived.len() as u32, view.limit),
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
    if let Some(failed) = why.failed {
        said.push(was_ended(failed));
    }
    said.push(main_sentence(why));
    said
}

/// That an exception ended a thread.
#[must_use]
pub fn was_ended(thread: ThreadId) -> Sentence {
    Sentence::new("why-failed").with("other", Argument::Thread(thread)).with("exception", Argument::Exception(thread))
}

fn main_sentence(why: Why) -> Sentence {
    let about = |key, resource| {
        Sentence::new(key).with("resource", Argument::Resource(resource)).with("thread", Argument::Thread(why.thread))
    };
    match why.reason {
        Reason::OwnerEnded { resource, owner, failed } => {
            let other = Argument::Thread(owner);
            match failed {
                true => about("why-owner-failed", resource)
                    .with("other", other)
                    .with("exception", Argument::Exception(owner)),
                false => about("why-owner-finished", resource).with("other", other),
            }
        }
        Reason::NotDone { resource, taken } => about("why-not-done", resource).with("count", Argument::Number(taken)),
        Reason::NotTaken { resource, left } => about("why-not-taken", resource).with("count", Argument::Number(left)),
        Reason::NoItem { resource } => about("why-no-item", resource),
        Reason::NoRoom { resource } => about("why-no-room", resource),
        Reason::NoFlag { resource } => about("why-no-flag", resource),
        Reason::NoNotification { resource } => about("why-no-notification", resource),
        Reason::NoPermit { resource } => about("why-no-permit", resource),
        Reason::PermitHeld { resource, holder } => {
            about("why-permit-held", resource).with("other", Argument::Thread(holder))
        }
        Reason::TooFew { resource, arrived, parties } => about("why-too-few", resource)
            .with("count", Argument::Number(arrived))
            .with("parties", Argument::Number(parties)),
    }
}
