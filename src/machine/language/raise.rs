//! Exceptions: raising, handling, and where they go.

use std::sync::Arc;

use crate::machine::{
    language::generator::NOT_BEGUN,
    run::{
        exec::Exec,
        flow::{Flow, Limit, Raise, Result, Stop},
    },
    state::{
        class,
        frame::{Frame, Then},
        object::{Attributes, Exception, Object, TraceEntry},
        value::{ClassId, ObjectId, Value},
    },
};
use crate::program::{Instruction, Label, NameId, Register, Resumable, well_known};

impl Exec<'_> {
    /// A new exception with these arguments, ready to be raised.
    pub fn exception(&mut self, class: ClassId, args: &[Value]) -> Raise {
        let exception = Exception {
            class,
            args: args.into(),
            attributes: Attributes::default(),
            traceback: Vec::new(),
            shown_traceback: None,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            about: None,
            held: Vec::new(),
        };
        match self.machine.space.heap.allocate(Object::Exception(Box::new(exception))) {
            Ok(id) => Raise::exception(id),
            Err(limit) => limit.into(),
        }
    }

    /// A new exception with a message, ready to be raised.
    #[cold]
    pub fn error(&mut self, class: ClassId, message: &str) -> Raise {
        match self.string(message) {
            Ok(text) => self.exception(class, &[text]),
            Err(limit) => limit,
        }
    }

    /// `TypeError`.
    #[cold]
    pub fn type_error(&mut self, message: &str) -> Raise {
        self.error(class::TYPE_ERROR, message)
    }

    /// `ValueError`.
    #[cold]
    pub fn value_error(&mut self, message: &str) -> Raise {
        self.error(class::VALUE_ERROR, message)
    }

    /// `RuntimeError`.
    #[cold]
    pub fn runtime_error(&mut self, message: &str) -> Raise {
        self.error(class::RUNTIME_ERROR, message)
    }

    /// `RecursionError`.
    #[cold]
    pub fn recursion_error(&mut self) -> Raise {
        self.error(class::RECURSION_ERROR, "maximum recursion depth exceeded")
    }

    /// `TypeError` for what would need a call of the program where none can be made.
    #[cold]
    pub fn not_modelled(&mut self) -> Raise {
        self.type_error("raddle does not do this with an object that has methods of its own")
    }

    /// A local variable that holds nothing.
    #[cold]
    pub fn unbound_local(&mut self, local: Register) -> Result<Flow> {
        let code = self.code(self.stack.top().code);
        let name = code.locals.get(local.index()).map_or_else(String::new, |&name| self.name(name).to_string());
        let message = format!("cannot access local variable '{name}' where it is not associated with a value");
        Err(self.error(class::UNBOUND_LOCAL_ERROR, &message))
    }

    /// A name that is bound nowhere.
    #[cold]
    pub fn name_error(&mut self, name: &str) -> Raise {
        let raise = self.error(class::NAME_ERROR, &format!("name '{name}' is not defined"));
        match self.intern(name) {
            Ok(name) => self.about(raise, name, Value::Unbound),
            Err(limit) => limit,
        }
    }

    /// Notes which name was not found, for a suggestion.
    fn about(&mut self, raise: Raise, name: NameId, object: Value) -> Raise {
        if let Some(id) = raise.as_exception() {
            self.exception_mut(id).about = Some((name, object));
        }
        raise
    }

    /// The exception object.
    ///
    /// # Panics
    /// When it is none: callers have checked.
    pub fn exception_mut(&mut self, id: ObjectId) -> &mut Exception {
        match self.machine.space.heap.get_mut(id) {
            Object::Exception(exception) => exception,
            other => unreachable!("{other:?} is no exception"),
        }
    }

    /// Whether the exception is an instance of the class.
    pub fn is_exception(&self, id: ObjectId, class: ClassId) -> bool {
        let of = self.class_of(Value::Object(id));
        self.machine.class(of).is_subclass(class)
    }

    /// Whether an instance of the class is raised.
    pub fn is_raised(&self, raise: Raise, class: ClassId) -> bool {
        raise.as_exception().is_some_and(|id| self.is_exception(id, class))
    }

    /// `raise value [from cause]`.
    ///
    /// # Errors
    /// Always: the exception, or that the value is none.
    pub fn raise_value(&mut self, value: Value, cause: Option<Value>) -> Result<Flow> {
        let raised = match (self.as_exception(value), cause) {
            (Ok(exception), None | Some(Value::None)) => Ok((exception, cause)),
            (Ok(exception), Some(cause)) => self.as_cause(cause).map(|cause| (exception, Some(Value::Object(cause)))),
            (Err(raise), _) => Err(raise),
        };
        let (exception, cause) = match raised {
            Err(Raise::PYTHON) => {
                let parts = [value, cause.unwrap_or(Value::None), Value::bool(cause.is_some())];
                return self.call_library(self.statics.library.raise, &parts, Then::Discard);
            }
            raised => raised?,
        };
        if let Some(cause) = cause {
            let raised = self.exception_mut(exception);
            raised.cause = cause;
            raised.suppress_context = true;
        }
        Err(Raise::exception(exception))
    }

    /// The exception that `raise value` raises: a class is instantiated first.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when the class has its own way to make one; `TypeError` when there is none.
    pub fn as_exception(&mut self, value: Value) -> Result<ObjectId> {
        match value {
            Value::Class(class) if self.machine.class(class).is_subclass(class::BASE_EXCEPTION) => {
                let own_init = self.machine.find_own(class, well_known::INIT).is_some();
                if own_init || self.has_own_construction(class) {
                    return Err(Raise::PYTHON);
                }
                let raise = self.exception(class, &[]);
                raise.as_exception().ok_or(raise)
            }
            Value::Object(id) if matches!(self.object(id), Object::Exception(_)) => Ok(id),
            _ => Err(self.type_error("exceptions must derive from BaseException")),
        }
    }

    fn as_cause(&mut self, value: Value) -> Result<ObjectId> {
        match self.as_exception(value) {
            Err(raise) if raise.as_exception().is_some() => {
                Err(self.type_error("exception causes must derive from BaseException"))
            }
            other => other,
        }
    }

    /// `raise` alone.
    pub fn raise_again(&mut self) -> Result<Flow> {
        match self.handled() {
            Some(exception) => self.reraise(Value::Object(exception)),
            None => Err(self.runtime_error("No active exception to reraise")),
        }
    }

    /// An exception goes on from where it was stopped for a while.
    pub fn reraise(&mut self, exception: Value) -> Result<Flow> {
        match exception {
            Value::Object(id) if matches!(self.object(id), Object::Exception(_)) => Err(Raise::exception(id)),
            _ => Err(self.runtime_error("No active exception to reraise")),
        }
    }

    /// The exception that is being handled: in the innermost frame that handles one.
    pub fn handled(&self) -> Option<ObjectId> {
        // What is in the memory of the system is none of the others' business.
        let first = if self.is_in_system() { self.stack.view().system_frame().unwrap_or(0) } else { 0 };
        self.stack.frames[first..].iter().rev().find_map(|frame| {
            let at = Label(frame.at.0.saturating_sub(1));
            let handling = self.code(frame.code).handling.iter().find(|range| range.covers(at))?;
            self.stack.registers[frame.base as usize + handling.exception.index()].object()
        })
    }

    /// Sends an exception to its handler, taking frames off the stack on the way.
    ///
    /// # Errors
    /// When no frame handles it.
    pub fn unwind(&mut self, exception: ObjectId) -> std::result::Result<(), Stop> {
        let mut exception = exception;
        let mut again = self.is_reraise();
        if !again {
            self.set_context(exception);
        }
        let mut left = None;
        loop {
            let frame = *self.stack.top();
            let at = self.raising(frame, left);
            if !std::mem::take(&mut again) && !self.code(frame.code).hidden {
                let shown = if frame.at == NOT_BEGUN { Label(0) } else { at };
                self.exception_mut(exception).traceback.push(TraceEntry { code: frame.code, at: shown });
                self.machine.space.heap.charge(size_of::<TraceEntry>()).map_err(|_| Stop::Limit(Limit::Memory))?;
            }
            let handlers = &self.code(frame.code).handlers;
            if let Some(handler) = handlers.iter().find(|handler| handler.protected.covers(at)).copied() {
                self.stack.set(handler.protected.exception, Value::Object(exception));
                self.stack.top_mut().at = handler.target;
                return Ok(());
            }
            self.note_attribute_lacked(frame, exception);
            self.keep_what_it_held(frame, exception);
            left = self.pop_frame();
            if let Some(generator) = frame.generator {
                exception = self.generator_failed(generator, exception);
            }
            if matches!(frame.then, Then::System(_)) {
                exception = self.raise_out_of_system(exception)?;
            }
            if self.ends_iteration(frame, exception) {
                return Ok(());
            }
            if frame.then == Then::Exit {
                return Err(Stop::Failed(exception));
            }
        }
    }

    /// An `AttributeError` that leaves a `__getattr__` is about what that was asked for, whatever it says itself.
    fn note_attribute_lacked(&mut self, frame: Frame, exception: ObjectId) {
        let class = self.class_of(Value::Object(exception));
        if class != class::ATTRIBUTE_ERROR
            || !matches!(&*self.code(frame.code).name, "__getattr__" | "__getattribute__")
        {
            return;
        }
        let argument = |at: usize| self.stack.registers.get(frame.base as usize + at).copied();
        let (Some(object), Some(name)) = (argument(0), argument(1)) else { return };
        let Some(name) = self.text_of(name).and_then(|name| self.machine.common.names.get(name)) else { return };
        let exception = self.exception_mut(exception);
        if exception.about.is_none() && object.is_bound() {
            exception.about = Some((name, object));
        }
    }

    /// The instruction of a frame that raises, after the frame that it had called was left.
    fn raising(&self, frame: Frame, left: Option<Frame>) -> Label {
        // An instruction that unpacks what the library makes a list of is run again on that: the frame is still before it.
        let next = self.code(frame.code).instructions.get(frame.at.index());
        let again = match next {
            Some(Instruction::Unpack { src, .. } | Instruction::UnpackStar { src, .. }) => {
                left.is_some_and(|left| left.then == Then::Store(*src) && self.code(left.code).hidden)
            }
            _ => false,
        };
        Label(frame.at.0.saturating_sub(u16::from(!again)))
    }

    fn is_reraise(&self) -> bool {
        let frame = self.stack.top();
        let at = frame.at.index().saturating_sub(1);
        let instruction = self.code(frame.code).instructions.get(at);
        matches!(instruction, Some(Instruction::Reraise { .. } | Instruction::RaiseAgain))
    }

    /// Notes what was being handled when the exception came up.
    fn set_context(&mut self, exception: ObjectId) {
        let Some(handled) = self.handled().filter(|&handled| handled != exception) else { return };
        // A chain should not lead back to the new exception. The program may have bent one into a ring, or made one
        // that is too long to be looked through each time; whoever follows a chain minds rings.
        const FARTHEST: usize = 1_000;
        let mut at = handled;
        for _ in 0..FARTHEST {
            let Object::Exception(inner) = self.object(at) else { break };
            let Value::Object(next) = inner.context else { break };
            if next == exception {
                self.exception_mut(at).context = Value::None;
                break;
            }
            at = next;
        }
        let raised = self.exception_mut(exception);
        if raised.context == Value::None {
            raised.context = Value::Object(handled);
        }
    }

    /// An exception left a generator, which has ended by it. `StopIteration` would look like its end (PEP 479).
    fn generator_failed(&mut self, generator: ObjectId, exception: ObjectId) -> ObjectId {
        self.report_generator_ended(generator, None);
        self.generator_finished(generator);
        let kind = self.resumable(generator).map_or("generator", Resumable::name);
        let asynchronous = self.resumable(generator) == Some(Resumable::AsyncGenerator);
        let name = if self.is_exception(exception, class::STOP_ITERATION) {
            "StopIteration"
        } else if asynchronous && self.is_exception(exception, class::STOP_ASYNC_ITERATION) {
            "StopAsyncIteration"
        } else {
            return exception;
        };
        match self.runtime_error(&format!("{kind} raised {name}")).as_exception() {
            Some(error) => {
                let raised = self.exception_mut(error);
                raised.cause = Value::Object(exception);
                raised.context = Value::Object(exception);
                raised.suppress_context = true;
                error
            }
            None => exception,
        }
    }

    /// `StopIteration` out of a `__next__` that a loop called is the end of the loop.
    fn ends_iteration(&mut self, frame: Frame, exception: ObjectId) -> bool {
        let (target, result) = match frame.then {
            Then::Iterate { target, .. } => (target, None),
            Then::Delegate { base, target } => (target, Some(Register(base.0 + 2))),
            _ => return false,
        };
        if !self.is_exception(exception, class::STOP_ITERATION) {
            return false;
        }
        if let Some(register) = result {
            let value = self.stop_value(exception);
            self.stack.set(register, value);
        }
        self.stack.top_mut().at = target;
        true
    }

    /// The value that `StopIteration` carries.
    pub fn stop_value(&self, exception: ObjectId) -> Value {
        match self.object(exception) {
            Object::Exception(exception) => exception.args.first().copied().unwrap_or(Value::None),
            _ => Value::None,
        }
    }

    /// Goes on at the label unless the exception is an instance of the class, or of one in the tuple.
    pub fn jump_unless_match(&mut self, exception: Value, class: Value, target: Label) -> Result<Flow> {
        let classes: Arc<[Value]> = match class {
            Value::Object(id) => match self.object(id) {
                Object::Tuple(classes) => Arc::clone(classes),
                _ => Arc::from([class]),
            },
            _ => Arc::from([class]),
        };
        let of = self.class_of(exception);
        let mut matches = false;
        // All of them have to be exceptions, also those behind the one that it is.
        for class in classes.iter() {
            match class {
                Value::Class(id) if self.machine.class(*id).is_subclass(class::BASE_EXCEPTION) => {
                    matches |= self.machine.class(of).is_subclass(*id);
                }
                _ => {
                    let message = "catching classes that do not inherit from BaseException is not allowed";
                    return Err(self.type_error(message));
                }
            }
        }
        Ok(if matches { Flow::Next } else { self.jump(target) })
    }

    /// The name of an attribute in a message.
    pub fn no_attribute(&mut self, object: Value, name: NameId) -> Raise {
        let raise = self.no_attribute_error(object, name);
        self.about(raise, name, object)
    }

    fn no_attribute_error(&mut self, object: Value, name: NameId) -> Raise {
        let name = self.name(name);
        let message = match object {
            Value::Class(class) => {
                format!("type object '{}' has no attribute '{name}'", self.machine.class(class).name)
            }
            Value::Module(module) => {
                format!("module '{}' has no attribute '{name}'", self.program.modules[module.id().index()].name)
            }
            _ => format!("'{}' object has no attribute '{name}'", self.class_name(object)),
        };
        self.error(class::ATTRIBUTE_ERROR, &message)
    }
}
