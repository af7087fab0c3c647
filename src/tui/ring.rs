//! The ring of a circle of waits as geometry: where each thread and thing stands, and which cells the arrows between them take.
//! Up to seven threads and as many things go round a rectangle, the first at the left above, clockwise. Knows no colours.

use std::cmp::Ordering;

use ratatui::layout::Rect;

/// An arrow from one node to the next.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Way {
    /// Its cells, from its beginning to its head.
    pub cells: Vec<(u16, u16, &'static str)>,
    /// Where its word begins, if words are written on the arrows.
    pub word: Option<(u16, u16)>,
}

/// A ring that has its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ring {
    /// Where each node stands, in the order of the circle.
    pub spots: Vec<Rect>,
    /// The arrow that leads on from each.
    pub ways: Vec<Way>,
    /// What is free within it.
    pub inner: Rect,
    /// The first row below it.
    pub bottom: u16,
}

/// How a ring is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// The widths of the nodes, in cells, with their brackets or borders.
    pub nodes: &'a [u16],
    /// The widths of the words on the arrows.
    pub words: &'a [u16],
    /// Nodes are boxes, three rows high and all as wide as the widest; otherwise chips of one row.
    pub boxes: bool,
    /// Words stand on the arrows.
    pub written: bool,
}

/// Rows and columns of a ring: nodes along the top, at the right between top and bottom, and at the left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Shape {
    top: usize,
    right: usize,
    left: usize,
}

impl Shape {
    /// The shape for so many nodes, from four on: 4 as 2+2, 6 as 3+3, 8 as 3+1+3+1, 10 as 4+1+4+1, 12 as 4+2+4+2, 14 as 5+2+5+2.
    /// An odd one stands at the right.
    fn of(nodes: usize) -> Self {
        let top = match nodes {
            0..=5 => 2,
            6..=9 => 3,
            10..=12 => 4,
            _ => 5.max(nodes / 3),
        };
        let sides = nodes.saturating_sub(2 * top);
        Self { top, right: sides.div_ceil(2), left: sides / 2 }
    }
}

/// The longest arrow between two columns, in cells.
const LONGEST: u16 = 27;

impl Form<'_> {
    const fn high(self) -> u16 {
        if self.boxes { 3 } else { 1 }
    }

    fn widest(self) -> u16 {
        self.nodes.iter().copied().max().unwrap_or(0)
    }

    fn word(self) -> u16 {
        if self.written { self.words.iter().copied().max().unwrap_or(0) } else { 0 }
    }

    /// The shortest level arrow.
    fn shortest(self) -> u16 {
        if self.written { self.word() + 5 } else { 2 }
    }

    /// The least and the most rows of an upright arrow.
    fn upright(self, sides: usize) -> (u16, u16) {
        match (self.boxes, self.written, sides) {
            (true, _, 0) => (5, 13),
            (true, true, _) => (3, 6),
            (true, false, _) => (2, 6),
            (false, true, _) => (3, 5),
            (false, false, _) => (1, 5),
        }
    }

    fn width_of(self, node: usize) -> u16 {
        if self.boxes { self.widest() } else { self.nodes[node] }
    }
}

/// Finds the ring its place in the area; none if it does not fit in this form.
#[must_use]
pub fn plan(form: Form<'_>, area: Rect) -> Option<Ring> {
    match form.nodes.len() {
        0 | 1 => None,
        2 => pair(form, area),
        3 => three(form, area),
        count => round(form, Shape::of(count), area),
    }
}

/// Columns of these widths side by side in the middle of the area: their left edges, and the cells between two of them.
fn columns(form: Form<'_>, widths: &[u16], area: Rect) -> Option<(Vec<u16>, u16)> {
    let gaps = widths.len() as u16 - 1;
    let taken: u16 = widths.iter().sum();
    let spare = |margin: u16| area.width.checked_sub(taken + 2 * margin).map(|left| left / gaps);
    // The margin goes before the arrows are too short.
    let margins = if area.width < 50 { [1, 1, 0] } else { [3, 1, 0] };
    let fits = |gap: &u16| *gap >= form.shortest() + 2;
    let gap = margins.into_iter().filter_map(spare).find(fits)?.min(LONGEST + 2);
    let mut x = area.x + (area.width - taken - gaps * gap) / 2;
    let mut edges = Vec::with_capacity(widths.len());
    for wide in widths {
        edges.push(x);
        x += wide + gap;
    }
    Some((edges, gap))
}

