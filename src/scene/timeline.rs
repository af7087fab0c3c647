//! The timeline: for each thread, what it was doing in each step of the branch, and how much it held.

use super::{Playback, Scene, Sentence, ThreadState};
use crate::{
    ids::{ResourceId, StepIndex, ThreadId},
    trace::History,
};

/// What a thread was doing in a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LaneState {
    /// Its state after the step.
    pub state: ThreadState,
    /// The step was its own.
    pub stepped: bool,
    /// What it had taken last of what it held.
    pub holds: Option<ResourceId>,
    /// It did the same again and again, while nobody did anything else.
    pub spins: bool,
}

/// The lanes of all threads over the steps of a branch.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    lanes: Vec<Vec<Mark>>,
    /// The stretches in which the threads spin, from a step to a step, in order.
    spins: Vec<Vec<(StepIndex, StepIndex)>>,
    /// The steps of the tree that the lanes cover.
    known: Vec<u32>,
}

/// From this step on the thread is in this state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Mark {
    from: StepIndex,
    state: ThreadState,
    holds: Option<ResourceId>,
}

impl Timeline {
    /// Covers all steps of the branch.
    pub fn extend(&mut self, history: &History, playback: &mut Playback) {
        let tip = history.tip();
        let mut common = common_steps(history, &self.known);
        if common == self.known.len() && common == tip.index() + 1 {
            return;
        }
        if common < self.known.len() {
            common = self.before_spins(common);
        }
        self.known.truncate(common);
        for stretches in &mut self.spins {
            stretches.retain(|(_, to)| to.index() < common);
        }
        for lane in &mut self.lanes {
            let kept = lane.partition_point(|mark| mark.from.index() < common);
            lane.truncate(kept);
        }
        for at in common..=tip.index() {
            let step = StepIndex::at(at);
            let scene = playback.at(history, step);
            self.note(scene, step);
            self.known.push(history.node(step).unwrap_or(u32::MAX));
        }
    }

    /// So many of the known steps that no stretch of spinning is cut in two: it counts by its length.
    fn before_spins(&self, mut common: usize) -> usize {
        let cut = |common: usize| {
            let all = self.spins.iter().flatten();
            all.filter(|(from, to)| (from.index()..=to.index()).contains(&common)).map(|(from, _)| from.index()).min()
        };
        while let Some(from) = cut(common).filter(|&from| from < common) {
            common = from;
        }
        common
    }

    /// Notes who spins in a step, with all that it did before without anybody getting on.
    fn note_spins(&mut self, scene: &Scene, step: StepIndex) {
        // Who only computes gets on, as far as anybody can tell.
        let lines = scene.log.iter().rev().take_while(|line| line.step == step);
        for line in lines.filter(|line| line.spins() && !matches!(line.sentence, Sentence::Computes { .. })) {
            let at = line.thread.index();
            if self.spins.len() <= at {
                self.spins.resize_with(at + 1, Vec::new);
            }
            let stretches = &mut self.spins[at];
            let mut from = line.since;
            while let Some(&(before, _)) = stretches.last().filter(|(_, to)| to.next() >= from) {
                from = from.min(before);
                stretches.pop();
            }
            stretches.push((from, step));
        }
    }

    fn note(&mut self, scene: &Scene, step: StepIndex) {
        self.note_spins(scene, step);
        self.lanes.resize_with(scene.threads.len().max(self.lanes.len()), Vec::new);
        for thread in scene.touched() {
            let at = thread.index();
            let (Some(view), Some(lane)) = (scene.threads.get(at), self.lanes.get_mut(at)) else { continue };
            let state = if view.state == ThreadState::Running { ThreadState::Ready } else { view.state };
            let mark = Mark { from: step, state, holds: view.holds.last().copied() };
            let changed = lane.last().is_none_or(|last| last.state != mark.state || last.holds != mark.holds);
            if changed {
                lane.push(mark);
            }
        }
    }

    /// How many threads there are in the last step of the branch.
    #[must_use]
    pub fn threads(&self) -> usize {
        self.lanes.len()
    }

    /// What a thread was doing in a step; none if there was no such thread yet.
    #[must_use]
    pub fn at(&self, history: &History, thread: ThreadId, step: StepIndex) -> Option<LaneState> {
        let lane = self.lanes.get(thread.index())?;
        let mark = lane[..lane.partition_point(|mark| mark.from <= step)].last()?;
        let stepped = history.step(step).by == Some(thread);
        Some(LaneState { state: mark.state, stepped, holds: mark.holds, spins: self.spins(thread, step) })
    }

    /// Whether the thread only spins in a step.
    fn spins(&self, thread: ThreadId, step: StepIndex) -> bool {
        let Some(stretches) = self.spins.get(thread.index()) else { return false };
        let at = stretches.partition_point(|&(_, to)| to < step);
        stretches.get(at).is_some_and(|&(from, _)| from <= step)
    }
}

/// How many of the known steps of the tree are those of the branch, from its beginning.
pub(super) fn common_steps(history: &History, known: &[u32]) -> usize {
    let same = |at: usize| history.node(StepIndex::at(at)) == known.get(at).copied();
    let longest = known.len().min(history.tip().index() + 1);
    // Branches that part once never meet again.
    if longest > 0 && same(longest - 1) { longest } else { partition(longest, same) }
}

/// The first index up to `end` for which the test fails, if it fails for all behind it.
fn partition(end: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
