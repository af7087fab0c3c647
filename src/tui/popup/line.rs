//! Asks for a line that the program reads.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line as Row, Span},
};
use unicode_width::UnicodeWidthStr;

use super::frame;
use crate::{
    app::Line,
    locale::Locale,
    telling::names::printable,
    tui::{painter::fit, theme::Theme},
};

/// Draws what the program asks, with what has been typed, and the keys that lead on.
pub fn draw(locale: &Locale, theme: &Theme, line: &Line, area: Rect, buf: &mut Buffer) {
    let title = locale.text("input-asked");
    let keys = locale.text("input-keys");
    let (prompt, typed) = (printable(&line.prompt), printable(line.typed.value()));
    let wanted = (prompt.width() + typed.width() + 3).max(keys.width() + 2).max(title.width() + 4);
    let width = u16::try_from(wanted + 2).unwrap_or(u16::MAX).min(area.width);
    let inner = frame(theme, &title, (width, 4), area, buf);
    if inner.is_empty() {
        return;
    }
    let prompt = Span::styled(prompt, theme.faint());
    let room = usize::from(inner.width).saturating_sub(prompt.content.width() + 2);
    // The end is what is being typed.
    let mut end = typed.as_str();
    while end.width() > room.max(8) {
        end = end.get(end.chars().next().map_or(1, char::len_utf8)..).unwrap_or_default();
    }
    let spans = vec![
        Span::raw(" "),
        prompt,
        Span::styled(end.to_owned(), Style::new().fg(theme.text)),
        Span::styled("▏", theme.title()),
    ];
    buf.set_line(inner.x, inner.y, &Row::from(fit(spans, usize::from(inner.width))), inner.width);
    buf.set_stringn(inner.x + 1, inner.y + 1, &keys, usize::from(inner.width.saturating_sub(1)), theme.faint());
}
