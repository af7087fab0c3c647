//! Signs: squares, circles, triangles, arrows, ticks. Fonts disagree on how large they are, and some show them in colours
//! of their own.

use super::{Figure, Measure, Point, stroke};

/// The surfaces of a sign; none for what is written.
pub(super) fn figures(character: char, Measure { width, height, line }: Measure) -> Vec<Figure> {
    let (x, y) = (width / 2.0, height / 2.0);
    // Half of what a sign takes: a little less than the cell.
    let half = (width * 0.42).floor().max(2.0);
    let small = (width * 0.29).round();
    let at = |dx: f32, dy: f32| (x + dx, y + dy);
    let box_of = |dx: f32, dy: f32| Figure::Rectangle(at(-dx, -dy), at(dx, dy));
    let disc = |outer: f32, inner: f32| Figure::Ring { middle: (x, y), inner, outer };
    match character {
        '■' => vec![box_of(half, half)],
        '▮' => vec![box_of(small, height * 0.34)],
        '❚' => vec![box_of((width * 0.2).round(), height * 0.3)],
        '●' => vec![disc(half, 0.0)],
        '•' => vec![disc(small, 0.0)],
        '○' => vec![disc(half, half - line)],
        '◷' => {
            let hands = stroke(&[at(0.0, -half + line), at(0.0, 0.0), at(half - line, 0.0)], line * 0.75);
            [vec![disc(half, half - line * 0.75)], hands].concat()
        }
        '▶' | '◀' | '▲' | '▼' => triangle(character, (x, y), half, 1.2),
        '▸' | '◂' | '▴' | '▾' => triangle(character, (x, y), small, 1.2),
        '▷' | '▹' => outline(&[at(half, 0.0), at(-half, -half), at(-half, half)], line * 0.75),
        '◁' | '◃' => outline(&[at(-half, 0.0), at(half, -half), at(half, half)], line * 0.75),
        '→' | '←' | '↑' | '↓' => arrow(character, (x, y), (x, height * 0.3), line),
        '✓' => stroke(&[at(-half, 0.0), at(-half * 0.3, half * 0.9), at(half, -half)], line),
        '✗' => [
            stroke(&[at(-half * 0.9, -half), at(half * 0.9, half)], line),
            stroke(&[at(-half * 0.9, half), at(half * 0.9, -half)], line),
        ]
        .concat(),
        _ => Vec::new(),
    }
}

/// A triangle that points where the character points.
fn triangle(character: char, (x, y): Point, half: f32, breadth: f32) -> Vec<Figure> {
    let wide = half * breadth;
    let corners = [(half, 0.0), (-half, -wide), (-half, wide)];
    let turned = corners.map(|(along, across)| match character {
        '▶' | '▸' | '→' => (x + along, y + across),
        '◀' | '◂' | '←' => (x - along, y - across),
        '▲' | '▴' | '↑' => (x + across, y - along),
        _ => (x - across, y + along),
    });
    vec![Figure::Polygon(turned.to_vec())]
}

/// A line with a head.
fn arrow(character: char, (x, y): Point, (reach_x, reach_y): (f32, f32), line: f32) -> Vec<Figure> {
    let (dx, dy) = match character {
        '→' => (1.0, 0.0),
        '←' => (-1.0, 0.0),
        '↑' => (0.0, -1.0),
        _ => (0.0, 1.0),
    };
    let head = reach_x * 0.45;
    let tip = (x + dx * (reach_x - head), y + dy * (reach_y - head));
    let shaft = stroke(&[(x - dx * reach_x, y - dy * reach_y), tip], line);
    [shaft, triangle(character, tip, head, 1.3)].concat()
}

fn outline(corners: &[Point], line: f32) -> Vec<Figure> {
    let mut around = corners.to_vec();
    around.push(corners[0]);
    stroke(&around, line)
}
