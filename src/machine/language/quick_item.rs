//! Items of lists and tuples by their position, as most programs use them: what `item` would come to. `None` and `false`
//! mean that it has to be asked.

use crate::machine::{
    run::exec::Exec,
    state::{object::Object, value::Value},
};

impl Exec<'_> {
    /// `object[index]`, for a position from the beginning.
    #[inline]
    pub fn quick_item(&self, object: Value, index: Value) -> Option<Value> {
        let (Value::Object(id), Value::Int(at)) = (object, index) else { return None };
        let at = usize::try_from(at).ok()?;
        match self.machine.space.heap.get(id) {
            Object::List(items) => items.get(at).copied(),
            Object::Tuple(items) => items.get(at).copied(),
            _ => None,
        }
    }

    /// `object[index]` = `value`, for a list that nobody else can see; returns whether that was so.
    #[inline]
    pub fn quick_set_item(&mut self, object: Value, index: Value, value: Value) -> bool {
        let (Value::Object(id), Value::Int(at)) = (object, index) else { return false };
        let Ok(at) = usize::try_from(at) else { return false };
        match self.machine.space.heap.get(id) {
            Object::List(items) if at < items.len() && !self.machine.space.heap.is_shared(id) => {}
            _ => return false,
        }
        if let Object::List(items) = self.machine.space.heap.get_mut(id) {
            items[at] = value;
        }
        true
    }
}
