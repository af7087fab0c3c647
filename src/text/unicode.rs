//! What characters are, as Python's `str` methods tell them: the few facts that Rust's `char` does not know.
//!
//! The facts are those of the Unicode Character Database, version 14 as in CPython 3.11. Knows characters only. Tests:
//! `tests/programs/text/characters.py`, and at the end of this file.

use unicode_normalization::char::is_combining_mark;

/// The zeros of the decimal digits; the other nine follow each.
#[rustfmt::skip]
const ZEROS: &[u32] = &[
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
    0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60,
    0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// Digits that are no decimal ones: superscripts, circled digits and the like.
#[rustfmt::skip]
const DIGITS: &[(u32, u32)] = &[
    (0xb2, 0xb3), (0xb9, 0xb9), (0x1369, 0x1371), (0x19da, 0x19da), (0x2070, 0x2070), (0x2074, 0x2079),
    (0x2080, 0x2089), (0x2460, 0x2468), (0x2474, 0x247c), (0x2488, 0x2490), (0x24ea, 0x24ea), (0x24f5, 0x24fd),
    (0x24ff, 0x24ff), (0x2776, 0x277e), (0x2780, 0x2788), (0x278a, 0x2792), (0x10a40, 0x10a43), (0x10e60, 0x10e68),
    (0x11052, 0x1105a), (0x1f100, 0x1f10a),
];

/// Letters that are numbers: Chinese numerals.
#[rustfmt::skip]
const NUMERALS: &[u32] = &[
    0x3405, 0x3483, 0x382a, 0x3b4d, 0x4e00, 0x4e03, 0x4e07, 0x4e09, 0x4e5d, 0x4e8c, 0x4e94, 0x4e96, 0x4ebf, 0x4ec0,
    0x4edf, 0x4ee8, 0x4f0d, 0x4f70, 0x5104, 0x5146, 0x5169, 0x516b, 0x516d, 0x5341, 0x5343, 0x5344, 0x5345, 0x534c,
    0x53c1, 0x53c2, 0x53c3, 0x53c4, 0x56db, 0x58f1, 0x58f9, 0x5e7a, 0x5efe, 0x5eff, 0x5f0c, 0x5f0d, 0x5f0e, 0x5f10,
    0x62fe, 0x634c, 0x67d2, 0x6f06, 0x7396, 0x767e, 0x8086, 0x842c, 0x8cae, 0x8cb3, 0x8d30, 0x9621, 0x9646, 0x964c,
    0x9678, 0x96f6, 0xf96b, 0xf973, 0xf978, 0xf9b2, 0xf9d1, 0xf9d3, 0xf9fd, 0x20001, 0x20064, 0x200e2, 0x20121,
    0x2092a, 0x20983, 0x2098c, 0x2099c, 0x20aea, 0x20afd, 0x20b19, 0x22390, 0x22998, 0x23b1b, 0x2626d, 0x2f890,
];

fn is_within(code: u32, ranges: &[(u32, u32)]) -> bool {
    ranges.iter().any(|&(first, last)| (first..=last).contains(&code))
}

/// The value of a decimal digit of any script.
#[must_use]
pub fn decimal(c: char) -> Option<u32> {
    let code = u32::from(c);
    ZEROS.iter().map(|zero| code.wrapping_sub(*zero)).find(|&digit| digit < 10)
}

/// `str.isdigit` of one character.
#[must_use]
pub fn is_digit(c: char) -> bool {
    decimal(c).is_some() || is_within(u32::from(c), DIGITS)
}

/// `str.isnumeric` of one character.
#[must_use]
pub fn is_numeric(c: char) -> bool {
    c.is_numeric() || NUMERALS.binary_search(&u32::from(c)).is_ok()
}

/// `str.isalpha` of one character: a letter, which marks, numbers and letters in circles are not.
#[must_use]
pub fn is_alpha(c: char) -> bool {
    const CIRCLED: &[(u32, u32)] = &[(0x24b6, 0x24e9), (0x1f130, 0x1f149), (0x1f150, 0x1f169), (0x1f170, 0x1f189)];
    c.is_ascii_alphabetic()
        || (c.is_alphabetic() && !c.is_numeric() && !is_combining_mark(c) && !is_within(u32::from(c), CIRCLED))
}

/// Whether the character is a capital with a small letter behind it, in one: `ǅ`, `ᾈ`.
#[must_use]
pub fn is_title(c: char) -> bool {
    matches!(c, 'ǅ' | 'ǈ' | 'ǋ' | 'ǲ' | 'ᾈ'..='ᾏ' | 'ᾘ'..='ᾟ' | 'ᾨ'..='ᾯ' | 'ᾼ' | 'ῌ' | 'ῼ')
}

/// Whether `str.title` and the like see a letter with cases.
#[must_use]
pub fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_title(c)
}

