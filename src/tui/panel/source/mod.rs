//! The program: who is at which line, what it wants there, and what its variables are. It is nearly without colour: a colour
//! in it is always a thread's.

pub mod labels;
pub mod page;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span as Text},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{table::View, title};
use crate::{
    app::{Action, Stage},
    compiler::highlight::TokenClass,
    ids::ThreadId,
    source::Span,
    telling::{line_words, names::number},
    tui::{
        hit::Hits,
        painter::{Painter, fit, width},
        theme::mix,
    },
};
use labels::{FEW, Notes};
use page::Book;

/// Where a thread is in the program.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    thread: ThreadId,
    line: u32,
    span: Span,
    /// It is about to run what is there; otherwise it was there last, and ends.
    goes_on: bool,
}

/// Whether there is anything to draw.
#[must_use]
pub fn wanted(_stage: &Stage) -> bool {
    true
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    let source = &stage.scenario().source;
    let places = places(painter, stage);
    let rows = usize::from(area.height.saturating_sub(1));
    let book = Book { lines: stage.lines(), source, definitions: stage.outline().definitions(), rows };
    let page = book.page(focus(painter, stage), stage.scrolled());
    let name = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let room = usize::from(area.width).saturating_sub(name.width() + 7);
    let area = title(painter, name, summary(painter, stage, (&places, &page.lines), room), area, buf);
    let notes = labels::notes(painter, stage, &places);
    for (y, &line) in (area.y..area.bottom()).zip(&page.lines) {
        let row = Rect { y, height: 1, ..area };
        draw_line(painter, stage, (line, &places), &notes, row, buf);
        hits.action(row, Action::RunToLine(line));
    }
    hits.scroll(area, (page.above, page.below));
}

/// Where the living threads are.
fn places(painter: &Painter<'_>, stage: &Stage) -> Vec<Place> {
    let source = &stage.scenario().source;
    let threads = painter.scene.threads.iter().enumerate();
    let shown = threads.filter(|(_, view)| view.state.is_alive() && view.last.end > 0);
    shown
        .map(|(at, view)| Place {
            thread: ThreadId::at(at),
            line: source.line_of(view.last.start),
            span: view.last,
            goes_on: view.span.end > 0,
        })
        .collect()
}

/// The line to be seen: where the selected thread is, or was last; where it never was, the one that ran last.
fn focus(painter: &Painter<'_>, stage: &Stage) -> Option<u32> {
    let threads = [Some(stage.selected()), painter.scene.running, Some(ThreadId::MAIN)];
    let mut spans =
        threads.into_iter().flatten().filter_map(|thread| painter.scene.thread(thread)).map(|view| view.last);
    spans.find(|span| span.end > 0).map(|span| stage.scenario().source.line_of(span.start))
}

/// Who is above and below what is shown, and the line of the selected thread.
fn summary<'a>(
    painter: &Painter<'a>,
    stage: &Stage,
    (places, shown): (&[Place], &[u32]),
    room: usize,
) -> Vec<Text<'a>> {
    let (Some(&first), Some(&last)) = (shown.first(), shown.last()) else { return Vec::new() };
    let mut spans = Vec::new();
    let above = places.iter().filter(|place| place.line < first);
    let below = places.iter().filter(|place| place.line > last);
    for (sign, threads) in [("▲", above.collect::<Vec<_>>()), ("▼", below.collect())] {
        if threads.is_empty() {
            continue;
        }
        spans.extend((!spans.is_empty()).then(|| Text::raw(" ")));
        spans.push(Text::styled(format!("{sign} "), Style::new().fg(painter.theme.text)));
        match threads.len() {
            ..=FEW => spans.extend(threads.iter().map(|place| painter.chip(place.thread))),
            count => spans.push(Text::styled(count.to_string(), Style::new().fg(painter.theme.text))),
        }
    }
    // In a narrow pane those who are out of sight come first: where the selected thread is, its mark says.
    let Some(place) = places.iter().find(|place| place.thread == stage.selected()) else { return spans };
    let line = painter
        .locale
        .format("line-number", &[("line", line_words(&stage.scenario().source, place.line, painter.locale).into())]);
    let own = [painter.chip(place.thread), painter.faint(format!(" {line}"))];
    if width(&spans) + 2 + width(&own) <= room {
        spans.extend((!spans.is_empty()).then(|| Text::raw("  ")));
        spans.extend(own);
    }
    spans
}

