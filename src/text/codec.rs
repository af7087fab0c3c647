//! Encodings: UTF-8, UTF-16, ASCII and Latin-1, and where bytes or characters are none of theirs.
//!
//! As CPython's `Python/codecs.c` and `Objects/unicodeobject.c`; what is done about a mistake is the caller's. Tests:
//! `tests/programs/text/str_encode.py`.

use crate::text::{literal::escaped, unicode::character_named};

/// An encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Codec {
    /// `utf-8`
    Utf8,
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
    /// `utf-16`: with a mark at the beginning that says the order of bytes.
    Utf16,
    /// `utf-16-le`
    Utf16Little,
    /// `utf-16-be`
    Utf16Big,
    /// `utf-8-sig`: with a mark at the beginning.
    Utf8Marked,
    /// `utf-32`: with a mark at the beginning that says the order of bytes.
    Utf32,
    /// `utf-32-le`
    Utf32Little,
    /// `utf-32-be`
    Utf32Big,
    /// `unicode-escape`: as in a literal.
    UnicodeEscape,
    /// `raw-unicode-escape`: Latin-1, and `\u` for what that does not have.
    RawUnicodeEscape,
}

impl Codec {
    /// The encoding of that name, which may be written in several ways.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Some(Self::Utf8),
            "ascii" | "us-ascii" | "646" => Some(Self::Ascii),
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" => Some(Self::Latin1),
            "utf-16" | "utf16" | "u16" => Some(Self::Utf16),
            "utf-16-le" | "utf-16le" | "unicodelittleunmarked" => Some(Self::Utf16Little),
            "utf-16-be" | "utf-16be" | "unicodebigunmarked" => Some(Self::Utf16Big),
            "utf-8-sig" | "utf8-sig" => Some(Self::Utf8Marked),
            "utf-32" | "utf32" | "u32" => Some(Self::Utf32),
            "utf-32-le" | "utf-32le" => Some(Self::Utf32Little),
            "utf-32-be" | "utf-32be" => Some(Self::Utf32Big),
            "unicode-escape" | "unicodeescape" => Some(Self::UnicodeEscape),
            "raw-unicode-escape" | "rawunicodeescape" => Some(Self::RawUnicodeEscape),
            _ => None,
        }
    }

    /// The name in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Marked => "utf-8",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
            Self::Utf16 => "utf-16",
            Self::Utf16Little => "utf-16-le",
            Self::Utf16Big => "utf-16-be",
            Self::Utf32 => "utf-32",
            Self::Utf32Little => "utf-32-le",
            Self::Utf32Big => "utf-32-be",
            Self::UnicodeEscape => "unicodeescape",
            Self::RawUnicodeEscape => "rawunicodeescape",
        }
    }

    /// The last character that it has.
    #[must_use]
    pub const fn highest(self) -> u32 {
        match self {
            Self::Ascii => 0x7f,
            Self::Latin1 => 0xff,
            _ => 0x10_ffff,
        }
    }

    /// The bytes before those of the characters.
    #[must_use]
    pub const fn mark(self) -> &'static [u8] {
        match self {
            Self::Utf16 => b"\xff\xfe",
            Self::Utf8Marked => b"\xef\xbb\xbf",
            Self::Utf32 => b"\xff\xfe\0\0",
            _ => b"",
        }
    }

    /// The encoding that the mark at the beginning of the bytes says, and how long the mark is.
    #[must_use]
    pub fn marked(self, bytes: &[u8]) -> (Self, usize) {
        match (self, bytes) {
            (Self::Utf16, [0xfe, 0xff, ..]) => (Self::Utf16Big, 2),
            (Self::Utf16, [0xff, 0xfe, ..]) => (Self::Utf16Little, 2),
            (Self::Utf16, _) => (Self::Utf16Little, 0),
            (Self::Utf8Marked, [0xef, 0xbb, 0xbf, ..]) => (Self::Utf8, 3),
            (Self::Utf8Marked, _) => (Self::Utf8, 0),
            (Self::Utf32, [0, 0, 0xfe, 0xff, ..]) => (Self::Utf32Big, 4),
            (Self::Utf32, [0xff, 0xfe, 0, 0, ..]) => (Self::Utf32Little, 4),
            (Self::Utf32, _) => (Self::Utf32Little, 0),
            _ => (self, 0),
        }
    }

    /// Adds the bytes of a character, which the encoding has.
    pub fn push(self, bytes: &mut Vec<u8>, c: char) {
        match self {
            Self::Utf8 | Self::Utf8Marked => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Self::Ascii | Self::Latin1 => bytes.push(u32::from(c) as u8),
            Self::Utf16 | Self::Utf16Little => {
                bytes.extend(c.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_le_bytes()));
            }
            Self::Utf32 | Self::Utf32Little => bytes.extend(u32::from(c).to_le_bytes()),
            Self::Utf32Big => bytes.extend(u32::from(c).to_be_bytes()),
            Self::RawUnicodeEscape if u32::from(c) < 0x100 => bytes.push(u32::from(c) as u8),
            Self::RawUnicodeEscape => bytes.extend(escaped(c).bytes()),
            Self::UnicodeEscape => match c {
                '\\' => bytes.extend(b"\\\\"),
                '\t' => bytes.extend(b"\\t"),
                '\n' => bytes.extend(b"\\n"),
                '\r' => bytes.extend(b"\\r"),
                ' '..='~' => bytes.push(c as u8),
                c => bytes.extend(escaped(c).bytes()),
            },
            Self::Utf16Big => bytes.extend(c.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_be_bytes())),
        }
    }
}

