//! How many ways there are through a program: all orders of its steps, and those that differ.
//!
//! All are the paths through the states when nothing is left out but guards. Those that differ are the paths that are left
//! when of two steps that do not bear on each other only one order is taken: each then has a *sleep set*, steps that were
//! tried before and that nothing has borne on since. (Godefroid, LNCS 1032.) Where there are too many states to count, there
//! is an [estimate](super::estimate).
//!
//! Nobody waits for a count that takes many times as long as the search: unless it is asked for, it takes a number of steps that
//! follows from how many the search took.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use smallvec::SmallVec;

use super::{
    components::Components,
    end::Kind,
    estimate::{estimate, vastness},
    node::{Common, Look, Node, Ways},
    report::Interleavings,
    row::place,
    search::Search,
};
use crate::{
    choice::{Choice, Way},
    event::Nanos,
};

/// Paths are counted through so many states.
const MOST_STATES: usize = 200_000;

/// Where nobody asks for the count, each of the two takes so many steps at most, and one more for each `SHARE` that the search
/// took: it is to cost little beside that, and its steps, without reduction, are dearer.
const FEW_STEPS: u64 = 4_000;
const SHARE: u64 = 20;

/// Nor is counting begun where it would take more than so many steps for each state that the search has stored: programs that were
/// counted took six and more, but for those with very few states.
const STEPS_A_STATE: u64 = 4;

/// Nor where a random run comes by so many ways, and threads can stand in so many times as many places as steps may be taken: of
/// such places at least one in `SELDOM` was come to in programs that were counted.
const VAST: f64 = 1e12;
const SELDOM: f64 = 4.0;

/// Where there is but one way, no more than so many steps are taken on it before counting begins, and no more work is done, in
/// nanoseconds of the program's time.
const LONGEST_BEGINNING: usize = 500;
const MOST_WORK_BEFORE: Nanos = 10_000_000;

/// No more work than this is done for each of it then, in nanoseconds of the program's time.
const MOST_WORK: Nanos = 500_000_000;

/// How much may be done to count.
#[derive(Clone, Copy)]
struct Effort {
    steps: u64,
    work: Nanos,
}

/// From where they are counted, and how much may be done for it; nothing where that would come to no end.
pub struct Count {
    start: Node,
    effort: Option<Effort>,
    /// It is looked first whether there is too much.
    looks_first: bool,
}

/// Counts them, as long as `patient` says so.
pub fn interleavings(search: &mut Search, patient: &mut impl FnMut() -> bool) -> Interleavings {
    let components = Components::of(&search.found.graph);
    let count = Count::of(search, &components);
    count.interleavings(&mut search.common, patient)
}

impl Count {
    /// What is to be counted for a search, with the components of its graph.
    pub fn of(search: &mut Search, components: &Components) -> Self {
        let graph = &search.found.graph;
        let (states, counts) = (graph.len() as u64, search.bounds().counts);
        // Where somebody can go on for ever, that is soon seen.
        let looks_first = !counts && !components.any_goes_round(graph);
        let steps = FEW_STEPS + search.found.transitions / SHARE;
        let effort = match counts {
            true => Some(Effort { steps: u64::MAX, work: Nanos::MAX }),
            false if looks_first && states * STEPS_A_STATE > steps => None,
            false => Some(Effort { steps, work: MOST_WORK }),
        };
        Self { start: search.outset(), effort, looks_first }
    }

    /// Counts, as long as `patient` says so.
    pub fn interleavings(self, common: &mut Common, patient: &mut impl FnMut() -> bool) -> Interleavings {
        let Self { mut start, effort, looks_first } = self;
        let Some(effort) = effort else { return estimate(&start, MOST_WORK, common, patient) };
        let parting = parting(start.clone(), common);
        let is_too_much = looks_first && is_too_much(&parting, effort.steps, common);
        let mut all = Paths::new(false, effort);
        let whole = if is_too_much { None } else { all.count(parting, common, patient) };
        match whole {
            Some(Counted::Endless) => Interleavings { exact: true, ..Interleavings::default() },
            Some(Counted::Paths { all, bad }) => {
                let mut differing = Paths::new(true, effort);
                // The place of a join among other steps makes no difference.
                start.owe_joins(common);
                // Where those that differ were not counted, nothing is said of them.
                let distinct = match differing.count(start, common, patient) {
                    Some(Counted::Paths { all, .. }) => Some(all),
                    _ => None,
                };
                Interleavings { all: Some(all), bad: Some(bad), distinct, exact: true }
            }
            None => estimate(&start, MOST_WORK, common, patient),
        }
    }
}

/// Where ways part for the first time: all go as far as that together.
fn parting(mut node: Node, common: &mut Common) -> Node {
    let most = node.machine.process_time() + MOST_WORK_BEFORE;
    for _ in 0..LONGEST_BEGINNING {
        if node.machine.process_time() > most {
            break;
        }
        let [way] = node.all_ways(common)[..] else { break };
        node.step(way, common);
    }
    node
}

/// Whether there are more states than so many steps come by, as far as one random run tells.
fn is_too_much(start: &Node, steps: u64, common: &mut Common) -> bool {
    let (ways, places) = vastness(start, MOST_WORK_BEFORE, common);
    ways > VAST && places / SELDOM > steps as f64
}

