//! Which names each function, class and comprehension binds and uses, and where each name lives.
//!
//! Two passes: the collector walks the tree once and notes bindings and uses with their places; the resolver then
//! decides for each name between local, captured and global, by the rules of the Python language reference,
//! section 4.2.2. List, set and dict comprehensions are part of the function around them (PEP 709); a generator
//! expression is a function of its own.

use indexmap::IndexMap;
use ruff_python_ast::{
    self as ast, Expr, ExprContext, Stmt,
    visitor::{self, Visitor},
};
use ruff_text_size::TextRange;
use rustc_hash::FxBuildHasher;

use super::{
    diagnostic::{Diagnostic, Problem},
    span_of,
};

/// Index of a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct ScopeId(pub usize);

/// What a scope belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A generator expression.
    Generator,
    /// A list, set or dict comprehension: its names are locals of the frame around.
    Comprehension,
}

impl ScopeKind {
    /// Whether the scope has a frame of its own that can hold locals for functions inside.
    const fn is_function(self) -> bool {
        matches!(self, Self::Function | Self::Lambda | Self::Generator)
    }
}

/// A function, class, comprehension or the module.
#[derive(Debug)]
pub struct Scope {
    /// What it belongs to.
    pub kind: ScopeKind,
    /// The scope around.
    pub parent: Option<ScopeId>,
    /// Its names in the order of first mention.
    pub symbols: IndexMap<String, Symbol, FxBuildHasher>,
    /// The function contains a `yield`.
    pub generator: bool,
    /// The name of the class whose body this is in, without leading underscores: for `__private` names.
    pub class_name: Option<String>,
}

/// What is known of one name in one scope.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "facts that are independent of each other")]
pub struct Symbol {
    /// It is bound here.
    pub bound: bool,
    /// It is a parameter.
    pub parameter: bool,
    /// There is a `global` statement for it.
    pub declared_global: bool,
    /// There is a `nonlocal` statement for it.
    pub declared_nonlocal: bool,
    /// It is read here.
    pub used: bool,
    /// Offset of the last binding.
    pub last_store: u32,
    /// It is bound inside a loop (of this scope).
    pub stored_in_loop: bool,
    /// Offset where a function inside first takes it; `u32::MAX` if none does.
    pub first_capture: u32,
    /// A function inside binds it by `nonlocal`.
    pub stored_by_inner: bool,
    /// Where it lives.
    pub place: Place,
}

/// Where a name lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Place {
    /// In a register of the frame.
    Local,
    /// In a cell that this scope makes; functions inside use it too.
    Cell,
    /// In a cell of a function around.
    Free,
    /// In the module.
    #[default]
    Global,
}

impl Symbol {
    /// A cell that is written again after a function inside took it is memory that threads can share.
    #[must_use]
    pub fn cell_is_shared(&self) -> bool {
        self.stored_by_inner || self.stored_in_loop || self.last_store > self.first_capture
    }
}

/// All scopes of a module.
#[derive(Debug)]
pub struct Scopes {
    scopes: Vec<Scope>,
    by_node: IndexMap<(TextRange, ScopeKind), ScopeId, FxBuildHasher>,
}

impl Scopes {
    /// The module's own scope.
    pub const MODULE: ScopeId = ScopeId(0);

    /// Collects and resolves the names of a module.
    ///
    /// `exports` says what `from module import *` binds.
    pub fn of(body: &[Stmt], exports: &dyn Fn(&str) -> Vec<String>, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut collector = Collector::new(exports, diagnostics);
        collector.visit_body(body);
        let mut scopes = Self { scopes: collector.scopes, by_node: collector.by_node };
        scopes.resolve(diagnostics);
        scopes
    }

    /// The scope of a node.
    ///
    /// # Panics
    /// When the node was not walked by the collector: a fault of the compiler.
    #[must_use]
    pub fn at(&self, range: TextRange, kind: ScopeKind) -> ScopeId {
        *self.by_node.get(&(range, kind)).expect("the collector walked every node that opens a scope")
    }

