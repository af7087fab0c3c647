//! A run by choices that are given, as a search has found them.

use super::{super::schedule_text::usual_choice, Session};
use crate::{choice::Choice, ids::StepIndex};

impl Session {
    /// Whether a step of the branch was laid out and is not what is usual: a thread goes on as long as it can, and then the first one
    /// that can.
    #[must_use]
    pub fn departs(&self, step: StepIndex) -> bool {
        self.history().node(step).is_some_and(|node| self.departures.contains(&node))
    }

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
        // A step that lacks a line of input waits until somebody has typed it.
        let taken = !self.wants_input(choice) && self.record(choice);
        self.seek(self.history().tip());
        taken
    }

    /// Takes the choices one after the other from the start on, and comes back to the start: they lie ahead then, to be
    /// stepped through. Where they are not what a thread chooses that goes on as long as it can, that is noted. Returns whether all
    /// of them were possible.
    pub fn lay_out(&mut self, choices: &[Choice]) -> bool {
        self.seek(StepIndex(0));
        let machine = self.machine_at_cursor();
        self.fork(machine);
        let mut last = None;
        let whole = choices.iter().all(|&choice| {
            let departs = usual_choice(&self.machine, last) != Some(choice);
            let possible = self.record(choice);
            last = Some(choice.thread);
            if departs && possible {
                let tip = self.history().tip();
                self.departures.extend(self.history().node(tip));
            }
            possible
        });
        self.seek(StepIndex(0));
        whole
    }
}
