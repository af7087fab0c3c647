//! What changes on a screen: strips, and the animations that shift them.

use std::{fmt::Write, ops::Range, time::Duration};

use indexmap::{IndexMap, IndexSet};

use super::cut::cuts;
use crate::export::reel::{CellId, Reel};

/// What a part of a row of the screen shows in its time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Strip {
    /// The row of the screen.
    pub y: usize,
    /// The columns.
    pub columns: Range<usize>,
    /// What it shows, side by side; what is seen last comes first.
    pub contents: IndexSet<Box<[CellId]>>,
    /// When it comes to which of them.
    shifts: Vec<(Duration, usize)>,
}

impl Strip {
    /// The strips of a row of the screen.
    pub fn of(reel: &Reel, y: usize) -> Vec<Self> {
        let mut shown: Vec<(Duration, &[CellId])> =
            reel.frames.iter().map(|frame| (frame.at, reel.row(frame.rows[y]))).collect();
        shown.dedup_by_key(|&mut (_, row)| row);
        let rows: Vec<&[CellId]> = shown.iter().map(|&(_, row)| row).collect();
        let cuts = cuts(reel, &rows);
        cuts.windows(2).map(|pair| Self::part(&shown, y, pair[0]..pair[1])).collect()
    }

    fn part(shown: &[(Duration, &[CellId])], y: usize, columns: Range<usize>) -> Self {
        let mut shown: Vec<_> = shown.iter().map(|&(at, row)| (at, &row[columns.clone()])).collect();
        shown.dedup_by_key(|&mut (_, content)| content);
        let contents: IndexSet<Box<[CellId]>> = shown.iter().rev().map(|&(_, content)| content.into()).collect();
        let place = |(at, content)| (at, contents.get_index_of(content).unwrap_or(0));
        let shifts = shown.into_iter().map(place).collect();
        Self { y, columns, contents, shifts }
    }

    /// Whether it shows more than one thing.
    pub fn moves(&self) -> bool {
        self.contents.len() > 1
    }
}

/// The animations of all strips, which take so long. Each goes by `f` and the number of its strip.
pub(super) fn css(strips: &[Strip], lasts: Duration, width: u32) -> String {
    let mut css = String::new();
    if strips.iter().any(Strip::moves) {
        let seconds = lasts.as_millis() as f64 / 1000.0;
        let _ = write!(css, ".m{{animation:{seconds}s step-end infinite}}");
        css.push_str("@media(prefers-reduced-motion:reduce){.m{animation:none}}");
    }
    for (number, strip) in strips.iter().enumerate().filter(|(_, strip)| strip.moves()) {
        let mut times: IndexMap<usize, Vec<String>> = IndexMap::new();
        for &(at, place) in &strip.shifts {
            let part = at.as_secs_f64() / lasts.as_secs_f64().max(0.001) * 100.0;
            let part = (part * 1000.0).round() / 1000.0;
            times.entry(place).or_default().push(format!("{part}%"));
        }
        let _ = write!(css, "\n@keyframes f{number}{{");
        for (place, times) in times {
            let _ = write!(css, "{}{{transform:translate(-{}px)}}", times.join(","), place as u32 * width);
        }
        css.push('}');
    }
    css
}
