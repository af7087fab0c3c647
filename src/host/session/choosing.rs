//! A run by choices that are given, as a search has found them.

use super::Session;
use crate::{choice::Choice, ids::StepIndex};

impl Session {
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
