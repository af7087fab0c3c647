//! `fair`: the ready thread that has run least, in virtual time; the seed decides between equals.

use super::{Moment, mixed};
use crate::machine::Choosable;

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    let time = |option: &Choosable| moment.machine.run_time(option.thread());
    let lot = |option: &Choosable| mixed(moment.seed, u64::from(option.thread().0));
    ready.iter().copied().min_by(|a, b| time(a).cmp(&time(b)).then_with(|| lot(a).cmp(&lot(b))))
}
