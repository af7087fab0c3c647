//! Virtual time on several cores: who is on which core until when, and who has the global interpreter lock, of which each
//! process has one of its own.
//!
//! The machine takes one step at a time, in the order of the choices. Here each step is given its place in time: it begins
//! when its thread is ready, a core is free, the token of the interpreter is (where there is one), and not before an
//! operation of an earlier step. So the order of the choices is the order of the operations, and what lies behind an
//! operation, work that nobody can notice, goes on at the same time on other cores. Whoever wakes somebody says when.
//!
//! It knows times and threads by number, and nothing of what they do. Tests: here, `tests/machine/cores.rs`.

use std::cmp::Ordering;

use crate::{
    event::Nanos,
    ids::{ProcessId, ThreadId},
};

/// The processor that a program runs on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Hardware {
    /// How many steps can go on at the same time.
    pub cores: u16,
    /// The switch interval of the global interpreter lock; none where there is no such lock.
    pub gil: Option<Nanos>,
}

/// The switch interval of CPython, in virtual time: what `sys.getswitchinterval()` says.
pub const SWITCH_INTERVAL: Nanos = 5_000_000;

/// When a thread could take its next step.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Opening {
    /// The moment.
    pub at: Nanos,
    /// It has the interpreter's token, and lets somebody else have it who could begin at the same moment.
    pub yields: bool,
}

/// A step that has begun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slice {
    /// Its core, from 0.
    pub core: u16,
    /// When it began.
    pub begin: Nanos,
}

/// Who is on which core until when.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Clock {
    hardware: Hardware,
    /// Until when each core is in use.
    cores: Vec<Nanos>,
    /// By the numbers of processes.
    tokens: Vec<Token>,
    lanes: Vec<Lane>,
    /// When the last operation was begun.
    front: Nanos,
    /// The end of the step that ended last.
    latest: Nanos,
}

/// The global interpreter lock.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
struct Token {
    holder: Option<ThreadId>,
    /// Until when it is in use.
    free: Nanos,
    /// Since when its holder has had it.
    since: Nanos,
}

/// The time line of a thread.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
struct Lane {
    /// When it became ready.
    ready: Nanos,
    /// Where it ran last.
    core: Option<u16>,
    /// Whose token it needs.
    process: ProcessId,
}

impl Clock {
    /// All cores free from this moment on: what the library did before took its time.
    #[must_use]
    pub fn new(hardware: Hardware, start: Nanos) -> Self {
        let cores = vec![start; usize::from(hardware.cores.max(1))];
        let token = Token { holder: None, free: start, since: start };
        Self { hardware, cores, tokens: vec![token], lanes: Vec::new(), front: start, latest: start }
    }

    /// The end of the step that ended last.
    #[must_use]
    pub fn latest(&self) -> Nanos {
        self.latest
    }

    /// The thread cannot go on before this moment.
    pub fn wake(&mut self, thread: ThreadId, at: Nanos) {
        let lane = self.lane_mut(thread);
        lane.ready = lane.ready.max(at);
    }

    /// The thread lives in this process.
    pub fn live_in(&mut self, thread: ThreadId, process: ProcessId) {
        self.lane_mut(thread).process = process;
        if self.tokens.len() <= process.index() {
            self.tokens.resize(process.index() + 1, Token::default());
        }
    }

    /// The token that the thread needs.
    fn token(&self, thread: ThreadId) -> &Token {
        &self.tokens[self.lane(thread).process.index()]
    }

    fn token_mut(&mut self, thread: ThreadId) -> &mut Token {
        let process = self.lane(thread).process;
        &mut self.tokens[process.index()]
    }

    /// When a thread became ready.
    #[must_use]
    pub fn ready_since(&self, thread: ThreadId) -> Nanos {
        self.lane(thread).ready
    }

    /// When the thread could take a step, if everybody keeps to the rules of the interpreter's lock: its holder keeps it
    /// until it waits, or until somebody else has wanted it for the switch interval.
    #[must_use]
    pub fn opening(&self, thread: ThreadId, ready: Nanos, visible: bool) -> Opening {
        let slice = self.place(thread, ready, visible);
        let token = self.token(thread);
        let (Some(interval), Some(holder)) = (self.hardware.gil, token.holder) else {
            return Opening { at: slice.begin, yields: false };
        };
        if holder == thread {
            return Opening { at: slice.begin, yields: true };
        }
        let asked = ready.max(token.since);
        Opening { at: slice.begin.max(asked.saturating_add(interval)), yields: false }
    }

    /// Begins a step of a thread that is ready at this moment; `visible` if there is an operation at its beginning.
    pub fn begin(&mut self, thread: ThreadId, ready: Nanos, visible: bool) -> Slice {
        let slice = self.place(thread, ready, visible);
        if visible {
            self.front = slice.begin;
        }
        if self.hardware.gil.is_some() && self.token(thread).holder != Some(thread) {
            let token = self.token_mut(thread);
            token.holder = Some(thread);
            token.since = slice.begin;
        }
        self.lane_mut(thread).core = Some(slice.core);
        slice
    }

