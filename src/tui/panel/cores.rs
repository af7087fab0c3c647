//! The cores as a Gantt chart: who ran where from when to when, who waits in line, how much of its slice each has used, and how
//! much of the time each core was in use.

use std::cmp::Reverse;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    gantt::{self, Scale},
    lines,
    table::View,
    title,
};
use crate::{
    app::Stage,
    event::Nanos,
    ids::ThreadId,
    scene::Core,
    schedule::{Policy, Quantum},
    telling::names::duration,
    tui::{
        hit::Hits,
        painter::{Painter, fit, width},
    },
};

/// Whether there is anything to draw: the program runs on cores.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.session().settings().hardware.is_some()
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let cores = count(view);
    let summary = if area.height == 1 && cores > 0 { share(painter, cores, false) } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if cores == 0 {
        return lines(painter, none(painter, "cores-none", inner.width), inner, buf);
    }
    let airy = area.width >= 50;
    let rows = usize::from(area.height);
    let chart = chart(painter, (cores, rows.saturating_sub(6).max(1)), inner.width);
    let slices = slices(view, (airy, usize::from(inner.width)));
    let used = used(painter, cores, airy, usize::from(inner.width));
    let needed = 1 + chart.len() + slices.len() + used.len();
    // Blank rows go first, then the slices.
    let mut spare = rows.saturating_sub(needed);
    let mut gap = |all: &mut Vec<Line<'_>>| {
        if spare > 0 {
            spare -= 1;
            all.push(Line::default());
        }
    };
    let mut all = vec![line(view, airy)];
    gap(&mut all);
    all.extend(chart);
    if needed <= rows && !slices.is_empty() {
        gap(&mut all);
        all.extend(slices);
    }
    gap(&mut all);
    all.extend(used);
    all.truncate(rows);
    lines(painter, all, inner, buf);
}

/// How many cores there are: as the run says, or as many as were used.
pub(super) fn count(view: &View<'_>) -> usize {
    let said = view.stage.session().settings().hardware.map_or(0, |hardware| usize::from(hardware.cores));
    said.max(view.painter.scene.processor.cores.len())
}

/// That there is nothing to see, and what would bring it.
pub(super) fn none<'a>(painter: &Painter<'a>, key: &str, cells: u16) -> Vec<Line<'a>> {
    let text = crate::tui::wrap::wrap_text(&painter.word(key), usize::from(cells));
    text.into_iter().map(|row| Line::from(painter.faint(row))).collect()
}

/// Who waits for a core.
fn line<'a>(view: &View<'_>, airy: bool) -> Line<'a> {
    let painter = view.painter;
    let policy = view.stage.session().settings().policy;
    let mut waiting = painter.scene.line();
    let processor = &painter.scene.processor;
    if policy == Policy::Fair {
        waiting.sort_by_key(|&thread| processor.times(thread).ran);
    }
    // Who is first under the others is known to the policy alone.
    let ordered = matches!(policy, Policy::Fair | Policy::RoundRobin { .. } | Policy::Fcfs);
    let key = if ordered { "cores-line" } else { "cores-ready" };
    let sign = if ordered { " ▶ " } else { "  " };
    let mut spans = vec![Span::styled(painter.word(key) + sign, Style::new().fg(painter.theme.text))];
    if waiting.is_empty() {
        spans.push(Span::styled(painter.word("cores-nobody"), painter.theme.faint()));
    }
    for (at, thread) in waiting.into_iter().enumerate() {
        let chip = if airy { painter.tag(thread) } else { painter.chip(thread) };
        if at > 0 {
            spans.push(Span::raw(" "));
        }
        spans.push(Span::styled(chip.content.into_owned(), chip.style));
    }
    Line::from(spans)
}

/// The names of the cores, as wide as the widest.
fn names(painter: &Painter<'_>, cores: usize) -> Vec<String> {
    let name = |at: usize| painter.locale.format("cores-core", &[("number", at.into())]);
    let all: Vec<String> = (0..cores).map(name).collect();
    let wide = all.iter().map(|name| name.width()).max().unwrap_or(0);
    all.into_iter().map(|name| format!("{name}{}", " ".repeat(wide - name.width()))).collect()
}

/// A row for each core, as many as there is room for, and the axis.
pub(super) fn chart<'a>(painter: &Painter<'_>, (cores, room): (usize, usize), cells: u16) -> Vec<Line<'a>> {
    let processor = &painter.scene.processor;
    let names = names(painter, cores);
    let indent = names.first().map_or(0, |name| name.width()) + 1;
    let cells = usize::from(cells).saturating_sub(indent + 1);
    let span = processor.span().map_or((0, 0), |(begin, end)| (begin, end.max(painter.scene.clock)));
    let all = processor.cores.iter().flat_map(|core| &core.slices);
    let scale = Scale::of(span, cells, gantt::detail(all));
    // Where there is no room for all, those stay that were used last.
    let shown = cores.min(room);
    let last = |at: usize| processor.cores.get(at).and_then(|core| core.slices.back()).map_or(0, |slice| slice.end);
    let mut order: Vec<usize> = (0..cores).collect();
    order.sort_by_key(|&at| Reverse(last(at)));
    order.truncate(shown);
    order.sort_unstable();
    let mut rows = Vec::new();
    for (at, name) in order.into_iter().map(|at| (at, &names[at])) {
        let slices: Vec<_> =
            processor.cores.get(at).map_or_else(Vec::new, |core| core.slices.iter().copied().collect());
        let style = Style::new().fg(painter.theme.text);
        let mut spans = vec![Span::styled(format!("{name} "), style)];
        spans.extend(gantt::row(painter.theme, &slices, scale, (cells, span.1)));
        rows.push(Line::from(spans));
    }
    if shown < cores {
        let text = painter.locale.format("cores-more", &[("count", (cores - shown).into())]);
        rows.push(Line::from(Span::styled(text, painter.theme.faint())));
    }
    let axis = format!("{}{}", " ".repeat(indent), gantt::axis(scale, cells));
    rows.push(Line::from(Span::styled(axis, painter.theme.faint())));
    rows
}

