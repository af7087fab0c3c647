//! The cores over time: who was on which core from when to when, who waits in line for one, and who has the token of the
//! interpreter. Known from the `ran` events alone; where there are none there are no cores.
//!
//! A thread stays on its core until it waits or another one is put there; in the chart it is there only while it ran.

use std::collections::VecDeque;

use super::{Phase, Scene};
use crate::{
    event::{Event, EventKind, Nanos},
    ids::ThreadId,
};

/// So many stretches of a core are kept, the latest.
const KEPT: usize = 256;

/// So many steps of a turn are kept.
const STEPS: usize = 64;

/// The cores, and the threads' times on them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Processor {
    /// The cores that have been used so far, by number.
    pub cores: Vec<Core>,
    /// The token of the interpreter, where it has one.
    pub token: Option<Token>,
    /// The times of each thread.
    times: Vec<Times>,
    /// When the present step's operation was done.
    pub(super) now: Nanos,
    arrivals: u32,
    begin: Option<Nanos>,
}

/// A core.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Core {
    /// When it was in use, the latest last.
    pub slices: VecDeque<Slice>,
    /// For how long in all.
    pub used: Nanos,
    /// Who is on it: who ran there last, unless it waits now.
    pub on: Option<ThreadId>,
    /// How long each step took since it has been there.
    pub turn: VecDeque<Nanos>,
}

/// A stretch of time that a thread had a core.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slice {
    /// Who.
    pub thread: ThreadId,
    /// From when.
    pub begin: Nanos,
    /// Until when.
    pub end: Nanos,
}

/// The token of the interpreter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Token {
    /// Who has it.
    pub holder: Option<ThreadId>,
    /// Since when.
    pub since: Nanos,
    /// How often it has gone from one to another.
    pub given: u32,
    /// Who had it last.
    last: Option<ThreadId>,
    /// How often it was taken from one who could have gone on.
    pub asked_back: u32,
}

/// The times of a thread.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Times {
    /// Since when it can go on.
    pub ready: Nanos,
    /// As the how-manieth it came into the line.
    pub order: u32,
    /// How long it has run.
    pub ran: Nanos,
}

impl Processor {
    /// The times of a thread.
    #[must_use]
    pub fn times(&self, thread: ThreadId) -> Times {
        self.times.get(thread.index()).copied().unwrap_or_default()
    }

    /// Whether the thread is on a core.
    #[must_use]
    pub fn has(&self, thread: ThreadId) -> bool {
        self.cores.iter().any(|core| core.on == Some(thread))
    }

    /// When the first core was used first, as far as that is kept, and when the last one was used last.
    #[must_use]
    pub fn span(&self) -> Option<(Nanos, Nanos)> {
        let slices = || self.cores.iter().flat_map(|core| &core.slices);
        Some((slices().map(|slice| slice.begin).min()?, slices().map(|slice| slice.end).max()?))
    }

    /// When the first core was used first.
    #[must_use]
    pub fn begin(&self) -> Nanos {
        self.begin.unwrap_or(0)
    }

    fn times_mut(&mut self, thread: ThreadId) -> &mut Times {
        if self.times.len() <= thread.index() {
            self.times.resize(thread.index() + 1, Times::default());
        }
        &mut self.times[thread.index()]
    }

    /// A thread is put on a core; returns who is there no longer. If there is a token, only its holder is on a core.
    pub(super) fn put(&mut self, thread: ThreadId, number: u16, begin: Nanos, token: bool) -> Vec<ThreadId> {
        let number = usize::from(number);
        if self.cores.len() <= number {
            self.cores.resize_with(number + 1, Core::default);
        }
        let mut gone = Vec::new();
        for (at, core) in self.cores.iter_mut().enumerate() {
            if (at == number || token || core.on == Some(thread)) && core.on != (at == number).then_some(thread) {
                gone.extend(core.on.take().filter(|&other| other != thread));
            }
        }
        let core = &mut self.cores[number];
        if core.on.is_none() {
            core.on = Some(thread);
            core.turn.clear();
        }
        if token {
            self.take_token(thread, begin, !gone.is_empty());
        }
        gone
    }

    fn take_token(&mut self, thread: ThreadId, begin: Nanos, asked_back: bool) {
        let token = self.token.get_or_insert_with(Token::default);
        if token.holder != Some(thread) {
            token.since = begin;
            token.given += u32::from(token.last.is_some_and(|last| last != thread));
            token.asked_back += u32::from(asked_back);
        }
        token.holder = Some(thread);
        token.last = Some(thread);
    }

