//! Source text and places in it.
//!
//! Offsets are bytes into UTF-8 text, as the parser gives them; lines and columns are counted from one. This file
//! knows nothing of Python.

use memchr::{memchr, memchr_iter};

/// A range of bytes in a source text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` to just before `end`, in bytes.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether the byte at `offset` lies in it.
    #[must_use]
    pub const fn holds(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The range as slice indices.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// With this a line begins that names a program, where several stand in one text; its text follows.
const PROGRAM: &str = "# raddle program: ";

/// A program's text with an index of its lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceText {
    name: String,
    text: String,
    line_starts: Vec<u32>,
}

impl SourceText {
    /// Takes the text under the name that messages give it (a path, or a scenario's id with `.py`).
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        if memchr(b'\r', text.as_bytes()).is_some() {
            // As Python reads a file: each kind of line end is the same one.
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        let starts = memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1);
        let line_starts = std::iter::once(0).chain(starts).collect();
        Self { name: name.into(), text, line_starts }
    }

    /// One text of several programs, each with its name.
    #[must_use]
    pub fn together<'t>(programs: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut names: Vec<&str> = Vec::new();
        let mut whole = String::new();
        for (name, text) in programs {
            names.push(name);
            whole.extend([PROGRAM, name, "\n", text]);
            if !whole.ends_with('\n') {
                whole.push('\n');
            }
        }
        Self::new(names.join(" + "), whole)
    }

    /// The programs in the text, each with its name and where it stands; none where the first line does not name one: then
    /// the text is one program.
    #[must_use]
    pub fn programs(&self) -> Vec<(String, Span)> {
        let mut programs: Vec<(String, Span)> = Vec::new();
        if !self.text.starts_with(PROGRAM) {
            return programs;
        }
        for line in 1..=self.line_count() {
            let span = self.line_span(line);
            if let Some(name) = self.slice(span).strip_prefix(PROGRAM) {
                if let Some((_, last)) = programs.last_mut() {
                    last.end = span.start;
                }
                let start = (span.end + 1).min(self.text.len() as u32);
                programs.push((name.trim().to_owned(), Span::new(start, self.text.len() as u32)));
            }
        }
        programs
    }

    /// One program of several: its bytes stand where they stand in the whole text, its lines are counted from its own first.
    #[must_use]
    pub fn part(&self, name: &str, span: Span) -> Self {
        let before = (span.start as usize).saturating_sub(2);
        let mut text = format!("#{}\n", " ".repeat(before));
        text.push_str(self.slice(span));
        let starts = memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1);
        let line_starts = starts.collect();
        Self { name: name.to_owned(), text, line_starts }
    }

    /// A line where several programs stand in one text: the program that it is of, and its number among the lines of that one; 0 for
    /// the line that names the program. Otherwise there is no program, and the line stays as it is.
    #[must_use]
    pub fn own_line(&self, line: u32) -> (Option<&str>, u32) {
        if !self.text.starts_with(PROGRAM) {
            return (None, line);
        }
        let heads = (1..=line.min(self.line_count())).rev();
        let mut named = heads.filter_map(|at| Some((at, self.line(at).strip_prefix(PROGRAM)?)));
        named.next().map_or((None, line), |(at, name)| (Some(name.trim()), line - at))
    }

    /// The name that messages give the text.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a range; empty when the range does not lie in this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// How many lines there are; a final newline does not begin another one.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        let all = self.line_starts.len() as u32;
        if self.text.ends_with('\n') { all - 1 } else { all }
    }

    /// The line, from one, that holds the byte at `offset`.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> u32 {
        (self.line_starts.partition_point(|&start| start <= offset) as u32).max(1)
    }

    /// Line and column of a byte, both from one; columns count characters.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let line = self.line_of(offset);
        let start = self.line_starts[line as usize - 1] as usize;
        let before = self.text.get(start..offset as usize).unwrap_or_default();
        (line, before.chars().count() as u32 + 1)
    }

    /// The range of a line without its newline; an empty range behind the text for a line that does not exist.
    #[must_use]
    pub fn line_span(&self, line: u32) -> Span {
        let end_of_text = self.text.len() as u32;
        let start = self.line_starts.get(line.saturating_sub(1) as usize).copied().unwrap_or(end_of_text);
        let next = self.line_starts.get(line as usize).copied();
        let end = next.map_or(end_of_text, |next| next - 1);
        let crlf = self.text.as_bytes()[..end as usize].ends_with(b"\r") && end > start;
        Span::new(start, end - u32::from(crlf))
    }

    /// The text of a line without its newline.
    #[must_use]
    pub fn line(&self, line: u32) -> &str {
        self.slice(self.line_span(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_in_one_text_keep_their_names_and_their_own_lines() {
        let whole = SourceText::together([("a.py", "x = 'ü'\ny = 2"), ("b.py", "z = 3\n"), ("a.py", "")]);
        assert_eq!(whole.name(), "a.py + b.py + a.py");
        let programs = whole.programs();
        let texts: Vec<_> = programs.iter().map(|(name, span)| (name.as_str(), whole.slice(*span))).collect();
        assert_eq!(texts, [("a.py", "x = 'ü'\ny = 2\n"), ("b.py", "z = 3\n"), ("a.py", "")]);
        let (name, span) = &programs[0];
        let part = whole.part(name, *span);
        let at = whole.text().find("y =").expect("it is there") as u32;
        assert_eq!((part.line_of(at), part.line(2)), (2, "y = 2"));
        assert_eq!(part.slice(Span::new(at, at + 5)), "y = 2");
        assert_eq!((part.line_of(0), part.line_column(0)), (1, (1, 1)));
        assert!(SourceText::new("c.py", "x = 1\n# raddle program: a.py\n").programs().is_empty());
    }

    #[test]
    fn each_kind_of_line_end_is_one() {
        let source = SourceText::new("a.py", "a\r\nb\rc\nd");
        assert_eq!((source.text(), source.line_count()), ("a\nb\nc\nd", 4));
    }

    #[test]
    fn lines_and_columns_are_counted_from_one_in_characters() {
        let source = SourceText::new("x.py", "a = 1\nlöck = 2\r\n");
        assert_eq!(source.line_count(), 2);
        assert_eq!(source.line(2), "löck = 2");
        assert_eq!(source.line_column(0), (1, 1));
        let equals = source.text().rfind('=').unwrap() as u32;
        assert_eq!(source.line_column(equals), (2, 6));
        assert_eq!(source.line(9), "");
    }
}
