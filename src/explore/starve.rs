//! Threads that can be passed over for ever although nobody is treated unfairly: what they wait for is free again and again, and
//! each time somebody else has it.
//!
//! On the map of a small program, without the steps of a thread, a component is looked for that can be gone round in: in some of
//! its states the thread could go on, in others it could not, and whoever could go on in all of them does take a step. A scheduler
//! that lets everybody go who could go all the time (weak fairness) may then go round for ever. Tests: `tests/search/starve.rs`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::map::{MapId, MapWay, StateMap};
use crate::{choice::Choice, event::Silence};

/// A thread that can be passed over for ever.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Starved {
    /// What it is called.
    pub thread: String,
    /// The line that it wants to go on from; 0 where it is not known.
    pub line: u32,
    /// What those are called who go on instead.
    pub others: Vec<String>,
    /// A way to where they go round.
    pub way: Vec<Choice>,
    /// Once round.
    pub round: Vec<Choice>,
}

/// The threads that can be passed over, each with a way on which it is; none where the map is not whole.
#[must_use]
pub fn starved(map: &StateMap) -> Vec<Starved> {
    if !map.is_whole() {
        return Vec::new();
    }
    let states = || (0..map.states().len() as u32).map(MapId);
    let names: BTreeSet<u32> = states().flat_map(|state| map.ways(state)).map(|way| way.name).collect();
    names.into_iter().filter_map(|name| passed_over(map, name)).collect()
}

/// Whether a thread can be passed over, and how.
fn passed_over(map: &StateMap, name: u32) -> Option<Starved> {
    let count = map.states().len();
    let without = |at: usize| map.ways(MapId(at as u32)).iter().filter(move |way| way.name != name);
    let components = components(count, |at| without(at).map(|way| way.to.index()).collect());
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    components.iter().enumerate().for_each(|(at, &component)| members.entry(component).or_default().push(at));
    members.into_iter().find_map(|(component, states)| {
        let inside = |way: &&MapWay| components[way.to.index()] == component;
        let rounds: Vec<(usize, MapWay)> =
            states.iter().flat_map(|&at| without(at).filter(inside).map(move |way| (at, *way))).collect();
        let could = |at: usize, name: u32| map.ways(MapId(at as u32)).iter().find(|way| way.name == name);
        let wanting = states.iter().copied().find(|&at| could(at, name).is_some())?;
        let kept_back = states.iter().copied().find(|&at| could(at, name).is_none())?;
        let movers: BTreeSet<u32> = rounds.iter().map(|(_, way)| way.name).collect();
        // Whoever could go on all the time has to.
        let always = |other: &u32| states.iter().all(|&at| could(at, *other).is_some());
        let names: BTreeSet<u32> = map.ways(MapId(wanting as u32)).iter().map(|way| way.name).collect();
        if rounds.is_empty() || names.iter().any(|other| *other != name && always(other) && !movers.contains(other)) {
            return None;
        }
        // Round by way of both states, and of a step of everybody who takes one.
        let path = |from: usize, to: usize| path(&rounds, from, to);
        let mut round: Vec<usize> = vec![wanting];
        round.extend(path(wanting, kept_back)?);
        for mover in &movers {
            let (from, way) = rounds.iter().find(|(_, way)| way.name == *mover)?;
            round.extend(path(*round.last()?, *from)?);
            round.push(way.to.index());
        }
        round.extend(path(*round.last()?, wanting)?);
        let way = map.way_to(MapId(wanting as u32))?;
        Some(Starved {
            thread: map.name(name).to_owned(),
            line: could(wanting, name)?.line,
            others: movers.iter().map(|&mover| map.name(mover).to_owned()).collect(),
            round: choices(map, &way, &round, name)?,
            way,
        })
    })
}

/// The states behind the first one on a shortest path inside a component; nothing, where both are the same.
fn path(rounds: &[(usize, MapWay)], from: usize, to: usize) -> Option<Vec<usize>> {
    let mut before: BTreeMap<usize, usize> = BTreeMap::new();
    let mut next = VecDeque::from([from]);
    while let Some(at) = next.pop_front() {
        if at == to {
            let mut path = Vec::new();
            let mut at = to;
            while at != from {
                path.push(at);
                at = *before.get(&at)?;
            }
            path.reverse();
            return Some(path);
        }
        // They stand in the order of the states.
        let first = rounds.partition_point(|(here, _)| *here < at);
        for (_, way) in rounds[first..].iter().take_while(|(here, _)| *here == at) {
            if way.to.index() != from && !before.contains_key(&way.to.index()) {
                before.insert(way.to.index(), at);
                next.push_back(way.to.index());
            }
        }
    }
    None
}

/// The choices that lead from state to state behind a way, none of them one of the thread.
fn choices(map: &StateMap, way: &[Choice], round: &[usize], name: u32) -> Option<Vec<Choice>> {
    let mut machine = map.machine(way)?;
    let mut choices = Vec::new();
    for &to in round.iter().skip(1) {
        let ways = map.ways_on(&machine);
        let next = ways.into_iter().find(|way| way.to.index() == to && way.name != name)?;
        machine.step(next.choice, &mut Silence).ok()?;
        choices.push(next.choice);
    }
    Some(choices)
}

/// The strongly connected component of each state, by the number of one of its members (Kosaraju, without recursion).
fn components(count: usize, successors: impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let forward: Vec<Vec<usize>> = (0..count).map(&successors).collect();
    let mut backward: Vec<Vec<usize>> = vec![Vec::new(); count];
    forward.iter().enumerate().for_each(|(at, next)| next.iter().for_each(|&to| backward[to].push(at)));
    let mut order = Vec::with_capacity(count);
    let mut seen = vec![false; count];
    for first in 0..count {
        let mut stack = vec![(first, 0)];
        while let Some((at, branch)) = stack.pop() {
            if branch == 0 {
                if seen[at] {
                    continue;
                }
                seen[at] = true;
            }
            match forward[at].get(branch) {
                Some(&to) => {
                    stack.push((at, branch + 1));
                    stack.push((to, 0));
                }
                None => order.push(at),
            }
        }
    }
    let mut component = vec![usize::MAX; count];
    for &first in order.iter().rev() {
        let mut stack = vec![first];
        while let Some(at) = stack.pop() {
            if component[at] == usize::MAX {
                component[at] = first;
                stack.extend(&backward[at]);
            }
        }
    }
    component
}
