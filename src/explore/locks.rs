//! What is said about locks: which one guards which variable, and which are taken in different orders.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::{
    report::{Guard, LockOrder, LockStep},
    sightings::{Guarded, Order, Sightings},
    telling::access,
};
use crate::{
    ids::ResourceId,
    machine::{Machine, Place},
};

/// Which locks guard which variables: those that are held at every access; where there is none, the one that is held at most
/// of them, with the accesses that do without.
#[must_use]
pub fn guards(sightings: &Sightings, machine: &Machine) -> Vec<Guard> {
    let mut by_place: IndexMap<Place, Vec<&Guarded>, FxBuildHasher> = IndexMap::default();
    for guarded in &sightings.guarded {
        by_place.entry(guarded.place).or_default().push(guarded);
    }
    let mut guards: Vec<Guard> = Vec::new();
    for (place, accesses) in by_place {
        let mut counts: IndexMap<ResourceId, usize, FxBuildHasher> = IndexMap::default();
        accesses.iter().flat_map(|access| &access.locks).for_each(|&lock| *counts.entry(lock).or_default() += 1);
        let Some(most) = counts.values().copied().max() else { continue };
        let is_changed = accesses.iter().any(|access| access.by.writes);
        if !is_changed {
            continue;
        }
        let locks = counts.iter().filter(|(_, count)| **count == most).map(|(&lock, _)| lock);
        let locks: Vec<ResourceId> = if most == accesses.len() { locks.collect() } else { locks.take(1).collect() };
        let without = accesses.iter().filter(|access| !locks.iter().any(|lock| access.locks.contains(lock)));
        let mut unguarded: Vec<_> = without.map(|guarded| access(machine, guarded.by)).collect();
        unguarded.sort();
        unguarded.dedup();
        let guard = Guard {
            variable: machine.place_label(place),
            locks: locks.iter().map(|&lock| machine.resource_name(lock)).collect(),
            unguarded,
        };
        if !guard.variable.is_empty() && !guards.contains(&guard) {
            guards.push(guard);
        }
    }
    guards.sort_by(|one, other| one.variable.cmp(&other.variable));
    guards
}

/// Locks that are taken in different orders: the shortest circle through each step, each once.
#[must_use]
pub fn order(sightings: &Sightings, machine: &Machine) -> Vec<LockOrder> {
    let mut circles: Vec<Vec<&Order>> = Vec::new();
    for first in &sightings.orders {
        if let Some(circle) = circle_through(&sightings.orders, first) {
            let locks = |circle: &[&Order]| {
                let mut locks: Vec<ResourceId> = circle.iter().map(|order| order.locks[0]).collect();
                locks.sort_unstable();
                locks
            };
            if !circles.iter().any(|known| locks(known) == locks(&circle)) {
                circles.push(circle);
            }
        }
    }
    let step = |order: &&Order| {
        let seen = access(machine, order.by);
        let [holds, wants] = order.locks.map(|lock| machine.resource_name(lock));
        LockStep { holds, wants, thread: seen.thread, line: seen.line }
    };
    circles.iter().map(|circle| LockOrder { steps: circle.iter().map(step).collect() }).collect()
}

/// The shortest circle that begins with the step.
fn circle_through<'o>(orders: &'o [Order], first: &'o Order) -> Option<Vec<&'o Order>> {
    let mut ways: Vec<(&Order, Option<usize>)> = vec![(first, None)];
    let mut at = 0;
    while at < ways.len() {
        let (order, _) = ways[at];
        if order.locks[1] == first.locks[0] {
            let mut circle = vec![order];
            let mut from = ways[at].1;
            while let Some(before) = from {
                circle.push(ways[before].0);
                from = ways[before].1;
            }
            circle.reverse();
            return Some(circle);
        }
        for next in orders.iter().filter(|next| next.locks[0] == order.locks[1]) {
            if !ways.iter().any(|(known, _)| known.locks == next.locks) {
                ways.push((next, Some(at)));
            }
        }
        at += 1;
    }
    None
}
