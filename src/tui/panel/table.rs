//! The panes as a table: what each is called, where it stands, how many rows it would like, and what draws it. A new pane is
//! its file, its row here, and its name in `scenario/pane.rs`.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{graph, log, output, resources, source, threads, timeline};
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
    /// How many rows it would like, if each thing in it has one row and if each has all that it could use; none if there
    /// is nothing to draw.
    pub wanted: fn(&Stage) -> [u16; 2],
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
}

/// Every pane, in the order of reading.
pub const PANELS: &[Panel] = &[
    Panel { pane: Pane::Source, title: "pane-source", home: Home::Left, wanted: source::wanted, draw: source::draw },
    Panel {
        pane: Pane::Threads,
        title: "pane-threads",
        home: Home::Right,
        wanted: threads::wanted,
        draw: threads::draw,
    },
    Panel {
        pane: Pane::Resources,
        title: "pane-resources",
        home: Home::Right,
        wanted: resources::wanted,
        draw: resources::draw,
    },
    Panel { pane: Pane::Graph, title: "pane-graph", home: Home::Corner, wanted: graph::wanted, draw: graph::draw },
    Panel {
        pane: Pane::Timeline,
        title: "pane-timeline",
        home: Home::Across,
        wanted: timeline::wanted,
        draw: timeline::draw,
    },
    Panel { pane: Pane::Log, title: "pane-log", home: Home::Below, wanted: log::wanted, draw: log::draw },
    Panel { pane: Pane::Output, title: "pane-output", home: Home::Below, wanted: output::wanted, draw: output::draw },
];

/// The row of a pane.
#[must_use]
pub fn panel(pane: Pane) -> Option<&'static Panel> {
    PANELS.iter().find(|panel| panel.pane == pane)
}

/// What the panes that the scenario wants would like; it wants all, if it does not say.
#[must_use]
pub fn wants(stage: &Stage, width: u16) -> Wants {
    let named = &stage.scenario().panes;
    let wanted = PANELS.iter().filter(|panel| named.is_empty() || named.contains(&panel.pane));
    let panes = wanted.map(|panel| Wanted { pane: panel.pane, home: panel.home, rows: (panel.wanted)(stage) });
    Wants { panes: panes.collect(), narration: if width >= 110 { 3 } else { 2 } }
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
