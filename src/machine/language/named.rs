//! Names that are looked up while the program runs: those of text that it runs.
//!
//! A namespace is the module of the program, whose variables the text of the program knows (`globals()` stands for it), a dict,
//! or, for locals only, whatever has items. Tests: `tests/programs/dynamic/`, `tests/search/made.rs`.

use crate::machine::{
    Machine,
    language::hash::text_hash,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::Keywords,
        statics::Dynamic,
    },
    state::{
        class,
        frame::{Frame, Then},
        object::Object,
        value::{ObjectId, Value},
    },
};
use crate::program::{
    CodeId, CodeKind, Constant, GlobalId, Label, ModuleId, NameId, Register,
    made::{GLOBALS, LIBRARY_BUILTINS, LOCALS},
    well_known,
};

/// What a namespace is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Space {
    /// The module of the program.
    Module,
    /// A dict.
    Dict(ObjectId),
    /// Something else that has items: the program or the library sees to it.
    Mapping,
}

impl Machine {
    /// The functions of the library for text that is run; there where the program names one that runs text.
    pub(in crate::machine) fn dynamic(&self) -> Option<&Dynamic> {
        self.common.statics.dynamic.as_ref()
    }

    /// The object that `globals()` is.
    pub(in crate::machine) fn module_space(&self) -> Value {
        self.dynamic().map_or(Value::Unbound, |dynamic| self.space.globals.get(dynamic.namespace))
    }

    /// The variables of the module that its text does not mention.
    pub(in crate::machine) fn other_variables(&self) -> Option<ObjectId> {
        self.space.globals.get(self.dynamic()?.others).object()
    }
}

