//! A run by choices that are given, as a search has found them.

use super::Session;
use crate::{choice::Choice, ids::StepIndex};

impl Session {
    /// Goes on from the cursor by a choice, whatever the policy would choose. Begins a branch unless that is what was recorded.
    /// Returns whether it is possible.
    pub fn choose(&mut self, choice: Choice) -> bool {
        if self.cursor < self.history().tip() && self.history().step(self.cursor.next()).choice == Some(choice) {
            return self.forward();
        }
        self.end_live();
        if !self.reach(self.cursor) {
            return false;
        }
        let machine = self.machine_at_cursor();
        if !machine.is_possible(choice) {
            return false;
        }
        self.fork(machine);
        let taken = self.record(choice);
        self.seek(self.history().tip());
        taken
    }

    /// Takes the choices one after the other from the start on, and comes back to the start: they lie ahead then, to be
    /// stepped through. Returns whether all of them were possible.
    pub fn lay_out(&mut self, choices: &[Choice]) -> bool {
        self.seek(StepIndex(0));
        let machine = self.machine_at_cursor();
        self.fork(machine);
        let whole = choices.iter().all(|&choice| self.record(choice));
        self.seek(StepIndex(0));
        whole
    }
}
