//! The attributes that an object has of its own, and `__dict__`, which is the same memory.
//!
//! Most objects keep their attributes in a short row. When the program asks for the `__dict__` of one, they move into a
//! dict on the heap, and the row holds nothing but that. Tests: `tests/programs/classes/dict_of_an_object.py`.

use crate::machine::{
    Machine,
    language::hash::text_hash,
    run::{exec::Exec, flow::Result},
    state::{
        dict::Dict,
        object::{Attributes, Object},
        place::Deed,
        value::{ObjectId, Value},
    },
};
use crate::program::{NameId, well_known};

/// What a function has of its own without its being in its `__dict__`.
pub const FUNCTION_PARTS: &[NameId] = &[
    well_known::NAME,
    well_known::QUALNAME,
    well_known::DOC,
    well_known::MODULE,
    well_known::ANNOTATIONS,
    well_known::DEFAULTS,
    well_known::KWDEFAULTS,
    well_known::CODE_OBJECT,
];

impl Attributes {
    /// The dict that the attributes have moved to.
    pub fn moved_to(&self) -> Option<ObjectId> {
        match self.iter().next() {
            Some((well_known::DICT, Value::Object(dict))) => Some(dict),
            _ => None,
        }
    }
}

impl Object {
    /// The attributes of an object that can have some of its own.
    fn row(&self) -> Option<&Attributes> {
        match self {
            Self::Instance(instance) => Some(&instance.attributes),
            Self::Exception(exception) => Some(&exception.attributes),
            Self::Function(function) => Some(&function.attributes),
            _ => None,
        }
    }

    /// The dict that its attributes have moved to.
    #[cfg(debug_assertions)]
    pub fn namespace(&self) -> Option<ObjectId> {
        self.row()?.moved_to()
    }
}

impl Machine {
    /// Whether an attribute of the object stays out of its `__dict__`.
    fn is_part(&self, object: &Object, name: NameId) -> bool {
        match object {
            Object::Function(_) => FUNCTION_PARTS.contains(&name),
            Object::Instance(instance) => self.class(instance.class).kept.contains(&name),
            _ => false,
        }
    }

    /// The row of an object that can have attributes of its own.
    fn row_of(&self, id: ObjectId) -> Option<&Attributes> {
        self.space.heap.get(id).row()
    }

    fn row_mut(&mut self, id: ObjectId) -> Option<&mut Attributes> {
        match self.space.heap.get_mut(id) {
            Object::Instance(instance) => Some(&mut instance.attributes),
            Object::Exception(exception) => Some(&mut exception.attributes),
            Object::Function(function) => Some(&mut function.attributes),
            _ => None,
        }
    }

    /// The dict that the object's attributes have moved to.
    pub(in crate::machine) fn namespace_of(&self, id: ObjectId) -> Option<ObjectId> {
        self.row_of(id)?.moved_to()
    }

    /// The attribute that the object itself has.
    #[inline]
    pub(in crate::machine) fn own_attribute(&self, id: ObjectId, name: NameId) -> Option<Value> {
        let row = self.row_of(id)?;
        self.space.heap.watch.attribute(id, name, Deed::Read);
        row.get(name).or_else(|| self.own_entry(row.moved_to()?, name))
    }

    #[cold]
    fn own_entry(&self, dict: ObjectId, name: NameId) -> Option<Value> {
        let Object::Dict(entries) = self.space.heap.get(dict) else { return None };
        // It was noted as an attribute: those that only the library writes are nobody else's business.
        let entries = entries.peek();
        self.entry_of(entries, name).map(|at| entries.value(at))
    }

    fn entry_of(&self, entries: &Dict, name: NameId) -> Option<usize> {
        let name = self.common.names.text(name);
        entries.find(text_hash(name), |key| self.is_text(key, name))
    }

    fn is_text(&self, value: Value, text: &str) -> bool {
        matches!(value.object().map(|id| self.space.heap.get(id)), Some(Object::Str(known)) if known.as_str() == text)
    }

