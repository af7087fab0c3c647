//! Arithmetic on integers of any size, floats and booleans, as Python does it.
//!
//! Pure functions: what goes wrong is told by name, and raised by whoever asked. Tests: at the end of this file.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::program::BinaryOperator;

/// A number of Python.
#[derive(Clone, PartialEq, Debug)]
pub enum Number {
    /// An integer of 64 bits.
    Int(i64),
    /// A larger integer.
    Big(BigInt),
    /// A float.
    Float(f64),
}

/// Why an operation has no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// `ZeroDivisionError`, with the message for the operation.
    ZeroDivision(&'static str),
    /// `OverflowError('int too large to convert to float')`
    TooLargeForFloat,
    /// `OverflowError('integer division result too large for a float')`
    QuotientTooLarge,
    /// `OverflowError(34, 'Numerical result out of range')`
    FloatRange,
    /// `ValueError('negative shift count')`
    NegativeShift,
    /// `TypeError`: the operator is not for these numbers.
    Unsupported,
    /// The result would have more than [`MOST_BITS`].
    TooLarge,
    /// The result is a complex number, which raddle does not have.
    Complex,
}

/// The largest integer that is worked out, in bits: multiplying two of them takes a noticeable time.
pub const MOST_BITS: u64 = 8_000_000;

impl Number {
    /// An integer in its smallest form.
    #[must_use]
    pub fn of(big: BigInt) -> Self {
        big.to_i64().map_or(Self::Big(big), Self::Int)
    }

    /// The integer; `None` for a float.
    #[must_use]
    pub fn big(&self) -> Option<BigInt> {
        match self {
            Self::Int(small) => Some(BigInt::from(*small)),
            Self::Big(big) => Some(big.clone()),
            Self::Float(_) => None,
        }
    }

    fn float(&self) -> Result<f64, Fault> {
        match self {
            Self::Int(small) => Ok(*small as f64),
            Self::Big(big) => big_to_float(big).ok_or(Fault::TooLargeForFloat),
            Self::Float(float) => Ok(*float),
        }
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        match self {
            Self::Int(small) => *small == 0,
            Self::Big(_) => false,
            Self::Float(float) => *float == 0.0,
        }
    }
}

/// The nearest float of a large integer; `None` beyond the range of floats.
#[must_use]
pub fn big_to_float(big: &BigInt) -> Option<f64> {
    big.to_f64().filter(|float| float.is_finite())
}

/// `a op b`.
///
/// # Errors
/// When the operation has no result.
pub fn binary(op: BinaryOperator, a: &Number, b: &Number) -> Result<Number, Fault> {
    if let (Some(x), Some(y)) = (a.big(), b.big())
        && !(op == BinaryOperator::Divide || (op == BinaryOperator::Power && y.is_negative()))
    {
        return integers(op, x, y);
    }
    let negative = |exponent: f64| exponent < 0.0 && exponent.is_finite();
    if a.is_zero() && op == BinaryOperator::Power && b.float().is_ok_and(negative) {
        return Err(Fault::ZeroDivision("0.0 cannot be raised to a negative power"));
    }
    floats(op, a, b)
}

fn integers(op: BinaryOperator, a: BigInt, b: BigInt) -> Result<Number, Fault> {
    let division = |message| if b.is_zero() { Err(Fault::ZeroDivision(message)) } else { Ok(()) };
    Ok(Number::of(match op {
        BinaryOperator::Add => a + b,
        BinaryOperator::Subtract => a - b,
        BinaryOperator::Multiply => {
            limit(a.bits() + b.bits())?;
            a * b
        }
        BinaryOperator::FloorDivide => {
            division("integer division or modulo by zero")?;
            a.div_floor(&b)
        }
        BinaryOperator::Modulo => {
            division("integer modulo by zero")?;
            a.mod_floor(&b)
        }
        BinaryOperator::Power => power(&a, &b)?,
        BinaryOperator::ShiftLeft => {
            let count = shift_count(&b)?;
            limit(a.bits().saturating_add(if a.is_zero() { 0 } else { count }))?;
            if a.is_zero() { a } else { a << count }
        }
        BinaryOperator::ShiftRight => {
            let count = shift_count(&b)?;
            if count > a.bits() { BigInt::from(if a.is_negative() { -1 } else { 0 }) } else { a >> count }
        }
        BinaryOperator::And => a & b,
        BinaryOperator::Or => a | b,
        BinaryOperator::Xor => a ^ b,
        BinaryOperator::Divide | BinaryOperator::MatrixMultiply => return Err(Fault::Unsupported),
    }))
}

