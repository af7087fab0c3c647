//! Generators, and the end of calls: a frame is taken off the stack, to be gone or to be resumed.

use crate::machine::{
    language::iterate::Next,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        mortality::is_protected,
    },
    state::{
        class,
        frame::{Frame, SavedFrame, Then},
        object::{GeneratorState, Object},
        value::{ObjectId, Value},
    },
};
use crate::{
    program::{
        AwaitSource, Code, CodeId, Instruction, Label, Register, Resumable,
        liveness::{self, Alive},
        well_known,
    },
    source::Span,
};

/// Where the frame of a generator is that has not begun, and never will: at no instruction.
pub const NOT_BEGUN: Label = Label(u16::MAX);

impl Exec<'_> {
    /// The innermost frame returns; its result goes where the call wanted it.
    pub fn return_value(&mut self, value: Value) -> Result<Flow> {
        let frame = *self.stack.top();
        if let Some(generator) = frame.generator {
            self.report_generator_ended(generator, Some(value));
        }
        self.pop_frame();
        if let Some(generator) = frame.generator {
            return self.generator_returned(generator, frame, value);
        }
        match frame.then {
            Then::Exit => Ok(Flow::Finished),
            Then::System(dst) => self.leave_system(dst, value),
            Then::Construct(dst) => self.constructed(dst, frame.base, value).map(again),
            then => self.deliver(then, value).map(again),
        }
    }

    fn generator_returned(&mut self, generator: ObjectId, frame: Frame, value: Value) -> Result<Flow> {
        self.generator_finished(generator);
        match frame.then {
            Then::Iterate { target, .. } => Ok(self.jump(target)),
            Then::Delegate { base, target } => {
                self.stack.set(Register(base.0 + 2), value);
                Ok(self.jump(target))
            }
            _ => {
                let args: &[Value] = if value == Value::None { &[] } else { &[value] };
                Err(self.exception(class::STOP_ITERATION, args))
            }
        }
    }

    /// A generator has ended.
    pub fn generator_finished(&mut self, id: ObjectId) {
        if let Object::Generator(generator) = self.machine.space.heap.get_mut(id) {
            generator.state = GeneratorState::Finished;
        }
        self.end_is_harmless(id);
    }

    /// Hands a value out of the generator whose frame is innermost.
    pub fn yield_value(&mut self, value: Value, receives: Register) -> Result<Flow> {
        let frame = *self.stack.top();
        let Some(id) = frame.generator else { unreachable!("only generators yield") };
        if self.listens {
            self.report_yielded(id, value);
        }
        self.suspend(id, frame, receives);
        self.deliver(frame.then, value).map(again)
    }

    fn suspend(&mut self, id: ObjectId, frame: Frame, receives: Register) {
        let code = self.program.code(frame.code);
        let registers = self.row_at_rest(code, frame, receives);
        self.pop_frame();
        let heap = &mut self.machine.space.heap;
        if heap.is_shared(id) {
            registers.iter().for_each(|&value| heap.publish(value));
        }
        if let Object::Generator(generator) = heap.get_mut(id) {
            generator.state =
                GeneratorState::Suspended(SavedFrame { at: frame.at, receives: Some(receives), registers });
        }
        if !code.handlers.is_empty() && is_protected(code, frame.at) {
            self.note_mortal(Value::Object(id), false);
        }
    }

    /// What a frame that waits keeps: its variables, and those of its temporaries that matter.
    fn row_at_rest(&mut self, code: &Code, frame: Frame, receives: Register) -> Vec<Value> {
        let live = code.sites[frame.at.index() - 1].live.max(receives.0 + 1);
        let alive = code.alive_during(frame.at) & !liveness::bit(code, receives) | self.held_at_rest(code, frame.at);
        let mut row = self.spare_rows.pop().unwrap_or_default();
        let registers = &self.stack.registers[frame.base as usize..][..live.into()];
        let (locals, temporaries) = registers.split_at(code.locals.len().min(live.into()));
        row.extend_from_slice(locals);
        let matters = |(at, &value)| if Alive::has(alive, at) { value } else { Value::Unbound };
        row.extend(temporaries.iter().enumerate().map(matters));
        row
    }

    /// What made the object, if a call made it that runs when it is asked to.
    pub fn resumable(&self, id: ObjectId) -> Option<Resumable> {
        match self.object(id) {
            Object::Generator(generator) => self.program.code(generator.code).resumable,
            _ => None,
        }
    }

    /// Whether it is a generator, and no coroutine.
    pub fn is_generator(&self, id: ObjectId) -> bool {
        self.resumable(id) == Some(Resumable::Generator)
    }

    /// Whether it is a coroutine, or a generator that is to be one.
    pub fn can_be_awaited(&self, id: ObjectId) -> bool {
        let marked = matches!(self.object(id), Object::Generator(generator) if generator.awaitable);
        marked || self.resumable(id) == Some(Resumable::Coroutine)
    }

    fn kind_of_generator(&self, id: ObjectId) -> &'static str {
        self.resumable(id).map_or("generator", Resumable::name)
    }

    /// Whether it waits for an iterator that it delegates to.
    pub fn delegates(&self, id: ObjectId) -> bool {
        match self.object(id) {
            Object::Generator(generator) => match &generator.state {
                GeneratorState::Suspended(saved) => self.delegate_of(id, saved).is_some(),
                _ => false,
            },
            _ => false,
        }
    }

    /// Lets a generator run on; `sent` is the value of its `yield`.
    pub fn resume_generator(&mut self, id: ObjectId, sent: Value, then: Then) -> Result<Flow> {
        let code = match self.waiting(id) {
            Some((code, begun)) if begun || sent == Value::None => code,
            _ => return self.not_resumed(id, then),
        };
        let span = if self.listens { self.span() } else { Span::default() };
        let SavedFrame { receives, registers, .. } = self.push_saved((id, code), then)?;
        if let Some(register) = receives {
            self.stack.set(register, sent);
        }
        self.spare(registers);
        if self.listens {
            self.report_resumed(id, sent, span);
        }
        Ok(Flow::Frame)
    }

    /// What a generator runs that waits to be asked, and whether it has begun.
    fn waiting(&self, id: ObjectId) -> Option<(CodeId, bool)> {
        let Object::Generator(generator) = self.object(id) else { return None };
        match &generator.state {
            GeneratorState::Suspended(saved) => Some((generator.code, saved.receives.is_some())),
            GeneratorState::Running | GeneratorState::Finished => None,
        }
    }

    /// What becomes of asking a generator to go on that does not wait to be asked so.
    fn not_resumed(&mut self, id: ObjectId, then: Then) -> Result<Flow> {
        let Some(saved) = self.take_frame(id)? else {
            if self.resumable(id) == Some(Resumable::Coroutine) {
                return Err(self.runtime_error("cannot reuse already awaited coroutine"));
            }
            return match then {
                Then::Iterate { target, .. } | Then::Delegate { target, .. } => {
                    if let Then::Delegate { base, .. } = then {
                        self.stack.set(Register(base.0 + 2), Value::None);
                    }
                    Ok(self.jump(target))
                }
                _ => Err(self.exception(class::STOP_ITERATION, &[])),
            };
        };
        self.put_frame_back(id, saved);
        let message = format!("can't send non-None value to a just-started {}", self.kind_of_generator(id));
        Err(self.type_error(&message))
    }

    /// Keeps a row of registers that nobody needs any more.
    fn spare(&mut self, mut row: Vec<Value>) {
        const MOST: usize = 8;
        if self.spare_rows.len() < MOST {
            row.clear();
            self.spare_rows.push(row);
        }
    }

    /// The saved frame of a generator, which is running from here on; `None` if it has ended.
    fn take_frame(&mut self, id: ObjectId) -> Result<Option<SavedFrame>> {
        let Object::Generator(generator) = self.machine.space.heap.get_mut(id) else { return Ok(None) };
        match std::mem::replace(&mut generator.state, GeneratorState::Running) {
            GeneratorState::Suspended(saved) => Ok(Some(saved)),
            GeneratorState::Finished => {
                generator.state = GeneratorState::Finished;
                Ok(None)
            }
            GeneratorState::Running => {
                let message = format!("{} already executing", self.kind_of_generator(id));
                Err(self.value_error(&message))
            }
        }
    }

    fn put_frame_back(&mut self, id: ObjectId, saved: SavedFrame) {
        if let Object::Generator(generator) = self.machine.space.heap.get_mut(id) {
            generator.state = GeneratorState::Suspended(saved);
        }
    }

    /// Puts the frame of a generator that waits on the stack; returns what it was kept as.
    fn push_saved(&mut self, (id, code): (ObjectId, CodeId), then: Then) -> Result<SavedFrame> {
        let base = self.free_base();
        self.push_frame(code, base, then)?;
        self.stack.reserve(base, self.program.code(code).registers);
        let Some(saved) = self.take_frame(id)? else { unreachable!("it waits") };
        self.stack.registers[base..base + saved.registers.len()].copy_from_slice(&saved.registers);
        let frame = self.stack.top_mut();
        frame.at = saved.at;
        frame.generator = Some(id);
        Ok(saved)
    }

    /// Raises an exception where a generator waits.
    pub fn throw_into(&mut self, id: ObjectId, exception: Value, then: Then) -> Result<Flow> {
        let Value::Object(exception_id) = exception else {
            return Err(self.type_error("exceptions must derive from BaseException"));
        };
        let Some((code, begun)) = self.waiting(id) else {
            // One that is running says so.
            self.take_frame(id)?;
            if self.resumable(id) == Some(Resumable::Coroutine) {
                return Err(self.runtime_error("cannot reuse already awaited coroutine"));
            }
            return Err(Raise::exception(exception_id));
        };
        let span = self.span();
        let saved = self.push_saved((id, code), then)?;
        let delegate = self.delegate_of(id, &saved);
        self.report_resumed(id, exception, span);
        if !begun {
            // It ends before its first instruction, which no handler in it covers.
            self.stack.top_mut().at = NOT_BEGUN;
        }
        match delegate {
            Some((base, iterator)) => self.throw_to_delegate(base, iterator, exception),
            None => Err(Raise::exception(exception_id)),
        }
    }

    /// The iterator that a waiting generator delegates to.
    fn delegate_of(&self, id: ObjectId, saved: &SavedFrame) -> Option<(Register, Value)> {
        let Object::Generator(generator) = self.object(id) else { return None };
        let at = saved.at.index().checked_sub(1)?;
        match self.program.code(generator.code).instructions.get(at) {
            Some(Instruction::YieldDelegated { base }) => Some((*base, saved.registers[base.index()])),
            _ => None,
        }
    }

    /// What is thrown into a generator goes on to the iterator that it delegates to.
    fn throw_to_delegate(&mut self, base: Register, iterator: Value, exception: Value) -> Result<Flow> {
        let frame = self.stack.top();
        // The instruction behind the yield jumps back to the `Send`, whose label is where the delegation ends.
        let code = self.program.code(frame.code);
        let send = frame.at.index() - 2;
        let Instruction::Send { target, .. } = code.instructions[send] else {
            return self.reraise(exception);
        };
        let then = Then::Delegate { base, target };
        // What the iterator hands out is yielded on, as after a send.
        self.stack.top_mut().at = Label(send as u16 + 1);
        if let Value::Object(id) = exception
            && self.is_exception(id, class::GENERATOR_EXIT)
        {
            // Whoever is delegated to is closed, and has no say in how this goes on.
            let function = self.statics.library.close_delegate;
            return self.call_library(function, &[iterator, exception], Then::Discard);
        }
        match iterator {
            Value::Object(inner) if matches!(self.object(inner), Object::Generator(_)) => {
                self.throw_into(inner, exception, then)
            }
            _ => match self.own_special(iterator, well_known::THROW) {
                Some(function) => self.call_value(function, &[iterator, exception], then),
                None => self.reraise(exception),
            },
        }
    }

    /// The iterator that `yield from value` delegates to.
    pub fn get_delegate(&mut self, value: Value, dst: Register) -> Result<Flow> {
        if value.object().and_then(|id| self.resumable(id)) == Some(Resumable::Coroutine) {
            if self.stack.top().generator.is_some_and(|id| self.can_be_awaited(id)) {
                self.stack.set(dst, value);
                return Ok(Flow::Next);
            }
            let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
            return Err(self.type_error(message));
        }
        self.get_iterator(value, dst)
    }

    /// The iterator that `await value` delegates to.
    pub fn get_awaitable(&mut self, source: AwaitSource, value: Value, dst: Register) -> Result<Flow> {
        if let Value::Object(id) = value
            && self.can_be_awaited(id)
        {
            if self.resumable(id) == Some(Resumable::Coroutine) && self.delegates(id) {
                return Err(self.runtime_error("coroutine is being awaited already"));
            }
            self.stack.set(dst, value);
            return Ok(Flow::Next);
        }
        if self.own_special(value, well_known::AWAIT).is_some() {
            let library = &self.statics.library;
            let function = if source == AwaitSource::Next { library.next_awaitable } else { library.awaitable };
            return self.call_library(function, &[value], Then::Store(dst));
        }
        let name = self.class_name(value);
        let message = match source {
            AwaitSource::Expression => format!("object {name} can't be used in 'await' expression"),
            AwaitSource::Enter => unawaitable("with", "__aenter__", &name),
            AwaitSource::Exit => unawaitable("with", "__aexit__", &name),
            AwaitSource::Next => format!("'async for' received an invalid object from __anext__: {name}"),
        };
        Err(self.type_error(&message))
    }

    /// Sends the register behind `base` into the iterator in `base`.
    pub fn send(&mut self, base: Register, target: Label) -> Result<Flow> {
        let iterator = self.stack.get(base);
        let sent = self.stack.get(Register(base.0 + 1));
        let then = Then::Delegate { base, target };
        if let Value::Object(id) = iterator
            && matches!(self.object(id), Object::Generator(_))
        {
            return self.resume_generator(id, sent, then);
        }
        if sent != Value::None
            && let Some(function) = self.own_special(iterator, well_known::SEND)
        {
            return self.call_value(function, &[iterator, sent], then);
        }
        if sent != Value::None {
            let message = format!("'{}' object has no attribute 'send'", self.class_name(iterator));
            return Err(self.error(class::ATTRIBUTE_ERROR, &message));
        }
        match self.next_item(iterator, then)? {
            Next::Item(item) => self.deliver(then, item),
            Next::End => {
                self.stack.set(Register(base.0 + 2), Value::None);
                Ok(self.jump(target))
            }
            Next::Flow(flow) => Ok(flow),
        }
    }

    /// Hands out what the iterator that is delegated to handed out.
    pub fn yield_delegated(&mut self, base: Register) -> Result<Flow> {
        let value = self.stack.get(Register(base.0 + 2));
        self.yield_value(value, Register(base.0 + 1))
    }
}

fn unawaitable(statement: &str, method: &str, class: &str) -> String {
    format!("'async {statement}' received an object from {method} that does not implement __await__: {class}")
}

/// A frame has gone: where to go on has to be looked up, even if there was nothing else to do.
fn again(flow: Flow) -> Flow {
    if flow == Flow::Next { Flow::Frame } else { flow }
}
