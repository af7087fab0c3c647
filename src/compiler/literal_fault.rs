//! What is wrong with the string literals of a text, as CPython 3.11 finds it.
//!
//! The parser reads f-strings as later versions do, where their expressions are a part of the text. In 3.11 an f-string is one
//! string, ending at the first quote of its kind, and taken apart only then; so it can contain no backslash, no `#` and not its
//! own quotes where an expression stands. Strings that follow each other are joined when all of them are read: a mistake is
//! therefore told at the token behind them. One in the expression itself is told as one in a text of its own, in brackets.
//! Tests: `tests/programs/dynamic/literals.py`.

use super::{Diagnostic, fault};
use crate::{
    program::made::{Fault, Mode},
    source::SourceText,
    text::codec::{Codec, decoded},
};

/// How many brackets an expression in an f-string can have open at once.
const DEEPEST: usize = 200;

/// The first literal that is not as it should be, with the place where it begins.
///
/// `found` is what the parser has found in the text.
#[must_use]
pub fn first(source: &SourceText, found: &[Diagnostic]) -> Option<(u32, Fault)> {
    Literals { source, text: source.text(), broken: !found.is_empty(), inside: false }.first()
}

/// What is wrong, but for its place.
struct Wrong {
    message: String,
    /// What is wrong in the text of an expression: its lines are counted from that of the literal.
    of_expression: Option<Box<Fault>>,
}

impl Wrong {
    fn plain(message: impl Into<String>) -> Self {
        Self { message: message.into(), of_expression: None }
    }

    fn f_string(message: &str) -> Self {
        Self::plain(format!("f-string: {message}"))
    }
}

/// One of the strings that follow each other.
struct Literal<'s> {
    /// Where it begins, with its prefix.
    at: usize,
    bytes: bool,
    formatted: bool,
    raw: bool,
    /// What stands between its quotes.
    body: &'s str,
}

struct Literals<'s> {
    source: &'s SourceText,
    text: &'s str,
    /// Whether the parser found a mistake, which then may be in an expression.
    broken: bool,
    /// Whether the text is the expression of an f-string.
    inside: bool,
}

impl<'s> Literals<'s> {
    fn first(&self) -> Option<(u32, Fault)> {
        let (mut at, mut depth) = (0, 0_usize);
        while let Some(c) = self.text[at..].chars().next() {
            if string_start(&self.text[at..]).is_some() {
                let (run, end) = self.run(at, depth);
                if let Some(wrong) = self.wrong(&run) {
                    return Some((at as u32, self.told(wrong, &run, end.unwrap_or_else(|open| open))));
                }
                match end {
                    Ok(end) => at = end,
                    Err(open) => return self.unterminated(open).map(|fault| (open as u32, fault)),
                }
                continue;
            }
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let rest = &self.text[at..];
            at += if c == '#' { line_length(rest) } else { word_length(rest).max(c.len_utf8()) };
        }
        None
    }

    /// The strings that follow each other from there on, and where the next token is, or the string that has no end.
    fn run(&self, at: usize, depth: usize) -> (Vec<Literal<'s>>, Result<usize, usize>) {
        let (mut at, mut run) = (at, Vec::new());
        while let Some((prefix, quote)) = string_start(&self.text[at..]) {
            let letters = self.text[at..at + prefix].to_ascii_lowercase();
            let Some((mark, length)) = closed(&self.text[at + prefix..], quote) else { return (run, Err(at)) };
            let (start, end) = (at + prefix + mark, at + prefix + length);
            run.push(Literal {
                bytes: letters.contains('b'),
                formatted: letters.contains('f'),
                raw: letters.contains('r'),
                at,
                body: &self.text[start..end - mark],
            });
            at = self.next_token(end, depth);
        }
        (run, Ok(at))
    }

    /// Where the next token begins.
    fn next_token(&self, at: usize, depth: usize) -> usize {
        let mut at = at;
        loop {
            let rest = &self.text[at..];
            at += match rest.as_bytes() {
                [b' ' | b'\t' | b'\x0c', ..] => 1,
                [b'\n', ..] if depth > 0 => 1,
                [b'\\', b'\n', ..] => 2,
                [b'#', ..] => line_length(rest),
                _ => return at,
            };
        }
    }

