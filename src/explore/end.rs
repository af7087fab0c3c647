//! How runs end, as a search tells ends apart.

use std::sync::Arc;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::{
    event::End,
    ids::ThreadId,
    machine::{Machine, Status, Worth},
};

/// A kind of end, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Kind {
    /// Threads wait for each other in a circle that nobody can undo, and nothing goes on or nothing ends.
    Deadlock,
    /// Nobody can go on, and there is no circle.
    Stuck,
    /// Threads run, and no end can be reached any more.
    Livelock,
    /// The program failed, or an exception ended a thread.
    Failed,
    /// The program ran to its end.
    Finished,
    /// A limit of the machine ended the run.
    Limit,
}

impl Kind {
    /// The word for it in verdicts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deadlock => "deadlock",
            Self::Stuck => "stuck",
            Self::Livelock => "livelock",
            Self::Failed => "failed",
            Self::Finished => "finished",
            Self::Limit => "limit",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Deadlock, Self::Stuck, Self::Livelock, Self::Failed, Self::Finished, Self::Limit];
        all.into_iter().find(|kind| kind.name() == name)
    }

    /// How a machine ended.
    #[must_use]
    pub fn of(machine: &Machine) -> Self {
        let died = || (0..machine.thread_count()).any(|at| machine.status(ThreadId::at(at)) == Status::Failed);
        match machine.end() {
            Some(End::Deadlock) => Self::Deadlock,
            Some(End::Finished) if died() => Self::Failed,
            Some(End::Finished) => Self::Finished,
            Some(End::Failed) => Self::Failed,
            Some(End::Limit | End::Real(_)) => Self::Limit,
            Some(End::Stuck) | None => Self::Stuck,
        }
    }
}

/// The values of shared variables, by name.
pub type Values = Vec<(Arc<str>, Worth)>;

/// An end but for what was printed.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct EndState {
    /// Its kind.
    pub kind: Kind,
    /// What shared variables are worth in the end.
    pub globals: Values,
    /// Threads wait for each other in a circle that nobody can undo: also daemons, which the program's end cuts off.
    pub circle: bool,
}

impl EndState {
    /// The end of a machine.
    #[must_use]
    pub fn of(machine: &Machine) -> Self {
        let circle = machine.deadlocks().next().is_some();
        Self { kind: Kind::of(machine), globals: machine.shared_values(), circle }
    }
}

/// The ends that were seen.
#[derive(Clone, Debug, Default)]
pub struct Ends(IndexSet<EndState, FxBuildHasher>);

impl Ends {
    /// The number of an end.
    pub fn number(&mut self, end: EndState) -> u32 {
        self.0.insert_full(end).0 as u32
    }

    /// The end of that number.
    #[must_use]
    pub fn get(&self, number: u32) -> &EndState {
        &self.0[number as usize]
    }

    /// All of them, by number.
    pub fn iter(&self) -> impl Iterator<Item = &EndState> {
        self.0.iter()
    }
}
