//! Characters that are drawn, not written: lines of boxes, blocks and signs. Lines join only if no font has a say in
//! them, and a sign looks the same whoever looks at it.

mod block;
mod boxes;
mod sign;

/// How large a cell is, in the units of whoever draws.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Measure {
    /// Units from one column to the next.
    pub width: f32,
    /// Units from one row to the next.
    pub height: f32,
    /// How thick a light line is.
    pub line: f32,
}

/// A place in a cell: units from its left and upper edge.
pub type Point = (f32, f32);

/// A surface.
#[derive(Clone, PartialEq, Debug)]
pub enum Figure {
    /// From a left upper corner to a right lower one.
    Rectangle(Point, Point),
    /// The inside of these corners, which is convex.
    Polygon(Vec<Point>),
    /// What lies between two circles; a disc when the inner one is nothing.
    Ring {
        /// The middle.
        middle: Point,
        /// Radius of the inner circle.
        inner: f32,
        /// Radius of the outer circle.
        outer: f32,
    },
    /// A quarter of a ring.
    Arc {
        /// The middle of the ring.
        middle: Point,
        /// Radius of the middle of the line.
        radius: f32,
        /// How thick the line is.
        line: f32,
        /// Which quarter: its signs are those of the points seen from the middle.
        towards: Point,
    },
}

/// What is drawn for a character.
#[derive(Clone, PartialEq, Debug)]
pub struct Drawing {
    /// The surfaces; where they overlap they are one.
    pub figures: Vec<Figure>,
    /// How much of the colour of the text is in them: 1 is all.
    pub strength: f32,
}

impl Drawing {
    fn full(figures: Vec<Figure>) -> Option<Self> {
        (!figures.is_empty()).then_some(Self { figures, strength: 1.0 })
    }
}

/// What is drawn for a character; nothing for one that is written.
#[must_use]
pub fn drawing(character: char, measure: Measure) -> Option<Drawing> {
    match character {
        '\u{2500}'..='\u{257F}' => Drawing::full(boxes::figures(character, measure)),
        '\u{2580}'..='\u{259F}' => block::drawing(character, measure),
        _ => Drawing::full(sign::figures(character, measure)),
    }
}

/// A line through these points, whose pieces have square ends.
fn stroke(points: &[Point], line: f32) -> Vec<Figure> {
    let piece = |pair: &[Point]| {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let length = (x1 - x0).hypot(y1 - y0).max(f32::EPSILON);
        let (along, across) = ((x1 - x0) / length * line / 2.0, (y1 - y0) / length * line / 2.0);
        Figure::Polygon(vec![
            (x0 - across, y0 + along),
            (x0 + across, y0 - along),
            (x1 + across, y1 - along),
            (x1 - across, y1 + along),
        ])
    };
    points.windows(2).map(piece).collect()
}
