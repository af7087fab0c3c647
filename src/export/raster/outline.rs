//! Chinese characters, which fill two cells: from the outlines of Noto Sans Mono CJK SC, so that they are as smooth as
//! the Latin letters beside them, and stand on the same line. The font is a part of the original, with the characters of
//! GB 2312, level 1, and those of our own words; `docs/FONT.md` says how it was made. It has no bold weight.

use ab_glyph::{Font, FontRef, PxScale, point};

const FONT: &[u8] = include_bytes!("noto-sans-mono-cjk-sc.otf");

/// Pixels of an em, of the sixteen that a cell is high. Latin letters have 12; with a little more, dense characters stay
/// open, and still do not touch those of the next row.
const EM: f32 = 14.0;

/// How far below the top of the cell the line is on which letters stand, in the same pixels.
const BASELINE: f32 = 13.0;

/// How far the two strokes of a bold character are from where it would stand.
const BOLD: f32 = 0.28;

/// How much of each pixel of two cells the character covers, of 255; `None` if the font does not have it.
pub(super) fn shares(character: char, scale: u8, bold: bool) -> Option<Vec<u8>> {
    let font = FontRef::try_from_slice(FONT).ok()?;
    let id = font.glyph_id(character);
    let (pixels, side) = (f32::from(scale), 16 * usize::from(scale));
    let em = font.units_per_em()?;
    let size = PxScale::from(EM * pixels * font.height_unscaled() / em);
    let left = (16.0 - EM) / 2.0;
    let mut shares = vec![0_u8; side * side];
    let weights: &[f32] = if bold { &[-BOLD, BOLD] } else { &[0.0] };
    for shift in weights {
        let place = point((left + shift) * pixels, BASELINE * pixels);
        // A missing character has the number 0; a blank one has no outline.
        let outlined = font.outline_glyph(id.with_scale_and_position(size, place)).filter(|_| id.0 != 0)?;
        let from = outlined.px_bounds().min;
        outlined.draw(|x, y, share| {
            let (x, y) = (from.x as i64 + i64::from(x), from.y as i64 + i64::from(y));
            let inside = (0..side as i64).contains(&x) && (0..side as i64).contains(&y);
            if inside {
                let pixel = &mut shares[y as usize * side + x as usize];
                *pixel = (*pixel).max((share * 255.0).round().clamp(0.0, 255.0) as u8);
            }
        });
    }
    Some(shares)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf};

    use super::*;
    use crate::{
        export::raster::Raster,
        picture::{Cell, Look},
        scenario::Catalogue,
    };

    /// The rows of a character that have any of its colour: the first, and the one behind the last.
    fn rows(text: &str, width: u8, scale: u8) -> (usize, usize) {
        let levels = Raster::new(scale).levels(&Cell { text: text.into(), width, look: Look::default() });
        let across = 8 * usize::from(scale) * usize::from(width);
        let inked: Vec<bool> = levels.chunks(across).map(|row| row.iter().any(|&level| level > 1)).collect();
        let (first, last) = (inked.iter().position(|&any| any), inked.iter().rposition(|&any| any));
        (first.expect("it is not blank"), last.expect("it is not blank") + 1)
    }

    #[test]
    fn it_stands_on_the_line_of_the_latin_letters_and_is_a_little_taller() {
        for scale in [1, 2, 4] {
            let pixel = usize::from(scale);
            let (letter, character) = (rows("H", 1, scale), rows("国", 2, scale));
            assert!(character.0 < letter.0 && character.1 > letter.1, "{character:?} around {letter:?}");
            assert!(character.1 <= letter.1 + 2 * pixel, "{character:?} and {letter:?}");
            assert!(character.1 - character.0 >= 12 * pixel && character.1 <= 16 * pixel - pixel / 2);
            let middle = |(from, to): (usize, usize)| usize::midpoint(from, to);
            assert!(middle(character).abs_diff(middle(letter)) <= pixel, "{character:?} beside {letter:?}");
        }
    }

    #[test]
    fn bold_is_heavier_and_edges_are_smooth() {
        let sum = |bold| shares('锁', 2, bold).expect("it is there").iter().map(|&share| u64::from(share)).sum::<u64>();
        assert!(sum(true) * 100 > sum(false) * 110);
        let edges = shares('人', 1, false).expect("it is there");
        assert!(edges.iter().filter(|&&share| (40..200).contains(&share)).count() > 10);
    }

    #[test]
    fn it_has_every_character_of_our_words_and_leaves_others_to_the_bitmaps() {
        let words = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/locale/zh");
        let files = fs::read_dir(words).expect("the words are there").map(|file| file.expect("a file").path());
        let mut texts: Vec<String> = files.map(|file| fs::read_to_string(file).expect("it can be read")).collect();
        texts.extend(Catalogue::embedded().scenarios().iter().map(|scenario| scenario.source.text().to_owned()));
        let is_wide = |c: &char| matches!(c, '\u{3001}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}');
        for character in texts.iter().flat_map(|text| text.chars()).filter(is_wide) {
            assert!(shares(character, 1, false).is_some(), "{character}: see docs/FONT.md");
        }
        assert!(shares('\u{9FA5}', 1, false).is_none(), "a rare one");
        assert!(rows("\u{9FA5}", 2, 1).1 > 8, "has a bitmap");
    }
}
