//! The program: highlighted, with the mark of each thread at the line and expression that it is about to run.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span as Text},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{table::View, title};
use crate::{
    app::Stage,
    compiler::highlight::TokenClass,
    ids::ThreadId,
    source::{SourceText, Span},
    tui::{
        hit::Hits,
        painter::{Painter, fit},
        theme::mix,
    },
};

/// Where a thread is in the program.
struct Place {
    thread: ThreadId,
    line: u32,
    span: Span,
}

/// Whether there is anything to draw.
#[must_use]
pub fn wanted(_stage: &Stage) -> bool {
    true
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    let source = &stage.scenario().source;
    let places = places(painter, source);
    let name = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let selected = places.iter().find(|place| place.thread == stage.selected());
    let summary = selected.map(|place| {
        let line = painter.locale.format("line-number", &[("line", place.line.into())]);
        vec![painter.chip(place.thread), painter.faint(format!(" {line}"))]
    });
    let area = title(painter, name, summary.unwrap_or_default(), area, buf);
    if area.height == 0 {
        return;
    }
    let lines = stage.lines();
    let first = first_row(stage, selected.map(|place| place.line), usize::from(area.height));
    let shown = &lines[first..(first + usize::from(area.height)).min(lines.len())];
    for (y, &line) in (area.y..).zip(shown) {
        draw_line(painter, stage, (line, &places), Rect { y, height: 1, ..area }, buf);
    }
    if let (Some(&top), Some(&bottom)) = (shown.first(), shown.last()) {
        draw_outside(painter, &places, (top, bottom), area, buf);
    }
}

fn places(painter: &Painter<'_>, source: &SourceText) -> Vec<Place> {
    let threads = painter.scene.threads.iter().enumerate();
    let shown = threads.filter(|(_, view)| view.state.is_alive() && view.span.end > 0);
    shown
        .map(|(at, view)| Place { thread: ThreadId::at(at), line: source.line_of(view.span.start), span: view.span })
        .collect()
}

/// The place, among the lines that are shown, of the one at the top: so that the selected thread's line can be seen.
fn first_row(stage: &Stage, line: Option<u32>, rows: usize) -> usize {
    let place = |line: u32| stage.lines().partition_point(|&shown| shown < line);
    let code = place(stage.scenario().first_code_line());
    let at = line.map_or(code, place);
    let last = stage.lines().len().saturating_sub(rows);
    // As long as the line can be seen, the program stays where it begins: a page that does not jump is easier to read.
    if (code..code + rows.saturating_sub(1)).contains(&at) {
        return code.min(stage.lines().len().saturating_sub(1));
    }
    at.saturating_sub(rows / 2).min(last)
}

fn draw_line(painter: &Painter<'_>, stage: &Stage, (line, places): (u32, &[Place]), area: Rect, buf: &mut Buffer) {
    let theme = painter.theme;
    let source = &stage.scenario().source;
    let here: Vec<&Place> = places.iter().filter(|place| place.line == line).collect();
    let is_current = here.iter().any(|place| place.thread == stage.selected());
    let ground = if is_current { theme.raised } else { theme.background };
    if is_current {
        buf.set_style(area, Style::new().bg(ground));
    }
    let digits = source.line_count().to_string().len().max(2);
    let number = format!("{line:>digits$} ");
    let gutter = 2;
    if let Some(first) = here.first() {
        let shown = here.iter().find(|place| place.thread == stage.selected()).unwrap_or(first);
        let mark = crate::telling::names::mark(shown.thread);
        let style = Style::new().fg(theme.thread(shown.thread)).add_modifier(Modifier::BOLD);
        buf.set_string(area.x, area.y, format!("{mark}{}", if here.len() > 1 { '+' } else { '▶' }), style);
    }
    buf.set_string(area.x + gutter, area.y, &number, theme.faint());
    let start = area.x + gutter + number.width() as u16;
    let room = area.right().saturating_sub(start);
    let end = draw_code(painter, stage, (line, &here), Rect { x: start, width: room, ..area }, buf);
    draw_labels(painter, &here, Rect { x: end, width: area.right().saturating_sub(end), ..area }, buf);
}

/// Draws the text of a line, and what the threads there are about to run; returns the column behind it.
fn draw_code(
    painter: &Painter<'_>,
    stage: &Stage,
    (line, here): (u32, &[&Place]),
    area: Rect,
    buf: &mut Buffer,
) -> u16 {
    let source = &stage.scenario().source;
    let span = source.line_span(line);
    let mut x = area.x;
    for (at, character) in source.line(line).char_indices() {
        let wide = if character == '\t' { 4 } else { character.width().unwrap_or(0) as u16 };
        if x + wide > area.right() {
            buf.set_string(area.right().saturating_sub(1), area.y, "…", painter.theme.faint());
            return area.right();
        }
        let offset = span.start + at as u32;
        let mut style = painter.theme.token(class_at(stage.tokens(), offset));
        let about = here.iter().filter(|place| (place.span.start..place.span.end).contains(&offset));
        if let Some(place) = about.max_by_key(|place| place.thread == stage.selected()) {
            let colour = painter.theme.thread(place.thread);
            style = style.bg(mix(painter.theme.background, colour, 0.28)).add_modifier(Modifier::UNDERLINED);
        }
        let symbol = if character == '\t' { "    ".to_owned() } else { character.to_string() };
        buf.set_string(x, area.y, symbol, style);
        x += wide;
    }
    x
}

fn class_at(tokens: &[(Span, TokenClass)], offset: u32) -> TokenClass {
    let at = tokens.partition_point(|(span, _)| span.end <= offset);
    tokens.get(at).filter(|(span, _)| span.start <= offset).map_or(TokenClass::Operator, |&(_, class)| class)
}

/// The names of the threads that are at this line, behind its text.
fn draw_labels(painter: &Painter<'_>, here: &[&Place], area: Rect, buf: &mut Buffer) {
    let mut x = area.x + 2;
    for place in here {
        let sign = Text::styled("◀ ", painter.theme.faint());
        let room = usize::from(area.right().saturating_sub(x));
        if room < 6 {
            return;
        }
        let line = Line::from(fit(vec![sign, painter.tag(place.thread)], room));
        buf.set_line(x, area.y, &line, room as u16);
        x += line.width() as u16 + 1;
    }
}

/// Threads that are above or below what is shown.
fn draw_outside(painter: &Painter<'_>, places: &[Place], (first, last): (u32, u32), area: Rect, buf: &mut Buffer) {
    for (sign, row, outside) in [("▲", area.y, (0, first)), ("▼", area.bottom() - 1, (last + 1, u32::MAX))] {
        let threads = places.iter().filter(|place| (outside.0..outside.1).contains(&place.line));
        let mut spans = vec![painter.faint(sign)];
        spans.extend(threads.map(|place| painter.chip(place.thread)));
        if spans.len() > 1 {
            let line = Line::from(spans);
            let wide = (line.width() as u16).min(area.width);
            buf.set_line(area.right() - wide, row, &line, wide);
        }
    }
}
