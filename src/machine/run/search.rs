//! What a search asks of a machine: who would get on, where a thread stands, what hinders it, what is old.
//!
//! A step that only makes a thread begin to wait is no step of a search: guards replace it. Tests: `tests/search/report.rs`.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::{
    event::{NO_DEADLINE, Wait},
    ids::{ResourceId, ThreadId},
    machine::{
        Machine,
        state::{
            operation::Operation,
            place::Place,
            thread::Status,
            value::{ObjectId, Value},
        },
    },
    program::Instruction,
    sync::{Primitive, Request},
};

/// What has to happen before a thread can go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hindrance {
    /// The lock has to be released, by its owner or by a stranger.
    Lock(ResourceId, Option<ThreadId>),
    /// The thread has to end.
    End(ThreadId),
    /// Every thread that is no daemon has to end.
    Others,
    /// Somebody has to do something with the primitive.
    Resource(ResourceId),
}

impl Machine {
    /// Whether a thread that is ready would do more than begin to wait.
    #[must_use]
    pub fn gets_on(&self, thread: ThreadId) -> bool {
        self.ready.contains(thread) && self.guard(thread).is_none()
    }

    /// Whether the time of what the thread waits for may be over.
    #[must_use]
    pub fn may_expire(&self, thread: ThreadId) -> bool {
        self.timed.contains(thread)
    }

    /// Below which number the thread is about to draw a random one, 0 for a fraction; none if it is not.
    #[must_use]
    pub fn drawing(&self, thread: ThreadId) -> Option<u64> {
        match self.threads[thread.index()].pending.as_ref()?.operation {
            Operation::Draw { below } => Some(below),
            _ => None,
        }
    }

    /// Calls back with the threads that live, in order.
    pub fn each_living(&self, mut each: impl FnMut(ThreadId)) {
        for (at, thread) in self.threads.iter().enumerate() {
            if thread.status.is_alive() {
                each(ThreadId::at(at));
            }
        }
    }

    /// What hinders a thread that does not get on.
    #[must_use]
    pub fn hindrance(&self, thread: ThreadId) -> Option<Hindrance> {
        if self.ready.contains(thread) {
            return self.guard(thread);
        }
        match self.threads[thread.index()].status {
            Status::Blocked { on: Wait::For(resource, _), .. } => Some(self.lock_or_other(resource)),
            Status::Blocked { on: Wait::End(of), .. } => Some(Hindrance::End(of)),
            Status::Blocked { on: Wait::Shutdown, .. } => Some(Hindrance::Others),
            _ => None,
        }
    }

    fn lock_or_other(&self, resource: ResourceId) -> Hindrance {
        if self.is_lock(resource) {
            Hindrance::Lock(resource, self.owner_of(resource))
        } else {
            Hindrance::Resource(resource)
        }
    }

    /// What keeps a ready thread from doing more than beginning to wait, where the search leaves that out: blocking on a
    /// lock or for the end of a thread without a timeout, and taking the lock again behind a notified `wait`.
    fn guard(&self, thread: ThreadId) -> Option<Hindrance> {
        if self.is_anything_owed()
            && let Some(of) = self.still_owed_by(thread).filter(|_| !self.goes_past_a_join(thread))
        {
            return Some(Hindrance::End(of));
        }
        let known = &self.threads[thread.index()];
        let waits = matches!(known.status, Status::Blocked { .. });
        match known.pending.as_ref()?.operation {
            Operation::Join { .. } if self.goes_past_a_join(thread) => None,
            Operation::Resource { resource, request: Request::Acquire { blocking: true }, timeout: None } => {
                self.lock_guard(resource, thread)
            }
            Operation::ConditionRoom { lock, .. } => self.lock_guard(lock, thread),
            Operation::Join { thread: of, timeout: None } if !waits => self.join_guard(of, thread),
            Operation::Exit { exception } if thread == self.space.main && !exception.is_bound() => {
                (self.others_to_wait_for() && !self.is_joined(thread)).then_some(Hindrance::Others)
            }
            _ => None,
        }
    }

    fn lock_guard(&self, lock: ResourceId, thread: ThreadId) -> Option<Hindrance> {
        let primitive = self.resource(lock);
        let owner = primitive.owner()?;
        let again = matches!(primitive, Primitive::RLock(_)) && owner == thread;
        (!again).then_some(Hindrance::Lock(lock, Some(owner)))
    }

    fn join_guard(&self, of: ThreadId, thread: ThreadId) -> Option<Hindrance> {
        let status = self.threads[of.index()].status;
        let returns = of == thread || status == Status::New || status.has_ended() || status.is_shutdown();
        (!returns).then_some(Hindrance::End(of))
    }

    /// Whether somebody is about to join the thread, or does.
    fn is_joined(&self, of: ThreadId) -> bool {
        self.threads.iter().any(|thread| {
            let pending = thread.pending.as_ref().map(|pending| &pending.operation);
            matches!(pending, Some(&Operation::Join { thread, .. }) if thread == of)
        })
    }

    /// Where a thread stands in the program: equal for equal calls at equal instructions before the same kind of operation.
    #[must_use]
    pub fn stand_of(&self, thread: ThreadId) -> u64 {
        let known = &self.threads[thread.index()];
        let mut hasher = FxHasher::default();
        for frame in &known.stack.frames {
            hasher.write_u64(u64::from(frame.code.0) << 16 | u64::from(frame.at.0));
        }
        known.pending.as_ref().map(|pending| std::mem::discriminant(&pending.operation)).hash(&mut hasher);
        hasher.finish()
    }

