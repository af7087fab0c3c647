//! The last row: the keys that matter now, made from the table of keys; or something that has just to be said.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    app::Action,
    locale::Locale,
    tui::{
        hit::Hits,
        keymap::{self, Place},
        painter::width,
        theme::Theme,
    },
};

/// Draws the keys of a place, as many as there is room for.
pub fn draw(locale: &Locale, theme: &Theme, place: Place, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    buf.set_style(area, Style::new().bg(theme.raised));
    let mut x = area.x + 1;
    for row in keymap::footer(place) {
        let key = Span::styled(row.label.to_owned(), theme.title());
        let word = Span::styled(format!(" {}  ", locale.text(row.hint)), Style::new().fg(theme.text));
        let wide = width(&[key.clone(), word.clone()]) as u16;
        if x + wide > area.right() + 2 {
            return;
        }
        buf.set_line(x, area.y, &Line::from(vec![key, word]), area.right().saturating_sub(x));
        let clickable = !matches!(row.action, Action::Run(_));
        if clickable {
            hits.action(Rect { x, width: wide, ..area }, row.action);
        }
        x += wide;
    }
}

/// Draws something that has to be said.
pub fn notice(theme: &Theme, text: &str, area: Rect, buf: &mut Buffer) {
    let style = Style::new().fg(theme.background).bg(theme.warn);
    buf.set_style(area, style);
    buf.set_stringn(area.x + 1, area.y, text, usize::from(area.width.saturating_sub(1)), style);
}
