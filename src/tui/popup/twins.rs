//! Two stages beside each other: for each side its program with the lines that differ, the picture, the histories of its
//! threads, and how it goes on or ended.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use super::page::Page;
use crate::{
    app::{Action, App, Row, Side, SideBySide, Stage, Tone, Twins},
    locale::Locale,
    scenario::Pane,
    telling::{kind_word, names::number},
    tui::{
        hit::Hits,
        keymap,
        layout::Home,
        motion::Motion,
        painter::{Brevity, Painter, fit, width},
        panel::{
            table::{View, panel, wants},
            timeline, title,
        },
        theme::Theme,
        wrap::wrap,
    },
};

/// From so many rows on there is room for air.
const TALL: u16 = 40;

/// A side is no narrower, in cells.
const NARROWEST: u16 = 8;

/// Of a program with more threads the first ones are shown.
const MOST_THREADS: usize = 8;

/// Draws both over an area.
pub fn draw((app, theme): (&App, &Theme), (twins, pair): (&Twins, &SideBySide), area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let locale = app.locale();
    let mut page = Page::new((locale, theme), area, usize::MAX, buf);
    let stages = twins.stages();
    let titles = stages.map(|stage| stage.scenario().title.get(locale.language()));
    let steps = stages.map(|stage| stage.cursor().0.to_string());
    let steps = locale.format("step", &[("step", steps.join(" | ").into())]);
    page.header(&titles.join(" | "), &steps, buf);
    words(&mut page, pair, buf);
    let body = Rect { y: page.y, height: area.bottom().saturating_sub(page.y + 1), ..area };
    let places = Places::of(stages, body);
    let half = area.width / 2;
    let shown = usize::from(places.source.saturating_sub(1));
    let columns = [Rect { width: half, ..body }, Rect { x: body.x + half + 1, width: body.width - half - 1, ..body }];
    let painters = stages.map(|stage| Painter {
        scene: stage.scene(),
        names: stage.names(),
        locale,
        theme,
        motion: Motion::STILL,
    });
    let side_of =
        |side: usize| Half { painter: &painters[side], stage: stages[side], pair, side, chosen: twins.focus() == side };
    // Equal lines stand beside each other: both sides scroll with the chosen one.
    let focus = side_of(twins.focus()).focus().unwrap_or(0);
    let first = focus.saturating_sub(shown / 2).min(pair.rows().len().saturating_sub(shown));
    for (side, column) in columns.into_iter().enumerate() {
        side_of(side).draw(&places, first, column, buf);
    }
    divide(theme, (body.x + half, &places), body, buf);
    footer(&page, twins, buf);
}

/// How many lines differ, and what stands where.
fn words(page: &mut Page<'_>, pair: &SideBySide, buf: &mut Buffer) {
    let differ = pair.rows().iter().filter(|row| row.differs).count();
    let said = match differ {
        0 => page.locale.text("side-same"),
        count => format!("◆ {}", page.locale.format("side-differ", &[("count", count.into())])),
    };
    let key = keymap::label(Action::Fixed).unwrap_or_default();
    let right = vec![
        Span::styled(key, Style::new().fg(page.theme.accent)),
        page.plain(format!(" {} ", page.locale.text("twins-one"))),
    ];
    page.words([page.strong(said)], buf);
    let wide = width(&right) as u16;
    let row = page.y;
    page.words([page.plain(page.locale.text("twins-words"))], buf);
    if page.area.width > 3 * wide && page.y > row {
        buf.set_line(page.area.right() - wide, row, &Line::from(right), wide);
    }
}

fn footer(page: &Page<'_>, twins: &Twins, buf: &mut Buffer) {
    let text = |key| page.locale.text(key);
    let play = if twins.is_playing() { "hint-pause" } else { "twins-play" };
    let keys = [
        (Action::Play, text(play)),
        (Action::Forward, text("twins-step")),
        (Action::Backward, text("hint-backward")),
        (Action::Turn, text("twins-other")),
    ];
    page.footer(&keys, buf);
}

/// The upright line between the sides, and where rules meet it.
fn divide(theme: &Theme, (column, places): (u16, &Places), body: Rect, buf: &mut Buffer) {
    let style = Style::new().fg(theme.rule);
    for y in body.y..body.bottom() {
        buf.set_string(column, y, "│", style);
    }
    for (at, y) in places.rules(body.y).into_iter().enumerate().filter(|&(_, y)| y < body.bottom()) {
        buf.set_string(column, y, if at == 0 { "┬" } else { "┼" }, style);
    }
}

