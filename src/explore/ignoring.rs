//! Where a program can go round in a circle, a thread that is left out of one persistent set after the other would be put off
//! for ever. So in every circle of stored states there is one that was gone on from in all ways.
//!
//! A circle that closes soon is noticed when it closes; the others are found among the components of the graph when there is
//! nothing more to go on from.

use super::{
    components::Components,
    graph::{Graph, StateId},
};

/// A circle is looked for so many states back.
const NEAR: usize = 64;

/// Whether the way by which `from` was first come to leads through `to`, not far back.
pub fn closes_a_circle(graph: &Graph, from: StateId, to: StateId) -> bool {
    let way_back = std::iter::successors(Some(from), |&at| graph.came(at).map(|came| came.from));
    way_back.take(NEAR).any(|at| at == to)
}

/// A state of each component in which a program can go round, and in which none was gone on from in all ways.
pub fn put_off(graph: &Graph, is_full: impl Fn(StateId) -> bool) -> Vec<StateId> {
    let components = Components::of(graph);
    let all = (0..components.len()).map(|component| (component, components.members(component)));
    let lacking = all.filter(|&(component, members)| {
        !members.iter().any(|&state| is_full(state)) && components.goes_round(component, graph)
    });
    lacking.filter_map(|(_, members)| members.iter().min().copied()).collect()
}
