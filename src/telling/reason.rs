//! Why a thread waits for ever, in words.

use super::message::{Argument, Message};
use crate::{ids::ThreadId, standstill::Reason};

/// That an exception ended a thread: "worker was ended by `KeyError`: 3".
pub(super) fn was_ended(thread: ThreadId) -> Message {
    Message::new("why-failed").with("other", Argument::Thread(thread)).with("exception", Argument::Exception(thread))
}

/// What lies behind a wait: "nobody is left who could set lamp, and reader waits for it".
pub(super) fn behind(thread: ThreadId, reason: Reason) -> Message {
    let about = |key, resource| {
        Message::new(key).with("resource", Argument::Resource(resource)).with("thread", Argument::Thread(thread))
    };
    match reason {
        Reason::OwnerEnded { resource, owner, failed: true } => about("why-owner-failed", resource)
            .with("other", Argument::Thread(owner))
            .with("exception", Argument::Exception(owner)),
        Reason::OwnerEnded { resource, owner, failed: false } => {
            about("why-owner-finished", resource).with("other", Argument::Thread(owner))
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
