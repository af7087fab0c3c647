//! What is seen along the way: races, which locks are held where variables are touched, in which order locks are taken.
//!
//! A race is two plain accesses to one place, one of them a write, that could both be next in one state: exact, and free of
//! history. Two calls of methods of a container are none: each is done as a whole. Every access and every attempt to take a lock that can happen is seen in some state, because what is left out
//! of a search is only the order of steps that do not bear on each other.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::{
    futures::{Futures, Location},
    node::{Look, Node},
    places::PlaceSet,
    stance::{Pairs, Stance},
};
use crate::{
    choice::Choice,
    ids::{ProcessId, ResourceId, ThreadId},
    machine::{Access, Deed, Place},
};

/// One thread's part in what was seen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Sighted {
    /// The thread.
    pub thread: ThreadId,
    /// The line, from 1; 0 where it is not known.
    pub line: u32,
    /// Whether it writes.
    pub writes: bool,
}

/// Two accesses that could both be next.
#[derive(Clone, Debug)]
pub struct Sight {
    /// What both touch.
    pub place: Place,
    /// Who.
    pub by: [Sighted; 2],
    /// The way to a state where that is so.
    pub way: Vec<Choice>,
}

/// An access with the locks that were held.
#[derive(Clone, Debug)]
pub struct Guarded {
    /// What was touched.
    pub place: Place,
    /// By whom.
    pub by: Sighted,
    /// What the thread is called: where processes begin threads side by side, its number is another thread's in other runs.
    pub name: Arc<str>,
    /// The locks.
    pub locks: Vec<ResourceId>,
}

/// A lock that is wanted while another is held.
#[derive(Clone, Debug)]
pub struct Order {
    /// The one that is held, and the one that is wanted.
    pub locks: [ResourceId; 2],
    /// By whom, where it is wanted.
    pub by: Sighted,
    /// What the thread is called.
    pub name: Arc<str>,
}

/// What was seen along the way.
#[derive(Clone, Debug, Default)]
pub struct Sightings {
    /// Races, each pair of lines once for each place.
    pub races: Vec<Sight>,
    /// Accesses, each once for each set of locks.
    pub guarded: Vec<Guarded>,
    /// Orders of locks, each pair once.
    pub orders: Vec<Order>,
    /// A way to the state where something was seen first: behind it everything has its name.
    pub some_way: Vec<Choice>,
    seen: u64,
    /// Stances that do not meet, or of which all was seen.
    settled: Pairs,
    /// Stances in which what is touched without any lock was seen.
    unguarded: IndexSet<Stance, FxBuildHasher>,
    known_races: IndexMap<(Location, Location), PlaceSet, FxBuildHasher>,
    race_lines: IndexSet<(Place, [(u32, bool); 2]), FxBuildHasher>,
    known_guarded: IndexMap<(Location, Vec<ResourceId>), PlaceSet, FxBuildHasher>,
    guarded_lines: IndexSet<(Place, u32, bool, Vec<ResourceId>), FxBuildHasher>,
    known_orders: IndexSet<[ResourceId; 2], FxBuildHasher>,
}

impl Sightings {
    /// How much was seen: more, where something new was.
    #[must_use]
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Looks at a state; `way` says how it was come to.
    pub fn state(&mut self, node: &Node, futures: &Futures, way: impl Fn() -> Vec<Choice>) {
        for (at, one) in node.looks.iter().enumerate().filter(|(_, look)| look.accesses) {
            for other in node.looks[at + 1..].iter().filter(|look| look.accesses) {
                if self.settled.has(one.stance, other.stance) {
                    continue;
                }
                let meeting = futures.next(one.stance).meeting(futures.next(other.stance));
                if meeting.is_empty() {
                    self.settled.add(one.stance, other.stance);
                } else {
                    self.meet(node, [one, other], meeting, &way);
                }
            }
        }
    }

