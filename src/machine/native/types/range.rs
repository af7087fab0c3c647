//! `range` and its methods.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Zero};

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, Parameter, pure, required, rest},
    },
    state::{
        class,
        long_range::LongRange,
        object::{Object, Range},
        value::Value,
    },
};

const SELF: &[Parameter] = &[required("self")];
const WITH_ITEM: &[Parameter] = &[required("self"), required("")];

/// `range(stop)`, `range(start, stop, step)`.
pub const CONSTRUCTOR: Native = pure("range", &[rest("")], |exec, a| {
    let arguments = exec.sequence_items(a[0]).unwrap_or_default();
    let mut numbers = Vec::new();
    for &argument in arguments.iter().take(3) {
        numbers.push(match exec.number(argument) {
            Some(Number::Big(big)) => big,
            _ => exec.index_value(argument)?.into(),
        });
    }
    let (start, stop, step) = match numbers.as_slice() {
        _ if arguments.len() > 3 => {
            let message = format!("range expected at most 3 arguments, got {}", arguments.len());
            return Err(exec.type_error(&message));
        }
        [stop] => (BigInt::from(0), stop.clone(), BigInt::from(1)),
        [start, stop] => (start.clone(), stop.clone(), BigInt::from(1)),
        [start, stop, step] => (start.clone(), stop.clone(), step.clone()),
        _ => return Err(exec.type_error("range expected at least 1 argument, got 0")),
    };
    if step.is_zero() {
        return Err(exec.value_error("range() arg 3 must not be zero"));
    }
    exec.allocate(LongRange::new(start, stop, step).object())
});

/// Methods of `range`.
pub const METHODS: &[Native] = &[
    pure("index", WITH_ITEM, |exec, a| match place(exec, a, "index")? {
        Some(at) => Ok(at),
        None if matches!(exec.number(a[1]), Some(Number::Int(_) | Number::Big(_))) => {
            let message = format!("{} is not in range", exec.repr_of(a[1])?);
            Err(exec.value_error(&message))
        }
        None => Err(exec.value_error("sequence.index(x): x not in sequence")),
    }),
    pure("count", WITH_ITEM, |exec, a| Ok(Value::Int(i64::from(place(exec, a, "count")?.is_some())))),
];

/// `start`.
pub const START: Native =
    pure("start", SELF, |exec, a| part(exec, "start", a[0], |range| range.start, |range| &range.start));

/// `stop`.
pub const STOP: Native =
    pure("stop", SELF, |exec, a| part(exec, "stop", a[0], |range| range.stop, |range| &range.stop));

/// `step`.
pub const STEP: Native =
    pure("step", SELF, |exec, a| part(exec, "step", a[0], |range| range.step, |range| &range.step));

fn part(
    exec: &mut Exec<'_>,
    name: &str,
    value: Value,
    short: fn(&Range) -> i64,
    long: fn(&LongRange) -> &BigInt,
) -> Result<Value> {
    let id = exec.receiver(value, class::RANGE, name)?;
    match exec.object(id) {
        Object::Range(range) => Ok(Value::Int(short(range))),
        Object::LongRange(range) => {
            let number = Number::of(long(range).clone());
            exec.number_value(number)
        }
        other => unreachable!("{other:?} is no range"),
    }
}

/// Where in the range `a[0]` the number `a[1]` is.
fn place(exec: &mut Exec<'_>, a: &[Value], method: &str) -> Result<Option<Value>> {
    let id = exec.receiver(a[0], class::RANGE, method)?;
    if exec.machine.is_own(a[1]) {
        // Its class says what it equals.
        return Err(Raise::PYTHON);
    }
    match exec.object(id) {
        Object::Range(range) => Ok(exec.place_in(**range, a[1]).map(Value::Int)),
        Object::LongRange(range) => match exec.place_in_long(range, a[1]) {
            Some(at) => exec.number_value(Number::of(at)).map(Some),
            None => Ok(None),
        },
        other => unreachable!("{other:?} is no range"),
    }
}

impl Exec<'_> {
    /// Where in the range a number is, if it is; a float may be there as the integer that it equals.
    pub fn place_in(&self, range: Range, value: Value) -> Option<i64> {
        let wanted = match self.number(value)? {
            Number::Int(wanted) => wanted,
            Number::Float(float) if float.fract() == 0.0 && float.abs() < 9e18 => float as i64,
            _ => return None,
        };
        let offset = i128::from(wanted) - i128::from(range.start);
        let step = i128::from(range.step);
        let at = offset / step;
        (offset % step == 0 && (0..i128::from(range.len())).contains(&at)).then_some(at as i64)
    }

    /// As [`Self::place_in`], in a range of large numbers.
    pub fn place_in_long(&self, range: &LongRange, value: Value) -> Option<BigInt> {
        range.place(&match self.number(value)? {
            Number::Float(float) if float.fract() == 0.0 => BigInt::from_f64(float)?,
            other => other.big()?,
        })
    }
}
