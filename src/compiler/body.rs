//! The compiler of one module: which function it is in, where its names live, and the steps that every part of the
//! language shares.

use std::{borrow::Cow, sync::Arc};

use indexmap::{Equivalent, IndexMap};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;
use rustc_hash::FxBuildHasher;

use super::{
    diagnostic::{Diagnostic, Problem},
    emitter::{Emitter, Heading, Ranges},
    import::ImportedNames,
    scope::{Place, Scope, ScopeId, Scopes, Symbol, handed_through, mangled},
    sharing::Sharing,
    span_of,
    statement::meet,
    unit::Unit,
};
use crate::{
    program::{
        Capture, Code, CodeKind, Constant, GlobalId, Instruction, Label, ModuleId, NameId, Parameters, Register,
        made::Mode,
    },
    source::{SourceText, Span},
};

/// The compiler of one module.
pub struct Body<'a, 'l> {
    /// The tables of the program.
    pub unit: &'a mut Unit<'l>,
    /// Where the module's names live.
    pub scopes: &'a Scopes,
    /// What threads can share.
    pub sharing: &'a Sharing,
    /// The module.
    pub module: ModuleId,
    /// The module belongs to the embedded library.
    pub hidden: bool,
    /// What is wrong with the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The function that is being written.
    pub function: Function,
    /// The names that `import` binds in the module, with the place and the module.
    pub imports: ImportedNames,
    /// Variables that settle behind the statement that holds this offset.
    pub settles: Vec<(u32, GlobalId)>,
    /// The docstring of the module.
    pub docstring: Option<Arc<str>>,
    /// The text is compiled while a program runs, for this.
    pub made: Option<Mode>,
}

/// A function that is being written.
#[derive(Debug)]
pub struct Function {
    /// Its instructions.
    pub emitter: Emitter,
    /// The scope that names are looked up in: the frame's, or a comprehension's inside it.
    pub scope: ScopeId,
    /// The registers of locals and cells.
    pub slots: IndexMap<(ScopeId, String), Register, FxBuildHasher>,
    /// Which registers of locals surely hold a value here.
    pub assigned: Vec<bool>,
    /// The blocks around the statement that is being written.
    pub blocks: Vec<Block>,
    /// How many loops of the module are around: variables bound in them settle behind them.
    pub loops: u32,
    /// The name with what it is nested in.
    pub qualified_name: String,
}

/// What [`Function::slots`] is asked for, without a name of its own.
#[derive(Hash)]
struct Slot<'n>(ScopeId, &'n str);

impl Equivalent<(ScopeId, String)> for Slot<'_> {
    fn equivalent(&self, (scope, name): &(ScopeId, String)) -> bool {
        self.0 == *scope && self.1 == name
    }
}

/// A block that `return`, `break` or `continue` may have to leave.
#[derive(Debug)]
pub struct Block {
    /// What leaving it takes.
    pub kind: BlockKind,
    /// The instructions that it protects.
    pub ranges: Ranges,
}

/// What leaving a block takes.
#[derive(Clone, Debug)]
pub enum BlockKind {
    /// A loop: where `break` and `continue` go.
    Loop { leave: Label, again: Label },
    /// Handlers follow; nothing has to be done.
    Try,
    /// An exception is being handled; nothing has to be done.
    Handling,
    /// This is done on every way out.
    Finally(Vec<Stmt>),
    /// The context manager in the register is left.
    With { manager: Register, is_async: bool, span: Span },
}

impl Function {
    /// One that begins, with so many locals.
    pub fn new(scope: ScopeId, locals: usize, qualified_name: String) -> Self {
        Self {
            emitter: Emitter::new(locals),
            scope,
            slots: IndexMap::with_capacity_and_hasher(locals, FxBuildHasher),
            assigned: vec![false; locals],
            blocks: Vec::new(),
            loops: 0,
            qualified_name,
        }
    }

    /// The register of a local of a scope.
    pub fn slot(&self, scope: ScopeId, name: &str) -> Option<Register> {
        self.slots.get(&Slot(scope, name)).copied()
    }
}

/// Where a name is found from the present scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binding {
    /// In this register.
    Local(Register),
    /// In the cell in this register; `shared` cells are written after they were captured.
    Cell { cell: Register, shared: bool },
    /// In this register of a class body if bound, else in the module.
    ClassLocal(Register),
    /// In this variable of the module.
    Global(GlobalId),
    /// In the namespaces that the text is run with.
    Named,
    /// Nowhere in the program: a builtin, or an error when the program gets there.
    Builtin,
}

