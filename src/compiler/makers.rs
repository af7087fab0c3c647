//! Names that stand for nothing but semaphores, re-entrant locks and conditions: what is called `release` on them frees no
//! `Lock`.
//!
//! Names are taken by their text alone, those of attributes, too. Such a name is bound by nothing but assignments of what a
//! maker of `threading` has just made; any other way to bind it, even a string that has it in it, takes it out. Tests:
//! `release.rs`.

use indexmap::IndexSet;
use ruff_python_ast::{
    self as ast, Expr, ExprContext, Pattern, Stmt,
    visitor::{self, Visitor},
};
use rustc_hash::FxBuildHasher;

/// What makes things whose `release` frees no `Lock`.
const MAKERS: &[&str] = &["Semaphore", "BoundedSemaphore", "RLock", "Condition"];

/// By these, attributes and variables can be bound whose names no text shows.
const REFLECTING: &[&str] =
    &["setattr", "globals", "locals", "type", "namedtuple", "make_dataclass", "SimpleNamespace", "__setattr__"];

/// How the names of a text are bound.
#[derive(Default)]
pub struct Bindings {
    /// Names with assignments of what a maker has made.
    made: IndexSet<String, FxBuildHasher>,
    /// Names that are bound in other ways, too.
    others: IndexSet<String, FxBuildHasher>,
    /// Names may be bound that no text shows.
    reflecting: bool,
}

impl Bindings {
    /// Goes through a text.
    #[must_use]
    pub fn of(body: &[Stmt]) -> Self {
        let mut bindings = Self::default();
        bindings.visit_body(body);
        bindings
    }

    /// Whether what the expression names is never a `Lock`.
    #[must_use]
    pub fn is_no_lock(&self, expression: &Expr) -> bool {
        let name = match expression {
            Expr::Name(name) => &name.id,
            Expr::Attribute(attribute) => &attribute.attr.id,
            _ => return false,
        };
        let known = self.made.contains(name.as_str()) && !self.others.contains(name.as_str());
        known && !self.reflecting && !MAKERS.iter().any(|maker| self.others.contains(*maker))
    }

    fn other(&mut self, name: &str) {
        self.others.insert(name.to_owned());
    }

    fn assign(&mut self, target: &Expr, value: &Expr) {
        match (target, value) {
            (Expr::Tuple(targets), Expr::Tuple(values)) if targets.len() == values.len() => {
                targets.iter().zip(values).for_each(|(target, value)| self.assign(target, value));
            }
            (Expr::Name(name), value) if is_made(value) => drop(self.made.insert(name.id.to_string())),
            (Expr::Attribute(attribute), value) if is_made(value) => {
                self.made.insert(attribute.attr.id.to_string());
                self.visit_expr(&attribute.value);
            }
            (target, _) => self.visit_expr(target),
        }
    }

    fn import(&mut self, names: &[ast::Alias], from_threading: bool) {
        for alias in names {
            self.reflecting |= REFLECTING.contains(&alias.name.id.as_str());
            let plain = from_threading && alias.asname.is_none();
            if !plain {
                self.other(alias.asname.as_ref().map_or(&alias.name.id, |name| &name.id));
            }
        }
    }
}

/// Whether it is a call of one of the makers, by its own name.
fn is_made(value: &Expr) -> bool {
    let Expr::Call(call) = value else { return false };
    let maker = match &*call.func {
        Expr::Name(name) => &name.id,
        Expr::Attribute(attribute) if matches!(&*attribute.value, Expr::Name(name) if &*name.id == "threading") => {
            &attribute.attr.id
        }
        _ => return false,
    };
    MAKERS.contains(&maker.as_str())
}

impl<'a> Visitor<'a> for Bindings {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Assign(assign) => {
                assign.targets.iter().for_each(|target| self.assign(target, &assign.value));
                self.visit_expr(&assign.value);
            }
            Stmt::Import(import) => self.import(&import.names, false),
            Stmt::ImportFrom(import) => {
                self.import(&import.names, import.module.as_ref().is_some_and(|module| &*module.id == "threading"));
            }
            Stmt::FunctionDef(function) => {
                self.other(&function.name.id);
                visitor::walk_stmt(self, statement);
            }
            Stmt::ClassDef(class) => {
                self.other(&class.name.id);
                visitor::walk_stmt(self, statement);
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) if name.ctx != ExprContext::Load => self.other(&name.id),
            Expr::Attribute(attribute) if attribute.ctx != ExprContext::Load => self.other(&attribute.attr.id),
            Expr::Name(name) => self.reflecting |= REFLECTING.contains(&name.id.as_str()),
            Expr::Attribute(attribute) => self.reflecting |= REFLECTING.contains(&attribute.attr.id.as_str()),
            Expr::StringLiteral(text) => {
                let words = text.value.to_str().split(|c: char| !c.is_alphanumeric() && c != '_');
                words.for_each(|word| self.other(word));
            }
            _ => {}
        }
        visitor::walk_expr(self, expression);
    }

    fn visit_parameter(&mut self, parameter: &'a ast::Parameter) {
        self.other(&parameter.name.id);
        visitor::walk_parameter(self, parameter);
    }

    fn visit_keyword(&mut self, keyword: &'a ast::Keyword) {
        match &keyword.arg {
            Some(name) => self.other(&name.id),
            None => self.reflecting = true,
        }
        visitor::walk_keyword(self, keyword);
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(caught) = handler;
        if let Some(name) = &caught.name {
            self.other(&name.id);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(capture) => capture.name.as_ref(),
            Pattern::MatchStar(star) => star.name.as_ref(),
            Pattern::MatchMapping(mapping) => mapping.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.other(&name.id);
        }
        visitor::walk_pattern(self, pattern);
    }
}
