//! The stage without a terminal: a program being watched, what is selected, and whether it plays.
//!
//! Whatever changes the session ends in [`Stage::settle`], which folds what there is to see; drawing only reads. Time comes
//! in from outside, as the duration since the start. Tests: `app/tests.rs`.

use std::{sync::Arc, time::Duration};

use super::{
    Speed, conduct,
    pursuit::{Goal, PATIENCE, Pursuit, patience},
};
use crate::{
    choice::Unit,
    compiler::{
        Diagnostic,
        highlight::{TokenClass, tokens},
    },
    event::{End, EventKind, Verb},
    host::{Forecast, Session, Settings, live::Live},
    ids::{ResourceId, StepIndex, ThreadId},
    locale::Language,
    machine::Choosable,
    scenario::{Narration, Scenario, Setup},
    scene::{Marks, Playback, Scene, Timeline},
    schedule::Policy,
    source::Span,
    telling::Names,
    trace::History,
    trace::recording::Header,
};

/// How long a change is in motion at most.
pub const MOTION: Duration = Duration::from_millis(450);

/// How long as-fast-as-it-goes may compute between two frames.
const SLICE: Duration = Duration::from_millis(24);

/// Events that a session records before playing stops by itself: some hundreds of megabytes.
const MOST_EVENTS: usize = 4_000_000;

/// A program being watched.
#[derive(Debug)]
pub struct Stage {
    scenario: Scenario,
    narration: Narration,
    tokens: Vec<(Span, TokenClass)>,
    lines: Vec<u32>,
    pub(super) session: Session,
    playback: Playback,
    timeline: Timeline,
    pub(super) marks: Marks,
    choosable: Vec<Choosable>,
    pub(super) selected: ThreadId,
    /// The primitive that is selected, perhaps one that is not there yet.
    pub(super) thing: Option<ResourceId>,
    pub(super) speed: Speed,
    /// When the next step is due; none while paused.
    pub(super) due: Option<Duration>,
    /// How long the present step is looked at while it plays.
    pub(super) dwell: Duration,
    moved: Moved,
    pub(super) full: bool,
    /// Turns and inheritance, for the policies that the viewer goes through.
    setup: Setup,
    /// What the recording of a real run says at its head.
    pub(super) origin: Option<Header>,
    /// Where it is on its way to.
    pub(super) pursuit: Option<Pursuit>,
    forecast: Forecast,
}

/// The last move of the cursor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moved {
    /// When.
    pub at: Duration,
    /// From which step.
    pub from: StepIndex,
}

impl Stage {
    /// Puts a scenario on the stage.
    ///
    /// # Errors
    /// What is wrong with the program.
    pub fn open(scenario: Scenario, run: Settings) -> Result<Self, Vec<Diagnostic>> {
        let program = scenario.compile()?;
        let session = Session::new(Arc::new(program), run);
        Ok(Self::of(scenario, session))
    }

    /// Puts a session of a scenario on the stage.
    pub(super) fn of(scenario: Scenario, mut session: Session) -> Self {
        session.set_priorities(scenario.priorities.clone());
        let setup = conduct::kept(session.settings(), scenario.setup);
        let forecast = session.forecast();
        let narration = scenario.narration();
        let narrated = narration.lines().iter().map(|&(line, _)| scenario.source.line_span(line)).collect();
        let mut stage = Self {
            tokens: tokens(&scenario.source),
            lines: scenario.shown_lines(),
            narration,
            scenario,
            session,
            playback: Playback::default(),
            timeline: Timeline::default(),
            marks: Marks::new(narrated),
            choosable: Vec::new(),
            selected: ThreadId::MAIN,
            thing: None,
            speed: Speed::default(),
            due: None,
            dwell: Speed::default().interval(),
            moved: Moved { at: Duration::ZERO, from: StepIndex(0) },
            full: false,
            setup,
            origin: None,
            pursuit: None,
            forecast,
        };
        stage.settle();
        stage
    }

