//! A row of parts that machines share one by one, and as a whole but for the few that were written since.
//!
//! A search copies machines by the million, most of whose parts a step leaves alone. A row that was put together with
//! [`Row::share`] is copied by counting it once, with the parts that were written since; once these are many, it is put together
//! anew. Where nobody searches, a row is owned, and costs nothing to write.

use std::{
    hash::{Hash, Hasher},
    ops::Index,
    sync::Arc,
};

use smallvec::SmallVec;

use crate::machine::state::shared::Shared;

/// So many parts may be kept beside what copies have in common.
const FEW: usize = 6;

/// A row of parts.
#[derive(Clone, Debug)]
pub struct Row<T> {
    /// The first parts, as they were when the row was last put together.
    common: Option<Arc<Common<T>>>,
    /// How many those are.
    count: usize,
    /// Which of them were written since, by their places modulo 64: a bit says that there may be one.
    bits: u64,
    /// Those that were, with their places.
    written: SmallVec<[(u32, Shared<T>); 2]>,
    /// The parts behind.
    own: Vec<Shared<T>>,
}

/// What copies of a row have in common.
#[derive(Debug)]
struct Common<T> {
    parts: Vec<Shared<T>>,
    /// What it came from, with the places that were written since: so that two that came from one are compared by these.
    root: Option<(Arc<Self>, Box<[u32]>)>,
}

impl<T> Common<T> {
    /// The places at which it may differ from the other; none where nothing is known.
    fn since<'c>(self: &'c Arc<Self>, other: &Arc<Self>) -> Option<&'c [u32]> {
        if Arc::ptr_eq(self, other) {
            return Some(&[]);
        }
        self.root.as_ref().filter(|(root, _)| Arc::ptr_eq(root, other)).map(|(_, places)| &**places)
    }
}

const fn bit(at: usize) -> u64 {
    1 << (at % 64)
}

impl<T> Row<T> {
    /// How many parts there are.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.count + self.own.len()
    }

    /// The part at a place, if there is one.
    #[inline]
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&Shared<T>> {
        match at.checked_sub(self.count) {
            Some(at) => self.own.get(at),
            None if self.bits & bit(at) == 0 => self.common.as_ref()?.parts.get(at),
            None => self.changed(at),
        }
    }

    #[cold]
    fn changed(&self, at: usize) -> Option<&Shared<T>> {
        let written = self.written.iter().find(|(place, _)| *place as usize == at);
        written.map(|(_, part)| part).or_else(|| self.common.as_ref()?.parts.get(at))
    }

    /// The part at a place, to write.
    ///
    /// # Panics
    /// When there is none.
    #[inline]
    pub fn get_mut(&mut self, at: usize) -> &mut Shared<T> {
        match at.checked_sub(self.count) {
            Some(at) => &mut self.own[at],
            None => self.common_mut(at),
        }
    }

    fn common_mut(&mut self, at: usize) -> &mut Shared<T> {
        let known = self.written.iter().position(|(place, _)| *place as usize == at);
        let known = known.unwrap_or_else(|| {
            let part = self[at].clone();
            self.bits |= bit(at);
            self.written.push((at as u32, part));
            self.written.len() - 1
        });
        &mut self.written[known].1
    }

    /// Adds a part.
    pub fn push(&mut self, part: Shared<T>) {
        self.own.push(part);
    }

    /// All parts, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Shared<T>> + Clone {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// The parts that are not one with those of another row at the same places, with their places and the others.
    pub fn differing<'r>(&'r self, other: &'r Self) -> impl Iterator<Item = (usize, &'r Shared<T>, &'r Shared<T>)> {
        let known = self.common.as_ref().zip(other.common.as_ref()).and_then(|(own, other)| own.since(other));
        // Where nothing is known, all places are looked at.
        let (places, rest) = match known {
            Some(since) => {
                let mut places = self.places(since, &other.written);
                places.retain(|place| (*place as usize) < other.count);
                (places, other.count..self.len())
            }
            None => (SmallVec::new(), 0..self.len()),
        };
        places.into_iter().map(|place| place as usize).chain(rest).filter_map(|at| {
            let (part, other) = (self.get(at)?, other.get(at)?);
            (!part.is(other)).then_some((at, part, other))
        })
    }

    /// These places, those that were written here, and those of others, in order.
    fn places(&self, since: &[u32], others: &[(u32, Shared<T>)]) -> SmallVec<[u32; FEW]> {
        let written = self.written.iter().chain(others).map(|(place, _)| *place);
        let mut places: SmallVec<[u32; FEW]> = since.iter().copied().chain(written).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Copies have it in common from here on, but for what will be written.
    pub fn share(&mut self) {
        if self.written.len() > FEW || !self.own.is_empty() {
            let root = self.common.as_ref().map(|common| match &common.root {
                Some((root, places)) => (Arc::clone(root), self.places(places, &[]).into_vec().into()),
                None => (Arc::clone(common), self.places(&[], &[]).into_vec().into()),
            });
            self.put_together(root);
        }
    }

    /// As [`Self::share`], for one that later copies will be compared with.
    pub fn share_as_root(&mut self) {
        self.put_together(None);
    }

    fn put_together(&mut self, root: Option<(Arc<Common<T>>, Box<[u32]>)>) {
        let parts: Vec<_> = self.iter().cloned().collect();
        *self = Self { count: parts.len(), common: Some(Arc::new(Common { parts, root })), ..Self::default() };
    }

    /// Leaves nothing.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

impl<T> Index<usize> for Row<T> {
    type Output = Shared<T>;

    #[inline]
    fn index(&self, at: usize) -> &Shared<T> {
        match at.checked_sub(self.count) {
            Some(at) => &self.own[at],
            None => self.get(at).expect("there are as many as are counted"),
        }
    }
}

impl<T> Default for Row<T> {
    fn default() -> Self {
        Self { common: None, count: 0, bits: 0, written: SmallVec::new(), own: Vec::new() }
    }
}

impl<T: Hash> Hash for Row<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len());
        self.iter().for_each(|part| part.hash(state));
    }
}

