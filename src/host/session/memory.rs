//! What the policy of a session remembers: kept up while steps are taken at the tip, and made anew from the recorded choices
//! where the viewer has gone another way, or chosen another policy.

use super::Session;
use crate::{
    choice::Choice,
    event::Silence,
    host::rehearsal,
    ids::{StepIndex, ThreadId},
    schedule::{Foreknowledge, Ledger, Moment, Priorities},
};

/// What the policy remembers, and what it knew before.
#[derive(Debug, Default)]
pub(super) struct Memory {
    ledger: Ledger,
    /// The step of the tree up to which the ledger is kept.
    up_to: Option<u32>,
    known: Foreknowledge,
}

impl Memory {
    /// It remembers nothing, and has to be told again.
    pub(super) fn forget(&mut self) {
        self.up_to = None;
    }

    /// What is known before another run of the same program.
    pub(super) fn of_another_run(&self) -> Self {
        let known = Foreknowledge { priorities: self.known.priorities.clone(), ..Foreknowledge::default() };
        Self { known, ..Self::default() }
    }
}

impl Session {
    /// Some threads are more urgent than others.
    pub fn set_priorities(&mut self, priorities: Priorities) {
        self.memory.known.priorities = priorities;
    }

    /// What the policy chooses at the tip, where the machine stands.
    pub(super) fn choice_of_policy(&mut self) -> Option<Choice> {
        let tip = self.history().tip();
        if self.memory.up_to.is_none() || self.memory.up_to != self.history().node(tip) {
            self.remember_all();
        }
        let (policy, seed) = (self.settings.policy, self.settings.seed);
        let moment =
            Moment { machine: &self.machine, step: tip, seed, ledger: &self.memory.ledger, known: &self.memory.known };
        policy.choose(&moment)
    }

    /// A step of the thread was taken at the tip.
    pub(super) fn remember(&mut self, thread: ThreadId) {
        let tip = self.history().tip();
        let before = self.history().node(StepIndex(tip.0 - 1));
        if self.memory.up_to.is_some() && self.memory.up_to == before {
            self.memory.ledger.note(self.settings.policy, &self.machine, thread);
            self.memory.up_to = self.history().node(tip);
        }
    }

    /// Goes through the whole branch.
    fn remember_all(&mut self) {
        let policy = self.settings.policy;
        let history = self.recorder.history();
        let mut machine = self.checkpoints.machine_at(StepIndex(0), history);
        rehearsal::rehearse(policy, &machine, self.settings.seed, &mut self.memory.known);
        let mut ledger = Ledger::default();
        if policy.remembers() {
            for choice in history.choices(history.tip()) {
                let repeated = machine.step(choice, &mut Silence);
                debug_assert!(repeated.is_ok(), "a recorded choice is possible where it was made");
                ledger.note(policy, &machine, choice.thread);
            }
        }
        self.memory.ledger = ledger;
        self.memory.up_to = self.history().node(self.history().tip());
    }
}
