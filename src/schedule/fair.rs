//! `fair`: the ready thread that has run least, in virtual time; the seed decides between equals.

use super::{Moment, mixed};
use crate::machine::Choosable;

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    ready.iter().copied().min_by_key(|option| {
        let thread = option.thread();
        (moment.machine.run_time(thread), mixed(moment.seed, u64::from(thread.0)))
    })
}