/// What is used of a turn, and whether it is over.
fn used_of(core: &Core, quantum: Quantum) -> (Nanos, Nanos, bool) {
    let (mut steps, mut time, mut over) = (0_u32, 0, false);
    for &lasts in &core.turn {
        // What came behind a turn that was over is another turn: nobody else was there.
        if over {
            (steps, time) = (0, 0);
        }
        steps += 1;
        time += lasts;
        over = quantum.is_used_up(steps, time);
    }
    match quantum {
        Quantum::Steps(most) => (Nanos::from(steps), Nanos::from(most), over),
        Quantum::Time(most) => (time, most, over),
    }
}

/// How much of its slice each thread on a core has used.
fn slices<'a>(view: &View<'_>, (airy, area_cells): (bool, usize)) -> Vec<Line<'a>> {
    let painter = view.painter;
    let Policy::RoundRobin { quantum } = view.stage.session().settings().policy else { return Vec::new() };
    let cores = || painter.scene.processor.cores.iter().filter_map(|core| Some((core.on?, core)));
    let tag = |thread: ThreadId| if airy { painter.tag(thread) } else { painter.chip(thread) };
    let wide = cores().map(|(thread, _)| tag(thread).width()).max().unwrap_or(0);
    let row = |(thread, core): (ThreadId, &Core)| {
        let (used, most, over) = used_of(core, quantum);
        let of = match quantum {
            Quantum::Steps(_) => painter.locale.format("cores-steps", &[("used", used.into()), ("most", most.into())]),
            Quantum::Time(_) => painter
                .locale
                .format("cores-used-of", &[("used", millis(used.min(most)).into()), ("most", millis(most).into())]),
        };
        let cells = match (airy, area_cells >= 76) {
            (true, true) => 32,
            (true, false) => 16,
            (false, _) => 8,
        };
        let over_word = painter.word("cores-over");
        let said = wide + painter.word("cores-slice").width() + of.width() + over_word.width() + 4;
        let cells = cells.min(area_cells.saturating_sub(said));
        let full = (used.min(most) * cells as Nanos / most.max(1)) as usize;
        let chip = tag(thread);
        let pad = " ".repeat(wide - chip.width());
        let mut spans = vec![
            Span::styled(chip.content.into_owned(), chip.style),
            Span::raw(format!("{pad} {} ", painter.word("cores-slice"))),
            Span::styled("█".repeat(full), Style::new().fg(painter.theme.thread(thread))),
            Span::styled("·".repeat(cells - full), painter.theme.faint()),
            Span::raw(format!("  {of}")),
        ];
        if over {
            spans.push(Span::styled(over_word, Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD)));
        }
        Line::from(spans)
    };
    cores().map(row).collect()
}

/// Milliseconds without their unit.
fn millis(time: Nanos) -> String {
    let text = format!("{:.1}", time as f64 / 1e6);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// For how much of the time each core was in use, in per cent.
fn percent(painter: &Painter<'_>, cores: usize) -> Vec<u64> {
    let processor = &painter.scene.processor;
    let begin = processor.begin();
    let time = painter.scene.clock.saturating_sub(begin).max(1);
    (0..cores).map(|at| processor.cores.get(at).map_or(0, |core| (core.used * 100 / time).min(100))).collect()
}

fn share<'a>(painter: &Painter<'_>, cores: usize, airy: bool) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    for (at, share) in percent(painter, cores).into_iter().enumerate() {
        let gap = match (spans.is_empty(), airy) {
            (true, _) => "",
            (false, true) => "    ",
            (false, false) => "  ",
        };
        let name = painter.locale.format("cores-core", &[("number", at.into())]);
        spans.push(Span::styled(format!("{gap}{name} "), painter.theme.faint()));
        spans.push(Span::raw(format!("{share} %")));
    }
    spans
}

/// The share of the time used: in a row where it fits, otherwise in numbers alone.
fn used<'a>(painter: &Painter<'_>, cores: usize, airy: bool, cells: usize) -> Vec<Line<'a>> {
    let word = painter.word("cores-share");
    let mut spans = vec![Span::styled(format!("{word}  "), painter.theme.faint())];
    if !airy || cores > 2 {
        let each = share(painter, cores, airy);
        if width(&each) + word.width() + 2 <= cells {
            spans.extend(each);
        } else {
            let numbers: Vec<String> = percent(painter, cores).iter().map(|share| format!("{share}")).collect();
            spans.push(Span::raw(format!("{} %", numbers.join(" "))));
        }
        return vec![Line::from(fit(spans, cells))];
    }
    let names = names(painter, cores);
    let bar = |(at, share): (usize, u64)| {
        let first = if at == 0 { word.clone() } else { " ".repeat(word.width()) };
        let full = (share * 32 / 100) as usize;
        Line::from(vec![
            Span::styled(format!("{first}  {} ", names[at]), painter.theme.faint()),
            Span::raw("█".repeat(full)),
            Span::styled("·".repeat(32 - full), painter.theme.faint()),
            Span::raw(format!("  {share:>3} %")),
        ])
    };
    percent(painter, cores).into_iter().enumerate().map(bar).collect()
}

/// Since when somebody waits, in words.
pub(super) fn since(painter: &Painter<'_>, time: Nanos) -> String {
    painter.locale.format("cores-since", &[("time", duration(time).into())])
}

#[cfg(test)]
#[path = "cores_tests.rs"]
mod tests;
