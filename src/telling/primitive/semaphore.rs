//! The words of a semaphore.

use super::{Argument, Message, Prose, Told};
use crate::{event::SemaphoreChange, locale::Locale, scene::SemaphoreState};

pub(super) fn changes(change: SemaphoreChange) -> Told {
    match change {
        SemaphoreChange::Taken { left } => {
            Told::new("log-permit-taken", "sequence-permit").with("left", Argument::Number(left))
        }
        SemaphoreChange::Returned { left } => {
            Told::new("log-permit-returned", "sequence-permit-back").with("left", Argument::Number(left))
        }
    }
}

/// The same as a sentence where permits are signals: "cook signals bell, 1 not yet taken".
pub(in super::super) fn signals(change: SemaphoreChange) -> Message {
    match change {
        SemaphoreChange::Taken { left } => Message::new("log-signal-taken").with("left", Argument::Number(left)),
        SemaphoreChange::Returned { left } => Message::new("log-signal-given").with("left", Argument::Number(left)),
    }
}

pub(super) fn stands(prose: &Prose<'_>, semaphore: &SemaphoreState, limit: u32) -> Vec<String> {
    if semaphore.signals {
        return vec![prose.says("signals-left", &[("left", semaphore.left.into())])];
    }
    let total = limit.max(semaphore.left);
    let free = prose.says("permits-left", &[("left", semaphore.left.into()), ("total", total.into())]);
    vec![free, prose.held_by(&semaphore.holders)]
}

pub(super) fn caption(semaphore: &SemaphoreState, locale: &Locale) -> String {
    if semaphore.signals {
        return locale.format("signals-left", &[("left", semaphore.left.into())]);
    }
    let total = semaphore.left as usize + semaphore.holders.len();
    locale.format("permits-left", &[("left", semaphore.left.into()), ("total", total.into())])
}
