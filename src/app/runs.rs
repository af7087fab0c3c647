//! Two runs of one program beside each other, a column a thread: a way that a search has found, and another one, or the run that the
//! policy chooses. Up to the first step in which they differ they are one. Tests: here.

use std::time::Duration;

use super::{Action, App, Overlay, checking::Inquiry, trials::operation_by_operation};
use crate::{
    choice::{Choice, Unit},
    event::Silence,
    explore::{Kind, Outcome},
    host::Session,
    ids::ThreadId,
    machine::{Machine, Status},
};

/// A run that goes by the policy is followed no farther.
const LONGEST: usize = 2000;

/// So many rows stand above the first difference when the page opens.
const BEFORE: usize = 3;

/// Two runs beside each other, and the search that found them.
#[derive(Debug)]
pub struct Runs {
    inquiry: Box<Inquiry>,
    start: Machine,
    sides: [RunSide; 2],
    /// The row of the search's list that stands at the right; behind the last one, the run by the policy.
    other: usize,
    usual: Vec<Choice>,
    scroll: usize,
}

/// A run, step by step.
#[derive(Clone, Debug)]
pub struct RunSide {
    /// How it ends; none if it was not followed to its end.
    pub kind: Option<Kind>,
    /// It finishes with a result that is not the right one.
    pub is_wrong: bool,
    /// It is the one that the policy chooses.
    pub is_usual: bool,
    /// What its threads are called, by number.
    pub names: Vec<String>,
    /// Its steps.
    pub steps: Vec<RunStep>,
    choices: Vec<Choice>,
}

/// A step of a run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunStep {
    /// Whose it is.
    pub thread: ThreadId,
    /// The line that the thread rested in; 0 for none.
    pub line: u32,
    /// What stands there.
    pub text: String,
    /// What became of the thread.
    pub left: Left,
}

/// How a step has left its thread.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    /// It can go on, sooner or later.
    Alive,
    /// It waits.
    Blocked,
    /// It is done.
    Finished,
    /// An exception has ended it.
    Failed,
}

impl RunSide {
    fn of(start: &Machine, choices: Vec<Choice>, outcome: Option<(&Outcome, bool)>) -> Self {
        let mut machine = start.clone();
        let mut steps = Vec::new();
        for &choice in &choices {
            let line = machine.pending_line(choice.thread).unwrap_or(0);
            if machine.step(choice, &mut Silence).is_err() {
                break;
            }
            let left = match machine.status(choice.thread) {
                Status::Blocked { .. } if machine.hindrance(choice.thread).is_some() => Left::Blocked,
                Status::Finished => Left::Finished,
                Status::Failed => Left::Failed,
                _ => Left::Alive,
            };
            let source = &machine.program().text;
            let text = if line == 0 { String::new() } else { source.line(line).trim().to_owned() };
            let (_, line) = source.own_line(line);
            steps.push(RunStep { thread: choice.thread, line, text, left });
        }
        let names = (0..machine.thread_count()).map(|at| machine.thread_name(ThreadId::at(at)).to_string());
        let ended = machine.end().map(|_| Kind::of(&machine));
        Self {
            kind: outcome.map(|(outcome, _)| outcome.kind).or(ended),
            is_wrong: outcome.is_some_and(|(_, is_wrong)| is_wrong),
            is_usual: outcome.is_none(),
            names: names.collect(),
            steps,
            choices,
        }
    }
}

impl Runs {
    fn new(inquiry: Box<Inquiry>, start: Machine, usual: Vec<Choice>) -> Option<Self> {
        let outcomes = &inquiry.report()?.outcomes;
        let chosen = inquiry.chosen();
        let left = outcomes.get(chosen)?;
        // One of another kind tells most; where there is none, the run that the policy chooses.
        let is_good = |at: usize| outcomes[at].kind == Kind::Finished && !inquiry.is_wrong(&outcomes[at]);
        let others = || (0..outcomes.len()).filter(|&at| at != chosen);
        let other = others()
            .find(|&at| is_good(at) != is_good(chosen))
            .or_else(|| others().find(|&at| outcomes[at].kind != left.kind))
            .unwrap_or(outcomes.len());
        let left = RunSide::of(&start, left.witness.choices.clone(), Some((left, inquiry.is_wrong(left))));
        let mut runs = Self { sides: [left.clone(), left], inquiry, start, other, usual, scroll: 0 };
        runs.put_beside(other);
        Some(runs)
    }

    /// Puts the run of a row at the right.
    fn put_beside(&mut self, other: usize) {
        let outcome = self.inquiry.report().and_then(|report| report.outcomes.get(other));
        self.sides[1] = match outcome {
            Some(outcome) => {
                let told = Some((outcome, self.inquiry.is_wrong(outcome)));
                RunSide::of(&self.start, outcome.witness.choices.clone(), told)
            }
            None => RunSide::of(&self.start, self.usual.clone(), None),
        };
        self.other = other;
        self.scroll = self.first_difference().unwrap_or(0).saturating_sub(BEFORE);
    }

    /// The next run at the right: all that were found but the one at the left, and the one that the policy chooses.
    fn next(&mut self) {
        let count = self.inquiry.report().map_or(0, |report| report.outcomes.len()) + 1;
        let next = (1..=count).map(|far| (self.other + far) % count).find(|&at| at != self.inquiry.chosen());
        if let Some(next) = next {
            self.put_beside(next);
        }
    }

    /// Both runs: first the chosen one.
    #[must_use]
    pub fn sides(&self) -> &[RunSide; 2] {
        &self.sides
    }

