//! Sets of outputs with the ends behind them, as diagrams in which equal parts are one: however many there are, they are
//! counted exactly, and only those that are wanted are written out.
//!
//! A node is a set of pairs of a text and an end: the ends of the empty text, and for each first symbol what may follow.
//! (Loekito, Bailey, Pei 2010.)

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;
use smallvec::SmallVec;

/// A set, by number.
pub type SetId = u32;

/// The empty set.
pub const EMPTY: SetId = 0;

/// Diagrams of more nodes than these are given up.
const MOST_NODES: usize = 4_000_000;

#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
struct Set {
    ends: SmallVec<[u32; 2]>,
    next: SmallVec<[(u32, SetId); 2]>,
}

/// The sets, each once.
#[derive(Debug)]
pub struct Diagram {
    sets: IndexSet<Set, FxBuildHasher>,
    unions: IndexMap<(SetId, SetId), SetId, FxBuildHasher>,
}

impl Diagram {
    /// No sets but the empty one.
    #[must_use]
    pub fn new() -> Self {
        let mut sets = IndexSet::default();
        sets.insert(Set::default());
        Self { sets, unions: IndexMap::default() }
    }

    fn set(&mut self, set: Set) -> SetId {
        self.sets.insert_full(set).0 as SetId
    }

    /// Whether there are too many nodes to go on.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.sets.len().max(self.unions.len()) > MOST_NODES
    }

    /// The set of the empty text with this end.
    pub fn end(&mut self, end: u32) -> SetId {
        self.set(Set { ends: SmallVec::from_slice(&[end]), next: SmallVec::new() })
    }

    /// The set with these symbols before every text.
    pub fn behind(&mut self, symbols: &[u32], set: SetId) -> SetId {
        if set == EMPTY {
            return EMPTY;
        }
        symbols.iter().rev().fold(set, |set, &symbol| {
            self.set(Set { ends: SmallVec::new(), next: SmallVec::from_slice(&[(symbol, set)]) })
        })
    }

    /// All that is in one or the other.
    pub fn union(&mut self, one: SetId, other: SetId) -> SetId {
        let mut open = vec![ordered(one, other)];
        while let Some(&pair) = open.last() {
            if self.known(pair).is_some() {
                open.pop();
                continue;
            }
            let before = open.len();
            let (one, other) = (&self.sets[pair.0 as usize], &self.sets[pair.1 as usize]);
            for &(symbol, set) in &one.next {
                if let Some(&(_, another)) = other.next.iter().find(|(known, _)| *known == symbol) {
                    let pair = ordered(set, another);
                    if self.known(pair).is_none() {
                        open.push(pair);
                    }
                }
            }
            if open.len() == before {
                let union = self.joined(pair);
                let union = self.set(union);
                self.unions.insert(pair, union);
            }
        }
        self.known(ordered(one, other)).unwrap_or(EMPTY)
    }

    fn known(&self, (one, other): (SetId, SetId)) -> Option<SetId> {
        if one == EMPTY || one == other { Some(other) } else { self.unions.get(&(one, other)).copied() }
    }

    /// The union of two sets, when those of what follows are known.
    fn joined(&self, (one, other): (SetId, SetId)) -> Set {
        let (one, other) = (&self.sets[one as usize], &self.sets[other as usize]);
        let mut set = one.clone();
        set.ends.extend(other.ends.iter().copied().filter(|end| !one.ends.contains(end)));
        set.ends.sort_unstable();
        for &(symbol, another) in &other.next {
            match set.next.iter_mut().find(|(known, _)| *known == symbol) {
                Some((_, own)) => *own = self.known(ordered(*own, another)).unwrap_or(EMPTY),
                None => set.next.push((symbol, another)),
            }
        }
        set.next.sort_unstable();
        set
    }

    /// How many pairs of a text and an end are in the set.
    #[must_use]
    pub fn count(&self, of: SetId) -> u128 {
        // Whatever a set is made of has a smaller number.
        let mut counts: Vec<u128> = Vec::with_capacity(of as usize + 1);
        for set in self.sets.iter().take(of as usize + 1) {
            let next = set.next.iter().map(|&(_, next)| counts[next as usize]);
            counts.push(next.fold(set.ends.len() as u128, u128::saturating_add));
        }
        counts.last().copied().unwrap_or(0)
    }

    /// The first so many pairs whose end is one of those that are wanted.
    #[must_use]
    pub fn list(&self, of: SetId, most: usize, is_wanted: impl Fn(u32) -> bool) -> Vec<(Vec<u32>, u32)> {
        let mut leads = Vec::with_capacity(of as usize + 1);
        for set in self.sets.iter().take(of as usize + 1) {
            let leads_on = set.ends.iter().any(|&end| is_wanted(end));
            leads.push(leads_on || set.next.iter().any(|&(_, next)| leads[next as usize]));
        }
        let mut listed = Vec::new();
        let mut text: Vec<u32> = Vec::new();
        let mut path: Vec<(SetId, usize)> = vec![(of, 0)];
        while let Some((set, at)) = path.last_mut() {
            let found = &self.sets[*set as usize];
            if *at == 0 {
                let ends = found.ends.iter().filter(|end| is_wanted(**end));
                listed.extend(ends.map(|&end| (text.clone(), end)));
                if listed.len() >= most {
                    listed.truncate(most);
                    break;
                }
            }
            let next = found.next.iter().enumerate().skip(*at).find(|(_, (_, next))| leads[*next as usize]);
            match next {
                Some((place, &(symbol, next))) => {
                    *at = place + 1;
                    text.push(symbol);
                    path.push((next, 0));
                }
                None => {
                    path.pop();
                    text.pop();
                }
            }
        }
        listed
    }
}

fn ordered(one: SetId, other: SetId) -> (SetId, SetId) {
    (one.min(other), one.max(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unions_of_shared_sets_are_counted_and_listed_exactly() {
        let mut diagram = Diagram::new();
        let end = diagram.end(7);
        let ab = diagram.behind(&[1, 2], end);
        let ac = diagram.behind(&[1, 3], end);
        let both = diagram.union(ab, ac);
        let all = diagram.union(both, end);
        assert_eq!(diagram.count(all), 3);
        assert_eq!(diagram.list(all, 10, |_| true), [(vec![], 7), (vec![1, 2], 7), (vec![1, 3], 7)]);
        assert_eq!(diagram.list(all, 2, |_| true).len(), 2);
        assert!(diagram.list(all, 10, |end| end == 8).is_empty());
        assert_eq!(diagram.union(all, ab), all, "what is in it already changes nothing");
        let other = diagram.end(8);
        let more = diagram.behind(&[1, 2], other);
        let more = diagram.union(all, more);
        assert_eq!(diagram.count(more), 4, "one text with two ends counts twice");
    }

    #[test]
    fn many_texts_take_few_nodes() {
        let mut diagram = Diagram::new();
        let mut set = diagram.end(0);
        for _ in 0..40 {
            let (one, other) = (diagram.behind(&[1], set), diagram.behind(&[2], set));
            set = diagram.union(one, other);
        }
        assert_eq!(diagram.count(set), 1 << 40);
        assert!(diagram.sets.len() < 200);
    }
}
