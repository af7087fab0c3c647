//! What a search has found, in plain data: names are those of the program, lines count from 1.

use serde::{Deserialize, Serialize};

use super::{
    end::{Kind, Values},
    evidence::Evidence,
    goal::sorted_lines,
    sample::Sampling,
    starve::Starved,
};
use crate::{choice::Choice, machine::Machine};

/// What a search has found.
#[derive(Debug)]
pub struct Report {
    /// Whether nothing was left out that could make a difference.
    pub complete: bool,
    /// What was left out.
    pub left_out: Vec<LeftOut>,
    /// States that were stored.
    pub states: u64,
    /// Steps that were taken.
    pub transitions: u64,
    /// The random runs that were made where there was too much to search.
    pub sampling: Option<Sampling>,
    /// How many ways there are through the program.
    pub interleavings: Interleavings,
    /// How many distinct pairs of an end and an output there are; none where there is no bound.
    pub outcomes_total: Option<u128>,
    /// The first of them, the worst kind first, each with a way to it.
    pub outcomes: Vec<Outcome>,
    /// Data races.
    pub races: Vec<Race>,
    /// Threads that can be passed over for ever.
    pub starved: Vec<Starved>,
    /// Which lock guards which variable.
    pub guards: Vec<Guard>,
    /// Locks that are taken in an order that is not always the same.
    pub lock_order: Vec<LockOrder>,
    /// What the last two were worked out from.
    pub evidence: Evidence,
}

/// What a search has left out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
pub enum LeftOut {
    /// There are more states.
    States,
    /// There was no more time.
    Time,
    /// It was broken off.
    BrokenOff,
    /// Runs with more preemptions than these.
    Preemptions(u32),
    /// Random numbers other than a few.
    RandomNumbers,
    /// The time stood still for the program, which looks at it.
    Clock,
    /// What lies behind a limit of the machine: memory, threads, calls.
    Limits,
    /// There are too many outputs to count them.
    Outputs,
    /// So many parts of a divided search, of which there is no report.
    Parts(u32),
}

/// How many ways there are through a program: runs that differ in the order of steps.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Interleavings {
    /// All of them; none where there is no end to them.
    pub all: Option<f64>,
    /// Those that differ in the order of steps that bear on each other; none where these were not counted.
    pub distinct: Option<f64>,
    /// Those of all that end badly.
    pub bad: Option<f64>,
    /// Whether they were counted; otherwise they are estimated from random runs.
    pub exact: bool,
}

/// One way of ending.
#[derive(Debug)]
pub struct Outcome {
    /// How it ends.
    pub kind: Kind,
    /// What was printed on stdout; for a livelock, before it.
    pub output: String,
    /// What shared variables are worth in the end.
    pub globals: Values,
    /// A way to it.
    pub witness: Witness,
    /// The machine at the end of that way, with the names that the program gives.
    pub machine: Machine,
}

impl Outcome {
    /// Whether it finishes without having printed what it should, where somebody said what that is.
    #[must_use]
    pub fn is_wrong(&self, prints: Option<&str>) -> bool {
        self.kind == Kind::Finished && prints.is_some_and(|wanted| !self.output.contains(wanted))
    }

    /// The lines that it has printed, sorted, if it finishes.
    #[must_use]
    pub fn finished_lines(&self) -> Option<Vec<String>> {
        (self.kind == Kind::Finished).then(|| sorted_lines(&self.output))
    }
}

/// A way to an end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Witness {
    /// The choices.
    pub choices: Vec<Choice>,
    /// Whether no way has fewer context switches, nor as many and fewer steps.
    pub proved: bool,
}

impl Witness {
    /// How often another thread goes on than the one that went before.
    #[must_use]
    pub fn switches(&self) -> usize {
        switches(&self.choices)
    }
}

/// Two plain accesses to one variable that could both be next, one of them a write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Race {
    /// The variable.
    pub variable: String,
    /// Who, and where.
    pub accesses: [RaceAccess; 2],
    /// What keeps the two apart, where something does.
    pub ordered_by: Option<OrderedBy>,
    /// A way to a state in which both are next.
    pub way: Vec<Choice>,
}

/// One side of a race.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
pub struct RaceAccess {
    /// The thread's name.
    pub thread: String,
    /// The line.
    pub line: u32,
    /// Whether it writes.
    pub writes: bool,
}

/// What keeps two accesses apart that no lock does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OrderedBy {
    /// Other plain variables, as in Peterson's algorithm.
    PlainVariables,
}

/// Which locks are held whenever a variable is touched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guard {
    /// The variable.
    pub variable: String,
    /// The locks that are held at each access, or at most of them where `unguarded` has some.
    pub locks: Vec<String>,
    /// Accesses without any of them.
    pub unguarded: Vec<RaceAccess>,
}

/// Locks of which each is wanted by somebody who holds the one before, the first by somebody who holds the last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LockOrder {
    /// The locks, and who wants each while holding the one before: thread and line.
    pub steps: Vec<LockStep>,
}

/// A lock that is wanted while another is held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LockStep {
    /// The one that is held.
    pub holds: String,
    /// The one that is wanted.
    pub wants: String,
    /// By which thread.
    pub thread: String,
    /// In which line.
    pub line: u32,
}

impl Report {
    /// Whether something bad can happen, of these kinds.
    #[must_use]
    pub fn has(&self, kinds: &[Kind]) -> bool {
        self.outcomes.iter().any(|outcome| kinds.contains(&outcome.kind))
    }
}

/// How often another thread goes on than the one that went before.
#[must_use]
pub fn switches(choices: &[Choice]) -> usize {
    choices.windows(2).filter(|pair| pair[0].thread != pair[1].thread).count()
}
