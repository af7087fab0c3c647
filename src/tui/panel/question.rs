//! The answers that a question offers: a list over the lower rows of the picture, which stays to be looked at above.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use crate::{
    app::{Action, Question, thread_of},
    tui::{hit::Hits, painter::Painter, wrap::wrap},
};

/// Draws the answers at the bottom of an area.
pub fn draw(painter: &Painter<'_>, question: &Question, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    if question.choices.is_empty() || area.width < 12 || area.height < 3 {
        return;
    }
    let rows = answers(painter, question, usize::from(area.width) - 2);
    let height = (rows.iter().map(Vec::len).sum::<usize>() as u16 + 1).min(area.height - 1);
    let place = Rect { y: area.bottom() - height, height, ..area };
    blank(painter, place, buf);
    let rule = "─".repeat(usize::from(place.width.saturating_sub(2)));
    buf.set_string(place.x + 1, place.y, rule, Style::new().fg(painter.theme.accent));
    let mut y = place.y + 1;
    for (lines, choice) in rows.iter().zip(&question.choices) {
        let top = y;
        for line in lines {
            if y < place.bottom() {
                buf.set_line(place.x + 1, y, line, place.width - 2);
                y += 1;
            }
        }
        if question.is_marked && y > top {
            let row = Rect { y: top, height: y - top, ..place };
            hits.action(row, Action::Run(thread_of(choice)));
        }
    }
}

fn blank(painter: &Painter<'_>, place: Rect, buf: &mut Buffer) {
    for y in place.top()..place.bottom() {
        buf.set_string(place.x, y, " ".repeat(usize::from(place.width)), painter.theme.plain());
    }
    buf.set_style(place, painter.theme.plain());
}

/// The lines of each answer: its key, and its words; a thread is a chip.
fn answers<'a>(painter: &Painter<'a>, question: &Question, cells: usize) -> Vec<Vec<Line<'a>>> {
    let key = Style::new().fg(painter.theme.accent).add_modifier(Modifier::BOLD);
    let text = Style::new().fg(painter.theme.text);
    let answer = |choice: &crate::app::Choice| {
        let words = match choice.thread {
            Some(thread) => painter.tag(thread),
            None => Span::styled(choice.words.clone(), text),
        };
        let lines = wrap(&[words], cells.saturating_sub(4));
        let indented = lines.into_iter().enumerate().map(|(at, line)| {
            let front = if at == 0 { format!(" {}  ", choice.key) } else { " ".repeat(4) };
            let spans = std::iter::once(Span::styled(front, key)).chain(line.spans).collect::<Vec<_>>();
            Line::from(spans)
        });
        indented.collect()
    };
    question.choices.iter().map(answer).collect()
}
