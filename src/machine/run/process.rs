//! Processes: a fork, whose memory is worked on, and the end of a process.
//!
//! Between steps the machine's space is that of the first process. While a thread of another one runs, that one's has
//! changed places with it, so that whatever runs finds its own memory where it looks for it. What a fork copies is what
//! POSIX says: the whole memory, and of the threads only the one that asked. Source: the documentation of `os.fork`.

use std::sync::Arc;

use crate::{
    event::{End, Event, EventKind, Life, Shown, Sink, ThreadKind},
    ids::{ProcessId, ResourceId, ThreadId},
    machine::{
        Machine,
        state::{
            effect::Effect,
            heap::OutOfMemory,
            object::{Instance, Native, Object},
            operation::{Operation, Pending},
            place::Place,
            process::{Process, Processes},
            resting::RestingStack,
            shared::Shared,
            space::Space,
            thread::{Status, Thread},
            value::{ObjectId, Value},
        },
    },
    source::Span,
    sync::{Change, LockChange, Log, Request},
};

impl Machine {
    /// The process that a thread lives in.
    #[must_use]
    pub fn process_of(&self, thread: ThreadId) -> ProcessId {
        self.threads[thread.index()].process
    }

    /// The thread that the process of a thread began with.
    pub(in crate::machine) fn first_thread_of(&self, thread: ThreadId) -> ThreadId {
        let process = self.process_of(thread);
        let forked = self.processes.as_ref().and_then(|processes| processes.forked(process));
        forked.map_or(ThreadId::MAIN, |process| process.main)
    }

    /// The processes beside the first one, and what all have in common.
    pub(in crate::machine) fn processes_mut(&mut self) -> &mut Processes {
        self.processes.get_or_insert_default()
    }

    /// The process whose memory is worked on, if it was forked.
    pub(in crate::machine) fn forked_here(&self) -> Option<&Process> {
        self.processes.as_ref()?.forked(self.space.process)
    }

    /// In whose memory the place lies when the thread comes by it; what processes have in common counts as the first one's.
    #[must_use]
    pub fn memory_of(&self, thread: ThreadId, place: Place) -> ProcessId {
        if matches!(place, Place::Common(..)) { ProcessId(0) } else { self.process_of(thread) }
    }

    /// The threads of the process whose memory is worked on that live.
    pub(in crate::machine) fn living_here(&self) -> impl Iterator<Item = (ThreadId, &Thread)> {
        let process = self.space.process;
        let all = self.threads.iter().enumerate();
        let here = all.filter(move |(_, thread)| thread.process == process && thread.status.is_alive());
        here.map(|(at, thread)| (ThreadId::at(at), &**thread))
    }

    /// Whether a fork leaves the primitive as the one that it is.
    pub(in crate::machine) fn is_common(&self, resource: ResourceId) -> bool {
        self.processes.as_ref().is_some_and(|processes| processes.is_common(resource))
    }

    /// In whose memory that lies what is in the primitive.
    pub(in crate::machine) fn owner_process(&self, resource: ResourceId) -> ProcessId {
        self.processes.as_ref().map_or(ProcessId(0), |processes| processes.owner(resource))
    }

    /// The memory of the process and the machine's change places, unless it is the first process's; a second time puts them
    /// back.
    pub(in crate::machine) fn change_places(&mut self, process: ProcessId) {
        if process == ProcessId(0) {
            return;
        }
        let Some(processes) = self.processes.as_mut() else { return };
        let other = match process {
            ProcessId::SYSTEM => processes.system.as_mut().map(Shared::make_mut),
            forked => processes.forked_mut(forked).map(|process| &mut process.space),
        };
        if let Some(other) = other {
            std::mem::swap(&mut self.space, other);
        }
        if !self.silent {
            let process = self.space.process;
            self.labels_mut().speak_of(process);
        }
    }

