//! The scene at any step of a branch, without folding from the start each time.

use super::Scene;
use crate::{ids::StepIndex, trace::History};

/// Steps between two scenes that are kept.
const SPACING: u32 = 256;

/// Scenes of a branch: the present one, and some along the way.
#[derive(Clone, Debug, Default)]
pub struct Playback {
    /// Scenes at multiples of the spacing, each with the step of the tree that it belongs to.
    kept: Vec<(u32, Scene)>,
    present: Scene,
    at: Option<(StepIndex, u32)>,
}

impl Playback {
    /// The scene after a step.
    pub fn at(&mut self, history: &History, step: StepIndex) -> &Scene {
        let known = self.at.filter(|&(at, node)| at <= step && history.node(at) == Some(node));
        let near = known.is_some_and(|(at, _)| step.0 - at.0 <= SPACING);
        if !near {
            self.rewind(history, step);
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

    /// Takes up the last kept scene of this branch at or before the step.
    fn rewind(&mut self, history: &History, step: StepIndex) {
        let places = (0..self.kept.len() as u32).map(|index| StepIndex(index * SPACING));
        let valid = places.take_while(|&at| history.node(at) == Some(self.kept[(at.0 / SPACING) as usize].0)).count();
        self.kept.truncate(valid);
        self.at = None;
        let usable = valid.min(step.0 as usize / SPACING as usize + 1);
        if let Some(index) = usable.checked_sub(1) {
            let (node, scene) = &self.kept[index];
            self.present = scene.clone();
            self.at = Some((StepIndex(index as u32 * SPACING), *node));
        }
    }

    /// Keeps the present scene if it is one of those to keep.
    fn keep(&mut self, history: &History, at: StepIndex) {
        let index = (at.0 / SPACING) as usize;
        if !at.0.is_multiple_of(SPACING) || index > self.kept.len() {
            return;
        }
        let Some(node) = history.node(at) else { return };
        if self.kept.get(index).is_some_and(|&(known, _)| known == node) {
            return;
        }
        self.kept.truncate(index);
        self.kept.push((node, self.present.clone()));
    }
}
