//! A film as a GIF that repeats itself: one palette for all of it, and of each screen only the part that changed.

use std::{
    borrow::Cow,
    io::{self, Write},
    time::Duration,
};

use ::gif::{DisposalMethod, Encoder, EncodingError, Frame as Drawn, Repeat};

use super::{
    palette::Palette,
    raster::{LEVELS, Raster, mix},
    reel::{CellId, Reel},
};
use crate::picture::{Cell, Shot};

/// Browsers show a frame of less than two hundredths of a second for ten.
const SHORTEST: u32 = 2;

/// Writes a film as a GIF.
///
/// # Errors
/// When it cannot be written, or is too large for the format.
pub fn write(shots: &mut dyn Iterator<Item = Shot>, scale: u8, out: &mut dyn Write) -> io::Result<()> {
    let reel = Reel::new(shots);
    let brush = Brush::new(&reel, Raster::new(scale));
    let (width, height) = brush.pixels(reel.size);
    let mut encoder = Encoder::new(out, side(width)?, side(height)?, &brush.palette.bytes()).map_err(whole)?;
    encoder.set_repeat(Repeat::Infinite).map_err(whole)?;
    let mut before: Option<usize> = None;
    for (at, hundredths) in timed(&reel) {
        let Some(area) = changed(&reel, before, at) else { continue };
        let pixels = brush.paint(&reel, before, at, area);
        let (left, top) = brush.pixels((area.x.0, area.y.0));
        let (width, height) = brush.pixels((area.x.1 - area.x.0, area.y.1 - area.y.0));
        let frame = Drawn {
            delay: hundredths,
            dispose: DisposalMethod::Keep,
            left: side(left)?,
            top: side(top)?,
            width: side(width)?,
            height: side(height)?,
            transparent: before.is_some().then_some(brush.palette.transparent()),
            buffer: Cow::Owned(pixels),
            ..Drawn::default()
        };
        encoder.write_frame(&frame).map_err(whole)?;
        before = Some(at);
    }
    Ok(())
}

fn whole(error: EncodingError) -> io::Error {
    match error {
        EncodingError::Io(error) => error,
        other => io::Error::other(other),
    }
}

fn side(pixels: usize) -> io::Result<u16> {
    u16::try_from(pixels).map_err(io::Error::other)
}

/// The frames that are shown, by their numbers, and for how many hundredths of a second. One that is too short is left
/// out, and the one behind it comes that much earlier.
fn timed(reel: &Reel) -> Vec<(usize, u16)> {
    let hundredths = |time: Duration| ((time.as_millis() + 5) / 10) as u32;
    let mut shown: Vec<(usize, u32)> = Vec::new();
    for (at, frame) in reel.frames.iter().enumerate() {
        let from = hundredths(frame.at);
        let same = at > 0 && frame.rows == reel.frames[at - 1].rows;
        match shown.last_mut() {
            Some(_) if same => {}
            Some((last, start)) if from < *start + SHORTEST => *last = at,
            _ => shown.push((at, from)),
        }
    }
    let ends: Vec<u32> = shown.iter().skip(1).map(|&(_, start)| start).chain([hundredths(reel.end)]).collect();
    let lasts = |start: u32, end: u32| u16::try_from(end.saturating_sub(start)).unwrap_or(u16::MAX);
    shown.iter().zip(ends).map(|(&(at, start), end)| (at, lasts(start, end))).collect()
}

/// Columns and rows from and to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Area {
    x: (u16, u16),
    y: (u16, u16),
}

/// Where two frames differ; the first frame differs everywhere.
fn changed(reel: &Reel, before: Option<usize>, at: usize) -> Option<Area> {
    let Some(before) = before else {
        return Some(Area { x: (0, reel.size.0), y: (0, reel.size.1) });
    };
    let mut area: Option<Area> = None;
    let rows = reel.frames[before].rows.iter().zip(&reel.frames[at].rows);
    for (y, (old, new)) in (0..).zip(rows).filter(|(_, (old, new))| old != new) {
        let differs = |&(old, new): &(&CellId, &CellId)| old != new;
        let cells = || reel.row(*old).iter().zip(reel.row(*new));
        let first = cells().position(|pair| differs(&pair)).unwrap_or(0) as u16;
        let last = cells().rposition(|pair| differs(&pair)).unwrap_or(0) as u16;
        // A wide character that begins in the last cell takes one more.
        let wide = reel.cell(reel.row(*new)[usize::from(last)]).width > 1;
        let end = (last + 1 + u16::from(wide)).min(reel.size.0);
        area = Some(match area {
            None => Area { x: (first, end), y: (y, y + 1) },
            Some(area) => Area { x: (area.x.0.min(first), area.x.1.max(end)), y: (area.y.0, y + 1) },
        });
    }
    area
}

/// Paints cells in the colours of a palette.
struct Brush {
    raster: Raster,
    palette: Palette,
    /// The pixels of each cell.
    tiles: Vec<Vec<u8>>,
}

impl Brush {
    fn new(reel: &Reel, raster: Raster) -> Self {
        let levels: Vec<Vec<u8>> = reel.cells.iter().map(|cell| raster.levels(cell)).collect();
        let palette =
            Palette::of(reel.cells.iter().zip(&levels).zip(reel.seen()).flat_map(|((cell, levels), seen)| {
                let mut counts = [0_u64; LEVELS as usize + 1];
                levels.iter().for_each(|&level| counts[usize::from(level)] += seen);
                (0..=LEVELS)
                    .zip(counts)
                    .filter(|&(_, count)| count > 0)
                    .map(|(level, count)| (mix(cell.look, level), count))
            }));
        let tile = |(cell, levels): (&Cell, Vec<u8>)| {
            let colours: Vec<u8> = (0..=LEVELS).map(|level| palette.nearest(mix(cell.look, level))).collect();
            levels.into_iter().map(|level| colours[usize::from(level)]).collect()
        };
        let tiles = reel.cells.iter().zip(levels).map(tile).collect();
        Self { raster, palette, tiles }
    }

    /// Cells in pixels.
    fn pixels(&self, (columns, rows): (u16, u16)) -> (usize, usize) {
        let (width, height) = self.raster.cell();
        (usize::from(columns) * width, usize::from(rows) * height)
    }

    /// The pixels of an area of a frame; what is as before is transparent.
    fn paint(&self, reel: &Reel, before: Option<usize>, at: usize, area: Area) -> Vec<u8> {
        let (cell_width, cell_height) = self.raster.cell();
        let (width, height) = self.pixels((area.x.1 - area.x.0, area.y.1 - area.y.0));
        let mut pixels = vec![self.palette.transparent(); width * height];
        for y in area.y.0..area.y.1 {
            let row = |frame: usize| reel.row(reel.frames[frame].rows[usize::from(y)]);
            let (old, new) = (before.map(row), row(at));
            for x in area.x.0..area.x.1 {
                let id = new[usize::from(x)];
                let same = old.is_some_and(|old| old[usize::from(x)] == id);
                if same || reel.cell(id).width == 0 {
                    continue;
                }
                let tile = &self.tiles[id as usize];
                let tile_width = tile.len() / cell_height;
                let left = usize::from(x - area.x.0) * cell_width;
                let shown = tile_width.min(width - left);
                let top = usize::from(y - area.y.0) * cell_height;
                for (line, tile_row) in tile.chunks_exact(tile_width).enumerate() {
                    let start = (top + line) * width + left;
                    pixels[start..start + shown].copy_from_slice(&tile_row[..shown]);
                }
            }
        }
        pixels
    }
}
