//! The words of a semaphore.

use super::{Argument, Prose, Told};
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

pub(super) fn stands(prose: &Prose<'_>, semaphore: &SemaphoreState, limit: u32) -> Vec<String> {
    let total = limit.max(semaphore.left);
    let free = prose.says("permits-left", &[("left", semaphore.left.into()), ("total", total.into())]);
    vec![free, prose.held_by(&semaphore.holders)]
}

pub(super) fn caption(semaphore: &SemaphoreState, locale: &Locale) -> String {
    let total = semaphore.left as usize + semaphore.holders.len();
    locale.format("permits-left", &[("left", semaphore.left.into()), ("total", total.into())])
}
