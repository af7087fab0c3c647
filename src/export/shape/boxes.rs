//! Box drawing, U+2500 to U+257F. A character is four arms that meet in the middle of the cell, each light, heavy or
//! double.

use super::{Figure, Measure, Point, stroke};

/// The arms of each character, up, right, down, left: 0 none, 1 light, 2 heavy, 3 double. Dots stand for characters that
/// have none: dashes, arcs, diagonals. From the names of the Unicode Character Database.
const ARMS: [&str; 8] = [
    "0101 0202 1010 2020 .... .... .... .... .... .... .... .... 0110 0210 0120 0220",
    "0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120",
    "2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212",
    "0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212",
    "2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 .... .... .... ....",
    "0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130",
    "3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 .... .... ....",
    ".... .... .... .... 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010",
];

/// What an arm is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Arm {
    None,
    Light,
    Heavy,
    Double,
}

/// The surfaces of a character.
pub(super) fn figures(character: char, measure: Measure) -> Vec<Figure> {
    let Measure { width, height, line } = measure;
    match character {
        '┄' | '┈' | '╌' => dashes(character, width, level(height, line)),
        '┅' | '┉' | '╍' => dashes(character, width, level(height, line * 2.0)),
        '┆' | '┊' | '╎' => upright(dashes(character, height, level(width, line))),
        '┇' | '┋' | '╏' => upright(dashes(character, height, level(width, line * 2.0))),
        '╭' => arc(measure, (1.0, 1.0)),
        '╮' => arc(measure, (-1.0, 1.0)),
        '╯' => arc(measure, (-1.0, -1.0)),
        '╰' => arc(measure, (1.0, -1.0)),
        '╱' => stroke(&[(0.0, height), (width, 0.0)], line),
        '╲' => stroke(&[(0.0, 0.0), (width, height)], line),
        '╳' => [figures('╱', measure), figures('╲', measure)].concat(),
        _ => crossing(arms(character), measure),
    }
}

fn arms(character: char) -> [Arm; 4] {
    let at = (character as usize).saturating_sub(0x2500);
    let digits = ARMS.get(at / 16).and_then(|row| row.split(' ').nth(at % 16)).unwrap_or("....");
    let mut arms = [Arm::None; 4];
    for (arm, digit) in arms.iter_mut().zip(digits.bytes()) {
        *arm = match digit {
            b'1' => Arm::Light,
            b'2' => Arm::Heavy,
            b'3' => Arm::Double,
            _ => Arm::None,
        };
    }
    arms
}

/// From where to where a line in the middle of a length is thick, on whole units.
fn level(length: f32, line: f32) -> (f32, f32) {
    let from = ((length - line) / 2.0).floor();
    (from, from + line)
}

fn crossing([up, right, down, left]: [Arm; 4], measure: Measure) -> Vec<Figure> {
    let Measure { width, height, line } = measure;
    let across = |arm, forwards, beside, behind| arm_figures(arm, forwards, beside, behind, (width, height), line);
    let mut figures = [across(right, true, (up, down), left), across(left, false, (up, down), right)].concat();
    let upwards =
        |arm, forwards, beside, behind| upright(arm_figures(arm, forwards, beside, behind, (height, width), line));
    figures.extend(upwards(down, true, (left, right), up));
    figures.extend(upwards(up, false, (left, right), down));
    figures
}

/// An arm as if it lay: to the right when it goes forwards. Beside it are the arms above and below it, behind it its
/// continuation.
fn arm_figures(
    arm: Arm,
    forwards: bool,
    (above, below): (Arm, Arm),
    behind: Arm,
    (length, breadth): (f32, f32),
    line: f32,
) -> Vec<Figure> {
    let gap = (line * 1.5).round();
    let thickest = above.max(below);
    let own = |arm| if arm == Arm::Heavy { line * 2.0 } else { line };
    let middle = level(length, own(thickest));
    // Where the arm begins, counted towards its end: before the middle so that a corner is filled.
    let forward = |by: f32| if forwards { middle.0 + by } else { middle.1 - by };
    let piece = |start: f32, (from, to): (f32, f32)| {
        let (start, end) = if forwards { (start, length) } else { (0.0, start) };
        Figure::Rectangle((start, from), (end, to))
    };
    match arm {
        Arm::None => Vec::new(),
        Arm::Double => {
            let (from, to) = level(breadth, line);
            let side = |near: Arm, far: Arm, shift: f32| {
                let start = match (near, far) {
                    (Arm::Double, _) => forward(gap),
                    (_, Arm::Double) => forward(-gap),
                    _ => forward(0.0),
                };
                piece(start, (from + shift, to + shift))
            };
            vec![side(above, below, -gap), side(below, above, gap)]
        }
        Arm::Light | Arm::Heavy => {
            let start = match (above, below) {
                (Arm::Double, Arm::Double) if behind == Arm::None => forward(gap),
                (Arm::Double, Arm::None) | (Arm::None, Arm::Double) if behind == Arm::None => forward(-gap),
                _ => forward(0.0),
            };
            vec![piece(start, level(breadth, own(arm)))]
        }
    }
}

/// The same, standing: what was to the right is below.
fn upright(mut figures: Vec<Figure>) -> Vec<Figure> {
    for figure in &mut figures {
        if let Figure::Rectangle(from, to) = figure {
            *from = (from.1, from.0);
            *to = (to.1, to.0);
        }
    }
    figures
}

/// Dashes as if they lay.
fn dashes(character: char, length: f32, (from, to): (f32, f32)) -> Vec<Figure> {
    let count: u8 = match character {
        '╌' | '╍' | '╎' | '╏' => 2,
        '┄' | '┅' | '┆' | '┇' => 3,
        _ => 4,
    };
    let each = length / f32::from(count);
    let dash = |at: u8| {
        let start = (f32::from(at) * each).round();
        Figure::Rectangle((start, from), ((start + (each * 0.6).round()).min(length), to))
    };
    (0..count).map(dash).collect()
}

/// A rounded corner, whose arms go so far to the right and down.
fn arc(measure: Measure, (right, down): Point) -> Vec<Figure> {
    let Measure { width, height, line } = measure;
    let (x, y) = (level(width, line), level(height, line));
    let (middle_x, middle_y) = (f32::midpoint(x.0, x.1), f32::midpoint(y.0, y.1));
    let radius = if right > 0.0 { width - middle_x } else { middle_x };
    let middle = (middle_x + right * radius, middle_y + down * radius);
    let upright = if down > 0.0 { (middle.1, height) } else { (0.0, middle.1) };
    vec![
        Figure::Arc { middle, radius, line, towards: (-right, -down) },
        Figure::Rectangle((x.0, upright.0), (x.1, upright.1)),
    ]
}
