//! A thread pool that a program writes by hand: the queue with what waits in it, the workers and what each works at, who has gone
//! home, and how far each task is.

use std::collections::BTreeSet;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{heap::bare, table::View, title};
use crate::{
    app::Stage,
    event::{NO_DEADLINE, Nanos, Shown},
    ids::ThreadId,
    scenario::Pane,
    scene::{Pool, QueueState, ResourceState, Task, TaskState, Worker},
    telling::names::duration,
    tui::{
        hit::Hits,
        painter::{Painter, fit, middle_cut, width},
    },
};

/// The widest item, in cells.
const ITEM: usize = 16;

/// The widest name of a worker, in cells.
const NAME: usize = 14;

/// The widest box of a worker, in cells.
const WIDEST: usize = 40;

/// Cells between two columns.
const GAP: usize = 3;

/// Whether there is anything to draw: the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::Pool)
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let pool = painter.scene.pool();
    let summary = match &pool {
        Some(pool) if area.height == 1 => Drawing::of(painter, pool, view.stage).folded(),
        _ => Vec::new(),
    };
    let area = title(painter, &view.title, summary, area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let (cells, rows) = (usize::from(inner.width), usize::from(inner.height));
    let drawn = match &pool {
        None => vec![vec![painter.faint(painter.word("pool-nothing-yet"))]],
        Some(pool) if cells >= 50 && rows >= 11 => Drawing::of(painter, pool, view.stage).large(cells, rows),
        Some(pool) => Drawing::of(painter, pool, view.stage).small(cells, rows),
    };
    for (at, row) in drawn.into_iter().take(rows).enumerate() {
        buf.set_line(inner.x, inner.y + at as u16, &Line::from(fit(row, cells)), inner.width);
    }
}

type Row<'a> = Vec<Span<'a>>;

/// The workers that are there.
struct Groups<'a> {
    core: Vec<&'a Worker>,
    extra: Vec<&'a Worker>,
    /// There are, or were, extra ones.
    any_extra: bool,
    /// How long an extra one waits, if one has waited.
    patience: Option<Nanos>,
}

struct Drawing<'a> {
    painter: &'a Painter<'a>,
    pool: &'a Pool,
    queue: Option<&'a QueueState>,
    /// Places of the queue; 0 if there is no end to it.
    limit: usize,
    /// How wide an item is.
    item: usize,
    /// Who will wait at the queue, and not for ever, as far as a dry run told.
    patient: BTreeSet<ThreadId>,
}

impl<'a> Drawing<'a> {
    fn of(painter: &'a Painter<'a>, pool: &'a Pool, stage: &Stage) -> Self {
        let view = pool.queue.and_then(|id| painter.scene.resource(id));
        let queue = view.and_then(|view| match &view.state {
            ResourceState::Queue(queue) => Some(queue),
            _ => None,
        });
        let waiting = queue.into_iter().flat_map(|queue| queue.items.iter().map(|item| item.value));
        let all = pool.tasks.iter().map(|task| task.value).chain(waiting);
        let item = all.map(|value| bare(&painter.names.value(value)).width()).max().unwrap_or(1).clamp(1, ITEM);
        let patient = stage.forecast().map(|forecast| forecast.patient.clone()).unwrap_or_default();
        Self { painter, pool, queue, limit: view.map_or(0, |view| view.limit as usize), item, patient }
    }

