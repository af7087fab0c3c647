//! Refuses what raddle does not run, before anything runs.
//!
//! The tests that every builtin of CPython is either modelled or named here are in `machine/`.

use ruff_python_ast::{
    self as ast, Expr, Stmt,
    visitor::{self, Visitor},
};

use super::{
    body::span,
    diagnostic::{Diagnostic, Feature, Problem},
    scope::{Place, ScopeKind, Scopes},
};
use crate::source::{SourceText, Span};

/// CPython's builtins that raddle does not model.
pub const UNMODELLED_BUILTINS: &[&str] = &[
    "__build_class__",
    "__import__",
    "__loader__",
    "__package__",
    "__spec__",
    "breakpoint",
    "copyright",
    "credits",
    "help",
    "license",
];

/// Reports everything that raddle does not run.
pub fn check(body: &[Stmt], scopes: &Scopes, source: &SourceText, diagnostics: &mut Vec<Diagnostic>) {
    let mut checker =
        Checker { scopes, source, diagnostics, functions: 0, awaits: Awaits::No, yields: false, star_loops: None };
    checker.visit_body(body);
}

struct Checker<'a> {
    scopes: &'a Scopes,
    source: &'a SourceText,
    diagnostics: &'a mut Vec<Diagnostic>,
    functions: u32,
    /// Whether the function that is walked can await.
    awaits: Awaits,
    /// It yields.
    yields: bool,
    /// In a handler of `except*`: how many loops inside it are around.
    star_loops: Option<u32>,
}

/// Where something is awaited in an expression.
struct AwaitsIn(Vec<Span>);

impl<'a> Visitor<'a> for AwaitsIn {
    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Await(awaited) = expression {
            self.0.push(span(awaited));
        }
        visitor::walk_expr(self, expression);
    }
}

/// Whether `await` can stand in a function.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Awaits {
    /// It is an ordinary one, or none.
    No,
    /// It is a generator expression, which awaiting makes asynchronous.
    Generator,
    /// It is an `async def`.
    Function,
}

