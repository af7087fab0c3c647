//! The crowd: a cell for every thread, in the order of birth and never moved, where there are more threads than rows for them.
//! Up to forty have their numbers, above that the sign stands alone.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{lines, memory::is_kept, more, table::View, title};
use crate::{
    app::Stage,
    ids::{ThreadId, VariableId},
    scenario::Pane,
    scene::ThreadState,
    telling::{names::number, state_sign},
    tui::{
        hit::Hits,
        painter::{Painter, fit, middle_cut, width},
    },
};

/// Above so many threads, cells have no numbers.
const NUMBERED: usize = 40;

/// Whether threads are folded away, so that this is where they are seen.
#[must_use]
pub fn wanted(view: &View<'_>) -> bool {
    view.thread_rows.is_some_and(|rows| view.stage.threads_expected() > usize::from(rows.max(1)))
}

/// Draws the crowd at the bottom of the area, with room for so many threads; returns the rows that it takes.
pub fn draw(painter: &Painter<'_>, threads: usize, area: Rect, buf: &mut Buffer) -> u16 {
    let large = area.width >= 70 && area.height >= 20;
    let margin = if large { 3 } else { 1 };
    let numbered = threads <= NUMBERED;
    let cell = match (numbered, large) {
        (true, true) => 7,
        (true, false) => 4 + usize::from(threads > 99),
        (false, _) => 1,
    };
    // The main thread starts the others, and is none of the crowd.
    let others = threads.saturating_sub(1);
    let columns = (usize::from(area.width).saturating_sub(2 * margin) / cell).clamp(1, if numbered { 10 } else { 60 });
    let spacing: u16 = if large && numbered { 2 } else { 1 };
    let rows = others.div_ceil(columns) as u16 * spacing + 1 + u16::from(large);
    // What is shared has the other rows: half of them at least.
    if rows > area.height.div_ceil(2) + 1 || others == 0 {
        return 0;
    }
    let top = area.bottom() - rows;
    let x = area.x + margin as u16;
    let heading = fit(heading(painter, large), usize::from(area.width) - margin);
    buf.set_line(x, top, &Line::from(heading), area.width - margin as u16);
    let first = top + 1 + u16::from(large);
    for at in 0..others.min(painter.scene.threads.len().saturating_sub(1)) {
        let thread = ThreadId::at(at + 1);
        let place = (x + (at % columns * cell) as u16, first + (at / columns) as u16 * spacing);
        draw_cell(painter, thread, (numbered, large), place, buf);
    }
    rows
}

fn draw_cell(
    painter: &Painter<'_>,
    thread: ThreadId,
    (numbered, large): (bool, bool),
    (x, y): (u16, u16),
    buf: &mut Buffer,
) {
    let Some(view) = painter.scene.thread(thread) else { return };
    let theme = painter.theme;
    let (sign, number) = (state_sign(view.state), number(thread));
    let bright = painter.scene.touched().contains(&thread);
    let style = match view.state {
        ThreadState::Finished | ThreadState::New | ThreadState::Abandoned => theme.faint(),
        ThreadState::Failed => Style::new().fg(theme.bad),
        _ => Style::new().fg(theme.thread(thread)),
    };
    let style = if bright { style.add_modifier(Modifier::BOLD) } else { style };
    let text = match (numbered, large) {
        (true, true) => format!("{sign} {number}"),
        (true, false) => format!("{number:>2}{sign}"),
        (false, _) => sign.to_owned(),
    };
    buf.set_stringn(x, y, text, 7, style);
}

/// The word for it, and how many threads are in which state.
fn heading<'a>(painter: &Painter<'a>, large: bool) -> Vec<Span<'a>> {
    let bold = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
    let word = painter.word("picture-crowd");
    let blanks = if large { 17_usize.saturating_sub(word.width()) } else { 2 };
    let mut spans = vec![Span::styled(word, bold), Span::raw(" ".repeat(blanks))];
    spans.extend(sums(painter, large));
    spans
}

/// How many threads are in which state, in one line.
fn sums<'a>(painter: &Painter<'a>, large: bool) -> Vec<Span<'a>> {
    let sum = |(state, count)| {
        let (sign, word) = painter.state(state);
        let text = if large { format!("{count} {}   ", word.content) } else { format!("{count} {}  ", sign.content) };
        Span::styled(text, painter.state_style(state))
    };
    counts(painter).into_iter().filter(|&(_, count)| count > 0).map(sum).collect()
}

/// How many threads but the main one are in each state in which a living thread can be, or was.
fn counts(painter: &Painter<'_>) -> Vec<(ThreadState, usize)> {
    let states = [
        ThreadState::Finished,
        ThreadState::Failed,
        ThreadState::Sleeping,
        ThreadState::Running,
        ThreadState::Ready,
        ThreadState::Blocked,
    ];
    let of = |state| painter.scene.threads.iter().skip(1).filter(|view| view.state == state).count();
    states.into_iter().map(|state| (state, of(state))).collect()
}

