//! When two machines are one and the same, exactly: the same objects in the same places, the same clock, the same output.
//!
//! What a search takes for equal is less exact: `canonical`. Both take every field by its name, so that a new one cannot be
//! forgotten. Tests: `tests/replay.rs`, `tests/canonical.rs`.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::machine::Machine;

impl PartialEq for Machine {
    /// Whether both are at the same point of the same program. Labels are for viewers, and do not count; which threads are
    /// ready, timed or alive follows from the threads and primitives; effort, wall and effects are nothing between steps.
    fn eq(&self, other: &Self) -> bool {
        let Self {
            program: _,
            statics: _,
            names,
            heap,
            globals,
            settled,
            modules_begun,
            classes,
            threads,
            ready: _,
            timed: _,
            resources,
            thread_locals,
            identities,
            thread_counter,
            alive: _,
            clock,
            by_the_wall: _,
            output,
            atomic,
            cores,
            budget: _,
            recursion_limit,
            end,
            limit,
            circles,
            labels: _,
            silent: _,
            effects: _,
            trunk: _,
        } = self;
        *heap == other.heap
            && *globals == other.globals
            && *threads == other.threads
            && *resources == other.resources
            && *classes == other.classes
            && *thread_locals == other.thread_locals
            && *identities == other.identities
            && *thread_counter == other.thread_counter
            && *settled == other.settled
            && *modules_begun == other.modules_begun
            && *circles == other.circles
            && *clock == other.clock
            && *cores == other.cores
            && *recursion_limit == other.recursion_limit
            && *output == other.output
            && *atomic == other.atomic
            && (*end, *limit) == (other.end, other.limit)
            && *names == other.names
    }
}

impl Eq for Machine {}

impl Hash for Machine {
    /// Takes in what [`PartialEq`] looks at.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self {
            program: _,
            statics: _,
            names,
            heap,
            globals,
            settled,
            modules_begun,
            classes,
            threads,
            ready: _,
            timed: _,
            resources,
            thread_locals,
            identities,
            thread_counter,
            alive: _,
            clock,
            by_the_wall: _,
            output,
            atomic,
            cores,
            budget: _,
            recursion_limit,
            end,
            limit,
            circles,
            labels: _,
            silent: _,
            effects: _,
            trunk: _,
        } = self;
        heap.hash(state);
        globals.hash(state);
        threads.hash(state);
        resources.hash(state);
        classes.hash(state);
        state.write_u64(sum(thread_locals.iter()));
        state.write_u64(sum(identities.iter()));
        thread_counter.hash(state);
        settled.hash(state);
        modules_begun.hash(state);
        circles.hash(state);
        clock.hash(state);
        cores.hash(state);
        recursion_limit.hash(state);
        output.hash(state);
        atomic.hash(state);
        (end, limit).hash(state);
        // Names are only ever added.
        names.len().hash(state);
    }
}

/// A hash of the entries of a map, in whatever order: equal maps may have theirs in different ones.
fn sum(entries: impl Iterator<Item = impl Hash>) -> u64 {
    let hashes = entries.map(|entry| {
        let mut hasher = FxHasher::default();
        entry.hash(&mut hasher);
        hasher.finish()
    });
    hashes.fold(0, u64::wrapping_add)
}
