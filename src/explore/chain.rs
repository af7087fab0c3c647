//! Steps from a stored state to the next one or to an end: while there is one way on, the same machine takes it, without a copy
//! or a key.

use smallvec::SmallVec;

use super::{
    Bounds,
    end::EndState,
    node::{Common, Node, Ways},
    persistent,
    row::place,
    sightings::Sightings,
};
use crate::{
    choice::Choice,
    ids::ThreadId,
    machine::{Machine, Order},
};

/// So many steps on the one way there is, at most, until the state is stored.
const LONGEST_CHAIN: usize = 200;

/// Where the first step of a way from a stored state has led in the end.
pub struct Arrival {
    /// That step.
    pub first: Choice,
    /// The choices that a real machine makes for it and what followed.
    pub came: Vec<Choice>,
    /// What was printed on stdout.
    pub printed: Box<str>,
    /// Where that has led.
    pub led: Led,
}

/// Where some steps have led.
pub enum Led {
    /// To a state, from which these are the ways on, with what tells it from others.
    To { node: Box<Node>, ways: Ways, is_full: bool, key: (u128, Order) },
    /// To an end, which is reached by these choices more.
    Ended { end: EndState, closing: Vec<Choice> },
}

/// What was noticed on the way.
#[derive(Clone, Copy, Default)]
pub struct Noticed {
    /// Steps taken.
    pub transitions: u64,
    /// A bound was met: there is more.
    pub cut: bool,
    /// The program has looked at a clock.
    pub asked_the_time: bool,
    /// It has looked at names of threads.
    pub asked_for_thread_names: bool,
}

/// Goes on from stored states.
pub struct Walker<'w> {
    /// How far.
    pub bounds: Bounds,
    /// What was learned.
    pub common: &'w mut Common,
    /// What was seen.
    pub sightings: &'w mut Sightings,
    /// The way to the state from which it goes on.
    pub before: &'w dyn Fn() -> Vec<Choice>,
    /// What it notices.
    pub noticed: Noticed,
}

impl Walker<'_> {
    /// Takes each of these ways from a state. The last one takes the machine itself, if it may.
    pub fn expand(&mut self, node: &mut Option<Box<Node>>, ways: &Ways, may_take: bool) -> Vec<Arrival> {
        let mut arrivals = Vec::with_capacity(ways.len());
        for (at, &way) in ways.iter().enumerate() {
            let takes = may_take && at + 1 == ways.len();
            let Some(own) = (if takes { node.take() } else { node.clone() }) else { break };
            arrivals.push(self.chain(own, way));
        }
        arrivals
    }

    /// Goes the way, and on while there is but one.
    pub fn chain(&mut self, mut node: Box<Node>, first: Choice) -> Arrival {
        let printed = node.machine.output().len();
        let mut came = Vec::new();
        let mut way = first;
        loop {
            self.step(&mut node, way, &mut came);
            self.look(&node, &came);
            let (ways, is_full) = self.ways(&node);
            match ways[..] {
                [only] if came.len() < LONGEST_CHAIN && self.bounds.reduction && !node.may_rest() => way = only,
                _ => return self.led(node, (ways, is_full), printed, (first, came)),
            }
        }
    }

    /// Where steps have led that came to this node, from which these ways go on.
    pub fn led(
        &self,
        mut node: Box<Node>,
        (ways, is_full): (Ways, bool),
        printed: usize,
        (first, came): (Choice, Vec<Choice>),
    ) -> Arrival {
        let mut closing = Vec::new();
        if ways.is_empty() {
            node.close(|choice| closing.push(choice));
        }
        let printed = self.text(&node.machine, printed);
        let led = if ways.is_empty() {
            Led::Ended { end: EndState::of(&node.machine), closing }
        } else {
            let key = key(&node, &self.bounds);
            Led::To { node, ways, is_full, key }
        };
        Arrival { first, came, printed, led }
    }

    /// What was printed on stdout behind so many pieces, if that is of interest.
    fn text(&self, machine: &Machine, printed: usize) -> Box<str> {
        if self.bounds.ignore_output || machine.output().len() == printed {
            return Box::default();
        }
        machine.output().text_since(printed, false).into()
    }

    /// Looks at a state that some steps have led to.
    pub fn look(&mut self, node: &Node, came: &[Choice]) {
        let before = self.before;
        self.sightings.state(node, &self.common.futures, || so_far(before, came));
    }

    /// The ways to try.
    pub fn ways(&mut self, node: &Node) -> (Ways, bool) {
        if self.bounds.preemptions.is_none() && self.bounds.reduction {
            return persistent::choose(node, self.common);
        }
        let (ways, cut) = every_way(node, &self.bounds, self.common);
        self.noticed.cut |= cut;
        (ways, true)
    }

    /// Takes a step.
    pub fn step(&mut self, node: &mut Node, way: Choice, came: &mut Vec<Choice>) {
        let before = self.before;
        let mover = node.looks.iter().find(|look| look.thread == way.thread).copied();
        if let Some(look) = mover {
            self.sightings.step(node, &look, &self.common.futures, || so_far(before, came));
            if node.machine.joins_owed_by(way.thread) > 0 {
                self.sightings.rest(node, &look, || so_far(before, came));
            }
        }
        came.extend(go(node, way, self.common));
        self.noticed.transitions += 1;
        self.noticed.asked_the_time |= node.machine.has_asked_the_time();
        self.noticed.asked_for_thread_names |= node.machine.has_asked_for_thread_names();
        if let Some(look) = node.looks.iter().find(|look| look.thread == way.thread) {
            self.sightings.rest(node, look, || so_far(before, came));
        }
    }
}

/// The way to the state from which steps were taken, and these.
fn so_far(before: &dyn Fn() -> Vec<Choice>, on: &[Choice]) -> Vec<Choice> {
    let mut way = before();
    way.extend_from_slice(on);
    way
}

/// Takes a step; returns the choices that were made for it: before the main thread ends, others begin to wait.
pub fn go(node: &mut Node, way: Choice, common: &mut Common) -> SmallVec<[Choice; 2]> {
    let mut made = SmallVec::new();
    if way.thread == ThreadId::MAIN && node.machine.ends_with(way.thread) {
        node.let_wait(|choice| made.push(choice));
    }
    // What only goes past a join is no step of the real machine: there the thread takes it when it goes on behind.
    if !node.machine.goes_past_a_join(way.thread) {
        made.extend(std::iter::repeat_n(Choice::run(way.thread), node.machine.joins_owed_by(way.thread)));
        made.push(way);
    }
    node.step(way, common);
    made
}

/// The ways on within the bounds, with nothing left out, and whether a bound has left out some.
pub fn every_way(node: &Node, bounds: &Bounds, common: &mut Common) -> (Ways, bool) {
    let mut ways = node.all_ways(common);
    let Some(most) = bounds.preemptions else { return (ways, false) };
    let Some(last) = node.preempted_by_others().filter(|_| node.preemptions >= most) else { return (ways, false) };
    let cut = ways.iter().any(|way| way.thread != last);
    ways.retain(|way| way.thread == last);
    (ways, cut)
}

/// What tells the node's state from others, and its threads in the order in which it is told.
pub fn key(node: &Node, bounds: &Bounds) -> (u128, Order) {
    let (key, order) = node.machine.canonical();
    if bounds.preemptions.is_none() {
        return (key, order);
    }
    let last = node.last.and_then(|last| place(&order, last));
    let mark = u128::from(node.preemptions) << 32 | last.map_or(0, |last| last as u128 + 1);
    (key ^ (mark + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835), order)
}
