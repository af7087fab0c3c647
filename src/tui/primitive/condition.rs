//! A condition: its waiting room, with who is in it in order. Those who were notified are on their way out.

use ratatui::style::Style;

use super::{Figure, Measure, Moving, Place, Size};
use crate::{
    event::{Change, ConditionChange},
    ids::ThreadId,
    scene::{ConditionState, ResourceView},
    telling::caption,
    tui::painter::Painter,
};

pub fn figure<'a>(
    painter: &Painter<'a>,
    view: &ResourceView,
    condition: &ConditionState,
    measure: &Measure,
) -> Figure<'a> {
    let is_notified = |thread: ThreadId| view.waiters.iter().any(|waiter| waiter.thread == thread && waiter.woken);
    let (notified, within): (Vec<ThreadId>, Vec<ThreadId>) =
        condition.inside.iter().partition(|&&thread| is_notified(thread));
    let room = caption(view, painter.locale);
    let inside = match within.as_slice() {
        [] if measure.size == Size::Line => vec![painter.faint(painter.word("room-empty"))],
        [one] => vec![painter.tag(*one)],
        all => all.iter().map(|&thread| painter.chip(thread)).collect(),
    };
    let mut notes = Vec::new();
    let worded = measure.cells >= 50;
    if !notified.is_empty() {
        notes.push(painter.faint(if worded { format!("{} ", painter.word("notified")) } else { "▶ ".to_owned() }));
        notes.extend(notified.iter().map(|&thread| painter.chip(thread)));
    } else if worded {
        notes.push(painter.faint(room));
    }
    Figure {
        slots: vec![inside],
        // Everybody but the main thread may come to be in it, and it keeps its width.
        slot: (measure.tag + 2 * measure.air()).max(if worded {
            4 * measure.threads.saturating_sub(1).min(5) + 2
        } else {
            0
        }),
        notes,
        frame: Style::new().fg(painter.theme.text),
        moving: moving(painter, view),
        ..Figure::default()
    }
}

/// A notified thread leaves the room; one that begins to wait comes in.
fn moving<'a>(painter: &Painter<'a>, view: &ResourceView) -> Option<Moving<'a>> {
    let (step, by, change) = view.changed?;
    let part = painter.motion.under_way(step)?;
    let (thread, from, to) = match change {
        Change::Notified { thread } => (thread, Place::Slot(0), Place::Right),
        Change::Condition(ConditionChange::Entered) => (by, Place::Right, Place::Slot(0)),
        _ => return None,
    };
    Some(Moving { what: vec![painter.chip(thread)], from, to, part })
}
