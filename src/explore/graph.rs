//! The states that a search has stored, and the ways between them.

use hashbrown::HashTable;

use crate::{
    choice::{Choice, Unit, Way},
    ids::ThreadId,
};

/// A stored state, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct StateId(pub u32);

/// Where an edge leads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Target {
    /// To a stored state.
    State(StateId),
    /// To an end, by its number among the kinds of end.
    End(u32),
}

/// Some steps from a stored state to the next, or to an end.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// Where they lead.
    pub to: Target,
    first: u32,
    count: u32,
    /// What they print on stdout, by its number among the texts; 0 for nothing.
    pub text: u32,
    /// Where they lead to a state: the number of the row of threads with which they came there.
    pub row: u32,
    next: u32,
}

/// The states by their keys, each with its edges.
#[derive(Debug, Default)]
pub struct Graph {
    keys: Vec<u128>,
    by_key: HashTable<u32>,
    /// How each state was come to first.
    came: Vec<Option<Came>>,
    /// One more than the number of the last edge of each state; 0 for none.
    last: Vec<u32>,
    edges: Vec<Edge>,
    choices: Vec<Packed>,
    draws: Vec<u64>,
}

/// How a state was come to first.
#[derive(Clone, Copy, Debug)]
pub struct Came {
    /// From which one.
    pub from: StateId,
    /// By which edge.
    pub edge: u32,
    first: Packed,
}

/// A choice in four bytes: the thread, and how it goes on.
#[derive(Clone, Copy, Debug)]
struct Packed(u32);

const THREAD_BITS: u32 = 16;

impl Graph {
    /// The state with that key, and whether it is new.
    pub fn state(&mut self, key: u128) -> (StateId, bool) {
        let hash = key as u64;
        let keys = &self.keys;
        if let Some(&at) = self.by_key.find(hash, |&at| keys[at as usize] == key) {
            return (StateId(at), false);
        }
        let at = self.keys.len() as u32;
        self.keys.push(key);
        self.last.push(0);
        self.came.push(None);
        let keys = &self.keys;
        self.by_key.insert_unique(hash, at, |&at| keys[at as usize] as u64);
        (StateId(at), true)
    }

    /// Adds an edge with its choices, the number of what is printed on it, and that of the row with which it arrives.
    pub fn add_edge(&mut self, from: StateId, to: Target, choices: &[Choice], (text, row): (u32, u32)) {
        let first = self.choices.len() as u32;
        for &choice in choices {
            let packed = self.pack(choice);
            self.choices.push(packed);
        }
        let last = &mut self.last[from.0 as usize];
        let edge = Edge { to, first, count: choices.len() as u32, text, row, next: *last };
        self.edges.push(edge);
        *last = self.edges.len() as u32;
    }

    /// The edge that was added last leads to a state that is new, by this choice of the search first.
    pub fn set_came(&mut self, to: StateId, from: StateId, first: Choice) {
        let first = self.pack(first);
        self.came[to.0 as usize] = Some(Came { from, edge: self.edges.len() as u32 - 1, first });
    }

    /// How a state was come to first; none for the beginning.
    #[must_use]
    pub fn came(&self, to: StateId) -> Option<Came> {
        self.came[to.0 as usize]
    }

    /// The choice of the search that led there first.
    #[must_use]
    pub fn first_choice(&self, came: Came) -> Choice {
        self.unpack(came.first)
    }

    /// How the states on the first way to one were come to, in order.
    #[must_use]
    pub fn hops(&self, to: StateId) -> Vec<Came> {
        let back = std::iter::successors(self.came(to), |came| self.came(came.from));
        let mut hops: Vec<Came> = back.collect();
        hops.reverse();
        hops
    }

    /// The first way to a state: that of the machine that is stored.
    #[must_use]
    pub fn first_way(&self, to: StateId) -> Vec<Choice> {
        self.hops(to).into_iter().flat_map(|came| self.choices(self.edge(came.edge))).collect()
    }

    fn pack(&mut self, choice: Choice) -> Packed {
        let way = match choice.way {
            Way::Run(_) => 0,
            Way::Expire => 1,
            Way::Wake => 2,
            Way::Draw(drawn) => {
                let known = self.draws.iter().position(|&known| known == drawn);
                let at = known.unwrap_or_else(|| {
                    self.draws.push(drawn);
                    self.draws.len() - 1
                });
                3 + at as u32
            }
        };
        Packed(way << THREAD_BITS | choice.thread.0 & 0xffff)
    }

    fn unpack(&self, Packed(packed): Packed) -> Choice {
        let thread = ThreadId(packed & 0xffff);
        let way = match packed >> THREAD_BITS {
            0 => Way::Run(Unit::Operation),
            1 => Way::Expire,
            2 => Way::Wake,
            at => Way::Draw(self.draws[at as usize - 3]),
        };
        Choice::new(thread, way)
    }

    /// An edge by its number.
    #[must_use]
    pub fn edge(&self, number: u32) -> &Edge {
        &self.edges[number as usize]
    }

    /// The edges of a state, the last one first.
    pub fn edges(&self, of: StateId) -> impl Iterator<Item = &Edge> {
        self.numbered_edges(of).map(|(_, edge)| edge)
    }

    /// The edges of a state with their numbers, the last one first.
    pub fn numbered_edges(&self, of: StateId) -> impl Iterator<Item = (u32, &Edge)> {
        let mut at = self.last[of.0 as usize];
        std::iter::from_fn(move || {
            let number = at.checked_sub(1)?;
            let edge = self.edges.get(number as usize)?;
            at = edge.next;
            Some((number, edge))
        })
    }

    /// The choices of an edge.
    pub fn choices(&self, edge: &Edge) -> impl Iterator<Item = Choice> {
        let (first, count) = (edge.first as usize, edge.count as usize);
        self.choices[first..first + count].iter().map(|&packed| self.unpack(packed))
    }

    /// How many states are stored.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }
}