    /// A scope.
    #[must_use]
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0]
    }

    /// Every scope, the module's first.
    pub fn iter(&self) -> impl Iterator<Item = (ScopeId, &Scope)> {
        self.scopes.iter().enumerate().map(|(at, scope)| (ScopeId(at), scope))
    }

    /// The nearest scope around that has a frame: comprehensions share that of the function around.
    #[must_use]
    pub fn frame_of(&self, mut id: ScopeId) -> ScopeId {
        while self.get(id).kind == ScopeKind::Comprehension {
            id = self.get(id).parent.unwrap_or(Self::MODULE);
        }
        id
    }

    fn resolve(&mut self, diagnostics: &mut Vec<Diagnostic>) {
        for at in 0..self.scopes.len() {
            let names: Vec<String> = self.scopes[at].symbols.keys().cloned().collect();
            for name in names {
                self.resolve_name(ScopeId(at), &name, diagnostics);
            }
        }
    }

    fn resolve_name(&mut self, id: ScopeId, name: &str, diagnostics: &mut Vec<Diagnostic>) {
        let scope = &self.scopes[id.0];
        let symbol = &scope.symbols[name];
        if symbol.declared_global || scope.kind == ScopeKind::Module {
            return;
        }
        if symbol.bound && !symbol.declared_nonlocal {
            if symbol.place == Place::Global {
                self.scopes[id.0].symbols[name].place = Place::Local;
            }
            return;
        }
        let nonlocal = symbol.declared_nonlocal;
        let at = symbol.last_store;
        match self.binder(id, name) {
            Some(binder) => self.capture(id, binder, name),
            None if nonlocal => diagnostics.push(Diagnostic {
                problem: Problem::NoOuterBinding { name: name.to_owned() },
                span: crate::source::Span::new(at, at + name.len() as u32),
            }),
            None => {}
        }
    }

    /// The scope around whose local the name is; `None` when it is the module's.
    fn binder(&self, from: ScopeId, name: &str) -> Option<ScopeId> {
        let mut inside = &self.scopes[from.0];
        while let Some(id) = inside.parent {
            let scope = &self.scopes[id.0];
            let visible = match scope.kind {
                ScopeKind::Module => return None,
                // Methods, and comprehensions too, reach the class that they are written in, but not its other names.
                ScopeKind::Class => name == "__class__",
                _ => true,
            };
            if let Some(symbol) = scope.symbols.get(name).filter(|_| visible) {
                if symbol.declared_global {
                    return None;
                }
                if symbol.bound && !symbol.declared_nonlocal {
                    return Some(id);
                }
            }
            inside = scope;
        }
        None
    }

    /// Makes the name a cell of `binder` and hands it down to `user`, unless both are one frame.
    fn capture(&mut self, user: ScopeId, binder: ScopeId, name: &str) {
        let stores = self.scopes[user.0].symbols[name].declared_nonlocal;
        if self.frame_of(user) == self.frame_of(binder) {
            return;
        }
        let mut at = user;
        let mut position = u32::MAX;
        while self.frame_of(at) != self.frame_of(binder) {
            let scope = &mut self.scopes[at.0];
            if scope.kind != ScopeKind::Comprehension {
                position = self.by_node.get_index(at.0 - 1).map_or(0, |((range, _), _)| range.start().into());
                let bound = scope.symbols.get(name).is_some_and(|symbol| symbol.bound && !symbol.declared_nonlocal);
                let own = scope.kind == ScopeKind::Class && bound;
                let name = if own { handed_through(name) } else { name.to_owned() };
                scope.symbols.entry(name).or_insert_with(Symbol::unseen).place = Place::Free;
            }
            let Some(parent) = self.scopes[at.0].parent else { return };
            at = parent;
        }
        let symbol = &mut self.scopes[binder.0].symbols[name];
        symbol.place = Place::Cell;
        symbol.stored_by_inner |= stores;
        symbol.first_capture = symbol.first_capture.min(position);
    }
}

impl Symbol {
    /// A name that nothing is known of yet.
    fn unseen() -> Self {
        Self { first_capture: u32::MAX, ..Self::default() }
    }
}

/// The name of the cell that a class body hands to the functions inside it, when it binds the name itself: its own
/// variable is none of theirs.
#[must_use]
pub fn handed_through(name: &str) -> String {
    format!(".{name}")
}

/// The name that a private name of a class body really has: `__x` in class `A` is `_A__x`.
#[must_use]
pub fn mangled(class_name: Option<&str>, name: &str) -> String {
    match class_name {
        Some(class) if name.starts_with("__") && !name.ends_with("__") => format!("_{class}{name}"),
        _ => name.to_owned(),
    }
}

