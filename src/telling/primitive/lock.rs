//! The words of a lock.

use super::{Argument, Message, Prose, Told};
use crate::{event::LockChange, ids::ThreadId, scene::LockState};

pub(super) fn changes(change: LockChange) -> Told {
    match change {
        LockChange::Acquired { depth: 1 } => Told::new("log-acquired", "sequence-takes"),
        LockChange::Acquired { depth } => {
            Told::new("log-acquired-again", "sequence-takes-again").with("depth", Argument::Number(depth))
        }
        LockChange::SharedAcquired => Told::new("log-shared", "sequence-shares"),
        LockChange::SharedReleased => Told::new("log-unshared", "sequence-releases"),
        LockChange::Released { depth: 0 } => Told::new("log-released", "sequence-releases"),
        LockChange::Released { depth } => {
            Told::new("log-released-once", "sequence-releases-once").with("depth", Argument::Number(depth))
        }
    }
}

/// A lock is released by another thread than its owner.
pub fn released_of(owner: ThreadId) -> Message {
    Message::new("log-released-of").with("other", Argument::Thread(owner))
}

pub(super) fn stands(prose: &Prose<'_>, lock: &LockState) -> Vec<String> {
    match (lock.owner, lock.depth) {
        (None, _) if !lock.readers.is_empty() => vec![prose.held_by(&lock.readers)],
        (None, _) => vec![prose.text("lock-free")],
        (Some(owner), 1) => vec![prose.held_by(&[owner])],
        (Some(owner), depth) => {
            vec![prose.held_by(&[owner]), prose.says("tell-depth", &[("depth", depth.into())])]
        }
    }
}
