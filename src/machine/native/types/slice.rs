//! `slice` objects, as programs make them and look into them.

use crate::machine::{
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
    let length = exec.index_value(a[1])?;
    let Ok(length) = usize::try_from(length) else { return Err(exec.value_error("length should not be negative")) };
    let range = exec.slice_range(parts, length)?;
    exec.tuple(&[range.start, range.stop, range.step].map(Value::Int))
})];

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
