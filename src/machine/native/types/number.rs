//! What `abs`, `round`, `divmod` and the operators with one operand are as methods of `int` and `float`.
//!
//! Operators with two operands are in `builtins/protocol.rs`. Tests: `tests/programs/text/int_methods.py` and
//! `float_methods.py`.

use crate::machine::{
    native::builtins::number,
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, Parameter, optional, pure, required},
    },
    state::value::Value,
};
use crate::program::BinaryOperator;

const SELF: &[Parameter] = &[required("self")];
const WITH_OTHER: &[Parameter] = &[required("self"), required("")];

/// Methods of `int` and `float`.
pub const METHODS: &[Native] = &[
    pure("__abs__", SELF, |exec, a| number::abs(exec, &[exec.base_value(a[0])])),
    pure("__neg__", SELF, |exec, a| {
        let number = exec.base_value(a[0]);
        // Not `0 - number`, of which zero has no sign.
        exec.builtin_binary(BinaryOperator::Multiply, Value::Int(-1), number, false)
    }),
    pure("__pos__", SELF, |exec, a| {
        let number = exec.base_value(a[0]);
        exec.builtin_binary(BinaryOperator::Multiply, Value::Int(1), number, false)
    }),
    pure("__bool__", SELF, |exec, a| {
        let truth = exec.machine.truth(exec.base_value(a[0]));
        Ok(Value::bool(truth.unwrap_or_default()))
    }),
    pure("__round__", &[required("self"), optional("", Value::None)], |exec, a| {
        number::round(exec, &[exec.base_value(a[0]), a[1]])
    }),
    pure("__divmod__", WITH_OTHER, |exec, a| divmod(exec, a[0], a[1])),
    pure("__rdivmod__", WITH_OTHER, |exec, a| divmod(exec, a[1], a[0])),
];

/// Methods of `int`.
pub const OF_INT: &[Native] = &[
    pure("__invert__", SELF, |exec, a| {
        let number = exec.base_value(a[0]);
        exec.builtin_binary(BinaryOperator::Subtract, Value::Int(-1), number, false)
    }),
    pure("__pow__", &[required("self"), required(""), optional("", Value::None)], power),
];

/// `int.__pow__`, which has a modulus; it is for integers alone.
fn power(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let operands = [0, 1, 2].map(|at| exec.base_value(a[at]));
    let is_integer = |value| exec.number(value).is_some_and(|number| number.big().is_some());
    match operands {
        [base, exponent, Value::None] if is_integer(exponent) => {
            exec.builtin_binary(BinaryOperator::Power, base, exponent, false)
        }
        _ if operands.into_iter().all(is_integer) => number::power_with_modulus(exec, &operands),
        _ => Ok(Value::NotImplemented),
    }
}

fn divmod(exec: &mut Exec<'_>, a: Value, b: Value) -> Result<Value> {
    let (a, b) = (exec.base_value(a), exec.base_value(b));
    match exec.number(a).is_some() && exec.number(b).is_some() {
        true => number::divmod(exec, &[a, b]),
        false => Ok(Value::NotImplemented),
    }
}
