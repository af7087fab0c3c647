//! Motion: how far along a change is. A pure function of what changed and of the time, so that the same moment always
//! looks the same.

use std::time::Duration;

use crate::{app::RING, ids::StepIndex};

/// From one link of a closing ring to the next.
const LINK: Duration = Duration::from_millis(80);

/// How far along the change of a step is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Motion {
    step: Option<StepIndex>,
    part: f32,
    since: Duration,
}

impl Motion {
    /// Nothing moves.
    pub const STILL: Self = Self { step: None, part: 1.0, since: Duration::MAX };

    /// The change that `step` made `since` ago, and that is over after `length`.
    #[must_use]
    pub fn of(step: StepIndex, since: Duration, length: Duration) -> Self {
        if since >= length {
            return Self::STILL;
        }
        Self { step: Some(step), part: since.as_secs_f32() / length.as_secs_f32(), since }
    }

    /// How far along the change is that a step made, from 0 to 1, slowing down towards the end.
    #[must_use]
    pub fn part(self, step: StepIndex) -> f32 {
        if self.step != Some(step) {
            return 1.0;
        }
        1.0 - (1.0 - self.part).powi(3)
    }

    /// How far along the change is that a step made; none if it is over.
    #[must_use]
    pub fn under_way(self, step: StepIndex) -> Option<f32> {
        self.step.filter(|&moving| moving == step).map(|_| self.part(step))
    }

    /// How many of the links of a ring that closed in this step are lit: one after the other, each after 80 ms, all after
    /// [`RING`] at most.
    #[must_use]
    pub fn links(self, step: StepIndex, links: usize) -> usize {
        if self.step != Some(step) {
            return links;
        }
        let each = LINK.min(RING / (links.max(1) as u32));
        let lit = self.since.as_nanos() / each.as_nanos().max(1);
        links.min(lit as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn motion_begins_slows_down_and_ends() {
        let at = |millis| Motion::of(StepIndex(3), Duration::from_millis(millis), Duration::from_millis(400));
        assert!(at(0).part(StepIndex(3)) < f32::EPSILON);
        assert!(at(100).part(StepIndex(3)) > 0.25);
        assert!((at(100).part(StepIndex(2)) - 1.0).abs() < f32::EPSILON);
        assert_eq!(at(400), Motion::STILL);
    }

    #[test]
    fn a_ring_lights_up_link_by_link() {
        let lit =
            |millis, links| Motion::of(StepIndex(3), Duration::from_millis(millis), RING).links(StepIndex(3), links);
        assert_eq!([0, 79, 80, 240, 320, 599].map(|millis| lit(millis, 4)), [0, 0, 1, 3, 4, 4]);
        assert_eq!([0, 300, 599].map(|millis| lit(millis, 14)), [0, 7, 13]);
        assert_eq!((lit(600, 14), Motion::STILL.links(StepIndex(3), 5)), (14, 5));
    }
}
