//! Literals that a module assigns to names at its top level, and other values to run the program with in their place.
//!
//! The source text stays what it is: only the value that the first such assignment stores is another one.

use std::{fmt, str::FromStr};

use ruff_python_ast::{self as ast, AtomicNodeIndex, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::body::span;
use crate::source::{SourceText, Span};

/// A value that can be written as one literal.
#[derive(Clone, PartialEq, Debug)]
pub enum Literal {
    /// A whole number.
    Int(i64),
    /// A number with a point; neither infinite nor NaN.
    Float(f64),
    /// `True` or `False`.
    Bool(bool),
    /// A text.
    Str(String),
}

/// The kinds of literals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LiteralKind {
    /// [`Literal::Int`].
    Int,
    /// [`Literal::Float`].
    Float,
    /// [`Literal::Bool`].
    Bool,
    /// [`Literal::Str`].
    Str,
}

impl Literal {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> LiteralKind {
        match self {
            Self::Int(_) => LiteralKind::Int,
            Self::Float(_) => LiteralKind::Float,
            Self::Bool(_) => LiteralKind::Bool,
            Self::Str(_) => LiteralKind::Str,
        }
    }
}

impl LiteralKind {
    /// Its name in Python.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Int => "int",
            Self::Float => "float",
            Self::Bool => "bool",
            Self::Str => "str",
        }
    }

    /// Reads a value of this kind from what somebody typed; a text is taken as it stands.
    #[must_use]
    pub fn read(self, text: &str) -> Option<Literal> {
        match self {
            Self::Int => i64::from_str(text.trim()).ok().map(Literal::Int),
            Self::Float => f64::from_str(text.trim()).ok().filter(|value| value.is_finite()).map(Literal::Float),
            Self::Bool => match text.trim() {
                "True" | "true" | "1" => Some(Literal::Bool(true)),
                "False" | "false" | "0" => Some(Literal::Bool(false)),
                _ => None,
            },
            Self::Str => Some(Literal::Str(text.to_owned())),
        }
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Bool(true) => f.write_str("True"),
            Self::Bool(false) => f.write_str("False"),
            Self::Str(value) => f.write_str(value),
        }
    }
}

/// A module-level assignment `NAME = literal`, the first of its name.
#[derive(Clone, PartialEq, Debug)]
pub struct Assignment {
    /// The name.
    pub name: String,
    /// What the program assigns.
    pub value: Literal,
    /// The place of the literal.
    pub span: Span,
}

/// Values to run a program with, by the names that it assigns literals to.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Overrides(Vec<(String, Literal)>);

impl FromIterator<(String, Literal)> for Overrides {
    fn from_iter<I: IntoIterator<Item = (String, Literal)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl Overrides {
    /// Puts the values into the first assignments of their names; names that the module does not assign are left alone.
    pub(super) fn apply(&self, statements: &mut [Stmt]) {
        for (name, value) in &self.0 {
            let mut places = statements.iter_mut().filter_map(place_mut);
            if let Some((_, place)) = places.find(|(known, place)| known == name && literal(place).is_some()) {
                *place = value.expression(place.range());
            }
        }
    }
}

/// The first module-level assignment of a literal to each name, in the order of the text; `None` for a text that is
/// not Python.
#[must_use]
pub fn assignments(source: &SourceText) -> Option<Vec<Assignment>> {
    let mut found: Vec<Assignment> = Vec::new();
    for statement in super::parse(source).ok()? {
        let Some((name, value)) = place(&statement) else { continue };
        let known = found.iter().any(|assignment| assignment.name == name);
        if let Some(literal) = literal(value).filter(|_| !known) {
            found.push(Assignment { name: name.to_owned(), value: literal, span: span(value) });
        }
    }
    Some(found)
}

/// The name and the value of `NAME = value` or `NAME: annotation = value`.
fn place(statement: &Stmt) -> Option<(&str, &Expr)> {
    match statement {
        Stmt::Assign(ast::StmtAssign { targets, value, .. }) => match &targets[..] {
            [Expr::Name(name)] => Some((name.id.as_str(), value)),
            _ => None,
        },
        Stmt::AnnAssign(ast::StmtAnnAssign { target, value: Some(value), .. }) => match &**target {
            Expr::Name(name) => Some((name.id.as_str(), value)),
            _ => None,
        },
        _ => None,
    }
}

/// As [`place`], to change the value.
fn place_mut(statement: &mut Stmt) -> Option<(String, &mut Expr)> {
    let name = place(statement)?.0.to_owned();
    match statement {
        Stmt::Assign(assign) => Some((name, &mut assign.value)),
        Stmt::AnnAssign(assign) => Some((name, assign.value.as_mut()?)),
        _ => None,
    }
}

fn literal(value: &Expr) -> Option<Literal> {
    match value {
        Expr::NumberLiteral(number) => match &number.value {
            ast::Number::Int(int) => int.as_i64().map(Literal::Int),
            ast::Number::Float(float) => Some(Literal::Float(*float)).filter(|_| float.is_finite()),
            ast::Number::Complex { .. } => None,
        },
        Expr::UnaryOp(ast::ExprUnaryOp { op: ast::UnaryOp::USub, operand, .. }) => match literal(operand)? {
            Literal::Int(value) => value.checked_neg().map(Literal::Int),
            Literal::Float(value) => Some(Literal::Float(-value)),
            Literal::Bool(_) | Literal::Str(_) => None,
        },
        Expr::BooleanLiteral(bool) => Some(Literal::Bool(bool.value)),
        Expr::StringLiteral(text) => Some(Literal::Str(text.value.to_str().to_owned())),
        _ => None,
    }
}

impl Literal {
    /// The literal as an expression that stands at this place.
    fn expression(&self, range: TextRange) -> Expr {
        match self {
            Self::Int(value) => {
                let size = ast::Number::Int(ast::Int::from(value.unsigned_abs()));
                number(size, *value < 0, range)
            }
            Self::Float(value) => number(ast::Number::Float(value.abs()), value.is_sign_negative(), range),
            Self::Bool(value) => {
                ast::ExprBooleanLiteral { node_index: AtomicNodeIndex::NONE, range, value: *value }.into()
            }
            Self::Str(value) => {
                let flags = ast::StringLiteralFlags::empty();
                let part = ast::StringLiteral {
                    range,
                    node_index: AtomicNodeIndex::NONE,
                    value: value.as_str().into(),
                    flags,
                };
                let value = ast::StringLiteralValue::single(part);
                ast::ExprStringLiteral { node_index: AtomicNodeIndex::NONE, range, value }.into()
            }
        }
    }
}

fn number(value: ast::Number, negative: bool, range: TextRange) -> Expr {
    let size = Expr::from(ast::ExprNumberLiteral { node_index: AtomicNodeIndex::NONE, range, value });
    if !negative {
        return size;
    }
    let operand = Box::new(size);
    ast::ExprUnaryOp { node_index: AtomicNodeIndex::NONE, range, op: ast::UnaryOp::USub, operand }.into()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        compiler::compile_with,
        event::{End, Silence},
        machine::{Choosable, Machine},
        stdlib::Library,
    };

