//! How much of each pixel a drawn character covers: a grid of points in the pixel is asked.

use crate::export::shape::{Drawing, Figure, Measure, Point, drawing};

/// Points in a pixel, in each direction.
const POINTS: u16 = 4;

fn measure(scale: u8) -> Measure {
    let scale = f32::from(scale);
    Measure { width: 8.0 * scale, height: 16.0 * scale, line: scale }
}

/// Whether a character is drawn.
pub(super) fn is_drawn(character: char) -> bool {
    drawing(character, measure(1)).is_some()
}

/// How much of each pixel the character covers, of 255.
pub(super) fn shares(character: char, scale: u8, wide: bool) -> Vec<u8> {
    let measure = measure(scale);
    let (width, height) = (8 * u16::from(scale) * if wide { 2 } else { 1 }, 16 * u16::from(scale));
    let drawing = drawing(character, measure).unwrap_or(Drawing { figures: Vec::new(), strength: 0.0 });
    let share = |x: u16, y: u16| {
        let point = |pixel: u16, at: u16| f32::from(pixel) + (f32::from(at) + 0.5) / f32::from(POINTS);
        let points = (0..POINTS).flat_map(|down| (0..POINTS).map(move |right| (point(x, right), point(y, down))));
        let inside = points.filter(|&at| drawing.figures.iter().any(|figure| contains(figure, at))).count();
        (inside as f32 / f32::from(POINTS * POINTS) * drawing.strength * 255.0).round() as u8
    };
    (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(|(x, y)| share(x, y)).collect()
}

fn contains(figure: &Figure, (x, y): Point) -> bool {
    match figure {
        Figure::Rectangle(from, to) => (from.0..to.0).contains(&x) && (from.1..to.1).contains(&y),
        Figure::Polygon(corners) => is_left_of_all(corners, (x, y)),
        Figure::Ring { middle, inner, outer } => {
            let distance = (x - middle.0).hypot(y - middle.1);
            (*inner..*outer).contains(&distance)
        }
        Figure::Arc { middle, radius, line, towards } => {
            let (dx, dy) = (x - middle.0, y - middle.1);
            let distance = (dx.hypot(dy) - radius).abs();
            distance < line / 2.0 && dx * towards.0 >= 0.0 && dy * towards.1 >= 0.0
        }
    }
}

/// Whether a point is on one side of all edges: inside, for a convex figure.
fn is_left_of_all(corners: &[Point], (x, y): Point) -> bool {
    let edges = corners.iter().zip(corners.iter().cycle().skip(1));
    let mut sides = edges.map(|(a, b)| (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0));
    let (mut left, mut right) = (false, false);
    sides.by_ref().for_each(|side| {
        left |= side > 0.0;
        right |= side < 0.0;
    });
    left != right
}
