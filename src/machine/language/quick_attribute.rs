//! The attributes of plain objects, as most programs use them: what `attribute` and `attribute_store` would come to, by
//! what is remembered about the class (`state::lookups`). `None` and `false` mean that they have to be asked.

use smallvec::SmallVec;

use crate::machine::{
    run::{exec::Exec, flow::Result},
    state::{
        class,
        lookups::{Finding, OnClass},
        object::{Native, Object},
        place::Deed,
        value::{ClassId, ObjectId, Value},
    },
};
use crate::program::{NameId, well_known};

impl Exec<'_> {
    /// `object.name`, where it is a value of the object or of its class.
    #[inline]
    pub fn quick_attribute(&mut self, object: Value, name: NameId) -> Option<Value> {
        let space = &self.machine.space;
        if let Value::Object(id) = object
            && let Object::Instance(instance) = space.heap.get(id)
            && let Some(finding) = space.lookups.get(instance.class, name)
            && !matches!(finding.on_class, OnClass::Getter(_) | OnClass::Other)
            && !instance.is_thread_local()
            && let Some(value) = instance.attributes.get(name)
        {
            space.heap.watch.attribute(id, name, Deed::Read);
            return Some(value);
        }
        let (id, class) = self.plain_instance(object)?;
        match self.on_class(class, name).on_class {
            OnClass::Nothing | OnClass::Method(_) => self.machine.own_attribute(id, name),
            OnClass::Value(value) => self.machine.own_attribute(id, name).or(Some(value)),
            OnClass::Getter(_) | OnClass::Other => None,
        }
    }

    /// The function that is called for `object.name`, where that is a property.
    pub fn quick_getter(&mut self, object: Value, name: NameId) -> Option<Value> {
        let Value::Object(id) = object else { return None };
        let class = match self.machine.space.heap.get(id) {
            Object::Instance(instance) if instance.native == Native::None => instance.class,
            _ => return None,
        };
        match self.on_class(class, name).on_class {
            OnClass::Getter(function) => Some(function),
            _ => None,
        }
    }

    /// The function that a call of the method begins with, the object before its arguments.
    #[inline]
    pub fn quick_method(&mut self, object: Value, name: NameId) -> Option<Value> {
        let Some((id, class)) = self.plain_instance(object) else {
            return self.quick_builtin_method(object, name);
        };
        match self.on_class(class, name).on_class {
            OnClass::Method(function) if self.machine.own_attribute(id, name).is_none() => Some(function),
            _ => None,
        }
    }

    fn quick_builtin_method(&mut self, object: Value, name: NameId) -> Option<Value> {
        let class = match self.machine.space.heap.get(object.object()?) {
            Object::Str(_) => class::STR,
            Object::List(_) => class::LIST,
            Object::Dict(_) => class::DICT,
            Object::Set(_) => class::SET,
            _ => return None,
        };
        match self.on_class(class, name).on_class {
            OnClass::Method(function) => Some(function),
            _ => None,
        }
    }

    /// `object.name` = `value`, where the object has the attribute and nobody else can see it; returns whether that was so.
    #[inline]
    pub fn quick_set_attribute(&mut self, object: Value, name: NameId, value: Value) -> bool {
        let Some((id, class)) = self.plain_instance(object) else { return false };
        if !self.on_class(class, name).settable || self.machine.space.heap.is_shared(id) {
            return false;
        }
        let Object::Instance(instance) = self.machine.space.heap.get(id) else { return false };
        if instance.attributes.get(name).is_none() {
            return false;
        }
        self.machine.space.heap.watch.attribute(id, name, Deed::Write);
        if let Object::Instance(instance) = self.machine.space.heap.get_mut(id) {
            instance.attributes.set(name, value);
        }
        true
    }

    /// `object.name` as [`Self::quick_attribute`], of an object that nobody else can reach.
    pub fn private_attribute(&mut self, object: Value, name: NameId) -> Option<Value> {
        let (id, _) = self.plain_instance(object)?;
        if self.machine.space.heap.is_shared(id) {
            return None;
        }
        self.quick_attribute(object, name)
    }

    /// Binds the attributes, if nobody else can reach the object and nothing has a say in it; returns whether that was so.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn set_private_attributes(&mut self, object: Value, names: &[NameId], values: &[Value]) -> Result<bool> {
        let Some((id, class)) = self.plain_instance(object) else { return Ok(false) };
        if self.machine.space.heap.is_shared(id) || !self.can_be_set(class, names) {
            return Ok(false);
        }
        for (&name, &value) in names.iter().zip(values) {
            self.set_own(id, name, value)?;
        }
        Ok(true)
    }

    /// Whether binding any of these on an object of the class writes it into the object, and that is all.
    pub fn can_be_set(&mut self, class: ClassId, names: &[NameId]) -> bool {
        names.iter().all(|&name| self.on_class(class, name).settable)
    }

    /// The names that a tuple of texts has.
    ///
    /// # Errors
    /// When one of them is no name.
    pub fn field_names(&mut self, names: Value) -> Result<SmallVec<[NameId; 8]>> {
        self.sequence_items(names).unwrap_or_default().iter().map(|&name| self.name_argument(name)).collect()
    }

    /// The object and its class, where attributes of its own lie with it.
    #[inline]
    fn plain_instance(&self, object: Value) -> Option<(ObjectId, ClassId)> {
        let Value::Object(id) = object else { return None };
        match self.machine.space.heap.get(id) {
            Object::Instance(instance) if !instance.is_thread_local() => Some((id, instance.class)),
            _ => None,
        }
    }

    #[inline]
    fn on_class(&mut self, class: ClassId, name: NameId) -> Finding {
        match self.machine.space.lookups.get(class, name) {
            Some(&finding) => finding,
            None => {
                let finding = self.look_up(class, name);
                self.machine.space.lookups.keep(class, name, finding);
                finding
            }
        }
    }

    fn look_up(&self, class: ClassId, name: NameId) -> Finding {
        let machine = &self.machine;
        let hook = machine.find_own(class, well_known::GETATTRIBUTE).is_some();
        if hook || machine.common.names.text(name).starts_with("__") {
            return Finding { on_class: OnClass::Other, settable: false };
        }
        let on_class = match machine.find_on_class(class, name) {
            None => OnClass::Nothing,
            Some(function @ Value::Native(_)) if machine.find_own(class, name).is_none() => OnClass::Method(function),
            Some(Value::Native(_) | Value::Unbound) => OnClass::Other,
            Some(Value::Object(id)) => match machine.space.heap.peek(id) {
                Object::Function(_) => OnClass::Method(Value::Object(id)),
                Object::Str(_) | Object::BigInt(_) | Object::Tuple(_) | Object::List(_) | Object::Dict(_) => {
                    OnClass::Value(Value::Object(id))
                }
                Object::Property(property) if machine.find_own(class, well_known::GETATTR).is_none() => {
                    match property.get.object().map(|id| machine.space.heap.peek(id)) {
                        Some(Object::Function(_)) => OnClass::Getter(property.get),
                        _ => OnClass::Other,
                    }
                }
                _ => OnClass::Other,
            },
            Some(value) => OnClass::Value(value),
        };
        let settable = !matches!(on_class, OnClass::Getter(_) | OnClass::Other)
            && machine.class(class).slots.is_none()
            && machine.find_own(class, well_known::SETATTR).is_none();
        Finding { on_class, settable }
    }
}