fn limit(bits: u64) -> Result<(), Fault> {
    if bits > MOST_BITS { Err(Fault::TooLarge) } else { Ok(()) }
}

fn shift_count(by: &BigInt) -> Result<u64, Fault> {
    if by.is_negative() { Err(Fault::NegativeShift) } else { Ok(by.to_u64().unwrap_or(u64::MAX)) }
}

fn power(base: &BigInt, exponent: &BigInt) -> Result<BigInt, Fault> {
    if base.bits() <= 1 {
        // 0, 1 and -1 stay small, whatever the exponent.
        let odd = exponent.is_odd();
        let one = BigInt::from(1);
        return Ok(if exponent.is_zero() || (base.is_negative() && !odd) { one } else { base.clone() });
    }
    let count = exponent.to_u32().ok_or(Fault::TooLarge)?;
    limit(base.bits().saturating_mul(u64::from(count)))?;
    Ok(base.pow(count))
}

fn floats(op: BinaryOperator, a: &Number, b: &Number) -> Result<Number, Fault> {
    if op == BinaryOperator::Divide
        && let (Some(x), Some(y)) = (a.big(), b.big())
    {
        return divide_integers(&x, &y);
    }
    let (a, b) = (a.float()?, b.float()?);
    let division = |message| if b == 0.0 { Err(Fault::ZeroDivision(message)) } else { Ok(()) };
    Ok(Number::Float(match op {
        BinaryOperator::Add => a + b,
        BinaryOperator::Subtract => a - b,
        BinaryOperator::Multiply => a * b,
        BinaryOperator::Divide => {
            division("float division by zero")?;
            a / b
        }
        BinaryOperator::FloorDivide => {
            division("float floor division by zero")?;
            floor_divide(a, b).0
        }
        BinaryOperator::Modulo => {
            division("float modulo")?;
            floor_divide(a, b).1
        }
        BinaryOperator::Power => {
            if a < 0.0 && a.is_finite() && b.fract() != 0.0 && b.is_finite() {
                return Err(Fault::Complex);
            }
            let result = a.powf(b);
            if result.is_infinite() && a.is_finite() && b.is_finite() {
                return Err(Fault::FloatRange);
            }
            result
        }
        _ => return Err(Fault::Unsupported),
    }))
}

fn divide_integers(a: &BigInt, b: &BigInt) -> Result<Number, Fault> {
    if b.is_zero() {
        return Err(Fault::ZeroDivision("division by zero"));
    }
    if let (Some(x), Some(y)) = (exact_float(a), exact_float(b)) {
        return Ok(Number::Float(x / y));
    }
    match ratio(a, b) {
        float if float.is_finite() => Ok(Number::Float(float)),
        _ => Err(Fault::QuotientTooLarge),
    }
}

/// The lowest exponent of a float whose mantissa has all its 53 bits.
const LOWEST_EXPONENT: i64 = -1021;

/// The float nearest to `a / b`, the even one of two; infinite beyond the range of floats (`long_true_divide` in
/// CPython's `Objects/longobject.c`).
#[must_use]
pub fn ratio(a: &BigInt, b: &BigInt) -> f64 {
    let sign = if a.is_negative() == b.is_negative() { 1.0 } else { -1.0 };
    let (a, b) = (a.magnitude(), b.magnitude());
    let size = a.bits() as i64 - b.bits() as i64;
    if a.is_zero() || size < LOWEST_EXPONENT - 60 {
        return 0f64.copysign(sign);
    }
    if size > 1030 {
        return f64::INFINITY * sign;
    }
    // So many bits of the quotient are worked out that two are left to be rounded away, or more of a small one.
    let shift = size.max(LOWEST_EXPONENT) - 55;
    let (quotient, rest) = match shift {
        0.. => a.div_rem(&(b << shift)),
        _ => (a << -shift).div_rem(b),
    };
    let mut quotient = quotient.to_u64().unwrap_or(u64::MAX);
    let bits = i64::from(64 - quotient.leading_zeros());
    let extra = bits.max(LOWEST_EXPONENT - shift) - 53;
    let half = 1u64 << (extra - 1);
    let inexact = u64::from(!rest.is_zero());
    if quotient & half != 0 && (quotient | inexact) & (3 * half - 1) != 0 {
        quotient += half;
    }
    quotient &= !(2 * half - 1);
    // In two steps, so that neither power is out of range.
    let first = shift / 2;
    sign * (quotient as f64 * 2f64.powi(first as i32)) * 2f64.powi((shift - first) as i32)
}

