//! The narration of the line that was reached, or the verdict when the run is over or a deadlock has closed.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
    text::{Line, Span},
};

use super::threads::waits_for;
use crate::{
    app::Stage,
    event::{End, RealEnd},
    ids::ThreadId,
    scenario::Expect,
    scene::{Sentence, ThreadState},
    tui::{
        painter::{Painter, fit},
        wrap::wrap,
    },
};

/// Draws narration or verdict.
pub fn draw(painter: &Painter<'_>, stage: &Stage, area: Rect, buf: &mut Buffer) {
    if area.height == 0 || area.width < 4 {
        return;
    }
    let theme = painter.theme;
    buf.set_style(area, Style::new().bg(theme.raised));
    let (bar, text) = match verdict(painter, stage) {
        Some((bar, line)) => (bar, line),
        None => match stage.narration(painter.locale.language()) {
            Some((thread, text)) => {
                let words = Span::styled(text.to_owned(), Style::new().fg(theme.text));
                (theme.thread(thread), Line::from(vec![painter.chip(thread), Span::raw(" "), words]))
            }
            None => (theme.rule, Line::from(painter.faint(painter.word("narration-none")))),
        },
    };
    tell(bar, &text, area, buf);
}

/// Draws what a tour says.
pub fn caption(painter: &Painter<'_>, caption: &str, area: Rect, buf: &mut Buffer) {
    if area.height == 0 || area.width < 4 {
        return;
    }
    let theme = painter.theme;
    buf.set_style(area, Style::new().bg(theme.raised));
    let style = Style::new().fg(theme.text).add_modifier(Modifier::BOLD);
    let text = Line::from(vec![Span::styled("❯ ", theme.title()), Span::styled(caption.to_owned(), style)]);
    tell(theme.accent, &text, area, buf);
}

fn tell(bar: Color, text: &Line<'_>, area: Rect, buf: &mut Buffer) {
    for y in area.top()..area.bottom() {
        buf.set_string(area.x, y, "▌", Style::new().fg(bar));
    }
    let inner = Rect { x: area.x + 2, width: area.width - 2, ..area };
    let lines = if area.height == 1 { vec![text.clone()] } else { wrap(&text.spans, usize::from(inner.width)) };
    let more = lines.len() > usize::from(area.height);
    for (row, mut line) in lines.into_iter().take(usize::from(area.height)).enumerate() {
        if more && row + 1 == usize::from(area.height) {
            line.push_span(Span::raw(" …"));
        }
        let line = Line::from(fit(line.spans, usize::from(inner.width)));
        buf.set_line(inner.x, inner.y + row as u16, &line, inner.width);
    }
}

/// How the run ended, or that a deadlock has closed, with who waits for what; and how good that is.
fn verdict<'a>(painter: &Painter<'a>, stage: &Stage) -> Option<(Color, Line<'a>)> {
    let theme = painter.theme;
    let (colour, mut spans) = match deadlock(painter, stage) {
        Some(spans) => (theme.bad, spans),
        None => ending(painter, stage)?,
    };
    hint(painter, stage, &mut spans);
    Some((colour, Line::from(spans)))
}

fn banner<'a>(painter: &Painter<'a>, key: &str, colour: Color) -> Span<'a> {
    let style = Style::new().fg(painter.theme.on_thread).bg(colour).add_modifier(Modifier::BOLD);
    Span::styled(format!(" {} ", painter.word(key)), style)
}

/// The circles that cannot be undone, edge by edge.
fn deadlock<'a>(painter: &Painter<'a>, stage: &Stage) -> Option<Vec<Span<'a>>> {
    let mut spans = Vec::new();
    for edge in painter.scene.deadlocks().flatten() {
        spans.push(if spans.is_empty() { Span::raw(" ") } else { painter.faint("; ") });
        spans.push(painter.thread(edge.thread));
        spans.push(Span::raw(" "));
        spans.extend(waits_for(painter, edge.on));
    }
    if spans.is_empty() {
        return None;
    }
    let mut all = vec![banner(painter, "deadlock", painter.theme.bad)];
    all.append(&mut spans);
    if stage.end() == Some(End::Finished) {
        all.extend([Span::raw("  "), banner(painter, "banner-finished", painter.theme.warn)]);
    }
    Some(all)
}

