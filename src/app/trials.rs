//! A hundred runs of what is on the stage, each under another random schedule: how they end, and which of them is to be
//! opened. They are made in slices, while the screen goes on.

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use super::{Action, App, Overlay, Stage, other_end::run_of_seed, pursuit::patience};
use crate::{
    choice::Unit,
    compiler::Diagnostic,
    event::End,
    host::{Budget, Group, Runner, Settings, Trials, sort},
    ids::StepIndex,
    scenario::{Catalogue, Scenario},
    schedule::Policy,
    telling::kind_word,
};
use std::sync::Arc;

/// How many runs the key makes first.
const FIRST: u64 = 100;

/// How many more it makes then.
const MORE: u64 = 1000;

/// No run of the stage's is longer than so many operations.
const MOST_STEPS: u64 = 1_000_000;

/// The run of the program without the mistake is no longer.
const LONGEST_REFERENCE: Budget = Budget { steps: 100_000, time: Some(Duration::from_millis(500)) };

/// The bars grow so often.
const BETWEEN_PICTURES: Duration = Duration::from_millis(100);

/// A run is looked at in small if it has no more steps.
const LONGEST_WAY: u64 = 400;

/// The settings of what is on the stage, for a run that is taken operation by operation.
pub(super) fn operation_by_operation(stage: &Stage) -> Settings {
    Settings { unit: Unit::Operation, ..*stage.session().settings() }
}

/// The run of a random seed of what is on the stage; the runs are taken operation by operation.
pub(super) fn random_run(stage: &Stage, seed: u64) -> Settings {
    Settings { policy: Policy::Random, seed, ..operation_by_operation(stage) }
}

/// Many runs of a scenario, of which so many are wanted and none is longer than so many steps. Where the scenario without the
/// mistake is known, its result is the right one.
///
/// # Errors
/// What is wrong with the program.
pub fn trials_of(
    scenario: &Scenario,
    catalogue: &Catalogue,
    settings: &Settings,
    (wanted, most_steps): (u64, u64),
) -> Result<Trials, Vec<Diagnostic>> {
    let program = Arc::new(scenario.compile()?);
    let trials = Trials::new(program, settings, wanted, most_steps);
    Ok(match right_result(scenario, catalogue, settings) {
        Some(printed) => trials.compared_with(&printed),
        None => trials,
    })
}

/// What the scenario without the mistake prints with the same parameters, if it finishes soon.
#[must_use]
pub fn right_result(scenario: &Scenario, catalogue: &Catalogue, settings: &Settings) -> Option<String> {
    let mut fixed = catalogue.find(scenario.fixed_by.as_deref()?)?.clone();
    fixed.keep_parameters_of(scenario);
    let machine = settings.machine(Arc::new(fixed.compile().ok()?));
    let settings = Settings { policy: Policy::Fair, seed: 0, ..*settings };
    let mut runner = Runner::new(machine, settings, Vec::new());
    let outcome = runner.run(LONGEST_REFERENCE, |_| ControlFlow::Continue(())).ok()?;
    (outcome.end == End::Finished).then(|| runner.machine().output().text(false))
}

/// Many runs of what is on the stage, and the row that is chosen.
#[derive(Debug)]
pub struct Board {
    trials: Trials,
    chosen: usize,
    /// How long it has been computing.
    took: Duration,
    /// What is shown: as it was when the bars grew last.
    shown: Shown,
    /// When the bars grow next.
    next: Duration,
    /// The shortest run of the chosen row, at its end; if it is short enough to be looked at.
    way: Option<Box<Stage>>,
}

/// What a board shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shown {
    /// How many runs there were.
    pub runs: u64,
    /// The runs by kind of end.
    pub ends: Vec<Group>,
    /// The runs by kind of end and output.
    pub outputs: Vec<Group>,
}

impl Board {
    fn new(trials: Trials) -> Self {
        Self { trials, chosen: 0, took: Duration::ZERO, shown: Shown::default(), next: Duration::ZERO, way: None }
    }

    /// What is to be shown.
    #[must_use]
    pub fn shown(&self) -> &Shown {
        &self.shown
    }

    /// How many runs there will be.
    #[must_use]
    pub fn wanted(&self) -> u64 {
        self.trials.wanted()
    }

