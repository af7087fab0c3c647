//! The session: play, step, rewind, fork.
//!
//! The machine stands at the tip of the present branch; the cursor may stand before it. Going back and forth moves the
//! cursor alone. Choosing differently in the past takes the machine from a checkpoint, and begins a branch.

mod choosing;
mod input;
mod memory;
mod peek;
mod replay;
mod ways;

use std::{collections::BTreeSet, ops::ControlFlow, sync::Arc};

pub(in crate::host) use input::AT_THE_END;
use input::Asking;
pub use input::Wanted;
use memory::Memory;
pub use peek::Ahead;
pub use replay::Obstacle;
use replay::Recorded;

use super::{Budget, Group, Runner, checkpoints::Checkpoints, following::Following, judged, rehearsal::Forecast};
use crate::{
    choice::{Choice, Unit, Way},
    event::{End, EventKind, Silence},
    ids::{StepIndex, ThreadId},
    machine::{Choosable, Hardware, Machine, Rules},
    program::Program,
    schedule::{self, Policy},
    source::Span,
    trace::{History, Recorder},
};

/// How a session runs its program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Who goes next.
    pub policy: Policy,
    /// The seed of the run.
    pub seed: u64,
    /// How far a step goes.
    pub unit: Unit,
    /// The bytes that the program's objects may take.
    pub memory: usize,
    /// The processor that it runs on; none for one operation at a time.
    pub hardware: Option<Hardware>,
    /// The rules of the machine.
    pub rules: Rules,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            policy: Policy::Fair,
            seed: 0,
            unit: Unit::Operation,
            memory: 1 << 30,
            hardware: None,
            rules: Rules::default(),
        }
    }
}

impl Settings {
    /// The program before its first step, on the machine that these settings say.
    #[must_use]
    pub fn machine(&self, program: Arc<Program>) -> Machine {
        Machine::new(program, self.memory).on(self.hardware).under(self.rules)
    }
}

/// A program being watched and driven.
#[derive(Debug)]
pub struct Session {
    program: Arc<Program>,
    settings: Settings,
    pub(super) recorder: Recorder,
    pub(super) machine: Machine,
    pub(super) checkpoints: Checkpoints,
    pub(super) cursor: StepIndex,
    pub(super) following: Following,
    /// A recording that the machine has not caught up with.
    recorded: Option<Recorded>,
    memory: Memory,
    /// Steps of the tree that were laid out and are not what is usual.
    departures: BTreeSet<u32>,
    asking: Asking,
}

impl Session {
    /// A session that stands before the first step of the program.
    #[must_use]
    pub fn new(program: Arc<Program>, settings: Settings) -> Self {
        let mut machine = settings.machine(Arc::clone(&program));
        let mut recorder = Recorder::default();
        machine.announce(&mut recorder);
        recorder.history_mut().begin_done();
        let checkpoints = Checkpoints::new(machine.clone());
        let mut session = Self {
            program,
            settings,
            recorder,
            machine,
            checkpoints,
            cursor: StepIndex(0),
            following: Following::default(),
            recorded: None,
            memory: Memory::default(),
            departures: BTreeSet::new(),
            asking: Asking::default(),
        };
        session.tell_token();
        session
    }

    /// Whether there is an interpreter's lock is no event: the history is told.
    fn tell_token(&mut self) {
        let token = self.settings.hardware.is_some_and(|hardware| hardware.gil.is_some());
        self.recorder.history_mut().set_token(token);
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }

    /// How it runs.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What happened.
    #[must_use]
    pub fn history(&self) -> &History {
        self.recorder.history()
    }

    /// The step that is being looked at.
    #[must_use]
    pub fn cursor(&self) -> StepIndex {
        self.cursor
    }

    /// What the run will come to, as far as a short dry run from its beginning tells.
    #[must_use]
    pub fn forecast(&self) -> Forecast {
        Forecast::of(self.checkpoints.machine_at(StepIndex(0), self.history()), &self.settings)
    }

    /// Another policy from here on.
    pub fn set_policy(&mut self, policy: Policy) {
        self.settings.policy = policy;
        self.memory.forget();
    }

    /// Another unit from here on. A live run goes by operations.
    pub fn set_unit(&mut self, unit: Unit) {
        self.settings.unit = if self.live().is_some() { Unit::Operation } else { unit };
    }

    /// How the run ended, if the cursor is at its end.
    #[must_use]
    pub fn end(&self) -> Option<End> {
        if self.recorded.is_some() {
            return self.recorded_end();
        }
        self.machine.end().filter(|_| self.cursor == self.history().tip())
    }

