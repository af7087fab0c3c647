//! The map of a small program: every state that it can come to, one by one, with nothing left out, and every step between them.
//!
//! States are found in the order of how many steps lead to them, so the first that reaches a goal is one with the fewest. Once
//! all are known, so is the way to the goal from each of them, and from which none leads there any more. Other than in a search,
//! that a thread begins to wait is a step as any other: it is one for whoever steps. Tests: `tests/search/map.rs`.

use std::{collections::VecDeque, hash::Hasher, sync::Arc};

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHasher};

use super::{
    end::{EndState, Ends, Kind},
    goal::Goal,
    node::each_way,
};
use crate::{choice::Choice, event::Silence, machine::Machine};

/// What tells states apart, and how many there may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapBounds {
    /// No more states than these are looked at.
    pub most: usize,
    /// Threads that do the same are not taken for each other: as whoever looks at them sees it.
    pub tells_threads: bool,
}

/// A state of a map, by number: the first one is the beginning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct MapId(pub u32);

impl MapId {
    /// Its place among all.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A state of the program.
#[derive(Clone, Debug)]
pub struct MapState {
    /// How many steps lead to it, at least.
    pub steps: u32,
    /// How the program has ended there, if it has: the number among the ends.
    pub end: Option<u32>,
    /// Whether it reaches the goal.
    pub is_goal: bool,
    ways: (u32, u32),
}

/// A step from one state to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapWay {
    /// What is chosen, on the machine that was there first.
    pub choice: Choice,
    /// Where it leads.
    pub to: MapId,
    /// The line that the thread rested in; 0 for none.
    pub line: u32,
    /// What the thread is called: the number among the names.
    pub name: u32,
}

/// The map.
#[derive(Debug)]
pub struct StateMap {
    start: Machine,
    goal: Option<Goal>,
    bounds: MapBounds,
    keys: IndexSet<(u128, u64), FxBuildHasher>,
    states: Vec<MapState>,
    ways: Vec<MapWay>,
    ends: Ends,
    names: IndexSet<Arc<str>, FxBuildHasher>,
    open: VecDeque<Open>,
    /// For each state the fewest steps to the goal, once the map is drawn.
    distances: Vec<u32>,
    /// The states from which no end can be reached, once the map is drawn.
    endless: Vec<bool>,
    /// There are more states than it may have.
    is_cut: bool,
    is_done: bool,
}

/// A state that has yet to be gone on from.
#[derive(Debug)]
struct Open {
    state: MapId,
    machine: Box<Machine>,
    printed: u64,
}

const FAR: u32 = u32::MAX;

impl StateMap {
    /// The map of what a machine can come to that has taken no step.
    #[must_use]
    pub fn new(mut machine: Machine, goal: Option<Goal>, bounds: MapBounds) -> Self {
        machine.set_silent(true);
        machine.hold_clock();
        if bounds.tells_threads {
            machine.tell_thread_names();
        }
        let outset = Box::new(machine.clone());
        let mut map = Self {
            start: machine,
            goal,
            bounds,
            keys: IndexSet::default(),
            states: Vec::new(),
            ways: Vec::new(),
            ends: Ends::default(),
            names: IndexSet::default(),
            open: VecDeque::new(),
            distances: Vec::new(),
            endless: Vec::new(),
            is_cut: false,
            is_done: false,
        };
        let printed = map.told(&outset, 0, 0);
        map.state(outset, printed, 0);
        map
    }

    /// Goes on drawing for as long as `patient` says so. Returns whether there is more to draw.
    pub fn advance(&mut self, mut patient: impl FnMut() -> bool) -> bool {
        while !self.is_done {
            let Some(open) = self.open.pop_front() else {
                self.finish();
                break;
            };
            self.expand(open);
            if self.states.len() > self.bounds.most {
                self.is_cut = true;
                self.finish();
            } else if !patient() {
                break;
            }
        }
        !self.is_done
    }

