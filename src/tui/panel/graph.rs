//! A circle of waits: who wants what, and who holds it, drawn as the ring that it is and lit link by link when it closes. Words
//! on the arrows or, where they do not fit, a legend below; boxes, chips with names or chips with numbers, as there is room.

use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{lines, ring, table::View, title};
use crate::{
    app::Stage,
    event::Wait,
    ids::{ResourceId, StepIndex, ThreadId},
    scene::{Edge, Scene, graph::WaitForGraph},
    telling::names::number,
    tui::{
        hit::Hits,
        painter::{Painter, middle_cut},
        ring::{Form, Ring, plan},
        wrap::wrap_text,
    },
};

/// The widest that a name may be in the ring.
const NAME: usize = 16;

/// Whether there is anything to draw: a circle.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    circles(stage.scene()).next().is_some() && !ring::is_closed(stage)
}

/// The circles that are there, those that cannot be undone first; with each, whether it can be.
fn circles(scene: &Scene) -> impl Iterator<Item = (&[Edge], bool)> {
    let closed = scene.deadlocks().map(|edges| (edges, false));
    closed
        .chain(scene.circles.iter().map(|circle| (circle.edges.as_slice(), true)))
        .filter(|(edges, _)| !edges.is_empty())
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let painter = view.painter;
    let mut all = circles(painter.scene);
    let Some((edges, undoable)) = all.next() else {
        let area = title(painter, &view.title, Vec::new(), area, buf);
        return lines(painter, chains(painter), area, buf);
    };
    let name = if undoable {
        [&*view.title, &*painter.word("colon"), &*painter.word("ring-undoable")].concat()
    } else {
        view.title.clone()
    };
    let area = title(painter, &name, Vec::new(), area, buf);
    let others: Vec<Line<'_>> = all.map(|(edges, undoable)| also(painter, edges, undoable)).collect();
    let below = (others.len().min(2) as u16).min(area.height.saturating_sub(8));
    let (above, rest) =
        (Rect { height: area.height - below, ..area }, Rect { y: area.bottom() - below, height: below, ..area });
    let nodes = nodes(painter, edges);
    let links = vec![Link::Forwards; nodes.len()];
    let circle = Circle { painter, nodes, undoable, links, status: None, foreseen: &[] };
    if !circle.draw(above, buf) {
        lines(painter, edges.iter().map(|edge| link(painter, edge)).collect(), above, buf);
    }
    lines(painter, others, rest, buf);
}

/// What a node of the ring is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum What {
    Thread(ThreadId),
    /// A primitive, or something else of a real run, by its name; with who holds it.
    Thing(String, Option<ThreadId>),
}

/// What leads from a node to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// Nothing yet.
    Absent,
    /// An arrow.
    Forwards,
    /// An arrow that comes from the next.
    Backwards,
}

/// A thread or thing of the ring, with the message for what leads on from it.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) what: What,
    pub(super) leads: &'static str,
}

/// The edges of a circle, the thread with the lowest number first: so it begins at the same place whoever closed it.
fn from_lowest(edges: &[Edge]) -> impl Iterator<Item = &Edge> {
    let first = edges.iter().enumerate().min_by_key(|(_, edge)| edge.thread).map_or(0, |(at, _)| at);
    edges[first..].iter().chain(&edges[..first])
}

/// The nodes of a circle.
fn nodes(painter: &Painter<'_>, edges: &[Edge]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for edge in from_lowest(edges) {
        let thing = thing(painter, edge.on);
        let leads = if thing.is_some() { "ring-wants" } else { "ring-joins" };
        nodes.push(Node { what: What::Thread(edge.thread), leads });
        nodes.extend(thing.map(|name| Node { what: What::Thing(name, Some(edge.owner)), leads: "ring-held-by" }));
    }
    nodes
}

/// What is waited for, if that is a thing.
fn thing(painter: &Painter<'_>, on: Wait) -> Option<String> {
    match on {
        Wait::Other(text) => Some(painter.names.text(text).to_owned()),
        on => on.resource().map(|resource| painter.names.resource(resource).into_owned()),
    }
}