/// Walks the tree and notes names.
struct Collector<'d> {
    scopes: Vec<Scope>,
    by_node: IndexMap<(TextRange, ScopeKind), ScopeId, FxBuildHasher>,
    current: ScopeId,
    loops: u32,
    exports: &'d dyn Fn(&str) -> Vec<String>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'d> Collector<'d> {
    fn new(exports: &'d dyn Fn(&str) -> Vec<String>, diagnostics: &'d mut Vec<Diagnostic>) -> Self {
        let module = Scope {
            kind: ScopeKind::Module,
            parent: None,
            symbols: IndexMap::default(),
            generator: false,
            class_name: None,
        };
        Self {
            scopes: vec![module],
            by_node: IndexMap::default(),
            current: Scopes::MODULE,
            loops: 0,
            exports,
            diagnostics,
        }
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current.0]
    }

    /// Walks `inside` in a new scope that belongs to the node.
    fn nested(&mut self, range: TextRange, kind: ScopeKind, inside: impl FnOnce(&mut Self)) {
        let id = ScopeId(self.scopes.len());
        let class_name = self.scope().class_name.clone();
        let parent = Some(self.current);
        self.scopes.push(Scope {
            kind,
            parent,
            symbols: IndexMap::default(),
            generator: kind == ScopeKind::Generator,
            class_name,
        });
        self.by_node.insert((range, kind), id);
        let around = (self.current, self.loops);
        self.current = id;
        // A comprehension is a loop of the frame around it.
        self.loops = u32::from(kind == ScopeKind::Comprehension);
        inside(self);
        (self.current, self.loops) = around;
    }

    fn symbol(&mut self, name: &str) -> &mut Symbol {
        let scope = &mut self.scopes[self.current.0];
        let name = mangled(scope.class_name.as_deref(), name);
        scope.symbols.entry(name).or_insert_with(Symbol::unseen)
    }

    fn bind(&mut self, name: &str, at: u32) {
        let in_loop = self.loops > 0;
        let symbol = self.symbol(name);
        symbol.bound = true;
        symbol.last_store = symbol.last_store.max(at);
        symbol.stored_in_loop |= in_loop;
    }

    fn bind_identifier(&mut self, identifier: &ast::Identifier) {
        self.bind(&identifier.id, identifier.range.start().into());
    }

    fn use_name(&mut self, name: &str) {
        self.symbol(name).used = true;
    }

    fn declare(&mut self, names: &[ast::Identifier], global: bool) {
        for name in names {
            let at_module = self.current == Scopes::MODULE;
            let symbol = self.symbol(&name.id);
            let conflict = symbol.parameter || (global && symbol.declared_nonlocal);
            let late = (symbol.bound || symbol.used) && !at_module;
            symbol.last_store = symbol.last_store.max(name.range.start().into());
            if global {
                symbol.declared_global = true;
            } else {
                symbol.declared_nonlocal = true;
            }
            let name_text = name.id.to_string();
            let problem = if conflict {
                Problem::ConflictingScopes { name: name_text }
            } else if late {
                Problem::UsedBeforeScope { name: name_text }
            } else if at_module && !global {
                Problem::NoOuterBinding { name: name_text }
            } else {
                continue;
            };
            self.diagnostics.push(Diagnostic { problem, span: span_of(name.range) });
        }
    }

    fn parameters(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter().map(ast::AnyParameterRef::as_parameter) {
            let name = parameter.name.id.as_str();
            if self.symbol(name).parameter {
                let problem = Problem::DuplicateParameter { name: name.to_owned() };
                self.diagnostics.push(Diagnostic { problem, span: span_of(parameter.name.range) });
            }
            self.bind_identifier(&parameter.name);
            self.symbol(name).parameter = true;
        }
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        for default in parameters.iter_non_variadic_params().filter_map(|p| p.default.as_deref()) {
            self.visit_expr(default);
        }
    }

    fn function(&mut self, function: &ast::StmtFunctionDef) {
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.defaults(&function.parameters);
        self.bind_identifier(&function.name);
        self.nested(function.range, ScopeKind::Function, |this| {
            this.parameters(&function.parameters);
            this.visit_body(&function.body);
        });
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        for decorator in &class.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        if let Some(arguments) = &class.arguments {
            self.visit_arguments(arguments);
        }
        self.bind_identifier(&class.name);
        self.nested(class.range, ScopeKind::Class, |this| {
            this.scope().class_name = Some(class.name.id.trim_start_matches('_').to_owned());
            // Functions inside that say `super()` or `__class__` take this cell.
            this.bind("__class__", class.range.start().into());
            this.visit_body(&class.body);
        });
    }

    fn comprehension(&mut self, range: TextRange, kind: ScopeKind, generators: &[ast::Comprehension], items: &[&Expr]) {
        let Some((first, rest)) = generators.split_first() else { return };
        self.visit_expr(&first.iter);
        self.nested(range, kind, |this| {
            this.loops = 1;
            this.visit_expr(&first.target);
            first.ifs.iter().for_each(|condition| this.visit_expr(condition));
            for generator in rest {
                this.visit_expr(&generator.iter);
                this.visit_expr(&generator.target);
                generator.ifs.iter().for_each(|condition| this.visit_expr(condition));
            }
            items.iter().for_each(|item| this.visit_expr(item));
        });
    }

    /// `:=` binds in the function around the comprehension.
    fn walrus(&mut self, named: &ast::ExprNamed) {
        self.visit_expr(&named.value);
        let Expr::Name(name) = &*named.target else { return };
        let inside = self.current;
        let mut in_loop = self.loops;
        while matches!(self.scope().kind, ScopeKind::Comprehension | ScopeKind::Generator) {
            in_loop = 1;
            let Some(parent) = self.scope().parent else { break };
            if self.scope().kind == ScopeKind::Generator {
                // The generator writes to a variable of the function around.
                self.symbol(&name.id).declared_nonlocal = true;
                let at_module = self.scopes[parent.0].kind == ScopeKind::Module;
                self.symbol(&name.id).declared_global = at_module;
            }
            self.current = parent;
        }
        let loops = std::mem::replace(&mut self.loops, in_loop);
        self.bind(&name.id, name.range.start().into());
        self.loops = loops;
        self.current = inside;
    }

    fn imported_from(&mut self, import: &ast::StmtImportFrom) {
        for alias in &import.names {
            if &*alias.name.id == "*" {
                let module = import.module.as_ref().map_or("", |module| module.id.as_str());
                for name in (self.exports)(module) {
                    self.bind(&name, alias.range.start().into());
                }
            } else {
                self.imported(alias);
            }
        }
    }

    fn imported(&mut self, alias: &ast::Alias) {
        let identifier = alias.asname.as_ref().unwrap_or(&alias.name);
        let name = identifier.id.split('.').next().unwrap_or_default().to_owned();
        self.bind(&name, identifier.range.start().into());
    }
}

