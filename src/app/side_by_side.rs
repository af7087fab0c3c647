//! A program with a mistake and the one without it, side by side: which lines differ, and how many random runs of each end how.
//!
//! What differs is known as soon as both are there; the runs are made in slices, while somebody looks.

use std::time::Duration;

use super::{App, Overlay, Stage, pursuit::patience, trials_of};
use crate::{
    host::{Group, Settings, Trials, sort},
    scenario::{Catalogue, Pane, Scenario},
};

/// So many runs of each are made.
const RUNS: u64 = 1000;

/// No run is longer than so many operations.
const MOST_STEPS: u64 = 1_000_000;

/// The runs take so much of the time between two frames at most.
const SLICE: Duration = Duration::from_millis(24);

/// The counts change so often.
const BETWEEN_PICTURES: Duration = Duration::from_millis(100);

/// More pairs of lines than these are not compared.
const MOST_PAIRS: usize = 4_000_000;

/// A program with a mistake, and the one without it.
#[derive(Debug)]
pub struct SideBySide {
    sides: [Side; 2],
    rows: Vec<Row>,
    /// When the counts change next.
    next: Duration,
}

/// One of the two programs.
#[derive(Debug)]
pub struct Side {
    scenario: Scenario,
    /// Its lines that are compared: number and text.
    lines: Vec<(u32, String)>,
    runs: Runs,
    /// How many runs there were, as it is shown.
    made: u64,
    ends: Vec<Group>,
}

/// How far the runs of a side are.
#[derive(Debug)]
enum Runs {
    None,
    UnderWay(Box<Trials>),
    Over,
}

/// Lines that stand beside each other: their places among the lines of each side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// Of the program with the mistake.
    pub left: Option<usize>,
    /// Of the one without it.
    pub right: Option<usize>,
    /// Whether they differ.
    pub differs: bool,
}

impl SideBySide {
    fn new(broken: Scenario, fixed: Scenario) -> Self {
        let sides = [Side::new(broken), Side::new(fixed)];
        let text = |side: &Side| side.lines.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>();
        let rows = compared(&text(&sides[0]), &text(&sides[1]));
        Self { sides, rows, next: Duration::ZERO }
    }

    /// Both programs: first the one with the mistake.
    #[must_use]
    pub fn sides(&self) -> &[Side; 2] {
        &self.sides
    }

    /// Their lines, side by side.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Whether all runs of both have been made, or none can be.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.sides.iter().all(|side| matches!(side.runs, Runs::Over))
    }

    /// Makes runs for as long as a slice lasts: by turns, so that both counts grow together.
    fn advance(&mut self, catalogue: &Catalogue, settings: &Settings, slice: Duration, now: Duration) {
        for side in &mut self.sides {
            side.advance(catalogue, settings, slice / 2);
        }
        if now >= self.next || self.is_done() {
            self.next = now + BETWEEN_PICTURES;
            self.sides.iter_mut().for_each(Side::count);
        }
    }
}

impl Side {
    fn new(scenario: Scenario) -> Self {
        let shown = scenario.shown_lines();
        let text = |line| scenario.source.line(line).trim_end().to_owned();
        let lines = shown.into_iter().map(|line| (line, text(line))).filter(|(_, text)| !text.is_empty()).collect();
        Self { lines, scenario, runs: Runs::None, made: 0, ends: Vec::new() }
    }

    /// The name of its file.
    #[must_use]
    pub fn name(&self) -> &str {
        self.scenario.source.name()
    }

    /// A line, by its place: its number and its text.
    #[must_use]
    pub fn line(&self, at: usize) -> Option<(u32, &str)> {
        self.lines.get(at).map(|(number, text)| (*number, text.as_str()))
    }

    /// How many runs were made.
    #[must_use]
    pub fn made(&self) -> u64 {
        self.made
    }

    /// How many runs there will be.
    #[must_use]
    pub const fn wanted() -> u64 {
        RUNS
    }

    /// The runs by kind of end, the worst first.
    #[must_use]
    pub fn ends(&self) -> &[Group] {
        &self.ends
    }

