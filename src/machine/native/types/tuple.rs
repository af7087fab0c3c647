//! `tuple` and its methods.

use crate::machine::{
    run::{
        exec::Exec,
        flow::Result,
        native::{Access, Native, optional, reads, required},
    },
    state::{class, object::Object, value::Value},
};

/// `tuple(iterable)`.
pub const CONSTRUCTOR: Native = reads("tuple", &[optional("", Value::Unbound)], |exec, a| {
    if let Value::Object(id) = a[0]
        && matches!(exec.object(id), Object::Tuple(_))
    {
        return Ok(a[0]);
    }
    let items = if a[0].is_bound() { exec.collect(a[0])? } else { Vec::new() };
    exec.tuple(&items)
})
.with(Access::Items);

/// Methods of `tuple`.
pub const METHODS: &[Native] = &[
    reads(
        "index",
        &[required("self"), required(""), optional("", Value::Int(0)), optional("", Value::Int(i64::MAX))],
        index,
    ),
    reads("count", &[required("self"), required("")], |exec, a| {
        let id = exec.receiver(a[0], class::TUPLE, "count")?;
        exec.occurrences(exec.items_of(id), a[1])
    }),
];

fn index(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::TUPLE, "index")?;
    let length = exec.items_of(id).len();
    let bounds = (exec.bounded(a[2], length)?, exec.bounded(a[3], length)?);
    match exec.place_of(exec.items_of(id), a[1], bounds)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(exec.value_error("tuple.index(x): x not in tuple")),
    }
}
