//! Numbers out of texts, and texts out of numbers: `int`, `float`, `hex`, `chr` and the like.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed};

use crate::machine::{
    language::{
        format::{
            integer::{MOST_DIGITS, TOO_MANY_DIGITS},
            value::in_ascii,
        },
        number::Number,
        repr::quoted,
    },
    native::types::text::unicode::decimal,
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, optional, pure, reads, required},
    },
    state::{class, object::Object, value::Value},
};
use crate::program::well_known;

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    pure("bin", &[required("")], |exec, a| in_base(exec, a[0], "0b", 2)),
    pure("oct", &[required("")], |exec, a| in_base(exec, a[0], "0o", 8)),
    pure("hex", &[required("")], |exec, a| in_base(exec, a[0], "0x", 16)),
    pure("chr", &[required("")], |exec, a| {
        let Ok(code) = i32::try_from(exec.integer_value(a[0])?) else {
            return Err(exec.error(class::OVERFLOW_ERROR, "Python int too large to convert to C int"));
        };
        // Surrogates are no characters of a text here.
        match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(character) => exec.character(character),
            None => Err(exec.value_error("chr() arg not in range(0x110000)")),
        }
    }),
    pure("ord", &[required("")], ord),
    reads("ascii", &[required("")], |exec, a| {
        let text = exec.machine.repr(a[0]).ok_or(Raise::Python)?;
        exec.string(&in_ascii(&text))
    }),
];

fn in_base(exec: &mut Exec<'_>, value: Value, prefix: &str, base: u32) -> Result<Value> {
    let number = match exec.number(value) {
        Some(Number::Int(number)) => BigInt::from(number),
        Some(Number::Big(number)) => number,
        _ => BigInt::from(exec.index_value(value)?),
    };
    let sign = if number.is_negative() { "-" } else { "" };
    exec.string(&format!("{sign}{prefix}{}", number.abs().to_str_radix(base)))
}

fn ord(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let found = match exec.base_value(a[0]).object().map(|id| exec.object(id)) {
        Some(Object::Str(text)) => Ok((text.len(), text.as_str().chars().next().map(u32::from))),
        Some(Object::Bytes(bytes)) => Ok((bytes.len(), bytes.first().copied().map(u32::from))),
        _ => Err(exec.class_name(a[0])),
    };
    match found {
        Ok((1, Some(code))) => Ok(Value::Int(i64::from(code))),
        Ok((length, _)) => {
            let message = format!("ord() expected a character, but string of length {length} found");
            Err(exec.type_error(&message))
        }
        Err(kind) => Err(exec.type_error(&format!("ord() expected string of length 1, but {kind} found"))),
    }
}

/// `int(x)`, `int(text, base)`.
pub const INT: Native = pure("int", &[optional("", Value::Unbound), optional("base", Value::Unbound)], |exec, a| {
    if !a[0].is_bound() {
        return match a[1].is_bound() {
            true => Err(exec.type_error("int() missing string argument")),
            false => Ok(Value::Int(0)),
        };
    }
    if exec.own_special(a[0], well_known::INT).is_some() || exec.own_special(a[0], well_known::INDEX).is_some() {
        return Err(Raise::Python);
    }
    if let Some(text) = exec.literal_text(a[0]) {
        let base = if a[1].is_bound() { exec.integer_value(a[1])? } else { BigInt::from(10) };
        // One of more than 64 bits is as wrong as any other.
        return parsed(exec, a[0], &text, i64::try_from(base).unwrap_or(-1));
    }
    if a[1].is_bound() {
        let base = exec.integer_value(a[1])?;
        if base != BigInt::from(0) && !(BigInt::from(2)..=BigInt::from(36)).contains(&base) {
            return Err(exec.value_error("int() base must be >= 2 and <= 36, or 0"));
        }
        return Err(exec.type_error("int() can't convert non-string with explicit base"));
    }
    match exec.number(a[0]) {
        Some(Number::Float(number)) => exec.truncated(number),
        Some(number) => exec.number_value(number),
        None => {
            let kind = exec.class_name(a[0]);
            let message =
                format!("int() argument must be a string, a bytes-like object or a real number, not '{kind}'");
            Err(exec.type_error(&message))
        }
    }
});