/// How many rows each part takes, with its rule; the same on both sides.
struct Places {
    source: u16,
    picture: u16,
    threads: u16,
    end: u16,
    /// Rows from one thread to the next.
    apart: u16,
}

impl Places {
    fn of(stages: [&Stage; 2], body: Rect) -> Self {
        let tall = body.height >= TALL;
        let apart = if tall { 2 } else { 1 };
        let threads = stages.iter().map(|stage| stage.threads_expected()).max().unwrap_or(1).clamp(1, MOST_THREADS);
        let threads = 1 + threads as u16 * apart;
        let end = if tall { 7 } else { 4 };
        let free = body.height.saturating_sub(threads + end);
        let picture = if tall { free * 2 / 5 } else { (free / 2).min(6) };
        Self { source: free - picture, picture, threads, end, apart }
    }

    /// The rows of the rules.
    fn rules(&self, top: u16) -> [u16; 4] {
        let picture = top + self.source;
        [top, picture, picture + self.picture, picture + self.picture + self.threads]
    }
}

/// One of both sides.
struct Half<'a> {
    painter: &'a Painter<'a>,
    stage: &'a Stage,
    pair: &'a SideBySide,
    side: usize,
    chosen: bool,
}

impl<'a> Half<'a> {
    fn draw(&self, places: &Places, first: usize, column: Rect, buf: &mut Buffer) {
        if column.width < NARROWEST {
            return;
        }
        let [source, picture, threads, end] = places.rules(column.y);
        let part = |y: u16, height: u16| Rect { y, height, ..column }.intersection(column);
        self.source(first, part(source, places.source), buf);
        self.picture(part(picture, places.picture), buf);
        let area = part(threads, places.threads);
        let area = title(self.painter, &self.painter.word("pane-threads"), Vec::new(), area, buf);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        timeline::in_small(self.painter, self.stage, (inner, places.apart), buf);
        self.end(part(end, places.end), buf);
    }

    /// The lines of both programs side by side; those that differ are marked.
    fn source(&self, first: usize, area: Rect, buf: &mut Buffer) {
        let name = self.pair.sides()[self.side].name().rsplit(['/', '\\']).next().unwrap_or_default();
        let mark = if self.chosen { vec![Span::styled("▶", self.painter.theme.title())] } else { Vec::new() };
        let area = title(self.painter, name, mark, area, buf);
        for (y, row) in (area.y..area.bottom()).zip(self.pair.rows().iter().skip(first)) {
            self.line(*row, Rect { y, height: 1, ..area }, buf);
        }
    }

    fn text(&self, row: Row) -> Option<(u32, &'a str)> {
        let at = if self.side == 0 { row.left } else { row.right };
        at.and_then(|at| self.pair.sides()[self.side].line(at))
    }

    /// The lines of the threads that go on.
    fn places(&self) -> impl Iterator<Item = (usize, u32)> {
        let threads = self.painter.scene.threads.iter().enumerate();
        let shown = threads.filter(|(_, view)| view.state.is_alive() && view.span.end > 0);
        shown.map(|(at, view)| (at, self.stage.scenario().source.line_of(view.last.start)))
    }

    /// The row to be seen: where the thread that moved is, else where the lines begin to differ.
    fn focus(&self) -> Option<usize> {
        let moved = self.painter.scene.running.map(crate::ids::ThreadId::index);
        let line = self.places().find(|(at, _)| Some(*at) == moved).map(|(_, line)| line);
        let is_there = |row: &Row| line.is_some() && self.text(*row).map(|(number, _)| number) == line;
        let rows = self.pair.rows();
        rows.iter().position(is_there).or_else(|| rows.iter().position(|row| row.differs))
    }

