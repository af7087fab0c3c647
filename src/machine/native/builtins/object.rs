//! Functions about objects, their classes and their attributes.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Native, Parameter, control, optional, pure, reads, required, rest},
    },
    state::{
        class,
        frame::Then,
        object::{Object, Property},
        value::Value,
    },
};
use crate::program::well_known;

const OBJECT_AND_NAME: &[Parameter] = &[required(""), required("")];
const SELF: &[Parameter] = &[required("self")];

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    control("getattr", &[required(""), required(""), optional("", Value::Unbound)], getattr),
    control("hasattr", OBJECT_AND_NAME, |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        let has = exec.has_attribute(a[0], name)?.ok_or(Raise::Python)?;
        exec.deliver(then, Value::Bool(has))
    }),
    control("setattr", &[required(""), required(""), required("")], |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        let flow = exec.set_attribute(a[0], name, a[2])?;
        exec.none_behind(flow, then)
    }),
    control("delattr", OBJECT_AND_NAME, |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        let flow = exec.delete_attribute(a[0], name)?;
        exec.none_behind(flow, then)
    }),
    pure("isinstance", &[required(""), required("")], |exec, a| {
        let of = exec.class_of(a[0]);
        match exec.is_among(of, a[1], 0) {
            Some(is) => Ok(Value::Bool(is)),
            None => Err(exec.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
        }
    }),
    pure("issubclass", &[required(""), required("")], |exec, a| {
        let Value::Class(of) = a[0] else { return Err(exec.type_error("issubclass() arg 1 must be a class")) };
        match exec.is_among(of, a[1], 0) {
            Some(is) => Ok(Value::Bool(is)),
            None => Err(exec.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
        }
    }),
    pure("callable", &[required("")], |exec, a| Ok(Value::Bool(exec.is_callable(a[0])))),
    pure("id", &[required("")], |exec, a| Ok(Value::Int(exec.identity(a[0])))),
    reads("hash", &[required("")], |exec, a| exec.hash(a[0]).map(Value::Int)),
    control("vars", &[optional("", Value::Unbound)], vars),
    control("locals", &[], |exec, _, then| {
        let locals = exec.locals()?;
        exec.deliver(then, locals)
    }),
    control("globals", &[], |exec, _, then| {
        let globals = exec.globals()?;
        exec.deliver(then, globals)
    }),
    control("dir", &[optional("", Value::Unbound)], dir),
];

fn getattr(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let name = exec.name_argument(a[1])?;
    if !a[2].is_bound() {
        return exec.attribute_into(a[0], name, then);
    }
    match exec.has_attribute(a[0], name)? {
        None => Err(Raise::Python),
        Some(true) => exec.attribute_into(a[0], name, then),
        Some(false) => exec.deliver(then, a[2]),
    }
}

fn vars(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let value = match a[0] {
        Value::Unbound => exec.locals()?,
        object => match exec.builtin_attribute(object, well_known::DICT)? {
            Some(dict) => dict,
            None => return Err(exec.type_error("vars() argument must have __dict__ attribute")),
        },
    };
    exec.deliver(then, value)
}

fn dir(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    if a[0].is_bound() {
        // A class may say it in its own way.
        return Err(Raise::Python);
    }
    let locals = exec.locals()?;
    let mut names: Vec<Value> = exec.dict_entries(locals).into_iter().map(|(name, _)| name).collect();
    names.sort_by_key(|&name| exec.text_of(name).unwrap_or_default().to_owned());
    let names = exec.list(names)?;
    exec.deliver(then, names)
}

impl Exec<'_> {
    /// A call whose result is of no interest gives `None`.
    ///
    /// # Errors
    /// What delivering it raises.
    pub fn none_behind(&mut self, flow: Flow, then: Then) -> Result<Flow> {
        match flow {
            Flow::Next => self.deliver(then, Value::None),
            // A setter of the program runs first; like every function for its effect, it returns `None`.
            Flow::Frame => {
                self.stack.top_mut().then = then;
                Ok(Flow::Frame)
            }
            other => Ok(other),
        }
    }

    /// Whether the class is one of those that the value names, or a subclass; `None` when the value is no class.
    fn is_among(&self, of: crate::machine::state::value::ClassId, classes: Value, depth: u32) -> Option<bool> {
        match classes {
            Value::Class(class) => Some(self.machine.class(of).is_subclass(class)),
            // `type(None)` can be written `None` in a union, but nowhere else.
            Value::Object(id) if depth < 100 => match self.object(id) {
                Object::Tuple(classes) => {
                    for &class in classes.iter() {
                        if self.is_among(of, class, depth + 1)? {
                            return Some(true);
                        }
                    }
                    Some(false)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// `callable(value)`.
    pub fn is_callable(&self, value: Value) -> bool {
        match value {
            Value::Native(_) | Value::Class(_) => true,
            Value::Object(id) => match self.object(id) {
                Object::Function(_) | Object::Method(_) | Object::StaticMethod(_) => true,
                _ => self.special(value, well_known::CALL).is_some(),
            },
            _ => false,
        }
    }

    /// `id(value)`: different for different objects that live at one time.
    fn identity(&self, value: Value) -> i64 {
        const STEP: i64 = 16;
        match value {
            Value::Object(id) => self.machine.address(id) as i64,
            Value::Int(number) => 0x7e00_0000_0000 + (number & 0xffff_ffff) * STEP,
            Value::Class(class) => 0x5600_0000_0000 + i64::from(class.0) * STEP,
            Value::Native(native) => 0x5700_0000_0000 + i64::from(native.0) * STEP,
            Value::Module(module) => 0x5800_0000_0000 + i64::from(module.0) * STEP,
            Value::Float(number) => 0x7d00_0000_0000 + (number.to_bits() as i64 & 0xffff_ffff) * STEP,
            Value::Bool(truth) => 0x5900_0000_0000 + i64::from(truth) * STEP,
            Value::None => 0x5900_0000_0100,
            Value::NotImplemented => 0x5900_0000_0200,
            Value::Ellipsis | Value::Unbound => 0x5900_0000_0300,
        }
    }

    /// The variables of the running function, or of the module, by name: a picture of now.
    fn locals(&mut self) -> Result<Value> {
        let Some(frame) = self.stack.frames.iter().rev().find(|frame| !self.code(frame.code).hidden).copied() else {
            return self.keyword_dict(&crate::machine::run::native::Keywords::new());
        };
        let code = self.program.code(frame.code);
        if code.kind == crate::program::CodeKind::Module {
            return self.globals();
        }
        let mut bound = crate::machine::run::native::Keywords::new();
        for (at, &name) in code.locals.iter().enumerate() {
            let value = match self.stack.registers[frame.base as usize + at] {
                Value::Object(id) => match self.object(id) {
                    Object::Cell(inner) => *inner,
                    _ => Value::Object(id),
                },
                other => other,
            };
            if value.is_bound() && name != well_known::CLASS && !self.name(name).starts_with('.') {
                bound.push((name, value));
            }
        }
        self.keyword_dict(&bound)
    }

    /// The variables of the module whose text is running, by name: a picture of now.
    fn globals(&mut self) -> Result<Value> {
        let module = self.place().map_or(self.program.main_id(), |(code, _)| self.code(code).module);
        let variables = &self.program.modules[module.index()].variables;
        let mut globals: Vec<_> = variables.iter().map(|&(name, global)| (global, name)).collect();
        globals.sort_unstable_by_key(|&(global, _)| global.index());
        let main = self.string("__main__")?;
        let mut bound = crate::machine::run::native::Keywords::new();
        bound.push((well_known::NAME, main));
        for (global, name) in globals {
            let value = self.machine.globals.get(global);
            if value.is_bound() {
                bound.push((name, value));
            }
        }
        self.keyword_dict(&bound)
    }
}

const FUNCTION: &[Parameter] = &[required("function")];

/// `staticmethod(function)`.
pub const STATIC_METHOD: Native = pure("staticmethod", FUNCTION, |exec, a| exec.allocate(Object::StaticMethod(a[0])));

/// `classmethod(function)`.
pub const CLASS_METHOD: Native = pure("classmethod", FUNCTION, |exec, a| exec.allocate(Object::ClassMethod(a[0])));

/// `property(fget, fset, fdel)`.
pub const PROPERTY: Native = pure(
    "property",
    &[
        optional("fget", Value::None),
        optional("fset", Value::None),
        optional("fdel", Value::None),
        optional("doc", Value::Unbound),
    ],
    |exec, a| exec.allocate(Object::Property(Box::new(Property { get: a[0], set: a[1], delete: a[2], doc: a[3] }))),
);

/// `getter`, `setter` and `deleter`: the property with another function.
pub const PROPERTY_METHODS: &[Native] = &[
    pure("getter", WITH_FUNCTION, |exec, a| changed(exec, a[0], |parts| parts.get = a[1])),
    pure("setter", WITH_FUNCTION, |exec, a| changed(exec, a[0], |parts| parts.set = a[1])),
    pure("deleter", WITH_FUNCTION, |exec, a| changed(exec, a[0], |parts| parts.delete = a[1])),
];

const WITH_FUNCTION: &[Parameter] = &[required("self"), required("")];

fn changed(exec: &mut Exec<'_>, property: Value, change: impl FnOnce(&mut Property)) -> Result<Value> {
    let Some(mut parts) = parts_of(exec, property) else {
        return Err(exec.type_error("a property is needed"));
    };
    change(&mut parts);
    exec.allocate(Object::Property(Box::new(parts)))
}

fn parts_of(exec: &Exec<'_>, property: Value) -> Option<Property> {
    match property.object().map(|id| exec.object(id)) {
        Some(Object::Property(parts)) => Some((**parts).clone()),
        _ => None,
    }
}

/// `fget` of a property.
pub const FGET: Native = pure("fget", SELF, |exec, a| Ok(parts_of(exec, a[0]).map_or(Value::None, |parts| parts.get)));

/// `fset` of a property.
pub const FSET: Native = pure("fset", SELF, |exec, a| Ok(parts_of(exec, a[0]).map_or(Value::None, |parts| parts.set)));

/// `fdel` of a property.
pub const FDEL: Native =
    pure("fdel", SELF, |exec, a| Ok(parts_of(exec, a[0]).map_or(Value::None, |parts| parts.delete)));

/// `super(class, object)`; without arguments the compiler does it.
pub const SUPER: Native = pure("super", &[optional("", Value::Unbound), optional("", Value::Unbound)], |exec, a| {
    if !a[0].is_bound() {
        return Err(exec.runtime_error("super(): no arguments"));
    }
    if !a[1].is_bound() {
        return Err(exec.type_error("raddle has no super() of a class alone: name the object too"));
    }
    exec.super_proxy(a[0], a[1])
});

/// `bool(object)`.
pub const BOOL: Native = reads("bool", &[optional("", Value::Bool(false))], |exec, a| {
    exec.machine.truth(a[0]).map(Value::Bool).ok_or(Raise::Python)
});

/// `type(object)`, `type(name, bases, attributes)`.
pub const TYPE: Native = control("type", &[rest("")], |exec, a, then| {
    let arguments = exec.sequence_items(a[0]).unwrap_or_default();
    match arguments[..] {
        [object] => {
            let class = exec.class_of(object);
            exec.deliver(then, Value::Class(class))
        }
        [name, bases, attributes] => exec.make_class([name, bases, attributes], then),
        _ => Err(exec.type_error("type() takes 1 or 3 arguments")),
    }
});

/// Methods of classes.
pub const TYPE_METHODS: &[Native] = &[
    pure("mro", SELF, |exec, a| {
        let Value::Class(class) = a[0] else { return Ok(Value::None) };
        let order = exec.machine.class(class).order.iter().map(|&class| Value::Class(class)).collect();
        exec.list(order)
    }),
    pure("__subclasses__", SELF, |exec, a| {
        let Value::Class(class) = a[0] else { return Ok(Value::None) };
        let all = (0..(class::COUNT + exec.machine.classes.len()) as u32).map(crate::machine::state::value::ClassId);
        let of = all.filter(|&id| exec.machine.class(id).bases.contains(&class)).map(Value::Class).collect();
        exec.list(of)
    }),
];
