//! Floats as texts that read back as the same float: `repr`, and `float.hex`.
//!
//! As `format_float_short` in CPython's `Python/pystrtod.c` with the type `r`. Tests: at the end of this file.

/// `repr(number)`: the shortest text that reads back as the same float.
#[must_use]
pub fn repr(number: f64) -> String {
    if !number.is_finite() {
        return not_finite(number).to_owned();
    }
    let (negative, digits, exponent) = shortest(number);
    let text = if (-4..16).contains(&exponent) { positional(&digits, exponent) } else { scientific(&digits, exponent) };
    if negative { format!("-{text}") } else { text }
}

/// `nan`, `inf` or `-inf`.
#[must_use]
pub fn not_finite(number: f64) -> &'static str {
    if number.is_nan() {
        "nan"
    } else if number > 0.0 {
        "inf"
    } else {
        "-inf"
    }
}

/// Sign, digits and decimal exponent of the shortest text that reads back as the same float.
fn shortest(number: f64) -> (bool, String, i32) {
    /// Shorter texts are never as far from the number as another one of their length.
    const UNAMBIGUOUS: usize = 14;
    let mut text = format!("{:e}", number.abs());
    let digits = text.bytes().take_while(|&byte| byte != b'e').filter(u8::is_ascii_digit).count();
    if digits > UNAMBIGUOUS {
        // Of two texts that are as near, Rust takes the larger one, CPython the even one.
        let even = format!("{:.*e}", digits - 1, number.abs());
        if even.parse() == Ok(number.abs()) {
            text = even;
        }
    }
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (number.is_sign_negative(), mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// Digits with a point after the one of weight 1: `0.001`, `1200.0`.
fn positional(digits: &str, exponent: i32) -> String {
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{digits}{}.0", "0".repeat(whole - digits.len()));
    }
    format!("{}.{}", &digits[..whole], &digits[whole..])
}

/// Digits with a point after the first, and an exponent of two digits or more: `1.5e-07`.
fn scientific(digits: &str, exponent: i32) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.abs())
}

/// `float.hex()`.
#[must_use]
pub fn hex(number: f64) -> String {
    if !number.is_finite() {
        return not_finite(number).to_owned();
    }
    let bits = number.to_bits();
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let (mantissa, exponent) = (bits & ((1 << 52) - 1), (bits >> 52) & 0x7ff);
    match (exponent, mantissa) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{mantissa:013x}p-1022"),
        _ => format!("{sign}0x1.{mantissa:013x}p{:+}", exponent as i64 - 1023),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_cpython_writes_them() {
        for (number, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (123_456_789_012_345_680.0, "1.2345678901234568e+17"),
            (1e15, "1000000000000000.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (2.5, "2.5"),
            (1e100, "1e+100"),
            (1_000_000_000_000_000.2, "1000000000000000.2"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(repr(number), text);
        }
    }

    #[test]
    fn floats_are_written_in_base_sixteen() {
        for (number, text) in [
            (1.0, "0x1.0000000000000p+0"),
            (-0.1, "-0x1.999999999999ap-4"),
            (0.0, "0x0.0p+0"),
            (5e-324, "0x0.0000000000001p-1022"),
        ] {
            assert_eq!(hex(number), text);
        }
    }
}