/// How nodes are labelled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Label {
    /// In boxes, with so many blanks at each side.
    Box(u16),
    /// Number and name; the name of the thing.
    Names,
    /// Threads by their numbers alone.
    Numbers,
    /// Things by a number or a letter, too.
    Signs,
}

impl Label {
    /// Cells that a label has around it.
    const fn around(self) -> u16 {
        match self {
            Self::Box(air) => 2 + 2 * air,
            _ => 2,
        }
    }
}

/// Every way to draw a ring, the best first: how nodes are labelled, and whether words stand on the arrows.
const WAYS: [(Label, bool); 11] = [
    (Label::Box(4), true),
    (Label::Box(3), true),
    (Label::Box(1), true),
    (Label::Box(3), false),
    (Label::Box(1), false),
    (Label::Names, true),
    (Label::Names, false),
    (Label::Numbers, true),
    (Label::Numbers, false),
    (Label::Signs, true),
    (Label::Signs, false),
];

/// A circle that is to be drawn.
pub(super) struct Circle<'a> {
    pub(super) painter: &'a Painter<'a>,
    pub(super) nodes: Vec<Node>,
    pub(super) undoable: bool,
    /// What leads from each node to the next.
    pub(super) links: Vec<Link>,
    /// What is said of a circle that need not be closed.
    pub(super) status: Option<String>,
    /// What threads will be called that are not there yet, by their numbers.
    pub(super) foreseen: &'a [String],
}

