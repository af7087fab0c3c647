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
    scope::{Place, Scopes},
};
use crate::source::{SourceText, Span};

/// CPython's builtins that raddle does not model.
pub const UNMODELLED_BUILTINS: &[&str] = &[
    "BaseExceptionGroup",
    "ExceptionGroup",
    "__build_class__",
    "__import__",
    "__loader__",
    "__package__",
    "__spec__",
    "aiter",
    "anext",
    "bytearray",
    "breakpoint",
    "compile",
    "complex",
    "copyright",
    "credits",
    "eval",
    "exec",
    "help",
    "license",
    "memoryview",
];

/// Reports everything that raddle does not run.
pub fn check(body: &[Stmt], scopes: &Scopes, source: &SourceText, hidden: bool, diagnostics: &mut Vec<Diagnostic>) {
    let mut checker = Checker { scopes, source, hidden, diagnostics, functions: 0, in_class: false };
    checker.visit_body(body);
}

struct Checker<'a> {
    scopes: &'a Scopes,
    source: &'a SourceText,
    hidden: bool,
    diagnostics: &'a mut Vec<Diagnostic>,
    functions: u32,
    in_class: bool,
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
        if function.is_async {
            self.unsupported(Feature::Async, Span::new(span(function).start, name.end));
        }
        if function.type_params.is_some() {
            self.unsupported(Feature::TypeParameters, name);
        }
        if self.in_class && &*function.name.id == "__del__" {
            self.unsupported(Feature::Finalizer, name);
        }
        function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
        self.defaults(&function.parameters);
        self.inside(1, false, |this| this.visit_body(&function.body));
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        if class.type_params.is_some() {
            self.unsupported(Feature::TypeParameters, span(&class.name));
        }
        let keywords = class.arguments.iter().flat_map(|arguments| &arguments.keywords);
        for keyword in keywords {
            let metaclass = keyword.arg.as_ref().is_some_and(|name| &*name.id == "metaclass");
            let feature = if metaclass { Feature::Metaclass } else { Feature::ClassKeywords };
            self.unsupported(feature, span(keyword));
        }
        if let Some(arguments) = &class.arguments {
            arguments.args.iter().for_each(|base| self.visit_expr(base));
        }
        class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
        let functions = std::mem::replace(&mut self.functions, 0);
        self.inside(0, true, |this| this.visit_body(&class.body));
        self.functions = functions;
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        let defaults = parameters.iter_non_variadic_params().filter_map(|parameter| parameter.default.as_deref());
        defaults.for_each(|default| self.visit_expr(default));
    }

    fn inside(&mut self, functions: u32, in_class: bool, walk: impl FnOnce(&mut Self)) {
        let around = std::mem::replace(&mut self.in_class, in_class);
        self.functions += functions;
        walk(self);
        self.functions -= functions;
        self.in_class = around;
    }

    fn name(&mut self, name: &ast::ExprName) {
        let unmodelled = UNMODELLED_BUILTINS.contains(&name.id.as_str());
        if unmodelled && !self.hidden && !self.is_bound(&name.id) {
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
            Stmt::Match(matched) => {
                let subject = span(&*matched.subject);
                self.unsupported(Feature::Match, Span::new(at.start, subject.end));
            }
            Stmt::TypeAlias(_) => return self.unsupported(Feature::TypeAlias, at),
            Stmt::IpyEscapeCommand(_) => self.unsupported(Feature::Shell, at),
            Stmt::For(each) if each.is_async => self.unsupported(Feature::Async, Span::new(at.start, at.start + 5)),
            Stmt::With(with) if with.is_async => self.unsupported(Feature::Async, Span::new(at.start, at.start + 5)),
            Stmt::Try(guarded) if guarded.is_star => {
                self.unsupported(Feature::ExceptStar, Span::new(at.start, at.start + 3));
            }
            Stmt::Return(_) if self.functions == 0 => self.report(Problem::Misplaced { keyword: "return" }, at),
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
        visitor::walk_stmt(self, statement);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        let at = span(expression);
        match expression {
            Expr::Name(name) => self.name(name),
            Expr::StringLiteral(_) | Expr::FString(_) if self.has_surrogate(at) => {
                self.unsupported(Feature::Surrogate, at);
            }
            Expr::Await(_) => self.unsupported(Feature::Async, at),
            Expr::TString(_) => self.unsupported(Feature::TemplateString, at),
            Expr::IpyEscapeCommand(_) => self.unsupported(Feature::Shell, at),
            Expr::NumberLiteral(number) if matches!(number.value, ast::Number::Complex { .. }) => {
                self.unsupported(Feature::Complex, at);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) if self.functions == 0 => {
                self.report(Problem::Misplaced { keyword: "yield" }, at);
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                return self.inside(1, false, |this| this.visit_expr(&lambda.body));
            }
            _ => {}
        }
        visitor::walk_expr(self, expression);
    }

    fn visit_comprehension(&mut self, comprehension: &'a ast::Comprehension) {
        if comprehension.is_async {
            self.unsupported(Feature::Async, span(comprehension));
        }
        visitor::walk_comprehension(self, comprehension);
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
