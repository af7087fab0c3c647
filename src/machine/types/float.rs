//! Methods and attributes of `float`.
//!
//! What operators do is in `machine/number.rs`, what `int` has too in `int`, how floats are written in
//! `machine/format/float.rs`. Tests: `tests/programs/text/float_*.py`.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Num};

use super::super::{
    class,
    exec::Exec,
    flow::{Raise, Result},
    format::float::not_finite,
    native::{Native, Parameter, pure, required},
    number::{Number, ratio},
    value::Value,
};

const SELF: &[Parameter] = &[required("self")];

/// A method that returns the plain float.
macro_rules! itself {
    ($name:literal) => {
        pure($name, SELF, |exec, a| exec.float(a[0], $name).map(Value::Float))
    };
}

/// A method that returns the float without its fraction, made whole by a function.
macro_rules! whole {
    ($name:literal, $function:expr) => {
        pure($name, SELF, |exec, a| {
            let number = exec.float(a[0], $name)?;
            exec.truncated($function(number))
        })
    };
}

/// Methods of `float`.
pub const METHODS: &[Native] = &[
    pure("is_integer", SELF, |exec, a| {
        let number = exec.float(a[0], "is_integer")?;
        Ok(Value::Bool(number.is_finite() && number.fract() == 0.0))
    }),
    pure("as_integer_ratio", SELF, as_integer_ratio),
    pure("hex", SELF, |exec, a| {
        let number = exec.float(a[0], "hex")?;
        exec.string(&hexadecimal(number))
    }),
    itself!("conjugate"),
    itself!("__float__"),
    itself!("__pos__"),
    whole!("__int__", f64::trunc),
    whole!("__trunc__", f64::trunc),
    whole!("__floor__", f64::floor),
    whole!("__ceil__", f64::ceil),
];

/// `real`
pub const REAL: Native = itself!("real");

/// `imag`
pub const IMAG: Native = pure("imag", SELF, |_, _| Ok(Value::Float(0.0)));

/// `float.fromhex(text)`; subclasses are left to the library.
pub const FROM_HEX: Native = pure("fromhex", &[required("cls"), required("")], |exec, a| {
    if a[0] != Value::Class(class::FLOAT) {
        return Err(Raise::Python);
    }
    let Some(text) = exec.text_of(a[1]).map(str::to_owned) else {
        return Err(exec.type_error("bad argument type for built-in operation"));
    };
    match from_hexadecimal(&text) {
        Some(number) if number.is_infinite() && !text.to_ascii_lowercase().contains("inf") => {
            Err(exec.error(class::OVERFLOW_ERROR, "hexadecimal value too large to represent as a float"))
        }
        Some(number) => Ok(Value::Float(number)),
        None => Err(exec.value_error("invalid hexadecimal floating-point string")),
    }
});

fn as_integer_ratio(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let number = exec.float(a[0], "as_integer_ratio")?;
    if number.is_nan() {
        return Err(exec.value_error("cannot convert NaN to integer ratio"));
    }
    if number.is_infinite() {
        return Err(exec.error(class::OVERFLOW_ERROR, "cannot convert Infinity to integer ratio"));
    }
    let (mut whole, mut power) = (number, 0u32);
    // Every finite float is an integer over a power of two, at most the 1074th.
    while whole.fract() != 0.0 {
        whole *= 2.0;
        power += 1;
    }
    let numerator = exec.big_value(&BigInt::from_f64(whole).unwrap_or_default())?;
    let denominator = exec.big_value(&BigInt::from(2).pow(power))?;
    exec.tuple(&[numerator, denominator])
}

/// `0x1.8000000000000p+1`: 13 hexadecimal digits behind the point, which is exact.
fn hexadecimal(number: f64) -> String {
    if !number.is_finite() {
        return not_finite(number).to_owned();
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if number == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = number.to_bits();
    let (biased, mantissa) = ((bits >> 52 & 0x7ff) as i32, bits & ((1 << 52) - 1));
    let (first, exponent) = if biased == 0 { (0, -1022) } else { (1, biased - 1023) };
    format!("{sign}0x{first}.{mantissa:013x}p{exponent:+}")
}

/// What [`hexadecimal`] writes, and less strict forms of it; infinite when it is too large.
fn from_hexadecimal(text: &str) -> Option<f64> {
    let text = text.trim_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']).to_ascii_lowercase();
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(&text)),
    };
    match unsigned {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN.copysign(sign)),
        _ => {}
    }
    let digits = unsigned.strip_prefix("0x").unwrap_or(unsigned);
    let (mantissa, exponent) = match digits.split_once('p') {
        Some((mantissa, exponent)) => (mantissa, power_of_two(exponent)?),
        None => (digits, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = [whole, fraction].concat();
    if all.is_empty() || !all.chars().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let number = BigInt::from_str_radix(&all, 16).ok()?;
    let exponent = exponent - 4 * fraction.len() as i64;
    Some(sign * scaled(&number, exponent))
}

/// An exponent with its sign; far beyond the range of floats, they are all alike.
fn power_of_two(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let size: i64 = digits.parse().unwrap_or(i64::MAX).min(1 << 40);
    Some(if text.starts_with('-') { -size } else { size })
}

/// The float nearest to the number times a power of two.
fn scaled(number: &BigInt, exponent: i64) -> f64 {
    let size = number.bits() as i64 + exponent;
    match exponent {
        _ if number.bits() == 0 || size < -1100 => 0.0,
        _ if size > 1100 => f64::INFINITY,
        0.. => ratio(&(number << exponent), &BigInt::from(1)),
        _ => ratio(number, &(BigInt::from(1) << -exponent)),
    }
}

impl Exec<'_> {
    /// The float that a method of `float` is called on.
    ///
    /// # Errors
    /// `TypeError` when it is none.
    fn float(&mut self, value: Value, method: &str) -> Result<f64> {
        match self.number(value) {
            Some(Number::Float(number)) => Ok(number),
            _ => Err(self.wrong_receiver(value, class::FLOAT, method)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_and_read_in_base_sixteen() {
        for (number, text) in [
            (1.0, "0x1.0000000000000p+0"),
            (-0.1, "-0x1.999999999999ap-4"),
            (0.0, "0x0.0p+0"),
            (5e-324, "0x0.0000000000001p-1022"),
            (f64::MAX, "0x1.fffffffffffffp+1023"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(hexadecimal(number), text);
            assert_eq!(from_hexadecimal(text), Some(number));
        }
        for (text, number) in [
            ("1.8p1", Some(3.0)),
            (" 0X.8 ", Some(0.5)),
            ("0x1p-1075", Some(0.0)),
            ("0x1.8p-1075", Some(5e-324)),
            ("0x1.fffffffffffff8p0", Some(2.0)),
            ("0x1p99999999999999999999", Some(f64::INFINITY)),
            ("0x0p99999999999999999999", Some(0.0)),
            ("0x", None),
            ("0x1p", None),
            ("0x1 2", None),
        ] {
            assert_eq!(from_hexadecimal(text), number, "{text}");
        }
    }
}
