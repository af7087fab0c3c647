//! Rows that change: strips, and the animations that shift them.

use std::{fmt::Write, time::Duration};

use indexmap::{IndexMap, IndexSet};

use crate::export::reel::{Reel, RowId};

/// What one row of the screen shows in its time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Strip {
    /// The rows that it shows, side by side; the last one that is seen comes first.
    pub rows: IndexSet<RowId>,
    /// When it comes to which of them.
    shifts: Vec<(Duration, usize)>,
}

impl Strip {
    /// What a row of the screen shows.
    pub fn of(reel: &Reel, y: usize) -> Self {
        let mut shown: Vec<(Duration, RowId)> = reel.frames.iter().map(|frame| (frame.at, frame.rows[y])).collect();
        shown.dedup_by_key(|&mut (_, row)| row);
        let rows: IndexSet<RowId> = shown.iter().rev().map(|&(_, row)| row).collect();
        let place = |(at, row)| (at, rows.get_index_of(&row).unwrap_or(0));
        let shifts = shown.into_iter().map(place).collect();
        Self { rows, shifts }
    }

    /// Whether it shows more than one.
    pub fn moves(&self) -> bool {
        self.rows.len() > 1
    }
}

/// The animations of all strips, which take so long. The strip of row `y` goes by `f` and its number.
pub(super) fn css(strips: &[Strip], lasts: Duration, width: u32) -> String {
    let mut css = String::new();
    if strips.iter().any(Strip::moves) {
        let seconds = lasts.as_millis() as f64 / 1000.0;
        let _ = write!(css, ".m{{animation:{seconds}s step-end infinite}}");
        css.push_str("@media(prefers-reduced-motion:reduce){.m{animation:none}}");
    }
    for (y, strip) in strips.iter().enumerate().filter(|(_, strip)| strip.moves()) {
        let mut times: IndexMap<usize, Vec<String>> = IndexMap::new();
        for &(at, place) in &strip.shifts {
            let part = at.as_secs_f64() / lasts.as_secs_f64().max(0.001) * 100.0;
            let part = (part * 1000.0).round() / 1000.0;
            times.entry(place).or_default().push(format!("{part}%"));
        }
        let _ = write!(css, "\n@keyframes f{y}{{");
        for (place, times) in times {
            let _ = write!(css, "{}{{transform:translate(-{}px)}}", times.join(","), place as u32 * width);
        }
        css.push('}');
    }
    css
}