    fn expand(&mut self, Open { state, machine, printed }: Open) {
        let first = self.ways.len() as u32;
        let mut choices = Vec::new();
        each_way(&machine, |choice| choices.push(choice));
        let steps = self.states[state.index()].steps + 1;
        for choice in choices {
            let mut next = machine.clone();
            let pieces = next.output().len();
            if next.step(choice, &mut Silence).is_err() {
                continue;
            }
            let printed = self.told(&next, pieces, printed);
            let to = self.state(next, printed, steps);
            let line = machine.pending_line(choice.thread).unwrap_or(0);
            let (name, _) = self.names.insert_full(machine.thread_name(choice.thread));
            self.ways.push(MapWay { choice, to, line, name: name as u32 });
        }
        self.states[state.index()].ways = (first, self.ways.len() as u32 - first);
    }

    /// The state of a machine; a new one is to be gone on from.
    fn state(&mut self, machine: Box<Machine>, printed: u64, steps: u32) -> MapId {
        let (at, is_new) = self.keys.insert_full((machine.canonical().0, printed));
        let state = MapId(at as u32);
        if is_new {
            let end = machine.end().map(|_| self.ends.number(EndState::of(&machine)));
            let is_goal = self.goal.as_ref().is_some_and(|goal| goal.is_reached(&machine));
            self.states.push(MapState { steps, end, is_goal, ways: (0, 0) });
            self.open.push_back(Open { state, machine, printed });
        }
        state
    }

    /// A number for what was printed, if the goal asks for that: what was printed before, and what stands behind so many pieces.
    fn told(&self, machine: &Machine, pieces: usize, before: u64) -> u64 {
        if !self.goal.as_ref().is_some_and(Goal::asks_for_output) || machine.output().len() == pieces {
            return before;
        }
        // Byte by byte, so that it does not matter in how many pieces a text is printed.
        machine.output().text_since(pieces, false).bytes().fold(before, |so_far, byte| {
            let mut hasher = FxHasher::default();
            hasher.write_u64(so_far);
            hasher.write_u8(byte);
            hasher.finish()
        })
    }

    /// All is drawn that will be: works out how far the goal is from each state.
    fn finish(&mut self) {
        self.is_done = true;
        self.open = VecDeque::new();
        if !self.is_cut {
            let ends = self.distances_to(|at| self.states[at].end.is_some());
            self.endless = ends.into_iter().map(|far| far == FAR).collect();
        }
        if self.goal == Some(Goal::End(Kind::Livelock)) {
            for (state, is_endless) in self.states.iter_mut().zip(&self.endless) {
                state.is_goal = *is_endless;
            }
        }
        self.distances = self.distances_to(|at| self.states[at].is_goal);
    }

