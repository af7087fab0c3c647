//! Every interleaving of what is on the stage: searched in slices, while the screen goes on. What can happen is listed, and
//! the way to each of it can be put on the stage.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    Action, App, Overlay, Stage,
    pursuit::patience,
    trials::{OpenedFrom, operation_by_operation, right_result},
};
use crate::{
    choice::Choice,
    explore::{Bounds, Goal, Kind, LeftOut, Outcome, Report, Search, sorted_lines},
    host::Cores,
    ids::StepIndex,
    machine::Machine,
    telling::check_kind_word,
};

/// A search goes on for no longer.
const LONGEST: Duration = Duration::from_mins(1);

/// Nor does the one for short ways to what it has found.
const LONGEST_FOR_WAYS: Duration = Duration::from_millis(400);

/// Who is passed over for ever is shown to be so many times.
const TIMES_ROUND: usize = 3;

/// No more states than these are stored: a screen is no place for more.
const MOST_STATES: usize = 2_000_000;

/// A search of what is on the stage, and the row that is chosen.
#[derive(Debug)]
pub struct Inquiry {
    search: Option<Box<Search>>,
    report: Option<Box<Report>>,
    took: Duration,
    chosen: usize,
    /// What is printed when all goes well, where the scenario says that.
    prints: Option<String>,
    /// Where it does not: the lines that the scenario without the mistake prints, if some outcome has the same. One that ends
    /// well with others is wrong.
    right: Option<Vec<String>>,
    /// The step from which it goes on; 0 for the beginning.
    from: StepIndex,
}

/// What a way that is opened leads to.
#[derive(Clone, Copy)]
enum Opening {
    End(Kind),
    Race,
    Starved,
}

/// How many rows there are: ends, races, threads that can be passed over for ever.
#[must_use]
pub fn found_rows(report: &Report) -> usize {
    report.outcomes.len() + report.races.len() + report.starved.len()
}

/// How far a search is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HowFar {
    /// States that are stored.
    pub states: usize,
    /// Steps that were taken.
    pub steps: u64,
    /// States that it has yet to go on from.
    pub depth: usize,
}

impl Inquiry {
    /// A search from behind some choices; none if they are not such that it can go on from there.
    pub(super) fn new(
        machine: Machine,
        prints: Option<String>,
        right: Option<Vec<String>>,
        choices: Vec<Choice>,
    ) -> Option<Self> {
        let bounds = Bounds { max_states: MOST_STATES, ..Bounds::default() };
        let from = StepIndex(choices.len() as u32);
        let search = Search::new(machine, bounds).with_crew(Arc::new(Cores::new(None)));
        let search = if choices.is_empty() { search } else { search.behind(choices)? };
        Some(Self {
            search: Some(Box::new(search)),
            report: None,
            took: Duration::ZERO,
            chosen: 0,
            prints,
            right,
            from,
        })
    }

    /// The step from which it goes on; 0 for the beginning.
    #[must_use]
    pub fn from(&self) -> StepIndex {
        self.from
    }

