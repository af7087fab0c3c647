//! Who is where: a row a thread with its number, name, state and what it wants; below it, where there is room, what it holds and
//! its locals. Its history stands beside it.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{table::View, title};
use crate::{
    app::{Action, Stage},
    ids::ThreadId,
    scene::{ThreadState, ThreadView},
    telling::lane,
    tui::{
        hit::Hits,
        lanes::{Lane, lanes},
        painter::{Painter, fit, shortened, width},
    },
};

/// The column of the names, in cells from the left.
const NAMES: u16 = 6;

/// Whether there is anything to draw.
#[must_use]
pub fn wanted(_stage: &Stage) -> bool {
    true
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    let area = title(painter, &view.title, summary(painter, area), area, buf);
    let lanes = lanes(stage, area.height);
    let names = name_width(painter, area.width);
    for lane in &lanes.shown {
        let Some(thread) = painter.scene.thread(lane.thread) else { continue };
        let row = Rect { y: area.y + lane.row, height: lane.rows, ..area };
        draw_thread(painter, stage, (*lane, thread), names, row, buf);
        hits.action(row, Action::Run(lane.thread));
    }
    if !lanes.folded.is_empty() && area.height > 0 {
        let row = Rect { y: area.bottom() - 1, height: 1, ..area };
        let line = Line::from(fit(folded(painter, &lanes.folded), usize::from(row.width)));
        buf.set_line(row.x + 1, row.y, &line, row.width.saturating_sub(1));
    }
}

/// How many threads are in which state, for a pane that is folded.
fn summary<'a>(painter: &Painter<'a>, area: Rect) -> Vec<Span<'a>> {
    if area.height > 1 {
        return Vec::new();
    }
    let all: Vec<ThreadId> = (0..painter.scene.threads.len()).map(ThreadId::at).collect();
    counts(painter, &all)
}

/// How many of these threads are in which state.
fn counts<'a>(painter: &Painter<'a>, threads: &[ThreadId]) -> Vec<Span<'a>> {
    let states = [
        ThreadState::Running,
        ThreadState::Ready,
        ThreadState::Blocked,
        ThreadState::Sleeping,
        ThreadState::Failed,
        ThreadState::Finished,
    ];
    let mut spans = Vec::new();
    for state in states {
        let is_so = |&&thread: &&ThreadId| painter.scene.thread(thread).is_some_and(|view| view.state == state);
        let count = threads.iter().filter(is_so).count();
        if count > 0 {
            let (sign, _) = painter.state(state);
            spans.push(Span::styled(format!("{count} {}  ", sign.content), painter.state_style(state)));
        }
    }
    spans
}

fn folded<'a>(painter: &Painter<'a>, threads: &[ThreadId]) -> Vec<Span<'a>> {
    let more = painter.locale.format("lanes-more", &[("count", threads.len().to_string().into())]);
    let mut spans = vec![painter.faint(format!("{:<pad$}{more:<10} ", "…", pad = usize::from(NAMES) - 1))];
    spans.extend(counts(painter, threads));
    spans
}

/// How wide the names are: those of the run so far, within bounds.
fn name_width(painter: &Painter<'_>, room: u16) -> usize {
    let all = (0..painter.scene.threads.len()).map(|at| painter.names.thread(ThreadId::at(at)).width());
    let (least, most) = if room >= 60 { (12, 20) } else { (10, 12) };
    all.max().unwrap_or(0).clamp(least, most)
}