    /// An f-string whose line ends before it does: to the parser, an expression may have several lines.
    fn unterminated(&self, at: usize) -> Option<Fault> {
        let (prefix, quote) = string_start(&self.text[at..])?;
        let triple = self.text[at + prefix..].starts_with(&quote.to_string().repeat(3));
        if triple || !self.text[at..at + prefix].contains(['f', 'F']) {
            return None;
        }
        let (line, column) = self.source.line_column(at as u32);
        let place = (line, i64::from(column));
        let message = format!("unterminated string literal (detected at line {line})");
        let line = Some(self.source.line(line).to_owned());
        Some(Fault { class: "SyntaxError", message, start: place, end: place, place: true, line })
    }

    /// The first mistake in strings that follow each other.
    fn wrong(&self, run: &[Literal]) -> Option<Wrong> {
        for (at, literal) in run.iter().enumerate() {
            if !literal.formatted && !literal.raw {
                let wrong = if literal.bytes { wrong_bytes(literal.body) } else { wrong_escape(literal.body) };
                if let Some(message) = wrong {
                    return Some(Wrong::plain(message));
                }
            }
            if at > 0 && literal.bytes != run[at - 1].bytes {
                return Some(Wrong::plain("cannot mix bytes and nonbytes literals"));
            }
        }
        let mut formatted = run.iter().filter(|literal| literal.formatted);
        formatted.find_map(|literal| self.parts(literal, 0, 0).err())
    }

    /// Goes over the text of an f-string, or of the format in it, from there on; returns where it ends.
    fn parts(&self, literal: &Literal, at: usize, level: usize) -> Result<usize, Wrong> {
        let body = literal.body;
        let (mut at, mut plain) = (at, at);
        loop {
            let rest = &body[at..];
            let Some(c) = rest.chars().next() else { break };
            if !literal.raw && rest.starts_with("\\N{") {
                at += rest.find('}').map_or(rest.len(), |end| end + 1);
            } else if c == '\\' && !literal.raw {
                // What is escaped may be a brace, which is one all the same.
                at += 1 + rest[1..].chars().next().filter(|c| !matches!(c, '{' | '}')).map_or(0, char::len_utf8);
            } else if level == 0 && (rest.starts_with("{{") || rest.starts_with("}}")) {
                at += 2;
            } else if c == '{' {
                between(literal, plain, at)?;
                at = self.field(literal, at, level)?;
                plain = at;
            } else if c == '}' {
                if level > 0 {
                    break;
                }
                between(literal, plain, at)?;
                return Err(Wrong::f_string("single '}' is not allowed"));
            } else {
                at += c.len_utf8();
            }
        }
        between(literal, plain, at)?;
        Ok(at)
    }

    /// Goes over an expression in braces; returns where it ends.
    fn field(&self, literal: &Literal, at: usize, level: usize) -> Result<usize, Wrong> {
        if level >= 2 {
            return Err(Wrong::f_string("expressions nested too deeply"));
        }
        let body = literal.body;
        let start = at + 1;
        let mut at = expression_end(body, start)?;
        let next = |at: usize| body[at..].chars().next();
        let expects = || Wrong::f_string("expecting '}'");
        let end = next(at).ok_or_else(expects)?;
        self.expression(literal, start, at, end)?;
        if end == '=' {
            at += 1;
            at += body[at..].len() - body[at..].trim_start_matches([' ', '\t', '\n', '\x0c', '\r']).len();
        }
        if next(at) == Some('!') {
            let conversion = next(at + 1).ok_or_else(expects)?;
            if !matches!(conversion, 's' | 'r' | 'a') {
                return Err(Wrong::f_string("invalid conversion character: expected 's', 'r', or 'a'"));
            }
            at += 2;
        }
        if next(at) == Some(':') {
            at = self.parts(literal, at + 1, level + 1)?;
        }
        if next(at) == Some('}') { Ok(at + 1) } else { Err(expects()) }
    }

