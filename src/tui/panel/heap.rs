//! What a queue is inside: a line of slots, a stack, a tree. `→` is where things go in, `▶` stands at the one that comes out
//! next.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{table::View, title};
use crate::{
    app::Stage,
    event::ResourceKind,
    ids::ResourceId,
    scenario::Pane,
    scene::{Item, QueueState, ResourceState, ResourceView},
    tui::{
        hit::Hits,
        painter::{Painter, fit, middle_cut, width},
    },
};

/// The widest item, in cells.
const ITEM: usize = 9;

/// The narrowest column on a screen that has the queues beside each other.
const COLUMN: u16 = 22;

/// Whether there is anything to draw: the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::Heap)
}

/// A queue of the scene.
struct Queue<'a> {
    id: ResourceId,
    view: &'a ResourceView,
    state: &'a QueueState,
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let area = title(painter, &view.title, Vec::new(), area, buf);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let queues = queues(painter);
    if queues.is_empty() {
        let nothing = Line::from(painter.faint(painter.word("nothing-shared")));
        buf.set_line(inner.x, inner.y, &nothing, inner.width);
        return;
    }
    let count = queues.len() as u16;
    let drawing = Drawing { painter };
    if inner.width / count >= COLUMN && area.height >= 9 && area.width >= 50 {
        let wide = inner.width / count;
        for (at, queue) in queues.iter().enumerate() {
            let place = Rect { x: inner.x + at as u16 * wide, width: wide - 2, ..inner };
            drawing.column(queue, Rect { y: place.y, ..place }, buf);
        }
        return;
    }
    drawing.rows(&queues, inner, buf);
}

fn queues<'a>(painter: &Painter<'a>) -> Vec<Queue<'a>> {
    let all = painter.scene.resources.iter().enumerate();
    let queue = |(at, view): (usize, &'a ResourceView)| match &view.state {
        ResourceState::Queue(state) => Some(Queue { id: ResourceId::at(at), view, state }),
        _ => None,
    };
    all.filter_map(queue).collect()
}

/// The widest item that is there, or was of late.
fn item_width(painter: &Painter<'_>, queue: &QueueState) -> usize {
    let there = queue.items.iter().map(|item| item.value);
    let taken = queue.taken.iter().map(|&(_, value)| value);
    let all = there.chain(taken).map(|value| bare(&painter.names.value(value)).width());
    all.max().unwrap_or(1).clamp(1, ITEM)
}

/// A value without what only Python needs: `1 cai` for `(1, 'cai')`.
pub(super) fn bare(text: &str) -> String {
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let Some(inside) = inside else { return text.trim_matches(|c| matches!(c, '\'' | '"')).to_owned() };
    let parts = inside.split(", ").map(|part| part.trim_matches(|c| matches!(c, '\'' | '"' | ',')));
    parts.collect::<Vec<_>>().join(" ")
}

/// The column of each item of a heap of so many: how many stand to the left of it.
fn columns(count: usize) -> Vec<usize> {
    let mut columns = vec![0; count];
    let (mut at, mut next, mut above) = (0, 0, Vec::new());
    while at < count || !above.is_empty() {
        while at < count {
            above.push(at);
            at = 2 * at + 1;
        }
        let Some(item) = above.pop() else { break };
        columns[item] = next;
        next += 1;
        at = 2 * item + 2;
    }
    columns
}

struct Drawing<'a> {
    painter: &'a Painter<'a>,
}

