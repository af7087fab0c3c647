//! Where things stand on the stage: four places round one cross, and what goes along their edges.
//!
//! ```text
//!  header
//!  sentence, two rows
//! ─ source ─────────┬ picture ────────
//!                   │
//! ─ threads ────────┼ history ────────
//!                   │
//! ─ output ─────────┼ what happened ──
//!  footer
//! ```
//!
//! The cross stands at one place for all steps of a run: how many rows threads get follows from how many there will be. A pane
//! has its title in its first row. Where there is little room what happened goes first; on a small terminal, and when a
//! pane is given all the room, the panes stand one above the other and all but one are folded into their titles.

use ratatui::layout::Rect;

use crate::scenario::Pane;

/// The place where a pane stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Home {
    /// Left above: what is written.
    Source,
    /// Right above: what is there. Several panes share it: the first two each have a half where there is room, otherwise
    /// one is shown.
    Picture,
    /// Left below: who is where.
    Threads,
    /// Right below, in the rows of the threads: how it came.
    History,
    /// Left at the bottom.
    Output,
    /// Right at the bottom, where there is room for it.
    Happened,
}

/// What a pane would like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// Which pane.
    pub pane: Pane,
    /// Where it stands.
    pub home: Home,
    /// It takes all of its place: others that stand there have to be turned to.
    pub whole: bool,
}

/// That a place shows one of several panes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn {
    /// The one that is shown.
    pub pane: Pane,
    /// Which one that is, from one, and how many there are.
    pub at: (usize, usize),
    /// The one that comes next.
    pub next: Pane,
}

/// What is to be laid out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wants {
    /// The panes, in the order of reading; those of the picture in the order in which they are to be shown.
    pub panes: Vec<Wanted>,
    /// So many threads will there be.
    pub threads: u16,
    /// How often the picture was turned to its next pane.
    pub turned: usize,
}

/// Where the lines between the places cross.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cross {
    /// The column of the upright line, in cells from the left.
    pub column: u16,
    /// Its stretches: the first row of each and the one behind its last.
    pub rows: Vec<(u16, u16)>,
    /// The rows of the rules that cross it, with the sign there.
    pub joints: Vec<(u16, &'static str)>,
}

/// Where the panes stand; a pane that is not there has no room at all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StageLayout {
    /// The first row.
    pub header: Rect,
    /// The sentence.
    pub sentence: Rect,
    /// The panes, in the order of reading, each with the row of its title.
    pub panes: Vec<(Pane, Rect)>,
    /// The upright line, where there are columns.
    pub cross: Option<Cross>,
    /// That the picture has more panes than are shown.
    pub turn: Option<Turn>,
    /// The last row.
    pub footer: Rect,
}

/// The smallest screen that has columns.
const COLUMNS: (u16, u16) = (72, 20);

/// Below this many rows a screen is small; from `LARGE` on there is room for drawings and air.
const MEDIUM: u16 = 30;
/// As [`MEDIUM`].
const LARGE: u16 = 44;

/// Rows that the source has at least, with its title.
const SOURCE: u16 = 8;

/// Lays out the stage.
#[must_use]
pub fn stage(area: Rect, wants: &Wants, zoom: Option<Pane>) -> StageLayout {
    let footer_rows = u16::from(area.height > 6);
    let header_rows = u16::from(area.height > 3);
    // Where rows are short the sentence gets one more.
    let third = u16::from(area.height > 14 && area.width < 60);
    let sentence_rows = u16::from(area.height > 8) + u16::from(area.height > 10) + third;
    let header = Rect { height: header_rows, ..area };
    let sentence = Rect { y: area.y + header_rows, height: sentence_rows, ..area };
    let footer = Rect { y: area.bottom() - footer_rows, height: footer_rows, ..area };
    let top = sentence.bottom();
    let body = Rect { y: top, height: footer.y - top, ..area };
    let mut layout = StageLayout { header, sentence, footer, ..StageLayout::default() };
    match zoom {
        None if area.width >= COLUMNS.0 && area.height >= COLUMNS.1 => places(body, wants, &mut layout),
        open => stack(body, open, wants, &mut layout),
    }
    layout
}

