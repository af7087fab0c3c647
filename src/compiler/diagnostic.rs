//! What the compiler has to say about a program that cannot be run.
//!
//! A diagnostic is data: which problem, where. Its words are in the locale files, one message for each problem, and the
//! command line and the screen draw it each in their own way.

use crate::source::Span;

/// One problem at one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub span: Span,
}

/// What is worth showing of a program's problems, and how many more there are: behind the first place that is not Python
/// the parser only stumbles on.
#[must_use]
pub fn worth_showing(mut diagnostics: Vec<Diagnostic>) -> (Vec<Diagnostic>, usize) {
    let all = diagnostics.len();
    let mut stumbled = false;
    diagnostics.retain(|one| {
        let syntax = matches!(one.problem, Problem::Syntax { .. });
        let kept = !(syntax && stumbled);
        stumbled |= syntax;
        kept
    });
    let more = all - diagnostics.len();
    (diagnostics, more)
}

/// What can be wrong with a program before it runs.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// The text is not Python; the message is the parser's.
    Syntax { message: String },
    /// Python, but not in raddle's language.
    Unsupported { feature: Feature },
    /// A builtin function that raddle does not model.
    UnmodelledBuiltin { name: String },
    /// A module that raddle does not model, with the nearest names of those that it does.
    UnmodelledModule { name: String, nearest: Vec<String> },
    /// A name that the module has in CPython or not at all, but not here.
    UnmodelledMember { module: String, name: String },
    /// A statement, an expression or a pattern where it cannot stand; one of [`MISPLACED`].
    Misplaced { keyword: &'static str },
    /// `nonlocal` of a name that no function around binds.
    NoOuterBinding { name: String },
    /// A name that is a parameter, local, global or nonlocal at once.
    ConflictingScopes { name: String },
    /// A name used before its `global` or `nonlocal` statement.
    UsedBeforeScope { name: String },
    /// Two parameters of one name.
    DuplicateParameter { name: String },
    /// Nested so deep that it cannot be compiled.
    TooDeep,
    /// A function with more code, registers or constants than an operand can name.
    TooLarge,
}

/// What can stand where it cannot: the ends of the messages' names in the locale files.
pub const MISPLACED: &[&str] = &[
    "return",
    "yield",
    "break",
    "continue",
    "await",
    "async-for",
    "async-with",
    "async-comprehension",
    "yield-from",
    "return-value",
    "star-leave",
    "pattern-twice",
    "pattern-attribute-twice",
    "pattern-key-twice",
    "pattern-stars",
    "pattern-unlike",
    "pattern-unreachable-case",
    "pattern-unreachable-alternative",
];

/// Parts of Python that raddle does not run.
#[expect(missing_docs, reason = "`key` says it")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Feature {
    TypeAlias,
    TypeParameters,
    TemplateString,
    RelativeImport,
    StarImport,
    Shell,
    Surrogate,
}

impl Feature {
    /// Every one of them.
    pub const ALL: [Self; 7] = [
        Self::TypeAlias,
        Self::TypeParameters,
        Self::TemplateString,
        Self::RelativeImport,
        Self::StarImport,
        Self::Shell,
        Self::Surrogate,
    ];

    /// The end of the message's name in the locale files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TypeAlias => "type-alias",
            Self::TypeParameters => "type-parameters",
            Self::TemplateString => "template-string",
            Self::RelativeImport => "relative-import",
            Self::StarImport => "star-import",
            Self::Shell => "shell",
            Self::Surrogate => "surrogate",
        }
    }
}
