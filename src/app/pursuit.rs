//! What the stage is on its way to: the end of the run, a step, a step of a kind. A program may go on for ever, so a way is
//! gone in slices of real time; between them the screen is drawn, and the viewer can quit or do something else.
//!
//! Where nobody draws in between, one slice is as long as a viewer would wait. Tests: here.

use std::time::{Duration, Instant};

use super::{Action, App, Stage};
use crate::{
    host::Session,
    ids::{ResourceId, StepIndex, ThreadId},
    scene::concerns,
    source::Span,
};

/// How long a way may take: a viewer waits so long without wondering.
pub(super) const PATIENCE: Duration = Duration::from_millis(1500);

/// Says yes until so much real time is over.
pub(super) fn patience(limit: Duration) -> impl FnMut() -> bool {
    let start = Instant::now();
    move || start.elapsed() < limit
}

/// Where a way leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Goal {
    /// To the end of the run.
    End,
    /// To this step, or to the end if that comes before.
    Step(StepIndex),
    /// To the next step of a thread, or the one before.
    Thread(ThreadId, bool),
    /// To the next step in which something happens to a primitive, or the one before.
    Thing(ResourceId, bool),
    /// To the next step in which somebody begins to wait, or the one before.
    Blocking(bool),
    /// To the next step in which a thread is about to run this line, from one, which is this part of the program.
    Line(u32, Span),
    /// To the next interesting step, or the one before.
    Mark(bool),
    /// To the next step in which somebody does something else than a thread that only spins.
    News,
}

/// A way that is being gone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pursuit {
    goal: Goal,
    /// Where it began, with which thread selected: what is not found leaves both there.
    start: (StepIndex, ThreadId),
    began: Instant,
}

/// How far a slice of a way has led.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Slice {
    Arrived,
    /// The run has no more steps, and what was looked for is none of them.
    Nowhere,
    On,
}

impl Goal {
    /// One slice of the way.
    fn approach(self, session: &mut Session, mut patient: impl FnMut() -> bool) -> Slice {
        let forward = !matches!(self, Self::Thread(_, false) | Self::Thing(_, false) | Self::Blocking(false));
        while patient() {
            if matches!(self, Self::Step(step) if session.cursor() >= step) {
                return Slice::Arrived;
            }
            let moved = if forward { session.forward() } else { session.back() };
            let at = session.cursor();
            match self {
                Self::End | Self::Step(_) | Self::News if !moved => return Slice::Arrived,
                _ if !moved => return Slice::Nowhere,
                Self::Thread(thread, _) if session.is_of(at, thread) => return Slice::Arrived,
                Self::Thing(thing, _) if concerns(session.history().events(at), thing) => return Slice::Arrived,
                Self::Blocking(_) if session.blocks(at) => return Slice::Arrived,
                Self::Line(_, part) if session.reaches(at, part) => return Slice::Arrived,
                _ => {}
            }
        }
        Slice::On
    }

    /// Whether something is looked for that may not be there.
    fn is_search(self) -> bool {
        matches!(self, Self::Thread(..) | Self::Thing(..) | Self::Blocking(_) | Self::Mark(_) | Self::Line(..))
    }
}

impl Stage {
    /// Sets out, and goes the first slice of the way. Returns whether the goal was reached; `None` while it is still to come.
    pub(super) fn set_out(&mut self, goal: Goal, now: Duration, slice: Duration) -> Option<bool> {
        self.pause();
        self.give_up(now);
        self.pursuit = Some(Pursuit { goal, start: (self.cursor(), self.selected), began: Instant::now() });
        self.go(now, |session| {
            match goal {
                Goal::End => session.seek(session.history().tip()),
                Goal::Step(step) => session.seek(step),
                Goal::Thread(..)
                | Goal::Thing(..)
                | Goal::Blocking(_)
                | Goal::Mark(_)
                | Goal::Line(..)
                | Goal::News => {}
            }
            true
        });
        self.go_on(now, slice)
    }

    /// Goes one more slice of the way. Returns whether the goal was reached; `None` while it is still to come, and where
    /// there is no goal.
    pub(super) fn go_on(&mut self, now: Duration, slice: Duration) -> Option<bool> {
        let Pursuit { goal, start, began } = self.pursuit?;
        let mut led = Slice::On;
        if let Goal::Mark(forward) = goal {
            led = self.approach_mark(forward, now, patience(slice));
        } else if goal == Goal::News {
            led = self.approach_news(now, patience(slice));
        } else {
            self.go(now, |session| {
                led = goal.approach(session, patience(slice));
                true
            });
        }
        if led == Slice::On && began.elapsed() < PATIENCE && !self.full {
            return None;
        }
        self.pursuit = None;
        if led != Slice::Arrived && goal.is_search() {
            self.return_to(start, now);
        }
        Some(led == Slice::Arrived || matches!(goal, Goal::Step(_)))
    }

