//! A session of a recording: it can be gone through at once, and the machine is caught up with it when the viewer wants to
//! choose. Every step that the machine takes is compared with what was recorded, so that a fork goes on from what is shown.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use super::{Checkpoints, Session, Settings};
use crate::{
    compiler::compile,
    event::{End, Event, Sink},
    ids::{StepIndex, TextId},
    machine::Choosable,
    program::Program,
    source::SourceText,
    stdlib::Library,
    trace::{History, News, Recorder},
};

/// Why the viewer cannot choose in a recording.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// What was recorded is no program that raddle can run.
    NotAProgram,
    /// It was a real run, of another program.
    RealRun,
    /// The program does not do in this step what was recorded: it is another one, or another raddle.
    OtherRun(StepIndex),
    /// The machine has come up to this step and needs more time.
    Far(StepIndex),
}

/// A recording that the machine has not caught up with.
#[derive(Debug)]
pub(super) struct Recorded {
    /// The step at which the machine stands.
    frontier: StepIndex,
    /// How the recorded run had ended.
    end: Option<End>,
    obstacle: Option<Obstacle>,
    news: News,
}

/// So long a viewer who wants to choose waits for the machine.
const PATIENCE: Duration = Duration::from_secs(2);

/// So much is done on the way, without being asked.
const UNASKED: Duration = Duration::from_millis(20);
const UNASKED_STEPS: u32 = 4096;

impl Recorded {
    /// What is recorded behind a step at which the machine stands.
    pub(super) fn behind(frontier: StepIndex, history: &History) -> Self {
        Self { frontier, end: history.end(), obstacle: None, news: News::after(history, frontier) }
    }

    /// Whether the machine can be brought to the step.
    fn knows(&self, step: StepIndex) -> bool {
        let nothing =
            matches!(self.obstacle, Some(Obstacle::NotAProgram | Obstacle::RealRun | Obstacle::OtherRun(StepIndex(0))));
        step <= self.frontier && !nothing
    }
}

impl Session {
    /// A session that stands before the first step of a recording; without a program it can only be looked at.
    #[must_use]
    pub fn of_recording(program: Option<Arc<Program>>, settings: Settings, history: History, end: Option<End>) -> Self {
        let obstacle = if program.is_some() { None } else { Some(Obstacle::NotAProgram) };
        let mut session = Self::new(program.unwrap_or_else(nothing), settings);
        let mut comparing = Comparing { texts: &history, news: News::default(), events: Vec::new() };
        session.machine.announce(&mut comparing);
        let same = comparing.events == history.events(StepIndex(0));
        let obstacle = obstacle.or((!same).then_some(Obstacle::OtherRun(StepIndex(0))));
        let news = comparing.news;
        session.recorder = Recorder::unread(history);
        session.tell_token();
        session.checkpoints = Checkpoints::new(session.machine.clone());
        session.recorded = Some(Recorded { frontier: StepIndex(0), end, obstacle, news });
        session
    }

    /// A session of a real run, before its first step: it can be looked at, and not changed.
    #[must_use]
    pub fn of_real_run(settings: Settings, history: History, end: Option<End>) -> Self {
        let mut session = Self::of_recording(None, settings, history, end);
        if let Some(recorded) = &mut session.recorded {
            recorded.obstacle = Some(Obstacle::RealRun);
        }
        session
    }

    /// Whether this is a real run.
    #[must_use]
    pub fn is_real_run(&self) -> bool {
        self.recorded.as_ref().is_some_and(|recorded| recorded.obstacle == Some(Obstacle::RealRun))
    }

    /// Why the viewer cannot choose at the cursor, as far as that was tried.
    #[must_use]
    pub fn obstacle(&self) -> Option<Obstacle> {
        let recorded = self.recorded.as_ref()?;
        recorded.obstacle.filter(|_| !recorded.knows(self.cursor))
    }

    /// Lets the machine come up to the cursor if that is soon done.
    pub fn come_along(&mut self) {
        if let Some(recorded) = &self.recorded
            && self.cursor.0.saturating_sub(recorded.frontier.0) <= UNASKED_STEPS
        {
            self.catch_up(self.cursor, UNASKED);
        }
    }

