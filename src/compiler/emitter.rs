//! Writes one code object: registers, labels, protected ranges.
//!
//! Registers are given out like a stack: a temporary is released to the mark that was taken before it. Labels are
//! placed once and resolved at the end. The emitter knows instructions, not Python. Tests: `compiler/tests.rs`.

use std::sync::{Arc, OnceLock};

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::{
    program::{
        Annotation, CallShape, Capture, Code, CodeKind, Constant, Handler, Inlined, Instruction, Label, ModuleId,
        NameId, Parameters, Protected, Register, Resumable, Site, Visible,
    },
    source::Span,
};

/// A range of instructions that is being written: it can be interrupted for code that is not protected.
#[derive(Debug, Default)]
pub struct Ranges {
    closed: Vec<(u16, u16)>,
    open: Option<u16>,
}

/// Writes one code object.
#[derive(Debug)]
pub struct Emitter {
    instructions: Vec<Instruction>,
    sites: Vec<Site>,
    labels: Vec<u16>,
    handlers: Vec<Handler>,
    handling: Vec<Protected>,
    shapes: Vec<CallShape>,
    anchors: Vec<(Label, Span)>,
    inlined: Vec<Inlined>,
    literals: IndexSet<Constant, FxBuildHasher>,
    visible: Vec<Visible>,
    next: u16,
    most: u16,
    overflow: bool,
}

/// What a code object is besides its instructions.
#[derive(Debug)]
pub struct Heading {
    pub name: Arc<str>,
    pub qualified_name: Arc<str>,
    pub kind: CodeKind,
    pub module: ModuleId,
    pub hidden: bool,
    pub system: bool,
    pub made: bool,
    pub resumable: Option<Resumable>,
    pub parameters: Parameters,
    pub locals: Vec<NameId>,
    pub captures: Vec<Capture>,
    pub docstring: Option<Arc<str>>,
    pub annotations: Vec<Annotation>,
    pub span: Span,
}

/// Most functions have no more instructions.
const USUAL: usize = 32;

/// A label that was never placed.
const UNPLACED: u16 = u16::MAX;

impl Emitter {
    /// An empty code object whose first registers belong to the locals.
    #[must_use]
    pub fn new(locals: usize) -> Self {
        let overflow = locals >= usize::from(u16::MAX);
        let next = if overflow { 0 } else { locals as u16 };
        Self {
            instructions: Vec::with_capacity(USUAL),
            sites: Vec::with_capacity(USUAL),
            labels: Vec::new(),
            handlers: Vec::new(),
            handling: Vec::new(),
            shapes: Vec::new(),
            anchors: Vec::new(),
            inlined: Vec::new(),
            literals: IndexSet::default(),
            visible: Vec::new(),
            next,
            most: next,
            overflow,
        }
    }

    /// A fresh register above all others in use.
    pub fn temporary(&mut self) -> Register {
        let register = Register(self.next);
        self.overflow |= self.next >= u16::MAX - 1;
        if !self.overflow {
            self.next += 1;
        }
        self.most = self.most.max(self.next);
        register
    }

    /// `count` fresh consecutive registers; the first one is returned.
    pub fn temporaries(&mut self, count: usize) -> Register {
        let first = Register(self.next);
        for _ in 0..count {
            self.temporary();
        }
        first
    }

    /// The height of the registers, to release to.
    #[must_use]
    pub fn height(&self) -> u16 {
        self.next
    }

    /// Gives back every register taken since the height was asked for.
    pub fn release(&mut self, height: u16) {
        self.next = height;
    }

    /// Appends an instruction that belongs to the expression at `span`.
    pub fn emit(&mut self, instruction: Instruction, span: Span) {
        self.overflow |= self.instructions.len() >= usize::from(u16::MAX) - 1;
        if !self.overflow {
            self.instructions.push(instruction);
            self.sites.push(Site { span, live: self.next, in_place: false });
        }
    }

    /// Says of the last instruction that it belongs to an augmented assignment.
    pub fn in_place(&mut self) {
        if let Some(site) = self.sites.last_mut() {
            site.in_place = true;
        }
    }

    /// Says at which part of its expression a traceback points for the last instruction.
    pub fn anchor(&mut self, part: Span) {
        self.anchors.push((Label(self.here().saturating_sub(1)), part));
    }

