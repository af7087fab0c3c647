//! How hard native code has worked since somebody last asked: work that no instruction stands for.
//!
//! Comparing two values is one instruction, however much there is to look at. What native code does beyond that counts as
//! so many instructions, so that the thread is stopped in time and the clock goes on. It is no part of the state: between
//! two instructions it is nothing.
//!
//! Whoever adds a native function need not think of it: what is put on the heap is charged there, and so are the
//! arguments of every native function that `native/quick.rs` does not name. Only what takes longer than looking once at
//! each part of its arguments and result has to say so (`Exec::work`). Tests: `tests/language/work.rs`.

use std::sync::atomic::{AtomicU32, Ordering};

/// Work, in instructions.
#[derive(Debug, Default)]
pub struct Effort(AtomicU32);

/// Less than this is not worth counting.
const WORTH_COUNTING: u32 = 1_000;

/// Bytes that are copied or looked through in the time of one instruction.
pub const BYTES: usize = 64;

/// Items of containers that are copied in the time of one instruction.
pub const ITEMS: usize = 4;

impl Effort {
    /// So much was done.
    pub fn add(&self, work: usize) {
        let work = u32::try_from(work).unwrap_or(u32::MAX);
        if work >= WORTH_COUNTING {
            let before = self.0.load(Ordering::Relaxed);
            self.0.store(before.saturating_add(work), Ordering::Relaxed);
        }
    }

    /// Whether anything was done that has not been counted yet.
    #[inline]
    pub fn is_due(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
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