    /// Whether the machine can be brought to the cursor at once.
    pub(super) fn knows_cursor(&self) -> bool {
        self.recorded.as_ref().is_none_or(|recorded| recorded.knows(self.cursor))
    }

    /// The step at which the machine stands.
    pub(super) fn frontier(&self) -> StepIndex {
        self.recorded.as_ref().map_or(self.history().tip(), |recorded| recorded.frontier)
    }

    /// Whether the machine knows the step; it catches up with it if need be, as long as a viewer would wait.
    pub(in crate::host) fn reach(&mut self, step: StepIndex) -> bool {
        self.catch_up(step, PATIENCE)
    }

    /// Whether this is a recording whose program cannot be run.
    pub(super) fn has_no_program(&self) -> bool {
        self.recorded
            .as_ref()
            .is_some_and(|recorded| matches!(recorded.obstacle, Some(Obstacle::NotAProgram | Obstacle::RealRun)))
    }

    /// What can go on where the machine is not: what did.
    pub(super) fn recorded_next(&self) -> Option<Choosable> {
        if self.is_real_run() {
            return None;
        }
        let next = self.cursor.next();
        let by = (next <= self.history().tip()).then(|| self.history().step(next).by).flatten()?;
        Some(Choosable::Run(by))
    }

    fn catch_up(&mut self, to: StepIndex, patience: Duration) -> bool {
        const STEPS_BETWEEN_LOOKS: u32 = 16;
        let Some(mut recorded) = self.recorded.take() else { return true };
        recorded.obstacle = recorded.obstacle.filter(|obstacle| !matches!(obstacle, Obstacle::Far(_)));
        let start = Instant::now();
        while recorded.frontier < to && recorded.obstacle.is_none() {
            if recorded.frontier.0.is_multiple_of(STEPS_BETWEEN_LOOKS) && start.elapsed() > patience {
                recorded.obstacle = Some(Obstacle::Far(recorded.frontier));
            } else {
                self.repeat_next(&mut recorded);
            }
        }
        let tip = self.history().tip();
        let caught_up = recorded.knows(to);
        if caught_up && recorded.frontier == tip {
            // From here on it is a session like any other.
            self.recorder.fork(tip);
        } else {
            self.recorded = Some(recorded);
        }
        caught_up
    }

    /// The machine takes the next recorded step.
    fn repeat_next(&mut self, recorded: &mut Recorded) {
        let history = self.recorder.history();
        let next = recorded.frontier.next();
        let step = history.step(next);
        let mut comparing = Comparing { texts: history, news: std::mem::take(&mut recorded.news), events: Vec::new() };
        let taken = step.choice.is_some_and(|choice| {
            self.machine.step(choice, &mut comparing).is_ok()
                && step.complete != self.machine.is_computing(choice.thread)
        });
        let Comparing { news, events, .. } = comparing;
        recorded.news = news;
        if taken && self.machine.clock() == step.clock && events == history.events(next) {
            self.checkpoints.offer(next, &self.machine);
            recorded.frontier = next;
        } else {
            recorded.obstacle = Some(Obstacle::OtherRun(next));
        }
    }

    /// The end of the recorded run, if the cursor is there and the machine is not.
    pub(super) fn recorded_end(&self) -> Option<End> {
        let recorded = self.recorded.as_ref()?;
        recorded.end.filter(|_| self.cursor == self.history().tip())
    }
}

/// The program that does nothing, where there is none.
fn nothing() -> Arc<Program> {
    let empty = Arc::new(SourceText::new("", ""));
    Arc::new(compile(&empty, &Library).expect("an empty text is a program"))
}

/// A sink that looks what was recorded.
struct Comparing<'h> {
    texts: &'h History,
    news: News,
    events: Vec<Event>,
}

impl Sink for Comparing<'_> {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, text: &str) -> TextId {
        // A text that was not recorded is the id of none.
        self.texts.texts().find(text).unwrap_or(TextId(u32::MAX))
    }

    fn event(&mut self, event: Event) {
        if self.news.take(&event) {
            self.events.push(event);
        }
    }
}
