//! The steps of a session as a tree, and the branch that is being looked at.
//!
//! Steps are appended and never changed. Each knows the one before it, so that undo, redo and "what if" are moves of a
//! pointer. The branch is the list of steps from the root to the tip; step 0 is the state before the first choice.
//!
//! Limits: two branches that come to the same state stay two; nothing is merged.

use std::ops::Range;

use crate::{
    choice::Choice,
    event::{Event, Nanos},
    ids::{StepIndex, TextId},
};

use super::Texts;

/// One step of the tree.
#[derive(Clone, Debug)]
pub struct Step {
    /// The choice that made it; none for the state before the first choice.
    pub choice: Option<Choice>,
    /// Its events, as a range of the log.
    pub events: Range<u32>,
    /// The virtual time after it.
    pub clock: Nanos,
    /// The thread rests before an operation, not in the middle of its own work.
    pub complete: bool,
    before: Option<u32>,
}

/// Another way on from a step of the branch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Branch {
    /// The step of the present branch behind which it begins.
    pub at: StepIndex,
    /// Its first step, in the tree.
    first: u32,
}

/// The tree of steps, their events, and the branch that is being looked at.
#[derive(Clone, Debug)]
pub struct History {
    texts: Texts,
    events: Vec<Event>,
    steps: Vec<Step>,
    path: Vec<u32>,
}

impl Default for History {
    fn default() -> Self {
        let root = Step { choice: None, events: 0..0, clock: 0, complete: true, before: None };
        Self { texts: Texts::default(), events: Vec::new(), steps: vec![root], path: vec![0] }
    }
}

impl History {
    /// The texts that the events speak of.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The id of a text for an event.
    pub fn text(&mut self, text: &str) -> TextId {
        self.texts.id(text)
    }

    /// The last step of the branch.
    #[must_use]
    pub fn tip(&self) -> StepIndex {
        StepIndex::at(self.path.len() - 1)
    }

    /// A step of the branch.
    ///
    /// # Panics
    /// When the branch has no such step.
    #[must_use]
    pub fn step(&self, at: StepIndex) -> &Step {
        &self.steps[self.path[at.index()] as usize]
    }

    /// Which step of the tree a step of the branch is; branches that part differ in it. `None` behind the tip.
    #[must_use]
    pub fn node(&self, at: StepIndex) -> Option<u32> {
        self.path.get(at.index()).copied()
    }

    /// The events of a step of the branch.
    #[must_use]
    pub fn events(&self, at: StepIndex) -> &[Event] {
        let range = &self.step(at).events;
        &self.events[range.start as usize..range.end as usize]
    }

    /// How many events there are in all branches.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.events.len()
    }

    /// The bytes that events, steps and texts take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.events.len() * size_of::<Event>() + self.steps.len() * size_of::<Step>() + self.texts.bytes()
    }

    /// The choices of the branch up to and with a step.
    pub fn choices(&self, to: StepIndex) -> impl Iterator<Item = Choice> + '_ {
        self.path[..=to.index()].iter().filter_map(|&step| self.steps[step as usize].choice)
    }

    /// The events so far belong to the state before the first choice. Only before the first step.
    pub fn begin_done(&mut self) {
        debug_assert_eq!(self.steps.len(), 1, "the beginning comes before the steps");
        self.steps[0].events.end = self.events.len() as u32;
    }

    /// Adds an event of the step that is under way.
    pub fn push(&mut self, event: Event) {
        self.events.push(event);
    }

    /// The events since the last step become the next one, at the tip of the branch.
    pub fn commit(&mut self, choice: Choice, clock: Nanos, complete: bool) -> StepIndex {
        let start = self.steps.last().map_or(0, |step| step.events.end);
        let before = self.path.last().copied();
        let events = start..self.events.len() as u32;
        self.steps.push(Step { choice: Some(choice), events, clock, complete, before });
        self.path.push(self.steps.len() as u32 - 1);
        self.tip()
    }

    /// Leaves the branch at a step: what comes next begins another one. The rest is kept in the tree.
    pub fn fork(&mut self, at: StepIndex) {
        self.path.truncate(at.index() + 1);
    }

    /// The other ways on from the steps of the branch, in the order in which they were begun.
    #[must_use]
    pub fn branches(&self) -> Vec<Branch> {
        let mut place = vec![u32::MAX; self.steps.len()];
        for (at, &step) in self.path.iter().enumerate() {
            place[step as usize] = at as u32;
        }
        let others = self.steps.iter().enumerate().filter(|&(step, _)| place[step] == u32::MAX);
        others
            .filter_map(|(step, known)| {
                let at = place[known.before? as usize];
                (at != u32::MAX).then_some(Branch { at: StepIndex(at), first: step as u32 })
            })
            .collect()
    }

    /// Goes over to another branch, to the end of the way that was begun there last.
    pub fn switch(&mut self, branch: Branch) {
        self.fork(branch.at);
        let mut at = branch.first;
        self.path.push(at);
        for (step, known) in self.steps.iter().enumerate().skip(at as usize + 1) {
            if known.before == Some(at) {
                at = step as u32;
                self.path.push(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ThreadId;

    fn grown(history: &mut History, threads: &[u32]) {
        for &thread in threads {
            history.commit(Choice::run(ThreadId(thread)), 0, true);
        }
    }

    fn threads(history: &History) -> Vec<u32> {
        history.choices(history.tip()).map(|choice| choice.thread.0).collect()
    }

    #[test]
    fn a_fork_begins_a_branch_and_keeps_the_other_one() {
        let mut history = History::default();
        grown(&mut history, &[1, 2, 3]);
        history.fork(StepIndex(1));
        grown(&mut history, &[9, 8]);
        assert_eq!(threads(&history), [1, 9, 8]);
        let branches = history.branches();
        assert_eq!(branches.len(), 1);
        assert_eq!(branches[0].at, StepIndex(1));
        history.switch(branches[0]);
        assert_eq!(threads(&history), [1, 2, 3]);
        assert_eq!(history.branches().len(), 1);
    }
}
