//! The map of the states: a column for each number of steps from the start, a cell for each state, with the ends coloured, the present
//! state marked, and the threads that lead on from there. Where there is no room for all, what is round the present state.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use super::{cores::none, lines, table::View, title};
use crate::{
    app::{Action, Chart, Stage},
    explore::{Kind, MapId, MapWay},
    scenario::Pane,
    telling::{check_kind_word, line_words, names::mark},
    tui::{
        hit::Hits,
        painter::{Painter, fit},
    },
};

/// Whether there is anything to draw: the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::StateMap) && stage.origin().is_none()
}

/// No more ways on are listed.
const MOST_WAYS: usize = 4;

/// The columns stand so far apart, at most.
const WIDEST: usize = 4;

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let (painter, stage) = (view.painter, view.stage);
    let Some(chart) = stage.chart() else {
        let inner = title(painter, &view.title, Vec::new(), area, buf);
        let key = if stage.origin().is_some() { "map-none" } else { "map-drawing" };
        return lines(painter, none(painter, key, inner.width), inner, buf);
    };
    let count = chart.map().states().len();
    let key = match (chart.map().is_whole(), chart.map().is_done()) {
        (true, _) => "map-states",
        (_, true) => "map-states-cut",
        _ => "map-states-so-far",
    };
    let summary = vec![painter.faint(painter.locale.format(key, &[("count", count.into())]))];
    let area = title(painter, &view.title, summary, area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    let ways = ways(painter, stage, chart, usize::from(inner.height) / 3);
    let legend = legend(painter, chart);
    let below = (ways.len() + legend.len()).min(usize::from(inner.height).saturating_sub(1)) as u16;
    let picture = Rect { height: inner.height - below, ..inner };
    Picture::of(painter, stage, chart, picture).draw(hits, buf);
    let rest = Rect { y: picture.bottom(), height: below, ..inner };
    lines(painter, ways.into_iter().chain(legend).collect(), rest, buf);
}

/// The columns, and what of them there is room for.
struct Picture<'p, 'a> {
    painter: &'p Painter<'a>,
    stage: &'p Stage,
    chart: &'p Chart,
    area: Rect,
    columns: Vec<Vec<MapId>>,
    apart: usize,
    first: usize,
    /// The row of the middle of every column, perhaps outside.
    middle: isize,
}

impl<'p, 'a> Picture<'p, 'a> {
    fn of(painter: &'p Painter<'a>, stage: &'p Stage, chart: &'p Chart, area: Rect) -> Self {
        let mut columns: Vec<Vec<MapId>> = Vec::new();
        for (at, state) in chart.map().states().iter().enumerate() {
            let column = state.steps as usize;
            columns.resize_with(columns.len().max(column + 1), Vec::new);
            columns[column].push(MapId(at as u32));
        }
        let (width, height) = (usize::from(area.width), isize::try_from(area.height).unwrap_or(0));
        let apart = (width / columns.len().max(1)).clamp(2, WIDEST);
        let room = (width / apart).max(1);
        let place = chart.here().and_then(|here| {
            let column = chart.map().states()[here.index()].steps as usize;
            Some((column, columns[column].iter().position(|&state| state == here)?))
        });
        let (column, row) = place.unwrap_or((0, 0));
        let first = column.saturating_sub(room / 2).min(columns.len().saturating_sub(room));
        // Columns stand round one line; it is moved only where the present state would lie outside.
        let off = row as isize - columns.get(column).map_or(0, Vec::len) as isize / 2;
        let middle = (height / 2).clamp(-off, (height - 1 - off).max(-off));
        Self { painter, stage, chart, area, columns, apart, first, middle }
    }

    fn draw(&self, hits: &mut Hits, buf: &mut Buffer) {
        let room = usize::from(self.area.width) / self.apart;
        for (at, column) in self.columns.iter().enumerate().skip(self.first).take(room.max(1)) {
            let x = self.area.x + ((at - self.first) * self.apart) as u16;
            let top = self.middle - column.len() as isize / 2;
            for (row, &state) in column.iter().enumerate() {
                let y = top + row as isize;
                if !(0..isize::try_from(self.area.height).unwrap_or(0)).contains(&y) {
                    continue;
                }
                let y = self.area.y + y as u16;
                let way = self.chart.ways().iter().find(|way| way.to == state);
                let cell = self.cell(state, way);
                buf.set_line(x, y, &Line::from(cell), self.area.right().saturating_sub(x));
                if let Some(way) = way {
                    hits.action(Rect { x, y, width: self.apart as u16, height: 1 }, Action::Run(way.choice.thread));
                }
            }
        }
    }