    /// The attributes that the object itself has, in the order of their binding.
    pub(in crate::machine) fn own_attributes(&self, id: ObjectId) -> Vec<(NameId, Value)> {
        let object = self.space.heap.get(id);
        let Some(row) = object.row() else { return Vec::new() };
        let Some(dict) = row.moved_to() else {
            return row.iter().filter(|&(name, _)| !self.is_part(object, name)).collect();
        };
        let Object::Dict(entries) = self.space.heap.get(dict) else { return Vec::new() };
        let name = |key: Value| match key.object().map(|id| self.space.heap.get(id)) {
            Some(Object::Str(text)) => self.common.names.get(text.as_str()),
            _ => None,
        };
        entries.iter().filter_map(|(key, value)| Some((name(key)?, value))).collect()
    }
}

impl Exec<'_> {
    /// Binds an attribute of the object itself.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn set_own(&mut self, id: ObjectId, name: NameId, value: Value) -> Result<()> {
        self.machine.space.heap.watch.attribute(id, name, Deed::Write);
        let part = self.machine.is_part(self.object(id), name);
        let Some(row) = self.machine.row_mut(id) else { return Ok(()) };
        let Some(dict) = row.moved_to().filter(|_| !part) else {
            if row.set(name, value) {
                self.machine.space.heap.charge(size_of::<(NameId, Value)>())?;
            }
            return Ok(());
        };
        let text = self.name(name);
        let key = self.string(&text)?;
        self.insert_into(dict, key, value)?;
        // It was noted as an attribute.
        self.machine.space.heap.peek(dict).take_touched();
        Ok(())
    }

    /// Keeps a part of a function that was made because it was asked for: no change that others could notice.
    pub fn keep_part(&mut self, id: ObjectId, name: NameId, value: Value) {
        if self.machine.space.heap.is_shared(id) {
            self.machine.space.heap.publish(value);
        }
        if let Some(row) = self.machine.row_mut(id) {
            row.set(name, value);
        }
    }

    /// Unbinds an attribute of the object itself; returns whether it was bound.
    pub fn remove_own(&mut self, id: ObjectId, name: NameId) -> bool {
        self.machine.space.heap.watch.attribute(id, name, Deed::Write);
        let part = self.machine.is_part(self.object(id), name);
        let Some(row) = self.machine.row_mut(id) else { return false };
        let Some(dict) = row.moved_to().filter(|_| !part) else { return row.remove(name).is_some() };
        let Object::Dict(entries) = self.machine.space.heap.get(dict) else { return false };
        let found = self.machine.entry_of(entries, name);
        if let (Some(at), Object::Dict(entries)) = (found, self.machine.space.heap.get_mut(dict)) {
            entries.remove(at);
        }
        found.is_some()
    }

    /// The `__dict__` of an object: from here on its attributes live there.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn namespace(&mut self, id: ObjectId) -> Result<Value> {
        if let Some(dict) = self.machine.row_of(id).and_then(Attributes::moved_to) {
            return Ok(Value::Object(dict));
        }
        let attributes = self.machine.own_attributes(id);
        let dict = self.keyword_dict(&attributes.into_iter().collect())?;
        self.move_attributes(id, dict);
        Ok(dict)
    }

    /// The object's attributes are those of the dict from here on.
    pub fn move_attributes(&mut self, id: ObjectId, dict: Value) {
        if self.machine.space.heap.is_shared(id) {
            self.machine.space.heap.publish(dict);
        }
        let parts: Vec<(NameId, Value)> = match self.object(id).row() {
            Some(row) => row.iter().filter(|&(name, _)| self.machine.is_part(self.object(id), name)).collect(),
            None => Vec::new(),
        };
        if let Some(row) = self.machine.row_mut(id) {
            *row = Attributes::default();
            row.set(well_known::DICT, dict);
            for (name, value) in parts {
                row.set(name, value);
            }
        }
    }
}
