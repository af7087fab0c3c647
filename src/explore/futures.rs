//! What threads may still do, learned from what was seen: the places that a thread's operations touch from where it stands.
//!
//! A *location* is a thread's kin with where it stands in the program. What was seen to be done there, and at every location
//! that was ever seen behind it, is its *future*. The search begins anew when a future has grown, until none does; then every
//! persistent set was made with futures that hold (`docs/SEARCH.md`).

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;
use smallvec::SmallVec;

use super::{
    places::AccessSet,
    stance::{Stance, Stances},
};
use crate::{ids::ThreadId, machine::Machine};

/// Threads that were made in the same way: by threads of one kin, as their so-and-so-manieth.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub struct Kin(u32);

/// More children of one thread than these are of one kin.
const MOST_CHILDREN: u16 = 64;

/// The kin of each thread of a machine, and how many each has made.
#[derive(Debug, Default)]
pub struct Family(SmallVec<[(Kin, u16); 8]>);

impl Clone for Family {
    fn clone(&self) -> Self {
        // Quicker than one by one.
        Self(SmallVec::from_slice(&self.0))
    }
}

impl Family {
    /// The kin of a thread.
    #[must_use]
    pub fn kin(&self, thread: ThreadId) -> Kin {
        self.0.get(thread.index()).map_or(Kin(0), |&(kin, _)| kin)
    }

    /// A step of the thread has made the machine have so many threads.
    pub fn grow(&mut self, by: ThreadId, threads: usize, futures: &mut Futures) {
        while self.0.len() < threads {
            let (kin, children) = self.0.get(by.index()).copied().unwrap_or_default();
            let of = futures.child(kin, children);
            self.0.push((of, 0));
            if let Some((_, children)) = self.0.get_mut(by.index()) {
                *children = (*children + 1).min(MOST_CHILDREN);
            }
        }
    }
}

/// A location, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Location(u32);

impl Location {
    /// Its number, from 0.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 as usize
    }
}

/// What was seen at locations.
#[derive(Clone, Debug, Default)]
pub struct Futures {
    kins: IndexSet<(Kin, u16), FxBuildHasher>,
    locations: IndexMap<(Kin, u64), At, FxBuildHasher>,
    stances: Stances,
    /// What is done at each location or behind it, as it was worked out last.
    behind: Vec<AccessSet>,
    /// What a step from each location does, as it was known then.
    steps: Vec<AccessSet>,
    /// Any step may go past accesses that are not known beforehand.
    pub long_steps: bool,
    /// How many locations there are from which a step was seen to do so, and how many were known when the futures were worked
    /// out.
    long: (u32, u32),
    /// Whether that was known of each location then.
    long_then: Vec<bool>,
    grown: bool,
    /// How often something was learned.
    pub learned: u64,
}

#[derive(Clone, Debug, Default)]
struct At {
    own: AccessSet,
    /// A step from here was seen to go past accesses that were not known beforehand.
    is_long: bool,
    next: SmallVec<[Location; 4]>,
}

impl Futures {
    fn child(&mut self, kin: Kin, number: u16) -> Kin {
        // The first kin is the main thread's.
        let (at, is_new) = self.kins.insert_full((kin, number));
        self.learned += u64::from(is_new);
        Kin(at as u32 + 1)
    }

    /// The location of a thread.
    pub fn location(&mut self, family: &Family, machine: &Machine, thread: ThreadId) -> Location {
        let key = (family.kin(thread), machine.stand_of(thread));
        let entry = self.locations.entry(key);
        self.learned += u64::from(matches!(entry, indexmap::map::Entry::Vacant(_)));
        let at = Location(entry.index() as u32);
        entry.or_default();
        at
    }

    /// The stance of a thread that does this next at a location.
    pub fn stance(&mut self, at: Location, next: AccessSet) -> Stance {
        let (stance, is_new) = self.stances.number(at, next);
        if is_new {
            self.learned += 1;
            self.see(at, &next);
        }
        stance
    }

    /// What a thread of that stance does next.
    #[must_use]
    pub fn next(&self, of: Stance) -> &AccessSet {
        self.stances.next(of)
    }

    /// Whether the next step of a stance at a location may conflict with anything that is done at another one or behind it.
    pub fn may_conflict(&mut self, (at, stance): (Location, Stance), with: Location) -> bool {
        if self.steps_are_long() {
            return self.step(at, self.next(stance)).conflicts(self.future(with));
        }
        let behind = &self.behind;
        let future = behind.get(with.number()).unwrap_or(&AccessSet::ALL);
        self.stances.conflicts(stance, with, |stances| stances.next(stance).conflicts(future))
    }

    fn steps_are_long(&self) -> bool {
        self.long_steps || self.long.1 > 0
    }

    /// This was seen to be done at a location.
    pub fn see(&mut self, at: Location, done: &AccessSet) {
        if let Some((_, known)) = self.locations.get_index_mut(at.0 as usize) {
            let grown = known.own.join(done);
            self.grown |= grown;
            self.learned += u64::from(grown);
        }
    }

    /// A step from a location has gone past accesses that were not known before it was taken.
    pub fn see_long(&mut self, at: Location) {
        if let Some((_, known)) = self.locations.get_index_mut(at.0 as usize)
            && !std::mem::replace(&mut known.is_long, true)
        {
            self.long.0 += 1;
            self.grown = true;
            self.learned += 1;
        }
    }

    /// A thread was seen to come from one location to another, or whatever may be done at the other may be done by it, too.
    pub fn lead(&mut self, from: Location, to: Location) {
        let Some((_, known)) = self.locations.get_index_mut(from.0 as usize) else { return };
        if from != to && !known.next.contains(&to) {
            known.next.push(to);
            self.grown = true;
            self.learned += 1;
        }
    }

    /// What may be done at a location or behind it; everything, where that was not worked out yet.
    #[must_use]
    pub fn future(&self, at: Location) -> &AccessSet {
        self.behind.get(at.0 as usize).unwrap_or(&AccessSet::ALL)
    }

    /// What a step from a location may do, wherever it ends: `next`, unless steps from there are long. Everything, where that
    /// was not worked out yet.
    #[must_use]
    pub fn step<'s>(&'s self, at: Location, next: &'s AccessSet) -> &'s AccessSet {
        let known = || self.long_then.get(at.0 as usize).is_some_and(|&is_long| is_long);
        let is_long = self.long_steps || self.long.1 > 0 && known();
        if is_long { self.steps.get(at.0 as usize).unwrap_or(&AccessSet::ALL) } else { next }
    }

    /// Works the futures out anew, if something was seen since. Returns whether one has grown.
    pub fn work_out(&mut self) -> bool {
        if !std::mem::take(&mut self.grown) && self.behind.len() == self.locations.len() {
            return false;
        }
        let steps: Vec<AccessSet> = self.locations.values().map(|at| at.own).collect();
        let mut futures = steps.clone();
        loop {
            let mut changed = false;
            // Later locations were mostly seen behind earlier ones.
            for (from, at) in self.locations.values().enumerate().rev() {
                for to in &at.next {
                    let behind = futures[to.0 as usize];
                    changed |= futures[from].join(&behind);
                }
            }
            if !changed {
                break;
            }
        }
        let are_long = self.long_steps || self.long.0 > 0;
        let grown = futures != self.behind || are_long && steps != self.steps || self.long.0 != self.long.1;
        self.long.1 = self.long.0;
        self.long_then = self.locations.values().map(|at| at.is_long).collect();
        self.learned += 1;
        self.stances.forget_conflicts();
        self.behind = futures;
        self.steps = steps;
        grown
    }
}
