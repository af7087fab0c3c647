//! Joins that a search lets a thread go past before whom it joins has ended.
//!
//! `join` without a timeout gives nothing back: a thread that goes past it at once, and then waits before its next operation
//! for all that it owes, can do nothing that it could not have done behind the joins. So in `for t in threads: t.join()` the
//! place that the loop has come to makes no difference. How that shows in a run of the real machine is said by whoever made
//! the choices: it puts the joins back. Only where a thread rests before whatever others could notice: elsewhere the step of a
//! join goes on behind it. Tests: `tests/search/report.rs`, `tests/search/oracle.rs`.

use smallvec::SmallVec;

use crate::{
    event::{NO_DEADLINE, Silence, Wait},
    ids::ThreadId,
    machine::{
        Machine, Switching,
        state::{
            operation::{Operation, Pending},
            thread::Status,
        },
    },
};

/// The joins that threads have gone past, in order; those of a thread until it takes a step behind them.
#[derive(Debug, Default)]
pub struct OwedJoins {
    is_allowed: bool,
    joins: SmallVec<[OwedJoin; 4]>,
}

impl Clone for OwedJoins {
    fn clone(&self) -> Self {
        // Quicker than one by one.
        Self { is_allowed: self.is_allowed, joins: SmallVec::from_slice(&self.joins) }
    }
}

/// A join that a thread has gone past.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwedJoin {
    /// Who.
    pub by: ThreadId,
    /// Whose end it has to wait for.
    pub of: ThreadId,
}

impl OwedJoins {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = OwedJoin> {
        self.joins.iter().copied()
    }

    fn by(&self, thread: ThreadId) -> impl Iterator<Item = OwedJoin> {
        self.iter().filter(move |join| join.by == thread)
    }
}

impl Machine {
    /// From here on threads go past joins, where they rest before whatever others could notice.
    pub fn owe_joins(&mut self) {
        self.owed.is_allowed = self.rules.switching == Switching::Anywhere;
    }

    /// Whether any thread has gone past a join and has taken no step behind it.
    #[must_use]
    pub fn is_anything_owed(&self) -> bool {
        !self.owed.joins.is_empty()
    }

    /// How many joins the thread has gone past since its last step.
    #[must_use]
    pub fn joins_owed_by(&self, thread: ThreadId) -> usize {
        self.owed.by(thread).count()
    }

    /// Whom the thread has to wait for, because it has gone past the join of one that lives.
    #[must_use]
    pub fn still_owed_by(&self, thread: ThreadId) -> Option<ThreadId> {
        self.owed.by(thread).map(|join| join.of).find(|of| !self.threads[of.index()].status.has_ended())
    }

    /// Whether the next step of the thread only goes past a join.
    #[must_use]
    pub fn goes_past_a_join(&self, thread: ThreadId) -> bool {
        self.owed.is_allowed
            && self.threads[thread.index()].pending.as_ref().is_some_and(|it| self.passes(thread, &it.operation))
    }

    /// Whether the thread, which is about to perform the operation, goes past it.
    pub(super) fn passes(&self, thread: ThreadId, operation: &Operation) -> bool {
        let Operation::Join { thread: of, timeout: None } = *operation else { return false };
        let waits = matches!(self.threads[thread.index()].status, Status::Blocked { .. });
        // The main thread counts as ended a little before it has; of one that was not started an error is raised.
        self.owed.is_allowed
            && !waits
            && of != thread
            && of != self.space.main
            && self.threads[of.index()].status != Status::New
            && !self.owed.by(thread).any(|join| join.of == of)
            && self.processes.is_none()
    }

    /// The thread goes past the join of another.
    pub(super) fn go_past(&mut self, by: ThreadId, of: ThreadId) {
        self.owed.joins.push(OwedJoin { by, of });
    }

    /// The thread takes a step: what it owed is behind it.
    pub(super) fn forget_joins(&mut self, thread: ThreadId) {
        self.owed.joins.retain(|join| join.by != thread);
    }

    /// Nobody will go on: the thread, which owes the end of one that lives, waits for that as if it had not gone past. Returns
    /// how many steps of the real machine that takes.
    pub fn wait_for_owed(&mut self, thread: ThreadId) -> usize {
        let Some(of) = self.still_owed_by(thread) else { return 0 };
        let steps = self.owed.by(thread).take_while(|join| join.of != of).count() + 1;
        self.forget_joins(thread);
        let waits = self.threads[thread.index()].make_mut();
        waits.status = Status::Blocked { on: Wait::End(of), since: self.clock, deadline: NO_DEADLINE };
        if let Some(Pending { operation, .. }) = &mut waits.pending {
            *operation = Operation::Join { thread: of, timeout: None };
        }
        self.ready.set(thread, false);
        self.look_around(thread, &mut Silence);
        steps
    }
}
