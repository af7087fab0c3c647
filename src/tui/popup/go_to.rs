//! Asks for the number of a step.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::frame;
use crate::{locale::Locale, tui::theme::Theme};

/// Draws the question with what has been typed.
pub fn draw(locale: &Locale, theme: &Theme, typed: &str, area: Rect, buf: &mut Buffer) {
    let title = locale.text("go-to");
    let width = (title.width() as u16 + 6).max(30);
    let inner = frame(theme, &title, (width, 3), area, buf);
    if inner.is_empty() {
        return;
    }
    let line = Line::from(vec![
        Span::styled(format!(" {typed}"), Style::new().fg(theme.text)),
        Span::styled("▏", theme.title()),
    ]);
    buf.set_line(inner.x, inner.y, &line, inner.width);
}
