//! `repr` and `str`, as far as they can be told without running the program.

use std::{fmt::Write as _, sync::Arc};

use num_bigint::BigInt;

use crate::machine::{
    Machine,
    state::{
        class,
        object::{Exception, Instance, Native, Object, ViewKind},
        value::{ClassId, ObjectId, Value},
    },
};
use crate::{
    program::well_known,
    sync::Primitive,
    text::{
        float,
        format::integer,
        literal::{escaped, quoted, quoted_bytes},
    },
};

/// Texts on the screen are cut to this many characters.
const SHORT: usize = 60;

/// Texts of more than four times as many bytes, which a few lists that have each other twice lead to, are left to the
/// library: it lets others have their turn.
const LONGEST: usize = 1 << 20;

/// How many objects may be inside each other.
const DEEPEST: u32 = 200;

/// A `repr` that is being written.
struct Writer<'m> {
    machine: &'m Machine,
    text: String,
    /// Containers around: one that contains itself is written as `[...]`.
    around: Vec<ObjectId>,
    /// Stop when the text is longer than this.
    longest: usize,
    /// Write objects of the program by their class instead of giving up.
    plain: bool,
    depth: u32,
}

impl<'m> Writer<'m> {
    fn new(machine: &'m Machine) -> Self {
        Self { machine, text: String::new(), around: Vec::new(), longest: LONGEST, plain: false, depth: 0 }
    }
}

/// The program has to be asked.
struct Python;

type Written = Result<(), Python>;

impl Machine {
    /// `repr(value)`; `None` when a class of the program decides.
    #[must_use]
    pub fn repr(&self, value: Value) -> Option<String> {
        let mut writer = Writer::new(self);
        writer.value(value).ok()?;
        Some(writer.text)
    }

    /// `str(value)`; `None` when a class of the program decides.
    #[must_use]
    pub fn str(&self, value: Value) -> Option<String> {
        let mut value = value;
        for _ in 0..DEEPEST {
            if self.has_own(value, well_known::STR) {
                return None;
            }
            let Value::Object(id) = value else { return self.repr(value) };
            match self.space.heap.get(id) {
                Object::Str(text) => return Some(text.as_str().to_owned()),
                Object::Exception(exception) => match &exception.args[..] {
                    // An exception about another one: as deep as it goes.
                    [only]
                        if ![class::KEY_ERROR, class::SYNTAX_ERROR]
                            .iter()
                            .any(|&of| self.class(exception.class).is_subclass(of)) =>
                    {
                        value = *only;
                    }
                    _ => return self.exception_text(exception),
                },
                Object::Instance(Instance { native: Native::Value(inner), .. })
                    if matches!(inner.object().map(|id| self.space.heap.get(id)), Some(Object::Str(_)))
                        && !self.has_own(value, well_known::REPR) =>
                {
                    value = *inner;
                }
                _ => return self.repr(value),
            }
        }
        None
    }

    /// `str(exception)`: its argument, or the tuple of its arguments.
    #[must_use]
    pub fn exception_text(&self, exception: &Exception) -> Option<String> {
        if self.class(exception.class).is_subclass(class::SYNTAX_ERROR) {
            return self.syntax_error_text(exception);
        }
        match &exception.args[..] {
            [] => Some(String::new()),
            [key] if self.class(exception.class).is_subclass(class::KEY_ERROR) => self.repr(*key),
            [only] => self.str(*only),
            &[object, start, end, reason]
                if self.class(exception.class).is_subclass(class::UNICODE_TRANSLATE_ERROR) =>
            {
                let set = |name, value| self.set_part(exception, name).unwrap_or(value);
                let parts = [Value::None, set("object", object), set("start", start), set("end", end)];
                let [encoding, object, start, end] = parts;
                self.unicode_error_text(exception.class, [encoding, object, start, end, set("reason", reason)])
            }
            &[encoding, object, start, end, reason]
                if self.class(exception.class).is_subclass(class::UNICODE_ERROR) =>
            {
                let set = |name, value| self.set_part(exception, name).unwrap_or(value);
                let parts = [set("encoding", encoding), set("object", object), set("start", start), set("end", end)];
                let [encoding, object, start, end] = parts;
                self.unicode_error_text(exception.class, [encoding, object, start, end, set("reason", reason)])
            }
            [errno, text, ..] if self.class(exception.class).is_subclass(class::OS_ERROR) => {
                let filename = self.set_part(exception, "filename");
                let errno = &self.set_part(exception, "errno").unwrap_or(*errno);
                let text = &self.set_part(exception, "strerror").unwrap_or(*text);
                let second = self.set_part(exception, "filename2").filter(|&name| name != Value::None);
                let filename = match (filename.filter(|&name| name != Value::None), second) {
                    (Some(name), Some(second)) => format!(": {} -> {}", self.repr(name)?, self.repr(second)?),
                    (Some(name), None) => format!(": {}", self.repr(name)?),
                    (None, _) => String::new(),
                };
                Some(format!("[Errno {}] {}{filename}", self.str(*errno)?, self.str(*text)?))
            }
            many => {
                let mut writer = Writer::new(self);
                writer.row("(", many, ")").ok()?;
                Some(writer.text)
            }
        }
    }