/// The rows of a ring: its first row and its height.
fn rows(form: Form<'_>, sides: usize, area: Rect) -> Option<(u16, u16)> {
    let (nodes, gaps) = (sides as u16 + 2, sides as u16 + 1);
    let (least, most) = form.upright(sides);
    let gap = (area.height.checked_sub(nodes * form.high())? / gaps).min(most);
    // Above and below a large ring there is air.
    let air = u16::from(form.boxes && gap > least);
    let gap = gap.min((area.height - nodes * form.high()).saturating_sub(air) / gaps);
    if gap < least {
        return None;
    }
    let high = nodes * form.high() + gaps * gap;
    Some((area.y + (area.height - high) / 2, high))
}

/// Where a node of this width stands if its middle is at this column and this row.
fn spot(form: Form<'_>, wide: u16, (x, y): (u16, u16)) -> Rect {
    Rect { x: x - wide / 2, y: y - form.high() / 2, width: wide, height: form.high() }
}

fn round(form: Form<'_>, shape: Shape, area: Rect) -> Option<Ring> {
    let Shape { top, right, left } = shape;
    let count = form.nodes.len();
    let column_of = |node: usize| match node {
        node if node < top => node,
        node if node < top + right => top - 1,
        node if node < 2 * top + right => 2 * top + right - 1 - node,
        _ => 0,
    };
    let wide = |column: usize| {
        let here = (0..count).filter(|&node| column_of(node) == column);
        here.map(|node| form.width_of(node)).max().unwrap_or(0)
    };
    let widths: Vec<u16> = (0..top).map(wide).collect();
    let (edges, gap) = columns(form, &widths, area)?;
    let (first, high) = rows(form, right.max(left), area)?;
    let half = form.high() / 2;
    let (upper, lower) = (first + half, first + high - 1 - half);
    // The others at a side stand at equal distances.
    let between = |at: usize, all: usize| upper + ((lower - upper) as usize * (at + 1) / (all + 1)) as u16;
    let row_of = |node: usize| match node {
        node if node < top => upper,
        node if node < top + right => between(node - top, right),
        node if node < 2 * top + right => lower,
        _ => between(left - 1 - (node - 2 * top - right), left),
    };
    let middle = |node: usize| edges[column_of(node)] + widths[column_of(node)] / 2;
    let spots: Vec<Rect> =
        (0..count).map(|node| spot(form, form.width_of(node), (middle(node), row_of(node)))).collect();
    let ways = (0..count).map(|node| {
        let next = (node + 1) % count;
        let (from, to) = (&spots[node], &spots[next]);
        let word = form.words[node];
        match row_of(node).cmp(&row_of(next)) {
            // Level arrows keep to the room between two columns, however narrow the nodes are.
            Ordering::Equal => {
                let at = column_of(node).min(column_of(next));
                level(form, (edges[at] + widths[at], gap, row_of(node)), column_of(next) > column_of(node), word)
            }
            Ordering::Less => upright(form, (middle(node), from.bottom(), to.y), true, (word, area)),
            Ordering::Greater => upright(form, (middle(node), to.bottom(), from.y), false, (word, area)),
        }
    });
    let ways = ways.collect();
    let inner_left = spots[0].right().max(edges[0] + widths[0]) + 1;
    let inner = Rect {
        x: inner_left,
        y: upper + half + 1,
        width: edges[top - 1].saturating_sub(inner_left + 1),
        height: lower.saturating_sub(upper + form.high()),
    };
    Some(Ring { spots, ways, inner, bottom: first + high })
}

