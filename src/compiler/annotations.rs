//! Annotations of functions and names: kept as texts, or evaluated.
//!
//! Most programs never ask for them, and the texts are enough for what the library reads there (dataclasses). A program whose
//! text names one of [`ASKING`] has them evaluated as in CPython, where no `from __future__ import annotations` forbids it: those
//! of a function when it is made, those of names in a class or outermost after their assignment. Tests:
//! `tests/programs/classes/annotations_evaluated.py`.

use std::sync::Arc;

use ruff_python_ast::{
    self as ast, Expr, Stmt,
    visitor::{self, Visitor},
};

use super::{
    body::{Body, span},
    scope::{ScopeKind, Scopes},
};
use crate::{
    program::{Annotation, Constant, Instruction, Register},
    source::Span,
};

/// The name under which programs find them.
pub const DICT: &str = "__annotations__";

/// What a program names that asks for annotations.
const ASKING: &[&str] =
    &[DICT, "get_type_hints", "signature", "getfullargspec", "singledispatch", "fields(", "__dataclass_fields__"];

/// Whether annotations are evaluated in the program with this text.
#[must_use]
pub fn are_evaluated(text: &str, statements: &[Stmt]) -> bool {
    let as_text = statements.iter().any(|statement| match statement {
        Stmt::ImportFrom(import) => {
            import.module.as_ref().is_some_and(|module| &*module.id == "__future__")
                && import.names.iter().any(|alias| &*alias.name.id == "annotations")
        }
        _ => false,
    });
    !as_text && ASKING.iter().any(|word| text.contains(word))
}

/// The annotated parameters of a function and its result, with their annotations.
pub fn of_function(function: &ast::StmtFunctionDef) -> impl Iterator<Item = (&str, &Expr)> {
    let parameters = function.parameters.iter().map(ast::AnyParameterRef::as_parameter);
    let annotated = parameters.filter_map(|one| Some((one.name.id.as_str(), one.annotation.as_deref()?)));
    annotated.chain(function.returns.as_deref().map(|result| ("return", result)))
}

/// The name that is annotated: an attribute, an item and a name in parentheses are none.
#[must_use]
pub fn name_of(assign: &ast::StmtAnnAssign) -> Option<&ast::ExprName> {
    assign.target.as_name_expr().filter(|_| assign.simple)
}

/// Whether statements outside of functions and classes annotate names.
#[must_use]
pub fn any(statements: &[Stmt]) -> bool {
    let mut annotated = Annotated::default();
    annotated.visit_body(statements);
    annotated.0
}

#[derive(Default)]
struct Annotated(bool);

impl<'a> Visitor<'a> for Annotated {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::AnnAssign(assign) => self.0 |= assign.simple,
            _ => visitor::walk_stmt(self, statement),
        }
    }

    /// No statement stands in an expression.
    fn visit_expr(&mut self, _: &'a Expr) {}
}

impl Body<'_, '_> {
    /// The texts of a function's annotations, where they are not evaluated.
    pub fn annotations_of_function(&mut self, function: &ast::StmtFunctionDef) -> Vec<Annotation> {
        if self.scopes.annotations {
            return Vec::new();
        }
        of_function(function).map(|(name, annotation)| self.annotation(name, annotation)).collect()
    }

    /// The texts of the annotations in a class, where they are not evaluated.
    pub fn annotations_of_class(&mut self, body: &[Stmt]) -> Vec<Annotation> {
        if self.scopes.annotations {
            return Vec::new();
        }
        let annotated = body.iter().filter_map(|statement| match statement {
            Stmt::AnnAssign(assign) => assign.target.as_name_expr().map(|name| (name.id.as_str(), &*assign.annotation)),
            _ => None,
        });
        annotated.map(|(name, annotation)| self.annotation(name, annotation)).collect()
    }

    fn annotation(&mut self, name: &str, annotation: &Expr) -> Annotation {
        let (text, quoted) = match annotation {
            Expr::StringLiteral(text) => (text.value.to_str(), true),
            _ => (self.unit.source_slice(self.module, span(annotation)), false),
        };
        let text = Arc::from(text);
        Annotation { name: self.attribute_name(name), text, quoted }
    }

    /// What a function's annotations come to, as a dict.
    pub fn evaluated_annotations(&mut self, function: &ast::StmtFunctionDef) -> Option<Register> {
        if !self.scopes.annotations || of_function(function).next().is_none() {
            return None;
        }
        let dict = self.temporary();
        self.emit(Instruction::BuildDict { dst: dict, base: dict, count: 0 }, span(&function.name));
        of_function(function).for_each(|(name, annotation)| self.enter_annotation(dict, name, annotation));
        Some(dict)
    }

    fn enter_annotation(&mut self, object: Register, name: &str, annotation: &Expr) {
        let height = self.function.emitter.height();
        let at = span(annotation);
        let name = self.mangled(name).into_owned();
        let index = self.constant(Constant::Str(name.into()), at);
        let value = self.fresh(annotation);
        self.emit(Instruction::SetItem { object, index, value }, at);
        self.function.emitter.release(height);
    }

    /// An annotated name in a class or among the outermost statements: what it is annotated with goes into `__annotations__`.
    pub fn annotate(&mut self, assign: &ast::StmtAnnAssign) {
        let module = self.function.scope == Scopes::MODULE;
        let inside = !module && self.scopes.get(self.function.scope).kind != ScopeKind::Class;
        let made = self.made.is_some();
        if inside || !(made && module || self.scopes.annotations) {
            return;
        }
        let height = self.function.emitter.height();
        let annotation = &*assign.annotation;
        let Some(name) = name_of(assign) else {
            // It is evaluated, and that is all.
            if !made {
                self.fresh(annotation);
                self.function.emitter.release(height);
            }
            return;
        };
        let object = self.temporary();
        if made {
            self.load_named(DICT, object, span(annotation));
        } else {
            self.load_name(DICT, object, span(annotation));
        }
        self.enter_annotation(object, &name.id, annotation);
        self.function.emitter.release(height);
    }

    /// Where there are such, the dict is there from the beginning.
    pub fn begin_evaluated(&mut self, statements: &[Stmt]) {
        if !self.scopes.annotations || !any(statements) {
            return;
        }
        let height = self.function.emitter.height();
        let dst = self.temporary();
        self.emit(Instruction::BuildDict { dst, base: dst, count: 0 }, Span::default());
        self.store_name(DICT, dst, Span::default());
        self.function.emitter.release(height);
    }
}
