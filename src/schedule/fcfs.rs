//! `fcfs`: first come, first served; whoever has its turn keeps it until it waits, sleeps or ends.

use super::Moment;
use crate::machine::Choosable;

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    ready.iter().copied().min_by_key(|&option| moment.ledger.place(option))
}
