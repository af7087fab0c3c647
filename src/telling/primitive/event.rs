//! The words of an event.

use super::{Prose, Told};
use crate::{event::EventChange, scene::EventState};

pub(super) fn changes(change: EventChange) -> Told {
    match change {
        EventChange::Set => Told::new("log-flag-set", "sequence-sets"),
        EventChange::Cleared => Told::new("log-flag-cleared", "sequence-clears"),
    }
}

pub(super) fn stands(prose: &Prose<'_>, event: &EventState) -> Vec<String> {
    vec![prose.text(if event.set { "event-set" } else { "event-clear" })]
}