    /// What is wrong with the expression in a field; `end` is the sign behind it.
    fn expression(&self, literal: &Literal, from: usize, to: usize, end: char) -> Result<(), Wrong> {
        let text = &literal.body[from..to];
        if text.trim_matches([' ', '\t', '\n', '\x0c', '\r']).is_empty() {
            return Err(match end {
                '!' | ':' | '=' => Wrong::f_string(&format!("expression required before '{end}'")),
                _ => Wrong::f_string("empty expression not allowed"),
            });
        }
        let nested = text.contains(['"', '\'']);
        if !self.broken && !nested && !text.trim_start().starts_with('*') {
            return Ok(());
        }
        let source = SourceText::new("", format!("({text})"));
        let found = super::parse(&source).err().unwrap_or_default();
        let within = Literals { source: &source, text: source.text(), broken: !found.is_empty(), inside: true };
        let literal_first = within.first();
        let parsed_first = found.first().map_or(u32::MAX, |one| one.span.start);
        let mut fault = match literal_first {
            Some((at, fault)) if at <= parsed_first => fault,
            _ if found.is_empty() => return Ok(()),
            _ => {
                let mut fault = fault::of(&found, &source, Mode::Exec);
                let of_tokens = fault.line.as_ref().is_some_and(|line| !line.ends_with('\n'));
                if !of_tokens || fault.start.0 != source.line_count() {
                    fault.message = format!("f-string: {}", fault.message);
                }
                for place in [&mut fault.start, &mut fault.end] {
                    // Here columns are counted in bytes.
                    let before = source.line(place.0).chars().take(usize::try_from(place.1 - 1).unwrap_or(0));
                    place.1 += before.map(|c| c.len_utf8() as i64 - 1).sum::<i64>();
                }
                fault
            }
        };
        let lines = literal.body[..from].matches('\n').count() as u32;
        fault.start.0 += lines;
        fault.end.0 += lines;
        Err(Wrong { message: String::new(), of_expression: Some(Box::new(fault)) })
    }

    /// The fault, with its place.
    fn told(&self, wrong: Wrong, run: &[Literal], next: usize) -> Fault {
        if let Some(fault) = wrong.of_expression {
            let mut fault = *fault;
            let above = run.last().map_or(1, |literal| self.source.line_of(literal.at as u32)) - 1;
            fault.start.0 += above;
            fault.end.0 += above;
            return fault;
        }
        let (line, column) = self.source.line_column(next as u32);
        let place = (line, i64::from(column));
        let rest = &self.text[next..];
        let length = match rest.starts_with('\n') {
            true => 0,
            false => word_length(rest).max(usize::from(!rest.is_empty())),
        };
        let end = (line, place.1 + length as i64);
        let message = if self.inside { format!("f-string: {}", wrong.message) } else { wrong.message };
        let line = Some(format!("{}\n", self.source.line(line)));
        Fault { class: "SyntaxError", message, start: place, end, place: true, line }
    }
}

/// Whether a string begins there: how long its prefix is, and its quote.
fn string_start(text: &str) -> Option<(usize, char)> {
    let prefix = text.bytes().take_while(u8::is_ascii_alphabetic).take(3).count();
    let quote = text[prefix..].chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let letters = text[..prefix].to_ascii_lowercase();
    matches!(letters.as_str(), "" | "r" | "u" | "b" | "f" | "br" | "rb" | "fr" | "rf").then_some((prefix, quote))
}

/// How long the quotes are, and the whole string, without its prefix.
fn closed(text: &str, quote: char) -> Option<(usize, usize)> {
    let triple = quote.to_string().repeat(3);
    let mark = if text.starts_with(&triple) { &triple[..] } else { &triple[..1] };
    let mut at = mark.len();
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(mark) {
            return Some((mark.len(), at + mark.len()));
        }
        let c = rest.chars().next()?;
        if c == '\n' && mark.len() == 1 {
            return None;
        }
        at += c.len_utf8();
        if c == '\\' {
            at += text[at..].chars().next()?.len_utf8();
        }
    }
    None
}

