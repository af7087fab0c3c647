//! A trace for Chrome and Perfetto: a track a thread, a track a lock, counters, arrows for who wakes whom.
//!
//! Facts from the "Trace Event Format" of the Chromium project and Perfetto's reader of it: `ts` and `dur` are in
//! microseconds; slices (`B` and `E`) of one track must nest; those that overlap otherwise are `b` and `e` with an id; a flow begins
//! with `s` in the slice around it and ends with `f`, which with `"bp": "e"` belongs to the slice around it, too; counters are
//! `C`, instants `i`, names `M`. Times here are virtual.

mod events;
mod shared;

use std::io::{self, Write};

use serde_json::json;

use super::Performance;
use crate::{
    choice::Way,
    event::{BarrierChange, Change, ConditionChange, EventKind, NO_DEADLINE, Nanos, TimerChange, Wait},
    ids::{StepIndex, ThreadId},
    scene::{Playback, Scene, Sentence, ThreadState, ThreadView},
    telling::{Names, Prose, Telling, names::printable, state_word},
};
use events::{Events, Track};
use shared::Shared;

/// Writes the run as a trace.
///
/// # Errors
/// When it cannot be written.
pub fn write(performance: &Performance<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut playback = Playback::default();
    let (from, to) = (performance.steps.start().0.saturating_sub(1), performance.steps.end().0);
    let mut recording =
        Recording { performance, events: Events::default(), lanes: Vec::new(), shared: Shared::default() };
    let mut scene = playback.at(performance.history, StepIndex(from));
    recording.compare(scene, None);
    recording.shared.begin(performance, scene, &mut recording.events);
    for step in (from + 1..=to).map(StepIndex) {
        let Some(own) = recording.own(scene, step) else { continue };
        scene = playback.at(performance.history, step);
        recording.step(scene, step, &own);
    }
    let begin = performance.history.step(StepIndex(from)).clock;
    recording.finish(scene, begin);
    recording.events.write(&printable(performance.title), out)
}

/// Whether a sentence is worth a mark of its own.
fn is_instant(sentence: Sentence) -> bool {
    match sentence {
        Sentence::Changes { change, .. } => matches!(
            change,
            Change::Notified { .. }
                | Change::Event(_)
                | Change::Condition(ConditionChange::NotifiedNobody)
                | Change::Barrier(BarrierChange::Opened | BarrierChange::Broken)
                | Change::Timer(TimerChange::Fired)
        ),
        Sentence::Prints { .. } | Sentence::Raises { .. } | Sentence::Fails { .. } => true,
        Sentence::GivesUp { .. } | Sentence::TimeIsUp { .. } => true,
        _ => false,
    }
}

/// A trace that is being made.
struct Recording<'a> {
    performance: &'a Performance<'a>,
    events: Events,
    lanes: Vec<Lane>,
    shared: Shared,
}

/// What a thread has been doing, and since when.
struct Lane {
    state: ThreadState,
    wait: Option<Wait>,
    since: Nanos,
    until: Nanos,
    name: String,
}

/// A step from the side of its thread.
struct Own {
    thread: ThreadId,
    /// When it began: after a sleep the clock has gone on first.
    start: Nanos,
    name: String,
    line: Option<u32>,
}

