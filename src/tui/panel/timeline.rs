//! The timeline: a lane a thread, a cell a step; the cursor can be dragged.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{more, table::View, title};
use crate::{
    app::{Action, Stage},
    ids::{StepIndex, ThreadId},
    scene::{LaneState, ThreadState},
    telling::names::mark,
    tui::{
        hit::Hits,
        painter::{Painter, cut, shortened, width},
        theme::mix,
    },
};

/// The widest column for names.
const NAMES: usize = 12;

/// Rows that the pane would like: a title, a lane a thread, of one row or, to say what it holds, two, and the steps'
/// numbers.
#[must_use]
pub fn wanted(stage: &Stage) -> [u16; 2] {
    [1, 2].map(|each| 2 + stage.scene().threads.len() as u16 * each)
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    let area = title(painter, &view.title, legend(painter, area.width), area, buf);
    let threads = painter.scene.threads.len();
    if area.height == 0 || area.width < 8 {
        return;
    }
    let names = painter.scene.threads.iter().map(|view| painter.names.text(view.name).width()).max().unwrap_or(0);
    let names = (names + 3).min(NAMES).min(usize::from(area.width) / 3) as u16;
    let cells = Rect { x: area.x + names + 1, width: area.width - names - 1, ..area };
    let ruler = area.height >= 2;
    let lanes = area.height - u16::from(ruler);
    let first = first_step(stage, cells.width);
    let each: u16 = if usize::from(lanes) >= threads * 2 { 2 } else { 1 };
    let (from, shown) = window(stage, usize::from(lanes / each));
    for (row, at) in (from..from + shown).enumerate() {
        let thread = ThreadId::at(at);
        let y = area.y + row as u16 * each;
        let name = shortened(painter.names.thread(thread), usize::from(names).saturating_sub(2));
        let text = Span::styled(format!("{} {name}", mark(thread)), painter.thread(thread).style);
        buf.set_line(area.x + 1, y, &Line::from(text), names);
        hits.action(Rect { y, height: 1, width: names, ..area }, Action::Run(thread));
        draw_lane(painter, stage, (thread, first), Rect { y, height: 1, ..cells }, buf);
        if each > 1 {
            draw_holds(painter, stage, (thread, first), Rect { y: y + 1, height: 1, ..cells }, buf);
        }
    }
    let y = area.y + shown as u16 * each;
    if shown < threads && y < area.y + lanes {
        more(painter, threads - shown, Rect { y, height: 1, width: names + 1, ..area }, buf);
    }
    if ruler {
        draw_ruler(painter, stage, first, Rect { y: area.bottom() - 1, height: 1, ..cells }, buf);
    }
    draw_cursor(painter, stage, first, cells, buf);
    hits.timeline(cells, first, 1);
}

/// The threads that are shown: all, or those around the selected one with a row to say how many there are.
fn window(stage: &Stage, rows: usize) -> (usize, usize) {
    let count = stage.scene().threads.len();
    if count <= rows {
        return (0, count);
    }
    let fits = rows.saturating_sub(1).max(1).min(count);
    (stage.selected().index().saturating_sub(fits / 2).min(count - fits), fits)
}

/// The step at the left: the cursor stays in view, with what comes after it if that is known.
fn first_step(stage: &Stage, cells: u16) -> StepIndex {
    let cells = u32::from(cells.max(1));
    let (cursor, tip) = (stage.cursor().0, stage.history().tip().0);
    if tip < cells {
        return StepIndex(0);
    }
    StepIndex(cursor.saturating_sub(cells / 2).min((tip + 1).saturating_sub(cells)))
}

fn draw_lane(
    painter: &Painter<'_>,
    stage: &Stage,
    (thread, first): (ThreadId, StepIndex),
    area: Rect,
    buf: &mut Buffer,
) {
    let tip = stage.history().tip();
    for column in 0..area.width {
        let step = StepIndex(first.0 + u32::from(column));
        if step > tip {
            return;
        }
        let Some(lane) = stage.timeline().at(stage.history(), thread, step) else { continue };
        let before = step.0.checked_sub(1).and_then(|at| stage.timeline().at(stage.history(), thread, StepIndex(at)));
        let (sign, mut style) = cell(painter, thread, lane, before);
        if step > stage.cursor() {
            style = style.add_modifier(Modifier::DIM);
        }
        buf.set_string(area.x + column, area.y, sign, style);
    }
}