    /// Where the next instruction will stand.
    #[must_use]
    pub fn position(&self) -> Label {
        Label(self.here())
    }

    /// Says that the instructions from `start` on are a comprehension.
    pub fn inlined(&mut self, start: Label, name: &'static str, span: Span) {
        // One that is inside is written before the one around it.
        let end = self.position();
        self.inlined.push(Inlined { start, end, name, span });
    }

    /// Says which variables the comprehension from `start` on sees.
    pub fn visible(&mut self, start: Label, variables: impl IntoIterator<Item = (NameId, Register)>) {
        let end = self.position();
        let variables = variables.into_iter().map(|(name, register)| Visible { start, end, name, register });
        self.visible.extend(variables);
    }

    /// A new label, not placed yet.
    pub fn label(&mut self) -> Label {
        let label = Label(self.labels.len() as u16);
        self.overflow |= self.labels.len() >= usize::from(u16::MAX) - 1;
        if !self.overflow {
            self.labels.push(UNPLACED);
        }
        label
    }

    /// The label stands for the next instruction.
    pub fn place(&mut self, label: Label) {
        let here = self.here();
        if let Some(place) = self.labels.get_mut(label.index()) {
            debug_assert_eq!(*place, UNPLACED, "a label is placed once");
            *place = here;
        }
    }

    fn here(&self) -> u16 {
        self.instructions.len() as u16
    }

    /// Begins, or goes on with, a protected range.
    pub fn open(&self, ranges: &mut Ranges) {
        ranges.open = Some(self.here());
    }

    /// Interrupts, or ends, a protected range.
    pub fn close(&self, ranges: &mut Ranges) {
        if let Some(start) = ranges.open.take().filter(|&start| start < self.here()) {
            ranges.closed.push((start, self.here()));
        }
    }

    /// Sends the exceptions of the ranges to the label, which finds them in the register. Inner ranges are protected
    /// before outer ones.
    pub fn protect(&mut self, ranges: &Ranges, target: Label, exception: Register) {
        for protected in ranges.protected(exception) {
            self.handlers.push(Handler { protected, target });
        }
    }

    /// Says that the ranges handle the exception in the register.
    pub fn handles(&mut self, ranges: &Ranges, exception: Register) {
        self.handling.extend(ranges.protected(exception));
    }

    /// The index of a call shape.
    pub fn shape(&mut self, shape: CallShape) -> u16 {
        let at = self.shapes.iter().position(|known| *known == shape).unwrap_or_else(|| {
            self.shapes.push(shape);
            self.shapes.len() - 1
        });
        at as u16
    }

    /// The index of a literal.
    pub fn literal(&mut self, literal: Constant) -> u16 {
        let (at, _) = self.literals.insert_full(literal);
        self.overflow |= at >= usize::from(u16::MAX);
        at as u16
    }

    /// The finished code object; `None` when it has more of anything than an operand can name.
    #[must_use]
    pub fn finish(mut self, heading: Heading) -> Option<Code> {
        if self.overflow {
            return None;
        }
        for instruction in &mut self.instructions {
            if let Some(target) = instruction.target_mut() {
                *target = Label(self.labels[target.index()]);
            }
        }
        for handler in &mut self.handlers {
            handler.target = Label(self.labels[handler.target.index()]);
        }
        Some(Code {
            name: heading.name,
            qualified_name: heading.qualified_name,
            kind: heading.kind,
            module: heading.module,
            hidden: heading.hidden,
            system: heading.system,
            made: heading.made,
            resumable: heading.resumable,
            parameters: heading.parameters,
            registers: self.most + 1,
            locals: heading.locals,
            captures: heading.captures,
            instructions: self.instructions,
            sites: self.sites,
            alive: OnceLock::new(),
            handlers: self.handlers,
            handling: self.handling,
            shapes: self.shapes,
            anchors: self.anchors,
            inlined: self.inlined,
            literals: self.literals.into_iter().collect(),
            visible: self.visible,
            docstring: heading.docstring,
            annotations: heading.annotations,
            span: heading.span,
        })
    }
}

impl Ranges {
    fn protected(&self, exception: Register) -> impl Iterator<Item = Protected> {
        self.closed.iter().map(move |&(start, end)| Protected { start: Label(start), end: Label(end), exception })
    }
}
