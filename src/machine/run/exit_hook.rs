//! What the main thread does when the program's text is done and before it waits for the other threads: a pool's workers are
//! told to end, as `threading._register_atexit` has it in CPython.

use crate::machine::{
    run::{exec::Exec, flow::Stop},
    state::{
        frame::Then,
        value::{ObjectId, Value},
    },
};

impl Exec<'_> {
    /// The thread has stopped so. If that is the end of the main thread's text, and somebody has asked for it, it goes on with
    /// the hook; how the text has ended is kept until that is done.
    pub(super) fn after_the_text(&mut self, stop: Stop) -> Stop {
        if self.thread != self.machine.space.main || !matches!(stop, Stop::Finished | Stop::Failed(_)) {
            return stop;
        }
        if let Stop::Failed(exception) = stop
            && let Some(stop) = self.tell_the_hook(exception)
        {
            return stop;
        }
        let variable = self.statics.library.exit_hook;
        let hook = self.machine.space.globals.get(variable);
        if !matches!(hook, Value::Object(_)) {
            return self.as_the_text_has_ended(stop);
        }
        self.machine.space.globals.set(variable, Value::None);
        if let Stop::Failed(exception) = stop {
            self.machine.threads[self.thread.index()].make_mut().exception = Value::Object(exception);
        }
        let run = self.statics.library.run_exit_hook;
        match self.call_library(run, &[hook], Then::Exit) {
            Ok(_) => self.run(),
            Err(_) => self.as_the_text_has_ended(stop),
        }
    }

    /// `sys.excepthook`, where the program may have put a function of its own there, hears of the exception that ended its text,
    /// once.
    fn tell_the_hook(&mut self, exception: ObjectId) -> Option<Stop> {
        let thread = &self.machine.threads[self.thread.index()];
        if matches!(thread.exception, Value::Object(_)) || self.machine.is_exit(Value::Object(exception)) {
            return None;
        }
        let hook = self.program.global(self.program.module("sys")?, self.machine.common.names.get("_uncaught")?)?;
        if !self.machine.space.globals.get(hook).is_bound() {
            return None;
        }
        self.machine.threads[self.thread.index()].make_mut().exception = Value::Object(exception);
        let told = self.call_library(hook, &[Value::Object(exception)], Then::Exit);
        told.is_ok().then(|| self.run())
    }

    fn as_the_text_has_ended(&mut self, stop: Stop) -> Stop {
        match self.machine.threads[self.thread.index()].exception {
            Value::Object(exception) => Stop::Failed(exception),
            _ => stop,
        }
    }
}
