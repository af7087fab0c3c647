//! One thread running: the interpreter's working state between two stops.
//!
//! While a thread runs, its stack is taken out of the machine and held here. Everything that runs program text works on
//! an [`Exec`]; nothing else does.

use crate::machine::{
    Machine,
    run::{
        edition::Edition,
        flow::{Flow, Raise, Result},
        statics::Statics,
    },
    state::{
        class, effort,
        frame::{Frame, Stack, Then},
        object::Object,
        operation::Pending,
        place::Footprint,
        value::{ClassId, NativeId, ObjectId, Value},
    },
};
use crate::{
    event::{Event, EventKind, Sink},
    ids::ThreadId,
    program::{CodeId, GlobalId, Label, NameId, Program, Register},
    source::Span,
};

/// The registers of one thread's frames together; more are too deep a recursion.
const MOST_REGISTERS: usize = 1 << 21;

/// More work than this is not begun in native code that takes long for it, in instructions: tens of milliseconds.
const MOST_AT_ONCE: usize = 4 << 20;

/// More text than this is not handed to native code that looks at all of it, in bytes.
const MOST_TEXT: usize = 16 << 20;

/// One thread running.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own; one of them is there in debug builds only"
)]
pub struct Exec<'m> {
    /// The machine, without the stack of this thread.
    pub machine: &'m mut Machine,
    /// The program.
    pub program: &'m Program,
    /// What it is borrowed from.
    pub edition: &'m Edition,
    /// What is the same in every machine of the program.
    pub statics: &'m Statics,
    /// The stack of this thread.
    pub stack: Stack,
    /// The thread.
    pub thread: ThreadId,
    /// Where events go.
    pub sink: &'m mut dyn Sink,
    /// Somebody wants them.
    pub listens: bool,
    /// Another thread is alive, so that accesses to shared memory are visible.
    pub concurrent: bool,
    /// The next instruction may touch what it touches.
    pub granted: bool,
    /// Since the last access, the thread has come by a place where CPython 3.11 looks whether to put it aside.
    pub at_point: bool,
    /// What the running instruction said that it would touch.
    pub passed: Footprint,
    /// The running instruction is one of the library: for the check of what it touches.
    #[cfg(debug_assertions)]
    pub in_library: bool,
    /// The native function whose access the running instruction has named.
    pub named: std::cell::Cell<Option<NativeId>>,
    /// What the thread rests before.
    pub next: Option<Pending>,
    /// So many of the outermost frames have not run since the step began, and are as tidy as they were.
    pub untouched: usize,
    /// Instructions left before the thread is stopped.
    pub fuel: u32,
    /// Instructions besides, which are left when the thread has looked around after each one.
    pub reserve: u32,
    /// Instructions that were run in this step.
    pub spent: u32,
    /// The fuel when the instructions that run now began: those since then are not in `spent` yet.
    pub counted: u32,
    /// How much was to be told of generators in this step.
    pub generators_told: u32,
    /// Rows of registers of generators that run on, to be used again when they wait.
    pub spare_rows: Vec<Vec<Value>>,
    /// A text that is being put together.
    pub scratch: String,
}

