//! `range` and its methods. Numbers are 64 bits wide; CPython's ranges can be longer.

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, Parameter, pure, required, rest},
    },
    state::{
        class,
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
        if matches!(exec.number(argument), Some(Number::Big(_))) {
            return Err(exec.error(class::OVERFLOW_ERROR, "raddle has ranges of numbers of 64 bits only"));
        }
        numbers.push(exec.index_value(argument)?);
    }
    let (start, stop, step) = match numbers[..] {
        _ if arguments.len() > 3 => {
            let message = format!("range expected at most 3 arguments, got {}", arguments.len());
            return Err(exec.type_error(&message));
        }
        [stop] => (0, stop, 1),
        [start, stop] => (start, stop, 1),
        [start, stop, step] => (start, stop, step),
        _ => return Err(exec.type_error("range expected at least 1 argument, got 0")),
    };
    if step == 0 {
        return Err(exec.value_error("range() arg 3 must not be zero"));
    }
    exec.allocate(Object::Range(Box::new(Range { start, stop, step })))
});

/// Methods of `range`.
pub const METHODS: &[Native] = &[
    pure("index", WITH_ITEM, |exec, a| {
        let range = range_of(exec, a[0], "index")?;
        match exec.place_in(range, a[1]) {
            Some(at) => Ok(Value::Int(at)),
            None if matches!(exec.number(a[1]), Some(Number::Int(_) | Number::Big(_))) => {
                let message = format!("{} is not in range", exec.repr_of(a[1])?);
                Err(exec.value_error(&message))
            }
            None => Err(exec.value_error("sequence.index(x): x not in sequence")),
        }
    }),
    pure("count", WITH_ITEM, |exec, a| {
        let range = range_of(exec, a[0], "count")?;
        Ok(Value::Int(i64::from(exec.place_in(range, a[1]).is_some())))
    }),
];

/// `start`.
pub const START: Native = pure("start", SELF, |exec, a| Ok(Value::Int(range_of(exec, a[0], "start")?.start)));

/// `stop`.
pub const STOP: Native = pure("stop", SELF, |exec, a| Ok(Value::Int(range_of(exec, a[0], "stop")?.stop)));

/// `step`.
pub const STEP: Native = pure("step", SELF, |exec, a| Ok(Value::Int(range_of(exec, a[0], "step")?.step)));

fn range_of(exec: &mut Exec<'_>, value: Value, method: &str) -> Result<Range> {
    let id = exec.receiver(value, class::RANGE, method)?;
    match exec.object(id) {
        Object::Range(range) => Ok(**range),
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
}
