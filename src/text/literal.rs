//! Strings and bytes as literals: `repr`, `ascii`, and escapes.
//!
//! As `unicode_repr` in CPython's `Objects/unicodeobject.c` and `PyBytes_Repr` in `Objects/bytesobject.c`. Tests: at the
//! end of this file, and `tests/programs/text/own_texts.py`.

use crate::text::unicode::is_printable;

/// A string as a literal: in single quotes unless it contains some and no double ones.
#[must_use]
pub fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if is_printable(c) => out.push(c),
            c => push_escaped(&mut out, c),
        }
    }
    out.push(quote);
    out
}

/// `\x1b`, `\u200b` or `\U000e0001`.
#[must_use]
pub fn escaped(c: char) -> String {
    let mut out = String::new();
    push_escaped(&mut out, c);
    out
}

fn push_escaped(out: &mut String, c: char) {
    let code = u32::from(c);
    let (letter, digits) = match code {
        0..=0xff => ('x', 2),
        0x100..=0xffff => ('u', 4),
        _ => ('U', 8),
    };
    out.extend(['\\', letter]);
    push_digits(out, code, digits);
}

/// Adds so many hexadecimal digits of a number.
pub fn push_digits(out: &mut String, number: u32, digits: u32) {
    let digit = |place| char::from_digit(number >> (4 * place) & 0xf, 16).unwrap_or('0');
    out.extend((0..digits).rev().map(digit));
}

/// Bytes as a literal, in quotes as [`quoted`] chooses them.
#[must_use]
pub fn quoted_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut out = format!("b{quote}");
    for &byte in bytes {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            byte if char::from(byte) == quote => {
                out.push('\\');
                out.push(quote);
            }
            b' '..=b'~' => out.push(char::from(byte)),
            byte => push_escaped(&mut out, char::from(byte)),
        }
    }
    out.push(quote);
    out
}

/// A text in which escapes stand for all that is not ASCII.
#[must_use]
pub fn in_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() { out.push(c) } else { push_escaped(&mut out, c) }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted_as_in_python() {
        for (text, literal) in [
            ("it", "'it'"),
            ("it's", "\"it's\""),
            ("\"it's\"", "'\"it\\'s\"'"),
            ("a\\\n\r\t\0\x7f", "'a\\\\\\n\\r\\t\\x00\\x7f'"),
            ("é\u{a0}\u{200b}\u{e0001}", "'é\\xa0\\u200b\\U000e0001'"),
        ] {
            assert_eq!(quoted(text), literal);
        }
        assert_eq!(quoted_bytes(b"'\"\n~\x7f\xff"), "b'\\'\"\\n~\\x7f\\xff'");
        assert_eq!(in_ascii("aé中"), "a\\xe9\\u4e2d");
    }
}
