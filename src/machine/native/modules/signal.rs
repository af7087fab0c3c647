//! `threading.Event`, `threading.Barrier` and what `threading.Timer` waits for.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Access, Native, Parameter, control, optional, pure, required},
    },
    state::{frame::Then, value::Value},
};
use crate::sync::{Barrier, Event, Primitive, Request, Timer};

const SELF: &[Parameter] = &[required("self")];

/// Methods of `Event`.
pub const EVENT: &[Native] = &[
    pure("__init__", SELF, |exec, a| exec.make_resource(a[0], Primitive::Event(Event::default()))),
    control("set", SELF, |exec, a, then| exec.request(a[0], Request::Set, None, then)),
    control("clear", SELF, |exec, a, then| exec.request(a[0], Request::Clear, None, then)),
    control("is_set", SELF, is_set).with(Access::Inspect),
    control("isSet", SELF, is_set).with(Access::Inspect),
    control("wait", &[required("self"), optional("timeout", Value::None)], wait),
];

fn is_set(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    exec.look(arguments[0], then, |primitive| match primitive {
        Primitive::Event(event) => Value::bool(event.is_set()),
        Primitive::Timer(timer) => Value::bool(timer.is_finished()),
        _ => Value::None,
    })
}

fn wait(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let timeout = exec.timeout(arguments[1])?;
    exec.request(arguments[0], Request::Wait, timeout, then)
}

/// Methods of the class under `Barrier`, whose `wait` is written in Python because of the action.
pub const BARRIER: &[Native] = &[
    pure("_begin", &[required("self"), required("parties"), required("has_action")], begin),
    control("_arrive", &[required("self"), optional("timeout", Value::None)], wait),
    control("_open", SELF, |exec, a, then| exec.request(a[0], Request::Open, None, then)),
    control("reset", SELF, |exec, a, then| exec.request(a[0], Request::Reset, None, then)),
    control("abort", SELF, |exec, a, then| exec.request(a[0], Request::Abort, None, then)),
    control("_parties", SELF, |exec, a, then| barrier(exec, a[0], then, |b| Value::Int(i64::from(b.parties()))))
        .with(Access::Inspect),
    control("_inside", SELF, |exec, a, then| barrier(exec, a[0], then, |b| Value::Int(i64::from(b.inside()))))
        .with(Access::Inspect),
    control("_is_broken", SELF, |exec, a, then| barrier(exec, a[0], then, |b| Value::bool(b.is_broken())))
        .with(Access::Inspect),
];

fn begin(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let parties = exec.index_value(arguments[1])?;
    let has_action = exec.flag(arguments[2]);
    match u32::try_from(parties) {
        Ok(parties) if parties > 0 => {
            exec.make_resource(arguments[0], Primitive::Barrier(Barrier::new(parties, has_action)))
        }
        // CPython says so from 3.12 on; before, such a barrier let nobody through.
        _ => Err(exec.value_error("parties must be > 0")),
    }
}

fn barrier(exec: &mut Exec<'_>, instance: Value, then: Then, what: fn(&Barrier) -> Value) -> Result<Flow> {
    exec.look(instance, then, |primitive| match primitive {
        Primitive::Barrier(barrier) => what(barrier),
        _ => Value::None,
    })
}

/// Methods of the event `finished` of a timer.
pub const TIMER: &[Native] = &[
    pure("__init__", &[required("self"), required("timer")], |exec, a| {
        let thread = exec.thread_of(a[1])?;
        exec.make_resource(a[0], Primitive::Timer(Timer::new(thread)))
    }),
    control("wait", &[required("self"), optional("timeout", Value::None)], wait),
    control("set", SELF, |exec, a, then| exec.request(a[0], Request::Set, None, then)),
    control("_cancel", SELF, |exec, a, then| exec.request(a[0], Request::Cancel, None, then)),
    control("is_set", SELF, is_set).with(Access::Inspect),
    control("isSet", SELF, is_set).with(Access::Inspect),
    pure("_finish_unseen", SELF, finish_unseen),
];

fn finish_unseen(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let resource = exec.resource_of(arguments[0])?;
    Ok(match exec.machine.resource_mut(resource) {
        Primitive::Timer(timer) => Value::bool(timer.finish_unseen()),
        _ => Value::None,
    })
}
