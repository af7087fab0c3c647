//! The calls of a thread as cards, the newest at the bottom, as a traceback prints them; and the frames of generators, which
//! are laid aside at `yield` with their values and taken up again: what goes in falls, what comes out rises.

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
    event::Shown,
    ids::{TextId, ThreadId},
    scenario::Pane,
    scene::{GeneratorState, GeneratorView},
    source::Span as Place,
    telling::line_words,
    tui::{
        hit::Hits,
        painter::{Painter, fit, middle_cut, width},
    },
};

/// The narrowest column of cards on a screen that has several.
const COLUMN: u16 = 27;

/// Whether there is anything to draw: the scenario asks for it, or there are generators and nothing that is shared.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    let scene = stage.scene();
    let shared = !scene.resources.is_empty() || scene.known_variables().next().is_some();
    stage.scenario().panes.contains(&Pane::CallStacks) || (!shared && scene.generators().next().is_some())
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let area = title(painter, &view.title, Vec::new(), area, buf);
    let stacks = Stacks { painter, stage: view.stage };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let Some(thread) = stacks.thread() else { return };
    if area.width < 2 * COLUMN + 4 {
        return stacks.narrow(thread, inner, buf);
    }
    let columns = stacks.columns(thread, usize::from((inner.width + 2) / (COLUMN + 2)));
    let wide = (inner.width + 2) / columns.len().max(1) as u16 - 2;
    for (at, column) in columns.into_iter().enumerate() {
        let place = Rect { x: inner.x + at as u16 * (wide + 2), width: wide.min(52), ..inner };
        match column {
            Column::Thread(thread) => {
                stacks.stack(thread, place, buf);
            }
            Column::Free => {}
            Column::Aside => stacks.aside_cards(thread, place, buf),
        }
    }
}

/// A column of a wide pane.
enum Column {
    Thread(ThreadId),
    /// The generators that nobody runs.
    Aside,
    /// Nobody yet.
    Free,
}

/// A frame as it is drawn.
struct Card<'a> {
    /// What comes in and out over its upper edge.
    over: Option<Vec<Span<'a>>>,
    name: String,
    note: String,
    style: Style,
    rows: Vec<Vec<Span<'a>>>,
}

impl Card<'_> {
    fn height(&self) -> usize {
        usize::from(self.over.is_some()) + 2 + self.rows.len()
    }
}

struct Stacks<'a> {
    painter: &'a Painter<'a>,
    stage: &'a Stage,
}

impl<'a> Stacks<'a> {
    /// Whose calls are shown: those of the thread that moved.
    fn thread(&self) -> Option<ThreadId> {
        let scene = self.painter.scene;
        scene.running.or_else(|| (!scene.threads.is_empty()).then_some(ThreadId::MAIN))
    }

