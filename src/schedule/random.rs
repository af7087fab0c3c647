//! `random`: any ready thread, each as likely as the others.

use super::{Moment, mixed};
use crate::machine::Choosable;

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    let pick = mixed(moment.seed, u64::from(moment.step.0));
    let at = pick.checked_rem(ready.len() as u64)?;
    ready.get(at as usize).copied()
}
