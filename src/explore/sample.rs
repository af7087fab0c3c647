//! Where there is too much to search: random runs that find a mistake of a given depth with a probability that can be said.
//!
//! PCT (Burckhardt, Kothari, Musuvathi, Nagarakatte 2010): each thread has a random priority, and at d − 1 random steps the one
//! that runs gets the least; with n threads and k steps, a run finds a mistake of depth d with a probability of at least
//! 1/(n·k^(d−1)). Runs take the depths 1, 2 and 3 in turn.

use serde::{Deserialize, Serialize};

use super::{
    node::{Common, Look, Node, Ways},
    random::Random,
    search::Search,
    share::Share,
};
use crate::{choice::Choice, event::Nanos};

/// So many runs are made at most, of so many steps together; none is longer than so many.
const MOST_RUNS: u64 = 3000;
const MOST_STEPS: usize = 60_000;
const LONGEST: usize = 20_000;

/// Nor does more work, in nanoseconds of the program's time.
const MOST_WORK: Nanos = 1_000_000_000;

/// Depths are tried from 1 up to this.
const DEEPEST: u64 = 3;

/// What was sampled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Sampling {
    /// How many runs there were.
    pub runs: u64,
    /// The most threads that any of them had.
    pub threads: usize,
    /// The most steps that any of them took.
    pub steps: usize,
}

impl Sampling {
    /// These runs and those.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            runs: self.runs + other.runs,
            threads: self.threads.max(other.threads),
            steps: self.steps.max(other.steps),
        }
    }

    /// With which probability a mistake of a depth would have been found, at least.
    #[must_use]
    pub fn chance(&self, depth: u64) -> f64 {
        let runs = self.runs / DEEPEST;
        let one = 1.0 / (self.threads.max(1) as f64 * (self.steps.max(1) as f64).powi(depth as i32 - 1));
        1.0 - (1.0 - one).powf(runs as f64)
    }
}

/// Makes random runs as long as `patient` says so; their ends are found, each with a way to it.
pub fn sample(search: &mut Search, patient: &mut impl FnMut() -> bool) -> Sampling {
    let mut sampling = Sampling::default();
    let mut taken = 0;
    while sampling.runs < MOST_RUNS && taken < MOST_STEPS && patient() {
        let depth = 1 + sampling.runs % DEEPEST;
        let mut random = Random::new(search.share().map_or(0, Share::first_seed) + sampling.runs + 1);
        let begun = search.begin_somewhere(&mut random);
        let (node, way) = run(begun, depth, sampling.steps.max(50), &mut random, &mut search.common);
        sampling.runs += 1;
        taken += way.len();
        sampling.threads = sampling.threads.max(node.machine.thread_count());
        sampling.steps = sampling.steps.max(way.len());
        if node.machine.end().is_some() {
            search.found.end(&node.machine, || way);
        }
    }
    sampling
}

/// One run.
fn run(
    (mut node, mut way): (Node, Vec<Choice>),
    depth: u64,
    steps: usize,
    random: &mut Random,
    common: &mut Common,
) -> (Node, Vec<Choice>) {
    let changes: Vec<usize> = (1..depth).map(|_| random.below(steps)).collect();
    let mut priorities: Vec<u64> = Vec::new();
    while way.len() < LONGEST && node.machine.process_time() < MOST_WORK {
        // Nobody need wake for nothing: a standstill is left alone as often as it is not.
        if node.may_rest() && random.below(2) == 0 {
            break;
        }
        while priorities.len() < node.machine.thread_count() {
            // Above what threads fall to at changes.
            priorities.push(DEEPEST + random.below(1 << 30) as u64);
        }
        let wakes = node.may_rest() || random.below(8) == 0;
        let may = |look: &&Look| look.enabled && (wakes || node.goes_on(look));
        let best = node.looks.iter().filter(may).max_by_key(|look| priorities[look.thread.index()]);
        let Some(&best) = best else { break };
        let mut ways = Ways::new();
        node.ways_of(&best, &mut ways, common);
        let choice = ways[random.below(ways.len())];
        if let Some(change) = changes.iter().position(|&at| at == way.len()) {
            priorities[best.thread.index()] = change as u64;
        }
        node.step(choice, common);
        way.push(choice);
    }
    if node.may_rest() {
        node.close(|choice| way.push(choice));
    }
    (node, way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chance_falls_with_depth_and_grows_with_runs() {
        let sampling = Sampling { runs: 300, threads: 3, steps: 40 };
        assert!(sampling.chance(1) > 0.99 && sampling.chance(2) > 0.5 && sampling.chance(3) < sampling.chance(2));
        assert!(Sampling { runs: 3000, ..sampling }.chance(2) > sampling.chance(2));
    }
}
