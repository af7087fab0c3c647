//! Sets, in the order in which CPython would list them.
//!
//! A set of small integers comes out of CPython in an order that programs print and that depends on the table alone; so
//! the table here follows CPython's `Objects/setobject.c`: linear probes of nine, then a perturbed jump, resized at three
//! fifths. Comparing members needs the heap, so that the caller brings the hash and the comparison along.

use crate::machine::state::value::Value;

const SMALLEST: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
enum Slot {
    Empty,
    /// A member was here; searches go on behind it.
    Deleted,
    Member {
        hash: i64,
        key: Value,
    },
}

/// A set.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Set {
    slots: Vec<Slot>,
    /// Members and deleted slots.
    filled: usize,
    members: usize,
    /// Where `pop` goes on looking.
    finger: usize,
}

impl Default for Set {
    fn default() -> Self {
        Self { slots: vec![Slot::Empty; SMALLEST], filled: 0, members: 0, finger: 0 }
    }
}

impl Set {
    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members == 0
    }

    /// The place of the member that has this hash and is `same`.
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        self.probe(hash).find_map(|at| match self.slots[at] {
            Slot::Empty => Some(None),
            Slot::Member { hash: known, key } if known == hash && same(key) => Some(Some(at)),
            _ => None,
        })?
    }

    /// The members that have this hash, with their places.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = (usize, Value)> + '_ {
        self.slots.iter().enumerate().filter_map(move |(at, slot)| match *slot {
            Slot::Member { hash: known, key } if known == hash => Some((at, key)),
            _ => None,
        })
    }

    /// Adds a member that is not there yet.
    pub fn insert(&mut self, hash: i64, key: Value) {
        let mut deleted = None;
        let empty = self.probe(hash).find(|&at| {
            if self.slots[at] == Slot::Deleted {
                deleted = Some(at);
            }
            self.slots[at] == Slot::Empty
        });
        // The last deleted slot on the way to an empty one is used again.
        let Some(at) = deleted.or(empty) else { return };
        self.slots[at] = Slot::Member { hash, key };
        self.members += 1;
        if deleted.is_some() {
            return;
        }
        self.filled += 1;
        if self.is_crowded(0) {
            self.resize(self.roomy());
        }
    }

    /// Whether the table has to grow before, or after, so many more members come.
    fn is_crowded(&self, more: usize) -> bool {
        (self.filled + more) * 5 >= (self.slots.len() - 1) * 3
    }

    /// The size that a table with these members is given.
    fn roomy(&self) -> usize {
        if self.members > 50_000 { self.members * 2 } else { self.members * 4 }
    }

    /// Makes room for as many members as another set has, before they come (`set_merge`).
    pub fn make_room(&mut self, more: usize) {
        if more > 0 && self.is_crowded(more) {
            self.resize((self.members + more) * 2);
        }
    }

    /// A copy as CPython makes it: in a table no larger than it has to be.
    #[must_use]
    pub fn copied(&self) -> Self {
        let mut copy = Self::default();
        copy.make_room(self.members);
        if copy.slots.len() == self.slots.len() && self.filled == self.members {
            copy.slots.clone_from(&self.slots);
            (copy.filled, copy.members) = (self.filled, self.members);
        } else {
            self.hashed().for_each(|(hash, key)| copy.insert(hash, key));
        }
        copy
    }

    /// Forgets where members were, if these places are many (`set_difference_update_internal`).
    pub fn tidy(&mut self) {
        if self.filled - self.members > (self.slots.len() - 1) / 4 {
            self.resize(self.roomy());
        }
    }

    /// Removes a member: the next one in the table behind the one removed last (`set_pop`).
    pub fn pop(&mut self) -> Option<Value> {
        if self.members == 0 {
            return None;
        }
        let size = self.slots.len();
        let start = self.finger % size;
        let at = (start..size).chain(0..start).find(|&at| matches!(self.slots[at], Slot::Member { .. }))?;
        self.finger = at + 1;
        Some(self.remove(at))
    }

    /// Removes the member at a place that was found, and returns it.
    pub fn remove(&mut self, at: usize) -> Value {
        let Slot::Member { key, .. } = self.slots[at] else { return Value::Unbound };
        self.slots[at] = Slot::Deleted;
        self.members -= 1;
        key
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The first member at or behind a place, and the place behind it.
    #[must_use]
    pub fn next(&self, at: usize) -> Option<(usize, Value)> {
        self.slots.iter().enumerate().skip(at).find_map(|(at, slot)| match *slot {
            Slot::Member { key, .. } => Some((at + 1, key)),
            _ => None,
        })
    }

    /// The members in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.hashed().map(|(_, key)| key)
    }

    /// Hashes and members in the order of the table.
    pub fn hashed(&self) -> impl Iterator<Item = (i64, Value)> + '_ {
        self.slots.iter().filter_map(|slot| match *slot {
            Slot::Member { hash, key } => Some((hash, key)),
            _ => None,
        })
    }

    /// How large the table is, and where `pop` goes on looking.
    #[must_use]
    pub fn layout(&self) -> (usize, usize) {
        (self.slots.len(), self.finger)
    }

    /// What is in the slots that are not empty: `None` where a member was.
    pub fn slots(&self) -> impl Iterator<Item = (usize, Option<(i64, Value)>)> + '_ {
        self.slots.iter().enumerate().filter_map(|(at, slot)| match *slot {
            Slot::Empty => None,
            Slot::Deleted => Some((at, None)),
            Slot::Member { hash, key } => Some((at, Some((hash, key)))),
        })
    }

    /// The bytes that the table takes, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.slots.len() * size_of::<Slot>()
    }

    /// The slots that a hash leads to, in order, without end.
    fn probe(&self, hash: i64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len() - 1;
        let mut perturb = hash as u64;
        let mut start = hash as usize & mask;
        let mut offset = 0;
        std::iter::from_fn(move || {
            let run = if start + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            if offset > run {
                perturb >>= PERTURB_SHIFT;
                start = start.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
                offset = 0;
            }
            offset += 1;
            Some(start + offset - 1)
        })
    }

    fn resize(&mut self, wanted: usize) {
        let mut size = SMALLEST;
        while size <= wanted {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::Empty; size]);
        self.filled = self.members;
        for slot in old {
            if let Slot::Member { hash, .. } = slot
                && let Some(at) = self.probe(hash).find(|&at| self.slots[at] == Slot::Empty)
            {
                self.slots[at] = slot;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(numbers: &[i64]) -> Vec<i64> {
        let mut set = Set::default();
        for &n in numbers {
            if set.find(n, |key| key == Value::Int(n)).is_none() {
                set.insert(n, Value::Int(n));
            }
        }
        set.hashed().map(|(hash, _)| hash).collect()
    }

    #[test]
    fn integers_come_out_in_the_order_of_cpython() {
        // As CPython 3.11 lists them: list({…}).
        assert_eq!(order(&[3, 1, 2]), [1, 2, 3]);
        assert_eq!(order(&[100, 7, 33, 64, 9]), [64, 33, 100, 7, 9]);
        assert_eq!(order(&[8, 16, 24, 0]), [8, 16, 24, 0]);
    }

    #[test]
    fn a_removed_member_is_not_found_and_hides_nobody() {
        let mut set = Set::default();
        [8, 16, 24].into_iter().for_each(|n| set.insert(n, Value::Int(n)));
        let at = set.find(16, |key| key == Value::Int(16)).unwrap();
        assert_eq!(set.remove(at), Value::Int(16));
        assert_eq!(set.find(16, |key| key == Value::Int(16)), None);
        assert!(set.find(24, |key| key == Value::Int(24)).is_some());
        assert_eq!(set.len(), 2);
    }
}