impl Exec<'_> {
    /// Whether library code is running. Its own variables are nobody's business: it is built on the primitives.
    pub fn is_hidden(&self) -> bool {
        self.stack.frames.last().is_some_and(|frame| self.code(frame.code).hidden)
    }

    /// The code object of a frame.
    #[inline]
    pub fn code(&self, id: CodeId) -> &crate::program::Code {
        self.program.code(id)
    }

    /// The span of the instruction that is running, in the text of the program: of the innermost frame that is not
    /// library code.
    pub fn span(&self) -> Span {
        self.place().map_or(Span::default(), |(code, at)| self.site_span(code, at))
    }

    /// The innermost frame of the program's own text: its code and the instruction that is running.
    pub fn place(&self) -> Option<(CodeId, Label)> {
        let frame = self.stack.frames.iter().rev().find(|frame| self.code(frame.code).is_shown())?;
        Some((frame.code, Label(frame.at.0.saturating_sub(1))))
    }

    /// The span of an instruction.
    pub fn site_span(&self, code: CodeId, at: Label) -> Span {
        self.code(code).sites.get(at.index()).map_or(Span::default(), |site| site.span)
    }

    /// Reports something that this thread did.
    pub fn emit(&mut self, kind: EventKind) {
        if self.listens {
            let event = Event { thread: self.thread, span: self.span(), kind };
            self.sink.event(event);
        }
    }

    /// An object.
    #[inline]
    pub fn object(&self, id: ObjectId) -> &Object {
        self.machine.space.heap.get(id)
    }

    /// Counts work of native code, in instructions: what takes longer than looking once at each of its arguments, which
    /// is charged without being asked for.
    #[inline]
    pub fn work(&self, work: usize) {
        self.machine.space.heap.effort.add(work);
    }

    /// As [`Self::work`], for what takes long: nobody could break it off in its middle, so that too much is refused before it
    /// is begun.
    ///
    /// # Errors
    /// `MemoryError` when it is too much.
    pub fn work_at_once(&mut self, work: usize) -> Result<()> {
        if work > MOST_AT_ONCE {
            return Err(self.error(class::MEMORY_ERROR, "too large for one operation of raddle"));
        }
        self.work(work);
        Ok(())
    }

    /// Charges a native function for the sizes of its arguments.
    ///
    /// # Errors
    /// `MemoryError` when there is more text than is worked on at once.
    pub fn charge_arguments(&mut self, arguments: &[Value]) -> Result<()> {
        // A short tuple holds the arguments of a function that takes any number of them.
        const SHORT: usize = 16;
        let extent = |&argument: &Value| match self.base_value(argument) {
            Value::Object(id) => self.object(id).extent(),
            _ => 0,
        };
        let (mut text, mut all) = (0, 0);
        for argument in arguments {
            let Value::Object(id) = *argument else { continue };
            all += match self.object(id) {
                object @ (Object::Str(_) | Object::Bytes(_) | Object::ByteArray(_)) => {
                    let extent = object.extent();
                    text += extent;
                    extent
                }
                Object::Tuple(items) if items.len() <= SHORT => items.iter().map(extent).sum(),
                _ => extent(argument),
            };
        }
        if text > MOST_TEXT / effort::BYTES {
            return Err(self.error(class::MEMORY_ERROR, "text too long for one operation of raddle"));
        }
        self.work(all);
        Ok(())
    }

    /// Puts an object on the heap.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn allocate(&mut self, object: Object) -> Result<Value> {
        Ok(Value::Object(self.machine.space.heap.allocate(object)?))
    }

    /// A new string.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn string(&mut self, text: &str) -> Result<Value> {
        self.allocate(Object::Str(crate::machine::state::object::Str::new(text)))
    }

    /// A new tuple.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn tuple(&mut self, items: &[Value]) -> Result<Value> {
        self.allocate(Object::Tuple(items.into()))
    }

    /// A new list.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn list(&mut self, items: Vec<Value>) -> Result<Value> {
        self.allocate(Object::List(items.into()))
    }

    /// The id of a name that was made while the program ran.
    ///
    /// # Errors
    /// When there are too many names.
    pub fn intern(&mut self, name: &str) -> Result<NameId> {
        if let Some(id) = self.machine.common.names.get(name) {
            return Ok(id);
        }
        self.machine.space.heap.hold(name.len() + 4 * size_of::<Value>())?;
        let names = self.machine.names_mut();
        names.intern(name).ok_or(Raise::limit(crate::machine::run::flow::Limit::Memory))
    }

    /// The text of a name.
    pub fn name(&self, id: NameId) -> std::sync::Arc<str> {
        std::sync::Arc::clone(self.machine.common.names.text(id))
    }

    /// The class of a value.
    pub fn class_of(&self, value: Value) -> ClassId {
        self.machine.class_of(value)
    }

    /// The name of a value's class, for messages.
    pub fn class_name(&self, value: Value) -> std::sync::Arc<str> {
        let class = self.machine.class(self.class_of(value));
        if class.module.starts_with('_') && !class.own {
            // Types written in C bear their module in their names.
            return format!("{}.{}", class.module, class.name).into();
        }
        class.name.clone()
    }

    /// The place of a register of the innermost frame in the row of registers.
    pub fn register_index(&self, register: Register) -> usize {
        self.stack.top().base as usize + register.index()
    }

    /// Begins a call of a function of the embedded library with these arguments.
    ///
    /// # Errors
    /// When the stack is too deep.
    pub fn call_library(&mut self, function: GlobalId, arguments: &[Value], then: Then) -> Result<Flow> {
        let callee = self.machine.space.globals.get(function);
        self.call_value(callee, arguments, then)
    }

    /// Begins a call whose arguments are not in registers yet: they are put above all registers in use.
    ///
    /// # Errors
    /// Whatever the call raises.
    pub fn call_value(&mut self, callee: Value, arguments: &[Value], then: Then) -> Result<Flow> {
        let base = self.free_base();
        self.stack.reserve(base, arguments.len() as u16 + 1);
        self.stack.registers[base] = callee;
        self.stack.registers[base + 1..=base + arguments.len()].copy_from_slice(arguments);
        self.call_at(base, arguments.len(), then)
    }

    /// The first place of the row of registers behind those of the innermost frame.
    pub fn free_base(&self) -> usize {
        self.stack.frames.last().map_or(0, |frame| frame.base as usize + self.code(frame.code).registers as usize)
    }

    /// Takes the innermost frame off the stack: the one below it runs on.
    #[inline]
    pub fn pop_frame(&mut self) -> Option<Frame> {
        let frame = self.stack.frames.pop();
        self.untouched = self.untouched.min(self.stack.frames.len().saturating_sub(1));
        frame
    }

    /// Puts a frame on the stack. Its arguments are in place.
    ///
    /// # Errors
    /// `RecursionError` when there are too many.
    #[inline]
    pub fn push_frame(&mut self, code: CodeId, base: usize, then: Then) -> Result<()> {
        if self.stack.frames.len() >= self.machine.space.recursion_limit || base > MOST_REGISTERS {
            return Err(self.recursion_error());
        }
        let frame = Frame { code, at: Label(0), base: base as u32, then, generator: None };
        self.stack.frames.push(frame);
        self.at_point |= !self.program.code(code).is_native();
        Ok(())
    }
}
