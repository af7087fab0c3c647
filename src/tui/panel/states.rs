//! The five-state diagram: places that never move, a mark for each thread in its place, and the arrow that was used last, with its
//! reason in words. Where there is no room for a diagram, a row for each state.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{lines, table::View, title};
use crate::{
    app::Stage,
    ids::ThreadId,
    scenario::Pane,
    scene::{Move, Phase, ThreadState},
    telling::{gives_way_key, names::mark, phase_key, why},
    tui::{
        hit::Hits,
        painter::{Painter, fit, width},
        wrap::{wrap, wrap_text},
    },
};

/// Cells of the small and of the large diagram.
const SMALL: (u16, u16) = (36, 7);
/// As [`SMALL`].
const LARGE: (u16, u16) = (79, 12);

/// Whether there is anything to draw: the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::States)
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let diagram = Diagram { painter, view };
    let summary = if area.height == 1 { diagram.counts() } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    if area.width >= LARGE.0 && area.height >= LARGE.1 {
        diagram.large(area, buf);
    } else if area.width >= SMALL.0 && area.height >= SMALL.1 {
        diagram.small(area, buf);
    } else {
        let rows = Phase::ALL.map(|phase| diagram.row(phase)).to_vec();
        lines(painter, rows, Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area }, buf);
    }
}

#[derive(Clone, Copy)]
struct Diagram<'v, 'a> {
    painter: &'v Painter<'a>,
    view: &'v View<'a>,
}

/// The arrows of the diagram.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrow {
    Start,
    Chosen,
    Over,
    Wants,
    There,
    Ends,
}

impl Arrow {
    fn of(step: &Move) -> Option<Self> {
        Some(match (step.from, step.to) {
            (Phase::New, Phase::Ready) => Self::Start,
            (Phase::Ready, Phase::Run) => Self::Chosen,
            (Phase::Run, Phase::Ready) => Self::Over,
            (Phase::Run, Phase::Blocked) => Self::Wants,
            (Phase::Blocked, Phase::Ready) => Self::There,
            (Phase::Run, Phase::Done) => Self::Ends,
            _ => return None,
        })
    }
}

