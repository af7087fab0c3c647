//! The token of the interpreter: who has it, who asks for it and for how long, when it has to be given back, and who needs none.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    cores::{chart, count, none, since},
    lines,
    table::View,
    title,
};
use crate::{
    app::Stage,
    event::Nanos,
    ids::ThreadId,
    scenario::Pane,
    scene::{Phase, Token},
    tui::{
        hit::Hits,
        painter::{Painter, fit, width},
    },
};

/// Whether there is anything to draw: the scenario asks for it, and there is a token.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    interval(stage).is_some() && stage.scenario().panes.contains(&Pane::Gil)
}

/// How long the holder keeps the token when others ask for it; none where there is no token.
fn interval(stage: &Stage) -> Option<Nanos> {
    stage.session().settings().hardware.and_then(|hardware| hardware.gil)
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let token = painter.scene.processor.token.unwrap_or_default();
    let there = interval(view.stage);
    let summary = if area.height == 1 && there.is_some() { holder(painter, token, false) } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let Some(interval) = there else { return lines(painter, none(painter, "gil-none", inner.width), inner, buf) };
    let airy = area.width >= 50;
    let rows = usize::from(area.height);
    let mut first = holder(painter, token, true);
    if airy {
        let given = painter.locale.format("gil-given", &[("count", token.given.into())]);
        let gap = usize::from(inner.width).saturating_sub(width(&first) + given.width() + 2).max(2);
        first.push(Span::styled(format!("{}{given}", " ".repeat(gap)), painter.theme.faint()));
    }
    let asking = asking(painter, token, interval, (airy, rows / 3));
    let mut outside = outside(painter, usize::from(inner.width));
    let mut words = if airy { none(painter, "gil-words", inner.width) } else { Vec::new() };
    // The same chart is not drawn twice.
    let drawn = view.shown.iter().any(|&(pane, _)| pane == Pane::Cores);
    let cores = if drawn { 0 } else { count(view) };
    let needed = 1 + asking.len() + cores + 1;
    // Blank rows go first, then the words, then who waits for something else (the threads say it, too), then cores.
    if needed + outside.len() + words.len() > rows {
        words.clear();
    }
    if needed + outside.len() > rows {
        outside.clear();
    }
    let left = rows.saturating_sub(1 + asking.len() + outside.len() + words.len());
    let room = if cores < left { cores } else { left.saturating_sub(2) };
    let chart = if left >= 2 && !drawn { chart(painter, (cores, room), inner.width) } else { Vec::new() };
    let mut spare = left.saturating_sub(chart.len());
    let mut all = vec![Line::from(first)];
    for block in [asking, chart, outside, words] {
        if spare > 0 && !block.is_empty() {
            spare -= 1;
            all.push(Line::default());
        }
        all.extend(block);
    }
    all.truncate(rows);
    lines(painter, all, inner, buf);
}

/// Who has the token.
fn holder<'a>(painter: &Painter<'_>, token: Token, name: bool) -> Vec<Span<'a>> {
    let style = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
    let mut spans = vec![Span::styled(painter.word("gil-token") + " ", style)];
    match token.holder {
        Some(thread) => {
            let chip = if name { painter.tag(thread) } else { painter.chip(thread) };
            spans.push(Span::styled("● ", Style::new().fg(painter.theme.thread(thread)).add_modifier(Modifier::BOLD)));
            spans.push(Span::styled(chip.content.into_owned(), chip.style));
        }
        None => {
            spans.push(Span::styled("● ", style));
            spans.push(Span::styled(painter.word("gil-free"), painter.theme.faint()));
        }
    }
    spans
}

