//! `slice` objects, as programs make them and look into them.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, Parameter, pure, required, rest},
    },
    state::{class, object::Object, value::Value},
};

const SELF: &[Parameter] = &[required("self")];

/// `slice(stop)`, `slice(start, stop, step)`.
pub const CONSTRUCTOR: Native = pure("slice", &[rest("")], |exec, a| {
    let parts = match exec.sequence_items(a[0]).unwrap_or_default()[..] {
        [stop] => [Value::None, stop, Value::None],
        [start, stop] => [start, stop, Value::None],
        [start, stop, step] => [start, stop, step],
        [] => return Err(exec.type_error("slice expected at least 1 argument, got 0")),
        ref many => {
            let message = format!("slice expected at most 3 arguments, got {}", many.len());
            return Err(exec.type_error(&message));
        }
    };
    exec.allocate(Object::Slice(Box::new(parts)))
});

/// Methods of `slice`.
pub const METHODS: &[Native] = &[pure("indices", &[required("self"), required("")], |exec, a| {
    let parts = parts_of(exec, a[0], "indices")?;
    let length = exec.integer_value(a[1])?;
    if length.is_negative() {
        return Err(exec.value_error("length should not be negative"));
    }
    let big = parts.iter().any(|&part| matches!(exec.number(part), Some(Number::Big(_))));
    let length = match i64::try_from(&length) {
        Ok(small) if !big && small < i64::MAX / 4 => small as usize,
        _ => return big_indices(exec, parts, &length),
    };
    let range = exec.slice_range(parts, length)?;
    exec.tuple(&[range.start, range.stop, range.step].map(Value::Int))
})];

/// As [`METHODS`]`.indices`, where a number has more than 64 bits.
fn big_indices(exec: &mut Exec<'_>, parts: [Value; 3], length: &BigInt) -> Result<Value> {
    let mut given = Vec::with_capacity(3);
    for part in parts {
        given.push(if part == Value::None { None } else { Some(exec.integer_value(part)?) });
    }
    let step = given[2].clone().unwrap_or_else(|| BigInt::from(1));
    if step.is_zero() {
        return Err(exec.value_error("slice step cannot be zero"));
    }
    let back = step.is_negative();
    let (lowest, highest) = if back { (BigInt::from(-1), length - 1) } else { (BigInt::from(0), length.clone()) };
    let bound = |part: &Option<BigInt>, default: &BigInt| match part {
        None => default.clone(),
        Some(at) if at.is_negative() => (at + length).max(lowest.clone()),
        Some(at) => at.clone().min(highest.clone()),
    };
    let (first, last) = if back { (&highest, &lowest) } else { (&lowest, &highest) };
    let numbers = [bound(&given[0], first), bound(&given[1], last), step];
    let mut values = Vec::with_capacity(3);
    for number in &numbers {
        values.push(exec.big_value(number)?);
    }
    exec.tuple(&values)
}

/// `start`.
pub const START: Native = pure("start", SELF, |exec, a| Ok(parts_of(exec, a[0], "start")?[0]));

/// `stop`.
pub const STOP: Native = pure("stop", SELF, |exec, a| Ok(parts_of(exec, a[0], "stop")?[1]));

/// `step`.
pub const STEP: Native = pure("step", SELF, |exec, a| Ok(parts_of(exec, a[0], "step")?[2]));

fn parts_of(exec: &mut Exec<'_>, value: Value, method: &str) -> Result<[Value; 3]> {
    let id = exec.receiver(value, class::SLICE, method)?;
    match exec.object(id) {
        Object::Slice(parts) => Ok(**parts),
        other => unreachable!("{other:?} is no slice"),
    }
}
