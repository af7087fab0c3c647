//! Functions about numbers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

use super::super::{
    class,
    exec::Exec,
    flow::{Raise, Result},
    native::{Native, optional, pure, required},
    number::Number,
    value::Value,
};
use crate::program::BinaryOperator;

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    pure("abs", &[required("")], abs),
    pure("divmod", &[required(""), required("")], divmod),
    pure("pow", &[required("base"), required("exp"), optional("mod", Value::None)], pow),
    pure("round", &[required("number"), optional("ndigits", Value::None)], round),
];

fn abs(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    if exec.has_own_operators(a[0]) {
        return Err(Raise::Python);
    }
    match exec.number(a[0]) {
        Some(number) => magnitude(exec, number),
        None => Err(Raise::Python),
    }
}

/// `abs(number)`.
pub fn magnitude(exec: &mut Exec<'_>, number: Number) -> Result<Value> {
    match number {
        Number::Float(number) => Ok(Value::Float(number.abs())),
        Number::Int(number) if number >= 0 => Ok(Value::Int(number)),
        number => exec.big_value(&number.big().unwrap_or_default().abs()),
    }
}

fn divmod(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let own = exec.has_own_operators(a[0]) || exec.has_own_operators(a[1]);
    if own || exec.number(a[0]).is_none() || exec.number(a[1]).is_none() {
        return Err(Raise::Python);
    }
    quotient_and_remainder(exec, a[0], a[1])
}

/// `divmod` of two numbers.
pub fn quotient_and_remainder(exec: &mut Exec<'_>, a: Value, b: Value) -> Result<Value> {
    let float = |number| matches!(number, Some(Number::Float(_)));
    let floats = float(exec.number(a)) || float(exec.number(b));
    if floats && exec.number(b).is_some_and(|divisor| divisor.is_zero()) {
        return Err(exec.error(class::ZERO_DIVISION_ERROR, "float divmod()"));
    }
    let quotient = exec.builtin_binary(BinaryOperator::FloorDivide, a, b, false)?;
    let remainder = exec.builtin_binary(BinaryOperator::Modulo, a, b, false)?;
    exec.tuple(&[quotient, remainder])
}

fn pow(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    if a[2] == Value::None {
        return exec.binary_value(BinaryOperator::Power, a[0], a[1]);
    }
    let own = a.iter().any(|&value| exec.has_own_operators(value));
    let parts: Vec<_> = a.iter().filter_map(|&value| exec.number(value)).collect();
    let [base, exponent, modulus] = &parts[..] else { return Err(Raise::Python) };
    if own {
        return Err(Raise::Python);
    }
    let (Some(base), Some(exponent), Some(modulus)) = (base.big(), exponent.big(), modulus.big()) else {
        return Err(exec.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    };
    if modulus.is_zero() {
        return Err(exec.value_error("pow() 3rd argument cannot be 0"));
    }
    let result = match exponent.is_negative() {
        false => base.modpow(&exponent, &modulus),
        true => match base.modinv(&modulus) {
            Some(inverse) => inverse.modpow(&-exponent, &modulus),
            None => return Err(exec.value_error("base is not invertible for the given modulus")),
        },
    };
    exec.big_value(&result)
}

fn round(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    match exec.number(a[0]) {
        Some(number) if !exec.has_own_operators(a[0]) => rounded(exec, number, a[1]),
        _ => Err(Raise::Python),
    }
}

/// `round(number, digits)`.
pub fn rounded(exec: &mut Exec<'_>, number: Number, digits: Value) -> Result<Value> {
    if let (Number::Float(number), Value::None) = (&number, digits) {
        return whole(exec, *number);
    }
    let digits = if digits == Value::None { 0 } else { exec.index_value(digits)? };
    match number {
        Number::Float(number) => match rounded_float(number, digits) {
            rounded if rounded.is_infinite() && number.is_finite() => {
                Err(exec.error(class::OVERFLOW_ERROR, "rounded value too large to represent"))
            }
            rounded => Ok(Value::Float(rounded)),
        },
        number if digits >= 0 => exec.number_value(number),
        number => exec.big_value(&rounded_int(&number.big().unwrap_or_default(), digits.unsigned_abs())),
    }
}

/// A float as the nearest integer, the even one of two.
fn whole(exec: &mut Exec<'_>, number: f64) -> Result<Value> {
    if number.is_nan() {
        return Err(exec.value_error("cannot convert float NaN to integer"));
    }
    if number.is_infinite() {
        return Err(exec.error(class::OVERFLOW_ERROR, "cannot convert float infinity to integer"));
    }
    let number = number.round_ties_even();
    match number.to_i64() {
        Some(small) => Ok(Value::Int(small)),
        None => {
            let big = BigInt::from_f64(number).unwrap_or_default();
            exec.big_value(&big)
        }
    }
}

/// Rounded to so many decimals, the exact value that the float is (`double_round` in CPython's `Objects/floatobject.c`).
fn rounded_float(number: f64, digits: i64) -> f64 {
    if !number.is_finite() || digits > 323 {
        return number;
    }
    if digits < -308 {
        return 0f64.copysign(number);
    }
    if digits >= 0 {
        // Formatting rounds the exact value, ties to even.
        return format!("{number:.*}", digits as usize).parse().unwrap_or(number);
    }
    // Twice the number, and one more if there is a fraction: it decides ties.
    let fraction = i32::from(number.fract() != 0.0);
    let twice = BigInt::from_f64(number.abs().trunc()).unwrap_or_default() * 2 + fraction;
    let units = rounded_twice(&twice, digits.unsigned_abs());
    units.to_f64().unwrap_or(f64::INFINITY).copysign(number)
}

/// An integer rounded to a multiple of a power of ten, ties to the even one.
fn rounded_int(number: &BigInt, digits: u64) -> BigInt {
    rounded_twice(&(number * 2), digits)
}

/// Half of an integer, rounded to a multiple of a power of ten, ties to the even one.
fn rounded_twice(twice: &BigInt, digits: u64) -> BigInt {
    // More digits than the number has leave nothing.
    if digits > twice.bits() {
        return BigInt::zero();
    }
    let unit = BigInt::from(10).pow(digits as u32);
    let (floor, rest) = twice.div_mod_floor(&(&unit * 2));
    let up = rest > unit || (rest == unit && floor.bit(0));
    (floor + i32::from(up)) * unit
}

impl Exec<'_> {
    /// An integer of any size as a value.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn big_value(&mut self, number: &BigInt) -> Result<Value> {
        match number.to_i64() {
            Some(small) => Ok(Value::Int(small)),
            None => self.number_value(Number::Big(number.clone())),
        }
    }
}
