//! A thread's *stance*: its location with what it does next there. A program has few, so they have numbers, and whether two bear
//! on each other is worked out once.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::{futures::Location, places::AccessSet};

/// Pairs of more stances than these are worked out each time: their tables would take too much room.
const MOST_IN_TABLES: usize = 4096;

/// A stance, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Stance(u32);

/// The stances that were come by.
#[derive(Clone, Debug, Default)]
pub struct Stances {
    known: IndexSet<(Location, AccessSet), FxBuildHasher>,
    /// With which locations' futures each conflicts, as far as that was asked.
    conflicts: Answers,
}

impl Stances {
    /// The number of a stance, and whether it is new.
    pub fn number(&mut self, location: Location, next: AccessSet) -> (Stance, bool) {
        let (at, is_new) = self.known.insert_full((location, next));
        (Stance(at as u32), is_new)
    }

    /// What is done next.
    #[must_use]
    pub fn next(&self, of: Stance) -> &AccessSet {
        &self.known[of.0 as usize].1
    }

    /// Whether a stance conflicts with the future of a location; `work` works it out.
    pub fn conflicts(&mut self, one: Stance, with: Location, work: impl FnOnce(&Self) -> bool) -> bool {
        let at = (one.0 as usize, with.number());
        if let Some(known) = self.conflicts.get(at) {
            return known;
        }
        let answer = work(self);
        self.conflicts.set(at, answer);
        answer
    }

    /// Futures have changed.
    pub fn forget_conflicts(&mut self) {
        self.conflicts = Answers::default();
    }
}

/// Answers about pairs, as far as they are known: two bits each.
#[derive(Clone, Debug, Default)]
struct Answers(Vec<Vec<u64>>);

/// Pairs to a word.
const PAIRS: usize = 32;

impl Answers {
    fn get(&self, (one, other): (usize, usize)) -> Option<bool> {
        let bits = self.0.get(one)?.get(other / PAIRS)? >> (2 * (other % PAIRS));
        (bits & 1 != 0).then_some(bits & 2 != 0)
    }

    fn set(&mut self, (one, other): (usize, usize), answer: bool) {
        if one.max(other) >= MOST_IN_TABLES {
            return;
        }
        let bits = 1 | u64::from(answer) << 1;
        *word(&mut self.0, one, other / PAIRS) |= bits << (2 * (other % PAIRS));
    }
}

/// Pairs of stances.
#[derive(Clone, Debug, Default)]
pub struct Pairs(Vec<Vec<u64>>);

impl Pairs {
    /// Whether the pair is among them.
    #[must_use]
    pub fn has(&self, Stance(one): Stance, Stance(other): Stance) -> bool {
        let word = self.0.get(one as usize).and_then(|row| row.get(other as usize / 64));
        word.is_some_and(|word| word >> (other % 64) & 1 != 0)
    }

    /// Adds a pair, if there is room for it.
    pub fn add(&mut self, Stance(one): Stance, Stance(other): Stance) {
        if (one.max(other) as usize) < MOST_IN_TABLES {
            *word(&mut self.0, one as usize, other as usize / 64) |= 1 << (other % 64);
        }
    }
}

fn word(rows: &mut Vec<Vec<u64>>, row: usize, at: usize) -> &mut u64 {
    if rows.len() <= row {
        rows.resize_with(row + 1, Vec::new);
    }
    let row = &mut rows[row];
    if row.len() <= at {
        row.resize(at + 1, 0);
    }
    &mut row[at]
}
