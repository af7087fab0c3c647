//! What a step reports besides the changes themselves: where the thread rests, its frame and its locals.

use crate::event::{CallChange, Event, EventKind};
use crate::machine::{
    run::{exec::Exec, flow::Stop},
    state::{
        frame::{Frame, Then},
        object::Object,
        value::{ObjectId, Value},
    },
};
use crate::program::Label;

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
        if !self.listens {
            return;
        }
        let event = Event { thread: self.thread, span, kind: EventKind::AboutTo { action } };
        self.sink.event(event);
        self.report_skipped();
        self.at_home(|this| {
            this.report_callers();
            this.report_frame();
        });
    }

    /// Reports the calls that wait for the innermost one: the nearest of them.
    fn report_callers(&mut self) {
        const NEAREST: usize = 6;
        let frames: Vec<Frame> =
            self.stack.frames.iter().filter(|frame| self.code(frame.code).is_shown()).copied().collect();
        let Some(callers) = frames.len().checked_sub(1) else { return };
        for (at, frame) in frames[..callers].iter().enumerate().skip(callers.saturating_sub(NEAREST)) {
            let depth = at as u32 + 1;
            let span = self.site_span(frame.code, Label(frame.at.0.saturating_sub(1)));
            let function = self.sink.text(&self.program.code(frame.code).name);
            self.emit_at(span, EventKind::Calls(CallChange::Caller { depth, function }));
            self.each_local(frame, |this, name, value| {
                let change = CallChange::CallerLocal { depth, name, value };
                this.emit_at(span, EventKind::Calls(change));
            });
        }
    }

    fn emit_at(&mut self, span: crate::source::Span, kind: EventKind) {
        self.sink.event(Event { thread: self.thread, span, kind });
    }

    /// Goes through the bound locals of a frame.
    fn each_local(&mut self, frame: &Frame, mut each: impl FnMut(&mut Self, crate::ids::TextId, crate::event::Shown)) {
        let code = self.program.code(frame.code);
        for (at, &name) in code.locals.iter().enumerate() {
            let text = self.name(name);
            let Some(&value) = self.stack.registers.get(frame.base as usize + at) else { break };
            let value = self.content_of_cell(value);
            if !text.starts_with('.') && &*text != "__class__" && value.is_bound() {
                let (name, value) = (self.sink.text(&text), self.shown_as(&text, value));
                each(self, name, value);
            }
        }
    }

    /// Whether what a generator does is told: somebody listens, it is the program's own, more than a generator expression,
    /// and there has not been too much of it in this step. A long computation by generators costs no more than that.
    fn tells_generator(&mut self, code: crate::program::CodeId) -> bool {
        const MOST: u32 = 200;
        if !self.listens {
            return false;
        }
        let code = self.program.code(code);
        let own = code.is_shown() && &*code.name != "<genexpr>";
        self.generators_told += u32::from(own);
        own && self.generators_told <= MOST
    }

    /// Says that what is known of generators is not the latest.
    fn report_skipped(&mut self) {
        const MOST: u32 = 200;
        if let Some(count) = self.generators_told.checked_sub(MOST).filter(|&count| count > 0) {
            self.emit(EventKind::Calls(CallChange::Skipped { count }));
        }
        self.generators_told = 0;
    }

    /// Reports that a generator was made.
    pub fn report_generator_made(&mut self, id: Value, code: crate::program::CodeId) {
        if let Value::Object(id) = id
            && self.tells_generator(code)
        {
            let function = self.sink.text(&self.program.code(code).name);
            self.emit(EventKind::Calls(CallChange::Made { generator: id.number(), function }));
        }
    }

    /// Reports that a generator goes on; it is the innermost frame from here on.
    pub fn report_resumed(&mut self, id: ObjectId, sent: Value, span: crate::source::Span) {
        if self.tells_generator(self.stack.top().code) {
            let value = self.shown(sent);
            self.emit_at(span, EventKind::Calls(CallChange::Resumed { generator: id.number(), value }));
        }
    }

    /// Reports that the generator whose frame is innermost hands out a value, and what it keeps.
    pub fn report_yielded(&mut self, id: ObjectId, value: Value) {
        const LOCALS: usize = 8;
        let frame = *self.stack.top();
        if !self.tells_generator(frame.code) {
            return;
        }
        let generator = id.number();
        let value = self.shown(value);
        self.emit(EventKind::Calls(CallChange::Yielded { generator, value }));
        let mut told = 0;
        self.each_local(&frame, |this, name, value| {
            told += 1;
            if told <= LOCALS {
                this.emit(EventKind::Calls(CallChange::Kept { generator, name, value }));
            }
        });
    }

    /// Reports that a generator has returned, or that it ended otherwise.
    pub fn report_generator_ended(&mut self, id: ObjectId, value: Option<Value>) {
        let Object::Generator(generator) = self.object(id) else { return };
        if !self.tells_generator(generator.code) {
            return;
        }
        let generator = id.number();
        let change = match value {
            Some(value) => CallChange::Ended { generator, value: self.shown(value) },
            None => CallChange::Broken { generator },
        };
        self.emit(EventKind::Calls(change));
    }

    fn report_frame(&mut self) {
        let own = |frame: &&crate::machine::state::frame::Frame| self.code(frame.code).is_shown();
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
                true => EventKind::Local { name, value: self.shown_as(&text, value) },
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
        if !self.listens {
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
