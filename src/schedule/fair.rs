//! `fair`: the ready thread that has run least, in virtual time; the seed decides between equals.

use super::{Moment, mixed};
use crate::{event::Nanos, ids::ThreadId, machine::Choosable};

pub(super) fn choose(ready: &[Choosable], moment: &Moment<'_>) -> Option<Choosable> {
    let mut fairest = Fairest::default();
    ready.iter().for_each(|option| fairest.consider(option.thread(), moment));
    fairest.option(moment)
}

/// The fairest so far: most runs ask for one at each step, and need no list of all.
#[derive(Default)]
pub(super) struct Fairest {
    best: Option<(Nanos, ThreadId)>,
}

impl Fairest {
    #[inline]
    pub(super) fn consider(&mut self, thread: ThreadId, moment: &Moment<'_>) {
        let time = moment.machine.run_time(thread);
        let lot = |thread: ThreadId| mixed(moment.seed, u64::from(thread.0));
        let better = self.best.is_none_or(|(known, best)| time < known || (time == known && lot(thread) < lot(best)));
        if better {
            self.best = Some((time, thread));
        }
    }

    pub(super) fn option(self, moment: &Moment<'_>) -> Option<Choosable> {
        moment.machine.option_of(self.best?.1)
    }
}
