//! A queue: its slots with the items in them, the one that is got next at the right, and who waits at which end.

use std::collections::VecDeque;

use ratatui::{
    style::{Modifier, Style},
    text::Span,
};
use unicode_width::UnicodeWidthStr;

use super::{Figure, Frame, Moving, Place};
use crate::{
    event::{Change, QueueChange, QueueWant, Shown, Wait, Want},
    scene::{Item, QueueState, ResourceView},
    telling::caption,
    tui::painter::{Painter, cut, width},
};

/// More slots than these are counted, not drawn.
const DRAWN: usize = 10;

/// Cells that an item may take.
const WIDEST: usize = 10;

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, queue: &QueueState) -> Figure<'a> {
    let items = &queue.items;
    let theme = painter.theme;
    let capacity = view.limit as usize;
    let wide = slot_width(painter, items);
    let shown = items.len().min(DRAWN);
    let empty = if capacity == 0 { usize::from(items.is_empty()) } else { capacity.min(DRAWN).saturating_sub(shown) };
    let rule = Span::styled("│", Style::new().fg(theme.rule));
    let mut slots: Vec<Span<'a>> = Vec::new();
    slots.extend((0..empty).map(|_| painter.faint(centred("·", wide))));
    // The item at the front is got next, at the right end.
    slots.extend(items.iter().take(shown).rev().map(|item| item_span(painter, *item, wide)));
    let mut inside = Vec::with_capacity(slots.len() * 2);
    for (at, slot) in slots.into_iter().enumerate() {
        if at > 0 {
            inside.push(rule.clone());
        }
        inside.push(slot);
    }
    let (left, getters) = ends(painter, view);
    let mut right = getters;
    right.push(painter.faint(caption(view, painter.locale)));
    let full = capacity > 0 && items.len() >= capacity;
    let style = Style::new().fg(if full { theme.bad } else { theme.accent });
    let mut figure = Figure { left, inside, right, frame: Frame { style, closed: true }, moving: None };
    moving(painter, view, wide, &mut figure);
    figure
}

fn slot_width(painter: &Painter<'_>, items: &VecDeque<Item>) -> usize {
    let widest = items.iter().take(DRAWN).map(|item| painter.names.value(item.value).width()).max().unwrap_or(1);
    widest.clamp(1, WIDEST) + 2
}

fn item_span<'a>(painter: &Painter<'a>, item: Item, wide: usize) -> Span<'a> {
    let style = Style::new().fg(painter.theme.thread(item.by)).add_modifier(Modifier::BOLD);
    Span::styled(centred(&text_of(painter, item.value), wide), style)
}

fn text_of(painter: &Painter<'_>, value: Shown) -> String {
    let text = painter.names.value(value);
    if text.width() <= WIDEST { text.into_owned() } else { format!("{}…", cut(&text, WIDEST - 1)) }
}

fn centred(text: &str, wide: usize) -> String {
    let room = wide.saturating_sub(text.width());
    format!("{}{text}{}", " ".repeat(room / 2), " ".repeat(room - room / 2))
}

/// Who waits to put, at the left; who waits to get, at the right.
fn ends<'a>(painter: &Painter<'a>, view: &ResourceView) -> (Vec<Span<'a>>, Vec<Span<'a>>) {
    let (mut putters, mut getters) = (Vec::new(), Vec::new());
    for waiter in &view.waiters {
        match waiter.wait {
            Wait::For(_, Want::Queue(QueueWant::Room)) => {
                putters.push(painter.thread(waiter.thread));
                putters.push(painter.faint(" ▶ "));
            }
            _ => {
                getters.push(painter.faint("◀ "));
                getters.push(painter.thread(waiter.thread));
                getters.push(Span::raw(" "));
            }
        }
    }
    if putters.is_empty() {
        putters.push(painter.faint("▶ "));
    }
    if getters.is_empty() {
        getters.push(painter.faint("▶ "));
    }
    (putters, getters)
}

/// An item goes in at the left, or out at the right.
fn moving<'a>(painter: &Painter<'a>, view: &ResourceView, wide: usize, figure: &mut Figure<'a>) {
    let Some((step, by, change)) = view.changed else { return };
    let Some(part) = painter.motion.under_way(step) else { return };
    let slots = width(&figure.inside).saturating_sub(wide) as u16;
    match change {
        Change::Queue(QueueChange::Put { item, position }) => {
            let what = vec![item_span(painter, Item { value: item, by }, wide)];
            let slot = figure.inside.len().checked_sub(1 + position as usize * 2);
            if let Some(slot) = slot.and_then(|at| figure.inside.get_mut(at)) {
                *slot = Span::raw(" ".repeat(wide));
            }
            let at = slots.saturating_sub(position as u16 * (wide as u16 + 1));
            figure.moving = Some(Moving { what, from: Place::Left, to: Place::Inside(at), part });
        }
        Change::Queue(QueueChange::Got { item }) => {
            let style = Style::new().fg(painter.theme.thread(by)).add_modifier(Modifier::BOLD);
            let what = vec![Span::styled(centred(&text_of(painter, item), wide), style)];
            figure.moving = Some(Moving { what, from: Place::Inside(slots), to: Place::Right, part });
        }
        _ => {}
    }
}
