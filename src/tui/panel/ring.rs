//! Threads and things in a circle, each at its place from the first step to the last: what is wanted and what is held are the
//! arrows between neighbours, so that a circle is seen closing. Drawn by the same hand as the circle of a deadlock.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use super::{
    graph::{Circle, Link, Node, What, chains, place},
    lines,
    table::View,
    title,
};
use crate::{
    app::Stage,
    ids::{ResourceId, ThreadId},
    scenario::Pane,
    scene::{ResourceState, Scene},
    telling::names::Names,
    tui::{
        hit::Hits,
        painter::{Painter, middle_cut},
    },
};

/// So many threads, and so many things, can stand in a ring.
const MOST: usize = 7;

/// Whether there is anything to draw: the scenario asks for it.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    stage.scenario().panes.contains(&Pane::Ring)
}

/// Whether the ring is wanted and closed, so that nothing else need show the circle.
#[must_use]
pub fn is_closed(stage: &Stage) -> bool {
    wanted(stage) && Table::of(stage, stage.names()).is_some_and(|table| table.links(stage.scene()).closed())
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, _hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    let area = title(painter, &view.title, Vec::new(), area, buf);
    let Some(table) = Table::of(stage, painter.names) else {
        let all = chains(painter);
        let nothing = || vec![Line::from(painter.faint(format!(" {}", painter.word("ring-nothing"))))];
        return lines(painter, if all.is_empty() { nothing() } else { all }, area, buf);
    };
    let links = table.links(painter.scene);
    let others = links.others(painter);
    let below = (others.len().min(2) as u16).min(area.height.saturating_sub(8));
    let (above, rest) =
        (Rect { height: area.height - below, ..area }, Rect { y: area.bottom() - below, height: below, ..area });
    let circle = Circle {
        painter,
        nodes: table.nodes(painter),
        undoable: !links.closed() || painter.scene.deadlocks().next().is_none(),
        links: links.between.clone(),
        status: links.status(painter, &table.seats),
        foreseen: stage.forecast().map_or(&[], |forecast| &forecast.names),
    };
    if !circle.draw(above, buf) {
        let mut all = links.all(painter);
        all.extend(links.status(painter, &table.seats).map(|text| Line::from(painter.faint(format!(" {text}")))));
        return lines(painter, all, area, buf);
    }
    lines(painter, others, rest, buf);
}

/// Who or what has a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Seat {
    Thread(ThreadId),
    Thing(ResourceId),
}

/// The places of a ring, clockwise.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Table {
    seats: Vec<Seat>,
}

impl Table {
    /// The table that the threads of a program sit at; none if there are none, or too many.
    fn of(stage: &Stage, names: Names<'_>) -> Option<Self> {
        let scene = stage.scene();
        // The main thread starts the others, and sits at the table only where they are not enough for a circle.
        let threads = stage.threads_expected();
        let first = usize::from(threads > 2);
        let threads: Vec<ThreadId> = (first..threads).map(ThreadId::at).collect();
        let things = things(scene, names);
        if threads.is_empty() || things.is_empty() || threads.len() > MOST || things.len() > MOST {
            return None;
        }
        Some(Self { seats: seats(&threads, &things) })
    }

    fn nodes(&self, painter: &Painter<'_>) -> Vec<Node> {
        let node = |seat: &Seat| match *seat {
            Seat::Thread(thread) => Node { what: What::Thread(thread), leads: "ring-wants" },
            Seat::Thing(thing) => {
                let owner = holders(painter.scene, thing).first().copied();
                Node { what: What::Thing(painter.names.resource(thing).into_owned(), owner), leads: "ring-held-by" }
            }
        };
        self.seats.iter().map(node).collect()
    }

    /// What leads from one to the next, and what does not lead to a neighbour.
    fn links(&self, scene: &Scene) -> Links {
        let mut left = relations(scene, &self.seats);
        let mut take = |relation: Relation| {
            let at = left.iter().position(|known| *known == relation)?;
            Some(left.swap_remove(at))
        };
        let count = self.seats.len();
        let mut between = vec![Link::Absent; count];
        for (at, link) in between.iter_mut().enumerate() {
            let (forwards, backwards) = match (self.seats[at], self.seats[(at + 1) % count]) {
                (Seat::Thread(thread), Seat::Thing(thing)) => {
                    (Relation { thread, thing, holds: false }, Relation { thread, thing, holds: true })
                }
                (Seat::Thing(thing), Seat::Thread(thread)) => {
                    (Relation { thread, thing, holds: true }, Relation { thread, thing, holds: false })
                }
                _ => continue,
            };
            if take(forwards).is_some() {
                *link = Link::Forwards;
            } else if count > 2 && take(backwards).is_some() {
                *link = Link::Backwards;
            }
        }
        left.sort_unstable();
        Links { between, left, all: relations(scene, &self.seats) }
    }
}

