//! Items of lists and tuples by their position, as most programs use them: what `item` would come to. `None` means that it
//! has to be asked.

use crate::machine::{
    language::at_once::Entry,
    run::exec::Exec,
    state::{object::Object, value::Value},
};

impl Exec<'_> {
    /// What a cell holds, if it holds anything.
    #[inline]
    pub fn quick_cell(&self, cell: Value) -> Option<Value> {
        let Value::Object(id) = cell else { return None };
        match self.machine.space.heap.get(id) {
            Object::Cell(value) if value.is_bound() => Some(*value),
            _ => None,
        }
    }

    /// The value that a dict has for a text.
    pub fn quick_entry(&self, dict: Value, key: Value) -> Option<Value> {
        let Value::Object(id) = dict else { return None };
        let Object::Dict(dict) = self.machine.space.heap.get(id) else { return None };
        match self.text_entry(id, key) {
            Entry::At(at) => Some(dict.value(at)),
            Entry::Missing | Entry::Unsure => None,
        }
    }

    /// `object[index]`, for a position from the beginning, or a text.
    #[inline]
    pub fn quick_item(&self, object: Value, index: Value) -> Option<Value> {
        let (Value::Object(id), Value::Int(at)) = (object, index) else { return self.quick_entry(object, index) };
        let at = usize::try_from(at).ok()?;
        match self.machine.space.heap.get(id) {
            Object::List(items) => items.get(at).copied(),
            Object::Tuple(items) => items.get(at).copied(),
            _ => None,
        }
    }
}
