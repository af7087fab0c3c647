//! A lock: a box with its holder in it, empty while it is free. A re-entrant one says how deep its holder is in it.

use ratatui::style::Style;

use super::{Figure, Measure, Moving, Place, Size};
use crate::{
    event::{Change, LockChange},
    ids::ThreadId,
    scene::{LockState, ResourceView},
    tui::painter::Painter,
};

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, lock: &LockState, measure: &Measure) -> Figure<'a> {
    let LockState { owner, depth, ref readers } = *lock;
    let holders: Vec<ThreadId> = owner.into_iter().chain(readers.iter().copied().filter(|_| owner.is_none())).collect();
    let inside = match holders.as_slice() {
        [] if measure.size == Size::Line => vec![painter.faint(painter.word("lock-free"))],
        [holder] => vec![painter.tag(*holder)],
        all => all.iter().map(|&holder| painter.chip(holder)).collect(),
    };
    // A thing held takes the colour of its holder.
    let colour = holders.first().map_or(painter.theme.text, |&holder| painter.theme.thread(holder));
    let deep = painter.locale.format("picture-deeper", &[("count", (depth as usize).into())]);
    let notes = if depth > 1 { vec![painter.faint(format!("{deep}  "))] } else { Vec::new() };
    let mut figure = Figure {
        slots: vec![inside],
        slot: measure.tag + 2 * measure.air(),
        right: wanting(view),
        notes,
        frame: Style::new().fg(colour),
        ..Figure::default()
    };
    moving(painter, view, owner, &mut figure);
    figure
}

/// The holder comes into the box, or leaves it.
fn moving<'a>(painter: &Painter<'a>, view: &ResourceView, owner: Option<ThreadId>, figure: &mut Figure<'a>) {
    let Some((step, by, change)) = view.changed else { return };
    let Some(part) = painter.motion.under_way(step) else { return };
    match (change, owner) {
        (Change::Lock(LockChange::Acquired { depth: 1 }), Some(owner)) => {
            figure.moving =
                Some(Moving { what: vec![painter.tag(owner)], from: Place::Right, to: Place::Slot(0), part });
            figure.slots = vec![Vec::new()];
        }
        (Change::Lock(LockChange::Released { depth: 0 }), None) => {
            figure.moving = Some(Moving { what: vec![painter.tag(by)], from: Place::Slot(0), to: Place::Right, part });
        }
        _ => {}
    }
}

/// Who wants it, the next one first.
pub fn wanting(view: &ResourceView) -> Vec<ThreadId> {
    view.waiters.iter().map(|waiter| waiter.thread).collect()
}
