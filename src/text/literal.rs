//! Strings and bytes as literals: `repr`, `ascii`, and escapes.
//!
//! As `unicode_repr` in CPython's `Objects/unicodeobject.c` and `PyBytes_Repr` in `Objects/bytesobject.c`. Tests: at the
//! end of this file, and `tests/programs/text/own_texts.py`.

use std::fmt::Write as _;

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
            c => out.push_str(&escaped(c)),
        }
    }
    out.push(quote);
    out
}

/// `\x1b`, `\u200b` or `\U000e0001`.
#[must_use]
pub fn escaped(c: char) -> String {
    match u32::from(c) {
        code @ ..=0xff => format!("\\x{code:02x}"),
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
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
            byte => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push(quote);
    out
}

/// A text in which escapes stand for all that is not ASCII.
#[must_use]
pub fn in_ascii(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { escaped(c) }).collect()
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