fn exact_float(number: &BigInt) -> Option<f64> {
    let small = number.to_i64().filter(|small| small.unsigned_abs() <= 1 << 53)?;
    Some(small as f64)
}

/// Quotient and remainder of floats: the remainder has the sign of the divisor (`Objects/floatobject.c`).
#[must_use]
pub fn floor_divide(a: f64, b: f64) -> (f64, f64) {
    let mut remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(a / b), remainder);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, remainder)
}

/// How two numbers compare; `None` when one is not a number.
#[must_use]
pub fn compare(a: &Number, b: &Number) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
        (Number::Float(a), b) => compare_exactly(*a, b),
        (a, Number::Float(b)) => compare_exactly(*b, a).map(Ordering::reverse),
        (a, b) => Some(a.big()?.cmp(&b.big()?)),
    }
}

/// A float against an integer, without rounding the integer.
fn compare_exactly(float: f64, integer: &Number) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    let integer = integer.big()?;
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    let floor = <BigInt as num_traits::FromPrimitive>::from_f64(float.floor())?;
    Some(floor.cmp(&integer).then(if float.fract() == 0.0 { Ordering::Equal } else { Ordering::Greater }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use BinaryOperator::{Divide, FloorDivide, Modulo, Multiply, Power, ShiftLeft};

    #[test]
    fn integers_divide_towards_minus_infinity() {
        for (a, b, quotient, remainder) in [(7, 2, 3, 1), (-7, 2, -4, 1), (7, -2, -4, -1), (-7, -2, 3, -1)] {
            let (a, b) = (Number::Int(a), Number::Int(b));
            assert_eq!(binary(FloorDivide, &a, &b), Ok(Number::Int(quotient)));
            assert_eq!(binary(Modulo, &a, &b), Ok(Number::Int(remainder)));
        }
    }

    #[test]
    fn integers_grow_and_shrink_again() {
        let big = binary(Multiply, &Number::Int(i64::MAX), &Number::Int(10)).unwrap();
        assert!(matches!(big, Number::Big(_)));
        assert_eq!(binary(FloorDivide, &big, &Number::Int(10)), Ok(Number::Int(i64::MAX)));
        assert_eq!(binary(Power, &Number::Int(-1), &Number::Int(i64::MAX)), Ok(Number::Int(-1)));
        assert_eq!(binary(ShiftLeft, &Number::Int(1), &Number::Int(i64::MAX)), Err(Fault::TooLarge));
    }

    #[test]
    fn floats_follow_python() {
        let float = |op, a, b| binary(op, &Number::Float(a), &Number::Float(b)).unwrap();
        assert_eq!(float(Modulo, -7.5, 2.0), Number::Float(0.5));
        assert_eq!(float(FloorDivide, -7.5, 2.0), Number::Float(-4.0));
        assert_eq!(binary(Divide, &Number::Int(1), &Number::Int(3)), Ok(Number::Float(1.0 / 3.0)));
        assert_eq!(binary(Power, &Number::Float(-8.0), &Number::Float(0.5)), Err(Fault::Complex));
    }

    #[test]
    fn quotients_of_integers_are_rounded_once() {
        let two = |exponent: u32| BigInt::from(2).pow(exponent);
        for (a, b, quotient) in [
            (two(53) + 1, BigInt::from(1), 9_007_199_254_740_992.0),
            (two(54) + 3, BigInt::from(4), 4_503_599_627_370_497.0),
            (BigInt::from(1), two(1074), 5e-324),
            (BigInt::from(3), two(1075), 1e-323),
            (BigInt::from(1), two(1075), 0.0),
            (two(1074) + 1, two(1075), 0.5),
            (-BigInt::from(7), BigInt::from(2), -3.5),
            (two(1024), BigInt::from(1), f64::INFINITY),
            (two(2000), two(1990), 1024.0),
        ] {
            assert_eq!(ratio(&a, &b).to_bits(), quotient.to_bits(), "{a} / {b}");
        }
    }

    #[test]
    fn an_integer_is_compared_with_a_float_exactly() {
        let near = Number::Int((1 << 53) + 1);
        assert_eq!(compare(&near, &Number::Float(9_007_199_254_740_992.0)), Some(Ordering::Greater));
        assert_eq!(compare(&Number::Float(2.5), &Number::Int(2)), Some(Ordering::Greater));
        assert_eq!(compare(&Number::Float(f64::NAN), &Number::Int(2)), None);
    }
}
