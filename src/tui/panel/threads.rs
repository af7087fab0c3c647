//! The threads: mark, name and state of each, what it is about to do or waits for, what it holds; and the locals of the
//! selected one.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{more, table::View, title};
use crate::{
    app::{Action, Stage},
    event::{NO_DEADLINE, Nanos, Wait},
    ids::ThreadId,
    scene::{ThreadState, ThreadView},
    telling::{self, names::duration},
    tui::{
        hit::Hits,
        painter::{Painter, fit, width},
        theme::mix,
    },
};

/// Rows that the pane would like: a title, two rows a thread if `tall`, and one for the locals.
#[must_use]
pub fn wanted(stage: &Stage) -> [u16; 2] {
    let threads = stage.scene().threads.len() as u16;
    let locals = u16::from(stage.scene().threads.iter().any(|view| !view.locals.is_empty()));
    [1, 2].map(|each| 1 + threads * each + locals)
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    let scene = painter.scene;
    let area = title(painter, &view.title, summary(painter), area, buf);
    let tall = usize::from(area.height) >= scene.threads.len() * 2;
    let locals = tall || usize::from(area.height) > scene.threads.len();
    let name_width = scene.threads.iter().map(|view| painter.names.text(view.name).width()).max().unwrap_or(0).min(14);
    let (first, shown) = window(stage, area.height, tall);
    let mut y = area.y;
    for (at, view) in scene.threads.iter().enumerate().skip(first).take(shown) {
        let thread = ThreadId::at(at);
        let rows = row_lines(painter, stage, (thread, view), name_width, (tall, locals));
        for line in rows {
            if y >= area.bottom() {
                return;
            }
            let row = Rect { y, height: 1, ..area };
            if thread == stage.selected() {
                buf.set_style(row, Style::new().bg(painter.theme.raised));
            }
            buf.set_line(row.x, row.y, &Line::from(fit(line.spans, usize::from(row.width))), row.width);
            dim(painter, view, row, buf);
            hits.action(row, Action::Run(thread));
            y += 1;
        }
    }
    let left = scene.threads.len() - first - shown;
    if left + first > 0 && y < area.bottom() {
        more(painter, left + first, Rect { y, height: 1, ..area }, buf);
    }
}

/// The threads that are shown: all, or those around the selected one.
fn window(stage: &Stage, rows: u16, tall: bool) -> (usize, usize) {
    let count = stage.scene().threads.len();
    let fits = usize::from(rows) / if tall { 2 } else { 1 };
    if count <= fits {
        return (0, count);
    }
    let fits = fits.saturating_sub(1).clamp(1, count);
    let first = stage.selected().index().saturating_sub(fits / 2).min(count - fits);
    (first, fits)
}

/// How many threads are in which state.
fn summary<'a>(painter: &Painter<'a>) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let states = [ThreadState::Running, ThreadState::Ready, ThreadState::Blocked, ThreadState::Sleeping];
    for state in states {
        let count = painter.scene.threads.iter().filter(|view| view.state == state).count();
        if count > 0 {
            let (sign, _) = painter.state(state);
            spans.push(Span::styled(format!("{}{count} ", sign.content), sign.style));
        }
    }
    spans
}

fn row_lines<'a>(
    painter: &Painter<'a>,
    stage: &Stage,
    (thread, view): (ThreadId, &ThreadView),
    name_width: usize,
    (tall, with_locals): (bool, bool),
) -> Vec<Line<'a>> {
    let (sign, word) = painter.state(view.state);
    let name = painter.names.text(view.name);
    let pad = " ".repeat(name_width.saturating_sub(name.width()));
    let style = Style::new().fg(painter.theme.thread(thread)).add_modifier(Modifier::BOLD);
    let chip =
        if stage.can_run(thread) { painter.chip(thread) } else { Span::styled(painter.chip(thread).content, style) };
    let mut first = vec![chip, Span::raw(" "), Span::styled(name, style), Span::raw(format!("{pad} ")), sign];
    first.push(Span::raw(" "));
    let doing = doing(painter, view);
    let holds = holds(painter, view);
    let selected = thread == stage.selected();
    if tall {
        first.push(word);
        if !holds.is_empty() {
            first.push(Span::raw("  "));
            first.extend(holds);
        }
        first.extend(kernel_id(painter, stage, thread));
        if view.daemon {
            first.push(painter.faint(format!("  {}", painter.word("daemon"))));
        }
        let mut second = vec![Span::raw("     ")];
        second.extend(doing);
        if selected {
            second.extend(locals(painter, view));
        }
        return vec![Line::from(first), Line::from(second)];
    }
    if doing.is_empty() {
        first.push(word);
        first.push(Span::raw(" "));
    }
    first.extend(doing);
    if !holds.is_empty() {
        first.push(painter.faint(" · "));
        first.extend(holds);
    }
    if selected {
        first.extend(kernel_id(painter, stage, thread));
    }
    let mut rows = vec![Line::from(first)];
    let locals = locals(painter, view);
    if selected && with_locals && !locals.is_empty() {
        let mut row = vec![Span::raw("   ")];
        row.extend(locals);
        rows.push(Line::from(row));
    }
    rows
}