    /// How the present branch ends: as it did, or as it does if it goes on by the policy for so long. Nothing, where there is
    /// no machine to tell.
    #[must_use]
    pub fn outcome(&self, budget: Budget) -> Option<Group> {
        if self.recorded.is_some() {
            return None;
        }
        let mut runner = Runner::new(self.machine.clone(), self.settings, Vec::new());
        let end = match self.machine.end() {
            Some(end) => end,
            None => runner.run(budget, |_| ControlFlow::Continue(())).ok()?.end,
        };
        let machine = runner.machine();
        Some(Group::of_run(machine, judged(machine, end), (self.settings.seed, u64::from(self.history().tip().0))))
    }

    /// One unit forward: through what was recorded, or on by the policy; a live run goes on by itself. Returns whether
    /// there was anything to do.
    pub fn forward(&mut self) -> bool {
        if self.cursor < self.history().tip() {
            self.refine(self.cursor.next());
            self.cursor = self.after(self.cursor);
            return true;
        }
        if self.live().is_some() || !self.reach(self.cursor) {
            return false;
        }
        let Some(choice) = self.choice_of_policy() else { return false };
        self.take(choice)
    }

    /// One unit back. Returns whether there was anything to go back to.
    pub fn back(&mut self) -> bool {
        if self.cursor.0 == 0 {
            return false;
        }
        let grown = self.refine(self.cursor);
        self.cursor = StepIndex(self.cursor.0 + grown);
        self.cursor = self.before(self.cursor);
        true
    }

    /// Where a unit forward from a step ends: operations go on to the end of what lines and instructions divide.
    fn after(&self, from: StepIndex) -> StepIndex {
        let mut at = from.next();
        while self.settings.unit == Unit::Operation && at < self.history().tip() && !self.history().step(at).complete {
            at = at.next();
        }
        at
    }

    fn before(&self, from: StepIndex) -> StepIndex {
        let mut at = StepIndex(from.0 - 1);
        while self.settings.unit == Unit::Operation && at.0 > 0 && !self.history().step(at).complete {
            at.0 -= 1;
        }
        at
    }

    /// Goes to a step of the branch; to its tip if it has no such step.
    pub fn seek(&mut self, step: StepIndex) {
        self.cursor = step.min(self.history().tip());
    }

    /// Lets a thread go on from the cursor, instead of whom the policy would choose. Begins a branch unless that is what
    /// was recorded. That ends a live run. Returns whether the thread can go on.
    pub fn run_thread(&mut self, thread: ThreadId) -> bool {
        if self.cursor < self.history().tip() && self.history().step(self.cursor.next()).by == Some(thread) {
            return self.forward();
        }
        // A thread of a live run may have gone on meanwhile.
        self.end_live();
        if !self.reach(self.cursor) {
            return false;
        }
        let machine = self.machine_at_cursor();
        let Some(option) = machine.choosable().chain(machine.wakeable()).find(|option| option.thread() == thread)
        else {
            return false;
        };
        let choice = self.choice_of(option);
        self.fork(machine);
        self.take(choice)
    }

    /// The threads that can go on from the cursor.
    #[must_use]
    pub fn choosable(&self) -> Vec<Choosable> {
        if !self.knows_cursor() {
            return self.recorded_next().into_iter().collect();
        }
        self.machine_at_cursor().choosable().collect()
    }

    fn choice_of(&self, option: Choosable) -> Choice {
        match option {
            Choosable::Run(thread) => Choice::new(thread, Way::Run(self.settings.unit)),
            option => option.choice(|| schedule::draw(self.settings.seed, self.history().tip())),
        }
    }

    pub(super) fn machine_at_cursor(&self) -> Machine {
        if self.cursor == self.frontier() {
            return self.machine.clone();
        }
        self.checkpoints.machine_at(self.cursor, self.history())
    }

    /// The branch ends at the cursor, where the machine stands.
    pub(super) fn fork(&mut self, machine: Machine) {
        if self.cursor == self.history().tip() {
            return;
        }
        self.machine = machine;
        self.recorded = None;
        self.checkpoints.fork(self.cursor);
        self.recorder.fork(self.cursor);
    }

    /// The choice, for a step as long as the viewer's.
    fn in_unit(&self, choice: Choice) -> Choice {
        match choice.way {
            Way::Run(_) => Choice { way: Way::Run(self.settings.unit), ..choice },
            _ => choice,
        }
    }

