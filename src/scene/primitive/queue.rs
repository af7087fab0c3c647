//! A queue: its items, and how many are not done with.

use std::collections::VecDeque;

use crate::{
    event::{QueueChange, Shown},
    ids::ThreadId,
};

/// What a queue is like.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct QueueState {
    /// Its items, the one that is got next first.
    pub items: VecDeque<Item>,
    /// So many items are not done with.
    pub unfinished: u32,
    /// The last items that were got, each with who got it, the latest last.
    pub taken: VecDeque<(ThreadId, Shown)>,
    /// How many items were put so far.
    pub came: u32,
    /// The numbers of the items as they stand in the heap, if it is one. Equal items count as ordered by their coming.
    tree: Option<Vec<u32>>,
}

/// So many of the items that were got are kept.
const TAKEN: usize = 6;

/// An item of a queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// What it looks like.
    pub value: Shown,
    /// Who put it.
    pub by: ThreadId,
    /// The how-manieth it was to come, from 0.
    pub number: u32,
}

impl QueueState {
    /// An empty queue; a heap, if the smallest comes out first.
    #[must_use]
    pub fn new(heap: bool) -> Self {
        Self { tree: heap.then(Vec::new), ..Self::default() }
    }

    /// The items as they stand in the heap: behind the one at `n` come those at `2n + 1` and `2n + 2`. None if it is no heap.
    pub fn tree(&self) -> Option<impl Iterator<Item = &Item>> {
        let item = |&number: &u32| self.items.iter().find(|item| item.number == number);
        self.tree.as_ref().map(|tree| tree.iter().filter_map(item))
    }

    /// Which place an item has among those that come out.
    fn rank(&self, number: u32) -> usize {
        self.items.iter().position(|item| item.number == number).unwrap_or(usize::MAX)
    }

    /// The item at the end of the heap moves up past its larger parents.
    fn sift_up(&mut self) {
        let Some(mut tree) = self.tree.take() else { return };
        let mut at = tree.len().saturating_sub(1);
        while at > 0 && self.rank(tree[at]) < self.rank(tree[(at - 1) / 2]) {
            tree.swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
        self.tree = Some(tree);
    }

    /// Takes an item out of the heap: the last one takes its place, moves down to a leaf along the smaller children, and up
    /// again to where it belongs, as CPython's `heapq` does it.
    fn leave(&mut self, number: u32) {
        let Some(mut tree) = self.tree.take() else { return };
        if let Some(mut at) = tree.iter().position(|&known| known == number) {
            tree.swap_remove(at);
            let start = at;
            while 2 * at + 1 < tree.len() {
                let (left, right) = (2 * at + 1, 2 * at + 2);
                let least =
                    if right < tree.len() && self.rank(tree[right]) < self.rank(tree[left]) { right } else { left };
                tree.swap(at, least);
                at = least;
            }
            while at > start && self.rank(tree[at]) < self.rank(tree[(at - 1) / 2]) {
                tree.swap(at, (at - 1) / 2);
                at = (at - 1) / 2;
            }
        }
        self.tree = Some(tree);
    }

    pub(super) fn apply(&mut self, change: QueueChange<Shown>, by: ThreadId) {
        match change {
            QueueChange::Put { item, position } => {
                let number = self.came;
                self.came += 1;
                self.items.insert((position as usize).min(self.items.len()), Item { value: item, by, number });
                self.tree.iter_mut().for_each(|tree| tree.push(number));
                self.sift_up();
                self.unfinished = self.unfinished.saturating_add(1);
            }
            QueueChange::Got { item } => {
                // Among equals, a heap has an order of its own.
                let at = self.items.iter().position(|known| known.value == item).unwrap_or(0);
                if let Some(item) = self.items.remove(at) {
                    self.leave(item.number);
                }
                if self.taken.len() == TAKEN {
                    self.taken.pop_front();
                }
                self.taken.push_back((by, item));
            }
            QueueChange::TaskDone { unfinished } => self.unfinished = unfinished,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The heap after these were put (`Some`) and the first was got (`None`).
    fn heap(changes: &[Option<i32>]) -> Vec<i32> {
        let mut queue = QueueState::new(true);
        let number = |shown: Shown| match shown {
            Shown::Int(number) => number,
            Shown::Text(_) => panic!("only numbers are put"),
        };
        for change in changes {
            let change = match *change {
                Some(item) => {
                    let before = queue.items.iter().filter(|other| number(other.value) <= item).count();
                    QueueChange::Put { item: Shown::Int(item), position: before as u32 }
                }
                None => QueueChange::Got { item: queue.items[0].value },
            };
            queue.apply(change, ThreadId::MAIN);
        }
        queue.tree().expect("it is a heap").map(|item| number(item.value)).collect()
    }

    #[test]
    fn the_tree_stands_as_heapq_arranges_it() {
        // From CPython: heappush and heappop of these.
        let put = [5, 2, 9, 1, 7, 3, 8].map(Some);
        assert_eq!(heap(&put), [1, 2, 3, 5, 7, 9, 8]);
        let taken = |times: usize| -> Vec<Option<i32>> { put.into_iter().chain(vec![None; times]).collect() };
        assert_eq!(heap(&taken(1)), [2, 5, 3, 8, 7, 9]);
        assert_eq!(heap(&taken(2)), [3, 5, 9, 8, 7]);
        assert!(heap(&taken(7)).is_empty());
    }

    #[test]
    fn a_line_is_no_tree() {
        assert!(QueueState::new(false).tree().is_none());
    }
}
