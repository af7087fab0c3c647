//! A thread as it is shown.

use super::CallerView;
use crate::{
    event::{Action, Life, Nanos, Shown, Wait},
    ids::{ResourceId, StepIndex, TextId},
    source::Span,
};

/// A thread.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThreadView {
    /// Its name.
    pub name: TextId,
    /// The step in which it was made.
    pub born: StepIndex,
    /// The program does not wait for it.
    pub daemon: bool,
    /// What it is doing.
    pub state: ThreadState,
    /// The step since which it is doing that.
    pub since: StepIndex,
    /// What it waits for, and until when; also while it was woken and has not had its turn.
    pub waits: Option<(Wait, Nanos)>,
    /// When the wait or sleep began, in virtual time.
    pub waits_since: Nanos,
    /// When its sleep will be over, in virtual time.
    pub sleeps_until: Option<Nanos>,
    /// The expression that it is about to run.
    pub span: Span,
    /// The same, or where it was last, while it is at no place of the program: before its end, and behind it.
    pub last: Span,
    /// What it is about to do.
    pub action: Option<Action>,
    /// What it holds, in the order of taking; a re-entrant lock stands here once.
    pub holds: Vec<ResourceId>,
    /// The expression that took each of them.
    pub(super) taken: Vec<Span>,
    /// The innermost function, and how many calls deep it is.
    pub function: Option<(TextId, u32)>,
    /// The locals of that function, in the order in which they were bound.
    pub locals: Vec<(TextId, Shown)>,
    /// The exception that ended it.
    pub exception: Option<TextId>,
    /// What kind of thread it is, and where it lives.
    pub life: Life,
    /// What the operating system calls it, where a recording says so.
    pub os_id: Option<u64>,
    /// Where it is, if it runs where nobody looked.
    pub outside: Option<TextId>,
    /// The functions that called each other, where calls are recorded; the innermost last.
    pub calls: Vec<TextId>,
    /// The frames that wait for the innermost one, where they are told: the outermost first, perhaps not from the first on.
    pub callers: Vec<CallerView>,
}

/// The states of the textbooks, and how a thread can end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum ThreadState {
    /// It has not been started.
    New,
    /// It can go on, when it is its turn.
    Ready,
    /// It took the last step, and can go on.
    Running,
    /// It waits.
    Blocked,
    /// It sleeps.
    Sleeping,
    /// It has run to its end.
    Finished,
    /// An exception ended it.
    Failed,
    /// The program ended without it.
    Abandoned,
}

impl ThreadState {
    /// The word for it in data.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Blocked => "blocked",
            Self::Sleeping => "sleeping",
            Self::Finished => "finished",
            Self::Failed => "failed",
            Self::Abandoned => "abandoned",
        }
    }

    /// Whether it was started and has not ended.
    #[must_use]
    pub const fn is_alive(self) -> bool {
        matches!(self, Self::Ready | Self::Running | Self::Blocked | Self::Sleeping)
    }
}

impl ThreadView {
    /// A thread that was just made.
    #[must_use]
    pub fn new(name: TextId, daemon: bool, step: StepIndex) -> Self {
        Self {
            name,
            born: step,
            daemon,
            state: ThreadState::New,
            since: step,
            waits: None,
            waits_since: 0,
            sleeps_until: None,
            span: Span::default(),
            last: Span::default(),
            action: None,
            holds: Vec::new(),
            taken: Vec::new(),
            function: None,
            locals: Vec::new(),
            exception: None,
            life: Life::default(),
            os_id: None,
            outside: None,
            calls: Vec::new(),
            callers: Vec::new(),
        }
    }

    /// What it holds, each with the expression that took it.
    pub fn held(&self) -> impl Iterator<Item = (ResourceId, Span)> + '_ {
        self.holds.iter().copied().zip(self.taken.iter().copied())
    }

    /// It holds a primitive from now on, if it did not before.
    pub(super) fn take(&mut self, resource: ResourceId, span: Span) {
        if !self.holds.contains(&resource) {
            self.holds.push(resource);
            self.taken.push(span);
        }
    }

    /// It does not hold a primitive any more.
    pub(super) fn let_go(&mut self, resource: ResourceId) {
        if let Some(at) = self.holds.iter().position(|&held| held == resource) {
            self.holds.remove(at);
            self.taken.remove(at);
        }
    }

    /// It is there from now on.
    pub fn rest_at(&mut self, span: Span) {
        self.span = span;
        if span.end > 0 {
            self.last = span;
        }
    }

    /// It is doing something else from this step on.
    pub fn become_state(&mut self, state: ThreadState, step: StepIndex) {
        if self.state != state {
            self.state = state;
            self.since = step;
        }
    }
}
