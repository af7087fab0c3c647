//! Asciicast, the recordings of asciinema: version 3, and version 2 for older players.
//!
//! Facts from <https://docs.asciinema.org/manual/asciicast/v3/> and `…/v2/`: a JSON header on the first line, then an
//! array a line: time, code, data. In version 2 times count from the start, in version 3 from the event before. Code `o`
//! is output, `m` a marker, `x` (version 3) the end of the program.

use std::{
    fmt::Write as _,
    io::{self, Write},
    time::Duration,
};

use serde_json::json;

use crate::picture::{Cell, Colour, Look, Picture, Shot};

/// Which asciicast.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Version {
    /// Read by every player.
    V2,
    /// Read by asciinema 3 and its player from 3.10 on.
    V3,
}

/// Writes a film as an asciicast.
///
/// # Errors
/// When it cannot be written.
pub fn write(
    version: Version,
    title: &str,
    shots: &mut dyn Iterator<Item = Shot>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = Writer { version, out, at: 0 };
    let mut before: Option<Picture> = None;
    let mut end = Duration::ZERO;
    for shot in shots {
        if before.is_none() {
            writer.header(title, &shot.picture)?;
        }
        if let Some(mark) = &shot.mark {
            writer.event(shot.at, "m", mark)?;
        }
        let screen = match &before {
            None => format!("\x1b[?25l\x1b[2J{}", changes(None, &shot.picture)),
            Some(before) => changes(Some(before), &shot.picture),
        };
        if !screen.is_empty() {
            writer.event(shot.at, "o", &screen)?;
        }
        end = shot.at + shot.lasts;
        before = Some(shot.picture);
    }
    // The last screen stays up to here; what is written behind it does not stand in it.
    let rows = before.map_or(1, |picture| picture.height());
    writer.event(end, "o", &format!("\x1b[0m\x1b[{rows};1H\x1b[?25h"))?;
    match version {
        Version::V2 => Ok(()),
        Version::V3 => writer.event(end, "x", "0"),
    }
}

/// Writes the events with their times.
struct Writer<'w> {
    version: Version,
    out: &'w mut dyn Write,
    /// When the event before was, in milliseconds.
    at: u64,
}

impl Writer<'_> {
    fn header(&mut self, title: &str, picture: &Picture) -> io::Result<()> {
        let (columns, rows) = (picture.width(), picture.height());
        let header = match self.version {
            Version::V2 => json!({"version": 2, "width": columns, "height": rows, "title": title}),
            Version::V3 => json!({"version": 3, "term": {"cols": columns, "rows": rows}, "title": title}),
        };
        writeln!(self.out, "{header}")
    }

    fn event(&mut self, at: Duration, code: &str, data: &str) -> io::Result<()> {
        // Milliseconds, as a player shows no more.
        let at = at.as_millis() as u64;
        let time = match self.version {
            Version::V2 => at,
            Version::V3 => at.saturating_sub(self.at),
        };
        self.at = at;
        writeln!(self.out, "{}", json!([time as f64 / 1000.0, code, data]))
    }
}

/// What a terminal has to be told to show the picture instead of the one before.
fn changes(before: Option<&Picture>, picture: &Picture) -> String {
    let mut told = String::new();
    let mut look: Option<Look> = None;
    let mut cursor: Option<(u16, u16)> = None;
    for y in 0..picture.height() {
        for (x, cell) in (0..).zip(picture.row(y)) {
            let same = before.is_some_and(|before| before.row(y)[usize::from(x)] == *cell);
            if same || cell.width == 0 {
                continue;
            }
            if cursor != Some((x, y)) {
                let _ = write!(told, "\x1b[{};{}H", y + 1, x + 1);
            }
            if look != Some(cell.look) {
                told.push_str(&graphics(cell.look));
                look = Some(cell.look);
            }
            told.push_str(text(cell));
            // Behind the last column terminals differ in where the cursor is.
            let next = x + u16::from(cell.width);
            cursor = (next < picture.width()).then_some((next, y));
        }
    }
    if !told.is_empty() {
        told.push_str("\x1b[0m");
    }
    told
}

/// No text of a program may speak to the terminal.
fn text(cell: &Cell) -> &str {
    if cell.text.is_empty() || cell.text.chars().any(char::is_control) { " " } else { &cell.text }
}

/// Select graphic rendition (ECMA-48), with colours in full.
fn graphics(look: Look) -> String {
    let Look { text: Colour(r, g, b), ground: Colour(ground_r, ground_g, ground_b), .. } = look;
    let bold = if look.bold { ";1" } else { "" };
    let italic = if look.italic { ";3" } else { "" };
    let underlined = if look.underlined { ";4" } else { "" };
    format!("\x1b[0{bold}{italic}{underlined};38;2;{r};{g};{b};48;2;{ground_r};{ground_g};{ground_b}m")
}
