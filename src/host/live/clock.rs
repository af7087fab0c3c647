//! The wall's clock as a live run sees it.

use std::time::Instant;

use crate::event::Nanos;

/// The wall's clock, which stands still while the run is paused, in the machine's nanoseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// What it showed when it was last set going or stopped.
    shown: Nanos,
    going_since: Option<Instant>,
}

impl Clock {
    pub(super) fn new(shown: Nanos, stopped: bool) -> Self {
        Self { shown, going_since: (!stopped).then(Instant::now) }
    }

    pub(super) fn now(&self) -> Nanos {
        let gone = self.going_since.map_or(0, |since| u64::try_from(since.elapsed().as_nanos()).unwrap_or(u64::MAX));
        self.shown.saturating_add(gone)
    }

    pub(super) fn stop(&mut self) {
        *self = Self { shown: self.now(), going_since: None };
    }

    pub(super) fn go_on(&mut self) {
        if self.is_stopped() {
            self.going_since = Some(Instant::now());
        }
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.going_since.is_none()
    }
}
