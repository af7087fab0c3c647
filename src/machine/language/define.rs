//! Functions and classes: what `def`, `class` and `type(…)` make.

use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::machine::{
    Machine,
    language::call::Arguments,
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::Keywords,
    },
    state::{
        class::{self, Class, Layout},
        frame::Then,
        object::{Attributes, Function, Object},
        shared::Shared,
        value::{ClassId, Value},
    },
};
use crate::{
    program::{
        Annotation, CodeId, ModuleId, NameId, Register, STARRED,
        made::{GLOBALS, LOCALS},
        well_known,
    },
    text::{Kind, classify},
};

/// The attributes of a class that is being made.
pub type Namespace = IndexMap<NameId, Value, FxBuildHasher>;

/// Names that `__slots__` gives attributes.
type Slots = Arc<[NameId]>;

/// Builtin classes that no class can be made from.
const NO_BASES: &[ClassId] = &[class::BOOL, class::RANGE, class::SLICE];

/// What a class is called, and where it is from.
pub struct Heading {
    pub name: Arc<str>,
    pub qualified_name: Arc<str>,
    pub module: Arc<str>,
    pub own: bool,
    pub metaclass: ClassId,
    /// Its module stands behind its other attributes: it was made of names that do not say it.
    pub module_last: bool,
}

