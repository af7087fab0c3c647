//! How long a turn is: so many steps, or so much virtual time.

use std::{fmt, str::FromStr};

use crate::event::Nanos;

const MILLISECOND: Nanos = 1_000_000;

/// The longest turn that can be asked for, in milliseconds: a quarter of an hour.
const LONGEST: f64 = 1e6;

/// How long a turn is. It ends with the step in which it is used up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantum {
    /// So many steps.
    Steps(u32),
    /// So much virtual time.
    Time(Nanos),
}

impl Quantum {
    /// The turn is so many times longer.
    #[must_use]
    pub fn times(self, factor: u32) -> Self {
        match self {
            Self::Steps(steps) => Self::Steps(steps.saturating_mul(factor)),
            Self::Time(time) => Self::Time(time.saturating_mul(Nanos::from(factor))),
        }
    }

    /// Whether a turn of so many steps and so much time is over.
    #[must_use]
    pub const fn is_used_up(self, steps: u32, time: Nanos) -> bool {
        match self {
            Self::Steps(most) => steps >= most,
            Self::Time(most) => time >= most,
        }
    }
}

/// A text that is no quantum.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a quantum is a number of steps, such as 3, or of milliseconds, such as 5ms")]
pub struct NotAQuantum;

impl FromStr for Quantum {
    type Err = NotAQuantum;

    fn from_str(text: &str) -> Result<Self, NotAQuantum> {
        let Some(number) = text.strip_suffix("ms") else {
            return text.parse().ok().filter(|steps| *steps > 0).map(Self::Steps).ok_or(NotAQuantum);
        };
        milliseconds(number).map(Self::Time).ok_or(NotAQuantum)
    }
}

impl fmt::Display for Quantum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Steps(steps) => write!(f, "{steps}"),
            Self::Time(time) => write!(f, "{}ms", *time as f64 / MILLISECOND as f64),
        }
    }
}

/// A number of milliseconds as virtual time; at least a nanosecond.
pub(super) fn milliseconds(number: &str) -> Option<Nanos> {
    let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number: f64 = number.trim().parse().ok().filter(|_| plain)?;
    let time = (number * MILLISECOND as f64).round();
    (time >= 1.0 && number <= LONGEST).then_some(time as Nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantum_is_read_as_it_is_written() {
        for (text, quantum) in [
            ("1", Quantum::Steps(1)),
            ("40", Quantum::Steps(40)),
            ("5ms", Quantum::Time(5_000_000)),
            ("0.5ms", Quantum::Time(500_000)),
        ] {
            assert_eq!(text.parse(), Ok(quantum));
            assert_eq!(quantum.to_string(), text);
        }
        for wrong in ["", "0", "-1", "0ms", "ms", "5s", "1e9ms", "infms", "nanms", "2 ms", "1.5"] {
            assert_eq!(wrong.parse::<Quantum>(), Err(NotAQuantum), "{wrong:?}");
        }
    }
}
