//! The words of a barrier.

use super::{Argument, Prose, Told};
use crate::{event::BarrierChange, locale::Locale, scene::BarrierState};

pub(super) fn changes(change: BarrierChange) -> Told {
    match change {
        BarrierChange::Arrived { count } => {
            Told::new("log-arrived", "sequence-arrives").with("count", Argument::Number(count))
        }
        BarrierChange::Opened => Told::new("log-opened", "sequence-opens"),
        BarrierChange::PassedThrough { .. } => Told::new("log-passed", "sequence-passes"),
        BarrierChange::Broken => Told::new("log-broken", "sequence-breaks"),
        BarrierChange::Reset => Told::new("log-reset", "sequence-resets"),
    }
}

pub(super) fn stands(prose: &Prose<'_>, barrier: &BarrierState, parties: u32) -> Vec<String> {
    let count = [("count", barrier.arrived.len().into()), ("total", parties.into())];
    let mut clauses = vec![prose.says("parties-arrived", &count), prose.named(&barrier.arrived)];
    clauses.extend(barrier.open.then(|| prose.text("barrier-open")));
    clauses.extend(barrier.broken.then(|| prose.text("barrier-broken")));
    clauses
}

pub(super) fn caption(barrier: &BarrierState, parties: u32, locale: &Locale) -> String {
    match barrier {
        BarrierState { broken: true, .. } => locale.text("barrier-broken"),
        BarrierState { open: true, .. } => locale.text("barrier-open"),
        BarrierState { arrived, .. } => {
            locale.format("parties-arrived", &[("count", arrived.len().into()), ("total", parties.into())])
        }
    }
}
