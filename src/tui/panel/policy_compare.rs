//! The same program under several policies: small Gantt charts one above the other on one axis, and how long everybody had to
//! wait under each. The runs are dry ones that a host made; here they are drawn.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{
    cores::none,
    gantt::{self, Scale},
    lines,
    table::View,
    title,
};
use crate::{
    app::Stage,
    event::Nanos,
    host::{Chart, Comparison, Fare, Means, Stretch},
    ids::ThreadId,
    scenario::Pane,
    scene::Slice,
    schedule::{Policy, QUEUES},
    telling::names::{brief, number},
    tui::{hit::Hits, painter::Painter, wrap::wrap},
};

/// Whether there is anything to draw: the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::PolicyCompare) && stage.origin().is_none()
}

/// The columns of numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Waiting,
    Turnaround,
    Response,
}

impl Column {
    const ALL: [Self; 3] = [Self::Waiting, Self::Turnaround, Self::Response];

    const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "compare-waiting",
            Self::Turnaround => "compare-turnaround",
            Self::Response => "compare-first",
        }
    }

    const fn of(self, means: &Means) -> Nanos {
        match self {
            Self::Waiting => means.waiting,
            Self::Turnaround => means.turnaround,
            Self::Response => means.response,
        }
    }
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let known = view.stage.comparison().filter(|known| known.is_done());
    let charts = known.map_or(&[][..], Comparison::charts);
    let summary = if area.height == 1 { least(painter, charts, false).unwrap_or_default() } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let cells = usize::from(inner.width);
    if charts.is_empty() {
        let key = if view.stage.origin().is_some() { "compare-none" } else { "compare-computing" };
        return lines(painter, none(painter, key, inner.width), inner, buf);
    }
    let rows = usize::from(inner.height);
    let airy = cells >= 56;
    let best: Vec<Line<'_>> = if airy {
        [least(painter, charts, true), within(painter, charts)].into_iter().flatten().map(Line::from).collect()
    } else {
        [first(painter, charts), least(painter, charts, false)].into_iter().flatten().map(Line::from).collect()
    };
    // As they stand; where there is no room for all, the first of `order` stay.
    let mut blocks = [
        table(painter, charts, (airy, cells, rows)),
        best,
        if airy { queues(painter, charts) } else { Vec::new() },
        if airy { each(view, charts) } else { Vec::new() },
        longest(view, charts, cells),
    ];
    let mut left = rows;
    for at in [0, 1, 4, 2, 3] {
        if blocks[at].len() > left && at > 0 {
            blocks[at].clear();
        }
        left = left.saturating_sub(blocks[at].len());
    }
    let mut all = Vec::new();
    for block in blocks.into_iter().filter(|block| !block.is_empty()) {
        if left > 0 && !all.is_empty() {
            left -= 1;
            all.push(Line::default());
        }
        all.extend(block);
    }
    all.truncate(rows);
    lines(painter, all, inner, buf);
}

/// What a policy is called, with the length of its turns; in a narrow pane without their unit, which is that of the axis.
fn name(chart: &Chart, airy: bool) -> String {
    match (chart.policy, chart.policy.quantum()) {
        (Policy::RoundRobin { .. }, Some(quantum)) => {
            let turn = quantum.to_string();
            format!("{} {}", chart.policy.name(), if airy { &turn } else { turn.trim_end_matches("ms") })
        }
        _ => chart.policy.name().to_owned(),
    }
}

