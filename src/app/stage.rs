//! The stage without a terminal: a program being watched, what is selected, and whether it plays.
//!
//! Whatever changes the session ends in [`Stage::settle`], which folds what there is to see; drawing only reads. Time comes
//! in from outside, as the duration since the start. Tests: `app/tests.rs`.

use std::{sync::Arc, time::Duration};

use super::{
    Challenge, Chart, SideBySide, Speed,
    asking::THINKING,
    conduct,
    panes::Opened,
    pursuit::{Goal, PATIENCE, Pursuit, patience},
    quiz::Quiz,
};
use crate::{
    choice::Unit,
    compiler::{
        Diagnostic, Outline,
        highlight::{TokenClass, tokens},
    },
    event::End,
    host::{Comparison, Forecast, Session, Settings, live::Live},
    ids::{ResourceId, StepIndex, ThreadId},
    locale::Locale,
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

/// How long a ring takes at most to light up, link by link, when a circle of waits closes.
pub const RING: Duration = Duration::from_millis(600);

/// How long as-fast-as-it-goes may compute between two frames.
const SLICE: Duration = Duration::from_millis(24);

/// Bytes of events, steps and texts that a session records before playing stops by itself.
const MOST_RECORDED: usize = 384 << 20;

/// A program being watched.
#[derive(Debug)]
pub struct Stage {
    scenario: Scenario,
    pub(super) narration: Narration,
    tokens: Vec<(Span, TokenClass)>,
    lines: Vec<u32>,
    outline: Outline,
    changes: Vec<(u32, String)>,
    /// How far the viewer has scrolled the program, in lines; until the next step.
    scrolled: i32,
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
    pub(super) setup: Setup,
    /// What the recording of a real run says at its head.
    pub(super) origin: Option<Header>,
    /// Where it is on its way to.
    pub(super) pursuit: Option<Pursuit>,
    forecast: Forecast,
    /// How often the picture was turned to its next pane.
    pub(super) quiz: Quiz,
    /// The viewer has said who goes next.
    pub(super) driven: bool,
    pub(super) turned: usize,
    pub(super) opened: Option<Opened>,
    pub(super) comparison: Option<Comparison>,
    /// The program beside its twin.
    pub(super) beside: Option<Box<SideBySide>>,
    /// The map of its states, once somebody has looked at it.
    pub(super) chart: Option<Box<Chart>>,
    /// What the viewer is to bring about.
    pub(super) challenge: Option<Box<Challenge>>,
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
        let quiz = Quiz::of(&scenario);
        let mut stage = Self {
            tokens: tokens(&scenario.source),
            lines: scenario.shown_lines(),
            outline: Outline::of(&scenario.source),
            changes: scenario.changes(),
            scrolled: 0,
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
            turned: 0,
            quiz,
            driven: false,
            opened: None,
            comparison: None,
            beside: None,
            challenge: None,
            chart: None,
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

    /// Where things stand in the program.
    #[must_use]
    pub fn outline(&self) -> &Outline {
        &self.outline
    }

    /// Whether something is told at a line.
    #[must_use]
    pub fn is_narrated(&self, line: u32) -> bool {
        self.narration.lines().binary_search_by_key(&line, |(line, _)| *line).is_ok()
    }

    /// The value that a parameter has instead of the one that this line gives it.
    #[must_use]
    pub fn change(&self, line: u32) -> Option<&str> {
        self.changes.iter().find(|(changed, _)| *changed == line).map(|(_, value)| value.as_str())
    }

    /// Whether a parameter has another value than the program gives it.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.changes.is_empty()
    }

    /// How far the viewer has scrolled the program, in lines.
    #[must_use]
    pub fn scrolled(&self) -> i32 {
        self.scrolled
    }

    /// Scrolls the program, until the next step.
    pub(super) fn scroll(&mut self, by: i32) {
        let farthest = i32::try_from(self.lines.len()).unwrap_or(i32::MAX);
        self.scrolled = self.scrolled.saturating_add(by).clamp(-farthest, farthest);
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

    /// What there will be in a simulated run, as far as a dry run told.
    #[must_use]
    pub fn forecast(&self) -> Option<&Forecast> {
        self.origin.is_none().then_some(&self.forecast)
    }

    /// How often the picture was turned to its next pane, since it was last known what it is to show first.
    #[must_use]
    pub fn turned(&self) -> usize {
        self.turned
    }

    /// Turns the picture to its next pane.
    pub fn turn(&mut self) {
        self.turned = self.turned.wrapping_add(1);
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
        let most = if self.closes_a_circle() { RING } else { MOTION };
        if self.is_playing() { most.min(self.dwell) } else { most }
    }

    /// Whether a circle of waits is there that closed in the present step.
    fn closes_a_circle(&self) -> bool {
        let scene = self.scene();
        let edges = scene.deadlocks().chain(scene.circles.iter().map(|circle| circle.edges.as_slice())).flatten();
        edges.filter_map(|edge| scene.thread(edge.thread)).any(|view| view.since == self.cursor())
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
            self.scrolled = 0;
            self.settle();
            if let Some(thread) = self.scene().running {
                self.selected = thread;
            }
            // What is jumped over, or to, is not asked about.
            let stepped = to == from.next();
            self.quiz.moved(&mut self.session, self.playback.present(), stepped);
        } else if now_last != last {
            // The cursor stays, and what lies ahead of it is another future, or goes on farther.
            self.settle();
        }
        moved
    }

    /// Folds what there is to see at the cursor.
    pub(super) fn settle(&mut self) {
        let wrong =
            |scene: &Scene| (scene.deadlocks().next().is_some() || !scene.circles.is_empty(), scene.lost_writes() > 0);
        let before = wrong(self.scene());
        self.timeline.extend(self.session.history(), &mut self.playback);
        self.marks.extend(self.session.history());
        self.playback.at(self.session.history(), self.session.cursor());
        // A circle that closes, or a write that is lost, is what is to be seen.
        if wrong(self.scene()) != before {
            self.show_what_came();
        }
        self.session.come_along();
        self.choosable = self.session.choosable();
        let threads = self.scene().threads.len();
        if self.selected.index() >= threads {
            self.selected = ThreadId::MAIN;
        }
        // What is there can always be played.
        self.full = self.history().bytes() > MOST_RECORDED && self.is_at_the_front();
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
        self.driven |= ran;
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
    pub fn tick(&mut self, now: Duration, reading: Option<&Locale>) {
        self.follow(now, patience(SLICE));
        self.compare_on();
        let Some(due) = self.due.filter(|&due| due <= now) else { return };
        let interval = self.speed.interval();
        let deadlocked = self.scene().deadlock.len();
        let reading = reading.filter(|_| !interval.is_zero());
        let before = reading.map(|locale| self.said(locale)).unwrap_or_default();
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
        self.dwell = reading.map_or(interval, |locale| self.dwell_after(&before, locale));
        if self.quiz.is_open() {
            self.dwell = self.dwell.max(THINKING);
        }
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
