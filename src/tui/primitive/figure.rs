//! A primitive as a figure: a box with something in it, and what stands at its left and right. Drawn flat, in one row, or
//! tall, as a box of three.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::tui::painter::{fit, width};

/// A primitive as a figure.
#[derive(Clone, Debug)]
pub struct Figure<'a> {
    /// Who waits at the left end.
    pub left: Vec<Span<'a>>,
    /// What is in the box.
    pub inside: Vec<Span<'a>>,
    /// What stands at the right: a caption, and who waits there.
    pub right: Vec<Span<'a>>,
    /// What the box looks like.
    pub frame: Frame,
    /// What is on its way.
    pub moving: Option<Moving<'a>>,
}

/// What the box of a figure looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The colour of the lines.
    pub style: Style,
    /// Lines that are whole say "taken" or "closed"; broken ones say "free" or "open".
    pub closed: bool,
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
    /// In the box, so many cells from its left.
    Inside(u16),
    /// Right of the box.
    Right,
}

/// Rows of a figure that is drawn tall.
pub const TALL: u16 = 3;

/// How far from the box somebody stands who comes or goes.
const STRIDE: u16 = 12;

impl Figure<'_> {
    /// The cells that the box and what stands at its left take, flat or tall.
    fn box_start(&self) -> u16 {
        width(&self.left) as u16
    }

    /// Draws the figure: tall if the area has three rows, otherwise flat.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let tall = area.height >= TALL;
        let row = area.y + u16::from(tall);
        if tall {
            self.draw_box(area, buf);
        }
        let (open, close) = match (tall, self.frame.closed) {
            (true, true) => ("│", "│"),
            (true, false) => ("╎", "╎"),
            (false, true) => ("[", "]"),
            (false, false) => ("(", ")"),
        };
        let mut spans = self.left.clone();
        spans.push(Span::styled(open, self.frame.style));
        spans.extend(self.inside.iter().cloned());
        spans.push(Span::styled(close, self.frame.style));
        spans.push(Span::raw(" "));
        spans.extend(self.right.iter().cloned());
        let line = Line::from(fit(spans, usize::from(area.width)));
        buf.set_line(area.x, row, &line, area.width);
        if let Some(moving) = &self.moving {
            self.draw_moving(moving, Rect { y: row, height: 1, ..area }, buf);
        }
    }

    fn draw_box(&self, area: Rect, buf: &mut Buffer) {
        let inner = width(&self.inside);
        let left = self.box_start();
        if u32::from(left) + inner as u32 + 2 > u32::from(area.width) {
            return;
        }
        let (line, corners) = if self.frame.closed {
            ("─", ["╭", "╮", "╰", "╯"])
        } else {
            ("╌", ["╭", "╮", "╰", "╯"])
        };
        let rule = line.repeat(inner);
        let top = format!("{}{rule}{}", corners[0], corners[1]);
        let bottom = format!("{}{rule}{}", corners[2], corners[3]);
        buf.set_string(area.x + left, area.y, top, self.frame.style);
        buf.set_string(area.x + left, area.y + 2, bottom, self.frame.style);
    }

    fn place(&self, place: Place, wide: u16) -> u16 {
        let start = self.box_start();
        match place {
            Place::Left => start.saturating_sub(STRIDE.min(start)),
            Place::Inside(at) => start + 1 + at,
            Place::Right => start + 2 + wide.max(width(&self.inside) as u16) + STRIDE,
        }
    }

    fn draw_moving(&self, moving: &Moving<'_>, area: Rect, buf: &mut Buffer) {
        let wide = width(&moving.what) as u16;
        let (from, to) = (f32::from(self.place(moving.from, wide)), f32::from(self.place(moving.to, wide)));
        let at = (from + (to - from) * moving.part).round() as u16;
        if at < area.width {
            buf.set_line(area.x + at, area.y, &Line::from(moving.what.clone()), area.width - at);
        }
    }
}
