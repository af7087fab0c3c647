//! What each thread has come to, in thread order: its turns, how long it was blocked, what it has done, and who overtook it. The
//! longest bar of a column fills it.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{lines, table::View, title};
use crate::{
    app::Stage,
    event::Nanos,
    ids::{ResourceId, ThreadId},
    scenario::Pane,
    scene::Tally,
    telling::names::duration,
    tui::{
        hit::Hits,
        painter::{Painter, fit, width},
    },
};

/// Cells of the longest bars of turns and of time.
const BARS: (usize, usize) = (24, 12);

/// Whether the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::Stats)
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    // The main thread starts the others, and is counted only where they are not several.
    let first = usize::from(view.stage.threads_expected() > 2);
    let rows: Vec<Row> = (first..painter.scene.threads.len()).map(|at| Row::of(painter, ThreadId::at(at))).collect();
    let summary = if area.height == 1 { short(painter, &rows) } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let all = if rows.is_empty() {
        vec![Line::from(painter.faint(painter.word("stats-nothing")))]
    } else if inner.width >= 50 {
        wide(painter, &rows, inner)
    } else {
        narrow(painter, &rows, inner)
    };
    lines(painter, all, inner, buf);
}

/// What is said of a thread.
struct Row {
    thread: ThreadId,
    tally: Tally,
    blocked: Nanos,
}

impl Row {
    fn of(painter: &Painter<'_>, thread: ThreadId) -> Self {
        Self { thread, tally: painter.scene.tally(thread), blocked: painter.scene.time_blocked(thread) }
    }

    fn times_overtaken(&self, painter: &Painter<'_>) -> Option<String> {
        let count = self.tally.times_overtaken();
        (count > 0).then(|| painter.locale.format("stats-overtaken", &[("count", count.into())]))
    }
}

/// The turns alone.
fn short<'a>(painter: &Painter<'a>, rows: &[Row]) -> Vec<Span<'a>> {
    let mut spans = vec![painter.faint(painter.word("stats-turns"))];
    for row in rows {
        spans.extend([Span::raw(" "), painter.chip(row.thread), Span::raw(format!(" {}", row.tally.turns))]);
    }
    spans
}

/// A column of numbers: its heading and what stands in each row, at the right.
fn column(heading: String, texts: impl Iterator<Item = String>) -> Vec<String> {
    let all: Vec<String> = std::iter::once(heading).chain(texts).collect();
    let wide = all.iter().map(|text| text.width()).max().unwrap_or(0);
    all.into_iter().map(|text| format!("{}{text}", " ".repeat(wide - text.width()))).collect()
}

/// The three columns.
fn columns(painter: &Painter<'_>, rows: &[Row], waits: bool) -> [Vec<String>; 3] {
    let time = |row: &Row| {
        let times = painter.locale.format("stats-times", &[("count", row.tally.waits.into())]);
        if waits { format!("{times}  {}", duration(row.blocked)) } else { duration(row.blocked) }
    };
    [
        column(painter.word("stats-turns"), rows.iter().map(|row| row.tally.turns.to_string())),
        column(painter.word("stats-blocked"), rows.iter().map(time)),
        column(painter.word("stats-done"), rows.iter().map(|row| row.tally.done.to_string())),
    ]
}

/// So many cells of a bar: at least one for whatever is not nothing.
fn cells(value: u64, most: u64, room: usize) -> usize {
    let full = (u128::from(value) * room as u128 / u128::from(most.max(1))) as usize;
    full.max(usize::from(value > 0 && room > 0))
}

fn bar<'a>(painter: &Painter<'a>, thread: ThreadId, full: usize) -> Span<'a> {
    Span::styled("█".repeat(full), Style::new().fg(painter.theme.thread(thread)))
}

/// A chip in its column.
fn padded(chip: Span<'_>, cells: usize) -> [Span<'_>; 2] {
    let pad = cells.saturating_sub(chip.width());
    [chip, Span::raw(" ".repeat(pad))]
}

fn most_turns(rows: &[Row]) -> u64 {
    rows.iter().map(|row| u64::from(row.tally.turns)).max().unwrap_or(0)
}