/// Who asks for the token and since when, and how much of the interval is over.
fn asking<'a>(painter: &Painter<'_>, token: Token, interval: Nanos, (airy, room): (bool, usize)) -> Vec<Line<'a>> {
    let now = painter.scene.clock;
    // Who asks for it while somebody else has it asks from then on; the countdown begins again with each holder.
    let asks = |thread: ThreadId| painter.scene.processor.times(thread).ready.max(token.since).min(now);
    let all: Vec<(ThreadId, Nanos)> = painter.scene.line().into_iter().map(|thread| (thread, asks(thread))).collect();
    let word = painter.word("gil-asks");
    if all.is_empty() {
        return vec![Line::from(vec![
            Span::raw(format!("{word}  ")),
            Span::styled(painter.word("gil-nobody"), painter.theme.faint()),
        ])];
    }
    let tag = |thread: ThreadId| painter.tag(thread);
    let wide = all.iter().map(|&(thread, _)| tag(thread).width()).max().unwrap_or(0);
    let ago = all.iter().map(|&(_, asked)| since(painter, now - asked).width()).max().unwrap_or(0);
    let longest = all.iter().map(|&(_, asked)| now - asked).max().unwrap_or(0);
    let bar = |time: Nanos, cells: usize, thread: ThreadId| {
        let full = (time.min(interval) * cells as Nanos / interval.max(1)) as usize;
        [
            Span::styled("█".repeat(full), Style::new().fg(painter.theme.thread(thread))),
            Span::styled("·".repeat(cells - full), painter.theme.faint()),
        ]
    };
    let shown = all.len().min(room.max(1));
    let mut rows = Vec::new();
    for (at, &(thread, asked)) in all.iter().take(shown).enumerate() {
        let first = if at == 0 { word.clone() } else { " ".repeat(word.width()) };
        let chip = tag(thread);
        let pad = " ".repeat(wide - chip.width());
        let text = since(painter, now - asked);
        let rest = " ".repeat(ago - text.width());
        let mut spans = vec![
            Span::raw(format!("{first}  ")),
            Span::styled(chip.content.into_owned(), chip.style),
            Span::raw(format!("{pad} {text}{rest}")),
        ];
        if airy {
            spans.push(Span::raw("  "));
            spans.extend(bar(now - asked, 30, thread));
        }
        rows.push(Line::from(spans));
    }
    if shown < all.len() {
        let text = painter.locale.format("gil-more", &[("count", (all.len() - shown).into())]);
        rows.push(Line::from(Span::styled(text, painter.theme.faint())));
    }
    let ms = |time: Nanos| (time.min(interval) as f64 / 1e6).round().to_string();
    let most = (interval as f64 / 1e6).to_string();
    if airy {
        let indent = " ".repeat(word.width() + 2);
        let text = painter.locale.format("gil-after", &[("most", most.into())]);
        rows.push(Line::from(Span::styled(format!("{indent}{text}"), painter.theme.faint())));
    } else {
        let first = all[0].0;
        let name = painter.word("gil-wait");
        let pad = " ".repeat(word.width().saturating_sub(name.width()) + 2);
        let mut spans = vec![Span::raw(format!("{name}{pad}"))];
        spans.extend(bar(longest, 16, first));
        let of = painter.locale.format("gil-of", &[("used", ms(longest).into()), ("most", most.into())]);
        spans.push(Span::raw(format!("  {of}")));
        rows.push(Line::from(spans));
    }
    rows
}

/// The threads that need no token: they wait or sleep.
fn outside<'a>(painter: &Painter<'_>, cells: usize) -> Vec<Line<'a>> {
    let scene = painter.scene;
    let threads = (0..scene.threads.len()).map(ThreadId::at);
    let threads: Vec<ThreadId> = threads.filter(|&thread| scene.phase(thread) == Phase::Blocked).collect();
    if threads.is_empty() {
        return Vec::new();
    }
    let mut spans = vec![Span::styled(painter.word("gil-without") + " ", painter.theme.faint())];
    for thread in threads {
        let Some(view) = scene.thread(thread) else { continue };
        let chip = painter.chip(thread);
        let (sign, _) = painter.state(view.state);
        spans.push(Span::raw(" "));
        spans.push(Span::styled(chip.content.into_owned(), chip.style));
        spans.push(Span::raw(format!(" {}", sign.content)));
    }
    vec![Line::from(fit(spans, cells))]
}

#[cfg(test)]
#[path = "gil_tests.rs"]
mod tests;
