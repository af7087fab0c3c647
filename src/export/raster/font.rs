//! Written characters: Noto Sans Mono for Latin letters, its Chinese sister for what fills two cells, GNU Unifont for all
//! others. The first and the last are bitmaps in crates.

use noto_sans_mono_bitmap::{FontWeight, RasterHeight, get_raster};
use unifont::get_glyph;

use super::outline;

/// How much of each pixel the characters of a cell cover, of 255.
pub(super) fn shares(text: &str, scale: u8, wide: bool, bold: bool) -> Vec<u8> {
    let (width, height) = (8 * usize::from(scale) * if wide { 2 } else { 1 }, 16 * usize::from(scale));
    let mut shares = vec![0; width * height];
    // What comes behind the first character is an accent over it, or joins it to others.
    for character in text.chars().filter(|&character| !is_blank(character)) {
        if let Some(outlined) = wide.then(|| outline::shares(character, scale, bold)).flatten() {
            shares.iter_mut().zip(outlined).for_each(|(share, more)| *share = (*share).max(more));
            continue;
        }
        let smooth = smooth(character, scale, bold).filter(|_| !wide);
        let heavy = bold && smooth.is_none();
        let glyph = smooth.or_else(|| pixels(character)).unwrap_or_else(|| unknown(wide));
        for (at, share) in shares.iter_mut().enumerate() {
            let (x, y) = (at % width, at / width);
            *share = (*share).max(glyph.share(x, y, width, height));
            // A bitmap becomes heavy when it is put beside itself once more.
            if heavy && x > 0 {
                *share = (*share).max(glyph.share(x - 1, y, width, height));
            }
        }
    }
    shares
}

/// How much the edges of an enlarged glyph are sharpened.
const CONTRAST: f32 = 1.8;

/// What becomes half of the colour by that: less than half, so that thin diagonals hold together.
const MIDDLE: f32 = 96.0;

/// A glyph, in the size that its font has.
struct Glyph {
    width: usize,
    height: usize,
    shares: Vec<u8>,
}

impl Glyph {
    /// What it has at a pixel of a cell of this size.
    fn share(&self, x: usize, y: usize, width: usize, height: usize) -> u8 {
        // A glyph that is narrower than the cell stands in the middle.
        let from = width.saturating_sub(self.width * height / self.height) / 2;
        match x.checked_sub(from) {
            None => 0,
            Some(x) if height == self.height => self.at(x as isize, y as isize),
            Some(x) => self.between(x, y, height),
        }
    }

    fn at(&self, x: isize, y: isize) -> u8 {
        let inside = (0..self.width as isize).contains(&x) && (0..self.height as isize).contains(&y);
        if inside { self.shares[y as usize * self.width + x as usize] } else { 0 }
    }

    /// Enlarged: between the four nearest of its pixels, and with more contrast, so that edges are round and sharp.
    fn between(&self, x: usize, y: usize, height: usize) -> u8 {
        let ratio = self.height as f32 / height as f32;
        let place = |at: usize| (at as f32 + 0.5) * ratio - 0.5;
        let (x, y) = (place(x), place(y));
        let (left, top) = (x.floor(), y.floor());
        let (right_part, lower_part) = (x - left, y - top);
        let at = |dx, dy| f32::from(self.at(left as isize + dx, top as isize + dy));
        let upper = at(0, 0) * (1.0 - right_part) + at(1, 0) * right_part;
        let lower = at(0, 1) * (1.0 - right_part) + at(1, 1) * right_part;
        let share = upper * (1.0 - lower_part) + lower * lower_part;
        ((share - MIDDLE) * CONTRAST + 127.5).clamp(0.0, 255.0).round() as u8
    }
}

fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// A Latin letter.
fn smooth(character: char, scale: u8, bold: bool) -> Option<Glyph> {
    let weight = if bold { FontWeight::Bold } else { FontWeight::Regular };
    let size = if scale == 1 { RasterHeight::Size16 } else { RasterHeight::Size32 };
    let raster = get_raster(character, weight, size)?;
    Some(Glyph { width: raster.width(), height: raster.height(), shares: raster.pixels().to_vec() })
}

/// Any other.
fn pixels(character: char) -> Option<Glyph> {
    let glyph = get_glyph(character)?;
    let width = glyph.get_width();
    let covers = |at: usize| glyph.get_pixel(at % width, at / width);
    let shares = (0..16 * width).map(|at| if covers(at) { 255 } else { 0 }).collect();
    Some(Glyph { width, height: 16, shares })
}

/// A box, for what neither font has.
fn unknown(wide: bool) -> Glyph {
    let width = if wide { 16 } else { 8 };
    let edge = |x: usize, y: usize| {
        [1, width - 2].contains(&x) && (2..14).contains(&y) || [2, 13].contains(&y) && (1..width - 1).contains(&x)
    };
    let shares = (0..16 * width).map(|at| if edge(at % width, at / width) { 255 } else { 0 }).collect();
    Glyph { width, height: 16, shares }
}
