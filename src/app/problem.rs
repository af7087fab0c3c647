//! Why a program cannot be put on the stage.

use std::sync::Arc;

use crate::{
    compiler::{Diagnostic, worth_showing},
    locale::Locale,
    scenario::{MetadataError, Wording},
    source::{SourceText, Span},
};

/// Why a program cannot be put on the stage.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The program.
    pub source: Arc<SourceText>,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
    /// So many more follow from them.
    pub more: usize,
}

/// One mistake at one place.
#[derive(Clone, PartialEq, Debug)]
pub enum Mistake {
    /// In the program.
    Program(Diagnostic),
    /// In what it says about itself.
    Metadata(MetadataError),
}

impl Mistake {
    /// Where it is.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Program(diagnostic) => diagnostic.span,
            Self::Metadata(error) => error.span,
        }
    }

    /// What it is, and what to do.
    #[must_use]
    pub fn wording(&self, locale: &Locale) -> Wording {
        match self {
            Self::Program(diagnostic) => Wording::of_program(&diagnostic.problem, locale),
            Self::Metadata(error) => Wording::of_metadata(&error.problem, locale),
        }
    }
}

impl Problem {
    /// A program that does not compile.
    #[must_use]
    pub fn of_program(source: &Arc<SourceText>, diagnostics: Vec<Diagnostic>) -> Self {
        let (shown, more) = worth_showing(diagnostics);
        Self { source: Arc::clone(source), mistakes: shown.into_iter().map(Mistake::Program).collect(), more }
    }

    /// A program whose metadata cannot be read.
    #[must_use]
    pub fn of_metadata(source: Arc<SourceText>, errors: Vec<MetadataError>) -> Self {
        Self { source, mistakes: errors.into_iter().map(Mistake::Metadata).collect(), more: 0 }
    }
}