/// What cannot be encoded or decoded: from where to where, and why.
pub struct Mistake {
    /// The position of the first unit.
    pub start: usize,
    /// The position behind the last one.
    pub end: usize,
    /// As CPython says it.
    pub reason: &'static str,
}

/// What can be decoded from there on, and the mistake behind it.
#[must_use]
pub fn decoded(codec: Codec, bytes: &[u8], at: usize) -> (String, Option<Mistake>) {
    let rest = &bytes[at..];
    match codec {
        Codec::Utf16 | Codec::Utf16Little => decoded_utf16(bytes, at, u16::from_le_bytes),
        Codec::Utf16Big => decoded_utf16(bytes, at, u16::from_be_bytes),
        Codec::Utf32 | Codec::Utf32Little => decoded_utf32(bytes, at, u32::from_le_bytes),
        Codec::Utf32Big => decoded_utf32(bytes, at, u32::from_be_bytes),
        Codec::UnicodeEscape => decoded_escapes(bytes, at, false),
        Codec::RawUnicodeEscape => decoded_escapes(bytes, at, true),
        Codec::Latin1 => (rest.iter().map(|&byte| char::from(byte)).collect(), None),
        Codec::Ascii => {
            let good = rest.iter().take_while(|byte| byte.is_ascii()).count();
            let text = rest[..good].iter().map(|&byte| char::from(byte)).collect();
            let start = at + good;
            let mistake = Mistake { start, end: start + 1, reason: "ordinal not in range(128)" };
            (text, (good < rest.len()).then_some(mistake))
        }
        Codec::Utf8 | Codec::Utf8Marked => match std::str::from_utf8(rest) {
            Ok(text) => (text.to_owned(), None),
            Err(error) => {
                let good = error.valid_up_to();
                let text = String::from_utf8_lossy(&rest[..good]).into_owned();
                let start = at + good;
                let reason = match (error.error_len(), rest[good]) {
                    (None, _) => "unexpected end of data",
                    (_, 0x80..=0xc1 | 0xf5..) => "invalid start byte",
                    _ => "invalid continuation byte",
                };
                let end = error.error_len().map_or(bytes.len(), |length| start + length);
                (text, Some(Mistake { start, end, reason }))
            }
        },
    }
}

fn decoded_utf32(bytes: &[u8], at: usize, ordered: fn([u8; 4]) -> u32) -> (String, Option<Mistake>) {
    let mut text = String::new();
    for start in (at..bytes.len()).step_by(4) {
        let unit = bytes.get(start..start + 4).and_then(|unit| unit.try_into().ok()).map(ordered);
        let reason = match (unit, unit.and_then(char::from_u32)) {
            (_, Some(c)) => {
                text.push(c);
                continue;
            }
            (None, _) => "truncated data",
            (Some(0xd800..=0xdfff), _) => "code point in surrogate code point range(0xd800, 0xe000)",
            _ => "code point not in range(0x110000)",
        };
        return (text, Some(Mistake { start, end: bytes.len().min(start + 4), reason }));
    }
    (text, None)
}