/// `str.title` of one character.
#[must_use]
pub fn title(c: char) -> String {
    let upper: Vec<char> = c.to_uppercase().collect();
    match (c, &upper[..]) {
        // Georgian words do not begin with capitals.
        ('\u{10d0}'..='\u{10fa}' | '\u{10fd}'..='\u{10ff}', _) => c.to_string(),
        ('Ǆ'..='ǆ', _) => 'ǅ'.to_string(),
        ('Ǉ'..='ǉ', _) => 'ǈ'.to_string(),
        ('Ǌ'..='ǌ', _) => 'ǋ'.to_string(),
        ('Ǳ'..='ǳ', _) => 'ǲ'.to_string(),
        ('ᾀ'..='ᾯ', _) => char::from_u32(u32::from(c) | 8).unwrap_or(c).to_string(),
        ('ᾳ' | 'ῃ' | 'ῳ', _) => char::from_u32(u32::from(c) + 9).unwrap_or(c).to_string(),
        _ if is_title(c) => c.to_string(),
        // An apostrophe before the letter.
        ('ŉ', _) => upper.iter().collect(),
        // A small letter with an iota below: the iota stays below the capital.
        ('\u{1fb2}'..='\u{1ff7}', [first, marks @ .., 'Ι']) => {
            std::iter::once(first).chain(marks).chain(&['\u{345}']).collect()
        }
        (_, [first, rest @ ..]) => {
            let small = rest.iter().flat_map(|c| c.to_lowercase().collect::<Vec<_>>());
            // What follows a capital is small, unless it is a mark.
            std::iter::once(*first).chain(small).collect()
        }
        (_, []) => String::new(),
    }
}

/// `str.casefold` of one character: full case folding.
#[must_use]
pub fn fold(c: char) -> String {
    match c {
        // Cherokee is folded to its capitals, which are older than its small letters.
        '\u{13a0}'..='\u{13f5}' | 'ı' => c.to_string(),
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => c.to_uppercase().collect(),
        'ẞ' => "ss".to_owned(),
        _ => c.to_uppercase().flat_map(char::to_lowercase).collect(),
    }
}

/// `str.isprintable` of one character: no control, format, private or unassigned one, and no separator but the space.
#[must_use]
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // Rust escapes what Python does not print; marks only at the beginning of a text.
    let mut text = String::from(' ');
    text.push(c);
    text.escape_debug().nth(1) == Some(c)
}

/// Whether an identifier can begin with the character.
#[must_use]
pub fn begins_identifier(c: char) -> bool {
    c == '_' || unicode_ident::is_xid_start(c)
}

/// Whether an identifier can go on with the character.
#[must_use]
pub fn continues_identifier(c: char) -> bool {
    unicode_ident::is_xid_continue(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_what_cpython_says() {
        for (text, is, wanted) in [
            ("aé中ªǅ", is_alpha as fn(char) -> bool, true),
            ("1Ⅷ²\u{345}Ⓐ_ ", is_alpha, false),
            ("1²①٣", is_digit, true),
            ("½Ⅷ一a", is_digit, false),
            ("1²½Ⅷ一〇", is_numeric, true),
            (" aé中~\u{301}", is_printable, true),
            ("\n\u{a0}\u{200b}\u{ad}\u{e000}\u{378}\u{3000}", is_printable, false),
        ] {
            text.chars().for_each(|c| assert_eq!(is(c), wanted, "{c:?} of {text}"));
        }
        assert_eq!("٣७9a".chars().map(decimal).collect::<Vec<_>>(), [Some(3), Some(7), Some(9), None]);
    }

    #[test]
    fn characters_are_folded_and_titled() {
        let with = |text: &str, of: fn(char) -> String| text.chars().map(of).collect::<String>();
        assert_eq!(with("ßẞςİıﬃꭰ", fold), "ssssσi\u{307}ıffiᎠ");
        assert_eq!(with("aßǆﬃաა", title), "ASsǅFfiԱა");
    }
}
