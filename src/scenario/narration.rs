//! Narration: the comments of a program that begin with `#:`, shown when a thread reaches the line they belong to.
//!
//! A block of such lines belongs to the next line of code, one behind code to its own line. `#: zh:` begins a Chinese
//! line, and nothing or `en:` an English one; lines of a language are joined.

use super::Words;
use crate::{compiler, locale::Language, source::SourceText};

/// The mark of a comment that is narration.
pub(super) const MARK: &str = "#:";

/// What is told at which line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Narration {
    lines: Vec<(u32, Words)>,
}

impl Narration {
    /// The narration of a program.
    #[must_use]
    pub fn of(source: &SourceText) -> Self {
        let mut narration = Self::default();
        for (line, comment) in compiler::comments(source) {
            let Some(text) = comment.strip_prefix(MARK) else { continue };
            let alone = source.line(line).trim_start().starts_with('#');
            let target = if alone { code_behind(source, line) } else { line };
            narration.add(target, text);
        }
        narration
    }

    /// What is told at a line, in this language or, if it is missing there, in the other one.
    #[must_use]
    pub fn at(&self, line: u32, language: Language) -> Option<&str> {
        let at = self.lines.binary_search_by_key(&line, |(line, _)| *line).ok()?;
        Some(self.lines[at].1.get(language)).filter(|text| !text.is_empty())
    }

    /// The lines at which something is told, with what, in order.
    #[must_use]
    pub fn lines(&self) -> &[(u32, Words)] {
        &self.lines
    }

    fn add(&mut self, line: u32, text: &str) {
        let at = self.lines.partition_point(|(known, _)| *known < line);
        if self.lines.get(at).is_none_or(|(known, _)| *known != line) {
            self.lines.insert(at, (line, Words::default()));
        }
        let words = &mut self.lines[at].1;
        let text = text.trim();
        match text.strip_prefix("zh:") {
            // Chinese is written without spaces between sentences.
            Some(chinese) => words.zh.push_str(chinese.trim()),
            None => join(&mut words.en, text.strip_prefix("en:").unwrap_or(text).trim()),
        }
    }
}

fn join(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

/// The first line behind this one that is neither empty nor a comment.
fn code_behind(source: &SourceText, line: u32) -> u32 {
    let is_code = |text: &str| !text.trim().is_empty() && !text.trim_start().starts_with('#');
    (line + 1..=source.line_count()).find(|&line| is_code(source.line(line))).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_belongs_to_the_next_code_and_a_comment_behind_code_to_its_line() {
        let text = "#: One\n#: lock.\n#: zh: 一把\n#: zh: 锁。\n\n# plain\nlock = 1\nx = '#: no'  #: Here.\ny = 2\n#: en: end\n";
        let narration = Narration::of(&SourceText::new("x.py", text));
        let at = |line| (narration.at(line, Language::English), narration.at(line, Language::Chinese));
        assert_eq!(at(7), (Some("One lock."), Some("一把锁。")));
        assert_eq!(at(8), (Some("Here."), Some("Here.")));
        assert_eq!(at(9), (None, None));
        assert_eq!(at(10), (Some("end"), Some("end")));
        assert_eq!(narration.lines().len(), 3);
    }
}
