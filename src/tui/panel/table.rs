//! The panes as a table: what each is called, where it stands, how many rows it would like, and what draws it. A new pane is
//! its file, its row here, and its name in `scenario/pane.rs`.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    address_spaces, bytecode, call_stacks, cores, crowd, gil, graph, guards, heap, log, memory, opening, output,
    policy_compare, pool, resources, ring, side_by_side, source, state_map, states, stats, threads, timeline,
};
use crate::{
    app::Stage,
    ids::StepIndex,
    scenario::Pane,
    tui::{
        hit::Hits,
        layout::{Home, Wanted, Wants},
        painter::Painter,
    },
};

/// A pane of the stage.
#[derive(Clone, Copy, Debug)]
pub struct Panel {
    /// Which one.
    pub pane: Pane,
    /// The message over it; what is over the program is its file's name.
    pub title: &'static str,
    /// Where it stands.
    pub home: Home,
    /// Whether there is anything to draw.
    pub wanted: fn(&Stage) -> bool,
    /// Draws it.
    pub draw: fn(&View<'_>, Rect, &mut Hits, &mut Buffer),
}

/// What a pane draws.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// Says things of the scene in colour.
    pub painter: &'a Painter<'a>,
    /// The stage.
    pub stage: &'a Stage,
    /// What stands over the pane.
    pub title: String,
    /// Rows that the threads have, without their title; none where they are not shown.
    pub thread_rows: Option<u16>,
    /// What is on the screen at the same time.
    pub shown: &'a [(Pane, Rect)],
}

/// Every pane, in the order of reading.
pub const PANELS: &[Panel] = &[
    Panel { pane: Pane::Source, title: "pane-source", home: Home::Source, wanted: source::wanted, draw: source::draw },
    Panel { pane: Pane::Graph, title: "pane-graph", home: Home::Picture, wanted: graph::wanted, draw: graph::draw },
    Panel { pane: Pane::Ring, title: "pane-ring", home: Home::Picture, wanted: ring::wanted, draw: ring::draw },
    Panel { pane: Pane::Memory, title: "pane-memory", home: Home::Picture, wanted: memory::wanted, draw: memory::draw },
    Panel {
        pane: Pane::AddressSpaces,
        title: "pane-address-spaces",
        home: Home::Picture,
        wanted: address_spaces::wanted,
        draw: address_spaces::draw,
    },
    Panel { pane: Pane::Guards, title: "pane-guards", home: Home::Picture, wanted: guards::wanted, draw: guards::draw },
    Panel {
        pane: Pane::CallStacks,
        title: "pane-call-stacks",
        home: Home::Picture,
        wanted: call_stacks::wanted,
        draw: call_stacks::draw,
    },
    Panel { pane: Pane::Heap, title: "pane-heap", home: Home::Picture, wanted: heap::wanted, draw: heap::draw },
    Panel { pane: Pane::Pool, title: "pane-pool", home: Home::Picture, wanted: pool::wanted, draw: pool::draw },
    Panel {
        pane: Pane::Bytecode,
        title: "pane-bytecode",
        home: Home::Picture,
        wanted: bytecode::wanted,
        draw: bytecode::draw,
    },
    Panel {
        pane: Pane::Resources,
        title: "pane-resources",
        home: Home::Picture,
        wanted: resources::wanted,
        draw: resources::draw,
    },
    Panel { pane: Pane::States, title: "pane-states", home: Home::Picture, wanted: states::wanted, draw: states::draw },
    Panel { pane: Pane::Cores, title: "pane-cores", home: Home::Picture, wanted: cores::wanted, draw: cores::draw },
    Panel { pane: Pane::Gil, title: "pane-gil", home: Home::Picture, wanted: gil::wanted, draw: gil::draw },
    Panel { pane: Pane::Stats, title: "pane-stats", home: Home::Picture, wanted: stats::wanted, draw: stats::draw },
    Panel {
        pane: Pane::Crowd,
        title: "pane-crowd",
        home: Home::Picture,
        wanted: crowd::is_named,
        draw: crowd::draw_pane,
    },
    Panel {
        pane: Pane::PolicyCompare,
        title: "pane-policy-compare",
        home: Home::Picture,
        wanted: policy_compare::wanted,
        draw: policy_compare::draw,
    },
    Panel {
        pane: Pane::StateMap,
        title: "pane-state-map",
        home: Home::Picture,
        wanted: state_map::wanted,
        draw: state_map::draw,
    },
    Panel {
        pane: Pane::SideBySide,
        title: "pane-side-by-side",
        home: Home::Picture,
        wanted: side_by_side::wanted,
        draw: side_by_side::draw,
    },
    Panel {
        pane: Pane::Threads,
        title: "pane-threads",
        home: Home::Threads,
        wanted: threads::wanted,
        draw: threads::draw,
    },
    Panel {
        pane: Pane::Timeline,
        title: "pane-timeline",
        home: Home::History,
        wanted: timeline::wanted,
        draw: timeline::draw,
    },
    Panel { pane: Pane::Output, title: "pane-output", home: Home::Output, wanted: output::wanted, draw: output::draw },
    Panel { pane: Pane::Log, title: "pane-log", home: Home::Happened, wanted: log::wanted, draw: log::draw },
];

