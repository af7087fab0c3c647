//! A row of a Gantt chart, and the axis below it: who had a core when, a cell for so much time. A slice begins with its thread's
//! number, the rest is in the thread's colour; `·` is an idle core.

use ratatui::{
    style::{Modifier, Style},
    text::Span,
};

use crate::{event::Nanos, scene::Slice, telling::names::number, tui::theme::Theme};

/// How much time a cell stands for, and where the chart begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scale {
    /// The time of the first cell.
    pub begin: Nanos,
    /// The time of one cell.
    pub cell: Nanos,
}

impl Scale {
    /// A scale on which what lies between two moments fits into so many cells. If what happens would be too small to be seen
    /// there, the chart shows what came last: `detail` is how much time must still be seen.
    #[must_use]
    pub fn of((begin, end): (Nanos, Nanos), cells: usize, detail: Nanos) -> Self {
        let cells = cells.max(1) as Nanos;
        let span = end.saturating_sub(begin).max(1);
        let fitting = nice(span.div_ceil(cells));
        let cell = fitting.min(nice(detail.max(1)));
        let begin = begin / (cell * ticks(cell)) * (cell * ticks(cell));
        let behind = end.saturating_sub(begin).div_ceil(cell);
        // Whole ticks go out at the left.
        let over = behind.saturating_sub(cells).div_ceil(ticks(cell)) * ticks(cell);
        Self { begin: begin + over * cell, cell }
    }

    /// The moment at which a cell begins.
    const fn at(self, cell: usize) -> Nanos {
        self.begin.saturating_add(self.cell.saturating_mul(cell as Nanos))
    }
}

/// How many cells there are from tick to tick.
const fn ticks(cell: Nanos) -> Nanos {
    let mut left = cell;
    while left >= 10 {
        left /= 10;
    }
    if left == 5 { 4 } else { 5 }
}

/// The next round number: 1, 2 or 5 and noughts.
fn nice(time: Nanos) -> Nanos {
    let mut power: Nanos = 1_000;
    loop {
        for times in [1, 2, 5] {
            if power.saturating_mul(times) >= time {
                return power.saturating_mul(times);
            }
        }
        power = power.saturating_mul(10);
    }
}

/// How fine a chart must be: half of the time that was used lies in slices no shorter than this; unless long gaps lie between them.
#[must_use]
pub fn detail<'s>(rows: impl Iterator<Item = &'s Slice>) -> Nanos {
    let mut lengths = Vec::new();
    let (mut gap, mut last): (Nanos, Nanos) = (0, Nanos::MAX);
    for slice in rows {
        lengths.push(slice.end - slice.begin);
        gap = gap.max(slice.begin.saturating_sub(last));
        last = slice.end;
    }
    lengths.sort_unstable();
    let half = lengths.iter().sum::<Nanos>() / 2;
    let mut below = 0;
    let usual = lengths.into_iter().find(|length| {
        below += length;
        below > half
    });
    usual.unwrap_or(1).max(gap / 6)
}

/// The cells of a row up to this moment.
#[must_use]
pub fn row(theme: &Theme, slices: &[Slice], scale: Scale, (cells, now): (usize, Nanos)) -> Vec<Span<'static>> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut label: Vec<char> = Vec::new();
    let mut before = None;
    for at in 0..cells {
        let (from, to) = (scale.at(at), scale.at(at + 1));
        if from >= now {
            break;
        }
        let within = |slice: &&Slice| slice.begin < to && slice.end > from && is_seen(slice, scale, (at, now));
        let length = |slice: &&Slice| slice.end.min(to) - slice.begin.max(from);
        let Some(slice) = slices.iter().filter(within).max_by_key(length) else {
            before = None;
            spans.push(Span::styled("·", theme.faint()));
            continue;
        };
        if before != Some(slice.thread) {
            label = number(slice.thread).to_string().chars().rev().collect();
        }
        before = Some(slice.thread);
        let colour = theme.thread(slice.thread);
        spans.push(match label.pop() {
            Some(digit) => {
                let style = Style::new().fg(theme.on_thread).bg(colour).add_modifier(Modifier::BOLD);
                Span::styled(digit.to_string(), style)
            }
            None => Span::styled("█", Style::new().fg(colour)),
        });
    }
    spans
}

/// Whether a slice is drawn in a cell: where it covers the middle of it, so that what comes one after the other never stands one
/// above the other; one that is too short for that stands where most of it is.
fn is_seen(slice: &Slice, scale: Scale, (cell, now): (usize, Nanos)) -> bool {
    let before = |time: Nanos| time.saturating_sub(scale.begin) / scale.cell;
    let covers = |cell: Nanos| {
        let begin = scale.begin + cell * scale.cell;
        let middle = begin.midpoint((begin + scale.cell).min(now));
        slice.begin <= middle && middle < slice.end
    };
    let (first, last) = (before(slice.begin), before(slice.end.saturating_sub(1)));
    let cell = cell as Nanos;
    // Every cell between the first and the last is covered.
    if last > first + 1 || covers(first) || covers(last) {
        return covers(cell);
    }
    let edge = scale.begin + last * scale.cell;
    cell == if slice.end.saturating_sub(edge) > edge.saturating_sub(slice.begin) { last } else { first }
}

