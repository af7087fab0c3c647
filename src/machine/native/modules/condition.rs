//! `threading.Condition`: its lock and its waiting room, put together.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Kind, Native as Row, control, optional, pure, required, rest},
    },
    state::{
        class,
        frame::Then,
        object::{Native, Object},
        operation::Operation,
        value::{ObjectId, Value},
    },
};
use crate::{
    ids::ResourceId,
    program::{NameId, well_known},
    sync::{Condition, Primitive, RLock, Request},
};

/// Methods of `Condition`.
pub const CONDITION: &[Row] = &[
    pure("__init__", &[required("self"), optional("lock", Value::None)], initialize),
    control("acquire", super::lock::ACQUIRE, |exec, a, then| delegate(exec, a[0], well_known::ACQUIRE, &a[1..], then)),
    control("release", &[required("self")], |exec, a, then| delegate(exec, a[0], well_known::RELEASE, &[], then)),
    control("__enter__", &[required("self")], |exec, a, then| delegate(exec, a[0], well_known::ENTER, &[], then)),
    control("__exit__", &[required("self"), rest("exception")], |exec, a, then| {
        delegate(exec, a[0], well_known::RELEASE, &[], then)
    }),
    control("_is_owned", &[required("self")], |exec, a, then| {
        let (_, lock) = parts(exec, a[0])?;
        let me = exec.thread;
        exec.look(Value::Object(lock), then, |primitive| Value::bool(primitive.owner() == Some(me)))
    })
    .with(Access::Inspect),
    // Those of its lock, or what comes to the same.
    control("_release_save", &[required("self")], |exec, a, then| {
        let method = of_lock(exec, a[0], "_release_save")?.unwrap_or(well_known::RELEASE);
        delegate(exec, a[0], method, &[], then)
    }),
    control("_acquire_restore", &[required("self"), required("state")], |exec, a, then| {
        match of_lock(exec, a[0], "_acquire_restore")? {
            Some(method) => delegate(exec, a[0], method, &a[1..], then),
            None => delegate(exec, a[0], well_known::ACQUIRE, &[], then),
        }
    }),
    control("wait", &[required("self"), optional("timeout", Value::None)], wait),
    // Calls the program's predicate: written in Python.
    control("wait_for", &[required("self"), required("predicate"), optional("timeout", Value::None)], |_, _, _| {
        Err(Raise::PYTHON)
    }),
    control("notify", &[required("self"), optional("n", Value::Int(1))], |exec, a, then| {
        let count = exec.index_value(a[1])?;
        notify(exec, a[0], u32::try_from(count).unwrap_or(0), then)
    }),
    control("notify_all", &[required("self")], |exec, a, then| notify(exec, a[0], u32::MAX, then)),
    control("notifyAll", &[required("self")], |exec, a, then| notify(exec, a[0], u32::MAX, then)),
];

fn initialize(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let Value::Object(id) = arguments[0] else { return Ok(Value::None) };
    let lock = match arguments[1] {
        Value::None => exec.new_resource(class::RLOCK, Primitive::RLock(RLock::default()))?,
        Value::Object(lock) if is_lock(exec, lock) => lock,
        other => {
            let message = format!("'{}' object has no attribute 'acquire'", exec.class_name(other));
            return Err(exec.error(class::ATTRIBUTE_ERROR, &message));
        }
    };
    let room = exec.add_resource(Primitive::Condition(Condition::default()));
    exec.machine.set_native(id, Native::Condition { room, lock });
    Ok(Value::None)
}

fn is_lock(exec: &Exec<'_>, id: ObjectId) -> bool {
    match exec.object(id) {
        Object::Instance(instance) => match instance.native {
            Native::Resource(resource) => {
                matches!(exec.machine.resource(resource), Primitive::Lock(_) | Primitive::RLock(_))
            }
            _ => false,
        },
        _ => false,
    }
}

/// The waiting room and the lock of a condition.
fn parts(exec: &mut Exec<'_>, condition: Value) -> Result<(ResourceId, ObjectId)> {
    if let Value::Object(id) = condition
        && let Object::Instance(instance) = exec.object(id)
        && let Native::Condition { room, lock } = instance.native
    {
        return Ok((room, lock));
    }
    let message = format!("{}.__init__() was not called", exec.class_name(condition));
    Err(exec.runtime_error(&message))
}

/// The method of that name, if the lock of the condition has it.
fn of_lock(exec: &mut Exec<'_>, condition: Value, name: &str) -> Result<Option<NameId>> {
    let (_, lock) = parts(exec, condition)?;
    let name = exec.intern(name)?;
    Ok(exec.special(Value::Object(lock), name).map(|_| name))
}

fn delegate(exec: &mut Exec<'_>, condition: Value, method: NameId, arguments: &[Value], then: Then) -> Result<Flow> {
    let (_, lock) = parts(exec, condition)?;
    let lock = Value::Object(lock);
    let Some(Value::Native(id)) = exec.special(lock, method) else { return Err(exec.no_attribute(lock, method)) };
    let mut all = vec![lock];
    all.extend_from_slice(arguments);
    let native = exec.statics.natives[id.index()];
    let all = exec.native_arguments(native, &all, &crate::machine::run::native::Keywords::new())?;
    match native.kind {
        Kind::Control(function) => function(exec, &all, then),
        Kind::Simple(_) => Err(Raise::PYTHON),
    }
}

fn wait(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let (room, lock) = parts(exec, arguments[0])?;
    let lock = exec.resource_of(Value::Object(lock))?;
    let timeout = exec.timeout(arguments[1])?;
    Ok(exec.operate(Operation::ConditionWait { room, lock, timeout }, then))
}

fn notify(exec: &mut Exec<'_>, condition: Value, count: u32, then: Then) -> Result<Flow> {
    let (room, lock) = parts(exec, condition)?;
    let lock = exec.resource_of(Value::Object(lock))?;
    if !exec.owns(lock) {
        return Err(exec.runtime_error("cannot notify on un-acquired lock"));
    }
    let request = Request::Notify { count };
    Ok(exec.operate(Operation::Resource { resource: room, request, timeout: None }, then))
}
