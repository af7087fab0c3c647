//! What `dict.keys()`, `values()` and `items()` return. Their operators are in `machine/collection.rs`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, Parameter, control, reads, required},
    },
    state::{
        object::{Object, ViewKind},
        set::Set,
        value::{ObjectId, Value},
    },
};

const WITH_OTHER: &[Parameter] = &[required("self"), required("")];

/// Methods of the views of keys and of items.
pub const METHODS: &[Native] = &[reads("isdisjoint", WITH_OTHER, |exec, a| {
    let Value::Object(id) = a[0] else { return Ok(Value::None) };
    let mine = exec.view_members(id)?;
    let others = exec.collect(a[1])?;
    for other in others {
        let hash = exec.hash(other)?;
        if exec.find_in_set(&mine, hash, other)?.is_some() {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
})];

/// `mapping`: the dict that a view shows.
pub const MAPPING: Native = control("mapping", &[required("self")], |exec, a, then| {
    let dict = match a[0].object().map(|id| exec.object(id)) {
        Some(Object::DictView { dict, .. }) => Value::Object(*dict),
        _ => Value::None,
    };
    // The library looks at the dict itself.
    let hidden = exec.stack.frames.last().is_none_or(|frame| exec.code(frame.code).hidden);
    match exec.extra("types", "MappingProxyType").filter(|_| !hidden) {
        Some(proxy) => exec.call_extra(proxy, &[dict], then),
        None => exec.deliver(then, dict),
    }
});

impl Exec<'_> {
    /// What a view of keys or items shows, as a set.
    ///
    /// # Errors
    /// `TypeError` when a value of an item cannot be hashed; [`crate::machine::run::flow::Raise::PYTHON`] when only the program
    /// can.
    pub fn view_members(&mut self, view: ObjectId) -> Result<Set> {
        if let Object::DictView { dict, kind: ViewKind::Keys } = self.object(view) {
            let mut set = Set::default();
            self.dict_of(*dict).hashed().for_each(|(hash, key, _)| set.insert(hash, key));
            return Ok(set);
        }
        let items = self.collect(Value::Object(view))?;
        self.set_of(&items)
    }
}
