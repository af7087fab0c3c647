//! What is said about locks: which one guards which variable, and which are taken in different orders.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::{
    evidence::{Evidence, Lock, Taking, Touch},
    report::{Guard, LockOrder, LockStep},
};

/// Which locks guard which variables: those that are held at every access; where there is none, the one that is held at most
/// of them, with the accesses that do without.
#[must_use]
pub fn guards(evidence: &Evidence) -> Vec<Guard> {
    let mut by_place: IndexMap<&str, Vec<&Touch>, FxBuildHasher> = IndexMap::default();
    for touch in &evidence.touches {
        by_place.entry(&touch.place).or_default().push(touch);
    }
    let mut guards: Vec<Guard> = Vec::new();
    for accesses in by_place.values() {
        let mut counts: IndexMap<Lock, usize, FxBuildHasher> = IndexMap::default();
        accesses.iter().flat_map(|touch| &touch.locks).for_each(|&lock| *counts.entry(lock).or_default() += 1);
        let Some(most) = counts.values().copied().max() else { continue };
        let is_changed = accesses.iter().any(|touch| touch.access.writes);
        if !is_changed {
            continue;
        }
        let locks = counts.iter().filter(|(_, count)| **count == most).map(|(&lock, _)| lock);
        let locks: Vec<Lock> = if most == accesses.len() { locks.collect() } else { locks.take(1).collect() };
        let without = accesses.iter().filter(|touch| !locks.iter().any(|lock| touch.locks.contains(lock)));
        let mut unguarded: Vec<_> = without.map(|touch| touch.access.clone()).collect();
        unguarded.sort();
        unguarded.dedup();
        let guard = Guard {
            variable: accesses[0].variable.clone(),
            locks: locks.iter().map(|&lock| evidence.name_of(lock)).collect(),
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
pub fn order(evidence: &Evidence) -> Vec<LockOrder> {
    let mut circles: Vec<Vec<&Taking>> = Vec::new();
    for first in &evidence.takings {
        if let Some(circle) = circle_through(&evidence.takings, first) {
            let locks = |circle: &[&Taking]| {
                let mut locks: Vec<Lock> = circle.iter().map(|taking| taking.locks[0]).collect();
                locks.sort_unstable();
                locks
            };
            if !circles.iter().any(|known| locks(known) == locks(&circle)) {
                circles.push(circle);
            }
        }
    }
    let step = |taking: &&Taking| {
        let [holds, wants] = taking.locks.map(|lock| evidence.name_of(lock));
        LockStep { holds, wants, thread: taking.thread.clone(), line: taking.line }
    };
    circles.iter().map(|circle| LockOrder { steps: circle.iter().map(step).collect() }).collect()
}

/// The shortest circle that begins with the step.
fn circle_through<'o>(takings: &'o [Taking], first: &'o Taking) -> Option<Vec<&'o Taking>> {
    let mut ways: Vec<(&Taking, Option<usize>)> = vec![(first, None)];
    let mut at = 0;
    while at < ways.len() {
        let (taking, _) = ways[at];
        if taking.locks[1] == first.locks[0] {
            let mut circle = vec![taking];
            let mut from = ways[at].1;
            while let Some(before) = from {
                circle.push(ways[before].0);
                from = ways[before].1;
            }
            circle.reverse();
            return Some(circle);
        }
        for next in takings.iter().filter(|next| next.locks[0] == taking.locks[1]) {
            if !ways.iter().any(|(known, _)| known.locks == next.locks) {
                ways.push((next, Some(at)));
            }
        }
        at += 1;
    }
    None
}
