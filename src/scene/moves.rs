//! The five states of the textbooks, and the moves of threads between them: who went where in the last step in which anybody
//! did, and why.

use super::{Scene, ThreadState, processor};
use crate::{
    event::{Event, EventKind, NO_DEADLINE, Nanos, Wait},
    ids::{StepIndex, ThreadId},
};

/// The five states.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Phase {
    /// It has not been started.
    New,
    /// It could go on, and somebody else has the core.
    Ready,
    /// It has a core; where there are none, it took the last step.
    Run,
    /// It waits or sleeps.
    Blocked,
    /// It has ended.
    Done,
}

impl Phase {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 5] = [Self::New, Self::Ready, Self::Run, Self::Blocked, Self::Done];
}

/// A thread goes from one state to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Move {
    /// Who.
    pub thread: ThreadId,
    /// Where it was.
    pub from: Phase,
    /// Where it is now.
    pub to: Phase,
    /// Why.
    pub why: Why,
    /// In which step.
    pub step: StepIndex,
}

/// Why a thread goes from one state to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// It was started.
    Started,
    /// It was given the core.
    Chosen,
    /// Somebody else was given the core.
    GivesWay,
    /// It wants what is not there.
    Wants(Wait),
    /// It sleeps.
    Sleeps,
    /// What it wanted is there.
    There(Option<Wait>),
    /// It has slept enough.
    Awake,
    /// Its wait took too long.
    TimeOut,
    /// What it wanted was there, and somebody else was quicker.
    Overtaken,
    /// It has run to its end.
    Ends,
    /// An exception ended it.
    Dies,
    /// The program ended without it.
    CutOff,
}

impl Scene {
    /// In which of the five states a thread is.
    #[must_use]
    pub fn phase(&self, thread: ThreadId) -> Phase {
        self.phase_at(thread, self.clock)
    }

    fn phase_at(&self, thread: ThreadId, clock: Nanos) -> Phase {
        let Some(view) = self.thread(thread) else { return Phase::New };
        let cores = !self.processor.cores.is_empty();
        match view.state {
            ThreadState::New => Phase::New,
            // Where there are cores, time goes on for sleepers too while others run.
            ThreadState::Sleeping if cores && view.sleeps_until.is_some_and(|until| until <= clock) => Phase::Ready,
            ThreadState::Blocked | ThreadState::Sleeping => Phase::Blocked,
            ThreadState::Ready | ThreadState::Running if cores && self.processor.has(thread) => Phase::Run,
            ThreadState::Running if !cores => Phase::Run,
            ThreadState::Ready | ThreadState::Running => Phase::Ready,
            ThreadState::Finished | ThreadState::Failed | ThreadState::Abandoned => Phase::Done,
        }
    }

    /// The moves of the last step in which there were any, in their order.
    #[must_use]
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    fn moves_to(&mut self, thread: ThreadId, (from, to): (Phase, Phase), why: Why, step: StepIndex) {
        if self.moves.first().is_some_and(|known| known.step != step) {
            self.moves.clear();
        }
        self.moves.push(Move { thread, from, to, why, step });
    }

    /// A step begins: its thread is given a core, perhaps in another's place.
    pub(super) fn begin_step(&mut self, by: ThreadId, events: &[Event], token: bool, step: StepIndex, before: Nanos) {
        let from = self.phase_at(by, before);
        let place = processor::place_of(events);
        let gone = match place {
            Some((core, begin, lasts)) => {
                self.processor.now = begin.saturating_add(lasts);
                self.processor.put(by, core, begin, token)
            }
            None => self.running.filter(|&other| other != by).into_iter().collect(),
        };
        for other in gone {
            let state = self.thread(other).map(|view| view.state);
            if matches!(state, Some(ThreadState::Ready | ThreadState::Running)) {
                let ready = self.processor.times(other).ready;
                self.processor.becomes_ready(other, ready);
                self.moves_to(other, (Phase::Run, Phase::Ready), Why::GivesWay, step);
            }
        }
        let Some(view) = self.thread(by) else { return };
        let (state, waits) = (view.state, view.waits);
        if from == Phase::Blocked {
            let why = if state == ThreadState::Sleeping { Why::Awake } else { expired(waits, self.clock) };
            self.moves_to(by, (from, Phase::Ready), why, step);
        }
        if matches!(from, Phase::Blocked | Phase::Ready) {
            self.moves_to(by, (Phase::Ready, Phase::Run), Why::Chosen, step);
        }
    }

