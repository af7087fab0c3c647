//! `rr`: first come, first served, in turns: whoever has used up its quantum goes to the end of the line. The ledger sends
//! it there.

use super::{Moment, fcfs};
use crate::machine::Choosable;

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    fcfs::choose(ready, moment)
}
