//! What the threads of a live run share behind the mutex: the machine, and who of them waits for what.

use std::{
    sync::Arc,
    thread::JoinHandle,
    time::{Duration, Instant},
};

use parking_lot::Condvar;

use super::{Batch, Taken, clock::Clock, collector::Collector};
use crate::{
    choice::{Choice, Way},
    event::{End, Event, EventKind, Silence, Sink},
    host::{Wanted, session::AT_THE_END},
    ids::{StepIndex, TextId, ThreadId},
    machine::{Choosable, Machine},
    schedule,
    trace::Texts,
};

#[derive(Debug)]
pub(super) struct State {
    pub(super) machine: Machine,
    pub(super) collector: Option<Collector>,
    pub(super) taken: Vec<Taken>,
    pub(super) seed: u64,
    pub(super) pace: Duration,
    pub(super) steps: u64,
    pub(super) most_steps: u64,
    /// A step that would find no more input is not taken.
    pub(super) asks: bool,
    /// The step that was not.
    pub(super) wanted: Option<Wanted>,
    pub(super) clock: Clock,
    /// Steps that may be taken although the run is paused.
    pub(super) tickets: u32,
    pub(super) quit: bool,
    /// Of each thread of the program that has one.
    pub(super) workers: Vec<Option<Worker>>,
    pub(super) parked: usize,
    pub(super) handles: Vec<JoinHandle<()>>,
}

#[derive(Debug)]
pub(super) struct Worker {
    pub(super) signal: Arc<Condvar>,
    pub(super) parked: bool,
}

/// What a thread does next.
pub(super) enum Next {
    /// It has ended, or the whole run has.
    Over,
    /// It goes on.
    Step(Choice),
    /// It waits.
    Wait(Wait),
}

/// What a thread waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wait {
    /// That it can go on.
    Signal,
    /// The same, but for so long at most.
    Sleep(Duration),
    /// It could go on, but rests for so long.
    Rest(Duration),
    /// The run is paused.
    Held,
}

/// What a step would print, and whether it would find the input at its end.
#[derive(Default)]
struct Ahead {
    texts: Texts,
    prints: String,
    ends: bool,
}

impl Sink for Ahead {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, text: &str) -> TextId {
        self.texts.id(text)
    }

    fn event(&mut self, event: Event) {
        match event.kind {
            EventKind::Output { text, stderr: false } => self.prints.push_str(self.texts.get(text)),
            EventKind::Raised { exception } => self.ends |= self.texts.get(exception) == AT_THE_END,
            _ => {}
        }
    }
}

impl State {
    pub(super) fn next_of(&self, thread: ThreadId, rested: Instant) -> Next {
        let ended = match self.machine.end() {
            // A deadlocked program is there to be looked at.
            Some(End::Deadlock | End::Stuck) | None => self.machine.status(thread).has_ended(),
            Some(End::Finished | End::Failed | End::Limit | End::Real(_)) => true,
        };
        if self.quit || ended {
            return Next::Over;
        }
        if self.is_held() {
            return Next::Wait(Wait::Held);
        }
        let option = self.machine.option_of(thread);
        let Some(option) = option else { return Next::Wait(Wait::Signal) };
        let left = rested.saturating_duration_since(Instant::now());
        if !left.is_zero() && self.tickets == 0 {
            return Next::Wait(Wait::Rest(left));
        }
        let now = self.clock.now();
        match option {
            Choosable::Expire(_, deadline) if deadline > now => {
                Next::Wait(Wait::Sleep(Duration::from_nanos(deadline - now)))
            }
            Choosable::Expire(..) => Next::Step(Choice::expire(thread).at(now)),
            Choosable::Run(_) => Next::Step(Choice::run(thread).at(now)),
            Choosable::Wake(_) => Next::Step(Choice::new(thread, Way::Wake).at(now)),
            Choosable::Draw(_) => Next::Step(Choice::new(thread, Way::Draw(self.draw())).at(now)),
        }
    }

    pub(super) fn draw(&self) -> u64 {
        let step = StepIndex(self.steps as u32);
        schedule::draw(self.seed, step)
    }

    /// Takes a step. Returns whether the thread rests before an operation; nothing where the step waits for input, and was
    /// not taken.
    pub(super) fn step(&mut self, choice: Choice) -> Option<bool> {
        if self.asks && self.lacks_input(choice) {
            return None;
        }
        let taken = match &mut self.collector {
            Some(collector) => self.machine.step(choice, collector),
            None => self.machine.step(choice, &mut Silence),
        };
        debug_assert!(taken.is_ok(), "the machine offered it");
        self.steps += 1;
        if self.tickets > 0 {
            self.tickets -= 1;
            if self.tickets == 0 {
                self.stop();
            }
        }
        let complete = !self.machine.is_computing(choice.thread);
        let events = self.collector.as_ref().map_or(0, |collector| collector.events.len());
        self.taken.push(Taken { choice, clock: self.machine.clock(), complete, events });
        Some(complete)
    }

    /// Whether the step would find no more input: then all threads are held.
    fn lacks_input(&mut self, choice: Choice) -> bool {
        let mut ahead = Ahead::default();
        let mut machine = self.machine.clone();
        if machine.step(choice, &mut ahead).is_err() || !ahead.ends {
            return false;
        }
        let live = Some(self.tickets == 0);
        self.stop();
        self.wanted = Some(Wanted { choice, prints: ahead.prints, live });
        true
    }

    /// The steps since the last batch.
    pub(super) fn batch(&mut self) -> Batch {
        let (events, texts) = self.collector.as_mut().map(Collector::take).unwrap_or_default();
        Batch { steps: std::mem::take(&mut self.taken), events, texts }
    }

    /// The thread leaves the machine to others; somebody else who can go on is woken. If it parks, it is woken when it can
    /// go on, too.
    pub(super) fn leave(&mut self, thread: ThreadId, parks: bool) -> Option<Arc<Condvar>> {
        self.signal_one();
        let worker = self.workers.get_mut(thread.index())?.as_mut()?;
        worker.parked = parks;
        self.parked += usize::from(parks);
        Some(Arc::clone(&worker.signal))
    }

    /// The thread waits no longer, whoever has woken it.
    pub(super) fn unpark(&mut self, thread: ThreadId) {
        if let Some(Some(worker)) = self.workers.get_mut(thread.index()) {
            self.parked -= usize::from(worker.parked);
            worker.parked = false;
        }
    }

    pub(super) fn is_held(&self) -> bool {
        self.clock.is_stopped() || self.steps >= self.most_steps
    }

    pub(super) fn stop(&mut self) {
        self.tickets = 0;
        self.clock.stop();
    }

    pub(super) fn signal_all(&mut self) {
        for worker in self.workers.iter_mut().flatten() {
            worker.parked = false;
            worker.signal.notify_one();
        }
        self.parked = 0;
    }

    /// Wakes one of those that are parked and can go on now; all of them once the run is over.
    pub(super) fn signal_one(&mut self) {
        if self.parked == 0 || self.is_held() {
            return;
        }
        if self.machine.end().is_some() {
            return self.signal_all();
        }
        let able = self.machine.choosable().filter(|option| !matches!(option, Choosable::Expire(..)));
        let is_parked = |thread: &ThreadId| {
            self.workers.get(thread.index()).is_some_and(|worker| worker.as_ref().is_some_and(|worker| worker.parked))
        };
        let Some(thread) = able.map(Choosable::thread).find(is_parked) else { return };
        if let Some(Some(worker)) = self.workers.get_mut(thread.index()) {
            worker.parked = false;
            self.parked -= 1;
            worker.signal.notify_one();
        }
    }
}
