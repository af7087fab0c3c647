//! A semaphore: its permits in a row, each taken one with the mark of who took it.

use ratatui::{style::Style, text::Span};

use super::{Figure, Frame, Moving, Place, lock::waiters, signal};
use crate::{
    event::{Change, SemaphoreChange},
    ids::ThreadId,
    scene::{ResourceView, SemaphoreState},
    telling::caption,
    tui::painter::Painter,
};

/// More permits than these are counted, not drawn.
const DRAWN: usize = 16;

/// Cells that a permit takes.
const SLOT: u16 = 4;

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, semaphore: &SemaphoreState) -> Figure<'a> {
    let SemaphoreState { left, ref holders, signals } = *semaphore;
    if signals {
        return signal::figure(painter, view, left);
    }
    let theme = painter.theme;
    let total = left as usize + holders.len();
    let mut inside = Vec::new();
    for at in 0..total.min(DRAWN) {
        if at > 0 {
            inside.push(Span::styled("│", Style::new().fg(theme.rule)));
        }
        inside.push(match holders.get(at) {
            Some(&holder) => painter.chip(holder),
            None => Span::styled(" ● ", Style::new().fg(theme.good)),
        });
    }
    if total == 0 {
        inside.push(painter.faint(" 0 "));
    }
    let mut right = vec![painter.faint(format!("{}  ", caption(view, painter.locale)))];
    right.extend(waiters(painter, view));
    let style = Style::new().fg(if left == 0 { theme.bad } else { theme.good });
    let mut figure =
        Figure { left: Vec::new(), inside, right, frame: Frame { style, closed: left == 0 }, moving: None };
    moving(painter, view, holders, &mut figure);
    figure
}

fn moving<'a>(painter: &Painter<'a>, view: &ResourceView, holders: &[ThreadId], figure: &mut Figure<'a>) {
    let Some((step, by, change)) = view.changed else { return };
    let Some(part) = painter.motion.under_way(step) else { return };
    let place = |at: usize| Place::Inside(at.min(DRAWN - 1) as u16 * SLOT);
    let what = vec![painter.chip(by)];
    match change {
        Change::Semaphore(SemaphoreChange::Taken { .. }) => {
            let at = holders.len().saturating_sub(1);
            if let Some(slot) = figure.inside.get_mut(at * 2) {
                *slot = Span::raw("   ");
            }
            figure.moving = Some(Moving { what, from: Place::Right, to: place(at), part });
        }
        Change::Semaphore(SemaphoreChange::Returned { .. }) => {
            figure.moving = Some(Moving { what, from: place(holders.len()), to: Place::Right, part });
        }
        _ => {}
    }
}