/// `float(x)`.
pub const FLOAT: Native = pure("float", &[optional("", Value::Float(0.0))], |exec, a| {
    if exec.own_special(a[0], well_known::FLOAT).is_some() || exec.own_special(a[0], well_known::INDEX).is_some() {
        return Err(Raise::Python);
    }
    if let Some(text) = exec.literal_text(a[0]) {
        return match parse_float(&text) {
            Some(number) => Ok(Value::Float(number)),
            None => {
                let text = exec.machine.repr(a[0]).unwrap_or_default();
                Err(exec.value_error(&format!("could not convert string to float: {text}")))
            }
        };
    }
    match exec.number(a[0]) {
        Some(Number::Float(number)) => Ok(Value::Float(number)),
        Some(Number::Int(number)) => Ok(Value::Float(number as f64)),
        Some(Number::Big(number)) => match crate::machine::language::number::big_to_float(&number) {
            Some(number) => Ok(Value::Float(number)),
            None => Err(exec.error(class::OVERFLOW_ERROR, "int too large to convert to float")),
        },
        None => {
            let message =
                format!("float() argument must be a string or a real number, not '{}'", exec.class_name(a[0]));
            Err(exec.type_error(&message))
        }
    }
});

impl Exec<'_> {
    /// The text of a string or of bytes, to be read as a number.
    fn literal_text(&self, value: Value) -> Option<String> {
        match self.object(self.base_value(value).object()?) {
            Object::Str(text) => Some(in_ascii_digits(text.as_str())),
            Object::Bytes(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            _ => None,
        }
    }

    /// A float without its fraction.
    ///
    /// # Errors
    /// When it is no finite number.
    pub fn truncated(&mut self, number: f64) -> Result<Value> {
        if number.is_nan() {
            return Err(self.value_error("cannot convert float NaN to integer"));
        }
        match BigInt::from_f64(number.trunc()) {
            Some(whole) => self.big_value(&whole),
            None => Err(self.error(class::OVERFLOW_ERROR, "cannot convert float infinity to integer")),
        }
    }
}

fn parsed(exec: &mut Exec<'_>, value: Value, text: &str, base: i64) -> Result<Value> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(exec.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    let Some(literal) = literal(text, base as u32) else {
        let shown = exec.machine.repr(value).unwrap_or_else(|| quoted(text));
        return Err(exec.value_error(&format!("invalid literal for int() with base {base}: {shown}")));
    };
    let digits = literal.digits.len();
    if digits > MOST_DIGITS && !literal.base.is_power_of_two() {
        let message = TOO_MANY_DIGITS.replace(';', &format!(": value has {digits} digits;"));
        return Err(exec.value_error(&message));
    }
    exec.big_value(&literal.value())
}

/// An integer as it is written.
struct Literal {
    negative: bool,
    digits: String,
    base: u32,
}

impl Literal {
    fn value(&self) -> BigInt {
        let number = BigInt::parse_bytes(self.digits.as_bytes(), self.base).unwrap_or_default();
        if self.negative { -number } else { number }
    }
}

/// Digits of all scripts count, and so do the separators that `str.strip` takes away; but not in a text of ASCII alone,
/// which CPython reads as it stands.
fn in_ascii_digits(text: &str) -> String {
    let plain = |c: char| match decimal(c) {
        Some(digit) => char::from_digit(digit, 10).unwrap_or(c),
        None if ('\x1c'..='\x1f').contains(&c) => ' ',
        None => c,
    };
    if text.is_ascii() { text.to_owned() } else { text.chars().map(plain).collect() }
}

/// An integer literal with sign, underscores and perhaps a prefix; base 0 takes the base from the prefix.
fn literal(text: &str, base: u32) -> Option<Literal> {
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

fn parse_float(text: &str) -> Option<f64> {
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
        let read = |text, base| literal(text, base).map(|literal| literal.value().to_string());
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
            assert_eq!(parse_float(text), number, "{text}");
        }
        assert_eq!(parse_float("-Infinity"), Some(f64::NEG_INFINITY));
        assert!(parse_float("nan").is_some_and(f64::is_nan));
    }
}