    /// One slice of the way to a mark: it may be known already, otherwise steps are taken until there is one.
    fn approach_mark(&mut self, forward: bool, now: Duration, mut patient: impl FnMut() -> bool) -> Slice {
        while patient() {
            let cursor = self.cursor();
            let mark = if forward { self.marks.next(cursor) } else { self.marks.previous(cursor) };
            if let Some(mark) = mark {
                self.go(now, |session| {
                    session.seek(mark);
                    true
                });
                return Slice::Arrived;
            }
            let went_on = forward
                && self.go(now, |session| {
                    session.seek(session.history().tip());
                    session.forward()
                });
            if !went_on {
                return Slice::Nowhere;
            }
            if self.marks.has(self.cursor()) {
                return Slice::Arrived;
            }
        }
        Slice::On
    }

    /// One slice of the way past what a thread does again and again: to where something else happens, or to the end.
    fn approach_news(&mut self, now: Duration, mut patient: impl FnMut() -> bool) -> Slice {
        while patient() {
            if !self.go(now, Session::forward) || self.scene().spinning().is_none() {
                return Slice::Arrived;
            }
        }
        Slice::On
    }

    /// Leaves the way; what was looked for is not there.
    pub(super) fn give_up(&mut self, now: Duration) {
        if let Some(Pursuit { start, .. }) = self.pursuit.take().filter(|pursuit| pursuit.goal.is_search()) {
            self.return_to(start, now);
        }
    }

    fn return_to(&mut self, (step, selected): (StepIndex, ThreadId), now: Duration) {
        self.seek(step, now);
        self.selected = selected;
    }

    /// Whether it is on its way to something.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.pursuit.is_some()
    }
}

impl App {
    /// Computes no longer than this at once; what takes longer goes on with the next tick.
    pub fn compute_in_slices(&mut self, slice: Duration) {
        self.slice = slice;
    }

    /// Lets the stage set out to where an action leads. Returns whether it got there; what is still to come counts.
    pub(super) fn set_out(&mut self, goal: Goal, now: Duration) -> bool {
        let slice = self.slice;
        self.stage.as_mut().is_none_or(|stage| stage.set_out(goal, now, slice) != Some(false))
    }

    /// Goes on to where the stage has set out; says if that led nowhere.
    pub(super) fn go_on(&mut self, now: Duration) {
        let slice = self.slice;
        let Some(stage) = self.stage.as_mut().filter(|stage| stage.is_under_way()) else { return };
        let Some(Pursuit { goal, .. }) = stage.pursuit else { return };
        if stage.go_on(now, slice) == Some(false) {
            self.explain(goal.action(), now);
        }
    }
}

