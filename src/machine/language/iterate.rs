//! Iteration: `for`, unpacking, and iterators over builtin containers.

use num_bigint::BigInt;

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
    },
    state::{
        class,
        frame::Then,
        object::{Iterator, Object, ViewKind},
        value::{ObjectId, Progress, Value},
    },
};
use crate::program::{Instruction, Label, Register, Resumable, well_known};

/// So far a loop over a range counts by itself.
pub const LONGEST_LOOP: u32 = u32::MAX;

/// Items that are looked at before they are charged: an iterator may fail in the middle.
const CHARGED_TOGETHER: usize = 1_000;

impl Exec<'_> {
    /// `dst` = `iter(value)`.
    pub fn get_iterator(&mut self, value: Value, dst: Register) -> Result<Flow> {
        self.iterator_into(value, Then::Store(dst))
    }

    /// `dst` = what a loop of the running code goes on with: where it stands in the value, or an iterator.
    pub fn begin_loop(&mut self, value: Value, dst: Register) -> Result<Flow> {
        if let Value::Object(over) = value {
            let object = self.object(over);
            if object.is_sequence() || matches!(object, Object::Range(_)) {
                self.stack.set(dst, Value::progress(over, 0));
                return Ok(Flow::Next);
            }
        }
        self.get_iterator(value, dst)
    }

    /// Delivers `iter(value)`.
    pub fn iterator_into(&mut self, value: Value, then: Then) -> Result<Flow> {
        if let Some(function) = self.own_special(value, well_known::ITER) {
            if function == Value::None {
                return Err(self.not_iterable(value));
            }
            return self.call_value(function, &[value], then);
        }
        if let Value::Object(id) = value
            && (matches!(self.object(id), Object::Iterator(_)) || self.is_generator(id))
        {
            return self.deliver(then, value);
        }
        // What is a list or the like besides has a way of its own to be iterated over.
        if self.base_value(value) == value && self.own_special(value, well_known::GETITEM).is_some() {
            return self.call_library(self.statics.library.iterate_items, &[value], then);
        }
        let iterator = self.iterator_over(value)?;
        let iterator = self.allocate(Object::Iterator(iterator))?;
        self.deliver(then, iterator)
    }

    /// An iterator over a builtin container, at its beginning.
    ///
    /// # Errors
    /// `TypeError` when the value is none.
    pub fn iterator_over(&mut self, value: Value) -> Result<Iterator> {
        let Value::Object(id) = self.base_value(value) else { return Err(self.not_iterable(value)) };
        Ok(match self.object(id) {
            object if object.is_sequence() => Iterator::Sequence { of: id, at: 0 },
            Object::LongRange(_) => Iterator::LongRange { of: id, at: 0 },
            Object::Range(range) => {
                let start = range.start;
                Iterator::Range { start, next: start, step: range.step, left: range.len() }
            }
            Object::Dict(dict) => {
                let size = dict.len() as u32;
                Iterator::Dict { of: id, kind: ViewKind::Keys, at: 0, size, left: size }
            }
            Object::DictView { dict, kind } => {
                let (of, kind) = (*dict, *kind);
                let size = match self.object(of) {
                    Object::Dict(dict) => dict.len() as u32,
                    _ => 0,
                };
                Iterator::Dict { of, kind, at: 0, size, left: size }
            }
            Object::Set(set) | Object::FrozenSet(set) => Iterator::Set { of: id, at: 0, size: set.len() as u32 },
            Object::Iterator(iterator) => iterator.clone(),
            _ => return Err(self.not_iterable(value)),
        })
    }

    /// `dst` = the next item; at the end goes on at the label.
    pub fn for_next(&mut self, from: Register, dst: Register, target: Label) -> Result<Flow> {
        let iterator = self.stack.get(from);
        if let Value::Loop(progress) = iterator {
            return self.loop_next(progress, from, dst, target);
        }
        let Value::Object(id) = iterator else { return Err(self.not_iterator(iterator)) };
        if let Object::Generator(generator) = self.machine.space.heap.get(id)
            && self.program.code(generator.code).resumable == Some(Resumable::Generator)
        {
            return self.resume_generator(id, Value::None, Then::Iterate { dst, target });
        }
        if let Object::Iterator(Iterator::Range { .. }) = self.machine.space.heap.get(id)
            && let Object::Iterator(Iterator::Range { next, step, left, .. }) = self.machine.space.heap.get_mut(id)
        {
            if *left == 0 {
                self.stack.top_mut().at = target;
                return Ok(Flow::Next);
            }
            let item = *next;
            *next = next.wrapping_add(*step);
            *left -= 1;
            self.stack.set(dst, Value::Int(item));
            return Ok(Flow::Next);
        }
        if let Some(item) = self.quick_next(id) {
            self.stack.set(dst, item);
            return Ok(Flow::Next);
        }
        match self.next_item(iterator, Then::Iterate { dst, target })? {
            Next::Item(item) => {
                self.stack.set(dst, item);
                Ok(Flow::Next)
            }
            Next::End => {
                self.stack.top_mut().at = target;
                Ok(Flow::Next)
            }
            Next::Flow(flow) => Ok(flow),
        }
    }

    /// As [`Self::for_next`], for a loop that stands somewhere in what it goes over.
    fn loop_next(&mut self, progress: Progress, from: Register, dst: Register, target: Label) -> Result<Flow> {
        let (over, at) = (progress.over(), progress.at());
        let mut place = at;
        let item = match self.object(over) {
            Object::Range(range) if at == LONGEST_LOOP => {
                let (start, next, step) = (range.start, range.at(at.into()), range.step);
                let left = range.len() - i64::from(at);
                let iterator = self.allocate(Object::Iterator(Iterator::Range { start, next, step, left }))?;
                self.stack.set(from, iterator);
                return self.for_next(from, dst, target);
            }
            Object::Range(range) => {
                place += 1;
                range.get(at).map(Value::Int)
            }
            _ => self.sequence_next(over, &mut place)?,
        };
        match item {
            Some(item) => {
                self.stack.set(from, Value::progress(over, place));
                self.stack.set(dst, item);
            }
            None => self.stack.top_mut().at = target,
        }
        Ok(Flow::Next)
    }

    /// The next item of a list or tuple, while there is one.
    #[inline]
    fn quick_next(&mut self, id: ObjectId) -> Option<Value> {
        let heap = &mut self.machine.space.heap;
        let Object::Iterator(Iterator::Sequence { of, at }) = *heap.get(id) else { return None };
        let item = match heap.get(of) {
            Object::List(items) => *items.get(at as usize)?,
            Object::Tuple(items) => *items.get(at as usize)?,
            _ => return None,
        };
        if let Object::Iterator(Iterator::Sequence { at, .. }) = heap.get_mut(id) {
            *at += 1;
        }
        Some(item)
    }

    /// Asks an iterator for its next item, or begins to.
    pub fn next_item(&mut self, iterator: Value, then: Then) -> Result<Next> {
        let Value::Object(id) = iterator else { return Err(self.not_iterator(iterator)) };
        match self.object(id) {
            Object::Iterator(_) => {
                let Object::Iterator(known) = self.machine.space.heap.get_mut(id) else { return Ok(Next::End) };
                let mut at = std::mem::replace(known, Iterator::Exhausted(class::ITERATOR));
                let item = self.advance(&mut at);
                *self.machine.space.heap.get_mut(id) = Object::Iterator(at);
                Ok(item?.map_or(Next::End, Next::Item))
            }
            Object::Generator(_) if self.is_generator(id) => {
                self.resume_generator(id, Value::None, then).map(Next::Flow)
            }
            _ => match self.own_special(iterator, well_known::NEXT) {
                Some(function) => self.call_value(function, &[iterator], then).map(Next::Flow),
                None => Err(self.not_iterator(iterator)),
            },
        }
    }

    fn not_iterator(&mut self, value: Value) -> Raise {
        let message = format!("'{}' object is not an iterator", self.class_name(value));
        self.type_error(&message)
    }

    /// Whether a builtin iterator comes to the item; it is left behind that.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when the program has to compare.
    pub fn is_ahead(&mut self, iterator: ObjectId, item: Value) -> Result<bool> {
        let Object::Iterator(mut ahead) = self.object(iterator).clone() else { return Ok(false) };
        let mut found = false;
        let mut looked = 0_usize;
        while !found && let Some(next) = self.advance(&mut ahead)? {
            looked += 1;
            if looked.is_multiple_of(CHARGED_TOGETHER) {
                self.work(CHARGED_TOGETHER);
            }
            found = next.is(item) || self.machine.equal(next, item).ok_or(Raise::PYTHON)?;
        }
        *self.machine.space.heap.get_mut(iterator) = Object::Iterator(ahead);
        Ok(found)
    }

    /// The next item of a builtin iterator.
    ///
    /// # Errors
    /// When a dict or set has changed its size meanwhile.
    pub fn advance(&mut self, iterator: &mut Iterator) -> Result<Option<Value>> {
        let item = match iterator {
            Iterator::Sequence { of, at } => self.sequence_next(*of, at)?,
            Iterator::Reversed { of, left } => self.sequence_before(*of, left)?,
            Iterator::Range { next, step, left, .. } => {
                if *left == 0 {
                    return Ok(None);
                }
                let item = *next;
                *next = next.wrapping_add(*step);
                *left -= 1;
                Some(Value::Int(item))
            }
            Iterator::Dict { of, kind, at, size, left } => {
                let item = self.dict_next((*of, *kind), at, *size, *left)?;
                *left = left.saturating_sub(1);
                item
            }
            Iterator::DictReversed { of, kind, at, size } => self.dict_before(*of, *kind, at, *size)?,
            Iterator::Set { of, at, size } => {
                let (Object::Set(set) | Object::FrozenSet(set)) = self.object(*of) else { return Ok(None) };
                if set.len() as u32 != *size {
                    return Err(self.runtime_error("Set changed size during iteration"));
                }
                set.next(*at as usize).map(|(next, member)| {
                    *at = next as u32;
                    member
                })
            }
            Iterator::LongRange { of, at } => self.long_range_next(*of, at)?,
            Iterator::Exhausted(_) => None,
        };
        if item.is_none() {
            *iterator = Iterator::Exhausted(self.machine.class_of_iterator(iterator));
        }
        Ok(item)
    }

    fn long_range_next(&mut self, of: ObjectId, at: &mut u64) -> Result<Option<Value>> {
        let Object::LongRange(range) = self.object(of) else { return Ok(None) };
        let place = BigInt::from(*at);
        if place >= range.length {
            return Ok(None);
        }
        let number = Number::of(range.at(&place));
        *at += 1;
        self.number_value(number).map(Some)
    }

    fn sequence_next(&mut self, of: ObjectId, at: &mut u32) -> Result<Option<Value>> {
        let position = *at as usize;
        let item = match self.object(of) {
            Object::List(items) => items.get(position).copied(),
            Object::Tuple(items) => items.get(position).copied(),
            Object::Bytes(bytes) => bytes.get(position).map(|&byte| Value::Int(i64::from(byte))),
            Object::ByteArray(bytes) => bytes.get(position).map(|&byte| Value::Int(i64::from(byte))),
            Object::Str(text) => {
                let Some(character) = text.as_str()[position..].chars().next() else { return Ok(None) };
                *at += character.len_utf8() as u32;
                return self.character(character).map(Some);
            }
            _ => None,
        };
        *at += 1;
        Ok(item)
    }

    fn sequence_before(&mut self, of: ObjectId, left: &mut u32) -> Result<Option<Value>> {
        let Some(at) = left.checked_sub(1) else { return Ok(None) };
        let item = match self.object(of) {
            Object::List(items) => items.get(at as usize).copied(),
            Object::Tuple(items) => items.get(at as usize).copied(),
            Object::Bytes(bytes) => bytes.get(at as usize).map(|&byte| Value::Int(i64::from(byte))),
            Object::ByteArray(bytes) => bytes.get(at as usize).map(|&byte| Value::Int(i64::from(byte))),
            Object::Str(text) => {
                let Some(character) = text.as_str()[..*left as usize].chars().next_back() else { return Ok(None) };
                *left -= character.len_utf8() as u32;
                return self.character(character).map(Some);
            }
            _ => None,
        };
        *left = at;
        Ok(item)
    }

    fn dict_next(
        &mut self,
        (of, kind): (ObjectId, ViewKind),
        at: &mut u32,
        size: u32,
        left: u32,
    ) -> Result<Option<Value>> {
        self.check_dict_size(of, size)?;
        let Object::Dict(dict) = self.object(of) else { return Ok(None) };
        let Some((next, key, value)) = dict.next(*at as usize) else { return Ok(None) };
        if left == 0 {
            return Err(self.runtime_error("dictionary keys changed during iteration"));
        }
        *at = next as u32;
        self.dict_part(kind, key, value)
    }

    fn dict_before(&mut self, of: ObjectId, kind: ViewKind, at: &mut u32, size: u32) -> Result<Option<Value>> {
        self.check_dict_size(of, size)?;
        let Object::Dict(dict) = self.object(of) else { return Ok(None) };
        let Some((place, key, value)) = dict.before(*at as usize) else { return Ok(None) };
        *at = place as u32;
        self.dict_part(kind, key, value)
    }

    fn check_dict_size(&mut self, of: ObjectId, size: u32) -> Result<()> {
        match self.object(of) {
            Object::Dict(dict) if dict.len() as u32 != size => {
                Err(self.runtime_error("dictionary changed size during iteration"))
            }
            _ => Ok(()),
        }
    }

    fn dict_part(&mut self, kind: ViewKind, key: Value, value: Value) -> Result<Option<Value>> {
        Ok(Some(match kind {
            ViewKind::Keys => key,
            ViewKind::Values => value,
            ViewKind::Items => self.tuple(&[key, value])?,
        }))
    }

    /// The registers from `base` = exactly `count` items.
    pub fn unpack(&mut self, value: Value, base: Register, count: usize) -> Result<Flow> {
        let start = self.register_index(base);
        if let Value::Object(id) = value
            && let Object::Tuple(items) = self.machine.space.heap.get(id)
            && items.len() == count
        {
            self.stack.registers[start..start + count].copy_from_slice(items);
            return Ok(Flow::Next);
        }
        match self.collect(value) {
            Ok(items) => {
                self.check_unpacked(items.len(), count)?;
                self.stack.registers[start..start + count].copy_from_slice(&items);
                Ok(Flow::Next)
            }
            Err(Raise::PYTHON) => self.unpack_by_library(value),
            Err(raise) => Err(self.cannot_unpack(value, raise)),
        }
    }

    /// Iterables of the program are made into a list first; then the instruction runs again on that.
    fn unpack_by_library(&mut self, value: Value) -> Result<Flow> {
        let iterable = [well_known::ITER, well_known::GETITEM].into_iter().any(|name| {
            let found = self.machine.find_on_class(self.class_of(value), name);
            found.is_some_and(|found| found != Value::None)
        });
        if self.machine.is_own(value) && !iterable && !matches!(value, Value::Class(_)) {
            let message = format!("cannot unpack non-iterable {} object", self.class_name(value));
            return Err(self.type_error(&message));
        }
        let frame = self.stack.top_mut();
        frame.at.0 -= 1;
        let at = frame.at;
        let code = frame.code;
        let instruction = self.code(code).instructions[at.index()];
        let (Instruction::Unpack { src, .. } | Instruction::UnpackStar { src, .. }) = instruction else {
            return Err(self.not_iterable(value));
        };
        self.call_library(self.statics.library.list_of, &[value], Then::Store(src))
    }

    fn cannot_unpack(&mut self, value: Value, raise: Raise) -> Raise {
        if !self.is_raised(raise, class::TYPE_ERROR) {
            return raise;
        }
        let message = format!("cannot unpack non-iterable {} object", self.class_name(value));
        self.type_error(&message)
    }

    fn check_unpacked(&mut self, got: usize, wanted: usize) -> Result<()> {
        if got < wanted {
            let message = format!("not enough values to unpack (expected {wanted}, got {got})");
            return Err(self.value_error(&message));
        }
        if got > wanted {
            return Err(self.value_error(&format!("too many values to unpack (expected {wanted})")));
        }
        Ok(())
    }

    /// The registers from `base` = `before` items, a list of the middle, `after` items.
    pub fn unpack_star(&mut self, value: Value, base: Register, before: usize, after: usize) -> Result<Flow> {
        let items = match self.collect(value) {
            Ok(items) => items,
            Err(Raise::PYTHON) => return self.unpack_by_library(value),
            Err(raise) => return Err(self.cannot_unpack(value, raise)),
        };
        if items.len() < before + after {
            let message =
                format!("not enough values to unpack (expected at least {}, got {})", before + after, items.len());
            return Err(self.value_error(&message));
        }
        let middle = items[before..items.len() - after].to_vec();
        let middle = self.list(middle)?;
        let start = self.register_index(base);
        let registers = &mut self.stack.registers[start..=start + before + after];
        registers[..before].copy_from_slice(&items[..before]);
        registers[before] = middle;
        registers[before + 1..].copy_from_slice(&items[items.len() - after..]);
        Ok(Flow::Next)
    }
}

/// What asking an iterator came to.
pub enum Next {
    /// This item.
    Item(Value),
    /// There are no more.
    End,
    /// The program is being asked, or the access is.
    Flow(Flow),
}
