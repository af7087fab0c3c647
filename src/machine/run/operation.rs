//! Operations: what a thread rests before, and what performing it comes to.
//!
//! Blocking takes two steps, as in life: the attempt, which queues the thread visibly, and the second step when it was
//! woken. What an operation on a primitive means is in `sync/`; here it is put together with threads and time.

use std::sync::Arc;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Limit, Raise, Raised, Result, Stop},
        process::{self, IN_THE_COPY},
    },
    state::{
        class,
        frame::Then,
        operation::{Operation, Pending},
        process::{MOST_PROCESSES, Processes},
        thread::{Status, Thread},
        value::{ObjectId, Value},
    },
};
use crate::{
    event::{Change, EventKind, NO_DEADLINE, Nanos, QueueChange, Shown, Wait, Want},
    ids::{ResourceId, ThreadId},
    sync::{Log, Outcome, Primitive, Refusal, Reply, Request},
};

/// What performing an operation came to.
enum Performed {
    /// It is done; the thread goes on with this.
    Done(Value),
    /// The instruction that asked for it does it now.
    Granted,
    /// There was nothing to do; the thread runs on.
    Continues,
    /// The thread waits.
    Blocked { on: Wait, deadline: Nanos, next: Operation },
    /// The thread sleeps.
    Sleeping { until: Nanos },
    /// The thread has ended.
    Ended,
}

/// How a blocked or resting thread goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Impulse {
    /// It performs what it rests before.
    Attempt,
    /// It takes the second step.
    Resume,
    /// Its time is over.
    Expire,
    /// It wakes for nothing.
    Wake,
    /// It is given a random number.
    Draw(u64),
}

