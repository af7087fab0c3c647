//! The files that a recording speaks of: the program's own text, and those that other programs have besides.
//!
//! All of them stand behind each other in one text, each under a line with its name, so that a place anywhere is a span of
//! that text, and what shows the program shows every file.

use crate::source::Span;

/// The files of a recording.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The text of the first file.
    first: String,
    others: Vec<Other>,
    /// Where the next file begins.
    end: u32,
}

/// A file besides the first.
#[derive(Clone, Debug)]
struct Other {
    number: u32,
    name: String,
    /// What is shown of it; what stands for it if its text was not recorded.
    text: String,
    known: bool,
    /// Where its text begins.
    base: u32,
}

/// A place as it is recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// From one byte of a file up to another.
    Bytes {
        /// The file.
        file: u32,
        /// The first byte, and the one behind the last.
        range: (u32, u32),
    },
    /// From one line and column, both from 1, up to another. Columns count characters.
    Lines {
        /// The file.
        file: u32,
        /// Line and column of the beginning.
        start: (u32, u32),
        /// Line and column behind the end.
        end: (u32, u32),
    },
}

impl Files {
    /// The program's own text, and nothing else yet.
    #[must_use]
    pub fn new(first: &str) -> Self {
        Self { first: first.to_owned(), others: Vec::new(), end: first.len() as u32 }
    }

    /// A file besides the first; what stands for its text if that was not recorded.
    pub fn add(&mut self, number: u32, name: &str, text: Option<&str>) {
        let name: String = name.chars().filter(|c| !c.is_control()).collect();
        let title = title(&name);
        let base = self.end + title.len() as u32;
        let text = text.unwrap_or("# …\n");
        let known = text != "# …\n";
        self.end = base + text.len() as u32;
        self.others.push(Other { number, name, text: text.to_owned(), known, base });
    }

    /// What stands behind the text of the first file.
    #[must_use]
    pub fn text_behind(&self) -> String {
        self.others.iter().flat_map(|file| [title(&file.name), file.text.clone()]).collect()
    }

    /// How many bytes all of them take.
    #[must_use]
    pub fn len(&self) -> usize {
        self.end as usize
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.end == 0
    }

    /// The place in the text of all files; `None` if there is no such file, or no such place in it.
    #[must_use]
    pub fn span(&self, place: Place) -> Option<Span> {
        let (Place::Bytes { file, .. } | Place::Lines { file, .. }) = place;
        let other = self.others.iter().rev().find(|other| other.number == file);
        let (text, base) = match (file, other) {
            (_, Some(Other { known: false, text, base, .. })) => {
                // Of its text nothing is known: its one line stands for all of it.
                return Some(Span::new(*base, *base + text.trim_end().len() as u32));
            }
            (_, Some(other)) => (other.text.as_str(), other.base),
            (0, None) => (self.first.as_str(), 0),
            (_, None) => return None,
        };
        let (start, end) = match place {
            Place::Bytes { range, .. } => range,
            Place::Lines { start, end, .. } => (byte_of(text, start)?, byte_of(text, end)?),
        };
        text.get(start as usize..end as usize)?;
        // `0,0` is no place at all, in every file.
        if end == 0 { Some(Span::default()) } else { Some(Span::new(base + start, base + end)) }
    }

    /// The place of a span as bytes of its file.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let other = self.others.iter().rev().find(|other| span.end > 0 && span.start >= other.base);
        let (file, base) = other.map_or((0, 0), |other| (other.number, other.base));
        let range = match other {
            Some(Other { known: false, .. }) => (0, 0),
            _ => (span.start - base, span.end - base),
        };
        Place::Bytes { file, range }
    }
}

/// The line above a file.
fn title(name: &str) -> String {
    format!("\n\n# ──── {name} ────\n")
}

/// The byte at a line and column; behind the end of a line, that end.
fn byte_of(text: &str, (line, column): (u32, u32)) -> Option<u32> {
    let (mut at, mut rest) = (0, text);
    for _ in 1..line.max(1) {
        let newline = rest.find('\n')?;
        at += newline + 1;
        rest = &rest[newline + 1..];
    }
    let row = rest.split('\n').next().unwrap_or_default();
    let inside = row.char_indices().nth(column.saturating_sub(1) as usize).map_or(row.len(), |(at, _)| at);
    Some((at + inside) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_every_file_are_spans_of_one_text_and_come_back() {
        let mut files = Files::new("import worker\n");
        files.add(1, "worker.py", Some("锁 = 1\nx = 2\n"));
        files.add(2, "lib.rs", None);
        let all = format!("import worker\n{}", files.text_behind());
        assert_eq!(files.len(), all.len());
        let bytes = |file, start, end| Place::Bytes { file, range: (start, end) };
        let of = |place| files.span(place).map(|span| &all[span.range()]);
        assert_eq!(of(bytes(0, 7, 13)), Some("worker"));
        assert_eq!(of(bytes(1, 0, 3)), Some("锁"));
        assert_eq!(of(Place::Lines { file: 1, start: (1, 1), end: (1, 4) }), Some("锁 ="));
        assert_eq!(of(Place::Lines { file: 1, start: (2, 5), end: (2, 99) }), Some("2"));
        assert_eq!(of(bytes(2, 500, 510)), Some("# …"), "where the text is not known, its line stands for it");
        for wrong in
            [bytes(0, 7, 99), bytes(1, 1, 3), bytes(3, 0, 1), Place::Lines { file: 1, start: (9, 1), end: (9, 2) }]
        {
            assert_eq!(files.span(wrong), None, "{wrong:?}");
        }
        for place in [bytes(0, 7, 13), bytes(1, 0, 3), bytes(1, 8, 9)] {
            assert_eq!(files.place(files.span(place).expect("there is one")), place);
        }
        assert_eq!(files.span(bytes(1, 0, 0)), Some(Span::default()));
        assert_eq!(files.place(Span::default()), bytes(0, 0, 0));
    }
}
