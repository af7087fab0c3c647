//! The search itself: depth first, over states that are stored once, with what need not be tried left out.
//!
//! A round goes through the whole graph with the futures that are known when it begins. Where one grows, another round
//! begins; the last round has grown none. While there is one way on, the same machine goes on: no copy, no key.

use smallvec::SmallVec;

use super::{
    Bounds,
    found::Found,
    graph::{StateId, Target},
    node::{Common, Node, Ways},
    persistent,
    random::Random,
    report::{LeftOut, Report},
    row::place,
    share::Share,
};
use crate::{
    choice::{Choice, Unit, Way},
    event::{Nanos, Silence},
    ids::ThreadId,
    machine::{Machine, Order, Switching},
};

/// So many steps on the one way there is, at most, until the state is stored.
const LONGEST_CHAIN: usize = 200;

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
    stack: Vec<Frame>,
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

#[derive(Debug)]
struct Frame {
    state: StateId,
    /// How it was come to from the state below.
    came: Vec<Choice>,
    node: Option<Box<Node>>,
    ways: Ways,
    at: usize,
    /// Every way on is among the ways.
    is_full: bool,
}

/// Where some steps have led.
enum Led {
    To { node: Box<Node>, ways: Ways, is_full: bool },
    Ended(u32),
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
            stack: Vec::new(),
            next_look: 0,
            rounds: 0,
            done: false,
            asked_for_thread_names: false,
        }
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
            if self.stack.is_empty() {
                self.end_round();
                continue;
            }
            self.go_on();
            if self.asked_for_thread_names {
                self.start.machine.tell_thread_names();
                self.stack.clear();
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
        self.stack.clear();
    }

    /// How many stored states it has yet to go on from, at least.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.stack.len()
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
        let mut node = self.start.clone();
        let (mut key, order) = self.key(&node);
        let (ways, is_full) = if matches!(self.scope, Scope::All) {
            self.prepare(&mut node);
            self.ways(&node)
        } else {
            // Only the ways into the scope go on from here: should the program come back to this state, that is another one.
            key = !key;
            (Ways::new(), true)
        };
        self.entered = 0;
        let (state, ..) = self.found.store((key, order), &node, &mut self.common);
        self.found.set_on_stack(state, true);
        self.stack.push(Frame { state, came: Vec::new(), node: Some(Box::new(node)), ways, at: 0, is_full });
    }

    fn end_round(&mut self) {
        if self.common.futures.work_out() {
            self.begin_round();
        } else {
            self.done = true;
        }
    }

    fn look_at_futures(&mut self) {
        if self.found.graph.len() >= self.next_look {
            self.next_look += (self.next_look / 2).max(FIRST_LOOK);
            if self.common.futures.work_out() {
                self.stack.clear();
                self.begin_round();
            }
        }
    }

    fn ways(&mut self, node: &Node) -> (Ways, bool) {
        if self.bounds.preemptions.is_none() && self.bounds.reduction {
            return persistent::choose(node, &mut self.common);
        }
        (self.every_way(node), true)
    }

    /// The ways on within the bounds, with nothing left out.
    pub fn every_way(&mut self, node: &Node) -> Ways {
        match self.bounds.preemptions {
            Some(most) => self.ways_within(node, most),
            None => node.all_ways(&mut self.common),
        }
    }

    /// The ways on with so many preemptions at most.
    fn ways_within(&mut self, node: &Node, most: u32) -> Ways {
        let mut ways = node.all_ways(&mut self.common);
        if let Some(last) = node.preempted_by_others().filter(|_| node.preemptions >= most) {
            self.found.cut |= ways.iter().any(|way| way.thread != last);
            ways.retain(|way| way.thread == last);
        }
        ways
    }

    /// What tells the node's state from others, and its threads in the order in which it is told.
    pub fn key(&self, node: &Node) -> (u128, Order) {
        let (key, order) = node.machine.canonical();
        if self.bounds.preemptions.is_none() {
            return (key, order);
        }
        let last = node.last.and_then(|last| place(&order, last));
        let mark = u128::from(node.preemptions) << 32 | last.map_or(0, |last| last as u128 + 1);
        (key ^ (mark + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835), order)
    }

    /// The machine is gone on from by the search alone: threads may go past joins.
    fn prepare(&mut self, node: &mut Node) {
        if self.bounds.reduction && self.bounds.preemptions.is_none() {
            node.owe_joins(&mut self.common);
        }
    }

    /// Takes the next way of the state on top of the stack.
    fn go_on(&mut self) {
        let Some(frame) = self.stack.last_mut() else { return };
        let Some(&way) = frame.ways.get(frame.at) else {
            if self.stack.len() == 1 && self.enter() {
                return;
            }
            let Some(frame) = self.stack.last() else { return };
            self.found.set_on_stack(frame.state, false);
            self.stack.pop();
            return;
        };
        frame.at += 1;
        let from = frame.state;
        // The last way may take the machine itself, unless the state might have to be gone on from in other ways.
        let is_last = frame.at == frame.ways.len() && frame.is_full;
        let Some(node) = (if is_last { frame.node.take() } else { frame.node.clone() }) else { return };
        let printed = node.machine.output().len();
        let mut came = Vec::new();
        let (led, text) = self.chain(node, way, printed, &mut came);
        self.arrive(from, led, text, came);
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
        for choice in way {
            self.step(&mut node, choice, &mut came);
            let rest = came.len();
            let stack = &self.stack;
            self.found.sightings.state(&node, || so_far(stack, &came[..rest]));
        }
        if is_entry {
            self.begin_behind(node, printed, came);
        }
    }

    /// Goes on from where some steps from the state on top have led.
    fn begin_behind(&mut self, mut node: Box<Node>, printed: usize, came: Vec<Choice>) {
        let Some(from) = self.stack.last().map(|frame| frame.state) else { return };
        self.prepare(&mut node);
        let ways = self.ways(&node);
        let (led, text) = self.led(node, ways, printed, &came);
        self.arrive(from, led, text, came);
    }

    /// Notes where some steps from a stored state have led, and goes on from there if that is new.
    fn arrive(&mut self, from: StateId, led: Led, text: u32, came: Vec<Choice>) {
        match led {
            Led::Ended(end) => self.found.graph.add_edge(from, Target::End(end), &came, (text, 0)),
            Led::To { node, ways, is_full } => {
                let key = self.key(&node);
                let (state, is_new, row) = self.found.store(key, &node, &mut self.common);
                self.found.graph.add_edge(from, Target::State(state), &came, (text, row));
                if is_new {
                    if node.may_rest() {
                        self.rest(state, &node);
                    }
                    self.found.set_on_stack(state, true);
                    self.stack.push(Frame { state, came, node: Some(node), ways, at: 0, is_full });
                } else if self.found.is_on_stack(state) {
                    self.widen();
                }
            }
        }
    }

    /// Nobody goes on from the state unless a waiter wakes for nothing. It need not: then this is an end.
    fn rest(&mut self, state: StateId, node: &Node) {
        let mut node = node.clone();
        let mut on = Vec::new();
        let printed = node.machine.output().len();
        node.close(|choice| on.push(choice));
        let text = self.found.text(&node.machine, printed);
        let stack = &self.stack;
        let end = self.found.end(&node.machine, || so_far(stack, &on));
        self.found.graph.add_edge(state, Target::End(end), &[], (text, 0));
    }

    /// A way from the state on top has closed a circle: nobody may be put off for ever, so everything is tried there.
    fn widen(&mut self) {
        let Some(frame) = self.stack.last_mut().filter(|frame| !frame.is_full) else { return };
        let Some(node) = &frame.node else { return };
        for way in node.all_ways(&mut self.common) {
            if !frame.ways.contains(&way) {
                frame.ways.push(way);
            }
        }
        frame.is_full = true;
    }

    /// Goes the way, and on while there is but one; returns where that has led, and what it has printed.
    fn chain(&mut self, mut node: Box<Node>, first: Choice, printed: usize, came: &mut Vec<Choice>) -> (Led, u32) {
        let mut way = first;
        loop {
            self.step(&mut node, way, came);
            let stack = &self.stack;
            let rest = came.len();
            self.found.sightings.state(&node, || so_far(stack, &came[..rest]));
            let (ways, is_full) = self.ways(&node);
            match ways[..] {
                [only] if came.len() < LONGEST_CHAIN && self.bounds.reduction && !node.may_rest() => way = only,
                _ => return self.led(node, (ways, is_full), printed, came),
            }
        }
    }

    /// Where steps have led that came to this node, from which these ways go on, and what they have printed.
    fn led(
        &mut self,
        mut node: Box<Node>,
        (ways, is_full): (Ways, bool),
        printed: usize,
        came: &[Choice],
    ) -> (Led, u32) {
        if !ways.is_empty() {
            let text = self.text(&node.machine, printed);
            return (Led::To { node, ways, is_full }, text);
        }
        let mut closing = Vec::new();
        node.close(|choice| closing.push(choice));
        let text = self.text(&node.machine, printed);
        let way = || so_far(&self.stack, came).into_iter().chain(closing).collect();
        (Led::Ended(self.found.end(&node.machine, way)), text)
    }

    /// The number of what was printed behind so many pieces.
    fn text(&mut self, machine: &Machine, printed: usize) -> u32 {
        if self.bounds.ignore_output { 0 } else { self.found.text(machine, printed) }
    }

    /// Takes a step; returns the choices that were made for it: before the main thread ends, others begin to wait.
    pub fn go(&mut self, node: &mut Node, way: Choice) -> SmallVec<[Choice; 2]> {
        let mut made = SmallVec::new();
        if way.thread == ThreadId::MAIN && node.machine.ends_with(way.thread) {
            node.let_wait(|choice| made.push(choice));
        }
        // What only goes past a join is no step of the real machine: there the thread takes it when it goes on behind.
        if !node.machine.goes_past_a_join(way.thread) {
            made.extend(std::iter::repeat_n(Choice::run(way.thread), node.machine.joins_owed_by(way.thread)));
            made.push(way);
        }
        node.step(way, &mut self.common);
        made
    }

    fn step(&mut self, node: &mut Node, way: Choice, came: &mut Vec<Choice>) {
        let mover = node.looks.iter().find(|look| look.thread == way.thread).copied();
        if let Some(look) = mover {
            let stack = &self.stack;
            self.found.sightings.step(node, &look, || so_far(stack, came));
            if node.machine.joins_owed_by(way.thread) > 0 {
                self.found.sightings.rest(node, &look, || so_far(stack, came));
            }
        }
        came.extend(self.go(node, way));
        self.found.transitions += 1;
        self.found.asked_the_time |= node.machine.has_asked_the_time();
        self.asked_for_thread_names |= node.machine.has_asked_for_thread_names();
        if let Some(look) = node.looks.iter().find(|look| look.thread == way.thread) {
            let stack = &self.stack;
            self.found.sightings.rest(node, look, || so_far(stack, came));
        }
    }
}

/// The way to the state on top of the stack, and on.
fn so_far(stack: &[Frame], on: &[Choice]) -> Vec<Choice> {
    stack.iter().flat_map(|frame| &frame.came).chain(on).copied().collect()
}

impl Search {
    /// What was found; `patient` says for how long short ways to the ends are looked for. `why` is what ended the search
    /// before it came to its end.
    pub fn report(self, why: Option<LeftOut>, patient: impl FnMut() -> bool) -> Report {
        super::telling::report(self, why, patient)
    }
}
