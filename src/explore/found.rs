//! What a round of the search has found.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::{
    end::{EndState, Ends, Kind},
    graph::{Graph, StateId},
    node::{Common, Node},
    row::Row,
    sightings::Sightings,
};
use crate::{
    choice::Choice,
    machine::{Machine, Order},
};

/// What a round has found.
#[derive(Debug, Default)]
pub struct Found {
    /// The states and the ways between them.
    pub graph: Graph,
    /// The ends.
    pub ends: Ends,
    /// A way to each of them.
    pub first_ways: Vec<Vec<Choice>>,
    /// Races, guards, the order of locks.
    pub sightings: Sightings,
    /// Steps taken.
    pub transitions: u64,
    /// A bound was met: there is more.
    pub cut: bool,
    /// A limit of the machine ended a run: what lies behind is not known.
    pub limited: bool,
    /// The program has looked at a clock.
    pub asked_the_time: bool,
    /// What is printed on the way from one state to another, from 1 on.
    texts: IndexSet<Box<str>, FxBuildHasher>,
    /// The states that were gone on from in all ways.
    full: Vec<bool>,
    /// The threads of states, and the row of each stored one.
    rows: IndexSet<Row, FxBuildHasher>,
    row_of: Vec<u32>,
}

impl Found {
    /// The stored state of a node whose key and order this is, whether it is new, and the number of the node's row. Equal states
    /// have equal futures: where threads of the one that is stored are known by other locations, those of this one may do
    /// whatever they may.
    pub fn store(&mut self, (key, order): (u128, Order), node: &Node, common: &mut Common) -> (StateId, bool, u32) {
        let (state, is_new) = self.graph.state(key);
        let (row, _) = self.rows.insert_full(node.row(order));
        if is_new {
            self.full.push(false);
            self.row_of.push(row as u32);
        } else {
            let stored = self.row_of[state.0 as usize] as usize;
            if stored != row {
                let pairs = self.rows[row].locations.iter().zip(&self.rows[stored].locations);
                pairs.for_each(|(&from, &to)| common.futures.lead(from, to));
            }
        }
        (state, is_new, row as u32)
    }

    /// The threads of a stored state.
    #[must_use]
    pub fn row(&self, of: StateId) -> &Row {
        self.row_numbered(self.row_of[of.0 as usize])
    }

    /// A row by its number.
    #[must_use]
    pub fn row_numbered(&self, number: u32) -> &Row {
        &self.rows[number as usize]
    }

    /// Whether the state was gone on from in all ways.
    #[must_use]
    pub fn is_full(&self, state: StateId) -> bool {
        self.full[state.0 as usize]
    }

    /// The state is gone on from in all ways.
    pub fn set_full(&mut self, state: StateId) {
        self.full[state.0 as usize] = true;
    }

    /// The number of the end that a machine has come to by that way.
    pub fn end(&mut self, machine: &Machine, way: impl FnOnce() -> Vec<Choice>) -> u32 {
        self.number_end(EndState::of(machine), |_| way())
    }

    /// The number of an end that was come to by that way.
    pub fn number_end(&mut self, end: EndState, way: impl FnOnce(&Graph) -> Vec<Choice>) -> u32 {
        self.limited |= end.kind == Kind::Limit;
        let number = self.ends.number(end);
        if number as usize == self.first_ways.len() {
            self.first_ways.push(way(&self.graph));
        }
        number
    }

    /// The number of a text that was printed.
    pub fn number_text(&mut self, text: Box<str>) -> u32 {
        if text.is_empty() { 0 } else { self.texts.insert_full(text).0 as u32 + 1 }
    }

    /// The text of that number.
    #[must_use]
    pub fn text_of(&self, number: u32) -> &str {
        (number as usize).checked_sub(1).map_or("", |at| &self.texts[at])
    }

    /// All texts, from number 1 on.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }
}
