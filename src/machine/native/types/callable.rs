//! What functions, methods, static and class methods and properties have in common: they can be called, and they decide
//! what an attribute is that they stand for (`Objects/funcobject.c`, `Objects/descrobject.c`). The machine goes these ways
//! by itself; here they are for programs that ask by name. Tests: `tests/programs/classes/descriptors_by_name.py`.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Access, Keywords, Native, Parameter, control, keyword_rest, optional, pure, required, rest},
    },
    state::{
        class,
        object::{GeneratorState, Method, Object, Property, TraceEntry},
        place::Deed,
        value::{ObjectId, Value},
    },
};
use crate::program::{
    CodeId, Label, NameId, Resumable,
    made::{GLOBALS, LOCALS},
    well_known,
};

const SELF: &[Parameter] = &[required("self")];
const ON_OBJECT: &[Parameter] = &[required("self"), required(""), optional("", Value::None)];

/// `__call__` of whatever can be called.
pub const CALLED: &[Native] =
    &[control("__call__", &[required("self"), rest("args"), keyword_rest("kwargs")], |exec, a, then| {
        let positional = exec.sequence_items(a[1]).unwrap_or_default();
        let mut keywords = Keywords::new();
        for (key, value) in exec.dict_entries(a[2]) {
            keywords.push((exec.name_argument(key)?, value));
        }
        let place = exec.free_base();
        match a[0] {
            // As `type` does it, whatever the class of the class says.
            Value::Class(class) => exec.construct_of(class, &positional, &keywords, place, then),
            callee => exec.call_keywords(callee, &positional, &keywords, place, then),
        }
    })];

/// `__get__` of a function: a method.
pub const OF_FUNCTION: &[Native] = &[pure("__get__", ON_OBJECT, |exec, a| {
    if a[1] == Value::None {
        return if a[2] == Value::None { Err(exec.type_error("__get__(None, None) is invalid")) } else { Ok(a[0]) };
    }
    exec.check_owner(a[0], a[1])?;
    exec.allocate(Object::Method(Box::new(Method { receiver: a[1], function: a[0] })))
})];

/// `__get__` of `super`: one without an object gets it.
pub const OF_SUPER: &[Native] = &[control("__get__", ON_OBJECT, |exec, a, then| {
    let held = exec.base_value(a[0]);
    let unbound = match held.object().map(|id| exec.object(id)) {
        Some(Object::Super(parts)) if !parts.object.is_bound() && a[1] != Value::None => parts.class,
        _ => return exec.deliver(then, a[0]),
    };
    if exec.class_of(a[0]) == class::SUPER {
        let bound = exec.super_proxy(Value::Class(unbound), a[1])?;
        return exec.deliver(then, bound);
    }
    let kind = Value::Class(exec.class_of(a[0]));
    exec.call_value(kind, &[Value::Class(unbound), a[1]], then)
})];

/// `__get__` of a method: it stays bound as it is.
pub const OF_METHOD: &[Native] = &[pure("__get__", ON_OBJECT, |_, a| Ok(a[0]))];

/// `__get__` of a static method: its function.
pub const OF_STATIC_METHOD: &[Native] = &[pure("__get__", ON_OBJECT, |exec, a| {
    let id = exec.receiver(a[0], class::STATIC_METHOD, "__get__")?;
    match exec.object(id) {
        Object::StaticMethod(function) => Ok(*function),
        _ => Ok(Value::None),
    }
})];

/// `__get__` of a class method: a method of the class.
pub const OF_CLASS_METHOD: &[Native] = &[control("__get__", ON_OBJECT, |exec, a, then| {
    let id = match a[0] {
        Value::Object(id) if matches!(exec.object(id), Object::ClassMethod(_)) => id,
        other => exec.receiver(other, class::CLASS_METHOD, "__get__")?,
    };
    let Object::ClassMethod(function) = *exec.object(id) else { return Err(Raise::PYTHON) };
    let receiver = exec.receiver_of_class_method(function, a[1], a[2])?;
    if let Some(Object::Property(property)) = function.object().map(|id| exec.object(id)) {
        let getter = property.get;
        return exec.call_value(getter, &[receiver], then);
    }
    let method = exec.allocate(Object::Method(Box::new(Method { receiver, function })))?;
    exec.deliver(then, method)
})];

