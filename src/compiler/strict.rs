//! What CPython finds wrong in a text behind its parser, and ours does not see: where names may be bound inside of expressions,
//! where a star may stand, the order of handlers, and what is asked for from `__future__`.
//!
//! Tests: `tests/programs/dynamic/misplaced.py`.

use ruff_python_ast::{
    self as ast, Expr, Stmt,
    visitor::{self, Visitor},
};

use ruff_text_size::Ranged;

use super::span_of;
use crate::source::Span;

/// The first thing that is wrong, with its place.
#[must_use]
pub fn first(body: &[Stmt]) -> Option<(String, Span)> {
    let mut strict = Strict::default();
    strict.futures(body);
    strict.visit_body(body);
    strict.found
}

/// A comprehension that is walked.
struct Around {
    /// The names that its loops bind.
    bound: Vec<String>,
    /// The names that were bound by `:=` in it, outside of its loops' iterables.
    named: Vec<String>,
    /// An iterable of it is walked.
    in_iterable: bool,
    /// As messages call it.
    kind: &'static str,
}

#[derive(Default)]
struct Strict {
    found: Option<(String, Span)>,
    comprehensions: Vec<Around>,
    in_class: bool,
}

impl Strict {
    fn report(&mut self, message: impl Into<String>, range: ruff_text_size::TextRange) {
        if self.found.is_none() {
            self.found = Some((message.into(), span_of(range)));
        }
    }

    /// `name := value`
    fn named(&mut self, name: &str, range: ruff_text_size::TextRange) {
        if self.comprehensions.is_empty() {
            return;
        }
        if self.comprehensions.iter().any(|around| around.in_iterable) {
            return self.report("assignment expression cannot be used in a comprehension iterable expression", range);
        }
        if self.comprehensions.iter().any(|around| around.bound.iter().any(|bound| bound == name)) {
            let message = format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
            return self.report(message, range);
        }
        if self.in_class {
            return self.report("assignment expression within a comprehension cannot be used in a class body", range);
        }
        self.comprehensions.iter_mut().for_each(|around| around.named.push(name.to_owned()));
    }

    fn comprehension(&mut self, kind: &'static str, generators: &[ast::Comprehension], elements: &[&Expr]) {
        if let Some(star) = elements.iter().find(|element| element.is_starred_expr()) {
            self.report("iterable unpacking cannot be used in comprehension", star.range());
        }
        self.comprehensions.push(Around { bound: Vec::new(), named: Vec::new(), in_iterable: false, kind });
        for generator in generators {
            self.in_iterable(true);
            self.visit_expr(&generator.iter);
            self.in_iterable(false);
            let mut names = Names::default();
            names.visit_expr(&generator.target);
            for (name, range) in names.0 {
                if self.comprehensions.last().is_some_and(|around| around.named.contains(&name)) {
                    let message =
                        format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                    self.report(message, range);
                }
                if let Some(around) = self.comprehensions.last_mut() {
                    around.bound.push(name);
                }
            }
            generator.ifs.iter().for_each(|condition| self.visit_expr(condition));
        }
        elements.iter().for_each(|element| self.visit_expr(element));
        self.comprehensions.pop();
    }

    fn in_iterable(&mut self, inside: bool) {
        if let Some(around) = self.comprehensions.last_mut() {
            around.in_iterable = inside;
        }
    }

    /// Walks what is a function or a class of its own.
    fn apart(&mut self, in_class: bool, walk: impl FnOnce(&mut Self)) {
        let around = (std::mem::take(&mut self.comprehensions), std::mem::replace(&mut self.in_class, in_class));
        walk(self);
        (self.comprehensions, self.in_class) = around;
    }

    /// A name with an annotation in a function that says that it is none of its own.
    fn annotated_elsewhere(&mut self, body: &[Stmt]) {
        let mut names = Declared::default();
        names.visit_body(body);
        for (name, range) in &names.annotated {
            if let Some((_, kind)) = names.elsewhere.iter().find(|(known, _)| known == name) {
                self.report(format!("annotated name '{name}' can't be {kind}"), *range);
            }
        }
    }

    /// The features that a program asks for, which stand in front of all else.
    fn futures(&mut self, body: &[Stmt]) {
        let is_docstring = |statement: &Stmt| match statement {
            Stmt::Expr(one) => one.value.is_string_literal_expr(),
            _ => false,
        };
        let mut late = false;
        for (at, statement) in body.iter().enumerate() {
            match statement {
                Stmt::ImportFrom(import) if import.module.as_ref().is_some_and(|module| module == "__future__") => {
                    if late {
                        let message = "from __future__ imports must occur at the beginning of the file";
                        return self.report(message, import.range);
                    }
                    let unknown = import.names.iter().find(|name| !FUTURES.contains(&name.name.as_str()));
                    if let Some(name) = unknown {
                        let message = match name.name.as_str() {
                            "braces" => "not a chance".to_owned(),
                            name => format!("future feature {name} is not defined"),
                        };
                        return self.report(message, import.range);
                    }
                }
                statement => late |= at > 0 || !is_docstring(statement),
            }
        }
    }

    /// A pattern with a value that is none.
    fn pattern(&mut self, pattern: &ast::Pattern) {
        if let ast::Pattern::MatchValue(value) = pattern
            && value.value.is_f_string_expr()
        {
            self.report("patterns may only match literals and attribute lookups", value.range);
        }
    }

