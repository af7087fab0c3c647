//! The program on the stage under other policies, for the pane that compares them: made in slices, while the screen goes on.

use std::sync::Arc;

use super::{App, Stage};
use crate::{
    host::{Comparison, Effort},
    scenario::{Pane, Setup},
    schedule::{Policy, Quantum},
};

/// How much may be computed between two frames: counted, not measured, so that films and tests are always the same.
const SLICE: Effort = Effort { steps: 500, work: 10_000_000 };

/// A turn, where nobody says how long one is: 2 ms.
const QUANTUM: Quantum = Quantum::Time(2_000_000);

impl Stage {
    /// The program under other policies, as far as that is known.
    #[must_use]
    pub fn comparison(&self) -> Option<&Comparison> {
        self.comparison.as_ref()
    }

    /// Whether somebody wants to see it, and there is more to be computed.
    pub(super) fn is_comparing(&self) -> bool {
        let stale = |known: &Comparison| known.seed() != self.session().settings().seed;
        let missing = self.comparison.as_ref().is_none_or(|known| stale(known) || !known.is_done());
        self.compares() && missing
    }

    fn compares(&self) -> bool {
        let asked = self.scenario().panes.contains(&Pane::PolicyCompare) || self.opened() == Some(Pane::PolicyCompare);
        asked && self.origin().is_none()
    }

    /// Goes on comparing, for a moment.
    pub(super) fn compare_on(&mut self) {
        self.compare(SLICE);
    }

    fn compare(&mut self, effort: Effort) {
        if !self.is_comparing() {
            return;
        }
        let settings = *self.session().settings();
        let known = self.comparison.take().filter(|known| known.seed() == settings.seed);
        let mut comparison = known.unwrap_or_else(|| {
            let quantum = self.setup.quantum.unwrap_or(QUANTUM);
            let policies = ["fcfs", "sjf", "rr", "mlfq"].iter().filter_map(|name| name.parse::<Policy>().ok());
            let with = |policy| Setup { policy: Some(policy), quantum: Some(quantum), ..self.setup }.policy();
            let program = Arc::clone(self.session().program());
            Comparison::new(program, &settings, self.scenario().priorities.clone(), policies.filter_map(with).collect())
        });
        comparison.go_on(effort);
        self.comparison = Some(comparison);
    }
}

impl App {
    /// Computes what a pane of the stage would show after a while, in one go: for pictures that are made without waiting.
    pub fn compare_all(&mut self) {
        if let Some(stage) = &mut self.stage {
            stage.compare(Effort::WHATEVER_IT_TAKES);
        }
    }
}
