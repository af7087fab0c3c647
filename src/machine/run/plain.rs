//! What operators come to that need no look at the heap: on numbers, and identity. `None` means that the heap has to be
//! asked, or that something is to be raised.

use crate::{
    machine::state::value::Value,
    program::{BinaryOperator, CompareOperator},
};

/// The truth of values that need no look at the heap.
#[inline]
#[must_use]
pub fn plain_truth(value: Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(truth.holds()),
        Value::None => Some(false),
        Value::Int(number) => Some(number != 0),
        Value::Float(real) => Some(real.number() != 0.0),
        _ => None,
    }
}

/// A comparison of two numbers, or of identity.
#[inline]
#[must_use]
pub fn plain_compare(op: CompareOperator, a: Value, b: Value) -> Option<bool> {
    match (a, b) {
        _ if matches!(op, CompareOperator::In | CompareOperator::NotIn) => None,
        (Value::Int(a), Value::Int(b)) => Some(op.holds(a, b)),
        (a, b) if op == CompareOperator::Is => Some(a.is(b)),
        (a, b) if op == CompareOperator::IsNot => Some(!a.is(b)),
        (Value::Float(a), Value::Float(b)) => Some(op.holds(a.number(), b.number())),
        (Value::Float(a), Value::Int(b)) if is_exact(b) => Some(op.holds(a.number(), b as f64)),
        (Value::Int(a), Value::Float(b)) if is_exact(a) => Some(op.holds(a as f64, b.number())),
        _ => None,
    }
}

/// The operators on two small integers, or two floats, that cannot fail.
#[inline]
#[must_use]
pub fn small_binary(op: BinaryOperator, a: Value, b: Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => match op {
            BinaryOperator::Modulo if b > 0 => Some(Value::Int(a.rem_euclid(b))),
            BinaryOperator::FloorDivide if b > 0 => Some(Value::Int(a.div_euclid(b))),
            BinaryOperator::And => Some(Value::Int(a & b)),
            BinaryOperator::Or => Some(Value::Int(a | b)),
            BinaryOperator::Xor => Some(Value::Int(a ^ b)),
            BinaryOperator::ShiftRight if (0..64).contains(&b) => Some(Value::Int(a >> b)),
            BinaryOperator::Multiply => a.checked_mul(b).map(Value::Int),
            BinaryOperator::Divide if b != 0 && is_exact(a) && is_exact(b) => Some(Value::float(a as f64 / b as f64)),
            _ => None,
        },
        (Value::Float(a), Value::Float(b)) => small_float(op, a.number(), b.number()),
        (Value::Float(a), Value::Int(b)) => small_float(op, a.number(), b as f64),
        (Value::Int(a), Value::Float(b)) => small_float(op, a as f64, b.number()),
        _ => None,
    }
}

#[inline]
fn small_float(op: BinaryOperator, a: f64, b: f64) -> Option<Value> {
    match op {
        BinaryOperator::Divide if b != 0.0 => Some(Value::float(a / b)),
        BinaryOperator::Multiply => Some(Value::float(a * b)),
        _ => None,
    }
}

/// Whether a float can be exactly that integer, whatever it is.
#[inline]
const fn is_exact(number: i64) -> bool {
    number.unsigned_abs() <= 1 << f64::MANTISSA_DIGITS
}
