//! How it came: the history of each thread beside its row, some cells a step; the numbers of the steps stand in the rule above.
//! A cell shows how its step left the thread. What lies ahead of the present step is dim. It can be clicked and dragged.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};
use unicode_width::UnicodeWidthStr;

use super::table::View;
use crate::{
    app::Stage,
    ids::{ResourceId, StepIndex, ThreadId},
    scene::{LaneState, ThreadState},
    tui::{
        hit::Hits,
        lanes::lanes,
        painter::{Painter, cut},
        theme::mix,
    },
};

/// No step is wider than that, in cells.
const WIDEST: u32 = 6;

/// Beside a history in small a name is no longer than that, in cells; before it stands the thread's number.
const LONGEST_NAME: usize = 20;
const NUMBER: u16 = 6;

/// Whether there is anything to draw.
#[must_use]
pub fn wanted(_stage: &Stage) -> bool {
    true
}

/// Which steps are shown where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Scale {
    /// The first step that is shown.
    first: StepIndex,
    /// Cells a step.
    cells: u32,
    /// How many steps there is room for.
    steps: u32,
}

impl Scale {
    /// A short run has its whole width from the beginning, a long one scrolls: the present step stands at three quarters.
    fn of(stage: &Stage, width: u16) -> Self {
        let width = u32::from(width.max(1));
        let all = stage.steps_expected().max(1);
        let cells = (width / all).clamp(1, WIDEST);
        let steps = width / cells;
        let (cursor, tip) = (stage.cursor().0, stage.history().tip().0);
        if all <= steps {
            return Self { first: StepIndex(1), cells, steps };
        }
        let last = (cursor + steps / 4).min(tip.max(cursor)).max(steps);
        Self { first: StepIndex(last - steps + 1), cells, steps }
    }

    /// The cells from the left at which a step begins; none if it is not shown.
    fn column(self, step: StepIndex) -> Option<u16> {
        let at = step.0.checked_sub(self.first.0)?;
        (at < self.steps).then_some((at * self.cells) as u16)
    }

    fn shown(self) -> impl Iterator<Item = StepIndex> {
        (self.first.0..self.first.0 + self.steps).map(StepIndex)
    }
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    if area.height == 0 {
        return;
    }
    let scale = Scale::of(stage, area.width);
    draw_axis(painter, stage, scale, Rect { height: 1, ..area }, buf);
    let cells = Rect { y: area.y + 1, height: area.height - 1, ..area };
    for lane in lanes(stage, cells.height).shown {
        let row = Rect { y: cells.y + lane.row, height: 1, ..cells };
        draw_lane(painter, stage, (lane.thread, scale), row, buf);
        if lane.rows > 1 {
            draw_holds(painter, stage, (lane.thread, scale), Rect { y: row.y + 1, ..row }, buf);
        }
    }
    hits.timeline(area, scale.first, scale.cells);
}

/// The history of a run, a row a thread: the threads' names, and what they did. The rows are so far apart.
pub fn in_small(painter: &Painter<'_>, stage: &Stage, (area, apart): (Rect, u16), buf: &mut Buffer) {
    let threads = (0..stage.scene().threads.len()).map(ThreadId::at);
    let names = threads.clone().map(|thread| painter.names.thread(thread).width()).max().unwrap_or(0).min(LONGEST_NAME);
    let before = names as u16 + NUMBER;
    if area.width <= before {
        return;
    }
    let scale = Scale::of(stage, area.width - before);
    for (thread, y) in threads.zip((area.y..area.bottom()).step_by(usize::from(apart.max(1)))) {
        let chip = painter.chip(thread);
        buf.set_span(area.x, y, &chip, NUMBER);
        let name = cut(&painter.names.thread(thread), names).to_owned();
        buf.set_stringn(area.x + NUMBER - 1, y, name, names, Style::new().fg(painter.theme.text));
        let row = Rect { x: area.x + before, y, width: area.width - before, height: 1 };
        draw_lane(painter, stage, (thread, scale), row, buf);
    }
}