impl Exec<'_> {
    /// `dst` = a function of the code, with defaults from `base`.
    pub fn make_function(&mut self, dst: Register, code_id: CodeId, base: Register) -> Result<Flow> {
        let code = self.program.code(code_id);
        let keyword = code.parameters.keyword_defaults.iter().filter(|has| **has).count();
        let count = code.parameters.defaults as usize + keyword;
        let start = self.register_index(base);
        let defaults = self.stack.registers[start..start + count].into();
        let cells = code.captures.iter().map(|capture| self.stack.get(capture.outer)).collect();
        let function = Function { code: code_id, defaults, cells, attributes: Attributes::default() };
        let function = self.allocate(Object::Function(Box::new(function)))?;
        if code.made {
            self.describe_made(function, code_id)?;
        }
        self.stack.set(dst, function);
        Ok(Flow::Next)
    }

    /// `dst` = a class: runs its body first.
    pub fn build_class(&mut self, dst: Register, code_id: CodeId, base: Register, count: u8) -> Result<Flow> {
        let code = self.program.code(code_id);
        let cells: Arguments = code.captures.iter().map(|capture| self.stack.get(capture.outer)).collect();
        let place = self.free_base();
        self.stack.reserve(place, code.registers);
        self.stack.registers[place..place + code.locals.len()].fill(Value::Unbound);
        for (capture, cell) in code.captures.iter().zip(cells) {
            self.stack.registers[place + capture.inner.index()] = cell;
        }
        self.push_frame(code_id, place, Then::Class { dst, base, count })?;
        Ok(Flow::Frame)
    }

    /// A class body is done: its locals become the class.
    pub fn return_class(&mut self) -> Result<Flow> {
        let frame = *self.stack.top();
        let Then::Class { dst, base, count } = frame.then else {
            unreachable!("only a class body ends with this instruction");
        };
        let code = self.program.code(frame.code);
        let live = self.machine.common.names.get(LOCALS);
        let mut cell = Value::Unbound;
        let mut attributes = Vec::new();
        for (at, &name) in code.locals.iter().enumerate() {
            let value = self.stack.registers[frame.base as usize + at];
            if Some(name) == live {
                continue;
            }
            let is_cell = matches!(value.object().map(|id| self.object(id)), Some(Object::Cell(_)));
            if name == well_known::CLASS && (is_cell || !value.is_bound()) {
                cell = value;
            } else if value.is_bound() && !code.captures.iter().any(|capture| capture.inner.index() == at) {
                attributes.push((name, value));
            }
        }
        if let Some(live) = self.space_in(&frame, LOCALS) {
            for (key, value) in self.dict_entries(live) {
                attributes.push((self.name_argument(key)?, value));
            }
        }
        let globals = self.space_in(&frame, GLOBALS);
        self.pop_frame();
        let (bases, behind) = self.written_bases(base, count);
        let prepared = self.stack.get(behind);
        if prepared != Value::None {
            if cell.is_bound() {
                attributes.push((well_known::CLASSCELL, cell));
            }
            return self.build_by_metaclass((frame.code, globals), prepared, &bases, attributes, dst);
        }
        // The frame is gone, but what it defined is kept alive by the registers until the class has it.
        let id = self.define_class(frame.code, globals, &bases, attributes)?;
        self.fill_class_cell(cell, id);
        self.deliver_class(id, Value::None, Then::Store(dst))?;
        Ok(Flow::Frame)
    }

    /// The bases of a class as they are written, and the register behind them.
    pub(super) fn written_bases(&self, base: Register, count: u8) -> (Arguments, Register) {
        if count == STARRED {
            let bases = self.sequence_items(self.stack.get(base)).unwrap_or_default();
            return (bases.into_iter().collect(), Register(base.0 + 1));
        }
        let start = self.register_index(base);
        let bases = Arguments::from_slice(&self.stack.registers[start..start + count as usize]);
        (bases, Register(base.0 + u16::from(count)))
    }

    /// `__class__` of the methods of a class that is made.
    fn fill_class_cell(&mut self, cell: Value, class: ClassId) {
        if let Value::Object(cell) = cell
            && matches!(self.object(cell), Object::Cell(_))
        {
            *self.machine.space.heap.get_mut(cell) = Object::Cell(Value::Class(class));
        }
    }

    fn define_class(
        &mut self,
        code_id: CodeId,
        globals: Option<Value>,
        bases: &[Value],
        attributes: Vec<(NameId, Value)>,
    ) -> Result<ClassId> {
        let code = self.program.code(code_id);
        let module = self.module_of(code_id, globals)?;
        let mut attributes: Namespace = attributes.into_iter().collect();
        for (name, value) in self.described(code_id, globals)? {
            // A body can bind `__doc__` itself.
            attributes.entry(name).or_insert(value);
        }
        let (name, qualified_name) = (Arc::clone(&code.name), Arc::clone(&code.qualified_name));
        let heading =
            Heading { name, qualified_name, module, own: !code.hidden, metaclass: class::TYPE, module_last: false };
        self.add_class(heading, bases, attributes)
    }

    /// The name of the module that a class or function says it is from.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn module_of(&mut self, code: CodeId, globals: Option<Value>) -> Result<Arc<str>> {
        if let Some(globals) = globals {
            let name = self.name_of_space(globals)?;
            return Ok(self.text_of(name).unwrap_or("builtins").into());
        }
        let code = self.program.code(code);
        Ok(if code.hidden { self.program.module_at(code.module).name.clone() } else { "__main__".into() })
    }

    /// What the text says of a class beside its body: its docstring, and its annotations.
    pub fn described(&mut self, code_id: CodeId, globals: Option<Value>) -> Result<Vec<(NameId, Value)>> {
        let code = self.program.code(code_id);
        let mut described = Vec::new();
        if let Some(doc) = &code.docstring {
            described.push((well_known::DOC, self.string(doc)?));
        }
        if !code.annotations.is_empty() {
            described.push((well_known::ANNOTATIONS, self.annotations_of(code_id, globals)?));
        }
        Ok(described)
    }

    /// The names that a function or class annotates, with what the annotations name: a builtin, or a variable of the module.
    /// Of others the text is all that is known.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn annotations_of(&mut self, code: CodeId, globals: Option<Value>) -> Result<Value> {
        let mut annotations = Keywords::new();
        let code = self.program.code(code);
        // `from __future__ import annotations` asks for the texts.
        let as_text = self.variable_of(code.module, globals, "annotations") == Some(Value::None);
        for Annotation { name, text, quoted } in &code.annotations {
            let named = if as_text || *quoted { None } else { self.annotated(code.module, globals, text) };
            let value = match named {
                Some(value) => value,
                None if as_text && *quoted => self.string(&crate::text::literal::quoted(text))?,
                None => self.string(text)?,
            };
            annotations.push((*name, value));
        }
        self.keyword_dict(&annotations)
    }

    fn annotated(&self, module: ModuleId, globals: Option<Value>, text: &str) -> Option<Value> {
        if text == "None" {
            return Some(Value::None);
        }
        self.variable_of(module, globals, text).or_else(|| self.statics.builtin(text))
    }

    fn variable_of(&self, module: ModuleId, globals: Option<Value>, name: &str) -> Option<Value> {
        let name = self.machine.common.names.get(name)?;
        if let Some(globals) = globals {
            return Some(self.in_space(self.space_of(globals), name)).filter(|value| value.is_bound());
        }
        let global = self.program.global(module, name)?;
        Some(self.machine.space.globals.get(global)).filter(|value| value.is_bound())
    }

    /// Makes a class, without the hooks of its bases.
    pub fn add_class(&mut self, heading: Heading, bases: &[Value], mut attributes: Namespace) -> Result<ClassId> {
        let bases = self.base_classes(bases)?;
        let id = ClassId::at(class::COUNT + self.machine.space.lasting.classes.len());
        let order = self.resolution_order(id, &bases)?;
        let layout = self.layout(&bases)?;
        self.wrap_special_functions(&mut attributes)?;
        let Heading { name, mut qualified_name, mut module, own, metaclass, module_last } = heading;
        let cell = attributes.shift_remove(&well_known::CLASSCELL);
        if let Some(given) = cell
            && !matches!(given.object().map(|id| self.object(id)), Some(Object::Cell(_)))
        {
            let message = format!("__classcell__ must be a nonlocal cell, not <class '{}'>", self.class_name(given));
            return Err(self.type_error(&message));
        }
        if let Some(given) = attributes.shift_remove(&well_known::QUALNAME) {
            let Some(text) = self.str_of(given).map(crate::machine::state::object::Str::shared) else {
                let message = format!("type __qualname__ must be a str, not {}", self.class_name(given));
                return Err(self.type_error(&message));
            };
            qualified_name = text;
        }
        let (slots, kept) = self.slots(&name, &bases, &attributes)?;
        attributes.values().for_each(|&value| self.machine.space.heap.publish(value));
        if let Some(text) = attributes.get(&well_known::MODULE).and_then(|&given| self.str_of(given)) {
            module = text.shared();
            attributes.shift_remove(&well_known::MODULE);
        }
        if module_last {
            let text = self.string(&module)?;
            self.machine.space.heap.publish(text);
            attributes.insert(well_known::MODULE, text);
        }
        let entries = attributes.len() * 4 * size_of::<Value>() + order.len() * size_of::<ClassId>();
        self.machine.space.heap.hold(size_of::<Class>() + entries)?;
        let inherits = |&base: &ClassId| self.machine.class(base).finalizer;
        let finalizer = attributes.contains_key(&well_known::DEL) || bases.iter().any(inherits);
        let class = Class {
            name,
            qualified_name,
            module,
            bases,
            order,
            metaclass,
            is_abstract: false,
            finalizer,
            attributes,
            layout,
            slots,
            kept,
            own,
            record: None,
        };
        self.machine.space.lasting.make_mut().classes.push(Shared::new(class));
        self.fill_class_cell(cell.unwrap_or(Value::None), id);
        Ok(id)
    }

    /// The order in which attributes of a class with these bases are looked up.
    ///
    /// # Errors
    /// `TypeError` when there is none.
    pub fn resolution_order(&mut self, id: ClassId, bases: &[ClassId]) -> Result<Vec<ClassId>> {
        if let Some(twice) = (1..bases.len()).find(|&at| bases[..at].contains(&bases[at])) {
            let message = format!("duplicate base class {}", self.machine.class(bases[twice]).name);
            return Err(self.type_error(&message));
        }
        if let Some(&base) = bases.iter().find(|&&base| self.machine.class(base).order.is_empty()) {
            let message = format!("Cannot extend an incomplete type '{}'", self.machine.class(base).name);
            return Err(self.type_error(&message));
        }
        let ancestors: usize = bases.iter().map(|&base| self.machine.class(base).order.len()).sum();
        // Several lines are merged by looking through all of them again and again.
        self.work(if bases.len() == 1 { ancestors } else { ancestors.saturating_mul(ancestors) / 4 });
        let order = class::linearize(id, bases, |base| self.machine.class(base).order.clone());
        order.ok_or_else(|| {
            let names: Vec<_> = bases.iter().map(|&base| self.machine.class(base).name.to_string()).collect();
            let message =
                format!("Cannot create a consistent method resolution\norder (MRO) for bases {}", names.join(", "));
            self.type_error(&message)
        })
    }

    /// `__new__` is a static method, and two others are class methods, without being marked.
    fn wrap_special_functions(&mut self, attributes: &mut Namespace) -> Result<()> {
        for (name, wrap) in [
            (well_known::NEW, Object::StaticMethod as fn(Value) -> Object),
            (well_known::INIT_SUBCLASS, Object::ClassMethod),
            (well_known::CLASS_GETITEM, Object::ClassMethod),
        ] {
            if let Some(&function) = attributes.get(&name)
                && matches!(function.object().map(|id| self.object(id)), Some(Object::Function(_)))
            {
                let wrapped = self.allocate(wrap(function))?;
                attributes.insert(name, wrapped);
            }
        }
        Ok(())
    }

    /// The attributes that `__slots__` of the class and of all its bases allow, `None` if any are allowed; then, those that
    /// stay out of `__dict__` all the same.
    fn slots(&mut self, class: &str, bases: &[ClassId], attributes: &Namespace) -> Result<(Option<Slots>, Slots)> {
        let has_own = attributes.contains_key(&well_known::SLOTS);
        let inherited = if has_own { self.inherited_slots(bases) } else { None };
        let own = self.own_slots(class, bases, attributes, inherited.is_some())?;
        match inherited {
            Some(mut slots) if !own.contains(&well_known::DICT) => {
                slots.extend(own);
                Ok((Some(slots.into()), Slots::default()))
            }
            _ => {
                let bases = bases.iter().map(|&base| self.machine.class(base));
                let of_bases =
                    bases.flat_map(|base| base.kept.iter().chain(base.slots.iter().flat_map(|slots| &**slots)));
                let own = own.iter().filter(|&&name| name != well_known::DICT);
                Ok((None, of_bases.chain(own).copied().collect()))
            }
        }
    }

    /// The slots of all bases; `None` if objects of one of them can have any attributes.
    pub(super) fn inherited_slots(&self, bases: &[ClassId]) -> Option<Vec<NameId>> {
        let mut slots = Vec::new();
        for &base in bases {
            match &self.machine.class(base).slots {
                Some(inherited) => slots.extend_from_slice(inherited),
                // The values of builtin types have no attributes of their own.
                None if !Machine::is_python(base) && matches!(self.machine.class(base).layout, Layout::Builtin(_)) => {}
                None => return None,
            }
        }
        Some(slots)
    }

    /// The names in the `__slots__` of the class; `only` says that its bases leave room for nothing else.
    fn own_slots(&mut self, class: &str, bases: &[ClassId], attributes: &Namespace, only: bool) -> Result<Vec<NameId>> {
        let Some(&own) = attributes.get(&well_known::SLOTS) else { return Ok(Vec::new()) };
        let names = if self.str_of(own).is_some() { vec![own] } else { self.collect(own)? };
        if only && let Some(sized) = names.first().and_then(|_| self.sized_base(bases)) {
            let message = format!("nonempty __slots__ not supported for subtype of '{sized}'");
            return Err(self.type_error(&message));
        }
        let mut slots = Vec::with_capacity(names.len());
        for name in names {
            self.check_slot(name)?;
            let name = self.mangled_slot(class, name)?;
            let name = self.name_argument(name)?;
            self.check_place(bases, &slots, name)?;
            if only && name != well_known::DICT && attributes.contains_key(&name) {
                let message = format!("'{}' in __slots__ conflicts with class variable", self.name(name));
                return Err(self.value_error(&message));
            }
            slots.push(name);
        }
        Ok(slots)
    }

    /// A place for `__dict__` or `__weakref__` that there is already.
    fn check_place(&mut self, bases: &[ClassId], slots: &[NameId], name: NameId) -> Result<()> {
        let weak = &**self.machine.common.names.text(name) == "__weakref__";
        // What the library says in Python may have none in CPython.
        let known = |&base: &ClassId| {
            let base = self.machine.class(base);
            base.own && base.slots.as_ref().is_none_or(|slots| slots.contains(&name))
        };
        let there = slots.contains(&name) || bases.iter().any(known);
        if there && (weak || name == well_known::DICT) {
            let name = self.name(name);
            let why = if weak { "either we already got one, or __itemsize__ != 0" } else { "we already got one" };
            return Err(self.type_error(&format!("{name} slot disallowed: {why}")));
        }
        Ok(())
    }

    /// A private name in `__slots__` is spelt as in the body of the class.
    fn mangled_slot(&mut self, class: &str, slot: Value) -> Result<Value> {
        let class = class.trim_start_matches('_');
        let text = self.text_of(slot).unwrap_or_default();
        if class.is_empty() || !text.starts_with("__") || text.ends_with("__") {
            return Ok(slot);
        }
        let mangled = format!("_{class}{text}");
        self.string(&mangled)
    }

    /// The name of a base whose values have no place for slots behind them.
    fn sized_base(&self, bases: &[ClassId]) -> Option<Arc<str>> {
        let sized = |layout| matches!(layout, Layout::Builtin(class::INT | class::BYTES | class::TUPLE));
        bases.iter().map(|&base| self.machine.class(base)).find(|base| sized(base.layout)).map(|base| base.name.clone())
    }

    fn check_slot(&mut self, name: Value) -> Result<()> {
        let Some(text) = self.str_of(name) else {
            let message = format!("__slots__ items must be strings, not '{}'", self.class_name(name));
            return Err(self.type_error(&message));
        };
        if !classify::all_are(Kind::Str, text.as_str().as_bytes(), classify::Class::Identifier) {
            return Err(self.type_error("__slots__ must be identifiers"));
        }
        Ok(())
    }

    pub(super) fn base_classes(&mut self, bases: &[Value]) -> Result<Vec<ClassId>> {
        let mut classes = Vec::new();
        for &base in bases {
            match base {
                Value::Class(id) if self.machine.class(id).layout != Layout::Closed && !NO_BASES.contains(&id) => {
                    classes.push(id);
                }
                Value::Class(id) => {
                    let message = format!("type '{}' is not an acceptable base type", self.machine.class(id).name);
                    return Err(self.type_error(&message));
                }
                other
                    if self
                        .machine
                        .common
                        .names
                        .get("__mro_entries__")
                        .is_some_and(|name| self.special(other, name).is_some()) =>
                {
                    return Err(self.type_error("raddle does not model __mro_entries__: name the classes themselves"));
                }
                other => {
                    let message = format!("a class cannot be made from a '{}' object", self.class_name(other));
                    return Err(self.type_error(&message));
                }
            }
        }
        if classes.is_empty() {
            classes.push(class::OBJECT);
        }
        Ok(classes)
    }

    /// What the objects of a class with these bases are: what one of the bases says that is not plain.
    pub(super) fn layout(&mut self, bases: &[ClassId]) -> Result<Layout> {
        let mut layout = Layout::Plain;
        let module = bases.iter().any(|&base| self.machine.class(base).is_subclass(class::MODULE));
        for &base in bases {
            let of_base = self.machine.class(base).layout;
            if layout == Layout::Plain {
                layout = of_base;
            } else if of_base != Layout::Plain && of_base != layout {
                return Err(self.type_error("multiple bases have instance lay-out conflict"));
            }
        }
        if module && layout != Layout::Plain {
            return Err(self.type_error("multiple bases have instance lay-out conflict"));
        }
        Ok(layout)
    }
}
