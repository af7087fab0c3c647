//! Functions about numbers.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

use crate::machine::{
    language::number::{Fault, Number, big_to_float},
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, optional, pure, required},
    },
    state::{class, value::Value},
};
use crate::program::BinaryOperator;

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    // Whether a power is a complex number, which the library makes.
    pure("vm_has_complex_power", &[required("a"), required("b")], |exec, a| {
        Ok(Value::bool(exec.has_complex_power(a[0], a[1])))
    }),
    pure("abs", &[required("")], abs),
    pure("divmod", &[required(""), required("")], divmod),
    pure("pow", &[required("base"), required("exp"), optional("mod", Value::None)], pow),
    pure("round", &[required("number"), optional("ndigits", Value::None)], round),
];

/// `abs(number)`; what is none is left to the library.
pub fn abs(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    if exec.has_own_operators(a[0]) {
        return Err(Raise::PYTHON);
    }
    match exec.number(a[0]) {
        Some(Number::Float(number)) => Ok(Value::float(number.abs())),
        Some(Number::Int(number)) if number >= 0 => Ok(Value::Int(number)),
        Some(number) => match number.big() {
            Some(number) => exec.big_value(&number.abs()),
            None => Err(Raise::PYTHON),
        },
        None => Err(Raise::PYTHON),
    }
}

/// `divmod(a, b)`; what is no number is left to the library.
pub fn divmod(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let own = exec.has_own_operators(a[0]) || exec.has_own_operators(a[1]);
    if own || exec.number(a[0]).is_none() || exec.number(a[1]).is_none() {
        return Err(Raise::PYTHON);
    }
    if let (Some(a), Some(b)) = (exec.number(a[0]), exec.number(a[1]))
        && (matches!(a, Number::Float(_)) || matches!(b, Number::Float(_)))
        && matches!(b, Number::Int(0) | Number::Float(0.0))
    {
        return Err(exec.error(class::ZERO_DIVISION_ERROR, "float divmod()"));
    }
    let quotient = exec.builtin_binary(BinaryOperator::FloorDivide, a[0], a[1], false)?;
    let remainder = exec.builtin_binary(BinaryOperator::Modulo, a[0], a[1], false)?;
    exec.tuple(&[quotient, remainder])
}

fn pow(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    if a[2] == Value::None {
        return exec.binary_value(BinaryOperator::Power, a[0], a[1]);
    }
    if a.iter().any(|&value| exec.has_own_operators(value)) {
        return Err(Raise::PYTHON);
    }
    power_with_modulus(exec, a)
}

/// Multiplications of machine words that a power with a modulus may take: some tenths of a second.
const MOST_MODULAR_WORK: u64 = 1 << 28;

fn modular_work(exponent: &BigInt, modulus: &BigInt) -> u64 {
    let words = modulus.bits() / 64 + 1;
    // The inverse that a negative exponent needs takes about as many steps as the modulus has bits.
    let steps = exponent.bits() + if exponent.is_negative() { modulus.bits() } else { 0 };
    steps.saturating_mul(words).saturating_mul(words)
}

/// `pow(base, exponent, modulus)` of numbers; what are none are left to the library.
pub fn power_with_modulus(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let [Some(base), Some(exponent), Some(modulus)] = [0, 1, 2].map(|at| exec.number(a[at])) else {
        return Err(Raise::PYTHON);
    };
    let (Some(base), Some(exponent), Some(modulus)) = (base.big(), exponent.big(), modulus.big()) else {
        return Err(exec.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    };
    if modulus.is_zero() {
        return Err(exec.value_error("pow() 3rd argument cannot be 0"));
    }
    if modular_work(&exponent, &modulus) > MOST_MODULAR_WORK {
        return Err(exec.arithmetic_error(Fault::TooLarge));
    }
    exec.work((modular_work(&exponent, &modulus) / 8) as usize);
    let result = match exponent.is_negative() {
        false => base.modpow(&exponent, &modulus),
        true => match base.modinv(&modulus) {
            Some(inverse) => inverse.modpow(&-exponent, &modulus),
            None => return Err(exec.value_error("base is not invertible for the given modulus")),
        },
    };
    exec.big_value(&result)
}

/// `round(number, digits)`; what is no number is left to the library.
pub fn round(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let Some(number) = exec.number(a[0]).filter(|_| !exec.has_own_operators(a[0])) else { return Err(Raise::PYTHON) };
    let digits = match a[1] {
        Value::None => None,
        // Far beyond all numbers, more digits make no difference.
        given => exec.integer_value(given)?.clamp(i32::MIN.into(), i32::MAX.into()).to_i64(),
    };
    match (number, digits) {
        (Number::Float(number), None) => whole(exec, number),
        (Number::Float(number), Some(digits)) => match rounded(number, digits) {
            rounded if rounded.is_infinite() && number.is_finite() => {
                Err(exec.error(class::OVERFLOW_ERROR, "rounded value too large to represent"))
            }
            rounded => Ok(Value::float(rounded)),
        },
        (number, None | Some(0..)) => exec.number_value(number),
        (number, Some(digits)) => match number.big() {
            Some(number) => exec.big_value(&rounded_int(&number, digits.unsigned_abs())),
            None => Err(Raise::PYTHON),
        },
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

/// Rounded to so many decimals as CPython does it: by way of the shortest decimal text.
fn rounded(number: f64, digits: i64) -> f64 {
    if !number.is_finite() || digits > 323 {
        return number;
    }
    if digits < -308 {
        return 0.0 * number;
    }
    if digits >= 0 {
        // Formatting rounds the exact value, ties to even.
        return format!("{number:.*}", digits as usize).parse().unwrap_or(number);
    }
    // Of a float that large only the whole part counts, except that a fraction tells a tie from what is above it.
    let whole = BigInt::from_f64(number.abs().trunc()).unwrap_or_default();
    let rounded = rounded_to(&whole, digits.unsigned_abs(), number.fract() != 0.0);
    big_to_float(&rounded).unwrap_or(f64::INFINITY).copysign(number)
}

/// An integer rounded to a multiple of a power of ten, ties to the even one.
fn rounded_int(number: &BigInt, digits: u64) -> BigInt {
    rounded_to(number, digits, false)
}

/// As [`rounded_int`], of a number that is perhaps a little more than the integer.
fn rounded_to(number: &BigInt, digits: u64, more: bool) -> BigInt {
    // More digits than the number has leave nothing.
    if digits.saturating_mul(3) > number.bits() + 2 {
        return BigInt::zero();
    }
    let unit = BigInt::from(10).pow(digits as u32);
    let floor = num_integer_floor(number, &unit);
    let rest = number - &floor * &unit;
    let twice: BigInt = rest * 2;
    let up = twice > unit || (twice == unit && (more || floor.bit(0)));
    (floor + i32::from(up)) * unit
}

fn num_integer_floor(number: &BigInt, unit: &BigInt) -> BigInt {
    let quotient = number / unit;
    if number.is_negative() && !(number % unit).is_zero() { quotient - 1 } else { quotient }
}

impl Exec<'_> {
    /// The integer of any size that a value is, or is an index for.
    ///
    /// # Errors
    /// `TypeError` for what is none; [`Raise::PYTHON`] when the program has to be asked.
    pub fn integer_value(&mut self, value: Value) -> Result<BigInt> {
        match self.number(value).and_then(|number| number.big()) {
            Some(number) => Ok(number),
            None => self.index_value(value).map(BigInt::from),
        }
    }

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
