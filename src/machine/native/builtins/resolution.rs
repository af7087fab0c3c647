//! What the library needs for classes that say themselves in which order attributes are looked up (`stdlib/_resolution.py`), and
//! for what it shows of a class (`stdlib/_descriptors.py`). Tests: `tests/programs/classes/own_order.py`.

use crate::machine::{
    run::{
        exec::Exec,
        native::{Access, Native, Parameter, pure, required},
    },
    state::{
        class::Layout,
        object::{Object, Super},
        value::{ClassId, Value},
    },
};

const WITH_VALUE: &[Parameter] = &[required("class"), required("value")];

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    pure("vm_set_order", WITH_VALUE, |exec, a| {
        if let Value::Class(class) = a[0] {
            let order = classes(exec, a[1]);
            exec.machine.class_mut(class).order = order;
        }
        Ok(Value::None)
    })
    .with(Access::Classes),
    // `C.__bases__ = …`, as far as the order comes of it; what they were before.
    pure("vm_begin_bases", WITH_VALUE, |exec, a| {
        let Value::Class(class) = a[0] else { return Ok(Value::None) };
        let bases = exec.new_bases(class, a[1])?;
        let old = std::mem::replace(&mut exec.machine.class_mut(class).bases, bases);
        let old: Vec<Value> = old.into_iter().map(Value::Class).collect();
        exec.tuple(&old)
    })
    .with(Access::Classes),
    pure("vm_put_bases", WITH_VALUE, |exec, a| {
        if let Value::Class(class) = a[0] {
            let bases = classes(exec, a[1]);
            exec.machine.class_mut(class).bases = bases;
        }
        Ok(Value::None)
    })
    .with(Access::Classes),
    // Whether attributes of a class can be found by way of another one, whose objects are perhaps something else.
    pure("vm_fits", WITH_VALUE, |exec, a| {
        let (Value::Class(class), Value::Class(base)) = (a[0], a[1]) else { return Ok(Value::FALSE) };
        let (class, base) = (exec.machine.class(class).layout, exec.machine.class(base).layout);
        Ok(Value::bool(base == Layout::Plain || base == class))
    }),
    pure("vm_super_as", &[required("class"), required("object"), required("stated")], |exec, a| {
        let (Value::Class(class), Value::Class(order)) = (a[0], a[2]) else { return Ok(Value::None) };
        exec.allocate(Object::Super(Box::new(Super { class, object: a[1], order })))
    }),
    pure("vm_is_program_class", &[required("class")], |exec, a| {
        Ok(Value::bool(matches!(a[0], Value::Class(class) if exec.machine.class(class).own)))
    }),
    pure("vm_class_attribute", &[required("class"), required("name"), required("default")], |exec, a| {
        let (Value::Class(class), name) = (a[0], exec.name_argument(a[1])?) else { return Ok(a[2]) };
        Ok(exec.machine.class(class).attributes.get(&name).copied().unwrap_or(a[2]))
    }),
];

fn classes(exec: &Exec<'_>, value: Value) -> Vec<ClassId> {
    let values = exec.sequence_items(value).unwrap_or_default();
    values.into_iter().filter_map(|value| if let Value::Class(class) = value { Some(class) } else { None }).collect()
}
