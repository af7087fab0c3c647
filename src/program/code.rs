//! A code object: the instructions of one function, class body or module, and the tables beside them.

use std::sync::{Arc, OnceLock};

use super::{
    Constant, Instruction, Label, ModuleId, NameId, Register,
    liveness::{self, Alive},
};
use crate::source::Span;

/// The instructions of one function, class body or module.
#[derive(Debug)]
pub struct Code {
    /// The name in tracebacks: `work`, `<module>`, `<lambda>`.
    pub name: Arc<str>,
    /// The name with what it is nested in: `Account.deposit`.
    pub qualified_name: Arc<str>,
    /// What it is the code of.
    pub kind: CodeKind,
    /// The module whose text its spans point into.
    pub module: ModuleId,
    /// Code of the embedded library: no line of it is ever shown.
    pub hidden: bool,
    /// Code of a module of the library whose variables all processes have in common.
    pub system: bool,
    /// It was compiled while the program ran: it is the program's, but no line of the program's text.
    pub made: bool,
    /// What a call of it makes instead of running it.
    pub resumable: Option<Resumable>,
    /// Its parameters.
    pub parameters: Parameters,
    /// How many registers a frame needs.
    pub registers: u16,
    /// The names of the locals, in the order of their registers from 0.
    pub locals: Vec<NameId>,
    /// The cells it takes over from the function around it.
    pub captures: Vec<Capture>,
    /// The instructions.
    pub instructions: Vec<Instruction>,
    /// One for each instruction.
    pub sites: Vec<Site>,
    /// One for each instruction, made when a thread first rests in the code: in most code of the library none ever does.
    pub alive: OnceLock<Box<[Alive]>>,
    /// Where exceptions go, innermost first.
    pub handlers: Vec<Handler>,
    /// Where an exception is being handled, innermost first: `raise` alone raises it again.
    pub handling: Vec<Protected>,
    /// For operators and subscripts, which part of the expression a traceback points at.
    pub anchors: Vec<(Label, Span)>,
    /// Comprehensions that are part of the code, an inner one before those around it.
    pub inlined: Vec<Inlined>,
    /// Of programs that run text, the names that comprehensions see of functions, with their registers.
    pub visible: Vec<Visible>,
    /// How the calls with keywords pass their arguments.
    pub shapes: Vec<CallShape>,
    /// The constants of code that was compiled while the program ran.
    pub literals: Vec<Constant>,
    /// The docstring.
    pub docstring: Option<Arc<str>>,
    /// Annotated names with the texts of their annotations, where those are not evaluated: as in CPython under `from
    /// __future__ import annotations`.
    pub annotations: Vec<Annotation>,
    /// The span of the whole definition.
    pub span: Span,
}

/// A name that a function or class annotates.
#[derive(Debug)]
pub struct Annotation {
    /// The name, or `return`.
    pub name: NameId,
    /// The text of the annotation, or of the string that it is.
    pub text: Arc<str>,
    /// It is a string.
    pub quoted: bool,
}

/// What a code object is the code of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeKind {
    /// A module.
    Module,
    /// A function, lambda or generator expression.
    Function,
    /// A class body: its locals become the attributes of the class.
    Class,
}

/// What a call of a function makes instead of running it: an object that runs it, and can stop in its middle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resumable {
    /// It yields.
    Generator,
    /// It is an `async def`.
    Coroutine,
    /// It is an `async def` that yields.
    AsyncGenerator,
}

impl Resumable {
    /// As messages name it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Generator => "generator",
            Self::Coroutine => "coroutine",
            Self::AsyncGenerator => "async generator",
        }
    }
}

/// Parameters in the order of their registers: positional ones, keyword-only ones, `*args`, `**kwargs`.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    /// How many can be given by position.
    pub positional: u16,
    /// How many of these cannot be given by keyword.
    pub positional_only: u16,
    /// How many can only be given by keyword.
    pub keyword_only: u16,
    /// How many positional ones at the end have defaults.
    pub defaults: u16,
    /// Which keyword-only ones have defaults, in order.
    pub keyword_defaults: Vec<bool>,
    /// There is a `*args`.
    pub variadic: bool,
    /// There is a `**kwargs`.
    pub keyword_variadic: bool,
}

impl Code {
    /// Whether it stands for what CPython has in C: the library's builtins.
    #[inline]
    #[must_use]
    pub const fn is_native(&self) -> bool {
        self.module.0 == 0
    }

    /// Whether its lines are those of the program's text, which viewers see.
    #[inline]
    #[must_use]
    pub const fn is_shown(&self) -> bool {
        !self.hidden && !self.made
    }

