//! From what a search has found to its report: ways to what can happen, with the names of the program.

use std::sync::{Mutex, PoisonError};

use super::{
    apart::unordered,
    components::Components,
    count::Count,
    end::{EndState, Kind},
    evidence::{Evidence, access},
    exact,
    found::Found,
    locks,
    map::{MapBounds, StateMap},
    node::Node,
    outputs::Outputs,
    reorder::reordered,
    report::{Interleavings, LeftOut, OrderedBy, Outcome, Race, Report, Witness},
    sample::sample,
    search::Search,
    sightings::{Sight, lines},
    starve::{Starved, starved},
    wanted::{Beginnings, Wanted},
    witness,
};
use crate::{
    choice::Choice,
    event::Silence,
    machine::{Machine, Switching},
};

/// So many outcomes are listed.
pub const MOST_OUTCOMES: usize = 100;

/// Whether threads can be passed over for ever is looked for in programs with no more states than these.
pub const MOST_STATES_TO_GO_ROUND: usize = 3000;

/// A share lists more of them: only what is listed can be told to be the same in two shares.
const MOST_OF_A_SHARE: usize = 2000;

/// The kinds of end that are told, the worst first.
pub const KINDS: [Kind; 5] = [Kind::Deadlock, Kind::Stuck, Kind::Livelock, Kind::Failed, Kind::Finished];

/// The shortest ways are looked for with so many steps, and one more for so many that the search took: fewer, where nothing ends
/// badly. Never with more than the last number: each may keep a machine.
const FEW_STEPS: u64 = 2000;
const TIMES_LESS: u64 = 2;
const TIMES_LESS_WHERE_ALL_IS_WELL: u64 = 16;

/// So many are enough where a program has but one outcome, and that is a good one: every run shows it.
const STEPS_TO_THE_ONLY_GOOD_END: u64 = 300;
const MANY_STEPS: u64 = 50_000;

/// The report of a search.
pub fn report(mut search: Search, why: Option<LeftOut>, mut patient: impl FnMut() -> bool + Send) -> Report {
    let has_begun = search.share().is_none_or(|share| !share.entries.is_empty());
    let is_whole = search.is_whole() && has_begun && !search.found.asked_the_time;
    let start = search.start().clone();
    let too_much = search.found.cut && search.bounds().preemptions.is_none() && why != Some(LeftOut::BrokenOff);
    let sampling = too_much.then(|| sample(&mut search, &mut patient));
    let components = Components::of(&search.found.graph);
    let kind_of = |found: &Found, state| endless(&start, &witness::any(found, state)).0;
    let outputs = Outputs::of(&mut search.found, &components, is_whole, kind_of);
    let wanted = listed(&search, &outputs);
    let count = search.share().is_none().then(|| Count::of(&mut search, &components));
    let (mut outcomes, interleavings) = ways_and_counts(&search, wanted, count, &mut patient);
    outcomes
        .sort_by(|one, other| (one.kind, &one.output, &one.globals).cmp(&(other.kind, &other.output, &other.globals)));
    let left_out = left_out(&search, &outputs, why);
    let named = outcomes.iter().max_by_key(|it| it.witness.choices.len()).map(|outcome| &outcome.machine);
    let evidence = named.map(|machine| Evidence::of(&search.found.sightings, machine)).unwrap_or_default();
    let races = races(&search, &outcomes);
    Report {
        complete: left_out.is_empty(),
        left_out,
        states: search.found.graph.len() as u64,
        transitions: search.found.transitions,
        sampling,
        interleavings,
        outcomes_total: outputs.total(),
        outcomes,
        races,
        starved: passed_over(&search, &components, is_whole, &mut patient),
        guards: locks::guards(&evidence),
        lock_order: locks::order(&evidence),
        evidence,
    }
}

/// The outcomes with their ways, and how many ways there are: neither needs the other, so they are found side by side where the
/// search was long.
fn ways_and_counts(
    search: &Search,
    mut wanted: Vec<Wanted>,
    count: Option<Count>,
    patient: &mut (impl FnMut() -> bool + Send),
) -> (Vec<Outcome>, Interleavings) {
    let patient = Mutex::new(patient);
    let patience = || (patient.lock().unwrap_or_else(PoisonError::into_inner))();
    let mut outcomes = Vec::new();
    let mut find = || {
        find_ways(search, &mut wanted, &mut || patience());
        outcomes = std::mem::take(&mut wanted).into_iter().filter_map(|wanted| outcome(search, wanted)).collect();
    };
    let mut interleavings = Interleavings::default();
    let (mut common, mut count) = (search.common.clone(), count);
    let mut counting = || {
        if let Some(count) = count.take() {
            interleavings = count.interleavings(&mut common, &mut || patience());
        }
    };
    match search.helpers() {
        Some(crew) => crew.all(&mut [&mut find, &mut counting]),
        None => {
            find();
            counting();
        }
    }
    (outcomes, interleavings)
}