fn lane_at(stage: &Stage, thread: ThreadId, step: StepIndex) -> Option<LaneState> {
    if step > stage.history().tip() {
        return None;
    }
    stage.timeline().at(stage.history(), thread, step)
}

fn draw_lane(painter: &Painter<'_>, stage: &Stage, (thread, scale): (ThreadId, Scale), area: Rect, buf: &mut Buffer) {
    for step in scale.shown() {
        let (Some(column), Some(lane)) = (scale.column(step), lane_at(stage, thread, step)) else { continue };
        let before = step.0.checked_sub(1).and_then(|at| lane_at(stage, thread, StepIndex(at)));
        let (sign, mut style, wide) = cell(painter, thread, lane, before);
        if step > stage.cursor() {
            style.fg = style.fg.map(|colour| mix(colour, painter.theme.background, 0.45));
        }
        let count = if wide { scale.cells as usize } else { 1 };
        buf.set_string(area.x + column, area.y, sign.repeat(count), style);
    }
}

/// A name in so many cells: whole, or cut so that it can be seen to be, or none where that would say nothing.
fn stretch_name(name: &str, cells: usize) -> String {
    match cells {
        _ if name.width() <= cells => name.to_owned(),
        0..4 => String::new(),
        _ => format!("{}…", cut(name, cells - 1)),
    }
}

/// Below a lane: what the thread held, from taking it to letting go.
fn draw_holds(painter: &Painter<'_>, stage: &Stage, (thread, scale): (ThreadId, Scale), area: Rect, buf: &mut Buffer) {
    let style = Style::new().fg(painter.theme.thread(thread));
    let mut stretches: Vec<(ResourceId, u16, u16)> = Vec::new();
    for step in scale.shown().take_while(|&step| step <= stage.cursor()) {
        let held = lane_at(stage, thread, step).and_then(|lane| lane.holds);
        let (Some(resource), Some(column)) = (held, scale.column(step)) else { continue };
        let end = column + scale.cells as u16;
        match stretches.last_mut() {
            Some((last, _, until)) if *last == resource && *until == column => *until = end,
            _ => stretches.push((resource, column, end)),
        }
    }
    for (resource, from, end) in stretches {
        let cells = usize::from(end - from);
        // A condition's own lock goes by the name of the condition.
        let named = painter.scene.condition_of(resource).unwrap_or(resource);
        let name = stretch_name(&painter.names.resource(named), cells.saturating_sub(1));
        let text = format!("└{name}{}", "─".repeat(cells.saturating_sub(name.width() + 1)));
        buf.set_stringn(area.x + from, area.y, text, cells, style);
    }
}

/// The sign of a step in a history, its style, and whether it fills the step's cells.
fn cell(
    painter: &Painter<'_>,
    thread: ThreadId,
    lane: LaneState,
    before: Option<LaneState>,
) -> (&'static str, Style, bool) {
    let theme = painter.theme;
    let colour = Style::new().fg(theme.thread(thread));
    let ended = before.is_none_or(|before| before.state != lane.state);
    match (lane.state, lane.stepped) {
        (ThreadState::Finished, _) if ended => ("✓", Style::new().fg(theme.good), false),
        (ThreadState::Failed, _) if ended => ("✗", Style::new().fg(theme.bad), false),
        (ThreadState::Abandoned, _) if ended => ("✗", theme.faint(), false),
        (ThreadState::Blocked, _) => ("░", colour, true),
        (ThreadState::Sleeping, _) => ("z", colour, true),
        (ThreadState::Ready | ThreadState::Running, _) if lane.spins => ("╱", colour, true),
        (_, true) => ("█", colour.add_modifier(Modifier::BOLD), true),
        (ThreadState::Ready | ThreadState::Running, false) => ("─", colour, true),
        _ => (" ", colour, true),
    }
}

