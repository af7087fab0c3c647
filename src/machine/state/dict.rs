//! Dictionaries: ordered by insertion, found by hash. Comparing keys needs the heap, so that the caller brings the hash
//! and the comparison along.

use hashbrown::HashTable;

use crate::machine::state::value::Value;

/// Below this many entries a dict is searched from front to back.
const INDEXED_FROM: usize = 9;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
struct Entry {
    hash: i64,
    /// `Unbound` when the entry was deleted.
    key: Value,
    value: Value,
}

/// A dictionary.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    index: Option<HashTable<u32>>,
    live: usize,
}

impl Dict {
    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// The place of the key that has this hash and is `same`.
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        let mut matches = |at: usize| {
            let entry = &self.entries[at];
            entry.hash == hash && entry.key.is_bound() && same(entry.key)
        };
        match &self.index {
            Some(index) => index.find(hash as u64, |&at| matches(at as usize)).map(|&at| at as usize),
            None => (0..self.entries.len()).find(|&at| matches(at)),
        }
    }

    /// The keys that have this hash, with their places.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = (usize, Value)> + '_ {
        let entries = self.entries.iter().enumerate();
        entries.filter(move |(_, entry)| entry.hash == hash && entry.key.is_bound()).map(|(at, entry)| (at, entry.key))
    }

    /// The value at a place that was found.
    #[must_use]
    pub fn value(&self, at: usize) -> Value {
        self.entries[at].value
    }

    /// Puts another value at a place that was found.
    pub fn replace(&mut self, at: usize, value: Value) {
        self.entries[at].value = value;
    }

    /// Adds a key that is not there yet.
    pub fn insert(&mut self, hash: i64, key: Value, value: Value) {
        let at = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if let Some(index) = &mut self.index {
            let entries = &self.entries;
            index.insert_unique(hash as u64, at as u32, |&at| entries[at as usize].hash as u64);
        } else if self.entries.len() >= INDEXED_FROM {
            self.rebuild();
        }
    }

    /// Removes the key at a place that was found; returns key and value.
    pub fn remove(&mut self, at: usize) -> (Value, Value) {
        let removed = self.entries[at];
        self.entries[at].key = Value::Unbound;
        self.entries[at].value = Value::Unbound;
        self.live -= 1;
        if let Some(index) = &mut self.index
            && let Ok(found) = index.find_entry(removed.hash as u64, |&known| known as usize == at)
        {
            found.remove();
        }
        if self.entries.len() > 2 * self.live + INDEXED_FROM {
            self.entries.retain(|entry| entry.key.is_bound());
            self.rebuild();
        }
        (removed.key, removed.value)
    }

    /// Removes the entry that was inserted last, and with it the room behind: as `popitem` alone does in CPython. Iterators
    /// that are under way notice the difference.
    pub fn pop(&mut self) -> Option<(Value, Value)> {
        let removed = self.remove(self.last()?);
        while self.entries.last().is_some_and(|entry| !entry.key.is_bound()) {
            self.entries.pop();
        }
        Some(removed)
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The first live entry at or behind a place: the place behind it, its key and value.
    #[must_use]
    pub fn next(&self, at: usize) -> Option<(usize, Value, Value)> {
        let found = self.entries.iter().enumerate().skip(at).find(|(_, entry)| entry.key.is_bound());
        found.map(|(at, entry)| (at + 1, entry.key, entry.value))
    }

    /// The last live entry before a place: its place, key and value.
    #[must_use]
    pub fn before(&self, at: usize) -> Option<(usize, Value, Value)> {
        let earlier = self.entries.iter().take(at).enumerate();
        let found = earlier.rev().find(|(_, entry)| entry.key.is_bound());
        found.map(|(at, entry)| (at, entry.key, entry.value))
    }

    /// The place of the key inserted last.
    #[must_use]
    pub fn last(&self) -> Option<usize> {
        self.entries.iter().rposition(|entry| entry.key.is_bound())
    }

    /// Keys and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (Value, Value)> + '_ {
        self.hashed().map(|(_, key, value)| (key, value))
    }

    /// Hashes, keys and values in order.
    pub fn hashed(&self) -> impl Iterator<Item = (i64, Value, Value)> + '_ {
        let live = self.entries.iter().filter(|entry| entry.key.is_bound());
        live.map(|entry| (entry.hash, entry.key, entry.value))
    }

    /// How many keys stand before a place.
    #[must_use]
    pub fn rank(&self, at: usize) -> usize {
        self.entries.iter().take(at).filter(|entry| entry.key.is_bound()).count()
    }

    /// The bytes that the entries take, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.entries.len() * size_of::<Entry>() + 32
    }

    fn rebuild(&mut self) {
        let entries = &self.entries;
        if entries.len() < INDEXED_FROM {
            self.index = None;
            return;
        }
        let mut index = HashTable::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.key.is_bound()) {
            index.insert_unique(entry.hash as u64, at as u32, |&at| entries[at as usize].hash as u64);
        }
        self.index = Some(index);
    }
}

impl PartialEq for Dict {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Eq for Dict {}

impl std::hash::Hash for Dict {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.entries.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(count: i64) -> Dict {
        let mut dict = Dict::default();
        (0..count).for_each(|n| dict.insert(n % 7, Value::Int(n), Value::Int(n * n)));
        dict
    }

    fn find(dict: &Dict, n: i64) -> Option<usize> {
        dict.find(n % 7, |key| key == Value::Int(n))
    }

    #[test]
    fn keys_are_found_with_and_without_an_index() {
        for count in [1, 8, 9, 100] {
            let dict = filled(count);
            assert!((0..count).all(|n| dict.value(find(&dict, n).unwrap()) == Value::Int(n * n)));
            assert_eq!(find(&dict, count), None);
        }
    }

    #[test]
    fn the_order_of_insertion_survives_removal_and_rebuilding() {
        let mut dict = filled(100);
        for n in (0..100).filter(|n| n % 3 != 0) {
            let at = find(&dict, n).unwrap();
            dict.remove(at);
        }
        dict.insert(1, Value::Int(1), Value::None);
        let keys: Vec<Value> = dict.iter().map(|(key, _)| key).collect();
        let expected: Vec<Value> = (0..100).filter(|n| n % 3 == 0).chain([1]).map(Value::Int).collect();
        assert_eq!(keys, expected);
        assert!(find(&dict, 99).is_some() && find(&dict, 98).is_none());
    }
}
