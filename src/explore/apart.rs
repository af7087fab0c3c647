//! Accesses that no lock orders and that yet are never next at the same time: other plain variables keep them apart, as in
//! Peterson's algorithm. On a machine that orders plain accesses less strictly than CPython does, they could meet.
//!
//! Some runs are gone through with vector clocks (Lamport 1978; Mattern 1989): primitives, the starts and ends of threads and
//! being woken order what two threads do, plain accesses do not. What is found is there; that there is no more is not proved.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;
use smallvec::SmallVec;

use super::{
    random::Random,
    sightings::{Sight, Sighted, is_plain, lines, whole},
};
use crate::{
    choice::Choice,
    event::Silence,
    ids::{ProcessId, ResourceId, ThreadId},
    machine::{Access, Choosable, Deed, Effect, Machine, Place, StepFootprint},
};

/// So many random runs are gone through besides those that are given, and so many steps of all together.
const RANDOM_RUNS: u64 = 12;
const MOST_STEPS: usize = 4000;

/// So much of each thread was there, by its number.
type Clock = SmallVec<[u32; 8]>;

/// An access, and when it was.
#[derive(Clone, Copy, Debug)]
struct Past {
    by: Sighted,
    /// In whose memory it was; what is common to all lies in that of the first.
    process: ProcessId,
    moment: u32,
    is_method: bool,
}

/// Pairs of accesses that nothing but plain variables orders, in these runs and some more, each pair of lines once.
pub fn unordered<'w>(start: &Machine, ways: impl Iterator<Item = &'w [Choice]>) -> Vec<Sight> {
    let mut found = Found { left: MOST_STEPS, ..Found::default() };
    for way in ways {
        let mut way = way.iter().copied();
        found.run(start.clone(), |_| way.next());
    }
    for seed in 1..=RANDOM_RUNS {
        let mut random = Random::new(seed);
        found.run(start.clone(), |machine| {
            let options: SmallVec<[Choosable; 8]> = machine.choosable().collect();
            let drawn = random.below(1 << 16) as u64;
            options.get(random.below(options.len().max(1))).map(|option| option.choice(|| drawn))
        });
    }
    found.sights
}

#[derive(Debug, Default)]
struct Found {
    sights: Vec<Sight>,
    lines: IndexSet<(Place, [(u32, bool); 2]), FxBuildHasher>,
    left: usize,
}

impl Found {
    fn run(&mut self, mut machine: Machine, mut next: impl FnMut(&Machine) -> Option<Choice>) {
        let mut history = History::default();
        let mut way = Vec::new();
        while self.left > 0
            && let Some(choice) = next(&machine)
        {
            let thread = choice.thread;
            let (line, is_method) = (machine.pending_line(thread).unwrap_or(0), machine.is_before_method(thread));
            let Ok(footprint) = machine.step(choice, &mut Silence) else { return };
            self.left -= 1;
            history.order(thread, &footprint);
            for access in footprint.accesses().filter(|access| access.place.is_variable() && is_plain(*access)) {
                let by = Sighted { thread, line, writes: access.deed == Deed::Write };
                let process = machine.memory_of(thread, access.place);
                let now = Past { by, process, moment: history.moment(thread), is_method };
                history.meets(access, now, |before| self.pair(access.place, [before.by, by], &way));
            }
            way.push(choice);
        }
    }

    fn pair(&mut self, place: Place, by: [Sighted; 2], way: &[Choice]) {
        // Where no line of the program leads to it, it is between threads of the library.
        if by.iter().any(|by| by.line == 0) {
            return;
        }
        if self.lines.insert((whole(place), lines(by.map(|by| (by.line, by.writes))))) {
            self.sights.push(Sight { place, by, way: way.to_vec() });
        }
    }
}

/// What was done in a run, and what each thread and each primitive knows of it.
#[derive(Debug, Default)]
struct History {
    threads: Vec<Clock>,
    primitives: IndexMap<Sync, Clock, FxBuildHasher>,
    accesses: IndexMap<Place, Vec<Past>, FxBuildHasher>,
}

/// What hands knowledge from one thread to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
enum Sync {
    Primitive(ResourceId),
    /// The life of a thread, and what it is called.
    Thread(ThreadId),
}

impl History {
    fn clock(&mut self, thread: ThreadId) -> &mut Clock {
        if self.threads.len() <= thread.index() {
            self.threads.resize(thread.index() + 1, Clock::new());
        }
        &mut self.threads[thread.index()]
    }

    fn moment(&self, thread: ThreadId) -> u32 {
        known(&self.threads[thread.index()], thread)
    }

    /// The thread has taken a step, which orders it with others.
    fn order(&mut self, thread: ThreadId, footprint: &StepFootprint) {
        let own = self.clock(thread);
        if own.len() <= thread.index() {
            own.resize(thread.index() + 1, 0);
        }
        own[thread.index()] += 1;
        for effect in footprint.effects() {
            match effect {
                Effect::Asked(primitive, _) => self.hand_over(thread, Sync::Primitive(primitive)),
                Effect::Touched(Access { place: Place::Thread(of, _), .. }) | Effect::Ended(of) => {
                    self.hand_over(thread, Sync::Thread(of));
                }
                Effect::Touched(Access { place: Place::Threads, .. }) => {
                    (0..self.threads.len()).for_each(|of| self.hand_over(thread, Sync::Thread(ThreadId::at(of))));
                }
                Effect::Touched(Access { place: Place::Resource(primitive), .. }) => {
                    self.hand_over(thread, Sync::Primitive(primitive));
                }
                Effect::Started(other) | Effect::Woken(other) => {
                    let own = self.clock(thread).clone();
                    join(self.clock(other), &own);
                }
                Effect::Touched(_) => {}
            }
        }
    }

    /// Each knows what the other does.
    fn hand_over(&mut self, thread: ThreadId, by: Sync) {
        let mut own = self.clock(thread).clone();
        let kept = self.primitives.entry(by).or_default();
        join(&mut own, kept);
        kept.clone_from(&own);
        *self.clock(thread) = own;
    }

    /// Calls back with each earlier access that conflicts with this one and that nothing orders before it.
    fn meets(&mut self, access: Access, now: Past, mut each: impl FnMut(Past)) {
        let own = &self.threads[now.by.thread.index()];
        for (_, earlier) in self.accesses.iter().filter(|(place, _)| place.overlaps(access.place)) {
            let in_one_memory = |before: &&Past| before.process == now.process;
            for before in earlier.iter().filter(in_one_memory).filter(|before| before.by.thread != now.by.thread) {
                let changes = before.by.writes || now.by.writes;
                let as_wholes = before.is_method && now.is_method;
                if changes && !as_wholes && known(own, before.by.thread) < before.moment {
                    each(*before);
                }
            }
        }
        let all = self.accesses.entry(access.place).or_default();
        // The last one of each thread and line is enough.
        all.retain(|before| before.by != now.by);
        all.push(now);
    }
}

fn known(clock: &Clock, thread: ThreadId) -> u32 {
    clock.get(thread.index()).copied().unwrap_or(0)
}

fn join(clock: &mut Clock, other: &Clock) {
    if clock.len() < other.len() {
        clock.resize(other.len(), 0);
    }
    clock.iter_mut().zip(other).for_each(|(own, &other)| *own = (*own).max(other));
}