    #[test]
    fn the_first_literal_of_a_name_counts() {
        let text =
            "a = 1\nb: float = -2.5\nc = d = 3\ne = f()\ne = 'x'\na = 9\nif a:\n    g = 1\nh = True\ni = -True\n";
        let found = assignments(&SourceText::new("x.py", text)).expect("it is Python");
        let found: Vec<String> = found.iter().map(|one| format!("{}={}", one.name, one.value)).collect();
        assert_eq!(found, ["a=1", "b=-2.5", "e=x", "h=True"]);
        assert_eq!(assignments(&SourceText::new("x.py", "a = 1\nb = = 2\n")), None);
    }

    #[test]
    fn what_is_typed_is_read_by_its_kind() {
        for (kind, text, expected) in [
            (LiteralKind::Int, " -7 ", Some("-7")),
            (LiteralKind::Int, "1.5", None),
            (LiteralKind::Int, "99999999999999999999", None),
            (LiteralKind::Float, "2", Some("2.0")),
            (LiteralKind::Float, "inf", None),
            (LiteralKind::Bool, "false", Some("False")),
            (LiteralKind::Bool, "no", None),
            (LiteralKind::Str, " a b", Some(" a b")),
        ] {
            let read = kind.read(text).map(|literal| literal.to_string());
            assert_eq!(read.as_deref(), expected, "{} {text:?}", kind.name());
        }
    }

    /// What the program prints with these values.
    fn printed(text: &str, values: &[(&str, Literal)]) -> String {
        let overrides = values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let source = Arc::new(SourceText::new("x.py", text));
        let program = compile_with(&source, &Library, &overrides).expect("the program compiles");
        let mut machine = Machine::new(Arc::new(program), 1 << 24);
        while machine.end().is_none() {
            let Some(Choosable::Run(thread)) = machine.choosable().next() else { panic!("it only prints") };
            machine.step(crate::choice::Choice::run(thread), &mut Silence).expect("it was offered");
        }
        assert_eq!(machine.end(), Some(End::Finished));
        machine.output().text(false)
    }

    #[test]
    fn a_program_runs_with_the_values_in_place_of_its_own() {
        let text = "N = 1\nX = 0.5\nON = False\nNAME = 'ann'\nprint(N, X, ON, NAME)\nN = 2\nprint(N)\n";
        assert_eq!(printed(text, &[]), "1 0.5 False ann\n2\n");
        let values = [
            ("N", Literal::Int(i64::MIN)),
            ("X", Literal::Float(-1.25)),
            ("ON", Literal::Bool(true)),
            ("NAME", Literal::Str("b\"\n'".to_owned())),
            ("UNKNOWN", Literal::Int(3)),
        ];
        assert_eq!(printed(text, &values), "-9223372036854775808 -1.25 True b\"\n'\n2\n");
    }
}