    /// The generator that the thread let go on last, or runs.
    fn partner(&self, thread: ThreadId) -> Option<&'a GeneratorView> {
        let of_thread = self.painter.scene.generators().filter(|view| view.thread == thread && view.resumed > 0);
        of_thread.max_by_key(|view| (matches!(view.state, GeneratorState::Running(_)), view.changed))
    }

    /// The other generators: those that wait, and those that have ended.
    fn others(&self, thread: ThreadId) -> (Vec<&'a GeneratorView>, Vec<&'a GeneratorView>) {
        let partner = self.partner(thread).map(|view| view.number);
        let running = |view: &&GeneratorView| matches!(view.state, GeneratorState::Running(_));
        let others = self.painter.scene.generators().filter(|view| Some(view.number) != partner && !running(view));
        others.partition(|view| view.waits())
    }

    /// What stands beside each other: the frames that are laid aside, else the threads that live, in their order.
    fn columns(&self, thread: ThreadId, most: usize) -> Vec<Column> {
        let scene = self.painter.scene;
        if scene.generators().next().is_some() {
            return vec![Column::Thread(thread), Column::Aside];
        }
        let expected = self.stage.threads_expected().clamp(1, most.max(1));
        let ids = (0..scene.threads.len()).map(ThreadId::at);
        let alive = |&id: &ThreadId| id == thread || scene.thread(id).is_some_and(|view| view.state.is_alive());
        let mut shown: Vec<ThreadId> = ids.filter(alive).collect();
        if shown.len() > most {
            shown.sort_by_key(|&id| (id != thread, !scene.touched().contains(&id), id));
            shown.truncate(most);
            shown.sort_unstable();
        }
        // A column that is empty yet keeps the others where they will be.
        let count = shown.len();
        let free = (count..expected).map(|_| Column::Free);
        shown.into_iter().map(Column::Thread).chain(free).collect()
    }

    fn line_of(&self, place: Place) -> String {
        if place.end == 0 {
            return String::new();
        }
        let source = &self.stage.scenario().source;
        line_words(source, source.line_of(place.start), self.painter.locale)
    }

    fn word(&self, key: &str, name: &str, value: &str) -> String {
        self.painter.locale.format(key, &[(name, value.to_owned().into())])
    }

    /// `n = 3   step = 2`, in as many rows as there are up to two.
    fn locals(&self, locals: &[(TextId, Shown)], cells: usize) -> Vec<Vec<Span<'a>>> {
        let theme = self.painter.theme;
        let mut rows: Vec<Vec<Span<'a>>> = Vec::new();
        for &(name, value) in locals {
            let value = middle_cut(&self.painter.names.value(value), 16);
            let pair = vec![
                self.painter.faint(format!("{} = ", middle_cut(self.painter.names.text(name), 12))),
                Span::styled(value, Style::new().fg(theme.text)),
            ];
            match rows.last_mut() {
                Some(row) if width(row) + 3 + width(&pair) <= cells => {
                    row.push(Span::raw("   "));
                    row.extend(pair);
                }
                _ => rows.push(pair),
            }
        }
        rows.truncate(2);
        rows
    }

    /// The cards of a thread's calls, the newest last; a generator that it let go on last stands below.
    fn cards(&self, thread: ThreadId, cells: usize) -> Vec<Card<'a>> {
        let (painter, theme) = (self.painter, self.painter.theme);
        let Some(view) = painter.scene.thread(thread) else { return Vec::new() };
        let bold = Style::new().fg(theme.thread(thread)).add_modifier(Modifier::BOLD);
        let plain = Style::new().fg(theme.thread(thread));
        let partner = self.partner(thread);
        let mut cards: Vec<Card<'a>> = Vec::new();
        for caller in &view.callers {
            let note = self.word("stacks-line", "line", &self.line_of(caller.span));
            let rows = Self::indented(None, self.locals(&caller.locals, cells.saturating_sub(4)));
            let name = painter.names.text(caller.function).to_owned();
            cards.push(Card { over: None, name, note, style: plain, rows });
        }
        if cards.is_empty() && view.calls.len() > 1 {
            // Of another program it is perhaps known who called whom, and no more.
            let names = view.calls[..view.calls.len() - 1].iter().map(|&name| painter.names.text(name).to_owned());
            cards.extend(names.map(|name| Card {
                over: None,
                name,
                note: String::new(),
                style: plain,
                rows: Vec::new(),
            }));
        }
        if let Some((function, _)) = view.function {
            let place = if view.span.end > 0 { view.span } else { view.last };
            let note = self.word("stacks-line", "line", &self.line_of(place));
            let mut rows = Vec::new();
            if place.end > 0 {
                let text = self.stage.scenario().source.line(self.stage.scenario().source.line_of(place.start));
                rows.push(vec![Span::styled(
                    middle_cut(text.trim(), cells.saturating_sub(4)),
                    Style::new().fg(theme.text),
                )]);
            }
            rows.extend(self.locals(&view.locals, cells.saturating_sub(4)));
            rows.truncate(3);
            let sign = painter.state(view.state).0;
            let name = painter.names.text(function).to_owned();
            cards.push(Card { over: None, name, note, style: bold, rows: Self::indented(Some(sign), rows) });
        }
        if let Some(partner) = partner {
            let over = Some(self.exchange(partner));
            match partner.state {
                GeneratorState::Running(_) => {
                    let name = painter.names.text(partner.function);
                    if let Some(card) = cards.iter_mut().rev().find(|card| card.name == name) {
                        card.over = over;
                    }
                }
                _ => cards.push(Card { over, ..self.generator(partner, cells) }),
            }
        }
        cards
    }

    /// The rows of a card, the first behind a sign.
    fn indented(sign: Option<Span<'a>>, rows: Vec<Vec<Span<'a>>>) -> Vec<Vec<Span<'a>>> {
        let mut sign = sign;
        let behind = |row: Vec<Span<'a>>| {
            let first = sign.take().unwrap_or_else(|| Span::raw(" "));
            [first, Span::raw(" ")].into_iter().chain(row).collect()
        };
        rows.into_iter().map(behind).collect()
    }

    /// What went into a generator, and what came out.
    fn exchange(&self, view: &GeneratorView) -> Vec<Span<'a>> {
        let (painter, theme) = (self.painter, self.painter.theme);
        let shown = |value: Shown| middle_cut(&painter.names.value(value), 10);
        let moving = painter.motion.under_way(view.changed).is_some();
        let style = Style::new().fg(theme.text).add_modifier(if moving { Modifier::BOLD } else { Modifier::empty() });
        let sent = match view.sent {
            Some(value) if &*painter.names.value(value) != "None" => self.word("stacks-send", "value", &shown(value)),
            _ => painter.word("stacks-next"),
        };
        let mut spans = vec![Span::raw("   "), Span::styled(format!("{sent} ↓"), style)];
        let gave = match (view.state, view.gave) {
            (GeneratorState::Parked, Some(value)) => format!("↑ {}", self.word("stacks-gave", "value", &shown(value))),
            (GeneratorState::Returned, Some(value)) => {
                format!("↑ {}", self.word("stacks-returned", "value", &shown(value)))
            }
            (GeneratorState::Broken, _) => painter.word("stacks-broken"),
            _ => String::new(),
        };
        let gap = 18_usize.saturating_sub(width(&spans)).max(2);
        spans.extend([Span::raw(" ".repeat(gap)), Span::styled(gave, style)]);
        spans
    }

    /// The card of a generator that does not run.
    fn generator(&self, view: &GeneratorView, cells: usize) -> Card<'a> {
        let (painter, theme) = (self.painter, self.painter.theme);
        let name = painter.names.text(view.function).to_owned();
        let line = self.line_of(view.span);
        let (note, sign) = match view.state {
            GeneratorState::New => (painter.word("stacks-made"), "─"),
            GeneratorState::Parked => (self.word("stacks-parked", "line", &line), "z"),
            GeneratorState::Returned => (painter.word("stacks-done"), "✓"),
            GeneratorState::Broken => (painter.word("stacks-done"), "·"),
            GeneratorState::Running(_) => (String::new(), "█"),
        };
        let mut rows = match view.state {
            GeneratorState::Returned => {
                let value = view.gave.map(|value| painter.names.value(value)).unwrap_or_default();
                vec![vec![Span::raw(self.word("stacks-returned", "value", &middle_cut(&value, 16)))]]
            }
            GeneratorState::Broken => vec![vec![Span::raw(painter.word("stacks-broken"))]],
            _ if view.stale => vec![vec![painter.faint(painter.word("stacks-stale"))]],
            _ => self.locals(&view.locals, cells.saturating_sub(4)),
        };
        if rows.is_empty() {
            rows.push(Vec::new());
        }
        let style = if view.waits() { Style::new().fg(theme.text) } else { theme.faint() };
        Card { over: None, name, note, style, rows: Self::indented(Some(Span::styled(sign, style)), rows) }
    }

    /// The thread and its cards, in as few rows as there are: the oldest frames are folded to their upper edges first, then
    /// counted. Returns the rows that are taken.
    fn stack(&self, thread: ThreadId, area: Rect, buf: &mut Buffer) -> u16 {
        let painter = self.painter;
        if painter.scene.thread(thread).is_none() || area.height == 0 {
            return 0;
        }
        let mut head = vec![painter.tag(thread)];
        let state = painter.scene.thread(thread).map(|view| view.state);
        if let Some(state) = state.filter(|state| !state.is_alive()) {
            let (sign, word) = painter.state(state);
            head.extend([Span::raw("  "), sign, Span::raw(" "), word]);
        }
        buf.set_line(area.x, area.y, &Line::from(fit(head, usize::from(area.width))), area.width);
        let mut cards = self.cards(thread, usize::from(area.width));
        let room = usize::from(area.height) - 1;
        let newest = cards.len().saturating_sub(1);
        let mut total: usize = cards.iter().map(Card::height).sum();
        // Only the upper edge of a folded card is drawn.
        let mut folded = 0;
        while total > room && folded < newest {
            total -= cards[folded].height() - 1;
            cards[folded].over = None;
            folded += 1;
        }
        let mut left_out = 0;
        while total > room && left_out < folded {
            total -= usize::from(left_out > 0);
            left_out += 1;
        }
        let mut y = area.y + 1;
        if left_out > 0 {
            let text = painter.locale.format("stacks-more", &[("count", left_out.into())]);
            buf.set_line(area.x, y, &Line::from(painter.faint(text)), area.width);
            y += 1;
        }
        for (at, card) in cards.iter().enumerate().skip(left_out) {
            let place = Rect { y, height: area.bottom().saturating_sub(y), ..area };
            y += draw_card(card, at < folded, place, buf);
        }
        y - area.y
    }

    /// One column: the thread that moved, and below it in a row each what is laid aside, and the other threads.
    fn narrow(&self, thread: ThreadId, area: Rect, buf: &mut Buffer) {
        let (painter, scene) = (self.painter, self.painter.scene);
        let (aside, done) = self.others(thread);
        let cells = usize::from(area.width);
        let mut below: Vec<Line<'_>> = Vec::new();
        for (key, views) in [("stacks-aside", &aside), ("stacks-done", &done)] {
            if !views.is_empty() {
                below.push(Line::from(self.row(key, views, cells)));
            }
        }
        let others = (0..scene.threads.len()).map(ThreadId::at).filter(|&id| id != thread);
        for id in others {
            let Some(view) = scene.thread(id).filter(|view| view.state.is_alive()) else { continue };
            let calls = view.callers.iter().map(|caller| caller.function).chain(view.function.map(|(name, _)| name));
            let calls: Vec<&str> = calls.map(|name| painter.names.text(name)).collect();
            let row = vec![painter.tag(id), Span::raw(" "), painter.state(view.state).0, Span::raw(" ")];
            let room = cells.saturating_sub(width(&row));
            let calls = painter.faint(middle_cut(&calls.join(" ▶ "), room));
            below.push(row.into_iter().chain([calls]).collect());
        }
        // The stack has the first call on the rows, but for two.
        let wanted = self.cards(thread, cells).iter().map(Card::height).sum::<usize>() as u16 + 1;
        let keep = (below.len() as u16).min(area.height.saturating_sub(wanted).max(2)).min(area.height / 2);
        let used = self.stack(thread, Rect { height: area.height - keep, ..area }, buf);
        let rest = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
        lines(painter, below, rest, buf);
    }

    /// `aside  fetch z 9   fetch z 9`.
    fn row(&self, key: &str, views: &[&GeneratorView], cells: usize) -> Vec<Span<'a>> {
        let painter = self.painter;
        let word = painter.word(key);
        let words = ["stacks-aside", "stacks-done"].map(|key| painter.word(key).width());
        let wide = words.into_iter().max().unwrap_or(0);
        let mut spans = vec![painter.faint(format!("{word}{}", " ".repeat(wide.saturating_sub(word.width()) + 1)))];
        for view in views {
            let name = painter.names.text(view.function);
            let text = match (view.state, view.gave) {
                (GeneratorState::New, _) => format!(" {name} ─"),
                (GeneratorState::Returned, Some(value)) => {
                    let value = middle_cut(&painter.names.value(value), 10);
                    format!(" {name} ✓ {}", self.word("stacks-returned", "value", &value))
                }
                (GeneratorState::Broken, _) => format!(" {name} · {}", painter.word("stacks-broken")),
                _ => {
                    let locals = view.locals.iter().take(2);
                    let value = |&(local, value): &(TextId, Shown)| {
                        format!(" {}={}", painter.names.text(local), middle_cut(&painter.names.value(value), 8))
                    };
                    format!(" {name} z{}", locals.map(value).collect::<String>())
                }
            };
            spans.push(Span::raw(text + " "));
        }
        fit(spans, cells)
    }

    /// The generators that nobody runs, as cards.
    fn aside_cards(&self, thread: ThreadId, area: Rect, buf: &mut Buffer) {
        let painter = self.painter;
        let (aside, done) = self.others(thread);
        if aside.is_empty() && done.is_empty() {
            return;
        }
        buf.set_line(area.x, area.y, &Line::from(painter.faint(painter.word("stacks-laid-aside"))), area.width);
        let all: Vec<Card<'_>> =
            aside.iter().chain(&done).map(|view| self.generator(view, usize::from(area.width))).collect();
        let mut y = area.y + 1;
        for (at, card) in all.iter().enumerate() {
            let left = usize::from(area.bottom().saturating_sub(y));
            let rest = all.len() - at;
            if left < card.height() || (left < card.height() + 1 && rest > 1) {
                if left > 0 {
                    super::more(painter, rest, Rect { y, height: 1, ..area }, buf);
                }
                return;
            }
            y += draw_card(card, false, Rect { y, height: left as u16, ..area }, buf);
        }
    }
}

