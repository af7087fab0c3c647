//! The search itself: depth first, over states that are stored once, with what need not be tried left out.
//!
//! A round goes through the whole graph with the futures that are known when it begins. Where one grows, another round
//! begins; the last round has grown none. While there is one way on, the same machine goes on: no copy, no key.

use std::sync::Arc;

use smallvec::SmallVec;

use super::{
    Bounds,
    batch::{self, Known, Open, Scout},
    chain::{self, Arrival, Led, Noticed, Walker},
    crew::Crew,
    found::Found,
    graph::{Graph, StateId, Target},
    ignoring,
    node::{Common, Node, Ways},
    random::Random,
    report::{LeftOut, Report},
    share::Share,
};
use crate::{
    choice::{Choice, Unit, Way},
    event::{Nanos, Silence},
    ids::ThreadId,
    machine::{Machine, Order, Switching},
};

/// The state with which every round begins.
const BEGINNING: StateId = StateId(0);

/// States are gone on from one by one until so many are stored, and then so many at once: helpers are worth their while then.
/// Neither depends on whether there are any, so that the search does not.
const FEW: usize = 1000;
const BATCH: usize = 256;

/// A report is worth help behind so many transitions: beginning to help takes as long as a few dozen.
const WORTH_HELP: u64 = 500;

/// The futures are looked at after so many states, and then after ever more.
const FIRST_LOOK: usize = 200;

/// So many random runs are made first, none longer than so many steps, to learn what threads do.
const FIRST_RUNS: u64 = 5;
const LONGEST_RUN: usize = 2000;

/// Nor of more work, in nanoseconds of the program's time: two million instructions.
const MOST_WORK: Nanos = 100_000_000;

/// A search that is under way.
#[derive(Debug)]
pub struct Search {
    start: Node,
    /// The same, but that it gives things their names.
    plain: Machine,
    /// What was learned.
    pub common: Common,
    bounds: Bounds,
    scope: Scope,
    /// How many ways into the scope were taken in this round.
    entered: usize,
    /// What was found in this round.
    pub found: Found,
    /// The states that are yet to be gone on from, the next one last.
    open: Vec<Open>,
    crew: Option<Arc<dyn Crew>>,
    scouts: Vec<Scout>,
    next_look: usize,
    rounds: u32,
    done: bool,
    /// The program has looked at names of threads, which were left out: states were taken for one that are not.
    asked_for_thread_names: bool,
}

/// What of a program's runs is searched.
#[derive(Debug)]
enum Scope {
    /// All of them.
    All,
    /// What lies behind the entries of a share.
    Share(Share),
    /// What lies behind these choices.
    Behind(Vec<Choice>),
}

impl Search {
    /// A search from the machine, which has taken no step.
    #[must_use]
    pub fn new(mut machine: Machine, bounds: Bounds) -> Self {
        let plain = machine.clone();
        machine.set_silent(true);
        machine.hold_clock();
        machine.leave_thread_names_out();
        let mut common = Common::default();
        common.places.ignore_output = bounds.ignore_output;
        common.futures.long_steps = machine.rules().switching != Switching::Anywhere;
        let start = Node::new(machine, &mut common);
        Self {
            start,
            plain,
            common,
            bounds,
            scope: Scope::All,
            entered: 0,
            found: Found::default(),
            open: Vec::new(),
            crew: None,
            scouts: Vec::new(),
            next_look: 0,
            rounds: 0,
            done: false,
            asked_for_thread_names: false,
        }
    }

    /// The same, done side by side by a crew: what it finds is the same.
    #[must_use]
    pub fn with_crew(self, crew: Arc<dyn Crew>) -> Self {
        Self { crew: Some(crew), ..self }
    }

    /// Who helps with the report, where the search was so long that it is worth anything.
    #[must_use]
    pub fn helpers(&self) -> Option<&dyn Crew> {
        self.crew.as_deref().filter(|crew| crew.size() > 1 && self.found.transitions >= WORTH_HELP)
    }

    /// Whoever divides it does not see whether runs look at names of threads: they count if the text could do so.
    pub fn tell_names_by_text(&mut self) {
        if self.start.machine.may_ask_for_thread_names() {
            self.start.machine.tell_thread_names();
        }
    }

    /// The same of what lies behind the entries of a share alone.
    #[must_use]
    pub fn of_share(self, share: Share) -> Self {
        Self { scope: Scope::Share(share), ..self }
    }

