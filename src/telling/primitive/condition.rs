//! The words of a condition's waiting room.

use super::{Message, Prose, Told};
use crate::{event::ConditionChange, scene::ConditionState};

pub(super) fn changes(change: ConditionChange) -> Told {
    // That it begins and ends to wait is told of the wait itself.
    let silent = |log| Told { log: Message::new(log), arrow: None, gives: false };
    match change {
        ConditionChange::Entered => silent("log-room-entered"),
        ConditionChange::Left => silent("log-room-left"),
        ConditionChange::NotifiedNobody => Told::new("log-notified-nobody", "sequence-notifies-nobody"),
    }
}

pub(super) fn stands(prose: &Prose<'_>, condition: &ConditionState) -> Vec<String> {
    let inside = &condition.inside;
    let threads = if inside.is_empty() { prose.text("room-empty") } else { prose.named(inside) };
    vec![prose.says("tell-room", &[("threads", threads.into())])]
}
