//! Threads of the operating system for a search: one for each core.

use std::thread::{Builder, available_parallelism, scope};

use crate::explore::Crew;

/// As much as the main thread of a process commonly has.
const STACK: usize = 8 << 20;

/// So many threads, the one that asks among them.
#[derive(Clone, Copy, Debug)]
pub struct Cores(usize);

impl Cores {
    /// So many; as many as there are cores, where nobody says how many.
    #[must_use]
    pub fn new(wanted: Option<usize>) -> Self {
        Self(wanted.unwrap_or_else(|| available_parallelism().map_or(1, usize::from)).max(1))
    }
}

impl Crew for Cores {
    fn size(&self) -> usize {
        self.0
    }

    fn all(&self, work: &mut [&mut (dyn FnMut() + Send)]) {
        let Some((first, others)) = work.split_first_mut() else { return };
        let mut begun = 0;
        scope(|scope| {
            for piece in others.iter_mut() {
                if Builder::new().stack_size(STACK).spawn_scoped(scope, piece).is_err() {
                    break;
                }
                begun += 1;
            }
            first();
        });
        // Where there are no more threads to be had, whoever asks does the rest.
        others[begun..].iter_mut().for_each(|piece| piece());
    }
}