impl Circle<'_> {
    /// Draws it as well as there is room; returns whether it could.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) -> bool {
        let words = self.words();
        let widths: Vec<u16> = words.iter().map(|word| word.width() as u16).collect();
        let say = self.says(area);
        let roomy = area.height >= 15;
        for (label, written) in WAYS {
            // Boxes want air around them, the widest ones the largest screens.
            if matches!(label, Label::Box(_)) && !roomy || matches!(label, Label::Box(4)) && area.width < 70 {
                continue;
            }
            let labels = self.labels(label);
            let nodes: Vec<u16> = labels.iter().map(|text| text.width() as u16 + label.around()).collect();
            let boxes = matches!(label, Label::Box(_));
            let form = Form { nodes: &nodes, words: &widths, boxes, written };
            let legend = self.legend(label, written, usize::from(area.width));
            let air = u16::from(roomy);
            for said in [say.as_slice(), &[]] {
                let below = legend.len() as u16 + said.len() as u16 + u16::from(!said.is_empty()) + air;
                let Some(height) = area.height.checked_sub(below) else { continue };
                let Some(ring) = plan(form, Rect { height, ..area }) else { continue };
                self.paint(&ring, (&labels, label), &words, buf);
                let inside = self.say_inside(&ring, written, buf);
                let said = if inside && self.status.is_some() { &[][..] } else { said };
                for (y, text) in (ring.bottom + 1..).zip(said) {
                    let x = area.x + (area.width - (text.width() as u16).min(area.width)) / 2;
                    buf.set_string(x, y, text, self.painter.theme.faint());
                }
                for (at, line) in (0..).zip(&legend) {
                    let y = area.bottom() - legend.len() as u16 - air + at;
                    buf.set_string(area.x + 1, y, line, self.painter.theme.faint());
                }
                return true;
            }
        }
        false
    }

    /// The word on each arrow: what comes from the next says of itself what it does.
    fn words(&self) -> Vec<String> {
        let next = |at: usize| &self.nodes[(at + 1) % self.nodes.len()];
        let word = |(at, (node, link)): (usize, (&Node, &Link))| {
            self.painter.word(if *link == Link::Backwards { next(at).leads } else { node.leads })
        };
        self.nodes.iter().zip(&self.links).enumerate().map(word).collect()
    }

    /// What a thread is called, or will be.
    fn thread_name(&self, thread: ThreadId) -> Cow<'_, str> {
        match self.painter.scene.thread(thread) {
            Some(_) => self.painter.names.thread(thread),
            None => self.foreseen.get(thread.index()).map_or("", String::as_str).into(),
        }
    }

    /// What stands in each node.
    fn labels(&self, label: Label) -> Vec<String> {
        let signs = self.signs();
        let text = |(node, sign): (&Node, String)| match &node.what {
            What::Thread(thread) if matches!(label, Label::Numbers | Label::Signs) => number(*thread).to_string(),
            What::Thread(thread) => {
                format!("{} {}", number(*thread), middle_cut(&self.thread_name(*thread), NAME))
            }
            What::Thing(..) if label == Label::Signs => sign,
            What::Thing(name, _) => middle_cut(name, NAME),
        };
        self.nodes.iter().zip(signs).map(text).collect()
    }

    /// A short sign for each thing: `1` for `forks[1]` if all things are places of one list, otherwise a letter.
    fn signs(&self) -> Vec<String> {
        let name = |node: &Node| match &node.what {
            What::Thing(name, _) => name.clone(),
            What::Thread(_) => String::new(),
        };
        if self.list().is_some() {
            return self
                .nodes
                .iter()
                .map(|node| place(&name(node)).map_or_else(String::new, |(_, at)| at.to_owned()))
                .collect();
        }
        let mut letters = ('a'..='z').map(String::from);
        let letter = |node: &Node| match &node.what {
            What::Thing(..) => letters.next().unwrap_or_default(),
            What::Thread(_) => String::new(),
        };
        self.nodes.iter().map(letter).collect()
    }

    /// The list of which all things are places, if there is one.
    fn list(&self) -> Option<String> {
        let mut lists = self.nodes.iter().filter_map(|node| match &node.what {
            What::Thing(name, _) => Some(place(name).map(|(list, _)| list.to_owned())),
            What::Thread(_) => None,
        });
        let first = lists.next()??;
        lists.all(|list| list.as_ref() == Some(&first)).then_some(first)
    }

    /// What the arrows and the signs mean, where nothing stands at them.
    fn legend(&self, label: Label, written: bool, cells: usize) -> Vec<String> {
        let (thread, thing) = if matches!(label, Label::Box(_)) { ("╭ ╮", "┌ ┐") } else { ("(n)", "[x]") };
        let mut pieces = Vec::new();
        for (key, from, to) in
            [("ring-wants", thread, thing), ("ring-held-by", thing, thread), ("ring-joins", thread, thread)]
        {
            if !written && self.nodes.iter().any(|node| node.leads == key) {
                pieces.push(format!("{from}──▶{to} {}", self.painter.word(key)));
            }
        }
        if label == Label::Signs {
            match self.list() {
                Some(list) => pieces.push(format!("[n]: {list}[n]")),
                None => {
                    pieces.extend(self.nodes.iter().zip(self.signs()).filter_map(|(node, sign)| match &node.what {
                        What::Thing(name, _) => Some(format!("[{sign}]: {}", middle_cut(name, NAME))),
                        What::Thread(_) => None,
                    }));
                }
            }
        }
        packed(&pieces, cells.saturating_sub(2))
    }

    fn edge_style(&self, lit: bool) -> Style {
        let theme = self.painter.theme;
        match (lit, self.undoable) {
            (true, false) => Style::new().fg(theme.bad).add_modifier(Modifier::BOLD),
            (true, true) => Style::new().fg(theme.text),
            (false, _) => Style::new().fg(theme.rule),
        }
    }

    /// How many links are lit by now.
    fn lit(&self) -> usize {
        let scene = self.painter.scene;
        let since = self.nodes.iter().filter_map(|node| match node.what {
            What::Thread(thread) => scene.thread(thread).map(|view| view.since),
            What::Thing(..) => None,
        });
        self.painter.motion.links(since.max().unwrap_or(StepIndex(0)), self.nodes.len())
    }

    fn paint(&self, ring: &Ring, (labels, label): (&[String], Label), words: &[String], buf: &mut Buffer) {
        let lit = self.lit();
        for (at, way) in ring.ways.iter().enumerate() {
            let style = self.edge_style(at < lit);
            if self.links[at] == Link::Absent {
                continue;
            }
            for (x, y, sign) in led(&way.cells, self.links[at]) {
                buf.set_string(x, y, sign, style);
            }
            if let Some((x, y)) = way.word {
                buf.set_string(x, y, &words[at], style.remove_modifier(Modifier::BOLD));
            }
        }
        for ((node, text), &spot) in self.nodes.iter().zip(labels).zip(&ring.spots) {
            self.paint_node(node, text, matches!(label, Label::Box(_)), spot, buf);
        }
    }

    fn paint_node(&self, node: &Node, text: &str, boxed: bool, spot: Rect, buf: &mut Buffer) {
        let theme = self.painter.theme;
        let (brackets, corners, border, inside) = match &node.what {
            What::Thread(thread) => {
                let colour = Style::new().fg(theme.thread(*thread));
                let chip = self.painter.chip(*thread).style;
                let is_there = self.painter.scene.thread(*thread).is_some();
                let (border, inside) = if is_there { (colour, chip) } else { (theme.faint(), theme.faint()) };
                (["(", ")"], ["╭", "╮", "╰", "╯"], border, inside)
            }
            What::Thing(_, owner) => {
                let bold = Style::new().fg(theme.text).add_modifier(Modifier::BOLD);
                (
                    ["[", "]"],
                    ["┌", "┐", "└", "┘"],
                    Style::new().fg(owner.map_or(theme.text, |owner| theme.thread(owner))),
                    bold,
                )
            }
        };
        if !boxed {
            let style = if brackets[0] == "(" { inside } else { border };
            let spans =
                [Span::styled(brackets[0], style), Span::styled(text, inside), Span::styled(brackets[1], style)];
            buf.set_line(spot.x, spot.y, &Line::from(spans.to_vec()), spot.width);
            return;
        }
        let room = usize::from(spot.width - 2);
        let before = room.saturating_sub(text.width()) / 2;
        let after = room.saturating_sub(text.width() + before);
        let rule = "─".repeat(room);
        buf.set_string(spot.x, spot.y, format!("{}{rule}{}", corners[0], corners[1]), border);
        buf.set_string(spot.x, spot.y + 2, format!("{}{rule}{}", corners[2], corners[3]), border);
        let text = format!("{}{text}{}", " ".repeat(before), " ".repeat(after));
        let spans = vec![Span::styled("│", border), Span::styled(text, inside), Span::styled("│", border)];
        buf.set_line(spot.x, spot.y + 1, &Line::from(spans), spot.width);
    }

    /// Whether everybody wants a thing: nobody waits for an end.
    fn all_want(&self) -> bool {
        self.nodes.iter().all(|node| node.leads != "ring-joins")
    }

    /// What is said below a ring of one: why nobody gives the thing back.
    fn says(&self, area: Rect) -> Vec<String> {
        if let Some(status) = &self.status {
            return vec![status.clone()];
        }
        let [Node { what: What::Thread(thread), .. }, Node { what: What::Thing(name, owner), .. }] =
            self.nodes.as_slice()
        else {
            return Vec::new();
        };
        if Some(*thread) != *owner || self.undoable {
            return Vec::new();
        }
        let thread = self.painter.names.thread(*thread);
        let text =
            self.painter.locale.format("ring-of-one", &[("thread", thread.into()), ("thing", name.as_str().into())]);
        wrap_text(&text, usize::from(area.width.saturating_sub(4)).min(60))
    }

    /// What is said within a ring of three or more.
    fn say_inside(&self, ring: &Ring, written: bool, buf: &mut Buffer) -> bool {
        let threads = self.nodes.iter().filter(|node| matches!(node.what, What::Thread(_))).count();
        if threads < 3 || !self.all_want() {
            return false;
        }
        let text = self.status.clone().unwrap_or_else(|| self.painter.word("ring-each"));
        // Words at upright arrows reach over the edge of their column.
        let margin = if written { 4 } else { 2 };
        let room = Rect { x: ring.inner.x + margin, width: ring.inner.width.saturating_sub(2 * margin), ..ring.inner };
        let lines = wrap_text(&text, usize::from(room.width).min(32));
        let widest = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        if widest > usize::from(room.width) || lines.len() as u16 > room.height || room.width < 8 {
            return false;
        }
        let top = room.y + (room.height - lines.len() as u16) / 2;
        for (y, line) in (top..).zip(&lines) {
            buf.set_string(room.x + (room.width - line.width() as u16) / 2, y, line, self.painter.theme.faint());
        }
        true
    }
}

