//! The threads of a state in the order in which its machine is told, and how ways through equal states are put together.
//!
//! Machines that are one state may have their threads in different places: what one does, the other does with threads that
//! have changed places. A search goes on from the machine that it stored, so that behind an edge that led to that state from
//! another machine, the names of threads have to be those of that other machine.

use smallvec::SmallVec;

use super::{
    found::Found,
    futures::Location,
    graph::{StateId, Target},
};
use crate::{choice::Choice, ids::ThreadId, machine::Order};

/// The threads of a machine that live.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Row {
    /// As they are told.
    pub threads: Order,
    /// Where each of them stands.
    pub locations: SmallVec<[Location; 8]>,
    /// How many threads there ever were.
    pub made: u32,
}

impl Row {
    /// The place of a thread; none for one that does not live.
    #[must_use]
    pub fn place(&self, thread: ThreadId) -> Option<usize> {
        place(&self.threads, thread)
    }
}

/// The place of a thread among those that live, as they are told; none for one that does not.
#[must_use]
pub fn place(order: &Order, thread: ThreadId) -> Option<usize> {
    order.iter().position(|&known| known == thread)
}

/// Which threads of one machine stand for those of a stored one.
#[derive(Debug)]
struct Renaming {
    pairs: SmallVec<[(ThreadId, ThreadId); 8]>,
    /// How many threads the stored machine and this one have made: later ones are counted from there.
    made: (u32, u32),
}

impl Renaming {
    fn of(&self, thread: ThreadId) -> ThreadId {
        let known = self.pairs.iter().find(|(stored, _)| *stored == thread);
        let later = || thread.0.checked_sub(self.made.0).map_or(thread, |later| ThreadId(self.made.1 + later));
        known.map_or_else(later, |&(_, own)| own)
    }

    /// Behind an edge that came to a machine with one row, where another is stored.
    fn behind(&self, came: &Row, stored: &Row) -> Self {
        let pairs = stored.threads.iter().zip(&came.threads).map(|(&stored, &came)| (stored, self.of(came)));
        let made = (stored.made, self.made.1 + (came.made - self.made.0));
        Self { pairs: pairs.collect(), made }
    }
}

/// The choices along edges that follow each other from the first state on.
#[must_use]
pub fn way_along(found: &Found, edges: impl IntoIterator<Item = u32>) -> Vec<Choice> {
    let first = found.row(StateId(0));
    let pairs = first.threads.iter().map(|&thread| (thread, thread)).collect();
    let mut renaming = Renaming { pairs, made: (first.made, first.made) };
    let mut way = Vec::new();
    for number in edges {
        let edge = found.graph.edge(number);
        let choices = found.graph.choices(edge);
        way.extend(choices.map(|choice| Choice { thread: renaming.of(choice.thread), ..choice }));
        if let Target::State(to) = edge.to {
            renaming = renaming.behind(found.row_numbered(edge.row), found.row(to));
        }
    }
    way
}