impl<'a> Diagram<'_, 'a> {
    fn threads(&self, phase: Phase) -> Vec<ThreadId> {
        let scene = self.painter.scene;
        match phase {
            Phase::Ready => scene.line(),
            _ => (0..scene.threads.len()).map(ThreadId::at).filter(|&thread| scene.phase(thread) == phase).collect(),
        }
    }

    /// The moves of the present step; before them those of an earlier one are but words.
    fn fresh(&self) -> &[Move] {
        let moves = self.painter.scene.moves();
        let now = self.view.stage.cursor();
        if moves.first().is_some_and(|step| step.step == now) { moves } else { &[] }
    }

    fn style(&self, arrow: Arrow) -> Style {
        let lit = self.fresh().iter().rev().find(|step| Arrow::of(step) == Some(arrow));
        match lit {
            Some(step) => Style::new().fg(self.painter.theme.thread(step.thread)).add_modifier(Modifier::BOLD),
            None => self.painter.theme.faint(),
        }
    }

    /// The marks of the threads in a state, in so many cells; those that there is no room for are counted.
    fn chips(&self, phase: Phase, cells: usize, names: bool) -> Vec<Span<'a>> {
        let threads = self.threads(phase);
        let all: Vec<Vec<Span<'a>>> = threads.iter().map(|&thread| self.chip(thread, names)).collect();
        let gaps = |count: usize| if names { count.saturating_sub(1) } else { 0 };
        let wide = |count: usize| all[..count].iter().map(|spans| width(spans)).sum::<usize>() + gaps(count);
        if names && wide(all.len()) > cells {
            return self.chips(phase, cells, false);
        }
        if !names && wide(all.len()) > cells && 2 * threads.len() <= cells + 1 {
            // Who they are matters more than the brackets round their numbers.
            let digit = |thread: &ThreadId| {
                let style = Style::new().fg(self.painter.theme.thread(*thread)).add_modifier(Modifier::BOLD);
                Span::styled(mark(*thread).to_string(), style)
            };
            let mut spans: Vec<Span<'a>> = threads.iter().flat_map(|thread| [digit(thread), Span::raw(" ")]).collect();
            spans.pop();
            return spans;
        }
        let rest = |count: usize| if count == all.len() { 0 } else { format!("+{}", all.len() - count).len() };
        let shown = (0..=all.len()).rev().find(|&count| wide(count) + rest(count) <= cells).unwrap_or(0);
        let left = all.len() - shown;
        let mut spans = Vec::new();
        for chip in all.into_iter().take(shown) {
            if names && !spans.is_empty() {
                spans.push(Span::raw(" "));
            }
            spans.extend(chip);
        }
        if left > 0 {
            spans.push(self.painter.faint(format!("+{left}")));
        }
        spans
    }

    fn chip(&self, thread: ThreadId, names: bool) -> Vec<Span<'a>> {
        let painter = self.painter;
        let state = painter.scene.thread(thread).map(|view| view.state);
        let mark = if names { painter.tag(thread) } else { painter.chip(thread) };
        let sign = match state {
            Some(ThreadState::Sleeping) if painter.scene.phase(thread) == Phase::Blocked => "z",
            Some(ThreadState::Failed) => "✗",
            _ => return vec![mark],
        };
        let style = state.map_or_else(Style::new, |state| painter.state_style(state));
        vec![Span::styled(sign, style), mark]
    }

    fn name(&self, phase: Phase) -> Span<'a> {
        let there = self.fresh().iter().any(|step| step.to == phase);
        let style = Style::new().fg(self.painter.theme.text);
        let style = if there { style.add_modifier(Modifier::BOLD) } else { style };
        Span::styled(self.painter.word(phase_key(phase)), style)
    }

    fn over(&self) -> String {
        let settings = self.view.stage.session().settings();
        let token = settings.hardware.is_some_and(|hardware| hardware.gil.is_some());
        self.painter.word(gives_way_key(settings.policy, token))
    }

    /// How many threads are in each state.
    fn counts(&self) -> Vec<Span<'a>> {
        let mut spans = Vec::new();
        for phase in Phase::ALL {
            let count = self.threads(phase).len();
            if count > 0 {
                let gap = if spans.is_empty() { "" } else { "  " };
                spans.push(self.painter.faint(format!("{gap}{} {count}", self.painter.word(phase_key(phase)))));
            }
        }
        spans
    }

    fn row(&self, phase: Phase) -> Line<'a> {
        let wide = Phase::ALL.map(|phase| self.name(phase).width()).into_iter().max().unwrap_or(0);
        let name = self.name(phase);
        let pad = " ".repeat(wide - name.width() + 2);
        let mut spans = vec![name, Span::raw(pad)];
        spans.extend(self.chips(phase, 30, false));
        Line::from(spans)
    }

    /// Who went where last, and why.
    fn last(&self, step: &Move, names: bool) -> (Vec<Span<'a>>, Line<'a>) {
        let painter = self.painter;
        let settings = self.view.stage.session().settings();
        let token = settings.hardware.is_some_and(|hardware| hardware.gil.is_some());
        let who = if names { painter.tag(step.thread) } else { painter.chip(step.thread) };
        let word = |phase| painter.word(phase_key(phase));
        let way = format!(" {} ─▶ {}", word(step.from), word(step.to));
        let message = why(painter.scene, step, settings.policy, token);
        (vec![who, Span::raw(way)], painter.message_with(&message, !names))
    }

    /// What there is to say of the last move, in the rows below the diagram.
    fn tell(&self, area: Rect, names: bool, buf: &mut Buffer) {
        let painter = self.painter;
        let moves = painter.scene.moves();
        if area.height == 0 || moves.is_empty() {
            return;
        }
        let heading = painter.word("states-last");
        let indent = heading.width() + 2;
        let mut rows: Vec<Line<'a>> = Vec::new();
        let wide = usize::from(area.width).saturating_sub(indent);
        // Of several moves in one step the last ones, as far as there is room.
        for step in moves.iter().rev() {
            let (mut head, reason) = self.last(step, names);
            head.push(Span::raw(painter.word("colon")));
            let one = width(&head) + reason.width() <= wide;
            let mut own = Vec::new();
            if one {
                head.extend(reason.spans);
                own.push(Line::from(head));
            } else {
                own.push(Line::from(head));
                own.extend(wrap(&reason.spans, wide).into_iter().map(owned));
            }
            if !rows.is_empty() && rows.len() + own.len() > usize::from(area.height) {
                break;
            }
            own.extend(rows);
            rows = own;
        }
        let faint = self.fresh().is_empty();
        for (at, row) in rows.into_iter().take(usize::from(area.height)).enumerate() {
            let first = if at == 0 { heading.clone() } else { String::new() };
            let mut spans = vec![painter.faint(format!("{first:<0$}", first.chars().count()))];
            spans.push(Span::raw(" ".repeat(indent - first.width())));
            let rest = row.spans.into_iter().map(|span| if faint { painter.faint(span.content) } else { span });
            spans.extend(rest);
            let line = Line::from(fit(spans, usize::from(area.width)));
            buf.set_line(area.x, area.y + at as u16, &line, area.width);
        }
    }

    fn small(&self, area: Rect, buf: &mut Buffer) {
        let pen = Pen { origin: (area.x + 1, area.y), right: area.right() };
        let (start, chosen, over) = (self.style(Arrow::Start), self.style(Arrow::Chosen), self.style(Arrow::Over));
        let (wants, there, ends) = (self.style(Arrow::Wants), self.style(Arrow::There), self.style(Arrow::Ends));
        pen.span(0, 0, self.name(Phase::New), buf);
        pen.put(4, 0, "─▶", start, buf);
        pen.span(7, 0, self.name(Phase::Ready), buf);
        pen.arrow((13, 28), 0, &self.painter.word("move-chosen"), (false, chosen), buf);
        pen.span(30, 0, self.name(Phase::Run), buf);
        pen.spans(0, 1, self.chips(Phase::New, 6, false), buf);
        pen.spans(7, 1, self.chips(Phase::Ready, 6, false), buf);
        pen.arrow((14, 28), 1, &self.over(), (true, over), buf);
        pen.spans(30, 1, self.chips(Phase::Run, 6, false), buf);
        pen.put(9, 2, "▲", there, buf);
        for y in 3..5 {
            pen.put(9, y, "│", there, buf);
        }
        for (y, word) in (3..5).zip(wrap_text(&self.painter.word("move-there"), 8)) {
            pen.put(8 - (word.width().min(8) as u16), y, &word, there, buf);
        }
        pen.put(9, 5, "└──", there, buf);
        pen.span(13, 5, self.name(Phase::Blocked), buf);
        let begin = 14 + self.name(Phase::Blocked).width() as u16;
        pen.put(begin, 5, &format!("◀{}┘", "─".repeat(usize::from(28_u16.saturating_sub(begin)))), wants, buf);
        for y in 2..5 {
            pen.put(29, y, "│", wants, buf);
            pen.put(32, y, if y == 4 { "▼" } else { "│" }, ends, buf);
        }
        let word = self.painter.word("move-wants");
        pen.put(28 - (word.width().min(16) as u16), 3, &word, wants, buf);
        pen.span(31, 5, self.name(Phase::Done), buf);
        pen.spans(13, 6, self.chips(Phase::Blocked, 16, false), buf);
        pen.spans(30, 6, self.chips(Phase::Done, 6, false), buf);
        let gap = u16::from(area.height > 10);
        let below = Rect { x: area.x + 1, width: area.width - 1, y: area.y + 7 + gap, height: area.height - 7 - gap };
        self.tell(below, area.width >= 50, buf);
    }

    fn large(&self, area: Rect, buf: &mut Buffer) {
        let pen = Pen { origin: (area.x + 1 + (area.width - LARGE.0) / 2, area.y), right: area.right() };
        let word = |key| self.painter.word(key);
        for (phase, x, y, inner) in [
            (Phase::New, 0, 0, 7),
            (Phase::Ready, 17, 0, 11),
            (Phase::Run, 49, 0, 11),
            (Phase::Done, 69, 0, 7),
            (Phase::Blocked, 31, 6, 15),
        ] {
            self.boxed(pen, phase, (x, y, inner), buf);
        }
        let (chosen, over) = (self.style(Arrow::Chosen), self.style(Arrow::Over));
        let (there, wants) = (self.style(Arrow::There), self.style(Arrow::Wants));
        pen.put(10, 1, "─────▶", self.style(Arrow::Start), buf);
        pen.put(10, 2, &word("move-start"), self.style(Arrow::Start), buf);
        pen.centred((31, 47), 0, &word("move-chosen"), chosen, buf);
        pen.put(31, 1, "────────────────▶", chosen, buf);
        pen.put(31, 2, "◀────────────────", over, buf);
        pen.centred((31, 47), 3, &self.over(), over, buf);
        pen.put(63, 1, "────▶", self.style(Arrow::Ends), buf);
        pen.put(63, 2, &word("move-ends"), self.style(Arrow::Ends), buf);
        pen.put(23, 4, "▲", there, buf);
        for y in 5..7 {
            pen.put(23, y, "│", there, buf);
        }
        let label = word("move-there");
        pen.put(22_u16.saturating_sub(label.width() as u16), 5, &label, there, buf);
        pen.put(23, 7, "└──────", there, buf);
        for y in 4..7 {
            pen.put(53, y, "│", wants, buf);
        }
        pen.put(55, 5, &word("move-wants-what"), wants, buf);
        pen.put(49, 7, "◀───┘", wants, buf);
        let below =
            Rect { x: pen.origin.0, width: area.right() - pen.origin.0, y: area.y + 10, height: area.height - 10 };
        self.tell(below, true, buf);
    }

    /// A state as a box with its threads.
    fn boxed(&self, pen: Pen, phase: Phase, (x, y, inner): (u16, u16, u16), buf: &mut Buffer) {
        let style = Style::new().fg(self.painter.theme.text);
        let edge = "─".repeat(usize::from(inner));
        pen.put(x, y, &format!("┌{edge}┐"), style, buf);
        for row in 1..3 {
            pen.put(x, y + row, "│", style, buf);
            pen.put(x + inner + 1, y + row, "│", style, buf);
        }
        pen.put(x, y + 3, &format!("└{edge}┘"), style, buf);
        let name = self.name(phase);
        let middle = |wide: usize| x + 1 + inner.saturating_sub(wide as u16) / 2;
        let at = middle(name.width());
        pen.span(at, y + 1, name, buf);
        let chips = self.chips(phase, usize::from(inner), true);
        pen.spans(middle(width(&chips)), y + 2, chips, buf);
    }
}

