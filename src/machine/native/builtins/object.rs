//! Functions about objects, their classes and their attributes.

use crate::machine::{
    Machine,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{
            Access, Attribute, Keywords, Native, Parameter, control, keyword_rest, optional, pure, reads, required,
            rest,
        },
    },
    state::{
        class,
        frame::Then,
        object::{Object, Property},
        place::Deed,
        value::{ClassId, Value},
    },
};
use crate::program::{GlobalId, made::LOCALS, well_known};

const OBJECT_AND_NAME: &[Parameter] = &[required(""), required("")];
const SELF: &[Parameter] = &[required("self")];
const GETS: Access = Access::Attribute(Attribute::Get);
const SETS: Access = Access::Attribute(Attribute::Set);

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    control("getattr", &[required(""), required(""), optional("", Value::Unbound)], getattr).with(GETS),
    control("hasattr", OBJECT_AND_NAME, |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        let has = exec.has_attribute(a[0], name)?.ok_or(Raise::PYTHON)?;
        exec.deliver(then, Value::bool(has))
    })
    .with(GETS),
    control("setattr", &[required(""), required(""), required("")], |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        let flow = exec.set_attribute(a[0], name, a[2])?;
        exec.none_behind(flow, then)
    })
    .with(SETS),
    control("delattr", OBJECT_AND_NAME, |exec, a, then| {
        let name = exec.name_argument(a[1])?;
        let flow = exec.delete_attribute(a[0], name)?;
        exec.none_behind(flow, then)
    })
    .with(SETS),
    pure("isinstance", &[required(""), required("")], |exec, a| {
        let of = exec.class_of(a[0]);
        if exec.may_claim_a_class(of) && exec.is_among(of, a[1], 0) == Some(false) {
            return Err(Raise::PYTHON);
        }
        exec.belongs(of, a[1], "isinstance() arg 2 must be a type, a tuple of types, or a union")
    }),
    pure("issubclass", &[required(""), required("")], |exec, a| {
        let Value::Class(of) = a[0] else { return Err(exec.type_error("issubclass() arg 1 must be a class")) };
        exec.belongs(of, a[1], "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }),
    pure("callable", &[required("")], |exec, a| Ok(Value::bool(exec.is_callable(a[0])))),
    pure("id", &[required("")], |exec, a| Ok(Value::Int(exec.machine.address_of(a[0])))),
    reads("hash", &[required("")], |exec, a| exec.hash(a[0]).map(Value::Int)),
    control("vars", &[optional("", Value::Unbound)], vars).with(Access::Attribute(Attribute::Namespace)),
    control("locals", &[], |exec, _, then| locals(exec, then)).with(Access::Locals),
    control("globals", &[], |exec, _, then| match exec.running_globals() {
        Some(globals) => exec.deliver(then, globals),
        None => exec.call_library(exec.statics.library.namespace, &[], then),
    }),
    control("vm_global", &[required("name"), required("default")], global).with(Access::Global(Deed::Read)),
    control("vm_set_global", &[required("name"), required("value")], set_global).with(Access::Global(Deed::Write)),
    control("vm_delete_global", &[required("name")], delete_global).with(Access::Global(Deed::Write)),
    pure("vm_global_names", &[], |exec, _| {
        let names = exec.global_names()?;
        exec.list(names)
    })
    .with(Access::Global(Deed::Read)),
    control("dir", &[optional("", Value::Unbound)], dir),
];

fn getattr(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let name = exec.name_argument(a[1])?;
    if !a[2].is_bound() {
        return exec.attribute_into(a[0], name, then);
    }
    match exec.has_attribute(a[0], name)? {
        None => Err(Raise::PYTHON),
        Some(true) => exec.attribute_into(a[0], name, then),
        Some(false) => exec.deliver(then, a[2]),
    }
}

fn vars(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    if !a[0].is_bound() {
        return locals(exec, then);
    }
    if exec.class_view(a[0], well_known::DICT).is_some() {
        return exec.attribute_into(a[0], well_known::DICT, then);
    }
    match exec.builtin_attribute(a[0], well_known::DICT)? {
        Some(dict) => exec.deliver(then, dict),
        None if matches!(a[0], Value::Module(_)) => exec.attribute_into(a[0], well_known::DICT, then),
        None if exec.own_special(a[0], well_known::DICT).is_some() => exec.attribute_into(a[0], well_known::DICT, then),
        None => Err(exec.type_error("vars() argument must have __dict__ attribute")),
    }
}

/// The variables of the running function, a picture of now; those of the module as they are at any time.
fn locals(exec: &mut Exec<'_>, then: Then) -> Result<Flow> {
    match exec.locals()? {
        Some(locals) if exec.is_in_plain_class_body() => {
            exec.call_library(exec.statics.library.class_namespace, &[locals], then)
        }
        Some(locals) => exec.deliver(then, locals),
        None => exec.call_library(exec.statics.library.namespace, &[], then),
    }
}

fn dir(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    if a[0].is_bound() {
        // A class may say it in its own way.
        return Err(Raise::PYTHON);
    }
    let locals = exec.locals()?;
    if let (Some(locals), Some(dynamic)) = (locals, &exec.statics.dynamic)
        && !matches!(exec.space_of(locals), crate::machine::language::named::Space::Dict(_))
    {
        return exec.call_library(dynamic.names, &[locals], then);
    }
    let mut names: Vec<Value> = match locals {
        Some(locals) => exec.dict_entries(locals).into_iter().map(|(name, _)| name).collect(),
        None => exec.global_names()?,
    };
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
            stop => Ok(stop),
        }
    }

    /// Whether the class is one of those that the value names, or a subclass; `None` when the value is no class.
    fn is_among(&self, of: crate::machine::state::value::ClassId, classes: Value, depth: u32) -> Option<bool> {
        match self.base_value(classes) {
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

    /// Whether objects of the class may say of themselves that they are of another one: `__class__`.
    pub fn may_claim_a_class(&self, of: crate::machine::state::value::ClassId) -> bool {
        [well_known::GETATTRIBUTE, well_known::CLASS].iter().any(|&name| self.machine.find_own(of, name).is_some())
    }

    /// Whether the class is among these, as they say themselves where they do; `refusal` is said of what are none.
    fn belongs(&mut self, of: crate::machine::state::value::ClassId, classes: Value, refusal: &str) -> Result<Value> {
        match self.is_among(of, classes, 0) {
            Some(true) => Ok(Value::TRUE),
            _ if self.wants_to_be_asked(classes, 0) => Err(Raise::PYTHON),
            Some(false) => Ok(Value::FALSE),
            None => Err(self.type_error(refusal)),
        }
    }

    /// Whether one of the classes says itself what belongs to it: the abstract ones of `collections.abc`, and what `typing` has.
    fn wants_to_be_asked(&self, classes: Value, depth: u32) -> bool {
        let has = |name: &str, class| {
            let name = self.machine.common.names.get(name);
            name.is_some_and(|name| self.machine.find_on_class(class, name).is_some())
        };
        match self.base_value(classes) {
            Value::Class(class) => has("__subclasshook__", class) || self.machine.is_own(classes),
            Value::Object(id) => match self.object(id) {
                Object::Tuple(classes) if depth < 100 => {
                    classes.iter().any(|&class| self.wants_to_be_asked(class, depth + 1))
                }
                _ => has("__instancecheck__", self.class_of(classes)),
            },
            _ => false,
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

    /// The variables of the running function by name, a picture of now; `None` where the text of the module is running.
    pub fn locals(&mut self) -> Result<Option<Value>> {
        let Some(frame) = self.frame_of_program() else { return Ok(None) };
        let code = self.program.code(frame.code);
        if let Some(names) = self.comprehension_locals(&frame) {
            return self.keyword_dict(&names).map(Some);
        }
        if code.kind == crate::program::CodeKind::Module {
            return Ok(self.running_locals());
        }
        if code.kind == crate::program::CodeKind::Class
            && let Some(live) = self.space_in(&frame, LOCALS)
        {
            return Ok(Some(live));
        }
        let mut bound = crate::machine::run::native::Keywords::new();
        for (at, &name) in code.locals.iter().enumerate() {
            // What a class body takes from around is none of its own.
            if code.kind == crate::program::CodeKind::Class
                && code.captures.iter().any(|taken| taken.inner.index() == at)
            {
                continue;
            }
            let value = self.variable_at(frame.base as usize + at);
            if value.is_bound() && name != well_known::CLASS && !self.name(name).starts_with('.') {
                bound.push((name, value));
            }
        }
        if let Some(at) = self.place_of_locals(&frame) {
            return self.renewed_locals(at, &bound).map(Some);
        }
        self.keyword_dict(&bound).map(Some)
    }

    /// Why `super()` does not work where it is called: `super_init_without_args` of CPython.
    fn why_no_super(&self) -> &'static str {
        let frame = self.stack.frames.iter().rev().find(|frame| !self.code(frame.code).hidden);
        let Some(frame) = frame else { return "super(): no arguments" };
        if self.code(frame.code).parameters.positional == 0 {
            return "super(): no arguments";
        }
        let first = match self.stack.registers[frame.base as usize] {
            Value::Object(id) => match self.object(id) {
                Object::Cell(inner) => *inner,
                _ => Value::Object(id),
            },
            first => first,
        };
        if first.is_bound() { "super(): __class__ cell not found" } else { "super(): arg[0] deleted" }
    }

    /// Whether it is the text of a class that is running, which does not have its names in a dict.
    fn is_in_plain_class_body(&self) -> bool {
        self.frame_of_program().is_some_and(|frame| {
            let code = self.code(frame.code);
            code.kind == crate::program::CodeKind::Class && self.space_in(&frame, LOCALS).is_none()
        })
    }

    /// The names of the module's variables that are bound.
    fn global_names(&mut self) -> Result<Vec<Value>> {
        let main = self.machine.space.module;
        let mut globals = self.program.modules[main.index()].variables.clone();
        globals.sort_unstable_by_key(|&(_, global)| global.index());
        let mut names = vec![self.string("__name__")?];
        for (name, global) in globals {
            if self.machine.space.globals.get(global).is_bound() {
                let name = self.name(name);
                names.push(self.string(&name)?);
            }
        }
        Ok(names)
    }

    /// The variable of the program's module that a value names.
    pub fn global_named(&self, name: Value) -> Option<GlobalId> {
        let name = self.machine.common.names.get(self.text_of(name)?)?;
        self.program.global(self.machine.space.module, name)
    }
}

impl Machine {
    /// `id(value)`: different for different objects that live at one time.
    pub(in crate::machine) fn address_of(&self, value: Value) -> i64 {
        const STEP: i64 = 16;
        match value {
            Value::Object(id) => self.address(id) as i64,
            Value::Int(number) => 0x7e00_0000_0000 + (number & 0xffff_ffff) * STEP,
            Value::Class(class) => 0x5600_0000_0000 + i64::from(class.number()) * STEP,
            Value::Native(native) => 0x5700_0000_0000 + i64::from(native.number()) * STEP,
            Value::Module(module) => 0x5800_0000_0000 + i64::from(module.id().0) * STEP,
            Value::Float(real) => 0x7d00_0000_0000 + (real.number().to_bits() as i64 & 0xffff_ffff) * STEP,
            Value::Bool(truth) => 0x5900_0000_0000 + truth as i64 * STEP,
            Value::None => 0x5900_0000_0100,
            Value::NotImplemented => 0x5900_0000_0200,
            Value::Ellipsis | Value::Unbound | Value::Loop(_) => 0x5900_0000_0300,
        }
    }
}

fn global(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let value = match (exec.text_of(a[0]), exec.global_named(a[0])) {
        (Some("__name__"), None) => exec.string("__main__")?,
        (_, global) => global.map_or(Value::Unbound, |global| exec.machine.space.globals.get(global)),
    };
    exec.deliver(then, if value.is_bound() { value } else { a[1] })
}

/// Returns whether the text of the program has a variable of that name.
fn set_global(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let global = exec.global_named(a[0]);
    if let Some(global) = global {
        exec.store_shared(global, a[1])?;
    }
    exec.deliver(then, Value::bool(global.is_some()))
}

fn delete_global(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    match exec.global_named(a[0]) {
        Some(global) => exec.delete_global(global)?,
        None => return Err(exec.exception(class::KEY_ERROR, &[a[0]])),
    };
    exec.deliver(then, Value::None)
}

const FUNCTION: &[Parameter] = &[required("")];

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
    if exec.machine.is_own(property) {
        // It is made by its class.
        return Err(Raise::PYTHON);
    }
    let Some(mut parts) = parts_of(exec, property) else {
        return Err(exec.type_error("a property is needed"));
    };
    change(&mut parts);
    exec.allocate(Object::Property(Box::new(parts)))
}

fn parts_of(exec: &Exec<'_>, property: Value) -> Option<Property> {
    match exec.base_value(property).object().map(|id| exec.object(id)) {
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
        let message = exec.why_no_super();
        return Err(exec.runtime_error(message));
    }
    if !a[1].is_bound() {
        return exec.unbound_super(a[0]);
    }
    exec.super_proxy(a[0], a[1])
});

/// `bool(object)`.
pub const BOOL: Native = reads("bool", &[optional("", Value::FALSE)], |exec, a| {
    exec.machine.truth(a[0]).map(Value::bool).ok_or(Raise::PYTHON)
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

/// `type.__prepare__`: the names of a class begin empty.
pub const PREPARE: Native =
    pure("__prepare__", &[required("cls"), rest(""), keyword_rest("")], |exec, _| exec.keyword_dict(&Keywords::new()));

/// What the library makes classes with.
pub const OF_METACLASSES: &[Native] = &[
    control("vm_type_new", &[required("metaclass"), required("args"), required("keywords")], |exec, a, then| {
        let Value::Class(metaclass) = a[0] else {
            return Err(exec.type_error("type.__new__(X): X is not a type object"));
        };
        match exec.sequence_items(a[1]).unwrap_or_default()[..] {
            [name, bases, attributes] => exec.make_class_of(metaclass, [name, bases, attributes], a[2], then),
            ref other => {
                let message = format!("type.__new__() takes exactly 3 arguments ({} given)", other.len());
                Err(exec.type_error(&message))
            }
        }
    }),
    pure("vm_winning_metaclass", &[required("metaclass"), required("bases")], |exec, a| {
        let Value::Class(metaclass) = a[0] else { return Ok(a[0]) };
        let bases = exec.sequence_items(a[1]).unwrap_or_default();
        exec.winning_metaclass(metaclass, &bases).map(Value::Class)
    }),
    pure("vm_set_abstract", &[required("class"), required("abstract")], |exec, a| {
        if let Value::Class(class) = a[0] {
            exec.machine.class_mut(class).is_abstract = a[1] == Value::TRUE;
        }
        Ok(Value::None)
    }),
    pure("vm_is_abstract", &[required("class")], |exec, a| {
        Ok(Value::bool(matches!(a[0], Value::Class(class) if exec.machine.class(class).is_abstract)))
    }),
];

/// Methods of modules that the program makes.
pub const MODULE_METHODS: &[Native] =
    &[pure("__init__", &[required("self"), required("name"), optional("doc", Value::None)], |exec, a| {
        let Some(Object::Instance(_)) = a[0].object().map(|id| exec.object(id)) else { return Ok(Value::None) };
        if exec.text_of(a[1]).is_none() {
            let message = format!("module.__init__() argument 'name' must be str, not {}", exec.given_class(a[1]));
            return Err(exec.type_error(&message));
        }
        let Value::Object(id) = a[0] else { return Ok(Value::None) };
        exec.set_own(id, well_known::NAME, a[1])?;
        exec.set_own(id, well_known::DOC, a[2])?;
        for name in ["__package__", "__loader__", "__spec__"] {
            let name = exec.intern(name)?;
            exec.set_own(id, name, Value::None)?;
        }
        Ok(Value::None)
    })];

/// Methods of classes.
pub const TYPE_METHODS: &[Native] = &[
    pure("mro", SELF, |exec, a| {
        let Value::Class(class) = a[0] else { return Ok(Value::None) };
        let bases = exec.machine.class(class).bases.clone();
        // What the bases come to, whatever the class's own `mro` has made of it.
        let order = if bases.is_empty() { vec![class] } else { exec.resolution_order(class, &bases)? };
        exec.list(order.into_iter().map(Value::Class).collect())
    }),
    pure("__subclasses__", SELF, |exec, a| {
        let Value::Class(class) = a[0] else { return Ok(Value::None) };
        let all = (0..class::COUNT + exec.machine.space.lasting.classes.len()).map(ClassId::at);
        let of = all.filter(|&id| exec.machine.class(id).bases.contains(&class)).map(Value::Class).collect();
        exec.list(of)
    }),
];
