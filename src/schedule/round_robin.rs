//! `rr`: the ready threads in turn, each for a quantum of steps.

use super::Moment;
use crate::machine::Choosable;

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>, quantum: u32) -> Option<Choosable> {
    let Some(last) = moment.last else { return ready.first().copied() };
    if moment.in_a_row < quantum
        && let Some(again) = ready.iter().find(|option| option.thread() == last)
    {
        return Some(*again);
    }
    let next = ready.iter().filter(|option| option.thread() > last).min_by_key(|option| option.thread());
    next.or_else(|| ready.iter().min_by_key(|option| option.thread())).copied()
}
