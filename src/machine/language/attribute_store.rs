//! Setting and deleting attributes. Looking them up is in `attribute`.

use crate::machine::{
    Machine,
    language::namespace,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
    },
    state::{
        class,
        frame::Then,
        object::Object,
        place::Place,
        value::{ClassId, ObjectId, Value},
    },
};
use crate::program::{ModuleId, NameId, well_known};

impl Exec<'_> {
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
            Value::Module(module) => self.set_module_attribute(object, module.id(), name, value),
            Value::Object(id) => {
                let on_class = self.machine.find_on_class(self.class_of(object), name);
                if let Some(descriptor) = on_class
                    && let Some(flow) = self.set_by_descriptor(descriptor, object, name, value)?
                {
                    return Ok(flow);
                }
                self.set_own_attribute(id, name, value)
            }
            _ if name == well_known::CLASS => Err(self.class_stays()),
            _ => {
                // A value that is no object of the heap: its class alone says what it has.
                let on_class = self.machine.find_on_class(self.class_of(object), name);
                let flow = match on_class {
                    Some(descriptor) => self.set_by_descriptor(descriptor, object, name, value)?,
                    None => None,
                };
                flow.ok_or(()).map_err(|()| self.no_attribute(object, name))
            }
        }
    }

    fn class_stays(&mut self) -> Raise {
        self.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")
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
                Value::None => Err(match self.machine.place_of_getset(id) {
                    Some((owner, _)) => self.not_writable(owner, name),
                    None => self.cannot_set(object, name, "setter"),
                }),
                setter => self.call_value(setter, &[object, value], Then::Discard).map(Some),
            },
            Object::Instance(_) => match self.special(descriptor, well_known::SET) {
                Some(set) => self.call_value(set, &[descriptor, object, value], Then::Discard).map(Some),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// `AttributeError` for what the machine says of a builtin value.
    fn not_writable(&mut self, owner: ClassId, name: NameId) -> Raise {
        let message = match owner {
            class::PROPERTY | class::SLICE | class::RANGE => "readonly attribute".to_owned(),
            _ => {
                let owner = &self.machine.class(owner).name;
                format!("attribute '{}' of '{owner}' objects is not writable", self.name(name))
            }
        };
        self.error(class::ATTRIBUTE_ERROR, &message)
    }

    /// `AttributeError` for a property without a function for this.
    pub fn cannot_set(&mut self, object: Value, name: NameId, what: &str) -> Raise {
        let message = format!("property '{}' of '{}' object has no {what}", self.name(name), self.class_name(object));
        self.error(class::ATTRIBUTE_ERROR, &message)
    }

    fn set_own_attribute(&mut self, id: ObjectId, name: NameId, value: Value) -> Result<Flow> {
        let object = Value::Object(id);
        if self.is_new_here(id) {
            let name = self.name(name);
            let parts = [object, self.string(&name)?, value];
            return self.call_library(self.statics.library.local_set, &parts, Then::Discard);
        }
        if name == well_known::DICT && self.is_thread_local(id) {
            return Err(self.read_only_namespace(object));
        }
        let id = match self.object(id) {
            Object::Instance(instance)
                if name == well_known::DICT && self.machine.class(instance.class).is_subclass(class::MODULE) =>
            {
                return Err(self.error(class::ATTRIBUTE_ERROR, "readonly attribute"));
            }
            Object::StaticMethod(_) | Object::ClassMethod(_) if !self.machine.space.heap.is_constant(id) => {
                self.unfold_wrapper(id)?;
                id
            }
            Object::Instance(_) if name == well_known::CLASS => self.attribute_holder(id)?,
            Object::Instance(instance) if !instance.is_thread_local() && !self.may_have(instance.class, name) => {
                if self.machine.find_on_class(instance.class, name).is_some() {
                    return Err(self.read_only(object, name));
                }
                return Err(self.no_attribute(object, name));
            }
            Object::Instance(_) => self.attribute_holder(id)?,
            Object::Exception(_) | Object::Function(_) => return self.set_plain_attribute(id, name, value),
            Object::Property(_) if name == well_known::DOC => {
                if let Object::Property(property) = self.machine.space.heap.get_mut(id) {
                    property.doc = value;
                }
                return Ok(Flow::Next);
            }
            _ if name == well_known::CLASS => return Err(self.class_stays()),
            _ => return Err(self.no_attribute(object, name)),
        };
        match name {
            well_known::CLASS => return self.set_class(id, value),
            well_known::DICT => return self.replace_namespace(id, value),
            _ => {}
        }
        let shared = self.machine.space.heap.is_shared(id);
        if shared {
            self.machine.space.heap.publish(value);
        }
        self.set_own(id, name, value)?;
        if shared {
            self.report_attribute(id, name, value);
        }
        Ok(Flow::Next)
    }

    fn read_only(&mut self, object: Value, name: NameId) -> Raise {
        let message = format!("'{}' object attribute '{}' is read-only", self.class_name(object), self.name(name));
        self.error(class::ATTRIBUTE_ERROR, &message)
    }

    fn read_only_namespace(&mut self, object: Value) -> Raise {
        let message = format!("'{}' object attribute '__dict__' is read-only", self.class_name(object));
        self.error(class::ATTRIBUTE_ERROR, &message)
    }

    /// Gives an instance that is being made an attribute, whatever its class has to say.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn set_instance_attribute(&mut self, id: ObjectId, name: NameId, value: Value) -> Result<()> {
        self.set_own(id, name, value)
    }

    /// Whether objects of the class can have the attribute: `__slots__` may leave it out.
    fn may_have(&self, class: ClassId, name: NameId) -> bool {
        self.machine.class(class).slots.as_ref().is_none_or(|slots| slots.contains(&name))
    }

    /// `object.__class__` = `class`.
    fn set_class(&mut self, id: ObjectId, value: Value) -> Result<Flow> {
        let Value::Class(class) = value else {
            let message = format!("__class__ must be set to a class, not '{}' object", self.class_name(value));
            return Err(self.type_error(&message));
        };
        let old = self.class_of(Value::Object(id));
        let same = self.machine.class(old).layout == self.machine.class(class).layout;
        let modules = [old, class].iter().all(|&class| self.machine.class(class).is_subclass(class::MODULE));
        let python = [old, class].iter().all(|&class| Machine::is_python(class));
        let python = python && self.machine.class(old).own == self.machine.class(class).own;
        if same && python && !self.have_same_places(old, class) {
            let [new, old] = [class, old].map(|class| self.machine.class(class).name.clone());
            let message = format!("__class__ assignment: '{new}' object layout differs from '{old}'");
            return Err(self.type_error(&message));
        }
        if !same || !(python || modules) {
            return Err(self.class_stays());
        }
        if let Object::Instance(instance) = self.machine.space.heap.get_mut(id) {
            instance.class = class;
        }
        Ok(Flow::Next)
    }

    /// Whether an object of one class has room for the same as one of the other.
    fn have_same_places(&self, a: ClassId, b: ClassId) -> bool {
        let any = |class| self.machine.class(class).slots.is_none();
        let (mine, others) = (self.slots_in_layers(a), self.slots_in_layers(b));
        let below = |layers: &[(ClassId, Vec<NameId>)]| layers.iter().skip(1).map(|layer| layer.0).collect::<Vec<_>>();
        let top = |layers: &[(ClassId, Vec<NameId>)]| layers.first().map(|layer| layer.1.clone());
        any(a) == any(b)
            && self.has_weak_place(a) == self.has_weak_place(b)
            && top(&mine) == top(&others)
            && below(&mine) == below(&others)
    }

    /// The classes that give an object slots, the class itself first, with the names.
    fn slots_in_layers(&self, class: ClassId) -> Vec<(ClassId, Vec<NameId>)> {
        let named = |class: ClassId| {
            let of = self.machine.class(class);
            of.slots.as_ref().unwrap_or(&of.kept).to_vec()
        };
        let is_slot = |name: &NameId| !matches!(&**self.machine.common.names.text(*name), "__weakref__" | "__dict__");
        let layer = |&class: &ClassId| {
            let of_bases: Vec<NameId> = self.machine.class(class).bases.iter().flat_map(|&base| named(base)).collect();
            let mut own = named(class);
            own.retain(|name| is_slot(name) && !of_bases.contains(name));
            own.sort_unstable_by_key(|name| name.index());
            own.dedup();
            (class, own)
        };
        let order = &self.machine.class(class).order;
        order.iter().map(layer).filter(|(_, names)| !names.is_empty()).collect()
    }

    /// Whether objects of a class of the program can be referred to weakly.
    pub fn has_weak_place(&self, class: ClassId) -> bool {
        let of = self.machine.class(class);
        let named = of.slots.as_ref().unwrap_or(&of.kept);
        let without = |&base: &ClassId| {
            Machine::is_python(base) && !self.machine.class(base).attributes.contains_key(&well_known::SLOTS)
        };
        of.order.iter().any(without)
            || named.iter().any(|&name| &**self.machine.common.names.text(name) == "__weakref__")
    }

    fn replace_namespace(&mut self, id: ObjectId, value: Value) -> Result<Flow> {
        if self.class_of(value) != class::DICT {
            let message = format!("__dict__ must be set to a dictionary, not a '{}'", self.class_name(value));
            return Err(self.type_error(&message));
        }
        self.move_attributes(id, value);
        Ok(Flow::Next)
    }

    fn set_plain_attribute(&mut self, id: ObjectId, name: NameId, value: Value) -> Result<Flow> {
        if self.machine.space.heap.is_constant(id) {
            return Err(self.no_attribute(Value::Object(id), name));
        }
        if self.machine.space.heap.is_shared(id) {
            self.machine.space.heap.publish(value);
        }
        if name == well_known::DICT {
            return self.replace_namespace(id, value);
        }
        if matches!(self.object(id), Object::Function(_)) {
            self.check_function_part(name, value)?;
        }
        if !matches!(self.object(id), Object::Exception(_)) || !self.set_exception_part(id, name, value)? {
            self.set_own(id, name, value)?;
        }
        Ok(Flow::Next)
    }

    /// Whether an attribute that a function has anyhow can be set to the value (`Objects/funcobject.c`).
    fn check_function_part(&mut self, name: NameId, value: Value) -> Result<()> {
        let class = self.class_of(value);
        let wanted = match name {
            well_known::NAME | well_known::QUALNAME => "string",
            well_known::DEFAULTS if value != Value::None => "tuple",
            well_known::KWDEFAULTS | well_known::ANNOTATIONS if value != Value::None => "dict",
            well_known::CLOSURE | well_known::GLOBALS => {
                return Err(self.error(class::ATTRIBUTE_ERROR, "readonly attribute"));
            }
            well_known::CODE_OBJECT => return Err(self.type_error("raddle does not change the code of a function")),
            _ => return Ok(()),
        };
        let of = match wanted {
            "string" => class::STR,
            "tuple" => class::TUPLE,
            _ => class::DICT,
        };
        if self.machine.class(class).is_subclass(of) {
            return Ok(());
        }
        let message = format!("{} must be set to a {wanted} object", self.name(name));
        Err(self.type_error(&message))
    }

    /// The parts of an exception that are no attributes of their own; returns whether the name is one.
    fn set_exception_part(&mut self, id: ObjectId, name: NameId, value: Value) -> Result<bool> {
        match name {
            well_known::CAUSE | well_known::CONTEXT => {
                let is_exception = matches!(value.object().map(|id| self.object(id)), Some(Object::Exception(_)));
                if value != Value::None && !is_exception {
                    let what = if name == well_known::CAUSE { "cause" } else { "context" };
                    let message = format!("exception {what} must be None or derive from BaseException");
                    return Err(self.type_error(&message));
                }
                let exception = self.exception_mut(id);
                if name == well_known::CAUSE {
                    exception.cause = value;
                    exception.suppress_context = true;
                } else {
                    exception.context = value;
                }
            }
            well_known::SUPPRESS_CONTEXT => {
                let suppress = self.flag(value);
                self.exception_mut(id).suppress_context = suppress;
            }
            well_known::TRACEBACK => {
                let entries = match value.object().map(|id| self.object(id)) {
                    Some(Object::Traceback(entries)) => entries.to_vec(),
                    _ if value == Value::None => Vec::new(),
                    _ => return Err(self.type_error("__traceback__ must be a traceback or None")),
                };
                let shown = Some((value, entries.len())).filter(|(_, length)| *length > 0);
                let exception = self.exception_mut(id);
                (exception.traceback, exception.shown_traceback) = (entries, shown);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn set_class_attribute(&mut self, class: ClassId, name: NameId, value: Value) -> Result<Flow> {
        // The builtins make classes ready for what few programs need.
        let by_builtins = self.stack.frames.last().is_some_and(|frame| self.code(frame.code).module == ModuleId(0));
        if !self.machine.class(class).own && !by_builtins {
            let message = format!(
                "cannot set '{}' attribute of immutable type '{}'",
                self.name(name),
                self.machine.class(class).name
            );
            return Err(self.type_error(&message));
        }
        if matches!(name, well_known::NAME | well_known::QUALNAME) && self.str_of(value).is_none() {
            let (of, given) = (self.machine.class(class).name.clone(), self.class_name(value));
            let message = format!("can only assign string to {of}.{}, not '{given}'", self.name(name));
            return Err(self.type_error(&message));
        }
        if name == well_known::BASES {
            return self.set_bases(class, value);
        }
        if matches!(name, well_known::MRO | well_known::DICT) {
            let message = format!("raddle does not change {} of a class", self.name(name));
            return Err(self.type_error(&message));
        }
        self.machine.space.heap.publish(value);
        let text = self.text_of(value).map(std::sync::Arc::from);
        let changed = self.machine.class_mut(class);
        match (name, text) {
            (well_known::NAME, Some(text)) => changed.name = text,
            (well_known::QUALNAME, Some(text)) => changed.qualified_name = text,
            (well_known::MODULE, Some(text)) => {
                changed.module = text;
                changed.attributes.entry(name).and_modify(|known| *known = value);
            }
            _ => {
                changed.attributes.insert(name, value);
            }
        }
        self.report_place(Place::ClassAttribute(class, name), value);
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
                self.machine.space.heap.publish(value);
                self.machine.space.globals.set(global, value);
                Ok(Flow::Next)
            }
            None if self.program.is_own(module) => Err(self.no_attribute(object, name)),
            None => {
                let of = self.program.modules[module.index()].name.clone();
                let message = format!("raddle does not give its module '{of}' a new variable '{}'", self.name(name));
                Err(self.type_error(&message))
            }
        }
    }

    /// `del object.name`.
    ///
    /// # Errors
    /// `AttributeError` when it is not there.
    pub fn delete_attribute(&mut self, object: Value, name: NameId) -> Result<Flow> {
        if let Some(function) = self.own_special(object, well_known::DELATTR) {
            let text = self.name(name);
            let text = self.string(&text)?;
            return self.call_value(function, &[object, text], Then::Discard);
        }
        self.delete_attribute_plainly(object, name)
    }

    /// As [`Self::delete_attribute`], whatever the class has to say.
    ///
    /// # Errors
    /// `AttributeError` when it is not there.
    pub fn delete_attribute_plainly(&mut self, object: Value, name: NameId) -> Result<Flow> {
        if let Value::Class(class) = object
            && self.machine.class(class).own
        {
            if matches!(name, well_known::BASES | well_known::NAME | well_known::QUALNAME | well_known::DOC) {
                return Err(self.cannot_delete(class, name));
            }
            return match self.machine.class_mut(class).attributes.shift_remove(&name) {
                Some(_) => Ok(Flow::Next),
                None => Err(self.no_attribute(object, name)),
            };
        }
        if let Value::Class(class) = object {
            let of = self.machine.class(class).name.clone();
            let message = format!("cannot set '{}' attribute of immutable type '{of}'", self.name(name));
            return Err(self.type_error(&message));
        }
        if let Value::Module(module) = object
            && let Some(global) = self.program.global(module.id(), name)
        {
            return self.delete_global(global);
        }
        let Value::Object(id) = object else { return Err(self.no_attribute(object, name)) };
        if let Some(flow) = self.delete_by_descriptor(object, name)? {
            return Ok(flow);
        }
        if name == well_known::DICT && !self.is_thread_local(id) {
            let of = self.machine.class(self.class_of(object));
            if of.is_subclass(class::MODULE) {
                return Err(self.error(class::ATTRIBUTE_ERROR, "readonly attribute"));
            }
            if !matches!(self.object(id), Object::Instance(_)) || !of.own {
                return Err(self.type_error("cannot delete __dict__"));
            }
            let empty = self.keyword_dict(&crate::machine::run::native::Keywords::new())?;
            let holder = self.attribute_holder(id)?;
            return self.replace_namespace(holder, empty);
        }
        self.delete_own_attribute(id, name)
    }

    fn cannot_delete(&mut self, class: ClassId, name: NameId) -> Raise {
        let of = &self.machine.class(class).name;
        let message = format!("cannot delete '{}' attribute of immutable type '{of}'", self.name(name));
        self.type_error(&message)
    }

    fn delete_by_descriptor(&mut self, object: Value, name: NameId) -> Result<Option<Flow>> {
        let on_class = self.machine.find_on_class(self.class_of(object), name);
        let Some(Value::Object(descriptor)) = on_class else { return Ok(None) };
        match self.object(descriptor) {
            Object::Property(property) => match property.delete {
                Value::None => Err(self.cannot_set(object, name, "deleter")),
                deleter => self.call_value(deleter, &[object], Then::Discard).map(Some),
            },
            Object::Instance(_) => match self.special(Value::Object(descriptor), well_known::DELETE) {
                Some(delete) => self.call_value(delete, &[Value::Object(descriptor), object], Then::Discard).map(Some),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// `del function.__defaults__` and the like: they are nothing from then on.
    fn delete_function_part(&mut self, id: ObjectId, name: NameId) -> Result<Flow> {
        match name {
            well_known::NAME | well_known::QUALNAME => {
                let message = format!("{} must be set to a string object", self.name(name));
                return Err(self.type_error(&message));
            }
            well_known::ANNOTATIONS => {
                let empty = self.keyword_dict(&crate::machine::run::native::Keywords::new())?;
                self.set_own(id, name, empty)?;
            }
            _ => self.set_own(id, name, Value::None)?,
        }
        Ok(Flow::Next)
    }

    fn delete_own_attribute(&mut self, id: ObjectId, name: NameId) -> Result<Flow> {
        let object = Value::Object(id);
        if self.is_new_here(id) {
            let name = self.name(name);
            let parts = [object, self.string(&name)?];
            return self.call_library(self.statics.library.local_delete, &parts, Then::Discard);
        }
        if name == well_known::DICT && self.is_thread_local(id) {
            return Err(self.read_only_namespace(object));
        }
        if let (Object::Exception(_), well_known::CAUSE | well_known::CONTEXT | well_known::TRACEBACK) =
            (self.object(id), name)
        {
            let message = format!("{} may not be deleted", self.name(name));
            return Err(self.type_error(&message));
        }
        if matches!(self.object(id), Object::Function(_)) && namespace::FUNCTION_PARTS.contains(&name) {
            return self.delete_function_part(id, name);
        }
        let id = self.attribute_holder(id)?;
        if self.machine.space.heap.is_constant(id) {
            return Err(self.no_attribute(Value::Object(id), name));
        }
        if self.remove_own(id, name) {
            return Ok(Flow::Next);
        }
        let slot = self.machine.class(self.class_of(object)).slots.as_ref().is_some_and(|slots| slots.contains(&name));
        if slot {
            // The descriptor of a slot says no more than this.
            let name = self.name(name);
            return Err(self.error(class::ATTRIBUTE_ERROR, &name));
        }
        let of = self.class_of(object);
        if !self.may_have(of, name) && self.machine.find_on_class(of, name).is_some() {
            return Err(self.read_only(object, name));
        }
        Err(self.no_attribute(object, name))
    }
}