    /// The same of what lies behind some choices alone; none if they cannot be made, or are not of whole operations.
    #[must_use]
    pub fn behind(self, choices: Vec<Choice>) -> Option<Self> {
        let is_whole = |choice: &Choice| {
            choice.reading.is_none() && !matches!(choice.way, Way::Run(Unit::Line | Unit::Instruction))
        };
        let mut machine = self.start.machine.clone();
        let go = |choice: &Choice| is_whole(choice) && machine.step(*choice, &mut Silence).is_ok();
        let possible = choices.iter().all(go);
        possible.then(|| Self { scope: Scope::Behind(choices), ..self })
    }

    /// The choices behind which it begins; none where that is the beginning of the program.
    #[must_use]
    pub fn choices_before(&self) -> &[Choice] {
        match &self.scope {
            Scope::Behind(choices) => choices,
            Scope::All | Scope::Share(_) => &[],
        }
    }

    /// The machine behind those choices.
    pub fn outset(&mut self) -> Node {
        let mut node = self.start.clone();
        if let Scope::Behind(choices) = &self.scope {
            for &choice in choices {
                node.step(choice, &mut self.common);
            }
        }
        node
    }

    /// The share that is searched; none where it is no part of a divided search.
    #[must_use]
    pub fn share(&self) -> Option<&Share> {
        match &self.scope {
            Scope::Share(share) => Some(share),
            Scope::All | Scope::Behind(_) => None,
        }
    }

    /// Whether every choice of the share can be made: it could be one of another program.
    #[must_use]
    pub fn has_entries(&mut self) -> bool {
        let Some(share) = self.share().cloned() else { return true };
        share.entries.into_iter().chain(share.detours).all(|entry| {
            let mut node = self.start.clone();
            entry.into_iter().all(|choice| {
                let possible = self.every_way(&node).contains(&choice);
                if possible {
                    self.go(&mut node, choice);
                }
                possible
            })
        })
    }

    /// Goes on for as long as `patient` says so. Returns whether there is more to do.
    pub fn advance(&mut self, mut patient: impl FnMut() -> bool) -> bool {
        if self.rounds == 0 {
            self.learn();
            self.begin_round();
        }
        while !self.done {
            if self.open.is_empty() {
                if !self.enter() {
                    self.end_round();
                }
                continue;
            }
            self.go_on();
            if self.asked_for_thread_names {
                self.start.machine.tell_thread_names();
                self.open.clear();
                self.begin_round();
            }
            self.look_at_futures();
            if self.found.graph.len() >= self.bounds.max_states {
                self.stop();
            } else if !patient() {
                break;
            }
        }
        !self.done
    }

    /// Ends it where it is: what is known then is not everything.
    pub fn stop(&mut self) {
        self.found.cut |= !self.done;
        self.done = true;
        self.open.clear();
    }

    /// How many stored states it has yet to go on from, at least.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// The machine where the search began, silent.
    #[must_use]
    pub fn start(&self) -> &Node {
        &self.start
    }

    /// The machine where the search began, which gives things their names.
    #[must_use]
    pub fn plain(&self) -> &Machine {
        &self.plain
    }