/// The threads that can be passed over for ever: only where a program can go round in a circle, and is small.
fn passed_over(
    search: &Search,
    components: &Components,
    is_whole: bool,
    patient: &mut impl FnMut() -> bool,
) -> Vec<Starved> {
    let graph = &search.found.graph;
    let small =
        graph.len() <= MOST_STATES_TO_GO_ROUND && search.share().is_none() && search.choices_before().is_empty();
    if !is_whole || !small || search.bounds().preemptions.is_some() {
        return Vec::new();
    }
    if !components.any_goes_round(graph) {
        return Vec::new();
    }
    passed_over_in(search.plain(), patient)
}

/// The threads of a program with few states, whose machine before its first step is given, that can be passed over for ever.
pub fn passed_over_in(plain: &Machine, patient: &mut impl FnMut() -> bool) -> Vec<Starved> {
    let bounds = MapBounds { most: MOST_STATES_TO_GO_ROUND, tells_threads: true };
    let mut map = StateMap::new(plain.clone(), None, bounds);
    map.advance(patient);
    starved(&map)
}

fn left_out(search: &Search, outputs: &Outputs, why: Option<LeftOut>) -> Vec<LeftOut> {
    let mut left_out: Vec<LeftOut> = why.into_iter().collect();
    if search.found.cut && why.is_none() {
        left_out.push(search.bounds().preemptions.map_or(LeftOut::States, LeftOut::Preemptions));
    }
    let more = [
        (search.common.sampled, LeftOut::RandomNumbers),
        (search.found.asked_the_time, LeftOut::Clock),
        (search.found.limited, LeftOut::Limits),
        (outputs.given_up, LeftOut::Outputs),
    ];
    left_out.extend(more.into_iter().filter(|(is_so, _)| *is_so).map(|(_, what)| what));
    left_out
}

/// The outcomes to be told: of each kind its share, and of every end one.
fn listed(search: &Search, outputs: &Outputs) -> Vec<Wanted> {
    let ends = &search.found.ends;
    let kinds: Vec<Kind> = KINDS.into_iter().filter(|&kind| ends.iter().any(|end| end.kind == kind)).collect();
    let mut wanted: Vec<Wanted> = Vec::new();
    let mut left = kinds.len();
    let most = if search.share().is_some() { MOST_OF_A_SHARE } else { MOST_OUTCOMES };
    for kind in kinds {
        let share = (most - wanted.len()) / left;
        left -= 1;
        for (output, end) in outputs.list(share, |end| ends.get(end).kind == kind) {
            let endless = outputs.endless.iter().find(|endless| endless.end == end).map(|endless| endless.state);
            wanted.push(Wanted { end, output, endless, way: None, proved: false });
        }
    }
    wanted
}

fn find_ways(search: &Search, wanted: &mut Vec<Wanted>, patient: &mut impl FnMut() -> bool) {
    let found = &search.found;
    let beginnings = Beginnings::of(wanted, search.bounds().ignore_output);
    let is_bad = |it: &Wanted| found.ends.get(it.end).kind != Kind::Finished;
    let times_less = if wanted.iter().any(is_bad) { TIMES_LESS } else { TIMES_LESS_WHERE_ALL_IS_WELL };
    let most = match wanted[..] {
        [ref only] if !is_bad(only) => STEPS_TO_THE_ONLY_GOOD_END,
        _ => (FEW_STEPS + found.transitions / times_less).min(MANY_STEPS),
    };
    if search.bounds().preemptions.is_none() && search.choices_before().is_empty() {
        exact::find(&search.start().machine, found, wanted, &beginnings, (most, &mut *patient));
    }
    witness::find(found, wanted, &beginnings, &mut *patient);
    wanted.retain(|it| it.way.is_some());
    // Of every end there is one way at least, whatever is printed on it.
    for (end, way) in (0..).zip(&found.first_ways) {
        let told = |it: &Wanted| it.end == end && it.way.is_some();
        if KINDS.contains(&found.ends.get(end).kind) && !wanted.iter().any(told) && wanted.len() < MOST_OUTCOMES {
            let output = if search.bounds().ignore_output {
                String::new()
            } else {
                replay(search.plain(), way).output().text(false)
            };
            wanted.push(Wanted { end, output, endless: None, way: Some(way.clone()), proved: false });
        }
    }
}

