//! A barrier: a place for each party, and whether it lets them through.

use ratatui::{style::Style, text::Span};

use super::{Figure, Frame, Moving, Place};
use crate::{
    event::{BarrierChange, Change},
    ids::ThreadId,
    scene::{BarrierState, ResourceView},
    telling::caption,
    tui::painter::Painter,
};

/// More parties than these are counted, not drawn.
const DRAWN: usize = 16;

/// Cells that a party takes.
const SLOT: u16 = 4;

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, barrier: &BarrierState) -> Figure<'a> {
    let BarrierState { ref arrived, open, broken } = *barrier;
    let theme = painter.theme;
    let mut inside = Vec::new();
    for at in 0..(view.limit as usize).min(DRAWN) {
        if at > 0 {
            inside.push(Span::styled("│", Style::new().fg(theme.rule)));
        }
        inside.push(match arrived.get(at) {
            Some(&thread) => painter.chip(thread),
            None => painter.faint(" ○ "),
        });
    }
    let colour = match (broken, open) {
        (true, _) => theme.bad,
        (false, true) => theme.good,
        (false, false) => theme.dim,
    };
    let right = vec![Span::styled(caption(view, painter.locale), Style::new().fg(colour))];
    let frame = Frame { style: Style::new().fg(if open { theme.good } else { theme.warn }), closed: !open };
    let mut figure = Figure { left: Vec::new(), inside, right, frame, moving: None };
    moving(painter, view, arrived, &mut figure);
    figure
}

fn moving<'a>(painter: &Painter<'a>, view: &ResourceView, arrived: &[ThreadId], figure: &mut Figure<'a>) {
    let Some((step, by, change)) = view.changed else { return };
    let Some(part) = painter.motion.under_way(step) else { return };
    let place = |at: usize| Place::Inside(at.min(DRAWN - 1) as u16 * SLOT);
    let what = vec![painter.chip(by)];
    match change {
        Change::Barrier(BarrierChange::Arrived { .. } | BarrierChange::Opened) => {
            let at = arrived.len().saturating_sub(1);
            if let Some(slot) = figure.inside.get_mut(at * 2) {
                *slot = Span::raw("   ");
            }
            figure.moving = Some(Moving { what, from: Place::Left, to: place(at), part });
        }
        Change::Barrier(BarrierChange::PassedThrough { .. }) => {
            figure.moving = Some(Moving { what, from: place(0), to: Place::Right, part });
        }
        _ => {}
    }
}
