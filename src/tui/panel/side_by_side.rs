//! A program with a mistake beside the one without it: the lines that differ, with as many around them as there is room for,
//! and below each how its random runs ended.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{more, table::View, title};
use crate::{
    app::{Row, Side, SideBySide, Stage},
    host::Group,
    scenario::Pane,
    telling::kind_word,
    tui::{
        hit::Hits,
        painter::{Painter, fit, middle_cut, width},
    },
};

/// So many lines around those that differ are enough.
const MOST_AROUND: usize = 12;

/// A column that is no narrower has its bars beside the counts, not below.
const WIDE: usize = 32;

/// Whether there is anything to draw: the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::SideBySide)
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let Some(pair) = view.stage.side_by_side() else {
        let area = title(painter, &view.title, Vec::new(), area, buf);
        let line = Line::from(fit(vec![painter.faint(painter.word("side-no-twin"))], usize::from(area.width) - 1));
        if area.height > 0 {
            buf.set_line(area.x + 1, area.y, &line, area.width - 1);
        }
        return;
    };
    let differ = pair.rows().iter().filter(|row| row.differs).count();
    let said = painter.locale.format("side-differ", &[("count", differ.into())]);
    let summary = if differ == 0 { painter.word("side-same") } else { format!("◆ {said}") };
    let area = title(painter, &view.title, vec![painter.faint(summary)], area, buf);
    if area.height > 0 {
        Beside { painter, pair, column: usize::from(area.width.saturating_sub(2)) / 2 }.draw(area, buf);
    }
}

/// What is drawn.
struct Beside<'a> {
    painter: &'a Painter<'a>,
    pair: &'a SideBySide,
    /// The width of each column.
    column: usize,
}

impl<'a> Beside<'a> {
    fn draw(&self, area: Rect, buf: &mut Buffer) {
        let height = usize::from(area.height);
        let differ = self.pair.rows().iter().filter(|row| row.differs).count();
        let kinds = self.pair.sides().iter().map(|side| side.ends().len()).max().unwrap_or(0).max(1);
        // The names of the files stand above, and how many runs there were below.
        let free = height.saturating_sub(2 + kinds);
        let bars_below = self.column < WIDE && free.saturating_sub(kinds) >= differ;
        let counts = kinds * if bars_below { 2 } else { 1 };
        let room = height.saturating_sub(2 + counts).max(1);
        let mut y = area.y;
        let mut put = |cells: [Vec<Span<'a>>; 2], buf: &mut Buffer| {
            if y < area.bottom() {
                let line = self.beside(cells);
                buf.set_line(area.x + 1, y, &line, area.width.saturating_sub(1));
            }
            y += 1;
        };
        put(self.pair.sides().each_ref().map(|side| self.name(side)), buf);
        let shown = self.shown(room);
        let left_out = shown.len().saturating_sub(room);
        let kept = if left_out > 0 { room - 1 } else { shown.len() };
        let around = self.indent(&shown[..kept]);
        for row in &shown[..kept] {
            put([self.line(0, *row, around), self.line(1, *row, around)], buf);
        }
        if left_out > 0 {
            put([Vec::new(), Vec::new()], buf);
        }
        put(self.pair.sides().each_ref().map(|side| self.runs(side)), buf);
        let ends = self.pair.sides().each_ref().map(|side| self.ends(side, bars_below));
        for at in 0..ends[0].len().max(ends[1].len()) {
            put(ends.each_ref().map(|rows| rows.get(at).cloned().unwrap_or_default()), buf);
        }
        if left_out > 0 {
            let row = Rect { x: area.x + 1, y: area.y + 1 + kept as u16, width: area.width - 1, height: 1 };
            more(self.painter, left_out + 1, row.intersection(area), buf);
        }
    }

