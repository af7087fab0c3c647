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
        Some(line) => (theme.bad, line),
        None => match stage.narration(painter.locale.language()) {
            Some((thread, text)) => {
                let words = Span::styled(text.to_owned(), Style::new().fg(theme.text));
                (theme.thread(thread), Line::from(vec![painter.chip(thread), Span::raw(" "), words]))
            }
            None => (theme.rule, Line::from(painter.faint(painter.word("narration-none")))),
        },
    };
    let bar = if stage.end() == Some(End::Finished) { theme.good } else { bar };
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

/// How the run ended, or that a deadlock has closed, with who waits for what.
fn verdict<'a>(painter: &Painter<'a>, stage: &Stage) -> Option<Line<'a>> {
    let scene = painter.scene;
    let theme = painter.theme;
    let strong = |key: &str, colour| {
        let style = Style::new().fg(theme.on_thread).bg(colour).add_modifier(Modifier::BOLD);
        Span::styled(format!(" {} ", painter.word(key)), style)
    };
    if !scene.deadlock.is_empty() {
        let mut spans = vec![strong("deadlock", theme.bad), Span::raw(" ")];
        for (at, edge) in scene.deadlock.iter().enumerate() {
            if at > 0 {
                spans.push(painter.faint("; "));
            }
            spans.push(painter.thread(edge.thread));
            spans.push(Span::raw(" "));
            spans.extend(waits_for(painter, edge.on));
        }
        hint(painter, stage, &mut spans);
        return Some(Line::from(spans));
    }
    let mut spans = match stage.end()? {
        End::Finished => {
            vec![strong("banner-finished", theme.good), Span::raw(" "), Span::raw(painter.word("banner-hint"))]
        }
        End::Failed => vec![strong("banner-failed", theme.bad), Span::raw(" "), Span::raw(painter.word("banner-hint"))],
        End::Limit => vec![strong("banner-limit", theme.warn)],
        End::Real(end) => {
            let good = end == RealEnd::Exited(0);
            let text = painter.telling().sentence(Sentence::Ends(End::Real(end)));
            let style = Style::new().fg(if good { theme.good } else { theme.bad }).add_modifier(Modifier::BOLD);
            vec![Span::styled(format!(" {text} "), style)]
        }
        End::Deadlock | End::Stuck => {
            let mut spans = vec![strong("banner-stuck", theme.bad)];
            let blocked = scene.threads.iter().enumerate().filter(|(_, view)| view.state == ThreadState::Blocked);
            for (at, view) in blocked {
                let Some((wait, _)) = view.waits else { continue };
                spans.push(Span::raw(" "));
                spans.push(painter.thread(crate::ids::ThreadId::at(at)));
                spans.push(Span::raw(" "));
                spans.extend(waits_for(painter, wait));
                spans.push(painter.faint(";"));
            }
            spans
        }
    };
    hint(painter, stage, &mut spans);
    Some(Line::from(spans))
}

/// Where to see it done right.
fn hint<'a>(painter: &Painter<'a>, stage: &Stage, spans: &mut Vec<Span<'a>>) {
    if let Some(fixed) = &stage.scenario().fixed_by {
        let text = painter.locale.format("fixed-by", &[("id", fixed.into())]);
        spans.push(Span::styled(format!("  {text}"), Style::new().fg(painter.theme.accent)));
    }
}