impl<T: PartialEq> PartialEq for Row<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.differing(other).all(|(_, part, other)| part == other)
    }
}

impl<T: Eq> Eq for Row<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(numbers: impl IntoIterator<Item = u32>) -> Row<u32> {
        let mut row = Row::default();
        numbers.into_iter().for_each(|number| row.push(Shared::new(number)));
        row
    }

    fn numbers(row: &Row<u32>) -> Vec<u32> {
        row.iter().map(|part| **part).collect()
    }

    #[test]
    fn a_shared_row_is_one_with_its_copies_until_it_is_written() {
        let mut row = row([1, 2]);
        row.share();
        let mut copy = row.clone();
        assert!(copy.differing(&row).next().is_none() && copy == row);
        *copy.get_mut(1).make_mut() = 3;
        assert!(copy != row);
        assert_eq!((*row[1], *copy[1]), (2, 3));
        assert!(row[0].is(&copy[0]), "a part that nobody wrote is still one");
        assert_eq!(copy.differing(&row).map(|(at, now, old)| (at, **now, **old)).collect::<Vec<_>>(), [(1, 3, 2)]);
    }

    #[test]
    fn a_row_is_the_same_however_it_is_kept() {
        let mut plain: Vec<u32> = (0..100).collect();
        let mut kept = row(0..100);
        kept.share_as_root();
        let first = kept.clone();
        let mut number = 1_u32;
        for round in 0..200 {
            number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            let at = (number >> 16) as usize % plain.len();
            (plain[at], *kept.get_mut(at).make_mut()) = (1000 + round, 1000 + round);
            if round % 7 == 0 {
                plain.push(round);
                kept.push(Shared::new(round));
            }
            if round % 3 == 0 {
                kept.share();
            }
            assert_eq!((numbers(&kept), kept.len()), (plain.clone(), plain.len()));
            assert_eq!(kept.get(plain.len()).map(|part| **part), None);
            let differing: Vec<usize> = kept.differing(&first).map(|(at, ..)| at).collect();
            let expected: Vec<usize> = (0..100).filter(|&at| plain[at] != at as u32).collect();
            assert_eq!(differing, expected);
            assert!(kept == row(plain.iter().copied()) && kept != first);
        }
    }
}
