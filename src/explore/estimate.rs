//! How many ways there are through a program, from random runs: the mean of the products of how many ways there were. (Knuth 1975.)
//!
//! A run goes on with a thread the more probably the more steps that has before it, as far as earlier runs tell, and divides by
//! the probability instead: for threads that do not bear on each other, every run then comes to the same product, the true one.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::{
    end::Kind,
    futures::Location,
    node::{Common, Look, Node, Ways},
    random::Random,
    report::Interleavings,
};
use crate::{choice::Choice, event::Nanos, ids::ThreadId};

/// So many random runs make an estimate, behind so many from which how far threads have to go is learned; none is longer than so many
/// steps.
const PROBES: u64 = 30;
const FIRST: u64 = 5;
const LONGEST: usize = 5000;

/// A step counts so much where it is weighed how far threads have to go.
const WEIGHT: f64 = 16.0;

/// A thread's way so far: where it stands, and how many steps it has taken.
type Along = (Location, u32);

/// How far it is from there to the thread's end.
#[derive(Debug, Default)]
struct Distances(IndexMap<Along, (f64, f64), FxBuildHasher>);

impl Distances {
    fn weight(&self, from: Along) -> usize {
        let mean = self.0.get(&from).map_or(1.0, |(steps, times)| steps / times);
        (mean * WEIGHT).max(1.0) as usize
    }

    /// Learns from a run, whose steps were taken from there, in order.
    fn learn(&mut self, steps: &[(ThreadId, Along)]) {
        let mut left: IndexMap<ThreadId, f64, FxBuildHasher> = IndexMap::default();
        for &(thread, from) in steps.iter().rev() {
            let left = left.entry(thread).or_insert(0.0);
            *left += 1.0;
            let (sum, times) = self.0.entry(from).or_insert((0.0, 0.0));
            *sum += *left;
            *times += 1.0;
        }
    }
}

/// What random runs have come to.
#[derive(Debug, Default)]
struct Mean {
    all: f64,
    bad: f64,
    runs: f64,
}

/// An estimate, from no more runs than take so much work, in nanoseconds of the program's time, and as long as `patient` says so.
pub fn estimate(
    start: &Node,
    most_work: Nanos,
    common: &mut Common,
    patient: &mut impl FnMut() -> bool,
) -> Interleavings {
    let mut random = Random::new(1);
    let mut distances = Distances::default();
    let (mut mean, mut work) = (Mean::default(), 0);
    for run in 0..FIRST + PROBES {
        let left = most_work.saturating_sub(work);
        let Probe { product, node, .. } = probe(start.clone(), left, &mut random, &mut distances, common);
        work += node.machine.process_time();
        if work > most_work && mean.runs > 0.0 {
            break;
        }
        if run == FIRST {
            // Those before knew too little of the way.
            mean = Mean::default();
        }
        mean.runs += 1.0;
        mean.all += product;
        if Kind::of(&node.machine) != Kind::Finished {
            mean.bad += product;
        }
        if !patient() {
            break;
        }
    }
    let Mean { all, bad, runs } = mean;
    Interleavings { all: Some(all / runs), distinct: None, bad: Some(bad / runs), exact: false }
}

/// How much there is, as far as one random run tells: how many ways there are, and in how many places the threads besides the
/// main one can stand together.
pub fn vastness(start: &Node, most_work: Nanos, common: &mut Common) -> (f64, f64) {
    let run = probe(start.clone(), most_work, &mut Random::new(1), &mut Distances::default(), common);
    let places = run.taken.iter().enumerate().filter(|(at, _)| *at != ThreadId::MAIN.index());
    (run.product, places.map(|(_, steps)| f64::from(steps + 1)).product())
}

/// A random run.
struct Probe {
    /// How many ways there were at each step, multiplied.
    product: f64,
    /// How many steps each thread has taken.
    taken: Vec<u32>,
    /// What it has come to.
    node: Node,
}

fn probe(
    mut node: Node,
    most_work: Nanos,
    random: &mut Random,
    distances: &mut Distances,
    common: &mut Common,
) -> Probe {
    let mut product = 1.0;
    let mut steps: Vec<(ThreadId, Along)> = Vec::new();
    let mut taken: Vec<u32> = Vec::new();
    for _ in 0..LONGEST {
        let along = |look: &Look| (look.location, taken.get(look.thread.index()).copied().unwrap_or(0));
        let ways = weighed(&node, |look| distances.weight(along(look)), common);
        let total: usize = ways.iter().map(|(_, weight)| weight).sum();
        if total == 0 || node.machine.process_time() > most_work {
            break;
        }
        let mut drawn = random.below(total);
        let chosen = ways.into_iter().find(|(_, weight)| {
            let is_it = drawn < *weight;
            drawn = drawn.saturating_sub(*weight);
            is_it
        });
        let Some((way, weight)) = chosen else { break };
        product *= total as f64 / weight as f64;
        if let Some(look) = node.looks.iter().find(|look| look.thread == way.thread) {
            steps.push((way.thread, along(look)));
        }
        let at = way.thread.index();
        taken.resize(taken.len().max(at + 1), 0);
        taken[at] += 1;
        node.step(way, common);
    }
    distances.learn(&steps);
    node.close(|_| {});
    Probe { product, taken, node }
}

/// The ways on, each with a weight of at least 1: those of one thread share the thread's.
fn weighed(node: &Node, weight: impl Fn(&Look) -> usize, common: &mut Common) -> Vec<(Choice, usize)> {
    let mut weighed = Vec::new();
    for look in &node.looks {
        let mut ways = Ways::new();
        node.ways_of(look, &mut ways, common);
        let each = (weight(look) / ways.len().max(1)).max(1);
        weighed.extend(ways.into_iter().map(|way| (way, each)));
    }
    weighed
}
