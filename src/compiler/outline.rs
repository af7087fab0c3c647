//! Where things stand in a program: its definitions at module level, and the lines that give a function's variables their
//! values. For a viewer, who is to see together what belongs together.

use ruff_python_ast::{
    Comprehension, Expr, ExprContext, Stmt,
    visitor::{self, Visitor},
};
use ruff_text_size::Ranged;

use super::span_of;
use crate::source::{SourceText, Span};

/// Where things stand in a program; empty for a text that is not Python.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outline {
    definitions: Vec<(u32, u32)>,
    bindings: Vec<Binding>,
}

/// A line that gives a variable of a function a value.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Binding {
    name: String,
    line: u32,
    /// The function.
    scope: Span,
}

impl Outline {
    /// The outline of a program.
    #[must_use]
    pub fn of(source: &SourceText) -> Self {
        let Ok(statements) = super::parse(source) else { return Self::default() };
        let mut finder = Finder { source, scopes: Vec::new(), outline: Self::default() };
        for statement in &statements {
            if matches!(statement, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) {
                let span = span_of(statement.range());
                let lines = (source.line_of(span.start), source.line_of(span.end.saturating_sub(1)));
                finder.outline.definitions.push(lines);
            }
            finder.visit_stmt(statement);
        }
        finder.outline
    }

    /// First and last line, from one, of each function and class at module level, in the order of the text.
    #[must_use]
    pub fn definitions(&self) -> &[(u32, u32)] {
        &self.definitions
    }

    /// The line that gave a variable its value, seen from a place in its function: the last one up to there, or, as in a loop, the
    /// last one of all. None for what the function was given, and outside of functions.
    #[must_use]
    pub fn binding(&self, name: &str, (offset, line): (u32, u32)) -> Option<u32> {
        let around = self.bindings.iter().filter(|binding| binding.scope.holds(offset));
        let scope = around.map(|binding| binding.scope).min_by_key(|scope| scope.end - scope.start)?;
        let own = || self.bindings.iter().filter(|binding| binding.scope == scope && binding.name == name);
        let before = own().map(|binding| binding.line).filter(|&bound| bound <= line).max();
        before.or_else(|| own().map(|binding| binding.line).max())
    }
}

struct Finder<'s> {
    source: &'s SourceText,
    scopes: Vec<Span>,
    outline: Outline,
}

impl<'a> Visitor<'a> for Finder<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let function = matches!(statement, Stmt::FunctionDef(_)).then(|| span_of(statement.range()));
        self.scopes.extend(function);
        visitor::walk_stmt(self, statement);
        if function.is_some() {
            self.scopes.pop();
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let (Expr::Name(name), Some(&scope)) = (expression, self.scopes.last())
            && name.ctx == ExprContext::Store
        {
            let line = self.source.line_of(span_of(name.range()).start);
            self.outline.bindings.push(Binding { name: name.id.to_string(), line, scope });
        }
        visitor::walk_expr(self, expression);
    }

    // Its variables are its own.
    fn visit_comprehension(&mut self, _comprehension: &'a Comprehension) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_and_the_lines_that_bind_are_found() {
        let text = "import x\n\n@x.y\ndef f(a):\n    b = a\n    while b:\n        c = [b for b in a]\n        b = c\n\nclass K:\n    \
                    def g(self):\n        b = 1\n\nb = f(1)\n";
        let source = SourceText::new("x.py", text);
        let outline = Outline::of(&source);
        assert_eq!(outline.definitions(), [(3, 8), (10, 12)]);
        let at = |line: u32| (source.line_span(line).start + 4, line);
        assert_eq!(outline.binding("b", at(6)), Some(5));
        assert_eq!(outline.binding("b", at(8)), Some(8));
        assert_eq!(outline.binding("c", at(6)), Some(7), "it comes round again");
        assert_eq!(outline.binding("a", at(6)), None);
        assert_eq!(outline.binding("b", at(12)), Some(12));
        assert_eq!(outline.binding("b", at(14)), None);
        assert_eq!(Outline::of(&SourceText::new("x.py", "def (")), Outline::default());
    }
}