impl Goal {
    /// What the viewer has asked for.
    fn action(self) -> Action {
        match self {
            Self::End => Action::End,
            Self::Step(step) => Action::Seek(step),
            Self::Thread(_, true) | Self::Thing(_, true) => Action::NextOfThread,
            Self::Thread(_, false) | Self::Thing(_, false) => Action::PreviousOfThread,
            Self::Mark(true) => Action::NextMark,
            Self::Mark(false) => Action::PreviousMark,
            Self::Blocking(true) => Action::NextBlocking,
            Self::Blocking(false) => Action::PreviousBlocking,
            Self::Line(line, _) => Action::RunToLine(line),
            Self::News => Action::Forward,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{app_with, let_finish, on_stage},
        *,
    };
    use crate::event::End;

    const NOW: Duration = Duration::from_secs(1);

    /// The application at the start of a scenario; it takes a step at a time, if any.
    fn hasty(id: &str) -> App {
        let mut app = app_with(id);
        app.compute_in_slices(Duration::ZERO);
        app
    }

    fn stage(app: &App) -> &Stage {
        app.stage().expect("a program is on the stage")
    }

    /// Lets time pass until the stage is where it set out to.
    fn arrive(app: &mut App) {
        app.compute_in_slices(Duration::from_millis(1));
        let_finish(app, NOW, |app| stage(app).is_under_way());
    }

    #[test]
    fn a_long_way_is_gone_in_slices() {
        let mut app = hasty("deadlock");
        app.update(Action::End, NOW);
        assert!(stage(&app).is_under_way() && stage(&app).end().is_none());
        arrive(&mut app);
        assert_eq!(stage(&app).end(), Some(End::Deadlock));
        app.update(Action::PreviousBlocking, NOW);
        arrive(&mut app);
        let here = stage(&app);
        assert!(here.session().blocks(here.cursor()));
    }

    #[test]
    fn a_line_is_a_goal_and_one_where_nobody_comes_is_none() {
        let mut app = app_with("deadlock");
        let source = std::sync::Arc::clone(&stage(&app).scenario().source);
        let line = |text: &str| {
            (1..=source.line_count()).find(|&line| source.line(line).trim() == text).expect("the line is there")
        };
        let paper = line("with paper:");
        app.update(Action::RunToLine(paper), NOW);
        let here = stage(&app);
        let runner = here.scene().thread(here.selected()).expect("somebody runs");
        assert_eq!(source.line_of(runner.span.start), paper);
        let step = here.cursor();
        app.update(Action::RunToLine(line("print(\"both are happy\")")), NOW);
        assert_eq!(stage(&app).cursor(), step, "the run ends before that");
        assert!(app.notice(NOW).is_some_and(|text| text.contains("line")));
    }

    const SPINNER: &str = "\
import threading
import time
go = False
def spin():
    while not go:
        pass
    print('gone')
threading.Thread(target=spin, name='ann').start()
time.sleep(0.001)
go = True
";

    #[test]
    fn one_key_goes_past_what_a_thread_does_again_and_again() {
        let mut app = on_stage(SPINNER);
        while stage(&app).scene().spinning().is_none() {
            app.update(Action::Forward, NOW);
        }
        let from = stage(&app).cursor();
        assert_eq!(stage(&app).band(app.locale()).key, Some((Action::Forward, "now-pass")));
        app.update(Action::Forward, NOW);
        let (here, ann) = (stage(&app), ThreadId(1));
        assert!(here.cursor().0 > from.0 + 20 && here.scene().spinning().is_none(), "{:?}", here.cursor());
        let news = here.scene().log.back().expect("something else has happened");
        assert_eq!((news.thread, news.step), (ThreadId::MAIN, here.cursor()));
        let spins = |step: u32| here.timeline().at(here.history(), ann, StepIndex(step)).map(|lane| lane.spins);
        assert_eq!(
            (spins(from.0), spins(here.cursor().0 - 1), spins(here.cursor().0)),
            (Some(true), Some(true), Some(false))
        );
        app.update(Action::Seek(from), NOW);
        app.update(Action::Run(ThreadId::MAIN), NOW);
        let (here, cut) = (stage(&app), StepIndex(from.0 + 1));
        let lane = here.timeline().at(here.history(), ann, cut).expect("it is there");
        assert!(!lane.spins, "on another branch it is over");
    }

    #[test]
    fn where_nothing_else_ever_happens_it_says_so_and_stays() {
        let mut app =
            on_stage("go = False\nimport threading\nthreading.Thread(target=print).start()\nwhile not go:\n    pass\n");
        app.compute_in_slices(Duration::ZERO);
        let mut presses = 0;
        while stage(&app).scene().spinning().is_none() && presses < 60 {
            app.update(Action::Forward, NOW);
            presses += 1;
        }
        let from = stage(&app).cursor();
        app.update(Action::Forward, NOW);
        arrive(&mut app);
        assert!(stage(&app).cursor() > from);
        let said = app.notice(NOW).map(str::to_owned);
        assert!(said.is_some_and(|text| text.contains("nothing else has happened")));
    }

    #[test]
    fn the_program_scrolls_until_the_next_step() {
        let mut app = app_with("deadlock");
        app.update(Action::SourceDown, NOW);
        app.update(Action::SourceDown, NOW);
        app.update(Action::SourceUp, NOW);
        assert_eq!(stage(&app).scrolled(), 1);
        app.update(Action::Forward, NOW);
        assert_eq!(stage(&app).scrolled(), 0);
    }

    #[test]
    fn whatever_the_viewer_does_ends_the_way() {
        let mut app = hasty("deadlock");
        app.update(Action::End, NOW);
        app.update(Action::Forward, NOW);
        assert!(!stage(&app).is_under_way());
        assert_eq!(stage(&app).cursor(), StepIndex(1));
        app.update(Action::End, NOW);
        app.update(Action::Help, NOW);
        assert!(stage(&app).is_under_way(), "who only looks up a key does not end it");
        app.update(Action::Quit, NOW);
        assert!(app.has_quit());
    }

    #[test]
    fn what_is_not_found_leaves_the_cursor_where_it_was() {
        let mut app = app_with("deadlock");
        app.update(Action::End, NOW);
        let end = stage(&app).cursor();
        app.compute_in_slices(Duration::ZERO);
        app.update(Action::NextBlocking, NOW);
        arrive(&mut app);
        assert_eq!(stage(&app).cursor(), end);
        assert_eq!(app.notice(NOW), Some("There is nothing after that"));
    }
}
