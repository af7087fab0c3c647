//! Floats by a format specification: `e E f F g G n %` and none.
//!
//! As `format_float_internal` in CPython's `Python/formatter_unicode.c` and `format_float_short` in `Python/pystrtod.c`.
//! Rust's own formatting gives the correctly rounded digits. Knows numbers and specifications, no values.
//! Tests: at the end of this file.

use crate::text::{
    float::{not_finite, repr},
    format::{
        integer::unknown,
        layout::{self, Parts},
        spec::Spec,
    },
};

/// No float has more digits than this behind its point: the others are zeros.
const MOST_FRACTION: usize = 1100;

/// The largest precision that CPython takes.
pub const MOST_PRECISION: usize = i32::MAX as usize;

/// How the digits of a float are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// `e`, `f`, `g`, or `r` for the shortest text.
    pub kind: char,
    /// Digits behind the point, or significant ones.
    pub precision: usize,
    /// Keep the point and the zeros at the end.
    pub alternate: bool,
    /// Add `.0` to what looks like an integer.
    pub point: bool,
}

/// The float as the specification says; messages name its class.
///
/// # Errors
/// The message of the `ValueError` when the specification is not for floats.
pub fn format(number: f64, spec: &Spec, class: &str) -> Result<String, String> {
    if spec.precision.is_some_and(|precision| precision > MOST_PRECISION) {
        return Err("precision too big".to_owned());
    }
    let kind = spec.kind.unwrap_or('r');
    let (style, upper, percent) = match kind {
        'e' | 'f' | 'g' => (kind, false, false),
        'E' | 'F' | 'G' => (kind.to_ascii_lowercase(), true, false),
        'n' => ('g', false, false),
        '%' => ('f', false, true),
        'r' if spec.kind.is_none() && spec.precision.is_some() => ('g', false, false),
        'r' if spec.kind.is_none() => ('r', false, false),
        other => return Err(unknown(other, class)),
    };
    let style = Style {
        kind: style,
        precision: spec.precision.unwrap_or(6),
        alternate: spec.alternate,
        point: spec.kind.is_none(),
    };
    let number = if percent { number * 100.0 } else { number };
    let mut text = magnitude(number, style);
    if upper {
        text.make_ascii_uppercase();
    }
    if percent {
        text.push('%');
    }
    let zero = spec.positive_zero && !text.contains(|c: char| ('1'..='9').contains(&c)) && number.is_finite();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let parts = Parts {
        negative: number.is_sign_negative() && !number.is_nan() && !zero,
        digits: &text[..digits],
        rest: &text[digits..],
        group: 3,
        ..Parts::default()
    };
    Ok(layout::number(spec, &parts))
}

/// The float without its sign.
#[must_use]
pub fn magnitude(number: f64, style: Style) -> String {
    let number = number.abs();
    if !number.is_finite() {
        return not_finite(number).to_owned();
    }
    match style.kind {
        'f' => with_point(fixed(number, style.precision), style.alternate),
        'e' => {
            let (digits, exponent) = scientific(number, style.precision);
            exponential(&digits, exponent, style.alternate)
        }
        'g' => general(number, style),
        _ if style.alternate => with_point(repr(number), true),
        _ => repr(number),
    }
}

fn fixed(number: f64, precision: usize) -> String {
    if let Some(text) = short(number, precision) {
        return text;
    }
    let known = precision.min(MOST_FRACTION);
    format!("{number:.known$}") + &"0".repeat(precision - known)
}

/// A number that is not large, with few digits behind its point: worked out in whole numbers, as exactly as any. Of two
/// texts that are as near, the even one.
fn short(number: f64, precision: usize) -> Option<String> {
    const MOST: usize = 20;
    const MANTISSA: u32 = f64::MANTISSA_DIGITS - 1;
    let exponent = (number.to_bits() >> MANTISSA) as i32;
    if precision > MOST || exponent == 0 {
        return None;
    }
    let mantissa = number.to_bits() & ((1 << MANTISSA) - 1) | 1 << MANTISSA;
    let scaled = u128::from(mantissa) * 10_u128.pow(precision as u32);
    let shift = u32::try_from(1075 - exponent).ok().filter(|shift| (1..128).contains(shift))?;
    let (floor, rest, half) = (scaled >> shift, scaled & ((1 << shift) - 1), 1 << (shift - 1));
    let up = rest > half || (rest == half && floor % 2 == 1);
    let digits = u64::try_from(floor + u128::from(up)).ok()?.to_string();
    let mut text = String::with_capacity(digits.len().max(precision) + 2);
    let before = digits.len().saturating_sub(precision);
    text.push_str(if before == 0 { "0" } else { &digits[..before] });
    if precision > 0 {
        text.push('.');
        text.extend(std::iter::repeat_n('0', precision.saturating_sub(digits.len())));
        text.push_str(&digits[before..]);
    }
    Some(text)
}

fn with_point(text: String, alternate: bool) -> String {
    if !alternate || text.contains('.') {
        return text;
    }
    match text.split_once('e') {
        Some((mantissa, exponent)) => format!("{mantissa}.e{exponent}"),
        None => text + ".",
    }
}

