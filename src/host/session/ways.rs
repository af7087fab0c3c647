//! Other ways: what was left when the viewer chose differently in the past can be gone back to.

use super::{Recorded, Session};
use crate::{
    choice::{Choice, Way},
    ids::{StepIndex, ThreadId},
    trace::Branch,
};

impl Session {
    /// The steps behind which the run has gone another way, too.
    pub fn forks(&self) -> impl Iterator<Item = StepIndex> + '_ {
        self.other_ways().map(|branch| branch.at)
    }

    /// Goes over to another way, and stands where it parts from this one. It is the way that parts last before the cursor,
    /// or first behind it; and by and by each that parts at that step. A live run ends with that. Returns
    /// who goes on there, if there is another way.
    pub fn take_other_way(&mut self) -> Option<ThreadId> {
        let branch = self.next_way()?;
        self.end_live();
        if !self.reach(branch.at) {
            return None;
        }
        self.machine = self.checkpoints.machine_at(branch.at, self.history());
        self.checkpoints.fork(branch.at);
        self.recorder.history_mut().switch(branch);
        self.cursor = branch.at;
        // What comes was recorded, perhaps by another machine: this one catches up with it when it is needed.
        self.recorded = Some(Recorded::behind(branch.at, self.history()));
        self.history().begins_with(branch).map(|choice| choice.thread)
    }

    fn next_way(&self) -> Option<Branch> {
        let before = self.other_ways().map(|branch| branch.at).filter(|&at| at <= self.cursor).max();
        let at = before.or_else(|| self.other_ways().map(|branch| branch.at).min())?;
        let present = self.history().node(at.next());
        let here = || self.other_ways().filter(|branch| branch.at == at);
        let later = here().filter(|branch| Some(branch.first) > present).min_by_key(|branch| branch.first);
        later.or_else(|| here().min_by_key(|branch| branch.first))
    }

    /// Branches that begin with another choice than the present way does; steps that were only divided are none.
    fn other_ways(&self) -> impl Iterator<Item = Branch> + '_ {
        let history = self.history();
        history.branches().filter(|&branch| {
            let present = history.node(branch.at.next()).and_then(|_| history.step(branch.at.next()).choice);
            match (present, history.begins_with(branch)) {
                (Some(present), Some(other)) => !is_same_choice(present, other),
                _ => true,
            }
        })
    }
}

/// Whether two choices differ at most in how far they go.
fn is_same_choice(a: Choice, b: Choice) -> bool {
    let runs = matches!((a.way, b.way), (Way::Run(_), Way::Run(_)));
    a.thread == b.thread && (runs || a.way == b.way)
}
