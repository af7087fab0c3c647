//! Attributes that every object of a kind has: `__class__`, `__dict__`, `__name__` and the like.

use crate::machine::{
    Machine,
    run::{exec::Exec, flow::Result},
    state::{
        class,
        object::{Attributes, Instance, Native, Object},
        value::{ClassId, NativeId, ObjectId, Value},
    },
};
use crate::program::{ModuleId, NameId, well_known};

/// What static and class methods take over from their function.
pub const WRAPPED_PARTS: [NameId; 5] =
    [well_known::MODULE, well_known::NAME, well_known::QUALNAME, well_known::DOC, well_known::ANNOTATIONS];

impl Exec<'_> {
    /// The attribute, if it is one that the machine itself provides.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn builtin_attribute(&mut self, object: Value, name: NameId) -> Result<Option<Value>> {
        if !self.machine.common.names.text(name).starts_with("__") {
            return Ok(None);
        }
        if name == well_known::CLASS {
            if self.machine.find_own(self.class_of(object), name).is_some() {
                // A property of the program.
                return Ok(None);
            }
            return Ok(Some(Value::Class(self.class_of(object))));
        }
        match object {
            Value::Class(class) => self.class_detail(class, name),
            Value::Native(id) => self.native_detail(id, name),
            Value::Module(module) if name == well_known::DICT && !self.program.is_own(module.id()) => {
                self.module_picture(module.id()).map(Some)
            }
            Value::Module(module) if name == well_known::NAME => self.module_name(module.id()).map(Some),
            Value::Object(id) => self.object_detail(id, name),
            _ => Ok(None),
        }
    }

    fn object_detail(&mut self, id: ObjectId, name: NameId) -> Result<Option<Value>> {
        let object = Value::Object(id);
        match self.object(id) {
            Object::Function(_) => self.function_detail(object, name),
            Object::Method(method) => {
                let (receiver, function) = (method.receiver, method.function);
                let class = self.class_of(object);
                match name {
                    well_known::SELF => Ok(Some(receiver)),
                    well_known::FUNC if class == class::METHOD => Ok(Some(function)),
                    // Only what is made from a slot says so when it is bound.
                    _ if class == class::NATIVE && &**self.machine.common.names.text(name) == "__objclass__" => {
                        Ok(None)
                    }
                    _ => self.builtin_attribute(function, name),
                }
            }
            Object::Generator(generator) if matches!(name, well_known::NAME | well_known::QUALNAME) => {
                let code = self.code(generator.code);
                let text = if name == well_known::NAME { code.name.clone() } else { code.qualified_name.clone() };
                self.string(&text).map(Some)
            }
            Object::Property(_) => self.property_detail(id, name),
            Object::StaticMethod(_) | Object::ClassMethod(_) if name == well_known::DICT => {
                if self.machine.space.heap.is_constant(id) {
                    return Ok(None);
                }
                self.unfold_wrapper(id)?;
                self.namespace(id).map(Some)
            }
            Object::StaticMethod(function) | Object::ClassMethod(function) => {
                let function = *function;
                match name {
                    well_known::FUNC | well_known::WRAPPED => Ok(Some(function)),
                    _ => self.builtin_attribute(function, name),
                }
            }
            Object::Exception(_) => self.exception_detail(object, name),
            Object::Instance(_) => self.instance_detail(id, name),
            _ => Ok(None),
        }
    }

    fn property_detail(&mut self, id: ObjectId, name: NameId) -> Result<Option<Value>> {
        if self.class_of(Value::Object(id)) == class::GETSET_DESCRIPTOR {
            return self.getset_detail(id, name);
        }
        let Object::Property(property) = self.object(id) else { return Ok(None) };
        if name == well_known::DOC {
            let (get, doc) = (property.get, property.doc);
            if doc.is_bound() {
                return Ok(Some(doc));
            }
            return Ok(Some(self.builtin_attribute(get, name)?.unwrap_or(Value::None)));
        }
        if &**self.machine.common.names.text(name) != "__isabstractmethod__" {
            return Ok(None);
        }
        let parts = [property.get, property.set, property.delete];
        let marked = |part: &Value| {
            let mark = part.object().and_then(|part| self.machine.own_attribute(part, name));
            mark.is_some_and(|mark| self.flag(mark))
        };
        Ok(Some(Value::bool(parts.iter().any(marked))))
    }

    fn instance_detail(&mut self, id: ObjectId, name: NameId) -> Result<Option<Value>> {
        let Object::Instance(instance) = self.object(id) else { return Ok(None) };
        let class = instance.class;
        match (instance.native, name) {
            (Native::Value(held), well_known::DOC) if self.class_of(held) == class::PROPERTY => {
                // Where its function has no docstring, that of its class is found.
                Ok(self.builtin_attribute(held, name)?.filter(|&doc| doc != Value::None))
            }
            (Native::Value(Value::Object(held)), well_known::FUNC | well_known::WRAPPED)
                if matches!(self.object(held), Object::StaticMethod(_) | Object::ClassMethod(_)) =>
            {
                self.builtin_attribute(Value::Object(held), name)
            }
            (_, well_known::DICT) => {
                // The class may have something else of that name, but for the descriptor itself.
                let other = self.machine.find_own(class, name);
                let is_descriptor =
                    |value: Value| matches!(value.object().map(|id| self.object(id)), Some(Object::Instance(_)));
                if other.is_some_and(|value| !is_descriptor(value)) || self.machine.class(class).slots.is_some() {
                    return Ok(None);
                }
                let holder = self.attribute_holder(id)?;
                self.namespace(holder).map(Some)
            }
            _ if &**self.machine.common.names.text(name) == "__weakref__" && self.machine.class(class).own => {
                if !self.has_weak_place(class) {
                    return Ok(None);
                }
                Ok(Some(self.references_to(id).first().copied().unwrap_or(Value::None)))
            }
            _ => Ok(None),
        }
    }

    /// Makes a static or class method one that has attributes, as objects of classes made from these do; those of its function
    /// come first.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn unfold_wrapper(&mut self, id: ObjectId) -> Result<()> {
        let wrapper = self.object(id).clone();
        let (Object::StaticMethod(function) | Object::ClassMethod(function)) = wrapper else { return Ok(()) };
        let class = self.class_of(Value::Object(id));
        let mut attributes = Attributes::default();
        for name in WRAPPED_PARTS {
            if let Some(value) = self.builtin_attribute(function, name)? {
                attributes.set(name, value);
            }
        }
        if attributes.get(well_known::DOC).is_none() {
            attributes.set(well_known::DOC, Value::None);
        }
        let inner = self.allocate(wrapper)?;
        if self.machine.space.heap.is_shared(id) {
            self.machine.space.heap.publish(inner);
            attributes.iter().for_each(|(_, value)| self.machine.space.heap.publish(value));
        }
        let unfolded = Instance { class, constructing: false, native: Native::Value(inner), attributes };
        *self.machine.space.heap.get_mut(id) = Object::Instance(unfolded);
        Ok(())
    }

    fn native_detail(&mut self, id: NativeId, name: NameId) -> Result<Option<Value>> {
        let role = self.machine.role(id);
        let text = match name {
            well_known::NAME => self.statics.natives[id.index()].name.to_owned(),
            well_known::QUALNAME => self.qualified_native_name(id),
            well_known::DOC => return Ok(Some(Value::None)),
            well_known::MODULE if role.owner.is_none() => "builtins".to_owned(),
            // What is no method is one of the module of the builtins.
            well_known::SELF if role.owner.is_none() => return Ok(Some(Value::module(ModuleId(0)))),
            name if &**self.machine.common.names.text(name) == "__objclass__" && role.kind != class::NATIVE => {
                return Ok(role.owner.map(Value::Class));
            }
            _ => return Ok(None),
        };
        self.string(&text).map(Some)
    }

    /// What is known of a property of the machine.
    fn getset_detail(&mut self, id: ObjectId, name: NameId) -> Result<Option<Value>> {
        let Some((owner, of)) = self.machine.place_of_getset(id) else { return Ok(None) };
        let of = self.name(of);
        let text = match name {
            well_known::NAME => of.to_string(),
            well_known::QUALNAME => format!("{}.{of}", self.machine.class(owner).name),
            well_known::DOC => return Ok(Some(Value::None)),
            name if &**self.machine.common.names.text(name) == "__objclass__" => return Ok(Some(Value::Class(owner))),
            _ => return Ok(None),
        };
        self.string(&text).map(Some)
    }

    /// Whether the nearest class that says something of hashes is one of lists, dicts and the like, or says only what is equal.
    fn is_unhashable(&self, order: &[ClassId]) -> bool {
        const UNHASHABLE: [ClassId; 5] = [class::LIST, class::DICT, class::SET, class::BYTEARRAY, class::SLICE];
        order.iter().find_map(|&class| {
            let own = &self.machine.class(class).attributes;
            let equal = Machine::is_python(class) && own.contains_key(&well_known::EQ);
            match own.contains_key(&well_known::HASH) {
                true => Some(false),
                false => (equal || UNHASHABLE.contains(&class)).then_some(true),
            }
        }) == Some(true)
    }

    fn class_detail(&mut self, id: ClassId, name: NameId) -> Result<Option<Value>> {
        let class = self.machine.class(id);
        let text = match name {
            well_known::NAME => class.name.clone(),
            well_known::QUALNAME => class.qualified_name.clone(),
            well_known::MODULE if &*class.module == "__main__" => {
                return self.module_name(self.program.main_id()).map(Some);
            }
            well_known::MODULE => class.module.clone(),
            well_known::MRO if class.order.is_empty() => return Ok(Some(Value::None)),
            well_known::MRO | well_known::BASES => {
                let list = if name == well_known::MRO { &class.order } else { &class.bases };
                let classes: Vec<Value> = list.iter().map(|&class| Value::Class(class)).collect();
                return self.tuple(&classes).map(Some);
            }
            well_known::DICT => {
                let attributes = class.attributes.iter().map(|(&name, &value)| (name, value)).collect();
                return self.keyword_dict(&attributes).map(Some);
            }
            name if &**self.machine.common.names.text(name) == "__base__" => {
                // The one that says what its objects are, or the first.
                let layout = |base: &&ClassId| self.machine.class(**base).layout == class.layout;
                let best = class.bases.iter().find(layout).or(class.bases.first());
                return Ok(Some(best.map_or(Value::None, |&base| Value::Class(base))));
            }
            // What can change has no hash.
            well_known::HASH if self.is_unhashable(&class.order) => return Ok(Some(Value::None)),
            well_known::DOC if !class.attributes.contains_key(&well_known::DOC) => return Ok(Some(Value::None)),
            // Only its own: those of a base are none of its fields.
            well_known::ANNOTATIONS if !class.attributes.contains_key(&well_known::ANNOTATIONS) => {
                return self.keyword_dict(&crate::machine::run::native::Keywords::new()).map(Some);
            }
            _ => return Ok(None),
        };
        self.string(&text).map(Some)
    }

    fn function_detail(&mut self, object: Value, name: NameId) -> Result<Option<Value>> {
        let Value::Object(id) = object else { return Ok(None) };
        let Object::Function(function) = self.object(id) else { return Ok(None) };
        if let Some(value) = self.machine.own_attribute(id, name) {
            return Ok(Some(value));
        }
        let module = self.program.code(function.code).module;
        let code = self.program.code(function.code);
        match name {
            well_known::NAME => self.kept_text(id, name, &code.name.clone()),
            well_known::QUALNAME => self.kept_text(id, name, &code.qualified_name.clone()),
            well_known::MODULE => self.module_name(module).map(Some),
            well_known::CLOSURE => self.closure_of(id).map(Some),
            well_known::KWDEFAULTS => self.keyword_defaults(id).map(Some),
            well_known::ANNOTATIONS => {
                let code = function.code;
                let annotations = self.annotations_of(code, None)?;
                // The same dict whenever it is asked for: programs write into it.
                self.keep_part(id, name, annotations);
                Ok(Some(annotations))
            }
            well_known::DOC => match &code.docstring {
                Some(doc) => self.kept_text(id, name, &doc.clone()),
                None => Ok(Some(Value::None)),
            },
            well_known::DEFAULTS => {
                let defaults = function.defaults[..code.parameters.defaults as usize].to_vec();
                if defaults.is_empty() { Ok(Some(Value::None)) } else { self.tuple(&defaults).map(Some) }
            }
            well_known::DICT => self.namespace(id).map(Some),
            _ => Ok(None),
        }
    }

    /// A text that a function has: the same whenever it is asked for, as long as no other thread can ask.
    fn kept_text(&mut self, id: ObjectId, name: NameId, text: &str) -> Result<Option<Value>> {
        let text = self.string(text)?;
        if !self.machine.space.heap.is_shared(id) {
            self.keep_part(id, name, text);
        }
        Ok(Some(text))
    }

    /// The traceback of an exception: the same object until the exception goes on.
    fn traceback_of(&mut self, id: ObjectId) -> Result<Value> {
        let exception = self.exception_mut(id);
        if exception.traceback.is_empty() {
            return Ok(Value::None);
        }
        if let Some((shown, length)) = exception.shown_traceback
            && length == exception.traceback.len()
        {
            return Ok(shown);
        }
        let length = exception.traceback.len();
        let entries = exception.traceback.as_slice().into();
        let shown = self.allocate(Object::Traceback(entries))?;
        self.exception_mut(id).shown_traceback = Some((shown, length));
        Ok(shown)
    }

    /// The variables of a module of the library as they are now.
    fn module_picture(&mut self, module: ModuleId) -> Result<Value> {
        let variables = self.program.modules[module.index()].variables.iter();
        let bound = variables.map(|&(name, global)| (name, self.machine.space.globals.get(global)));
        let shown = |&(name, value): &(NameId, Value)| value.is_bound() && !self.name(name).starts_with("vm_");
        let mut picture: crate::machine::run::native::Keywords = bound.filter(shown).collect();
        if module == ModuleId(0) {
            let natives: Vec<(&str, Value)> =
                self.statics.builtins.iter().map(|(&name, &value)| (name, value)).collect();
            for (name, value) in natives.into_iter().filter(|(name, _)| !name.starts_with("vm_")) {
                picture.push((self.intern(name)?, value));
            }
        }
        self.keyword_dict(&picture)
    }

    /// The name of a module: of the program's own always the same text.
    fn module_name(&mut self, module: ModuleId) -> Result<Value> {
        if self.program.is_own(module) {
            return Ok(self.statics.main_name);
        }
        let text = self.program.modules[module.index()].name.clone();
        self.string(&text)
    }

    /// The defaults of the parameters that are given by keyword only: a dict that the function then has, or `None`.
    fn keyword_defaults(&mut self, id: ObjectId) -> Result<Value> {
        let Object::Function(function) = self.object(id) else { return Ok(Value::None) };
        let shape = &self.program.code(function.code).parameters;
        let names = &self.program.code(function.code).locals[shape.positional as usize..];
        let given = names.iter().zip(&shape.keyword_defaults).filter(|(_, has)| **has).map(|(&name, _)| name);
        let values = function.defaults[shape.defaults as usize..].iter().copied();
        let defaults: crate::machine::run::native::Keywords = given.zip(values).collect();
        if defaults.is_empty() {
            return Ok(Value::None);
        }
        let dict = self.keyword_dict(&defaults)?;
        self.keep_part(id, well_known::KWDEFAULTS, dict);
        Ok(dict)
    }

    fn exception_detail(&mut self, object: Value, name: NameId) -> Result<Option<Value>> {
        let Value::Object(id) = object else { return Ok(None) };
        let Object::Exception(exception) = self.object(id) else { return Ok(None) };
        Ok(match name {
            well_known::CAUSE => Some(exception.cause),
            well_known::CONTEXT => Some(exception.context),
            well_known::SUPPRESS_CONTEXT => Some(Value::bool(exception.suppress_context)),
            well_known::TRACEBACK => Some(self.traceback_of(id)?),
            well_known::DICT => Some(self.namespace(id)?),
            _ => None,
        })
    }
}