    /// A thread can go on from this moment on.
    pub(super) fn becomes_ready(&mut self, thread: ThreadId, at: Nanos) {
        self.arrivals += 1;
        let order = self.arrivals;
        let times = self.times_mut(thread);
        (times.ready, times.order) = (at, order);
    }

    /// It waits, or has ended.
    pub(super) fn leaves(&mut self, thread: ThreadId) {
        for core in self.cores.iter_mut().filter(|core| core.on == Some(thread)) {
            core.on = None;
        }
        if let Some(token) = self.token.as_mut().filter(|token| token.holder == Some(thread)) {
            token.holder = None;
        }
    }

    /// A step was on a core.
    pub(super) fn ran(&mut self, thread: ThreadId, number: u16, begin: Nanos, lasts: Nanos) {
        let end = begin.saturating_add(lasts);
        self.begin = Some(self.begin.map_or(begin, |known| known.min(begin)));
        let times = self.times_mut(thread);
        times.ran += lasts;
        times.ready = end;
        let Some(core) = self.cores.get_mut(usize::from(number)) else { return };
        core.used += lasts;
        if core.turn.len() >= STEPS {
            core.turn.pop_front();
        }
        core.turn.push_back(lasts);
        match core.slices.back_mut() {
            Some(last) if last.thread == thread && last.end >= begin => last.end = end.max(last.end),
            _ if lasts > 0 => {
                if core.slices.len() >= KEPT {
                    core.slices.pop_front();
                }
                core.slices.push_back(Slice { thread, begin, end });
            }
            _ => {}
        }
    }

    /// How much there is in it.
    pub(super) fn things(&self) -> usize {
        self.times.len() + self.cores.iter().map(|core| 2 + core.slices.len() + core.turn.len()).sum::<usize>()
    }
}

/// The core of a step, when it began, and how long it took; none where there are no cores.
pub(super) fn place_of(events: &[Event]) -> Option<(u16, Nanos, Nanos)> {
    events.iter().rev().find_map(|event| match event.kind {
        EventKind::Ran { core, begin, lasts } => Some((core, begin, Nanos::from(lasts))),
        _ => None,
    })
}

impl Scene {
    /// The threads that could go on and are on no core, whoever came first in front.
    #[must_use]
    pub fn line(&self) -> Vec<ThreadId> {
        let threads = (0..self.threads.len()).map(ThreadId::at);
        let mut line: Vec<ThreadId> = threads.filter(|&thread| self.phase(thread) == Phase::Ready).collect();
        line.sort_by_key(|&thread| {
            let times = self.processor.times(thread);
            (times.ready, times.order, thread)
        });
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ThreadId = ThreadId(1);
    const B: ThreadId = ThreadId(2);

    fn step(processor: &mut Processor, thread: ThreadId, core: u16, begin: Nanos, lasts: Nanos, token: bool) {
        for gone in processor.put(thread, core, begin, token) {
            let ready = processor.times(gone).ready;
            processor.becomes_ready(gone, ready);
        }
        processor.ran(thread, core, begin, lasts);
    }

    #[test]
    fn steps_without_a_gap_are_one_slice() {
        let mut one = Processor::default();
        for (thread, begin) in [(A, 0), (A, 10), (B, 20), (A, 30), (A, 50)] {
            step(&mut one, thread, 0, begin, 10, false);
        }
        let slices: Vec<_> = one.cores[0].slices.iter().map(|slice| (slice.thread, slice.begin, slice.end)).collect();
        assert_eq!(slices, [(A, 0, 20), (B, 20, 30), (A, 30, 40), (A, 50, 60)]);
        assert_eq!((one.cores[0].used, one.span()), (50, Some((0, 60))));
        assert_eq!(one.cores[0].turn, [10, 10]);
        assert_eq!((one.times(A).ran, one.times(B).ran), (40, 10));
    }

    #[test]
    fn on_two_cores_both_are_there_and_with_a_token_one_is() {
        for token in [false, true] {
            let mut two = Processor::default();
            step(&mut two, A, 0, 0, 10, token);
            step(&mut two, B, 1, 10, 10, token);
            assert_eq!((two.has(A), two.has(B)), (!token, true), "token: {token}");
            two.leaves(B);
            assert!(!two.has(B));
            assert_eq!(two.token.map(|token| (token.holder, token.given)), token.then_some((None, 1)));
        }
    }

    #[test]
    fn who_moves_to_another_core_is_no_longer_on_the_first() {
        let mut two = Processor::default();
        step(&mut two, A, 0, 0, 10, false);
        step(&mut two, A, 1, 10, 10, false);
        assert_eq!((two.cores[0].on, two.cores[1].on), (None, Some(A)));
    }
}
