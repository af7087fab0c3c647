//! The steps of a session as a tree, and the branch that is being looked at.
//!
//! Steps are appended and never changed. Each knows the one before it, so that undo, redo and "what if" are moves of a
//! pointer. The branch is the list of steps from the root to the tip; step 0 is the state before the first choice.
//!
//! Limits: two branches that come to the same state stay two; nothing is merged.

use std::ops::Range;

use crate::{
    choice::Choice,
    event::{End, Event, EventKind, Nanos},
    ids::{StepIndex, TextId, ThreadId},
};

use super::{Files, Texts};

/// One step of the tree.
#[derive(Clone, Debug)]
pub struct Step {
    /// The choice that made it; none for the state before the first choice, and in what other programs recorded.
    pub choice: Option<Choice>,
    /// Whose step it was; nobody's is the state before the first one.
    pub by: Option<ThreadId>,
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
    /// The step behind which it begins.
    pub at: StepIndex,
    /// Its own first step, in the tree: see [`History::node`].
    pub first: u32,
    /// The step behind which it begins, in the tree.
    from: u32,
}

/// The tree of steps, their events, and the branch that is being looked at.
#[derive(Clone, Debug)]
pub struct History {
    texts: Texts,
    files: Files,
    events: Vec<Event>,
    steps: Vec<Step>,
    path: Vec<u32>,
    /// Every way on that was left once, in the order in which they were.
    left: Vec<Branch>,
    /// The interpreter has a token, and who has none cannot run.
    token: bool,
}

impl Default for History {
    fn default() -> Self {
        let root = Step { choice: None, by: None, events: 0..0, clock: 0, complete: true, before: None };
        Self {
            texts: Texts::default(),
            files: Files::default(),
            events: Vec::new(),
            steps: vec![root],
            path: vec![0],
            left: Vec::new(),
            token: false,
        }
    }
}

impl History {
    /// The texts that the events speak of.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Whether there is a global interpreter lock: of several cores one runs a thread at a time.
    #[must_use]
    pub fn has_token(&self) -> bool {
        self.token
    }

    /// Says whether there is a global interpreter lock.
    pub fn set_token(&mut self, token: bool) {
        self.token = token;
    }

    /// The files whose places the events name. A run of the machine has none but its program, which its host knows.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// The files, to add to them.
    pub fn files_mut(&mut self) -> &mut Files {
        &mut self.files
    }

    /// The id of a text for an event.
    pub fn text(&mut self, text: &str) -> TextId {
        self.texts.id(text)
    }

    /// Whether another program recorded it: nobody chose its steps.
    #[must_use]
    pub fn is_of_real_run(&self) -> bool {
        self.steps.get(1).is_some_and(|step| step.choice.is_none())
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

    /// How the branch has ended, if it has.
    #[must_use]
    pub fn end(&self) -> Option<End> {
        self.events(self.tip()).iter().rev().find_map(|event| match event.kind {
            EventKind::Ended { end } => Some(end),
            _ => None,
        })
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
        self.commit_step((Some(choice), choice.thread), clock, complete)
    }

    /// As [`Self::commit`], for a step of another program: nobody chose it.
    pub fn commit_recorded(&mut self, by: ThreadId, clock: Nanos, complete: bool) -> StepIndex {
        self.commit_step((None, by), clock, complete)
    }

    /// Adds an event to the last step that was taken: its reader has found out what the writer did not say.
    pub fn add_to_last(&mut self, event: Event) {
        self.events.push(event);
        if let Some(step) = self.steps.last_mut() {
            step.events.end = self.events.len() as u32;
        }
    }

    fn commit_step(&mut self, (choice, by): (Option<Choice>, ThreadId), clock: Nanos, complete: bool) -> StepIndex {
        let start = self.steps.last().map_or(0, |step| step.events.end);
        let before = self.path.last().copied();
        let events = start..self.events.len() as u32;
        self.steps.push(Step { choice, by: Some(by), events, clock, complete, before });
        self.path.push(self.steps.len() as u32 - 1);
        self.tip()
    }

    /// Leaves the branch at a step: what comes next begins another one. The rest is kept in the tree.
    pub fn fork(&mut self, at: StepIndex) {
        if let Some(&[from, first]) = self.path.get(at.index()..at.index() + 2) {
            let branch = Branch { at, first, from };
            if !self.left.contains(&branch) {
                self.left.push(branch);
            }
        }
        self.path.truncate(at.index() + 1);
    }

    /// The other ways on from the steps of the branch, in the order in which they were left.
    pub fn branches(&self) -> impl Iterator<Item = Branch> + '_ {
        let parts = |branch: &&Branch| {
            self.node(branch.at) == Some(branch.from) && self.node(branch.at.next()) != Some(branch.first)
        };
        self.left.iter().filter(parts).copied()
    }

    /// The choice with which a branch begins.
    #[must_use]
    pub fn begins_with(&self, branch: Branch) -> Option<Choice> {
        self.steps[branch.first as usize].choice
    }

    /// The same tree, looked at along the way from the root to a step of it.
    #[must_use]
    pub fn way_to(&self, node: u32) -> Self {
        let mut path: Vec<u32> = std::iter::successors(Some(node), |&at| self.steps[at as usize].before).collect();
        path.reverse();
        Self { path, ..self.clone() }
    }

    /// Goes over to another branch, to the end of the way that was begun there last.
    pub fn switch(&mut self, branch: Branch) {
        self.fork(branch.at);
        let mut behind = vec![None; self.steps.len()];
        for (step, known) in self.steps.iter().enumerate() {
            if let Some(before) = known.before {
                behind[before as usize] = Some(step as u32);
            }
        }
        let way = std::iter::successors(Some(branch.first), |&at| behind[at as usize]);
        self.path.extend(way);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let branches: Vec<Branch> = history.branches().collect();
        assert_eq!(branches.len(), 1);
        assert_eq!(branches[0].at, StepIndex(1));
        history.switch(branches[0]);
        assert_eq!(threads(&history), [1, 2, 3]);
        assert_eq!(history.branches().count(), 1);
    }

    #[test]
    fn a_way_that_was_left_can_be_looked_at() {
        let mut history = History::default();
        grown(&mut history, &[1, 2, 3]);
        let left = history.node(history.tip()).unwrap();
        history.fork(StepIndex(1));
        grown(&mut history, &[9]);
        assert_eq!(threads(&history.way_to(left)), [1, 2, 3]);
        assert_eq!(threads(&history), [1, 9]);
    }

    #[test]
    fn only_the_branches_of_the_present_way_are_there_and_each_once() {
        let mut history = History::default();
        grown(&mut history, &[1, 2, 3]);
        history.fork(StepIndex(2));
        grown(&mut history, &[4]);
        history.fork(StepIndex(1));
        grown(&mut history, &[5]);
        let at = |history: &History| history.branches().map(|branch| branch.at.0).collect::<Vec<_>>();
        assert_eq!(at(&history), [1], "the other fork is on the way that was left");
        let first = history.branches().next().unwrap();
        history.switch(first);
        assert_eq!((threads(&history), at(&history)), (vec![1, 2, 4], vec![2, 1]));
        let back = history.branches().nth(1).unwrap();
        history.switch(back);
        assert_eq!((threads(&history), at(&history)), (vec![1, 5], vec![1]));
    }
}
