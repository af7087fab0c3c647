//! A barrier: a place for each party, and whether it lets them through.

use ratatui::style::Style;

use super::{Figure, MOST_SLOTS, Measure, Moving, Place, Words};
use crate::{
    event::{BarrierChange, Change},
    ids::ThreadId,
    scene::{BarrierState, ResourceView},
    telling::caption,
    tui::painter::Painter,
};

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, barrier: &BarrierState, measure: &Measure) -> Figure<'a> {
    let BarrierState { ref arrived, open, broken } = *barrier;
    let theme = painter.theme;
    let parties = view.limit as usize;
    let names = measure.has_room_for_names(parties);
    let chip = |thread: ThreadId| if names { painter.tag(thread) } else { painter.chip(thread) };
    let slots = if parties > MOST_SLOTS {
        vec![arrived.iter().map(|&thread| painter.chip(thread)).collect()]
    } else {
        (0..parties)
            .map(|at| vec![arrived.get(at).map_or_else(|| painter.faint("○"), |&thread| chip(thread))])
            .collect()
    };
    let colour = match (broken, open) {
        (true, _) => theme.bad,
        (false, true) => theme.good,
        (false, false) => theme.text,
    };
    let mut figure = Figure {
        summary: caption(view, painter.locale),
        slots,
        slot: if names { measure.tag + 2 * measure.air() } else { 6 },
        words: Words { first: painter.word("picture-inside"), ..Words::default() },
        frame: Style::new().fg(colour),
        ..Figure::default()
    };
    moving(painter, view, arrived, &mut figure);
    figure
}

fn moving<'a>(painter: &Painter<'a>, view: &ResourceView, arrived: &[ThreadId], figure: &mut Figure<'a>) {
    let Some((step, by, change)) = view.changed else { return };
    let Some(part) = painter.motion.under_way(step) else { return };
    let what = vec![painter.chip(by)];
    match change {
        Change::Barrier(BarrierChange::Arrived { .. } | BarrierChange::Opened) => {
            let at = arrived.len().saturating_sub(1);
            if let Some(slot) = figure.slots.get_mut(at) {
                slot.clear();
            }
            figure.moving = Some(Moving { what, from: Place::Right, to: Place::Slot(at), part });
        }
        Change::Barrier(BarrierChange::PassedThrough { .. }) => {
            figure.moving = Some(Moving { what, from: Place::Slot(0), to: Place::Right, part });
        }
        _ => {}
    }
}