    /// What is assigned to.
    fn target(&mut self, target: &Expr) {
        match target {
            Expr::Starred(star) => self.report("starred assignment target must be in a list or tuple", star.range),
            Expr::Tuple(ast::ExprTuple { elts, range, .. }) | Expr::List(ast::ExprList { elts, range, .. }) => {
                if elts.iter().filter(|element| element.is_starred_expr()).count() > 1 {
                    self.report("multiple starred expressions in assignment", *range);
                }
                elts.iter().filter(|element| !element.is_starred_expr()).for_each(|element| self.target(element));
            }
            _ => {}
        }
    }

    /// A value, where nothing takes the items of an iterable.
    fn value(&mut self, value: &Expr) {
        if let Expr::Starred(star) = value {
            self.report("can't use starred expression here", star.range);
        }
    }
}

/// The features that there are.
const FUTURES: &[&str] = &[
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// What a function's own statements say about names.
#[derive(Default)]
struct Declared {
    elsewhere: Vec<(String, &'static str)>,
    annotated: Vec<(String, ruff_text_size::TextRange)>,
}

impl<'a> Visitor<'a> for Declared {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Global(global) => self.elsewhere.extend(global.names.iter().map(|name| (name.to_string(), "global"))),
            Stmt::Nonlocal(outer) => {
                self.elsewhere.extend(outer.names.iter().map(|name| (name.to_string(), "nonlocal")));
            }
            Stmt::AnnAssign(assign) if assign.simple => {
                if let Expr::Name(name) = &*assign.target {
                    self.annotated.push((name.id.to_string(), assign.range));
                }
            }
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// The names that a target binds.
#[derive(Default)]
struct Names(Vec<(String, ruff_text_size::TextRange)>);

impl<'a> Visitor<'a> for Names {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => self.0.push((name.id.to_string(), name.range)),
            Expr::Tuple(_) | Expr::List(_) | Expr::Starred(_) => visitor::walk_expr(self, expression),
            _ => {}
        }
    }
}

/// A keyword argument that stands twice.
fn repeated(arguments: &ast::Arguments) -> Option<&ast::Keyword> {
    let named = arguments.keywords.iter().enumerate().filter_map(|(at, one)| Some((at, one, one.arg.as_ref()?)));
    let mut twice = named.filter(|(at, _, name)| {
        arguments.keywords[..*at].iter().any(|before| before.arg.as_ref().is_some_and(|known| known.id == name.id))
    });
    twice.next().map(|(_, keyword, _)| keyword)
}

impl<'a> Visitor<'a> for Strict {
    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        self.pattern(pattern);
        visitor::walk_pattern(self, pattern);
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Expr(one) => self.value(&one.value),
            Stmt::Assign(assign) => {
                assign.targets.iter().for_each(|target| self.target(target));
                self.value(&assign.value);
            }
            Stmt::For(each) => self.target(&each.target),
            Stmt::Try(guarded) => {
                let handlers = guarded.handlers.iter().map(|ast::ExceptHandler::ExceptHandler(handler)| handler);
                let last = guarded.handlers.len().saturating_sub(1);
                for (_, bare) in handlers.enumerate().filter(|(at, handler)| *at < last && handler.type_.is_none()) {
                    self.report("default 'except:' must be last", bare.range);
                }
            }
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                return self.apart(true, |this| this.visit_body(&class.body));
            }
            Stmt::FunctionDef(function) => {
                function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                self.visit_parameters(&function.parameters);
                self.annotated_elsewhere(&function.body);
                return self.apart(false, |this| this.visit_body(&function.body));
            }
            _ => {}
        }
        visitor::walk_stmt(self, statement);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Named(named) => {
                if let Expr::Name(name) = &*named.target {
                    self.named(&name.id, named.range);
                }
                return self.visit_expr(&named.value);
            }
            Expr::Call(call) => {
                if let Some(keyword) = repeated(&call.arguments)
                    && let Some(name) = &keyword.arg
                {
                    self.report(format!("keyword argument repeated: {}", name.id), keyword.range);
                }
            }
            Expr::Yield(ast::ExprYield { range, .. }) | Expr::YieldFrom(ast::ExprYieldFrom { range, .. }) => {
                if let Some(kind) = self.comprehensions.last().filter(|around| !around.in_iterable).map(|one| one.kind)
                {
                    self.report(format!("'yield' inside {kind}"), *range);
                }
            }
            Expr::ListComp(comp) => return self.comprehension("list comprehension", &comp.generators, &[&comp.elt]),
            Expr::SetComp(comp) => return self.comprehension("set comprehension", &comp.generators, &[&comp.elt]),
            Expr::Generator(comp) => {
                return self.comprehension("generator expression", &comp.generators, &[&comp.elt]);
            }
            Expr::DictComp(comp) => {
                if comp.key.is_none() {
                    self.report("dict unpacking cannot be used in dict comprehension", comp.range);
                }
                let elements: Vec<&Expr> = comp.key.as_deref().into_iter().chain([&*comp.value]).collect();
                return self.comprehension("dict comprehension", &comp.generators, &elements);
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.visit_parameters(parameters);
                }
                // A lambda in an iterable is no way out of it.
                let outside = self.comprehensions.iter().any(|around| around.in_iterable);
                if outside {
                    return self.visit_expr(&lambda.body);
                }
                return self.apart(false, |this| this.visit_expr(&lambda.body));
            }
            _ => {}
        }
        visitor::walk_expr(self, expression);
    }
}
