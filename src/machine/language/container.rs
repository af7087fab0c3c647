//! Building containers and looking into them.

use std::sync::Arc;

use indexmap::IndexSet;
use num_traits::ToPrimitive;
use rustc_hash::FxBuildHasher;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
    },
    state::{
        class,
        dict::Dict,
        effort,
        frame::Then,
        object::{Iterator, Native, Object, Str},
        set::Set,
        value::{ObjectId, Value},
    },
};
use crate::program::{Instruction, Register};

impl Exec<'_> {
    /// The registers from `base`.
    fn row(&self, base: Register, count: u16) -> &[Value] {
        let start = self.register_index(base);
        &self.stack.registers[start..start + count as usize]
    }

    /// `dst` = a list of the registers.
    pub fn build_list(&mut self, dst: Register, base: Register, count: u16) -> Result<Flow> {
        let items = self.row(base, count).to_vec();
        let list = self.list(items)?;
        self.stack.set(dst, list);
        Ok(Flow::Next)
    }

    /// `dst` = a tuple of the registers.
    pub fn build_tuple(&mut self, dst: Register, base: Register, count: u16) -> Result<Flow> {
        let items: Arc<[Value]> = self.row(base, count).into();
        let tuple = self.allocate(Object::Tuple(items))?;
        self.stack.set(dst, tuple);
        Ok(Flow::Next)
    }

    /// `dst` = a set of the registers.
    pub fn build_set(&mut self, dst: Register, base: Register, count: u16) -> Result<Flow> {
        let items = self.row(base, count).to_vec();
        match self.set_of(&items) {
            Ok(set) => {
                let set = self.allocate(Object::Set(Box::new(set.into())))?;
                self.stack.set(dst, set);
                Ok(Flow::Next)
            }
            Err(Raise::PYTHON) => {
                let items = self.tuple(&items)?;
                self.call_library(self.statics.library.build_set, &[items], Then::Store(dst))
            }
            Err(raise) => Err(raise),
        }
    }

    /// `dst` = a dict of pairs of registers.
    pub fn build_dict(&mut self, dst: Register, base: Register, count: u16) -> Result<Flow> {
        let row = self.row(base, count * 2).to_vec();
        let mut dict = Dict::default();
        for pair in row.chunks_exact(2) {
            match self.insert(&mut dict, pair[0], pair[1]) {
                Ok(()) => {}
                Err(Raise::PYTHON) => {
                    let items = self.tuple(&row)?;
                    return self.call_library(self.statics.library.build_dict, &[items], Then::Store(dst));
                }
                Err(raise) => return Err(raise),
            }
        }
        let dict = self.allocate(Object::Dict(Box::new(dict.into())))?;
        self.stack.set(dst, dict);
        Ok(Flow::Next)
    }

    /// `dst` = a slice of three registers.
    pub fn build_slice(&mut self, dst: Register, base: Register) -> Result<Flow> {
        let row = self.row(base, 3);
        let parts = [row[0], row[1], row[2]];
        let slice = self.allocate(Object::Slice(Box::new(parts)))?;
        self.stack.set(dst, slice);
        Ok(Flow::Next)
    }

    /// `dst` = the strings of the registers, joined.
    pub fn build_string(&mut self, dst: Register, base: Register, count: u16) -> Result<Flow> {
        let mut text = std::mem::take(&mut self.scratch);
        text.clear();
        for &part in self.row(base, count) {
            text.push_str(self.text_of(part).unwrap_or_default());
        }
        let made = self.machine.space.heap.reserve(text.len()).map_err(Into::into).and_then(|()| self.string(&text));
        self.scratch = text;
        self.stack.set(dst, made?);
        Ok(Flow::Next)
    }

    /// Appends to a list that is being built.
    pub fn list_append(&mut self, list: Value, value: Value) -> Result<Flow> {
        self.machine.space.heap.charge(size_of::<Value>())?;
        if let Value::Object(id) = list
            && let Object::List(items) = self.machine.space.heap.get_mut(id)
        {
            items.push(value);
        }
        Ok(Flow::Next)
    }

    /// Appends everything to a list that is being built.
    pub fn list_extend(&mut self, list: Value, iterable: Value) -> Result<Flow> {
        match self.collect(iterable) {
            Ok(items) => {
                self.machine.space.heap.charge(items.len() * size_of::<Value>())?;
                if let Value::Object(id) = list
                    && let Object::List(known) = self.machine.space.heap.get_mut(id)
                {
                    known.extend(items);
                }
                Ok(Flow::Next)
            }
            Err(Raise::PYTHON) => self.call_library(self.statics.library.list_extend, &[list, iterable], Then::Discard),
            Err(raise) if self.is_raised(raise, class::TYPE_ERROR) => Err(self.cannot_spread(iterable)),
            Err(raise) => Err(raise),
        }
    }

    /// `TypeError` for a star before what is no iterable: in a display, or in the arguments of a call.
    fn cannot_spread(&mut self, value: Value) -> Raise {
        let frame = *self.stack.top();
        let code = self.program.code(frame.code);
        if code.hidden {
            // The program has written no star.
            return self.not_iterable(value);
        }
        let Instruction::ListExtend { list, .. } = code.instructions[frame.at.index() - 1] else {
            return self.not_iterable(value);
        };
        // A call's list stands behind the callable: its dict is built behind that.
        let behind = &code.instructions[frame.at.index()..];
        let call = behind.iter().find_map(|instruction| match instruction {
            Instruction::CallSpread { base, .. } => Some(base.0 + 1 == list.0),
            Instruction::Move { src, .. } | Instruction::ListToTuple { list: src, .. } if *src == list => Some(false),
            _ => None,
        });
        let kind = self.class_name(value);
        if call == Some(true) {
            let callee = self.stack.get(Register(list.0 - 1));
            let function = self.function_text(callee);
            return self.type_error(&format!("{function} argument after * must be an iterable, not {kind}"));
        }
        self.type_error(&format!("Value after * must be an iterable, not {kind}"))
    }

    /// Adds to a set that is being built.
    pub fn set_add(&mut self, set: Value, value: Value) -> Result<Flow> {
        let Value::Object(id) = set else { return Ok(Flow::Next) };
        match self.add_to_set(id, value) {
            Ok(_) => Ok(Flow::Next),
            Err(Raise::PYTHON) => self.call_library(self.statics.library.set_add, &[set, value], Then::Discard),
            Err(raise) => Err(raise),
        }
    }

    /// Adds everything to a set that is being built.
    pub fn set_update(&mut self, set: Value, iterable: Value) -> Result<Flow> {
        let Value::Object(id) = set else { return Ok(Flow::Next) };
        match self.add_all(id, iterable) {
            Ok(()) => Ok(Flow::Next),
            Err(Raise::PYTHON) => self.call_library(self.statics.library.set_update, &[set, iterable], Then::Discard),
            Err(raise) => Err(raise),
        }
    }

    /// Inserts into a dict that is being built.
    pub fn dict_insert(&mut self, dict: Value, key: Value, value: Value) -> Result<Flow> {
        let Value::Object(id) = dict else { return Ok(Flow::Next) };
        match self.insert_into(id, key, value) {
            Ok(()) => Ok(Flow::Next),
            Err(Raise::PYTHON) => {
                self.call_library(self.statics.library.dict_insert, &[dict, key, value], Then::Discard)
            }
            Err(raise) => Err(raise),
        }
    }

    /// Inserts everything into a dict that is being built; `call` refuses keys that are there already.
    pub fn dict_update(&mut self, dict: Value, mapping: Value, call: bool) -> Result<Flow> {
        if call && self.are_new_keywords(dict, mapping) {
            if let Value::Object(id) = dict {
                self.merge_into(id, mapping)?;
            }
            return Ok(Flow::Next);
        }
        if !call && let Some(flow) = self.dict_spread(dict, mapping)? {
            return Ok(flow);
        }
        if !call {
            return self.call_library(self.statics.library.dict_update, &[dict, mapping], Then::Discard);
        }
        // The callable stands two registers before the dict.
        let frame = self.stack.top();
        let instruction = self.code(frame.code).instructions[frame.at.index() - 1];
        let callee = match instruction {
            Instruction::DictUpdate { dict, .. } => self.stack.get(Register(dict.0.saturating_sub(2))),
            _ => Value::None,
        };
        self.call_library(self.statics.library.keywords_update, &[dict, mapping, callee], Then::Discard)
    }

    /// Whether the mapping is a plain dict of names that were not given yet; otherwise the library sees to it.
    fn are_new_keywords(&self, given: Value, mapping: Value) -> bool {
        let plain = matches!(mapping.object().map(|of| self.object(of)), Some(Object::Dict(_)));
        let (given, named) = (self.dict_entries(given), self.dict_entries(mapping));
        self.work(given.len() + named.len());
        let given: IndexSet<&str, FxBuildHasher> = given.iter().filter_map(|&(key, _)| self.text_of(key)).collect();
        let is_new = |key| self.text_of(key).is_some_and(|name| !given.contains(name));
        plain && named.iter().all(|&(key, _)| is_new(key))
    }

    /// `{**mapping}`, when the mapping is a dict or cannot be one; otherwise the library asks the program.
    fn dict_spread(&mut self, dict: Value, mapping: Value) -> Result<Option<Flow>> {
        let Value::Object(id) = dict else { return Ok(None) };
        if !matches!(self.base_value(mapping).object().map(|of| self.object(of)), Some(Object::Dict(_))) {
            let instance = matches!(mapping.object().map(|of| self.object(of)), Some(Object::Instance(_)));
            let message = format!("'{}' object is not a mapping", self.class_name(mapping));
            return if instance { Ok(None) } else { Err(self.type_error(&message)) };
        }
        match self.merge_into(id, mapping) {
            Ok(()) => Ok(Some(Flow::Next)),
            Err(Raise::PYTHON) => Ok(None),
            Err(raise) => Err(raise),
        }
    }

    /// `dst` = a tuple of the list's items.
    pub fn list_to_tuple(&mut self, dst: Register, list: Value) -> Result<Flow> {
        let items = self.sequence_items(list).unwrap_or_default();
        let tuple = self.tuple(&items)?;
        self.stack.set(dst, tuple);
        Ok(Flow::Next)
    }

    /// The items of a list or tuple.
    pub fn sequence_items(&self, value: Value) -> Option<Vec<Value>> {
        match self.object(self.base_value(value).object()?) {
            Object::List(items) => Some(items.to_vec()),
            Object::Tuple(items) => Some(items.to_vec()),
            _ => None,
        }
    }

    /// Keys and values of a dict; nothing for other values.
    pub fn dict_entries(&self, value: Value) -> Vec<(Value, Value)> {
        match self.base_value(value).object().map(|id| self.object(id)) {
            Some(Object::Dict(dict)) => dict.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The text of a string.
    pub fn text_of(&self, value: Value) -> Option<&str> {
        self.str_of(value).map(Str::as_str)
    }

    /// The string that a value is.
    pub fn str_of(&self, value: Value) -> Option<&Str> {
        match self.object(self.base_value(value).object()?) {
            Object::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a builtin type that an object of a subclass is; other values are themselves.
    pub fn base_value(&self, value: Value) -> Value {
        self.machine.base_value(value)
    }

    /// A set of the values.
    ///
    /// # Errors
    /// When one cannot be hashed, or only by the program.
    pub fn set_of(&mut self, items: &[Value]) -> Result<Set> {
        let mut set = Set::default();
        for &item in items {
            let hash = self.hash(item)?;
            if self.find_in_set(&set, hash, item)?.is_none() {
                set.insert(hash, item);
            }
        }
        Ok(set)
    }

    /// The place of a member, compared as Python compares.
    ///
    /// # Errors
    /// When only the program can compare.
    pub fn find_in_set(&self, set: &Set, hash: i64, key: Value) -> Result<Option<usize>> {
        let mut unsure = false;
        let found = set.find(hash, |known| self.same_key(known, key, &mut unsure));
        if unsure { Err(Raise::PYTHON) } else { Ok(found) }
    }

    /// The place of a key, compared as Python compares.
    ///
    /// # Errors
    /// When only the program can compare.
    pub fn find_in_dict(&self, dict: &Dict, hash: i64, key: Value) -> Result<Option<usize>> {
        let mut unsure = false;
        let found = dict.find(hash, |known| self.same_key(known, key, &mut unsure));
        if unsure { Err(Raise::PYTHON) } else { Ok(found) }
    }

    fn same_key(&self, known: Value, key: Value, unsure: &mut bool) -> bool {
        if known.is(key) {
            return true;
        }
        match self.machine.equal(known, key) {
            Some(same) => same,
            None => {
                *unsure = true;
                false
            }
        }
    }

    /// Adds a member; returns whether it is new.
    ///
    /// # Errors
    /// When it cannot be hashed, or only by the program.
    pub fn add_to_set(&mut self, id: ObjectId, value: Value) -> Result<bool> {
        let hash = self.hash(value)?;
        let Object::Set(set) = self.object(id) else { return Ok(false) };
        if self.find_in_set(set, hash, value)?.is_some() {
            return Ok(false);
        }
        self.machine.space.heap.charge(4 * size_of::<Value>())?;
        if let Object::Set(set) = self.machine.space.heap.get_mut(id) {
            set.insert(hash, value);
        }
        Ok(true)
    }

    /// Inserts a key or replaces its value.
    ///
    /// # Errors
    /// When it cannot be hashed, or only by the program.
    pub fn insert(&mut self, dict: &mut Dict, key: Value, value: Value) -> Result<()> {
        let hash = self.hash(key)?;
        match self.find_in_dict(dict, hash, key)? {
            Some(at) => dict.replace(at, value),
            None => dict.insert(hash, key, value),
        }
        Ok(())
    }

    /// As [`Self::insert`], for a dict on the heap.
    ///
    /// # Errors
    /// When the key cannot be hashed, or only by the program.
    pub fn insert_into(&mut self, id: ObjectId, key: Value, value: Value) -> Result<()> {
        let hash = self.hash(key)?;
        self.insert_hashed(id, hash, key, value)
    }

    /// As [`Self::insert_into`], for a key whose hash is known.
    ///
    /// # Errors
    /// When only the program can compare keys.
    pub fn insert_hashed(&mut self, id: ObjectId, hash: i64, key: Value, value: Value) -> Result<()> {
        let Object::Dict(dict) = self.object(id) else { return Ok(()) };
        let found = self.find_in_dict(dict, hash, key)?;
        if found.is_none() {
            self.machine.space.heap.charge(4 * size_of::<Value>())?;
        }
        if let Object::Dict(dict) = self.machine.space.heap.get_mut(id) {
            match found {
                Some(at) => dict.replace(at, value),
                None => dict.insert(hash, key, value),
            }
        }
        Ok(())
    }

    /// Everything that a builtin iterable gives.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when iterating runs code of the program; `TypeError` for what is no iterable.
    pub fn collect(&mut self, iterable: Value) -> Result<Vec<Value>> {
        if self.own_special(iterable, crate::program::well_known::ITER).is_some() {
            return Err(Raise::PYTHON);
        }
        let base = self.base_value(iterable);
        let Value::Object(id) = base else { return Err(self.not_iterable(iterable)) };
        self.work(self.object(id).extent());
        self.room_for_items(id)?;
        Ok(match self.object(id) {
            Object::List(items) => items.to_vec(),
            Object::Tuple(items) => items.to_vec(),
            Object::Dict(dict) => dict.iter().map(|(key, _)| key).collect(),
            Object::Set(set) | Object::FrozenSet(set) => set.iter().collect(),
            Object::Range(range) => {
                let range = **range;
                let count = usize::try_from(range.len()).unwrap_or(usize::MAX);
                self.machine.space.heap.reserve(count.saturating_mul(size_of::<Value>()))?;
                self.work(count / effort::ITEMS);
                (0..range.len()).map(|at| Value::Int(range.at(at))).collect()
            }
            Object::Bytes(bytes) => bytes.iter().map(|&byte| Value::Int(i64::from(byte))).collect(),
            Object::ByteArray(bytes) => bytes.iter().map(|&byte| Value::Int(i64::from(byte))).collect(),
            Object::Str(text) => {
                let text = text.shared();
                return text.chars().map(|c| self.character(c)).collect();
            }
            Object::LongRange(range) => {
                let count = range.length.to_usize().unwrap_or(usize::MAX);
                self.machine.space.heap.reserve(count.saturating_mul(size_of::<Value>()))?;
                return self.drain(id);
            }
            Object::DictView { .. } | Object::Iterator(_) => return self.drain(id),
            Object::Instance(_) => return Err(Raise::PYTHON),
            Object::Generator(_) if self.is_generator(id) => return Err(Raise::PYTHON),
            _ => return Err(self.not_iterable(iterable)),
        })
    }

    /// Whether there is room for what is in a container, put into a list: a byte or a character takes far more room there.
    fn room_for_items(&self, container: ObjectId) -> Result<()> {
        const VALUE: usize = size_of::<Value>();
        let bytes = match self.object(container) {
            Object::Bytes(bytes) => bytes.len().saturating_mul(VALUE),
            Object::ByteArray(bytes) => bytes.peek().len().saturating_mul(VALUE),
            Object::Str(text) => text.len().saturating_mul(VALUE + size_of::<Object>()),
            _ => return Ok(()),
        };
        Ok(self.machine.space.heap.reserve(bytes)?)
    }

    /// Everything that is left in a builtin iterator or view.
    fn drain(&mut self, id: ObjectId) -> Result<Vec<Value>> {
        let mut iterator = self.iterator_over(Value::Object(id))?;
        let mut items = Vec::new();
        let result = self.drain_into(&mut iterator, &mut items);
        self.work(items.len());
        result?;
        if matches!(self.object(id), Object::Iterator(_)) {
            *self.machine.space.heap.get_mut(id) = Object::Iterator(iterator);
        }
        Ok(items)
    }

    fn drain_into(&mut self, iterator: &mut Iterator, items: &mut Vec<Value>) -> Result<()> {
        while let Some(item) = self.advance(iterator)? {
            items.push(item);
            self.machine.space.heap.reserve(items.len() * size_of::<Value>())?;
        }
        Ok(())
    }

    /// `TypeError` for what is no iterable.
    pub fn not_iterable(&mut self, value: Value) -> Raise {
        let message = format!("'{}' object is not iterable", self.class_name(value));
        self.type_error(&message)
    }

    /// The string of one character.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn character(&mut self, character: char) -> Result<Value> {
        let mut buffer = [0; 4];
        self.string(character.encode_utf8(&mut buffer))
    }

    /// The container of a builtin type that an instance of a subclass holds, for its constructor to fill.
    pub fn held(&self, value: Value) -> Option<ObjectId> {
        let id = value.object()?;
        match self.object(id) {
            Object::Instance(instance) => match instance.native {
                Native::Value(inner) => inner.object(),
                _ => None,
            },
            _ => Some(id),
        }
    }
}
