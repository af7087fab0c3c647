//! A run without a screen: a policy drives the machine until the program ends or a limit is reached.

use std::{
    collections::VecDeque,
    io::Write,
    ops::ControlFlow,
    time::{Duration, Instant},
};

use super::{Saver, Settings, rehearsal};
use crate::{
    choice::Choice,
    event::{End, Nanos, Silence, Sink},
    ids::StepIndex,
    machine::{Limit, Machine, Text},
    schedule::{Foreknowledge, Ledger, Moment, Priorities},
    trace::recording::Header,
};

/// How long a run may go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Budget {
    /// Operations.
    pub steps: u64,
    /// Real time; `None` for no limit.
    pub time: Option<Duration>,
}

/// How a run ended.
#[derive(Clone, Debug)]
pub struct RunEnd {
    /// How it ended.
    pub end: End,
    /// The limit that ended it.
    pub limit: Option<Limit>,
    /// How many steps were taken.
    pub steps: u64,
}

/// The end that a machine is said to have come to: threads that go on for ever do not make a deadlock of others a mere matter
/// of time, if the program waits for those.
#[must_use]
pub fn judged(machine: &Machine, end: End) -> End {
    let mut cycle = machine.deadlocks().flat_map(|circle| circle.links.iter());
    if end == End::Limit && cycle.any(|link| !machine.is_daemon(link.thread)) { End::Deadlock } else { end }
}

/// Looking at the clock between so many steps costs nothing.
const STEPS_BETWEEN_LOOKS: u64 = 256;

/// Nor does it after so much virtual time: steps may be long.
const TIME_BETWEEN_LOOKS: Nanos = 5_000_000;

/// A run that is under way.
#[derive(Debug)]
pub struct Runner {
    machine: Machine,
    text: Text,
    settings: Settings,
    /// Choices to be made before the policy's.
    given: VecDeque<Choice>,
    steps: u64,
    ledger: Ledger,
    known: Foreknowledge,
    saver: Option<Saver>,
}

impl Runner {
    /// A run of the machine; the given choices come first, then the policy's.
    #[must_use]
    pub fn new(machine: Machine, settings: Settings, given: Vec<Choice>) -> Self {
        let mut known = Foreknowledge::default();
        rehearsal::rehearse(settings.policy, &machine, settings.seed, &mut known);
        let text = machine.text();
        Self { machine, text, settings, given: given.into(), steps: 0, ledger: Ledger::default(), known, saver: None }
    }

    /// Some threads are more urgent than others.
    pub fn set_priorities(&mut self, priorities: Priorities) {
        self.known.priorities = priorities;
    }

    /// Saves the run while it goes on, from its first step. A run that cannot be saved any more is broken off.
    pub fn save(&mut self, header: &Header, out: Box<dyn Write>) {
        self.saver = Some(Saver::new(header, &mut self.machine, out));
    }

    /// What saves the run.
    pub fn take_saver(&mut self) -> Option<Saver> {
        self.saver.take()
    }

    /// The machine as it is.
    #[must_use]
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// The machine, to be driven by somebody else.
    #[must_use]
    pub fn into_machine(self) -> Machine {
        self.machine
    }

    /// How many of the given choices were not made yet.
    #[must_use]
    pub fn unused_choices(&self) -> usize {
        self.given.len()
    }

    /// Runs to the end. `looked` is called now and then, with the machine, to print what it has printed, and says whether
    /// to go on; a run that is broken off counts as ended by a limit.
    ///
    /// # Errors
    /// A given choice that is not possible, with the number of the step.
    pub fn run(
        &mut self,
        budget: Budget,
        mut looked: impl FnMut(&Machine) -> ControlFlow<()>,
    ) -> Result<RunEnd, (u64, Choice)> {
        let start = Instant::now();
        loop {
            let clock = self.machine.clock();
            for _ in 0..STEPS_BETWEEN_LOOKS {
                if self.machine.end().is_some() {
                    let _ = looked(&self.machine);
                    return Ok(self.outcome(None));
                }
                if self.steps >= budget.steps {
                    let _ = looked(&self.machine);
                    return Ok(self.outcome(Some(Limit::Steps)));
                }
                self.step()?;
                if self.machine.clock() - clock > TIME_BETWEEN_LOOKS {
                    break;
                }
            }
            self.saver.as_mut().into_iter().for_each(Saver::flush);
            let unsaved = self.saver.as_ref().is_some_and(Saver::has_failed);
            if looked(&self.machine).is_break() || unsaved {
                return Ok(RunEnd { end: End::Limit, ..self.outcome(None) });
            }
            if budget.time.is_some_and(|limit| start.elapsed() >= limit) {
                return Ok(self.outcome(Some(Limit::Time)));
            }
        }
    }

    fn outcome(&self, limit: Option<Limit>) -> RunEnd {
        let end = if limit.is_some() { End::Limit } else { self.machine.end().unwrap_or(End::Stuck) };
        RunEnd { end, limit: limit.or(self.machine.limit()), steps: self.steps }
    }

    fn step(&mut self) -> Result<(), (u64, Choice)> {
        let moment = Moment {
            machine: &self.machine,
            step: StepIndex(self.steps as u32),
            seed: self.settings.seed,
            ledger: &self.ledger,
            known: &self.known,
        };
        let choice = self.given.pop_front().or_else(|| self.settings.policy.choose(&moment));
        // A machine that has not ended offers a choice.
        let Some(choice) = choice else { return Ok(()) };
        let mut silence = Silence;
        let sink = self.saver.as_mut().map_or(&mut silence as &mut dyn Sink, Saver::sink);
        self.machine.step_through(&mut self.text, choice, sink).map_err(|refused| (self.steps, refused.0))?;
        if let Some(saver) = &mut self.saver {
            saver.commit(choice, &self.machine);
        }
        self.steps += 1;
        self.ledger.note(self.settings.policy, &self.machine, choice.thread);
        Ok(())
    }
}
