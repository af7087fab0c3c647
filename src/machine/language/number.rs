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
    TooLargeForDivision,
    /// `OverflowError(34, 'Numerical result out of range')`
    FloatRange,
    /// `ValueError('negative shift count')`
    NegativeShift,
    /// `TypeError`: the operator is not for these numbers.
    Unsupported,
    /// `OverflowError('too many digits in integer')`: a shift by more than any memory could hold.
    ShiftTooLarge,
    /// `MemoryError('integer too large for raddle')`: the result would have more than [`MOST_BITS`], or take too long.
    TooLarge,
    /// The result is a complex number, which raddle does not have.
    Complex,
}

/// The largest integer that is worked out, in bits: multiplying two of half its length takes some hundredths of a second.
pub const MOST_BITS: u64 = 4_000_000;

impl Number {
    /// An integer in its smallest form.
    #[must_use]
    pub fn of(big: BigInt) -> Self {
        big.to_i64().map_or(Self::Big(big), Self::Int)
    }

    /// As an integer of any size; `None` for a float.
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

    fn is_zero(&self) -> bool {
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
    if a.is_zero()
        && op == BinaryOperator::Power
        && matches!(b.float(), Ok(exponent) if exponent < 0.0 && exponent.is_finite())
    {
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
            limit_division(&a, &b)?;
            a.div_floor(&b)
        }
        BinaryOperator::Modulo => {
            division("integer modulo by zero")?;
            limit_division(&a, &b)?;
            a.mod_floor(&b)
        }
        BinaryOperator::Power => power(&a, &b)?,
        BinaryOperator::ShiftLeft => {
            let count = shift_count(&b)?;
            if a.is_zero() {
                return Ok(Number::Int(0));
            }
            if count == u64::MAX {
                return Err(Fault::ShiftTooLarge);
            }
            limit(a.bits().saturating_add(count))?;
            a << count
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

/// How long an operation takes, in instructions: multiplying and dividing take more than looking at all digits.
#[must_use]
pub fn work(op: BinaryOperator, a: &Number, b: &Number) -> usize {
    let words = |number: &Number| match number {
        Number::Big(big) => big.bits() / 64 + 1,
        _ => 1,
    };
    let (x, y) = (words(a), words(b));
    // Word by word, or for long ones by the methods of Karatsuba and Toom and Cook.
    let product = |x: u64, y: u64| if x.min(y) < 64 { x * y } else { x.max(y) * (x.min(y) as f64).sqrt() as u64 * 4 };
    let steps = match op {
        BinaryOperator::Multiply => product(x, y),
        BinaryOperator::FloorDivide | BinaryOperator::Modulo | BinaryOperator::Divide => quotient_work(x, y),
        BinaryOperator::Power => {
            let result = x.saturating_mul(if let Number::Int(count) = b { count.unsigned_abs() } else { 1 });
            let result = result.min(MOST_BITS / 64);
            product(result, result)
        }
        _ => x + y,
    };
    (steps / 8) as usize
}

/// Steps of a division by hand.
fn quotient_work(words: u64, divisor: u64) -> u64 {
    words.saturating_sub(divisor).saturating_add(1).saturating_mul(divisor)
}

/// Steps that a division may take: some hundredths of a second.
const MOST_QUOTIENT_WORK: u64 = 1 << 26;

fn limit_division(a: &BigInt, b: &BigInt) -> Result<(), Fault> {
    let steps = quotient_work(a.bits() / 64 + 1, b.bits() / 64 + 1);
    if steps > MOST_QUOTIENT_WORK { Err(Fault::TooLarge) } else { Ok(()) }
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

/// Whether floats have no such operator.
const fn is_for_integers(op: BinaryOperator) -> bool {
    use BinaryOperator::{And, MatrixMultiply, Or, ShiftLeft, ShiftRight, Xor};
    matches!(op, And | Or | Xor | ShiftLeft | ShiftRight | MatrixMultiply)
}

fn floats(op: BinaryOperator, a: &Number, b: &Number) -> Result<Number, Fault> {
    if op == BinaryOperator::Divide
        && let (Some(x), Some(y)) = (a.big(), b.big())
    {
        return divide_integers(&x, &y);
    }
    if is_for_integers(op) {
        return Err(Fault::Unsupported);
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
    limit_division(a, b)?;
    ratio(a, b).map(Number::Float).ok_or(Fault::TooLargeForDivision)
}

/// The float nearest to a quotient, the even one of two; `None` beyond the range of floats. The divisor is not zero.
#[must_use]
pub fn ratio(a: &BigInt, b: &BigInt) -> Option<f64> {
    const LOWEST: i64 = -1074;
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.abs(), b.abs());
    let exponent = a.bits() as i64 - b.bits() as i64;
    if a.is_zero() || exponent < LOWEST - 2 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    // The quotient in units so small that at least two bits of it are rounded away.
    let unit = (exponent - 56).max(LOWEST - 2);
    let (numerator, denominator) = if unit < 0 { (a << -unit, b) } else { (a, b << unit) };
    let (quotient, rest) = numerator.div_rem(&denominator);
    let exact = quotient.to_u64()?;
    let bits = i64::from(u64::BITS - exact.leading_zeros());
    let dropped = (bits - 53).max(LOWEST - unit).max(0);
    let rounded = round_to_even(exact, dropped as u32, !rest.is_zero());
    let float = scale(rounded as f64, unit + dropped);
    float.is_finite().then_some(if negative { -float } else { float })
}

/// The number without its last bits, the even one of two that are as near.
fn round_to_even(number: u64, dropped: u32, more: bool) -> u64 {
    let (kept, rest) = (number >> dropped, number & ((1 << dropped) - 1));
    let half = if dropped == 0 { return number } else { 1_u64 << (dropped - 1) };
    let up = rest > half || (rest == half && (more || kept & 1 == 1));
    kept + u64::from(up)
}

/// `float * 2**exponent`, when that is a float.
fn scale(float: f64, exponent: i64) -> f64 {
    let power = |exponent: i64| f64::from_bits(((exponent + 1023) as u64) << 52);
    let first = exponent.clamp(-1000, 1000);
    let second = (exponent - first).clamp(-1000, 1000);
    float * power(first) * power(second)
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
        assert_eq!(binary(Power, &Number::Int(2), &Number::Int(1_000_000_000)), Err(Fault::TooLarge));
        assert_eq!(binary(ShiftLeft, &Number::Int(1), &Number::Int(i64::MAX)), Err(Fault::TooLarge));
        assert_eq!(binary(ShiftLeft, &Number::Int(1), &big), Err(Fault::ShiftTooLarge));
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
    fn an_integer_is_compared_with_a_float_exactly() {
        let near = Number::Int((1 << 53) + 1);
        assert_eq!(compare(&near, &Number::Float(9_007_199_254_740_992.0)), Some(Ordering::Greater));
        assert_eq!(compare(&Number::Float(2.5), &Number::Int(2)), Some(Ordering::Greater));
        assert_eq!(compare(&Number::Float(f64::NAN), &Number::Int(2)), None);
    }
}