impl<'a> Visitor<'a> for Collector<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Global(global) => self.declare(&global.names, true),
            Stmt::Nonlocal(nonlocal) => self.declare(&nonlocal.names, false),
            Stmt::Import(import) => import.names.iter().for_each(|alias| self.imported(alias)),
            Stmt::ImportFrom(import) => self.imported_from(import),
            Stmt::For(_) | Stmt::While(_) => {
                self.loops += 1;
                visitor::walk_stmt(self, statement);
                self.loops -= 1;
            }
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    self.visit_expr(value);
                }
                // `(x): int` alone binds nothing, unlike `x: int`.
                if assign.simple || assign.value.is_some() || !assign.target.is_name_expr() {
                    self.visit_expr(&assign.target);
                }
            }
            Stmt::AugAssign(assign) => {
                self.visit_expr(&assign.value);
                self.visit_expr(&assign.target);
                if let Expr::Name(name) = &*assign.target {
                    self.use_name(&name.id);
                }
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind_identifier(name);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load => {
                    self.use_name(&name.id);
                    if &*name.id == "super" {
                        self.use_name("__class__");
                    }
                }
                _ => self.bind(&name.id, name.range.start().into()),
            },
            Expr::Named(named) => self.walrus(named),
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                self.nested(lambda.range, ScopeKind::Lambda, |this| {
                    if let Some(parameters) = &lambda.parameters {
                        this.parameters(parameters);
                    }
                    this.visit_expr(&lambda.body);
                });
            }
            Expr::ListComp(comp) => {
                self.comprehension(comp.range, ScopeKind::Comprehension, &comp.generators, &[&comp.elt]);
            }
            Expr::SetComp(comp) => {
                self.comprehension(comp.range, ScopeKind::Comprehension, &comp.generators, &[&comp.elt]);
            }
            Expr::DictComp(comp) => {
                let mut items: Vec<&Expr> = comp.key.as_deref().into_iter().collect();
                items.push(&comp.value);
                self.comprehension(comp.range, ScopeKind::Comprehension, &comp.generators, &items);
            }
            Expr::Generator(comp) => {
                self.comprehension(comp.range, ScopeKind::Generator, &comp.generators, &[&comp.elt]);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                let frame = self.frame();
                self.scopes[frame.0].generator = true;
                visitor::walk_expr(self, expression);
            }
            _ => visitor::walk_expr(self, expression),
        }
    }
}

impl Collector<'_> {
    fn frame(&self) -> ScopeId {
        let mut id = self.current;
        while !self.scopes[id.0].kind.is_function() {
            let Some(parent) = self.scopes[id.0].parent else { break };
            id = parent;
        }
        id
    }
}