    /// What was found, once that is known.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        self.report.as_deref()
    }

    /// Whether an outcome is one that finishes with another result than the right one.
    #[must_use]
    pub fn is_wrong(&self, outcome: &Outcome) -> bool {
        match &self.right {
            Some(right) => outcome.finished_lines().is_some_and(|lines| lines != *right),
            None => outcome.is_wrong(self.prints.as_deref()),
        }
    }

    /// How far it is, while it goes on.
    #[must_use]
    pub fn how_far(&self) -> Option<HowFar> {
        let search = self.search.as_ref()?;
        let (states, steps) = (search.found.graph.len(), search.found.transitions);
        Some(HowFar { states, steps, depth: search.depth() })
    }

    /// How long it took, in real time.
    #[must_use]
    pub fn took(&self) -> Duration {
        self.took
    }

    /// The chosen row: first come the ends, then the races, then the threads that can be passed over for ever.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    fn rows(&self) -> usize {
        self.report.as_deref().map_or(0, found_rows)
    }

    fn choose(&mut self, row: usize) {
        self.chosen = row.min(self.rows().saturating_sub(1));
    }

    /// The way to what stands in the chosen row, and the words for opening it.
    fn way(&self) -> Option<(Vec<Choice>, Opening)> {
        let report = self.report.as_ref()?;
        if let Some(outcome) = report.outcomes.get(self.chosen) {
            return Some((outcome.witness.choices.clone(), Opening::End(outcome.kind)));
        }
        let at = self.chosen - report.outcomes.len();
        if let Some(race) = report.races.get(at) {
            return Some((race.way.clone(), Opening::Race));
        }
        let starved = report.starved.get(at - report.races.len())?;
        let round = std::iter::repeat_n(&starved.round, TIMES_ROUND).flatten();
        Some((starved.way.iter().chain(round).copied().collect(), Opening::Starved))
    }

    /// Whether there is more to search.
    pub(super) fn is_under_way(&self) -> bool {
        self.search.is_some()
    }

    /// The worst of what was found, as something to bring about; none where all is well.
    pub(super) fn worst_goal(&self) -> Option<Goal> {
        let outcomes = &self.report.as_ref()?.outcomes;
        let bad = outcomes.iter().find(|outcome| !matches!(outcome.kind, Kind::Finished | Kind::Limit));
        if let Some(bad) = bad {
            return Some(Goal::End(bad.kind));
        }
        outcomes.iter().find(|outcome| self.is_wrong(outcome))?;
        let unlike = self.right.clone().map(Goal::FinishesUnlike);
        unlike.or_else(|| self.prints.clone().map(Goal::FinishesWithout))
    }

    /// Goes on for as long as a slice lasts.
    pub(super) fn advance(&mut self, slice: Duration) {
        let Some(search) = self.search.as_mut() else { return };
        let begin = Instant::now();
        let more = search.advance(patience(slice));
        self.took += begin.elapsed();
        if !more {
            self.end(None);
        } else if self.took >= LONGEST {
            self.end(Some(LeftOut::Time));
        }
    }

    /// Ends it, and says what is known.
    fn end(&mut self, why: Option<LeftOut>) {
        let Some(mut search) = self.search.take() else { return };
        let begin = Instant::now();
        if why.is_some() {
            search.stop();
        }
        let report = search.report(why, patience(LONGEST_FOR_WAYS));
        self.right = self.right.take().filter(|right| {
            let mut finished = report.outcomes.iter().filter_map(Outcome::finished_lines);
            finished.any(|lines| lines == *right)
        });
        self.report = Some(Box::new(report));
        self.took += begin.elapsed();
    }
}

impl App {
    /// Searches every interleaving of what is on the stage.
    pub(super) fn check(&mut self, now: Duration) {
        self.check_from(StepIndex(0), now);
    }

    /// Searches every way on from a step of what is on the stage.
    fn check_from(&mut self, step: StepIndex, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        stage.pause();
        let choices: Vec<Choice> = stage.history().choices(step).collect();
        if stage.origin().is_some() {
            return self.say(self.locale.text("recording-no-program"), now);
        }
        match self.inquiry(choices) {
            Some(inquiry) => self.overlay = Some(Overlay::Check(Box::new(inquiry))),
            None => return self.say(self.locale.text("check-not-from-here"), now),
        }
        self.check_on();
    }

    /// A search of what is on the stage from behind some choices; none if it cannot go on from there, or there is no program.
    pub(super) fn inquiry(&self, choices: Vec<Choice>) -> Option<Inquiry> {
        let (machine, stage) = (self.beginning()?, self.stage()?);
        let prints = stage.scenario().course.prints.clone().filter(|_| !stage.is_changed());
        let compared = Some(stage.scenario()).filter(|scenario| prints.is_none() && scenario.can_end_wrong());
        let printed = compared.and_then(|it| right_result(it, self.gallery.catalogue(), stage.session().settings()));
        let right = printed.map(|printed| sorted_lines(&printed));
        Inquiry::new(machine, prints, right, choices)
    }

    /// Goes on with the search, if there is one.
    pub(super) fn check_on(&mut self) {
        let slice = self.slice;
        if let Some(Overlay::Check(inquiry)) = self.overlay.as_mut() {
            inquiry.advance(slice);
        }
    }