/// The cells of an arrow as it leads: one that comes from the next has its head at the other end.
fn led(cells: &[(u16, u16, &'static str)], link: Link) -> Vec<(u16, u16, &'static str)> {
    let mut cells = cells.to_vec();
    if link == Link::Backwards
        && let (Some(&(.., head)), Some(&(.., tail))) = (cells.last(), cells.first())
    {
        let turned = match head {
            "▶" => "◀",
            "◀" => "▶",
            "▲" => "▼",
            _ => "▲",
        };
        // A bent arrow begins level and ends upright, or has its corner first: its head lies along its first stretch.
        let first = match (tail, head) {
            ("─" | "└" | "┘", "▲" | "▼") => {
                if cells[1].0 > cells[0].0 {
                    "◀"
                } else {
                    "▶"
                }
            }
            _ => turned,
        };
        let line = if matches!(head, "▶" | "◀") { "─" } else { "│" };
        if let Some(last) = cells.last_mut() {
            last.2 = line;
        }
        if let Some(begin) = cells.first_mut() {
            begin.2 = first;
        }
    }
    cells
}

/// `forks` and `1` of `forks[1]`.
pub(super) fn place(name: &str) -> Option<(&str, &str)> {
    let (list, rest) = name.strip_suffix(']')?.split_once('[')?;
    (!rest.is_empty() && rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_digit())).then_some((list, rest))
}

/// Pieces of text in as few lines as they take.
fn packed(pieces: &[String], cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.width() + 2 + piece.width() <= cells => {
                line.push_str("  ");
                line.push_str(piece);
            }
            _ => lines.push(piece.clone()),
        }
    }
    lines
}

