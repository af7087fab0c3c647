//! Which lines of the program are shown. The choice depends on the line to be seen and on the room alone, not on where the
//! others are or on how it came there: so the program stands still as long as that line can be seen where it stands.
//!
//! The functions of a program, where its threads are, are one page if there is room for them.

use crate::source::SourceText;

/// The program, and the room that there is for it.
#[derive(Clone, Copy, Debug)]
pub struct Book<'a> {
    /// The lines that can be shown, from one, in order.
    pub lines: &'a [u32],
    /// Their text.
    pub source: &'a SourceText,
    /// First and last line of each definition at module level.
    pub definitions: &'a [(u32, u32)],
    /// How many lines there is room for.
    pub rows: usize,
}

/// The lines that are shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Page {
    /// The lines, from one, in order.
    pub lines: Vec<u32>,
    /// So many lines stand above them.
    pub above: usize,
    /// So many stand below them.
    pub below: usize,
}

/// How many blank lines are left between the others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Air {
    /// All of them.
    Full,
    /// One where there are two.
    Single,
    /// None.
    None,
}

/// With so few rows every blank line is one too many, unless the whole program fits.
const FEW: usize = 14;

impl Book<'_> {
    /// The page on which a line can be seen, `scroll` lines farther down than it would stand by itself.
    #[must_use]
    pub fn page(&self, focus: Option<u32>, scroll: i32) -> Page {
        let lines = self.aired(self.air());
        let last = lines.len().saturating_sub(self.rows);
        let top = focus.map_or(0, |line| self.top(&lines, line)).min(last);
        let top = top.saturating_add_signed(scroll as isize).min(last);
        let end = (top + self.rows).min(lines.len());
        Page { above: top, below: lines.len() - end, lines: lines[top..end].to_vec() }
    }

    fn aired(&self, air: Air) -> Vec<u32> {
        let mut before = false;
        let keep = |&line: &u32| {
            let blank = self.source.line(line).trim().is_empty();
            let second = std::mem::replace(&mut before, blank) && blank;
            match air {
                Air::Full => true,
                Air::Single => !second,
                Air::None => !blank,
            }
        };
        self.lines.iter().copied().filter(keep).collect()
    }

    /// Blank lines are what is given up first: all stay if all of the program fits, or what matters in it does.
    fn air(&self) -> Air {
        let whole = |lines: &[u32]| lines.len() <= self.rows;
        let middle = |lines: &[u32]| self.middle(lines).is_some_and(|(first, end)| end - first <= self.rows);
        let fitting =
            |fits: &dyn Fn(&[u32]) -> bool| [Air::Full, Air::Single].into_iter().find(|&air| fits(&self.aired(air)));
        let found = fitting(&whole).or_else(|| fitting(&middle).filter(|_| self.rows > FEW));
        found.unwrap_or(Air::None)
    }

    /// The places, among these lines, of all that is defined: the first, and the one behind the last.
    fn middle(&self, lines: &[u32]) -> Option<(usize, usize)> {
        let (first, last) = (self.definitions.first()?, self.definitions.last()?);
        let at = |line: u32| lines.partition_point(|&shown| shown < line);
        Some((at(first.0), at(last.1 + 1)))
    }

    /// The place of the line at the top of the page of a line.
    fn top(&self, lines: &[u32], focus: u32) -> usize {
        let last = lines.len().saturating_sub(self.rows);
        let at = lines.partition_point(|&shown| shown < focus);
        let holds = |top: usize| (top..top + self.rows).contains(&at);
        let homes = self.homes(lines);
        if let Some(&home) = homes.iter().find(|&&(top, end)| holds(top) && (top..end.max(top + 1)).contains(&at)) {
            return home.0;
        }
        if let Some(&(home, _)) = homes.iter().find(|&&(top, _)| holds(top)) {
            return home;
        }
        let ends = [0, last].into_iter().find(|&top| holds(top));
        // Two lines are on both of two pages that follow each other.
        let stride = self.rows.saturating_sub(2).max(1);
        let before = homes.iter().map(|&(top, _)| top).filter(|&top| top <= at).max().unwrap_or(0);
        ends.unwrap_or_else(|| before + (at - before) / stride * stride).min(last)
    }

    /// The tops of the pages of what is defined, each with the place behind the last line that it is for: one page for all, if
    /// they fit, and otherwise as many to a page as do.
    fn homes(&self, lines: &[u32]) -> Vec<(usize, usize)> {
        let Some((first, end)) = self.middle(lines) else { return Vec::new() };
        let last = lines.len().saturating_sub(self.rows);
        if end - first <= self.rows {
            let spare = self.rows - (end - first);
            let top = match () {
                () if end <= self.rows && self.rows > FEW => 0,
                // What follows is what starts the threads: if it fits below, it is on the same page.
                () if first >= last => last,
                () => first - first.min((spare / 4).min(2)),
            };
            return vec![(top, end)];
        }
        let at = |line: u32| lines.partition_point(|&shown| shown < line);
        let mut homes: Vec<(usize, usize)> = Vec::new();
        for &(from, to) in self.definitions {
            let (from, to) = (at(from), at(to + 1));
            match homes.last_mut() {
                Some(home) if to - home.0 <= self.rows => home.1 = to,
                _ => homes.push((from, to)),
            }
        }
        homes.iter().map(|&(top, end)| (top.min(last), end)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two functions of five lines each after four lines, two blank lines between them, and ten lines behind them.
    const DEFINITIONS: [(u32, u32); 2] = [(7, 11), (14, 18)];
    const BLANK: [u32; 6] = [5, 6, 12, 13, 19, 20];

    fn text(lines: u32, blank: &[u32]) -> SourceText {
        let line = |line| if blank.contains(&line) { "\n" } else { "pass\n" };
        SourceText::new("x.py", (1..=lines).map(line).collect::<String>())
    }

    fn page(rows: usize, focus: u32, scroll: i32) -> Page {
        let lines: Vec<u32> = (1..=30).collect();
        let book = Book { lines: &lines, source: &text(30, &BLANK), definitions: &DEFINITIONS, rows };
        book.page(Some(focus), scroll)
    }

    #[test]
    fn blank_lines_go_first_and_only_where_rows_are_few() {
        assert_eq!(page(30, 1, 0).lines, (1..=30).collect::<Vec<_>>());
        let single = page(27, 1, 0).lines;
        assert!(single.contains(&5) && !single.contains(&6) && single.len() == 27, "{single:?}");
        assert!(page(16, 8, 0).lines.contains(&13), "what is defined fits with all of them");
        assert!(!page(12, 8, 0).lines.iter().any(|line| BLANK.contains(line)));
    }

    #[test]
    fn the_page_stands_still_while_threads_are_in_the_functions() {
        for rows in 10..30 {
            let home = page(rows, 7, 0);
            for line in (7..=18).filter(|line| !BLANK.contains(line)) {
                assert_eq!(page(rows, line, 0), home, "{rows} rows, line {line}");
            }
        }
    }

    #[test]
    fn a_line_can_be_seen_wherever_it_is_and_however_few_rows_there_are() {
        for rows in 1..40 {
            for line in (1..=30).filter(|line| !BLANK.contains(line)) {
                let page = page(rows, line, 0);
                assert!(page.lines.contains(&line), "{rows} rows, line {line}: {page:?}");
                assert!(page.lines.len() <= rows);
            }
        }
    }

    #[test]
    fn the_program_begins_at_its_beginning_and_ends_at_its_end() {
        assert_eq!(page(12, 1, 0).lines[0], 1);
        assert_eq!(page(12, 30, 0).lines.last(), Some(&30));
        assert_eq!(page(12, 30, 0).below, 0);
    }

    #[test]
    fn scrolling_ends_at_both_ends() {
        let home = page(10, 8, 0);
        assert_eq!(page(10, 8, 1).lines[0], home.lines[1]);
        assert_eq!((page(10, 8, -99).above, page(10, 8, 99).below), (0, 0));
        assert_eq!(page(10, 8, -99).lines[0], 1);
    }

    #[test]
    fn functions_that_do_not_fit_on_one_page_have_pages_of_their_own() {
        let first = page(6, 8, 0);
        assert_eq!((first.lines[0], page(6, 10, 0)), (7, first));
        assert_eq!(page(6, 15, 0).lines[0], 14);
    }

    #[test]
    fn a_program_without_functions_is_turned_page_by_page() {
        let lines: Vec<u32> = (1..=40).collect();
        let book = Book { lines: &lines, source: &text(40, &[]), definitions: &[], rows: 10 };
        assert_eq!(book.page(Some(10), 0).lines[0], 1);
        assert_eq!(book.page(Some(15), 0), book.page(Some(16), 0));
        assert_eq!(book.page(None, 0).lines[0], 1);
        assert_eq!(book.page(Some(40), 0).lines.last(), Some(&40));
    }
}