impl Exec<'_> {
    /// What a namespace is.
    pub fn space_of(&self, space: Value) -> Space {
        if space == self.machine.module_space() {
            return Space::Module;
        }
        match space {
            Value::Object(id) if matches!(self.machine.space.heap.peek(id), Object::Dict(_)) => Space::Dict(id),
            _ => Space::Mapping,
        }
    }

    /// The variable of the module of that name.
    pub fn module_variable(&self, name: NameId) -> Option<GlobalId> {
        self.program.global(self.machine.space.module, name)
    }

    /// What a namespace has under a name; nothing where only the program can tell.
    pub fn in_space(&self, space: Space, name: NameId) -> Value {
        match space {
            Space::Module => match self.module_variable(name) {
                Some(global) => self.machine.space.globals.get(global),
                None if name == well_known::NAME => self.statics.main_name,
                None => self.machine.other_variables().map_or(Value::Unbound, |others| self.entry(others, name)),
            },
            Space::Dict(id) => self.entry(id, name),
            Space::Mapping => Value::Unbound,
        }
    }

    fn entry(&self, dict: ObjectId, name: NameId) -> Value {
        self.entry_of(dict, self.machine.common.names.text(name))
    }

    fn entry_of(&self, dict: ObjectId, text: &str) -> Value {
        let Object::Dict(entries) = self.object(dict) else { return Value::Unbound };
        self.work(1);
        let is_key = |key: Value| self.text_of(key).is_some_and(|key| key == text);
        entries.find(text_hash(text), is_key).map_or(Value::Unbound, |at| entries.value(at))
    }

    /// `dst` = one of the literals of the running code.
    pub fn load_literal(&mut self, dst: Register, index: u16) -> Result<Flow> {
        let literal = self.code(self.stack.top().code).literals[usize::from(index)].clone();
        if let Constant::Builtin(name) = &literal {
            return self.load_builtin_of(dst, name);
        }
        let value = self.literal(&literal)?;
        self.stack.set(dst, value);
        Ok(Flow::Next)
    }

    pub fn literal(&mut self, literal: &Constant) -> Result<Value> {
        Ok(match literal {
            Constant::None | Constant::Builtin(_) => Value::None,
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Bool(truth) => Value::bool(*truth),
            Constant::Int(number) => Value::Int(*number),
            Constant::Float(number) => Value::float(*number),
            Constant::BigInt(number) => self.allocate(Object::BigInt(std::sync::Arc::clone(number)))?,
            Constant::Bytes(bytes) => self.allocate(Object::Bytes(std::sync::Arc::clone(bytes)))?,
            Constant::Str(text) => self.string(text)?,
            Constant::Tuple(items) => {
                let mut values = Vec::with_capacity(items.len());
                for item in items {
                    values.push(self.literal(item)?);
                }
                self.tuple(&values)?
            }
        })
    }

    /// `dst` = the builtin of that name, whatever a namespace has. A module of the library that it is a member of runs first.
    fn load_builtin_of(&mut self, dst: Register, name: &str) -> Result<Flow> {
        if let Some(value) = self.builtin(name) {
            self.stack.set(dst, value);
            return Ok(Flow::Next);
        }
        let own = self.machine.dynamic().map(|dynamic| dynamic.module);
        let known = LIBRARY_BUILTINS.iter().find(|(builtin, ..)| *builtin == name);
        let (module, member) = match known {
            Some((_, module, member)) => (self.program.module(module), *member),
            None => (own, name),
        };
        let global = module.zip(self.program.names.get(member));
        let global = global.and_then(|(module, name)| Some((module, self.program.global(module, name)?)));
        let Some((module, global)) = global else {
            if name == "__builtins__" {
                self.stack.set(dst, Value::module(ModuleId(0)));
                return Ok(Flow::Next);
            }
            if name == "__name__" {
                let text = self.string("builtins")?;
                self.stack.set(dst, text);
                return Ok(Flow::Next);
            }
            return Err(self.name_error(name));
        };
        if !self.machine.space.lasting.modules_begun[module.index()] {
            return self.run_first(module);
        }
        let value = self.machine.space.globals.get(global);
        self.stack.set(dst, value);
        Ok(Flow::Next)
    }

    /// `dst` = what the namespace of a module has under a name, else the builtin.
    pub fn load_name(&mut self, dst: Register, space: Value, name: NameId) -> Result<Flow> {
        let kind = self.space_of(space);
        let text = self.name(name);
        if kind == Space::Mapping
            && let Some(find) = self.machine.dynamic().map(|dynamic| dynamic.find_name)
        {
            let text = self.string(&text)?;
            return self.call_library(find, &[space, text, space], Then::Store(dst));
        }
        let value = self.in_space(kind, name);
        if value.is_bound() {
            self.stack.set(dst, value);
            return Ok(Flow::Next);
        }
        if let Space::Dict(id) = kind
            && self.own_special(self.entry_of(id, "__builtins__"), well_known::GETITEM).is_some()
            && let Some(find) = self.machine.dynamic().map(|dynamic| dynamic.find_name)
        {
            let text = self.string(&text)?;
            return self.call_library(find, &[space, text, space], Then::Store(dst));
        }
        if let Some(wrong) = self.wrong_builtins(kind) {
            return Err(self.not_subscriptable(wrong));
        }
        if let Some(builtins) = self.own_builtins(kind) {
            let value = self.entry(builtins, name);
            if !value.is_bound() {
                return Err(self.name_error(&text));
            }
            self.stack.set(dst, value);
            return Ok(Flow::Next);
        }
        if text.starts_with("vm_") {
            // Names of the machine's own functions are for the embedded library only.
            return Err(self.name_error(&text));
        }
        self.load_builtin_of(dst, &text)
    }

    /// The builtins that a namespace has instead of the usual ones.
    pub fn own_builtins(&self, space: Space) -> Option<ObjectId> {
        let Space::Dict(id) = space else { return None };
        let usual = self.machine.dynamic().map(|dynamic| self.machine.space.globals.get(dynamic.builtins));
        let own = self.entry_of(id, "__builtins__");
        match own {
            Value::Object(builtins) if Some(own) != usual => {
                let builtins = self.base_value(Value::Object(builtins)).object()?;
                matches!(self.machine.space.heap.peek(builtins), Object::Dict(_)).then_some(builtins)
            }
            _ => None,
        }
    }

    /// What a namespace has for builtins and what cannot be such.
    fn wrong_builtins(&self, space: Space) -> Option<Value> {
        let Space::Dict(id) = space else { return None };
        let own = self.entry_of(id, "__builtins__");
        let can_be = match own {
            Value::Unbound | Value::Module(_) => true,
            _ => matches!(
                self.base_value(own).object().map(|id| self.machine.space.heap.peek(id)),
                Some(Object::Dict(_))
            ),
        };
        (!can_be).then_some(own)
    }

    /// `dst` = what the locals of a text have under a name, or nothing. The namespace of the module stands in the register
    /// before theirs.
    pub fn find_name(&mut self, dst: Register, space: Register, name: NameId) -> Result<Flow> {
        let locals = self.stack.get(space);
        let kind = self.space_of(locals);
        if kind == Space::Mapping
            && let Some(find) = self.machine.dynamic().map(|dynamic| dynamic.find_name)
        {
            let text = self.name(name);
            let globals = self.stack.get(Register(space.0 - 1));
            let text = self.string(&text)?;
            return self.call_library(find, &[locals, text, globals], Then::Store(dst));
        }
        let value = self.in_space(kind, name);
        self.stack.set(dst, value);
        Ok(Flow::Next)
    }

    /// Binds a name in a namespace.
    pub fn store_name(&mut self, space: Value, name: NameId, value: Value) -> Result<Flow> {
        let text = self.name(name);
        match self.space_of(space) {
            Space::Module => {
                if let Some(global) = self.module_variable(name) {
                    return self.store_shared(global, value);
                }
                let Some(others) = self.machine.other_variables() else { return Ok(Flow::Next) };
                let key = self.string(&text)?;
                self.insert_named(others, key, value)?;
                Ok(Flow::Next)
            }
            Space::Dict(id) => {
                let key = self.string(&text)?;
                self.insert_named(id, key, value)?;
                Ok(Flow::Next)
            }
            Space::Mapping => {
                let key = self.string(&text)?;
                self.set_item(space, key, value)
            }
        }
    }

    fn insert_named(&mut self, dict: ObjectId, key: Value, value: Value) -> Result<()> {
        if self.machine.space.heap.is_shared(dict) {
            self.machine.space.heap.publish(key);
            self.machine.space.heap.publish(value);
        }
        self.insert_into(dict, key, value)?;
        self.report_content(Value::Object(dict));
        Ok(())
    }

    /// Unbinds a name in a namespace.
    pub fn delete_name(&mut self, space: Value, name: NameId) -> Result<Flow> {
        let text = self.name(name);
        let dict = match self.space_of(space) {
            Space::Module => match self.module_variable(name) {
                Some(global) => return self.delete_global(global),
                None => self.machine.other_variables(),
            },
            Space::Dict(id) => Some(id),
            Space::Mapping => {
                let key = self.string(&text)?;
                return self.delete_item(space, key);
            }
        };
        let key = self.string(&text)?;
        let found = match dict {
            Some(dict) => self.find_key(dict, key)?.map(|at| (dict, at)),
            None => None,
        };
        let Some((dict, at)) = found else { return Err(self.name_error(&text)) };
        if let Object::Dict(entries) = self.machine.space.heap.get_mut(dict) {
            entries.remove(at);
        }
        self.report_content(Value::Object(dict));
        Ok(Flow::Next)
    }

    /// The innermost frame of the program, its own text or text that it runs.
    pub fn frame_of_program(&self) -> Option<Frame> {
        self.stack.frames.iter().rev().find(|frame| !self.code(frame.code).hidden).copied()
    }

    /// The namespace that a frame of text that is run has in one of its registers.
    pub fn space_in(&self, frame: &Frame, name: &str) -> Option<Value> {
        let code = self.code(frame.code);
        let known = self.machine.common.names.get(name).filter(|_| code.made || code.kind == CodeKind::Class)?;
        let at = code.locals.iter().position(|&local| local == known)?;
        Some(self.stack.registers[frame.base as usize + at])
    }

    /// What a register holds, or the cell in it.
    pub fn variable_at(&self, place: usize) -> Value {
        match self.stack.registers[place] {
            Value::Object(id) => match self.object(id) {
                Object::Cell(inner) => *inner,
                _ => Value::Object(id),
            },
            other => other,
        }
    }

    /// Where a function has the dict in which it finds its variables when it asks, if it is one that does.
    pub fn place_of_locals(&self, frame: &Frame) -> Option<usize> {
        let code = self.code(frame.code);
        let name = self.machine.common.names.get(LOCALS).filter(|_| code.kind == CodeKind::Function)?;
        let at = code.locals.iter().position(|&local| local == name)?;
        Some(frame.base as usize + at)
    }

    /// The dict there, with the variables as they are now: what else was put there stays.
    pub fn renewed_locals(&mut self, place: usize, bound: &Keywords) -> Result<Value> {
        let known = self.stack.registers[place];
        let Value::Object(dict) = known else {
            let dict = self.keyword_dict(bound)?;
            self.stack.registers[place] = dict;
            return Ok(dict);
        };
        for &(name, value) in bound {
            let text = self.name(name);
            let key = self.string(&text)?;
            self.insert_named(dict, key, value)?;
        }
        let frame = self.frame_of_program();
        let locals = frame.map(|frame| self.code(frame.code).locals.clone()).unwrap_or_default();
        for name in locals.into_iter().filter(|&name| bound.iter().all(|&(known, _)| known != name)) {
            let text = self.name(name);
            let key = self.string(&text)?;
            if let Some(at) = self.find_key(dict, key)?
                && let Object::Dict(entries) = self.machine.space.heap.get_mut(dict)
            {
                entries.remove(at);
            }
        }
        Ok(known)
    }

    /// The variables of the comprehension that a frame is in, of programs that run text: it is a function of its own in CPython
    /// 3.11. None where it is in no comprehension.
    pub fn comprehension_locals(&self, frame: &Frame) -> Option<Keywords> {
        let code = self.program.code(frame.code);
        let at = Label(frame.at.0.saturating_sub(1));
        // Written inside first.
        let inside = code.inlined.iter().find(|inlined| inlined.covers(at)).filter(|_| self.program.dynamic)?;
        let own = code.visible.iter().filter(|visible| visible.start == inside.start && visible.end == inside.end);
        let mut locals = Keywords::new();
        for visible in own {
            let value = self.variable_at(frame.base as usize + visible.register.index());
            if value.is_bound() {
                locals.push((visible.name, value));
            }
        }
        Some(locals)
    }

    /// The namespace of the module in which the program is running; none where that is its own.
    pub fn running_globals(&self) -> Option<Value> {
        self.space_in(&self.frame_of_program()?, GLOBALS)
    }

    /// The locals of text that is run, where its outermost statements are running.
    pub fn running_locals(&self) -> Option<Value> {
        let frame = self.frame_of_program().filter(|frame| self.code(frame.code).kind == CodeKind::Module)?;
        self.space_in(&frame, LOCALS)
    }

    /// The namespace of the module that a function takes along; none where that is the program's own.
    pub fn globals_of(&self, function: ObjectId) -> Option<Value> {
        let Object::Function(parts) = self.object(function) else { return None };
        let code = self.program.code(parts.code);
        let name = self.machine.common.names.get(GLOBALS).filter(|_| code.made)?;
        let taken = code.captures.iter().position(|capture| code.locals[capture.inner.index()] == name)?;
        parts.cells.get(taken).copied()
    }

    /// What a namespace of a module says that it is called, as functions and classes of it say; `builtins` where it does not say.
    pub fn name_of_space(&mut self, globals: Value) -> Result<Value> {
        let kind = self.space_of(globals);
        let value = self.in_space(kind, well_known::NAME);
        if value.is_bound() { Ok(value) } else { self.string("builtins") }
    }

    /// What a function of text that is run has from its namespace when it is made: the name of its module, and what its
    /// annotations name.
    pub fn describe_made(&mut self, function: Value, code: CodeId) -> Result<()> {
        let Value::Object(id) = function else { return Ok(()) };
        let Some(globals) = self.globals_of(id) else { return Ok(()) };
        let module = self.name_of_space(globals)?;
        self.keep_part(id, well_known::MODULE, module);
        if !self.code(code).annotations.is_empty() {
            let annotations = self.annotations_of(code, Some(globals))?;
            self.keep_part(id, well_known::ANNOTATIONS, annotations);
        }
        Ok(())
    }

    /// A function of the code of another one that takes these namespaces along.
    ///
    /// # Errors
    /// `TypeError` when the code takes variables from functions around it.
    pub fn bind_code(&mut self, function: Value, globals: Value, locals: Value, closure: Value) -> Result<Value> {
        let Some(Object::Function(parts)) = function.object().map(|id| self.object(id)) else {
            return Err(self.type_error("a code object is needed"));
        };
        let mut bound = (**parts).clone();
        let code = self.program.code(bound.code);
        let mut cells = Vec::with_capacity(code.captures.len());
        // The cells that are given stand in the order of the names.
        let given = self.sequence_items(closure).unwrap_or_default();
        let names = code.captures.iter().map(|capture| self.name(code.locals[capture.inner.index()]));
        let mut names: Vec<_> = names.filter(|name| !matches!(&**name, GLOBALS | LOCALS)).collect();
        names.sort_by(|a, b| a.trim_start_matches('.').cmp(b.trim_start_matches('.')));
        for capture in &code.captures {
            match &**self.machine.common.names.text(code.locals[capture.inner.index()]) {
                GLOBALS => cells.push(globals),
                LOCALS => cells.push(locals),
                name if names.len() == given.len() => {
                    let at = names.iter().position(|known| &**known == name).unwrap_or_default();
                    cells.push(given[at]);
                }
                _ => return Err(self.type_error("code object passed to exec() may not contain free variables")),
            }
        }
        bound.cells = cells.into_iter().collect();
        bound.attributes = crate::machine::state::object::Attributes::default();
        self.allocate(Object::Function(Box::new(bound)))
    }
}

impl Exec<'_> {
    /// The exception for what is wrong with a text.
    pub fn fault(&mut self, fault: &crate::program::made::Fault, file: &str) -> Result<Raise> {
        let class = match fault.class {
            "IndentationError" => class::INDENTATION_ERROR,
            "TabError" => class::TAB_ERROR,
            "MemoryError" => class::MEMORY_ERROR,
            "RecursionError" => class::RECURSION_ERROR,
            _ => class::SYNTAX_ERROR,
        };
        let message = self.string(&fault.message)?;
        if !fault.place {
            return Ok(self.exception(class, &[message]));
        }
        let file = self.string(file)?;
        let line = match &fault.line {
            Some(line) => self.string(line)?,
            None => Value::None,
        };
        let number = |number: u32| Value::Int(i64::from(number));
        let details = [
            file,
            number(fault.start.0),
            Value::Int(fault.start.1),
            line,
            number(fault.end.0),
            Value::Int(fault.end.1),
        ];
        let details = self.tuple(&details)?;
        Ok(self.exception(class, &[message, details]))
    }
}
