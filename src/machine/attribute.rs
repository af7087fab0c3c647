//! Attributes: where they are found, and which accesses others could notice.

use super::{
    call::Found,
    class,
    exec::Exec,
    flow::{Flow, Raise, Result},
    frame::Then,
    labels::Place,
    object::{Method, Native, Object},
    value::{ClassId, ObjectId, Value},
};
use crate::{
    event::{Action, EventKind, Verb},
    program::{NameId, Register, well_known},
};

/// What looking up an attribute came to.
enum Attribute {
    /// It is this.
    Value(Value),
    /// A function computes it from the object.
    Getter(Value),
    /// The descriptor on the class computes it.
    Descriptor(Value),
    /// Looking is visible, and has to be asked for.
    Ask(Action),
    /// It is nowhere.
    Missing,
}

impl Exec<'_> {
    /// `dst` = `object.name`.
    pub fn get_attribute(&mut self, object: Value, name: NameId, dst: Register) -> Result<Flow> {
        self.attribute_into(object, name, Then::Store(dst))
    }

    /// Delivers `object.name`.
    pub fn attribute_into(&mut self, object: Value, name: NameId, then: Then) -> Result<Flow> {
        if let Some(function) = self.own_special(object, well_known::GETATTRIBUTE) {
            let text = self.name(name);
            let text = self.string(&text)?;
            return self.call_value(function, &[object, text], then);
        }
        match self.attribute(object, name)? {
            Attribute::Value(value) => self.deliver(then, value),
            Attribute::Getter(function) => self.call_value(function, &[object], then),
            Attribute::Descriptor(descriptor) => {
                let class = Value::Class(self.class_of(object));
                let Some(get) = self.special(descriptor, well_known::GET) else {
                    return self.deliver(then, descriptor);
                };
                self.call_value(get, &[descriptor, object, class], then)
            }
            Attribute::Ask(action) => Ok(Flow::Ask(action)),
            Attribute::Missing => match self.own_special(object, well_known::GETATTR) {
                Some(function) => {
                    let text = self.name(name);
                    let text = self.string(&text)?;
                    self.call_value(function, &[object, text], then)
                }
                None => Err(self.no_attribute(object, name)),
            },
        }
    }

    /// The method of that name, for a call.
    pub fn method(&mut self, object: Value, name: NameId) -> Result<Found> {
        match object {
            Value::Object(id) => match self.machine.heap.get(id) {
                Object::Instance(_) | Object::Super(_) | Object::Exception(_) | Object::Function(_) => {}
                _ => return self.builtin_method(object, name),
            },
            Value::Class(_) | Value::Module(_) => {}
            _ => return self.builtin_method(object, name),
        }
        let plain = match object {
            Value::Object(id) => match self.machine.heap.get(id) {
                Object::Instance(instance) if instance.attributes.get(name).is_none() => Some(instance.class),
                _ => None,
            },
            _ => None,
        };
        if let Some(class) = plain
            && let Some(found @ (Value::Native(_) | Value::Object(_))) = self.machine.find_on_class(class, name)
            && self.is_function(found)
            && !self.has_attribute_hook(class)
        {
            return Ok(Found::Method(found));
        }
        if self.own_special(object, well_known::GETATTRIBUTE).is_some() {
            return Ok(Found::Computed);
        }
        Ok(match self.attribute(object, name)? {
            Attribute::Value(value) => Found::Value(value),
            Attribute::Getter(_) | Attribute::Descriptor(_) => Found::Computed,
            Attribute::Ask(action) => Found::Ask(action),
            Attribute::Missing if self.own_special(object, well_known::GETATTR).is_some() => Found::Computed,
            Attribute::Missing => return Err(self.no_attribute(object, name)),
        })
    }

    fn builtin_method(&mut self, object: Value, name: NameId) -> Result<Found> {
        match self.machine.find_on_class(self.class_of(object), name) {
            Some(function @ Value::Native(_)) => Ok(Found::Method(function)),
            Some(found @ Value::Object(_)) => match self.bound(found, object, self.class_of(object))? {
                Attribute::Value(value) => Ok(Found::Value(value)),
                _ => Ok(Found::Computed),
            },
            Some(_) => Ok(Found::Computed),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// Whether looking up attributes of the class's objects runs code of the program.
    fn has_attribute_hook(&self, class: ClassId) -> bool {
        self.machine.class(class).own && self.machine.find_own(class, well_known::GETATTRIBUTE).is_some()
    }

    fn is_function(&self, value: Value) -> bool {
        match value {
            Value::Native(_) => true,
            Value::Object(id) => matches!(self.object(id), Object::Function(_)),
            _ => false,
        }
    }

    fn attribute(&mut self, object: Value, name: NameId) -> Result<Attribute> {
        if let Some(value) = self.builtin_attribute(object, name)? {
            return Ok(Attribute::Value(value));
        }
        match object {
            Value::Module(module) => {
                let global = self.program.global(module, name);
                let value = global.map(|global| self.machine.globals[global.index()]).filter(|value| value.is_bound());
                Ok(value.map_or(Attribute::Missing, Attribute::Value))
            }
            Value::Class(class) => self.class_attribute(class, name),
            Value::Object(id) => match self.object(id) {
                Object::Super(_) => self.super_attribute(id, name),
                Object::Instance(instance) if instance.native == Native::ThreadLocal => {
                    let own = self.thread_local(id)?;
                    self.object_attribute(own, object, name)
                }
                _ => self.object_attribute(id, object, name),
            },
            _ => self.typed_attribute(object, name),
        }
    }

    /// An attribute of an object that may have attributes of its own; they are those of `id`.
    fn object_attribute(&mut self, id: ObjectId, object: Value, name: NameId) -> Result<Attribute> {
        let class = self.class_of(object);
        let on_class = self.machine.find_on_class(class, name);
        if let Some(Value::Object(descriptor)) = on_class {
            match self.object(descriptor) {
                Object::Property(property) => return Ok(Attribute::Getter(property.get)),
                Object::Instance(_) if self.is_data_descriptor(Value::Object(descriptor)) => {
                    return Ok(Attribute::Descriptor(Value::Object(descriptor)));
                }
                _ => {}
            }
        }
        let (own, watched) = match self.object(id) {
            Object::Instance(instance) => {
                let own = instance.attributes.get(name);
                (own, own.is_some() || on_class.is_none())
            }
            Object::Exception(exception) => (exception.attributes.get(name), false),
            Object::Function(function) => (function.attributes.get(name), false),
            _ => (None, false),
        };
        if watched && let Some(action) = self.guard_attribute(id, name, Verb::Read) {
            return Ok(Attribute::Ask(action));
        }
        match (own, on_class) {
            (Some(value), _) => Ok(Attribute::Value(value)),
            (None, Some(value)) => self.bound(value, object, class),
            (None, None) => Ok(Attribute::Missing),
        }
    }

    fn typed_attribute(&mut self, object: Value, name: NameId) -> Result<Attribute> {
        let class = self.class_of(object);
        match self.machine.find_on_class(class, name) {
            Some(value) => self.bound(value, object, class),
            None => Ok(Attribute::Missing),
        }
    }

    /// What an attribute of a class is when it is reached through an object.
    fn bound(&mut self, value: Value, object: Value, class: ClassId) -> Result<Attribute> {
        let method = |receiver| Object::Method(Box::new(Method { receiver, function: value }));
        match value {
            Value::Native(_) => Ok(Attribute::Value(self.allocate(method(object))?)),
            Value::Object(id) => match self.object(id) {
                Object::Function(_) => Ok(Attribute::Value(self.allocate(method(object))?)),
                Object::StaticMethod(function) => Ok(Attribute::Value(*function)),
                Object::ClassMethod(function) => {
                    let function = *function;
                    self.class_method(class, function)
                }
                Object::Property(property) => Ok(Attribute::Getter(property.get)),
                Object::Instance(_) if self.special(value, well_known::GET).is_some() => {
                    Ok(Attribute::Descriptor(value))
                }
                _ => Ok(Attribute::Value(value)),
            },
            _ => Ok(Attribute::Value(value)),
        }
    }

    fn class_method(&mut self, class: ClassId, function: Value) -> Result<Attribute> {
        let method = Method { receiver: Value::Class(class), function };
        Ok(Attribute::Value(self.allocate(Object::Method(Box::new(method)))?))
    }

    fn class_attribute(&mut self, class: ClassId, name: NameId) -> Result<Attribute> {
        let Some(value) = self.machine.find_on_class(class, name) else {
            return self.typed_attribute(Value::Class(class), name);
        };
        match value {
            Value::Object(id) => match self.object(id) {
                Object::StaticMethod(function) => Ok(Attribute::Value(*function)),
                Object::ClassMethod(function) => {
                    let function = *function;
                    self.class_method(class, function)
                }
                _ => self.watched_class_attribute(class, name, value),
            },
            _ => self.watched_class_attribute(class, name, value),
        }
    }

    /// Classes are memory that every thread can reach.
    fn watched_class_attribute(&mut self, class: ClassId, name: NameId, value: Value) -> Result<Attribute> {
        if self.concurrent && self.machine.class(class).own && self.program_writes(name) {
            let variable = self.class_variable(class, name);
            if self.must_ask() {
                return Ok(Attribute::Ask(Action { verb: Verb::Read, target: variable }));
            }
        }
        Ok(Attribute::Value(value))
    }

    fn super_attribute(&mut self, id: ObjectId, name: NameId) -> Result<Attribute> {
        let Object::Super(parts) = self.object(id) else { return Ok(Attribute::Missing) };
        let (class, object, order) = (parts.class, parts.object, parts.order);
        let line = self.machine.class(order).order.clone();
        let behind = line.iter().skip_while(|&&known| known != class).skip(1);
        let found = behind.copied().find_map(|class| self.machine.class(class).attributes.get(&name).copied());
        match (found, object) {
            (None, _) => Ok(Attribute::Missing),
            (Some(value), Value::Class(_)) if self.is_function(value) => Ok(Attribute::Value(value)),
            (Some(Value::Object(id)), _) if matches!(self.object(id), Object::Property(_)) => {
                let Object::Property(property) = self.object(id) else { return Ok(Attribute::Missing) };
                // The getter has to be called with the object, not with the proxy.
                let method = Method { receiver: object, function: property.get };
                let method = self.allocate(Object::Method(Box::new(method)))?;
                Ok(Attribute::Getter(method))
            }
            (Some(value), _) => self.bound(value, object, order),
        }
    }

    fn is_data_descriptor(&self, value: Value) -> bool {
        self.special(value, well_known::SET).is_some() || self.special(value, well_known::DELETE).is_some()
    }

    /// A method of the language, looked up on the type.
    pub fn special(&self, object: Value, name: NameId) -> Option<Value> {
        self.machine.find_on_class(self.class_of(object), name)
    }

    /// A method of the language that a class of the program defines.
    pub fn own_special(&self, object: Value, name: NameId) -> Option<Value> {
        self.machine.find_own(self.class_of(object), name)
    }

    /// Whether the program writes attributes of that name after the object was made.
    pub fn program_writes(&self, name: NameId) -> bool {
        self.program.written_attributes.get(name.index()).copied().unwrap_or(true)
    }

    /// Asks for an access to an attribute of an object that other threads can reach, unless it was granted or nobody
    /// could notice it.
    fn guard_attribute(&mut self, id: ObjectId, name: NameId, verb: Verb) -> Option<Action> {
        if !self.concurrent || !self.machine.heap.is_shared(id) || self.is_hidden() {
            return None;
        }
        let constructing = matches!(self.object(id), Object::Instance(instance) if instance.constructing);
        if !constructing && !self.program_writes(name) && verb == Verb::Read {
            return None;
        }
        let variable = self.variable(Place::Attribute(id, name));
        if self.must_ask() {
            return Some(Action { verb, target: crate::event::Target::Variable(variable) });
        }
        if verb == Verb::Read {
            self.emit(EventKind::Read { variable });
        }
        None
    }

    /// `object.name` = `value`.
    pub fn set_attribute(&mut self, object: Value, name: NameId, value: Value) -> Result<Flow> {
        if let Some(function) = self.own_special(object, well_known::SETATTR) {
            let text = self.name(name);
            let text = self.string(&text)?;
            return self.call_value(function, &[object, text, value], Then::Discard);
        }
        self.set_attribute_plainly(object, name, value)
    }

    /// As [`Self::set_attribute`], whatever the class has to say.
    pub fn set_attribute_plainly(&mut self, object: Value, name: NameId, value: Value) -> Result<Flow> {
        match object {
            Value::Class(class) => self.set_class_attribute(class, name, value),
            Value::Module(module) => self.set_module_attribute(object, module, name, value),
            Value::Object(id) => {
                let on_class = self.machine.find_on_class(self.class_of(object), name);
                if let Some(descriptor) = on_class
                    && let Some(flow) = self.set_by_descriptor(descriptor, object, name, value)?
                {
                    return Ok(flow);
                }
                self.set_own_attribute(id, name, value)
            }
            _ => Err(self.no_attribute(object, name)),
        }
    }

    fn set_by_descriptor(
        &mut self,
        descriptor: Value,
        object: Value,
        name: NameId,
        value: Value,
    ) -> Result<Option<Flow>> {
        let Value::Object(id) = descriptor else { return Ok(None) };
        match self.object(id) {
            Object::Property(property) => match property.set {
                Value::None => Err(self.cannot_set(object, name, "setter")),
                setter => self.call_value(setter, &[object, value], Then::Discard).map(Some),
            },
            Object::Instance(_) => match self.special(descriptor, well_known::SET) {
                Some(set) => self.call_value(set, &[descriptor, object, value], Then::Discard).map(Some),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn cannot_set(&mut self, object: Value, name: NameId, what: &str) -> Raise {
        let message = format!("property '{}' of '{}' object has no {what}", self.name(name), self.class_name(object));
        self.error(class::ATTRIBUTE_ERROR, &message)
    }

    fn set_own_attribute(&mut self, id: ObjectId, name: NameId, value: Value) -> Result<Flow> {
        let id = match self.object(id) {
            Object::Instance(instance) if instance.native == Native::ThreadLocal => self.thread_local(id)?,
            Object::Instance(_) => id,
            Object::Exception(_) | Object::Function(_) => return self.set_plain_attribute(id, name, value),
            _ => return Err(self.no_attribute(Value::Object(id), name)),
        };
        if let Some(action) = self.guard_attribute(id, name, Verb::Write) {
            return Ok(Flow::Ask(action));
        }
        let shared = self.machine.heap.is_shared(id);
        if shared {
            self.machine.heap.publish(value);
        }
        let Object::Instance(instance) = self.machine.heap.get_mut(id) else { return Ok(Flow::Next) };
        if instance.attributes.set(name, value) {
            self.machine.heap.charge(size_of::<(NameId, Value)>())?;
        }
        if shared {
            self.report_attribute(id, name, value);
        }
        Ok(Flow::Next)
    }

    fn set_plain_attribute(&mut self, id: ObjectId, name: NameId, value: Value) -> Result<Flow> {
        if self.machine.heap.is_shared(id) {
            self.machine.heap.publish(value);
        }
        match self.machine.heap.get_mut(id) {
            Object::Exception(exception) => match name {
                well_known::CAUSE => {
                    exception.cause = value;
                    exception.suppress_context = true;
                }
                well_known::CONTEXT => exception.context = value,
                well_known::TRACEBACK if value == Value::None => exception.traceback.clear(),
                _ => {
                    exception.attributes.set(name, value);
                }
            },
            Object::Function(function) => {
                function.attributes.set(name, value);
            }
            _ => {}
        }
        Ok(Flow::Next)
    }

    fn set_class_attribute(&mut self, class: ClassId, name: NameId, value: Value) -> Result<Flow> {
        if !self.machine.class(class).own {
            let message = format!(
                "cannot set '{}' attribute of immutable type '{}'",
                self.name(name),
                self.machine.class(class).name
            );
            return Err(self.type_error(&message));
        }
        let variable = self.class_variable(class, name);
        if self.concurrent && self.must_ask() {
            return Ok(Flow::Ask(Action { verb: Verb::Write, target: variable }));
        }
        self.machine.heap.publish(value);
        self.machine.class_mut(class).attributes.insert(name, value);
        self.report_target(variable, value);
        Ok(Flow::Next)
    }

    fn set_module_attribute(
        &mut self,
        object: Value,
        module: crate::program::ModuleId,
        name: NameId,
        value: Value,
    ) -> Result<Flow> {
        match self.program.global(module, name) {
            Some(global) => {
                self.machine.heap.publish(value);
                self.machine.globals[global.index()] = value;
                Ok(Flow::Next)
            }
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// `del object.name`.
    pub fn delete_attribute(&mut self, object: Value, name: NameId) -> Result<Flow> {
        if let Some(function) = self.own_special(object, well_known::DELATTR) {
            let text = self.name(name);
            let text = self.string(&text)?;
            return self.call_value(function, &[object, text], Then::Discard);
        }
        if let Value::Class(class) = object
            && self.machine.class(class).own
        {
            return match self.machine.class_mut(class).attributes.shift_remove(&name) {
                Some(_) => Ok(Flow::Next),
                None => Err(self.no_attribute(object, name)),
            };
        }
        let Value::Object(id) = object else { return Err(self.no_attribute(object, name)) };
        if let Some(Value::Object(descriptor)) = self.machine.find_on_class(self.class_of(object), name)
            && let Object::Property(property) = self.object(descriptor)
        {
            return match property.delete {
                Value::None => Err(self.cannot_set(object, name, "deleter")),
                deleter => self.call_value(deleter, &[object], Then::Discard),
            };
        }
        self.delete_own_attribute(id, name)
    }

    fn delete_own_attribute(&mut self, id: ObjectId, name: NameId) -> Result<Flow> {
        let id = match self.object(id) {
            Object::Instance(instance) if instance.native == Native::ThreadLocal => self.thread_local(id)?,
            _ => id,
        };
        if let Some(action) = self.guard_attribute(id, name, Verb::Write) {
            return Ok(Flow::Ask(action));
        }
        let removed = match self.machine.heap.get_mut(id) {
            Object::Instance(instance) => instance.attributes.remove(name),
            Object::Exception(exception) => exception.attributes.remove(name),
            Object::Function(function) => function.attributes.remove(name),
            _ => None,
        };
        match removed {
            Some(_) => Ok(Flow::Next),
            None => Err(self.no_attribute(Value::Object(id), name)),
        }
    }

    /// The object that holds this thread's attributes of a `threading.local`.
    fn thread_local(&mut self, id: ObjectId) -> Result<ObjectId> {
        if let Some(own) = self.machine.thread_locals.get(&(id, self.thread)) {
            return Ok(*own);
        }
        let own = super::object::Instance {
            class: class::OBJECT,
            constructing: false,
            native: Native::None,
            attributes: super::object::Attributes::default(),
        };
        let own = self.machine.heap.allocate(Object::Instance(own))?;
        self.machine.thread_locals.insert((id, self.thread), own);
        Ok(own)
    }
}