/// The kernel's id of the thread that runs it, in a live run.
fn kernel_id<'a>(painter: &Painter<'a>, stage: &Stage, thread: ThreadId) -> Option<Span<'a>> {
    let id = stage.kernel_id(thread)?;
    let text = painter.locale.format("kernel-id", &[("id", id.to_string().into())]);
    Some(painter.faint(format!("  {text}")))
}

/// What a thread waits for, sleeps until or is about to do.
fn doing<'a>(painter: &Painter<'a>, view: &ThreadView) -> Vec<Span<'a>> {
    match view.state {
        ThreadState::Blocked => {
            let Some((wait, deadline)) = view.waits else { return Vec::new() };
            let mut spans = waits_for(painter, wait);
            spans.push(painter.faint(how_long(painter, view, deadline)));
            spans
        }
        ThreadState::Sleeping => {
            vec![Span::styled(painter.telling().sleeps(view), Style::new().fg(painter.theme.warn))]
        }
        ThreadState::Ready | ThreadState::Running => {
            let Some(action) = view.action else { return Vec::new() };
            let mut spans = vec![painter.faint(format!("{} ", painter.word("next")))];
            spans.extend(painter.about_to(action).spans);
            spans
        }
        ThreadState::Failed => {
            let exception = view.exception.map_or("", |text| painter.names.text(text));
            vec![Span::styled(exception, Style::new().fg(painter.theme.bad))]
        }
        ThreadState::New | ThreadState::Finished | ThreadState::Abandoned => Vec::new(),
    }
}

/// How long it has been waiting, and how long it will at most.
fn how_long(painter: &Painter<'_>, view: &ThreadView, deadline: Nanos) -> String {
    let clock = painter.scene.clock;
    let waited = duration(clock.saturating_sub(view.waits_since));
    if deadline == NO_DEADLINE {
        return format!(" {waited}");
    }
    let left = duration(deadline.saturating_sub(clock));
    format!(" {}", painter.locale.format("waited-of", &[("waited", waited.into()), ("left", left.into())]))
}

/// "waits for `lock_a`, held by 2 alice", in short.
pub fn waits_for<'a>(painter: &Painter<'a>, wait: Wait) -> Vec<Span<'a>> {
    painter.message(&telling::waits_for(painter.scene, wait)).spans
}

fn holds<'a>(painter: &Painter<'a>, view: &ThreadView) -> Vec<Span<'a>> {
    if view.holds.is_empty() {
        return Vec::new();
    }
    let mut spans = vec![painter.faint(format!("{} ", painter.word("holds")))];
    for (at, &resource) in view.holds.iter().enumerate() {
        if at > 0 {
            spans.push(painter.faint(", "));
        }
        spans.push(painter.resource(resource));
    }
    spans
}

fn locals<'a>(painter: &Painter<'a>, view: &ThreadView) -> Vec<Span<'a>> {
    if view.locals.is_empty() {
        return Vec::new();
    }
    let mut spans = Vec::new();
    for &(name, value) in &view.locals {
        let gap = if width(&spans) == 0 { "  " } else { ", " };
        spans.push(painter.faint(format!("{gap}{} = ", painter.names.text(name))));
        spans.push(painter.value(value));
    }
    spans
}

/// A thread that waits or is over is dimmed; it fades as it stops.
fn dim(painter: &Painter<'_>, view: &ThreadView, row: Rect, buf: &mut Buffer) {
    if matches!(view.state, ThreadState::Running | ThreadState::Ready | ThreadState::Failed) {
        return;
    }
    let part = painter.motion.part(view.since) * if view.state == ThreadState::Blocked { 0.3 } else { 0.5 };
    for x in row.left()..row.right() {
        if let Some(cell) = buf.cell_mut((x, row.y)) {
            cell.fg = mix(cell.fg, painter.theme.background, part);
        }
    }
}