    /// What an attribute of an exception was set to, if it was.
    fn set_part(&self, exception: &Exception, name: &str) -> Option<Value> {
        self.common.names.get(name).and_then(|name| exception.attributes.get(name))
    }

    /// `str` of the errors about bytes and characters that cannot be turned into each other.
    fn unicode_error_text(&self, class: ClassId, parts: [Value; 5]) -> Option<String> {
        let [encoding, object, start, end, reason] = parts;
        let (encoding, reason) = (self.str(encoding)?, self.str(reason)?);
        let (Value::Int(start), Value::Int(end)) = (start, end) else { return Some(String::new()) };
        let decode = self.class(class).is_subclass(class::UNICODE_DECODE_ERROR);
        let verb = if decode { "decode" } else { "encode" };
        let at = usize::try_from(start).unwrap_or(0);
        let one = match object.object().map(|id| self.space.heap.get(id)) {
            Some(Object::Bytes(bytes)) if decode => bytes.get(at).map(|byte| format!("byte {byte:#04x}")),
            Some(Object::Str(text)) => text.as_str().chars().nth(at).map(|c| format!("character '{}'", escaped(c))),
            _ => None,
        };
        let whose = match self.class(class).is_subclass(class::UNICODE_TRANSLATE_ERROR) {
            true => "can't translate".to_owned(),
            false => format!("'{encoding}' codec can't {verb}"),
        };
        Some(match one {
            Some(one) if end == start + 1 => {
                format!("{whose} {one} in position {start}: {reason}")
            }
            _ => {
                let what = if decode { "bytes" } else { "characters" };
                format!("{whose} {what} in position {start}-{}: {reason}", end - 1)
            }
        })
    }

    /// `repr(value)`, whatever its own class has to say: `object.__repr__`. `None` when the program has to be asked for
    /// what is inside.
    #[must_use]
    pub fn plain_repr(&self, value: Value) -> Option<String> {
        let mut writer = Writer::new(self);
        match value.object().map(|id| (id, self.space.heap.get(id))) {
            Some((_, Object::Exception(exception))) => writer.exception(exception),
            Some((id, Object::Instance(instance))) => writer.instance(id, instance),
            _ => writer.value(value),
        }
        .ok()?;
        Some(writer.text)
    }

    /// An object by its class and address.
    #[must_use]
    pub fn class_and_address(&self, id: ObjectId) -> String {
        let class = self.class(self.class_of(Value::Object(id)));
        let prefix = if &*class.module == "builtins" { String::new() } else { format!("{}.", class.module) };
        format!("<{prefix}{} object at {:#x}>", class.qualified_name, self.address(id))
    }

    /// A value as the screen shows it: cut, and without asking the program.
    #[must_use]
    pub fn short_repr(&self, value: Value) -> String {
        let mut writer = Writer { longest: SHORT, plain: true, ..Writer::new(self) };
        // The writer stops with an error when it has written enough.
        let _ = writer.value(value);
        if writer.text.chars().count() > SHORT {
            let mut text: String = writer.text.chars().take(SHORT - 1).collect();
            text.push('…');
            return text;
        }
        writer.text
    }

    /// The number by which CPython would show where an object is.
    #[must_use]
    pub fn address(&self, id: ObjectId) -> u64 {
        0x7f00_0000_0000 + u64::from(id.number()) * 48
    }
}

