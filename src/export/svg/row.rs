//! One row of a screen: what lies behind, what is drawn, what is written. It begins at its left edge, on the line that
//! letters stand on.

use std::fmt::Write;

use indexmap::IndexMap;

use super::{BASE, CELL, LETTERS, escaped, styles::Styles};
use crate::{
    export::{
        reel::{CellId, Reel},
        shape::{Drawing, Figure, Measure, Point, drawing},
    },
    picture::{Cell, Colour, Look},
};

/// A cell in the units of the drawing.
pub(super) const MEASURE: Measure = Measure { width: CELL.0 as f32, height: CELL.1 as f32, line: 2.0 };

/// More blanks than that end a text.
const FEW: usize = 4;

/// Draws rows, and remembers their colours.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Drawer {
    /// The colours.
    pub styles: Styles,
}

/// Letters that stand together.
struct Piece {
    /// The column of the first of them, and columns that they take.
    x: usize,
    width: usize,
    text: String,
    look: Look,
    /// Whether each takes two columns.
    wide: bool,
    /// Whether others may stand with them: any font has them, as wide as the others.
    plain: bool,
}

/// Surfaces of one colour; rectangles apart, for they want sharp edges.
#[derive(Default)]
struct Surfaces {
    rectangles: Vec<(Point, Point)>,
    others: String,
}

impl Drawer {
    /// A row.
    pub fn row(&mut self, reel: &Reel, row: &[CellId]) -> String {
        let cells: Vec<&Cell> = row.iter().map(|&cell| reel.cell(cell)).collect();
        let mut surfaces: IndexMap<Colour, Surfaces> = IndexMap::new();
        for (x, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.width > 0 && cell.look.ground != reel.ground)
        {
            // A wide character covers the cell behind it, whatever that looks like.
            let width = f32::from(cell.width) * MEASURE.width;
            let rectangle = Figure::Rectangle((0.0, 0.0), (width, MEASURE.height));
            surfaces.entry(cell.look.ground).or_default().add(&rectangle, x as f32 * MEASURE.width);
        }
        let mut signs: IndexMap<Colour, Surfaces> = IndexMap::new();
        for (x, cell) in cells.iter().enumerate() {
            let Some(Drawing { figures, strength }) = drawn(cell) else { continue };
            let surfaces = signs.entry(blend(cell.look, strength)).or_default();
            figures.iter().for_each(|figure| surfaces.add(figure, x as f32 * MEASURE.width));
        }
        let mut row = String::new();
        for (colour, surfaces) in surfaces.into_iter().chain(signs) {
            surfaces.write(&self.styles.class(colour), &mut row);
        }
        for piece in pieces(&cells) {
            self.write(&piece, &mut row);
        }
        row
    }