fn draw_line(
    painter: &Painter<'_>,
    stage: &Stage,
    (line, places): (u32, &[Place]),
    notes: &Notes<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let here: Vec<&Place> = places.iter().filter(|place| place.line == line).collect();
    if here.iter().any(|place| place.thread == stage.selected()) {
        buf.set_style(area, Style::new().bg(painter.theme.raised));
    }
    let going: Vec<ThreadId> = here.iter().filter(|place| place.goes_on).map(|place| place.thread).collect();
    let mut spans = marks(painter, &going);
    let digits = stage.lines().last().map_or(0, |last| last.to_string().len()).max(2) + 1;
    let told = if stage.is_narrated(line) { "#" } else { " " };
    // Where several programs stand below each other, each has lines of its own; their names stand there without a number.
    let own = match stage.scenario().source.own_line(line) {
        (Some(_), 0) => String::new(),
        (_, own) => own.to_string(),
    };
    spans.push(painter.faint(format!("{own:>digits$}{told} ")));
    let gutter = width(&spans) as u16;
    buf.set_line(area.x, area.y, &Line::from(spans), area.width);
    // A cell is left free at the right.
    let room = usize::from(area.width.saturating_sub(gutter + 1));
    let text = stage.scenario().source.line(line);
    let code = text.chars().map(cells).sum::<usize>();
    let label = match (notes.get(&line), stage.change(line)) {
        (_, Some(value)) => fit(labels::change(painter, value), room / 2),
        (Some(notes), None) => labels::label(painter, notes, stage.selected(), (code, room)),
        (None, None) => Vec::new(),
    };
    let wide = width(&label);
    let gap = if wide > 0 { 2 } else { 0 };
    let x = area.x + gutter;
    let left = Rect { x, width: room.saturating_sub(wide + gap) as u16, ..area };
    draw_code(painter, stage, (line, &here), left, buf);
    buf.set_line(x + (room - wide.min(room)) as u16, area.y, &Line::from(label), wide as u16);
}

/// Who is about to run a line: `2▶`, `23▶`, and of more than two `▶▶▶`.
fn marks<'a>(painter: &Painter<'a>, threads: &[ThreadId]) -> Vec<Text<'a>> {
    let mark = |thread: ThreadId, text: String| {
        Text::styled(text, Style::new().fg(painter.theme.thread(thread)).add_modifier(Modifier::BOLD))
    };
    let numbers: Vec<String> = threads.iter().map(|&thread| number(thread).to_string()).collect();
    let fits = threads.len() < FEW && numbers.iter().map(String::len).sum::<usize>() < FEW;
    if threads.is_empty() {
        return vec![Text::raw("   ")];
    }
    if !fits {
        // One of a number with three digits has no room for it.
        let threads = threads.iter().cycle().take(FEW);
        return threads.map(|&thread| mark(thread, "▶".to_owned())).collect();
    }
    let pad = FEW - 1 - numbers.iter().map(String::len).sum::<usize>();
    let last = threads[threads.len() - 1];
    let mut spans = vec![Text::raw(" ".repeat(pad))];
    spans.extend(threads.iter().zip(numbers).map(|(&thread, number)| mark(thread, number)));
    spans.push(mark(last, "▶".to_owned()));
    spans
}

/// How many cells a character takes.
fn cells(character: char) -> usize {
    if character == '\t' { 4 } else { character.width().unwrap_or(0) }
}

/// Draws the text of a line, and what the threads there are about to run. Where there is no room for all of it, it ends in `…`.
fn draw_code(painter: &Painter<'_>, stage: &Stage, (line, here): (u32, &[&Place]), area: Rect, buf: &mut Buffer) {
    let source = &stage.scenario().source;
    let span = source.line_span(line);
    let text = source.line(line);
    let whole = text.chars().map(cells).sum::<usize>() <= usize::from(area.width);
    let right = area.right() - u16::from(!whole && area.width > 0);
    let mut x = area.x;
    for (at, character) in text.char_indices() {
        let wide = cells(character) as u16;
        if x + wide > right {
            break;
        }
        let offset = span.start + at as u32;
        let mut style = painter.theme.token(class_at(stage.tokens(), offset));
        let about = here.iter().filter(|place| place.goes_on && place.span.holds(offset));
        if let Some(place) = about.max_by_key(|place| place.thread == stage.selected()) {
            let colour = painter.theme.thread(place.thread);
            style = style.fg(painter.theme.text).bg(mix(painter.theme.background, colour, 0.28));
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        let symbol = if character == '\t' { "    ".to_owned() } else { character.to_string() };
        buf.set_string(x, area.y, symbol, style);
        x += wide;
    }
    if !whole && area.width > 0 {
        buf.set_string(x, area.y, "…", painter.theme.faint());
    }
}

fn class_at(tokens: &[(Span, TokenClass)], offset: u32) -> TokenClass {
    let at = tokens.partition_point(|(span, _)| span.end <= offset);
    tokens.get(at).filter(|(span, _)| span.start <= offset).map_or(TokenClass::Operator, |&(_, class)| class)
}

#[cfg(test)]
mod tests;
