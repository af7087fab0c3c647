//! On several cores, a policy chooses among those who could begin first: the others have their turn when they can.

use crate::machine::{Choosable, Machine, Opening};

/// The ways to go on that could be gone first; none where there are no cores.
pub(super) fn first(machine: &Machine) -> Option<Vec<Choosable>> {
    if !machine.has_cores() {
        return None;
    }
    let mut first: Option<Opening> = None;
    let mut options: Vec<Choosable> = Vec::new();
    for option in machine.choosable() {
        let opening = machine.opening(option)?;
        // A thread that was woken in time is not kept waiting until its deadline.
        let woken = matches!(option, Choosable::Expire(..)) && machine.is_ready(option.thread());
        if woken || first.is_some_and(|known| known < opening) {
            continue;
        }
        if first != Some(opening) {
            options.clear();
        }
        first = Some(opening);
        options.push(option);
    }
    first.map(|_| options)
}
