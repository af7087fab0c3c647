//! `threading.Lock` and `threading.RLock`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Access, Native, control, optional, pure, required, rest},
    },
    state::{
        class,
        frame::Then,
        object::{self, Object},
        operation::Operation,
        value::Value,
    },
};
use crate::program::{NameId, well_known};
use crate::sync::{Lock, Primitive, RLock, Request};

/// Methods of `Lock`.
pub const LOCK: &[Native] = &[
    pure("__init__", &[required("self")], |exec, a| exec.make_resource(a[0], Primitive::Lock(Lock::default()))),
    control("acquire", ACQUIRE, acquire),
    control("release", &[required("self")], release),
    control("locked", &[required("self")], locked).with(Access::Inspect),
    control("__enter__", &[required("self")], enter),
    control("__exit__", &[required("self"), rest("exception")], release),
];

/// Methods of `RLock`.
pub const RLOCK: &[Native] = &[
    pure("__init__", &[required("self")], |exec, a| exec.make_resource(a[0], Primitive::RLock(RLock::default()))),
    control("acquire", ACQUIRE, acquire),
    control("release", &[required("self")], release),
    // What `threading.Condition` of CPython asks of a lock; programs that make one of their own ask for it, too.
    control("_is_owned", &[required("self")], is_owned).with(Access::Inspect),
    control("_recursion_count", &[required("self")], |exec, a, then| {
        let me = exec.thread;
        exec.look(a[0], then, |primitive| match primitive {
            Primitive::RLock(lock) if lock.owner() == Some(me) => Value::Int(i64::from(lock.depth())),
            _ => Value::Int(0),
        })
    })
    .with(Access::Inspect),
    control("_release_save", &[required("self")], |exec, a, then| exec.request(a[0], Request::ReleaseAll, None, then)),
    control("_acquire_restore", &[required("self"), required("")], |exec, a, then| {
        let depth = u32::try_from(exec.index_value(a[1])?).unwrap_or(1);
        exec.request(a[0], Request::Restore { depth }, None, then)
    }),
    control("__enter__", &[required("self")], enter),
    control("__exit__", &[required("self"), rest("exception")], release),
];

/// What `acquire` takes.
pub const ACQUIRE: &[crate::machine::run::native::Parameter] =
    &[required("self"), optional("blocking", Value::TRUE), optional("timeout", Value::Int(-1))];

/// `acquire(blocking=True, timeout=-1)`, with the checks of `_threadmodule.c`.
pub fn acquire(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let blocking = exec.flag(arguments[1]);
    let seconds = exec.seconds(arguments[2])?;
    let for_ever = seconds.to_bits() == (-1.0_f64).to_bits();
    if !blocking && !for_ever {
        return Err(exec.value_error("can't specify a timeout for a non-blocking call"));
    }
    if seconds < 0.0 && !for_ever {
        return Err(exec.value_error("timeout value must be a non-negative number"));
    }
    let timeout = (seconds >= 0.0).then(|| crate::machine::native::modules::nanos(seconds));
    // A timeout of nothing is a look.
    let blocking = blocking && timeout != Some(0);
    exec.request(arguments[0], Request::Acquire { blocking }, timeout, then)
}

impl Exec<'_> {
    /// What `with` asks of a lock of the language itself, on which the program has no say: the way to it touches nothing.
    #[inline]
    pub fn asked_of_lock(&self, lock: Value, method: NameId) -> Option<Operation> {
        let Value::Object(id) = lock else { return None };
        let Object::Instance(instance) = self.machine.space.heap.peek(id) else { return None };
        let object::Native::Resource(resource) = instance.native else { return None };
        if !matches!(instance.class, class::LOCK | class::RLOCK) {
            return None;
        }
        let request = match method {
            well_known::ENTER => Request::Acquire { blocking: true },
            well_known::EXIT => Request::Release { permits: 1 },
            _ => return None,
        };
        Some(Operation::Resource { resource, request, timeout: None })
    }
}

fn enter(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    exec.request(arguments[0], Request::Acquire { blocking: true }, None, then)
}

fn release(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    exec.request(arguments[0], Request::Release { permits: 1 }, None, then)
}

fn locked(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    exec.look(arguments[0], then, |primitive| Value::bool(primitive.owner().is_some()))
}

fn is_owned(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let thread = exec.thread;
    exec.look(arguments[0], then, |primitive| Value::bool(primitive.owner() == Some(thread)))
}
