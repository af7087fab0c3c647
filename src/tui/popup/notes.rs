//! What a presenter wants to know of the scenario: its notes, and which lock guards which data.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::frame;
use crate::{
    locale::Locale,
    scenario::Scenario,
    telling::notes,
    tui::{painter::fit, theme::Theme, wrap::wrap_text},
};

/// The width of the popup, in cells.
const WIDTH: u16 = 78;

/// Draws the notes from a row on.
pub fn draw(locale: &Locale, theme: &Theme, (scenario, scroll): (&Scenario, u16), area: Rect, buf: &mut Buffer) {
    let cells = usize::from(WIDTH.min(area.width).saturating_sub(6)).max(10);
    let text = notes::of(scenario, locale);
    let style = Style::new().fg(theme.text);
    let wrapped = |line: &str| {
        if line.trim().is_empty() { vec![String::new()] } else { wrap_text(line, cells) }
    };
    let rows: Vec<Line<'_>> =
        text.lines().flat_map(wrapped).map(|text| Line::styled(format!("  {text}"), style)).collect();
    let title = locale.format("notes-title", &[("title", scenario.title.get(locale.language()).into())]);
    let inner = frame(theme, &title, (WIDTH, rows.len() as u16 + 2), area, buf);
    let last = (rows.len() as u16).saturating_sub(inner.height);
    let scroll = scroll.min(last);
    for (y, line) in (inner.y..inner.bottom()).zip(rows.into_iter().skip(usize::from(scroll))) {
        buf.set_line(inner.x, y, &Line::from(fit(line.spans, usize::from(inner.width))), inner.width);
    }
    if last > 0 {
        let arguments = [("row", u32::from(scroll + 1).into()), ("rows", u32::from(last + 1).into())];
        let text = format!(" {} ", locale.format("help-more", &arguments));
        let x = inner.right().saturating_sub(text.width() as u16);
        let line = Line::from(Span::styled(text, theme.faint()));
        buf.set_line(x, inner.bottom().min(area.bottom().saturating_sub(1)), &line, inner.width);
    }
}