/// Threads and things by turns, each thread before the thing that it would want second if it took that with its own number
/// first: at a round table everybody then stands between their two.
fn seats(threads: &[ThreadId], things: &[ResourceId]) -> Vec<Seat> {
    let count = threads.len().max(things.len());
    let thing = |at: usize| things.get((at + 1) % things.len()).filter(|_| at < things.len());
    let pair = |at: usize| {
        let thread = threads.get(at).map(|&thread| Seat::Thread(thread));
        thread.into_iter().chain(thing(at).map(|&thing| Seat::Thing(thing)))
    };
    (0..count).flat_map(pair).collect()
}

/// What can be held: the places of one list where there are some, as forks are; otherwise every lock.
fn things(scene: &Scene, names: Names<'_>) -> Vec<ResourceId> {
    let resources = || (0..scene.resources.len()).map(ResourceId::at);
    let all: Vec<ResourceId> = resources().filter(|&id| scene.can_guard(id)).collect();
    let list = |&id: &ResourceId| place(&names.resource(id)).map(|(list, _)| list.to_owned());
    // Semaphores that only wake somebody have a place too, if they stand in a list.
    let is_permit = |id| scene.resource(id).is_some_and(|view| matches!(view.state, ResourceState::Semaphore(_)));
    let listed = || resources().filter(|&id| scene.can_guard(id) || is_permit(id));
    let first = listed().find_map(|id| list(&id));
    let of_list: Vec<ResourceId> = listed().filter(|id| first.is_some() && list(id) == first).collect();
    if of_list.len() > 1 { of_list } else { all }
}

fn holders(scene: &Scene, thing: ResourceId) -> &[ThreadId] {
    scene.resource(thing).map_or(&[], |view| view.state.holders())
}

fn wants(scene: &Scene, thread: ThreadId) -> Option<ResourceId> {
    scene.thread(thread)?.waits?.0.resource()
}

/// That a thread wants or holds a thing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Relation {
    thread: ThreadId,
    thing: ResourceId,
    holds: bool,
}

/// Everything that is wanted or held of what has a place, by anybody.
fn relations(scene: &Scene, seats: &[Seat]) -> Vec<Relation> {
    let mut all = Vec::new();
    for (at, view) in scene.threads.iter().enumerate() {
        let thread = ThreadId::at(at);
        all.extend(view.holds.iter().map(|&thing| Relation { thread, thing, holds: true }));
        all.extend(wants(scene, thread).map(|thing| Relation { thread, thing, holds: false }));
    }
    all.retain(|relation| seats.contains(&Seat::Thing(relation.thing)));
    all
}

/// What leads from whom to whom.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Links {
    /// From each place to the next.
    between: Vec<Link>,
    /// What does not lead to a neighbour.
    left: Vec<Relation>,
    /// Everything.
    all: Vec<Relation>,
}

impl Links {
    /// How many links lead round the circle the same way.
    fn round(&self) -> usize {
        let count = |way: Link| self.between.iter().filter(|&&link| link == way).count();
        count(Link::Forwards).max(count(Link::Backwards))
    }

    fn closed(&self) -> bool {
        self.round() == self.between.len()
    }

    /// How far the circle is closed. Where things are no more than signals nobody holds them, and there is no circle to close.
    fn status(&self, painter: &Painter<'_>, seats: &[Seat]) -> Option<String> {
        let is_signal = |seat: &Seat| match *seat {
            Seat::Thing(thing) => {
                let view = painter.scene.resource(thing);
                painter.scene.is_signal(thing)
                    || view.is_some_and(|view| matches!(view.state, ResourceState::Semaphore(_)) && view.limit == 0)
            }
            Seat::Thread(_) => false,
        };
        if seats.iter().any(is_signal) {
            return None;
        }
        let key = if self.closed() { "ring-closed" } else { "ring-open" };
        Some(painter.locale.format(key, &[("count", self.round().into()), ("all", self.between.len().into())]))
    }

    fn others<'a>(&self, painter: &Painter<'a>) -> Vec<Line<'a>> {
        self.left.iter().map(|relation| line(painter, *relation)).collect()
    }

    fn all<'a>(&self, painter: &Painter<'a>) -> Vec<Line<'a>> {
        self.all.iter().map(|relation| line(painter, *relation)).collect()
    }
}

/// That a thread wants or holds a thing, in one line.
fn line<'a>(painter: &Painter<'a>, Relation { thread, thing, holds }: Relation) -> Line<'a> {
    let name = Span::raw(format!("[{}]", middle_cut(&painter.names.resource(thing), 16)));
    let arrow = |key: &str| painter.faint(format!(" {} ▶ ", painter.word(key)));
    let (from, word, to) = if holds {
        (name, arrow("ring-held-by"), painter.tag(thread))
    } else {
        (painter.tag(thread), arrow("ring-wants"), name)
    };
    Line::from(vec![Span::raw(" "), from, word, to])
}

#[cfg(test)]
#[path = "ring_tests.rs"]
mod tests;
