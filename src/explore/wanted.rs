//! The outcomes that ways are looked for to, and how far a run's output goes along with them.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::graph::StateId;
use crate::choice::Choice;

/// An outcome that a way is looked for to.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The number of its end.
    pub end: u32,
    /// What is printed before it.
    pub output: String,
    /// For one that goes on for ever: the state to come to.
    pub endless: Option<StateId>,
    /// The way, once it is found.
    pub way: Option<Vec<Choice>>,
    /// No other is shorter.
    pub proved: bool,
}

/// How far an output goes along with those that are wanted: a place in the tree of their beginnings.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub struct Along(u32);

/// The beginnings of the wanted outputs.
#[derive(Debug)]
pub struct Beginnings {
    next: IndexMap<(u32, u8), u32, FxBuildHasher>,
    /// Every output is taken.
    any: bool,
}

impl Beginnings {
    /// Those of the outcomes; of outputs nothing is asked where they are ignored.
    #[must_use]
    pub fn of(wanted: &[Wanted], any: bool) -> Self {
        let mut beginnings = Self { next: IndexMap::default(), any };
        for wanted in wanted {
            let mut at = 0;
            for &byte in wanted.output.as_bytes() {
                let free = beginnings.next.len() as u32 + 1;
                at = *beginnings.next.entry((at, byte)).or_insert(free);
            }
        }
        beginnings
    }

    /// Where an output is that goes on with this text; none if nothing that is wanted does.
    #[must_use]
    pub fn on(&self, Along(mut at): Along, text: &str) -> Option<Along> {
        if self.any {
            return Some(Along(0));
        }
        for &byte in text.as_bytes() {
            at = *self.next.get(&(at, byte))?;
        }
        Some(Along(at))
    }
}
