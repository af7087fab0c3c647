//! Code that is compiled while a program runs: what `compile`, `exec` and `eval` are given, and what becomes of it.
//!
//! A program that is running is never changed: with one more text it is another program, which shares all the rest. What the
//! compiler is asked, and what it answers, are plain data, so that whoever runs programs need not know the compiler.
//! Tests: `tests/search/made.rs`.

use std::sync::Arc;

use super::{Code, CodeId, Module, ModuleId, Names, Program};

/// The name of the register that holds the namespace of the module; no program can call anything so.
pub const GLOBALS: &str = ". globals";

/// The name of the register that holds the namespace of the outermost statements.
pub const LOCALS: &str = ". locals";

/// Builtins that are members of modules of the library, which are imported where a program uses them.
pub const LIBRARY_BUILTINS: &[(&str, &str, &str)] = &[("input", "sys", "_input"), ("open", "io", "open")];

/// What the machine asks of the compiler: names are added where the text has new ones.
pub type CompileText = fn(&Wanted, &Program, &mut Names) -> Result<Unit, Fault>;

/// A text that is to be compiled. Equal ones become the same code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// The text.
    pub text: Arc<str>,
    /// What tracebacks call it: `<string>`.
    pub file: Arc<str>,
    /// What it is compiled for.
    pub mode: Mode,
    /// `from __future__ import annotations` holds for it, from around.
    pub annotations_as_text: bool,
}

/// What a text is compiled for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Mode {
    /// Statements, which are run.
    Exec,
    /// One expression, whose value counts.
    Eval,
    /// Statements as at a prompt: the values of expressions are written down.
    Single,
}

impl Mode {
    /// As the program names it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "exec" => Some(Self::Exec),
            "eval" => Some(Self::Eval),
            "single" => Some(Self::Single),
            _ => None,
        }
    }
}

/// Why a text cannot be compiled, as `SyntaxError` says it; lines and columns are counted from one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The class of the exception.
    pub class: &'static str,
    /// What it says.
    pub message: String,
    /// Where it begins.
    pub start: (u32, i64),
    /// Where it ends; columns that are none, too.
    pub end: (u32, i64),
    /// Whether it has a place.
    pub place: bool,
    /// The line.
    pub line: Option<String>,
}

/// A compiled text.
#[derive(Debug)]
pub struct Unit {
    /// What was asked for.
    pub wanted: Wanted,
    /// Its text and its name; it has no variables of its own.
    pub module: Module,
    /// Its code objects, the outermost first.
    pub codes: Vec<Code>,
}

/// Everything that was compiled while a program ran, in the order in which it was.
#[derive(Clone, Debug, Default)]
pub struct Made {
    units: Vec<Placed>,
}

/// A unit with its first code object's place behind those of the program.
#[derive(Clone, Debug)]
struct Placed {
    first: usize,
    unit: Arc<Unit>,
}

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        self.wanted().eq(other.wanted())
    }
}

impl Eq for Made {}

impl Made {
    /// The texts, in the order in which they were compiled.
    pub fn wanted(&self) -> impl Iterator<Item = &Wanted> {
        self.units.iter().map(|placed| &placed.unit.wanted)
    }

    /// How many code objects there are.
    #[must_use]
    pub fn codes(&self) -> usize {
        self.units.last().map_or(0, |last| last.first + last.unit.codes.len())
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether nothing was compiled.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The unit of a code object, and its place in that.
    #[cold]
    fn place(&self, code: usize) -> (&Unit, usize) {
        let at = self.units.partition_point(|placed| placed.first <= code) - 1;
        (&self.units[at].unit, code - self.units[at].first)
    }
}

impl Program {
    /// A code object that was compiled while the program ran.
    #[cold]
    #[inline(never)]
    pub(super) fn made_code(&self, id: CodeId) -> &Code {
        let (unit, at) = self.made.place(id.index() - self.codes.len());
        &unit.codes[at]
    }

    /// Of a code object that was compiled while the program ran, from what text it is, and its place among those of the text.
    #[must_use]
    pub fn origin(&self, id: CodeId) -> Option<(&Wanted, usize)> {
        let at = id.index().checked_sub(self.codes.len())?;
        let (unit, place) = self.made.place(at);
        Some((&unit.wanted, place))
    }

    /// The outermost code object of a text, if it was compiled already.
    #[must_use]
    pub fn made_of(&self, wanted: &Wanted) -> Option<CodeId> {
        let placed = self.made.units.iter().find(|placed| placed.unit.wanted == *wanted)?;
        Some(CodeId((self.codes.len() + placed.first) as u16))
    }

    /// The module that a code object is of: one of the program, or a text that was compiled while it ran.
    #[must_use]
    pub fn module_at(&self, id: ModuleId) -> &Module {
        match self.modules.get(id.index()) {
            Some(module) => module,
            None => &self.made.units[id.index() - self.modules.len()].unit.module,
        }
    }

    /// Whether it is a text that was compiled while the program ran.
    #[must_use]
    pub fn is_made(&self, id: ModuleId) -> bool {
        id.index() >= self.modules.len()
    }

    /// The number that the next text will have among the modules, and that of its first code object; none where there is no room
    /// for more.
    #[must_use]
    pub fn next_made(&self) -> Option<(ModuleId, CodeId)> {
        const ROOM: usize = 1000;
        let module = self.modules.len() + self.made.len();
        let code = self.codes.len() + self.made.codes();
        let fits = code + ROOM < usize::from(u16::MAX);
        fits.then_some((ModuleId(module as u16), CodeId(code as u16)))
    }

    /// The program with one more text, and the outermost code object of that.
    #[must_use]
    pub fn with_unit(&self, unit: Unit) -> (Self, CodeId) {
        let first = self.made.codes();
        let mut program = self.clone();
        program.made.units.push(Placed { first, unit: Arc::new(unit) });
        (program, CodeId((self.codes.len() + first) as u16))
    }
}
