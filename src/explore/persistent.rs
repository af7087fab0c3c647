//! Persistent sets: threads whose next steps are enough to try in a state, because whatever else may happen, now or later,
//! before one of them moves, does not bear on what they do next.
//!
//! From a seed, a set is closed: a thread that would get on pulls in every thread in whose future something conflicts with its
//! next operation; one that would not pulls in whoever could change that. (Overman; Godefroid, LNCS 1032.) Of the sets of all
//! seeds the smallest is taken.

use super::{
    futures::Futures,
    node::{Common, Node, Ways},
    places::Places,
};
use crate::machine::Hindrance;

/// In states with more live threads than these, nothing is left out.
const MOST_THREADS: usize = 64;

/// The ways to try in a state, and whether these are all.
pub fn choose(node: &Node, common: &mut Common) -> (Ways, bool) {
    let enabled: u64 = mask(node, |at| node.looks[at].enabled);
    if enabled.count_ones() > 1 && node.looks.len() <= MOST_THREADS {
        let set = smallest(node, enabled, common);
        if set & enabled != enabled {
            let mut ways = Ways::new();
            members(set).for_each(|at| node.ways_of(&node.looks[at], &mut ways, common));
            return (ways, false);
        }
    }
    (node.all_ways(common), true)
}

fn mask(node: &Node, mut is_member: impl FnMut(usize) -> bool) -> u64 {
    (0..node.looks.len().min(MOST_THREADS)).fold(0, |mask, at| mask | u64::from(is_member(at)) << at)
}

fn members(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(at)
    })
}

fn smallest(node: &Node, enabled: u64, common: &mut Common) -> u64 {
    let mut pulls = [None; MOST_THREADS];
    let Common { places, futures, .. } = common;
    // Who may wake for nothing need not: that nobody ever does is a way to an end, too, and must not be put off by it.
    let must = if node.machine.rules().spurious { mask(node, |at| node.goes_on(&node.looks[at])) } else { enabled };
    let mut best = u64::MAX;
    for seed in members(enabled) {
        let set = close(node, seed, &mut pulls, places, futures);
        let moves = must == 0 || set & must != 0;
        if moves && (set & enabled).count_ones() < (best & enabled).count_ones() {
            best = set;
        }
        if (best & enabled).is_power_of_two() {
            break;
        }
    }
    best
}

fn close(
    node: &Node,
    seed: usize,
    pulls: &mut [Option<u64>; MOST_THREADS],
    places: &mut Places,
    futures: &mut Futures,
) -> u64 {
    let mut set = 1_u64 << seed;
    let mut open = set;
    while open != 0 {
        let at = open.trailing_zeros() as usize;
        open &= open - 1;
        let pulled = match pulls[at] {
            Some(known) => known,
            None => *pulls[at].insert(pulled_in(node, at, places, futures)),
        };
        open |= pulled & !set;
        set |= pulled;
    }
    set
}

/// The threads that a member of the set pulls in.
fn pulled_in(node: &Node, at: usize, places: &mut Places, futures: &mut Futures) -> u64 {
    let look = &node.looks[at];
    let machine = &node.machine;
    if look.enabled {
        let stance = (look.location, look.stance);
        let bears = |other: usize| other != at && futures.may_conflict(stance, node.looks[other].location);
        let conflicts = mask(node, bears);
        // Who may give up has another way on as soon as somebody does what it waits for.
        return match machine.hindrance(look.thread) {
            Some(hindrance) => conflicts | enablers(node, at, hindrance, places, futures),
            None => conflicts,
        };
    }
    match machine.hindrance(look.thread) {
        Some(hindrance) => enablers(node, at, hindrance, places, futures),
        None => mask(node, |other| other != at),
    }
}

/// The threads without which a thread will not get on.
fn enablers(node: &Node, at: usize, hindrance: Hindrance, places: &mut Places, futures: &Futures) -> u64 {
    let machine = &node.machine;
    let is = |thread| mask(node, |other| node.looks[other].thread == thread);
    match hindrance {
        Hindrance::End(of) => is(of),
        Hindrance::Others => {
            let waited_for = |other: usize| {
                let thread = node.looks[other].thread;
                other != at && !machine.is_daemon(thread) && thread != crate::ids::ThreadId::MAIN
            };
            // One is enough: none of them can be left out.
            let all = mask(node, waited_for);
            all & all.wrapping_neg()
        }
        Hindrance::Lock(lock, owner) => {
            let bit = places.resource(machine, lock);
            let strangers = mask(node, |other| other != at && futures.future(node.looks[other].location).writes(bit));
            owner.map_or(0, is) | strangers
        }
        Hindrance::Resource(resource) => {
            let bit = places.resource(machine, resource);
            mask(node, |other| other != at && futures.future(node.looks[other].location).changes(bit))
        }
    }
}