/// The charts, and the numbers beside them.
fn table<'a>(painter: &Painter<'_>, charts: &[Chart], (airy, cells, rows): (bool, usize, usize)) -> Vec<Line<'a>> {
    let theme = painter.theme;
    let columns: &[Column] = if airy { &Column::ALL } else { &Column::ALL[..1] };
    let indent = charts.iter().map(|chart| name(chart, airy).width()).max().unwrap_or(0) + 2;
    let words: Vec<String> = match airy {
        true => columns.iter().map(|column| painter.word(column.key())).collect(),
        false => vec![painter.word("compare-waiting-short")],
    };
    let widths: Vec<usize> = words.iter().map(|word| word.width().max(5) + 2).collect();
    let room = cells.saturating_sub(indent + widths.iter().sum::<usize>());
    let all = || charts.iter().flat_map(|chart| chart.cores.iter().flatten());
    let begin = all().map(|slice| slice.begin).min().unwrap_or(0);
    let end = all().map(|slice| slice.end).max().unwrap_or(0).saturating_sub(begin);
    let scale = Scale::of((0, end), room, end);
    let pad = |text: &str, wide: usize| " ".repeat(wide.saturating_sub(text.width())) + text;
    let axis = gantt::axis(scale, room);
    let mut heading = format!("{}{axis}{}", " ".repeat(indent), " ".repeat(room.saturating_sub(axis.width())));
    for (word, &wide) in words.iter().zip(&widths) {
        heading += &pad(word, wide);
    }
    let mut lines = vec![Line::from(Span::styled(heading, theme.faint()))];
    // Where there is no room for all cores, each policy shows its first ones.
    let cores = (rows.saturating_sub(1) / charts.len().max(1)).max(1);
    for chart in charts {
        let means = chart.means();
        for (at, core) in chart.cores.iter().enumerate().take(cores) {
            let shifted = |stretch: &Stretch| Slice {
                thread: stretch.thread,
                begin: stretch.begin - begin,
                end: stretch.end - begin,
            };
            let slices: Vec<Slice> = core.iter().map(shifted).collect();
            let last = slices.last().map_or(0, |slice| slice.end);
            let own = if at == 0 { name(chart, airy) } else { String::new() };
            let mut spans = vec![Span::styled(format!("{own:<indent$}"), Style::new().fg(theme.text))];
            let cells = gantt::row(theme, &slices, scale, (room, last));
            let used = cells.len();
            spans.extend(cells);
            spans.push(Span::raw(" ".repeat(room - used)));
            for (&column, &wide) in columns.iter().zip(widths.iter().filter(|_| at == 0)) {
                let own = means.map(|means| column.of(&means));
                let text = own.map_or_else(|| "·".to_owned(), millis);
                let best = own.is_some() && own == smallest(charts, column);
                let style = if best { strong(painter) } else { theme.faint() };
                spans.push(Span::styled(pad(&text, wide), style));
            }
            lines.push(Line::from(spans));
        }
    }
    lines
}

fn strong(painter: &Painter<'_>) -> Style {
    Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD)
}

/// A time in milliseconds, with one digit behind the point.
fn millis(time: Nanos) -> String {
    format!("{:.1}", time as f64 / 1e6)
}

fn smallest(charts: &[Chart], column: Column) -> Option<Nanos> {
    charts.iter().filter_map(Chart::means).map(|means| column.of(&means)).min()
}

/// The policies under which the number of a column is smallest.
fn best(charts: &[Chart], column: Column) -> impl Iterator<Item = &Chart> {
    let least = smallest(charts, column);
    charts.iter().filter(move |chart| chart.means().is_some_and(|means| Some(column.of(&means)) == least))
}

/// The words before a row, as wide as the widest of them.
fn label<'a>(painter: &Painter<'_>, key: &str) -> Span<'a> {
    let keys = ["compare-waiting-best", "compare-first-best", "compare-queues", "compare-each"];
    let wide = keys.iter().map(|key| painter.word(key).width()).max().unwrap_or(0);
    let word = painter.word(key);
    let pad = " ".repeat(wide - word.width() + 2);
    Span::styled(format!("{word}{pad}"), painter.theme.faint())
}

/// Under which policy one waits least.
fn least<'a>(painter: &Painter<'_>, charts: &[Chart], airy: bool) -> Option<Vec<Span<'a>>> {
    let least = smallest(charts, Column::Waiting)?;
    let names: Vec<&str> = best(charts, Column::Waiting).map(|chart| chart.policy.name()).collect();
    let mut spans = vec![label(painter, "compare-waiting-best"), Span::styled(names.join(", "), strong(painter))];
    if airy {
        let mean = painter.locale.format("compare-ms", &[("time", millis(least).into())]);
        spans.push(Span::raw(format!("  {mean}")));
    }
    Some(spans)
}

/// How soon one is served where that is soonest, beside where one waits least.
fn first<'a>(painter: &Painter<'_>, charts: &[Chart]) -> Option<Vec<Span<'a>>> {
    let soonest = smallest(charts, Column::Response)?;
    let mut spans = vec![label(painter, "compare-first-best")];
    let other =
        best(charts, Column::Waiting).next().filter(|chart| !best(charts, Column::Response).any(|best| best == *chart));
    if let Some((chart, means)) = other.and_then(|chart| Some((chart, chart.means()?))) {
        spans.push(Span::raw(format!("{} {}  ", chart.policy.name(), millis(means.response))));
    }
    let chart = best(charts, Column::Response).next()?;
    spans.push(Span::styled(format!("{} {} ms", chart.policy.name(), millis(soonest)), strong(painter)));
    Some(spans)
}

/// Under which policy one is served soonest, and how long it takes until everybody is.
fn within<'a>(painter: &Painter<'_>, charts: &[Chart]) -> Option<Vec<Span<'a>>> {
    let names: Vec<&str> = best(charts, Column::Response).map(|chart| chart.policy.name()).collect();
    let chart = best(charts, Column::Response).next()?;
    let response = |fare: &Fare| Some(fare.first?.saturating_sub(fare.arrived?));
    let last = chart.threads().filter_map(|(_, fare)| response(fare)).max()?;
    Some(vec![
        label(painter, "compare-first-best"),
        Span::styled(names.join(", "), strong(painter)),
        Span::raw(painter.locale.format("compare-within", &[("time", millis(last).into())])),
    ])
}