    /// The first step, from 0, in which they differ; none if one is the beginning of the other.
    #[must_use]
    pub fn first_difference(&self) -> Option<usize> {
        let [one, other] = &self.sides;
        one.choices.iter().zip(&other.choices).position(|(one, other)| one != other)
    }

    /// The first row that is shown.
    #[must_use]
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    fn scroll_by(&mut self, by: isize) {
        let rows = self.sides.iter().map(|side| side.steps.len()).max().unwrap_or(0);
        self.scroll = self.scroll.saturating_add_signed(by).min(rows.saturating_sub(1));
    }
}

impl App {
    /// Lays the chosen way of the search beside another one.
    pub(super) fn open_runs(&mut self, now: Duration) {
        let (Some(start), Some(usual)) = (self.beginning(), self.usual_choices()) else { return };
        let inquiry = match self.overlay.take() {
            Some(Overlay::Check(inquiry)) => inquiry,
            other => {
                self.overlay = other;
                return;
            }
        };
        if inquiry.report().is_none_or(|report| report.outcomes.len() <= inquiry.chosen()) {
            self.overlay = Some(Overlay::Check(inquiry));
            return self.say(self.locale.text("runs-no-end"), now);
        }
        self.overlay = Runs::new(inquiry, start, usual).map(|runs| Overlay::Runs(Box::new(runs)));
    }

    /// The choices of the run that the policy of the stage makes from the start.
    fn usual_choices(&self) -> Option<Vec<Choice>> {
        let stage = self.stage.as_ref().filter(|stage| stage.origin().is_none())?;
        let mut session = Session::new(stage.session().program().clone(), operation_by_operation(stage));
        session.set_priorities(stage.scenario().priorities.clone());
        session.set_unit(Unit::Operation);
        while session.history().tip().0 < LONGEST as u32 && session.forward() {}
        let tip = session.history().tip();
        Some(session.history().choices(tip).collect())
    }

    /// What the viewer asks of both runs: to scroll, to see another one, to have the left one on the stage.
    pub(super) fn answer_runs(&mut self, action: Action, now: Duration) {
        let Some(Overlay::Runs(runs)) = self.overlay.as_mut() else { return };
        match action {
            Action::Down | Action::SelectNext | Action::Forward => runs.scroll_by(1),
            Action::Up | Action::SelectPrevious | Action::Backward => runs.scroll_by(-1),
            Action::PageDown => runs.scroll_by(10),
            Action::PageUp => runs.scroll_by(-10),
            Action::Start => runs.scroll = 0,
            Action::End => runs.scroll_by(isize::MAX),
            Action::Turn => runs.next(),
            Action::RunSelected | Action::Open => {
                self.leave_runs();
                self.answer_check(Action::RunSelected, now);
            }
            _ => {
                self.leave_runs();
            }
        }
    }

    /// Back to the list of the search. Returns whether runs lay over the screen.
    pub(super) fn leave_runs(&mut self) -> bool {
        match self.overlay.take() {
            Some(Overlay::Runs(runs)) => {
                self.overlay = Some(Overlay::Check(runs.inquiry));
                true
            }
            other => {
                self.overlay = other;
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{app_with, let_finish, stage},
        *,
    };

    const NOW: Duration = Duration::from_secs(1);

    fn runs(app: &App) -> &Runs {
        match app.overlay() {
            Some(Overlay::Runs(runs)) => runs,
            other => panic!("{other:?} lies over the stage"),
        }
    }

    fn opened(id: &str) -> App {
        let mut app = app_with(id);
        app.update(Action::Check, NOW);
        let_finish(&mut app, NOW, App::is_checking);
        app.update(Action::Twins, NOW);
        app
    }

    #[test]
    fn a_deadlock_lies_beside_a_good_end_and_both_are_one_up_to_the_first_difference() {
        let app = opened("deadlock");
        let [one, other] = runs(&app).sides();
        assert_eq!((one.kind, other.kind), (Some(Kind::Deadlock), Some(Kind::Finished)));
        let at = runs(&app).first_difference().expect("they differ");
        assert_eq!(one.steps[..at], other.steps[..at]);
        assert_ne!(one.steps[at].thread, other.steps[at].thread);
        assert_eq!(one.steps.last().map(|step| step.left), Some(Left::Blocked));
        assert!(other.names.contains(&"alice".to_owned()));
    }

    #[test]
    fn other_runs_come_by_turns_with_the_one_that_the_policy_chooses_and_the_list_comes_back() {
        let mut app = opened("deadlock");
        let mut usual = 0;
        for _ in 0..4 {
            usual += u32::from(runs(&app).sides()[1].is_usual);
            app.update(Action::Turn, NOW);
        }
        assert_eq!(usual, 1, "three others were found");
        app.update(Action::Back, NOW);
        assert!(matches!(app.overlay(), Some(Overlay::Check(_))));
        app.update(Action::Twins, NOW);
        let steps = runs(&app).sides()[0].steps.len();
        app.update(Action::RunSelected, NOW);
        assert!(app.overlay().is_none());
        assert_eq!(stage(&app).history().tip().0 as usize, steps, "the left one is on the stage");
    }

    #[test]
    fn steps_in_which_the_way_is_not_the_usual_one_are_marked() {
        let mut app = opened("deadlock");
        app.update(Action::RunSelected, NOW);
        let tip = stage(&app).history().tip().0;
        let marked: Vec<u32> =
            (1..=tip).filter(|&step| stage(&app).session().departs(crate::ids::StepIndex(step))).collect();
        // As the short text has it: `7:1e.0:2.2:2e.2`.
        assert_eq!(marked, [8, 9, 12]);
    }
}
