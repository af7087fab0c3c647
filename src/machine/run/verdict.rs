//! What can be said about the threads of a machine, by the names that the program uses.

use std::sync::Arc;

use crate::machine::{
    Machine,
    state::{thread::Status, value::Value},
};
use crate::{
    event::Wait,
    ids::{ResourceId, ThreadId},
};

/// What a thread waits for when the program is over but others go on.
pub const OTHER_THREADS: &str = "other threads";

/// What a thread does, holds and waits for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThreadReport {
    /// Its name.
    pub name: Arc<str>,
    /// What it does, in one word.
    pub status: &'static str,
    /// The locks, and semaphores with permits, that it holds, in the order of their making.
    pub holds: Vec<String>,
    /// What it waits for.
    pub waits_for: Option<String>,
    /// Whether that is a thread that it joined.
    pub joins: bool,
    /// The exception that ended it: type and message.
    pub exception: Option<(String, String)>,
}

impl Machine {
    /// What each thread does, in the order of their making.
    #[must_use]
    pub fn thread_reports(&self) -> Vec<ThreadReport> {
        (0..self.threads.len()).map(|at| self.thread_report(ThreadId::at(at))).collect()
    }

    /// How many threads were made.
    #[must_use]
    pub fn thread_count(&self) -> usize {
        self.threads.len()
    }

    /// The status of a thread.
    #[must_use]
    pub fn status(&self, id: ThreadId) -> Status {
        self.threads[id.index()].status
    }

    /// Whether the program does not wait for a thread.
    #[must_use]
    pub fn is_daemon(&self, id: ThreadId) -> bool {
        self.threads[id.index()].daemon
    }

    /// The name of a thread; in a forked process, that of the process stands before it, or for its first thread.
    #[must_use]
    pub fn thread_name(&self, id: ThreadId) -> Arc<str> {
        let thread = &self.threads[id.index()];
        match self.processes.as_ref().and_then(|processes| processes.forked(thread.process)) {
            None => match self.first_program() {
                None => Arc::clone(&thread.name),
                Some(name) if id == ThreadId::MAIN => name,
                Some(name) => Arc::from(format!("{name}/{}", thread.name)),
            },
            Some(process) if process.main == id => Arc::clone(&process.name),
            Some(process) => Arc::from(format!("{}/{}", process.name, thread.name)),
        }
    }

    /// What a thread does.
    #[must_use]
    pub fn thread_report(&self, id: ThreadId) -> ThreadReport {
        let thread = &self.threads[id.index()];
        let holds = (0..self.resources.len()).map(ResourceId::at);
        let holds = holds.filter(|&resource| {
            let primitive = self.resource(resource);
            primitive.owner() == Some(id) || primitive.holders().contains(&id)
        });
        let waits_for = match thread.status {
            Status::Blocked { on, .. } => Some(self.wait_name(on)),
            _ => None,
        };
        let joins = matches!(thread.status, Status::Blocked { on: Wait::End(_) | Wait::Shutdown, .. });
        let failed = thread.status == Status::Failed;
        ThreadReport {
            name: self.thread_name(id),
            status: thread.status.name(),
            holds: holds.map(|resource| self.resource_name(resource)).collect(),
            waits_for,
            joins,
            exception: failed.then(|| self.seen_from(thread.process).exception_parts(thread.exception)),
        }
    }

    fn exception_parts(&self, exception: Value) -> (String, String) {
        let class = self.class(self.class_of(exception)).name.to_string();
        let line = self.exception_line(exception);
        let message = line.split_once(": ").map_or("", |(_, message)| message);
        (class, message.to_owned())
    }

    fn wait_name(&self, wait: Wait) -> String {
        match wait {
            Wait::End(thread) => self.thread_name(thread).to_string(),
            Wait::Shutdown => OTHER_THREADS.to_owned(),
            Wait::For(resource, _) => self.resource_name(resource),
            // Only recordings of real programs have these.
            Wait::Other(_) | Wait::Any(_) => String::new(),
        }
    }

    /// What the program calls a primitive; its kind and number if it has no name for it.
    #[must_use]
    pub fn resource_name(&self, id: ResourceId) -> String {
        if let Some(name) = self.common.labels.resource(id) {
            return name.to_string();
        }
        let kind = self.resource(id).kind();
        let before = self.resources[..=id.index()].iter().filter(|other| other.kind() == kind).count();
        format!("{}-{before}", kind.name())
    }

    /// How much of the program's memory limit is in use, in bytes.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.space.heap.bytes()
    }
}
