//! What happened: the last events as sentences, the newest at the bottom. A click goes to the step.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Style},
    text::{Line, Span},
};

use super::{table::View, title};
use crate::{
    app::{Action, Stage},
    scene::{LogLine, Sentence},
    telling::{Outcome, outcome},
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
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    let outcome = stage.outcome();
    let last = painter.scene.log.back().map(|line| said(painter, line, outcome));
    let summary = if area.height == 1 { last.unwrap_or_default() } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    let log = &painter.scene.log;
    let first = log.len().saturating_sub(usize::from(area.height));
    let digits = log.back().map_or(1, |line| line.step.0.to_string().len()).max(2) + 1;
    for (row, line) in log.iter().skip(first).enumerate() {
        let row = Rect { y: area.y + row as u16, height: 1, ..area };
        let mut spans = vec![painter.faint(format!("{:>digits$}", line.step.0))];
        // Where a way that a search has found is not the usual one.
        spans.push(if stage.session().departs(line.step) {
            Span::styled("▲ ", Style::new().fg(painter.theme.accent))
        } else {
            Span::raw("  ")
        });
        spans.extend(said(painter, line, outcome));
        buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(row.width))), row.width);
        if line.step == stage.cursor() {
            emphasize(painter, row, buf);
        }
        hits.action(row, Action::Seek(line.step));
    }
}

/// A line: with a sign where something ended, with a count where it happened again and again.
fn said<'a>(painter: &Painter<'a>, line: &LogLine, outcome: Option<Outcome>) -> Vec<Span<'a>> {
    let mut spans = painter.log_line(&outcome::logged(line.sentence, outcome));
    if let Some((sign, colour)) = sign(painter, line.sentence, outcome) {
        spans.insert(0, Span::styled(format!("{sign} "), Style::new().fg(colour)));
    }
    if line.times > 1 {
        spans.push(painter.faint(format!("  ×{}", line.times)));
    }
    spans
}

fn sign(painter: &Painter<'_>, sentence: Sentence, outcome: Option<Outcome>) -> Option<(&'static str, Color)> {
    match sentence {
        Sentence::Deadlock { .. } | Sentence::Fails { .. } | Sentence::WasEnded { .. } => {
            Some(("✗", painter.theme.bad))
        }
        Sentence::Ends(_) => {
            let outcome = outcome?;
            let colour = match outcome.sign() {
                "✓" => painter.theme.good,
                "✗" => painter.theme.bad,
                _ => painter.theme.accent,
            };
            Some((outcome.sign(), colour))
        }
        _ => None,
    }
}

/// What the last step did stands on a ground of its own, behind a mark.
fn emphasize(painter: &Painter<'_>, row: Rect, buf: &mut Buffer) {
    for x in row.left()..row.right() {
        if let Some(cell) = buf.cell_mut((x, row.y)) {
            cell.bg = painter.theme.raised;
        }
    }
    let mark = Span::styled("▶", Style::new().fg(painter.theme.accent));
    buf.set_line(row.x, row.y, &Line::from(mark), row.width);
}