    /// What an event does to the states; before it is applied.
    pub(super) fn note_move(&mut self, event: &Event, step: StepIndex) {
        let (who, now) = (event.thread, self.processor.now);
        let (thread, to, why) = match event.kind {
            EventKind::ThreadStarted { thread } => (thread, Phase::Ready, Why::Started),
            EventKind::Woken { thread } => {
                let wait = self.thread(thread).and_then(|view| view.waits).map(|(on, _)| on);
                (thread, Phase::Ready, Why::There(wait))
            }
            EventKind::Overtaken { thread } => (thread, Phase::Blocked, Why::Overtaken),
            EventKind::Blocked { on, .. } => (who, Phase::Blocked, Why::Wants(on)),
            EventKind::Slept { .. } => (who, Phase::Blocked, Why::Sleeps),
            EventKind::ThreadFinished => (who, Phase::Done, Why::Ends),
            EventKind::ThreadFailed { .. } => (who, Phase::Done, Why::Dies),
            EventKind::ThreadAbandoned => (who, Phase::Done, Why::CutOff),
            EventKind::Ran { core, begin, lasts } => return self.processor.ran(who, core, begin, Nanos::from(lasts)),
            _ => return,
        };
        if to == Phase::Ready {
            self.processor.becomes_ready(thread, now);
        } else {
            self.processor.leaves(thread);
        }
        // Who does something runs.
        let from = match to {
            Phase::Blocked | Phase::Done if thread == who && why != Why::CutOff => Phase::Run,
            _ => self.phase(thread),
        };
        if from != to {
            self.moves_to(thread, (from, to), why, step);
        }
    }

    /// Where there are cores: sleepers whose time was over while others ran are ready.
    pub(super) fn wake_sleepers(&mut self, before: Nanos, step: StepIndex) {
        if self.processor.cores.is_empty() {
            return;
        }
        for thread in (0..self.threads.len()).map(ThreadId::at) {
            let view = &self.threads[thread.index()];
            let until = view.sleeps_until.filter(|_| view.state == ThreadState::Sleeping);
            if let Some(until) = until.filter(|&until| before < until && until <= self.clock) {
                self.processor.becomes_ready(thread, until);
                self.moves_to(thread, (Phase::Blocked, Phase::Ready), Why::Awake, step);
            }
        }
    }
}

