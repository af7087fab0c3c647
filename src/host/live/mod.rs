//! The live host: every thread of the program is a thread of the operating system, and that decides who goes next.
//!
//! The machine stands behind one mutex, as CPython's objects stand behind its interpreter lock. A program thread that can
//! go on contends for it, takes a step, or as many as a slice of time allows at full speed, reports, and hands it on. One
//! that cannot go on is parked, and one that sleeps sleeps until its time by the wall's clock. What happened is reported as
//! choices with the readings of the clock, so that it replays.
//!
//! Of the parked threads that can go on, one is woken at a time, and wakes the next one: a lock that a thousand threads wait
//! for does not wake a thousand. Whoever parks wakes one, too, so that none is forgotten.

mod clock;
mod collector;
mod state;

use std::{
    io,
    sync::Arc,
    thread::{Builder, JoinHandle},
    time::{Duration, Instant},
};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use parking_lot::{Mutex, MutexGuard};

use crate::{
    choice::Choice,
    event::{Event, Nanos},
    host::Wanted,
    ids::ThreadId,
    machine::Machine,
    trace::Texts,
};
use clock::Clock;
use collector::Collector;
use state::{Next, State, Wait, Worker};

/// The stack of a thread, in bytes: the machine does not recurse.
const STACK: usize = 1 << 20;

/// So long a thread may keep the machine at full speed while others want it: CPython's switch interval, made so short that a
/// viewer sees threads take turns.
const SLICE: Duration = Duration::from_micros(50);

/// How a live run begins.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// The program as it stands.
    pub machine: Machine,
    /// The texts that its past speaks of; `None` when nobody listens, and only choices are reported.
    pub texts: Option<Texts>,
    /// What random numbers are drawn from.
    pub seed: u64,
    /// How long a thread rests between two operations.
    pub pace: Duration,
    /// Whether it begins paused.
    pub paused: bool,
    /// It is paused for good after so many steps.
    pub most_steps: u64,
    /// A step that would come to the end of the standard input is not taken: all threads are held, and a line is wanted.
    pub asks: bool,
}

/// What happens in a live run.
#[derive(Clone, PartialEq, Debug)]
pub enum Report {
    /// A thread of the operating system runs this thread of the program, under this kernel id where there is one.
    Begun(ThreadId, Option<u32>),
    /// A thread has taken steps.
    Steps(Batch),
    /// The operating system would not give a thread: the run is paused.
    NoThread(ThreadId, String),
    /// A step waits for a line of input: the run is paused.
    Wants(Wanted),
}

/// Steps that a thread has taken one after the other.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Batch {
    /// The steps.
    pub steps: Vec<Taken>,
    /// What happened in all of them, in order.
    pub events: Vec<Event>,
    /// The texts that these events are the first to speak of, in order.
    pub texts: Vec<Box<str>>,
}

/// A step that a thread has taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Taken {
    /// What was chosen, with the reading of the clock.
    pub choice: Choice,
    /// The machine's clock after it.
    pub clock: Nanos,
    /// The thread rests before an operation.
    pub complete: bool,
    /// How many of the batch's events had happened by its end.
    pub events: usize,
}

/// A live run. Dropping it ends all its threads.
#[derive(Debug)]
pub struct Live {
    shared: Arc<Shared>,
    reports: Receiver<Report>,
    bell: Receiver<()>,
}

/// What the threads share.
#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    reports: Sender<Report>,
    bell: Sender<()>,
}

impl Live {
    /// Gives every thread of the program that is alive a thread of the operating system.
    #[must_use]
    pub fn new(beginning: Beginning) -> Self {
        let (reports, received) = unbounded();
        let (bell, rung) = bounded(1);
        let Beginning { machine, texts, seed, pace, paused, most_steps, asks } = beginning;
        let state = State {
            clock: Clock::new(machine.clock(), paused),
            machine,
            collector: texts.map(Collector::new),
            taken: Vec::new(),
            seed,
            pace,
            steps: 0,
            most_steps,
            asks,
            wanted: None,
            tickets: 0,
            quit: false,
            workers: Vec::new(),
            parked: 0,
            handles: Vec::new(),
        };
        let shared = Arc::new(Shared { state: Mutex::new(state), reports, bell });
        shared.staff(&mut shared.lock());
        Self { shared, reports: received, bell: rung }
    }

    /// What has happened and was not yet looked at.
    #[must_use]
    pub fn reports(&self) -> &Receiver<Report> {
        &self.reports
    }

    /// Rings when there is something to look at.
    #[must_use]
    pub fn bell(&self) -> &Receiver<()> {
        &self.bell
    }

