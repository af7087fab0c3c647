//! Strongly connected components of the stored states: where a program can go on for ever.
//!
//! Tarjan's algorithm, without recursion. Components come in an order in which whatever can be reached from one comes before it.

use super::graph::{Graph, StateId, Target};

/// The components of a graph.
#[derive(Debug, Default)]
pub struct Components {
    /// The component of each state.
    of: Vec<u32>,
    /// The states, component by component.
    members: Vec<StateId>,
    /// Where the members of each component begin.
    starts: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

impl Components {
    /// The components of the states that can be reached from the first one.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let mut found = Self { of: vec![UNSEEN; graph.len()], ..Self::default() };
        if graph.len() == 0 {
            return found;
        }
        let mut number = vec![UNSEEN; graph.len()];
        let mut low = number.clone();
        let mut open: Vec<StateId> = Vec::new();
        let mut count = 0;
        let first = StateId(0);
        let successors = |of: StateId| {
            graph.edges(of).filter_map(|edge| match edge.to {
                Target::State(to) => Some(to),
                Target::End(_) => None,
            })
        };
        let mut path = vec![(first, successors(first))];
        (number[0], low[0], count) = (count, count, count + 1);
        open.push(first);
        while let Some((state, next)) = path.last_mut() {
            let at = state.0 as usize;
            if let Some(to) = next.next() {
                let to_at = to.0 as usize;
                if number[to_at] == UNSEEN {
                    (number[to_at], low[to_at]) = (count, count);
                    count += 1;
                    open.push(to);
                    path.push((to, successors(to)));
                } else if found.of[to_at] == UNSEEN {
                    low[at] = low[at].min(number[to_at]);
                }
                continue;
            }
            path.pop();
            if let Some((before, _)) = path.last() {
                let before = before.0 as usize;
                low[before] = low[before].min(low[at]);
            }
            if low[at] == number[at] {
                found.close(&mut open, at);
            }
        }
        found
    }

    fn close(&mut self, open: &mut Vec<StateId>, first: usize) {
        let component = self.starts.len() as u32;
        self.starts.push(self.members.len() as u32);
        while let Some(member) = open.pop() {
            self.of[member.0 as usize] = component;
            self.members.push(member);
            if member.0 as usize == first {
                break;
            }
        }
    }

    /// Whether a program can go round in the component.
    #[must_use]
    pub fn goes_round(&self, component: usize, graph: &Graph) -> bool {
        match *self.members(component) {
            [alone] => graph.edges(alone).any(|edge| edge.to == Target::State(alone)),
            _ => true,
        }
    }

    /// Whether it can go round anywhere.
    #[must_use]
    pub fn any_goes_round(&self, graph: &Graph) -> bool {
        (0..self.len()).any(|component| self.goes_round(component, graph))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// The component of a state.
    #[must_use]
    pub fn component(&self, state: StateId) -> u32 {
        self.of[state.0 as usize]
    }

    /// The states of a component.
    #[must_use]
    pub fn members(&self, component: usize) -> &[StateId] {
        let end = self.starts.get(component + 1).map_or(self.members.len(), |&end| end as usize);
        &self.members[self.starts[component] as usize..end]
    }
}
