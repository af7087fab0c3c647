//! Machines kept along the way, so that any past moment is near one of them.

use crate::{event::Silence, ids::StepIndex, machine::Machine, trace::History};

/// Steps between two checkpoints, at first.
const SPACING: u32 = 64;

/// So many checkpoints are kept; then every other one goes.
const MOST: usize = 2048;

/// Machines at steps of the present branch, the first at step 0.
#[derive(Clone, Debug)]
pub struct Checkpoints {
    kept: Vec<(StepIndex, Machine)>,
    spacing: u32,
}

impl Checkpoints {
    /// Begins with the machine before the first step.
    #[must_use]
    pub fn new(start: Machine) -> Self {
        Self { kept: vec![(StepIndex(0), start)], spacing: SPACING }
    }

    /// Keeps the machine at this step if it is time for it.
    pub fn offer(&mut self, step: StepIndex, machine: &Machine) {
        let last = self.kept.last().map_or(0, |(step, _)| step.0);
        if step.0 < last + self.spacing {
            return;
        }
        self.kept.push((step, machine.clone()));
        if self.kept.len() > MOST {
            let mut position = 0;
            self.kept.retain(|_| {
                position += 1;
                position % 2 == 1
            });
            self.spacing *= 2;
        }
    }

    /// The branch goes on differently behind this step.
    pub fn fork(&mut self, at: StepIndex) {
        self.kept.retain(|(step, _)| *step <= at);
    }

    /// The machine at a step of the branch.
    #[must_use]
    pub fn machine_at(&self, step: StepIndex, history: &History) -> Machine {
        let nearest = self.kept.partition_point(|(kept, _)| *kept <= step) - 1;
        let (from, machine) = &self.kept[nearest];
        let mut machine = machine.clone();
        for at in from.0 + 1..=step.0 {
            if let Some(choice) = history.step(StepIndex(at)).choice {
                let replayed = machine.step(choice, &mut Silence);
                debug_assert!(replayed.is_ok(), "a recorded choice is possible where it was made");
            }
        }
        machine
    }
}
