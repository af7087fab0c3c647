//! `threading.Semaphore` and `threading.BoundedSemaphore`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Access, Native, Parameter, control, optional, pure, required, rest},
    },
    state::{frame::Then, value::Value},
};
use crate::sync::{Primitive, Request, Semaphore};

/// Methods of `Semaphore`.
pub const SEMAPHORE: &[Native] = &[
    pure("__init__", INIT, |exec, a| initialize(exec, a, false)),
    control("acquire", ACQUIRE, acquire),
    control("release", &[required("self"), optional("n", Value::Int(1))], release),
    control("__enter__", &[required("self")], enter),
    control("__exit__", &[required("self"), rest("exception")], exit),
];

/// Methods of `BoundedSemaphore` that are its own.
pub const BOUNDED: &[Native] = &[pure("__init__", INIT, |exec, a| initialize(exec, a, true))];

/// `_value`: the permits that are left. It is no part of CPython's documentation, but of many a lesson.
pub const VALUE: Native = control("_value", &[required("self")], |exec, a, then| {
    exec.look(a[0], then, |primitive| match primitive {
        Primitive::Semaphore(semaphore) => Value::Int(i64::from(semaphore.permits())),
        _ => Value::None,
    })
})
.with(Access::Inspect);

const INIT: &[Parameter] = &[required("self"), optional("value", Value::Int(1))];
const ACQUIRE: &[Parameter] = &[required("self"), optional("blocking", Value::TRUE), optional("timeout", Value::None)];

fn initialize(exec: &mut Exec<'_>, arguments: &[Value], bounded: bool) -> Result<Value> {
    let value = exec.index_value(arguments[1])?;
    let Ok(permits) = u32::try_from(value) else {
        return Err(exec.value_error("semaphore initial value must be >= 0"));
    };
    exec.make_resource(arguments[0], Primitive::Semaphore(Semaphore::new(permits, bounded)))
}

fn acquire(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let blocking = exec.flag(arguments[1]);
    let timeout = exec.timeout(arguments[2])?;
    if !blocking && timeout.is_some() {
        return Err(exec.value_error("can't specify timeout for non-blocking acquire"));
    }
    let blocking = blocking && timeout != Some(0);
    exec.request(arguments[0], Request::Acquire { blocking }, timeout, then)
}

fn enter(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    exec.request(arguments[0], Request::Acquire { blocking: true }, None, then)
}

fn release(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let count = exec.index_value(arguments[1])?;
    match u32::try_from(count) {
        Ok(permits) if permits > 0 => exec.request(arguments[0], Request::Release { permits }, None, then),
        _ => Err(exec.value_error("n must be one or more")),
    }
}

fn exit(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    exec.request(arguments[0], Request::Release { permits: 1 }, None, then)
}