/// Whether the scenario asks for it.
#[must_use]
pub fn is_named(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::Crowd)
}

/// Draws it as a pane of its own.
pub fn draw_pane(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let summary = if area.height == 1 { sums(painter, false) } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if inner.height == 0 || inner.width == 0 {
        return;
    }
    let others = view.stage.threads_expected().saturating_sub(1);
    let contested = copies(painter);
    let numbered = others <= NUMBERED;
    let mut first = vec![Span::raw(painter.locale.format("crowd-threads", &[("count", others.into())]))];
    if let Some(Copies { name, value, .. }) = &contested {
        let gap = usize::from(inner.width).saturating_sub(width(&first) + name.width() + value.width() + 1).max(2);
        first.push(Span::raw(format!("{}{name} {value}", " ".repeat(gap))));
    }
    buf.set_line(inner.x, inner.y, &Line::from(fit(first, usize::from(inner.width))), inner.width);
    let below = rows_below(painter, contested.as_ref(), inner);
    let room = usize::from(inner.height - 1).saturating_sub(below.len());
    let cell = if numbered { 4 } else { 1 };
    let most = usize::from(inner.width) / cell;
    let pleasant = if numbered { most.min(10) } else { (most * 4 / 5).min(60) };
    let columns = if others.div_ceil(pleasant.max(1)) <= room { pleasant } else { most }.max(1);
    let rows = others.div_ceil(columns);
    let shown = if rows <= room { others } else { room.saturating_sub(1) * columns };
    for at in 0..shown.min(painter.scene.threads.len().saturating_sub(1)) {
        let place = (inner.x + (at % columns * cell) as u16, inner.y + 1 + (at / columns) as u16);
        draw_cell(painter, ThreadId::at(at + 1), (numbered, false), place, buf);
    }
    if rows > room && room > 0 {
        more(painter, others - shown, Rect { y: inner.y + room as u16, height: 1, ..inner }, buf);
    }
    let top = inner.y + 1 + rows.min(room) as u16;
    let airy = usize::from(inner.bottom().saturating_sub(top)) > below.len();
    lines(
        painter,
        below,
        Rect { y: top + u16::from(airy), height: inner.bottom() - top - u16::from(airy), ..inner },
        buf,
    );
}

/// The sums, a bar each where there is room, and how many hold an old copy.
fn rows_below<'a>(painter: &Painter<'a>, copies: Option<&Copies>, inner: Rect) -> Vec<Line<'a>> {
    let mut rows = Vec::new();
    let counts: Vec<(ThreadState, usize)> = counts(painter).into_iter().filter(|&(_, count)| count > 0).collect();
    if inner.width >= 50 && inner.height >= 12 {
        let words: Vec<String> = counts.iter().map(|&(state, _)| painter.state(state).1.content.into_owned()).collect();
        let wide = words.iter().map(|word| word.width()).max().unwrap_or(0);
        let most = counts.iter().map(|&(_, count)| count).max().unwrap_or(1).max(1);
        let cells = usize::from(inner.width).saturating_sub(wide + 10).max(1);
        for (&(state, count), word) in counts.iter().zip(&words) {
            let bar = if most <= cells { count } else { (count * cells / most).max(1) };
            let pad = " ".repeat(wide - word.width());
            let bar = Span::styled("█".repeat(bar), painter.state_style(state));
            rows.push(Line::from(vec![Span::raw(format!("{word}{pad}  {count:>4}  ")), bar]));
        }
    } else {
        rows.push(Line::from(sums(painter, false)));
    }
    if let Some(Copies { old, all, .. }) = copies.filter(|copies| copies.all > 0) {
        let of = painter.locale.format("crowd-of", &[("count", (*old).into()), ("all", (*all).into())]);
        rows.push(Line::from(vec![Span::raw(painter.word("crowd-copies")), Span::raw(format!("   {of}"))]));
    }
    rows
}

/// The variable of which most threads have a copy, what it is worth, and how many copies are old.
struct Copies {
    name: String,
    value: String,
    old: usize,
    all: usize,
}

fn copies(painter: &Painter<'_>) -> Option<Copies> {
    let scene = painter.scene;
    let in_hand = |id: VariableId| {
        let view = scene.variable(id);
        view.into_iter()
            .flat_map(|view| view.seen.iter().map(move |seen| (view, seen)))
            .filter(|(_, seen)| is_kept(painter, seen))
    };
    let id = scene.known_variables().max_by_key(|&id| (in_hand(id).count(), std::cmp::Reverse(id)))?;
    let view = scene.variable(id)?;
    let value = view.value.or(view.initial).map_or(String::new(), |value| painter.names.value(value).into_owned());
    let old = in_hand(id).filter(|(view, seen)| view.old_since(seen).is_some()).count();
    Some(Copies {
        name: painter.names.variable(id).to_owned(),
        value: middle_cut(&value, 12),
        old,
        all: in_hand(id).count(),
    })
}
