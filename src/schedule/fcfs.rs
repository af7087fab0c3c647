//! `fcfs`: first come, first served; whoever has its turn keeps it until it waits, sleeps or ends.

use super::{Moment, ledger::Place};
use crate::{ids::ThreadId, machine::Choosable};

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    let mut first = First::default();
    ready.iter().for_each(|option| first.consider(option.thread(), moment));
    first.option(moment)
}

/// The first in line so far, without a list of all.
#[derive(Default)]
pub(super) struct First {
    best: Option<(Place, ThreadId)>,
}

impl First {
    #[inline]
    pub(super) fn consider(&mut self, thread: ThreadId, moment: &Moment<'_>) {
        let place = moment.ledger.place_of(thread, moment.machine);
        if self.best.is_none_or(|(known, _)| place < known) {
            self.best = Some((place, thread));
        }
    }

    pub(super) fn option(self, moment: &Moment<'_>) -> Option<Choosable> {
        moment.machine.option_of(self.best?.1)
    }
}