    /// Whether its threads are held before their next operations.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.shared.lock().clock.is_stopped()
    }

    /// Holds every thread before its next operation.
    pub fn pause(&self) {
        self.shared.lock().stop();
    }

    /// Lets the threads go on.
    pub fn resume(&self) {
        let mut state = self.shared.lock();
        state.tickets = 0;
        state.clock.go_on();
        state.signal_all();
    }

    /// Lets one thread take one step, whichever is first, and holds them all again.
    pub fn allow_one(&self) {
        let mut state = self.shared.lock();
        if state.clock.is_stopped() && state.machine.end().is_none() {
            state.tickets = 1;
            state.clock.go_on();
            state.signal_all();
        }
    }

    /// How long a thread rests between two operations from now on.
    pub fn set_pace(&self, pace: Duration) {
        let mut state = self.shared.lock();
        state.pace = pace;
        state.signal_all();
    }

    /// How long a thread rests between two operations.
    #[must_use]
    pub fn pace(&self) -> Duration {
        self.shared.lock().pace
    }

    /// From now on a step that lacks input waits for it, or does not.
    pub fn ask_for_input(&self, on: bool) {
        self.shared.lock().asks = on;
    }

    /// Looks at the machine between two steps.
    pub fn look<T>(&self, look: impl FnOnce(&Machine) -> T) -> T {
        look(&self.shared.lock().machine)
    }

    /// How many steps were taken.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.shared.lock().steps
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.quit = true;
        state.signal_all();
        // Whoever is starting a thread at this moment has the lock; after this, nobody starts one.
        let handles = std::mem::take(&mut state.handles);
        drop(state);
        for handle in handles {
            // A thread that panicked has ended, too.
            let _ = handle.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock()
    }

    /// Gives a thread to every thread of the program that was started and has none.
    fn staff(self: &Arc<Self>, state: &mut State) {
        for at in 0..state.machine.thread_count() {
            let thread = ThreadId::at(at);
            if state.workers.len() <= at {
                state.workers.push(None);
            }
            if state.workers[at].is_some() || !state.machine.status(thread).is_alive() {
                continue;
            }
            state.workers[at] = Some(Worker { signal: Arc::default(), parked: false });
            match self.spawn(thread, &state.machine.thread_name(thread)) {
                Ok(handle) => state.handles.push(handle),
                Err(error) => {
                    state.stop();
                    self.report(Report::NoThread(thread, error.to_string()));
                }
            }
        }
    }

    fn spawn(self: &Arc<Self>, thread: ThreadId, name: &str) -> io::Result<JoinHandle<()>> {
        let shared = Arc::clone(self);
        let name = name.replace('\0', "");
        Builder::new().name(name).stack_size(STACK).spawn(move || {
            shared.report(Report::Begun(thread, kernel_id()));
            shared.work(thread);
        })
    }

    fn report(&self, report: Report) {
        // Nobody looks any more when the run is being dropped.
        let _ = self.reports.send(report);
        let _ = self.bell.try_send(());
    }

    /// The life of a thread: waits until it can go on, takes steps, rests.
    fn work(self: &Arc<Self>, thread: ThreadId) {
        let mut rested = Instant::now();
        let mut state = self.lock();
        loop {
            match state.next_of(thread, rested) {
                Next::Over => return state.signal_one(),
                Next::Step(choice) => {
                    rested = self.slice(&mut state, choice);
                    // Others get their chance for the machine.
                    MutexGuard::unlock_fair(state);
                    state = self.lock();
                }
                Next::Wait(wait) => {
                    let parks = !matches!(wait, Wait::Rest(_) | Wait::Held);
                    let Some(signal) = state.leave(thread, parks) else { return };
                    match wait {
                        Wait::Signal | Wait::Held => signal.wait(&mut state),
                        Wait::Sleep(time) | Wait::Rest(time) => drop(signal.wait_for(&mut state, time)),
                    }
                    state.unpark(thread);
                }
            }
        }
    }

    /// Takes a step; at full speed, more of them until the slice of time is over. Returns until when the thread rests.
    fn slice(self: &Arc<Self>, state: &mut State, first: Choice) -> Instant {
        let start = Instant::now();
        let mut choice = first;
        let rested = loop {
            let alive = state.machine.alive();
            let Some(complete) = state.step(choice) else { break start };
            // A step starts a thread or ends one, and seldom does either.
            if state.machine.alive() > alive {
                self.staff(state);
            }
            state.signal_one();
            let now = Instant::now();
            let rested = if complete { now + state.pace } else { now };
            if !state.pace.is_zero() || now - start >= SLICE {
                break rested;
            }
            match state.next_of(choice.thread, rested) {
                Next::Step(next) => choice = next,
                Next::Over | Next::Wait(_) => break rested,
            }
        };
        let batch = state.batch();
        self.report(Report::Steps(batch));
        if let Some(wanted) = state.wanted.take() {
            self.report(Report::Wants(wanted));
        }
        rested
    }
}

/// The kernel's id of this thread, where `/proc` tells it (Linux).
fn kernel_id() -> Option<u32> {
    let link = std::fs::read_link("/proc/thread-self").ok()?;
    link.file_name()?.to_str()?.parse().ok()
}