impl Exec<'_> {
    /// Asks for an operation: the thread rests before it, and goes on with its result.
    pub fn operate(&mut self, operation: Operation, then: Then) -> Flow {
        self.next = Some(Pending { operation, then, span: self.span() });
        Flow::Rests
    }

    /// Performs the operation, and lets the thread run on to its next one.
    ///
    /// # Errors
    /// A limit.
    pub fn take_step(&mut self, pending: &Pending, impulse: Impulse) -> std::result::Result<Outlook, Limit> {
        let performed = match impulse {
            Impulse::Attempt => match pending.operation {
                Operation::Fork { name } => self.fork(name, pending),
                ref operation => self.attempt(operation),
            },
            Impulse::Resume => self.resume(&pending.operation),
            Impulse::Expire => self.expire(&pending.operation),
            Impulse::Wake => self.wake_for_nothing(&pending.operation),
            Impulse::Draw(number) => self.draw(&pending.operation, number),
        };
        match performed {
            Ok(Performed::Done(value)) => match self.hand_over(pending, value) {
                Ok(_) => Ok(Outlook::Runs),
                Err(raise) => self.raised(raise),
            },
            Ok(Performed::Granted) => {
                self.granted = true;
                Ok(Outlook::Runs)
            }
            Ok(Performed::Continues) => Ok(Outlook::Runs),
            Ok(Performed::Blocked { on, deadline, next }) => {
                self.emit(EventKind::Blocked { on, deadline });
                let since = self.machine.clock;
                let status = Status::Blocked { on, since, deadline };
                Ok(Outlook::Waits { status, pending: Pending { operation: next, ..pending.clone() } })
            }
            Ok(Performed::Sleeping { until }) => {
                self.emit(EventKind::Slept { until });
                Ok(Outlook::Waits { status: Status::Sleeping { until }, pending: pending.clone() })
            }
            Ok(Performed::Ended) => Ok(Outlook::Ended),
            Err(raise) => self.raised(raise),
        }
    }

    /// The thread goes on with the result; but first the library restores the order of a queue whose items only the
    /// program can compare.
    fn hand_over(&mut self, pending: &Pending, value: Value) -> Result<Flow> {
        if let Operation::Resource { resource, .. } = pending.operation
            && self.is_disordered(resource)
        {
            let arguments = [Value::Int(resource.0.into()), value];
            return self.call_library(self.statics.library.arrange, &arguments, pending.then);
        }
        self.deliver(pending.then, value)
    }

    fn raised(&mut self, raise: Raise) -> std::result::Result<Outlook, Limit> {
        match raise.what() {
            Raised::Exception(exception) => {
                self.report_raise(exception);
                match self.unwind(exception) {
                    Ok(()) => Ok(Outlook::Runs),
                    Err(stop) => Ok(Outlook::Stopped(stop)),
                }
            }
            Raised::Limit(limit) => Err(limit),
            Raised::Python => unreachable!("operations are native"),
        }
    }

    fn deadline(&self, timeout: Option<Nanos>) -> Nanos {
        timeout.map_or(NO_DEADLINE, |timeout| self.machine.after(timeout))
    }

    fn attempt(&mut self, operation: &Operation) -> Result<Performed> {
        match *operation {
            Operation::Access(_) => Ok(Performed::Granted),
            Operation::Compute => Ok(Performed::Continues),
            Operation::Resource { resource, request, timeout } => {
                let deadline = self.deadline(timeout);
                let outcome = self.act(resource, |primitive, who, log| primitive.attempt(who, request, log))?;
                self.conclude(outcome, self.wait_for(resource, &request), deadline, operation)
            }
            Operation::ConditionWait { room, lock, timeout } => self.condition_wait(room, lock, timeout),
            Operation::Start { thread } => self.start_thread(thread),
            Operation::Forked => Ok(Performed::Done(IN_THE_COPY)),
            Operation::Join { thread, timeout } => self.join_thread(thread, timeout),
            Operation::Sleep { duration } => Ok(Performed::Sleeping { until: self.machine.after(duration) }),
            Operation::Exit { exception } => self.exit(exception),
            Operation::Quit { code } => {
                self.emit(EventKind::ThreadFinished);
                self.machine.quit(self.thread, code, self.sink);
                Ok(Performed::Ended)
            }
            ref other => unreachable!("{other:?} is not begun by running"),
        }
    }

    /// What a thread waits for whose request is not met.
    fn wait_for(&self, resource: ResourceId, request: &Request<Value>) -> Wait {
        Wait::For(resource, self.machine.resource(resource).want(request))
    }

    fn resume(&mut self, operation: &Operation) -> Result<Performed> {
        match *operation {
            Operation::Resource { resource, request, timeout } => {
                let counted = self.machine.resource(resource).may_expire(self.thread);
                let outcome = self.act(resource, Primitive::resume)?;
                let deadline = if counted { self.own_deadline() } else { self.deadline(timeout) };
                self.conclude(outcome, self.wait_for(resource, &request), deadline, operation)
            }
            Operation::ConditionRoom { room, lock, depth } => {
                let outcome = self.act(room, Primitive::resume)?;
                self.take_lock_again(lock, depth, outcome == Outcome::Done(Reply::Bool(true)))
            }
            Operation::ConditionLock { lock, notified } => {
                let outcome = self.act(lock, Primitive::resume)?;
                Self::lock_taken_again(outcome, lock, notified)
            }
            Operation::Join { .. } => self.unblocked(Value::None),
            Operation::Shutdown { exception } => {
                self.emit(EventKind::Unblocked);
                self.end(exception)
            }
            ref other => unreachable!("{other:?} does not block"),
        }
    }

    fn expire(&mut self, operation: &Operation) -> Result<Performed> {
        match *operation {
            Operation::Sleep { .. } => self.unblocked(Value::None),
            Operation::Join { .. } => {
                self.emit(EventKind::TimedOut);
                self.unblocked(Value::None)
            }
            Operation::Resource { resource, request, .. } => {
                self.emit(EventKind::TimedOut);
                let outcome = self.act(resource, Primitive::expire)?;
                self.conclude(outcome, self.wait_for(resource, &request), NO_DEADLINE, operation)
            }
            Operation::ConditionRoom { room, lock, depth } => {
                self.emit(EventKind::TimedOut);
                let outcome = self.act(room, Primitive::expire)?;
                self.take_lock_again(lock, depth, outcome == Outcome::Done(Reply::Bool(true)))
            }
            ref other => unreachable!("{other:?} has no time to run out"),
        }
    }

    /// A waiter of a condition wakes without being notified: it cannot tell.
    fn wake_for_nothing(&mut self, operation: &Operation) -> Result<Performed> {
        let Operation::ConditionRoom { room, lock, depth } = *operation else {
            unreachable!("{operation:?} does not end by itself")
        };
        self.act(room, Primitive::expire)?;
        self.take_lock_again(lock, depth, true)
    }

    fn draw(&mut self, operation: &Operation, number: u64) -> Result<Performed> {
        let value = match *operation {
            Operation::Draw { below: limit @ 1.. } => Value::Int((number % limit) as i64),
            // 53 random bits, as CPython's random() makes them.
            _ => Value::float((number >> 11) as f64 / (1u64 << 53) as f64),
        };
        if self.listens {
            let value = self.shown(value);
            self.emit(EventKind::Drew { value });
        }
        Ok(Performed::Done(value))
    }

    fn own_deadline(&self) -> Nanos {
        match self.machine.threads[self.thread.index()].status {
            Status::Blocked { deadline, .. } => deadline,
            _ => NO_DEADLINE,
        }
    }

    fn unblocked(&mut self, value: Value) -> Result<Performed> {
        self.emit(EventKind::Unblocked);
        Ok(Performed::Done(value))
    }

    /// Performs a step of a primitive, and reports what it changed and whom it woke.
    fn act(
        &mut self,
        resource: ResourceId,
        step: impl FnOnce(&mut crate::sync::Primitive<Value>, ThreadId, &mut Log<Value>) -> Outcome<Value>,
    ) -> Result<Outcome<Value>> {
        let mut log = Log::new();
        let outcome = step(self.machine.resource_mut(resource), self.thread, &mut log);
        let ordered = self.restore_order(resource, &mut log);
        if self.was_blocked() && outcome != Outcome::Wait {
            self.emit(EventKind::Unblocked);
        }
        self.report_changes(resource, log)?;
        ordered.map(|()| outcome)
    }

    /// Reports what has changed in a primitive, and who may go on now.
    ///
    /// # Errors
    /// When what was put takes more memory than there may be.
    pub fn report_changes(&mut self, resource: ResourceId, log: Log<Value>) -> Result<()> {
        let put = log.iter().filter(|change| matches!(change, Change::Queue(QueueChange::Put { .. }))).count();
        for change in log {
            let change = self.shown_change(resource, change);
            self.emit(EventKind::Changed { resource, change });
        }
        self.machine.update_waiters(resource, self.thread, self.sink);
        // What was got again is taken off when garbage is looked for.
        Ok(self.machine.space.heap.charge(put * size_of::<Value>())?)
    }

    fn was_blocked(&self) -> bool {
        matches!(self.machine.threads[self.thread.index()].status, Status::Blocked { .. })
    }

    fn shown_change(&mut self, resource: ResourceId, change: Change<Value>) -> Change<Shown> {
        if let Change::Queue(QueueChange::Put { item, .. }) = change {
            // What is in a queue can be reached by every thread that can reach the queue.
            self.machine.space.heap.publish(item);
        }
        let common = self.machine.is_common(resource);
        change.map_item(|item| self.shown_item(item, common))
    }

    /// An item of a queue; in those that processes have in common it is the number of a message.
    fn shown_item(&mut self, item: Value, common: bool) -> Shown {
        if !self.listens {
            return Shown::Int(0);
        }
        let processes = self.machine.processes.as_ref().filter(|_| common);
        match (processes, item) {
            (Some(processes), Value::Int(number)) => {
                let message = processes.message(number as usize);
                let text = message.map_or_else(|| Arc::from("?"), |message| Arc::clone(&message.text));
                Shown::Text(self.sink.text(&text))
            }
            _ => self.shown_as("", item),
        }
    }

    fn conclude(
        &mut self,
        outcome: Outcome<Value>,
        on: Wait,
        deadline: Nanos,
        operation: &Operation,
    ) -> Result<Performed> {
        match outcome {
            // How deep a lock was held is for conditions to know: `__exit__` must not return what counts as true.
            Outcome::Done(_) if matches!(operation, Operation::Resource { request: Request::Release { .. }, .. }) => {
                Ok(Performed::Done(Value::None))
            }
            Outcome::Done(reply) => Ok(Performed::Done(match reply {
                Reply::None => Value::None,
                Reply::Bool(truth) => Value::bool(truth),
                Reply::Int(number) => Value::Int(i64::from(number)),
                Reply::Item(item) => item,
                Reply::RunAction => Value::Ellipsis,
            })),
            Outcome::Wait => {
                let counts = on.resource().is_none_or(|id| self.machine.resource(id).may_expire(self.thread));
                let deadline = if counts { deadline } else { NO_DEADLINE };
                Ok(Performed::Blocked { on, deadline, next: operation.clone() })
            }
            Outcome::Refused(refusal) => Err(self.refused(refusal)),
        }
    }

    /// The exception for a refused operation.
    pub fn refused(&mut self, refusal: Refusal) -> Raise {
        match refusal {
            Refusal::ReleaseUnlocked => self.runtime_error("release unlocked lock"),
            Refusal::ReleaseUnacquired => self.runtime_error("cannot release un-acquired lock"),
            Refusal::ReleasedTooOften => self.value_error("Semaphore released too many times"),
            Refusal::DoneTooOften => self.value_error("task_done() called too many times"),
            Refusal::Broken => self.exception(class::BROKEN_BARRIER_ERROR, &[]),
            Refusal::Full => self.exception(class::FULL, &[]),
            Refusal::Empty => self.exception(class::EMPTY, &[]),
        }
    }

    /// A release of a lock frees whoever may take it; then the thread waits in the room.
    fn condition_wait(&mut self, room: ResourceId, lock: ResourceId, timeout: Option<Nanos>) -> Result<Performed> {
        if !self.owns(lock) {
            return Err(self.runtime_error("cannot wait on un-acquired lock"));
        }
        let deadline = self.deadline(timeout);
        let released = self.act(lock, |primitive, who, log| primitive.attempt(who, Request::ReleaseAll, log))?;
        let depth = match released {
            Outcome::Done(Reply::Int(depth)) => depth,
            _ => 1,
        };
        self.act(room, |primitive, who, log| primitive.attempt(who, Request::Wait, log))?;
        let next = Operation::ConditionRoom { room, lock, depth };
        Ok(Performed::Blocked { on: Wait::For(room, Want::Signal), deadline, next })
    }

    /// Whether the lock of a condition is held, as its methods require: an `RLock` by this thread, a `Lock` by anybody.
    pub fn owns(&self, lock: ResourceId) -> bool {
        match self.machine.resource(lock) {
            Primitive::RLock(lock) => lock.owner() == Some(self.thread),
            primitive => primitive.owner().is_some(),
        }
    }

    fn take_lock_again(&mut self, lock: ResourceId, depth: u32, notified: bool) -> Result<Performed> {
        let restore = Request::Restore { depth };
        let outcome = self.act(lock, |primitive, who, log| primitive.attempt(who, restore, log))?;
        Self::lock_taken_again(outcome, lock, notified)
    }

    fn lock_taken_again(outcome: Outcome<Value>, lock: ResourceId, notified: bool) -> Result<Performed> {
        if outcome != Outcome::Wait {
            return Ok(Performed::Done(Value::bool(notified)));
        }
        let next = Operation::ConditionLock { lock, notified };
        Ok(Performed::Blocked { on: Wait::For(lock, Want::Acquire), deadline: NO_DEADLINE, next })
    }

    fn start_thread(&mut self, thread: ThreadId) -> Result<Performed> {
        if self.machine.threads[thread.index()].status != Status::New {
            return Err(self.runtime_error("threads can only be started once"));
        }
        if self.machine.alive() >= crate::machine::MOST_THREADS {
            return Err(Raise::limit(Limit::Threads));
        }
        self.emit(EventKind::ThreadStarted { thread });
        let object = self.machine.threads[thread.index()].object;
        self.machine.space.heap.publish(object);
        // While the new thread runs to its first operation, this one rests: what its stack holds on to is no garbage.
        let own = self.thread.index();
        let resting = self.stack.lay_down(false);
        self.machine.threads[own].make_mut().stack = resting;
        let begun = self.machine.begin_thread(thread, self.sink);
        let resting = std::mem::take(&mut self.machine.threads[own].make_mut().stack);
        self.stack = resting.take_up(std::mem::take(&mut self.stack));
        begun.map_err(Raise::limit)?;
        self.concurrent = true;
        self.machine.space.heap.watch.switch(true);
        Ok(Performed::Done(Value::None))
    }

    /// A fork: the copy of the thread goes on as this one would, with another result.
    fn fork(&mut self, name: ObjectId, asked: &Pending) -> Result<Performed> {
        if self.machine.alive() >= crate::machine::MOST_THREADS
            || self.machine.processes_mut().count() >= MOST_PROCESSES
        {
            return Err(Raise::limit(Limit::Threads));
        }
        let name = self.text_of(Value::Object(name)).unwrap_or_default().to_owned();
        let known = &self.machine.threads[self.thread.index()];
        let resting = Thread {
            stack: self.stack.view().copy_down(),
            pending: Some(process::forked(asked)),
            status: Status::Ready,
            run_time: 0,
            ..Thread::clone(known)
        };
        let process = self.machine.fork(self.thread, &name, resting, self.sink)?;
        self.concurrent = true;
        self.machine.space.heap.watch.switch(true);
        Ok(Performed::Done(Value::Int(Processes::number(process))))
    }

    /// Whether the thread lives in another process.
    fn is_foreign(&self, thread: ThreadId) -> bool {
        self.machine.process_of(thread) != self.machine.space.process
    }

    fn join_thread(&mut self, thread: ThreadId, timeout: Option<Nanos>) -> Result<Performed> {
        if thread == self.thread {
            return Err(self.runtime_error("cannot join current thread"));
        }
        if self.machine.passes(self.thread, &Operation::Join { thread, timeout }) {
            self.machine.go_past(self.thread, thread);
            return Ok(Performed::Done(Value::None));
        }
        let status = self.machine.threads[thread.index()].status;
        if self.is_foreign(thread) && thread != self.machine.first_thread_of(thread) {
            return Ok(Performed::Done(Value::None));
        }
        match status {
            Status::New => Err(self.runtime_error("cannot join thread before it is started")),
            // In this process there is none of the threads of others; what is waited for is the end of another process.
            status if status.has_ended() || (status.is_shutdown() && !self.is_foreign(thread)) => {
                Ok(Performed::Done(Value::None))
            }
            _ => {
                let deadline = self.deadline(timeout);
                let next = Operation::Join { thread, timeout };
                Ok(Performed::Blocked { on: Wait::End(thread), deadline, next })
            }
        }
    }

    /// The thread ends; the main thread waits for all that are no daemons first.
    fn exit(&mut self, exception: Value) -> Result<Performed> {
        if self.machine.space.finishing && self.thread == self.machine.space.main {
            return self.end(exception);
        }
        if exception.is_bound() {
            self.print_uncaught(exception)?;
        }
        if self.thread == self.machine.space.main && self.machine.others_to_wait_for() {
            let process = self.machine.space.process;
            self.machine.wake_joiners(self.thread, |waiter| waiter.process == process, self.sink);
            let next = Operation::Shutdown { exception };
            return Ok(Performed::Blocked { on: Wait::Shutdown, deadline: NO_DEADLINE, next });
        }
        self.end(exception)
    }

    fn end(&mut self, exception: Value) -> Result<Performed> {
        if self.thread == self.machine.space.main && !self.machine.space.finishing {
            let left = self.last_ones();
            if !left.is_empty() {
                return self.finish(exception, left);
            }
        }
        let failed = exception.is_bound() && !self.machine.is_exit(exception);
        if failed && self.listens {
            let text = self.machine.exception_line(exception);
            let exception = self.sink.text(&text);
            self.emit(EventKind::ThreadFailed { exception });
        } else {
            self.emit(EventKind::ThreadFinished);
        }
        self.machine.end_thread(self.thread, exception, failed, self.sink);
        Ok(Performed::Ended)
    }
}

impl Exec<'_> {
    /// Before it ends with that, the main thread brings what is left to its end.
    fn finish(&mut self, exception: Value, left: Vec<Value>) -> Result<Performed> {
        self.machine.space.finishing = true;
        self.machine.threads[self.thread.index()].make_mut().exception = exception;
        let left = self.list(left)?;
        self.call_library(self.statics.library.finish, &[left], Then::Exit)?;
        Ok(Performed::Continues)
    }
}

/// What a thread does after its operation.
pub enum Outlook {
    /// It runs on.
    Runs,
    /// It waits.
    Waits { status: Status, pending: Pending },
    /// It has stopped for good, by an exception that nothing caught.
    Stopped(Stop),
    /// It has ended.
    Ended,
}