    /// Whether there is more to search.
    pub(super) fn is_checking(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Check(inquiry)) if inquiry.search.is_some())
    }

    /// What the viewer asks of the search: rows are chosen, and one is opened; while it goes on, `Enter` ends it.
    pub(super) fn answer_check(&mut self, action: Action, now: Duration) {
        let Some(Overlay::Check(inquiry)) = self.overlay.as_mut() else { return };
        match action {
            Action::Down | Action::SelectNext => inquiry.choose(inquiry.chosen + 1),
            Action::Up | Action::SelectPrevious => inquiry.choose(inquiry.chosen.saturating_sub(1)),
            Action::Start => inquiry.choose(0),
            Action::End => inquiry.choose(usize::MAX),
            Action::ChooseAt(row) if row != inquiry.chosen => inquiry.choose(row),
            Action::Open | Action::RunSelected if inquiry.search.is_some() => inquiry.end(Some(LeftOut::BrokenOff)),
            Action::Open | Action::RunSelected | Action::ChooseAt(_) => self.open_way(now),
            Action::Twins if inquiry.search.is_none() => self.open_runs(now),
            Action::Check => {
                let other = if inquiry.from == StepIndex(0) { self.step_on_stage() } else { StepIndex(0) };
                self.check_from(other, now);
            }
            _ => self.overlay = None,
        }
    }

    fn step_on_stage(&self) -> StepIndex {
        self.stage.as_ref().map_or(StepIndex(0), |stage| stage.cursor())
    }

    /// The machine of what is on the stage, before its first step; none where there is no program to be run.
    #[must_use]
    pub fn beginning(&self) -> Option<Machine> {
        let stage = self.stage.as_ref().filter(|stage| stage.origin().is_none())?;
        let settings = stage.session().settings();
        Some(settings.machine(Arc::clone(stage.session().program())))
    }

    /// Lays choices out on the stage, to be stepped through from the start. Returns whether all are possible.
    pub fn lay_out(&mut self, choices: &[Choice]) -> bool {
        self.stage.as_mut().is_some_and(|stage| stage.go(Duration::ZERO, |session| session.lay_out(choices)))
    }

    /// Puts the way to the chosen row on the stage, at its start.
    fn open_way(&mut self, now: Duration) {
        let (Some(Overlay::Check(inquiry)), Some(stage)) = (&self.overlay, &self.stage) else { return };
        let Some((way, opening)) = inquiry.way() else { return };
        let settings = operation_by_operation(stage);
        let Ok(mut opened) = Stage::open(stage.scenario().clone(), settings) else { return };
        opened.set_speed(stage.speed(), now);
        let from = inquiry.from;
        opened.go(now, |session| {
            let whole = session.lay_out(&way);
            session.seek(from);
            whole
        });
        let steps = ("steps", (way.len() as u64).into());
        let said = match opening {
            Opening::End(kind) => {
                let kind = check_kind_word(&self.locale, kind);
                self.locale.format("check-opened", &[("kind", kind.into()), steps])
            }
            Opening::Race => self.locale.format("check-opened-race", &[steps]),
            Opening::Starved => self.locale.format("check-opened-starved", &[steps]),
        };
        let (list, before) = (self.overlay.take(), self.stage.replace(Box::new(opened)));
        self.opened_from = before.map(|stage| Box::new(OpenedFrom { list, stage }));
        self.say(said, now);
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{app_with, let_finish, on_stage, stage},
        *,
    };
    use crate::{event::End, explore::Kind};

    const NOW: Duration = Duration::from_secs(1);

    fn inquiry(app: &App) -> &Inquiry {
        match app.overlay() {
            Some(Overlay::Check(inquiry)) => inquiry,
            other => panic!("{other:?} lies over the stage"),
        }
    }

    fn checked(id: &str) -> App {
        let mut app = app_with(id);
        app.update(Action::Check, NOW);
        let_finish(&mut app, NOW, App::is_checking);
        app
    }

    #[test]
    fn a_thread_that_can_be_passed_over_is_shown_to_be() {
        let text = "import threading\nlock = threading.Lock()\ndef greedy():\n    while True:\n        with lock:\n            pass\n\
                    for name in ['ann', 'bob']:\n    threading.Thread(target=greedy, name=name, daemon=True).start()\n\
                    with lock:\n    pass\n";
        let mut app = on_stage(text);
        app.update(Action::Check, NOW);
        let_finish(&mut app, NOW, App::is_checking);
        let report = inquiry(&app).report().expect("it is over");
        let (row, starved) =
            (found_rows(report) - 1, report.starved.last().expect("the main thread can be passed over"));
        let steps = starved.way.len() + TIMES_ROUND * starved.round.len();
        assert!(!starved.round.is_empty());
        app.update(Action::End, NOW);
        assert_eq!(inquiry(&app).chosen(), row);
        app.update(Action::RunSelected, NOW);
        assert_eq!((stage(&app).cursor().0, stage(&app).history().tip().0 as usize), (0, steps));
    }

    #[test]
    fn the_way_to_a_deadlock_is_put_on_the_stage_and_leads_there() {
        let mut app = checked("deadlock");
        let report = inquiry(&app).report().expect("it is over");
        assert_eq!(report.outcomes[0].kind, Kind::Deadlock);
        let steps = report.outcomes[0].witness.choices.len();
        app.update(Action::RunSelected, NOW);
        assert!(app.overlay().is_none());
        assert_eq!((stage(&app).cursor().0, stage(&app).history().tip().0 as usize), (0, steps));
        (0..steps).for_each(|_| app.update(Action::Forward, NOW));
        assert_eq!(stage(&app).end(), Some(End::Deadlock));
        app.update(Action::Backward, NOW);
        assert_eq!(stage(&app).end(), None, "and it can be left at any step");
    }

    #[test]
    fn what_can_still_happen_is_searched_from_a_step() {
        let mut app = checked("deadlock");
        let all = inquiry(&app).report().expect("it is over").outcomes.len();
        app.update(Action::RunSelected, NOW);
        let tip = stage(&app).history().tip().0;
        (0..tip - 1).for_each(|_| app.update(Action::Forward, NOW));
        app.update(Action::Check, NOW);
        app.update(Action::Check, NOW);
        while app.is_checking() {
            app.tick(NOW);
        }
        let report = inquiry(&app).report().expect("it is over");
        let kinds: Vec<Kind> = report.outcomes.iter().map(|outcome| outcome.kind).collect();
        assert_eq!(kinds, [Kind::Deadlock], "one step before it nothing else is left; {all} outcomes in all");
        assert_eq!((inquiry(&app).from().0, report.outcomes[0].witness.choices.len() as u32), (tip - 1, tip));
        app.update(Action::RunSelected, NOW);
        assert_eq!(stage(&app).cursor().0, tip - 1, "it is gone on from there");
        app.update(Action::Forward, NOW);
        assert_eq!(stage(&app).end(), Some(End::Deadlock));
    }

    #[test]
    fn a_race_is_opened_where_both_accesses_are_next() {
        let mut app = checked("lost_update");
        let report = inquiry(&app).report().expect("it is over");
        let row = report.outcomes.len();
        assert!(!report.races.is_empty());
        app.update(Action::ChooseAt(row), NOW);
        assert_eq!(inquiry(&app).chosen(), row);
        app.update(Action::ChooseAt(row), NOW);
        assert!(app.overlay().is_none() && stage(&app).history().tip().0 > 0);
    }

    #[test]
    fn a_search_that_is_broken_off_says_what_is_known() {
        let mut app = app_with("bounded_buffer");
        app.compute_in_slices(Duration::ZERO);
        app.update(Action::Check, NOW);
        app.tick(NOW);
        assert!(app.is_checking() && inquiry(&app).how_far().is_some());
        app.update(Action::RunSelected, NOW);
        let report = inquiry(&app).report().expect("it was broken off");
        assert_eq!(report.left_out, [LeftOut::BrokenOff]);
        app.update(Action::Back, NOW);
        assert!(app.overlay().is_none() && app.stage().is_some());
    }
}