/// The text between expressions.
fn between(literal: &Literal, from: usize, to: usize) -> Result<(), Wrong> {
    let wrong = if literal.raw { None } else { wrong_escape(&literal.body[from..to]) };
    wrong.map_or(Ok(()), |message| Err(Wrong::plain(message)))
}

fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

/// How long the word or the number is that begins there.
fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// Where the expression of a field ends that begins there.
fn expression_end(body: &str, start: usize) -> Result<usize, Wrong> {
    let mut open: Vec<char> = Vec::new();
    let mut quote: Option<&str> = None;
    let mut at = start;
    while let Some(c) = body[at..].chars().next() {
        let rest = &body[at..];
        if c == '\\' {
            return Err(Wrong::plain("f-string expression part cannot include a backslash"));
        }
        if let Some(mark) = quote {
            let ends = rest.starts_with(mark);
            at += if ends { mark.len() } else { c.len_utf8() };
            quote = quote.filter(|_| !ends);
            continue;
        }
        let next = rest[c.len_utf8()..].chars().next();
        match c {
            '\'' | '"' => {
                let triple = rest.starts_with("\'\'\'") || rest.starts_with("\"\"\"");
                let mark = &rest[..if triple { 3 } else { 1 }];
                quote = Some(mark);
                at += mark.len();
                continue;
            }
            '(' | '[' | '{' if open.len() >= DEEPEST => return Err(Wrong::f_string("too many nested parenthesis")),
            '(' | '[' | '{' => open.push(c),
            '#' => return Err(Wrong::plain("f-string expression part cannot include '#'")),
            '!' | '=' | '<' | '>' if open.is_empty() && next == Some('=') => at += 1,
            '!' | ':' | '=' | '}' if open.is_empty() => break,
            ')' | ']' | '}' => {
                let Some(opener) = open.pop() else { return Err(Wrong::f_string(&format!("unmatched '{c}'"))) };
                if !matches!((opener, c), ('(', ')') | ('[', ']') | ('{', '}')) {
                    let said = "does not match opening parenthesis";
                    return Err(Wrong::f_string(&format!("closing parenthesis '{c}' {said} '{opener}'")));
                }
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    if quote.is_some() {
        return Err(Wrong::f_string("unterminated string"));
    }
    open.last().map_or(Ok(at), |opener| Err(Wrong::f_string(&format!("unmatched '{opener}'"))))
}

/// What is wrong with the escapes of a text.
fn wrong_escape(body: &str) -> Option<String> {
    if !body.contains('\\') {
        return None;
    }
    let mut bytes = Vec::new();
    for c in body.chars() {
        match c.is_ascii() {
            true => bytes.push(c as u8),
            false => bytes.extend(format!("\\U{:08x}", u32::from(c)).bytes()),
        }
    }
    let mut from = 0;
    while let (_, Some(mistake)) = decoded(Codec::UnicodeEscape, &bytes, from) {
        let digits = std::str::from_utf8(&bytes[mistake.start..mistake.end]).ok().and_then(|text| text.get(2..));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        if mistake.reason == "illegal Unicode character" && matches!(code, Some(0xd800..=0xdfff)) {
            // Half a pair is refused elsewhere.
            from = mistake.end;
            continue;
        }
        let place = match mistake.end - mistake.start {
            1 => format!("byte 0x{:02x} in position {}", bytes[mistake.start], mistake.start),
            _ => format!("bytes in position {}-{}", mistake.start, mistake.end - 1),
        };
        return Some(format!("(unicode error) 'unicodeescape' codec can't decode {place}: {}", mistake.reason));
    }
    None
}

/// What is wrong with the escapes of bytes.
fn wrong_bytes(body: &str) -> Option<String> {
    let mut at = 0;
    while let Some(found) = body[at..].find('\\') {
        at += found;
        let rest = &body.as_bytes()[at..];
        if rest.get(1) == Some(&b'x') {
            let digits = rest[2..].iter().take(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
            if digits < 2 {
                return Some(format!("(value error) invalid \\x escape at position {at}"));
            }
        }
        at += 1 + body[at + 1..].chars().next().map_or(0, char::len_utf8);
    }
    None
}
