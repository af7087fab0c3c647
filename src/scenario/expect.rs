//! The kinds of end that a scenario says it can come to.

use crate::event::End;

/// A kind of end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Expect {
    /// Every thread runs to its end.
    Finished,
    /// The program fails as a whole.
    Failed,
    /// Threads wait for each other in a cycle.
    Deadlock,
    /// Threads wait for what nobody will do.
    Stuck,
    /// Threads go on for ever and get nowhere.
    Livelock,
}

impl Expect {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Finished, Self::Failed, Self::Deadlock, Self::Stuck, Self::Livelock];

    /// The word for it in metadata.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Failed => "failed",
            Self::Deadlock => "deadlock",
            Self::Stuck => "stuck",
            Self::Livelock => "livelock",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of a run's end; none for a run that a limit ended.
    #[must_use]
    pub const fn of(end: End) -> Option<Self> {
        match end {
            End::Finished => Some(Self::Finished),
            End::Failed => Some(Self::Failed),
            End::Deadlock => Some(Self::Deadlock),
            End::Stuck => Some(Self::Stuck),
            End::Limit | End::Real(_) => None,
        }
    }
}