/// `__get__`, `__set__` and `__delete__` of a property, and `__set_name__`, which tells it nothing that it does not know.
pub const OF_PROPERTY: &[Native] = &[
    pure("__set_name__", &[required("self"), rest("args")], |exec, a| {
        match exec.sequence_items(a[1]).unwrap_or_default().len() {
            2 => Ok(Value::None),
            given => {
                let message = format!("__set_name__() takes 2 positional arguments but {given} were given");
                Err(exec.type_error(&message))
            }
        }
    }),
    control("__get__", ON_OBJECT, |exec, a, then| {
        if a[1] == Value::None {
            return exec.deliver(then, a[0]);
        }
        let getter = parts(exec, a[0], "__get__")?.get;
        match getter {
            Value::None => Err(exec.error(class::ATTRIBUTE_ERROR, &lacking(exec, a[1], "getter"))),
            getter => exec.call_value(getter, &[a[1]], then),
        }
    }),
    control("__set__", &[required("self"), required(""), required("")], |exec, a, then| {
        let setter = parts(exec, a[0], "__set__")?.set;
        match setter {
            Value::None => Err(exec.error(class::ATTRIBUTE_ERROR, &lacking(exec, a[1], "setter"))),
            setter => exec.call_value(setter, &[a[1], a[2]], then),
        }
    }),
    control("__delete__", &[required("self"), required("")], |exec, a, then| {
        let deleter = parts(exec, a[0], "__delete__")?.delete;
        match deleter {
            Value::None => Err(exec.error(class::ATTRIBUTE_ERROR, &lacking(exec, a[1], "deleter"))),
            deleter => exec.call_value(deleter, &[a[1]], then),
        }
    }),
];

/// The same of what computes an attribute of a builtin class.
pub const OF_GETSET: &[Native] = OF_PROPERTY.split_at(1).1;

