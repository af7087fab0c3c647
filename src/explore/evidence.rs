//! What was seen of locks and variables, by names: what is said about locks is worked out from it, also where several have
//! searched a part each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    report::RaceAccess,
    sightings::{Sighted, Sightings},
};
use crate::{ids::ResourceId, machine::Machine};

/// A lock by its number in the machine. What there was before the first thread began has the same one in every run.
pub type Lock = u32;

/// An access to a variable, with the locks that were held.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub struct Touch {
    /// What tells variables of one name apart.
    pub place: String,
    /// The variable's name.
    pub variable: String,
    /// Who, and where.
    pub access: RaceAccess,
    /// The locks.
    pub locks: Vec<Lock>,
}

/// A lock that is wanted while another is held.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub struct Taking {
    /// The one that is held, and the one that is wanted.
    pub locks: [Lock; 2],
    /// By which thread.
    pub thread: String,
    /// In which line.
    pub line: u32,
}

/// What was seen.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Evidence {
    /// Accesses, each once for each set of locks.
    pub touches: Vec<Touch>,
    /// Orders of locks, each pair once.
    pub takings: Vec<Taking>,
    names: BTreeMap<Lock, String>,
}

impl Evidence {
    /// What a search has seen, with the names that a machine gives.
    #[must_use]
    pub fn of(sightings: &Sightings, machine: &Machine) -> Self {
        let mut evidence = Self::default();
        for guarded in &sightings.guarded {
            let touch = Touch {
                place: format!("{:?}", guarded.place),
                variable: machine.place_label(guarded.place),
                access: RaceAccess {
                    thread: guarded.name.to_string(),
                    line: guarded.by.line,
                    writes: guarded.by.writes,
                },
                locks: guarded.locks.iter().map(|&lock| evidence.name(machine, lock)).collect(),
            };
            evidence.touches.push(touch);
        }
        for order in &sightings.orders {
            let (thread, line) = (order.name.to_string(), order.by.line);
            let locks = order.locks.map(|lock| evidence.name(machine, lock));
            evidence.takings.push(Taking { locks, thread, line });
        }
        evidence
    }

    fn name(&mut self, machine: &Machine, lock: ResourceId) -> Lock {
        self.names.entry(lock.0).or_insert_with(|| machine.resource_name(lock));
        lock.0
    }

    /// What a lock is called.
    #[must_use]
    pub fn name_of(&self, lock: Lock) -> String {
        self.names.get(&lock).cloned().unwrap_or_default()
    }

    /// Adds what another search of the program has seen.
    pub fn join(&mut self, other: Self) {
        for touch in other.touches {
            if !self.touches.contains(&touch) {
                self.touches.push(touch);
            }
        }
        for taking in other.takings {
            if !self.takings.iter().any(|known| known.locks == taking.locks) {
                self.takings.push(taking);
            }
        }
        for (lock, name) in other.names {
            self.names.entry(lock).or_insert(name);
        }
    }
}

/// One side of a race, by names.
#[must_use]
pub fn access(machine: &Machine, by: Sighted) -> RaceAccess {
    let known = by.thread.index() < machine.thread_count();
    let name = if known { machine.thread_name(by.thread).to_string() } else { String::new() };
    RaceAccess { thread: name, line: by.line, writes: by.writes }
}
