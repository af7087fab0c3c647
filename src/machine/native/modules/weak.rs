//! `weakref` and `gc`: what is native of them. The rest is in `src/stdlib/weakref.py` and `src/stdlib/gc.py`.

use crate::machine::{
    Machine,
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, pure, required},
    },
    state::{
        object::{Instance, Native as Inner, Object},
        value::{ObjectId, Value},
    },
};

/// Functions for the library.
pub const FUNCTIONS: &[Native] = &[
    pure("vm_weak_begin", &[required("reference"), required("object")], begin),
    pure("vm_weak_get", &[required("reference")], |exec, a| {
        Ok(a[0].object().and_then(|id| exec.object(id).referent()).unwrap_or(Value::None))
    }),
    // All of them, be they still there or not: whoever asks finds one again.
    pure("vm_weak_made", &[required("object")], |exec, a| {
        let made = a[0].object().map(|id| exec.references_made(id)).unwrap_or_default();
        exec.list(made)
    }),
    pure("vm_weak_references", &[required("object")], |exec, a| {
        let known = a[0].object().map(|id| exec.references_to(id)).unwrap_or_default();
        exec.list(known)
    }),
    pure("vm_collect", &[], |exec, _| Ok(Value::Int(exec.collect_circles() as i64))),
];

/// Makes an instance be a weak reference to an object.
fn begin(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let (Value::Object(reference), target) = (a[0], a[1]) else { return Ok(Value::None) };
    if !can_be_referred_to(exec, target) {
        let message = format!("cannot create weak reference to '{}' object", exec.class_name(target));
        return Err(exec.type_error(&message));
    }
    exec.machine.set_native(reference, Inner::Weak(target));
    if let Value::Object(object) = target {
        exec.note_mortal(target, false);
        if let Some(mortals) = &mut exec.machine.space.mortals {
            mortals.references.push((reference, object));
        }
        if exec.machine.space.heap.is_shared(reference) {
            exec.machine.space.heap.publish(target);
        }
    }
    Ok(Value::None)
}

/// What CPython has a place for weak references in.
fn can_be_referred_to(exec: &Exec<'_>, target: Value) -> bool {
    let Value::Object(id) = target else {
        return matches!(target, Value::Class(_) | Value::Module(_) | Value::Native(_));
    };
    match exec.machine.space.heap.peek(id) {
        Object::Instance(instance) => has_room(exec, instance),
        Object::Exception(exception) => Machine::is_python(exception.class),
        Object::Function(_) | Object::Method(_) | Object::Generator(_) | Object::Set(_) | Object::FrozenSet(_) => true,
        _ => false,
    }
}

/// `__slots__` have to name the place.
fn has_room(exec: &Exec<'_>, instance: &Instance) -> bool {
    let named = || exec.machine.common.names.get("__weakref__");
    match &exec.machine.class(instance.class).slots {
        Some(slots) if Machine::is_python(instance.class) => named().is_some_and(|name| slots.contains(&name)),
        _ => true,
    }
}

impl Exec<'_> {
    fn references_made(&self, object: ObjectId) -> Vec<Value> {
        let Some(mortals) = &self.machine.space.mortals else { return Vec::new() };
        let to = mortals.references.iter().filter(|&&(_, target)| target == object);
        to.map(|&(reference, _)| Value::Object(reference)).collect()
    }
}
