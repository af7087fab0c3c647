//! A part of the machine that copies share until one of them writes to it, and whose hash is worked out once.
//!
//! The search clones and hashes machines by the million, and a step changes few parts of one. The kept hash is forgotten
//! by [`Shared::make_mut`], the only way to write; two parts that are one and the same are equal without a look inside.

use std::{
    hash::{Hash, Hasher},
    ops::Deref,
    sync::{
        OnceLock,
        atomic::{AtomicBool, AtomicU8, AtomicU32, AtomicU64, Ordering},
    },
};

use rustc_hash::FxHasher;
use triomphe::Arc;

use crate::machine::state::told::Told;

/// A part with its hash. The pointer knows no weak ones: whether a part is shared is then a look, without a locked exchange,
/// and that is asked at every write.
#[derive(Debug, Default)]
pub struct Shared<T>(Arc<Kept<T>>);

#[derive(Debug, Default)]
struct Kept<T> {
    value: T,
    /// 0 when it is not known. Whoever works it out comes to the same, so that no order between threads matters.
    hash: AtomicU64,
    /// As `hash`: one less is what [`Shared::remembered`] is to remember.
    note: AtomicU32,
    /// As `hash`: how it reads.
    told: OnceLock<Told>,
    /// How the pieces of it read that were asked for, once they are asked for often.
    pieces: OnceLock<Box<[OnceLock<Told>]>>,
    /// How often they were, up to `OFTEN`.
    asked: AtomicU8,
    /// Something of that may be there: most parts are written again and again, and nothing is worked out in between.
    worked_out: AtomicBool,
}

/// Most copies are described once and thrown away: nothing is kept of them.
const OFTEN: u8 = 24;

impl<T> Shared<T> {
    /// A part that nobody shares yet.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Arc::new(Kept::of(value)))
    }
}

impl<T> Shared<T> {
    /// Whether the two are one: neither was written since they were copies.
    #[inline]
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// How the part reads in descriptions, once that was worked out and until it is written: for whoever describes machines.
    #[inline]
    #[must_use]
    pub fn told(&self) -> &OnceLock<Told> {
        self.0.note_work();
        &self.0.told
    }

    /// How one of so many pieces of the part reads, as with [`Self::told`]; none while that is seldom asked.
    #[inline]
    #[must_use]
    pub fn told_piece(&self, at: usize, of: usize) -> Option<&OnceLock<Told>> {
        if let Some(pieces) = self.0.pieces.get() {
            return pieces.get(at);
        }
        let asked = self.0.asked.load(Ordering::Relaxed);
        if asked < OFTEN {
            self.0.asked.store(asked + 1, Ordering::Relaxed);
            return None;
        }
        self.0.note_work();
        self.0.pieces.get_or_init(|| (0..of).map(|_| OnceLock::new()).collect()).get(at)
    }

    /// A small number about the part, worked out once until it is written: for one purpose alone, which gives every copy of
    /// the part the same.
    #[inline]
    pub fn remembered(&self, work: impl FnOnce(&T) -> u16) -> u16 {
        let known = self.0.note.load(Ordering::Relaxed);
        if let Some(known) = known.checked_sub(1) {
            return known as u16;
        }
        let note = work(&self.0.value);
        self.0.note_work();
        self.0.note.store(u32::from(note) + 1, Ordering::Relaxed);
        note
    }
}

impl<T: Clone> Shared<T> {
    /// The part, to write; copied if it is shared.
    #[inline]
    pub fn make_mut(&mut self) -> &mut T {
        if !self.0.is_unique() {
            self.part_from_others();
        }
        let kept = Arc::get_mut(&mut self.0).expect("nobody else has it");
        kept.forget();
        &mut kept.value
    }

    #[cold]
    #[inline(never)]
    fn part_from_others(&mut self) {
        self.0 = Arc::new(Kept::of(self.0.value.clone()));
    }
}

impl<T> Shared<T> {
    /// The part, to write, if nobody shares it.
    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        let kept = Arc::get_mut(&mut self.0)?;
        kept.forget();
        Some(&mut kept.value)
    }
}

impl<T> Kept<T> {
    /// Something is about to be worked out. Whoever writes later has the part alone, and sees that.
    #[inline]
    fn note_work(&self) {
        if !self.worked_out.load(Ordering::Relaxed) {
            self.worked_out.store(true, Ordering::Relaxed);
        }
    }

    /// Forgets what was worked out about the part, which is about to be written.
    #[inline]
    fn forget(&mut self) {
        if *self.worked_out.get_mut() {
            self.forget_all();
        }
    }

    fn forget_all(&mut self) {
        *self.worked_out.get_mut() = false;
        *self.hash.get_mut() = 0;
        *self.note.get_mut() = 0;
        self.told.take();
        self.pieces.take();
    }

    fn of(value: T) -> Self {
        Self {
            value,
            hash: AtomicU64::new(0),
            note: AtomicU32::new(0),
            told: OnceLock::new(),
            pieces: OnceLock::new(),
            asked: AtomicU8::new(0),
            worked_out: AtomicBool::new(false),
        }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0.value
    }
}

impl<T: Hash> Shared<T> {
    fn hash_value(&self) -> u64 {
        let known = self.0.hash.load(Ordering::Relaxed);
        if known != 0 {
            return known;
        }
        let mut hasher = FxHasher::default();
        self.0.value.hash(&mut hasher);
        let hash = hasher.finish().max(1);
        self.0.note_work();
        self.0.hash.store(hash, Ordering::Relaxed);
        hash
    }
}

impl<T: Hash> Hash for Shared<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash_value());
    }
}

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        if Arc::ptr_eq(&self.0, &other.0) {
            return true;
        }
        let hashes = (self.0.hash.load(Ordering::Relaxed), other.0.hash.load(Ordering::Relaxed));
        let differ = hashes.0 != 0 && hashes.1 != 0 && hashes.0 != hashes.1;
        !differ && self.0.value == other.0.value
    }
}

impl<T: Eq> Eq for Shared<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash_of(value: &impl Hash) -> u64 {
        let mut hasher = FxHasher::default();
        value.hash(&mut hasher);
        hasher.finish()
    }

    #[test]
    fn a_copy_is_equal_until_it_is_written() {
        let part = Shared::new(vec![1, 2]);
        let mut copy = part.clone();
        assert_eq!((&part, hash_of(&part)), (&copy, hash_of(&copy)));
        copy.make_mut().push(3);
        assert_ne!((&part, hash_of(&part)), (&copy, hash_of(&copy)));
        assert_eq!((part.len(), copy.len()), (2, 3));
        copy.make_mut().pop();
        assert_eq!((&part, hash_of(&part)), (&copy, hash_of(&copy)));
    }
}