/// Why a thread goes on that was not woken.
fn expired(waits: Option<(Wait, Nanos)>, clock: Nanos) -> Why {
    match waits {
        Some((on, NO_DEADLINE)) => Why::There(Some(on)),
        Some((_, deadline)) if deadline <= clock => Why::TimeOut,
        Some((on, _)) => Why::There(Some(on)),
        None => Why::Awake,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        choice::Choice,
        event::{End, Life},
        ids::TextId,
        source::Span,
        trace::History,
    };

    const ANN: ThreadId = ThreadId(1);
    const BEN: ThreadId = ThreadId(2);

    fn commit(history: &mut History, by: ThreadId, clock: Nanos, kinds: &[EventKind]) {
        for &kind in kinds {
            history.push(Event { thread: by, span: Span::default(), kind });
        }
        history.commit(Choice::run(by), clock, true);
    }

    fn made(thread: ThreadId) -> [EventKind; 2] {
        let name = TextId(0);
        [
            EventKind::ThreadCreated { thread, name, daemon: false, life: Life::default() },
            EventKind::ThreadStarted { thread },
        ]
    }

    /// The moves of the step that was taken last.
    fn last(history: &History) -> Vec<(u32, Phase, Phase, Why)> {
        let mut scene = Scene::default();
        for at in 0..=history.tip().0 {
            scene.apply_step(history, StepIndex(at));
        }
        scene.moves().iter().map(|step| (step.thread.0, step.from, step.to, step.why)).collect()
    }

    fn ran(core: u16, begin: Nanos, lasts: u32) -> EventKind {
        EventKind::Ran { core, begin, lasts }
    }

    #[test]
    fn a_thread_goes_through_its_states_without_cores() {
        use Phase::{Blocked, Done, New, Ready, Run};
        let mut history = History::default();
        let main = ThreadId::MAIN;
        commit(&mut history, main, 1, &[made(main), made(ANN)].concat());
        assert!(last(&history).contains(&(1, New, Ready, Why::Started)));
        commit(&mut history, ANN, 2, &[EventKind::Slept { until: 9 }]);
        let slept = [(0, Run, Ready, Why::GivesWay), (1, Ready, Run, Why::Chosen), (1, Run, Blocked, Why::Sleeps)];
        assert_eq!(last(&history), slept);
        let wait = Wait::End(ANN);
        commit(&mut history, main, 3, &[EventKind::Blocked { on: wait, deadline: NO_DEADLINE }]);
        assert_eq!(last(&history), [(0, Ready, Run, Why::Chosen), (0, Run, Blocked, Why::Wants(wait))]);
        commit(&mut history, ANN, 9, &[EventKind::Unblocked]);
        assert_eq!(last(&history), [(1, Blocked, Ready, Why::Awake), (1, Ready, Run, Why::Chosen)]);
        commit(&mut history, ANN, 10, &[EventKind::Woken { thread: main }, EventKind::ThreadFinished]);
        assert_eq!(last(&history), [(0, Blocked, Ready, Why::There(Some(wait))), (1, Run, Done, Why::Ends)]);
        commit(&mut history, main, 11, &[EventKind::Unblocked, EventKind::Ended { end: End::Finished }]);
        assert_eq!(last(&history), [(0, Ready, Run, Why::Chosen)]);
    }

    #[test]
    fn on_two_cores_two_run_at_once_and_the_third_is_ready() {
        for token in [false, true] {
            let mut history = History::default();
            history.set_token(token);
            let main = ThreadId::MAIN;
            commit(
                &mut history,
                main,
                5,
                &[&[made(main), made(ANN), made(BEN)].concat()[..], &[ran(0, 0, 5)]].concat(),
            );
            commit(&mut history, ANN, 15, &[ran(1, 5, 10)]);
            commit(&mut history, BEN, 25, &[ran(0, 15, 10)]);
            let mut scene = Scene::default();
            (0..=history.tip().0).for_each(|at| scene.apply_step(&history, StepIndex(at)));
            let phases = [main, ANN, BEN].map(|thread| scene.phase(thread));
            let ann = if token { Phase::Ready } else { Phase::Run };
            assert_eq!(phases, [Phase::Ready, ann, Phase::Run], "token: {token}");
            let line = if token { vec![main, ANN] } else { vec![main] };
            assert_eq!(scene.line(), line);
        }
    }

    #[test]
    fn a_sleeper_on_a_processor_is_ready_when_its_time_is_over() {
        let mut history = History::default();
        let main = ThreadId::MAIN;
        commit(&mut history, main, 5, &[&[made(main), made(ANN)].concat()[..], &[ran(0, 0, 5)]].concat());
        commit(&mut history, ANN, 6, &[EventKind::Slept { until: 20 }, ran(0, 5, 1)]);
        commit(&mut history, main, 30, &[ran(0, 6, 24)]);
        assert_eq!(last(&history).last(), Some(&(1, Phase::Blocked, Phase::Ready, Why::Awake)));
        commit(&mut history, ANN, 31, &[EventKind::Unblocked, ran(0, 30, 1)]);
        let moves = last(&history);
        assert_eq!(moves, [(0, Phase::Run, Phase::Ready, Why::GivesWay), (1, Phase::Ready, Phase::Run, Why::Chosen)]);
    }
}
