//! The interesting steps of a branch, which are marked on the timeline and can be gone to one after the other.

use super::{chapter::is_interesting, timeline::common_steps};
use crate::{
    event::{EventKind, Verb},
    ids::StepIndex,
    source::Span,
    trace::History,
};

/// The interesting steps of a branch: those of [`is_interesting`], and those in which a line with narration is reached for
/// the first time.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// The lines with narration.
    narrated: Vec<Span>,
    /// The steps of the tree that are covered.
    known: Vec<u32>,
    steps: Vec<StepIndex>,
    /// The lines of `narrated` that were reached, with the step in which they were.
    reached: Vec<(usize, StepIndex)>,
}

impl Marks {
    /// The marks of a program with narration at these lines; of no steps yet.
    #[must_use]
    pub fn new(narrated: Vec<Span>) -> Self {
        Self { narrated, ..Self::default() }
    }

    /// Covers all steps of the branch.
    pub fn extend(&mut self, history: &History) {
        let end = history.tip().index() + 1;
        let common = common_steps(history, &self.known);
        if common < self.known.len() {
            self.known.truncate(common);
            self.steps.retain(|step| step.index() < common);
            self.reached.retain(|(_, step)| step.index() < common);
        }
        for at in common..end {
            let step = StepIndex::at(at);
            let reaches = self.reach(history, step);
            // Before the first step nothing has happened.
            if at > 0 && (reaches || is_interesting(history.events(step))) {
                self.steps.push(step);
            }
            self.known.push(history.node(step).unwrap_or(u32::MAX));
        }
    }

    /// Notes the lines with narration that a thread comes to in a step. Returns whether one of them is new.
    fn reach(&mut self, history: &History, step: StepIndex) -> bool {
        if self.reached.len() == self.narrated.len() {
            return false;
        }
        let mut any = false;
        for event in history.events(step) {
            let EventKind::AboutTo { action } = event.kind else { continue };
            // Leaving a `with` block comes by its first line again.
            if action.verb == Verb::Release || event.span.end == 0 {
                continue;
            }
            let line = self.narrated.iter().position(|line| (line.start..=line.end).contains(&event.span.start));
            if let Some(line) = line.filter(|line| self.reached.iter().all(|(known, _)| known != line)) {
                self.reached.push((line, step));
                any = true;
            }
        }
        any
    }

    /// Whether a step is marked.
    #[must_use]
    pub fn has(&self, step: StepIndex) -> bool {
        self.steps.binary_search(&step).is_ok()
    }

    /// The first marked step behind this one, as far as the branch goes.
    #[must_use]
    pub fn next(&self, step: StepIndex) -> Option<StepIndex> {
        self.steps.get(self.steps.partition_point(|&mark| mark <= step)).copied()
    }

    /// The last marked step before this one.
    #[must_use]
    pub fn previous(&self, step: StepIndex) -> Option<StepIndex> {
        self.steps.partition_point(|&mark| mark < step).checked_sub(1).map(|at| self.steps[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        choice::Choice,
        event::{Event, Wait},
        ids::ThreadId,
    };

    fn commit(history: &mut History, kind: Option<EventKind>) {
        if let Some(kind) = kind {
            history.push(Event { thread: ThreadId::MAIN, span: Span::new(0, 0), kind });
        }
        history.commit(Choice::run(ThreadId::MAIN), 0, true);
    }

    #[test]
    fn marks_are_found_in_both_directions_and_forgotten_with_their_branch() {
        let blocked = Some(EventKind::Blocked { on: Wait::Shutdown, deadline: 0 });
        let mut history = History::default();
        for kind in [None, blocked, None, Some(EventKind::ThreadFinished), None] {
            commit(&mut history, kind);
        }
        let mut marks = Marks::default();
        marks.extend(&history);
        assert_eq!(marks.next(StepIndex(0)), Some(StepIndex(2)));
        assert_eq!(marks.next(StepIndex(2)), Some(StepIndex(4)));
        assert_eq!(marks.next(StepIndex(4)), None);
        assert_eq!(marks.previous(StepIndex(4)), Some(StepIndex(2)));
        assert_eq!(marks.previous(StepIndex(2)), None);
        assert!(marks.has(StepIndex(4)) && !marks.has(StepIndex(5)));
        history.fork(StepIndex(3));
        commit(&mut history, None);
        commit(&mut history, blocked);
        marks.extend(&history);
        assert!(marks.has(StepIndex(2)) && !marks.has(StepIndex(4)) && marks.has(StepIndex(5)));
    }
}
