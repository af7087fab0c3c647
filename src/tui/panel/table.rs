//! The panes as a table: what each is called, where it stands, how many rows it would like, and what draws it. A new pane is
//! its file, its row here, and its name in `scenario/pane.rs`.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{graph, guards, log, memory, opening, output, resources, ring, source, threads, timeline};
use crate::{
    app::Stage,
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
}

/// Every pane, in the order of reading.
pub const PANELS: &[Panel] = &[
    Panel { pane: Pane::Source, title: "pane-source", home: Home::Source, wanted: source::wanted, draw: source::draw },
    Panel { pane: Pane::Graph, title: "pane-graph", home: Home::Picture, wanted: graph::wanted, draw: graph::draw },
    Panel { pane: Pane::Ring, title: "pane-ring", home: Home::Picture, wanted: ring::wanted, draw: ring::draw },
    Panel { pane: Pane::Memory, title: "pane-memory", home: Home::Picture, wanted: memory::wanted, draw: memory::draw },
    Panel { pane: Pane::Guards, title: "pane-guards", home: Home::Picture, wanted: guards::wanted, draw: guards::draw },
    Panel {
        pane: Pane::Resources,
        title: "pane-resources",
        home: Home::Picture,
        wanted: resources::wanted,
        draw: resources::draw,
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

/// What the panes that the scenario wants would like; it wants all, if it does not say.
#[must_use]
pub fn wants(stage: &Stage) -> Wants {
    let named = &stage.scenario().panes;
    // What shows only what went wrong shows it in any scenario.
    let is_named =
        |pane| named.is_empty() || named.contains(&pane) || matches!(pane, Pane::Graph | Pane::Memory | Pane::Guards);
    // Before there is anything to see, the picture says what there will be.
    let opens = opening::wanted(stage);
    let pictured = named.iter().filter_map(|&pane| panel(pane)).any(|panel| panel.home == Home::Picture);
    let is_there = |panel: &&Panel| match (opens, panel.home) {
        (true, Home::Picture) => panel.pane == Pane::Resources && (pictured || named.is_empty()),
        _ => is_named(panel.pane) && (panel.wanted)(stage),
    };
    let panes = PANELS.iter().filter(is_there);
    let threads = stage.threads_expected().min(usize::from(u16::MAX)) as u16;
    let whole = |pane| matches!(pane, Pane::Graph | Pane::Ring);
    let panes = panes.map(|panel| Wanted { pane: panel.pane, home: panel.home, whole: whole(panel.pane) });
    Wants { panes: panes.collect(), threads, turned: stage.turned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pane_has_a_row_in_the_order_of_reading() {
        let rows: Vec<Pane> = PANELS.iter().map(|panel| panel.pane).collect();
        assert_eq!(rows, Pane::ALL);
    }
}