fn draw_thread(
    painter: &Painter<'_>,
    stage: &Stage,
    (lane, view): (Lane, &ThreadView),
    names: usize,
    area: Rect,
    buf: &mut Buffer,
) {
    let thread = lane.thread;
    let moved = painter.scene.running == Some(thread);
    if thread == stage.selected() {
        buf.set_style(Rect { height: 1, ..area }, Style::new().bg(painter.theme.raised));
    }
    let name = painter.names.thread(thread);
    let mut style = Style::new().fg(painter.theme.thread(thread));
    let (sign, _) = painter.state(view.state);
    let mut words = said(painter, view, area.width < 52);
    let over = !view.state.is_alive() && view.state != ThreadState::Failed;
    if moved || painter.scene.is_deadlocked(thread) {
        style = style.add_modifier(Modifier::BOLD);
        words.iter_mut().for_each(|span| span.style = span.style.add_modifier(Modifier::BOLD));
    }
    if over {
        words.iter_mut().for_each(|span| span.style = painter.theme.faint());
    }
    buf.set_line(area.x + 1, area.y, &Line::from(painter.chip(thread)), NAMES);
    let short = shortened(&name, names);
    let pad = " ".repeat(names.saturating_sub(short.width()) + 1);
    let mut spans = vec![Span::styled(short.into_owned(), style), Span::raw(pad), sign, Span::raw(" ")];
    if stage.hinted() == Some(thread) {
        spans.push(Span::styled("◆ ", painter.theme.title()));
    }
    spans.extend(words);
    if view.daemon && area.width >= 52 {
        spans.push(painter.faint(format!("  {}", painter.word("daemon"))));
    }
    if let Some(id) = stage.kernel_id(thread) {
        let text = painter.locale.format("kernel-id", &[("id", id.to_string().into())]);
        spans.push(painter.faint(format!("  {text}")));
    }
    let room = area.width.saturating_sub(NAMES);
    buf.set_line(area.x + NAMES, area.y, &Line::from(fit(spans, usize::from(room))), room);
    let x = area.x + NAMES + names as u16 + 1;
    let below = usize::from(area.right().saturating_sub(x));
    let rows = rows_below(painter, view, (lane.rows.saturating_sub(1), below));
    for (row, spans) in rows.into_iter().enumerate() {
        buf.set_line(x, area.y + 1 + row as u16, &Line::from(fit(spans, below)), below as u16);
    }
}

/// What a thread holds and its locals, in so many rows of so many cells.
fn rows_below<'a>(painter: &Painter<'a>, view: &ThreadView, (rows, cells): (u16, usize)) -> Vec<Vec<Span<'a>>> {
    let (held, own) = (holds(painter, view), locals(painter, view));
    if rows == 0 {
        return Vec::new();
    }
    let together = rows == 1 || held.is_empty() || own.is_empty() || width(&held) + width(&own) + 2 <= cells;
    if !together {
        return vec![held, own];
    }
    let mut spans = held;
    if !spans.is_empty() && !own.is_empty() {
        spans.push(Span::raw("  "));
    }
    spans.extend(own);
    vec![spans]
}

/// The words of a row. What a thread is blocked for is named in short where there is little room.
fn said<'a>(painter: &Painter<'a>, view: &ThreadView, brief: bool) -> Vec<Span<'a>> {
    let message = lane(painter.scene, view, brief);
    painter.message_with(&message, brief).spans
}

fn holds<'a>(painter: &Painter<'a>, view: &ThreadView) -> Vec<Span<'a>> {
    if view.holds.is_empty() || !view.state.is_alive() {
        return Vec::new();
    }
    let mut spans = vec![painter.faint(format!("{} ", painter.word("holds")))];
    for (at, &resource) in view.holds.iter().enumerate() {
        if at > 0 {
            spans.push(painter.faint(", "));
        }
        spans.push(Span::raw(painter.names.resource(resource).into_owned()));
    }
    spans
}

fn locals<'a>(painter: &Painter<'a>, view: &ThreadView) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    // A name that says that it does not matter is not shown.
    let matter = |name: crate::ids::TextId| painter.names.text(name) != "_";
    for &(name, value) in view.locals.iter().filter(|(name, _)| view.state.is_alive() && matter(*name)) {
        let gap = if spans.is_empty() { "" } else { "  " };
        spans.push(painter.faint(format!("{gap}{} ", painter.names.text(name))));
        spans.push(Span::raw(painter.names.value(value).into_owned()));
    }
    spans
}
