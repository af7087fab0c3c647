//! Python text → [`Program`] and diagnostics. The only home of the ruff parser.
//!
//! The compiler returns a value or diagnostics for any text whatever, and does no I/O: the embedded library is handed in
//! as text. One file a part of the language: `statement`, `expression`, `call`, `assign`, `condition`, `definition`,
//! `comprehension`, `asynchronous`, `exception`, `except_star`, `pattern`, `text`, `import`. Before them, `check` refuses what raddle does not run, `scope` says
//! where names live, `sharing` what threads can share and `release` who may release a lock. Tests: `compiler/tests.rs`, `tests/language/programs.rs`.

mod annotations;
mod assign;
mod asynchronous;
mod body;
mod brackets;
mod call;
mod check;
mod collector;
mod comprehension;
mod condition;
mod definition;
mod diagnostic;
mod dynamic;
mod emitter;
mod except_star;
mod exception;
mod expression;
mod fault;
pub mod highlight;
mod import;
mod literal;
mod literal_fault;
mod made;
mod makers;
mod mention;
mod outline;
mod pattern;
mod release;
mod scope;
mod script;
mod sharing;
mod statement;
mod strict;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod tree_expression;
mod unit;

use std::sync::Arc;

use ruff_python_ast::{Stmt, token::TokenKind};
use ruff_text_size::{Ranged, TextRange};

pub use check::UNMODELLED_BUILTINS;
pub use diagnostic::{Diagnostic, Feature, MISPLACED, Problem, worth_showing};
pub use literal::{Assignment, Literal, LiteralKind, Overrides, assignments};
pub use outline::Outline;
pub use script::{ScriptBlock, UnclosedBlock};

use crate::{
    program::Program,
    source::{SourceText, Span},
    stdlib::Library,
};
use unit::Unit;

/// Compiles a program together with those modules of the library that it imports.
///
/// # Errors
/// Everything that is wrong with the text, in the order of the text.
pub fn compile(source: &Arc<SourceText>, library: &Library) -> Result<Program, Vec<Diagnostic>> {
    compile_with(source, library, &Overrides::default())
}

/// As [`compile`], with other values for names to which the program assigns literals.
///
/// # Errors
/// Everything that is wrong with the text, in the order of the text.
pub fn compile_with(
    source: &Arc<SourceText>,
    library: &Library,
    overrides: &Overrides,
) -> Result<Program, Vec<Diagnostic>> {
    let mut unit = Unit::new(library, source);
    unit.builtins();
    unit.overrides = overrides.clone();
    match unit.programs(source) {
        Ok(count) => Ok(unit.finish(count)),
        Err(mut diagnostics) => {
            diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
            diagnostics.dedup();
            Err(diagnostics)
        }
    }
}

/// How deep statements and expressions may be nested: as deep as CPython's parser goes, with room to spare.
const DEEPEST: u32 = 200;

/// The parsed statements of a module.
///
/// # Errors
/// The parser's messages, or that the text is nested too deep.
fn parse(source: &SourceText) -> Result<Vec<Stmt>, Vec<Diagnostic>> {
    let parsed = ruff_python_parser::parse_unchecked_source(source.text(), ruff_python_ast::PySourceType::Python);
    let diagnostics: Vec<Diagnostic> = parsed.errors().iter().map(syntax_error).collect();
    if let Some(span) = check::too_deep(parsed.suite(), DEEPEST) {
        // Dropping the tree would need as much stack as compiling it.
        std::mem::forget(parsed);
        return Err(vec![Diagnostic { problem: Problem::TooDeep, span }]);
    }
    if diagnostics.is_empty() { Ok(parsed.into_suite().into_iter().collect()) } else { Err(diagnostics) }
}

/// The parsed statements of a module of the library, which tests know not to be nested too deep.
///
/// # Errors
/// The parser's messages.
fn parse_trusted(source: &SourceText) -> Result<Vec<Stmt>, Vec<Diagnostic>> {
    match ruff_python_parser::parse_module(source.text()) {
        Ok(parsed) => Ok(parsed.into_suite().into_iter().collect()),
        Err(error) => Err(vec![syntax_error(&error)]),
    }
}

fn syntax_error(error: &ruff_python_parser::ParseError) -> Diagnostic {
    let problem = Problem::Syntax { message: error.error.to_string() };
    Diagnostic { problem, span: span_of(error.location) }
}

/// The parser's ranges and ours are the same thing.
fn span_of(range: TextRange) -> Span {
    Span::new(range.start().into(), range.end().into())
}

/// The comments of a text with the line that each stands on; used for narration.
#[must_use]
pub fn comments(source: &SourceText) -> Vec<(u32, String)> {
    let parsed = ruff_python_parser::parse_unchecked_source(source.text(), ruff_python_ast::PySourceType::Python);
    let tokens = parsed.tokens().iter().filter(|token| token.kind() == TokenKind::Comment);
    let comments = tokens
        .map(|token| span_of(token.range()))
        .map(|span| (source.line_of(span.start), source.slice(span).to_owned()))
        .collect();
    if check::too_deep(parsed.suite(), DEEPEST).is_some() {
        std::mem::forget(parsed);
    }
    comments
}
