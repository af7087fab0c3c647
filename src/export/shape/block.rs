//! Block elements, U+2580 to U+259F: parts of a cell, and shades.

use super::{Drawing, Figure, Measure};

/// The quarters of each character from U+2596 on: 1 left above, 2 right above, 4 left below, 8 right below.
const QUARTERS: [u8; 10] = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14];

/// What is drawn for a block.
pub(super) fn drawing(character: char, Measure { width, height, .. }: Measure) -> Option<Drawing> {
    let part = |x0: f32, y0: f32, x1: f32, y1: f32| {
        let at = |x: f32, y: f32| ((width * x).round(), (height * y).round());
        Figure::Rectangle(at(x0, y0), at(x1, y1))
    };
    let code = character as u32;
    let eighths = |from: u32| code.abs_diff(from) as f32 / 8.0;
    let figures = match character {
        '▀' => vec![part(0.0, 0.0, 1.0, 0.5)],
        '▁'..='█' => vec![part(0.0, 1.0 - eighths(0x2580), 1.0, 1.0)],
        '▉'..='▏' => vec![part(0.0, 0.0, eighths(0x2590), 1.0)],
        '▐' => vec![part(0.5, 0.0, 1.0, 1.0)],
        '▔' => vec![part(0.0, 0.0, 1.0, 0.125)],
        '▕' => vec![part(0.875, 0.0, 1.0, 1.0)],
        '░' | '▒' | '▓' => {
            let strength = (code - 0x2590) as f32 / 4.0;
            return Some(Drawing { figures: vec![part(0.0, 0.0, 1.0, 1.0)], strength });
        }
        _ => {
            let quarters = QUARTERS.get((code as usize).checked_sub(0x2596)?)?;
            let quarter = |bit: u8| {
                let (x, y) = (f32::from(bit % 2) / 2.0, f32::from(bit / 2) / 2.0);
                part(x, y, x + 0.5, y + 0.5)
            };
            (0..4).filter(|bit| quarters & (1 << bit) != 0).map(quarter).collect()
        }
    };
    Drawing::full(figures)
}