/// Draws a card, or only its upper edge; returns the rows that it takes.
fn draw_card(card: &Card<'_>, folded: bool, area: Rect, buf: &mut Buffer) -> u16 {
    let mut y = area.y;
    let cells = usize::from(area.width);
    let mut put = |spans: Vec<Span<'_>>| {
        if y < area.bottom() {
            buf.set_line(area.x, y, &Line::from(fit(spans, cells)), area.width);
            y += 1;
        }
    };
    if let Some(over) = &card.over {
        put(over.clone());
    }
    let note = if card.note.is_empty() { String::new() } else { format!(" {} ", card.note) };
    let name = middle_cut(&card.name, cells.saturating_sub(note.width() + 6).max(3));
    let line = cells.saturating_sub(name.width() + note.width() + 5);
    let edge = format!("┌ {name} {}{note}─┐", "─".repeat(line));
    put(vec![Span::styled(edge, card.style)]);
    if !folded {
        for row in &card.rows {
            let side = |text: &'static str| Span::styled(text, card.style);
            let inside = fit(row.clone(), cells.saturating_sub(4));
            let pad = " ".repeat(cells.saturating_sub(4).saturating_sub(width(&inside)));
            let ends = [Span::raw(pad), side(" │")];
            put([side("│ ")].into_iter().chain(inside).chain(ends).collect());
        }
        put(vec![Span::styled(format!("└{}┘", "─".repeat(cells.saturating_sub(2))), card.style)]);
    }
    y - area.y
}

#[cfg(test)]
#[path = "call_stacks_tests.rs"]
mod tests;
