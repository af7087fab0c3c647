//! What the program printed, each line with the mark of the thread that printed it.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{table::View, title};
use crate::{
    app::Stage,
    ids::ThreadId,
    tui::{
        hit::Hits,
        painter::{Painter, fit},
    },
};

/// Whether there is anything to draw.
#[must_use]
pub fn wanted(_stage: &Stage) -> bool {
    true
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let all = printed(painter);
    let summary =
        if area.height == 1 { all.last().map(|line| line.spans.clone()).unwrap_or_default() } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if all.is_empty() && inner.height > 0 {
        let key = if view.stage.end().is_some() { "output-nothing" } else { "output-nothing-yet" };
        buf.set_line(inner.x, inner.y, &Line::from(painter.faint(painter.word(key))), inner.width);
    }
    let first = all.len().saturating_sub(usize::from(inner.height));
    for (row, line) in all.into_iter().skip(first).enumerate() {
        let line = Line::from(fit(line.spans, usize::from(inner.width)));
        buf.set_line(inner.x, inner.y + row as u16, &line, inner.width);
    }
}

/// The printed lines. Pieces of one line by several threads stay one line, each behind its thread's mark.
fn printed<'a>(painter: &Painter<'a>) -> Vec<Line<'a>> {
    let mut lines: Vec<Vec<Span<'a>>> = vec![Vec::new()];
    let mut by: Option<ThreadId> = None;
    for piece in &painter.scene.output {
        let style = Style::new().fg(if piece.stderr { painter.theme.bad } else { painter.theme.text });
        for (at, text) in painter.names.text(piece.text).split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
                by = None;
            }
            let Some(line) = lines.last_mut().filter(|_| !text.is_empty()) else { continue };
            if by != Some(piece.thread) {
                line.push(painter.chip(piece.thread));
                line.push(Span::raw(" "));
                by = Some(piece.thread);
            }
            line.push(Span::styled(text.replace('\t', "    "), style));
        }
    }
    if lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines.into_iter().map(Line::from).collect()
}