impl Recording<'_> {
    fn telling<'s>(&self, scene: &'s Scene) -> Telling<'s>
    where
        Self: 's,
    {
        let names = Names::new(scene, self.performance.history.texts());
        Telling { scene, names, locale: self.performance.locale }
    }

    /// What the step's thread is about to do, by the scene before it.
    fn own(&self, before: &Scene, step: StepIndex) -> Option<Own> {
        let choice = self.performance.history.step(step).choice?;
        let telling = self.telling(before);
        let view = before.thread(choice.thread)?;
        let ran_out = match (choice.way, view.state) {
            (Way::Expire, ThreadState::Sleeping) => view.sleeps_until,
            (Way::Expire, _) => view.waits.map(|(_, deadline)| deadline).filter(|&deadline| deadline != NO_DEADLINE),
            _ => None,
        };
        let start = [Some(before.clock), ran_out, choice.reading].into_iter().flatten().max()?;
        let name = match (view.state, view.action) {
            (ThreadState::Sleeping, _) | (_, None) => self.performance.locale.text("trace-goes-on"),
            (_, Some(action)) => telling.about_to(action),
        };
        let line = (view.span.end > 0).then(|| self.performance.source.line_of(view.span.start));
        let start = start.min(self.performance.history.step(step).clock);
        Some(Own { thread: choice.thread, start, name: printable(&name), line })
    }

    fn step(&mut self, scene: &Scene, step: StepIndex, own: &Own) {
        let prose = Prose::new(scene, self.performance.history, self.performance.locale);
        let track = Track::Thread(own.thread);
        let arguments = json!({ "step": step.0, "line": own.line, "happened": prose.sentences(step) });
        self.compare(scene, Some(own));
        self.events.slice(track, &own.name, (own.start, scene.clock), &arguments);
        for event in self.performance.history.events(step) {
            let track = Track::Thread(event.thread);
            let said = match event.kind {
                EventKind::ThreadStarted { thread } | EventKind::Woken { thread }
                    if thread != event.thread && own.start < scene.clock =>
                {
                    let key = if matches!(event.kind, EventKind::Woken { .. }) {
                        "sequence-wakes"
                    } else {
                        "sequence-starts"
                    };
                    let name = self.performance.locale.text(key);
                    self.events.flow(&name, (track, own.start), (Track::Thread(thread), scene.clock));
                    continue;
                }
                EventKind::Deadlock { .. } => prose.deadlock(),
                EventKind::CircleClosed { .. } => prose.circle(),
                EventKind::Ended { .. } => prose.ending(),
                _ => None,
            };
            if let Some(text) = said {
                self.events.instant(Track::Thread(event.thread), &text, scene.clock, "g");
            }
        }
        self.instants(scene, step);
        self.shared.step(self.performance, scene, step, &mut self.events);
    }

    /// What the program prints, sets, notifies, and what goes wrong.
    fn instants(&mut self, scene: &Scene, step: StepIndex) {
        let lines = scene.log.iter().rev().take_while(|line| line.step == step);
        let wanted = lines.filter(|line| is_instant(line.sentence));
        let telling = self.telling(scene);
        let told: Vec<_> = wanted.map(|line| (line.thread, printable(&telling.sentence(line.sentence)))).collect();
        for (thread, text) in told.into_iter().rev() {
            self.events.instant(Track::Thread(thread), &text, scene.clock, "t");
        }
    }

    /// Closes and opens what threads are doing, where that has changed. The step's thread was at work in between.
    fn compare(&mut self, scene: &Scene, own: Option<&Own>) {
        for (at, view) in scene.threads.iter().enumerate() {
            let thread = ThreadId::at(at);
            let steps = own.filter(|own| own.thread == thread);
            let state = if view.state == ThreadState::Running { ThreadState::Ready } else { view.state };
            let wait = view.waits.map(|(on, _)| on).filter(|_| state == ThreadState::Blocked);
            let same = self.lanes.get(at).is_some_and(|lane| (lane.state, lane.wait) == (state, wait));
            if same && steps.is_none() {
                continue;
            }
            if let Some(lane) = self.lanes.get(at) {
                close(&mut self.events, self.performance, thread, lane, steps.map_or(scene.clock, |own| own.start));
            }
            let lane = Lane {
                state,
                wait,
                since: scene.clock,
                until: view.sleeps_until.unwrap_or(0),
                name: self.doing(scene, view),
            };
            match self.lanes.get_mut(at) {
                Some(known) => *known = lane,
                None => self.lanes.push(lane),
            }
        }
    }

    /// What a thread does while it does nothing.
    fn doing(&self, scene: &Scene, view: &ThreadView) -> String {
        let telling = self.telling(scene);
        printable(&match (view.state, view.waits) {
            (ThreadState::Blocked, Some((wait, _))) => telling.waits_for(wait),
            (ThreadState::Running, _) => telling.state(ThreadState::Ready),
            (state, _) => telling.state(state),
        })
    }

    /// Closes everything. Who is not through is shown to go on for a while: nobody would see a wait that begins at the end.
    fn finish(&mut self, scene: &Scene, begin: Nanos) {
        let alive = scene.threads.iter().any(|view| view.state.is_alive());
        let end = scene.clock + if alive { ((scene.clock - begin) / 50).max(1000) } else { 0 };
        let prose = Prose::new(scene, self.performance.history, self.performance.locale);
        for (at, lane) in self.lanes.iter().enumerate() {
            close(&mut self.events, self.performance, ThreadId::at(at), lane, end);
        }
        self.shared.finish(self.performance, scene, end, &mut self.events);
        let title = printable(self.performance.title);
        self.events.name_process(Track::Thread(ThreadId::MAIN), &title);
        for (id, _) in prose.threads() {
            self.events.name_track(Track::Thread(id), &prose.numbered(id));
        }
    }
}

/// Writes what a thread was doing, if that took any time.
fn close(events: &mut Events, performance: &Performance<'_>, thread: ThreadId, lane: &Lane, end: Nanos) {
    let track = Track::Thread(thread);
    let open = |start: Nanos, end: Nanos, name: &str, events: &mut Events| {
        events.slice(track, name, (start, end.max(start)), &json!({}));
    };
    match lane.state {
        // It may have to wait for its turn when its sleep is over.
        ThreadState::Sleeping if lane.until < end => {
            let until = lane.until.max(lane.since);
            open(lane.since, until, &lane.name, events);
            open(until, end, &state_word(performance.locale, ThreadState::Ready), events);
        }
        state if state.is_alive() => open(lane.since, end, &lane.name, events),
        _ => {}
    }
}