/// A thread, what it wants, and who holds that.
fn link<'a>(painter: &Painter<'a>, edge: &Edge) -> Line<'a> {
    let mut spans = vec![Span::raw(" "), painter.chip(edge.thread), painter.faint(" ▶ ")];
    if let Some(thing) = thing(painter, edge.on) {
        spans.push(Span::raw(format!("[{}]", middle_cut(&thing, NAME))));
        spans.push(painter.faint(" ▶ "));
    }
    spans.push(painter.chip(edge.owner));
    Line::from(spans)
}

/// Another circle, in one line.
fn also<'a>(painter: &Painter<'a>, edges: &[Edge], undoable: bool) -> Line<'a> {
    let key = if undoable { "ring-also-undoable" } else { "ring-also" };
    let mut spans = vec![painter.faint(format!(" {} ", painter.word(key)))];
    for edge in from_lowest(edges) {
        spans.push(painter.chip(edge.thread));
        spans.push(painter.faint(" ▶ "));
        if let Some(thing) = thing(painter, edge.on) {
            spans.push(Span::raw(format!("[{}]", middle_cut(&thing, NAME))));
            spans.push(painter.faint(" ▶ "));
        }
    }
    spans.extend(from_lowest(edges).next().map(|edge| painter.chip(edge.thread)));
    Line::from(spans)
}

/// Each thread that wants a primitive, and who holds that.
pub(super) fn chains<'a>(painter: &Painter<'a>) -> Vec<Line<'a>> {
    let graph = WaitForGraph::of(painter.scene);
    let wants = graph.waits.iter().filter_map(|&(thread, wait)| Some((thread, wait.resource()?)));
    wants
        .map(|(thread, resource): (ThreadId, ResourceId)| {
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

#[cfg(test)]
#[path = "graph_tests.rs"]
mod tests;
