//! A condition: its waiting room, with who is in it in order. Those who were notified are on their way out.

use ratatui::{style::Style, text::Span};

use super::{Figure, Frame, Moving, Place};
use crate::{
    event::{Change, ConditionChange},
    ids::ThreadId,
    scene::{ConditionState, ResourceView},
    telling::caption,
    tui::painter::Painter,
};

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, condition: &ConditionState) -> Figure<'a> {
    let room = &condition.inside;
    let theme = painter.theme;
    let notified = |thread: ThreadId| view.waiters.iter().any(|waiter| waiter.thread == thread && waiter.woken);
    let mut inside = vec![Span::raw(" ")];
    let mut right = vec![painter.faint(caption(view, painter.locale)), Span::raw("  ")];
    for &thread in room {
        if notified(thread) {
            right.push(painter.faint(format!("{} ", painter.word("notified"))));
            right.push(painter.thread(thread));
            right.push(Span::raw(" "));
        } else {
            inside.push(painter.tag(thread));
            inside.push(Span::raw(" "));
        }
    }
    if inside.len() == 1 {
        inside.push(painter.faint(format!("{} ", painter.word("room-empty"))));
    }
    let style = Style::new().fg(if inside.len() > 2 { theme.bad } else { theme.dim });
    let frame = Frame { style, closed: !room.is_empty() };
    let moving = moving(painter, view);
    Figure { left: Vec::new(), inside, right, frame, moving }
}

/// A notified thread leaves the room; one that begins to wait comes in.
fn moving<'a>(painter: &Painter<'a>, view: &ResourceView) -> Option<Moving<'a>> {
    let (step, by, change) = view.changed?;
    let part = painter.motion.under_way(step)?;
    let (thread, from, to) = match change {
        Change::Notified { thread } => (thread, Place::Inside(1), Place::Right),
        Change::Condition(ConditionChange::Entered) => (by, Place::Right, Place::Inside(1)),
        _ => return None,
    };
    Some(Moving { what: vec![painter.tag(thread)], from, to, part })
}
