//! Encodings: UTF-8, ASCII and Latin-1, and where bytes or characters are none of theirs.
//!
//! As CPython's `Python/codecs.c` and `Objects/unicodeobject.c`; what is done about a mistake is the caller's. Tests:
//! `tests/programs/text/str_encode.py`.

/// An encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Codec {
    /// `utf-8`
    Utf8,
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
}

impl Codec {
    /// The encoding of that name, which may be written in several ways.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
            "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => Some(Self::Utf8),
            "ascii" | "us-ascii" | "646" => Some(Self::Ascii),
            "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" => Some(Self::Latin1),
            _ => None,
        }
    }

    /// The name in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
        }
    }

    /// The last character that it has.
    #[must_use]
    pub const fn highest(self) -> u32 {
        match self {
            Self::Utf8 => 0x10_ffff,
            Self::Ascii => 0x7f,
            Self::Latin1 => 0xff,
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
        Codec::Latin1 => (rest.iter().map(|&byte| char::from(byte)).collect(), None),
        Codec::Ascii => {
            let good = rest.iter().take_while(|byte| byte.is_ascii()).count();
            let text = rest[..good].iter().map(|&byte| char::from(byte)).collect();
            let start = at + good;
            let mistake = Mistake { start, end: start + 1, reason: "ordinal not in range(128)" };
            (text, (good < rest.len()).then_some(mistake))
        }
        Codec::Utf8 => match std::str::from_utf8(rest) {
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
