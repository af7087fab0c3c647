//! What lies over the screen: one file a popup.

pub mod check;
pub mod export;
pub mod go_to;
pub mod help;
pub mod line;
pub mod notes;
mod page;
pub mod palette;
pub mod pressed;
pub mod problem;
pub mod runs;
pub mod trials;
pub mod twins;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Rect},
    style::Style,
    text::Line,
    widgets::{Block, BorderType, Clear, Widget},
};
use unicode_width::UnicodeWidthStr;

use super::{painter::fit, theme::Theme};
use crate::locale::Locale;

/// Clears room for a popup in the middle of the screen, frames it, and returns what is inside the frame.
pub fn frame(theme: &Theme, title: &str, (width, height): (u16, u16), area: Rect, buf: &mut Buffer) -> Rect {
    let place = area.centered(Constraint::Length(width.min(area.width)), Constraint::Length(height.min(area.height)));
    Clear.render(place, buf);
    buf.set_style(place, theme.plain());
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(Style::new().fg(theme.accent))
        .title(format!(" {title} "))
        .title_style(theme.title());
    let inner = block.inner(place);
    block.render(place, buf);
    inner
}

/// A popup of this title and width with lines from a row on, as many as there is room for; its last row says how many more there are.
pub fn scrolled(
    locale: &Locale,
    theme: &Theme,
    (title, width): (&str, u16),
    (lines, scroll): (Vec<Line<'_>>, u16),
    area: Rect,
    buf: &mut Buffer,
) {
    let inner = frame(theme, title, (width, lines.len() as u16 + 2), area, buf);
    let last = (lines.len() as u16).saturating_sub(inner.height);
    let scroll = scroll.min(last);
    for (y, line) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(usize::from(scroll))) {
        let line = Line::from(fit(line.spans, usize::from(inner.width)));
        buf.set_line(inner.x, y, &line, inner.width);
    }
    if last > 0 {
        let rows = [("row", u32::from(scroll + 1).into()), ("rows", u32::from(last + 1).into())];
        let text = format!(" {} ", locale.format("help-more", &rows));
        let x = inner.right().saturating_sub(text.width() as u16);
        buf.set_string(x, inner.bottom().min(area.bottom().saturating_sub(1)), text, theme.faint());
    }
}