/// The row of a pane.
#[must_use]
pub fn panel(pane: Pane) -> Option<&'static Panel> {
    PANELS.iter().find(|panel| panel.pane == pane)
}

/// What the panes that are to be there would like. A scenario that names one of those that always stand names all that there
/// are to be; one that names others wants them besides.
#[must_use]
pub fn wants(stage: &Stage) -> Wants {
    let named = &stage.scenario().panes;
    let all = !named.iter().any(|pane| pane.always_stands());
    // What shows only what went wrong shows it in any scenario.
    let is_named = |pane| all || named.contains(&pane) || matches!(pane, Pane::Graph | Pane::Memory | Pane::Guards);
    // Before there is anything to see, the picture says what there will be.
    let opens = opening::wanted(stage);
    let begun = stage.cursor() > StepIndex(0);
    // Whatever shows something else than what is shared.
    let tells_more = |pane| !matches!(pane, Pane::Graph | Pane::Memory | Pane::Resources);
    let pictured = named.iter().filter_map(|&pane| panel(pane)).any(|panel| panel.home == Home::Picture);
    let is_there = |panel: &&Panel| match (opens, panel.home) {
        _ if stage.opened() == Some(panel.pane) => true,
        (true, Home::Picture) if panel.pane == Pane::Resources => pictured || all,
        (true, Home::Picture) => begun && tells_more(panel.pane) && is_named(panel.pane) && (panel.wanted)(stage),
        _ => is_named(panel.pane) && (panel.wanted)(stage),
    };
    let mut panes: Vec<&Panel> = PANELS.iter().filter(is_there).collect();
    panes.sort_by_key(|panel| rank(stage, panel));
    let threads = stage.threads_expected().min(usize::from(u16::MAX)) as u16;
    let whole = |pane| matches!(pane, Pane::Graph | Pane::Ring);
    let panes = panes.into_iter();
    let panes = panes.map(|panel| Wanted { pane: panel.pane, home: panel.home, whole: whole(panel.pane) });
    Wants { panes: panes.collect(), threads, turned: stage.turned() }
}

/// In which order the panes of the picture are shown: what the viewer opened, what has gone wrong, what the scenario names, and
/// then whatever else there is to see.
fn rank(stage: &Stage, panel: &Panel) -> (u8, usize) {
    let pane = panel.pane;
    let named = stage.scenario().panes.iter().position(|&known| known == pane);
    match (panel.home, named) {
        (Home::Picture, _) if stage.opened_first() == Some(pane) => (0, 0),
        (Home::Picture, _) if pane == Pane::Graph => (1, 0),
        (Home::Picture, _) if pane == Pane::Memory && stage.scene().lost_writes() > 0 => (1, 1),
        (Home::Picture, _) if pane == Pane::Resources && opening::wanted(stage) => (4, 0),
        (Home::Picture, Some(at)) => (2, at),
        _ => (3, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pane_has_a_row_in_the_order_of_reading() {
        let rows: Vec<Pane> = PANELS.iter().map(|panel| panel.pane).collect();
        assert_eq!(rows, Pane::ALL);
        for row in PANELS {
            assert_eq!(row.title, row.pane.title());
            assert_eq!(row.home != Home::Picture, row.pane.always_stands(), "{}", row.title);
        }
    }
}