    /// Whether all runs have been made.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.trials.is_done()
    }

    /// How long it took, in real time.
    #[must_use]
    pub fn took(&self) -> Duration {
        self.took
    }

    /// The chosen row: first come the kinds of end, then the outputs.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// How many runs the key makes next.
    #[must_use]
    pub const fn more() -> u64 {
        MORE
    }

    /// The chosen row.
    #[must_use]
    pub fn chosen_group(&self) -> Option<&Group> {
        self.rows().nth(self.chosen)
    }

    /// The shortest run of the chosen row, at its end; when all runs are made, and if it is short.
    #[must_use]
    pub fn way(&self) -> Option<&Stage> {
        self.way.as_deref()
    }

    fn rows(&self) -> impl Iterator<Item = &Group> {
        self.shown.ends.iter().chain(&self.shown.outputs)
    }

    fn choose_by(&mut self, by: isize) {
        let last = self.rows().count().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    fn choose(&mut self, row: usize) {
        self.chosen = row.min(self.rows().count().saturating_sub(1));
    }

    /// Makes runs for as long as a slice lasts. The rows keep their places until the last run is made.
    fn advance(&mut self, slice: Duration, now: Duration) {
        let begin = Instant::now();
        self.trials.advance(patience(slice));
        self.took += begin.elapsed();
        if now < self.next && !self.trials.is_done() {
            return;
        }
        self.next = now + BETWEEN_PICTURES;
        let tally = self.trials.tally();
        let mut shown = Shown { runs: tally.runs(), ends: tally.by_kind(), outputs: tally.by_output() };
        if self.trials.is_done() {
            sort(&mut shown.ends);
            sort(&mut shown.outputs);
        } else {
            keep_places(&mut shown.ends, &self.shown.ends, |one, other| one.kind == other.kind);
            keep_places(&mut shown.outputs, &self.shown.outputs, alike);
        }
        let before = std::mem::replace(&mut self.shown, shown);
        self.follow(&before);
    }

    /// What the viewer has chosen stays chosen, wherever it stands now; the first row is nobody's choice.
    fn follow(&mut self, before: &Shown) {
        let ends = before.ends.len();
        let place = match (before.ends.get(self.chosen), before.outputs.get(self.chosen.wrapping_sub(ends))) {
            _ if self.chosen == 0 => Some(0),
            (Some(end), _) => self.shown.ends.iter().position(|group| group.kind == end.kind),
            (None, Some(output)) => {
                let place = self.shown.outputs.iter().position(|group| alike(group, output));
                place.map(|at| at + self.shown.ends.len())
            }
            (None, None) => None,
        };
        self.chosen = place.unwrap_or(0);
    }
}

/// Whether both are of one kind of end and one output.
fn alike(one: &Group, other: &Group) -> bool {
    one.kind == other.kind && one.output == other.output
}

/// What was shown already stays where it was; what is new comes behind it.
fn keep_places(rows: &mut [Group], known: &[Group], same: impl Fn(&Group, &Group) -> bool) {
    rows.sort_by_cached_key(|group| known.iter().position(|row| same(row, group)).unwrap_or(known.len()));
}

/// What another run was opened from: back goes there.
#[derive(Debug)]
pub(super) struct OpenedFrom {
    /// The list that it stood in, if it was one of many.
    pub list: Option<Overlay>,
    /// What was on the stage.
    pub stage: Box<Stage>,
}

impl App {
    /// Runs what is on the stage a hundred times.
    pub(super) fn run_many(&mut self, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        stage.pause();
        match trials_of(stage.scenario(), self.gallery.catalogue(), stage.session().settings(), (FIRST, MOST_STEPS)) {
            Ok(trials) => {
                self.overlay = Some(Overlay::Trials(Box::new(Board::new(trials))));
                self.trials_on(now);
            }
            Err(_) => self.say(self.locale.text("recording-no-program"), now),
        }
    }

    /// Takes the shortest run of the chosen row once more, to be looked at.
    fn show_way(&mut self) {
        let (Some(Overlay::Trials(board)), Some(stage)) = (&mut self.overlay, &self.stage) else { return };
        let group = board.chosen_group().filter(|group| board.is_done() && group.steps <= LONGEST_WAY).cloned();
        let Some(Group { seed, steps, .. }) = group else {
            board.way = None;
            return;
        };
        if board.way.as_ref().is_some_and(|way| way.session().settings().seed == seed) {
            return;
        }
        let way = Stage::open(stage.scenario().clone(), random_run(stage, seed)).ok();
        board.way = way.map(|mut way| {
            way.run_up_to(StepIndex(steps as u32));
            Box::new(way)
        });
    }

