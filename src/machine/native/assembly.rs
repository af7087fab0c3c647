//! Puts the tables of everything native and the constants of a program together, once for all its machines.

use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::machine::{
    native::{quick::QUICK, role, tables},
    run::{
        canonical::Seen,
        native::{Native, ParameterKind, Role},
        statics::{Dynamic, Functions, Statics, stdout_of},
    },
    state::{
        class::{self, Class, Layout},
        object::{Object, Property, Str},
        value::{ClassId, NativeId, ObjectId, Value},
    },
};
use crate::program::{Code, Constant, GlobalId, Instruction, ModuleId, NameId, Names, Program};

/// Builds the tables.
struct Builder<'p> {
    program: &'p Program,
    names: Names,
    objects: Vec<Object>,
    natives: Vec<&'static Native>,
    roles: Vec<Role>,
    receivers: Vec<Option<ClassId>>,
    exact: Vec<bool>,
    quick: Vec<bool>,
    buffers: Vec<bool>,
    fallbacks: Vec<Option<GlobalId>>,
    strings: IndexMap<Arc<str>, ObjectId, FxBuildHasher>,
}

impl Statics {
    /// The tables of a program, the objects that its constants are, and its names together with the machine's own.
    #[must_use]
    pub fn of(program: &Program) -> (Self, Arc<[Object]>, Names) {
        let mut builder = Builder {
            program,
            names: Names::clone(&program.names),
            objects: Vec::new(),
            natives: Vec::new(),
            roles: Vec::new(),
            receivers: Vec::new(),
            exact: Vec::new(),
            quick: Vec::new(),
            buffers: Vec::new(),
            fallbacks: Vec::new(),
            strings: IndexMap::default(),
        };
        let classes = builder.classes();
        let mut builtins = IndexMap::default();
        for native in tables::FUNCTIONS.iter().flat_map(|table| table.iter()) {
            let id = builder.native(native, "");
            builtins.insert(native.name, Value::Native(id));
        }
        for (name, value) in tables::VALUES {
            builtins.insert(*name, *value);
        }
        for (at, row) in class::TABLE.iter().enumerate() {
            if row.module == "builtins" && row.layout != Layout::Closed && row.name != "module" {
                builtins.insert(row.name, Value::Class(ClassId::at(at)));
            }
        }
        let constructors = builder.constructors();
        let protocol = builder.protocol();
        let constants = program.constants.iter().map(|constant| builder.constant(constant, &builtins)).collect();
        let main_name =
            builder.constant(&Constant::Str(program.modules[program.main_id().index()].name.clone()), &builtins);
        let statics = Self {
            constants,
            main_name,
            classes,
            natives: builder.natives,
            roles: builder.roles,
            exact: builder.exact,
            quick: builder.quick,
            receivers: builder.receivers,
            buffers: builder.buffers,
            buffer: program.names.get("vm_buffer"),
            fallbacks: builder.fallbacks,
            constructors,
            library: Functions::of(program),
            dynamic: Dynamic::of(program),
            stdout: stdout_of(program),
            protocol,
            builtins,
            seen: Seen::of(program),
            variables: OnceLock::new(),
            descriptors: could_make_descriptors(program),
        };
        (statics, builder.objects.into(), builder.names)
    }
}

