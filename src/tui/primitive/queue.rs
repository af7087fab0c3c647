//! A queue: its slots with the items in them, the one that is got next at the right; who wants to put at the left, who wants
//! to get at the right, and who took what so far.

use std::collections::VecDeque;

use ratatui::{
    style::{Modifier, Style},
    text::Span,
};
use unicode_width::UnicodeWidthStr;

use super::{Figure, Measure, Moving, Place, Size, Words};
use crate::{
    event::{Change, QueueChange, QueueWant, ResourceKind, Shown, Wait, Want},
    ids::ThreadId,
    scene::{Item, QueueState, ResourceView},
    tui::painter::{Painter, middle_cut, width},
};

/// Slots of a queue that takes any number of items.
const ENDLESS: usize = 4;

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, queue: &QueueState, measure: &Measure) -> Figure<'a> {
    let items = &queue.items;
    let capacity = view.limit as usize;
    let (count, wide) = slots(painter, items, capacity, measure);
    let shown = items.len().min(count);
    let mut slots: Vec<Vec<Span<'a>>> = Vec::new();
    slots.extend((shown..count).map(|_| vec![painter.faint("·")]));
    // The item at the front is got next, at the right end.
    slots.extend(items.iter().take(shown).rev().map(|item| vec![item_span(painter, *item, wide)]));
    if items.len() > shown {
        let more = items.len() + 1 - shown;
        slots[0] = vec![painter.faint(format!("…{more}"))];
    }
    let there = ("count", items.len().into());
    let summary = match capacity {
        0 => painter.locale.format("picture-there", &[there]),
        capacity => painter.locale.format("picture-there-of", &[there, ("capacity", capacity.into())]),
    };
    let wants_room = |wait: Wait| matches!(wait, Wait::For(_, Want::Queue(QueueWant::Room)));
    let wants_item = |wait: Wait| matches!(wait, Wait::For(_, Want::Queue(QueueWant::Item)));
    let putters = view.waiters.iter().filter(|waiter| wants_room(waiter.wait)).map(|waiter| waiter.thread);
    let getters = view.waiters.iter().filter(|waiter| wants_item(waiter.wait)).map(|waiter| waiter.thread);
    let (first, last) = ends(view.kind);
    let mut figure = Figure {
        summary,
        slots,
        slot: wide + 2 * usize::from(measure.size == Size::Large),
        left: Some(putters.collect()),
        right: getters.collect(),
        words: Words {
            left: painter.word("picture-want-to-put"),
            first: if items.len() > 1 { first.map(|key| painter.word(key)).unwrap_or_default() } else { String::new() },
            last: if items.is_empty() { String::new() } else { painter.word(last) },
            right: painter.word("picture-want-to-get"),
        },
        frame: Style::new().fg(painter.theme.text),
        told: told(painter, queue, measure),
        ..Figure::default()
    };
    // The word for the last one in stands below it, and that is the first slot only while the queue is full.
    if items.len() < count {
        figure.words.first = String::new();
    }
    moving(painter, view, (count, shown, wide), &mut figure);
    figure
}

/// What can be said of the outer slots: a pile gives out what came in last, and a heap is in an order of its own.
const fn ends(kind: ResourceKind) -> (Option<&'static str>, &'static str) {
    match kind {
        ResourceKind::LifoQueue | ResourceKind::PriorityQueue => (None, "picture-next-out"),
        _ => (Some("picture-last-in"), "picture-next-out"),
    }
}

/// How many slots are drawn, and how wide each is.
fn slots(painter: &Painter<'_>, items: &VecDeque<Item>, capacity: usize, measure: &Measure) -> (usize, usize) {
    let widest = items.iter().map(|item| plain(painter, item.value).width()).max().unwrap_or(1);
    let widest = widest.max(measure.item).clamp(1, 12) + 2;
    let sides = if measure.cells >= 50 { measure.tag + 22 } else { 17 };
    let room = measure.cells.saturating_sub(sides + measure.margin()).max(4);
    let wanted = if capacity == 0 { ENDLESS } else { capacity }.min(super::MOST_SLOTS);
    // Narrow slots rather than fewer; items are cut then.
    let least = widest.min(4);
    let count = wanted.min(room.saturating_sub(1) / (least + 1)).max(1);
    (count, widest.min((room - 1) / count - 1).max(1))
}

/// An item as it stands in a slot: a text without its quotes.
fn plain(painter: &Painter<'_>, value: Shown) -> String {
    let text = painter.names.value(value);
    let bare = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    bare.unwrap_or(&text).to_owned()
}

fn item_span<'a>(painter: &Painter<'a>, item: Item, wide: usize) -> Span<'a> {
    let style = Style::new().fg(painter.theme.thread(item.by)).add_modifier(Modifier::BOLD);
    let text = plain(painter, item.value);
    let room = if text.width() + 2 > wide { wide } else { wide - 2 };
    Span::styled(middle_cut(&text, room), style)
}

/// Who took what so far: the last ones that there is room for.
fn told<'a>(painter: &Painter<'a>, queue: &QueueState, measure: &Measure) -> Vec<Span<'a>> {
    let taken = |&(thread, value): &(ThreadId, Shown)| {
        let text = format!(" {}", middle_cut(&plain(painter, value), 12));
        [Span::raw("  "), painter.chip(thread), Span::styled(text, Style::new().fg(painter.theme.text))]
    };
    let all: Vec<[Span<'a>; 3]> = queue.taken.iter().map(taken).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let word = painter.faint(painter.word("picture-taken"));
    let edge = if measure.size == Size::Large { 4 } else { 1 };
    let mut room = measure.cells.saturating_sub(measure.margin() + edge + word.width() + 3);
    let fits = |each: &&[Span<'a>; 3]| {
        let wide = width(&each[..]);
        let fits = wide <= room;
        room = room.saturating_sub(wide);
        fits
    };
    let shown = all.iter().rev().take_while(fits).count();
    let mut spans = vec![word];
    if shown < all.len() {
        spans.push(painter.faint("  …"));
    }
    spans.extend(all.into_iter().rev().take(shown).rev().flatten());
    spans
}

/// An item goes in at the left, or out at the right.
fn moving<'a>(
    painter: &Painter<'a>,
    view: &ResourceView,
    (count, shown, wide): (usize, usize, usize),
    figure: &mut Figure<'a>,
) {
    let Some((step, by, change)) = view.changed else { return };
    let Some(part) = painter.motion.under_way(step) else { return };
    let span = |value: Shown, by: ThreadId| vec![item_span(painter, Item { value, by, number: 0 }, wide)];
    match change {
        Change::Queue(QueueChange::Put { item, position }) if (position as usize) < shown => {
            let at = count - 1 - position as usize;
            if let Some(slot) = figure.slots.get_mut(at) {
                slot.clear();
            }
            figure.moving = Some(Moving { what: span(item, by), from: Place::Left, to: Place::Slot(at), part });
        }
        Change::Queue(QueueChange::Got { item }) => {
            let from = Place::Slot(count - 1);
            figure.moving = Some(Moving { what: span(item, by), from, to: Place::Right, part });
        }
        _ => {}
    }
}