/// One pane open, the others folded; those that come last give way where there is no room even for that.
fn stack(body: Rect, open: Option<Pane>, wants: &Wants, layout: &mut StageLayout) {
    let open = open.or_else(|| wants.panes.first().map(|wanted| wanted.pane)).unwrap_or(Pane::Source);
    let folded: Vec<Pane> = wants.panes.iter().map(|wanted| wanted.pane).filter(|&pane| pane != open).collect();
    let room = body.height.saturating_sub(body.height.min(3));
    let shown = folded.len().min(usize::from(room));
    let open_rows = body.height - shown as u16;
    let mut y = body.y;
    for &pane in Pane::ALL {
        let is_shown = folded.iter().position(|&known| known == pane).is_some_and(|at| at < shown);
        let rows = if pane == open { open_rows } else { u16::from(is_shown) };
        if rows > 0 {
            layout.panes.push((pane, Rect { y, height: rows, ..body }));
            y += rows;
        }
    }
}

/// The column of the upright line: a little right of the middle on narrow screens, where the source needs the room.
#[must_use]
pub fn cross_column(width: u16) -> u16 {
    width / 2 + 120_u16.saturating_sub(width).div_ceil(20)
}

/// The rows of the threads and those at the bottom, both without titles.
fn lower_rows(height: u16, threads: u16) -> (u16, u16) {
    let (most, below) = match height {
        LARGE.. => (9, 8),
        MEDIUM.. => (6, 5),
        24.. => (6, 2),
        _ => (4, 1),
    };
    // There is room for all from the beginning, and where there is plenty it is the same for every program.
    let threads = if height >= MEDIUM { most } else { threads.clamp(1, most) };
    (threads, below)
}

/// The four places, and what goes along the bottom.
fn places(body: Rect, wants: &Wants, layout: &mut StageLayout) {
    let of = |home| -> Vec<Wanted> { wants.panes.iter().copied().filter(|wanted| wanted.home == home).collect() };
    let (source, picture) = (of(Home::Source), of(Home::Picture));
    let (threads, history) = (of(Home::Threads), of(Home::History));
    let (output, happened) = (of(Home::Output), of(Home::Happened));
    let screen = body.height + layout.header.height + layout.sentence.height + layout.footer.height;
    let (mut thread_rows, mut below_rows) = lower_rows(screen, wants.threads);
    let happened = if screen >= MEDIUM || output.is_empty() { happened } else { Vec::new() };
    thread_rows = if threads.is_empty() && history.is_empty() { 0 } else { thread_rows + 1 };
    below_rows = if output.is_empty() && happened.is_empty() { 0 } else { below_rows + 1 };
    let upper = body.height.saturating_sub(thread_rows + below_rows);
    let has_upper = !(source.is_empty() && picture.is_empty());
    let rows = if has_upper {
        [upper.max(SOURCE.min(body.height)), thread_rows, below_rows]
    } else if thread_rows > 0 {
        [0, body.height - below_rows, below_rows]
    } else {
        [0, 0, body.height]
    };
    let column = cross_column(body.width);
    let mut y = body.y;
    let mut cross = Cross { column, ..Cross::default() };
    for ((left, right), rows) in [(source, picture), (threads, history), (output, happened)].into_iter().zip(rows) {
        let rows = rows.min(body.bottom().saturating_sub(y));
        if rows == 0 {
            continue;
        }
        let band = Rect { y, height: rows, ..body };
        y += rows;
        let above = cross.rows.last().is_some_and(|rows| rows.1 == band.y);
        if left.is_empty() || right.is_empty() {
            halves(band, if left.is_empty() { &right } else { &left }, wants.turned, layout);
            if above {
                cross.joints.push((band.y, "┴"));
            }
            continue;
        }
        cross.joints.push((band.y, if above { "┼" } else { "┬" }));
        match cross.rows.last_mut() {
            Some(rows) if above => rows.1 = band.bottom(),
            _ => cross.rows.push((band.y, band.bottom())),
        }
        halves(Rect { width: column, ..band }, &left, wants.turned, layout);
        let beside = Rect { x: body.x + column + 1, width: body.width - column - 1, ..band };
        if let Some(joint) = halves(beside, &right, wants.turned, layout) {
            cross.joints.push((joint, "├"));
        }
    }
    layout.cross = Some(cross).filter(|cross| !cross.joints.is_empty());
}

/// Rows that a pane of the picture needs if another one is to stand below it.
const HALF: u16 = 13;