/// Draws at places of the diagram.
#[derive(Clone, Copy)]
struct Pen {
    origin: (u16, u16),
    right: u16,
}

impl Pen {
    fn spans(self, x: u16, y: u16, spans: Vec<Span<'_>>, buf: &mut Buffer) {
        let (x, y) = (self.origin.0 + x, self.origin.1 + y);
        let room = self.right.saturating_sub(x);
        buf.set_line(x, y, &Line::from(fit(spans, usize::from(room))), room);
    }

    fn span(self, x: u16, y: u16, span: Span<'_>, buf: &mut Buffer) {
        self.spans(x, y, vec![span], buf);
    }

    fn put(self, x: u16, y: u16, text: &str, style: Style, buf: &mut Buffer) {
        self.span(x, y, Span::styled(text.to_owned(), style), buf);
    }

    fn centred(self, (from, to): (u16, u16), y: u16, text: &str, style: Style, buf: &mut Buffer) {
        let spare = (to - from).saturating_sub(text.width() as u16);
        self.put(from + spare / 2, y, text, style, buf);
    }

    /// A level arrow with a word on it, from one cell to another, both included.
    fn arrow(self, (from, to): (u16, u16), y: u16, word: &str, (back, style): (bool, Style), buf: &mut Buffer) {
        let cells = usize::from(to - from + 1);
        let spare = cells.saturating_sub(word.width() + 3);
        let (left, right) = (spare / 2, spare - spare / 2);
        let line = |count| "─".repeat(count);
        let text = if back {
            format!("◀{} {word} {}", line(left), line(right))
        } else {
            format!("{} {word} {}▶", line(left), line(right))
        };
        self.put(from, y, &text, style, buf);
    }
}

fn owned<'a>(line: Line<'_>) -> Line<'a> {
    line.spans.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style)).collect()
}

#[cfg(test)]
#[path = "states_tests.rs"]
mod tests;