/// How the run ended.
fn ending<'a>(painter: &Painter<'a>, stage: &Stage) -> Option<(Color, Vec<Span<'a>>)> {
    let theme = painter.theme;
    let (key, colour, mut said) = match stage.end()? {
        End::Finished => {
            let (failed, missed) = (failures(painter), unexpected(painter, stage));
            let good = failed.is_empty() && missed.is_none();
            let said = missed.into_iter().chain(failed).collect();
            ("banner-finished", if good { theme.good } else { theme.warn }, said)
        }
        End::Failed => ("banner-failed", theme.bad, Vec::new()),
        End::Real(end) => return Some(really_ended(painter, end)),
        End::Limit => return Some((theme.bad, vec![banner(painter, "banner-limit", theme.warn)])),
        End::Deadlock | End::Stuck => ("banner-stuck", theme.bad, why(painter)),
    };
    if said.is_empty() {
        said.push(Span::raw(painter.word("banner-hint")));
    }
    let mut spans = vec![banner(painter, key, colour), Span::raw(" ")];
    spans.append(&mut said);
    Some((colour, spans))
}

/// How a real program ended.
fn really_ended<'a>(painter: &Painter<'a>, end: RealEnd) -> (Color, Vec<Span<'a>>) {
    let theme = painter.theme;
    let colour = if end == RealEnd::Exited(0) { theme.good } else { theme.bad };
    let text = painter.telling().sentence(Sentence::Ends(End::Real(end)));
    let style = Style::new().fg(colour).add_modifier(Modifier::BOLD);
    (theme.bad, vec![Span::styled(format!(" {text} "), style)])
}

/// Why nobody goes on, the culprit first, and then who waits.
fn why<'a>(painter: &Painter<'a>) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    for sentence in painter.scene.why() {
        spans.extend(painter.sentence(sentence).spans);
        spans.push(painter.faint("; "));
    }
    let blocked = painter.scene.threads.iter().enumerate().filter(|(_, view)| view.state == ThreadState::Blocked);
    for (at, view) in blocked {
        let Some((wait, _)) = view.waits else { continue };
        spans.push(painter.thread(ThreadId::at(at)));
        spans.push(Span::raw(" "));
        spans.extend(waits_for(painter, wait));
        spans.push(painter.faint("; "));
    }
    spans.pop();
    spans
}

/// The threads that exceptions ended, although the program finished.
fn failures<'a>(painter: &Painter<'a>) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let failed = painter.scene.threads.iter().enumerate().filter(|(_, view)| view.state == ThreadState::Failed);
    for (at, _) in failed.take(3) {
        if !spans.is_empty() {
            spans.push(painter.faint("; "));
        }
        spans.extend(painter.sentence(Sentence::WasEnded { thread: ThreadId::at(at) }).spans);
    }
    spans
}

/// That the scenario was to end otherwise.
fn unexpected<'a>(painter: &Painter<'a>, stage: &Stage) -> Option<Span<'a>> {
    let expect = &stage.scenario().expect;
    let ended = Expect::of(stage.end()?)?;
    let missed = !expect.is_empty() && !expect.contains(&ended);
    missed.then(|| Span::styled(format!("{} ", painter.word("banner-unexpected")), Style::new().fg(painter.theme.warn)))
}

/// Where to see it done right.
fn hint<'a>(painter: &Painter<'a>, stage: &Stage, spans: &mut Vec<Span<'a>>) {
    if let Some(fixed) = &stage.scenario().fixed_by {
        let text = painter.locale.format("fixed-by", &[("id", fixed.into())]);
        spans.push(Span::styled(format!("  {text}"), Style::new().fg(painter.theme.accent)));
    }
}
