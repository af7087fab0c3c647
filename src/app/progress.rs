//! What the viewer has seen of the scenarios. Kept as long as raddle runs.

use std::collections::{BTreeMap, BTreeSet};

use crate::{event::End, scenario::Expect};

/// What was seen, by the ids of the scenarios.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Progress(BTreeMap<String, Seen>);

/// What was seen of a scenario.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seen {
    /// It was on the stage.
    pub opened: bool,
    /// Its tour was watched to its end.
    pub toured: bool,
    /// The kinds of end that it came to.
    pub ends: BTreeSet<Expect>,
}

impl Progress {
    /// What was seen of a scenario.
    pub fn of(&self, id: &str) -> Seen {
        self.0.get(id).cloned().unwrap_or_default()
    }

    /// What was seen of a scenario, to be changed.
    pub fn change(&mut self, id: &str) -> &mut Seen {
        self.0.entry(id.to_owned()).or_default()
    }
}

impl Seen {
    /// A run has come to this end; one that a limit ended has not shown anything.
    pub(super) fn note_end(&mut self, end: End) {
        self.ends.extend(Expect::of(end));
    }
}
