//! Methods of `float`, besides its operators.
//!
//! Tests: `tests/programs/text/floats.py`; reading hexadecimal texts at the end of this file.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, One, Zero};

use crate::machine::{
    language::number::{Number, ratio},
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, Parameter, pure, required},
    },
    state::{class, value::Value},
};
use crate::text::float::hex;

const SELF: &[Parameter] = &[required("self")];

/// Methods of `float`.
pub const METHODS: &[Native] = &[
    pure("is_integer", SELF, |exec, a| {
        let number = float(exec, a[0], "is_integer")?;
        Ok(Value::bool(number.is_finite() && number.fract() == 0.0))
    }),
    pure("hex", SELF, |exec, a| {
        let number = float(exec, a[0], "hex")?;
        exec.string(&hex(number))
    }),
    pure("conjugate", SELF, |exec, a| Ok(Value::float(float(exec, a[0], "conjugate")?))),
    pure("as_integer_ratio", SELF, as_integer_ratio),
    pure("__int__", SELF, |exec, a| {
        let number = float(exec, a[0], "__int__")?;
        exec.truncated(number)
    }),
    pure("__trunc__", SELF, |exec, a| {
        let number = float(exec, a[0], "__trunc__")?;
        exec.truncated(number)
    }),
    pure("__floor__", SELF, |exec, a| {
        let number = float(exec, a[0], "__floor__")?;
        exec.truncated(number.floor())
    }),
    pure("__ceil__", SELF, |exec, a| {
        let number = float(exec, a[0], "__ceil__")?;
        exec.truncated(number.ceil())
    }),
    pure("__float__", SELF, |exec, a| Ok(Value::float(float(exec, a[0], "__float__")?))),
];

/// `real`
pub const REAL: Native = pure("real", SELF, |exec, a| Ok(Value::float(float(exec, a[0], "real")?)));

/// `imag`
pub const IMAG: Native = pure("imag", SELF, |_, _| Ok(Value::float(0.0)));

fn float(exec: &mut Exec<'_>, value: Value, method: &str) -> Result<f64> {
    match exec.number(value) {
        Some(Number::Float(number)) => Ok(number),
        _ => {
            let class = exec.class_name(value);
            let message = format!("descriptor '{method}' for 'float' objects doesn't apply to a '{class}' object");
            Err(exec.type_error(&message))
        }
    }
}

fn as_integer_ratio(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let number = float(exec, a[0], "as_integer_ratio")?;
    if number.is_nan() {
        return Err(exec.value_error("cannot convert NaN to integer ratio"));
    }
    if number.is_infinite() {
        return Err(exec.error(class::OVERFLOW_ERROR, "cannot convert Infinity to integer ratio"));
    }
    // A float is an integer after so many doublings that change nothing else.
    let (mut numerator, mut doublings) = (number, 0_u32);
    while numerator.fract() != 0.0 {
        numerator *= 2.0;
        doublings += 1;
    }
    let numerator = exec.big_value(&BigInt::from_f64(numerator).unwrap_or_default())?;
    let denominator = exec.big_value(&(BigInt::one() << doublings))?;
    exec.tuple(&[numerator, denominator])
}

/// `float.__getformat__(kind)`: how a number lies in memory.
pub const GET_FORMAT: Native = pure("__getformat__", &[required("cls"), required("")], |exec, a| {
    let Some(kind) = exec.text_of(a[1]).map(str::to_owned) else {
        let message = format!("__getformat__() argument must be str, not {}", exec.class_name(a[1]));
        return Err(exec.type_error(&message));
    };
    match kind.as_str() {
        "double" | "float" => exec.string("IEEE, little-endian"),
        _ => Err(exec.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
});

/// `float.fromhex(text)`
pub const FROM_HEX: Native = pure("fromhex", &[required("cls"), required("")], |exec, a| {
    let Some(text) = exec.text_of(a[1]).map(str::to_owned) else {
        return Err(exec.type_error("bad argument type for built-in operation"));
    };
    match from_hex(&text) {
        Some(Ok(number)) if a[0] == Value::Class(class::FLOAT) => Ok(Value::float(number)),
        Some(Ok(_)) => Err(Raise::PYTHON),
        Some(Err(TooLarge)) => {
            Err(exec.error(class::OVERFLOW_ERROR, "hexadecimal value too large to represent as a float"))
        }
        None => Err(exec.value_error("invalid hexadecimal floating-point string")),
    }
});

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct TooLarge;

/// A float in base sixteen: `-0x1.8p+3`, with or without its prefix, point and exponent; or `inf` or `nan`.
fn from_hex(text: &str) -> Option<std::result::Result<f64, TooLarge>> {
    let text = text.trim().to_ascii_lowercase();
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let signed = |number: f64| if negative { -number } else { number };
    match text {
        "inf" | "infinity" => return Some(Ok(signed(f64::INFINITY))),
        "nan" => return Some(Ok(signed(f64::NAN))),
        _ => {}
    }
    let text = text.strip_prefix("0x").unwrap_or(text);
    let (mantissa, exponent) = match text.split_once('p') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mantissa = BigInt::parse_bytes(digits.as_bytes(), 16)?;
    let exponent = exponent.saturating_sub(4 * fraction.len() as i64);
    Some(scaled(mantissa, exponent).map(signed))
}

/// `mantissa * 2**exponent`, rounded once.
fn scaled(mantissa: BigInt, exponent: i64) -> std::result::Result<f64, TooLarge> {
    let highest = exponent.saturating_add(mantissa.bits() as i64);
    if mantissa.is_zero() || highest < -1100 {
        return Ok(0.0);
    }
    if highest > 1100 {
        return Err(TooLarge);
    }
    let shift = exponent.unsigned_abs();
    let number = if exponent >= 0 {
        ratio(&(mantissa << shift), &BigInt::one())
    } else {
        ratio(&mantissa, &(BigInt::one() << shift))
    };
    number.ok_or(TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_texts_are_read() {
        for (text, number) in [
            ("0x1p0", 1.0),
            (" -0x1.8p+3 ", -12.0),
            ("ff.8", 255.5),
            ("0x.8p0", 0.5),
            ("0x0.0000000000001p-1022", 5e-324),
            ("0x1p-1075", 0.0),
            ("0x1.8p-1075", 5e-324),
            ("0x1.fffffffffffff8p0", 2.0),
        ] {
            assert_eq!(from_hex(text), Some(Ok(number)), "{text}");
        }
        assert_eq!(from_hex("0x1p1024"), Some(Err(TooLarge)));
        for text in ["", "0x", "1.2.3", "0xg", "1p", "1pz"] {
            assert_eq!(from_hex(text), None, "{text}");
        }
    }
}
