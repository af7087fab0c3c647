//! What is to be looked at next on the search for short ways: fewest context switches first, then fewest steps, then who came first.

use std::collections::BTreeMap;

/// How much a way costs: its context switches and its steps.
pub type Cost = (u32, u32);

/// Numbers with what it costs to come to them. What is added costs no less than what was taken last.
#[derive(Debug, Default)]
pub struct Queue {
    later: BTreeMap<Cost, Vec<u32>>,
    /// Those of the least cost that are left, the next one last.
    now: Vec<u32>,
    cost: Cost,
}

impl Queue {
    /// Adds a number.
    pub fn push(&mut self, cost: Cost, number: u32) {
        debug_assert!(self.now.is_empty() || cost >= self.cost, "no step costs less than nothing");
        self.later.entry(cost).or_default().push(number);
    }

    /// The next one, with its cost.
    pub fn pop(&mut self) -> Option<(Cost, u32)> {
        if self.now.is_empty() {
            (self.cost, self.now) = self.later.pop_first()?;
            self.now.reverse();
        }
        Some((self.cost, self.now.pop()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_switches_come_before_fewer_steps_and_equals_in_their_order() {
        let mut queue = Queue::default();
        for (cost, number) in [((1, 2), 0), ((0, 9), 1), ((1, 1), 2), ((0, 9), 3)] {
            queue.push(cost, number);
        }
        assert_eq!(queue.pop(), Some(((0, 9), 1)));
        queue.push((0, 10), 5);
        queue.push((0, 9), 4);
        let rest: Vec<u32> = std::iter::from_fn(|| queue.pop()).map(|(_, number)| number).collect();
        assert_eq!(rest, [3, 4, 5, 2, 0]);
    }
}