/// Below a lane: what the thread held, from taking it to letting go.
fn draw_holds(
    painter: &Painter<'_>,
    stage: &Stage,
    (thread, first): (ThreadId, StepIndex),
    area: Rect,
    buf: &mut Buffer,
) {
    let style = Style::new().fg(mix(painter.theme.thread(thread), painter.theme.background, 0.35));
    let tip = stage.history().tip();
    let held = |column: u16| {
        let step = StepIndex(first.0 + u32::from(column));
        let lane = if step > tip { None } else { stage.timeline().at(stage.history(), thread, step) };
        lane.and_then(|lane| lane.holds)
    };
    let mut column = 0;
    while column < area.width {
        let Some(resource) = held(column) else {
            column += 1;
            continue;
        };
        let end = (column..area.width).find(|&later| held(later) != Some(resource)).unwrap_or(area.width);
        let cells = usize::from(end - column);
        let name = painter.names.resource(resource);
        let name = cut(&name, cells.saturating_sub(1));
        let text = format!("└{name}{}", "─".repeat(cells.saturating_sub(name.width() + 1)));
        buf.set_stringn(area.x + column, area.y, text, cells, style);
        column = end;
    }
}

fn cell(painter: &Painter<'_>, thread: ThreadId, lane: LaneState, before: Option<LaneState>) -> (&'static str, Style) {
    let theme = painter.theme;
    let colour = Style::new().fg(theme.thread(thread));
    let holds = lane.holds.is_some();
    let ended = before.is_none_or(|before| before.state != lane.state);
    match (lane.state, lane.stepped) {
        (ThreadState::Finished, _) if ended => ("✓", colour),
        (ThreadState::Failed, _) if ended => ("✗", Style::new().fg(theme.bad)),
        (ThreadState::Abandoned, _) if ended => ("–", Style::new().fg(theme.dim)),
        (_, true) if holds => ("█", colour),
        (_, true) => ("■", colour),
        (ThreadState::Blocked, false) if holds => ("▒", Style::new().fg(theme.bad)),
        (ThreadState::Blocked, false) => ("░", Style::new().fg(theme.bad)),
        (ThreadState::Sleeping, false) => ("z", Style::new().fg(theme.warn)),
        (ThreadState::Ready | ThreadState::Running, false) if holds => ("═", colour),
        (ThreadState::Ready | ThreadState::Running, false) => ("─", colour.add_modifier(Modifier::DIM)),
        _ => (" ", colour),
    }
}

fn legend<'a>(painter: &Painter<'a>, room: u16) -> Vec<Span<'a>> {
    let parts =
        [("■", "lane-runs"), ("─", "lane-ready"), ("░", "lane-waits"), ("z", "lane-sleeps"), ("█═▒", "lane-holds")];
    let mut spans = Vec::new();
    for (sign, key) in parts {
        spans.push(Span::styled(sign, Style::new().fg(painter.theme.text)));
        spans.push(painter.faint(format!(" {}  ", painter.word(key))));
    }
    if width(&spans) + 20 > usize::from(room) { Vec::new() } else { spans }
}

/// The numbers of the steps, every tenth one, and where the run has gone another way, too.
fn draw_ruler(painter: &Painter<'_>, stage: &Stage, first: StepIndex, area: Rect, buf: &mut Buffer) {
    let mut step = first.0.next_multiple_of(10);
    while step < first.0 + u32::from(area.width) {
        let x = area.x + (step - first.0) as u16;
        let text = step.to_string();
        if x + text.len() as u16 <= area.right() {
            buf.set_string(x, area.y, text, painter.theme.faint());
        }
        step += 10;
    }
    for fork in stage.session().forks().filter(|fork| *fork >= first && fork.0 - first.0 < u32::from(area.width)) {
        if let Some(cell) = buf.cell_mut((area.x + (fork.0 - first.0) as u16, area.y)) {
            cell.set_symbol("┬").set_style(Style::new().fg(painter.theme.accent));
        }
    }
    let x = area.x + (stage.cursor().0 - first.0) as u16;
    let text = stage.cursor().0.to_string();
    let style = Style::new().fg(painter.theme.background).bg(painter.theme.accent).add_modifier(Modifier::BOLD);
    buf.set_string(x.min(area.right().saturating_sub(text.len() as u16)), area.y, text, style);
}

/// The column of the step that is being looked at.
fn draw_cursor(painter: &Painter<'_>, stage: &Stage, first: StepIndex, area: Rect, buf: &mut Buffer) {
    let x = area.x + (stage.cursor().0 - first.0) as u16;
    for y in area.y..area.bottom().saturating_sub(1) {
        if let Some(cell) = buf.cell_mut((x, y)) {
            cell.bg = painter.theme.raised;
            if cell.symbol() == " " {
                cell.set_symbol("│").set_fg(painter.theme.accent);
            }
        }
    }
}
