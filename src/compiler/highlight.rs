//! The classes of a text's tokens, for colouring. Works on any text, also on one that is not Python.

use ruff_python_ast::{PySourceType, token::TokenKind};
use ruff_text_size::Ranged;

use super::span_of;
use crate::source::{SourceText, Span};

/// What a stretch of program text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenClass {
    /// A word of the grammar.
    Keyword,
    /// Any other name.
    Name,
    /// The name behind `def` or `class`.
    Definition,
    /// A name that is called.
    Call,
    /// A number.
    Number,
    /// A string, or a piece of one.
    Text,
    /// A comment.
    Comment,
    /// An operator or a bracket.
    Operator,
    /// The name behind `@`.
    Decorator,
}

/// Tokens in order, without white space.
#[must_use]
pub fn tokens(source: &SourceText) -> Vec<(Span, TokenClass)> {
    let parsed = ruff_python_parser::parse_unchecked_source(source.text(), PySourceType::Python);
    let all: Vec<(TokenKind, Span)> =
        parsed.tokens().iter().map(|token| (token.kind(), span_of(token.range()))).collect();
    if super::check::too_deep(parsed.suite(), super::DEEPEST).is_some() {
        std::mem::forget(parsed);
    }
    // Of a text that is no program the parser may name places that are none.
    let is_text = |span: Span| source.text().get(span.range()).is_some();
    let mut classes = Vec::with_capacity(all.len());
    for (at, &(kind, span)) in all.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| all[before].0);
        let after = all.get(at + 1).map(|&(kind, _)| kind);
        if let Some(class) = class_of(kind, before, after).filter(|_| span.start < span.end && is_text(span)) {
            classes.push((span, class));
        }
    }
    classes
}

fn class_of(kind: TokenKind, before: Option<TokenKind>, after: Option<TokenKind>) -> Option<TokenClass> {
    use TokenKind as Kind;
    Some(match kind {
        Kind::Name => match (before, after) {
            (Some(Kind::Def | Kind::Class), _) => TokenClass::Definition,
            (Some(Kind::At), _) => TokenClass::Decorator,
            (_, Some(Kind::Lpar)) => TokenClass::Call,
            _ => TokenClass::Name,
        },
        Kind::Int | Kind::Float | Kind::Complex => TokenClass::Number,
        Kind::String | Kind::FStringStart | Kind::FStringMiddle | Kind::FStringEnd => TokenClass::Text,
        Kind::Comment => TokenClass::Comment,
        Kind::Newline | Kind::NonLogicalNewline | Kind::Indent | Kind::Dedent | Kind::EndOfFile => return None,
        kind if kind.is_keyword() => TokenClass::Keyword,
        _ => TokenClass::Operator,
    })
}