impl<'a, 'l> Body<'a, 'l> {
    /// A compiler that stands at the beginning of the module.
    pub fn module(
        unit: &'a mut Unit<'l>,
        scopes: &'a Scopes,
        sharing: &'a Sharing,
        module: ModuleId,
        hidden: bool,
    ) -> Self {
        let function = Function::new(Scopes::MODULE, 0, String::new());
        let mut body = Self {
            unit,
            scopes,
            sharing,
            module,
            hidden,
            diagnostics: Vec::new(),
            function,
            imports: ImportedNames::default(),
            settles: Vec::new(),
            docstring: None,
            made: None,
        };
        body.settles = body.settling();
        body
    }

    /// The shared variables that no function writes, with the place of their last binding.
    fn settling(&self) -> Vec<(u32, GlobalId)> {
        let module = self.scopes.get(Scopes::MODULE);
        let shared = module.symbols.iter().filter(|(name, symbol)| {
            symbol.bound && self.sharing.shared.contains(*name) && !self.sharing.written_by_functions.contains(*name)
        });
        shared.filter_map(|(name, symbol)| Some((symbol.last_store, self.unit.global(self.module, name)?))).collect()
    }

    /// Whether the variables of the module are what all processes have in common.
    pub fn is_system(&self) -> bool {
        self.hidden && crate::program::SYSTEM.iter().any(|(name, _)| *name == &*self.module_name())
    }

    /// The code object of the module.
    pub fn compile_module(&mut self, statements: &[Stmt], source: &SourceText) -> Option<Code> {
        self.imports = super::import::imported_names(statements);
        self.docstring = super::statement::docstring(statements);
        let end = source.text().len() as u32;
        let end = Span::new(end, end);
        if let Some(module) = self.unit.dynamic_support().filter(|_| !self.hidden) {
            let dst = self.temporary();
            self.emit(Instruction::Import { dst, module }, Span::default());
        }
        self.begin_evaluated(statements);
        self.statements(statements);
        let none = self.constant(Constant::None, end);
        self.emit(Instruction::Return { src: none }, end);
        self.module_code(source, Vec::new(), Vec::new())
    }

    /// The finished code object of the module.
    pub fn module_code(&mut self, source: &SourceText, locals: Vec<NameId>, captures: Vec<Capture>) -> Option<Code> {
        let end = source.text().len() as u32;
        let emitter = std::mem::replace(&mut self.function.emitter, Emitter::new(0));
        let heading = Heading {
            name: Arc::from("<module>"),
            qualified_name: Arc::from("<module>"),
            kind: CodeKind::Module,
            module: self.module,
            hidden: self.hidden,
            system: self.is_system(),
            made: self.made.is_some(),
            resumable: None,
            parameters: Parameters::default(),
            locals,
            captures,
            docstring: None,
            annotations: Vec::new(),
            span: Span::new(0, end),
        };
        self.finish(emitter, heading)
    }

    /// Finishes a code object, or says that it is too large.
    pub fn finish(&mut self, emitter: Emitter, heading: Heading) -> Option<Code> {
        let span = heading.span;
        let code = emitter.finish(heading).filter(|_| !self.unit.overflow);
        if code.is_none() {
            self.diagnostics.push(Diagnostic { problem: Problem::TooLarge, span });
        }
        code
    }

    /// Appends an instruction.
    pub fn emit(&mut self, instruction: Instruction, span: Span) {
        self.function.emitter.emit(instruction, span);
    }

    /// A fresh register.
    pub fn temporary(&mut self) -> Register {
        self.function.emitter.temporary()
    }

    /// Loads a constant into a fresh register.
    pub fn constant(&mut self, constant: Constant, span: Span) -> Register {
        let dst = self.temporary();
        self.constant_into(constant, dst, span);
        dst
    }

    /// Loads a constant.
    pub fn constant_into(&mut self, constant: Constant, dst: Register, span: Span) {
        if let Constant::Int(value) = constant
            && let Ok(value) = i32::try_from(value)
        {
            self.emit(Instruction::LoadInt { dst, value }, span);
        } else if self.made.is_some() {
            self.literal_into(constant, dst, span);
        } else {
            let constant = self.unit.constant(constant);
            self.emit(Instruction::LoadConstant { dst, constant }, span);
        }
    }