impl Checker<'_> {
    fn report(&mut self, problem: Problem, span: Span) {
        self.diagnostics.push(Diagnostic { problem, span });
    }

    /// Whether a literal has an escape that names half of a pair of UTF-16: no text here can hold one.
    fn has_surrogate(&self, at: Span) -> bool {
        let text = self.source.slice(at);
        let prefix = text.split(['\'', '"']).next().unwrap_or_default();
        if prefix.contains(['r', 'R']) {
            return false;
        }
        let mut rest = text;
        while let Some(start) = rest.find('\\') {
            let code = match rest[start + 1..].chars().next() {
                Some('u') => rest.get(start + 2..start + 6),
                Some('U') => rest.get(start + 2..start + 10),
                _ => None,
            };
            let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
            if code.is_some_and(|code| (0xd800..0xe000).contains(&code)) {
                return true;
            }
            let escaped = rest[start + 1..].chars().next().map_or(0, char::len_utf8);
            rest = &rest[start + 1 + escaped..];
        }
        false
    }

    fn unsupported(&mut self, feature: Feature, span: Span) {
        self.report(Problem::Unsupported { feature }, span);
    }

    fn function(&mut self, function: &ast::StmtFunctionDef) {
        let name = span(&function.name);
        if function.type_params.is_some() {
            self.unsupported(Feature::TypeParameters, name);
        }
        function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
        self.defaults(&function.parameters);
        self.annotations(function);
        let awaits = if function.is_async { Awaits::Function } else { Awaits::No };
        let yields = self.scopes.get(self.scopes.at(function.range, ScopeKind::Function)).generator;
        self.inside(1, |this| this.running(awaits, yields, |this| this.visit_body(&function.body)));
    }

    /// Walks what runs as a function of its own.
    fn running(&mut self, awaits: Awaits, yields: bool, walk: impl FnOnce(&mut Self)) {
        let around = (self.awaits, self.yields, self.star_loops);
        (self.awaits, self.yields, self.star_loops) = (awaits, yields, None);
        walk(self);
        (self.awaits, self.yields, self.star_loops) = around;
    }

    fn misplaced(&mut self, keyword: &'static str, span: Span) {
        self.report(Problem::Misplaced { keyword }, span);
    }

    /// `async for`, `async with` and `await` are for functions that can stop in their middle.
    fn awaiting(&mut self, keyword: &'static str, span: Span) {
        if self.awaits == Awaits::No || (self.awaits == Awaits::Generator && keyword != "await") {
            self.misplaced(keyword, span);
        }
    }

    /// `return`, and `break` and `continue` of a loop around, would leave a handler of `except*` with parts of a group left.
    fn leaving_star(&mut self, statement: &Stmt) {
        let leaves = match statement {
            Stmt::Return(_) => self.star_loops.is_some(),
            Stmt::Break(_) | Stmt::Continue(_) => self.star_loops == Some(0),
            _ => false,
        };
        if leaves {
            self.misplaced("star-leave", span(statement));
        }
    }

    fn handlers(&mut self, guarded: &ast::StmtTry) {
        self.visit_body(&guarded.body);
        let around = self.star_loops;
        if guarded.is_star {
            self.star_loops = Some(0);
        }
        guarded.handlers.iter().for_each(|handler| self.visit_except_handler(handler));
        self.star_loops = around;
        self.visit_body(&guarded.orelse);
        self.visit_body(&guarded.finalbody);
    }

    /// A list, set or dict comprehension is part of the function around it, a generator expression is one of its own.
    fn comprehension(&mut self, expression: &Expr, generators: &[ast::Comprehension], is_generator: bool) {
        let is_async = generators.iter().any(|generator| generator.is_async);
        if is_async && !is_generator && self.awaits == Awaits::No {
            self.misplaced("async-comprehension", span(expression));
        }
        if is_generator {
            if let Some(first) = generators.first() {
                self.visit_expr(&first.iter);
            }
            let awaits = if self.awaits == Awaits::Function { Awaits::Function } else { Awaits::Generator };
            let (rest, yields) = (generators, true);
            return self.running(awaits, yields, |this| {
                for (at, generator) in rest.iter().enumerate() {
                    if at > 0 {
                        this.visit_expr(&generator.iter);
                    }
                    this.visit_expr(&generator.target);
                    generator.ifs.iter().for_each(|condition| this.visit_expr(condition));
                }
                if let Expr::Generator(display) = expression {
                    this.visit_expr(&display.elt);
                }
            });
        }
        visitor::walk_expr(self, expression);
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        if class.type_params.is_some() {
            self.unsupported(Feature::TypeParameters, span(&class.name));
        }
        if let Some(arguments) = &class.arguments {
            self.visit_arguments(arguments);
        }
        class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
        let functions = std::mem::replace(&mut self.functions, 0);
        self.inside(0, |this| this.running(Awaits::No, false, |this| this.visit_body(&class.body)));
        self.functions = functions;
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        let defaults = parameters.iter_non_variadic_params().filter_map(|parameter| parameter.default.as_deref());
        defaults.for_each(|default| self.visit_expr(default));
    }

    /// Annotations are kept as text; but nothing can be awaited there that could not be awaited around the function.
    fn annotations(&mut self, function: &ast::StmtFunctionDef) {
        let mut awaits = AwaitsIn(Vec::new());
        let parameters = function.parameters.iter().filter_map(ast::AnyParameterRef::annotation);
        parameters.chain(function.returns.as_deref()).for_each(|annotation| awaits.visit_expr(annotation));
        awaits.0.into_iter().for_each(|place| self.awaiting("await", place));
    }

    fn inside(&mut self, functions: u32, walk: impl FnOnce(&mut Self)) {
        self.functions += functions;
        walk(self);
        self.functions -= functions;
    }

    fn name(&mut self, name: &ast::ExprName) {
        let unmodelled = UNMODELLED_BUILTINS.contains(&name.id.as_str());
        if unmodelled && !self.is_bound(&name.id) {
            self.report(Problem::UnmodelledBuiltin { name: name.id.to_string() }, span(name));
        }
    }

    /// Whether the program binds the name anywhere, so that it may not be the builtin.
    fn is_bound(&self, name: &str) -> bool {
        self.scopes.iter().any(|(_, scope)| {
            scope.symbols.get(name).is_some_and(|symbol| symbol.bound || symbol.place != Place::Global)
        })
    }
}

