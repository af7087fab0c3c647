//! What characters are and become, as Python's `str` methods tell it: Unicode 14, the version of CPython 3.11.
//!
//! The categories are those of `unicode-general-category` 0.5.1, which is that version; the cases, from Rust,
//! `unicode-case-mapping` and `caseless`, are of later ones, and count only for what version 14 has. So all code points are
//! as in CPython 3.11. Knows characters only. Tests: `tests/programs/text/str_shape.py`, and at the end of this file.

use std::iter;

use caseless::Caseless;
use unicode_general_category::{GeneralCategory, get_general_category};

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

/// The character of that name.
#[must_use]
pub fn character_named(name: &str) -> Option<char> {
    unicode_names2::character(name).filter(|&c| is_assigned(c))
}

/// The name of a character.
#[must_use]
pub fn name_of(c: char) -> Option<String> {
    unicode_names2::name(c).filter(|_| is_assigned(c)).map(|name| name.to_string())
}

/// Whether Unicode 14 has the character.
#[must_use]
pub fn is_assigned(c: char) -> bool {
    c.is_ascii() || get_general_category(c) != GeneralCategory::Unassigned
}

fn is_decimal(c: char) -> bool {
    get_general_category(c) == GeneralCategory::DecimalNumber
}

/// The value of a decimal digit of any script.
#[must_use]
pub fn decimal(c: char) -> Option<u32> {
    if c.is_ascii() || !is_decimal(c) {
        return c.to_digit(10);
    }
    // The ten digits of a script follow each other, and so do some scripts.
    let before = ('0'..c).rev().take_while(|&c| is_decimal(c)).count();
    Some(before as u32 % 10)
}

/// `str.isdigit` of one character.
#[must_use]
pub fn is_digit(c: char) -> bool {
    let code = u32::from(c);
    is_decimal(c) || DIGITS.iter().any(|&(first, last)| (first..=last).contains(&code))
}

/// `str.isnumeric` of one character.
#[must_use]
pub fn is_numeric(c: char) -> bool {
    use GeneralCategory::{DecimalNumber, LetterNumber, OtherNumber};
    matches!(get_general_category(c), DecimalNumber | LetterNumber | OtherNumber)
        || NUMERALS.binary_search(&u32::from(c)).is_ok()
}

/// `str.isalpha` of one character: a letter, which marks, numbers and letters in circles are not.
#[must_use]
pub fn is_alpha(c: char) -> bool {
    use GeneralCategory::{LowercaseLetter, ModifierLetter, OtherLetter, TitlecaseLetter, UppercaseLetter};
    let letters = [LowercaseLetter, ModifierLetter, OtherLetter, TitlecaseLetter, UppercaseLetter];
    c.is_ascii_alphabetic() || letters.contains(&get_general_category(c))
}

/// `str.islower` of one character.
#[must_use]
pub fn is_lower(c: char) -> bool {
    match c {
        'ʕ' => true,
        // Modifiers that were not yet small letters.
        '\u{10fc}' | '\u{a7f2}'..='\u{a7f4}' | '\u{ab69}' => false,
        c => c.is_lowercase() && is_assigned(c),
    }
}

/// `str.isupper` of one character.
#[must_use]
pub fn is_upper(c: char) -> bool {
    c.is_uppercase() && is_assigned(c)
}

/// Whether the character is a capital with a small letter behind it, in one: `ǅ`, `ᾈ`.
#[must_use]
pub fn is_title(c: char) -> bool {
    !c.is_ascii() && get_general_category(c) == GeneralCategory::TitlecaseLetter
}

/// Whether `str.title` and the like see a letter with cases.
#[must_use]
pub fn is_cased(c: char) -> bool {
    is_lower(c) || is_upper(c) || is_title(c)
}

/// Adds what a character becomes in another case; what Unicode 14 does not have leaves it as it is.
pub fn push_changed(out: &mut String, c: char, changed: impl Iterator<Item = char> + Clone) {
    if is_assigned(c) && changed.clone().all(is_assigned) {
        out.extend(changed);
    } else {
        out.push(c);
    }
}

/// `str.title` of one character, added to a text.
pub fn push_title(out: &mut String, c: char) {
    let mapped = unicode_case_mapping::to_titlecase(c);
    match mapped[0] {
        0 => out.push(c),
        _ => push_changed(out, c, mapped.iter().filter(|&&code| code != 0).filter_map(|&code| char::from_u32(code))),
    }
}

/// `str.casefold` of one character, added to a text: full case folding.
pub fn push_folded(out: &mut String, c: char) {
    let folded: String = iter::once(c).default_case_fold().collect();
    push_changed(out, c, folded.chars());
}

/// `str.isprintable` of one character: no control, format, private or unassigned one, and no separator but the space.
#[must_use]
pub fn is_printable(c: char) -> bool {
    use GeneralCategory::{
        Control, Format, LineSeparator, ParagraphSeparator, PrivateUse, SpaceSeparator, Surrogate, Unassigned,
    };
    match c {
        ' '..='~' => true,
        c => !matches!(
            get_general_category(c),
            Control
                | Format
                | LineSeparator
                | ParagraphSeparator
                | PrivateUse
                | SpaceSeparator
                | Surrogate
                | Unassigned
        ),
    }
}

/// Whether an identifier can begin with the character.
#[must_use]
pub fn begins_identifier(c: char) -> bool {
    c == '_' || (unicode_ident::is_xid_start(c) && is_assigned(c))
}

/// Whether an identifier can go on with the character.
#[must_use]
pub fn continues_identifier(c: char) -> bool {
    // Joiners and middle dots came later.
    let later = matches!(c, '\u{200c}' | '\u{200d}' | '\u{30fb}' | '\u{ff65}');
    unicode_ident::is_xid_continue(c) && is_assigned(c) && !later
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
    fn what_later_versions_of_unicode_have_is_nothing_yet() {
        for c in "\u{1c89}\u{a7cb}\u{10d40}\u{31350}\u{1e4d0}".chars() {
            let facts = [is_alpha(c), is_digit(c), is_numeric(c), is_lower(c), is_upper(c), is_title(c)];
            assert_eq!((facts, decimal(c)), ([false; 6], None), "{c:?}");
            assert!(!is_printable(c) && !begins_identifier(c) && !continues_identifier(c), "{c:?}");
        }
        assert!(is_lower('ʕ') && !is_lower('\u{10fc}'));
    }
}
