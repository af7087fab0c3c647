//! `random`: any thread that can go on, each as likely as the others, for a stretch of random length, as an operating
//! system would let it run.
//!
//! A sleep is no synchronization: whoever sleeps, or waits for a time, may be the next, however long the others have been
//! ready; nor does it take a notification to wake a waiter, where that is said of the machine. They were not given a processor meanwhile. Where the stretches end depends on the seed alone, so that there is
//! nothing to remember.

use smallvec::SmallVec;

use super::{Moment, mixed};
use crate::{
    ids::StepIndex,
    machine::{Choosable, Machine},
};

/// The mean length of a stretch, in steps.
const STRETCH: u64 = 2;

/// One way to go on for each thread that has one.
pub(super) fn options(machine: &Machine) -> SmallVec<[Choosable; 8]> {
    let mut options: SmallVec<[Choosable; 8]> = SmallVec::new();
    for option in machine.choosable() {
        // A thread that was woken in time is not kept waiting until its deadline.
        let woken = matches!(option, Choosable::Expire(..))
            && options.iter().any(|known: &Choosable| known.thread() == option.thread());
        if !woken {
            options.push(option);
        }
    }
    if !options.is_empty() {
        options.extend(machine.wakeable());
    }
    options
}

/// The first in an order of threads that was drawn when the stretch began.
pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    let order = mixed(moment.seed, u64::from(beginning(moment.seed, moment.step).0));
    ready.iter().copied().min_by_key(|option| mixed(order, u64::from(option.thread().0)))
}

/// The step at which the present stretch began.
fn beginning(seed: u64, step: StepIndex) -> StepIndex {
    let lengths = seed ^ 0x7357_e7c4;
    let begins = |step: &u32| mixed(lengths, u64::from(*step)).is_multiple_of(STRETCH);
    StepIndex((0..=step.0).rev().find(begins).unwrap_or(0))
}
