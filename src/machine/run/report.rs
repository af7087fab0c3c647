//! What a step reports besides the changes themselves: where the thread rests, its frame and its locals.

use crate::event::{Event, EventKind};
use crate::machine::{
    run::{exec::Exec, flow::Stop},
    state::{
        frame::Then,
        value::{ObjectId, Value},
    },
};

impl Exec<'_> {
    /// Reports what the thread is about to do, and what it knows.
    pub fn report_rest(&mut self) {
        let Some(pending) = &self.next else { return };
        let (span, told) = (pending.span, Self::told_access(&pending.operation));
        // The place that is told is spoken of from here on, whether somebody listens or not.
        let action = match told {
            Some(access) => self.action_at(access),
            None => pending.operation.action(),
        };
        if !self.sink.listens() {
            return;
        }
        let event = Event { thread: self.thread, span, kind: EventKind::AboutTo { action } };
        self.sink.event(event);
        self.report_frame();
    }

    fn report_frame(&mut self) {
        let own = |frame: &&crate::machine::state::frame::Frame| !self.code(frame.code).hidden;
        let depth = self.stack.frames.iter().filter(own).count() as u32;
        let Some(frame) = self.stack.frames.iter().rev().find(own).copied() else { return };
        let code = self.program.code(frame.code);
        let function = self.sink.text(&code.name);
        let report = |this: &mut Self, kind| {
            let event = Event { thread: this.thread, span: code.span, kind };
            this.sink.event(event);
        };
        report(self, EventKind::Frame { function, depth });
        for (at, &name) in code.locals.iter().enumerate() {
            let text = self.name(name);
            let Some(&value) = self.stack.registers.get(frame.base as usize + at) else { break };
            let value = self.content_of_cell(value);
            if text.starts_with('.') || &*text == "__class__" {
                continue;
            }
            let name = self.sink.text(&text);
            let kind = match value.is_bound() {
                true => EventKind::Local { name, value: self.shown(value) },
                false => EventKind::LocalUnbound { name },
            };
            report(self, kind);
        }
    }

    /// A variable that functions share stands in a cell: its content is what counts.
    fn content_of_cell(&self, value: Value) -> Value {
        match value.object().map(|id| self.object(id)) {
            Some(crate::machine::state::object::Object::Cell(inner)) => *inner,
            _ => value,
        }
    }

    /// Reports that an exception came up, unless it is just going on or is only the end of a loop.
    pub fn report_raise(&mut self, exception: ObjectId) {
        if !self.sink.listens() {
            return;
        }
        let crate::machine::state::object::Object::Exception(raised) = self.object(exception) else { return };
        let new = raised.traceback.is_empty();
        if new && !self.is_exception(exception, crate::machine::state::class::STOP_ITERATION) {
            let text = self.unwatched(|this| this.machine.exception_line(Value::Object(exception)));
            let exception = self.sink.text(&text);
            self.emit(EventKind::Raised { exception });
        }
    }

    /// An exception has left the outermost function. If its text is the program's to tell, it is asked now.
    pub fn failed(&mut self, exception: ObjectId) -> Stop {
        let value = Value::Object(exception);
        if self.machine.str(value).is_some() {
            return Stop::Failed(exception);
        }
        let function = self.statics.library.exception_text;
        let atomic = std::mem::replace(&mut self.machine.atomic, true);
        if self.call_library(function, &[value], Then::Exit).is_ok() && !self.stack.frames.is_empty() {
            // It has a budget of its own, so that it comes to the same however small the steps are.
            let before = std::mem::replace(&mut self.fuel, crate::machine::state::cost::BUDGET);
            // However it ends: the text is there, or it is not.
            let _ = self.run_counted();
            self.fuel = before;
            self.counted = before;
        }
        self.machine.atomic = atomic;
        self.stack.frames.clear();
        Stop::Failed(exception)
    }
}