impl Exec<'_> {
    /// Whether a method of a builtin class can be bound to the object.
    fn check_owner(&mut self, function: Value, object: Value) -> Result<()> {
        let Value::Native(id) = function else { return Ok(()) };
        let (name, role) = (self.statics.natives[id.index()].name, self.machine.role(id));
        let Some(owner) = role.owner.filter(|_| role.kind != class::NATIVE) else { return Ok(()) };
        if self.machine.class(self.class_of(object)).is_subclass(owner) {
            return Ok(());
        }
        let (owner, given) = (self.machine.class(owner).name.clone(), self.class_name(object));
        Err(self.type_error(&format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object")))
    }

    /// The class that a class method is bound to by `__get__(object, class)`; one of a builtin class minds which it is.
    fn receiver_of_class_method(&mut self, function: Value, object: Value, class: Value) -> Result<Value> {
        let owner = match function {
            Value::Native(id) if self.machine.role(id).kind == class::CLASS_METHOD_DESCRIPTOR => {
                self.machine.role(id).owner.map(|owner| (self.statics.natives[id.index()].name, owner))
            }
            _ => None,
        };
        let Some((name, owner)) = owner else {
            return Ok(if class == Value::None { Value::Class(self.class_of(object)) } else { class });
        };
        let of = self.machine.class(owner).name.clone();
        let message = match (object, class) {
            (Value::None, Value::None) => "__get__(None, None) is invalid".to_owned(),
            (_, Value::None | Value::Class(_)) => {
                let receiver = if let Value::Class(class) = class { class } else { self.class_of(object) };
                if self.machine.class(receiver).is_subclass(owner) {
                    return Ok(Value::Class(receiver));
                }
                let given = &self.machine.class(receiver).name;
                format!("descriptor '{name}' requires a subtype of '{of}' but received '{given}'")
            }
            (_, other) => {
                let given = self.class_name(other);
                format!("descriptor '{name}' for type '{of}' needs a type, not a '{given}' as arg 2")
            }
        };
        Err(self.type_error(&message))
    }
}

fn parts(exec: &mut Exec<'_>, property: Value, method: &str) -> Result<Property> {
    if let Some(Object::Property(parts)) = property.object().map(|id| exec.object(id)) {
        return Ok((**parts).clone());
    }
    let id = exec.receiver(property, class::PROPERTY, method)?;
    match exec.object(id) {
        Object::Property(parts) => Ok((**parts).clone()),
        _ => Err(exec.type_error("a property is needed")),
    }
}

fn lacking(exec: &Exec<'_>, object: Value, what: &str) -> String {
    format!("property of '{}' object has no {what}", exec.class_name(object))
}

/// `cell_contents`. It cannot be set: which variables of functions change later is taken from the text.
pub const CONTENTS: (Native, Native) = (
    pure("cell_contents", SELF, |exec, a| {
        let id = exec.receiver(a[0], class::CELL, "cell_contents")?;
        match *exec.object(id) {
            Object::Cell(value) if value.is_bound() => Ok(value),
            _ => Err(exec.value_error("Cell is empty")),
        }
    })
    .with(Access::Cell),
    pure("cell_contents", &[required("self"), required("")], |exec, _| {
        Err(exec.type_error(
            "raddle does not set the content of a cell from outside: assign to the variable, with nonlocal",
        ))
    }),
);

/// What code objects are made of, for the library.
pub const FUNCTIONS: &[Native] = &[
    pure("vm_code_parts", &[required("function")], code_parts),
    // A function gives the same code object whenever it is asked, as long as no other thread can ask.
    pure("vm_keep_code", &[required("function"), required("code")], |exec, a| {
        if let Value::Object(id) = a[0]
            && matches!(exec.object(id), Object::Function(_))
            && !exec.machine.space.heap.is_shared(id)
        {
            exec.keep_part(id, well_known::CODE_OBJECT, a[1]);
        }
        Ok(a[1])
    }),
    // The calls that run, as a traceback.
    pure("vm_stack", &[], |exec, _| {
        let entries = exec.calls_of_program();
        exec.allocate(Object::Traceback(entries.into()))
    }),
    // A line of the program's text.
    pure("vm_source_line", &[required("line")], |exec, a| {
        let line = u32::try_from(exec.index_value(a[0])?).unwrap_or(0);
        let source = exec.program.module_at(exec.program.main_id()).source.clone();
        if line == 0 { Ok(Value::None) } else { exec.string(source.line(line)) }
    }),
    // The line and the function of the innermost call of the program, or of one further out.
    pure("vm_caller", &[required("level")], |exec, a| {
        let entries = exec.calls_of_program();
        let level = usize::try_from(exec.index_value(a[0])?).unwrap_or(0).max(1);
        let Some(&entry) = entries.get(level - 1).or(entries.last()) else { return Ok(Value::None) };
        let name = exec.program.code(entry.code).name.clone();
        let line = Value::Int(i64::from(exec.machine.line_of(entry)));
        let name = exec.string(&name)?;
        exec.tuple(&[line, name])
    }),
    pure("vm_generator_line", &[required("generator")], |exec, a| {
        if let Some(Object::Traceback(entries)) = a[0].object().map(|id| exec.object(id)) {
            let line = entries.last().map_or(0, |&entry| exec.machine.line_of(entry));
            return Ok(Value::Int(i64::from(line)));
        }
        let Some(Object::Generator(generator)) = a[0].object().map(|id| exec.object(id)) else {
            return Ok(Value::None);
        };
        match &generator.state {
            GeneratorState::Suspended(frame) => {
                let at = Label(frame.at.0.saturating_sub(u16::from(frame.receives.is_some())));
                let line = exec.machine.line_of(TraceEntry { code: generator.code, at });
                Ok(Value::Int(i64::from(line)))
            }
            GeneratorState::Running => Ok(Value::TRUE),
            GeneratorState::Finished => Ok(Value::None),
        }
    }),
];

impl Exec<'_> {
    /// The calls of the program's own functions that run, the innermost first.
    fn calls_of_program(&self) -> Vec<TraceEntry> {
        let frames = self.stack.frames.iter().rev().filter(|frame| !self.program.code(frame.code).hidden);
        frames.map(|frame| TraceEntry { code: frame.code, at: Label(frame.at.0.saturating_sub(1)) }).collect()
    }
}

