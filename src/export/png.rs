//! A screen as a PNG.

use std::io::{self, Write};

use png::{BitDepth, ColorType, Compression, Encoder};

use super::raster::Raster;
use crate::picture::{Colour, Picture};

/// Writes a picture as a PNG, with its title.
///
/// # Errors
/// When it cannot be written.
pub fn write(title: &str, picture: &Picture, scale: u8, out: &mut dyn Write) -> io::Result<()> {
    let image = Raster::new(scale).image(picture);
    let mut palette: Vec<Colour> = image.pixels.clone();
    palette.sort_unstable();
    palette.dedup();
    let bytes = |pixels: &[Colour]| pixels.iter().flat_map(|&Colour(r, g, b)| [r, g, b]).collect::<Vec<u8>>();

    let mut encoder = Encoder::new(out, image.width as u32, image.height as u32);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.add_itxt_chunk("Title".to_owned(), title.to_owned())?;
    let data = if palette.len() <= 256 {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(bytes(&palette));
        image.pixels.iter().map(|colour| palette.partition_point(|known| known < colour) as u8).collect()
    } else {
        encoder.set_color(ColorType::Rgb);
        bytes(&image.pixels)
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(())
}