    /// Takes a step at the tip.
    fn take(&mut self, choice: Choice) -> bool {
        let choice = self.in_unit(choice);
        // A step that lacks a line of input waits until somebody has typed it.
        if self.wants_input(choice) {
            return false;
        }
        let taken = self.record(choice);
        self.cursor = self.history().tip();
        taken
    }

    fn record(&mut self, choice: Choice) -> bool {
        if self.machine.step(choice, &mut self.recorder).is_err() {
            return false;
        }
        let complete = !self.machine.is_computing(choice.thread);
        let step = self.recorder.history_mut().commit(choice, self.machine.clock(), complete);
        self.checkpoints.offer(step, &self.machine);
        self.remember(choice.thread);
        true
    }

    /// Divides a recorded step into lines or instructions, if that is the unit and it was not done before. What comes
    /// behind it is taken again. Returns by how many steps the branch grew.
    fn refine(&mut self, step: StepIndex) -> u32 {
        let unit = self.settings.unit;
        let Some(choice) = self.history().step(step).choice else { return 0 };
        let Way::Run(recorded) = choice.way else { return 0 };
        // A long stretch of work was cut off anywhere, perhaps in the middle of a line: it stays one step.
        if recorded <= unit || !self.history().step(step).complete {
            return 0;
        }
        let before = self.history().tip();
        if !self.reach(before) {
            return 0;
        }
        let rest: Vec<Choice> =
            (step.0 + 1..=before.0).filter_map(|at| self.history().step(StepIndex(at)).choice).collect();
        let target = self.checkpoints.machine_at(step, self.history());
        let cursor = std::mem::replace(&mut self.cursor, StepIndex(step.0 - 1));
        let machine = self.machine_at_cursor();
        self.fork(machine);
        self.divide(choice, unit, &target);
        for choice in rest {
            self.record(choice);
        }
        self.cursor = cursor;
        self.history().tip().0.saturating_sub(before.0)
    }

    /// Takes finer steps up to the machine that a whole step came to.
    fn divide(&mut self, choice: Choice, unit: Unit, target: &Machine) {
        let mut fine = Choice { way: Way::Run(unit), ..choice };
        while self.machine != *target
            && self.machine.process_time() < target.process_time()
            && self.machine.is_possible(fine)
        {
            let mut ahead = self.machine.clone();
            let taken = ahead.step(fine, &mut Silence);
            debug_assert!(taken.is_ok(), "it is possible");
            // A long stretch of work is cut off in the middle of a line.
            if ahead.process_time() > target.process_time() {
                fine = Choice { way: Way::Run(Unit::Instruction), ..choice };
            }
            self.record(fine);
        }
    }

    /// Goes to the next step, or the last one before, for which the test holds. Forward, it takes new steps if need be,
    /// as long as `patient` says so. Returns whether there is one; if not, the cursor stays where it was.
    pub fn find(
        &mut self,
        forward: bool,
        mut patient: impl FnMut() -> bool,
        test: impl Fn(&Self, StepIndex) -> bool,
    ) -> bool {
        let start = self.cursor;
        while patient() {
            let moved = if forward { self.forward() } else { self.back() };
            if !moved {
                break;
            }
            if test(self, self.cursor) {
                return true;
            }
        }
        self.cursor = start;
        false
    }

    /// Whether the step is one of the thread.
    #[must_use]
    pub fn is_of(&self, step: StepIndex, thread: ThreadId) -> bool {
        self.history().step(step).by == Some(thread)
    }

    /// Whether a thread began to wait in the step.
    #[must_use]
    pub fn blocks(&self, step: StepIndex) -> bool {
        self.history().events(step).iter().any(|event| matches!(event.kind, EventKind::Blocked { .. }))
    }

    /// Whether a thread comes to this part of the program in the step, and is about to run what is there.
    #[must_use]
    pub fn reaches(&self, step: StepIndex, part: Span) -> bool {
        let is_there = |span: Span| span.end > 0 && part.holds(span.start);
        let mut events = self.history().events(step).iter();
        events.any(|event| matches!(event.kind, EventKind::AboutTo { .. }) && is_there(event.span))
    }

    /// Begins again with this seed, not live.
    pub fn restart(&mut self, seed: u64) {
        if self.has_no_program() {
            self.cursor = StepIndex(0);
            return;
        }
        let settings = Settings { seed, ..self.settings };
        let memory = self.memory.of_another_run();
        *self = Self { memory, ..Self::new(Arc::clone(&self.program), settings) };
    }
}