/// Bytes with the escapes of literals; where they are `raw`, only those of large characters.
fn decoded_escapes(bytes: &[u8], at: usize, raw: bool) -> (String, Option<Mistake>) {
    let mut text = String::new();
    let mut at = at;
    while let Some(&byte) = bytes.get(at) {
        if byte != b'\\' {
            text.push(char::from(byte));
            at += 1;
            continue;
        }
        let letter = bytes.get(at + 1).copied();
        let (digits, reason) = match letter {
            Some(b'x') if !raw => (2, "truncated \\xXX escape"),
            Some(b'u') => (4, concat!("truncated \\u", "XX", "XX", " escape")),
            Some(b'U') => (8, concat!("truncated \\U", "XX", "XX", "XX", "XX", " escape")),
            None if !raw => return (text, Some(Mistake { start: at, end: at + 1, reason: "\\ at end of string" })),
            _ => (0, ""),
        };
        if digits > 0 {
            let start = at + 2;
            let found = bytes[start..].iter().take(digits).take_while(|byte| byte.is_ascii_hexdigit()).count();
            let number = std::str::from_utf8(&bytes[start..start + found]).ok();
            let number = number.and_then(|number| u32::from_str_radix(number, 16).ok());
            let end = start + found;
            match number.filter(|_| found == digits).map(char::from_u32) {
                Some(Some(c)) => text.push(c),
                Some(None) => return (text, Some(Mistake { start: at, end, reason: "illegal Unicode character" })),
                None => return (text, Some(Mistake { start: at, end, reason })),
            }
            at = end;
            continue;
        }
        if letter == Some(b'N') && !raw {
            match named(&bytes[at..]) {
                Ok((c, length)) => {
                    text.push(c);
                    at += length;
                }
                Err((length, reason)) => return (text, Some(Mistake { start: at, end: at + length, reason })),
            }
            continue;
        }
        let simple = match letter {
            _ if raw => None,
            Some(b'\n') => Some(""),
            Some(b'\\') => Some("\\"),
            Some(b'\'') => Some("'"),
            Some(b'"') => Some("\""),
            Some(b'a') => Some("\x07"),
            Some(b'b') => Some("\x08"),
            Some(b'f') => Some("\x0c"),
            Some(b'n') => Some("\n"),
            Some(b'r') => Some("\r"),
            Some(b't') => Some("\t"),
            Some(b'v') => Some("\x0b"),
            _ => None,
        };
        if let Some(simple) = simple {
            text.push_str(simple);
            at += 2;
            continue;
        }
        let octal = bytes[at + 1..].iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
        if octal > 0 && !raw {
            let number =
                bytes[at + 1..=at + octal].iter().fold(0, |number, digit| number * 8 + u32::from(digit - b'0'));
            text.extend(char::from_u32(number));
            at += 1 + octal;
            continue;
        }
        text.push('\\');
        at += 1;
        if let Some(letter) = letter.filter(|_| !raw || letter == Some(b'\\')) {
            text.push(char::from(letter));
            at += 1;
        }
    }
    (text, None)
}

/// The character that `\N{…}` at the beginning names, and how long that is; or how much is wrong, and why.
fn named(bytes: &[u8]) -> Result<(char, usize), (usize, &'static str)> {
    let malformed = "malformed \\N character escape";
    if bytes.get(2) != Some(&b'{') {
        return Err((2, malformed));
    }
    let length = bytes.iter().position(|&byte| byte == b'}').ok_or((bytes.len(), malformed))?;
    let name = std::str::from_utf8(&bytes[3..length]).ok().filter(|name| !name.is_empty());
    let name = name.ok_or((length, malformed))?;
    let c = character_named(name).ok_or((length + 1, "unknown Unicode character name"))?;
    Ok((c, length + 1))
}

fn decoded_utf16(bytes: &[u8], at: usize, ordered: fn([u8; 2]) -> u16) -> (String, Option<Mistake>) {
    let (mut text, mut at) = (String::new(), at);
    let unit = |at: usize| Some(ordered(bytes.get(at..at + 2)?.try_into().ok()?));
    while at < bytes.len() {
        let (units, reason) = match (unit(at), unit(at + 2)) {
            (None, _) => (1, "truncated data"),
            (Some(0xd800..=0xdbff), None) => (2, "unexpected end of data"),
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                text.extend(char::decode_utf16([high, low]).flatten());
                at += 4;
                continue;
            }
            (Some(0xd800..=0xdbff), _) => (1, "illegal UTF-16 surrogate"),
            (Some(0xdc00..=0xdfff), _) => (1, "illegal encoding"),
            (Some(unit), _) => {
                text.extend(char::from_u32(u32::from(unit)));
                at += 2;
                continue;
            }
        };
        let mistake = Mistake { start: at, end: bytes.len().min(at + 2 * units), reason };
        return (text, Some(mistake));
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_is_read_as_in_cpython() {
        for (bytes, text, mistake) in [
            (&b"a\0\x3d\xd8\0\xde"[..], "a😀", None),
            (b"a\0b", "a", Some((2, 3, "truncated data"))),
            (b"\0\xd8", "", Some((0, 2, "unexpected end of data"))),
            (b"\0\xd8a", "", Some((0, 3, "unexpected end of data"))),
            (b"\0\xd8a\0", "", Some((0, 2, "illegal UTF-16 surrogate"))),
            (b"a\0\0\xdca\0", "a", Some((2, 4, "illegal encoding"))),
        ] {
            let (got, wrong) = decoded(Codec::Utf16Little, bytes, 0);
            assert_eq!((got.as_str(), wrong.map(|wrong| (wrong.start, wrong.end, wrong.reason))), (text, mistake));
        }
        assert_eq!(Codec::Utf16.marked(b"\xfe\xff\0a"), (Codec::Utf16Big, 2));
    }
}
