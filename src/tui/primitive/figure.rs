//! A primitive as a figure: a square box of slots, who wants in, what it is called. Drawn in one line, as a box with the name at its left, or as a box
//! below a heading; larger where there is room.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use crate::{
    ids::ThreadId,
    tui::painter::{Painter, fit, width},
};

/// A primitive as a figure.
#[derive(Clone, Debug, Default)]
pub struct Figure<'a> {
    /// What there is in short, beside the name: `0 of 2 free`.
    pub summary: String,
    /// What is in each slot of the box.
    pub slots: Vec<Vec<Span<'a>>>,
    /// How wide a slot is at least, in cells.
    pub slot: usize,
    /// Who wants to put, where things go through from left to right.
    pub left: Option<Vec<ThreadId>>,
    /// Who wants in, or out at the other end.
    pub right: Vec<ThreadId>,
    /// What stands right of the box before those.
    pub notes: Vec<Span<'a>>,
    /// Words at the left, below the box, and at the right.
    pub words: Words,
    /// The colour of the box.
    pub frame: Style,
    /// What is told below it all.
    pub told: Vec<Span<'a>>,
    /// What is on its way.
    pub moving: Option<Moving<'a>>,
}

/// Words about the parts of a figure, where there is room for them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    /// Over those at the left.
    pub left: String,
    /// Below the first slot.
    pub first: String,
    /// Below the last slot.
    pub last: String,
    /// Over or below those at the right.
    pub right: String,
}

/// Something on its way from one place of the figure to another.
#[derive(Clone, Debug)]
pub struct Moving<'a> {
    /// What.
    pub what: Vec<Span<'a>>,
    /// From where.
    pub from: Place,
    /// To where.
    pub to: Place,
    /// How far it has come, from 0 to 1.
    pub part: f32,
}

/// A place of a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Left of the box.
    Left,
    /// A slot of the box.
    Slot(usize),
    /// Right of the box.
    Right,
    /// Right of the box, behind the notes.
    Behind,
}

/// How a figure is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Size {
    /// In one line.
    Line,
    /// As a box, with nothing around it.
    Box,
    /// With words about its parts.
    Full,
    /// With air: for large screens.
    Large,
}

/// What all figures of a picture have in common, so that they stand in columns and keep their places.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Measure {
    /// The widest name, with its brackets.
    pub name: usize,
    /// The widest chip with a name that there will be.
    pub tag: usize,
    /// The widest item of a queue.
    pub item: usize,
    /// The widest kind, where it stands beside the name.
    pub kind: usize,
    /// The width of the picture.
    pub cells: usize,
    /// Threads that there will be.
    pub threads: usize,
    /// How it is drawn.
    pub size: Size,
}

impl Measure {
    /// Blanks at each side of what is in a slot.
    pub fn air(&self) -> usize {
        if self.size == Size::Large { 4 } else { 1 }
    }

    /// Where a box begins that stands beside its name.
    pub fn column(&self) -> usize {
        let kind = if self.size == Size::Large { self.kind + 1 } else { 0 };
        self.margin() + self.name + kind + 2
    }

    /// The blanks at the left edge.
    pub fn margin(&self) -> usize {
        if self.size == Size::Large { 3 } else { 1 }
    }

    /// Whether chips with names fit into so many slots, with room for those who want in.
    pub fn has_room_for_names(&self, slots: usize) -> bool {
        // On a large screen a few slots stand one below the other.
        let slots = if self.size == Size::Large && slots <= super::STACKED { 1 } else { slots };
        slots * (self.tag + 2 * self.air() + 1) + 1 + self.margin() + 11 <= self.cells
    }
}

/// The name of a thing, what kind of thing it is, and whether that stands over its box.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    /// Its name in brackets.
    pub name: &'a str,
    /// What it is.
    pub kind: &'a str,
    /// Whether they stand over the box.
    pub heading: bool,
}