/// The rule above the histories: a sign at the interesting steps and where the run has gone another way, too; and the numbers
/// of the steps, every fifth or tenth, as many as touch neither each other nor a sign, the present one inverse.
fn draw_axis(painter: &Painter<'_>, stage: &Stage, scale: Scale, area: Rect, buf: &mut Buffer) {
    let theme = painter.theme;
    buf.set_string(area.x, area.y, "─".repeat(usize::from(area.width)), Style::new().fg(theme.rule));
    let marked = |&step: &StepIndex| step <= stage.history().tip() && stage.marks().has(step);
    let marks = scale.shown().filter(marked).map(|step| (step, theme.faint()));
    let forks = stage.session().forks().map(|fork| (fork, Style::new().fg(theme.accent)));
    let departs = |&step: &StepIndex| step <= stage.history().tip() && stage.session().departs(step);
    let departures = scale.shown().filter(departs).map(|step| (step, Style::new().fg(theme.accent), "▲"));
    let mut signs: Vec<u16> = Vec::new();
    let others = marks.chain(forks).map(|(step, style)| (step, style, "◆"));
    for (step, style, sign) in others.chain(departures) {
        if let Some(column) = scale.column(step) {
            buf.set_string(area.x + column, area.y, sign, style);
            signs.push(column);
        }
    }
    let every = if scale.cells > 1 { 5 } else { 10 };
    let last = stage.steps_expected();
    let others = scale.shown().filter(|&step| step.0 <= last && step.0.is_multiple_of(every) && step != stage.cursor());
    for (x, text, is_present) in numbers(scale, (stage.cursor(), others), &signs, area.width) {
        let present = Style::new().fg(theme.background).bg(theme.accent).add_modifier(Modifier::BOLD);
        buf.set_string(area.x + x, area.y, text, if is_present { present } else { theme.faint() });
    }
}

/// The numbers of steps with their columns, and whether it is the present one, which is always there; the others give way to
/// it, to signs and to each other.
fn numbers(
    scale: Scale,
    (present, others): (StepIndex, impl Iterator<Item = StepIndex>),
    signs: &[u16],
    width: u16,
) -> Vec<(u16, String, bool)> {
    let place_of = |step: StepIndex| {
        let (column, text) = (scale.column(step)?, step.0.to_string());
        // A number begins where its step does: behind its sign, if that leaves it room, and if the screen is wide enough.
        let is_marked = signs.contains(&column) && usize::try_from(scale.cells).is_ok_and(|cells| text.len() < cells);
        let x = (column + u16::from(is_marked)).min(width.saturating_sub(text.len() as u16));
        Some((x, text))
    };
    let mut numbers: Vec<(u16, String, bool)> = Vec::new();
    numbers.extend(place_of(present).map(|(x, text)| (x, text, true)));
    for (x, text) in others.filter_map(place_of) {
        let end = x + text.len() as u16;
        let touches = |other: &(u16, String, bool)| end >= other.0 && x <= other.0 + other.1.len() as u16;
        let covers = signs.iter().any(|sign| (x..end).contains(sign));
        if !covers && !numbers.iter().any(touches) {
            numbers.push((x, text, false));
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_touch_neither_each_other_nor_signs() {
        let scale = Scale { first: StepIndex(1), cells: 3, steps: 20 };
        let all = |present, signs: &[u16]| {
            numbers(scale, (StepIndex(present), [5, 10, 15].map(StepIndex).into_iter()), signs, 60)
        };
        let shown =
            |found: Vec<(u16, String, bool)>| found.into_iter().map(|(x, text, _)| (x, text)).collect::<Vec<_>>();
        let at = |x, text: &str| (x, text.to_owned());
        assert_eq!(shown(all(2, &[])), [at(3, "2"), at(12, "5"), at(27, "10"), at(42, "15")]);
        assert_eq!(shown(all(2, &[12, 27])), [at(3, "2"), at(13, "5"), at(28, "10"), at(42, "15")], "behind the sign");
        assert_eq!(shown(all(6, &[])), [at(15, "6"), at(12, "5"), at(27, "10"), at(42, "15")]);
        let tight = Scale { first: StepIndex(1), cells: 1, steps: 60 };
        let found = numbers(tight, (StepIndex(11), [10, 20].map(StepIndex).into_iter()), &[19, 30], 60);
        assert_eq!(shown(found), [at(10, "11")], "10 would touch 11, and 20 would cover a sign");
    }
}