    /// How far it goes.
    #[must_use]
    pub fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// Whether it came to its end, and no bound was met.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.done && !self.found.cut
    }

    /// Some random runs, so that most of what threads do is known before the first round.
    fn learn(&mut self) {
        for seed in 1..=FIRST_RUNS {
            let mut random = Random::new(seed);
            let mut node = self.start.clone();
            self.prepare(&mut node);
            for _ in 0..LONGEST_RUN {
                let ways = node.all_ways(&mut self.common);
                if ways.is_empty() || node.machine.process_time() > MOST_WORK {
                    break;
                }
                node.step(ways[random.below(ways.len())], &mut self.common);
            }
            if node.machine.has_asked_for_thread_names() {
                self.start.machine.tell_thread_names();
            }
        }
        self.common.futures.work_out();
    }

    fn begin_round(&mut self) {
        self.rounds += 1;
        self.asked_for_thread_names = false;
        self.found = Found::default();
        self.next_look = FIRST_LOOK;
        self.entered = 0;
        let mut node = Box::new(self.start.clone());
        let (mut key, order) = self.key(&node);
        let is_all = matches!(self.scope, Scope::All);
        if !is_all {
            // Only the ways into the scope go on from here: should the program come back to this state, that is another one.
            key = !key;
        }
        let (state, ..) = self.found.store((key, order), &node, &mut self.common);
        if is_all {
            self.prepare(&mut node);
            let (ways, is_full) = self.walk(state, |walker| walker.ways(&node));
            self.open(Open { state, node: Some(node), ways, is_full });
        } else {
            self.found.set_full(state);
        }
    }

    fn open(&mut self, open: Open) {
        if open.is_full {
            self.found.set_full(open.state);
        }
        self.open.push(open);
    }

    fn end_round(&mut self) {
        let may_put_off = self.bounds.reduction && self.bounds.preemptions.is_none();
        let found = &self.found;
        let put_off =
            if may_put_off { ignoring::put_off(&found.graph, |state| found.is_full(state)) } else { Vec::new() };
        if !put_off.is_empty() {
            put_off.into_iter().for_each(|state| self.widen_again(state));
        } else if self.common.futures.work_out() {
            self.begin_round();
        } else {
            self.done = true;
        }
    }

    fn look_at_futures(&mut self) {
        if self.found.graph.len() >= self.next_look {
            self.next_look += (self.next_look / 2).max(FIRST_LOOK);
            if self.common.futures.work_out() {
                self.open.clear();
                self.begin_round();
            }
        }
    }

    /// The ways on within the bounds, with nothing left out.
    pub fn every_way(&mut self, node: &Node) -> Ways {
        let (ways, cut) = chain::every_way(node, &self.bounds, &mut self.common);
        self.found.cut |= cut;
        ways
    }

    /// What tells the node's state from others, and its threads in the order in which it is told.
    pub fn key(&self, node: &Node) -> (u128, Order) {
        chain::key(node, &self.bounds)
    }

    /// Takes a step; returns the choices that were made for it.
    pub fn go(&mut self, node: &mut Node, way: Choice) -> SmallVec<[Choice; 2]> {
        chain::go(node, way, &mut self.common)
    }

    /// The machine is gone on from by the search alone: threads may go past joins.
    fn prepare(&mut self, node: &mut Node) {
        if self.bounds.reduction && self.bounds.preemptions.is_none() {
            node.owe_joins(&mut self.common);
        }
    }

    /// Goes on from some of the states that are open: as many, whoever helps.
    fn go_on(&mut self) {
        let many = if self.found.graph.len() < FEW { 1 } else { BATCH };
        let mut batch = self.open.split_off(self.open.len().saturating_sub(many));
        batch.reverse();
        let Self { found, common, crew, scouts, .. } = self;
        let known = Known { round: self.rounds, bounds: self.bounds, common, sightings: &found.sightings };
        let expansions = batch::side_by_side(&batch, known, crew.as_deref(), scouts);
        let mut fresh = Vec::new();
        for (mut open, expansion) in batch.into_iter().zip(expansions) {
            let arrivals = if let Some((arrivals, noticed)) = expansion {
                self.note(noticed);
                arrivals
            } else {
                let Open { state, node, ways, is_full } = &mut open;
                // Of a state that might have to be gone on from in other ways, the machine is kept.
                self.walk(*state, |walker| walker.expand(node, ways, *is_full))
            };
            let mut circle = false;
            for arrival in arrivals {
                circle |= self.arrive(open.state, arrival, &mut fresh);
            }
            if circle && let Some(node) = open.node {
                fresh.extend(self.widened(open.state, node, &open.ways));
            }
        }
        fresh.into_iter().rev().for_each(|open| self.open(open));
    }

    fn note(&mut self, noticed: Noticed) {
        self.found.transitions += noticed.transitions;
        self.found.cut |= noticed.cut;
        self.found.asked_the_time |= noticed.asked_the_time;
        self.asked_for_thread_names |= noticed.asked_for_thread_names;
    }

    /// Does something from a stored state on.
    fn walk<T>(&mut self, from: StateId, walk: impl FnOnce(&mut Walker) -> T) -> T {
        let mut sightings = std::mem::take(&mut self.found.sightings);
        let graph = &self.found.graph;
        let before = || graph.first_way(from);
        let mut walker = Walker {
            bounds: self.bounds,
            common: &mut self.common,
            sightings: &mut sightings,
            before: &before,
            noticed: Noticed::default(),
        };
        let result = walk(&mut walker);
        let noticed = walker.noticed;
        self.found.sightings = sightings;
        self.note(noticed);
        result
    }

    /// Takes the next way into the scope, if there is one.
    fn enter(&mut self) -> bool {
        let at = self.entered;
        self.entered += 1;
        match &self.scope {
            Scope::Behind(choices) if at == 0 => {
                let came = choices.clone();
                let node = Box::new(self.outset());
                self.begin_behind(node, 0, came);
                true
            }
            Scope::Share(share) => {
                let entry = share.entries.get(at);
                let detour = share.detours.get(at.saturating_sub(share.entries.len()));
                let is_entry = entry.is_some();
                let way = entry.or(detour).cloned();
                way.map(|way| self.go_along(way, is_entry)).is_some()
            }
            Scope::All | Scope::Behind(_) => false,
        }
    }

    /// Goes a way of a share, and on from where it leads, if it is an entry.
    fn go_along(&mut self, way: Vec<Choice>, is_entry: bool) {
        let mut node = Box::new(self.start.clone());
        let printed = node.machine.output().len();
        let mut came = Vec::new();
        self.walk(BEGINNING, |walker| {
            for choice in way {
                walker.step(&mut node, choice, &mut came);
                walker.look(&node, &came);
            }
        });
        if is_entry {
            self.begin_behind(node, printed, came);
        }
    }

    /// Goes on from where some steps from the beginning have led.
    fn begin_behind(&mut self, mut node: Box<Node>, printed: usize, came: Vec<Choice>) {
        self.prepare(&mut node);
        let first = came.first().copied().unwrap_or(Choice::run(ThreadId::MAIN));
        let arrival = self.walk(BEGINNING, |walker| {
            let ways = walker.ways(&node);
            walker.led(node, ways, printed, (first, came))
        });
        let mut fresh = Vec::new();
        self.arrive(BEGINNING, arrival, &mut fresh);
        fresh.into_iter().for_each(|open| self.open(open));
    }

    /// Notes where some steps from a stored state have led; what is new is to be gone on from. Returns whether they have closed a
    /// circle behind which something may be put off.
    fn arrive(&mut self, from: StateId, arrival: Arrival, fresh: &mut Vec<Open>) -> bool {
        let Arrival { first, came, printed, led } = arrival;
        let text = self.found.number_text(printed);
        match led {
            Led::Ended { end, closing } => {
                let way = |graph: &Graph| [&*graph.first_way(from), &came, &closing].concat();
                let end = self.found.number_end(end, way);
                self.found.graph.add_edge(from, Target::End(end), &came, (text, 0));
                false
            }
            Led::To { node, ways, is_full, key } => {
                let (state, is_new, row) = self.found.store(key, &node, &mut self.common);
                self.found.graph.add_edge(from, Target::State(state), &came, (text, row));
                if !is_new {
                    // Nothing was left out where all ways are gone.
                    return !self.found.is_full(from) && ignoring::closes_a_circle(&self.found.graph, from, state);
                }
                self.found.graph.set_came(state, from, first);
                if node.may_rest() {
                    self.rest(state, &node);
                }
                fresh.push(Open { state, node: Some(node), ways, is_full });
                false
            }
        }
    }

    /// Nobody goes on from the state unless a waiter wakes for nothing. It need not: then this is an end.
    fn rest(&mut self, state: StateId, node: &Node) {
        let node = Box::new(node.clone());
        let printed = node.machine.output().len();
        let first = Choice::run(ThreadId::MAIN);
        let nothing = (Ways::new(), true);
        let arrival = self.walk(state, |walker| walker.led(node, nothing, printed, (first, Vec::new())));
        self.arrive(state, arrival, &mut Vec::new());
    }

    /// Nobody may be put off for ever: the ways from a state that were not taken.
    fn widened(&mut self, state: StateId, node: Box<Node>, taken: &Ways) -> Option<Open> {
        self.found.set_full(state);
        let mut ways = node.all_ways(&mut self.common);
        ways.retain(|way| !taken.contains(way));
        (!ways.is_empty()).then(|| Open { state, node: Some(node), ways, is_full: true })
    }

    /// The same of a state whose machine is gone: it is made again.
    fn widen_again(&mut self, state: StateId) {
        let node = self.made_again(state);
        let (taken, _) = self.walk(state, |walker| walker.ways(&node));
        let open = self.widened(state, node, &taken);
        open.into_iter().for_each(|open| self.open(open));
    }

    /// The machine of a stored state.
    fn made_again(&mut self, state: StateId) -> Box<Node> {
        let hops = self.found.graph.hops(state);
        let mut node = Box::new(self.start.clone());
        let mut hops = hops.into_iter();
        if !matches!(self.scope, Scope::All)
            && let Some(entry) = hops.next()
        {
            let way: Vec<Choice> = self.found.graph.choices(self.found.graph.edge(entry.edge)).collect();
            for choice in way {
                node.step(choice, &mut self.common);
            }
        }
        self.prepare(&mut node);
        // All of this was seen before.
        let transitions = self.found.transitions;
        for hop in hops {
            let first = self.found.graph.first_choice(hop);
            let arrival = self.walk(hop.from, |walker| walker.chain(node.clone(), first));
            if let Led::To { node: next, .. } = arrival.led {
                node = next;
            }
        }
        self.found.transitions = transitions;
        node
    }
}

impl Search {
    /// What was found; `patient` says for how long short ways to the ends are looked for. `why` is what ended the search
    /// before it came to its end.
    pub fn report(self, why: Option<LeftOut>, patient: impl FnMut() -> bool + Send) -> Report {
        super::telling::report(self, why, patient)
    }
}