impl<'a> Visitor<'a> for Checker<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let at = span(statement);
        match statement {
            Stmt::FunctionDef(function) => return self.function(function),
            Stmt::ClassDef(class) => return self.class(class),
            Stmt::TypeAlias(_) => return self.unsupported(Feature::TypeAlias, at),
            Stmt::IpyEscapeCommand(_) => self.unsupported(Feature::Shell, at),
            Stmt::For(each) if each.is_async => self.awaiting("async-for", Span::new(at.start, at.start + 5)),
            Stmt::With(with) if with.is_async => self.awaiting("async-with", Span::new(at.start, at.start + 5)),
            Stmt::Try(guarded) => return self.handlers(guarded),
            Stmt::Return(_) if self.functions == 0 => self.misplaced("return", at),
            Stmt::Return(leave) if leave.value.is_some() && self.awaits == Awaits::Function && self.yields => {
                self.misplaced("return-value", at);
            }
            Stmt::Return(_) | Stmt::Break(_) | Stmt::Continue(_) => self.leaving_star(statement),
            Stmt::ImportFrom(import)
                if self.functions > 0 && import.names.iter().any(|alias| &*alias.name.id == "*") =>
            {
                self.unsupported(Feature::StarImport, at);
            }
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    self.visit_expr(value);
                }
                return self.visit_expr(&assign.target);
            }
            _ => {}
        }
        let in_loop = matches!(statement, Stmt::For(_) | Stmt::While(_));
        let around = self.star_loops;
        if in_loop {
            self.star_loops = around.map(|loops| loops + 1);
        }
        visitor::walk_stmt(self, statement);
        self.star_loops = around;
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        let at = span(expression);
        match expression {
            Expr::Name(name) => self.name(name),
            Expr::StringLiteral(_) | Expr::FString(_) if self.has_surrogate(at) => {
                self.unsupported(Feature::Surrogate, at);
            }
            Expr::Await(_) => self.awaiting("await", at),
            Expr::TString(_) => self.unsupported(Feature::TemplateString, at),
            Expr::IpyEscapeCommand(_) => self.unsupported(Feature::Shell, at),
            Expr::Yield(_) | Expr::YieldFrom(_) if self.functions == 0 => {
                self.misplaced("yield", at);
            }
            Expr::YieldFrom(_) if self.awaits == Awaits::Function => self.misplaced("yield-from", at),
            Expr::ListComp(display) => return self.comprehension(expression, &display.generators, false),
            Expr::SetComp(display) => return self.comprehension(expression, &display.generators, false),
            Expr::DictComp(display) => return self.comprehension(expression, &display.generators, false),
            Expr::Generator(display) => return self.comprehension(expression, &display.generators, true),
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                return self.inside(1, |this| {
                    this.running(Awaits::No, false, |this| this.visit_expr(&lambda.body));
                });
            }
            _ => {}
        }
        visitor::walk_expr(self, expression);
    }
}

/// The place where the tree becomes deeper than `deepest`, if it does. Goes no deeper itself.
pub fn too_deep(body: &[Stmt], deepest: u32) -> Option<Span> {
    let mut depth = Depth { left: deepest, found: None };
    depth.visit_body(body);
    depth.found
}

struct Depth {
    left: u32,
    found: Option<Span>,
}

impl Depth {
    /// Goes down by so many levels.
    fn down(&mut self, levels: usize, at: Span, walk: impl FnOnce(&mut Self)) {
        if self.found.is_some() {
            return;
        }
        let before = self.left;
        let left = u32::try_from(levels).ok().and_then(|levels| before.checked_sub(levels));
        let Some(left) = left else {
            self.found = Some(at);
            return;
        };
        self.left = left;
        walk(self);
        self.left = before;
    }
}

impl<'a> Visitor<'a> for Depth {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        // Each item of a `with` stands inside the one before.
        let levels = if let Stmt::With(with) = statement { with.items.len() } else { 1 };
        self.down(levels, span(statement), |this| visitor::walk_stmt(this, statement));
    }

    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        self.down(1, span(pattern), |this| visitor::walk_pattern(this, pattern));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        // So does each `for` of a comprehension.
        let levels = match expression {
            Expr::ListComp(display) => display.generators.len(),
            Expr::SetComp(display) => display.generators.len(),
            Expr::DictComp(display) => display.generators.len(),
            Expr::Generator(display) => display.generators.len(),
            _ => 1,
        };
        self.down(levels, span(expression), |this| visitor::walk_expr(this, expression));
    }
}
