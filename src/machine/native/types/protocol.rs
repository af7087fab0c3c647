//! The language's own methods of containers, `__len__`, `__getitem__` and the like, as programs call them by name: most
//! often in a subclass, by `super()`. They work on the builtin value, whatever the subclass says.

use num_traits::ToPrimitive;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Native, Parameter, control, reads, required, writes},
    },
    state::{frame::Then, object::Object, value::Value},
};

const SELF: &[Parameter] = &[required("self")];
const WITH_ITEM: &[Parameter] = &[required("self"), required("")];

const LEN: Native =
    reads("__len__", SELF, |exec, a| Ok(exec.length(a[0]).unwrap_or(Value::Int(0)))).with(Access::Extent);
const CONTAINS: Native = reads("__contains__", WITH_ITEM, |exec, a| {
    let container = exec.base_value(a[0]);
    exec.contains_value(a[1], container).map(Value::bool)
})
.with(Access::Contains);
/// Of a view: where the program has to compare, the library asks.
const VIEW_CONTAINS: Native =
    control("__contains__", WITH_ITEM, |exec, a, then| match exec.contains_value(a[1], a[0]) {
        Err(Raise::PYTHON) => exec.call_library(exec.statics.library.contains, &[a[1], a[0], Value::FALSE], then),
        found => exec.deliver(then, Value::bool(found?)),
    })
    .with(Access::Contains);
const ITER: Native = control("__iter__", SELF, iter).with(Access::Iterate);
const GETITEM: Native = reads("__getitem__", WITH_ITEM, |exec, a| {
    let container = exec.base_value(a[0]);
    exec.item(container, a[1])
})
.with(Access::Item);
const REVERSED: Native = control("__reversed__", SELF, |exec, a, then| {
    let iterator = exec.reversed_over(exec.base_value(a[0]))?;
    let iterator = exec.allocate(Object::Iterator(iterator))?;
    exec.deliver(then, iterator)
})
.with(Access::Extent);
const SETITEM: Native = writes("__setitem__", &[required("self"), required(""), required("")], |exec, a| {
    let container = exec.base_value(a[0]);
    exec.store_item(container, a[1], a[2]).map(|()| Value::None)
})
.with(Access::SetItem);
const DELITEM: Native = writes("__delitem__", WITH_ITEM, |exec, a| {
    let container = exec.base_value(a[0]);
    exec.remove_item(container, a[1]).map(|()| Value::None)
})
.with(Access::DeleteItem);

/// Of sets and views.
pub const COLLECTION: &[Native] = &[LEN, CONTAINS, ITER];

/// Of views of keys and items.
pub const VIEW: &[Native] = &[LEN, VIEW_CONTAINS, ITER];

/// Of what cannot be changed and has positions.
pub const SEQUENCE: &[Native] = &[LEN, CONTAINS, ITER, GETITEM];

/// Of lists and dicts.
pub const CHANGEABLE: &[Native] = &[LEN, CONTAINS, ITER, GETITEM, REVERSED, SETITEM, DELITEM];

fn iter(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let container = exec.base_value(a[0]);
    exec.iterator_into(container, then)
}

impl Exec<'_> {
    /// `len(value)` of a builtin container; `None` for other values.
    pub fn length(&self, value: Value) -> Option<Value> {
        let length = match self.object(self.base_value(value).object()?) {
            Object::Str(text) => text.len(),
            Object::Bytes(bytes) => bytes.len(),
            Object::ByteArray(bytes) => bytes.len(),
            Object::List(items) => items.len(),
            Object::Tuple(items) => items.len(),
            Object::Dict(dict) => dict.len(),
            Object::Set(set) | Object::FrozenSet(set) => set.len(),
            Object::DictView { dict, .. } => self.dict_of(*dict).len(),
            Object::Range(range) => return Some(Value::Int(range.len())),
            Object::LongRange(range) => return range.length.to_i64().map(Value::Int),
            _ => return None,
        };
        Some(Value::Int(length as i64))
    }
}
