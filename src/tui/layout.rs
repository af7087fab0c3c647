//! Where the panes of the stage stand.
//!
//! ```text
//!  header
//!  left              │ right
//!                    │
//!  narration         │ corner
//!  across
//!  below             │ below
//!  footer
//! ```
//!
//! Each pane has a home there; which ones there are is the table's business (`panel/table.rs`) and the scenario's. What there
//! is no room for folds: a pane of one row is its title and what matters most of it. On a small terminal, and when a pane is
//! given all the room, the panes stand one above the other and all but one are folded.

use ratatui::layout::{Constraint, Layout, Rect};

use crate::scenario::Pane;

/// Where a pane stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Home {
    /// In the left column, above the narration.
    Left,
    /// In the right column.
    Right,
    /// At the end of the right column: as high as it likes, up to a third.
    Corner,
    /// Across the whole width, below the columns.
    Across,
    /// In the last rows, side by side.
    Below,
}

/// What a pane would like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// Which pane.
    pub pane: Pane,
    /// Where it stands.
    pub home: Home,
    /// How many rows, at least and at best; none if there is nothing to draw.
    pub rows: [u16; 2],
}

/// What is to be laid out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wants {
    /// The panes, in the order of reading.
    pub panes: Vec<Wanted>,
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
pub fn stage(area: Rect, wants: &Wants, zoom: Option<Pane>) -> StageLayout {
    let footer_rows = u16::from(area.height > 6);
    let header_rows = u16::from(area.height > 3);
    let [header, body, footer] =
        Layout::vertical([Constraint::Length(header_rows), Constraint::Fill(1), Constraint::Length(footer_rows)])
            .areas(area);
    let mut layout = StageLayout { header, footer, ..StageLayout::default() };
    match zoom {
        None if area.width >= COLUMNS.0 && area.height >= COLUMNS.1 => columns(body, wants, &mut layout),
        open => stack(body, open, wants, &mut layout),
    }
    layout
}

