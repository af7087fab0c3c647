//! Motion: how far along a change is. A pure function of what changed and of the time, so that the same moment always
//! looks the same.

use std::time::Duration;

use crate::ids::StepIndex;

/// How far along the change of a step is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Motion {
    step: Option<StepIndex>,
    part: f32,
}

impl Motion {
    /// Nothing moves.
    pub const STILL: Self = Self { step: None, part: 1.0 };

    /// The change that `step` made `since` ago, and that is over after `length`.
    #[must_use]
    pub fn of(step: StepIndex, since: Duration, length: Duration) -> Self {
        if since >= length {
            return Self::STILL;
        }
        Self { step: Some(step), part: since.as_secs_f32() / length.as_secs_f32() }
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
}