/// Two rows a thread: numbers, and the bar of its turns; one row a thread where there are too many.
fn narrow<'a>(painter: &Painter<'a>, rows: &[Row], inner: Rect) -> Vec<Line<'a>> {
    let [turns, blocked, done] = columns(painter, rows, false);
    let numbers = |at: usize| format!("{}  {}  {}", turns[at], blocked[at], done[at]);
    let room = usize::from(inner.width);
    let apart = rows.len() * 2 < usize::from(inner.height);
    let left = room.saturating_sub(numbers(0).width());
    let chip = |row: &Row| {
        let tag = painter.tag(row.thread);
        if apart && tag.width() < left { tag } else { painter.chip(row.thread) }
    };
    let wide = rows.iter().map(|row| chip(row).width()).max().unwrap_or(0);
    let most = most_turns(rows);
    let mut all = vec![Line::from(painter.faint(format!("{}{}", " ".repeat(left), numbers(0))))];
    for (at, row) in (1..).zip(rows) {
        let mut spans = padded(chip(row), wide).to_vec();
        let between = if apart { 0 } else { left.saturating_sub(wide + 3) };
        let full = cells(row.tally.turns.into(), most, between);
        if !apart {
            spans.extend([Span::raw(" "), bar(painter, row.thread, full)]);
        }
        let pad = left.saturating_sub(width(&spans));
        spans.push(Span::raw(format!("{}{}", " ".repeat(pad), numbers(at))));
        all.push(Line::from(spans));
        if apart {
            let said = row.times_overtaken(painter).map(|text| format!("   ✗ {text}")).unwrap_or_default();
            let full = cells(row.tally.turns.into(), most, room.saturating_sub(said.width() + 1).min(20));
            all.push(Line::from(fit(vec![Span::raw(" "), bar(painter, row.thread, full), Span::raw(said)], room)));
        }
    }
    let mut below = Vec::new();
    if !apart {
        below.extend(rows.iter().filter_map(|row| overtaken(painter, row, wide, room)));
    }
    below.push(Line::from(painter.faint(painter.word("stats-bars"))));
    below.truncate(usize::from(inner.height).saturating_sub(all.len()));
    all.extend(below);
    all
}

/// A row a thread, with bars of turns and of time; and below, who was overtaken, and how many were inside.
fn wide<'a>(painter: &Painter<'a>, rows: &[Row], inner: Rect) -> Vec<Line<'a>> {
    let room = usize::from(inner.width);
    let [turns, blocked, done] = columns(painter, rows, true);
    let chips = rows.iter().map(|row| painter.tag(row.thread).width()).max().unwrap_or(0).min(room / 4);
    let numbers = turns[0].width() + blocked[0].width() + done[0].width();
    let bars = room.saturating_sub(chips + numbers + 11);
    let (long, brief) = (BARS.0.min(bars * 2 / 3), BARS.1.min(bars / 3));
    let (most, longest) = (most_turns(rows), rows.iter().map(|row| row.blocked).max().unwrap_or(0));
    let blanks = |count: usize| Span::raw(" ".repeat(count));
    let mut all = vec![Line::from(painter.faint(format!(
        "{}{}{}{}{}{}",
        " ".repeat(chips + 2),
        turns[0],
        " ".repeat(long + 5),
        blocked[0],
        " ".repeat(brief + 4),
        done[0]
    )))];
    for (at, row) in (1..).zip(rows) {
        let (turned, waited) = (cells(row.tally.turns.into(), most, long), cells(row.blocked, longest, brief));
        let mut spans = fit(vec![painter.tag(row.thread)], chips);
        spans.push(blanks((chips + 2).saturating_sub(width(&spans))));
        spans.extend([Span::raw(format!("{}  ", turns[at])), bar(painter, row.thread, turned)]);
        spans.extend([blanks(long - turned + 3), Span::raw(format!("{}  ", blocked[at]))]);
        spans.extend([bar(painter, row.thread, waited), blanks(brief - waited + 2), Span::raw(done[at].clone())]);
        all.push(Line::from(spans));
    }
    let mut groups: Vec<Vec<Line<'_>>> = vec![
        rows.iter().filter_map(|row| overtaken(painter, row, chips, room)).collect(),
        inside(painter, room),
        vec![Line::from(painter.faint(painter.word("stats-words")))],
    ];
    groups.retain(|group| !group.is_empty());
    let height = usize::from(inner.height);
    for group in groups {
        let airy = usize::from(all.len() + group.len() < height);
        if all.len() + group.len() > height {
            continue;
        }
        all.extend(std::iter::repeat_n(Line::default(), airy));
        all.extend(group);
    }
    all
}

/// How often, and by whom.
fn overtaken<'a>(painter: &Painter<'a>, row: &Row, chips: usize, room: usize) -> Option<Line<'a>> {
    row.times_overtaken(painter)?;
    let by = row.tally.overtaken.iter().map(|&(thread, _)| painter.chip(thread).content.into_owned());
    let by = by.collect::<Vec<_>>().join(" ");
    let said = painter
        .locale
        .format("stats-by-whom", &[("count", row.tally.times_overtaken().into()), ("threads", by.into())]);
    let mut spans = vec![Span::raw("✗ "), painter.faint(painter.word("stats-by")), Span::raw("  ")];
    spans.extend(padded(painter.tag(row.thread), chips));
    spans.push(Span::raw(format!("  {said}")));
    Some(Line::from(fit(spans, room)))
}

/// What several threads held at the same time.
fn inside<'a>(painter: &Painter<'a>, room: usize) -> Vec<Line<'a>> {
    let ids = (0..painter.scene.resources.len()).map(ResourceId::at);
    let several = ids.filter(|&id| painter.scene.most_holders(id) > 1);
    let line = |id| {
        let most = painter.scene.most_holders(id);
        let said = painter.locale.format("stats-most", &[("count", most.into())]);
        let word = painter.faint(painter.word("stats-inside"));
        Line::from(fit(vec![word, Span::raw("  "), painter.resource(id), Span::raw(format!("  {said}"))], room))
    };
    several.map(line).collect()
}

#[cfg(test)]
#[path = "stats_tests.rs"]
mod tests;
