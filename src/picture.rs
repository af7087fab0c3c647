//! A screen as plain data: cells with their text and colours, and how long it is shown. What is drawn for a terminal is
//! captured into it, and exporters make files of it; it knows neither.

use std::time::Duration;

use compact_str::CompactString;

use crate::ids::StepIndex;

/// A colour on a screen: red, green, blue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub struct Colour(pub u8, pub u8, pub u8);

/// How a text looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
pub struct Look {
    /// The colour of the text.
    pub text: Colour,
    /// The colour behind it.
    pub ground: Colour,
    /// In heavy letters.
    pub bold: bool,
    /// In slanted letters.
    pub italic: bool,
    /// With a line below.
    pub underlined: bool,
}

/// One place of a screen.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Cell {
    /// A character as the viewer counts them; empty in a cell that the wide one before it covers.
    pub text: CompactString,
    /// Cells that it takes: 1, 2, or 0 for a covered one.
    pub width: u8,
    /// How it looks.
    pub look: Look,
}

/// Neighbouring cells of one look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// The column of its first cell.
    pub x: u16,
    /// Cells that it takes.
    pub width: u16,
    /// What it says.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// A screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    width: u16,
    ground: Colour,
    cells: Vec<Cell>,
}

/// A screen of a film.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shot {
    /// When it begins, from the start of the film.
    pub at: Duration,
    /// How long it stays.
    pub lasts: Duration,
    /// The screen.
    pub picture: Picture,
    /// The step of the run that it shows.
    pub step: StepIndex,
    /// What happened, if it is worth a chapter of its own.
    pub mark: Option<String>,
}

impl Picture {
    /// A screen of these cells, row by row, on a ground.
    ///
    /// # Panics
    /// When the cells do not fill whole rows.
    #[must_use]
    pub fn new(width: u16, ground: Colour, cells: Vec<Cell>) -> Self {
        let full = if width == 0 { cells.is_empty() } else { cells.len().is_multiple_of(usize::from(width)) };
        assert!(full, "a picture has whole rows");
        Self { width, ground, cells }
    }

    /// Cells in a row.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u16 {
        (self.cells.len() / usize::from(self.width.max(1))) as u16
    }

    /// The colour behind the screen.
    #[must_use]
    pub fn ground(&self) -> Colour {
        self.ground
    }

    /// The cells of a row.
    ///
    /// # Panics
    /// When there is no such row.
    #[must_use]
    pub fn row(&self, y: u16) -> &[Cell] {
        let start = usize::from(y) * usize::from(self.width);
        &self.cells[start..start + usize::from(self.width)]
    }

    /// A row as runs of one look each; blank ones too.
    #[must_use]
    pub fn runs(&self, y: u16) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for (x, cell) in (0..).zip(self.row(y)) {
            match runs.last_mut() {
                Some(run) if run.look == cell.look || cell.width == 0 => {
                    run.text.push_str(&cell.text);
                    run.width += 1;
                }
                _ => runs.push(Run { x, width: 1, text: cell.text.to_string(), look: cell.look }),
            }
        }
        runs
    }

    /// What the screen says, row by row, without blanks at the ends of rows.
    #[must_use]
    pub fn text(&self) -> String {
        let row = |y| self.row(y).iter().map(|cell| cell.text.as_str()).collect::<String>();
        (0..self.height()).map(|y| row(y).trim_end().to_owned() + "\n").collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[(&str, u8, Colour)]) -> Vec<Cell> {
        let cell = |&(text, width, text_colour): &(&str, u8, Colour)| Cell {
            text: text.into(),
            width,
            look: Look { text: text_colour, ..Look::default() },
        };
        texts.iter().map(cell).collect()
    }

    #[test]
    fn neighbours_of_one_look_are_a_run_and_a_wide_character_keeps_its_second_cell() {
        let (red, blue) = (Colour(255, 0, 0), Colour(0, 0, 255));
        let row = cells(&[("a", 1, red), ("锁", 2, red), ("", 0, blue), ("b", 1, blue), (" ", 1, blue)]);
        let picture = Picture::new(5, Colour::default(), row);
        let runs: Vec<_> = picture.runs(0).into_iter().map(|run| (run.x, run.width, run.text)).collect();
        assert_eq!(runs, [(0, 3, "a锁".to_owned()), (3, 2, "b ".to_owned())]);
        assert_eq!((picture.height(), picture.text()), (1, "a锁b\n".to_owned()));
    }
}
