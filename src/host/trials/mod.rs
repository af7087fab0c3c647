//! Many runs of one program, each under another random schedule: how often it ends how, and what it prints.
//!
//! The run of a seed is the one of `raddle run PROGRAM --policy random --seed N`, so any of them can be looked at
//! afterwards. The work is done in slices: whoever asks for it says how long one may take, and can stop between two. What
//! all runs have in common, up to the first choice, is run once. Tests: `tests/hosts/trials.rs`.

mod kind;
mod tally;

use std::sync::Arc;

pub use kind::EndKind;
pub use tally::{Group, Tally, sort};

use super::{Settings, run::judged};
use crate::{
    event::{End, Nanos, Silence},
    ids::StepIndex,
    machine::{Choosable, Machine},
    program::Program,
    schedule::{Foreknowledge, Ledger, Moment, Policy},
};

/// The clock is looked at after so many steps, or so much virtual time: steps may be long.
const STEPS_BETWEEN_LOOKS: u32 = 64;
const TIME_BETWEEN_LOOKS: Nanos = 5_000_000;

/// What all runs have in common is no longer than so many steps.
const LONGEST_TRUNK: u32 = 10_000;

/// Many runs of a program, one after the other.
#[derive(Debug)]
pub struct Trials {
    /// The program where the runs part.
    start: Position,
    /// The run that is under way.
    run: Option<Position>,
    /// Its seed, or that of the run to begin next.
    seed: u64,
    wanted: u64,
    most_steps: u64,
    tally: Tally,
}

/// A machine, and how many steps it has taken.
#[derive(Clone, Debug)]
struct Position {
    machine: Machine,
    steps: u64,
}

impl Trials {
    /// So many runs, with the seeds from 1 on; none is longer than so many steps. Of the settings, policy and seed do not
    /// count.
    #[must_use]
    pub fn new(program: Arc<Program>, settings: &Settings, wanted: u64, most_steps: u64) -> Self {
        let mut machine = settings.machine(program);
        machine.set_silent(true);
        let mut start = Position { machine, steps: 0 };
        while start.steps < most_steps.min(u64::from(LONGEST_TRUNK)) && start.has_one_way() {
            start.step(0);
        }
        Self { start, run: None, seed: 1, wanted, most_steps, tally: Tally::default() }
    }

    /// A program without the mistake prints this: runs that finish with other lines are wrong, if some print the same.
    #[must_use]
    pub fn compared_with(mut self, printed: &str) -> Self {
        self.tally.compare_with(printed);
        self
    }

    /// The first run has this seed, and each the next.
    #[must_use]
    pub fn beginning_at(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// A run that is known already counts among them.
    #[must_use]
    pub fn knowing(mut self, run: Group) -> Self {
        self.wanted = self.wanted.saturating_add(1);
        self.tally.know(run);
        self
    }

    /// Goes on for as long as `patient` says so. Returns whether there is more to do.
    pub fn advance(&mut self, mut patient: impl FnMut() -> bool) -> bool {
        while !self.is_done() {
            self.stretch();
            if !patient() {
                break;
            }
        }
        !self.is_done()
    }

    /// Goes on with the run that is under way until the clock has to be looked at.
    fn stretch(&mut self) {
        let (seed, most_steps) = (self.seed, self.most_steps);
        let run = self.run.get_or_insert_with(|| self.start.clone());
        let clock = run.machine.clock();
        for _ in 0..STEPS_BETWEEN_LOOKS {
            if run.machine.end().is_some() || run.steps >= most_steps {
                return self.note();
            }
            run.step(seed);
            if run.machine.clock() - clock > TIME_BETWEEN_LOOKS {
                return;
            }
        }
    }

    /// Takes the run that is under way as ended.
    fn note(&mut self) {
        let Some(Position { machine, steps }) = self.run.take() else { return };
        let end = judged(&machine, machine.end().unwrap_or(End::Limit));
        self.tally.add(EndKind::of(&machine, end), end, machine.output(), (self.seed, steps));
        self.seed = self.seed.wrapping_add(1);
    }

    /// No more runs are made. One that is under way, and has gone on for longer than any that came to its end, counts as
    /// ended by a limit: perhaps it has none.
    pub fn stop(&mut self) {
        if self.run.as_ref().is_some_and(|run| run.steps > self.tally.longest()) {
            self.note();
        }
        self.run = None;
        self.wanted = self.tally.runs();
    }

    /// So many runs more.
    pub fn want_more(&mut self, runs: u64) {
        self.wanted = self.wanted.saturating_add(runs);
    }

    /// How many runs there will be.
    #[must_use]
    pub fn wanted(&self) -> u64 {
        self.wanted
    }

    /// Whether all runs have been made.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.tally.runs() >= self.wanted
    }

    /// How the runs ended.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }
}

impl Position {
    /// Whether every seed goes on in the same way from here.
    fn has_one_way(&self) -> bool {
        let mut options = self.machine.choosable();
        let one = matches!((options.next(), options.next()), (Some(Choosable::Run(_) | Choosable::Expire(..)), None));
        one && self.machine.wakeable().next().is_none()
    }

    fn step(&mut self, seed: u64) {
        let moment = Moment {
            machine: &self.machine,
            step: StepIndex(self.steps as u32),
            seed,
            ledger: &Ledger::default(),
            known: &Foreknowledge::default(),
        };
        // A machine that has not ended offers a choice, and what a policy chooses is possible.
        let Some(choice) = Policy::Random.choose(&moment) else { return };
        let taken = self.machine.step(choice, &mut Silence);
        debug_assert!(taken.is_ok(), "the policy chooses what is possible");
        self.steps += 1;
    }
}