    /// The machine as a process sees it: for whoever looks at what a thread's values are.
    #[must_use]
    pub fn seen_from(&self, process: ProcessId) -> std::borrow::Cow<'_, Self> {
        if process == self.space.process {
            return std::borrow::Cow::Borrowed(self);
        }
        let mut other = self.clone();
        other.change_places(process);
        std::borrow::Cow::Owned(other)
    }

    /// Copies the process of a thread that is running, and that thread, which rests in the copy before [`Operation::Forked`].
    ///
    /// # Errors
    /// When the copy's stack has no room.
    pub(in crate::machine) fn fork(
        &mut self,
        parent: ThreadId,
        name: &str,
        resting: Thread,
        sink: &mut dyn Sink,
    ) -> Result<ProcessId, OutOfMemory> {
        if self.processes_mut().system.is_none() {
            self.separate_system(parent);
        }
        let process = ProcessId::at(self.processes_mut().count());
        let child = ThreadId::at(self.threads.len());
        let mut space = self.space.clone();
        space.process = process;
        space.main = child;
        space.heap.keep_stack(resting.stack.view().bytes())?;
        let of_parent = self.space.process;
        let thread = Thread { process, daemon: false, ..resting };
        self.threads.push(Shared::new(thread));
        self.note_home(child);
        let text = sink.text(name);
        let life = Life { kind: ThreadKind::Process, parent: Some(parent), space: process.0 as u16 };
        let here = |kind| Event { thread: parent, span: Span::default(), kind };
        sink.event(here(EventKind::ThreadCreated { thread: child, name: text, daemon: false, life }));
        sink.event(here(EventKind::ThreadStarted { thread: child }));
        self.take_over(&mut space, name, (parent, child), sink);
        let name = Arc::from(name);
        let forked = Process { name, parent: of_parent, main: child, exit: None, space };
        self.processes_mut().add(forked);
        self.ready.set(child, true);
        self.alive += 1;
        self.wake_now(child);
        self.effects.add(Effect::Started(child));
        self.tell_system("forked", &[of_parent, process].map(Processes::number).map(Value::Int), parent, sink);
        Ok(process)
    }

    /// What the objects of a new process stand for: primitives of its own, unless they are common to all, and the one thread
    /// that there is.
    fn take_over(&mut self, space: &mut Space, name: &str, (parent, child): (ThreadId, ThreadId), sink: &mut dyn Sink) {
        let mut copies: Vec<(ResourceId, ResourceId)> = Vec::new();
        for id in space.heap.objects() {
            let Object::Instance(Instance { native, .. }) = space.heap.peek(id) else { continue };
            let native = match *native {
                Native::Thread(thread) if thread == parent => Native::Thread(child),
                Native::Thread(thread) if self.threads[thread.index()].status == Status::New => {
                    Native::Thread(self.copy_thread(thread, space.process))
                }
                Native::Resource(resource) if !self.is_common(resource) => {
                    Native::Resource(self.copy_of(resource, &mut copies, (parent, child), space.process))
                }
                Native::Condition { room, lock } if !self.is_common(room) => {
                    Native::Condition { room: self.copy_of(room, &mut copies, (parent, child), space.process), lock }
                }
                _ => continue,
            };
            if let Object::Instance(instance) = space.heap.get_mut(id) {
                instance.native = native;
            }
        }
        self.report_copies(&copies, name, child, sink);
        let locals = &space.lasting.thread_locals;
        if locals.keys().any(|&(_, thread)| thread == parent) {
            let own: Vec<(ObjectId, ObjectId)> = locals
                .iter()
                .filter(|((_, thread), _)| *thread == parent)
                .map(|(&(id, _), &dict)| (id, dict))
                .collect();
            let lasting = space.lasting.make_mut();
            lasting.thread_locals.extend(own.into_iter().map(|(id, dict)| ((id, child), dict)));
        }
    }

    /// Tells viewers of the primitives that a fork copied: of whose they are, and who holds them.
    fn report_copies(
        &mut self,
        copies: &[(ResourceId, ResourceId)],
        process: &str,
        child: ThreadId,
        sink: &mut dyn Sink,
    ) {
        let mut tell = |kind| sink.event(Event { thread: child, span: Span::default(), kind });
        for &(_, resource) in copies {
            let copy = self.resource(resource);
            tell(EventKind::ResourceCreated { resource, kind: copy.kind(), limit: copy.limit() });
            if copy.owner() == Some(child) {
                tell(EventKind::Changed { resource, change: Change::Lock(LockChange::Acquired { depth: 1 }) });
            }
        }
        for &(original, resource) in copies {
            if let Some(name) = self.common.labels.resource(original).map(|name| format!("{process}: {name}")) {
                self.labels_mut().rename_resource(resource, &name);
                let name = sink.text(&name);
                sink.event(Event {
                    thread: child,
                    span: Span::default(),
                    kind: EventKind::ResourceNamed { resource, name },
                });
            }
        }
    }

    fn copy_of(
        &mut self,
        resource: ResourceId,
        copies: &mut Vec<(ResourceId, ResourceId)>,
        (parent, child): (ThreadId, ThreadId),
        process: ProcessId,
    ) -> ResourceId {
        if let Some(&(_, copy)) = copies.iter().find(|(known, _)| *known == resource) {
            return copy;
        }
        let copy = ResourceId::at(self.resources.len());
        let forked = self.resource(resource).forked(parent, child);
        self.resources.make_mut().push(Shared::new(forked));
        self.processes_mut().set_owner(copy, process);
        copies.push((resource, copy));
        copy
    }

    /// A thread that was made and not started can be started in the copy, too.
    fn copy_thread(&mut self, thread: ThreadId, process: ProcessId) -> ThreadId {
        let copy = ThreadId::at(self.threads.len());
        let thread = Thread { process, ..Thread::clone(&self.threads[thread.index()]) };
        self.threads.push(Shared::new(thread));
        self.note_home(copy);
        copy
    }

    /// The process of the running thread ends with this: whatever still lives of it is cut off where it is, and once that was
    /// the last process, so is the run.
    pub(in crate::machine) fn end_process(&mut self, code: i32, sink: &mut dyn Sink) {
        if self.processes.is_none() {
            self.end = Some(End::of(code));
            return self.abandon(sink);
        }
        let process = self.space.process;
        let main = self.space.main;
        self.processes_mut().set_exit(process, code);
        for at in 0..self.threads.len() {
            let thread = ThreadId::at(at);
            if self.threads[at].process == process && self.threads[at].status.is_alive() {
                if thread != main || code < 0 {
                    sink.event(Event { thread, span: Span::default(), kind: EventKind::ThreadAbandoned });
                }
                self.cut_off(thread, sink);
            }
        }
        self.wake_joiners(main, |_| true, sink);
        for queue in self.processes_mut().let_all_go(process) {
            self.ask(queue, Request::Put { item: END_OF_FILE, blocking: true }, main, sink);
        }
        self.tell_system("left", &[Value::Int(Processes::number(process))], main, sink);
        let parent = self.processes_mut().forked(process).map(|process| process.parent);
        if let Some(semaphore) = parent.and_then(|parent| self.processes_mut().watcher(parent)) {
            self.ask(semaphore, Request::Release { permits: 1 }, main, sink);
        }
        if self.processes_mut().all_ended() {
            let code = self.worst_exit().or_else(|| self.processes_mut().exit(ProcessId(0))).unwrap_or(0);
            self.end = Some(End::of(code));
        }
    }

    /// Something is done to a primitive that is nobody's doing: at the end of a process.
    pub(in crate::machine) fn ask(
        &mut self,
        resource: ResourceId,
        request: Request<Value>,
        by: ThreadId,
        sink: &mut dyn Sink,
    ) {
        self.effects.add(Effect::Asked(resource, request.without_item()));
        let mut log = Log::new();
        self.resource_mut(resource).attempt(by, request, &mut log);
        for change in log {
            let change = change.map_item(|_| sink.text("EOF")).map_item(Shown::Text);
            sink.event(Event { thread: by, span: Span::default(), kind: EventKind::Changed { resource, change } });
        }
        self.update_waiters(resource, by, sink);
    }

    /// The process of the running thread ends at once.
    pub(in crate::machine) fn quit(&mut self, thread: ThreadId, code: i32, sink: &mut dyn Sink) {
        self.retire(thread, Status::Finished);
        self.processes_mut();
        self.end_process(code, sink);
    }

    /// The thread is no more, whatever it was about to do.
    fn cut_off(&mut self, thread: ThreadId, sink: &mut dyn Sink) {
        let known = self.threads[thread.index()].make_mut();
        let (was, pending) = (known.status, known.pending.take());
        known.stack = RestingStack::default();
        self.retire(thread, Status::Finished);
        let waited = match pending.map(|pending| pending.operation) {
            Some(Operation::Resource { resource, .. }) => Some(resource),
            Some(Operation::ConditionRoom { room, .. }) => Some(room),
            Some(Operation::ConditionLock { lock, .. }) => Some(lock),
            _ => None,
        };
        if let (Status::Blocked { .. }, Some(resource)) = (was, waited) {
            self.effects.add(Effect::Asked(resource, Request::Cancel));
            self.resource_mut(resource).expire(thread, &mut Log::new());
            self.update_waiters(resource, thread, sink);
        }
    }

    /// Another process is ended from outside, by a signal.
    pub(in crate::machine) fn kill(&mut self, process: ProcessId, signal: i32, sink: &mut dyn Sink) {
        let ended = self.processes_mut().exit(process).is_some();
        if ended || process == self.space.process {
            return;
        }
        let own = self.space.process;
        self.change_places(own);
        self.change_places(process);
        let main = self.space.main;
        self.effects.add(Effect::Ended(main));
        self.end_process(-signal, sink);
        self.change_places(process);
        self.change_places(own);
    }
}

/// What a thread that was copied by a fork rests before: it is told that it is the copy.
pub fn forked(pending: &Pending) -> Pending {
    Pending { operation: Operation::Forked, then: pending.then, span: pending.span }
}

/// What is got from a pipe that nobody writes to any more.
pub const END_OF_FILE: Value = Value::Ellipsis;

/// What a fork returns in the copy.
pub const IN_THE_COPY: Value = Value::Int(0);
