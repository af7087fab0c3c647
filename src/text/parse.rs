//! Numbers out of texts: what `int` and `float` take.
//!
//! As `PyLong_FromString` in CPython's `Objects/longobject.c` and `float_from_string_inner` in `Objects/floatobject.c`.
//! Tests: at the end of this file, and `tests/programs/text/int_constructor.py`.

use num_bigint::BigInt;

use crate::text::unicode::decimal;

/// An integer as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Literal {
    negative: bool,
    /// The digits, without prefix and underscores.
    pub digits: String,
    /// What each digit counts.
    pub base: u32,
}

impl Literal {
    /// The integer.
    #[must_use]
    pub fn value(&self) -> BigInt {
        let number = BigInt::parse_bytes(self.digits.as_bytes(), self.base).unwrap_or_default();
        if self.negative { -number } else { number }
    }
}

/// Digits of all scripts count.
#[must_use]
pub fn in_ascii_digits(text: &str) -> String {
    let plain = |c: char| decimal(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c);
    text.chars().map(plain).collect()
}

/// An integer literal with sign, underscores and perhaps a prefix; base 0 takes the base from the prefix.
#[must_use]
pub fn integer(text: &str, base: u32) -> Option<Literal> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let prefix = match digits.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    let (digits, base) = match (prefix, base) {
        (Some(of), 0) => (digits[2..].strip_prefix('_').unwrap_or(&digits[2..]), of),
        (Some(of), base) if of == base => (digits[2..].strip_prefix('_').unwrap_or(&digits[2..]), base),
        (_, 0) if digits.len() > 1 && digits.starts_with('0') && !digits.trim_matches(['0', '_']).is_empty() => {
            return None;
        }
        (_, 0) => (digits, 10),
        (_, base) => (digits, base),
    };
    let digits = without_underscores(digits)?;
    digits.chars().all(|digit| digit.is_digit(base)).then_some(Literal { negative, digits, base })
}

/// The digits without the underscores between them; `None` when there is one elsewhere, or no digit.
fn without_underscores(digits: &str) -> Option<String> {
    if digits.is_empty() || digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return None;
    }
    Some(digits.replace('_', ""))
}

/// A float as `float(text)` reads it.
#[must_use]
pub fn float(text: &str) -> Option<f64> {
    let text = text.trim();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let between = |at: usize| digit(text[..at].chars().next_back()) && digit(text[at + 1..].chars().next());
    if !text.match_indices('_').all(|(at, _)| between(at)) {
        return None;
    }
    let text = text.replace('_', "");
    let unsigned = text.trim_start_matches(['+', '-']).to_ascii_lowercase();
    let known = matches!(unsigned.as_str(), "inf" | "infinity" | "nan");
    // Rust's parser takes these words, and no others but digits.
    if !known && !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_read_as_in_python() {
        let read = |text, base| integer(text, base).map(|literal| literal.value().to_string());
        for (text, base, number) in [
            (" 12 ", 10, Some("12")),
            ("-1_000", 10, Some("-1000")),
            ("0x1f", 16, Some("31")),
            ("0b101", 0, Some("5")),
            ("00", 0, Some("0")),
            ("010", 0, None),
            ("z", 36, Some("35")),
            ("", 10, None),
            ("1__0", 10, None),
            ("12.5", 10, None),
            ("0x1f", 10, None),
            ("+ 1", 10, None),
        ] {
            assert_eq!(read(text, base).as_deref(), number, "{text}");
        }
    }

    #[test]
    fn floats_are_read_as_in_python() {
        for (text, number) in [
            ("1e3", Some(1000.0)),
            (" -.5", Some(-0.5)),
            ("1_0.0", Some(10.0)),
            ("1_.0", None),
            ("x", None),
            ("", None),
            ("1_.5", None),
            ("1e_5", None),
        ] {
            assert_eq!(float(text), number, "{text}");
        }
        assert_eq!(float("-Infinity"), Some(f64::NEG_INFINITY));
        assert!(float("nan").is_some_and(f64::is_nan));
    }
}