    /// The step is over; the thread keeps the interpreter's lock if it can go on.
    pub fn end(&mut self, thread: ThreadId, slice: Slice, end: Nanos, goes_on: bool) {
        self.cores[usize::from(slice.core)] = end;
        self.lane_mut(thread).ready = end;
        self.latest = self.latest.max(end);
        let token = self.token_mut(thread);
        token.free = end;
        if !goes_on {
            token.holder = None;
        }
    }

    /// A clock outside says what time it is when the thread takes a step.
    pub fn pass(&mut self, thread: ThreadId, now: Nanos) {
        self.front = self.front.max(now);
        self.latest = self.latest.max(now);
        self.wake(thread, now);
    }

    /// Where and when a step would be: on the thread's own core if that is free in time, otherwise on the one that has been
    /// free for longest.
    fn place(&self, thread: ThreadId, ready: Nanos, visible: bool) -> Slice {
        let token = if self.hardware.gil.is_some() { self.token(thread).free } else { 0 };
        let earliest = ready.max(token).max(if visible { self.front } else { 0 });
        let own = self.lane(thread).core.filter(|&core| self.cores[usize::from(core)] <= earliest);
        let core = own.unwrap_or_else(|| {
            let free = self.cores.iter().enumerate().min_by(|(_, a), (_, b)| a.cmp(b).then(Ordering::Less));
            free.map_or(0, |(core, _)| core as u16)
        });
        Slice { core, begin: earliest.max(self.cores[usize::from(core)]) }
    }

    fn lane(&self, thread: ThreadId) -> Lane {
        self.lanes.get(thread.index()).cloned().unwrap_or_default()
    }

    fn lane_mut(&mut self, thread: ThreadId) -> &mut Lane {
        if self.lanes.len() <= thread.index() {
            self.lanes.resize_with(thread.index() + 1, Lane::default);
        }
        &mut self.lanes[thread.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ThreadId = ThreadId(1);
    const B: ThreadId = ThreadId(2);

    /// A step of the thread that takes so long; says where it was and when.
    fn step(clock: &mut Clock, thread: ThreadId, lasts: Nanos, goes_on: bool) -> (u16, Nanos) {
        let ready = clock.ready_since(thread);
        let slice = clock.begin(thread, ready, true);
        clock.end(thread, slice, slice.begin + lasts, goes_on);
        (slice.core, slice.begin)
    }

    #[test]
    fn two_cores_work_at_the_same_time_and_one_after_the_other() {
        let mut two = Clock::new(Hardware { cores: 2, gil: None }, 0);
        assert_eq!([step(&mut two, A, 10, true), step(&mut two, B, 10, true)], [(0, 0), (1, 0)]);
        assert_eq!([step(&mut two, A, 10, true), step(&mut two, B, 5, true)], [(0, 10), (1, 10)]);
        assert_eq!(two.latest(), 20);
        let mut one = Clock::new(Hardware { cores: 1, gil: None }, 0);
        assert_eq!([step(&mut one, A, 10, true), step(&mut one, B, 10, true)], [(0, 0), (0, 10)]);
    }

    #[test]
    fn each_process_has_a_token_of_its_own() {
        let mut clock = Clock::new(Hardware { cores: 2, gil: Some(50) }, 0);
        clock.live_in(B, ProcessId(1));
        assert_eq!(step(&mut clock, A, 10, true), (0, 0));
        assert_eq!(step(&mut clock, B, 10, true), (1, 0));
    }

    #[test]
    fn operations_come_in_the_order_of_the_steps() {
        let mut clock = Clock::new(Hardware { cores: 2, gil: None }, 0);
        step(&mut clock, A, 10, true);
        step(&mut clock, A, 10, true);
        assert_eq!(step(&mut clock, B, 1, true), (1, 10), "not before the operation at 10");
        let slice = clock.begin(B, 11, false);
        assert_eq!(slice, Slice { core: 1, begin: 11 });
    }

    #[test]
    fn a_woken_thread_goes_on_when_it_was_woken() {
        let mut clock = Clock::new(Hardware { cores: 2, gil: None }, 0);
        step(&mut clock, A, 100, true);
        clock.wake(B, 40);
        assert_eq!(step(&mut clock, B, 1, true), (1, 40));
    }

    #[test]
    fn the_token_is_kept_for_an_interval_and_given_back_by_whoever_waits() {
        let mut clock = Clock::new(Hardware { cores: 4, gil: Some(50) }, 0);
        assert_eq!(step(&mut clock, A, 20, true), (0, 0));
        let opening = |clock: &Clock, thread| clock.opening(thread, clock.ready_since(thread), true);
        assert_eq!(opening(&clock, B), Opening { at: 50, yields: false }, "it has wanted it since 0");
        assert_eq!(opening(&clock, A), Opening { at: 20, yields: true });
        step(&mut clock, A, 20, true);
        step(&mut clock, A, 20, true);
        assert_eq!(opening(&clock, B), Opening { at: 60, yields: false }, "when the step is over");
        assert!(opening(&clock, B) < opening(&clock, A), "A has to let B have it");
        assert_eq!(step(&mut clock, B, 5, true), (1, 60), "on a core that was free for longest");
        assert_eq!(opening(&clock, A).at, 110, "A wants it from 60 on");
        step(&mut clock, B, 5, false);
        assert_eq!(opening(&clock, A), Opening { at: 70, yields: false }, "B sleeps, and A has it at once");
    }
}
