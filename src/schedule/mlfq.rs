//! `mlfq`: feedback queues. A thread begins in the first one; when it has used up its turn it goes down to the next, where
//! turns are twice as long. Whoever stands in a higher queue goes before all in lower ones, at once; in a queue they take
//! turns. What a thread used of its turn counts on when it has waited in between, so that no short sleep keeps it up
//! (Arpaci-Dusseau, *Operating Systems: Three Easy Pieces*, chapter 8, rules 1 to 4). Nobody is raised again: starving can
//! be seen.

use super::{Moment, Policy, Quantum};
use crate::machine::Choosable;

/// So many queues there are.
pub const QUEUES: u8 = 3;

/// The length of a turn in a queue.
pub(super) fn turn(first: Quantum, level: u8) -> Quantum {
    first.times(1 << level)
}

/// The queue of a thread whose turn is used up.
pub(super) fn below(policy: Policy, level: u8) -> u8 {
    if matches!(policy, Policy::Mlfq { .. }) { (level + 1).min(QUEUES - 1) } else { level }
}

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    ready.iter().copied().min_by_key(|&option| {
        let level = moment.ledger.level(option.thread());
        (level, moment.ledger.place(option))
    })
}
