//! A screen as an SVG, or a film as one that moves by itself: in a README, too, where no script runs.
//!
//! Each row of the screen is a strip of the rows that it shows one after the other, side by side, and a CSS animation
//! that shifts it in steps. Whoever sees no animation sees the last screen.

mod motion;
mod row;
mod styles;

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use self::{motion::Strip, row::Drawer};
use super::{
    reel::{Reel, RowId},
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
pub fn write(title: &str, language: &str, shots: &mut dyn Iterator<Item = Shot>, out: &mut dyn Write) -> io::Result<()> {
    let reel = Reel::new(shots);
    let mut drawer = Drawer::default();
    let drawn: Vec<String> = reel.rows.iter().map(|row| drawer.row(&reel, row)).collect();
    let strips: Vec<Strip> = (0..reel.size.1).map(|y| Strip::of(&reel, y.into())).collect();
    let twice = shared(&strips, &drawn);

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
    for &row in &twice {
        writeln!(out, r#"<g id="r{row}">{}</g>"#, drawn[row as usize])?;
    }
    // What stands beside the screen is cut off by the inner one.
    writeln!(out, "</defs>\n{}\n<svg width=\"{width}\" height=\"{height}\">", styles::ground(reel.ground))?;
    for (y, strip) in strips.iter().enumerate() {
        let rows = strip_rows(strip, &drawn, &twice, width);
        if !rows.is_empty() {
            let y_base = y as u32 * CELL.1 + BASE;
            let moving = if strip.moves() { format!(r#"<g class="m" style="animation-name:f{y}">{rows}</g>"#) } else { rows };
            writeln!(out, r#"<g transform="translate(0 {y_base})">{moving}</g>"#)?;
        }
    }
    writeln!(out, "</svg>\n</svg>")
}

/// The rows of a strip, side by side.
fn strip_rows(strip: &Strip, drawn: &[String], twice: &[RowId], width: u32) -> String {
    let mut rows = String::new();
    for (place, &row) in strip.rows.iter().enumerate() {
        let (x, content) = (place as u32 * width, &drawn[row as usize]);
        let _ = match (x, twice.contains(&row)) {
            _ if content.is_empty() => Ok(()),
            (0, true) => write!(rows, r##"<use href="#r{row}"/>"##),
            (_, true) => write!(rows, r##"<use href="#r{row}" x="{x}"/>"##),
            (0, false) => write!(rows, "{content}"),
            (_, false) => write!(rows, r#"<g transform="translate({x})">{content}</g>"#),
        };
    }
    rows
}

/// The rows that stand in more than one place.
fn shared(strips: &[Strip], drawn: &[String]) -> Vec<RowId> {
    let mut all: Vec<RowId> = strips.iter().flat_map(|strip| strip.rows.iter().copied()).collect();
    all.sort_unstable();
    let mut twice: Vec<RowId> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    twice.dedup();
    twice.retain(|&row| !drawn[row as usize].is_empty());
    twice
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
fn escaped(text: &str) -> String {
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
