//! When two machines are one and the same, exactly: the same objects in the same places, the same clock, the same output.
//!
//! What a search takes for equal is less exact: `canonical`. Both take every field by its name, so that a new one cannot be
//! forgotten. Tests: `tests/hosts/replay.rs`, `tests/machine/canonical.rs`.

use std::hash::{Hash, Hasher};

use crate::machine::Machine;

impl Machine {
    /// What makes two machines of one program the same. Labels are for viewers, and do not count; which threads are ready,
    /// timed or alive follows from the threads and primitives; effort, wall and effects are nothing between steps; names
    /// and texts that are compiled are only ever added.
    fn identity(&self) -> impl Eq + Hash + '_ {
        let Self {
            common,
            space,
            processes,
            threads,
            ready: _,
            timed: _,
            resources,
            alive: _,
            clock,
            by_the_wall: _,
            output,
            atomic,
            rules,
            cores,
            budget: _,
            end,
            limit,
            circles,
            silent: _,
            effects: _,
            time: _,
            owed: _,
            thread_names: _,
        } = self;
        let memory = (space, processes);
        (
            memory,
            threads,
            resources,
            circles,
            clock,
            cores,
            output,
            (atomic, rules),
            (end, limit),
            common.names.len(),
            common.program.made.len(),
        )
    }
}

impl PartialEq for Machine {
    /// Whether both are at the same point of the same program.
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
            && self.common.names == other.common.names
            && self.common.program.made == other.common.program.made
    }
}

impl Eq for Machine {}

impl Hash for Machine {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}
