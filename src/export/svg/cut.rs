//! Where a row is cut, so that what stays is not written again each time that something beside it changes.

use std::ops::Range;

use indexmap::IndexSet;

use crate::export::reel::{CellId, Reel};

/// A row is cut no deeper than that: into sixteen at most.
const DEEPEST: u32 = 4;

/// Changes that are looked at; a film of more goes on as it began.
const LOOKED_AT: usize = 2000;

/// What a strip, something in it, a cell of that, and a change cost in bytes, nearly.
const STRIP: usize = 120;
const CONTENT: usize = 60;
const CELL: usize = 7;
const CHANGE: usize = 12;

/// The columns at which the parts of a row begin, and its end, for what it shows in its time.
pub(super) fn cuts(reel: &Reel, shown: &[&[CellId]]) -> Vec<usize> {
    let shown = &shown[..shown.len().min(LOOKED_AT)];
    let width = shown.first().map_or(0, |row| row.len());
    let mut cuts = vec![0];
    cut(reel, shown, 0..width, DEEPEST, &mut cuts);
    cuts.push(width);
    cuts
}

/// Cuts a part in two where that makes it smallest, and each of the two again.
fn cut(reel: &Reel, shown: &[&[CellId]], part: Range<usize>, depth: u32, cuts: &mut Vec<usize>) {
    if depth == 0 || shown.len() < 2 || part.len() < 2 {
        return;
    }
    let before = costs(shown, part.clone(), part.clone());
    let mut behind = costs(shown, part.clone(), part.clone().rev());
    behind.reverse();
    let whole = before.last().copied().unwrap_or(0);
    // A wide character is not cut.
    let possible = |at: usize| shown.iter().all(|row| reel.cell(row[at]).width > 0);
    let places = (part.start + 1..part.end).filter(|&at| possible(at));
    let best = places.min_by_key(|at| before[at - part.start - 1] + behind[at - part.start]);
    let Some(at) = best.filter(|at| before[at - part.start - 1] + behind[at - part.start] < whole) else { return };
    cut(reel, shown, part.start..at, depth - 1, cuts);
    cuts.push(at);
    cut(reel, shown, at..part.end, depth - 1, cuts);
}

/// What a strip costs that begins with the first of these columns and goes on to each of them.
fn costs(shown: &[&[CellId]], part: Range<usize>, columns: impl Iterator<Item = usize>) -> Vec<usize> {
    // Rows of one class are the same so far.
    let mut classes = vec![0_u32; shown.len()];
    let mut costs = Vec::with_capacity(part.len());
    for (so_far, column) in columns.enumerate() {
        let mut known: IndexSet<(u32, CellId)> = IndexSet::new();
        for (class, row) in classes.iter_mut().zip(shown) {
            *class = known.insert_full((*class, row[column])).0 as u32;
        }
        let changes = classes.windows(2).filter(|pair| pair[0] != pair[1]).count();
        let strip = if changes > 0 { STRIP } else { 0 };
        costs.push(strip + known.len() * (CONTENT + CELL * (so_far + 1)) + changes * CHANGE);
    }
    costs
}