    /// Two cells of a row, with the rule between.
    fn beside(&self, [left, right]: [Vec<Span<'a>>; 2]) -> Line<'a> {
        let mut spans = fit(left, self.column.saturating_sub(1));
        let pad = self.column.saturating_sub(width(&spans));
        spans.push(Span::raw(" ".repeat(pad)));
        spans.push(Span::styled("│", Style::new().fg(self.painter.theme.rule)));
        spans.extend(fit(right, self.column));
        Line::from(spans)
    }

    fn name(&self, side: &Side) -> Vec<Span<'a>> {
        let file = side.name().rsplit('/').next().unwrap_or_default();
        vec![Span::styled(middle_cut(file, self.column.saturating_sub(1)), self.painter.theme.title())]
    }

    /// The rows that differ, and as many around them as there is room for; none for a gap.
    fn shown(&self, room: usize) -> Vec<Option<Row>> {
        let fitting = (0..=MOST_AROUND).rev().map(|around| self.around(around)).find(|rows| rows.len() <= room);
        fitting.unwrap_or_else(|| self.around(0).into_iter().flatten().map(Some).collect())
    }

    fn around(&self, around: usize) -> Vec<Option<Row>> {
        let rows = self.pair.rows();
        let near = |at: usize| {
            let (from, to) = (at.saturating_sub(around), (at + around + 1).min(rows.len()));
            rows[from..to].iter().any(|row| row.differs)
        };
        let mut shown = Vec::new();
        let mut last = None;
        for at in (0..rows.len()).filter(|&at| near(at)) {
            if last.is_some_and(|last| last + 1 < at) {
                shown.push(None);
            }
            last = Some(at);
            shown.push(Some(rows[at]));
        }
        shown
    }

    fn text(&self, side: usize, row: Row) -> Option<(u32, &'a str)> {
        let at = if side == 0 { row.left } else { row.right };
        at.and_then(|at| self.pair.sides()[side].line(at))
    }

    /// How far all lines that are shown are indented.
    fn indent(&self, shown: &[Option<Row>]) -> usize {
        let texts = shown.iter().flatten().flat_map(|row| [self.text(0, *row), self.text(1, *row)]).flatten();
        texts.map(|(_, text)| text.len() - text.trim_start_matches(' ').len()).min().unwrap_or(0)
    }

    fn line(&self, side: usize, row: Option<Row>, indent: usize) -> Vec<Span<'a>> {
        let (painter, theme) = (self.painter, self.painter.theme);
        let Some(row) = row else { return vec![painter.faint("  ⋯")] };
        let Some((number, text)) = self.text(side, row) else { return Vec::new() };
        let text = text.get(indent..).unwrap_or_default().to_owned();
        if row.differs {
            let raised = Style::new().fg(theme.text).bg(theme.raised);
            vec![
                Span::styled("◆", Style::new().fg(theme.accent)),
                painter.faint(format!("{number:>3} ")),
                Span::styled(text, raised),
            ]
        } else {
            vec![painter.faint(format!(" {number:>3} {text}"))]
        }
    }

    /// How many runs there were: it is said that they are no more than runs.
    fn runs(&self, side: &Side) -> Vec<Span<'a>> {
        let painter = self.painter;
        let with = [("done", side.made().into()), ("runs", Side::wanted().into())];
        let said = match side.made() {
            0 => painter.word("side-no-runs"),
            made if made < Side::wanted() => painter.locale.format("side-under-way", &with),
            _ => painter.locale.format("side-runs", &with),
        };
        vec![painter.faint(said)]
    }

    fn ends(&self, side: &Side, bars_below: bool) -> Vec<Vec<Span<'a>>> {
        let counts = side.ends().iter().map(|group| group.count.to_string().len()).max().unwrap_or(0);
        let words: Vec<String> = side.ends().iter().map(|group| kind_word(self.painter.locale, group.kind)).collect();
        let widest = words.iter().map(|word| word.width()).max().unwrap_or(0);
        let mut rows = Vec::new();
        for (group, word) in side.ends().iter().zip(words) {
            let theme = self.painter.theme;
            let (sign, colour) = if group.kind.is_good() { ("✓", theme.good) } else { ("✗", theme.bad) };
            let pad = widest - word.width();
            let mut row = vec![
                Span::styled(format!("{sign} {:>counts$} ", group.count), Style::new().fg(colour)),
                Span::styled(word, Style::new().fg(theme.text)),
            ];
            let taken = 2 + counts + 1 + widest + 2;
            if self.column >= WIDE {
                row.push(Span::raw(" ".repeat(pad + 2)));
                row.push(Span::styled(bar(group, side.made(), self.column.saturating_sub(taken + 1)), colour));
            }
            rows.push(row);
            if bars_below {
                let cells = self.column.saturating_sub(3);
                rows.push(vec![Span::raw("  "), Span::styled(bar(group, side.made(), cells), colour)]);
            }
        }
        rows
    }
}

/// A bar for a part of all runs; whatever happened is seen.
fn bar(group: &Group, all: u64, room: usize) -> String {
    let cells = (group.count as f64 / all.max(1) as f64 * room as f64).round() as usize;
    "█".repeat(cells.clamp(1, room.max(1)))
}

#[cfg(test)]
#[path = "side_by_side_tests.rs"]
mod tests;
