//! Policies: who goes next. One file a policy; what a policy has to remember of the run is in `ledger`, and is a fold over
//! its steps, so that a fork from any past moment goes on as a fresh run would.
//!
//! A policy ranks the threads that can go on; `rr` and `mlfq` also give them turns of a [`Quantum`]. What is known before
//! the run, priorities and burst lengths, is handed in as [`Foreknowledge`]. Nothing here knows locks, but for whose
//! holder inherits a priority: that is asked of the machine. Tests: `tests/hosts/policies.rs`.

mod fair;
mod fcfs;
mod ledger;
mod mlfq;
mod openings;
mod priority;
mod quantum;
mod random;
mod round_robin;
mod sjf;

use std::{fmt, str::FromStr};

use smallvec::SmallVec;

pub use ledger::Ledger;
pub use mlfq::QUEUES;
pub use priority::Priorities;
pub use quantum::{NotAQuantum, Quantum};
pub use sjf::Bursts;

use crate::{
    choice::Choice,
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
    /// What is remembered of the run so far.
    pub ledger: &'m Ledger,
    /// What was known before it.
    pub known: &'m Foreknowledge,
}

/// What is known of the threads before a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Foreknowledge {
    /// How urgent each thread is.
    pub priorities: Priorities,
    /// How long each thread computes between two waits.
    pub bursts: Bursts,
}

/// Who goes next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Policy {
    /// The ready thread that has run least, in virtual time.
    Fair,
    /// Any thread that can go on, a sleeper too, for a random stretch.
    Random,
    /// Each ready thread in turn, for a quantum.
    RoundRobin {
        /// How long a turn is.
        quantum: Quantum,
    },
    /// Whoever came first, until it waits, sleeps or ends.
    Fcfs,
    /// Whoever has the shortest stretch of work before it, until it waits, sleeps or ends.
    Sjf,
    /// Feedback queues: who uses up its turn goes down to a queue that comes later and has longer turns.
    Mlfq {
        /// How long a turn of the first queue is.
        quantum: Quantum,
    },
    /// The most urgent ready thread; it takes the place of a less urgent one at once.
    Priority {
        /// The holder of a lock is as urgent as whoever waits for it.
        inherit: bool,
    },
}

impl Policy {
    /// The policies by the names that the command line and the screen give them.
    pub const ALL: [Self; 7] = [
        Self::Fair,
        Self::Random,
        Self::RoundRobin { quantum: Quantum::Steps(1) },
        Self::Fcfs,
        Self::Sjf,
        Self::Mlfq { quantum: Quantum::Steps(1) },
        Self::Priority { inherit: false },
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fair => "fair",
            Self::Random => "random",
            Self::RoundRobin { .. } => "rr",
            Self::Fcfs => "fcfs",
            Self::Sjf => "sjf",
            Self::Mlfq { .. } => "mlfq",
            Self::Priority { .. } => "priority",
        }
    }

    /// How long a turn is, where threads have turns.
    #[must_use]
    pub const fn quantum(self) -> Option<Quantum> {
        match self {
            Self::RoundRobin { quantum } | Self::Mlfq { quantum } => Some(quantum),
            _ => None,
        }
    }

    /// The same with turns of another length; none where threads have no turns.
    #[must_use]
    pub const fn with_quantum(self, quantum: Quantum) -> Option<Self> {
        match self {
            Self::RoundRobin { .. } => Some(Self::RoundRobin { quantum }),
            Self::Mlfq { .. } => Some(Self::Mlfq { quantum }),
            _ => None,
        }
    }

    /// Whether it must be told of every step.
    pub(crate) const fn remembers(self) -> bool {
        !matches!(self, Self::Fair | Self::Random)
    }

    /// The length of a turn of a thread that stands in this queue.
    fn turn(self, level: u8) -> Option<Quantum> {
        match self {
            Self::RoundRobin { quantum } => Some(quantum),
            Self::Mlfq { quantum } => Some(mlfq::turn(quantum, level)),
            _ => None,
        }
    }

    /// The choice at this moment; none when nothing can go on.
    ///
    /// A thread whose sleep or timed wait is over counts as ready. When nobody is ready, the clock jumps to the nearest
    /// deadline; `random` may let it jump at any time.
    #[must_use]
    pub fn choose(self, moment: &Moment<'_>) -> Option<Choice> {
        Some(self.option(moment)?.choice(|| draw(moment.seed, moment.step)))
    }

    fn option(self, moment: &Moment<'_>) -> Option<Choosable> {
        if let Some(first) = openings::first(moment.machine) {
            return self.among(&first, moment);
        }
        if self == Self::Random {
            return random::choose(&random::options(moment.machine), moment);
        }
        if self == Self::Fair {
            let mut fairest = fair::Fairest::default();
            let nearest = each_ready(moment.machine, |thread| fairest.consider(thread, moment));
            return fairest.option(moment).or(nearest);
        }
        if matches!(self, Self::Fcfs | Self::RoundRobin { .. }) {
            let mut first = fcfs::First::default();
            let nearest = each_ready(moment.machine, |thread| first.consider(thread, moment));
            return first.option(moment).or(nearest);
        }
        let mut ready: SmallVec<[Choosable; 8]> = SmallVec::new();
        let nearest = each_ready(moment.machine, |thread| ready.extend(moment.machine.option_of(thread)));
        self.among(&ready, moment).or(nearest)
    }

    fn among(self, ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
        match self {
            Self::Fair => fair::choose(ready, moment),
            Self::Random => random::choose(ready, moment),
            Self::RoundRobin { .. } => round_robin::choose(ready, moment),
            Self::Fcfs => fcfs::choose(ready, moment),
            Self::Sjf => sjf::choose(ready, moment),
            Self::Mlfq { .. } => mlfq::choose(ready, moment),
            Self::Priority { inherit } => priority::choose(ready, moment, inherit),
        }
    }
}

/// Calls back with each thread that is ready now, those whose time is over last; returns the one whose deadline comes next of
/// the others.
#[inline]
fn each_ready(machine: &Machine, mut each: impl FnMut(ThreadId)) -> Option<Choosable> {
    let now = machine.clock();
    let mut nearest: Option<(Nanos, Choosable)> = None;
    machine.each_ready(&mut each);
    machine.each_timed(|thread, deadline| {
        if deadline > now {
            if nearest.is_none_or(|(known, _)| known > deadline) {
                nearest = Some((deadline, Choosable::Expire(thread, deadline)));
            }
        } else if !machine.is_ready(thread) {
            // A thread that was woken in time is not kept waiting until its deadline.
            each(thread);
        }
    });
    nearest.map(|(_, option)| option)
}

/// A name that no policy has.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{0}` is no policy: fair, random, rr, fcfs, sjf, mlfq or priority")]
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

/// The random number that a thread is given in this step of a run.
#[must_use]
pub fn draw(seed: u64, step: StepIndex) -> u64 {
    mixed(seed ^ 0x5eed_d4a3, u64::from(step.0))
}

/// Two numbers mixed into one that looks random (`SplitMix64`).
fn mixed(a: u64, b: u64) -> u64 {
    let mut z = a.wrapping_add(b.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
