//! Threads: their calls, what they rest before or wait for.

use smallvec::SmallVec;

use super::{describe::Describer, words::Words};
use crate::machine::state::{
    frame::{Frame, Then},
    object::Object,
    operation::{Operation, Pending},
    thread::{Status, Thread},
    value::Value,
};
use crate::{
    event::{NO_DEADLINE, Wait},
    ids::ThreadId,
    program::liveness::Alive,
    sync::{Describe, Request},
};

impl<W: Words> Describer<'_, W> {
    /// Gives numbers to the threads that live, in their order.
    pub fn number_living(&mut self) {
        self.order = self.order_of_living();
        for at in 0..self.order.len() {
            let number = self.thread_number(self.order[at]);
            self.words.word(u64::from(number));
        }
        self.words.word(0);
    }

    /// Tells the threads that live, and whether a thread that ended has failed.
    pub fn living(&mut self) {
        let machine = self.machine;
        for at in 0..self.order.len() {
            self.tell_thread(self.order[at]);
        }
        let failed = machine.threads.iter().any(|thread| thread.status == Status::Failed);
        self.words.word(u64::from(failed));
        // The verdict on the program is that on its main thread.
        self.value(machine.threads[machine.space.main.index()].exception);
    }

    /// Whom threads still have to wait for, because they have gone past a join, and how many joins each has gone past.
    pub fn owed(&mut self) {
        let owed = &self.machine.owed;
        let mut told: SmallVec<[(u32, u32); 8]> = SmallVec::new();
        for join in owed.iter() {
            let lives = self.machine.threads[join.of.index()].status.is_alive();
            let of = if lives { self.thread_number(join.of) } else { 0 };
            told.push((self.thread_number(join.by), of));
        }
        told.sort_unstable();
        self.words.word(told.len() as u64);
        for (by, of) in told {
            self.words.word(u64::from(by) << 32 | u64::from(of));
        }
    }

    /// A thread, with what it is made of.
    pub fn tell_thread(&mut self, id: ThreadId) {
        let machine = self.machine;
        self.words.word(u64::from(machine.ready.contains(id)));
        let thread = &machine.threads[id.index()];
        self.part(thread, |this| this.tell_alone(id, thread));
    }

    /// What follows from the thread alone.
    pub(super) fn tell_alone(&mut self, id: ThreadId, thread: &Thread) {
        // All live in one process.
        let Thread { process: _, object, name, daemon, status, stack, pending, run_time: _, exception: _, identified } =
            thread;
        self.status(*status, *daemon);
        self.value(*object);
        if self.seen.threads {
            self.words.word(u64::from(id.0));
            self.text(name);
        }
        if !status.is_alive() {
            return;
        }
        self.words.word(u64::from(*identified));
        let waits = pending.as_ref().is_some_and(|pending| !pending.operation.comes_again());
        self.words.word(stack.frames.len() as u64);
        for (at, frame) in stack.frames.iter().enumerate() {
            let next = stack.frames.get(at + 1).map(|next| next.base as usize);
            let end = next.unwrap_or(stack.registers.len()).min(stack.registers.len());
            let registers = stack.registers.get(frame.base as usize..end).unwrap_or_default();
            let waits = stack.frames.get(at + 1).map_or(waits, |next| next.then != Then::Aside);
            self.frame(frame, registers, waits);
        }
        match pending {
            Some(pending) => self.pending(pending),
            None => self.words.word(0),
        }
    }

    fn status(&mut self, status: Status, daemon: bool) {
        let flags = u64::from(daemon) << 8;
        match status {
            Status::New => self.words.word(flags),
            Status::Ready => self.words.word(flags | 1),
            Status::Finished => self.words.word(flags | 2),
            Status::Failed => self.words.word(flags | 3),
            Status::Sleeping { until: _ } => self.words.word(flags | 4),
            Status::Blocked { on, since: _, deadline } => {
                let flags = flags | u64::from(deadline != NO_DEADLINE) << 10;
                match on {
                    Wait::Shutdown => self.words.word(flags | 5),
                    Wait::End(thread) => {
                        self.words.word(flags | 6);
                        self.thread(thread);
                    }
                    Wait::For(resource, want) => {
                        self.words.word(flags | 7);
                        self.resource(resource);
                        self.plain(&want);
                    }
                    // Only real programs wait so.
                    Wait::Other(_) | Wait::Any(_) => self.words.word(flags | 8),
                }
            }
        }
    }

    /// A call, with those of its registers that matter.
    fn frame(&mut self, frame: &Frame, registers: &[Value], waits: bool) {
        let Frame { code, at, base: _, then, generator } = *frame;
        self.made_code(code);
        self.words.word(self.code_word(code) << 32 | u64::from(at.0) << 16 | registers.len() as u64 & 0xffff);
        let then = then_word(then);
        self.words.word(then << 1 | u64::from(generator.is_some()));
        if let Some(generator) = generator {
            self.object(generator);
        }
        let code = self.machine.common.program.code(code);
        let locals = code.locals.len();
        // Where the end of objects is noticed, it matters that a local holds one, whether or not it is read again.
        let all = self.seen.locals || self.machine.space.mortals.is_some();
        let alive = if all { u64::MAX } else { code.alive_locals(at, waits) };
        let (locals, temporaries) = registers.split_at(locals.min(registers.len()));
        for (at, &value) in locals.iter().enumerate() {
            let dead = !Alive::has(alive, at) && !self.is_cell(value);
            self.value(if dead { Value::Unbound } else { value });
        }
        temporaries.iter().for_each(|&value| self.value(value));
    }

    /// Functions that are made later take cells along, whether or not they are read here.
    fn is_cell(&self, value: Value) -> bool {
        value.object().is_some_and(|id| matches!(self.machine.space.heap.peek(id), Object::Cell(_)))
    }

    fn pending(&mut self, pending: &Pending) {
        let Pending { operation, then, span: _ } = pending;
        match *operation {
            // What its instruction will touch follows from the memory as it is by then.
            Operation::Access(_) => self.words.word(1),
            Operation::Resource { resource, request, timeout } => {
                self.words.word(2 | u64::from(timeout.is_some()) << 8);
                self.resource(resource);
                self.plain(&request.without_item());
                if let Request::Put { item, .. } = request {
                    self.value(item);
                }
            }
            Operation::ConditionWait { room, lock, timeout } => {
                self.words.word(3 | u64::from(timeout.is_some()) << 8);
                self.resource(room);
                self.resource(lock);
            }
            Operation::ConditionRoom { room, lock, depth } => {
                self.words.word(4 | u64::from(depth) << 8);
                self.resource(room);
                self.resource(lock);
            }
            Operation::ConditionLock { lock, notified } => {
                self.words.word(5 | u64::from(notified) << 8);
                self.resource(lock);
            }
            Operation::Start { thread } => {
                self.words.word(6);
                self.thread(thread);
            }
            Operation::Join { thread, timeout } => {
                self.words.word(7 | u64::from(timeout.is_some()) << 8);
                self.thread(thread);
            }
            Operation::Sleep { duration: _ } => self.words.word(8),
            Operation::Draw { below } => {
                self.words.word(9);
                self.words.word(below);
            }
            // A machine whose program forks is told as it is.
            Operation::Fork { .. } | Operation::Forked | Operation::Quit { .. } => self.plain(operation),
            Operation::Exit { exception } => {
                self.words.word(10);
                self.value(exception);
            }
            Operation::Shutdown { exception } => {
                self.words.word(11);
                self.value(exception);
            }
            Operation::Compute => self.words.word(12),
        }
        self.words.word(then_word(*then));
    }
}

/// What becomes of a result, in one word.
fn then_word(then: Then) -> u64 {
    let pack = |kind: u64, a: u16, b: u16, c: u8| kind | u64::from(a) << 8 | u64::from(b) << 24 | u64::from(c) << 40;
    match then {
        Then::Store(dst) => pack(1, dst.0, 0, 0),
        Then::Discard => 2,
        Then::Construct(dst) => pack(3, dst.0, 0, 0),
        Then::Iterate { dst, target } => pack(4, dst.0, target.0, 0),
        Then::Delegate { base, target } => pack(5, base.0, target.0, 0),
        Then::Branch { when, target } => pack(6, 0, target.0, u8::from(when)),
        Then::Not(dst) => pack(7, dst.0, 0, 0),
        Then::Class { dst, base, count } => pack(8, dst.0, base.0, count),
        Then::Exit => 9,
        Then::System(dst) => pack(10, dst.0, 0, 0),
        Then::Aside => 11,
    }
}
