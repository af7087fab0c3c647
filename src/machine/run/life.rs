//! A thread's life: how it begins, who is told when it ends, whom the end of the program waits for.

use std::sync::Arc;

use crate::machine::{
    Machine,
    run::{
        edition::Edition,
        flow::{Limit, Stop},
        step::Rest,
    },
    state::{
        effect::Effect,
        frame::{Frame, Stack, Then},
        object::Object,
        thread::{Status, Thread},
        value::Value,
    },
};
use crate::{
    event::{Event, EventKind, Sink, Wait},
    ids::ThreadId,
    program::CodeId,
    source::Span,
};

impl Machine {
    /// Starts a thread: it runs up to its first operation.
    ///
    /// # Errors
    /// A limit.
    pub(in crate::machine) fn begin_thread(&mut self, thread: ThreadId, sink: &mut dyn Sink) -> Result<(), Limit> {
        let object = self.threads[thread.index()].object;
        let library = &self.common.statics.library;
        let run = if self.may_hook_exceptions() { library.run_thread_hooked } else { library.run_thread };
        let function = self.space.globals.get(run);
        let Value::Object(function) = function else { return Ok(()) };
        let Object::Function(function) = self.space.heap.get(function) else { return Ok(()) };
        let code = function.code;
        self.threads[thread.index()].make_mut().status = Status::Ready;
        self.ready.set(thread, true);
        self.alive += 1;
        self.wake_now(thread);
        self.effects.add(Effect::Started(thread));
        self.run_fresh(thread, code, Some(object), sink)
    }

    /// Runs a thread that has no frames yet, from the beginning of a code object to its first operation.
    pub(super) fn run_fresh(
        &mut self,
        thread: ThreadId,
        code: CodeId,
        argument: Option<Value>,
        sink: &mut dyn Sink,
    ) -> Result<(), Limit> {
        let (program, statics) = (Edition::of(&self.common.program), Arc::clone(&self.common.statics));
        let own = self.space.process;
        let (mut exec, _) = self.take_up(thread, Stack::default(), &program, &statics, sink);
        exec.stack.reserve(0, exec.program.code(code).registers);
        if let Some(argument) = argument {
            exec.stack.registers[0] = argument;
        }
        exec.stack.frames.push(Frame {
            code,
            at: crate::program::Label(0),
            base: 0,
            then: Then::Exit,
            generator: None,
        });
        exec.concurrent = exec.machine.alive() > 1;
        if exec.machine.cores.is_some() && !exec.machine.by_the_wall {
            // It goes to its first operation on a core of its own, in a step of its own.
            exec.put_down(Rest::Stopped(Stop::Budget));
            return Ok(());
        }
        let stop = exec.run();
        let limit = match stop {
            Stop::Limit(limit) => Err(limit),
            _ => Ok(()),
        };
        exec.put_down(Rest::Stopped(stop));
        // It may have come to rest in the memory of the system.
        self.go_to(own);
        limit
    }

    /// A thread has ended: whoever waits for that can go on.
    pub(in crate::machine) fn end_thread(
        &mut self,
        thread: ThreadId,
        exception: Value,
        failed: bool,
        sink: &mut dyn Sink,
    ) {
        self.retire(thread, if failed { Status::Failed } else { Status::Finished });
        self.threads[thread.index()].make_mut().exception = exception;
        self.wake_joiners(thread, |_| true, sink);
        if self.threads[self.space.main.index()].status.is_shutdown() && !self.others_to_wait_for() {
            self.wake(self.space.main, thread, sink);
        }
        if thread == self.space.main {
            self.end_process(self.own_exit_code(), sink);
        }
    }

    /// The thread lives no longer.
    pub(super) fn retire(&mut self, thread: ThreadId, status: Status) {
        let ended = self.threads[thread.index()].make_mut();
        ended.status = status;
        ended.pending = None;
        self.alive -= 1;
        self.effects.add(Effect::Ended(thread));
        self.ready.set(thread, false);
        self.timed.set(thread, false);
    }

    /// Whoever of these waits for the end of the thread can go on. That of the main thread has come when it waits for the others, as
    /// in CPython's `threading._shutdown`.
    pub(in crate::machine) fn wake_joiners(
        &mut self,
        thread: ThreadId,
        among: impl Fn(&Thread) -> bool,
        sink: &mut dyn Sink,
    ) {
        for waiter in 0..self.threads.len() {
            let known = &self.threads[waiter];
            let waits = matches!(known.status, Status::Blocked { on: Wait::End(of), .. } if of == thread);
            if waits && among(known) && !self.ready.contains(ThreadId::at(waiter)) {
                self.wake(ThreadId::at(waiter), thread, sink);
            }
        }
    }

    /// The program has ended: daemons are cut off where they are.
    pub(super) fn abandon(&mut self, sink: &mut dyn Sink) {
        for at in 0..self.threads.len() {
            if self.threads[at].status.is_alive() {
                let thread = ThreadId::at(at);
                sink.event(Event { thread, span: Span::default(), kind: EventKind::ThreadAbandoned });
            }
        }
    }

    fn wake(&mut self, thread: ThreadId, by: ThreadId, sink: &mut dyn Sink) {
        self.ready.set(thread, true);
        self.wake_now(thread);
        self.effects.add(Effect::Woken(thread));
        sink.event(Event { thread: by, span: Span::default(), kind: EventKind::Woken { thread } });
    }

    /// How many threads were started and have not ended.
    #[must_use]
    pub fn alive(&self) -> usize {
        self.alive
    }

    /// Whether the end of the main thread has to wait for others.
    pub(in crate::machine) fn others_to_wait_for(&self) -> bool {
        self.living_here().any(|(id, thread)| !thread.daemon && id != self.space.main)
    }
}
