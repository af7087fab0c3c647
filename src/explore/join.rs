//! The reports of the shares of one search, joined into one.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::{
    end::{Kind, Values},
    evidence::Evidence,
    locks,
    report::{Interleavings, LeftOut, Outcome, Race, Report, Witness},
    sample::Sampling,
    sightings::lines,
    telling::{KINDS, MOST_OUTCOMES, MOST_STATES_TO_GO_ROUND, passed_over_in, replay},
};
use crate::machine::Machine;

/// What a share has found, as plain data.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    /// What was left out.
    pub left_out: Vec<LeftOut>,
    /// States that were stored.
    pub states: u64,
    /// Steps that were taken.
    pub transitions: u64,
    /// The random runs that were made.
    pub sampling: Option<Sampling>,
    /// How many outcomes there are; none where there is no bound.
    pub outcomes_total: Option<f64>,
    /// Those that were told.
    pub outcomes: Vec<PartOutcome>,
    /// Data races.
    pub races: Vec<Race>,
    /// What was seen of locks.
    pub evidence: Evidence,
}

/// One way of ending.
#[derive(Clone, PartialEq, Debug)]
pub struct PartOutcome {
    /// How it ends.
    pub kind: Kind,
    /// What was printed on stdout.
    pub output: String,
    /// A way to it.
    pub witness: Witness,
}

/// The report of all parts together; `missing` says how many there should have been besides. `plain` is the program's machine before its first step.
#[must_use]
pub fn join(parts: Vec<Part>, missing: u32, interleavings: Interleavings, plain: &Machine) -> Report {
    let mut left_out: IndexSet<LeftOut, FxBuildHasher> = IndexSet::default();
    left_out.extend((missing > 0).then_some(LeftOut::Parts(missing)));
    let (mut states, mut transitions) = (0, 0);
    let mut sampling: Option<Sampling> = None;
    let mut evidence = Evidence::default();
    let mut endless = false;
    let mut untold = false;
    let mut found: Vec<PartOutcome> = Vec::new();
    let mut races: Vec<Race> = Vec::new();
    for part in parts {
        left_out.extend(part.left_out);
        states += part.states;
        transitions += part.transitions;
        sampling = part.sampling.map(|more| sampling.unwrap_or_default().and(more)).or(sampling);
        evidence.join(part.evidence);
        endless |= part.outcomes_total.is_none();
        untold |= part.outcomes_total.is_some_and(|total| total > part.outcomes.len() as f64);
        found.extend(part.outcomes);
        races.extend(part.races);
    }
    let outcomes = outcomes(found, plain);
    let total = outcomes.len() as u128;
    // That two shares have told of the same outcome is known only of those that they told.
    left_out.extend((untold && !endless).then_some(LeftOut::Outputs));
    left_out.sort_unstable();
    let left_out: Vec<LeftOut> = left_out.into_iter().collect();
    // No share sees all of a circle, and where there are few states they are quickly gone through again.
    let few = left_out.is_empty() && states <= MOST_STATES_TO_GO_ROUND as u64;
    let starved = if few { passed_over_in(plain, &mut || true) } else { Vec::new() };
    Report {
        complete: left_out.is_empty(),
        states,
        transitions,
        sampling,
        interleavings,
        outcomes_total: (!endless).then_some(total),
        outcomes: told(outcomes),
        races: distinct(races, left_out.is_empty()),
        starved,
        guards: locks::guards(&evidence),
        lock_order: locks::order(&evidence),
        evidence,
        left_out,
    }
}

/// The outcomes, each once, with the shortest way that any has found.
fn outcomes(found: Vec<PartOutcome>, plain: &Machine) -> Vec<Outcome> {
    let mut known: IndexMap<(Kind, String, Values), Outcome, FxBuildHasher> = IndexMap::default();
    for PartOutcome { kind, output, witness } in found {
        let machine = replay(plain, &witness.choices);
        // Where a program goes on for ever, no value is its last.
        let globals = if machine.end().is_some() { machine.shared_values() } else { Values::new() };
        let length = |witness: &Witness| (witness.switches(), witness.choices.len());
        let key = (kind, output.clone(), globals.clone());
        if known.get(&key).is_none_or(|known| length(&witness) < length(&known.witness)) {
            known.insert(key, Outcome { kind, output, globals, witness, machine });
        }
    }
    let mut outcomes: Vec<Outcome> = known.into_values().collect();
    outcomes
        .sort_by(|one, other| (one.kind, &one.output, &one.globals).cmp(&(other.kind, &other.output, &other.globals)));
    outcomes
}

/// Of each kind its share.
fn told(outcomes: Vec<Outcome>) -> Vec<Outcome> {
    let mut left = KINDS.iter().filter(|&&kind| outcomes.iter().any(|it| it.kind == kind)).count();
    let mut told = Vec::new();
    let mut outcomes = outcomes.into_iter().peekable();
    while let Some(kind) = outcomes.peek().map(|outcome| outcome.kind) {
        let share = (MOST_OUTCOMES - told.len()) / left.max(1);
        left = left.saturating_sub(1);
        let own: Vec<Outcome> = std::iter::from_fn(|| outcomes.next_if(|outcome| outcome.kind == kind)).collect();
        told.extend(own.into_iter().take(share));
    }
    told
}

/// The races, each pair of lines once. Accesses that never meet in one share may do so in another; that they never do is known
/// only when nothing was left out.
fn distinct(races: Vec<Race>, complete: bool) -> Vec<Race> {
    let (real, apart): (Vec<Race>, Vec<Race>) = races.into_iter().partition(|race| race.ordered_by.is_none());
    let mut distinct: Vec<Race> = Vec::new();
    for race in real.into_iter().chain(apart.into_iter().filter(|_| complete)) {
        let pair = |race: &Race| lines(race.accesses.each_ref().map(|access| (access.line, access.writes)));
        if !distinct.iter().any(|known| known.variable == race.variable && pair(known) == pair(&race)) {
            distinct.push(race);
        }
    }
    distinct.sort_by(|one, other| (&one.variable, &one.accesses).cmp(&(&other.variable, &other.accesses)));
    distinct
}