    /// The scenario.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The classes of the source's tokens.
    #[must_use]
    pub fn tokens(&self) -> &[(Span, TokenClass)] {
        &self.tokens
    }

    /// The lines of the source that are shown, in order.
    #[must_use]
    pub fn lines(&self) -> &[u32] {
        &self.lines
    }

    /// The run: how it goes, which ways it has gone, what holds it up.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What happened.
    #[must_use]
    pub fn history(&self) -> &History {
        self.session.history()
    }

    /// The step that is being looked at.
    #[must_use]
    pub fn cursor(&self) -> StepIndex {
        self.session.cursor()
    }

    /// What there is to see.
    #[must_use]
    pub fn scene(&self) -> &Scene {
        self.playback.present()
    }

    /// What things are called.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        Names::new(self.scene(), self.history().texts())
    }

    /// The lanes of the threads.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The narration of the line that the selected thread is at, or the one that the running thread reached last: whose it
    /// is, and its words.
    #[must_use]
    pub fn narration(&self, language: Language) -> Option<(ThreadId, &str)> {
        const FARTHEST: u32 = 200;
        let at = |thread: ThreadId, span: Span| {
            let line = self.scenario.source.line_of(span.start);
            self.narration.at(line, language).filter(|_| span.end > 0).map(|text| (thread, text))
        };
        let selected = self.scene().thread(self.selected).filter(|view| {
            let releases = view.action.is_some_and(|action| action.verb == Verb::Release);
            view.state.is_alive() && !releases
        });
        if let Some(found) = selected.and_then(|view| at(self.selected, view.span)) {
            return Some(found);
        }
        let runs = self.scene().running.unwrap_or(self.selected);
        let steps = (self.cursor().0.saturating_sub(FARTHEST)..=self.cursor().0).rev().map(StepIndex);
        let mut reached = steps.flat_map(|step| self.history().events(step).iter().rev());
        reached.find_map(|event| match event.kind {
            // Leaving a `with` block comes by its first line again.
            EventKind::AboutTo { action } if event.thread == runs && action.verb != Verb::Release => {
                at(event.thread, event.span)
            }
            _ => None,
        })
    }

    /// How many threads there will be, as far as that is known: what keeps its place needs room for all.
    #[must_use]
    pub fn threads_expected(&self) -> usize {
        let foreseen = if self.origin.is_some() { 0 } else { self.forecast.threads };
        self.timeline.threads().max(foreseen)
    }

    /// How many steps the run will take, as far as that is known.
    #[must_use]
    pub fn steps_expected(&self) -> u32 {
        let foreseen = self.forecast.steps.filter(|_| self.origin.is_none()).unwrap_or(0);
        self.history().tip().0.max(foreseen)
    }

    /// The interesting steps.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The selected primitive, if one is and is there.
    #[must_use]
    pub fn thing(&self) -> Option<ResourceId> {
        self.thing.filter(|thing| thing.index() < self.scene().resources.len())
    }

    /// Selects a primitive, or none.
    pub fn select_thing(&mut self, thing: Option<ResourceId>) {
        self.thing = thing;
    }

    /// Selects the next primitive; behind the last one, none.
    pub fn select_next_thing(&mut self) {
        let next = self.thing().map_or(0, |thing| thing.index() + 1);
        self.thing = Some(ResourceId::at(next)).filter(|_| next < self.scene().resources.len());
    }

    /// Whether the thread can go on from here.
    #[must_use]
    pub fn can_run(&self, thread: ThreadId) -> bool {
        self.choosable.iter().any(|option| option.thread() == thread)
    }

    /// The selected thread.
    #[must_use]
    pub fn selected(&self) -> ThreadId {
        self.selected
    }

    /// How fast it is played.
    #[must_use]
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// Whether it plays.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.due.is_some() || self.live().is_some_and(|live| !live.is_paused() && self.end().is_none())
    }

    /// The last move of the cursor.
    #[must_use]
    pub fn moved(&self) -> Moved {
        self.moved
    }

    /// How the run ended, if the cursor is at its end.
    #[must_use]
    pub fn end(&self) -> Option<End> {
        self.session.end()
    }

    /// Whether so much was recorded that playing has stopped.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// How long changes are in motion at the present speed.
    #[must_use]
    pub fn motion(&self) -> Duration {
        if self.is_playing() { MOTION.min(self.dwell) } else { MOTION }
    }

    /// Moves the cursor by what `go` does; the step that it comes to is in motion from now on.
    pub(super) fn go(&mut self, now: Duration, go: impl FnOnce(&mut Session) -> bool) -> bool {
        let nodes = |session: &Session, cursor| {
            let history = session.history();
            (history.node(cursor), history.node(history.tip()))
        };
        let from = self.session.cursor();
        let (present, last) = nodes(&self.session, from);
        let moved = go(&mut self.session);
        let to = self.session.cursor();
        let (now_present, now_last) = nodes(&self.session, to);
        if from != to || now_present != present {
            self.moved = Moved { at: now, from };
            self.settle();
            if let Some(thread) = self.scene().running {
                self.selected = thread;
            }
        } else if now_last != last {
            // The cursor stays, and what lies ahead of it is another future, or goes on farther.
            self.settle();
        }
        moved
    }

    /// Folds what there is to see at the cursor.
    pub(super) fn settle(&mut self) {
        self.timeline.extend(self.session.history(), &mut self.playback);
        self.marks.extend(self.session.history());
        self.playback.at(self.session.history(), self.session.cursor());
        self.session.come_along();
        self.choosable = self.session.choosable();
        let threads = self.scene().threads.len();
        if self.selected.index() >= threads {
            self.selected = ThreadId::MAIN;
        }
        // What is there can always be played.
        self.full = self.history().event_count() > MOST_EVENTS && self.is_at_the_front();
    }

    /// A step forward; of a live run, one thread takes one when it can. Returns whether there was one.
    pub fn forward(&mut self, now: Duration) -> bool {
        if let Some(live) = self.live().filter(|_| self.is_at_the_front()) {
            live.allow_one();
            return self.end().is_none();
        }
        self.go(now, Session::forward)
    }

    /// A step back. Returns whether there was one.
    pub fn back(&mut self, now: Duration) -> bool {
        self.pause();
        self.go(now, Session::back)
    }

    /// Lets a thread run one step, whatever the policy says. Returns whether it could.
    pub fn run(&mut self, thread: ThreadId, now: Duration) -> bool {
        self.pause();
        let ran = self.go(now, |session| session.run_thread(thread));
        if thread.index() < self.scene().threads.len() {
            self.selected = thread;
        }
        ran
    }

    /// Goes over to another way that the run has gone, where it parts from this one. Returns who goes on there, if there is
    /// one.
    pub fn take_other_way(&mut self, now: Duration) -> Option<ThreadId> {
        self.pause();
        let mut thread = None;
        self.go(now, |session| {
            thread = session.take_other_way();
            thread.is_some()
        });
        thread
    }

    /// Goes to a step.
    pub fn seek(&mut self, step: StepIndex, now: Duration) {
        self.pause();
        self.go(now, |session| {
            session.seek(step);
            true
        });
    }

    /// Goes on to the step, taking new steps if need be; to the end of the run if it is shorter.
    pub fn seek_forward(&mut self, step: StepIndex, now: Duration) {
        self.set_out(Goal::Step(step), now, PATIENCE);
    }

    /// To the end of the run, or as far as a moment goes; a live run is let go. Returns whether the end was reached.
    pub fn run_to_end(&mut self, now: Duration) -> bool {
        self.release(now) || self.set_out(Goal::End, now, PATIENCE) == Some(true)
    }

    /// Lets a live run go on to its end. Returns whether it is one.
    pub(super) fn release(&mut self, now: Duration) -> bool {
        if self.live().is_none() {
            return false;
        }
        self.seek(self.history().tip(), now);
        self.live().inspect(|live| live.resume());
        true
    }

    /// Takes steps up to this one, or to the end of the run, however long that takes; the cursor is there afterwards.
    pub fn run_up_to(&mut self, step: StepIndex) {
        self.go(Duration::ZERO, |session| {
            session.seek(session.history().tip());
            while session.cursor() < step && session.forward() {}
            true
        });
    }

    /// Selects the next thread, or the one before.
    pub fn select_by(&mut self, by: isize) {
        let count = self.scene().threads.len().max(1) as isize;
        self.selected = ThreadId::at((self.selected.index() as isize + by).rem_euclid(count) as usize);
        self.thing = None;
    }

    /// Plays or pauses; at the end of the run it plays from the start.
    pub fn play_or_pause(&mut self, now: Duration) {
        if self.is_playing() {
            return self.pause();
        }
        if self.end().is_some() {
            self.seek(StepIndex(0), now);
        }
        if let Some(live) = self.live().filter(|_| self.is_at_the_front()) {
            return live.resume();
        }
        self.due = Some(now);
    }

    /// Pauses.
    pub fn pause(&mut self) {
        self.due = None;
        self.live().inspect(|live| live.pause());
    }

    /// Plays at another speed.
    pub fn set_speed(&mut self, speed: Speed, now: Duration) {
        self.speed = speed;
        self.due = self.due.map(|due| due.min(now + speed.interval()));
        self.live().inspect(|live| live.set_pace(speed.interval()));
    }

    /// When the next step is due.
    #[must_use]
    pub fn due(&self) -> Option<Duration> {
        self.due
    }

    /// Takes the steps that are due. Playing stops at the end, and where a deadlock closes. Where somebody reads along, a step
    /// stays as long as its words in their language take; otherwise each stays equally long.
    pub fn tick(&mut self, now: Duration, reading: Option<Language>) {
        self.follow(now, patience(SLICE));
        let Some(due) = self.due.filter(|&due| due <= now) else { return };
        let interval = self.speed.interval();
        let deadlocked = self.scene().deadlock.len();
        let reading = reading.filter(|_| !interval.is_zero());
        let before = reading.and_then(|language| self.said(language));
        let went_on = if interval.is_zero() {
            self.go(now, |session| {
                let mut patient = patience(SLICE);
                while patient() {
                    if !session.forward() {
                        return false;
                    }
                }
                true
            })
        } else {
            self.go(now, Session::forward)
        };
        let closed = self.scene().deadlock.len() > deadlocked;
        if let Some(live) = self.live().filter(|_| !went_on && !closed) {
            live.resume();
        }
        self.dwell = reading.map_or(interval, |language| self.dwell_after(before.as_ref(), language));
        let over = closed || self.full || self.end().is_some();
        // A late frame does not make the program hurry afterwards.
        self.due = (went_on && !over).then(|| (due + self.dwell).max(now));
    }

    /// Goes on by the next policy.
    pub fn next_policy(&mut self) {
        let now = self.session.settings().policy;
        let at = Policy::ALL.iter().position(|known| known.name() == now.name()).unwrap_or(0);
        let next = Policy::ALL[(at + 1) % Policy::ALL.len()];
        let next = Setup { policy: Some(next), ..self.setup }.policy().unwrap_or(next);
        self.session.set_policy(next);
    }

    /// Makes a step the next of: an operation, a line, an instruction.
    pub fn next_unit(&mut self) {
        self.session.set_unit(match self.session.settings().unit {
            Unit::Operation => Unit::Line,
            Unit::Line => Unit::Instruction,
            Unit::Instruction => Unit::Operation,
        });
    }

    /// Begins again with this seed.
    pub fn restart(&mut self, seed: u64, now: Duration) {
        let live = self.live().map(Live::is_paused);
        let pace = self.speed.interval();
        self.due = self.due.map(|_| now).filter(|_| live.is_none());
        self.go(now, |session| {
            session.restart(seed);
            if let Some(paused) = live {
                session.go_live(pace, paused);
            }
            true
        });
        self.playback = Playback::default();
        self.timeline = Timeline::default();
        self.settle();
    }
}
