//! A thread of the program: its status, its calls, and the operation that it rests before.

use std::sync::Arc;

use crate::event::{Nanos, Wait};
use crate::ids::ProcessId;
use crate::machine::state::{frame::Stack, operation::Pending, resting::RestingStack, shared::Shared, value::Value};

/// A thread.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Thread {
    /// The process whose memory it works on.
    pub process: ProcessId,
    /// The `Thread` object of the program.
    pub object: Value,
    /// Its name.
    pub name: Arc<str>,
    /// The program does not wait for it.
    pub daemon: bool,
    /// What it is doing.
    pub status: Status,
    /// Its calls.
    pub stack: RestingStack,
    /// The operation that it rests before, or that it is blocked in.
    pub pending: Option<Pending>,
    /// How long it has run, in virtual time.
    pub run_time: Nanos,
    /// The exception that ended it.
    pub exception: Value,
    /// Of how many objects it was the first to ask for the hash that says which one it is.
    pub identified: u32,
}

impl Shared<Thread> {
    /// Takes what the thread runs and what it rests before, in the room of a spare stack.
    pub fn take_up(&mut self, spare: Stack) -> (Stack, Option<Pending>) {
        if let Some(own) = self.get_mut() {
            return (std::mem::take(&mut own.stack).take_up(spare), own.pending.take());
        }
        let Thread { process, object, name, daemon, status, stack, pending, run_time, exception, identified } = &**self;
        let (running, next) = (stack.copy(spare), pending.clone());
        // The rest of it, without a look at what is taken.
        *self = Self::new(Thread {
            process: *process,
            object: *object,
            name: Arc::clone(name),
            daemon: *daemon,
            status: *status,
            stack: RestingStack::default(),
            pending: None,
            run_time: *run_time,
            exception: *exception,
            identified: *identified,
        });
        (running, next)
    }
}

/// The states of the textbooks; who of the ready ones is running is the host's business.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Status {
    /// It has not been started.
    New,
    /// It can go on.
    Ready,
    /// It waits; `deadline` is [`crate::event::NO_DEADLINE`] if it would for ever.
    Blocked { on: Wait, since: Nanos, deadline: Nanos },
    /// It sleeps.
    Sleeping { until: Nanos },
    /// It has run to its end.
    Finished,
    /// An exception ended it.
    Failed,
}

impl Status {
    /// Whether it was started and has not ended.
    #[must_use]
    pub const fn is_alive(self) -> bool {
        matches!(self, Self::Ready | Self::Blocked { .. } | Self::Sleeping { .. })
    }

    /// Whether it has ended.
    #[must_use]
    pub const fn has_ended(self) -> bool {
        matches!(self, Self::Finished | Self::Failed)
    }

    /// Whether it is the main thread's, which has come to its end and only waits for the others.
    #[must_use]
    pub const fn is_shutdown(self) -> bool {
        matches!(self, Self::Blocked { on: Wait::Shutdown, .. })
    }

    /// The word for it in verdicts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Ready => "ready",
            Self::Blocked { .. } => "blocked",
            Self::Sleeping { .. } => "sleeping",
            Self::Finished => "finished",
            Self::Failed => "failed",
        }
    }
}
