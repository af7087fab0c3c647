//! A lock: a box with its owner in it, and who waits, in order. A re-entrant lock says how deep its owner is in it.

use ratatui::{style::Style, text::Span};

use super::{Figure, Frame, Moving, Place};
use crate::{
    event::{Change, LockChange},
    ids::ThreadId,
    scene::{LockState, ResourceView},
    tui::painter::{Painter, width},
};

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, lock: &LockState) -> Figure<'a> {
    let LockState { owner, depth, ref readers } = *lock;
    let theme = painter.theme;
    let free = vec![Span::styled(format!(" {} ", painter.word("lock-free")), theme.faint())];
    let (inside, frame) = match owner {
        Some(owner) => {
            let mut inside = vec![painter.tag(owner)];
            if depth > 1 {
                inside.push(Span::styled(format!(" ×{depth} "), Style::new().fg(theme.text)));
                inside.push(Span::styled("▮".repeat(depth.min(8) as usize), Style::new().fg(theme.thread(owner))));
                inside.push(Span::raw(" "));
            }
            (inside, Frame { style: Style::new().fg(theme.thread(owner)), closed: true })
        }
        None if !readers.is_empty() => {
            let inside = readers.iter().map(|&reader| painter.tag(reader)).collect();
            (inside, Frame { style: Style::new().fg(theme.thread(readers[0])), closed: true })
        }
        None => (free.clone(), Frame { style: theme.faint(), closed: false }),
    };
    let mut figure = Figure { left: Vec::new(), inside, right: waiters(painter, view), frame, moving: None };
    moving(painter, view, owner, &mut figure);
    figure
}

/// The owner comes into the box, or leaves it.
fn moving<'a>(painter: &Painter<'a>, view: &ResourceView, owner: Option<ThreadId>, figure: &mut Figure<'a>) {
    let Some((step, by, change)) = view.changed else { return };
    let Some(part) = painter.motion.under_way(step) else { return };
    match (change, owner) {
        (Change::Lock(LockChange::Acquired { depth: 1 }), Some(owner)) => {
            figure.moving =
                Some(Moving { what: vec![painter.tag(owner)], from: Place::Right, to: Place::Inside(0), part });
            let room = width(&figure.inside);
            figure.inside = vec![Span::raw(" ".repeat(room))];
        }
        (Change::Lock(LockChange::Released { depth: 0 }), None) => {
            figure.moving =
                Some(Moving { what: vec![painter.tag(by)], from: Place::Inside(0), to: Place::Right, part });
        }
        _ => {}
    }
}

/// Who waits, the next one first.
pub fn waiters<'a>(painter: &Painter<'a>, view: &ResourceView) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    for waiter in &view.waiters {
        let sign = if waiter.woken { "◁ " } else { "◀ " };
        spans.push(painter.faint(sign));
        spans.push(painter.thread(waiter.thread));
        spans.push(Span::raw(" "));
    }
    spans
}
