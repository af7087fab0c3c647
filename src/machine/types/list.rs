//! Methods of `list`.

use super::super::{
    native::{Native, required, writes},
    object::Object,
    value::Value,
};

/// Methods of `list`.
pub const METHODS: &[Native] = &[writes("append", &[required("self"), required("")], |exec, a| {
    exec.machine.heap.charge(size_of::<Value>())?;
    if let Some(id) = exec.held(a[0]) {
        if exec.machine.heap.is_shared(id) {
            exec.machine.heap.publish(a[1]);
        }
        if let Object::List(items) = exec.machine.heap.get_mut(id) {
            items.push(a[1]);
        }
    }
    Ok(Value::None)
})];