/// The axis below rows of so many cells.
#[must_use]
pub fn axis(scale: Scale, cells: usize) -> String {
    let (unit, name) = match scale.cell.saturating_mul(ticks(scale.cell)) {
        0..100_000 => (1_000, "µs"),
        100_000..1_000_000_000 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let label = |cell: usize| {
        let text = format!("{:.2}", scale.at(cell) as f64 / f64::from(unit));
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    let mut step = ticks(scale.cell) as usize;
    let widest = label(cells).chars().count().max(label(step).chars().count());
    while step < widest + 1 {
        step += ticks(scale.cell) as usize;
    }
    let mut text = String::new();
    for at in (0..).step_by(step) {
        let next = label(at);
        if at + next.chars().count() + 1 + name.chars().count() > cells {
            break;
        }
        text = format!("{text:<at$}{next}");
    }
    format!("{text} {name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::ThemeName, ids::ThreadId};

    const MS: Nanos = 1_000_000;

    fn text(slices: &[(u32, Nanos, Nanos)], scale: Scale, cells: usize, now: Nanos) -> String {
        let slice = |&(thread, begin, end): &(u32, Nanos, Nanos)| Slice {
            thread: ThreadId(thread),
            begin: begin * MS,
            end: end * MS,
        };
        let slices: Vec<Slice> = slices.iter().map(slice).collect();
        let row = row(Theme::of(ThemeName::Dark), &slices, scale, (cells, now * MS));
        row.iter().map(|span| span.content.as_ref()).collect()
    }

    #[test]
    fn a_row_says_who_had_the_core_when() {
        let scale = Scale { begin: 0, cell: MS };
        let slices = [(1, 0, 4), (3, 4, 8), (1, 8, 12), (11, 14, 17)];
        assert_eq!(text(&slices, scale, 26, 17), "2███4███2███··12█");
        assert_eq!(text(&slices, Scale { begin: 4 * MS, cell: 2 * MS }, 26, 17), "4█2█·12");
    }

    #[test]
    fn what_comes_one_after_the_other_never_stands_one_above_the_other() {
        let scale = Scale { begin: 0, cell: 10 * MS };
        for turn in [26, 35, 44, 50] {
            let slice = |thread, at: Nanos| (thread, at * turn, (at + 1) * turn);
            let rows = [[slice(1, 0), slice(1, 2)], [slice(2, 1), slice(2, 3)]];
            let rows = rows.map(|slices| text(&slices, scale, 40, 4 * turn));
            let both = rows[0].chars().zip(rows[1].chars()).filter(|&(one, other)| one != '·' && other != '·');
            assert_eq!(both.count(), 0, "{turn}\n{}", rows.join("\n"));
        }
        assert_eq!(text(&[(1, 12, 14)], scale, 4, 40), "·2··", "what is short is seen all the same");
    }

    #[test]
    fn the_scale_is_round_and_lets_all_fit_or_the_last_of_it() {
        assert_eq!(Scale::of((0, 20 * MS), 26, 4 * MS), Scale { begin: 0, cell: MS });
        assert_eq!(Scale::of((0, 60 * MS), 26, 4 * MS), Scale { begin: 0, cell: 5 * MS });
        let late = Scale::of((0, 600 * MS), 26, 4 * MS);
        assert_eq!(late.cell, 5 * MS);
        assert!(late.at(26) >= 600 * MS && late.begin.is_multiple_of(20 * MS), "{late:?}");
    }

    #[test]
    fn many_tiny_slices_do_not_hide_the_long_ones() {
        let slice = |begin, end| Slice { thread: ThreadId(1), begin, end };
        let tiny = (0..50).map(|at| slice(at * 10, at * 10 + 5));
        let all: Vec<Slice> = tiny.chain([slice(1_000, 4_000), slice(4_000, 9_000)]).collect();
        assert_eq!(detail(all.iter()), 5_000);
        assert_eq!(detail([slice(0, 10), slice(6_010, 6_020)].iter()), 1_000, "a long gap fits in");
        assert_eq!(detail([].iter()), 1);
    }

    #[test]
    fn the_axis_has_numbers_that_do_not_touch() {
        assert_eq!(axis(Scale { begin: 0, cell: MS }, 26), "0    5    10   15   20 ms");
        assert_eq!(axis(Scale { begin: 0, cell: 500_000 }, 26), "0   2   4   6   8   10 ms");
        assert_eq!(axis(Scale { begin: 0, cell: 100_000 }, 26), "0    0.5  1    1.5  2 ms");
        let late = axis(Scale { begin: 1_234_560_000_000, cell: MS }, 26);
        assert!(late.chars().count() <= 26, "{late}");
    }
}
