//! The colours of a picture that may have no more than 256.

use indexmap::IndexMap;

use crate::picture::Colour;

/// Colours that there is room for, beside the transparent one.
const MOST: usize = 255;

/// A palette: colours in their order, and behind them the one that is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Palette {
    colours: Vec<Colour>,
}

impl Palette {
    /// The colours that are needed most, of these and how much each is needed. All others are near to one of them.
    pub fn of(needed: impl Iterator<Item = (Colour, u64)>) -> Self {
        let mut counts: IndexMap<Colour, u64> = IndexMap::new();
        needed.for_each(|(colour, count)| *counts.entry(colour).or_default() += count);
        let mut counted: Vec<(Colour, u64)> = counts.into_iter().collect();
        counted.sort_unstable_by_key(|&(colour, count)| (std::cmp::Reverse(count), colour));
        let mut colours = (0..=u8::MAX).find_map(|apart| chosen(&counted, apart)).unwrap_or_default();
        colours.sort_unstable();
        Self { colours }
    }

    /// Red, green and blue of each.
    pub fn bytes(&self) -> Vec<u8> {
        let colours = self.colours.iter().chain([&Colour(0, 0, 0)]);
        colours.flat_map(|&Colour(r, g, b)| [r, g, b]).collect()
    }

    /// The number of the one that is none.
    pub fn transparent(&self) -> u8 {
        self.colours.len() as u8
    }

    /// The number of the colour that is most like this one.
    pub fn nearest(&self, wanted: Colour) -> u8 {
        if let Ok(at) = self.colours.binary_search(&wanted) {
            return at as u8;
        }
        let distance = |&(_, &Colour(r, g, b)): &(usize, &Colour)| {
            let apart = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
            // The eye sees green best.
            3 * apart(r, wanted.0) + 6 * apart(g, wanted.1) + apart(b, wanted.2)
        };
        self.colours.iter().enumerate().min_by_key(distance).map_or(0, |(at, _)| at as u8)
    }
}

/// The first of these colours that are farther apart than that; none, if they are too many.
fn chosen(counted: &[(Colour, u64)], apart: u8) -> Option<Vec<Colour>> {
    let mut chosen: Vec<Colour> = Vec::new();
    for &(colour, _) in counted {
        let near = |known: &Colour| {
            let channels = [(known.0, colour.0), (known.1, colour.1), (known.2, colour.2)];
            channels.into_iter().all(|(a, b)| a.abs_diff(b) <= apart)
        };
        if !chosen.iter().any(near) {
            chosen.push(colour);
        }
        if chosen.len() > MOST {
            return None;
        }
    }
    Some(chosen)
}
