//! A film kept small: what repeats itself, from frame to frame and from row to row, is kept once.

use std::time::Duration;

use indexmap::IndexSet;

use crate::picture::{Cell, Colour, Shot};

/// The number of a cell among those that differ.
pub(super) type CellId = u32;

/// The number of a row among those that differ.
pub(super) type RowId = u32;

/// A film.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Reel {
    /// Cells in a row, and rows.
    pub size: (u16, u16),
    /// The colour behind the screen.
    pub ground: Colour,
    /// The cells that there are.
    pub cells: IndexSet<Cell>,
    /// The rows that there are.
    pub rows: IndexSet<Box<[CellId]>>,
    /// The screens in their order, each row by row.
    pub frames: Vec<Frame>,
    /// When the last screen goes.
    pub end: Duration,
}

/// A screen of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Frame {
    /// When it begins.
    pub at: Duration,
    /// Its rows.
    pub rows: Box<[RowId]>,
    /// What happened, if it is worth a chapter of its own.
    pub mark: Option<String>,
}

impl Reel {
    /// A film of these shots.
    pub fn new(shots: &mut dyn Iterator<Item = Shot>) -> Self {
        let mut reel = Self::default();
        for shot in shots {
            reel.size = (shot.picture.width(), shot.picture.height());
            reel.ground = shot.picture.ground();
            reel.end = shot.at + shot.lasts;
            let rows = (0..shot.picture.height()).map(|y| reel.row_id(shot.picture.row(y))).collect();
            reel.frames.push(Frame { at: shot.at, rows, mark: shot.mark });
        }
        reel
    }

    fn row_id(&mut self, row: &[Cell]) -> RowId {
        let cells = row.iter().map(|cell| self.cell_id(cell)).collect();
        self.rows.insert_full(cells).0 as RowId
    }

    fn cell_id(&mut self, cell: &Cell) -> CellId {
        match self.cells.get_index_of(cell) {
            Some(known) => known as CellId,
            None => self.cells.insert_full(cell.clone()).0 as CellId,
        }
    }

    /// The cells of a row.
    pub fn row(&self, row: RowId) -> &[CellId] {
        &self.rows[row as usize]
    }

    /// A cell.
    pub fn cell(&self, cell: CellId) -> &Cell {
        &self.cells[cell as usize]
    }

    /// How long each cell is seen, in milliseconds, in all places together.
    pub fn seen(&self) -> Vec<u64> {
        let mut rows = vec![0; self.rows.len()];
        let ends = self.frames.iter().skip(1).map(|frame| frame.at).chain([self.end]);
        for (frame, end) in self.frames.iter().zip(ends) {
            let lasts = end.saturating_sub(frame.at).as_millis() as u64;
            frame.rows.iter().for_each(|&row| rows[row as usize] += lasts.max(1));
        }
        let mut seen = vec![0; self.cells.len()];
        for (row, lasts) in self.rows.iter().zip(rows) {
            row.iter().for_each(|&cell| seen[cell as usize] += lasts);
        }
        seen
    }
}