    fn line(&self, row: Row, area: Rect, buf: &mut Buffer) {
        let (painter, theme) = (self.painter, self.painter.theme);
        let plain = Style::new().fg(theme.text);
        let mark = if row.differs { Span::styled("◆", Style::new().fg(theme.accent)) } else { Span::raw(" ") };
        let Some((line, text)) = self.text(row) else {
            return buf.set_style(area, plain);
        };
        let here: Vec<usize> = self.places().filter(|&(_, at)| at == line).map(|(at, _)| at).collect();
        let who = |at: usize| crate::ids::ThreadId::at(at);
        let mut spans = vec![Span::raw(" ".repeat(2_usize.saturating_sub(here.len())))];
        match here.len() {
            ..=2 => spans.extend(
                here.iter()
                    .map(|&at| Span::styled(number(who(at)).to_string(), Style::new().fg(theme.thread(who(at))))),
            ),
            _ => spans.push(Span::styled("▶▶", plain)),
        }
        spans.push(Span::styled(if here.is_empty() { " " } else { "▶" }, plain));
        spans.extend([mark, painter.faint(format!("{line:>3} "))]);
        let style = match (row.differs, here.is_empty()) {
            (true, _) => plain.add_modifier(Modifier::BOLD),
            (false, false) => plain,
            (false, true) => theme.faint(),
        };
        spans.push(Span::styled(text.to_owned(), style));
        let fitted = fit(spans, usize::from(area.width.saturating_sub(1)));
        buf.set_line(area.x, area.y, &Line::from(fitted), area.width);
        if row.differs || !here.is_empty() {
            buf.set_style(area, Style::new().bg(theme.raised));
        }
    }

    /// What the stage shows first in its picture; not what stands here anyway.
    fn picture(&self, area: Rect, buf: &mut Buffer) {
        if area.height == 0 {
            return;
        }
        let all = wants(self.stage).panes;
        let shown = all.iter().find(|wanted| {
            wanted.home == Home::Picture && !matches!(wanted.pane, Pane::SideBySide | Pane::PolicyCompare)
        });
        let Some(panel) = shown.and_then(|wanted| panel(wanted.pane)) else {
            title(self.painter, "", Vec::new(), area, buf);
            return;
        };
        let name = self.painter.word(panel.title);
        let view = View { painter: self.painter, stage: self.stage, title: name, thread_rows: None, shown: &[] };
        // What can be clicked there belongs to the one stage below.
        (panel.draw)(&view, area, &mut Hits::default(), buf);
    }

    /// What the step does, or how it ended; below that how random runs ended.
    fn end(&self, area: Rect, buf: &mut Buffer) {
        let painter = self.painter;
        let step = painter.locale.format("step", &[("step", self.stage.cursor().0.into())]);
        let side = &self.pair.sides()[self.side];
        let area = title(painter, &step, vec![painter.faint(made(painter.locale, side))], area, buf);
        let band = self.stage.band(painter.locale);
        let colour = match band.tone {
            Tone::Bad => painter.theme.bad,
            Tone::Good => painter.theme.good,
            _ => painter.theme.text,
        };
        let bold = Style::new().fg(colour).add_modifier(Modifier::BOLD);
        let cells = usize::from(area.width.saturating_sub(2));
        let rows = usize::from(area.height);
        let wrapped = |brevity| {
            let word = band.word.iter().map(|word| Span::styled(format!("{word}  "), bold));
            let first = band.first.parts.iter().map(|part| painter.brief(part, brevity));
            wrap(&word.chain(first).collect::<Vec<_>>(), cells)
        };
        // Names are whole where there is room for them.
        let ways = [Brevity::Full, Brevity::Long, Brevity::Short].map(wrapped);
        let fits = |lines: &&Vec<Line<'_>>| lines.len() < rows;
        let mut lines = ways.iter().find(fits).unwrap_or(&ways[2]).clone();
        lines.truncate(rows.saturating_sub(1));
        while lines.len() + 1 < rows {
            lines.push(Line::default());
        }
        lines.push(Line::from(fit(ends(painter.locale, painter.theme, side), cells)));
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            buf.set_line(area.x + 1, y, &line, area.width.saturating_sub(1));
        }
    }
}

/// How many random runs were made.
fn made(locale: &Locale, side: &Side) -> String {
    let with = [("done", side.made().into()), ("runs", Side::wanted().into())];
    match side.made() {
        0 => locale.text("side-no-runs"),
        made if made < Side::wanted() => locale.format("side-under-way", &with),
        _ => locale.format("side-runs", &with),
    }
}

/// How they ended: `✗ 640 deadlock  ✓ 360 finished`.
fn ends<'a>(locale: &Locale, theme: &Theme, side: &Side) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    for group in side.ends() {
        let (sign, colour) = if group.kind.is_good() { ("✓", theme.good) } else { ("✗", theme.bad) };
        spans.push(Span::styled(format!("{sign} {}", group.count), Style::new().fg(colour)));
        spans.push(Span::styled(format!(" {}  ", kind_word(locale, group.kind)), Style::new().fg(theme.text)));
    }
    spans
}