/// What counting has come to.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Counted {
    Paths {
        all: f64,
        bad: f64,
    },
    /// Some go on for ever.
    Endless,
}

/// A way that was tried before, by the place of its thread among those that live, as they are told.
type Asleep = SmallVec<[(u16, Way); 4]>;

struct Paths {
    known: IndexMap<(u128, Asleep), Progress, FxBuildHasher>,
    sleeps: bool,
    /// What may still be done.
    left: Effort,
}

#[derive(Clone, Copy)]
enum Progress {
    UnderWay,
    Done { all: f64, bad: f64 },
}

struct Frame {
    key: (u128, Asleep),
    /// None once the last way has taken it.
    node: Option<Box<Node>>,
    ways: Ways,
    at: usize,
    /// Ways that need not be tried any more.
    asleep: SmallVec<[Choice; 4]>,
    all: f64,
    bad: f64,
}

impl Paths {
    fn new(sleeps: bool, left: Effort) -> Self {
        Self { known: IndexMap::default(), sleeps, left }
    }

    /// The number of paths from the node; none where there are too many states.
    fn count(&mut self, start: Node, common: &mut Common, patient: &mut impl FnMut() -> bool) -> Option<Counted> {
        let mut stack = Vec::new();
        let mut result = self.enter(Box::new(start), SmallVec::new(), &mut stack, common);
        loop {
            if let Some(Counted::Endless) = result {
                return result;
            }
            let Some(frame) = stack.last_mut() else { return result };
            if let Some(Counted::Paths { all, bad }) = result.take() {
                frame.all += all;
                frame.bad += bad;
            }
            if self.known.len() > MOST_STATES || self.left.steps == 0 || self.left.work == 0 || !patient() {
                return None;
            }
            let Some(&way) = frame.ways.get(frame.at) else {
                let done = stack.pop()?;
                self.known.insert(done.key, Progress::Done { all: done.all, bad: done.bad });
                result = Some(Counted::Paths { all: done.all, bad: done.bad });
                continue;
            };
            frame.at += 1;
            if frame.asleep.contains(&way) {
                continue;
            }
            let asleep = self.still_asleep(frame, way, common);
            frame.asleep.push(way);
            // The last way takes the machine itself.
            let is_last = frame.at == frame.ways.len();
            let mut node = (if is_last { frame.node.take() } else { frame.node.clone() })?;
            let before = node.machine.process_time();
            node.step(way, common);
            self.left.steps -= 1;
            self.left.work = self.left.work.saturating_sub(node.machine.process_time() - before);
            result = self.enter(node, asleep, &mut stack, common);
        }
    }

    /// The ways that sleep behind a step: those that it does not bear on.
    fn still_asleep(&self, frame: &Frame, way: Choice, common: &Common) -> SmallVec<[Choice; 4]> {
        if !self.sleeps {
            return SmallVec::new();
        }
        let Some(node) = &frame.node else { return SmallVec::new() };
        let look = |choice: &Choice| node.looks.iter().find(|look| look.thread == choice.thread);
        let futures = &common.futures;
        let next = |look: &Look| *futures.step(look.location, futures.next(look.stance));
        let independent = |other: &&Choice| match (look(&way), look(other)) {
            (Some(one), Some(another)) => way.thread != other.thread && !next(one).conflicts(&next(another)),
            _ => false,
        };
        frame.asleep.iter().filter(independent).copied().collect()
    }

    /// Counts at once where it can; otherwise the node is to be gone on from.
    fn enter(
        &mut self,
        mut node: Box<Node>,
        asleep: SmallVec<[Choice; 4]>,
        stack: &mut Vec<Frame>,
        common: &mut Common,
    ) -> Option<Counted> {
        let ways = node.all_ways(common);
        if ways.is_empty() {
            node.close(|_| {});
            let bad = if Kind::of(&node.machine) == Kind::Finished { 0.0 } else { 1.0 };
            return Some(Counted::Paths { all: 1.0, bad });
        }
        if ways.iter().all(|way| asleep.contains(way)) {
            return Some(Counted::Paths { all: 0.0, bad: 0.0 });
        }
        let (key, order) = node.machine.canonical();
        let placed = asleep.iter().filter_map(|choice| Some((place(&order, choice.thread)? as u16, choice.way)));
        let mut places: Asleep = placed.collect();
        places.sort_unstable_by_key(|&(place, way)| {
            (place, (matches!(way, Way::Expire), matches!(way, Way::Wake)), drawn(way))
        });
        let key = (key, places);
        match self.known.get(&key) {
            Some(Progress::UnderWay) => return Some(Counted::Endless),
            Some(&Progress::Done { all, bad }) => return Some(Counted::Paths { all, bad }),
            None => {}
        }
        self.known.insert(key.clone(), Progress::UnderWay);
        stack.push(Frame { key, node: Some(node), ways, at: 0, asleep, all: 0.0, bad: 0.0 });
        None
    }
}

fn drawn(way: Way) -> u64 {
    match way {
        Way::Draw(drawn) => drawn,
        Way::Run(_) | Way::Expire | Way::Wake => 0,
    }
}
