//! Pictures as pixels: a cell is 8 by 16 of them, times a scale. Each character is made once, as how much of it covers
//! each pixel, and coloured where it stands.

mod cover;
mod font;
mod outline;

use crate::picture::{Cell, Colour, Look, Picture};

/// Steps between no colour of the text and all of it. Few, so that a screen has few colours.
pub const LEVELS: u8 = 4;

/// Pixels, row by row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Image {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// The pixels.
    pub pixels: Vec<Colour>,
}

/// Makes pixels of cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Raster {
    scale: u8,
}

impl Raster {
    /// Cells of 8 by 16 pixels, times the scale.
    #[must_use]
    pub const fn new(scale: u8) -> Self {
        Self { scale: if scale == 0 { 1 } else { scale } }
    }

    /// Pixels of a cell from left to right, and from top to bottom.
    #[must_use]
    pub fn cell(self) -> (usize, usize) {
        (8 * usize::from(self.scale), 16 * usize::from(self.scale))
    }

    /// How much of the colour of its text, from 0 to [`LEVELS`], each pixel of a cell has, and of the cell that it
    /// covers if it is wide.
    #[must_use]
    pub fn levels(self, cell: &Cell) -> Vec<u8> {
        let wide = cell.width > 1;
        let mut shares = match drawn(cell) {
            Some(character) => cover::shares(character, self.scale, wide),
            None => font::shares(&cell.text, self.scale, wide, cell.look.bold),
        };
        let (cell_width, height) = self.cell();
        let width = shares.len() / height;
        if cell.look.italic && drawn(cell).is_none() {
            shares = slanted(&shares, width, height);
        }
        if cell.look.underlined {
            let row = height - usize::from(self.scale) * 2;
            shares[row * width..(row + cell_width / 8) * width].fill(255);
        }
        let level = |share: u8| ((u16::from(share) * u16::from(LEVELS) + 127) / 255) as u8;
        shares.into_iter().map(level).collect()
    }

    /// A picture as pixels.
    #[must_use]
    pub fn image(self, picture: &Picture) -> Image {
        let (cell_width, cell_height) = self.cell();
        let width = usize::from(picture.width()) * cell_width;
        let height = usize::from(picture.height()) * cell_height;
        let mut pixels = vec![picture.ground(); width * height];
        for y in 0..picture.height() {
            for (x, cell) in picture.row(y).iter().enumerate().filter(|(_, cell)| cell.width > 0) {
                let levels = self.levels(cell);
                let (left, tile_width) = (x * cell_width, levels.len() / cell_height);
                let shown = tile_width.min(width - left);
                for (row, tile_row) in levels.chunks_exact(tile_width).enumerate() {
                    let start = (usize::from(y) * cell_height + row) * width + left;
                    for (pixel, &level) in pixels[start..start + shown].iter_mut().zip(tile_row) {
                        *pixel = mix(cell.look, level);
                    }
                }
            }
        }
        Image { width, height, pixels }
    }
}

/// The colour of a pixel that has so much of the colour of the text.
#[must_use]
pub fn mix(look: Look, level: u8) -> Colour {
    let part = |text: u8, ground: u8| {
        let (level, levels) = (u16::from(level), u16::from(LEVELS));
        ((u16::from(text) * level + u16::from(ground) * (levels - level) + levels / 2) / levels) as u8
    };
    let (Colour(r, g, b), Colour(ground_r, ground_g, ground_b)) = (look.text, look.ground);
    Colour(part(r, ground_r), part(g, ground_g), part(b, ground_b))
}

/// The character of a cell that is drawn, not written.
fn drawn(cell: &Cell) -> Option<char> {
    let mut characters = cell.text.chars();
    let character = characters.next().filter(|_| characters.next().is_none())?;
    cover::is_drawn(character).then_some(character)
}

/// Slanted to the right, about its middle.
fn slanted(shares: &[u8], width: usize, height: usize) -> Vec<u8> {
    let mut slanted = vec![0; shares.len()];
    for (y, row) in shares.chunks_exact(width).enumerate() {
        let shift = (height as i32 / 2 - y as i32).div_euclid(6);
        for (x, &share) in row.iter().enumerate() {
            let to = x as i32 + shift;
            if (0..width as i32).contains(&to) {
                slanted[y * width + to as usize] = share;
            }
        }
    }
    slanted
}