    fn write(&mut self, piece: &Piece, row: &mut String) {
        let _ = write!(row, r#"<text class="{}""#, self.styles.classes(piece.look));
        // A wide character is as wide as it is high, and stands in the middle of its two columns.
        let room = if piece.wide { CELL.0 * 2 - LETTERS } else { 0 };
        let (x, length) = (piece.x as u32 * CELL.0 + room / 2, piece.width as u32 * CELL.0 - room);
        if x > 0 {
            let _ = write!(row, r#" x="{x}""#);
        }
        // Whatever the font is, its letters keep to the columns.
        if piece.plain && length > 2 * CELL.0 {
            let _ = write!(row, r#" textLength="{length}""#);
        }
        let _ = write!(row, ">{}</text>", escaped(&piece.text));
    }
}

impl Surfaces {
    /// One more surface, so far to the right.
    fn add(&mut self, figure: &Figure, right: f32) {
        let base = BASE as f32;
        let at = |(x, y): Point| (x + right, y - base);
        let path = &mut self.others;
        let _ = match figure {
            Figure::Rectangle(from, to) => {
                let (from, to) = (at(*from), at(*to));
                match self.rectangles.iter_mut().rfind(|(_, end)| meets(end.0, from.0) && meets(end.1, to.1)) {
                    Some((start, end)) if meets(start.1, from.1) => end.0 = to.0,
                    _ => self.rectangles.push((from, to)),
                }
                Ok(())
            }
            Figure::Polygon(corners) => {
                let mut corners = corners.clone();
                // All surfaces go round the same way: where two that do not overlap, there is a hole.
                if area(&corners) < 0.0 {
                    corners.reverse();
                }
                let corners: Vec<String> = corners.iter().map(|&corner| pair(at(corner))).collect();
                write!(path, "M{}z", corners.join("L"))
            }
            Figure::Ring { middle, inner, outer } => {
                circle(path, at(*middle), *outer, 1);
                if *inner > 0.0 {
                    circle(path, at(*middle), *inner, 0);
                }
                Ok(())
            }
            Figure::Arc { middle, radius, line, towards } => {
                let corner = |radius: f32| {
                    let (x, y) = at(*middle);
                    (pair((x + towards.0 * radius, y)), pair((x, y + towards.1 * radius)))
                };
                let (outer, inner) = (radius + line / 2.0, radius - line / 2.0);
                let ((a, b), (c, d)) = (corner(outer), corner(inner));
                let turn = u8::from(towards.0 * towards.1 > 0.0);
                let (outer, inner) = (short(outer), short(inner));
                write!(path, "M{a}A{outer} {outer} 0 0 {turn} {b}L{d}A{inner} {inner} 0 0 {} {c}z", 1 - turn)
            }
        };
    }

    fn write(&self, class: &str, row: &mut String) {
        if !self.rectangles.is_empty() {
            let _ = write!(row, r#"<path class="k {class}" d=""#);
            for &(from, to) in &self.rectangles {
                let (width, height) = (short(to.0 - from.0), short(to.1 - from.1));
                let _ = write!(row, "M{}h{width}v{height}h-{width}z", pair(from));
            }
            row.push_str("\"/>");
        }
        if !self.others.is_empty() {
            let _ = write!(row, r#"<path class="{class}" d="{}"/>"#, self.others);
        }
    }
}

fn meets(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.01
}

/// The area of a polygon, less than nothing if it goes round against the clock.
fn area(corners: &[Point]) -> f32 {
    let edges = corners.iter().zip(corners.iter().cycle().skip(1));
    edges.map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
}

/// A circle; the inside of a ring goes round the other way.
fn circle(path: &mut String, (x, y): Point, radius: f32, turn: u8) {
    let (r, double) = (short(radius), short(radius * 2.0));
    let _ = write!(path, "M{}a{r} {r} 0 1 {turn} {double} 0a{r} {r} 0 1 {turn}-{double} 0z", pair((x - radius, y)));
}

fn pair((x, y): Point) -> String {
    let (x, y) = (short(x), short(y));
    if y.starts_with('-') { format!("{x}{y}") } else { format!("{x} {y}") }
}

/// A number with a hundredth.
fn short(number: f32) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    // Nothing less than nothing.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// What is drawn for a cell.
fn drawn(cell: &Cell) -> Option<Drawing> {
    let mut characters = cell.text.chars();
    let character = characters.next().filter(|_| characters.next().is_none() && cell.width == 1)?;
    drawing(character, MEASURE)
}

/// The colour of a text that is not all there.
fn blend(look: Look, strength: f32) -> Colour {
    let part =
        |text: u8, ground: u8| (f32::from(ground) + (f32::from(text) - f32::from(ground)) * strength).round() as u8;
    let (Colour(r, g, b), Colour(ground_r, ground_g, ground_b)) = (look.text, look.ground);
    Colour(part(r, ground_r), part(g, ground_g), part(b, ground_b))
}

/// What is written in a row.
fn pieces(cells: &[&Cell]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (x, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.width > 0) {
        let blank = cell.text.chars().all(|character| character.is_whitespace() || character.is_control());
        if blank || drawn(cell).is_some() {
            continue;
        }
        let wide = cell.width > 1;
        let plain = wide || cell.text.chars().all(|character| character < '\u{250}');
        let look = Look { ground: Colour::default(), ..cell.look };
        if let Some(last) = pieces.last_mut().filter(|last| last.goes_on(x, cells, plain, wide, look)) {
            last.text.push_str(&" ".repeat(x - last.x - last.width));
            last.text.push_str(&cell.text);
            last.width = x + usize::from(cell.width) - last.x;
        } else {
            let (width, text) = (cell.width.into(), cell.text.to_string());
            pieces.push(Piece { x, width, text, look, wide, plain });
        }
    }
    pieces
}

impl Piece {
    /// Whether a cell at a column belongs to it: only blanks are between, and not many.
    fn goes_on(&self, x: usize, cells: &[&Cell], plain: bool, wide: bool, look: Look) -> bool {
        let between = self.x + self.width..x;
        let blank = |cell: &&Cell| cell.text.trim().is_empty();
        let close = if wide { between.is_empty() } else { between.len() <= FEW && cells[between].iter().all(blank) };
        close && self.plain && plain && self.wide == wide && self.look == look
    }
}
