//! The wait-for graph: who waits for what, and who holds it. A circle is drawn as the ring that it is, closing edge by edge.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use super::{lines, table::View, title};
use crate::{
    app::Stage,
    ids::{ResourceId, StepIndex, ThreadId},
    scene::{Edge, Scene, graph::WaitForGraph},
    tui::{
        hit::Hits,
        painter::{Painter, width},
    },
};

/// Whether there is anything to draw: a circle.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    !circle(stage.scene()).is_empty()
}

/// The circle that is drawn: the first deadlock, otherwise the first circle that can still be undone.
fn circle(scene: &Scene) -> &[Edge] {
    match scene.circles.first() {
        Some(circle) if scene.deadlock.is_empty() => &circle.edges,
        _ => &scene.deadlock,
    }
}

/// The waits that tell something: for a primitive. That a thread waits for another's end stands among the threads.
fn waits(graph: &WaitForGraph) -> impl Iterator<Item = (ThreadId, ResourceId)> + '_ {
    graph.waits.iter().filter_map(|&(thread, wait)| Some((thread, wait.resource()?)))
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let theme = painter.theme;
    let deadlocked = !painter.scene.deadlock.is_empty();
    let closed = !circle(painter.scene).is_empty();
    let (word, colour) = if deadlocked { ("deadlock", theme.bad) } else { ("circle", theme.warn) };
    let style = Style::new().fg(theme.on_thread).bg(colour).add_modifier(Modifier::BOLD);
    let summary = if closed { vec![Span::styled(format!(" {} ", painter.word(word)), style)] } else { Vec::new() };
    let area = title(painter, &view.title, summary, area, buf);
    let ring = if closed { ring(painter) } else { Vec::new() };
    if !ring.is_empty() && area.height >= 3 && ring_fits(&ring, area.width) {
        draw_ring(painter, &ring, area, buf);
    } else {
        lines(painter, chains(painter), area, buf);
    }
}

/// A thread or primitive of the ring, with what leads on from it.
struct Node<'a> {
    label: Span<'a>,
    leads: String,
}

fn ring<'a>(painter: &Painter<'a>) -> Vec<Node<'a>> {
    let (waits, held) = (painter.word("edge-waits-for"), painter.word("edge-held-by"));
    let mut nodes = Vec::new();
    for edge in circle(painter.scene) {
        nodes.push(Node { label: painter.tag(edge.thread), leads: waits.clone() });
        if let Some(resource) = edge.on.resource() {
            let name = painter.resource(resource);
            let label = Span::styled(format!("[{}]", name.content), name.style);
            nodes.push(Node { label, leads: held.clone() });
        }
    }
    nodes
}

/// The nodes of the upper row; the others come back in the lower one.
fn upper(count: usize) -> usize {
    count.div_ceil(2)
}

/// The shortest arrow between two nodes.
const ARROW: usize = 5;

fn ring_fits(nodes: &[Node<'_>], cells: u16) -> bool {
    if let [node, other] = nodes {
        return node.label.width() + other.label.width() + ARROW + 4 <= usize::from(cells);
    }
    let widest = nodes.iter().map(|node| node.label.width()).max().unwrap_or(0);
    let columns = upper(nodes.len());
    columns * widest + columns.saturating_sub(1) * ARROW + 4 <= usize::from(cells)
}

/// A thread and what it waits for and holds itself: there and back.
fn draw_pair(painter: &Painter<'_>, [node, other]: &[Node<'_>; 2], area: Rect, buf: &mut Buffer) {
    let (style, height) = (edge_style(painter, closed_edges(painter, 2) > 0), area.height.min(4));
    let (x, wide, next_wide) = (area.x + 2, node.label.width() as u16, other.label.width() as u16);
    let next = (x + wide + 22).min(area.right().saturating_sub(next_wide));
    buf.set_line(x, area.y, &Line::from(node.label.clone()), wide);
    buf.set_line(next, area.y, &Line::from(other.label.clone()), next_wide);
    arrow(&node.leads, (x + wide, next, area.y, true), style, buf);
    let (from, to, bottom) = (x + 2, next + next_wide / 2, area.y + height - 1);
    for y in area.y + 1..bottom {
        buf.set_string(from, y, if y == area.y + 1 { "▲" } else { "│" }, style);
        buf.set_string(to, y, "│", style);
    }
    let room = usize::from(to.saturating_sub(from)).saturating_sub(1);
    let label = width(&[Span::raw(other.leads.as_str())]);
    let line = match room.checked_sub(label + 4) {
        Some(left) => format!("{} {} {}", "─".repeat(left / 2 + 1), other.leads, "─".repeat(left - left / 2 + 1)),
        None => "─".repeat(room),
    };
    buf.set_string(from, bottom, format!("└{line}┘"), style);
}

