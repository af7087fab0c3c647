//! The words of a timer.

use super::{Prose, Told};
use crate::{event::TimerChange, scene::TimerState};

pub(super) fn changes(change: TimerChange) -> Told {
    match change {
        TimerChange::Cancelled => Told::new("log-cancelled", "sequence-cancels"),
        TimerChange::Fired => Told::new("log-fired", "sequence-fires"),
    }
}

pub(super) fn stands(prose: &Prose<'_>, timer: &TimerState) -> Vec<String> {
    vec![prose.text(match timer {
        TimerState { cancelled: true, .. } => "timer-cancelled",
        TimerState { fired: true, .. } => "timer-fired",
        TimerState { .. } => "tell-timer-runs",
    })]
}
