//! What every object says of what it is made of: `__reduce_ex__`, `__reduce__` and `__getstate__`. The library does it (`copyreg`).
//! Tests: `tests/programs/classes/reduce_by_name.py`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Native, Parameter, control, required},
    },
    state::{frame::Then, value::Value},
};

const SELF: &[Parameter] = &[required("self")];

/// The methods.
pub const METHODS: &[Native] = &[
    control("__reduce_ex__", &[required("self"), required("")], |exec, a, then| {
        exec.index_value(a[1])?;
        by_library(exec, "vm_object_reduce_ex", a, then)
    }),
    control("__reduce__", SELF, |exec, a, then| by_library(exec, "vm_object_reduce", a, then)),
    control("__getstate__", SELF, |exec, a, then| by_library(exec, "vm_object_state", a, then)),
];

fn by_library(exec: &mut Exec<'_>, function: &'static str, arguments: &[Value], then: Then) -> Result<Flow> {
    let Some(extra) = exec.extra("copyreg", function) else {
        let message = "raddle takes objects apart only where the text of the program names __reduce_ex__ or the like";
        return Err(exec.type_error(message));
    };
    exec.call_extra(extra, arguments, then)
}