impl Writer<'_> {
    fn push(&mut self, text: &str) -> Written {
        self.text.push_str(text);
        if self.text.len() <= self.longest.saturating_mul(4) {
            return Ok(());
        }
        if !self.plain {
            self.machine.space.heap.effort.add(self.text.len() / 8);
        }
        Err(Python)
    }

    fn value(&mut self, value: Value) -> Written {
        match value {
            Value::Unbound => self.push("<unbound>"),
            Value::Loop(_) => self.push("<loop>"),
            Value::None => self.push("None"),
            Value::NotImplemented => self.push("NotImplemented"),
            Value::Ellipsis => self.push("Ellipsis"),
            Value::Bool(truth) => self.push(if truth.holds() { "True" } else { "False" }),
            Value::Int(number) => {
                let _ = write!(self.text, "{number}");
                Ok(())
            }
            Value::Float(real) => self.push(&float::repr(real.number())),
            Value::Native(id) => {
                let text = self.machine.native_text(id);
                self.push(&text)
            }
            Value::Class(_) if !self.plain && self.machine.has_own(value, well_known::REPR) => Err(Python),
            Value::Class(id) => {
                let text = self.machine.class_repr(id);
                self.push(&text)
            }
            Value::Module(module) => {
                let name = &self.machine.common.program.modules[module.id().index()].name;
                self.push(&format!("<module '{name}'>"))
            }
            Value::Object(id) => self.object(id),
        }
    }

    fn object(&mut self, id: ObjectId) -> Written {
        // Deep structures are left to the library, whose recursion has a limit.
        if self.depth >= DEEPEST {
            return Err(Python);
        }
        self.depth += 1;
        let written = self.content(id);
        self.depth -= 1;
        written
    }

    fn content(&mut self, id: ObjectId) -> Written {
        let value = Value::Object(id);
        if self.machine.has_own(value, well_known::REPR) {
            return if self.plain { self.by_class(id) } else { Err(Python) };
        }
        let machine = self.machine;
        if self.plain
            && let Some(name) = self.name(id)
        {
            return self.push(&name);
        }
        if let Some(text) = machine.descriptor_text(id) {
            return self.push(&text);
        }
        match machine.space.heap.get(id) {
            Object::Str(text) => self.push(&quoted(text.as_str())),
            Object::Bytes(bytes) => self.push(&quoted_bytes(bytes)),
            Object::ByteArray(bytes) => self.push(&format!("bytearray({})", quoted_bytes(bytes))),
            Object::BigInt(number) => self.big(number),
            Object::Tuple(items) => self.nested(id, "(...)", |this| match &items[..] {
                [only] => {
                    this.row("(", &[*only], "")?;
                    this.push(",)")
                }
                items => this.row("(", items, ")"),
            }),
            Object::List(items) => self.nested(id, "[...]", |this| this.row("[", items, "]")),
            Object::Dict(dict) => self.nested(id, "{...}", |this| {
                let pairs: Vec<_> = dict.iter().collect();
                this.pairs("{", &pairs, "}")
            }),
            Object::Set(set) if set.is_empty() => self.push("set()"),
            Object::FrozenSet(set) if set.is_empty() => self.push("frozenset()"),
            Object::Set(set) => self.nested(id, "set(...)", |this| {
                let members: Vec<_> = set.iter().collect();
                this.row("{", &members, "}")
            }),
            Object::FrozenSet(set) => self.nested(id, "frozenset(...)", |this| {
                let members: Vec<_> = set.iter().collect();
                this.row("frozenset({", &members, "})")
            }),
            Object::Range(range) if range.step == 1 => self.push(&format!("range({}, {})", range.start, range.stop)),
            Object::Range(range) => self.push(&format!("range({}, {}, {})", range.start, range.stop, range.step)),
            Object::LongRange(range) => {
                self.push("range(")?;
                self.big(&range.start)?;
                self.push(", ")?;
                self.big(&range.stop)?;
                if !num_traits::One::is_one(&range.step) {
                    self.push(", ")?;
                    self.big(&range.step)?;
                }
                self.push(")")
            }
            Object::Slice(parts) => self.row("slice(", &parts[..], ")"),
            Object::Exception(exception) => self.exception(exception),
            Object::Instance(instance) => self.instance(id, instance),
            Object::DictView { dict, kind } => self.view(id, *dict, *kind),
            Object::Method(method) => {
                let name = machine.function_name(method.function);
                self.push(&format!("<bound method {name} of "))?;
                self.value(method.receiver)?;
                self.push(">")
            }
            Object::StaticMethod(function) => self.row("<staticmethod(", &[*function], ")>"),
            Object::ClassMethod(function) => self.row("<classmethod(", &[*function], ")>"),
            Object::Function(function) => {
                let name = &machine.common.program.code(function.code).qualified_name;
                self.push(&format!("<function {name} at {:#x}>", machine.address(id)))
            }
            Object::Generator(generator) => {
                let name = &machine.common.program.code(generator.code).qualified_name;
                let class = &machine.class(machine.class_of(Value::Object(id))).name;
                self.push(&format!("<{class} object {name} at {:#x}>", machine.address(id)))
            }
            _ => self.by_class(id),
        }
    }

    /// What a viewer knows a thing by whose text says where it is: a primitive or a thread by its name, or else by its kind, a
    /// function by its own. Nothing, where a value says more.
    fn name(&self, id: ObjectId) -> Option<Arc<str>> {
        let machine = self.machine;
        let code = |code| Arc::from(&*machine.common.program.code(code).qualified_name);
        match machine.space.heap.get(id) {
            Object::Function(function) => Some(code(function.code)),
            Object::Generator(generator) => Some(code(generator.code)),
            Object::Instance(instance) => match instance.native {
                Native::Thread(thread) => Some(Arc::from(&*machine.threads[thread.index()].name)),
                Native::Resource(resource) => {
                    let name = machine.common.labels.resource(resource).cloned();
                    Some(name.unwrap_or_else(|| Arc::from(machine.resource(resource).kind().name())))
                }
                Native::Condition { .. } => {
                    let class = machine.class(instance.class);
                    Some(machine.common.labels.object(id).unwrap_or(&class.name).clone())
                }
                // What a pool has to do: the call that it is.
                Native::None => {
                    let class = machine.class(instance.class);
                    let is_work = !class.own && &*class.name == "_Work";
                    machine.common.labels.object(id).filter(|_| is_work).cloned()
                }
                Native::Value(_) | Native::ThreadLocal { .. } | Native::Weak(_) => None,
            },
            _ => None,
        }
    }

    /// An object by its class and address.
    fn by_class(&mut self, id: ObjectId) -> Written {
        let class = self.machine.class(self.machine.class_of(Value::Object(id)));
        if self.plain {
            let name = Arc::clone(&class.name);
            return self.push(&format!("<{name}>"));
        }
        let text = self.machine.class_and_address(id);
        self.push(&text)
    }

    fn nested(&mut self, id: ObjectId, again: &str, inside: impl FnOnce(&mut Self) -> Written) -> Written {
        if self.around.contains(&id) {
            return self.push(again);
        }
        self.around.push(id);
        let written = inside(self);
        self.around.pop();
        written
    }

    fn row(&mut self, open: &str, items: &[Value], close: &str) -> Written {
        self.push(open)?;
        for (at, &item) in items.iter().enumerate() {
            if at > 0 {
                self.push(", ")?;
            }
            self.value(item)?;
        }
        self.push(close)
    }

    fn pairs(&mut self, open: &str, pairs: &[(Value, Value)], close: &str) -> Written {
        self.push(open)?;
        for (at, &(key, value)) in pairs.iter().enumerate() {
            if at > 0 {
                self.push(", ")?;
            }
            self.value(key)?;
            self.push(": ")?;
            self.value(value)?;
        }
        self.push(close)
    }

    fn big(&mut self, number: &BigInt) -> Written {
        let most = self.machine.space.most_digits;
        match integer::decimal(number, most) {
            Some(digits) => self.push(&digits),
            None if self.plain => self.push("<int>"),
            None => Err(Python),
        }
    }

    fn exception(&mut self, exception: &Exception) -> Written {
        let name = Arc::clone(&self.machine.class(exception.class).name);
        self.push(&name)?;
        match &exception.args[..] {
            [only] => self.row("(", &[*only], ")"),
            args => self.row("(", args, ")"),
        }
    }

    fn view(&mut self, id: ObjectId, dict: ObjectId, kind: ViewKind) -> Written {
        let Object::Dict(entries) = self.machine.space.heap.get(dict) else { return Ok(()) };
        let entries: Vec<_> = entries.iter().collect();
        self.nested(id, "...", |this| match kind {
            ViewKind::Keys => {
                let keys: Vec<_> = entries.iter().map(|&(key, _)| key).collect();
                this.row("dict_keys([", &keys, "])")
            }
            ViewKind::Values => {
                let values: Vec<_> = entries.iter().map(|&(_, value)| value).collect();
                this.row("dict_values([", &values, "])")
            }
            ViewKind::Items => {
                this.push("dict_items([")?;
                for (at, &(key, value)) in entries.iter().enumerate() {
                    this.push(if at > 0 { ", (" } else { "(" })?;
                    this.value(key)?;
                    this.push(", ")?;
                    this.value(value)?;
                    this.push(")")?;
                }
                this.push("])")
            }
        })
    }

    /// The members of a set.
    fn as_members(&self, id: ObjectId) -> Option<Vec<Value>> {
        match self.machine.space.heap.get(id) {
            Object::Set(set) | Object::FrozenSet(set) => Some(set.iter().collect()),
            _ => None,
        }
    }

    fn instance(&mut self, id: ObjectId, instance: &Instance) -> Written {
        match instance.native {
            Native::None if self.machine.class(instance.class).is_subclass(class::MODULE) => {
                let name = self.machine.own_attribute(id, well_known::NAME);
                let text = name.and_then(|name| self.machine.str(name)).unwrap_or_else(|| "?".to_owned());
                self.push(&format!("<module '{text}'>"))
            }
            // Sets alone say which class they are of.
            Native::Value(Value::Object(inner)) if self.as_members(inner).is_some() => {
                let members = self.as_members(inner).unwrap_or_default();
                let name = Arc::clone(&self.machine.class(instance.class).name);
                if members.is_empty() {
                    return self.push(&format!("{name}()"));
                }
                self.nested(inner, &format!("{name}(...)"), |this| this.row(&format!("{name}({{"), &members, "})"))
            }
            Native::Value(Value::Object(inner))
                if matches!(self.machine.space.heap.peek(inner), Object::ByteArray(_)) =>
            {
                let name = Arc::clone(&self.machine.class(instance.class).name);
                let Object::ByteArray(bytes) = self.machine.space.heap.get(inner) else { return Ok(()) };
                self.push(&format!("{name}({})", quoted_bytes(bytes)))
            }
            Native::Value(inner) => self.value(inner),
            Native::Thread(thread) => {
                let text = self.machine.thread_repr(thread);
                self.push(&text)
            }
            Native::Resource(resource) => {
                let text = primitive_repr(self.machine, id, self.machine.resource(resource));
                self.push(&text)
            }
            Native::Condition { lock, room } => {
                let mut waiters = 0;
                self.machine.resource(room).waiters(|_, _| waiters += 1);
                self.push("<Condition(")?;
                self.object(lock)?;
                self.push(&format!(", {waiters})>"))
            }
            Native::None | Native::ThreadLocal { .. } | Native::Weak(_) => self.by_class(id),
        }
    }
}

