//! What a presenter wants to know of the scenario: its notes, and which lock guards which data.

use super::scrolled;
use crate::{
    locale::Locale,
    scenario::Scenario,
    telling::notes,
    tui::{theme::Theme, wrap::wrap_text},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Line};

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
    scrolled(locale, theme, (&title, WIDTH), (rows, scroll), area, buf);
}
