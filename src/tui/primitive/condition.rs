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
    let (mut notified, mut within): (Vec<ThreadId>, Vec<ThreadId>) =
        condition.inside.iter().partition(|&&thread| is_notified(thread));
    let on_its_way = under_way(painter, view);
    if let Some((thread, ..)) = on_its_way {
        notified.retain(|&known| known != thread);
        within.retain(|&known| known != thread);
    }
    let room = caption(view, painter.locale);
    let inside = match within.as_slice() {
        [] if measure.size == Size::Line => vec![painter.faint(painter.word("room-empty"))],
        [one] => vec![painter.tag(*one)],
        all => all.iter().map(|&thread| painter.chip(thread)).collect(),
    };
    let mut notes = Vec::new();
    let worded = measure.cells >= 50;
    if !notified.is_empty() || on_its_way.is_some() {
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
        moving: on_its_way.map(|(thread, from, to, part)| Moving { what: vec![painter.chip(thread)], from, to, part }),
        ..Figure::default()
    }
}

/// Who is on the way, from where to where, and how far: a notified thread leaves the room; one that begins to wait comes in.
fn under_way(painter: &Painter<'_>, view: &ResourceView) -> Option<(ThreadId, Place, Place, f32)> {
    let (step, by, change) = view.changed?;
    let part = painter.motion.under_way(step)?;
    match change {
        Change::Notified { thread } => Some((thread, Place::Slot(0), Place::Behind, part)),
        Change::Condition(ConditionChange::Entered) => Some((by, Place::Behind, Place::Slot(0), part)),
        _ => None,
    }
}