/// In which of the feedback queues each thread was in the end.
fn queues<'a>(painter: &Painter<'_>, charts: &[Chart]) -> Vec<Line<'a>> {
    let Some(chart) = charts.iter().find(|chart| matches!(chart.policy, Policy::Mlfq { .. })) else {
        return Vec::new();
    };
    let mut spans = vec![label(painter, "compare-queues")];
    for level in 0..QUEUES {
        let here = |thread: ThreadId| chart.levels.get(thread.index()) == Some(&level);
        let threads: Vec<ThreadId> = chart.threads().map(|(thread, _)| thread).filter(|&thread| here(thread)).collect();
        spans.push(Span::styled(format!("{}{level} ", if level == 0 { "" } else { "     " }), painter.theme.faint()));
        if threads.is_empty() {
            spans.push(Span::styled(painter.word("compare-no-thread"), painter.theme.faint()));
        }
        for (at, thread) in threads.into_iter().enumerate() {
            let chip = painter.chip(thread);
            spans.push(Span::raw(if at == 0 { "" } else { " " }));
            spans.push(Span::styled(chip.content.into_owned(), chip.style));
        }
    }
    vec![Line::from(spans)]
}

/// How long each thread waits under each policy.
fn each<'a>(view: &View<'_>, charts: &[Chart]) -> Vec<Line<'a>> {
    let painter = view.painter;
    let wide = charts.iter().map(|chart| name(chart, true).width().max(5)).max().unwrap_or(0) + 2;
    let Some(chart) = charts.first() else { return Vec::new() };
    let tags: Vec<(ThreadId, Span<'_>)> = chart.threads().map(|(thread, _)| (thread, tag(view, thread))).collect();
    let before = label(painter, "compare-each");
    let indent = tags.iter().map(|(_, tag)| tag.width()).max().unwrap_or(0).max(before.width());
    let mut heading = vec![Span::raw(" ".repeat(indent - before.width()))];
    heading.extend(
        charts.iter().map(|chart| Span::styled(format!("{:>wide$}", name(chart, true)), painter.theme.faint())),
    );
    heading.insert(0, before);
    let mut rows = vec![Line::from(heading)];
    for (thread, tag) in tags {
        let times: Vec<Option<Nanos>> =
            charts.iter().map(|chart| chart.fares.get(thread.index()).map(|fare| fare.waiting)).collect();
        let least = times.iter().flatten().min().copied();
        let pad = " ".repeat(indent - tag.width());
        let mut spans = vec![Span::styled(tag.content.into_owned(), tag.style), Span::raw(pad)];
        for time in times {
            let text = time.map_or_else(|| "·".to_owned(), millis);
            let style = if time == least { strong(painter) } else { painter.theme.faint() };
            spans.push(Span::styled(format!("{text:>wide$}"), style));
        }
        rows.push(Line::from(spans));
    }
    rows
}

/// Mark and name of a thread, perhaps of one that is yet to come.
fn tag<'a>(view: &View<'_>, thread: ThreadId) -> Span<'a> {
    let chip = view.painter.tag(thread);
    if view.painter.scene.thread(thread).is_some() {
        return Span::styled(chip.content.into_owned(), chip.style);
    }
    // The forecast may begin behind the main thread.
    let known = view.stage.forecast().and_then(|forecast| {
        let missing = forecast.threads.saturating_sub(forecast.names.len());
        forecast.names.get(thread.index().checked_sub(missing)?)
    });
    let text =
        known.map_or_else(|| format!("({})", number(thread)), |name| format!("({} {})", number(thread), brief(name)));
    Span::styled(text, chip.style)
}

/// Who waits longest where the mean is smallest: what is best for all is not best for everybody.
fn longest<'a>(view: &View<'_>, charts: &[Chart], cells: usize) -> Vec<Line<'a>> {
    let Some(chart) = best(charts, Column::Waiting).next() else { return Vec::new() };
    let Some((thread, fare)) = chart.threads().max_by_key(|(_, fare)| fare.waiting) else { return Vec::new() };
    let tag = tag(view, thread);
    let arguments = [("time", millis(fare.waiting).into()), ("policy", chart.policy.name().into())];
    let said = view.painter.locale.format("compare-longest", &arguments);
    wrap(&[tag, Span::raw(format!(" {said}"))], cells)
}

#[cfg(test)]
#[path = "policy_compare_tests.rs"]
mod tests;
