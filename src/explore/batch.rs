//! Many stored states gone on from side by side.
//!
//! What a state leads to depends on nothing but its machine and what was known when the round began; only that something new was
//! seen or learned depends on what came before. So each helper has a copy of what is known, and where that copy grows, it
//! throws away what it has done: the search then does it again itself, in order. What is found is the same as without helpers.

use std::sync::{Mutex, PoisonError};

use super::{
    Bounds,
    chain::{Arrival, Noticed, Walker},
    crew::Crew,
    graph::StateId,
    node::{Common, Node, Ways},
    sightings::Sightings,
};

/// Fewer states are not worth waking anybody for.
const FEWEST: usize = 8;

/// A stored state that is to be gone on from.
#[derive(Debug)]
pub struct Open {
    /// Which one.
    pub state: StateId,
    /// Its machine; none once the last way has taken it.
    pub node: Option<Box<Node>>,
    /// The ways to take.
    pub ways: Ways,
    /// With these, every way on has been taken.
    pub is_full: bool,
}

/// What a state has led to.
pub type Expansion = (Vec<Arrival>, Noticed);

/// What a helper knows.
#[derive(Debug, Default)]
pub struct Scout {
    common: Common,
    sightings: Sightings,
    /// What it was copied from.
    version: Option<Version>,
}

/// How much is known: the round, how much was learned, how much was seen.
type Version = (u32, u64, u64);

/// What the search knows while others help it.
#[derive(Clone, Copy)]
pub struct Known<'k> {
    /// The round.
    pub round: u32,
    /// How far it goes.
    pub bounds: Bounds,
    /// What was learned.
    pub common: &'k Common,
    /// What was seen.
    pub sightings: &'k Sightings,
}

impl Scout {
    fn expand(&mut self, open: &Open, known: Known) -> Option<Expansion> {
        let version = (known.round, known.common.learned(), known.sightings.seen());
        if self.version != Some(version) {
            self.common = known.common.clone();
            self.sightings = known.sightings.clone();
            self.version = Some(version);
        }
        let Self { common, sightings, .. } = self;
        let before = || Vec::new();
        let mut walker =
            Walker { bounds: known.bounds, common, sightings, before: &before, noticed: Noticed::default() };
        let arrivals = walker.expand(&mut open.node.clone(), &open.ways, true);
        let noticed = walker.noticed;
        let is_the_same = (self.common.learned(), self.sightings.seen()) == (version.1, version.2);
        if !is_the_same {
            self.version = None;
        }
        is_the_same.then_some((arrivals, noticed))
    }
}

/// What the states lead to, as far as nothing new is seen or learned there; nothing, where nobody helps.
pub fn side_by_side(
    batch: &[Open],
    known: Known,
    crew: Option<&dyn Crew>,
    scouts: &mut Vec<Scout>,
) -> Vec<Option<Expansion>> {
    let mut expansions: Vec<Option<Expansion>> = Vec::new();
    expansions.resize_with(batch.len(), || None);
    let Some(crew) = crew.filter(|crew| crew.size() > 1 && batch.len() >= FEWEST) else { return expansions };
    scouts.resize_with(crew.size().min(batch.len()), Scout::default);
    let next = Mutex::new(batch.iter().enumerate());
    let mut done: Vec<Vec<(usize, Option<Expansion>)>> = Vec::new();
    done.resize_with(scouts.len(), Vec::new);
    let next = || next.lock().unwrap_or_else(PoisonError::into_inner).next();
    let next = &next;
    let mut work: Vec<_> = scouts
        .iter_mut()
        .zip(&mut done)
        .map(|(scout, done)| {
            move || {
                while let Some((at, open)) = next() {
                    done.push((at, scout.expand(open, known)));
                }
            }
        })
        .collect();
    let mut pieces: Vec<&mut (dyn FnMut() + Send)> =
        work.iter_mut().map(|piece| piece as &mut (dyn FnMut() + Send)).collect();
    crew.all(&mut pieces);
    drop(pieces);
    drop(work);
    for (at, expansion) in done.into_iter().flatten() {
        expansions[at] = expansion;
    }
    expansions
}