    fn meet(&mut self, node: &Node, looks: [&Look; 2], meeting: PlaceSet, way: &impl Fn() -> Vec<Choice>) {
        let machine = &node.machine;
        // Two processes have no memory in common but what was made for that.
        let apart = machine.process_of(looks[0].thread) != machine.process_of(looks[1].thread);
        if !apart {
            let known = self.known_races.entry((looks[0].location, looks[1].location)).or_default();
            if known.contains(meeting) {
                self.settled.add(looks[0].stance, looks[1].stance);
                return;
            }
            *known |= meeting;
            self.seen += 1;
        }
        if looks.iter().all(|look| machine.is_before_method(look.thread)) {
            return;
        }
        let [one, other] = looks.map(|look| machine.pending_footprint(look.thread));
        let can_meet = |place: Place| {
            let [one, other] = looks.map(|look| machine.memory_of(look.thread, place));
            place.is_variable() && one == other
        };
        for one in one.accesses().filter(|access| can_meet(access.place)) {
            let raced = other.accesses().find(|other| one.conflicts(*other) && is_plain(one) && is_plain(*other));
            let Some(other) = raced else { continue };
            let by = [(looks[0], one), (looks[1], other)].map(|(look, access)| Sighted {
                thread: look.thread,
                line: machine.pending_line(look.thread).unwrap_or(0),
                writes: access.deed == Deed::Write,
            });
            if self.race_lines.insert((whole(one.place), lines(by.map(|by| (by.line, by.writes))))) {
                self.seen += 1;
                self.races.push(Sight { place: one.place, by, way: way() });
            }
        }
    }

    /// A thread is about to go on: what does it touch, and which locks does it hold?
    pub fn step(&mut self, node: &Node, look: &Look, futures: &Futures, way: impl Fn() -> Vec<Choice>) {
        let machine = &node.machine;
        if look.accesses {
            let locks: Vec<ResourceId> = machine.locks_of(look.thread).collect();
            if locks.is_empty() && self.unguarded.contains(&look.stance) {
                return;
            }
            let touched = futures.next(look.stance).memory();
            let known = self.known_guarded.entry((look.location, locks.clone())).or_default();
            if known.contains(touched) {
                if locks.is_empty() {
                    self.unguarded.insert(look.stance);
                }
                return;
            }
            *known |= touched;
            self.seen += 1;
            let line = machine.pending_line(look.thread).unwrap_or(0);
            for access in machine.pending_footprint(look.thread).accesses() {
                // The variables of a copy are not those that the program's text speaks of first.
                let of_a_copy = machine.memory_of(look.thread, access.place) != ProcessId(0);
                if !access.place.is_variable() || access.deed == Deed::Pass || of_a_copy {
                    continue;
                }
                let by = Sighted { thread: look.thread, line, writes: access.deed == Deed::Write };
                let place = whole(access.place);
                if self.guarded_lines.insert((place, line, by.writes, locks.clone())) {
                    let name = machine.thread_name(look.thread);
                    self.guarded.push(Guarded { place, by, name, locks: locks.clone() });
                }
            }
            self.note(way);
        }
    }

    /// A thread rests before an operation: which lock does it want, and which does it hold?
    pub fn rest(&mut self, node: &Node, look: &Look, way: impl Fn() -> Vec<Choice>) {
        let machine = &node.machine;
        if machine.still_owed_by(look.thread).is_some() {
            return;
        }
        let Some(wanted) = machine.about_to_take(look.thread) else { return };
        if machine.owner_of(wanted) == Some(look.thread) {
            return;
        }
        for held in machine.locks_of(look.thread) {
            if self.known_orders.insert([held, wanted]) {
                self.seen += 1;
                let line = machine.pending_line(look.thread).unwrap_or(0);
                let by = Sighted { thread: look.thread, line, writes: false };
                self.orders.push(Order { locks: [held, wanted], by, name: machine.thread_name(look.thread) });
                self.note(&way);
            }
        }
    }

    fn note(&mut self, way: impl Fn() -> Vec<Choice>) {
        if self.some_way.is_empty() {
            self.some_way = way();
        }
    }
}

/// Two lines and what is done there, whichever thread is in which: a race is known by them.
pub fn lines(mut lines: [(u32, bool); 2]) -> [(u32, bool); 2] {
    lines.sort_unstable();
    lines
}

/// A look-up that goes past a place is none of a value.
pub fn is_plain(access: Access) -> bool {
    access.deed != Deed::Pass
}

/// Viewers know a container as one variable.
pub fn whole(place: Place) -> Place {
    match place {
        Place::Item(id, _) | Place::Extent(id) => Place::Content(id),
        place => place,
    }
}
