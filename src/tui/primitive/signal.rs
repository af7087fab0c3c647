//! A semaphore that is used as a signal: what was given and not yet taken, and who waits for the next.

use ratatui::{style::Style, text::Span};

use super::{Figure, Frame, Moving, Place, lock::waiters};
use crate::{
    event::{Change, SemaphoreChange},
    scene::ResourceView,
    telling::caption,
    tui::painter::Painter,
};

/// More signals than these are counted, not drawn.
const DRAWN: usize = 16;

/// Cells that a signal takes.
const SLOT: u16 = 2;

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, left: u32) -> Figure<'a> {
    let theme = painter.theme;
    let given = (left as usize).min(DRAWN);
    let mut inside = vec![Span::raw(" ")];
    inside.extend((0..given).map(|_| Span::styled("◆ ", Style::new().fg(theme.good))));
    if given == 0 {
        inside.push(painter.faint("0 "));
    }
    let mut right = vec![painter.faint(format!("{}  ", caption(view, painter.locale)))];
    right.extend(waiters(painter, view));
    let style = Style::new().fg(if left == 0 { theme.rule } else { theme.good });
    let moving = view.changed.and_then(|(step, by, change)| {
        let part = painter.motion.under_way(step)?;
        let slot = Place::Inside(1 + given.min(DRAWN - 1) as u16 * SLOT);
        let (from, to) = match change {
            Change::Semaphore(SemaphoreChange::Taken { .. }) => (slot, Place::Right),
            Change::Semaphore(SemaphoreChange::Returned { .. }) => (Place::Right, slot),
            _ => return None,
        };
        Some(Moving { what: vec![painter.chip(by)], from, to, part })
    });
    // Whoever comes may signal: the box is never closed.
    Figure { left: Vec::new(), inside, right, frame: Frame { style, closed: false }, moving }
}
