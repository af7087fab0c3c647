//! The kinds of end that many runs of a program are sorted by.

use crate::{
    event::End,
    ids::ThreadId,
    machine::{Machine, Status},
};

/// How a run ended, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum EndKind {
    /// Threads wait for each other in a circle.
    Deadlock,
    /// Threads wait for what nobody will do.
    Stuck,
    /// The program failed.
    Failed,
    /// An assertion did not hold, in whatever thread.
    Asserted,
    /// The program finished, but an exception has ended one of its threads.
    Died,
    /// The program finished with another result than the one that is known to be right.
    Wrong,
    /// The program finished, but daemons waited for each other in a circle when it did.
    Circle,
    /// A limit was reached first.
    Limit,
    /// Every thread ran to its end.
    Finished,
}

impl EndKind {
    /// Every kind, the worst first.
    pub const ALL: [Self; 9] = [
        Self::Deadlock,
        Self::Stuck,
        Self::Failed,
        Self::Asserted,
        Self::Died,
        Self::Wrong,
        Self::Circle,
        Self::Limit,
        Self::Finished,
    ];

    /// How a machine ended that came to this end, as far as that can be seen from it.
    #[must_use]
    pub fn of(machine: &Machine, end: End) -> Self {
        match end {
            End::Deadlock => Self::Deadlock,
            End::Stuck => Self::Stuck,
            End::Limit | End::Real(_) => Self::Limit,
            End::Finished | End::Failed => match (worst_exception(machine), end) {
                (Some(kind), _) if kind == "AssertionError" => Self::Asserted,
                (_, End::Failed) => Self::Failed,
                (Some(_), _) => Self::Died,
                (None, _) if machine.deadlocks().next().is_some() => Self::Circle,
                (None, _) => Self::Finished,
            },
        }
    }

    /// The end of the names of its messages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Deadlock => "deadlock",
            Self::Stuck => "stuck",
            Self::Failed => "failed",
            Self::Asserted => "asserted",
            Self::Died => "died",
            Self::Wrong => "wrong",
            Self::Circle => "circle",
            Self::Limit => "limit",
            Self::Finished => "finished",
        }
    }

    /// Whether it is as it should be.
    #[must_use]
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Finished)
    }
}

/// The type of an exception that ended a thread: an assertion's rather than another. Who only asked to end does not count.
fn worst_exception(machine: &Machine) -> Option<String> {
    let threads = (0..machine.thread_count()).map(ThreadId::at);
    let failed = threads.filter(|&thread| machine.status(thread) == Status::Failed);
    let kinds = failed.filter_map(|thread| machine.thread_report(thread).exception).map(|(kind, _)| kind);
    kinds.filter(|kind| kind != "SystemExit").max_by_key(|kind| kind == "AssertionError")
}
