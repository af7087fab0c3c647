//! A screen as an SVG, or a film as one that moves by itself: in a README, too, where no script runs.
//!
//! Each row of the screen is a strip of the rows that it shows one after the other, side by side, and a CSS animation
//! that shifts it in steps. Whoever sees no animation sees the last screen.

mod cut;
mod motion;
mod row;
mod styles;

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use indexmap::IndexMap;

use self::{motion::Strip, row::Drawer};
use super::{
    reel::{CellId, Reel, RowId},
    shape::drawing,
};
use crate::picture::Shot;

/// Units of a cell from left to right, and from top to bottom.
const CELL: (u32, u32) = (12, 24);

/// Units from the top of a row to the line that letters stand on.
const BASE: u32 = 18;

/// The size of letters, in units: a letter of most fixed-width fonts is as wide as 0.6 of it.
const LETTERS: u32 = 20;

/// Fonts, the best first.
const FONTS: &str = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',\
                     'Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace";

/// Writes a film as an SVG; a still, if it has one screen only.
///
/// # Errors
/// When it cannot be written.
pub fn write(
    title: &str,
    language: &str,
    shots: &mut dyn Iterator<Item = Shot>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let reel = Reel::new(shots);
    let strips: Vec<Strip> = (0..usize::from(reel.size.1)).flat_map(|y| Strip::of(&reel, y)).collect();
    let mut drawer = Drawer::default();
    let contents = contents(&reel, &strips, &mut drawer);

    let (width, height) = (u32::from(reel.size.0) * CELL.0, u32::from(reel.size.1) * CELL.1);
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc" xml:lang="{language}">"#,
        width * 3 / 4,
        height * 3 / 4,
    )?;
    writeln!(out, r#"<title id="title">{}</title>"#, escaped(title))?;
    writeln!(out, r#"<desc id="desc">{}</desc>"#, escaped(&description(&reel)))?;
    writeln!(out, "<style>{}{}</style>", drawer.styles.css(), motion::css(&strips, reel.end, width))?;
    writeln!(out, "<defs>")?;
    for (number, content) in contents.values().enumerate().filter(|(_, content)| content.is_shared()) {
        writeln!(out, r#"<g id="r{number}">{}</g>"#, content.drawn)?;
    }
    // What stands beside the screen is cut off by the inner one.
    writeln!(out, "</defs>\n{}\n<svg width=\"{width}\" height=\"{height}\">", styles::ground(reel.ground))?;
    for (number, strip) in strips.iter().enumerate() {
        let shown = side_by_side(strip, &contents, width);
        if !shown.is_empty() {
            let (x, y) = (strip.columns.start as u32 * CELL.0, strip.y as u32 * CELL.1 + BASE);
            let moving =
                if strip.moves() { format!(r#" class="m" style="animation-name:f{number}""#) } else { String::new() };
            writeln!(out, r#"<g transform="translate({x} {y})"><g{moving}>{shown}</g></g>"#)?;
        }
    }
    writeln!(out, "</svg>\n</svg>")
}

/// Something that is shown.
struct Content {
    drawn: String,
    /// How often it stands in strips.
    uses: usize,
}

impl Content {
    fn is_shared(&self) -> bool {
        self.uses > 1 && !self.drawn.is_empty()
    }
}

/// All that is in the strips.
fn contents<'s>(reel: &Reel, strips: &'s [Strip], drawer: &mut Drawer) -> IndexMap<&'s [CellId], Content> {
    let mut contents: IndexMap<&[CellId], Content> = IndexMap::new();
    for cells in strips.iter().flat_map(|strip| &strip.contents) {
        let content = contents.entry(cells).or_insert_with(|| Content { drawn: drawer.row(reel, cells), uses: 0 });
        content.uses += 1;
    }
    contents
}

/// What a strip shows, each as far from the one before as the screen is wide.
fn side_by_side(strip: &Strip, contents: &IndexMap<&[CellId], Content>, width: u32) -> String {
    let mut shown = String::new();
    for (place, cells) in strip.contents.iter().enumerate() {
        let Some((number, _, content)) = contents.get_full(&cells[..]) else { continue };
        let _ = match (place as u32 * width, content.is_shared()) {
            _ if content.drawn.is_empty() => Ok(()),
            (0, true) => write!(shown, r##"<use href="#r{number}"/>"##),
            (x, true) => write!(shown, r##"<use href="#r{number}" x="{x}"/>"##),
            (0, false) => write!(shown, "{}", content.drawn),
            (x, false) => write!(shown, r#"<g transform="translate({x})">{}</g>"#, content.drawn),
        };
    }
    shown
}

/// What there is to see, for those who do not: what happens in a film, what stands on a screen.
fn description(reel: &Reel) -> String {
    let marks: Vec<&str> = reel.frames.iter().filter_map(|frame| frame.mark.as_deref()).collect();
    if !marks.is_empty() {
        return marks.join("\n");
    }
    let rows = reel.frames.last().map_or(&[][..], |frame| &frame.rows);
    let words = |&row: &RowId| {
        let written = |text: &str| text.chars().all(|character| drawing(character, row::MEASURE).is_none());
        let texts = reel.row(row).iter().map(|&cell| reel.cell(cell).text.as_str());
        let text: String = texts.map(|text| if written(text) { text } else { " " }).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    rows.iter().map(words).filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A text as XML has it: without characters that it may not have.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push('\n'),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}
