//! Items of lists and tuples by their position, as most programs use them: what `item` would come to. `None` means that it
//! has to be asked.

use crate::machine::{
    language::hash::text_hash,
    run::exec::Exec,
    state::{object::Object, value::Value},
};

/// What looking at longer texts takes is counted where they are looked at the long way.
const SHORT: usize = 256;

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
        let (Value::Object(id), Value::Object(key_id)) = (dict, key) else { return None };
        let heap = &self.machine.space.heap;
        let Object::Dict(dict) = heap.get(id) else { return None };
        let Object::Str(text) = heap.get(key_id) else { return None };
        if text.as_str().len() > SHORT {
            return None;
        }
        let same = |known: Value| match known {
            Value::Object(known) if known == key_id => true,
            Value::Object(known) => {
                matches!(heap.get(known), Object::Str(known) if known.as_str() == text.as_str())
            }
            _ => false,
        };
        // Where a class of the program may have a say, the long way asks it.
        let plain = |known: Value| matches!(known, Value::Object(known) if matches!(heap.get(known), Object::Str(_)));
        let mut unsure = false;
        let at = dict.find(text_hash(text.as_str()), |known| {
            unsure |= !plain(known);
            !unsure && same(known)
        });
        at.filter(|_| !unsure).map(|at| dict.value(at))
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
