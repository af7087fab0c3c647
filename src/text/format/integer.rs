//! Integers by a format specification.
//!
//! As `format_long_internal` in CPython's `Python/formatter_unicode.c`. Knows numbers and specifications, no values. Tests: at the end of this file.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use crate::text::format::{
    layout::{self, Parts},
    spec::{Spec, shown},
};

/// Integers of more decimal digits are not written, as in CPython (`sys.int_info.default_max_str_digits`).
pub const MOST_DIGITS: usize = 4300;

/// The message of the `ValueError` for an integer of more digits than [`MOST_DIGITS`].
pub const TOO_MANY_DIGITS: &str = "Exceeds the limit (4300 digits) for integer string conversion; use \
                                   sys.set_int_max_str_digits() to increase the limit";

/// Why an integer cannot be written so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// `ValueError`
    Value(String),
    /// `OverflowError`
    Overflow(&'static str),
}

/// The decimal digits of an integer; `None` when there are more than so many.
#[must_use]
pub fn decimal(number: &BigInt, most: usize) -> Option<String> {
    // 3 bits are at most one digit: far larger numbers are not even tried.
    if number.bits() / 10 > most as u64 / 3 + 1 {
        return None;
    }
    let text = number.to_string();
    let digits = text.len() - usize::from(number.is_negative());
    (digits <= most).then_some(text)
}

/// The integer as the specification says: types `b c d n o x X` and none.
///
/// # Errors
/// When the specification is not for integers.
pub fn format(number: &BigInt, spec: &Spec) -> Result<String, Refusal> {
    let refuse = |message: &str| Err(Refusal::Value(message.to_owned()));
    if spec.precision.is_some() {
        return refuse("Precision not allowed in integer format specifier");
    }
    if spec.positive_zero {
        return refuse("Negative zero coercion (z) not allowed in integer format specifier");
    }
    if spec.kind == Some('c') {
        return character(number, spec);
    }
    let (base, prefix) = match spec.kind {
        Some('b') => (2, "0b"),
        Some('o') => (8, "0o"),
        Some('x') => (16, "0x"),
        Some('X') => (16, "0X"),
        Some('d' | 'n') | None => (10, ""),
        Some(other) => return Err(Refusal::Value(unknown(other, "int"))),
    };
    let mut digits = match base {
        10 => decimal(number, MOST_DIGITS).ok_or_else(|| Refusal::Value(TOO_MANY_DIGITS.to_owned()))?,
        base => number.to_str_radix(base),
    };
    if spec.kind == Some('X') {
        digits.make_ascii_uppercase();
    }
    let parts = Parts {
        negative: number.is_negative(),
        prefix: if spec.alternate { prefix } else { "" },
        digits: digits.trim_start_matches('-'),
        rest: "",
        group: if base == 10 { 3 } else { 4 },
    };
    Ok(layout::number(spec, &parts))
}

/// As [`format`], for the decimal digits of a small integer; `None` where the specification asks for something else.
#[must_use]
pub fn small(number: i64, spec: &Spec) -> Option<String> {
    if spec.precision.is_some() || spec.positive_zero || !matches!(spec.kind, Some('d' | 'n') | None) {
        return None;
    }
    let digits = number.unsigned_abs().to_string();
    let parts = Parts { negative: number < 0, digits: &digits, group: 3, ..Parts::default() };
    Some(layout::number(spec, &parts))
}

fn character(number: &BigInt, spec: &Spec) -> Result<String, Refusal> {
    if spec.sign.is_some() {
        return Err(Refusal::Value("Sign not allowed with integer format specifier 'c'".to_owned()));
    }
    if spec.alternate {
        return Err(Refusal::Value("Alternate form (#) not allowed with integer format specifier 'c'".to_owned()));
    }
    match number.to_u32().and_then(char::from_u32) {
        Some(character) => Ok(layout::pad(spec, character.encode_utf8(&mut [0; 4]))),
        None if number.to_i64().is_none() => Err(Refusal::Overflow("Python int too large to convert to C long")),
        None => Err(Refusal::Overflow("%c arg not in range(0x110000)")),
    }
}

/// The message of the `ValueError` for a presentation type that values of the class do not have.
#[must_use]
pub fn unknown(kind: char, class: &str) -> String {
    format!("Unknown format code {} for object of type '{class}'", shown(kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::format::spec::Align;

    fn formatted(number: i64, spec: &str) -> Result<String, Refusal> {
        let spec = Spec::parse(spec, Align::Right).unwrap();
        let formatted = format(&BigInt::from(number), &spec);
        if let Some(text) = small(number, &spec) {
            assert_eq!(formatted.as_ref(), Ok(&text), "{number} {spec:?}");
        }
        formatted
    }

    #[test]
    fn integers_are_laid_out_as_in_cpython() {
        for (number, spec, text) in [
            (42, "", "42"),
            (42, "5", "   42"),
            (42, "<5", "42   "),
            (42, "*^6", "**42**"),
            (-42, "06", "-00042"),
            (-42, "=6", "-   42"),
            (42, "+", "+42"),
            (42, " ", " 42"),
            (255, "x", "ff"),
            (255, "#X", "0XFF"),
            (255, "#010b", "0b11111111"),
            (255, "#012b", "0b0011111111"),
            (1_234_567, ",", "1,234,567"),
            (1_234_567, "_x", "12_d687"),
            (1, "010,", "00,000,001"),
            (1_234_567, "015,", "000,001,234,567"),
            (65, "c", "A"),
            (65, "05c", "0000A"),
            (-5, "n", "-5"),
        ] {
            assert_eq!(formatted(number, spec).as_deref(), Ok(text), "{number} {spec}");
        }
    }

    #[test]
    fn what_integers_do_not_have_is_refused() {
        let refused = |number, spec| formatted(number, spec).unwrap_err();
        let value = |text: &str| Refusal::Value(text.to_owned());
        assert_eq!(refused(1, ".3"), value("Precision not allowed in integer format specifier"));
        assert_eq!(refused(1, "+c"), value("Sign not allowed with integer format specifier 'c'"));
        assert_eq!(refused(1, "s"), value("Unknown format code 's' for object of type 'int'"));
        assert_eq!(refused(-1, "c"), Refusal::Overflow("%c arg not in range(0x110000)"));
    }

    #[test]
    fn integers_of_too_many_digits_are_not_written() {
        assert!(decimal(&BigInt::from(10).pow(4299), MOST_DIGITS).is_some());
        assert!(decimal(&BigInt::from(10).pow(4300), MOST_DIGITS).is_none());
        assert!(decimal(&(BigInt::from(1) << 7_000_000), MOST_DIGITS).is_none());
    }
}
