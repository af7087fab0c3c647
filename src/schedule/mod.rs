//! Policies: who goes next. One file a policy; each is a function of the moment alone, so that a fork from any past
//! moment goes on as a fresh run would.

mod fair;
mod random;
mod round_robin;

use std::{fmt, str::FromStr};

use crate::{
    choice::{Choice, Way},
    event::Nanos,
    ids::{StepIndex, ThreadId},
    machine::{Choosable, Machine},
};

/// What a policy decides by.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'m> {
    /// The machine as it is.
    pub machine: &'m Machine,
    /// How many steps were taken.
    pub step: StepIndex,
    /// The seed of the run.
    pub seed: u64,
    /// The thread of the last step.
    pub last: Option<ThreadId>,
    /// How many steps in a row the last thread has taken.
    pub in_a_row: u32,
}

/// Who goes next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Policy {
    /// The ready thread that has run least, in virtual time.
    Fair,
    /// Any ready thread.
    Random,
    /// Each ready thread in turn, for so many steps.
    RoundRobin {
        /// How many steps a turn has.
        quantum: u32,
    },
}

impl Policy {
    /// The policies by the names that the command line and the screen give them.
    pub const ALL: [Self; 3] = [Self::Fair, Self::Random, Self::RoundRobin { quantum: 1 }];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fair => "fair",
            Self::Random => "random",
            Self::RoundRobin { .. } => "rr",
        }
    }

    /// The choice at this moment; none when nothing can go on.
    ///
    /// A thread whose sleep or timed wait is over counts as ready. When nobody is ready, the clock jumps to the nearest
    /// deadline.
    #[must_use]
    pub fn choose(self, moment: &Moment<'_>) -> Option<Choice> {
        let now = moment.machine.clock();
        let mut nearest: Option<(Nanos, ThreadId)> = None;
        let mut ready = Vec::new();
        for option in moment.machine.choosable() {
            match option {
                Choosable::Expire(thread, deadline) if deadline > now => {
                    let later = nearest.is_some_and(|(known, _)| known <= deadline);
                    nearest = if later { nearest } else { Some((deadline, thread)) };
                }
                // A thread that was woken in time is not kept waiting until its deadline.
                Choosable::Expire(thread, _) if ready.iter().any(|known: &Choosable| known.thread() == thread) => {}
                option => ready.push(option),
            }
        }
        let Some(option) = self.among(&ready, moment) else {
            return nearest.map(|(_, thread)| Choice::expire(thread));
        };
        Some(match option {
            Choosable::Run(thread) => Choice::run(thread),
            Choosable::Expire(thread, _) => Choice::expire(thread),
            Choosable::Draw(thread) => Choice::new(thread, Way::Draw(draw(moment))),
        })
    }

    fn among(self, ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
        match self {
            Self::Fair => fair::choose(ready, moment),
            Self::Random => random::choose(ready, moment),
            Self::RoundRobin { quantum } => round_robin::choose(ready, moment, quantum),
        }
    }
}

/// A name that no policy has.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{0}` is no policy: fair, random or rr")]
pub struct NoSuchPolicy(String);

impl FromStr for Policy {
    type Err = NoSuchPolicy;

    fn from_str(name: &str) -> Result<Self, NoSuchPolicy> {
        Self::ALL.into_iter().find(|policy| policy.name() == name).ok_or_else(|| NoSuchPolicy(name.to_owned()))
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The random number that a thread is given at this moment.
#[must_use]
pub fn draw(moment: &Moment<'_>) -> u64 {
    mixed(moment.seed ^ 0x5eed_d4a3, u64::from(moment.step.0))
}

/// Two numbers mixed into one that looks random (`SplitMix64`).
fn mixed(a: u64, b: u64) -> u64 {
    let mut z = a.wrapping_add(b.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