    /// Whether the program ends with the next step of the thread, which is the main one.
    #[must_use]
    pub fn ends_with(&self, thread: ThreadId) -> bool {
        let pending = self.threads[thread.index()].pending.as_ref().map(|pending| &pending.operation);
        matches!(pending, Some(Operation::Exit { .. } | Operation::Shutdown { .. })) && !self.others_to_wait_for()
    }

    /// Whether the thread rests before an operation that reads or writes memory.
    #[must_use]
    pub fn is_before_access(&self, thread: ThreadId) -> bool {
        let pending = self.threads[thread.index()].pending.as_ref();
        let accesses = pending.is_some_and(|it| matches!(it.operation, Operation::Access(_)));
        accesses && self.ready.contains(thread) && self.still_owed_by(thread).is_none()
    }

    /// Whether what a thread rests before is the call of a method: what that does to a container, CPython does as a whole.
    #[must_use]
    pub fn is_before_method(&self, thread: ThreadId) -> bool {
        let stack = &self.threads[thread.index()].stack;
        stack.frames.last().is_some_and(|frame| {
            let instructions = &self.common.program.code(frame.code).instructions;
            let method =
                |it: &&Instruction| matches!(it, Instruction::CallMethod { .. } | Instruction::CallLoaded { .. });
            instructions.get(frame.at.index()).as_ref().is_some_and(method)
        })
    }

    /// The line of the program that a thread rests in; the library's text leads to the call in the program's.
    #[must_use]
    pub fn pending_line(&self, thread: ThreadId) -> Option<u32> {
        let span = self.threads[thread.index()].pending.as_ref()?.span;
        (span.end > 0).then(|| self.common.program.text.line_of(span.start))
    }

    /// The lock that the thread is about to take, or waits for.
    #[must_use]
    pub fn about_to_take(&self, thread: ThreadId) -> Option<ResourceId> {
        let pending = self.threads[thread.index()].pending.as_ref()?;
        match pending.operation {
            Operation::Resource { resource, request: Request::Acquire { .. }, .. } if self.is_lock(resource) => {
                Some(resource)
            }
            _ => None,
        }
    }

    /// Whether the primitive is a lock, re-entrant or not.
    #[must_use]
    pub fn is_lock(&self, resource: ResourceId) -> bool {
        matches!(self.resource(resource), Primitive::Lock(_) | Primitive::RLock(_))
    }

    /// Whether the thread may give up what it is about to do or waits for.
    #[must_use]
    pub fn is_timed(&self, thread: ThreadId) -> bool {
        let known = &self.threads[thread.index()];
        let waits = matches!(known.status, Status::Blocked { deadline, .. } if deadline != NO_DEADLINE);
        let asks = known.pending.as_ref().is_some_and(|pending| match pending.operation {
            Operation::Resource { timeout, .. }
            | Operation::ConditionWait { timeout, .. }
            | Operation::Join { timeout, .. } => timeout.is_some(),
            _ => false,
        });
        waits || asks || self.may_wake(thread)
    }

    /// Whose the lock is, if the primitive is one and is taken.
    #[must_use]
    pub fn owner_of(&self, resource: ResourceId) -> Option<ThreadId> {
        self.resource(resource).owner()
    }

    /// The locks that a thread owns, in the order of their making.
    pub fn locks_of(&self, thread: ThreadId) -> impl Iterator<Item = ResourceId> + '_ {
        let resources = self.resources.iter().enumerate();
        resources.filter(move |(_, it)| it.owner() == Some(thread)).map(|(at, _)| ResourceId::at(at))
    }

    /// Whether the object, thread or primitive that a place belongs to was there before the first thread began: then it has
    /// the same id in every run.
    #[must_use]
    pub fn is_old(&self, place: Place) -> bool {
        let Some(trunk) = &self.common.trunk else { return true };
        match place {
            Place::Thread(thread, _) => thread.index() < trunk.threads(),
            Place::Resource(resource) => resource.index() < trunk.resources(),
            Place::ClassAttribute(class, _) => trunk.knows_class(class),
            place => place.object().is_none_or(|id| self.space.heap.is_constant(id) || trunk.knows(id)),
        }
    }

    /// The objects that old places belong to are never freed, so that no other gets the id of one.
    pub(in crate::machine) fn old_objects(&self) -> impl Iterator<Item = Value> + '_ {
        let constants = self.space.heap.constants();
        let old = self.common.trunk.iter().flat_map(move |trunk| trunk.objects(constants));
        old.map(Value::Object)
    }

    /// Time stands still for the program: a search takes it as free.
    pub fn hold_clock(&mut self) {
        self.time = crate::machine::TimeKeeping::Still;
    }

    /// Whether the program has looked at a clock that stood still.
    #[must_use]
    pub fn has_asked_the_time(&self) -> bool {
        self.time == crate::machine::TimeKeeping::Asked
    }

    /// What the program has called a place that it shares, once it was spoken of; the best that is known otherwise.
    #[must_use]
    pub fn place_label(&self, place: Place) -> String {
        let whole = match place {
            Place::Item(id, _) | Place::Extent(id) => Place::Content(id),
            place => place,
        };
        if let Some(name) = self.common.labels.variable(whole).map(|id| self.common.labels.variable_name(id)) {
            return name.to_owned();
        }
        let object = |id: ObjectId| match self.common.labels.object(id) {
            Some(name) => name.to_string(),
            None => self.class(self.class_of(Value::Object(id))).name.to_string(),
        };
        match place {
            Place::Global(global) => {
                self.common.program.names.text(self.common.program.globals[global.index()].name).to_string()
            }
            Place::Attribute(id, name) => format!("{}.{}", object(id), self.common.names.text(name)),
            Place::ClassAttribute(class, name) => {
                format!("{}.{}", self.class(class).name, self.common.names.text(name))
            }
            place => place.object().map_or_else(String::new, object),
        }
    }
}