/// A level arrow in the room between two columns, with a blank at each end.
fn level(form: Form<'_>, (x, gap, y): (u16, u16, u16), right: bool, word: u16) -> Way {
    let (from, length) = (x + 1, gap - 2);
    let mut cells: Vec<(u16, u16, &'static str)> = (from..from + length).map(|x| (x, y, "─")).collect();
    if right {
        cells.last_mut().into_iter().for_each(|cell| cell.2 = "▶");
    } else {
        cells.reverse();
        cells.last_mut().into_iter().for_each(|cell| cell.2 = "◀");
    }
    let before = (length - 1).saturating_sub(word + 2) / 2 + u16::from(!right);
    written(form, Way { cells, word: Some((from + before + 1, y)) }, word)
}

/// An upright arrow between two rows.
fn upright(form: Form<'_>, (x, top, bottom): (u16, u16, u16), down: bool, (word, area): (u16, Rect)) -> Way {
    let mut cells: Vec<(u16, u16, &'static str)> = (top..bottom).map(|y| (x, y, "│")).collect();
    if down {
        cells.last_mut().into_iter().for_each(|cell| cell.2 = "▼");
    } else {
        cells.reverse();
        cells.last_mut().into_iter().for_each(|cell| cell.2 = "▲");
    }
    let at = x.saturating_sub(word.saturating_sub(1) / 2).min(area.right().saturating_sub(word)).max(area.x);
    written(form, Way { cells, word: Some((at, top + (bottom - top) / 2)) }, word)
}

/// An arrow with a word on it gives the word its cells, and a blank at each end of it where it is level.
fn written(form: Form<'_>, way: Way, word: u16) -> Way {
    match way.word {
        Some((x, y)) if form.written => {
            let level = way.cells.iter().all(|cell| cell.1 == y);
            let taken = x.saturating_sub(u16::from(level))..x + word + u16::from(level);
            let cells = way.cells.into_iter().filter(|cell| cell.1 != y || !taken.contains(&cell.0)).collect();
            Way { cells, word: Some((x, y)) }
        }
        _ => Way { word: None, ..way },
    }
}

/// A thread and what it wants and holds itself: there above, back below.
fn pair(form: Form<'_>, area: Rect) -> Option<Ring> {
    let widths = [form.width_of(0), form.width_of(1)];
    let (edges, _) = columns(form, &widths, area)?;
    let middles = [edges[0] + widths[0] / 2, edges[1] + widths[1] / 2];
    let rise = (area.height.checked_sub(form.high())? / 2).min(if form.boxes { 5 } else { 2 });
    if rise < if form.boxes { 3 } else { 2 } {
        return None;
    }
    let high = form.high() + 2 * rise;
    let first = area.y + (area.height - high) / 2;
    let row = first + rise + form.high() / 2;
    let spots = vec![spot(form, widths[0], (middles[0], row)), spot(form, widths[1], (middles[1], row))];
    let [from, to] = middles;
    let (below, last) = (spots[0].bottom(), first + high - 1);
    let mut there: Vec<_> = (first + 1..spots[0].y).rev().map(|y| (from, y, "│")).collect();
    there.push((from, first, "┌"));
    there.extend((from + 1..to).map(|x| (x, first, "─")));
    there.push((to, first, "┐"));
    there.extend((first + 1..spots[0].y).map(|y| (to, y, if y + 1 == spots[0].y { "▼" } else { "│" })));
    let mut back: Vec<_> = (below..last).map(|y| (to, y, "│")).collect();
    back.push((to, last, "┘"));
    back.extend((from + 1..to).rev().map(|x| (x, last, "─")));
    back.push((from, last, "└"));
    back.extend((below..last).rev().map(|y| (from, y, if y == below { "▲" } else { "│" })));
    let word_at = |word: u16| from + 1 + (to - from - 1).saturating_sub(word) / 2;
    let way = |cells, at: usize, y| bent(form, cells, (word_at(form.words[at]), y), form.words[at]);
    let ways = vec![way(there, 0, first), way(back, 1, last)];
    Some(Ring { spots, ways, inner: Rect::default(), bottom: first + high })
}

/// Three: two above, the third at the right below; its arrow bends round the free corner.
fn three(form: Form<'_>, area: Rect) -> Option<Ring> {
    let widths = [form.width_of(0), form.width_of(1).max(form.width_of(2))];
    let (edges, gap) = columns(form, &widths, area)?;
    let (first, high) = rows(form, 0, area)?;
    let half = form.high() / 2;
    let (upper, lower) = (first + half, first + high - 1 - half);
    let middles = [edges[0] + widths[0] / 2, edges[1] + widths[1] / 2];
    let spots = vec![
        spot(form, form.width_of(0), (middles[0], upper)),
        spot(form, form.width_of(1), (middles[1], upper)),
        spot(form, form.width_of(2), (middles[1], lower)),
    ];
    let mut back: Vec<_> = (middles[0] + 1..edges[1] - 1).rev().map(|x| (x, lower, "─")).collect();
    back.push((middles[0], lower, "└"));
    let below = spots[0].bottom();
    back.extend((below..lower).rev().map(|y| (middles[0], y, if y == below { "▲" } else { "│" })));
    let word = middles[0] + 1 + (edges[1] - 1 - middles[0] - 1).saturating_sub(form.words[2]) / 2;
    let ways = vec![
        level(form, (edges[0] + widths[0], gap, upper), true, form.words[0]),
        upright(form, (middles[1], spots[1].bottom(), spots[2].y), true, (form.words[1], area)),
        bent(form, back, (word, lower), form.words[2]),
    ];
    let inner =
        Rect { x: edges[0] + widths[0] + 1, y: upper + half + 1, width: gap - 2, height: high - 2 * form.high() };
    Some(Ring { spots, ways, inner, bottom: first + high })
}

/// A bent arrow with its word in its level stretch.
fn bent(form: Form<'_>, cells: Vec<(u16, u16, &'static str)>, at: (u16, u16), word: u16) -> Way {
    if !form.written {
        return Way { cells, word: None };
    }
    let taken = at.0.saturating_sub(1)..at.0 + word + 1;
    let cells = cells.into_iter().filter(|cell| cell.1 != at.1 || !taken.contains(&cell.0)).collect();
    Way { cells, word: Some(at) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every cell is taken once, and lies in the area.
    fn check(form: Form<'_>, area: Rect) {
        let ring = plan(form, area).unwrap_or_else(|| panic!("{form:?} does not fit into {area:?}"));
        let mut taken = BTreeSet::new();
        let mut take = |x: u16, y: u16| {
            assert!(area.contains((x, y).into()), "{x},{y} of {form:?} is outside {area:?}");
            assert!(taken.insert((x, y)), "{x},{y} of {form:?} is taken twice in {area:?}");
        };
        for spot in &ring.spots {
            spot.positions().for_each(|cell| take(cell.x, cell.y));
        }
        for (way, &wide) in ring.ways.iter().zip(form.words) {
            way.cells.iter().for_each(|&(x, y, _)| take(x, y));
            let heads = way.cells.iter().filter(|cell| ["▶", "◀", "▲", "▼"].contains(&cell.2)).count();
            assert_eq!(heads, 1, "{way:?}");
            way.word.into_iter().for_each(|(x, y)| (x..x + wide).for_each(|x| take(x, y)));
        }
        assert!(ring.bottom <= area.bottom());
        ring.inner.positions().for_each(|cell| assert!(!ring.spots.iter().any(|spot| spot.contains(cell))));
    }

    #[test]
    fn rings_of_every_size_fit_without_overlap() {
        for count in 2..=14 {
            let (numbers, words) = (vec![3; count], vec![7; count]);
            let form = Form { nodes: &numbers, words: &words, boxes: false, written: false };
            check(form, Rect::new(3, 2, 37, 8));
            check(form, Rect::new(0, 0, 58, 15));
            check(Form { written: true, ..form }, Rect::new(0, 0, 79, 24));
            let names = vec![10; count];
            check(Form { nodes: &names, boxes: true, ..form }, Rect::new(1, 1, 79, 23));
        }
    }

    #[test]
    fn two_threads_have_words_on_their_arrows_on_the_smallest_screen() {
        let form = Form { nodes: &[9, 7, 7, 5], words: &[5, 7, 5, 7], boxes: false, written: true };
        check(form, Rect::new(0, 0, 37, 10));
        let ring = plan(form, Rect::new(0, 0, 37, 10)).expect("it fits");
        assert_eq!(ring.bottom - ring.spots[0].y, 7);
    }

    #[test]
    fn what_does_not_fit_is_not_drawn() {
        let form = Form { nodes: &[20; 6], words: &[7; 6], boxes: false, written: true };
        assert_eq!(plan(form, Rect::new(0, 0, 37, 10)), None);
        assert_eq!(plan(Form { nodes: &[5], words: &[5], ..form }, Rect::new(0, 0, 37, 10)), None);
    }
}
