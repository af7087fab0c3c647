//! Attributes: where they are found, and which accesses others could notice. Setting and deleting them is in
//! `attribute_store`.

use smallvec::{SmallVec, smallvec};

use crate::machine::{
    language::call::Found,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
    },
    state::{
        class,
        frame::Then,
        object::{Instance, Method, Native, Object},
        value::{ClassId, ObjectId, Value},
    },
};
use crate::program::{ModuleId, NameId, Register, well_known};

/// What looking up an attribute came to.
enum Attribute {
    /// It is this.
    Value(Value),
    /// The program computes it: what to call, and the arguments.
    Call(Value, SmallVec<[Value; 3]>),
    /// It is nowhere.
    Missing,
}

impl Exec<'_> {
    /// `dst` = `object.name`.
    pub fn get_attribute(&mut self, object: Value, name: NameId, dst: Register) -> Result<Flow> {
        if let Some(getter) = self.quick_getter(object, name) {
            return self.call_value(getter, &[object], Then::Store(dst));
        }
        self.attribute_into(object, name, Then::Store(dst))
    }

    /// Delivers `object.name`.
    pub fn attribute_into(&mut self, object: Value, name: NameId, then: Then) -> Result<Flow> {
        if let Some(view) = self.class_view(object, name) {
            let text = self.name(name);
            let parts = [object, self.string(&text)?];
            let count = if name == well_known::DICT { 1 } else { 2 };
            return self.call_extra(view, &parts[..count], then);
        }
        let own = self.own_special(object, well_known::GETATTRIBUTE);
        let found = match own {
            Some(_) => Attribute::Missing,
            None => self.attribute(object, name)?,
        };
        if let Attribute::Value(value) = found {
            return self.deliver(then, value);
        }
        let hook = self.own_special(object, well_known::GETATTR);
        match (found, own, hook) {
            (Attribute::Call(Value::None, _), _, None) => Err(self.cannot_set(object, name, "getter")),
            (Attribute::Call(function, arguments), _, None) => self.call_value(function, &arguments, then),
            (_, Some(function), None) => self.call_with_name(function, object, name, then),
            (Attribute::Missing, None, Some(function)) => self.call_with_name(function, object, name, then),
            (_, _, Some(_)) => {
                // What is asked first can fail, and then the hook is asked.
                let text = self.name(name);
                let text = self.string(&text)?;
                self.call_library(self.statics.library.attribute_hooks, &[object, text], then)
            }
            (_, None, None) => Err(self.no_attribute(object, name)),
        }
    }

    fn call_with_name(&mut self, function: Value, object: Value, name: NameId, then: Then) -> Result<Flow> {
        let text = self.name(name);
        let text = self.string(&text)?;
        self.call_value(function, &[object, text], then)
    }

    /// As [`Self::attribute_into`], without the hooks of the class: `object.__getattribute__`.
    pub fn plain_attribute_into(&mut self, object: Value, name: NameId, then: Then) -> Result<Flow> {
        match self.attribute(object, name)? {
            Attribute::Value(value) => self.deliver(then, value),
            Attribute::Call(Value::None, _) => Err(self.cannot_set(object, name, "getter")),
            Attribute::Call(function, arguments) => self.call_value(function, &arguments, then),
            Attribute::Missing => Err(self.no_attribute(object, name)),
        }
    }

    /// Whether the object has the attribute; `None` when the program has to be asked.
    pub fn has_attribute(&mut self, object: Value, name: NameId) -> Result<Option<bool>> {
        if self.class_view(object, name).is_some() {
            return Ok(Some(true));
        }
        let hooks = [well_known::GETATTRIBUTE, well_known::GETATTR];
        if hooks.into_iter().any(|hook| self.own_special(object, hook).is_some()) {
            return Ok(None);
        }
        Ok(match self.attribute(object, name)? {
            Attribute::Value(_) => Some(true),
            Attribute::Missing => Some(false),
            Attribute::Call(..) => None,
        })
    }

    /// `object.name` when nothing of the program runs for it.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when the program computes it, or it is nowhere.
    pub fn attribute_value(&mut self, object: Value, name: NameId) -> Result<Value> {
        if self.own_special(object, well_known::GETATTRIBUTE).is_some() {
            return Err(Raise::PYTHON);
        }
        match self.attribute(object, name)? {
            Attribute::Value(value) => Ok(value),
            Attribute::Call(..) | Attribute::Missing => Err(Raise::PYTHON),
        }
    }

    /// The method of that name, for a call.
    pub fn method(&mut self, object: Value, name: NameId) -> Result<Found> {
        if let Some(function) = self.quick_method(object, name) {
            return Ok(Found::Method(function));
        }
        match object {
            Value::Object(id) => match self.machine.space.heap.get(id) {
                Object::Instance(_) | Object::Super(_) | Object::Exception(_) | Object::Function(_) => {}
                _ => return self.builtin_method(object, name),
            },
            Value::Class(_) | Value::Module(_) => {}
            _ => return self.builtin_method(object, name),
        }
        if self.own_special(object, well_known::GETATTRIBUTE).is_some() {
            return Ok(Found::Computed);
        }
        Ok(match self.attribute(object, name)? {
            Attribute::Value(value) => Found::Value(value),
            Attribute::Call(..) => Found::Computed,
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
            None => match (self.builtin_attribute(object, name)?, self.implicit_method(object, name)) {
                (Some(value), _) => Ok(Found::Value(value)),
                (None, Some(function)) => Ok(Found::Method(function)),
                (None, None) => match self.attribute(object, name)? {
                    Attribute::Value(value) => Ok(Found::Value(value)),
                    Attribute::Call(..) => Ok(Found::Computed),
                    Attribute::Missing => Err(self.no_attribute(object, name)),
                },
            },
        }
    }

    fn attribute(&mut self, object: Value, name: NameId) -> Result<Attribute> {
        if let Value::Object(id) = object
            && self.is_new_here(id)
        {
            let getter = self.machine.space.globals.get(self.statics.library.local_get);
            let name = self.name(name);
            return Ok(Attribute::Call(getter, smallvec![object, self.string(&name)?]));
        }
        if let Some(mark) = self.mark_of_property(object, name) {
            return Ok(Attribute::Call(Value::Class(class::BOOL), smallvec![mark]));
        }
        if let Some(value) = self.builtin_attribute(object, name)? {
            return Ok(Attribute::Value(value));
        }
        if name == well_known::DICT && matches!(object, Value::Module(module) if self.program.is_own(module.id())) {
            let namespace = self.machine.space.globals.get(self.statics.library.namespace);
            return Ok(Attribute::Call(namespace, smallvec![]));
        }
        if let Some(computed) = self.function_attribute(object, name) {
            return Ok(computed);
        }
        let found = match object {
            Value::Module(module) => {
                let module = module.id();
                let global = self.program.global(module, name);
                let value =
                    global.map(|global| self.machine.space.globals.get(global)).filter(|value| value.is_bound());
                // Some of the builtins are the machine's: no variables.
                let native = || {
                    let text = self.machine.common.names.text(name);
                    let has_it = module == ModuleId(0) && !text.starts_with("vm_");
                    has_it.then(|| self.statics.builtin(text)).flatten()
                };
                value.or_else(native).map_or(Attribute::Missing, Attribute::Value)
            }
            Value::Class(class) => self.class_attribute(class, name)?,
            Value::Object(id) => match self.object(id) {
                Object::Super(_) => match self.super_attribute(id, name)? {
                    Attribute::Missing => self.typed_attribute(object, name)?,
                    found => found,
                },
                Object::Instance(Instance { native: Native::Value(Value::Object(held)), .. })
                    if matches!(self.object(*held), Object::Super(_)) =>
                {
                    // Of a class made from `super`: what that finds goes first.
                    match self.super_attribute(*held, name)? {
                        Attribute::Missing => self.object_attribute(id, object, name)?,
                        found => found,
                    }
                }
                _ => {
                    let holder = self.attribute_holder(id)?;
                    self.object_attribute(holder, object, name)?
                }
            },
            _ => self.typed_attribute(object, name)?,
        };
        match found {
            Attribute::Missing => match self.implicit_attribute(object, name)? {
                Attribute::Missing if name == well_known::DOC && self.machine.is_own(object) => {
                    Ok(Attribute::Value(Value::None))
                }
                Attribute::Missing => self.attribute_of_function(object, name),
                found => Ok(found),
            },
            found => Ok(found),
        }
    }

    /// What a function of a property says of its being abstract, where that is an object of the program: its truth counts.
    fn mark_of_property(&self, object: Value, name: NameId) -> Option<Value> {
        let Object::Property(parts) = self.object(object.object()?) else { return None };
        if &**self.machine.common.names.text(name) != "__isabstractmethod__" {
            return None;
        }
        let marks = [parts.get, parts.set, parts.delete].into_iter().filter_map(Value::object);
        let mut marks = marks.filter_map(|part| self.machine.own_attribute(part, name));
        marks.find(|&mark| self.machine.is_own(mark))
    }

    /// A method has the attributes of its function.
    fn attribute_of_function(&mut self, object: Value, name: NameId) -> Result<Attribute> {
        let mut function = object;
        for _ in 0..crate::machine::RECURSION_LIMIT {
            match function.object().map(|id| self.object(id)) {
                Some(Object::Method(method)) => function = method.function,
                Some(Object::Function(_)) if function != object => return self.attribute(function, name),
                _ => break,
            }
        }
        Ok(Attribute::Missing)
    }

    /// What the library computes for a function of the program: `__globals__` and `__code__`.
    fn function_attribute(&self, object: Value, name: NameId) -> Option<Attribute> {
        match object.object().map(|id| self.object(id)) {
            Some(Object::Traceback(_)) if &**self.machine.common.names.text(name) == "tb_frame" => {
                let frame = self.machine.space.globals.get(self.statics.library.generator_frame);
                return Some(Attribute::Call(frame, smallvec![object]));
            }
            _ => {}
        }
        if !matches!(name, well_known::GLOBALS | well_known::CODE_OBJECT) {
            return None;
        }
        let mut function = object;
        if let Some(Object::Method(method)) = object.object().map(|id| self.object(id)) {
            function = method.function;
        }
        let Object::Function(parts) = self.object(function.object()?) else { return None };
        let library = &self.statics.library;
        match name {
            well_known::CODE_OBJECT => {
                if let Some(kept) = self.machine.own_attribute(function.object()?, name) {
                    return Some(Attribute::Value(kept));
                }
                let code_of = self.statics.dynamic.as_ref().map_or(library.code_of, |dynamic| dynamic.code_of);
                Some(Attribute::Call(self.machine.space.globals.get(code_of), smallvec![function]))
            }
            // Modules of the library have variables of which the program knows nothing.
            _ if self.program.code(parts.code).hidden => None,
            _ if self.program.code(parts.code).made => self.globals_of(function.object()?).map(Attribute::Value),
            _ => Some(Attribute::Call(self.machine.space.globals.get(library.namespace), smallvec![])),
        }
    }

    /// A method that every object has, bound to it.
    fn implicit_attribute(&mut self, object: Value, name: NameId) -> Result<Attribute> {
        let Some(function) = self.implicit_method(object, name) else { return Ok(Attribute::Missing) };
        let receiver = match object {
            Value::Class(_) if name != well_known::INIT_SUBCLASS => return Ok(Attribute::Value(function)),
            Value::Object(id) => match self.object(id) {
                Object::Super(_) if name == well_known::NEW => return Ok(Attribute::Value(function)),
                Object::Super(parts) => parts.object,
                _ => object,
            },
            _ => object,
        };
        Ok(Attribute::Value(self.allocate(Object::Method(Box::new(Method { receiver, function })))?))
    }

    /// An attribute of an object that may have attributes of its own; they are those of `id`.
    fn object_attribute(&mut self, id: ObjectId, object: Value, name: NameId) -> Result<Attribute> {
        let class = self.class_of(object);
        let on_class = self.machine.find_on_class(class, name);
        if let Some(Value::Object(descriptor)) = on_class {
            match self.object(descriptor) {
                Object::Property(property) => return Ok(Attribute::Call(property.get, smallvec![object])),
                Object::Instance(_) if self.goes_first(Value::Object(descriptor)) => {
                    return self.bound(Value::Object(descriptor), object, class);
                }
                _ => {}
            }
        }
        let own = self.machine.own_attribute(id, name);
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
                Object::Property(property) => Ok(Attribute::Call(property.get, smallvec![object])),
                Object::Instance(Instance { class: of, native: Native::Value(Value::Object(held)), .. }) if matches!(self.object(*held), Object::Super(parts) if !parts.object.is_bound()) =>
                {
                    let Object::Super(parts) = self.object(*held) else { return Ok(Attribute::Value(value)) };
                    Ok(Attribute::Call(Value::Class(*of), smallvec![Value::Class(parts.class), object]))
                }
                Object::Instance(_) => Ok(self.descriptor(value, object, Value::Class(class))),
                Object::Super(parts) if !parts.object.is_bound() => {
                    let of = Value::Class(parts.class);
                    Ok(Attribute::Value(self.super_proxy(of, object)?))
                }
                _ => Ok(Attribute::Value(value)),
            },
            _ => Ok(Attribute::Value(value)),
        }
    }

    /// An object on a class: it computes the attribute if its own class has a `__get__`.
    fn descriptor(&self, value: Value, object: Value, class: Value) -> Attribute {
        match self.special(value, well_known::GET) {
            Some(get) => Attribute::Call(get, smallvec![value, object, class]),
            None => Attribute::Value(value),
        }
    }

    fn class_method(&mut self, class: ClassId, function: Value) -> Result<Attribute> {
        let of = Value::Class(class);
        match function.object().map(|id| self.object(id)) {
            Some(Object::Property(property)) => return Ok(Attribute::Call(property.get, smallvec![of])),
            Some(Object::ClassMethod(inner)) => {
                let inner = *inner;
                return self.class_method(class, inner);
            }
            Some(Object::StaticMethod(inner)) => return Ok(Attribute::Value(*inner)),
            // It says itself what it is on the class.
            Some(Object::Instance(_)) if self.special(function, well_known::GET).is_some() => {
                return Ok(self.descriptor(function, of, of));
            }
            _ => {}
        }
        let method = Method { receiver: Value::Class(class), function };
        Ok(Attribute::Value(self.allocate(Object::Method(Box::new(method)))?))
    }

    fn class_attribute(&mut self, class: ClassId, name: NameId) -> Result<Attribute> {
        let metaclass = self.machine.class(class).metaclass;
        if metaclass != class::TYPE
            && let Some(found @ Value::Object(descriptor)) = self.machine.find_own(metaclass, name)
            && (matches!(self.object(descriptor), Object::Property(_)) || self.goes_first(found))
        {
            return self.bound(found, Value::Class(class), metaclass);
        }
        let Some(value) = self.machine.find_on_class(class, name) else {
            // What every object has goes before what its metaclass says of the class.
            if metaclass != class::TYPE && self.machine.find_own(metaclass, name).is_some() {
                let found = self.implicit_attribute(Value::Class(class), name)?;
                if !matches!(found, Attribute::Missing) {
                    return Ok(found);
                }
            }
            return self.typed_attribute(Value::Class(class), name);
        };
        self.of_class(value, class)
    }

    /// What an attribute of a class is when it is reached through the class.
    fn of_class(&mut self, value: Value, class: ClassId) -> Result<Attribute> {
        match value {
            Value::Object(id) => match self.object(id) {
                Object::StaticMethod(function) => Ok(Attribute::Value(*function)),
                Object::ClassMethod(function) => {
                    let function = *function;
                    self.class_method(class, function)
                }
                Object::Instance(_) if self.special(value, well_known::GET).is_some() => {
                    Ok(self.descriptor(value, Value::None, Value::Class(class)))
                }
                _ => Ok(Attribute::Value(value)),
            },
            _ => Ok(Attribute::Value(value)),
        }
    }

    fn super_attribute(&mut self, id: ObjectId, name: NameId) -> Result<Attribute> {
        let Object::Super(parts) = self.object(id) else { return Ok(Attribute::Missing) };
        let (class, object, order) = (parts.class, parts.object, parts.order);
        let line = self.machine.class(order).order.clone();
        let behind = line.iter().skip_while(|&&known| known != class).skip(1);
        let found = behind.copied().find_map(|class| self.machine.class(class).attributes.get(&name).copied());
        match (found, object) {
            (None, _) | (_, Value::Unbound) => Ok(Attribute::Missing),
            (Some(value), Value::Class(of)) if of == order => self.of_class(value, of),
            (Some(value), _) => self.bound(value, object, order),
        }
    }

    /// Whether a descriptor says what an attribute is before the object itself is asked.
    fn goes_first(&self, value: Value) -> bool {
        self.special(value, well_known::GET).is_some() && self.is_data_descriptor(value)
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
}