impl Figure<'_> {
    /// Draws the figure.
    pub fn draw(&self, painter: &Painter<'_>, label: Label<'_>, measure: &Measure, area: Rect, buf: &mut Buffer) {
        if area.height == 0 || area.width < 4 {
            return;
        }
        match (measure.size, label.heading) {
            (Size::Line, _) => self.draw_line(painter, label, measure, area, buf),
            (_, true) => self.draw_headed(painter, label, measure, area, buf),
            (_, false) => self.draw_beside(painter, label, measure, area, buf),
        }
    }

    fn draw_line(&self, painter: &Painter<'_>, label: Label<'_>, measure: &Measure, area: Rect, buf: &mut Buffer) {
        let name = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
        let pad = " ".repeat((measure.name + 2).saturating_sub(label.name.width()));
        let mut spans = vec![Span::raw(" "), Span::styled(label.name.to_owned(), name), Span::raw(pad)];
        // Slots tell it themselves, but those of a queue.
        if !self.summary.is_empty() && (self.slots.len() == 1 || self.left.is_some()) {
            spans.push(painter.faint(format!("{}  ", self.summary)));
        }
        // One slot is as wide as its widest content will be, so that who wants in stands in a column; not at their cost.
        let left = self.left.iter().flatten();
        let wanting: Vec<ThreadId> = left.chain(&self.right).copied().collect();
        let chips: usize = wanting.iter().take(3).map(|&thread| painter.chip(thread).width()).sum();
        let all = self.slots.iter().map(|slot| width(slot)).sum::<usize>() + width(&spans) + width(&self.notes) + 6;
        let free = usize::from(area.width).saturating_sub(all + chips);
        let pad = |slot: &[Span<'_>]| {
            if self.slots.len() == 1 { measure.tag.saturating_sub(width(slot)).min(free) } else { 0 }
        };
        for slot in self.slots.iter().filter(|slot| !slot.is_empty()) {
            spans.extend(slot.iter().cloned());
            spans.push(Span::raw(" ".repeat(pad(slot) + usize::from(self.slots.len() == 1 || self.left.is_some()))));
        }
        spans.push(Span::raw(" "));
        spans.extend(self.notes.iter().cloned());
        let room = usize::from(area.width).saturating_sub(width(&spans) + 2);
        spans.extend(waiting(painter, &wanting, ("◀ ", &|thread| painter.chip(thread), ""), room));
        let line = Line::from(fit(spans, usize::from(area.width) - 1));
        buf.set_line(area.x, area.y, &line, area.width);
    }

    /// The name at the left, the box beside it.
    fn draw_beside(&self, painter: &Painter<'_>, label: Label<'_>, measure: &Measure, area: Rect, buf: &mut Buffer) {
        let bold = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
        let (x, y) = (area.x + measure.margin() as u16, area.y + 1);
        buf.set_stringn(x, y, label.name, usize::from(area.width), bold);
        if measure.size == Size::Large {
            let at = x + measure.name as u16 + 1;
            buf.set_stringn(at, y, label.kind, usize::from(area.right().saturating_sub(at)), painter.theme.faint());
        }
        let left = area.x + measure.column() as u16;
        let slots = self.slot_boxes(left, area.y, measure);
        self.draw_slots(&slots, area, buf);
        self.draw_right(painter, &slots, (y, measure.size == Size::Large), area, buf);
        self.draw_moving(&slots, y, area, buf);
    }

    /// The name over the box, what there is at the right end of that row; words over and below the box where there is room.
    fn draw_headed(&self, painter: &Painter<'_>, label: Label<'_>, measure: &Measure, area: Rect, buf: &mut Buffer) {
        let bold = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
        let faint = painter.theme.faint();
        let x = area.x + measure.margin() as u16;
        let right = area.right().saturating_sub(if measure.size == Size::Large { 4 } else { 1 });
        let room = right.saturating_sub(x);
        let wide = self.summary.width() as u16;
        let heading = vec![Span::styled(label.name.to_owned(), bold), Span::styled(format!(" {}", label.kind), faint)];
        let heading = fit(heading, usize::from(room.saturating_sub(wide + 1)));
        buf.set_line(x, area.y, &Line::from(heading), room);
        buf.set_stringn(
            right.saturating_sub(wide),
            area.y,
            &self.summary,
            usize::from(room),
            Style::new().fg(painter.theme.text),
        );
        let worded = measure.size >= Size::Full;
        let over = worded && self.left.is_some();
        let gap = match measure.size {
            Size::Large => 2,
            Size::Full => 1,
            _ => 0,
        };
        let top = area.y + 1 + gap + u16::from(over);
        let (left, arrow) = match &self.left {
            Some(threads) => {
                let wide = draw_left(painter, threads, measure, Rect { x, y: top, height: 3, width: room }, buf);
                (x + wide + 4, Some((x + wide + 1, top + 1)))
            }
            None => (x, None),
        };
        let slots = self.slot_boxes(left, top, measure);
        self.draw_slots(&slots, area, buf);
        if let Some((x, y)) = arrow {
            buf.set_stringn(x, y, "─▶", 2, faint);
        }
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return };
        let middle = (first.y + last.bottom() - 1) / 2;
        let at = self.draw_right(painter, &slots, (middle, measure.size == Size::Large), area, buf);
        if worded {
            let below = last.bottom() + 1;
            let cells = usize::from(first.width);
            buf.set_stringn(first.x, below, super::centred(&self.words.first, cells), cells, faint);
            if slots.len() > 1 && last.y == first.y {
                buf.set_stringn(last.x, below, super::centred(&self.words.last, cells), cells, faint);
            }
            let row = if over { top - 1 } else { below };
            let end = right.saturating_sub(self.words.right.width() as u16);
            let place = if over { at.min(end) } else { at.max(first.x + self.words.first.width() as u16 + 2).min(end) };
            buf.set_stringn(place, row, &self.words.right, usize::from(right.saturating_sub(place)), faint);
            if over {
                buf.set_stringn(x, row, &self.words.left, usize::from(room), faint);
            }
            let row = below + if measure.size == Size::Large { 3 } else { 2 };
            if row < area.bottom() {
                let told = Line::from(fit(self.told.clone(), usize::from(room)));
                buf.set_line(x, row, &told, room);
            }
        }
        self.draw_moving(&slots, middle, area, buf);
    }

    /// The insides of the slots: side by side, or one below the other on a large screen if they hold threads.
    fn slot_boxes(&self, left: u16, top: u16, measure: &Measure) -> Vec<Rect> {
        let inner = self.slots.iter().map(|slot| width(slot) + 2).max().unwrap_or(0).max(self.slot) as u16;
        let stacked = measure.size == Size::Large && self.is_stacked();
        let place = |at: u16| match stacked {
            true => Rect { x: left + 1, y: top + 1 + 2 * at, width: inner, height: 1 },
            false => Rect { x: left + 1 + at * (inner + 1), y: top + 1, width: inner, height: 1 },
        };
        (0..self.slots.len() as u16).map(place).collect()
    }

    /// Whether slots stand one below the other where there is room for it.
    fn is_stacked(&self) -> bool {
        self.left.is_none() && (2..=super::STACKED).contains(&self.slots.len())
    }

    fn draw_slots(&self, slots: &[Rect], area: Rect, buf: &mut Buffer) {
        let fits = |slot: &Rect| slot.right() < area.right() && slot.y + 1 < area.bottom();
        let stacked = slots.len() > 1 && slots[0].x == slots[1].x;
        for (at, (slot, inside)) in slots.iter().zip(&self.slots).enumerate() {
            if !fits(slot) {
                return;
            }
            let rule = "─".repeat(usize::from(slot.width));
            let last = slots.get(at + 1).is_none_or(|next| !fits(next));
            let (x, right) = (slot.x - 1, slot.right());
            let corners = match (at == 0, last, stacked) {
                (first, last, true) => [
                    if first { "┌" } else { "├" },
                    if first { "┐" } else { "┤" },
                    if last { "└" } else { "├" },
                    if last { "┘" } else { "┤" },
                ],
                (first, last, false) => [
                    if first { "┌" } else { "┬" },
                    if last { "┐" } else { "┬" },
                    if first { "└" } else { "┴" },
                    if last { "┘" } else { "┴" },
                ],
            };
            for (y, left_corner, right_corner) in
                [(slot.y - 1, corners[0], corners[1]), (slot.y + 1, corners[2], corners[3])]
            {
                buf.set_string(x, y, format!("{left_corner}{rule}{right_corner}"), self.frame);
            }
            buf.set_string(x, slot.y, "│", self.frame);
            buf.set_string(right, slot.y, "│", self.frame);
            let wide = width(inside) as u16;
            let shift = slot.width.saturating_sub(wide) / 2;
            buf.set_line(slot.x + shift, slot.y, &Line::from(inside.clone()), slot.width - shift);
        }
    }

    /// Notes and those who want in, right of the box; where they begin.
    fn draw_right(
        &self,
        painter: &Painter<'_>,
        slots: &[Rect],
        (y, large): (u16, bool),
        area: Rect,
        buf: &mut Buffer,
    ) -> u16 {
        let Some(x) = slots.iter().map(|slot| slot.right() + 1).max() else { return area.x };
        let through = self.left.is_some();
        let all = usize::from(area.right().saturating_sub(x));
        // A note that does not fit tells nothing.
        let mut spans = if width(&self.notes) < all { self.notes.clone() } else { Vec::new() };
        let room = all.saturating_sub(width(&spans));
        let chips: usize = self.right.iter().map(|&thread| painter.chip(thread).width()).sum();
        let tight = !through && chips + 3 > room;
        if through && self.right.is_empty() {
            spans.push(painter.faint(format!("─▶ {}", painter.word("picture-nobody"))));
        } else {
            let sign = match (through, large) {
                (true, _) => "─▶ ",
                (false, true) => "◀── ",
                (false, false) if tight => "◀",
                (false, false) => "◀ ",
            };
            // Names stand apart, numbers do not need to.
            let tag = |thread| if large { painter.tag(thread) } else { painter.chip(thread) };
            spans.extend(waiting(
                painter,
                &self.right,
                (sign, &tag, if large { " " } else { "" }),
                room.saturating_sub(usize::from(!tight)),
            ));
        }
        let blank = u16::from(!through && (!tight || spans.len() == self.notes.len()));
        if x + blank < area.right() {
            let room = area.right() - x - blank;
            buf.set_line(x + blank, y, &Line::from(fit(spans, usize::from(room))), room);
        }
        x + if through { 3 } else { 1 }
    }

    fn draw_moving(&self, slots: &[Rect], y: u16, area: Rect, buf: &mut Buffer) {
        let Some(moving) = &self.moving else { return };
        let Some((first, last)) = slots.first().zip(slots.last()) else { return };
        let wide = width(&moving.what) as u16;
        let point = |place: Place| match place {
            Place::Left => (f32::from(first.x.saturating_sub(wide + 4).max(area.x)), f32::from(y)),
            Place::Right => (f32::from(last.right() + 3), f32::from(y)),
            Place::Behind => (f32::from(last.right() + 2 + width(&self.notes) as u16), f32::from(y)),
            Place::Slot(at) => {
                let slot = slots.get(at).unwrap_or(last);
                (f32::from(slot.x + slot.width.saturating_sub(wide) / 2), f32::from(slot.y))
            }
        };
        let ((from, above), (to, below)) = (point(moving.from), point(moving.to));
        let x = (from + (to - from) * moving.part).round() as u16;
        let y = (above + (below - above) * moving.part).round() as u16;
        if x < area.right() && area.contains((x, y).into()) {
            buf.set_line(x, y, &Line::from(moving.what.clone()), area.right() - x);
        }
    }
}