impl Builder<'_> {
    fn native(&mut self, native: &'static Native, class: &str) -> NativeId {
        let id = NativeId::at(self.natives.len());
        self.natives.push(native);
        self.roles.push(role::FUNCTION);
        self.receivers.push(None);
        let known = if class.is_empty() { native.name.to_owned() } else { format!("{class}.{}", native.name) };
        self.buffers.push(
            matches!(class, "bytes" | "bytearray")
                || class.is_empty() && matches!(native.name, "int" | "float" | "str" | "bytes" | "bytearray"),
        );
        self.exact.push(native.parameters.iter().all(|parameter| matches!(parameter.kind, ParameterKind::Required)));
        self.quick.push(QUICK.contains(&known.as_str()));
        let name = if class.is_empty() { format!("vm_{}", native.name) } else { format!("vm_{class}_{}", native.name) };
        let fallback = self.program.names.get(&name).and_then(|name| self.program.global(ModuleId(0), name));
        self.fallbacks.push(fallback);
        id
    }

    fn name(&mut self, name: &str) -> NameId {
        self.names.intern(name).unwrap_or_else(|| unreachable!("the machine has few names of its own"))
    }

    fn object(&mut self, object: Object) -> Value {
        self.objects.push(object);
        Value::Object(ObjectId::at(self.objects.len() - 1))
    }

    fn classes(&mut self) -> Vec<Class> {
        let mut classes: Vec<Class> = Vec::with_capacity(class::COUNT);
        for (at, row) in class::TABLE.iter().enumerate() {
            let id = ClassId::at(at);
            let mut order = vec![id];
            if at > 0 {
                order.extend(&classes[row.base.index()].order);
            }
            classes.push(Class {
                name: row.name.into(),
                qualified_name: row.name.into(),
                module: row.module.into(),
                bases: if at > 0 { vec![row.base] } else { Vec::new() },
                order,
                metaclass: class::TYPE,
                is_abstract: false,
                finalizer: false,
                attributes: IndexMap::default(),
                layout: row.layout,
                kept: Arc::from([]),
                slots: matches!(id, class::OBJECT | class::LOCK | class::RLOCK | class::SIMPLE_QUEUE)
                    .then(|| Arc::from([])),
                own: false,
                record: None,
            });
        }
        for (class, methods) in tables::METHODS {
            for native in *methods {
                let id = self.native(native, class::TABLE[class.index()].name);
                self.roles[id.index()] = role::of_method(*class, native.name);
                self.receivers[id.index()] = Some(*class).filter(|&class| role::has_own_slots(class, native));
                let name = self.name(native.name);
                classes[class.index()].attributes.insert(name, Value::Native(id));
            }
        }
        for (class, name, get, set) in tables::PROPERTIES {
            let get = self.native(get, "");
            self.roles[get.index()] = role::of_getter(*class);
            let get = Value::Native(get);
            let set = set.as_ref().map_or(Value::None, |set| Value::Native(self.native(set, "")));
            let property =
                self.object(Object::Property(Box::new(Property { get, set, delete: Value::None, doc: Value::None })));
            let name = self.name(name);
            classes[class.index()].attributes.insert(name, property);
        }
        for (class, name, method) in tables::CLASS_METHODS {
            let method = self.native(method, "");
            self.roles[method.index()] = role::of_class_method(*class);
            let method = self.object(Object::ClassMethod(Value::Native(method)));
            let name = self.name(name);
            classes[class.index()].attributes.insert(name, method);
        }
        classes
    }

    fn protocol(&mut self) -> IndexMap<NameId, NativeId, FxBuildHasher> {
        let rows = tables::PROTOCOL.iter().flat_map(|table| table.iter());
        rows.map(|native| {
            let id = self.native(native, "object");
            self.roles[id.index()] = role::of_method(class::OBJECT, native.name);
            (self.name(native.name), id)
        })
        .collect()
    }

    fn constructors(&mut self) -> Vec<Option<NativeId>> {
        let mut constructors = vec![None; class::COUNT];
        for (class, native) in tables::CONSTRUCTORS {
            constructors[class.index()] = Some(self.native(native, ""));
        }
        constructors
    }

    fn constant(&mut self, constant: &Constant, builtins: &IndexMap<&'static str, Value, FxBuildHasher>) -> Value {
        match constant {
            Constant::None => Value::None,
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Bool(truth) => Value::bool(*truth),
            Constant::Int(number) => Value::Int(*number),
            Constant::Float(number) => Value::float(*number),
            Constant::BigInt(number) => self.object(Object::BigInt(Arc::clone(number))),
            Constant::Bytes(bytes) => self.object(Object::Bytes(Arc::clone(bytes))),
            Constant::Str(text) => {
                if let Some(&known) = self.strings.get(text) {
                    return Value::Object(known);
                }
                let value = self.object(Object::Str(Str::new(Arc::clone(text))));
                if let Value::Object(id) = value {
                    self.strings.insert(Arc::clone(text), id);
                }
                value
            }
            Constant::Tuple(items) => {
                let items = items.iter().map(|item| self.constant(item, builtins)).collect();
                self.object(Object::Tuple(items))
            }
            Constant::Builtin(name) => Self::builtin_named(name, builtins),
        }
    }

    /// A builtin by name; library code also reaches classes that programs import from modules, as `vm_Lock`.
    fn builtin_named(name: &str, builtins: &IndexMap<&'static str, Value, FxBuildHasher>) -> Value {
        if let Some(&value) = builtins.get(name) {
            return value;
        }
        let Some(name) = name.strip_prefix("vm_") else { return Value::Unbound };
        let class = class::TABLE.iter().position(|row| row.name == name);
        class.map_or(Value::Unbound, |at| Value::Class(ClassId::at(at)))
    }
}

/// Whether the program's own text mentions `property`, or defines what makes a class one of its like.
fn could_make_descriptors(program: &Program) -> bool {
    let mentions = |instruction: &Instruction| match instruction {
        Instruction::LoadBuiltin { constant, .. } => match &program.constants[constant.index()] {
            Constant::Builtin(name) => name.trim_start_matches('?') == "property",
            _ => false,
        },
        _ => false,
    };
    let makes = |code: &Code| matches!(&*code.name, "__set__" | "__delete__") || code.instructions.iter().any(mentions);
    program.dynamic || program.any_attribute || program.codes.iter().filter(|code| !code.hidden).any(makes)
}
