//! The first pass over names: walks the tree once and notes where each scope binds and uses them.

use std::sync::Arc;

use indexmap::IndexMap;
use ruff_python_ast::{
    self as ast, Expr, ExprContext, Stmt,
    visitor::{self, Visitor},
};
use ruff_text_size::TextRange;
use rustc_hash::FxBuildHasher;

use super::{
    annotations,
    diagnostic::{Diagnostic, Problem},
    scope::{Scope, ScopeId, ScopeKind, Scopes, Symbol, mangled},
    span_of,
};

/// Most functions have no more names.
const USUAL: usize = 7;

/// Walks the tree and notes names.
pub struct Collector<'d> {
    /// The scopes in the order in which they begin, the module's first.
    pub scopes: Vec<Scope>,
    /// Which scope is whose.
    pub by_node: IndexMap<(TextRange, ScopeKind), ScopeId, FxBuildHasher>,
    current: ScopeId,
    loops: u32,
    /// Annotations are evaluated.
    annotations: bool,
    exports: &'d dyn Fn(&str) -> Vec<String>,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'d> Collector<'d> {
    /// One that stands at the beginning of a module.
    pub fn new(
        annotations: bool,
        exports: &'d dyn Fn(&str) -> Vec<String>,
        diagnostics: &'d mut Vec<Diagnostic>,
    ) -> Self {
        let module = Scope {
            kind: ScopeKind::Module,
            parent: None,
            symbols: IndexMap::default(),
            generator: false,
            is_async: false,
            class_name: None,
        };
        Self {
            scopes: vec![module],
            by_node: IndexMap::default(),
            current: Scopes::MODULE,
            loops: 0,
            annotations,
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
            symbols: IndexMap::with_capacity_and_hasher(USUAL, FxBuildHasher),
            generator: kind == ScopeKind::Generator,
            is_async: false,
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
        match scope.symbols.get_index_of(&*name) {
            Some(at) => &mut scope.symbols[at],
            None => scope.symbols.entry(name.into_owned()).or_insert_with(Symbol::unseen),
        }
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
            let conflict = symbol.parameter || if global { symbol.declared_nonlocal } else { symbol.declared_global };
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
        if self.annotations {
            annotations::of_function(function).for_each(|(_, annotation)| self.visit_expr(annotation));
        }
        self.bind_identifier(&function.name);
        self.nested(function.range, ScopeKind::Function, |this| {
            this.scope().is_async = function.is_async;
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
            this.scope().class_name = Some(Arc::from(class.name.id.trim_start_matches('_')));
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
            if generators.iter().any(|generator| generator.is_async) {
                this.awaits();
            }
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
                let inside = !matches!(self.scope().kind, ScopeKind::Module | ScopeKind::Class);
                if self.annotations && !inside {
                    if let Some(name) = annotations::name_of(assign) {
                        self.bind(annotations::DICT, name.range.start().into());
                        self.use_name(annotations::DICT);
                    }
                    self.visit_expr(&assign.annotation);
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
            Expr::Await(_) => {
                self.awaits();
                visitor::walk_expr(self, expression);
            }
            _ => visitor::walk_expr(self, expression),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        let bound = match pattern {
            ast::Pattern::MatchAs(capture) => capture.name.as_ref(),
            ast::Pattern::MatchStar(star) => star.name.as_ref(),
            ast::Pattern::MatchMapping(mapping) => mapping.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = bound {
            self.bind_identifier(name);
        }
        visitor::walk_pattern(self, pattern);
    }
}

impl Collector<'_> {
    /// A generator expression that awaits is an asynchronous generator.
    fn awaits(&mut self) {
        let frame = self.frame();
        let scope = &mut self.scopes[frame.0];
        scope.is_async |= scope.kind == ScopeKind::Generator;
    }

    fn frame(&self) -> ScopeId {
        let mut id = self.current;
        while !self.scopes[id.0].kind.is_function() {
            let Some(parent) = self.scopes[id.0].parent else { break };
            id = parent;
        }
        id
    }
}
