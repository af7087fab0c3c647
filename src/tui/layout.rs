//! Where the panes of the stage stand.
//!
//! ```text
//!  header
//!  source            │ threads
//!                    │ resources
//!  narration         │ wait-for graph
//!  timeline
//!  what happened     │ output
//!  footer
//! ```
//!
//! What there is no room for folds: a pane of one row is its title and what matters most of it. On a small terminal, and
//! when a pane is given all the room, the panes stand one above the other and all but one are folded.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::app::Pane;

/// How many rows the panes would like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wants {
    /// One row a thread, and two.
    pub threads: [u16; 2],
    /// One row a primitive, and three.
    pub resources: [u16; 2],
    /// None if there is nothing to draw.
    pub graph: u16,
    /// One row a lane, and two.
    pub timeline: [u16; 2],
    /// Rows of the narration.
    pub narration: u16,
}

/// Where the panes stand; a pane that is not there has no room at all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StageLayout {
    /// The first row.
    pub header: Rect,
    /// The narration, or the verdict.
    pub narration: Rect,
    /// The panes, in the order of reading.
    pub panes: Vec<(Pane, Rect)>,
    /// The rule between the columns.
    pub rules: Vec<Rect>,
    /// The last row.
    pub footer: Rect,
}

/// The smallest screen that has columns.
const COLUMNS: (u16, u16) = (64, 20);

/// Lays out the stage.
#[must_use]
pub fn stage(area: Rect, wants: Wants, zoom: Option<Pane>) -> StageLayout {
    let footer_rows = u16::from(area.height > 6);
    let header_rows = u16::from(area.height > 3);
    let [header, body, footer] =
        Layout::vertical([Constraint::Length(header_rows), Constraint::Fill(1), Constraint::Length(footer_rows)])
            .areas(area);
    let mut layout = StageLayout { header, footer, ..StageLayout::default() };
    match zoom {
        None if area.width >= COLUMNS.0 && area.height >= COLUMNS.1 => columns(body, wants, &mut layout),
        open => stack(body, open.unwrap_or(Pane::Source), wants, &mut layout),
    }
    layout
}

/// One pane open, the others folded; those that come last give way where there is no room even for that.
fn stack(body: Rect, open: Pane, wants: Wants, layout: &mut StageLayout) {
    let narration = u16::from(body.height > 8) + u16::from(body.height > 12);
    let folded = Pane::ALL.into_iter().filter(|&pane| pane != open);
    let folded: Vec<Pane> = folded.filter(|&pane| pane != Pane::Graph || wants.graph > 0).collect();
    let room = body.height.saturating_sub(narration + body.height.min(3));
    let shown = folded.len().min(usize::from(room));
    let open_rows = body.height - narration - shown as u16;
    let mut y = body.y;
    for pane in Pane::ALL {
        let rows = if pane == open {
            open_rows
        } else {
            u16::from(folded.iter().position(|&known| known == pane).is_some_and(|at| at < shown))
        };
        if rows > 0 {
            layout.panes.push((pane, Rect { y, height: rows, ..body }));
            y += rows;
        }
    }
    layout.narration = Rect { y, height: narration, ..body };
}

fn columns(body: Rect, wants: Wants, layout: &mut StageLayout) {
    let most = (body.height / 3).max(4);
    let tall = wants.timeline[1] <= body.height / 4;
    let timeline = wants.timeline[usize::from(tall)].min(most);
    let log = (body.height / 5).clamp(4, 12);
    let [upper, timeline, lower] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(timeline), Constraint::Length(log)]).areas(body);
    let (left, rule, right) = split(upper, if body.width >= 110 { 50 } else { 48 });
    let narration = wants.narration.min((upper.height / 4).max(2));
    let [source, narration] = Layout::vertical([Constraint::Fill(1), Constraint::Length(narration)]).areas(left);
    layout.panes.push((Pane::Source, source));
    layout.narration = narration;
    layout.rules.push(rule);
    right_column(right, wants, layout);
    layout.panes.push((Pane::Timeline, timeline));
    let (log, rule, output) = split(lower, if body.width >= 110 { 62 } else { 64 });
    layout.panes.push((Pane::Log, log));
    layout.panes.push((Pane::Output, output));
    layout.rules.push(rule);
}

/// Two columns with a rule between them; the left one takes so many per cent.
fn split(area: Rect, per_cent: u16) -> (Rect, Rect, Rect) {
    let [left, rule, right] =
        Layout::horizontal([Constraint::Percentage(per_cent), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    (left, rule, right)
}

/// Threads, primitives and graph share the right column: each first what it needs at least, then what it would like.
fn right_column(area: Rect, wants: Wants, layout: &mut StageLayout) {
    let graph = if wants.graph == 0 { 0 } else { wants.graph.min((area.height / 3).max(1)) };
    let room = area.height - graph;
    let tall_threads = wants.threads[1] + wants.resources[0] <= room;
    let mut threads = wants.threads[usize::from(tall_threads)];
    let tall_resources = threads + wants.resources[1] <= room;
    let resources = wants.resources[usize::from(tall_resources)].max(2);
    if threads + resources > room {
        let half = room / 2;
        threads = if resources <= half { room - resources } else { threads.min(room - half.min(resources)) };
    }
    let [threads, resources, graph] =
        Layout::vertical([Constraint::Length(threads), Constraint::Fill(1), Constraint::Length(graph)]).areas(area);
    layout.panes.push((Pane::Threads, threads));
    layout.panes.push((Pane::Resources, resources));
    if graph.height > 0 {
        layout.panes.push((Pane::Graph, graph));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTS: Wants = Wants { threads: [5, 8], resources: [4, 8], graph: 6, timeline: [5, 8], narration: 3 };

    /// No two panes lie on each other, and none reaches over the edge.
    fn check(area: Rect, layout: &StageLayout) {
        let mut all: Vec<Rect> = layout.panes.iter().map(|&(_, rect)| rect).collect();
        all.extend([layout.header, layout.footer, layout.narration]);
        all.extend(&layout.rules);
        for (at, a) in all.iter().enumerate() {
            assert_eq!(a.intersection(area), *a, "{a:?} in {area:?}");
            for b in &all[at + 1..] {
                assert!(a.is_empty() || b.is_empty() || !a.intersects(*b), "{a:?} and {b:?} of {area:?}");
            }
        }
    }

    #[test]
    fn panes_never_overlap_at_any_size() {
        for width in (1..200).step_by(9) {
            for height in (1..70).step_by(5) {
                let area = Rect::new(0, 0, width, height);
                check(area, &stage(area, WANTS, None));
                check(area, &stage(area, WANTS, Some(Pane::Log)));
            }
        }
    }

    #[test]
    fn every_pane_is_there_on_a_terminal_of_80_by_24() {
        let layout = stage(Rect::new(0, 0, 80, 24), WANTS, None);
        let panes: Vec<Pane> = layout.panes.iter().map(|&(pane, _)| pane).collect();
        assert_eq!(panes, Pane::ALL);
        assert!(layout.panes.iter().all(|(_, rect)| rect.height >= 2), "{layout:?}");
    }
}