    /// For each state how many steps there are at least to one that is such.
    fn distances_to(&self, is_such: impl Fn(usize) -> bool) -> Vec<u32> {
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); self.states.len()];
        for (at, state) in self.states.iter().enumerate() {
            self.ways_of(state).iter().for_each(|way| before[way.to.index()].push(at as u32));
        }
        let mut far = vec![FAR; self.states.len()];
        let mut next: VecDeque<u32> = VecDeque::new();
        for at in (0..self.states.len()).filter(|&at| is_such(at)) {
            far[at] = 0;
            next.push_back(at as u32);
        }
        while let Some(at) = next.pop_front() {
            for &earlier in &before[at as usize] {
                if far[earlier as usize] == FAR {
                    far[earlier as usize] = far[at as usize] + 1;
                    next.push_back(earlier);
                }
            }
        }
        far
    }

    /// The states, in the order of how many steps lead to them.
    #[must_use]
    pub fn states(&self) -> &[MapState] {
        &self.states
    }

    /// The steps on from a state.
    #[must_use]
    pub fn ways(&self, from: MapId) -> &[MapWay] {
        self.ways_of(&self.states[from.index()])
    }

    fn ways_of(&self, state: &MapState) -> &[MapWay] {
        let (first, count) = state.ways;
        &self.ways[first as usize..(first + count) as usize]
    }

    /// How the program has ended in a state, if it has.
    #[must_use]
    pub fn end(&self, state: MapId) -> Option<&EndState> {
        self.states[state.index()].end.map(|end| self.ends.get(end))
    }

    /// The ends, by number.
    pub fn ends(&self) -> impl Iterator<Item = &EndState> {
        self.ends.iter()
    }

    /// Whether no end can be reached any more from a state that is none: known once the map is whole.
    #[must_use]
    pub fn is_endless(&self, state: MapId) -> bool {
        self.endless.get(state.index()).copied().unwrap_or(false)
    }

    /// What a thread is called, by number.
    #[must_use]
    pub fn name(&self, number: u32) -> &str {
        self.names.get_index(number as usize).map_or("", |name| name)
    }

    /// How many steps there are between states.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.ways.len()
    }

    /// Whether all is drawn that will be.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    /// Whether every state is on it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.is_done && !self.is_cut
    }

    /// The machine of the map's own behind some choices, for which time stands still; none where they cannot be made.
    #[must_use]
    pub fn machine(&self, choices: &[Choice]) -> Option<Machine> {
        let mut machine = self.start.clone();
        for &choice in choices {
            machine.step(Choice { reading: None, ..choice }, &mut Silence).ok()?;
        }
        Some(machine)
    }

    /// The state that such a machine is in, if it is on the map.
    #[must_use]
    pub fn find(&self, machine: &Machine) -> Option<MapId> {
        let printed = self.told(machine, 0, 0);
        self.keys.get_index_of(&(machine.canonical().0, printed)).map(|at| MapId(at as u32))
    }

    /// The steps on that such a machine can take, with the states that they lead to, as far as these are on the map.
    #[must_use]
    pub fn ways_on(&self, machine: &Machine) -> Vec<MapWay> {
        let mut ways = Vec::new();
        each_way(machine, |choice| {
            let mut next = machine.clone();
            if next.step(choice, &mut Silence).is_ok()
                && let Some(to) = self.find(&next)
            {
                let line = machine.pending_line(choice.thread).unwrap_or(0);
                let name = self.names.get_index_of(&machine.thread_name(choice.thread)).unwrap_or(0) as u32;
                ways.push(MapWay { choice, to, line, name });
            }
        });
        ways
    }

    /// The fewest steps to the goal that are known from a state; none where no way to it is known.
    #[must_use]
    pub fn distance(&self, from: MapId) -> Option<u32> {
        self.distances.get(from.index()).copied().filter(|&far| far != FAR)
    }

    /// The fewest steps from where it begins to the goal; none where no state is known that reaches it.
    #[must_use]
    pub fn nearest_goal(&self) -> Option<u32> {
        // As they are found, so they stand.
        self.states.iter().find(|state| state.is_goal).map(|state| state.steps)
    }

    /// A shortest way to the goal that is known from such a machine.
    #[must_use]
    pub fn way_from(&self, machine: &Machine) -> Option<Vec<Choice>> {
        let far = self.distance(self.find(machine)?)?;
        self.descend(machine.clone(), &self.distances, far)
    }

    /// The first step of a shortest way to the goal that is known from such a machine, which is in this state.
    #[must_use]
    pub fn next_from(&self, machine: &Machine, state: MapId) -> Option<Choice> {
        let far = self.distance(state).filter(|&far| far > 0)?;
        self.nearer(machine, &self.distances, far)
    }

    /// A shortest way from where the map begins to a state.
    #[must_use]
    pub fn way_to(&self, state: MapId) -> Option<Vec<Choice>> {
        let distances = self.distances_to(|at| at == state.index());
        let far = distances.first().copied().filter(|&far| far != FAR)?;
        self.descend(self.start.clone(), &distances, far)
    }

    /// A shortest way to the goal from where the map begins; none where no way is known.
    #[must_use]
    pub fn way(&self) -> Option<Vec<Choice>> {
        self.way_from(&self.start)
    }

    /// The steps of a machine that is so far away.
    fn descend(&self, mut machine: Machine, distances: &[u32], far: u32) -> Option<Vec<Choice>> {
        let mut way = Vec::new();
        for far in (1..=far).rev() {
            let choice = self.nearer(&machine, distances, far)?;
            machine.step(choice, &mut Silence).ok()?;
            way.push(choice);
        }
        Some(way)
    }

    /// A step after which a machine that is so far away is one step nearer.
    fn nearer(&self, machine: &Machine, distances: &[u32], far: u32) -> Option<Choice> {
        let ways = self.ways_on(machine);
        ways.into_iter().find(|way| distances.get(way.to.index()) == Some(&(far - 1))).map(|way| way.choice)
    }

    /// Whether a state reaches the goal.
    #[must_use]
    pub fn is_goal(&self, state: MapId) -> bool {
        self.states[state.index()].is_goal
    }
}