/// A primitive as CPython 3.11 writes it.
fn primitive_repr(machine: &Machine, id: ObjectId, primitive: &Primitive<Value>) -> String {
    let address = machine.address(id);
    let class = machine.class(machine.class_of(Value::Object(id)));
    let name = format!("{}.{}", class.module, class.qualified_name);
    match primitive {
        Primitive::Lock(lock) => {
            let state = if lock.owner().is_some() { "locked" } else { "unlocked" };
            format!("<{state} _thread.lock object at {address:#x}>")
        }
        Primitive::RLock(lock) => {
            let state = if lock.owner().is_some() { "locked" } else { "unlocked" };
            machine.ask_for_thread_names();
            let owner = lock.owner().map_or(0, Machine::thread_ident);
            format!("<{state} _thread.RLock object owner={owner} count={} at {address:#x}>", lock.depth())
        }
        Primitive::Event(event) => {
            let state = if event.is_set() { "set" } else { "unset" };
            format!("<{name} at {address:#x}: {state}>")
        }
        Primitive::Semaphore(semaphore) => format!("<{name} at {address:#x}: value={}>", semaphore.permits()),
        Primitive::Barrier(barrier) if barrier.is_broken() => format!("<{name} at {address:#x}: broken>"),
        Primitive::Barrier(barrier) => {
            format!("<{name} at {address:#x}: waiters={}/{}>", barrier.inside(), barrier.parties())
        }
        _ => format!("<{name} object at {address:#x}>"),
    }
}
