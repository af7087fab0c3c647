//! The scene at any step of a branch, without folding from the start each time.

use super::Scene;
use crate::{ids::StepIndex, trace::History};

/// Steps between two scenes that are kept, at first.
const SPACING: u32 = 256;

/// So many scenes are kept, with so many things in all of them; then every other one goes.
const MOST: usize = 1024;
const MOST_THINGS: usize = 1 << 20;

/// Scenes of a branch: the present one, and some along the way.
#[derive(Clone, Debug)]
pub struct Playback {
    /// Scenes at steps of the branch, in order.
    kept: Vec<Kept>,
    spacing: u32,
    /// The things in all kept scenes.
    things: usize,
    present: Scene,
    at: Option<(StepIndex, u32)>,
}

/// A scene with the step that it belongs to, in the branch and in the tree.
#[derive(Clone, Debug)]
struct Kept {
    at: StepIndex,
    node: u32,
    scene: Scene,
}

impl Default for Playback {
    fn default() -> Self {
        Self { kept: Vec::new(), spacing: SPACING, things: 0, present: Scene::default(), at: None }
    }
}

impl Playback {
    /// The scene after a step.
    pub fn at(&mut self, history: &History, step: StepIndex) -> &Scene {
        let known = self.at.filter(|&(at, node)| at <= step && history.node(at) == Some(node));
        let near = known.is_some_and(|(at, _)| step.0 - at.0 <= SPACING);
        if !near {
            self.rewind(history, step, known);
        }
        let mut at = self.at.map_or_else(
            || {
                self.present = Scene::default();
                self.present.apply_step(history, StepIndex(0));
                StepIndex(0)
            },
            |(at, _)| at,
        );
        while at < step {
            self.keep(history, at);
            at = at.next();
            self.present.apply_step(history, at);
        }
        self.at = history.node(step).map(|node| (step, node));
        &self.present
    }

    /// The scene that was asked for last.
    #[must_use]
    pub fn present(&self) -> &Scene {
        &self.present
    }

    /// Takes up the last kept scene of this branch at or before the step, unless the present one is nearer.
    fn rewind(&mut self, history: &History, step: StepIndex, present: Option<(StepIndex, u32)>) {
        // Branches that part once never meet again.
        let valid = self.kept.partition_point(|kept| history.node(kept.at) == Some(kept.node));
        self.truncate(valid);
        let usable = self.kept.partition_point(|kept| kept.at <= step);
        let nearest = usable.checked_sub(1).map(|index| &self.kept[index]);
        if present.is_some_and(|(at, _)| nearest.is_none_or(|kept| kept.at <= at)) {
            return;
        }
        self.at = nearest.map(|kept| (kept.at, kept.node));
        if let Some(kept) = nearest {
            self.present.clone_from(&kept.scene);
        }
    }

    /// Keeps the present scene if it is one of those to keep.
    fn keep(&mut self, history: &History, at: StepIndex) {
        if !at.0.is_multiple_of(self.spacing) {
            return;
        }
        let Some(node) = history.node(at) else { return };
        let place = self.kept.partition_point(|kept| kept.at < at);
        if self.kept.get(place).is_some_and(|kept| kept.at == at && kept.node == node) {
            return;
        }
        // What is kept behind it may be of another branch.
        let same = self.kept[place..].iter().take_while(|kept| history.node(kept.at) == Some(kept.node)).count();
        self.truncate(place + same);
        let scene = self.present.clone();
        self.things += scene.things();
        self.kept.insert(place, Kept { at, node, scene });
        while self.kept.len() > MOST || (self.things > MOST_THINGS && self.kept.len() > 1) {
            self.thin_out();
        }
    }

    /// Every other scene goes.
    fn thin_out(&mut self) {
        self.spacing = self.spacing.saturating_mul(2);
        let spacing = self.spacing;
        self.kept.retain(|kept| kept.at.0.is_multiple_of(spacing));
        self.things = self.kept.iter().map(|kept| kept.scene.things()).sum();
    }

    fn truncate(&mut self, length: usize) {
        if length < self.kept.len() {
            self.things -= self.kept[length..].iter().map(|kept| kept.scene.things()).sum::<usize>();
            self.kept.truncate(length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{choice::Choice, ids::ThreadId};

    /// A history of so many steps in which nothing happens.
    fn history(steps: u32) -> History {
        let mut history = History::default();
        (0..steps).for_each(|clock| {
            history.commit(Choice::run(ThreadId::MAIN), u64::from(clock), true);
        });
        history
    }

    #[test]
    fn few_scenes_are_kept_of_a_long_run_and_each_is_the_right_one() {
        let history = history(1_000_000);
        let mut playback = Playback::default();
        playback.at(&history, history.tip());
        assert!(playback.kept.len() <= MOST && playback.kept.len() > MOST / 4, "{}", playback.kept.len());
        for step in [999_999, 0, 512_345, 512_344, 3, 256, 257, 700_000, 1_000_000] {
            assert_eq!(playback.at(&history, StepIndex(step)).clock, u64::from(step.saturating_sub(1)), "{step}");
        }
    }

    #[test]
    fn a_fork_does_not_leave_scenes_of_the_other_branch() {
        let mut history = history(5000);
        let mut playback = Playback::default();
        playback.at(&history, StepIndex(5000));
        history.fork(StepIndex(1000));
        for clock in 0..4000 {
            history.commit(Choice::run(ThreadId::MAIN), 1_000_000 + clock, true);
        }
        for step in [4000, 1500, 1000, 5000, 1001] {
            assert_eq!(playback.at(&history, StepIndex(step)).clock, history.step(StepIndex(step)).clock, "{step}");
        }
    }
}
