//! Short ways to outcomes through the stored states: fewest context switches first, then fewest steps.
//!
//! What is left out of the search may have had shorter ones: none of these is proved.

use std::collections::VecDeque;

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::{
    found::Found,
    graph::{StateId, Target},
    queue::Queue,
    row::way_along,
    wanted::{Along, Beginnings, Wanted},
};
use crate::choice::Choice;

/// No more places than these are gone on from.
const MOST: usize = 2_000_000;

/// A place on the way, the one before it, and the edge between them.
#[derive(Clone, Copy, Debug)]
struct Place {
    at: Target,
    /// The place of the thread that took the last step, among those of the state.
    last: Option<usize>,
    along: Along,
    before: u32,
    edge: u32,
}

const NONE: u32 = u32::MAX;

/// Finds ways to the outcomes that have none, as long as `patient` says so.
pub fn find(found: &Found, wanted: &mut [Wanted], beginnings: &Beginnings, mut patient: impl FnMut() -> bool) {
    let start = Place { at: Target::State(StateId(0)), last: None, along: Along::default(), before: NONE, edge: NONE };
    let mut places = vec![start];
    let mut open = Queue::default();
    open.push((0, 0), 0);
    let mut settled: IndexSet<_, FxBuildHasher> = IndexSet::default();
    let mut left = wanted.iter().filter(|it| it.way.is_none()).count();
    while let Some(((switches, steps), number)) = open.pop() {
        let place = places[number as usize];
        if left == 0 || settled.len() > MOST || (settled.len() % 1024 == 1023 && !patient()) {
            return;
        }
        if !settled.insert((place.at, place.last, place.along)) {
            continue;
        }
        for wanted in wanted.iter_mut().filter(|it| it.way.is_none()) {
            let is_there = match place.at {
                Target::End(end) => wanted.endless.is_none() && wanted.end == end,
                Target::State(state) => wanted.endless == Some(state),
            };
            if is_there && beginnings.on(Along::default(), &wanted.output) == Some(place.along) {
                wanted.way = Some(way_to(found, &places, number));
                left -= 1;
            }
        }
        let Target::State(state) = place.at else { continue };
        for (edge, to) in found.graph.numbered_edges(state) {
            let Some(along) = beginnings.on(place.along, found.text_of(to.text)) else { continue };
            let (mut last, mut cost) = (place.last.map(|last| found.row(state).threads[last]), (switches, steps));
            for choice in found.graph.choices(to) {
                cost.0 += u32::from(last.is_some_and(|last| last != choice.thread));
                cost.1 += 1;
                last = Some(choice.thread);
            }
            let last = match to.to {
                Target::State(_) => last.and_then(|last| found.row_numbered(to.row).place(last)),
                Target::End(_) => None,
            };
            if !settled.contains(&(to.to, last, along)) {
                open.push(cost, places.len() as u32);
                places.push(Place { at: to.to, last, along, before: number, edge });
            }
        }
    }
}

/// A way to a state, one with fewest edges.
#[must_use]
pub fn any(found: &Found, wanted: StateId) -> Vec<Choice> {
    let mut from: IndexMap<StateId, (StateId, u32), FxBuildHasher> = IndexMap::default();
    let mut open = VecDeque::from([StateId(0)]);
    while let Some(state) = open.pop_front().filter(|state| *state != wanted) {
        for (edge, to) in found.graph.numbered_edges(state) {
            if let Target::State(to) = to.to
                && to != StateId(0)
                && !from.contains_key(&to)
            {
                from.insert(to, (state, edge));
                open.push_back(to);
            }
        }
    }
    let mut edges = Vec::new();
    let mut at = wanted;
    while let Some(&(before, edge)) = from.get(&at) {
        edges.push(edge);
        at = before;
    }
    way_along(found, edges.into_iter().rev())
}

fn way_to(found: &Found, places: &[Place], mut at: u32) -> Vec<Choice> {
    let mut edges = Vec::new();
    while places[at as usize].before != NONE {
        edges.push(places[at as usize].edge);
        at = places[at as usize].before;
    }
    way_along(found, edges.into_iter().rev())
}