    fn plain(&self, text: impl Into<String>) -> Span<'a> {
        Span::styled(text.into(), Style::new().fg(self.painter.theme.text))
    }

    fn faint(&self, key: &str) -> Span<'a> {
        self.painter.faint(self.painter.word(key))
    }

    fn said(&self, key: &str, of: &'static str, value: String) -> Span<'a> {
        self.painter.faint(self.painter.locale.format(key, &[(of, value.into())]))
    }

    fn value(&self, value: Shown, cells: usize) -> String {
        middle_cut(&bare(&self.painter.names.value(value)), cells)
    }

    fn alive(&self) -> Vec<&'a Worker> {
        self.pool.workers.iter().filter(|worker| !worker.gone).collect()
    }

    /// The title when there is no room for more.
    fn folded(&self) -> Row<'a> {
        let mut row = self.queue_name(20);
        for worker in self.alive() {
            row.push(Span::raw(" "));
            row.push(self.painter.chip(worker.thread));
        }
        row
    }

    /// The queue's name, and how full it is.
    fn queue_name(&self, cells: usize) -> Row<'a> {
        let Some(id) = self.pool.queue else { return Vec::new() };
        let bold = Style::new().fg(self.painter.theme.text).add_modifier(Modifier::BOLD);
        // `None` is no task: it tells a worker to stop.
        let is_task = |value: Shown| self.limit > 0 || *self.painter.names.value(value) != *"None";
        let count = self.queue.map_or(0, |queue| queue.items.iter().filter(|item| is_task(item.value)).count());
        let arguments = [("count", count.into()), ("limit", self.limit.into())];
        let key = if self.limit > 0 { "pool-queue" } else { "pool-queue-open" };
        let full = self.painter.locale.format(key, &arguments);
        let name = middle_cut(&self.painter.names.resource(id), cells.saturating_sub(full.width() + 3).max(4));
        vec![Span::styled(format!("[{name}]"), bold), Span::raw(" "), self.painter.faint(full)]
    }

    /// What waits: in at the left, out at the right. Free places are drawn if all of them fit.
    fn line(&self, cells: usize, boxes: bool) -> Vec<Row<'a>> {
        let Some(queue) = self.queue else { return Vec::new() };
        let room = cells.saturating_sub(5);
        let all = queue.items.len();
        let places = self.limit.max(all);
        let airy = boxes && places * (self.item + 3) < room;
        let pad = if airy { " " } else { "" };
        let each = self.item + 1 + 2 * pad.len();
        let free = if places * each < room { places - all } else { 0 };
        let left_out = |shown: usize| if shown < all { format!("…{} ", all - shown) } else { String::new() };
        let fits = |shown: &usize| (shown + free) * each + left_out(*shown).width() < room;
        let shown = (0..=all).rev().find(fits).unwrap_or(0);
        if all + free == 0 {
            return vec![vec![self.plain("→ "), self.faint("heap-empty")]];
        }
        let mut row = vec![self.plain("→ "), self.painter.faint(left_out(shown)), self.plain("│")];
        for _ in 0..free {
            row.push(self.plain(format!("{}│", " ".repeat(each - 1))));
        }
        for item in queue.items.iter().take(shown).rev() {
            let text = self.value(item.value, self.item);
            let spare = self.item - text.width();
            let style = Style::new().fg(self.painter.theme.thread(item.by));
            row.push(Span::raw(format!("{pad}{}", " ".repeat(spare / 2))));
            row.push(Span::styled(text, style));
            row.push(self.plain(format!("{}{pad}│", " ".repeat(spare - spare / 2))));
        }
        row.push(self.plain(" ▶"));
        if !boxes {
            return vec![row];
        }
        let edge = |left: &str, joint: &str, right: &str| {
            let margin = " ".repeat(2 + left_out(shown).width());
            let cell = "─".repeat(each - 1);
            vec![self.plain(format!("{margin}{left}{}{right}", vec![cell; shown + free].join(joint)))]
        };
        vec![edge("┌", "┬", "┐"), row, edge("└", "┴", "┘")]
    }

    /// What a worker is at: the sign of its state, and its task, or that it has none.
    fn work(&self, worker: &Worker, cells: usize) -> Row<'a> {
        let Some(view) = self.painter.scene.thread(worker.thread) else { return Vec::new() };
        let mut row = vec![self.painter.state(view.state).0, Span::raw(" ")];
        let waits = view.waits.filter(|(on, _)| on.resource().is_some() && on.resource() == self.pool.queue);
        let colour = Style::new().fg(self.painter.theme.thread(worker.thread));
        match (worker.task, waits) {
            (Some(task), _) => row.push(Span::styled(self.value(task, cells.saturating_sub(2)), colour)),
            (None, Some((_, NO_DEADLINE))) => row.push(self.faint("pool-idle")),
            (None, Some((_, deadline))) => row.push(self.said("pool-idle-until", "time", duration(deadline))),
            (None, None) => {}
        }
        row
    }

    fn tag(&self, thread: ThreadId) -> Span<'a> {
        let tag = self.painter.tag(thread);
        let name = middle_cut(&self.painter.names.thread(thread), NAME);
        Span::styled(format!("({} {name})", crate::telling::names::number(thread)), tag.style)
    }

    /// A row a worker.
    fn worker_rows(&self, workers: &[&Worker], cells: usize) -> Vec<Row<'a>> {
        let widest = |tag: &dyn Fn(ThreadId) -> Span<'a>| {
            self.pool.workers.iter().map(|worker| tag(worker.thread).width()).max().unwrap_or(0)
        };
        // Where name and task have no room beside each other, the name goes.
        let named = widest(&|thread| self.tag(thread)) + self.item + 4 <= cells;
        let tag = |thread| if named { self.tag(thread) } else { self.painter.chip(thread) };
        let wide = widest(&tag);
        let row = |worker: &&Worker| {
            let tag = tag(worker.thread);
            let blanks = Span::raw(" ".repeat(wide + 2 - tag.width()));
            let mut row = vec![tag, blanks];
            row.extend(self.work(worker, cells.saturating_sub(wide + 2)));
            row
        };
        workers.iter().map(row).collect()
    }

    /// Rows in so much room; the last one says how many are left out.
    fn kept(&self, mut rows: Vec<Row<'a>>, room: usize) -> Vec<Row<'a>> {
        if room == 0 {
            rows.clear();
        } else if rows.len() > room {
            let left = rows.len() + 1 - room;
            rows.truncate(room - 1);
            rows.push(vec![self.painter.faint(self.painter.locale.format("more", &[("count", left.into())]))]);
        }
        rows
    }

    /// Who has gone home.
    fn gone(&self) -> Row<'a> {
        let mut row = vec![self.faint("pool-gone"), Span::raw("  ")];
        let gone: Vec<&Worker> = self.pool.workers.iter().filter(|worker| worker.gone).collect();
        if gone.is_empty() {
            row.push(self.faint("pool-nobody-gone"));
        }
        for worker in gone {
            row.extend([self.painter.chip(worker.thread), Span::raw(" ")]);
        }
        row
    }

    /// What was printed last by somebody who is no worker, as it was printed: what became of a task at the door, only the program
    /// can say.
    fn printed(&self) -> Option<Row<'a>> {
        let is_worker = |thread| self.pool.workers.iter().any(|worker| worker.thread == thread);
        let texts = self.painter.scene.output.iter().rev().filter(|piece| !is_worker(piece.thread));
        let mut lines = texts.filter_map(|piece| {
            let text = self.painter.names.text(piece.text);
            Some((piece.thread, text.lines().rev().find(|line| !line.trim().is_empty())?))
        });
        let (thread, text) = lines.next()?;
        let said = [self.painter.chip(thread), Span::raw(" "), self.plain(text.replace('\t', "    "))];
        Some([self.faint("pool-printed"), Span::raw("  ")].into_iter().chain(said).collect())
    }

    /// The sign of a task: as those of threads.
    fn sign(&self, task: &Task) -> Span<'a> {
        let theme = self.painter.theme;
        match task.state {
            TaskState::Waiting => self.painter.faint("─"),
            TaskState::Begun(by) => Span::styled("█", Style::new().fg(theme.thread(by))),
            TaskState::Done(_) => Span::styled("✓", Style::new().fg(theme.good)),
            TaskState::Lost(_) | TaskState::Refused(_) => Span::styled("✗", Style::new().fg(theme.bad)),
        }
    }

    /// How far each task is, behind how many are done.
    fn tasks(&self, cells: usize, room: usize) -> Vec<Row<'a>> {
        let head = vec![self.faint("pool-tasks"), Span::raw("  ")];
        let done = self.said("pool-done", "count", self.pool.done().to_string());
        let (start, each) = (width(&head), self.item + 4);
        let across = (cells.saturating_sub(start) / each).max(1);
        // How many are done stands in the first row alone.
        let most = room.saturating_sub(1) * across;
        let skipped = self.pool.tasks.len().saturating_sub(most);
        let mut first = head;
        first.push(done);
        let refused = self.pool.tasks.iter().filter(|task| matches!(task.state, TaskState::Refused(_))).count();
        if refused > 0 {
            first.extend([Span::raw("   "), self.said("pool-refused", "count", refused.to_string())]);
        }
        if skipped > 0 && most > 0 {
            first.push(self.painter.faint(format!("   …{skipped}")));
        }
        let mut rows = vec![first];
        for chunk in self.pool.tasks[skipped..].chunks(across) {
            let mut row = vec![Span::raw(" ".repeat(start))];
            for task in chunk {
                let text = self.value(task.value, self.item);
                let blanks = " ".repeat(self.item + 2 - text.width());
                let style = match task.state {
                    TaskState::Begun(by) => Style::new().fg(self.painter.theme.thread(by)),
                    TaskState::Done(_) => self.painter.theme.faint(),
                    _ => Style::new().fg(self.painter.theme.text),
                };
                row.extend([Span::styled(text, style), Span::raw(" "), self.sign(task), Span::raw(blanks)]);
            }
            rows.push(row);
        }
        rows.truncate(room);
        rows
    }

    /// Those who are there: who waits for ever, or has not waited yet, and who gives up when the wait gets long, and after how
    /// long.
    fn groups(&self) -> Groups<'a> {
        let is_extra = |worker: &&Worker| worker.patience.is_some() || self.patient.contains(&worker.thread);
        let (extra, core): (Vec<&Worker>, Vec<&Worker>) = self.alive().into_iter().partition(is_extra);
        let patience = self.pool.workers.iter().filter_map(|worker| worker.patience).max();
        Groups { core, extra, any_extra: self.pool.workers.iter().any(|worker| is_extra(&worker)), patience }
    }

    fn extra_heading(&self, patience: Option<Nanos>) -> Row<'a> {
        vec![match patience {
            Some(patience) => self.said("pool-extra", "time", duration(patience)),
            None => self.faint("pool-extra-yet"),
        }]
    }

    /// In as few rows as there are.
    fn small(&self, cells: usize, room: usize) -> Vec<Row<'a>> {
        let mut top = vec![self.queue_name(cells)];
        top.extend(self.line(cells, false));
        top.retain(|row| !row.is_empty());
        let Groups { core, extra, patience, .. } = self.groups();
        let mut bottom = vec![self.gone()];
        bottom.extend(self.printed());
        // Blanks, and the tasks one by one, come when all else has its place.
        let spare = room.saturating_sub(top.len() + bottom.len() + 1);
        let mut middle = self.worker_rows(&core, cells);
        if middle.is_empty() {
            middle.push(vec![self.faint("pool-workers"), Span::raw("  "), self.faint("pool-none")]);
        }
        if !extra.is_empty() {
            middle.push(self.extra_heading(patience));
            middle.extend(self.worker_rows(&extra, cells));
        }
        let middle = self.kept(middle, spare);
        let spare = spare - middle.len();
        let blank = usize::from(spare > 0);
        let tasks = self.tasks(cells, spare - blank + 1);
        top.extend(vec![Vec::new(); blank]);
        let printed = bottom.split_off(1);
        top.extend(middle.into_iter().chain(bottom).chain(tasks).chain(printed));
        top
    }

    /// A box with a worker in each part of it; a row a worker, if two rows for each are too many.
    fn cards(&self, workers: &[&Worker], wide: usize, room: usize) -> Vec<Row<'a>> {
        let inside = wide.saturating_sub(4);
        let rule = |left: &str, right: &str| vec![self.plain(format!("{left}{}{right}", "─".repeat(wide - 2)))];
        let framed = |row: Row<'a>| {
            let row = fit(row, inside);
            let blanks = " ".repeat(inside.saturating_sub(width(&row)));
            let mut framed = vec![self.plain("│ ")];
            framed.extend(row);
            framed.push(self.plain(format!("{blanks} │")));
            framed
        };
        let mut all = vec![rule("┌", "┐")];
        if workers.is_empty() {
            all.push(framed(vec![self.plain("○")]));
        } else if 3 * workers.len() < room {
            for (at, worker) in workers.iter().enumerate() {
                if at > 0 {
                    all.push(rule("├", "┤"));
                }
                all.push(framed(vec![self.tag(worker.thread)]));
                all.push(framed(self.work(worker, inside)));
            }
        } else {
            let rows = self.kept(self.worker_rows(workers, inside), room.saturating_sub(2));
            all.extend(rows.into_iter().map(framed));
        }
        all.push(rule("└", "┘"));
        all
    }

    /// In boxes: the queue, the workers, those who come for a while; beside each other, if there is room.
    fn large(&self, cells: usize, room: usize) -> Vec<Row<'a>> {
        let mut bottom = vec![self.gone()];
        bottom.extend(self.printed());
        let beside = cells >= 70;
        let Groups { core, extra, any_extra, patience } = self.groups();
        let mut queue = vec![self.queue_name(cells)];
        let across = if beside { cells * 2 / 5 } else { cells };
        queue.extend(self.line(across, true));
        queue.retain(|row| !row.is_empty());
        let above = if beside { 0 } else { queue.len() + 1 };
        // A heading over the boxes, and two rows at least for the tasks.
        let place = room.saturating_sub(above + bottom.len() + 3);
        let left = if beside { across + GAP } else { 0 };
        // Until somebody is known to come for a while, the others have the whole width.
        let wide = if any_extra { (cells - left - GAP) / 2 } else { (cells - left).min(WIDEST) };
        let mut columns = Vec::new();
        if beside {
            columns.push((queue.clone(), across));
        }
        let mut column = vec![vec![self.faint("pool-workers"), self.painter.faint(format!(" {}", core.len()))]];
        column.extend(self.cards(&core, wide, place));
        columns.push((column, wide));
        if any_extra {
            let mut column = vec![self.extra_heading(patience)];
            column.extend(self.cards(&extra, wide, place));
            columns.push((column, wide));
        }
        let mut rows = if beside { Vec::new() } else { queue };
        rows.extend(vec![Vec::new(); usize::from(!beside)]);
        rows.extend(side_by_side(columns));
        let spare = room.saturating_sub(rows.len() + bottom.len());
        let tasks = self.tasks(cells, spare);
        let blank = usize::from(spare > tasks.len());
        rows.extend(vec![Vec::new(); blank]);
        let printed = bottom.split_off(1);
        rows.extend(bottom.into_iter().chain(tasks).chain(printed));
        rows
    }
}

/// Blocks beside each other, each in its width.
fn side_by_side(columns: Vec<(Vec<Row<'_>>, usize)>) -> Vec<Row<'_>> {
    let height = columns.iter().map(|(rows, _)| rows.len()).max().unwrap_or(0);
    let mut all = vec![Vec::new(); height];
    let mut start = 0;
    for (rows, wide) in columns {
        for (row, at) in rows.into_iter().zip(0..) {
            let row = fit(row, wide);
            let blanks = start - width(&all[at]);
            all[at].push(Span::raw(" ".repeat(blanks)));
            all[at].extend(row);
        }
        start += wide + GAP;
    }
    all
}

#[cfg(test)]
#[path = "pool_tests.rs"]
mod tests;