    /// Makes more of the runs, if there are any to make.
    pub(super) fn trials_on(&mut self, now: Duration) {
        let slice = self.slice;
        if let Some(Overlay::Trials(board)) = self.overlay.as_mut()
            && !board.is_done()
        {
            board.advance(slice, now);
            self.show_way();
        }
    }

    /// Whether runs are still to be made.
    pub(super) fn is_trying(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Trials(board)) if !board.is_done())
    }

    /// What the viewer asks of the board: rows are chosen, and one is opened; anything else leaves it.
    pub(super) fn answer_trials(&mut self, action: Action, now: Duration) {
        let Some(Overlay::Trials(board)) = self.overlay.as_mut() else { return };
        match action {
            Action::Down | Action::SelectNext => board.choose_by(1),
            Action::Up | Action::SelectPrevious => board.choose_by(-1),
            Action::Start => board.choose(0),
            Action::End => board.choose(usize::MAX),
            Action::ChooseAt(row) if row == board.chosen => self.open_trial(now),
            Action::ChooseAt(row) => board.choose(row),
            Action::Open | Action::RunSelected => self.open_trial(now),
            Action::RunMany => {
                board.trials.want_more(MORE);
                self.trials_on(now);
            }
            _ => self.overlay = None,
        }
        self.show_way();
    }

    /// Puts the shortest run of the chosen row on the stage, at its start.
    fn open_trial(&mut self, now: Duration) {
        let Some(Overlay::Trials(board)) = &self.overlay else { return };
        let Some(Group { kind, seed, .. }) = board.rows().nth(board.chosen).cloned() else { return };
        let (list, before) = (self.overlay.take(), self.stage.take());
        self.stage = before.as_ref().and_then(|stage| run_of_seed(stage, seed, now));
        if self.stage.is_none() {
            self.stage = before;
            return;
        }
        self.opened_from = before.map(|stage| Box::new(OpenedFrom { list, stage }));
        let arguments = [("seed", seed.to_string().into()), ("kind", kind_word(&self.locale, kind).into())];
        self.say(self.locale.format("trials-opened", &arguments), now);
    }

    /// From another run back to what it was opened from, at the step where that was left. Returns whether the stage showed one.
    pub(super) fn back_to_before(&mut self) -> bool {
        let Some(from) = self.opened_from.take().filter(|_| self.stage.is_some()) else { return false };
        self.stage = Some(from.stage);
        self.overlay = from.list;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::app_with, *};

    const NOW: Duration = Duration::from_secs(1);

    fn board(app: &App) -> &Board {
        match app.overlay() {
            Some(Overlay::Trials(board)) => board,
            other => panic!("{other:?} lies over the stage"),
        }
    }

    /// Lets time pass until all runs are made.
    fn finish(app: &mut App) {
        let mut now = NOW;
        while !board(app).is_done() {
            assert_eq!(app.next_change(now), Some(now), "it goes on by itself");
            now += Duration::from_millis(40);
            app.tick(now);
        }
    }

    #[test]
    fn the_runs_are_made_in_slices_and_rows_are_sorted_at_the_end() {
        let mut app = app_with("deadlock");
        app.compute_in_slices(Duration::ZERO);
        app.update(Action::RunMany, NOW);
        assert!(!board(&app).is_done());
        finish(&mut app);
        let shown = board(&app).shown();
        assert_eq!(shown.runs, 100);
        for rows in [&shown.ends, &shown.outputs] {
            assert_eq!(rows.iter().map(|group| group.count).sum::<u64>(), 100);
            assert!(rows.windows(2).all(|pair| pair[0].kind <= pair[1].kind));
        }
        let few = shown.runs;
        app.update(Action::RunMany, NOW);
        finish(&mut app);
        assert_eq!(board(&app).shown().runs, few + MORE);
    }

    #[test]
    fn the_chosen_run_opens_and_ends_as_the_board_says() {
        for row in 0..2 {
            let mut app = app_with("deadlock");
            app.update(Action::RunMany, NOW);
            for _ in 0..row {
                app.update(Action::SelectNext, NOW);
            }
            let group = board(&app).shown().ends[row].clone();
            app.update(Action::RunSelected, NOW);
            assert!(app.overlay().is_none());
            let stage = app.stage().expect("it is open");
            assert_eq!(
                (stage.session().settings().policy, stage.session().settings().seed),
                (Policy::Random, group.seed)
            );
            assert_eq!(stage.cursor().0, 0);
            app.update(Action::End, NOW);
            let stage = app.stage().expect("it is open");
            assert_eq!((stage.end(), u64::from(stage.cursor().0)), (Some(group.end), group.steps));
        }
    }

    #[test]
    fn from_a_run_that_was_opened_back_goes_to_all_of_them_and_then_to_the_gallery() {
        let mut app = app_with("deadlock");
        app.update(Action::Forward, NOW);
        app.update(Action::RunMany, NOW);
        app.update(Action::SelectNext, NOW);
        app.update(Action::RunSelected, NOW);
        app.update(Action::End, NOW);
        app.update(Action::Back, NOW);
        assert_eq!((board(&app).chosen(), app.stage().map(|stage| stage.cursor().0)), (1, Some(1)));
        app.update(Action::Back, NOW);
        assert!(app.overlay().is_none() && app.stage().is_some());
        app.update(Action::Back, NOW);
        assert!(app.stage().is_none());
    }

    #[test]
    fn the_shortest_run_of_the_chosen_row_is_there_to_be_looked_at() {
        let mut app = app_with("deadlock");
        app.compute_in_slices(Duration::ZERO);
        app.update(Action::RunMany, NOW);
        assert!(board(&app).way().is_none(), "not while rows may change");
        finish(&mut app);
        for _ in 0..2 {
            let group = board(&app).chosen_group().cloned().expect("a row is chosen");
            let way = board(&app).way().expect("it is short");
            assert_eq!((way.end(), u64::from(way.cursor().0)), (Some(group.end), group.steps));
            app.update(Action::SelectNext, NOW);
        }
    }

    #[test]
    fn rows_keep_their_places_while_there_is_more_to_come_and_the_choice_stays() {
        let mut app = app_with("lost_update");
        app.update(Action::RunMany, NOW);
        finish(&mut app);
        for _ in 0..3 {
            app.update(Action::SelectNext, NOW);
        }
        let (row, ends) = (board(&app).chosen(), board(&app).shown().ends.clone());
        let chosen = board(&app).shown().outputs[row - ends.len()].output.clone();
        app.compute_in_slices(Duration::ZERO);
        app.update(Action::RunMany, NOW);
        app.tick(NOW + Duration::from_millis(200));
        assert!(!board(&app).is_done());
        let kinds = |rows: &[Group]| rows.iter().map(|group| group.kind).collect::<Vec<_>>();
        assert_eq!(kinds(&board(&app).shown().ends), kinds(&ends));
        app.compute_in_slices(Duration::from_secs(1));
        finish(&mut app);
        let at = board(&app).chosen() - board(&app).shown().ends.len();
        assert_eq!(board(&app).shown().outputs[at].output, chosen);
    }

    #[test]
    fn a_lost_value_is_known_by_the_scenario_that_loses_none() {
        let mut app = app_with("lost_update");
        app.update(Action::RunMany, NOW);
        let kinds: Vec<_> = board(&app).shown().ends.iter().map(|group| group.kind).collect();
        assert_eq!(kinds, [crate::host::EndKind::Wrong, crate::host::EndKind::Finished]);
        let right = board(&app).shown().outputs.last().and_then(|group| group.output.clone());
        assert_eq!(right.as_deref(), Some("expected 40, found 40\n"));
    }

    #[test]
    fn the_board_is_left_and_the_stage_is_as_it_was() {
        let mut app = app_with("deadlock");
        app.update(Action::Forward, NOW);
        for leave in [Action::Back, Action::Forward] {
            app.compute_in_slices(Duration::ZERO);
            app.update(Action::RunMany, NOW);
            app.update(leave, NOW);
            assert!(app.overlay().is_none());
            app.tick(NOW);
            assert_eq!(app.stage().map(|stage| stage.cursor().0), Some(1));
        }
    }
}