/// One pane open, the others folded; those that come last give way where there is no room even for that.
fn stack(body: Rect, open: Option<Pane>, wants: &Wants, layout: &mut StageLayout) {
    let open = open.or_else(|| wants.panes.first().map(|wanted| wanted.pane)).unwrap_or(Pane::Source);
    let narration = u16::from(body.height > 8) + u16::from(body.height > 12);
    let folded = wants.panes.iter().filter(|wanted| wanted.pane != open && wanted.rows[0] > 0);
    let folded: Vec<Pane> = folded.map(|wanted| wanted.pane).collect();
    let room = body.height.saturating_sub(narration + body.height.min(3));
    let shown = folded.len().min(usize::from(room));
    let open_rows = body.height - narration - shown as u16;
    let mut y = body.y;
    for &pane in Pane::ALL {
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

fn columns(body: Rect, wants: &Wants, layout: &mut StageLayout) {
    let at_home = |home| wants.panes.iter().filter(move |wanted| wanted.home == home && wanted.rows[0] > 0).copied();
    let (across, below) = (at_home(Home::Across).collect::<Vec<_>>(), at_home(Home::Below).collect::<Vec<_>>());
    let (left, right) = (at_home(Home::Left).collect::<Vec<_>>(), at_home(Home::Right).collect::<Vec<_>>());
    let corner: Vec<Wanted> = at_home(Home::Corner).collect();
    let no_columns = left.is_empty() && right.is_empty() && corner.is_empty();
    let most = (body.height / 3 / across.len().max(1) as u16).max(4);
    let mut rows = vec![if no_columns { Constraint::Length(wants.narration) } else { Constraint::Fill(1) }];
    rows.extend(across.iter().map(|wanted| match no_columns {
        true => Constraint::Fill(1),
        false => Constraint::Length(wanted.rows[usize::from(wanted.rows[1] <= body.height / 4)].min(most)),
    }));
    rows.push(match (below.is_empty(), no_columns && across.is_empty()) {
        (true, _) => Constraint::Length(0),
        (false, true) => Constraint::Fill(1),
        (false, false) => Constraint::Length((body.height / 5).clamp(4, 12)),
    });
    let areas = Layout::vertical(rows).split(body);
    match no_columns {
        true => layout.narration = areas[0],
        false => upper(areas[0], (&left, &right, &corner), wants.narration, layout),
    }
    layout.panes.extend(across.iter().map(|wanted| wanted.pane).zip(areas[1..].iter().copied()));
    side_by_side(areas[areas.len() - 1], &below, layout);
}

/// The two columns with the narration; if one of them is empty, the other has all the room.
fn upper(
    area: Rect,
    (left, right, corner): (&[Wanted], &[Wanted], &[Wanted]),
    narration: u16,
    layout: &mut StageLayout,
) {
    let narration = narration.min((area.height / 4).max(2));
    let with_narration = |area| Layout::vertical([Constraint::Fill(1), Constraint::Length(narration)]).areas(area);
    if left.is_empty() || right.is_empty() && corner.is_empty() {
        let [column, narration] = with_narration(area);
        layout.narration = narration;
        let column_of = if left.is_empty() { right } else { left };
        return column_with_corner(column, (column_of, corner), layout);
    }
    let (first, rule, second) = split(area, if area.width >= 110 { 50 } else { 48 });
    let [first, narration] = with_narration(first);
    column_with_corner(first, (left, &[]), layout);
    layout.narration = narration;
    layout.rules.push(rule);
    column_with_corner(second, (right, corner), layout);
}

/// Two columns with a rule between them; the left one takes so many per cent.
fn split(area: Rect, per_cent: u16) -> (Rect, Rect, Rect) {
    let [left, rule, right] =
        Layout::horizontal([Constraint::Percentage(per_cent), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    (left, rule, right)
}

/// Panes beside each other, the first somewhat wider than the rest.
fn side_by_side(area: Rect, panes: &[Wanted], layout: &mut StageLayout) {
    match panes {
        [] => {}
        [only] => layout.panes.push((only.pane, area)),
        [first, others @ ..] => {
            let wider = if area.width >= 110 { 12 } else { 14 };
            let (own, rule, rest) = split(area, 100 / panes.len() as u16 + wider);
            layout.panes.push((first.pane, own));
            layout.rules.push(rule);
            side_by_side(rest, others, layout);
        }
    }
}

/// The panes of a column share it: each first what it needs at least, then what it would like.
fn column_with_corner(area: Rect, (column, corner): (&[Wanted], &[Wanted]), layout: &mut StageLayout) {
    let third = (area.height / 3 / corner.len().max(1) as u16).max(1);
    let corners: Vec<u16> = corner.iter().map(|wanted| wanted.rows[0].min(third)).collect();
    let room = area.height.saturating_sub(corners.iter().sum());
    let heights = share(&column.iter().map(|wanted| wanted.rows).collect::<Vec<_>>(), room);
    let mut rows: Vec<Constraint> = heights.into_iter().map(Constraint::Length).collect();
    rows.extend(corners.into_iter().map(Constraint::Length));
    let last = column.len().checked_sub(1).or_else(|| corner.len().checked_sub(1));
    if let Some(last) = last {
        rows[last] = Constraint::Fill(1);
    }
    let areas = Layout::vertical(rows).split(area);
    let panes = column.iter().chain(corner).map(|wanted| wanted.pane).zip(areas.iter().copied());
    layout.panes.extend(panes.filter(|(_, area)| area.height > 0));
}

/// How high the panes of a column are, if each needs so many rows and would like so many; the last one takes what is left.
fn share(wanted: &[[u16; 2]], room: u16) -> Vec<u16> {
    let mut heights: Vec<u16> = wanted.iter().map(|rows| rows[0]).collect();
    let sum = |heights: &[u16]| heights.iter().fold(0_u16, |sum, &rows| sum.saturating_add(rows));
    for at in 0..heights.len() {
        let flat = std::mem::replace(&mut heights[at], wanted[at][1]);
        if sum(&heights) > room {
            heights[at] = flat;
        }
    }
    if let Some(last) = heights.last_mut() {
        *last = (*last).max(2);
    }
    if sum(&heights) > room {
        // Those that come last keep an equal part, and what they do not need is for those before them.
        let mut left = room;
        for (at, rows) in heights.iter_mut().enumerate().rev() {
            *rows = (*rows).min(left / (at as u16 + 1));
            left -= *rows;
        }
    }
    heights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants() -> Wants {
        let rows = [
            (Pane::Source, Home::Left, [1, 1]),
            (Pane::Threads, Home::Right, [5, 8]),
            (Pane::Resources, Home::Right, [4, 8]),
            (Pane::Graph, Home::Corner, [6, 6]),
            (Pane::Timeline, Home::Across, [5, 8]),
            (Pane::Log, Home::Below, [1, 1]),
            (Pane::Output, Home::Below, [1, 1]),
        ];
        let panes = rows.map(|(pane, home, rows)| Wanted { pane, home, rows }).to_vec();
        Wants { panes, narration: 3 }
    }

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
                check(area, &stage(area, &wants(), None));
                check(area, &stage(area, &wants(), Some(Pane::Log)));
            }
        }
    }

    #[test]
    fn every_pane_is_there_on_a_terminal_of_80_by_24() {
        let layout = stage(Rect::new(0, 0, 80, 24), &wants(), None);
        let panes: Vec<Pane> = layout.panes.iter().map(|&(pane, _)| pane).collect();
        assert_eq!(panes, Pane::ALL);
        assert!(layout.panes.iter().all(|(_, rect)| rect.height >= 2), "{layout:?}");
    }

    #[test]
    fn any_selection_of_panes_fills_the_screen_without_overlap() {
        for chosen in 1..1_u32 << Pane::ALL.len() {
            let is_chosen = |wanted: &Wanted| chosen & (1 << wanted.pane as u32) != 0;
            let all = wants();
            let wants = Wants { panes: all.panes.into_iter().filter(is_chosen).collect(), ..all };
            for (width, height) in [(80, 24), (160, 50), (40, 12)] {
                let area = Rect::new(0, 0, width, height);
                let layout = stage(area, &wants, None);
                check(area, &layout);
                let panes: Vec<Pane> = layout.panes.iter().map(|&(pane, _)| pane).collect();
                assert!(wants.panes.iter().map(|wanted| wanted.pane).eq(panes), "{chosen:b} {layout:?}");
                let rects = layout.panes.iter().map(|&(_, rect)| rect).chain(layout.rules.iter().copied());
                let covered: u32 = rects.chain([layout.header, layout.footer, layout.narration]).map(Rect::area).sum();
                assert_eq!(covered, area.area(), "{chosen:b} {layout:?}");
            }
        }
    }
}
