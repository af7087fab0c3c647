//! Calls: of functions, methods, classes and native code.

use smallvec::SmallVec;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Keywords, Kind, Native},
    },
    state::{
        class,
        frame::{SavedFrame, Then},
        object::{Generator, GeneratorState, Object},
        value::{ClassId, NativeId, ObjectId, Value},
    },
};
use crate::program::{CallShape, CodeId, NameId, Register, well_known};

/// Arguments that were taken out of registers.
pub type Arguments = SmallVec<[Value; 8]>;

impl Exec<'_> {
    /// Calls what stands at `place` with the `count` values behind it.
    ///
    /// # Errors
    /// What the call raises before a frame runs.
    #[inline]
    pub fn call_at(&mut self, place: usize, count: usize, then: Then) -> Result<Flow> {
        let callee = self.stack.registers[place];
        if let Value::Object(id) = callee
            && let Object::Function(function) = self.machine.space.heap.get(id)
        {
            let code = function.code;
            return self.call_function(id, code, place + 1, count, then);
        }
        self.call_other(callee, place, count, then)
    }

    fn call_other(&mut self, callee: Value, place: usize, count: usize, then: Then) -> Result<Flow> {
        match callee {
            Value::Native(native) => {
                let arguments = Arguments::from_slice(&self.stack.registers[place + 1..=place + count]);
                self.call_native(native, &arguments, &Keywords::new(), then)
            }
            Value::Class(class::STR) if count == 1 && matches!(self.stack.registers[place + 1], Value::Int(_)) => {
                let text = self.stack.registers[place + 1];
                let text = self.number_text(text)?;
                self.deliver(then, text)
            }
            Value::Class(class) => match self.metaclass_call(class) {
                Some(function) => {
                    let arguments = Arguments::from_slice(&self.stack.registers[place..=place + count]);
                    self.call_value(function, &arguments, then)
                }
                None => self.construct(class, place, count, &Keywords::new(), then),
            },
            Value::Object(_) => {
                let (function, first) = self.resolved(callee)?;
                match first[..] {
                    [] => {
                        self.stack.registers[place] = function;
                        self.call_at(place, count, then)
                    }
                    [receiver] => self.call_with_receiver(function, receiver, place, count, then),
                    _ => {
                        let mut arguments = first;
                        arguments.extend_from_slice(&self.stack.registers[place + 1..=place + count]);
                        self.call_value(function, &arguments, then)
                    }
                }
            }
            _ => Err(self.not_callable(callee)),
        }
    }

    /// `str` of a small integer.
    fn number_text(&mut self, number: Value) -> Result<Value> {
        let Value::Int(number) = number else { return Err(Raise::PYTHON) };
        let mut digits = [0; 20];
        let (mut at, mut left) = (digits.len(), number.unsigned_abs());
        loop {
            at -= 1;
            digits[at] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        let mut text = std::mem::take(&mut self.scratch);
        text.clear();
        if number < 0 {
            text.push('-');
        }
        digits[at..].iter().for_each(|&digit| text.push(char::from(digit)));
        let value = self.string(&text);
        self.scratch = text;
        value
    }

    /// What a call of an object comes to: a function, a native one or a class, and what it is called with before the
    /// arguments. A method may be one of a method, and a `__call__` an object with a `__call__`.
    ///
    /// # Errors
    /// `TypeError` when it cannot be called; `RecursionError` when the way is too long.
    fn resolved(&mut self, callee: Value) -> Result<(Value, Arguments)> {
        let mut function = callee;
        let mut first = Arguments::new();
        for _ in 0..crate::machine::RECURSION_LIMIT {
            let Value::Object(id) = function else { return Ok((function, first)) };
            match self.object(id) {
                Object::Function(_) => return Ok((function, first)),
                Object::Method(method) => {
                    first.insert(0, method.receiver);
                    function = method.function;
                }
                Object::StaticMethod(inner) => function = *inner,
                _ => match self.special(function, well_known::CALL) {
                    Some(found @ (Value::Native(_) | Value::Object(_))) => {
                        if self.takes_receiver(found) {
                            first.insert(0, function);
                        }
                        function = found;
                    }
                    Some(found) => function = found,
                    None => return Err(self.not_callable(function)),
                },
            }
            if !matches!(function, Value::Object(_) | Value::Native(_) | Value::Class(_)) {
                return Err(self.not_callable(function));
            }
        }
        let message = "maximum recursion depth exceeded while calling a Python object";
        Err(self.error(class::RECURSION_ERROR, message))
    }

    /// Whether a method of the language gets the object that it is looked up for: functions do, and nothing else.
    fn takes_receiver(&self, method: Value) -> bool {
        match method {
            Value::Native(_) => true,
            Value::Object(id) => matches!(self.object(id), Object::Function(_)),
            _ => false,
        }
    }

    fn not_callable(&mut self, value: Value) -> Raise {
        let message = format!("'{}' object is not callable", self.class_name(value));
        self.type_error(&message)
    }

    /// Calls a function with a receiver before the arguments that stand behind `place`.
    pub fn call_with_receiver(
        &mut self,
        function: Value,
        receiver: Value,
        place: usize,
        count: usize,
        then: Then,
    ) -> Result<Flow> {
        if let Value::Object(id) = function
            && let Object::Function(inner) = self.object(id)
        {
            let code = inner.code;
            self.stack.registers[place] = receiver;
            return self.call_function(id, code, place, count + 1, then);
        }
        self.stack.registers[place] = receiver;
        let arguments = Arguments::from_slice(&self.stack.registers[place..=place + count]);
        match function {
            Value::Native(native) => self.call_native(native, &arguments, &Keywords::new(), then),
            other => self.call_value(other, &arguments, then),
        }
    }

    /// Calls a function whose arguments stand in its registers already.
    #[inline]
    fn call_function(&mut self, id: ObjectId, code_id: CodeId, base: usize, count: usize, then: Then) -> Result<Flow> {
        let code = self.program.code(code_id);
        if code.resumable.is_some() && code.parameters.takes_exactly(count as u16) {
            self.stack.reserve(base, code.registers);
            self.stack.registers[base + count..base + code.locals.len()].fill(Value::Unbound);
            self.take_cells(id, code_id, base);
            return self.make_resumable(code_id, base, then);
        }
        if code.resumable.is_some()
            || !(code.parameters.takes_exactly(count as u16) || self.fill_in_defaults(id, code_id, base, count))
        {
            let arguments = Arguments::from_slice(&self.stack.registers[base..base + count]);
            return self.call_binding(id, &arguments, &Keywords::new(), base, then);
        }
        self.enter_bound(id, code_id, base, count.max(code.parameters.positional as usize), then)
    }

    /// Begins a call of a function whose parameters are bound: they stand in its first registers.
    #[inline]
    fn enter_bound(&mut self, id: ObjectId, code_id: CodeId, base: usize, bound: usize, then: Then) -> Result<Flow> {
        let code = self.program.code(code_id);
        self.push_frame(code_id, base, then)?;
        self.stack.reserve(base, code.registers);
        self.stack.registers[base + bound..base + code.locals.len()].fill(Value::Unbound);
        if !code.captures.is_empty() {
            self.take_cells(id, code_id, base);
        }
        if code.system && self.machine.processes.is_some() {
            self.enter_system()?;
        }
        Ok(Flow::Frame)
    }

    /// Puts the defaults of the last parameters behind the arguments, where nothing else is to be bound; returns whether that
    /// was so.
    fn fill_in_defaults(&mut self, id: ObjectId, code: CodeId, base: usize, count: usize) -> bool {
        let code = self.program.code(code);
        let shape = &code.parameters;
        let positional = shape.positional as usize;
        let only_positional = shape.keyword_only == 0 && !shape.variadic && !shape.keyword_variadic;
        let missing = positional.saturating_sub(count);
        if !only_positional || count > positional || missing > shape.defaults as usize {
            return false;
        }
        let Object::Function(function) = self.machine.space.heap.get(id) else { return false };
        // The program may have given it other defaults.
        if function.attributes.len() > 0 {
            return false;
        }
        self.stack.reserve(base, code.registers);
        let defaults = &function.defaults[shape.defaults as usize - missing..shape.defaults as usize];
        self.stack.registers[base + count..base + positional].copy_from_slice(defaults);
        true
    }

    fn take_cells(&mut self, function: ObjectId, code: CodeId, base: usize) {
        let Object::Function(function) = self.machine.space.heap.get(function) else { return };
        for (capture, cell) in self.program.code(code).captures.iter().zip(&function.cells) {
            self.stack.registers[base + capture.inner.index()] = *cell;
        }
    }

    /// Calls a function with arguments that have to be matched with its parameters.
    pub fn call_binding(
        &mut self,
        id: ObjectId,
        positional: &[Value],
        keywords: &Keywords,
        base: usize,
        then: Then,
    ) -> Result<Flow> {
        let Object::Function(function) = self.object(id) else {
            return Err(self.not_callable(Value::Object(id)));
        };
        let code_id = function.code;
        let code = self.program.code(code_id);
        self.stack.reserve(base, code.registers);
        self.stack.registers[base..base + code.locals.len()].fill(Value::Unbound);
        self.bind(id, positional, keywords, base)?;
        self.take_cells(id, code_id, base);
        if code.resumable.is_some() {
            return self.make_resumable(code_id, base, then);
        }
        self.push_frame(code_id, base, then)?;
        if code.system && self.machine.processes.is_some() {
            self.enter_system()?;
        }
        Ok(Flow::Frame)
    }

    /// What a call makes that runs when it is asked to; its locals stand in registers.
    fn make_resumable(&mut self, code_id: CodeId, base: usize, then: Then) -> Result<Flow> {
        let locals = self.program.code(code_id).locals.len();
        let registers = self.stack.registers[base..base + locals].to_vec();
        let frame = SavedFrame { at: crate::program::Label(0), receives: None, registers };
        let state = GeneratorState::Suspended(frame);
        let generator = Generator { code: code_id, state, asked: false, awaitable: false };
        let value = self.allocate(Object::Generator(Box::new(generator)))?;
        self.report_generator_made(value, code_id);
        self.deliver(then, value)
    }

    /// Calls a value with arguments that are not in registers, some by keyword.
    pub fn call_keywords(
        &mut self,
        callee: Value,
        positional: &[Value],
        keywords: &Keywords,
        place: usize,
        then: Then,
    ) -> Result<Flow> {
        match callee {
            Value::Native(native) => self.call_native(native, positional, keywords, then),
            Value::Class(class) => match self.metaclass_call(class) {
                Some(function) => {
                    let mut all = Arguments::from_slice(&[callee]);
                    all.extend_from_slice(positional);
                    self.call_keywords(function, &all, keywords, place, then)
                }
                None => self.construct_of(class, positional, keywords, place, then),
            },
            Value::Object(id) => match self.object(id) {
                Object::Function(_) => self.call_binding(id, positional, keywords, place, then),
                _ => {
                    let (function, mut all) = self.resolved(callee)?;
                    all.extend_from_slice(positional);
                    self.call_keywords(function, &all, keywords, place, then)
                }
            },
            _ => Err(self.not_callable(callee)),
        }
    }

    /// `type.__call__`: makes an object of a class, with arguments that are not in registers.
    pub fn construct_of(
        &mut self,
        class: ClassId,
        positional: &[Value],
        keywords: &Keywords,
        place: usize,
        then: Then,
    ) -> Result<Flow> {
        self.stack.reserve(place, positional.len() as u16 + 1);
        self.stack.registers[place] = Value::Class(class);
        self.stack.registers[place + 1..=place + positional.len()].copy_from_slice(positional);
        self.construct(class, place, positional.len(), keywords, then)
    }

    /// A method call: the object stands in `base`.
    pub fn call_method(&mut self, base: Register, count: usize, name: NameId, dst: Register) -> Result<Flow> {
        let place = self.register_index(base);
        let object = self.stack.registers[place];
        match self.method(object, name)? {
            Found::Method(function) => self.call_with_receiver(function, object, place, count, Then::Store(dst)),
            Found::Value(callee) => {
                self.stack.registers[place] = callee;
                self.call_at(place, count, Then::Store(dst))
            }
            Found::Computed => {
                // The attribute is computed by the program: get it first, then call it.
                let getter = self.statics.library.call_attribute;
                let name = self.name(name);
                let name = self.string(&name)?;
                let rest = Arguments::from_slice(&self.stack.registers[place + 1..=place + count]);
                let rest = self.tuple(&rest)?;
                let keywords = self.keyword_dict(&Keywords::new())?;
                self.call_library(getter, &[object, name, rest, keywords], Then::Store(dst))
            }
        }
    }

    /// Looks up the method of the object in `base`, before its arguments are evaluated.
    #[inline]
    pub fn load_method(&mut self, base: Register, name: NameId) -> Result<Flow> {
        let object = self.stack.get(base);
        let behind = Register(base.0 + 1);
        let (function, receiver) = match self.method(object, name)? {
            Found::Method(function) => (function, object),
            Found::Value(callee) => (Value::Unbound, callee),
            Found::Computed => {
                self.stack.set(base, Value::Unbound);
                return self.attribute_into(object, name, Then::Store(behind));
            }
        };
        self.stack.set(base, function);
        self.stack.set(behind, receiver);
        Ok(Flow::Next)
    }

    /// Calls what [`Self::load_method`] found.
    pub fn call_loaded(&mut self, base: Register, count: usize, dst: Register) -> Result<Flow> {
        let place = self.register_index(base) + 1;
        let (function, receiver) = (self.stack.registers[place - 1], self.stack.registers[place]);
        if function.is_bound() {
            return self.call_with_receiver(function, receiver, place, count, Then::Store(dst));
        }
        self.call_at(place, count, Then::Store(dst))
    }

    /// A method call of the language itself: looked up on the type.
    pub fn call_special(&mut self, base: Register, count: usize, name: NameId, dst: Register) -> Result<Flow> {
        let place = self.register_index(base);
        let object = self.stack.registers[place];
        let asynchronous = matches!(name, well_known::AENTER | well_known::AEXIT);
        let exit = if asynchronous { well_known::AEXIT } else { well_known::EXIT };
        let enters = matches!(name, well_known::ENTER | well_known::AENTER);
        let missing = enters && self.special(object, exit).is_none();
        match self.special(object, name).filter(|_| !missing) {
            Some(function) => self.call_with_receiver(function, object, place, count, Then::Store(dst)),
            None => {
                let class = self.class_name(object);
                let missed = match self.special(object, name) {
                    Some(_) if missing => format!(" (missed {} method)", self.name(exit)),
                    _ => String::new(),
                };
                let kind = if asynchronous { "asynchronous " } else { "" };
                let message = format!("'{class}' object does not support the {kind}context manager protocol{missed}");
                Err(self.type_error(&message))
            }
        }
    }

    /// A call with keywords.
    pub fn call_shaped(&mut self, base: Register, count: usize, shape: u16, dst: Register) -> Result<Flow> {
        let shape: &CallShape = &self.program.code(self.stack.top().code).shapes[shape as usize];
        let place = self.register_index(base) + usize::from(shape.loaded);
        let mut callee = self.stack.registers[place];
        let mut positional = Arguments::new();
        let function = self.stack.registers[place - usize::from(shape.loaded)];
        if shape.method.is_none() {
            let with_receiver = shape.loaded && function.is_bound();
            let (called, base) = if with_receiver { (function, place) } else { (callee, place + 1) };
            if let Some((id, code)) = self.bind_names(called, base, place + count + 1 - base, &shape.keywords) {
                return self.enter_bound(
                    id,
                    code,
                    base,
                    self.program.code(code).parameters.positional.into(),
                    Then::Store(dst),
                );
            }
        }
        if shape.loaded && function.is_bound() {
            positional.push(callee);
            callee = function;
        }
        let mut computed = None;
        if let Some(name) = shape.method {
            match self.method(callee, name)? {
                Found::Method(function) => {
                    positional.push(callee);
                    callee = function;
                }
                Found::Value(value) => callee = value,
                Found::Computed => computed = Some(name),
            }
        }
        let values = &self.stack.registers[place + 1..=place + count];
        let (plain, named) = values.split_at(count - shape.keywords.len());
        positional.extend_from_slice(plain);
        let keywords: Keywords = shape.keywords.iter().copied().zip(named.iter().copied()).collect();
        if let Some(name) = computed {
            let name = self.name(name);
            let parts = [callee, self.string(&name)?, self.tuple(&positional)?, self.keyword_dict(&keywords)?];
            return self.call_library(self.statics.library.call_attribute, &parts, Then::Store(dst));
        }
        self.call_keywords(callee, &positional, &keywords, place, Then::Store(dst))
    }

    /// A call with a list and a dict behind the callable.
    pub fn call_spread(&mut self, base: Register, dst: Register) -> Result<Flow> {
        let place = self.register_index(base);
        let [callee, list, dict] = [0, 1, 2].map(|offset| self.stack.registers[place + offset]);
        let positional = self.sequence_items(list).map(Arguments::from_vec).unwrap_or_default();
        let mut keywords = Keywords::new();
        for (key, value) in self.dict_entries(dict) {
            let Some(name) = self.text_of(key) else { return Err(self.type_error("keywords must be strings")) };
            let name = name.to_string();
            keywords.push((self.intern(&name)?, value));
        }
        self.call_keywords(callee, &positional, &keywords, place, Then::Store(dst))
    }

    /// Calls native code.
    pub fn call_native(&mut self, id: NativeId, positional: &[Value], keywords: &Keywords, then: Then) -> Result<Flow> {
        let native: &'static Native = self.statics.natives[id.index()];
        let matched;
        let arguments =
            if keywords.is_empty() && positional.len() == native.parameters.len() && self.statics.exact[id.index()] {
                positional
            } else {
                matched = self.native_arguments(native, positional, keywords)?;
                &matched[..]
            };
        if let (Some(owner), Some(&receiver)) = (self.statics.receivers[id.index()], arguments.first()) {
            self.check_receiver(id, owner, receiver)?;
        }
        if let Some(name) = self.statics.buffer
            && self.statics.buffers[id.index()]
            && (native.name != "str" || arguments[1..].iter().any(|argument| argument.is_bound()))
            && arguments.iter().any(|&argument| self.own_special(argument, name).is_some())
        {
            let given = arguments.iter().rposition(|argument| argument.is_bound()).map_or(0, |last| last + 1);
            let arguments = self.tuple(&arguments[..given])?;
            return self.call_library(self.statics.library.plain_call, &[Value::Native(id), arguments], then);
        }
        if native.access != Access::None && !self.may_run(id, arguments) {
            return self.call_by_library(id, positional, keywords, then);
        }
        if !self.statics.quick[id.index()] {
            self.charge_arguments(arguments)?;
        }
        let result = match native.kind {
            Kind::Simple(function) => match function(self, arguments) {
                Ok(value) => {
                    if native.access.changes() {
                        self.report_content(arguments[0]);
                    }
                    return self.deliver(then, value);
                }
                Err(raise) => Err(raise),
            },
            Kind::Control(function) => function(self, arguments, then),
        };
        match result {
            Err(Raise::PYTHON) => self.call_fallback(id, arguments, then),
            other => other,
        }
    }

    /// What native code cannot do without calling the program, a function of the library does.
    fn call_fallback(&mut self, id: NativeId, arguments: &[Value], then: Then) -> Result<Flow> {
        // An argument that was left out is left out there too.
        let given = arguments.iter().rposition(|argument| argument.is_bound()).map_or(0, |last| last + 1);
        match self.statics.fallbacks[id.index()] {
            Some(function) => self.call_library(function, &arguments[..given], then),
            None => {
                let arguments = self.tuple(&arguments[..given])?;
                self.call_library(self.statics.library.plain_call, &[Value::Native(id), arguments], then)
            }
        }
    }

    /// Calls native code by an instruction of the library, before which the thread can rest.
    fn call_by_library(&mut self, id: NativeId, positional: &[Value], keywords: &Keywords, then: Then) -> Result<Flow> {
        let parts = [Value::Native(id), self.tuple(positional)?, self.keyword_dict(keywords)?];
        if let Value::Object(keywords) = parts[2] {
            self.machine.space.heap.freeze(keywords);
        }
        self.call_library(self.statics.library.call_native, &parts, then)
    }
}

/// Where a method was found.
pub enum Found {
    /// On the class: it is called with the object before its arguments.
    Method(Value),
    /// On the object, or bound already.
    Value(Value),
    /// The program computes it.
    Computed,
}
