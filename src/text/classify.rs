//! What all characters of a text are: letters, digits, small, printable and so on.
//!
//! Tests: `tests/programs/text/str_shape.py`, `bytes_methods.py`.

use crate::text::{
    Kind,
    split::{Units, is_space},
    unicode,
};

/// What all characters of a text have to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Letters.
    Alpha,
    /// Letters, digits and numbers.
    Alnum,
    /// Digits, also superscripts and the like.
    Digit,
    /// Digits of the decimal system, of any script.
    Decimal,
    /// All that counts.
    Numeric,
    /// Whitespace.
    Space,
    /// What `repr` does not escape.
    Printable,
    /// ASCII.
    Ascii,
    /// Small letters among others, and none of another case.
    Lower,
    /// Capitals among others, and none of another case.
    Upper,
    /// Words that begin with capitals.
    Title,
    /// A name of Python.
    Identifier,
}

/// Whether the text is of the class.
#[must_use]
pub fn all_are(kind: Kind, text: &[u8], class: Class) -> bool {
    let mut units = Units::new(kind, text).map(|(_, c)| c);
    let narrow = kind == Kind::Bytes;
    match class {
        Class::Ascii => units.all(|c| c.is_ascii()),
        Class::Printable => units.all(unicode::is_printable),
        Class::Lower | Class::Upper => has_case(units, class, narrow),
        Class::Title => is_titled(units, narrow),
        Class::Identifier => {
            units.next().is_some_and(unicode::begins_identifier) && units.all(unicode::continues_identifier)
        }
        _ => !text.is_empty() && units.all(|c| of_class(kind, c, class)),
    }
}

fn of_class(kind: Kind, c: char, class: Class) -> bool {
    if kind == Kind::Bytes && !c.is_ascii() {
        return false;
    }
    match class {
        Class::Alpha => unicode::is_alpha(c),
        Class::Digit => unicode::is_digit(c),
        Class::Decimal => unicode::decimal(c).is_some(),
        Class::Numeric => unicode::is_numeric(c),
        Class::Alnum => unicode::is_alpha(c) || unicode::is_digit(c) || unicode::is_numeric(c),
        _ => is_space(kind, c),
    }
}

/// Whether there is a letter with cases, and none of the other case.
fn has_case(units: impl Iterator<Item = char>, class: Class, narrow: bool) -> bool {
    let mut found = false;
    for c in units.filter(|c| !narrow || c.is_ascii()) {
        let (wanted, other) = match class {
            Class::Lower => (unicode::is_lower(c), unicode::is_upper(c)),
            _ => (unicode::is_upper(c), unicode::is_lower(c)),
        };
        if other || unicode::is_title(c) {
            return false;
        }
        found |= wanted;
    }
    found
}

/// Whether capitals begin words, and small letters go on with them.
fn is_titled(units: impl Iterator<Item = char>, narrow: bool) -> bool {
    let (mut found, mut inside) = (false, false);
    for c in units {
        let counts = !narrow || c.is_ascii();
        if counts && (unicode::is_upper(c) || unicode::is_title(c)) {
            if inside {
                return false;
            }
            (found, inside) = (true, true);
        } else if counts && unicode::is_lower(c) {
            if !inside {
                return false;
            }
            found = true;
        } else {
            inside = false;
        }
    }
    found
}
