//! The panes of the stage: one file a pane, and `table`, which has a row for each. Each reads what it shows and draws itself into its area; none changes anything.

pub mod address_spaces;
pub mod bytecode;
pub mod call_stacks;
pub mod cores;
mod crowd;
#[cfg(test)]
mod drawn;
pub mod footer;
mod gantt;
pub mod gil;
pub mod graph;
pub mod guards;
pub mod header;
pub mod heap;
pub mod log;
pub mod memory;
pub mod opening;
pub mod output;
pub mod policy_compare;
pub mod pool;
pub mod question;
pub mod resources;
pub mod ring;
pub mod sentence;
pub mod side_by_side;
pub mod source;
pub mod state_map;
pub mod states;
pub mod stats;
pub mod table;
pub mod threads;
pub mod timeline;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::painter::{Painter, fit, width};

/// Draws the title of a pane into the rule that is the first row of its area, with a summary at the right, and returns the
/// rest. At the left edge of the screen the rule begins before the title.
pub fn title(painter: &Painter<'_>, text: &str, summary: Vec<Span<'_>>, area: Rect, buf: &mut Buffer) -> Rect {
    if area.height == 0 {
        return area;
    }
    let theme = painter.theme;
    let rule = Style::new().fg(theme.rule);
    buf.set_string(area.x, area.y, "─".repeat(usize::from(area.width)), rule);
    let start = u16::from(area.x == 0);
    let style = Style::new().fg(theme.text).add_modifier(Modifier::BOLD);
    let name = Line::from(vec![Span::raw(" "), Span::styled(text.to_owned(), style), Span::raw(" ")]);
    buf.set_line(area.x + start, area.y, &name, area.width.saturating_sub(start));
    let taken = text.width() + 4;
    let room = usize::from(area.width).saturating_sub(taken + 3);
    if !summary.is_empty() && room > 4 {
        let mut spans = vec![Span::raw(" ")];
        // What is cut says so in a colour that can be read.
        let text = Style::new().fg(theme.text);
        spans.extend(fit(summary, room).into_iter().map(|span| Span::styled(span.content, text.patch(span.style))));
        spans.push(Span::raw(" "));
        let wide = width(&spans) as u16;
        buf.set_line(area.right().saturating_sub(wide + 1), area.y, &Line::from(spans), wide);
    }
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

/// Draws lines from the top; if there is no room for all, the last row says how many are left out.
pub fn lines(painter: &Painter<'_>, all: Vec<Line<'_>>, area: Rect, buf: &mut Buffer) {
    let rows = usize::from(area.height);
    let fits = all.len() <= rows;
    let shown = if fits { all.len() } else { rows.saturating_sub(1) };
    let left = all.len() - shown;
    for (at, line) in all.into_iter().take(shown).enumerate() {
        let line = Line::from(fit(line.spans, usize::from(area.width)));
        buf.set_line(area.x, area.y + at as u16, &line, area.width);
    }
    if !fits && rows > 0 {
        more(painter, left, Rect { y: area.bottom() - 1, height: 1, ..area }, buf);
    }
}

/// Says how many are left out.
pub fn more(painter: &Painter<'_>, count: usize, area: Rect, buf: &mut Buffer) {
    let text = painter.locale.format("more", &[("count", count.into())]);
    buf.set_line(area.x, area.y, &Line::from(painter.faint(text)), area.width);
}
