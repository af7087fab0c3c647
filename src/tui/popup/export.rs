//! What can be made of the run: a digit for each.

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
    tui::{painter::fit, theme::Theme},
};

/// Draws the question.
pub fn draw(locale: &Locale, theme: &Theme, endings: &[&str], area: Rect, buf: &mut Buffer) {
    let says = |ending: &str| locale.text(&format!("format-{ending}"));
    let widest = endings.iter().map(|ending| says(ending).width()).max().unwrap_or(0) as u16;
    let inner = frame(theme, &locale.text("export-as"), (widest + 18, endings.len() as u16 + 2), area, buf);
    for ((number, ending), y) in (1..).zip(endings).zip(inner.top()..inner.bottom()) {
        let spans = vec![
            Span::styled(format!("  {number}  "), theme.title()),
            Span::styled(format!("{:7}", format!(".{ending}")), Style::new().fg(theme.text)),
            Span::styled(says(ending), theme.faint()),
        ];
        buf.set_line(inner.x, y, &Line::from(fit(spans, usize::from(inner.width))), inner.width);
    }
}