    fn advance(&mut self, catalogue: &Catalogue, settings: &Settings, slice: Duration) {
        if matches!(self.runs, Runs::None) {
            // A program that cannot be run has no runs; the stage says what is wrong with it.
            self.runs = trials_of(&self.scenario, catalogue, settings, (RUNS, MOST_STEPS))
                .map_or(Runs::Over, |trials| Runs::UnderWay(Box::new(trials)));
        }
        if let Runs::UnderWay(trials) = &mut self.runs
            && !trials.advance(patience(slice))
        {
            self.count();
            self.runs = Runs::Over;
        }
    }

    /// What is shown are the runs that there are.
    fn count(&mut self) {
        let Runs::UnderWay(trials) = &self.runs else { return };
        self.made = trials.tally().runs();
        self.ends = trials.tally().by_kind();
        sort(&mut self.ends);
    }
}

/// The lines of two texts side by side: the longest sequence that both have in common stands row by row, and what differs
/// stands between.
fn compared(left: &[String], right: &[String]) -> Vec<Row> {
    let begin = left.iter().zip(right).take_while(|(one, other)| one == other).count();
    let (left_rest, right_rest) = (&left[begin..], &right[begin..]);
    let end = left_rest.iter().rev().zip(right_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let (height, width) = (left_rest.len() - end, right_rest.len() - end);
    let mut pairs: Vec<(usize, usize)> = (0..begin).map(|at| (at, at)).collect();
    if height.saturating_mul(width) <= MOST_PAIRS {
        let common = common(&left_rest[..height], &right_rest[..width]);
        pairs.extend(common.into_iter().map(|(one, other)| (begin + one, begin + other)));
    }
    pairs.extend((0..end).map(|at| (begin + height + at, begin + width + at)));
    let mut rows = Vec::new();
    let (mut one, mut other) = (0, 0);
    for (left_at, right_at) in pairs.into_iter().chain([(left.len(), right.len())]) {
        for at in 0..(left_at - one).max(right_at - other) {
            let place = |from: usize, to: usize| Some(from + at).filter(|&place| place < to);
            rows.push(Row { left: place(one, left_at), right: place(other, right_at), differs: true });
        }
        if left_at < left.len() {
            rows.push(Row { left: Some(left_at), right: Some(right_at), differs: false });
        }
        (one, other) = (left_at + 1, right_at + 1);
    }
    rows
}

/// The places of a longest common subsequence.
fn common(left: &[String], right: &[String]) -> Vec<(usize, usize)> {
    // How long it is from each pair of places on.
    let mut longest = vec![vec![0_u32; right.len() + 1]; left.len() + 1];
    for (one, text) in left.iter().enumerate().rev() {
        for (other, beside) in right.iter().enumerate().rev() {
            longest[one][other] = if text == beside {
                longest[one + 1][other + 1] + 1
            } else {
                longest[one + 1][other].max(longest[one][other + 1])
            };
        }
    }
    let (mut pairs, mut one, mut other) = (Vec::new(), 0, 0);
    while one < left.len() && other < right.len() {
        if left[one] == right[other] {
            pairs.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if longest[one + 1][other] >= longest[one][other + 1] {
            one += 1;
        } else {
            other += 1;
        }
    }
    pairs
}

impl Stage {
    /// The program on the stage beside its twin, if it has one.
    #[must_use]
    pub fn side_by_side(&self) -> Option<&SideBySide> {
        self.beside.as_deref()
    }

    /// Whether both are shown, or take turns with what else is shown.
    fn shows_side_by_side(&self) -> bool {
        self.scenario().panes.contains(&Pane::SideBySide) || self.opened() == Some(Pane::SideBySide)
    }
}

impl App {
    /// Puts the twin of what is on the stage beside it, if it has one.
    pub(super) fn pair_up(&mut self) {
        let Some(mut twin) = self.twin().cloned() else { return };
        let Some(stage) = &mut self.stage else { return };
        let own = stage.scenario().clone();
        twin.keep_parameters_of(&own);
        let pair = if own.fixed_by.is_some() { SideBySide::new(own, twin) } else { SideBySide::new(twin, own) };
        stage.beside = Some(Box::new(pair));
    }

    /// Makes more runs of both, if they are shown and there are any to make.
    pub(super) fn side_by_side_on(&mut self, now: Duration) {
        if self.shown_beside().is_some_and(|stage| stage.beside.is_none()) {
            self.pair_up();
        }
        if !self.is_comparing() {
            return;
        }
        let slice = self.slice.min(SLICE);
        let Some(stage) = &mut self.stage else { return };
        let settings = *stage.session().settings();
        if let Some(beside) = &mut stage.beside {
            beside.advance(self.gallery.catalogue(), &settings, slice, now);
        }
    }

    /// Whether runs of both are still to be made.
    pub(super) fn is_comparing(&self) -> bool {
        self.shown_beside().and_then(Stage::side_by_side).is_some_and(|beside| !beside.is_done())
    }

    /// The stage, if both programs are to be seen.
    fn shown_beside(&self) -> Option<&Stage> {
        let both = matches!(self.overlay, Some(Overlay::Twins(_)));
        self.stage().filter(|stage| both || stage.shows_side_by_side())
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Action, tests::app_with},
        *,
    };
    use crate::host::EndKind;

    fn rows(left: &str, right: &str) -> String {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (left, right) = (words(left), words(right));
        let word = |texts: &[String], at: Option<usize>| at.map_or("-".to_owned(), |at| texts[at].clone());
        let row = |row: Row| {
            let mark = if row.differs { "*" } else { "" };
            format!("{mark}{}{}", word(&left, row.left), word(&right, row.right))
        };
        compared(&left, &right).into_iter().map(row).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn equal_lines_stand_in_one_row_and_the_others_between() {
        assert_eq!(rows("a b c", "a b c"), "aa bb cc");
        assert_eq!(rows("a b c d", "a x c d"), "aa *bx cc dd");
        assert_eq!(rows("a b c", "a x y c"), "aa *bx *-y cc");
        assert_eq!(rows("a b", "a"), "aa *b-");
        assert_eq!(rows("", "a b"), "*-a *-b");
        assert_eq!(rows("a b c d e", "b x d f e"), "*a- bb *cx dd *-f ee");
    }

    #[test]
    fn the_runs_of_both_are_made_only_when_they_are_shown_and_in_slices() {
        let mut app = app_with("deadlock");
        app.compute_in_slices(Duration::ZERO);
        app.tick(Duration::ZERO);
        let made =
            |app: &App| app.stage().and_then(Stage::side_by_side).map(|pair| pair.sides().each_ref().map(Side::made));
        assert_eq!((made(&app), app.is_comparing()), (Some([0, 0]), false));
        app.update(Action::OpenPane(Pane::SideBySide), Duration::ZERO);
        assert_eq!((made(&app), app.is_comparing()), (Some([0, 0]), true), "nothing is run before time passes");
        let mut now = Duration::from_secs(9);
        while app.is_comparing() {
            assert_eq!(app.next_change(now), Some(now));
            app.compute_in_slices(SLICE);
            now += Duration::from_millis(40);
            app.tick(now);
        }
        assert_eq!(made(&app), Some([RUNS, RUNS]));
        let pair = app.stage().and_then(Stage::side_by_side).expect("it has a twin");
        let kinds = |side: &Side| side.ends().iter().map(|group| group.kind).collect::<Vec<_>>();
        assert_eq!(kinds(&pair.sides()[0]), [EndKind::Deadlock, EndKind::Finished]);
        assert_eq!(kinds(&pair.sides()[1]), [EndKind::Finished]);
        assert!(pair.rows().iter().any(|row| row.differs) && pair.rows().iter().any(|row| !row.differs));
    }

    #[test]
    fn the_broken_one_stands_at_the_left_whichever_is_on_the_stage() {
        for id in ["lost_update", "lost_update_fixed"] {
            let app = app_with(id);
            let pair = app.stage().and_then(Stage::side_by_side).expect("it has a twin");
            let names = pair.sides().each_ref().map(|side| side.name().contains("fixed"));
            assert_eq!(names, [false, true], "{id}");
        }
    }
}