    /// Loads a builtin by name, whatever the program calls by that name.
    pub fn builtin(&mut self, name: &str, dst: Register, span: Span) {
        if self.made.is_some() {
            self.literal_into(Constant::Builtin(Arc::from(name)), dst, span);
        } else if let Some(global) = self.unit.python_builtin(name) {
            self.emit(Instruction::LoadGlobal { dst, global }, span);
        } else if !self.library_builtin(name, dst, span) {
            let constant = self.unit.constant(Constant::Builtin(Arc::from(name)));
            self.emit(Instruction::LoadBuiltin { dst, constant }, span);
        }
    }

    /// The present scope.
    pub fn scope(&self) -> &'a Scope {
        self.scopes.get(self.function.scope)
    }

    /// The name as the program means it: private names of a class are mangled.
    pub fn mangled<'n>(&self, name: &'n str) -> Cow<'n, str> {
        mangled(self.scope().class_name.as_deref(), name)
    }

    /// The id of an attribute's name.
    pub fn attribute_name(&mut self, name: &str) -> NameId {
        let name = self.mangled(name);
        self.unit.name(&name)
    }

    /// Where a name is found from here.
    pub fn binding(&self, name: &str) -> Binding {
        let name = self.mangled(name);
        let frame = self.scopes.frame_of(self.function.scope);
        let mut at = self.function.scope;
        loop {
            let scope = self.scopes.get(at);
            // A comprehension in a class body does not see the variables of the class.
            let outside = scope.kind == super::scope::ScopeKind::Class && at != self.function.scope;
            if outside && let Some(&cell) = self.function.slots.get(&Slot(at, &handed_through(&name))) {
                return Binding::Cell { cell, shared: self.cell_is_shared(at, &name) };
            }
            let symbol = scope.symbols.get(&*name).filter(|symbol| match symbol.place {
                Place::Global => false,
                Place::Local => !outside,
                _ => true,
            });
            if let Some(symbol) = symbol
                && let Some(&register) = self.function.slots.get(&Slot(at, &name))
            {
                return match symbol.place {
                    Place::Local if scope.kind == super::scope::ScopeKind::Class => Binding::ClassLocal(register),
                    Place::Local => Binding::Local(register),
                    _ => Binding::Cell { cell: register, shared: self.cell_is_shared(at, &name) },
                };
            }
            match scope.parent {
                Some(parent) if at != frame => at = parent,
                _ => break,
            }
        }
        self.outside(&name)
    }

    /// Whether a cell is written after its capture; asked of the scope that makes it.
    fn cell_is_shared(&self, mut at: ScopeId, name: &str) -> bool {
        loop {
            let scope = self.scopes.get(at);
            if let Some(symbol) = scope.symbols.get(name).filter(|symbol| symbol.place == Place::Cell) {
                return symbol.cell_is_shared();
            }
            let Some(parent) = scope.parent else { return true };
            at = parent;
        }
    }

    /// Begins a function inside the present one; returns the one around, to go back to with [`Self::leave`].
    pub fn enter(
        &mut self,
        scope: ScopeId,
        parameters: &[String],
        name: &str,
    ) -> (Function, Vec<NameId>, Vec<Capture>) {
        let symbols = &self.scopes.get(scope).symbols;
        let given = parameters.iter().map(|name| (name, symbols.get(name).map_or(Place::Local, |symbol| symbol.place)));
        let here = |symbol: &Symbol| matches!(symbol.place, Place::Local | Place::Cell) && symbol.bound;
        let others = symbols.iter().filter(|(name, symbol)| here(symbol) && !parameters.contains(name));
        let free = symbols.iter().filter(|(_, symbol)| symbol.place == Place::Free);
        let locals = given.chain(others.chain(free).map(|(name, symbol)| (name, symbol.place)));
        let locals: Vec<(&String, Place)> = locals.collect();

        let qualified_name = self.nested_name(name);
        let mut function = Function::new(scope, locals.len(), qualified_name);
        let mut captures = Vec::new();
        for (at, &(local, place)) in locals.iter().enumerate() {
            let inner = Register(at as u16);
            function.slots.insert((scope, local.clone()), inner);
            if place == Place::Free {
                let outer = self.cell_register(local.trim_start_matches('.'));
                captures.push(Capture { outer, inner });
            }
            function.assigned[at] = at < parameters.len();
        }
        let names = locals.iter().map(|(name, _)| self.unit.name(name)).collect();
        let around = std::mem::replace(&mut self.function, function);
        self.make_cells(&locals);
        (around, names, captures)
    }

    fn make_cells(&mut self, locals: &[(&String, Place)]) {
        for (at, &(_, place)) in locals.iter().enumerate() {
            if place == Place::Cell {
                let local = Register(at as u16);
                self.emit(Instruction::MakeCell { local, empty: false }, Span::default());
            }
        }
    }

    /// The register in which the present function holds the cell of a name that a function inside takes.
    fn cell_register(&self, name: &str) -> Register {
        let mut at = self.function.scope;
        loop {
            let scope = self.scopes.get(at);
            let through = self.function.slots.get(&Slot(at, &handed_through(name)));
            let is_cell =
                scope.symbols.get(name).is_some_and(|symbol| matches!(symbol.place, Place::Cell | Place::Free));
            let own = self.function.slots.get(&Slot(at, name)).filter(|_| is_cell);
            if let Some(&register) = through.or(own) {
                return register;
            }
            match scope.parent {
                Some(parent) => at = parent,
                None => return Register(0),
            }
        }
    }

    /// `outer.<locals>.inner`, as CPython's `__qualname__`.
    fn nested_name(&self, name: &str) -> String {
        let symbols = &self.scopes.get(self.function.scope).symbols;
        if symbols.get(name).is_some_and(|symbol| symbol.declared_global) {
            return name.to_owned();
        }
        let around = &self.function.qualified_name;
        let in_class =
            self.scopes.get(self.scopes.frame_of(self.function.scope)).kind == super::scope::ScopeKind::Class;
        match (around.is_empty(), in_class) {
            (true, _) => name.to_owned(),
            (false, true) => format!("{around}.{name}"),
            (false, false) => format!("{around}.<locals>.{name}"),
        }
    }

    /// Goes back to the function around; returns the emitter of the one inside.
    pub fn leave(&mut self, around: Function) -> Function {
        std::mem::replace(&mut self.function, around)
    }

    /// Loads a name.
    pub fn load_name(&mut self, name: &str, dst: Register, span: Span) {
        match self.live_class() {
            Some(space) => self.load_from_class(space, name, dst, span),
            None => self.load_bound(self.binding(name), name, dst, span),
        }
    }

    /// Loads a name from where it is.
    pub fn load_bound(&mut self, binding: Binding, name: &str, dst: Register, span: Span) {
        match binding {
            Binding::Local(src) => {
                self.check_bound(src, span);
                self.emit(Instruction::Move { dst, src }, span);
            }
            Binding::Cell { cell, shared: true } => self.emit(Instruction::LoadSharedCell { dst, cell }, span),
            Binding::Cell { cell, shared: false } => self.emit(Instruction::LoadCell { dst, cell }, span),
            Binding::ClassLocal(local) => self.load_class_name(name, local, dst, span),
            Binding::Global(global) if self.is_shared(name) => {
                self.emit(Instruction::LoadShared { dst, global }, span);
            }
            Binding::Global(global) => self.emit(Instruction::LoadGlobal { dst, global }, span),
            Binding::Named => self.load_named(name, dst, span),
            Binding::Builtin => self.load_builtin(name, dst, span),
        }
    }

    /// A class body sees its own name if it is bound already, else what is around the class.
    fn load_class_name(&mut self, name: &str, local: Register, dst: Register, span: Span) {
        if self.function.assigned.get(local.index()) == Some(&true) {
            self.emit(Instruction::Move { dst, src: local }, span);
            return;
        }
        let (bound, done) = (self.function.emitter.label(), self.function.emitter.label());
        self.emit(Instruction::JumpIfBound { local, target: bound }, span);
        self.load_around_class(name, dst, span);
        self.emit(Instruction::Jump { target: done }, span);
        self.function.emitter.place(bound);
        self.emit(Instruction::Move { dst, src: local }, span);
        self.function.emitter.place(done);
    }

    /// Loads a name of a class body that is not bound in it.
    pub fn load_around_class(&mut self, name: &str, dst: Register, span: Span) {
        match self.unit.global(self.module, &self.mangled(name)) {
            Some(global) if self.unit.dynamic => self.emit(Instruction::LoadShared { dst, global }, span),
            Some(global) => self.emit(Instruction::LoadGlobal { dst, global }, span),
            None if self.made.is_some() => self.load_named(name, dst, span),
            None => self.load_builtin(name, dst, span),
        }
    }

    fn load_builtin(&mut self, name: &str, dst: Register, span: Span) {
        match name {
            "__name__" => {
                let text = if self.hidden { self.module_name() } else { Arc::from("__main__") };
                self.constant_into(Constant::Str(text), dst, span);
            }
            "__builtins__" if !self.hidden => {
                self.emit(Instruction::Import { dst, module: ModuleId(0) }, span);
            }
            "__doc__" => {
                let text = self.docstring.clone().map_or(Constant::None, Constant::Str);
                self.constant_into(text, dst, span);
            }
            "__file__" => {
                let text = Arc::from(self.unit.source_name(self.module));
                self.constant_into(Constant::Str(text), dst, span);
            }
            // Names of the machine's own functions are for the embedded library only.
            _ if !self.hidden && name.starts_with("vm_") => self.unknown_name(name, dst, span),
            _ => self.builtin(name, dst, span),
        }
    }

    fn unknown_name(&mut self, name: &str, dst: Register, span: Span) {
        let constant = self.unit.constant(Constant::Builtin(Arc::from(format!("?{name}"))));
        self.emit(Instruction::LoadBuiltin { dst, constant }, span);
    }

    fn module_name(&self) -> Arc<str> {
        self.unit.module_name(self.module)
    }

    /// Whether threads share a variable of the module.
    pub fn is_shared(&self, name: &str) -> bool {
        self.sharing.shared.contains(&*self.mangled(name))
    }

    /// Makes sure that a local holds a value, unless that is clear from the text.
    pub fn check_bound(&mut self, local: Register, span: Span) {
        if self.function.assigned.get(local.index()) == Some(&false) {
            self.emit(Instruction::CheckBound { local }, span);
            self.function.assigned[local.index()] = true;
        }
    }

    /// Stores a register under a name.
    pub fn store_name(&mut self, name: &str, src: Register, span: Span) {
        match self.binding(name) {
            Binding::ClassLocal(_) if self.live_class().is_some() => self.store_in_class(name, src, span),
            Binding::Local(dst) | Binding::ClassLocal(dst) => {
                if dst != src {
                    self.emit(Instruction::Move { dst, src }, span);
                }
                self.set_assigned(dst, true);
            }
            Binding::Cell { cell, shared: true } => self.emit(Instruction::StoreSharedCell { cell, src }, span),
            Binding::Cell { cell, shared: false } => self.emit(Instruction::StoreCell { cell, src }, span),
            Binding::Global(global) if self.is_shared(name) => {
                self.emit(Instruction::StoreShared { global, src }, span);
            }
            Binding::Global(global) => self.emit(Instruction::StoreGlobal { global, src }, span),
            Binding::Named => self.store_named(name, src, span),
            Binding::Builtin => debug_assert!(self.unit.overflow, "a name that is stored is bound somewhere"),
        }
    }

    /// Unbinds a name.
    pub fn delete_name(&mut self, name: &str, span: Span) {
        match self.binding(name) {
            Binding::ClassLocal(_) if self.live_class().is_some() => self.delete_from_class(name, span),
            Binding::Local(local) | Binding::ClassLocal(local) => {
                self.emit(Instruction::DeleteLocal { local }, span);
                self.set_assigned(local, false);
            }
            Binding::Cell { cell, .. } => self.emit(Instruction::DeleteCell { cell }, span),
            Binding::Global(global) => self.emit(Instruction::DeleteGlobal { global }, span),
            Binding::Named => self.delete_named(name, span),
            Binding::Builtin => debug_assert!(self.unit.overflow, "a name that is deleted is bound somewhere"),
        }
    }

    /// Notes that a local surely holds a value from here on, or surely does not.
    pub fn set_assigned(&mut self, local: Register, assigned: bool) {
        if let Some(known) = self.function.assigned.get_mut(local.index()) {
            *known = assigned;
        }
    }

    /// Compiles both; a local surely holds a value afterwards only if it does after both.
    pub fn either(&mut self, one: impl FnOnce(&mut Self), other: impl FnOnce(&mut Self)) {
        let before = self.function.assigned.clone();
        one(self);
        let after_one = std::mem::replace(&mut self.function.assigned, before);
        other(self);
        meet(&mut self.function.assigned, &after_one);
    }

    /// Compiles something that may not run, or not to its end.
    pub fn perhaps(&mut self, inside: impl FnOnce(&mut Self)) {
        let before = self.function.assigned.clone();
        inside(self);
        self.function.assigned = before;
    }

    /// Notes that what follows is not reached from here: every local counts as assigned.
    pub fn unreachable(&mut self) {
        self.function.assigned.fill(true);
    }

    /// Compiles an expression whose value nobody needs longer than the closure runs.
    pub fn with_value<R>(&mut self, expression: &Expr, inside: impl FnOnce(&mut Self, Register) -> R) -> R {
        let height = self.function.emitter.height();
        let value = self.expression(expression);
        let result = inside(self, value);
        self.function.emitter.release(height);
        result
    }
}

/// The span of a node.
pub fn span(node: &impl Ranged) -> Span {
    span_of(node.range())
}
