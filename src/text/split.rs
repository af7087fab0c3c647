//! Texts taken apart: into units, words, lines, parts between separators.
//!
//! Strings are UTF-8, and positions are offsets in bytes. Tests: `tests/programs/text/split.py`, `trim.py`.

use memchr::memmem;

use crate::text::Kind;

/// From which end something is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum From {
    /// The first one.
    Start,
    /// The last one.
    End,
}

/// Characters with their offsets; bytes count as the characters up to U+00FF.
pub enum Units<'t> {
    /// Of a string.
    Str(std::str::CharIndices<'t>),
    /// Of bytes.
    Bytes(std::iter::Enumerate<std::slice::Iter<'t, u8>>),
}

impl<'t> Units<'t> {
    /// The units of a text.
    pub fn new(kind: Kind, bytes: &'t [u8]) -> Self {
        match (kind, std::str::from_utf8(bytes)) {
            (Kind::Str, Ok(text)) => Self::Str(text.char_indices()),
            _ => Self::Bytes(bytes.iter().enumerate()),
        }
    }
}

impl Iterator for Units<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        match self {
            Self::Str(chars) => chars.next(),
            Self::Bytes(bytes) => bytes.next().map(|(at, &byte)| (at, char::from(byte))),
        }
    }
}

impl DoubleEndedIterator for Units<'_> {
    fn next_back(&mut self) -> Option<(usize, char)> {
        match self {
            Self::Str(chars) => chars.next_back(),
            Self::Bytes(bytes) => bytes.next_back().map(|(at, &byte)| (at, char::from(byte))),
        }
    }
}

/// How many characters, or bytes, these bytes are.
#[must_use]
pub fn units(bytes: &[u8], kind: Kind) -> usize {
    match kind {
        Kind::Bytes => bytes.len(),
        // Those that continue a character are not counted.
        Kind::Str => bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count(),
    }
}

/// The text without the unwanted units at its ends.
#[must_use]
pub fn trimmed<'t>(kind: Kind, text: &'t [u8], ends: (bool, bool), unwanted: &dyn Fn(char) -> bool) -> &'t [u8] {
    let wanted = |&(_, c): &(usize, char)| !unwanted(c);
    let mut rest = text;
    if ends.0 {
        let start = Units::new(kind, rest).find(wanted).map_or(rest.len(), |(at, _)| at);
        rest = &rest[start..];
    }
    if ends.1 {
        let last = Units::new(kind, rest).rfind(wanted);
        let end = last.map_or(0, |(at, c)| at + if kind == Kind::Str { c.len_utf8() } else { 1 });
        rest = &rest[..end];
    }
    rest
}

/// Whether it is whitespace: `_PyUnicode_IsWhitespace`, or `Py_ISSPACE` for bytes.
#[must_use]
pub fn is_space(kind: Kind, c: char) -> bool {
    match kind {
        Kind::Bytes => matches!(c, ' ' | '\t'..='\r'),
        Kind::Str => c.is_whitespace() || ('\x1c'..='\x1f').contains(&c),
    }
}

/// The parts between separators, from that end on.
#[must_use]
pub fn between<'t>(text: &'t [u8], separator: &[u8], most: usize, from: From) -> Vec<&'t [u8]> {
    let mut parts = Vec::new();
    let mut rest = text;
    while parts.len() < most {
        let at = match from {
            From::Start => memmem::find(rest, separator),
            From::End => memmem::rfind(rest, separator),
        };
        let Some(at) = at else { break };
        let (before, after) = (&rest[..at], &rest[at + separator.len()..]);
        let (part, left) = if from == From::Start { (before, after) } else { (after, before) };
        parts.push(part);
        rest = left;
    }
    parts.push(rest);
    parts
}

/// The parts between stretches of whitespace, from that end on: at most so many, and what is left.
#[must_use]
pub fn words(kind: Kind, text: &[u8], most: usize, from: From) -> Vec<&[u8]> {
    match from {
        From::Start => first_words(kind, text, most),
        From::End => last_words(kind, text, most),
    }
}

fn first_words(kind: Kind, bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut begun = None;
    for (at, c) in Units::new(kind, bytes) {
        match (begun, is_space(kind, c)) {
            (Some(start), true) => {
                parts.push(&bytes[start..at]);
                begun = None;
            }
            (None, false) if parts.len() == most => {
                parts.push(&bytes[at..]);
                return parts;
            }
            (None, false) => begun = Some(at),
            _ => {}
        }
    }
    parts.extend(begun.map(|start| &bytes[start..]));
    parts
}

fn last_words(kind: Kind, bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut ended = None;
    for (at, c) in Units::new(kind, bytes).rev() {
        let behind = at + if kind == Kind::Str { c.len_utf8() } else { 1 };
        match (ended, is_space(kind, c)) {
            (Some(end), true) => {
                parts.push(&bytes[behind..end]);
                ended = None;
            }
            (None, false) if parts.len() == most => {
                parts.push(&bytes[..behind]);
                return parts;
            }
            (None, false) => ended = Some(behind),
            _ => {}
        }
    }
    parts.extend(ended.map(|end| &bytes[..end]));
    parts
}

/// The lines, with or without what ends them.
#[must_use]
pub fn lines(kind: Kind, bytes: &[u8], keep: bool) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut units = Units::new(kind, bytes).peekable();
    while let Some((at, c)) = units.next() {
        if !ends_line(kind, c) {
            continue;
        }
        if c == '\r' {
            units.next_if(|&(_, next)| next == '\n');
        }
        let end = units.peek().map_or(bytes.len(), |&(next, _)| next);
        lines.push(&bytes[start..if keep { end } else { at }]);
        start = end;
    }
    if start < bytes.len() {
        lines.push(&bytes[start..]);
    }
    lines
}

fn ends_line(kind: Kind, c: char) -> bool {
    let wide = matches!(c, '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}');
    matches!(c, '\n' | '\r') || (kind == Kind::Str && wide)
}
