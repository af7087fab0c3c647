//! A semaphore: a permit is a place; who has one sits in it, a free one shows `○`. Where it is used as a signal: the signals that were
//! given and not yet taken.

use ratatui::style::Style;
use ratatui::text::Span;

use super::{Figure, MOST_SLOTS, Measure, Moving, Place, Words, lock::wanting};
use crate::{
    event::{Change, SemaphoreChange},
    ids::ThreadId,
    scene::{ResourceView, SemaphoreState},
    telling::caption,
    tui::painter::Painter,
};

pub fn figure<'a>(
    painter: &Painter<'a>,
    view: &ResourceView,
    semaphore: &SemaphoreState,
    measure: &Measure,
) -> Figure<'a> {
    let SemaphoreState { left, ref holders, signals, .. } = *semaphore;
    let (left, text) = (left as usize, Style::new().fg(painter.theme.text));
    let places = left + holders.len();
    let counted = signals || places > MOST_SLOTS;
    let names = measure.has_room_for_names(places);
    let chip = |thread: ThreadId| if names { painter.tag(thread) } else { painter.chip(thread) };
    let slots = if counted {
        let permits = if left > MOST_SLOTS { format!("● {left}") } else { "● ".repeat(left).trim_end().to_owned() };
        vec![vec![Span::styled(permits, text)]]
    } else {
        let slot = |at: usize| vec![holders.get(at).map_or_else(|| Span::styled("○", text), |&holder| chip(holder))];
        (0..places).map(slot).collect()
    };
    let slot = match counted {
        true => 2 * MOST_SLOTS + 1,
        false if names => measure.tag + 2 * measure.air(),
        false => 6,
    };
    let first = painter.word(if signals { "picture-given" } else { "picture-inside" });
    let mut figure = Figure {
        summary: caption(view, painter.locale),
        slots,
        slot,
        right: wanting(view),
        words: Words { first, right: painter.word("picture-want-in"), ..Words::default() },
        frame: text,
        ..Figure::default()
    };
    if figure.right.is_empty() || signals {
        figure.words.right = String::new();
    }
    moving(painter, view, (holders.len(), counted), &mut figure);
    figure
}

fn moving<'a>(painter: &Painter<'a>, view: &ResourceView, (holders, counted): (usize, bool), figure: &mut Figure<'a>) {
    let Some((step, by, change)) = view.changed else { return };
    let Some(part) = painter.motion.under_way(step) else { return };
    let slot = |at: usize| if counted { Place::Slot(0) } else { Place::Slot(at) };
    let what = vec![painter.chip(by)];
    let moving = match change {
        // Of signals somebody takes one and goes, or comes and gives one.
        Change::Semaphore(SemaphoreChange::Taken { .. }) if counted => {
            Moving { what, from: slot(0), to: Place::Right, part }
        }
        Change::Semaphore(SemaphoreChange::Returned { .. }) if counted => {
            Moving { what, from: Place::Right, to: slot(0), part }
        }
        Change::Semaphore(SemaphoreChange::Taken { .. }) => {
            let at = holders.saturating_sub(1);
            if let Some(slot) = figure.slots.get_mut(at) {
                slot.clear();
            }
            Moving { what, from: Place::Right, to: slot(at), part }
        }
        Change::Semaphore(SemaphoreChange::Returned { .. }) => {
            Moving { what, from: slot(holders), to: Place::Right, part }
        }
        _ => return,
    };
    figure.moving = Some(moving);
}
