//! The metadata block of a program (PEP 723), at its head, its end or anywhere between, as text with its places.

use ruff_python_ast::script::ScriptTag;
use ruff_text_size::{Ranged, TextRange};

use super::span_of;
use crate::source::{SourceText, Span};

/// The line that begins a block.
const OPENING: &str = "# /// script";

/// The TOML text of a block.
#[derive(Clone, Debug)]
pub struct ScriptBlock(ScriptTag);

/// A block that begins and never ends; the place of its first line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnclosedBlock(pub Span);

impl ScriptBlock {
    /// The program's block, if it has one.
    ///
    /// # Errors
    /// A block without an end.
    pub fn find(source: &SourceText) -> Result<Option<Self>, UnclosedBlock> {
        if let Some(tag) = ScriptTag::parse(source.text().as_bytes()) {
            return Ok(Some(Self(tag)));
        }
        let opening = (1..=source.line_count()).find(|&line| source.line(line) == OPENING);
        opening.map_or(Ok(None), |line| Err(UnclosedBlock(source.line_span(line))))
    }

    /// The TOML text.
    #[must_use]
    pub fn toml(&self) -> &str {
        self.0.metadata()
    }

    /// Where a range of the TOML text stands in the program.
    #[must_use]
    pub fn place(&self, range: std::ops::Range<usize>) -> Span {
        let range = TextRange::new((range.start as u32).into(), (range.end as u32).into());
        span_of(self.0.source_map().map_range(range))
    }

    /// The whole block.
    #[must_use]
    pub fn span(&self) -> Span {
        span_of(self.0.range())
    }
}