impl<'a> Drawing<'a> {
    /// An item; bold if it comes out next.
    fn item(&self, item: &Item, next: bool) -> Span<'a> {
        let theme = self.painter.theme;
        let text = middle_cut(&bare(&self.painter.names.value(item.value)), ITEM);
        let style = Style::new().fg(theme.thread(item.by));
        let style = if next { style.add_modifier(Modifier::BOLD) } else { style };
        Span::styled(text, style)
    }

    /// The item in the middle of a slot.
    fn slot(&self, item: &Item, wide: usize, next: bool) -> Vec<Span<'a>> {
        let span = self.item(item, next);
        let spare = wide.saturating_sub(span.width());
        let blanks = |count: usize| Span::raw(" ".repeat(count));
        vec![blanks(spare / 2), span, blanks(spare - spare / 2)]
    }

    fn plain(&self, text: impl Into<String>) -> Span<'a> {
        Span::styled(text.into(), Style::new().fg(self.painter.theme.text))
    }

    fn name(&self, queue: &Queue<'_>, cells: usize) -> Vec<Span<'a>> {
        let painter = self.painter;
        let bold = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
        let kind = queue.view.kind.name();
        let kind = if cells < 18 && kind.width() > 9 { kind.trim_end_matches("Queue") } else { kind };
        let room = cells.saturating_sub(kind.width() + 3).max(4);
        let name = middle_cut(&painter.names.resource(queue.id), room);
        vec![Span::styled(format!("[{name}]"), bold), painter.faint(format!(" {kind}"))]
    }

    fn more(&self, count: usize) -> Vec<Span<'a>> {
        vec![self.painter.faint(self.painter.locale.format("heap-more", &[("count", count.into())]))]
    }

    fn empty(&self) -> Vec<Span<'a>> {
        vec![self.plain("→ "), self.painter.faint(self.painter.word("heap-empty"))]
    }

    /// A queue as it stands in so many rows and cells; with boxes, if there is room for them.
    fn shape(&self, queue: &Queue<'_>, rows: usize, cells: usize, boxes: bool) -> Vec<Vec<Span<'a>>> {
        if queue.state.items.is_empty() {
            return vec![self.empty()];
        }
        match queue.view.kind {
            ResourceKind::LifoQueue => self.pile(queue.state, rows, boxes),
            ResourceKind::PriorityQueue => self.tree(queue.state, rows, cells, boxes, 0),
            _ => self.line(queue.state, cells, boxes && rows >= 3),
        }
    }

    /// A line: in at the left, out at the right.
    fn line(&self, queue: &QueueState, cells: usize, boxes: bool) -> Vec<Vec<Span<'a>>> {
        let wide = item_width(self.painter, queue);
        let room = cells.saturating_sub(5);
        let all = queue.items.len();
        // Air beside the items only if all of them have it.
        let pad = if boxes && all * (wide + 3) < room { " " } else { "" };
        let each = wide + 1 + 2 * pad.len();
        let left_out = |shown: usize| if shown < all { format!("…{} ", all - shown) } else { String::new() };
        let fits = |shown: &usize| shown * each + left_out(*shown).width() < room;
        let shown = (1..=all).rev().find(fits).unwrap_or(1);
        let mut row = vec![self.plain("→ "), self.painter.faint(left_out(shown)), self.plain("│")];
        for (at, item) in queue.items.iter().take(shown).enumerate().rev() {
            row.push(Span::raw(pad));
            row.extend(self.slot(item, wide, at == 0));
            row.extend([Span::raw(pad), self.plain("│")]);
        }
        row.push(self.plain(" ▶"));
        if !boxes {
            return vec![row];
        }
        let edge = |left: &str, joint: &str, right: &str| {
            let cell = "─".repeat(each - 1);
            let margin = " ".repeat(2 + left_out(shown).width());
            vec![self.plain(format!("{margin}{left}{}{right}", vec![cell; shown].join(joint)))]
        };
        vec![edge("┌", "┬", "┐"), row, edge("└", "┴", "┘")]
    }

    /// A pile: in and out at the top.
    fn pile(&self, queue: &QueueState, rows: usize, boxes: bool) -> Vec<Vec<Span<'a>>> {
        // Rather all of them without boxes than some in boxes.
        let all = queue.items.len();
        let boxes = boxes && rows >= 3 && (2 * all < rows || all > rows);
        let wide = item_width(self.painter, queue);
        let most = if boxes { (rows - 1) / 2 } else { rows };
        let shown = if queue.items.len() <= most { most.min(queue.items.len()) } else { most.saturating_sub(1).max(1) };
        let rule = |left: &str, right: &str| vec![self.plain(format!("  {left}{}{right}", "─".repeat(wide + 2)))];
        let mut all = Vec::new();
        for (at, item) in queue.items.iter().take(shown).enumerate() {
            if boxes {
                all.push(if at == 0 { rule("┌", "┐") } else { rule("├", "┤") });
            }
            let (start, end) = if at == 0 { ("→ │", "│ ▶") } else { ("  │", "│") };
            let pad = if boxes { " " } else { "" };
            let mut row = vec![self.plain(format!("{start}{pad}"))];
            row.extend(self.slot(item, wide, at == 0));
            row.push(self.plain(format!("{pad}{end}")));
            all.push(row);
        }
        let left = queue.items.len() - shown;
        if boxes {
            all.push(rule("└", "┘"));
        }
        if left > 0 && all.len() < rows {
            all.push(self.more(left));
        } else if left > 0
            && let Some(last) = all.last_mut()
        {
            last.push(Span::raw("  "));
            last.extend(self.more(left));
        }
        all
    }

    /// A tree: the root comes out next, and no parent is larger than its children. Each item has a column of its own, in the
    /// order from left to right; the root stands behind so many cells that are taken in its row.
    fn tree(&self, queue: &QueueState, rows: usize, cells: usize, boxes: bool, behind: usize) -> Vec<Vec<Span<'a>>> {
        let items: Vec<&Item> = queue.tree().into_iter().flatten().collect();
        let wide = item_width(self.painter, queue);
        let levels = (usize::BITS - items.len().leading_zeros()) as usize;
        let count = |levels: usize| items.len().min((1 << levels) - 1);
        let shift = |count: usize, apart: usize| behind.saturating_sub(columns(count)[0] * apart);
        let fits = |levels: usize, apart: usize| {
            let count = count(levels);
            let end = ((count - 1) * apart + wide).max(columns(count)[0] * apart + wide + 2);
            shift(count, apart) + end <= cells && levels <= rows
        };
        let close = (wide + 1).div_ceil(2);
        let apart = close + usize::from(boxes && fits(levels, close + 1));
        let shown = (1..=levels).rev().find(|&levels| fits(levels, apart)).unwrap_or(1);
        let items = &items[..count(shown)];
        let columns = columns(items.len());
        let shift = behind.saturating_sub(columns[0] * apart);
        let middle = |at: usize| shift + columns[at] * apart + wide / 2;
        let left_out = queue.items.len() - items.len();
        let branches = rows.saturating_sub(shown + usize::from(left_out > 0)).min(shown - 1);
        let mut all = Vec::new();
        for level in 0..shown {
            let first = (1 << level) - 1;
            let end = items.len().min(2 * first + 1);
            if level > 0 && level <= branches {
                all.push(self.branches(first, end, middle));
            }
            let mut row: Vec<Span<'a>> = Vec::new();
            for (at, item) in items.iter().enumerate().take(end).skip(first) {
                let span = self.item(item, at == 0);
                let start = middle(at).saturating_sub(span.width() / 2);
                let gap = start.saturating_sub(width(&row)).max(usize::from(at > first));
                row.extend([Span::raw(" ".repeat(gap)), span]);
            }
            if level == 0 {
                row.push(self.plain(" ▶"));
            }
            all.push(row);
        }
        if left_out > 0 && all.len() < rows {
            all.push(self.more(left_out));
        } else if left_out > 0
            && let Some(last) = all.last_mut()
        {
            last.push(Span::raw(" "));
            last.extend(self.more(left_out));
        }
        all
    }

    /// The branches above the items from `first` to before `end`.
    fn branches(&self, first: usize, end: usize, middle: impl Fn(usize) -> usize) -> Vec<Span<'a>> {
        let mut row = String::new();
        let mut taken = 0;
        for left in (first..end).step_by(2) {
            let (start, up) = (middle(left), middle((left - 1) / 2));
            let both = left + 1 < end;
            row += &" ".repeat(start.saturating_sub(taken));
            row += "┌";
            row += &"─".repeat(up.saturating_sub(start + 1));
            row += if both { "┴" } else { "┘" };
            if both {
                row += &"─".repeat(middle(left + 1).saturating_sub(up + 1));
                row += "┐";
            }
            taken = row.width();
        }
        vec![self.plain(row)]
    }

    /// The queues below each other, name at the left, in as few rows as there are.
    fn rows(&self, queues: &[Queue<'_>], area: Rect, buf: &mut Buffer) {
        let room = usize::from(area.height);
        let names: Vec<_> = queues.iter().map(|queue| self.name(queue, 17)).collect();
        let left = names.iter().map(|name| width(name)).max().unwrap_or(0).min(17) + 1;
        let cells = usize::from(area.width).saturating_sub(left);
        let shape = |queue: &Queue<'_>, rows: usize| match queue.view.kind {
            // Below its root a tree may reach under the name.
            ResourceKind::PriorityQueue if !queue.state.items.is_empty() => {
                (0, self.tree(queue.state, rows, usize::from(area.width), false, left))
            }
            _ => (left, self.shape(queue, rows, cells, false)),
        };
        let want = |queue: &Queue<'_>| shape(queue, room).1.len();
        let wants: Vec<usize> = queues.iter().map(want).collect();
        let (mut y, mut rest) = (area.y, room);
        for (at, queue) in queues.iter().enumerate() {
            // Those that come after it have a row each at least.
            let after: usize = wants[at + 1..].iter().sum();
            let fair = rest / (queues.len() - at);
            let rows = wants[at].min(rest.saturating_sub(after).max(fair));
            let top = y;
            if rows == 0 {
                let text = self.more(queues.len() - at);
                buf.set_line(area.x, area.bottom() - 1, &Line::from(text), area.width);
                return;
            }
            let (x, drawn) = shape(queue, rows);
            for row in drawn.into_iter().take(rows) {
                let row = fit(row, usize::from(area.width) - x);
                buf.set_line(area.x + x as u16, y, &Line::from(row), area.width - x as u16);
                y += 1;
                rest -= 1;
            }
            let name = fit(names[at].clone(), left);
            buf.set_line(area.x, top, &Line::from(name), area.width);
            if rest > after && at + 1 < queues.len() {
                y += 1;
                rest -= 1;
            }
        }
    }

    /// A queue in a column of its own, in boxes.
    fn column(&self, queue: &Queue<'_>, area: Rect, buf: &mut Buffer) {
        let painter = self.painter;
        let cells = usize::from(area.width);
        let mut put = |y: u16, spans: Vec<Span<'_>>| {
            if y < area.bottom() {
                buf.set_line(area.x, y, &Line::from(fit(spans, cells)), area.width);
            }
        };
        put(area.y, self.name(queue, cells));
        let rows = usize::from(area.height).saturating_sub(5);
        for (at, row) in self.shape(queue, rows, cells, true).into_iter().take(rows).enumerate() {
            put(area.y + 2 + at as u16, row);
        }
        let next = queue.state.items.front().map_or_else(|| painter.faint("·"), |item| self.item(item, true));
        let word = painter.word("heap-next");
        put(area.bottom() - 2, vec![painter.faint(format!("{word}   ")), next]);
        let gone = queue.state.came.saturating_sub(queue.state.items.len() as u32);
        let count = [("came", queue.state.came.to_string().into()), ("gone", gone.to_string().into())];
        put(area.bottom() - 1, vec![painter.faint(painter.locale.format("heap-came", &count))]);
    }
}

#[cfg(test)]
#[path = "heap_tests.rs"]
mod tests;