/// Those at the left, one below the other; the cells that they take, whoever is there.
fn draw_left(painter: &Painter<'_>, threads: &[ThreadId], measure: &Measure, area: Rect, buf: &mut Buffer) -> u16 {
    let names = measure.cells >= 50;
    let none = painter.word("picture-nobody");
    let wide = if names { measure.tag.max(none.width()) } else { none.width().max(4) } as u16;
    if threads.is_empty() {
        buf.set_stringn(area.x, area.y + 1, none, usize::from(wide), painter.theme.faint());
    }
    let rows = usize::from(area.height);
    let shown = if threads.len() > rows { rows - 1 } else { threads.len() };
    let first = area.y + u16::from(threads.len() == 1);
    for (y, &thread) in (first..).zip(&threads[..shown]) {
        let chip = if names { painter.tag(thread) } else { painter.chip(thread) };
        buf.set_line(area.x, y, &Line::from(chip), wide);
    }
    if threads.len() > shown {
        let text = format!("…{}", threads.len() - shown);
        buf.set_stringn(area.x, first + shown as u16, text, usize::from(wide), painter.theme.faint());
    }
    wide
}

/// Those who want in, in order, as chips behind a sign; those for whom there is no room are counted.
fn waiting<'a>(
    painter: &Painter<'a>,
    threads: &[ThreadId],
    (sign, chip, between): (&'static str, &dyn Fn(ThreadId) -> Span<'a>, &'static str),
    cells: usize,
) -> Vec<Span<'a>> {
    if threads.is_empty() {
        return Vec::new();
    }
    let more = |count: usize| match count {
        0 => String::new(),
        count => format!(" {}", painter.locale.format("picture-more", &[("count", count.into())])),
    };
    let mut spans = vec![painter.faint(sign)];
    let mut used = sign.width();
    for (at, &thread) in threads.iter().enumerate() {
        let chip = chip(thread);
        let behind = more(threads.len() - at - 1).width();
        let is_last = at + 1 == threads.len();
        if at == 0 && !is_last && used + chip.width() + behind > cells {
            // There is room for one, and for a number.
            spans.extend([chip, painter.faint(format!("+{}", threads.len() - 1))]);
            break;
        }
        if at > 0 && used + chip.width() + if is_last { 0 } else { behind } > cells {
            spans.push(painter.faint(more(threads.len() - at)));
            break;
        }
        used += chip.width() + between.len();
        spans.push(chip);
        spans.push(Span::raw(between));
    }
    spans
}