fn draw_ring(painter: &Painter<'_>, nodes: &[Node<'_>], area: Rect, buf: &mut Buffer) {
    if let Ok(pair) = <&[Node<'_>; 2]>::try_from(nodes) {
        return draw_pair(painter, pair, area, buf);
    }
    let columns = upper(nodes.len());
    let widest = nodes.iter().map(|node| node.label.width()).max().unwrap_or(0) as u16;
    let step = ((area.width - widest - 4) / (columns as u16 - 1).max(1)).min(widest + 22);
    let height = area.height.min(5);
    let (top, bottom) = (area.y, area.y + height - 1);
    // Where a node stands: along the upper row to the right, along the lower one back to the left.
    let place = |at: usize| {
        let (column, row) = if at < columns { (at, top) } else { (nodes.len() - 1 - at, bottom) };
        let column = if at >= columns && nodes.len() % 2 == 1 { column + 1 } else { column };
        (area.x + 2 + column as u16 * step, row)
    };
    let closed = closed_edges(painter, nodes.len());
    for (at, node) in nodes.iter().enumerate() {
        let style = edge_style(painter, at < closed);
        let (x, y) = place(at);
        let (next_x, next_y) = place((at + 1) % nodes.len());
        let wide = node.label.width() as u16;
        let next_wide = nodes[(at + 1) % nodes.len()].label.width() as u16;
        if y == next_y && next_x > x {
            arrow(&node.leads, (x + wide, next_x, y, true), style, buf);
        } else if y == next_y {
            arrow(&node.leads, (next_x + next_wide, x, y, false), style, buf);
        } else {
            upright(&node.leads, (x.max(next_x) + 2, y.min(next_y), y.max(next_y), next_y > y), style, buf);
        }
    }
    for (at, node) in nodes.iter().enumerate() {
        let (x, y) = place(at);
        buf.set_line(x, y, &Line::from(node.label.clone()), area.right().saturating_sub(x));
    }
}

/// How many edges of the ring are closed by now.
fn closed_edges(painter: &Painter<'_>, edges: usize) -> usize {
    let since =
        circle(painter.scene).iter().filter_map(|edge| painter.scene.thread(edge.thread)).map(|view| view.since);
    let step = since.max().unwrap_or(StepIndex(0));
    (painter.motion.part(step) * edges as f32).ceil() as usize
}

fn edge_style(painter: &Painter<'_>, closed: bool) -> Style {
    let theme = painter.theme;
    let colour = if painter.scene.deadlock.is_empty() { theme.warn } else { theme.bad };
    if closed { Style::new().fg(colour).add_modifier(Modifier::BOLD) } else { Style::new().fg(theme.rule) }
}

/// A level arrow between two columns, with its words in the middle where they fit.
fn arrow(words: &str, (from, to, y, right): (u16, u16, u16, bool), style: Style, buf: &mut Buffer) {
    let room = usize::from(to.saturating_sub(from));
    if room < 3 {
        return;
    }
    let label = width(&[Span::raw(words)]);
    let line = room - 3;
    let text = if label + 2 <= line {
        let before = (line - label - 2) / 2;
        format!("{} {words} {}", "─".repeat(before), "─".repeat(line - label - 2 - before))
    } else {
        "─".repeat(line)
    };
    let text = if right { format!(" {text}▶ ") } else { format!(" ◀{text} ") };
    buf.set_string(from, y, text, style);
}

/// An upright arrow between two rows, with its words beside it.
fn upright(words: &str, (x, top, bottom, down): (u16, u16, u16, bool), style: Style, buf: &mut Buffer) {
    for y in top + 1..bottom {
        let head = if down { y + 1 == bottom } else { y == top + 1 };
        let sign = match (head, down) {
            (true, true) => "▼",
            (true, false) => "▲",
            _ => "│",
        };
        buf.set_string(x, y, sign, style);
    }
    if bottom > top + 1 {
        buf.set_string(x + 2, top + (bottom - top) / 2, words, style);
    }
}

/// Each thread that waits, and for what.
fn chains<'a>(painter: &Painter<'a>) -> Vec<Line<'a>> {
    let graph = WaitForGraph::of(painter.scene);
    waits(&graph)
        .map(|(thread, resource)| {
            let name = painter.resource(resource);
            let mut spans = vec![Span::raw(" "), painter.tag(thread), painter.faint(" ──▶ ")];
            spans.push(Span::styled(format!("[{}]", name.content), name.style));
            if let Some(&(_, owner)) = graph.owns.iter().find(|&&(owned, _)| owned == resource) {
                spans.push(painter.faint(" ──▶ "));
                spans.push(painter.tag(owner));
            }
            Line::from(spans)
        })
        .collect()
}