/// The panes of one place: two above each other where there is room, otherwise the one that was turned to. Returns the row of
/// the title within the place.
fn halves(area: Rect, panes: &[Wanted], turned: usize, layout: &mut StageLayout) -> Option<u16> {
    let count = panes.len();
    let both = area.height >= 2 * HALF && count >= 2 && !panes.iter().any(|wanted| wanted.whole);
    // Two that are both shown stay where they are.
    let first = if both && count == 2 { 0 } else { turned.checked_rem(count)? };
    let pane = |at: usize| panes[(first + at) % count].pane;
    if count > if both { 2 } else { 1 } {
        layout.turn = Some(Turn { pane: pane(0), at: (first + 1, count), next: pane(1) });
    }
    if !both {
        layout.panes.push((pane(0), area));
        return None;
    }
    let above = area.height / 2;
    layout.panes.push((pane(0), Rect { height: above, ..area }));
    layout.panes.push((pane(1), Rect { y: area.y + above, height: area.height - above, ..area }));
    Some(area.y + above)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [(Pane, Home); 7] = [
        (Pane::Source, Home::Source),
        (Pane::Threads, Home::Threads),
        (Pane::Resources, Home::Picture),
        (Pane::Graph, Home::Picture),
        (Pane::Timeline, Home::History),
        (Pane::Log, Home::Happened),
        (Pane::Output, Home::Output),
    ];

    fn wants() -> Wants {
        Wants { panes: ROWS.map(|(pane, home)| Wanted { pane, home, whole: false }).to_vec(), threads: 3, turned: 0 }
    }

    /// No two panes lie on each other, and none reaches over the edge.
    fn check(area: Rect, layout: &StageLayout) {
        let mut all: Vec<Rect> = layout.panes.iter().map(|&(_, rect)| rect).collect();
        all.extend([layout.header, layout.footer, layout.sentence]);
        if let Some(cross) = &layout.cross {
            let stretch = |&(y, end): &(u16, u16)| Rect { x: cross.column, y, width: 1, height: end - y };
            all.extend(cross.rows.iter().map(stretch));
        }
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
    fn the_cross_stands_where_the_design_has_it() {
        for (width, height, column, threads) in [(80, 24, 42, 16), (120, 36, 60, 22), (160, 50, 80, 30)] {
            let layout = stage(Rect::new(0, 0, width, height), &wants(), None);
            let cross = layout.cross.as_ref().expect("there are columns");
            assert_eq!(cross.column, column);
            let pane = layout.panes.iter().find(|(pane, _)| *pane == Pane::Threads).expect("threads are shown");
            assert_eq!(pane.1.y, threads, "{width}x{height}");
            assert_eq!((layout.sentence.y, layout.sentence.height), (1, 2));
        }
    }

    #[test]
    fn the_picture_is_turned_from_pane_to_pane_where_there_is_no_room_for_two() {
        let shown = |turned, whole, height| {
            let mut wants = Wants { turned, ..wants() };
            wants.panes[3].whole = whole;
            let layout = stage(Rect::new(0, 0, 160, height), &wants, None);
            let home = |pane| ROWS.iter().any(|&(known, home)| known == pane && home == Home::Picture);
            let panes: Vec<Pane> = layout.panes.iter().map(|&(pane, _)| pane).filter(|&pane| home(pane)).collect();
            (panes, layout.turn.map(|turn| turn.at))
        };
        assert_eq!(shown(0, false, 24), (vec![Pane::Resources], Some((1, 2))));
        assert_eq!(shown(1, false, 24), (vec![Pane::Graph], Some((2, 2))));
        assert_eq!(shown(2, false, 24), (vec![Pane::Resources], Some((1, 2))));
        assert_eq!(shown(1, false, 50), (vec![Pane::Resources, Pane::Graph], None));
        assert_eq!(shown(1, true, 50), (vec![Pane::Graph], Some((2, 2))));
    }

    #[test]
    fn any_selection_of_panes_fills_the_screen_without_overlap() {
        for chosen in 1..1_u32 << ROWS.len() {
            let all = wants();
            let panes = all.panes.into_iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0);
            let wants = Wants { panes: panes.map(|(_, wanted)| wanted).collect(), ..all };
            for (width, height) in [(80, 24), (160, 50), (40, 12)] {
                let area = Rect::new(0, 0, width, height);
                let layout = stage(area, &wants, None);
                check(area, &layout);
                let line =
                    layout.cross.iter().flat_map(|cross| &cross.rows).map(|(y, end)| u32::from(end - y)).sum::<u32>();
                let rects = layout.panes.iter().map(|&(_, rect)| rect);
                let covered: u32 = rects.chain([layout.header, layout.footer, layout.sentence]).map(Rect::area).sum();
                assert_eq!(covered + line, area.area(), "{chosen:b} {layout:?}");
            }
        }
    }
}
