//! Taking apart and joining: `split`, `rsplit`, `splitlines`, `partition`, `rpartition`, `join`.
//!
//! Tests: `tests/programs/text/split.py`.

use memchr::memmem;

use crate::machine::{
    native::types::text::{Kind, Text, search::From, trim::is_space},
    run::{
        exec::Exec,
        flow::{Raise, Result},
    },
    state::value::Value,
};

/// `split(sep, maxsplit)` and `rsplit`.
pub fn split(exec: &mut Exec<'_>, a: &[Value], kind: Kind, from: From) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, if from == From::Start { "split" } else { "rsplit" })?;
    let most = usize::try_from(exec.size_argument(a[2])?).unwrap_or(usize::MAX);
    let mut parts = match a[1] {
        Value::None => words(&text, most, from),
        separator => match exec.text_as(separator, kind) {
            None => return Err(exec.wrong_text("must be str or None", kind, separator)),
            Some(separator) if separator.units == 0 => return Err(exec.value_error("empty separator")),
            Some(separator) => between(text.bytes(), separator.bytes(), most, from),
        },
    };
    if from == From::End {
        parts.reverse();
    }
    listed(exec, kind, &parts)
}

fn listed(exec: &mut Exec<'_>, kind: Kind, parts: &[&[u8]]) -> Result<Value> {
    let mut items = Vec::with_capacity(parts.len());
    for part in parts {
        items.push(exec.text_value(kind, part)?);
    }
    exec.list(items)
}

/// The parts between separators, from that end on.
fn between<'t>(text: &'t [u8], separator: &[u8], most: usize, from: From) -> Vec<&'t [u8]> {
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
fn words(text: &Text, most: usize, from: From) -> Vec<&[u8]> {
    match from {
        From::Start => first_words(text, most),
        From::End => last_words(text, most),
    }
}

fn first_words(text: &Text, most: usize) -> Vec<&[u8]> {
    let (kind, bytes) = (text.kind(), text.bytes());
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

fn last_words(text: &Text, most: usize) -> Vec<&[u8]> {
    let (kind, bytes) = (text.kind(), text.bytes());
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

/// Characters with their offsets; bytes count as the characters up to U+00FF.
pub enum Units<'t> {
    Str(std::str::CharIndices<'t>),
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

/// `splitlines(keepends)`
pub fn split_lines(exec: &mut Exec<'_>, a: &[Value], kind: Kind) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, "splitlines")?;
    let keep = exec.machine.truth(a[1]).ok_or(Raise::Python)?;
    let bytes = text.bytes();
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
    listed(exec, kind, &lines)
}

fn ends_line(kind: Kind, c: char) -> bool {
    let wide = matches!(c, '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}');
    matches!(c, '\n' | '\r') || (kind == Kind::Str && wide)
}

/// `partition(sep)` and `rpartition`.
pub fn partition(exec: &mut Exec<'_>, a: &[Value], kind: Kind, from: From) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, if from == From::Start { "partition" } else { "rpartition" })?;
    let Some(separator) = exec.text_as(a[1], kind) else { return Err(exec.wrong_text("must be str", kind, a[1])) };
    if separator.units == 0 {
        return Err(exec.value_error("empty separator"));
    }
    let (bytes, wanted) = (text.bytes(), separator.bytes());
    let parts = match (from, memmem::find(bytes, wanted), memmem::rfind(bytes, wanted)) {
        (From::Start, Some(at), _) | (From::End, _, Some(at)) => [&bytes[..at], wanted, &bytes[at + wanted.len()..]],
        (From::Start, ..) => [bytes, b"", b""],
        (From::End, ..) => [b"", b"", bytes],
    };
    let parts = [exec.text_value(kind, parts[0])?, exec.text_value(kind, parts[1])?, exec.text_value(kind, parts[2])?];
    exec.tuple(&parts)
}

/// `join(iterable)`
pub fn join(exec: &mut Exec<'_>, a: &[Value], kind: Kind) -> Result<Value> {
    let separator = exec.text_receiver(a[0], kind, "join")?;
    let items = match exec.collect(a[1]) {
        Err(Raise::Exception(_)) => return Err(exec.type_error("can only join an iterable")),
        items => items?,
    };
    let mut parts = Vec::with_capacity(items.len());
    for (at, &item) in items.iter().enumerate() {
        match exec.text_as(item, kind) {
            Some(part) => parts.push(part),
            None => {
                let wanted = if kind == Kind::Str { "str instance" } else { "a bytes-like object" };
                let message = format!("sequence item {at}: expected {wanted}, {} found", exec.class_name(item));
                return Err(exec.type_error(&message));
            }
        }
    }
    let length = parts.iter().map(|part| part.bytes().len() + separator.bytes().len()).sum();
    exec.machine.heap.reserve(length)?;
    let parts: Vec<&[u8]> = parts.iter().map(Text::bytes).collect();
    exec.text_value(kind, &parts.join(separator.bytes()))
}
