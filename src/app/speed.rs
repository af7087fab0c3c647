//! How fast a program is played.

use std::{str::FromStr, time::Duration};

/// How fast a program is played: an index into the table of speeds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Speed(u8);

/// Milliseconds between two steps, from one step in two seconds to as fast as it goes.
const MILLISECONDS: [u64; 10] = [2000, 1400, 1000, 700, 400, 200, 100, 40, 10, 0];

impl Default for Speed {
    fn default() -> Self {
        Self(3)
    }
}

impl Speed {
    /// How many speeds there are.
    pub const COUNT: u8 = MILLISECONDS.len() as u8;

    /// As fast as it goes.
    pub const FASTEST: Self = Self(Self::COUNT - 1);

    /// The speed of a number, from one for the slowest.
    #[must_use]
    pub fn of(number: u8) -> Option<Self> {
        (1..=Self::COUNT).contains(&number).then(|| Self(number - 1))
    }

    /// The next faster one.
    #[must_use]
    pub fn faster(self) -> Self {
        Self((self.0 + 1).min(Self::COUNT - 1))
    }

    /// The next slower one.
    #[must_use]
    pub fn slower(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// Its number, from one for the slowest.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0 + 1
    }

    /// The time between two steps; zero for as fast as it goes.
    #[must_use]
    pub fn interval(self) -> Duration {
        Duration::from_millis(MILLISECONDS[usize::from(self.0)])
    }
}

/// A text that is no speed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a speed is a number from 1 to {}", Speed::COUNT)]
pub struct NotASpeed;

impl FromStr for Speed {
    type Err = NotASpeed;

    fn from_str(text: &str) -> Result<Self, NotASpeed> {
        text.parse().ok().and_then(Self::of).ok_or(NotASpeed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_go_from_one_step_in_two_seconds_to_as_fast_as_it_goes() {
        let all: Vec<_> = (0..Speed::COUNT).map(|at| Speed(at).interval()).collect();
        assert_eq!(all.first(), Some(&Duration::from_secs(2)));
        assert_eq!(all.last(), Some(&Duration::ZERO));
        assert!(all.windows(2).all(|pair| pair[0] > pair[1]));
        assert_eq!(Speed(0).slower(), Speed(0));
        assert_eq!(Speed(Speed::COUNT - 1).faster(), Speed(Speed::COUNT - 1));
    }
}