/// The machine at the end of a way, with the names that the program gives.
pub fn replay(plain: &Machine, way: &[Choice]) -> Machine {
    let go = |mut machine: Machine| {
        let whole = way.iter().all(|&choice| machine.step(choice, &mut Silence).is_ok());
        (machine, whole)
    };
    let (machine, whole) = go(plain.clone());
    if whole {
        return machine;
    }
    // A program that looks at a clock may go another way when the time goes on.
    let mut still = plain.clone();
    still.hold_clock();
    go(still).0
}

fn outcome(search: &Search, wanted: Wanted) -> Option<Outcome> {
    let mut choices = wanted.way?;
    let end = search.found.ends.get(wanted.end);
    if !wanted.proved {
        choices = closed(search, choices, wanted.endless.is_some());
    }
    // What was chosen already stays as it is.
    if !wanted.proved && wanted.endless.is_none() && search.choices_before().is_empty() {
        choices = reordered(&search.start().machine, &choices, |machine| {
            EndState::of(machine) == *end
                && (search.bounds().ignore_output || machine.output().text(false) == wanted.output)
        });
    }
    let machine = replay(search.plain(), &choices);
    Some(Outcome {
        kind: end.kind,
        output: wanted.output,
        globals: end.globals.clone(),
        witness: Witness { choices, proved: wanted.proved },
        machine,
    })
}

/// A way of the search as a way of the real machine, to its very end: whoever was only kept back by a guard begins to wait.
fn closed(search: &Search, way: Vec<Choice>, is_endless: bool) -> Vec<Choice> {
    if is_endless {
        let (_, closing) = endless(search.start(), &way);
        return way.into_iter().chain(closing).collect();
    }
    let mut node = search.start().clone();
    // Of two threads that have changed places, one may be owed fewer joins before it waits.
    let go = |choice: &Choice| node.machine.is_possible(*choice) && node.machine.step(*choice, &mut Silence).is_ok();
    let mut choices: Vec<Choice> = way.into_iter().filter(go).collect();
    node.close(|choice| choices.push(choice));
    choices
}

/// What kind of end it is where a program goes on for ever, and what shows that: whoever was only kept back by a guard begins
/// to wait, and perhaps a circle closes.
fn endless(start: &Node, way: &[Choice]) -> (Kind, Vec<Choice>) {
    let mut machine = start.machine.clone();
    let whole = way.iter().all(|&choice| machine.step(choice, &mut Silence).is_ok());
    debug_assert!(whole, "what was stored can be replayed");
    let mut closing = Vec::new();
    let mut living = Vec::new();
    machine.each_living(|thread| living.push(thread));
    for thread in living {
        let choice = Choice::run(thread);
        let waits = machine.hindrance(thread).is_some() && !machine.may_expire(thread) && !machine.may_wake(thread);
        if waits && machine.is_possible(choice) && machine.step(choice, &mut Silence).is_ok() {
            closing.push(choice);
        }
    }
    let mut links = machine.deadlocks().flat_map(|circle| circle.links.iter());
    if links.any(|link| !machine.is_daemon(link.thread)) {
        (Kind::Deadlock, closing)
    } else {
        (Kind::Livelock, Vec::new())
    }
}

/// Races, and accesses that only plain variables keep apart: that they never meet is known when the search is whole.
fn races(search: &Search, outcomes: &[Outcome]) -> Vec<Race> {
    let mut races: Vec<Race> = Vec::new();
    let mut add = |Sight { place, by, way }: &Sight, ordered_by: Option<OrderedBy>| {
        let machine = replay(search.plain(), way);
        let mut accesses = by.map(|by| access(&machine, by));
        accesses.sort();
        let race = Race { variable: machine.place_label(*place), accesses, ordered_by, way: way.clone() };
        let same = |known: &Race| {
            let lines = |race: &Race| lines(race.accesses.each_ref().map(|access| (access.line, access.writes)));
            known.variable == race.variable && lines(known) == lines(&race)
        };
        if !races.iter().any(same) {
            races.push(race);
        }
    };
    search.found.sightings.races.iter().for_each(|sight| add(sight, None));
    // Where threads are put aside in fewer places, that may be what keeps accesses apart.
    if search.is_whole() && search.plain().rules().switching == Switching::Anywhere {
        let ways = outcomes.iter().map(|outcome| &*outcome.witness.choices);
        let apart = unordered(&search.start().machine, ways);
        apart.iter().for_each(|sight| add(sight, Some(OrderedBy::PlainVariables)));
    }
    races.sort_by(|one, other| (&one.variable, &one.accesses).cmp(&(&other.variable, &other.accesses)));
    races
}
