//! Text that is compiled while a program runs, for `compile`, `exec` and `eval`.
//!
//! Its names are looked up when it runs, in the namespaces that it is run with: the outermost code object has them in its first
//! two registers, and hands the first on to every function inside it as it hands on cells. Nothing is taken for known from its
//! text: no variable settles, no list is fixed. Tests: `tests/search/made.rs`, `tests/programs/dynamic/`.

use std::sync::Arc;

use ruff_python_ast::{AtomicNodeIndex, Expr, Mod, ModExpression, Stmt, StmtExpr};
use ruff_python_parser::{Mode as ParseMode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

use super::{
    Diagnostic, Problem, annotations,
    body::{Binding, Body, Function, span},
    check, fault, literal_fault,
    scope::{ScopeId, ScopeKind, Scopes},
    sharing::Sharing,
    strict, syntax_error,
    unit::Unit as Tables,
};
use crate::{
    program::{
        Capture, Code, Constant, Instruction, Module, NameId, Names, Program, Register,
        made::{Fault, GLOBALS, LOCALS, Mode, Unit, Wanted},
    },
    source::{SourceText, Span},
    stdlib::Library,
};

/// Compiles a text for a program that is running.
///
/// # Errors
/// What is wrong with it.
pub fn compile(wanted: &Wanted, program: &Program, names: &mut Names) -> Result<Unit, Fault> {
    let source = Arc::new(SourceText::new(&*wanted.file, &*wanted.text));
    let Some((id, first)) = program.next_made() else {
        return Err(fault::plain("MemoryError", "too many texts were compiled"));
    };
    let parsed = parse(&source, wanted.mode);
    let found = parsed.as_ref().err().map_or(&[][..], |found| found);
    if let Some((at, fault)) = literal_fault::first(&source, found)
        && found.first().is_none_or(|first| at <= first.span.start)
    {
        return Err(fault);
    }
    let statements = parsed.map_err(|found| fault::of(&found, &source, wanted.mode))?;
    if wanted.mode == Mode::Single && statements.is_empty() {
        return Err(fault::nothing());
    }
    if let (Mode::Single, [first, next, ..]) = (wanted.mode, &statements[..])
        && source.line_of(span(first).end) < source.line_of(span(next).start)
    {
        return Err(fault::several_statements(span(first).end, &source));
    }
    if let Some((message, at)) = strict::first(&statements) {
        return Err(fault::behind(message, at, &source));
    }
    let mut diagnostics = Vec::new();
    let mut tables = Tables::over(&Library, program, std::mem::take(names), &source, first);
    let mut scopes = Scopes::of(&statements, false, &|module| tables.exports(module), &mut diagnostics);
    check::check(&statements, &scopes, &source, &mut diagnostics);
    // Those that are not there are missed when it runs.
    diagnostics.retain(|one| !matches!(one.problem, Problem::UnmodelledBuiltin { .. }));
    scopes.find_live_classes();
    scopes.keep_locals();
    scopes.take_namespaces();
    let sharing = Sharing::default();
    if diagnostics.is_empty() {
        let body = tables.reserve_code();
        let mut compiler = Body::module(&mut tables, &scopes, &sharing, id, false);
        let code = compiler.compile_made(&statements, &source, wanted.mode);
        diagnostics.append(&mut compiler.diagnostics);
        tables.set_code(body, code);
    }
    let (codes, known) = tables.into_codes();
    *names = known;
    if !diagnostics.is_empty() {
        diagnostics.sort_by_key(|one| one.span.start);
        return Err(fault::of(&diagnostics, &source, wanted.mode));
    }
    let module = Module { name: Arc::clone(&wanted.file), source, body: first, variables: Vec::new() };
    Ok(Unit { wanted: wanted.clone(), module, codes })
}

/// The statements of a text, or its one expression as a statement.
pub(super) fn parse(source: &SourceText, mode: Mode) -> Result<Vec<Stmt>, Vec<Diagnostic>> {
    if mode != Mode::Eval {
        return super::parse(source);
    }
    let parsed = parse_unchecked(source.text(), ParseOptions::from(ParseMode::Expression));
    let errors: Vec<Diagnostic> = parsed.errors().iter().map(syntax_error).collect();
    let Mod::Expression(ModExpression { body: value, .. }) = parsed.into_syntax() else { return Err(errors) };
    let statement = Stmt::Expr(StmtExpr { node_index: AtomicNodeIndex::NONE, range: value.range(), value });
    let statements = vec![statement];
    if let Some(span) = check::too_deep(&statements, super::DEEPEST) {
        // Dropping the tree would need as much stack as compiling it.
        std::mem::forget(statements);
        return Err(vec![Diagnostic { problem: Problem::TooDeep, span }]);
    }
    if errors.is_empty() { Ok(statements) } else { Err(errors) }
}

impl Body<'_, '_> {
    /// The outermost code object of a text.
    fn compile_made(&mut self, statements: &[Stmt], source: &SourceText, mode: Mode) -> Option<Code> {
        self.made = Some(mode);
        self.imports = super::import::ImportedNames::default();
        self.docstring = super::statement::docstring(statements).filter(|_| mode == Mode::Exec);
        let names = [GLOBALS, LOCALS];
        self.function = Function::new(Scopes::MODULE, names.len(), String::new());
        let mut captures = Vec::new();
        for (at, name) in names.into_iter().enumerate() {
            let register = Register(at as u16);
            self.function.slots.insert((Scopes::MODULE, name.to_owned()), register);
            self.function.assigned[at] = true;
            captures.push(Capture { outer: register, inner: register });
        }
        let locals: Vec<NameId> = names.into_iter().map(|name| self.unit.name(name)).collect();
        match (mode, statements) {
            (Mode::Eval, [Stmt::Expr(only)]) => {
                let src = self.expression(&only.value);
                self.emit(Instruction::Return { src }, span(&*only.value));
            }
            _ => {
                if let Some(text) = self.docstring.clone() {
                    let at = Span::default();
                    let src = self.constant(Constant::Str(text), at);
                    self.store_name("__doc__", src, at);
                }
                self.begin_annotations(statements);
                self.statements(statements);
                let end = source.text().len() as u32;
                let end = Span::new(end, end);
                let src = self.constant(Constant::None, end);
                self.emit(Instruction::Return { src }, end);
            }
        }
        self.module_code(source, locals, captures)
    }

    /// The register of a namespace, as the present function has it.
    fn namespace(&self, name: &str) -> Register {
        let mut at: ScopeId = self.function.scope;
        loop {
            if let Some(register) = self.function.slot(at, name) {
                return register;
            }
            match self.scopes.get(at).parent {
                Some(parent) => at = parent,
                None => return Register(0),
            }
        }
    }

    /// The register of the dict in which the class body that is being written has its names, if it has them in one.
    pub fn live_class(&self) -> Option<Register> {
        let scope = self.function.scope;
        if self.scopes.get(scope).kind != ScopeKind::Class {
            return None;
        }
        self.function.slot(scope, LOCALS)
    }

    /// `dst` = what such a class body has under a name, else what there is around it.
    pub fn load_from_class(&mut self, space: Register, name: &str, dst: Register, at: Span) {
        let text = self.mangled(name).into_owned();
        let id = self.unit.name(&text);
        let done = self.function.emitter.label();
        self.emit(Instruction::FindName { dst, space, name: id }, at);
        self.emit(Instruction::JumpIfBound { local: dst, target: done }, at);
        match self.binding(name) {
            Binding::ClassLocal(_) => self.load_around_class(name, dst, at),
            found => self.load_bound(found, name, dst, at),
        }
        self.function.emitter.place(done);
    }

    /// Binds a name in the dict of a class body.
    pub fn store_in_class(&mut self, name: &str, src: Register, at: Span) {
        let text = self.mangled(name).into_owned();
        if let Some(space) = self.live_class() {
            let name = self.unit.name(&text);
            self.emit(Instruction::StoreName { space, src, name }, at);
        }
    }

    /// Unbinds a name in the dict of a class body.
    pub fn delete_from_class(&mut self, name: &str, at: Span) {
        let text = self.mangled(name).into_owned();
        if let Some(space) = self.live_class() {
            let name = self.unit.name(&text);
            self.emit(Instruction::DeleteName { space, name }, at);
        }
    }

    /// Whether the name, bound to nothing in a function, is looked up among the locals of the text first.
    fn is_of_locals(&self, name: &str) -> bool {
        let symbols = &self.scopes.get(Scopes::MODULE).symbols;
        self.function.scope == Scopes::MODULE && !symbols.get(name).is_some_and(|symbol| symbol.declared_global)
    }

    /// `dst` = what the namespaces have under a name.
    pub fn load_named(&mut self, name: &str, dst: Register, at: Span) {
        let text = self.mangled(name).into_owned();
        let name = self.unit.name(&text);
        let space = self.namespace(GLOBALS);
        if !self.is_of_locals(&text) {
            return self.emit(Instruction::LoadName { dst, space, name }, at);
        }
        let done = self.function.emitter.label();
        let locals = self.namespace(LOCALS);
        self.emit(Instruction::FindName { dst, space: locals, name }, at);
        self.emit(Instruction::JumpIfBound { local: dst, target: done }, at);
        self.emit(Instruction::LoadName { dst, space, name }, at);
        self.function.emitter.place(done);
    }

    /// The namespace in which a name is bound that is none of a function.
    fn bound_in(&self, name: &str) -> Register {
        self.namespace(if self.is_of_locals(name) { LOCALS } else { GLOBALS })
    }

    /// Binds a name in a namespace.
    pub fn store_named(&mut self, name: &str, src: Register, at: Span) {
        let text = self.mangled(name).into_owned();
        let (space, name) = (self.bound_in(&text), self.unit.name(&text));
        self.emit(Instruction::StoreName { space, src, name }, at);
    }

    /// Unbinds a name in a namespace.
    pub fn delete_named(&mut self, name: &str, at: Span) {
        let text = self.mangled(name).into_owned();
        let (space, name) = (self.bound_in(&text), self.unit.name(&text));
        self.emit(Instruction::DeleteName { space, name }, at);
    }

    /// `dst` = a literal.
    pub fn literal_into(&mut self, literal: Constant, dst: Register, at: Span) {
        let index = self.function.emitter.literal(literal);
        self.emit(Instruction::LoadLiteral { dst, index }, at);
    }

    /// Where there are such, the dict is there from the beginning.
    fn begin_annotations(&mut self, statements: &[Stmt]) {
        if !annotations::any(statements) {
            return;
        }
        let at = Span::default();
        let (height, there) = (self.function.emitter.height(), self.function.emitter.label());
        let dst = self.temporary();
        let name = self.unit.name("__annotations__");
        let space = self.namespace(LOCALS);
        self.emit(Instruction::FindName { dst, space, name }, at);
        self.emit(Instruction::JumpIfBound { local: dst, target: there }, at);
        self.emit(Instruction::BuildDict { dst, base: dst, count: 0 }, at);
        self.emit(Instruction::StoreName { space, src: dst, name }, at);
        self.function.emitter.place(there);
        self.function.emitter.release(height);
    }

    /// At a prompt, the value of an expression is written down.
    pub fn displayed(&mut self, expression: &Expr) -> bool {
        if self.made != Some(Mode::Single) || self.function.scope != Scopes::MODULE {
            return false;
        }
        let height = self.function.emitter.height();
        let base = self.temporary();
        self.builtin("vm_display", base, span(expression));
        self.fresh(expression);
        self.emit(Instruction::Call { count: 1, dst: base, base }, span(expression));
        self.function.emitter.release(height);
        true
    }

    /// Raises an exception of a builtin class: what an import comes to that finds nothing.
    pub fn raise_error(&mut self, class: &str, message: &str, at: Span) {
        let height = self.function.emitter.height();
        let base = self.temporary();
        self.builtin(class, base, at);
        self.constant(Constant::Str(message.into()), at);
        self.emit(Instruction::Call { count: 1, dst: base, base }, at);
        self.emit(Instruction::Raise { exception: base }, at);
        self.function.emitter.release(height);
    }

    /// Where a name is that no function binds.
    pub fn outside(&self, name: &str) -> Binding {
        if self.made.is_some() {
            return Binding::Named;
        }
        self.unit.global(self.module, name).map_or(Binding::Builtin, Binding::Global)
    }
}