    /// What matters around each instruction.
    #[inline]
    fn around(&self) -> &[Alive] {
        self.alive.get_or_init(|| liveness::analyse(self).into_boxed_slice())
    }

    /// The temporaries that matter to a frame that goes on at `at`.
    #[inline]
    #[must_use]
    pub fn alive(&self, at: Label) -> u64 {
        self.around().get(at.index()).map_or(0, |alive| alive.before)
    }

    /// The temporaries that matter to a frame that waits for a result of the instruction before `at`.
    #[must_use]
    pub fn alive_during(&self, at: Label) -> u64 {
        let here = self.alive(at);
        let Some(before) = at.index().checked_sub(1) else { return here };
        match self.instructions.get(at.index()) {
            // It is done again, with what the library made of its operand.
            Some(Instruction::Unpack { .. } | Instruction::UnpackStar { .. }) => here | self.around()[before].during,
            _ => self.around()[before].during,
        }
    }
}

impl Code {
    /// The locals that a frame that goes on at `at` can still read; while it waits for a result, those that it can read
    /// when the result is there.
    #[must_use]
    pub fn alive_locals(&self, at: Label, waits: bool) -> u64 {
        let here = self.around().get(at.index()).map_or(0, |alive| alive.locals);
        let Some(before) = at.index().checked_sub(1).filter(|_| waits) else { return here };
        let during = self.around()[before].locals_during;
        match self.instructions.get(at.index()) {
            // It is done again.
            Some(Instruction::Unpack { .. } | Instruction::UnpackStar { .. }) => here | during,
            _ => during,
        }
    }
}

impl Parameters {
    /// How many registers the parameters take.
    #[must_use]
    pub fn count(&self) -> u16 {
        let named = self.positional + self.keyword_only;
        named + u16::from(self.variadic) + u16::from(self.keyword_variadic)
    }

    /// Whether a call with so many positional arguments and nothing else can go straight in.
    #[inline]
    #[must_use]
    pub fn takes_exactly(&self, count: u16) -> bool {
        self.positional == count && self.keyword_only == 0 && !self.variadic && !self.keyword_variadic
    }
}

/// A cell handed from the function around to the function inside.
#[derive(Clone, Copy, Debug)]
pub struct Capture {
    /// The register of the cell in the function around.
    pub outer: Register,
    /// The register of the cell in the function inside.
    pub inner: Register,
}

/// What is known about one instruction beside its operands.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// The expression it belongs to.
    pub span: Span,
    /// How many registers are in use while it runs.
    pub live: u16,
    /// It is the operation of an augmented assignment.
    pub in_place: bool,
}

/// A range of instructions whose exceptions go to a handler.
#[derive(Clone, Copy, Debug)]
pub struct Handler {
    /// The instructions, and the register that takes the exception.
    pub protected: Protected,
    /// Where it goes on.
    pub target: Label,
}

/// A range of instructions with the register of an exception.
#[derive(Clone, Copy, Debug)]
pub struct Protected {
    /// The first instruction.
    pub start: Label,
    /// The instruction behind the last one.
    pub end: Label,
    /// The register that holds the exception.
    pub exception: Register,
}

impl Protected {
    /// Whether the instruction lies in the range.
    #[must_use]
    pub fn covers(&self, at: Label) -> bool {
        self.start <= at && at < self.end
    }
}

/// A comprehension that is part of the code around it.
#[derive(Clone, Copy, Debug)]
pub struct Inlined {
    /// Its first instruction.
    pub start: Label,
    /// The instruction behind its last one.
    pub end: Label,
    /// The name of the function that it is in CPython 3.11, as tracebacks show it.
    pub name: &'static str,
    /// The whole expression.
    pub span: Span,
}

impl Inlined {
    /// Whether the instruction lies in it.
    #[must_use]
    pub fn covers(&self, at: Label) -> bool {
        self.start <= at && at < self.end
    }
}

/// A variable that a comprehension has, or takes from the function around it: text that is run there sees it.
#[derive(Clone, Copy, Debug)]
pub struct Visible {
    /// The first instruction of the comprehension.
    pub start: Label,
    /// The instruction behind its last one.
    pub end: Label,
    /// The name.
    pub name: NameId,
    /// The register of the variable, or of its cell.
    pub register: Register,
}

impl Visible {
    /// Whether the instruction lies in the comprehension.
    #[must_use]
    pub fn covers(&self, at: Label) -> bool {
        self.start <= at && at < self.end
    }
}

/// How a call with keywords passes its arguments: the last ones bear these names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CallShape {
    /// The method called on the first register, if it is a method call.
    pub method: Option<NameId>,
    /// `LoadMethod` was there before: what is called takes two registers.
    pub loaded: bool,
    /// The names of the last arguments.
    pub keywords: Vec<NameId>,
}