    /// A state: where the run is, the thread that leads there, an end, one that it has come through, any other.
    fn cell(&self, state: MapId, way: Option<&MapWay>) -> Span<'a> {
        let theme = self.painter.theme;
        let bold = |style: Style| style.add_modifier(Modifier::BOLD);
        if self.chart.here() == Some(state) {
            return Span::styled("◆", bold(Style::new().fg(theme.accent)));
        }
        if let Some(way) = way {
            let thread = way.choice.thread;
            let colour = theme.thread(thread);
            let chosen = self.stage.selected() == thread && self.stage.walks();
            let style = if chosen { Style::new().fg(theme.on_thread).bg(colour) } else { Style::new().fg(colour) };
            return Span::styled(mark(thread).to_string(), bold(style));
        }
        match self.chart.map().end(state).map(|end| end.kind) {
            Some(kind) => end_sign(self.painter, kind),
            None if self.chart.map().is_endless(state) => Span::styled("~", Style::new().fg(theme.bad)),
            None if self.chart.has_passed(state) => Span::styled("●", Style::new().fg(theme.text)),
            None => self.painter.faint("·"),
        }
    }
}

fn end_sign<'a>(painter: &Painter<'a>, kind: Kind) -> Span<'a> {
    let (sign, colour) = match kind {
        Kind::Finished => ("✓", painter.theme.good),
        Kind::Limit => ("!", painter.theme.warn),
        _ => ("✗", painter.theme.bad),
    };
    Span::styled(sign, Style::new().fg(colour).add_modifier(Modifier::BOLD))
}

/// Who can go on from here, and where that leads.
fn ways<'a>(painter: &Painter<'a>, stage: &Stage, chart: &Chart, most: usize) -> Vec<Line<'a>> {
    if let Some(end) = chart.here().and_then(|here| chart.map().end(here)) {
        let values: Vec<String> = end.globals.iter().map(|(name, worth)| format!("{name} = {worth}")).collect();
        let words = format!(" {}  {}", check_kind_word(painter.locale, end.kind), values.join("  "));
        return vec![Line::from(vec![end_sign(painter, end.kind), Span::raw(words)])];
    }
    let line = |way: &MapWay| {
        let chosen = stage.selected() == way.choice.thread && stage.walks();
        let mut spans = vec![Span::styled(if chosen { "▶ " } else { "  " }, painter.theme.title())];
        spans.push(painter.chip(way.choice.thread));
        let at = [
            ("line", line_words(&stage.scenario().source, way.line, painter.locale).into()),
            ("state", way.to.0.into()),
        ];
        let key = if way.line == 0 { "map-way" } else { "map-way-line" };
        spans.push(painter.faint(format!(" {}", painter.locale.format(key, &at))));
        let end = chart.map().end(way.to).map(|end| end.kind);
        let end = end.or_else(|| chart.map().is_endless(way.to).then_some(Kind::Livelock));
        if let Some(kind) = end {
            spans.extend([Span::raw("  "), end_sign(painter, kind), Span::raw(" ")]);
            spans.push(Span::raw(check_kind_word(painter.locale, kind)));
        }
        Line::from(spans)
    };
    chart.ways().iter().take(most.min(MOST_WAYS)).map(line).collect()
}

/// What the signs mean, with how many ends of each kind there are.
fn legend<'a>(painter: &Painter<'a>, chart: &Chart) -> Vec<Line<'a>> {
    let map = chart.map();
    let mut counts: Vec<(Kind, usize)> = Vec::new();
    let ends = (0..map.states().len() as u32).filter_map(|at| map.end(MapId(at)).map(|end| end.kind));
    for kind in ends {
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    counts.sort();
    let mut spans = vec![Span::styled("◆ ", painter.theme.title()), painter.faint(painter.word("map-here"))];
    for (kind, count) in counts {
        spans.extend([Span::raw("  "), end_sign(painter, kind)]);
        spans.push(painter.faint(format!(" {count} {}", check_kind_word(painter.locale, kind))));
    }
    let endless = (0..map.states().len() as u32).filter(|&at| map.is_endless(MapId(at))).count();
    if endless > 0 {
        spans.extend([Span::raw("  "), Span::styled("~", Style::new().fg(painter.theme.bad))]);
        spans.push(painter.faint(format!(" {endless} {}", check_kind_word(painter.locale, Kind::Livelock))));
    }
    vec![Line::from(fit(spans, 200))]
}