/// Its number, name, qualified name, file, first line, three numbers of parameters, flags, and the names of variables:
/// its own, those that it takes from around, those that functions inside take from it.
fn code_parts(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = match a[0].object().map(|id| exec.object(id)) {
        Some(Object::Function(function)) => function.code,
        Some(Object::Generator(generator)) => generator.code,
        Some(Object::Traceback(entries)) if !entries.is_empty() => entries[entries.len() - 1].code,
        _ => return Ok(Value::None),
    };
    let code = exec.program.code(id);
    let shape = &code.parameters;
    let is_cell = |at: usize| {
        code.instructions.iter().any(
            |instruction| matches!(instruction, crate::program::Instruction::MakeCell { local, .. } if local.index() == at),
        )
    };
    let free = |at: usize| code.captures.iter().any(|capture| capture.inner.index() == at);
    let parameters = usize::from(shape.count());
    let all = 0..code.locals.len();
    let own = all.clone().filter(|&at| at < parameters || !(free(at) || is_cell(at)));
    let own: Vec<NameId> = own.map(|at| code.locals[at]).collect();
    let mut cells: Vec<NameId> = all.clone().filter(|&at| is_cell(at) && !free(at)).map(|at| code.locals[at]).collect();
    let mut taken: Vec<NameId> = all.filter(|&at| free(at)).map(|at| code.locals[at]).collect();
    taken.retain(|&name| !is_space(&exec.name(name)));
    cells.sort_by_key(|&name| exec.name(name));
    taken.sort_by_key(|&name| exec.name(name));
    // OPTIMIZED and NEWLOCALS, as every function has them; VARARGS, VARKEYWORDS, NESTED, GENERATOR, COROUTINE, ASYNC_GENERATOR.
    let flags = [
        (true, 3),
        (shape.variadic, 4),
        (shape.keyword_variadic, 8),
        (code.qualified_name.contains("<locals>"), 16),
        (code.resumable == Some(Resumable::Generator), 32),
        (code.resumable == Some(Resumable::Coroutine), 128),
        (code.resumable == Some(Resumable::AsyncGenerator), 512),
    ];
    let flags = flags.into_iter().filter(|(set, _)| *set).map(|(_, flag)| flag).sum();
    let source = &exec.program.module_at(code.module).source;
    let line = source.line_of(code.span.start);
    let texts = [&*code.name, &*code.qualified_name, source.name()].map(|text| exec.string(text));
    let [name, qualified, file] = texts;
    let numbers = [i64::from(line), shape.positional.into(), shape.positional_only.into(), shape.keyword_only.into()];
    let mut parts = vec![Value::Int(number_of(exec, id)), name?, qualified?, file?];
    parts.extend(numbers.map(Value::Int));
    parts.push(Value::Int(flags));
    for names in [own, taken, cells] {
        parts.push(exec.tuple_of_names(&names)?);
    }
    exec.tuple(&parts)
}

/// A number of a code object that no other has; of one that was compiled while the program ran it follows from the text.
fn number_of(exec: &Exec<'_>, id: CodeId) -> i64 {
    let Some((wanted, place)) = exec.program.origin(id) else { return i64::from(id.0) };
    let mut hasher = FxHasher::default();
    (&*wanted.text, &*wanted.file, wanted.mode, place).hash(&mut hasher);
    (hasher.finish() >> 2) as i64 | 1 << 32
}

/// Whether it is what a namespace is called that code takes along.
fn is_space(name: &str) -> bool {
    name == GLOBALS || name == LOCALS
}

impl Exec<'_> {
    fn tuple_of_names(&mut self, names: &[NameId]) -> Result<Value> {
        let mut texts = Vec::with_capacity(names.len());
        for &name in names {
            let text = self.name(name);
            texts.push(self.string(text.trim_start_matches('.'))?);
        }
        self.tuple(&texts)
    }

    /// The cells that a function takes from around, in the order of their names; `None` if it takes none.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn closure_of(&mut self, function: ObjectId) -> Result<Value> {
        let Object::Function(parts) = self.object(function) else { return Ok(Value::None) };
        let code = self.program.code(parts.code);
        let names = code.captures.iter().map(|capture| self.name(code.locals[capture.inner.index()]));
        let mut cells: Vec<_> = names.zip(parts.cells.iter().copied()).filter(|(name, _)| !is_space(name)).collect();
        cells.sort_by(|(a, _), (b, _)| a.trim_start_matches('.').cmp(b.trim_start_matches('.')));
        let cells: Vec<Value> = cells.into_iter().map(|(_, cell)| cell).collect();
        if cells.is_empty() { Ok(Value::None) } else { self.tuple(&cells) }
    }
}

/// `gi_frame`: where a generator waits or runs; `None` when it has ended.
pub const GENERATOR_FRAME: Native =
    control("gi_frame", SELF, |exec, a, then| exec.call_library(exec.statics.library.generator_frame, &[a[0]], then))
        .with(Access::Generator(Deed::Read));

/// `gi_code`.
pub const GENERATOR_CODE: Native =
    control("gi_code", SELF, |exec, a, then| exec.call_library(exec.statics.library.code_of, &[a[0]], then));
