//! The words of a queue.

use super::{Argument, Prose, Told};
use crate::{
    event::{QueueChange, Shown},
    locale::Locale,
    scene::QueueState,
};

pub(super) fn changes(change: QueueChange<Shown>) -> Told {
    match change {
        QueueChange::Put { item, .. } => Told::new("log-put", "sequence-puts").with("item", Argument::Value(item)),
        QueueChange::Got { item } => {
            Told { gives: true, ..Told::new("log-got", "sequence-gets").with("item", Argument::Value(item)) }
        }
        QueueChange::TaskDone { unfinished } => {
            Told::new("log-task-done", "sequence-task-done").with("count", Argument::Number(unfinished))
        }
    }
}

pub(super) fn stands(prose: &Prose<'_>, queue: &QueueState, capacity: u32) -> Vec<String> {
    let count = ("count", queue.items.len().into());
    let filled = match capacity {
        0 => prose.says("items", &[count]),
        capacity => prose.says("tell-items-of", &[count, ("capacity", capacity.into())]),
    };
    vec![filled, prose.list(queue.items.iter().map(|item| prose.value(item.value)))]
}

pub(super) fn caption(queue: &QueueState, capacity: u32, locale: &Locale) -> String {
    let count = ("count", queue.items.len().into());
    match capacity {
        0 => locale.format("items", &[count]),
        capacity => locale.format("items-of", &[count, ("capacity", capacity.into())]),
    }
}
