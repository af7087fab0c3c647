//! How hard native code has worked since somebody last asked: work that no instruction stands for.
//!
//! Comparing two values is one instruction, however much there is to look at. When native code leaves it to the library
//! after a long while, the work counts as so many instructions, so that the thread is stopped in time and the clock goes
//! on. It is no part of the state: between two instructions it is nothing.

use std::sync::atomic::{AtomicU32, Ordering};

/// Work, in instructions.
#[derive(Debug, Default)]
pub struct Effort(AtomicU32);

/// Less than this is not worth counting.
const WORTH_COUNTING: u32 = 1_000;

impl Effort {
    /// So much was done.
    pub fn add(&self, work: u32) {
        if work >= WORTH_COUNTING {
            let before = self.0.load(Ordering::Relaxed);
            self.0.store(before.saturating_add(work), Ordering::Relaxed);
        }
    }

    /// What was done, which is nothing from here on.
    #[inline]
    pub fn take(&mut self) -> u32 {
        std::mem::take(self.0.get_mut())
    }
}

impl Clone for Effort {
    fn clone(&self) -> Self {
        Self(AtomicU32::new(self.0.load(Ordering::Relaxed)))
    }
}
