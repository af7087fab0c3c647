//! The search: every way in which a program can go, and what it can come to.
//!
//! [`Search`] goes through the choices of a machine and stores each state once; `report` says what it has found, in the words
//! of the program. Why nothing is lost by what it leaves out: `docs/SEARCH.md`. Tests: `tests/search/report.rs`, `tests/search/oracle.rs`.

mod apart;
mod batch;
mod chain;
mod components;
mod count;
mod crew;
mod diagram;
mod end;
mod estimate;
mod evidence;
mod exact;
mod found;
mod futures;
mod goal;
mod graph;
mod ignoring;
mod join;
mod locks;
mod map;
mod node;
mod outputs;
mod persistent;
mod places;
mod queue;
mod random;
mod reorder;
mod report;
mod row;
mod sample;
mod search;
mod share;
mod sightings;
mod stance;
mod starve;
mod telling;
mod wanted;
mod witness;

pub use crew::Crew;
pub use end::{EndState, Kind, Values};
pub use evidence::{Evidence, Taking, Touch};
pub use goal::{Goal, sorted_lines};
pub use join::{Part, PartOutcome, join};
pub use map::{MapBounds, MapId, MapState, MapWay, StateMap};
pub use report::{
    Guard, Interleavings, LeftOut, LockOrder, LockStep, OrderedBy, Outcome, Race, RaceAccess, Report, Witness,
};
pub use sample::Sampling;
pub use search::Search;
pub use share::{Share, way, words};
pub use starve::{Starved, starved};

/// How far a search goes, and what it does without.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// No more states than these are stored.
    pub max_states: usize,
    /// Only runs in which threads that could go on are left for others so many times at most.
    pub preemptions: Option<u32>,
    /// What is printed is no part of what runs come to.
    pub ignore_output: bool,
    /// What cannot make a difference is left out.
    pub reduction: bool,
    /// The ways through the program are counted through as many states as that is ever done through, whatever it takes.
    pub counts: bool,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { max_states: usize::MAX, preemptions: None, ignore_output: false, reduction: true, counts: false }
    }
}