/// The digits of a float, so many behind the first one, and its decimal exponent.
fn scientific(number: f64, precision: usize) -> (String, i32) {
    let known = precision.min(MOST_FRACTION);
    let text = format!("{number:.known$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (mantissa.replace('.', "") + &"0".repeat(precision - known), exponent.parse().unwrap_or(0))
}

fn exponential(digits: &str, exponent: i32, alternate: bool) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() && !alternate { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.abs())
}

/// So many significant digits, with an exponent when the number is very small or has more digits before the point.
fn general(number: f64, style: Style) -> String {
    let precision = style.precision.max(1);
    // Zeros at the end are dropped anyway: not more of them than a float can have are worked out.
    let most = if style.alternate { precision - 1 } else { (precision - 1).min(MOST_FRACTION) };
    let (mut digits, exponent) = scientific(number, most);
    if !style.alternate {
        digits.truncate(digits.trim_end_matches('0').len().max(1));
    }
    let most = i64::try_from(precision).unwrap_or(i64::MAX) - i64::from(style.point);
    if exponent < -4 || i64::from(exponent) >= most {
        return exponential(&digits, exponent, style.alternate);
    }
    let Ok(before) = usize::try_from(exponent + 1) else {
        return format!("0.{}{digits}", "0".repeat(exponent.unsigned_abs() as usize - 1));
    };
    if before == 0 {
        return format!("0.{digits}");
    }
    if digits.len() <= before {
        let whole = digits.clone() + &"0".repeat(before - digits.len());
        let end = if style.point { ".0" } else { "" };
        return with_point(whole + end, style.alternate);
    }
    format!("{}.{}", &digits[..before], &digits[before..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::format::spec::Align;

    fn formatted(number: f64, spec: &str) -> Result<String, String> {
        format(number, &Spec::parse(spec, Align::Right).unwrap(), "float")
    }

    #[test]
    fn floats_are_laid_out_as_in_cpython() {
        for (number, spec, text) in [
            (2.71459, ".2f", "2.71"),
            (2.5, ".0f", "2"),
            (2.5, "#.0f", "2."),
            (1e22, "f", "10000000000000000000000.000000"),
            (1234.5678, ",.2f", "1,234.57"),
            (1234.5678, "_.1f", "1_234.6"),
            (0.000_123, "e", "1.230000e-04"),
            (12345.678, ".3E", "1.235E+04"),
            (0.5, "%", "50.000000%"),
            (0.256, ".1%", "25.6%"),
            (1_234_567.0, "g", "1.23457e+06"),
            (100_000.0, "g", "100000"),
            (0.0001, "g", "0.0001"),
            (0.00001, "g", "1e-05"),
            (1.0, "#g", "1.00000"),
            (1.0, "", "1.0"),
            (1e16, "", "1e+16"),
            (1e16, ",", "1e+16"),
            (1_234_567.5, ",", "1,234,567.5"),
            (1.0, ".3", "1.0"),
            (123.0, ".3", "1.23e+02"),
            (12.0, ".3", "12.0"),
            (0.0, ".1", "0e+00"),
            (-0.0, "z.1f", "0.0"),
            (-0.04, "z.1f", "0.0"),
            (-1.5, "08.2f", "-0001.50"),
            (1234.5, "012,.1f", "00,001,234.5"),
            (f64::INFINITY, "010", "0000000inf"),
            (f64::NEG_INFINITY, "F", "-INF"),
            (f64::NAN, "+", "+nan"),
            (1.5, "+.1f", "+1.5"),
            (1.5, "10", "       1.5"),
            (5e-324, ".3g", "4.94e-324"),
        ] {
            assert_eq!(formatted(number, spec).as_deref(), Ok(text), "{number} {spec}");
        }
    }

    #[test]
    fn whole_numbers_give_the_digits_that_the_long_way_gives() {
        let mut bits = 0x1234_5678_9abc_def0_u64;
        let mut tried = 0;
        for _ in 0..20_000 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let exponent = 1023 + (bits >> 20) % 120 - 60;
            let number = f64::from_bits(exponent << 52 | bits >> 12);
            let halves = ((bits >> 40) as f64) / 8.0;
            for number in [number, halves, 0.5, 1.5, 0.125, 9.995, 0.05, 99.95] {
                let precision = (bits >> 33) as usize % 22;
                if let Some(text) = short(number, precision) {
                    assert_eq!(text, format!("{number:.precision$}"), "{number:e} .{precision}");
                    tried += 1;
                }
            }
        }
        assert!(tried > 50_000, "{tried}");
    }

    #[test]
    fn what_floats_do_not_have_is_refused() {
        assert_eq!(formatted(1.5, "d").unwrap_err(), "Unknown format code 'd' for object of type 'float'");
        assert_eq!(formatted(1.5, "r").unwrap_err(), "Unknown format code 'r' for object of type 'float'");
        assert_eq!(formatted(1.5, ".99999999999").unwrap_err(), "precision too big");
        assert_eq!(formatted(1.0, ".1200f").unwrap().len(), 1202);
    }
}
