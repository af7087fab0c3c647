//! Items of containers: `object[index]`, slices, and their assignment and deletion.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
    },
    state::{
        class, effort,
        frame::Then,
        long_range::LongRange,
        object::{Object, Range, Str},
        value::{ObjectId, Value},
    },
};
use crate::program::{Register, well_known};

/// The positions of ranges that are longer are worked out with integers of any size.
const FAR: i64 = 1 << 60;

impl Exec<'_> {
    /// `dst` = `object[index]`.
    pub fn get_item(&mut self, object: Value, index: Value, dst: Register) -> Result<Flow> {
        match self.item(object, index) {
            Ok(value) => {
                self.stack.set(dst, value);
                Ok(Flow::Next)
            }
            Err(Raise::PYTHON) => self.call_library(self.statics.library.get_item, &[object, index], Then::Store(dst)),
            Err(raise) => Err(raise),
        }
    }

    /// `object[index]` for builtin containers.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when a class of the program has a say.
    pub fn item(&mut self, object: Value, index: Value) -> Result<Value> {
        if self.own_special(object, well_known::GETITEM).is_some() || matches!(object, Value::Class(_)) {
            return Err(Raise::PYTHON);
        }
        let Value::Object(id) = self.base_value(object) else { return Err(self.not_subscriptable(object)) };
        if let Object::Dict(_) = self.object(id) {
            return self.dict_item(object, id, index);
        }
        if let Object::LongRange(_) = self.object(id) {
            return self.long_range_item(id, object, index);
        }
        let Some(length) = self.sequence_length(id) else { return Err(self.not_subscriptable(object)) };
        if let Value::Object(slice) = index
            && let Object::Slice(parts) = self.object(slice)
        {
            let parts = **parts;
            if let Object::Range(range) = self.object(id)
                && range.len() >= FAR
            {
                let range = LongRange::from(&**range);
                return self.long_range_slice(&range, parts);
            }
            let range = self.slice_range(parts, length)?;
            return self.slice_of(id, range);
        }
        let at = self.sequence_index(object, index, length)?;
        match self.object(id) {
            Object::List(items) => Ok(items[at]),
            Object::Tuple(items) => Ok(items[at]),
            Object::Bytes(bytes) => Ok(Value::Int(i64::from(bytes[at]))),
            Object::ByteArray(bytes) => Ok(Value::Int(i64::from(bytes[at]))),
            Object::Range(range) => Ok(Value::Int(range.at(at as i64))),
            Object::Str(text) => {
                if text.len() != text.as_str().len() {
                    // The characters before it are counted.
                    self.work(at / effort::BYTES);
                }
                let character = text.slice(at, at + 1).to_owned();
                self.string(&character)
            }
            _ => Err(self.not_subscriptable(object)),
        }
    }

    fn dict_item(&mut self, object: Value, id: ObjectId, key: Value) -> Result<Value> {
        let found = self.find_key(id, key)?;
        if let (Some(at), Object::Dict(dict)) = (found, self.object(id)) {
            return Ok(dict.value(at));
        }
        if self.own_special(object, well_known::MISSING).is_some() {
            return Err(Raise::PYTHON);
        }
        Err(self.exception(class::KEY_ERROR, &[key]))
    }

    /// `range[index]` for a range of large numbers.
    fn long_range_item(&mut self, id: ObjectId, object: Value, index: Value) -> Result<Value> {
        let Object::LongRange(range) = self.object(id) else { return Err(self.not_subscriptable(object)) };
        let range = range.clone();
        if let Value::Object(slice) = index
            && let Object::Slice(parts) = self.object(slice)
        {
            let parts = **parts;
            return self.long_range_slice(&range, parts);
        }
        let at = match self.number(index).and_then(|number| number.big()) {
            Some(at) => at,
            None => BigInt::from(self.sequence_index(object, index, range.length.to_usize().unwrap_or(usize::MAX))?),
        };
        let at = if at.is_negative() { at + &range.length } else { at };
        if at.is_negative() || at >= range.length {
            return Err(self.error(class::INDEX_ERROR, "range object index out of range"));
        }
        self.number_value(Number::of(range.at(&at)))
    }

    fn long_range_slice(&mut self, range: &LongRange, parts: [Value; 3]) -> Result<Value> {
        let mut bounds = [None, None, None];
        for (bound, part) in bounds.iter_mut().zip(parts) {
            *bound = match self.number(part).and_then(|number| number.big()) {
                Some(big) => Some(big),
                None => self.slice_part(part)?.map(BigInt::from),
            };
        }
        let [start, stop, step] = bounds;
        let step = step.unwrap_or_else(|| BigInt::from(1));
        if step.is_zero() {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let made = range.slice(start.as_ref(), stop.as_ref(), &step);
        self.allocate(made.object())
    }

    pub(super) fn sequence_length(&self, id: ObjectId) -> Option<usize> {
        match self.object(id) {
            Object::List(items) => Some(items.len()),
            Object::Tuple(items) => Some(items.len()),
            Object::Bytes(bytes) => Some(bytes.len()),
            Object::ByteArray(bytes) => Some(bytes.len()),
            Object::Str(text) => Some(text.len()),
            Object::Range(range) => usize::try_from(range.len()).ok(),
            _ => None,
        }
    }

    /// `TypeError` for what has no items.
    pub fn not_subscriptable(&mut self, object: Value) -> Raise {
        let message = format!("'{}' object is not subscriptable", self.class_name(object));
        self.type_error(&message)
    }

    /// A position in a sequence; negative ones count from the end.
    pub(super) fn sequence_index(&mut self, object: Value, index: Value, length: usize) -> Result<usize> {
        let position = self.index_value(index).map_err(|raise| match raise {
            raise if self.is_raised(raise, class::TYPE_ERROR) => self.wrong_index(object, index),
            other => other,
        })?;
        let at = if position < 0 { position + length as i64 } else { position };
        match usize::try_from(at) {
            Ok(at) if at < length => Ok(at),
            _ => {
                let class = self.class_name(self.base_value(object));
                let message = match &*class {
                    "str" => "string index out of range".to_owned(),
                    "bytes" => "index out of range".to_owned(),
                    "range" => "range object index out of range".to_owned(),
                    class => format!("{class} index out of range"),
                };
                Err(self.error(class::INDEX_ERROR, &message))
            }
        }
    }

    /// Whether it is an integer of more than 64 bits.
    fn is_huge(&self, index: Value) -> bool {
        matches!(self.number(index), Some(Number::Big(_)))
    }

    /// `TypeError` for what is no position in a sequence.
    fn wrong_index(&mut self, object: Value, index: Value) -> Raise {
        let (class, given) = (self.class_name(self.base_value(object)), self.class_name(index));
        self.type_error(&match &*class {
            "str" => format!("string indices must be integers, not '{given}'"),
            "bytes" => format!("byte indices must be integers or slices, not {given}"),
            class => format!("{class} indices must be integers or slices, not {given}"),
        })
    }

    /// An integer that is used as a position or a count.
    ///
    /// # Errors
    /// `TypeError` for what is none; [`Raise::PYTHON`] when the program has to be asked.
    pub fn index_value(&mut self, value: Value) -> Result<i64> {
        match self.base_value(value) {
            Value::Int(number) => Ok(number),
            Value::Bool(truth) => Ok(truth as i64),
            Value::Object(id) if matches!(self.object(id), Object::BigInt(_)) => {
                Err(self.error(class::INDEX_ERROR, "cannot fit 'int' into an index-sized integer"))
            }
            _ if self.own_special(value, well_known::INDEX).is_some() => Err(Raise::PYTHON),
            _ => {
                let message = format!("'{}' object cannot be interpreted as an integer", self.class_name(value));
                Err(self.type_error(&message))
            }
        }
    }

    /// The positions that a slice picks (`PySlice_AdjustIndices`).
    ///
    /// # Errors
    /// When a part is no integer, or the step is zero.
    pub fn slice_range(&mut self, parts: [Value; 3], length: usize) -> Result<Range> {
        let length = length as i64;
        let step = self.slice_part(parts[2])?.unwrap_or(1);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let (lowest, highest) = if step < 0 { (-1, length - 1) } else { (0, length) };
        let mut bound = |part: Value, default: i64| -> Result<i64> {
            Ok(match self.slice_part(part)? {
                None => default,
                Some(at) if at < 0 => (at + length).max(lowest),
                Some(at) => at.min(highest),
            })
        };
        let (first, last) = if step < 0 { (highest, lowest) } else { (lowest, highest) };
        let start = bound(parts[0], first)?;
        let stop = bound(parts[1], last)?;
        Ok(Range { start, stop, step })
    }

    /// A bound of a slice; `None` when it is left out.
    ///
    /// # Errors
    /// `TypeError` when it is no integer.
    pub fn slice_part(&mut self, part: Value) -> Result<Option<i64>> {
        if part == Value::None {
            return Ok(None);
        }
        if let Some(Number::Big(big)) = self.number(part) {
            // No sequence is that long.
            return Ok(Some(if big.is_negative() { -(1 << 60) } else { 1 << 60 }));
        }
        match self.index_value(part) {
            Ok(at) => Ok(Some(at.clamp(-(1 << 60), 1 << 60))),
            Err(raise) if raise.as_exception().is_some() => {
                let message = "slice indices must be integers or None or have an __index__ method";
                Err(self.type_error(message))
            }
            Err(other) => Err(other),
        }
    }

    fn slice_of(&mut self, id: ObjectId, range: Range) -> Result<Value> {
        let count = range.len();
        let width = match self.object(id) {
            Object::List(_) | Object::Tuple(_) => size_of::<Value>(),
            // Characters are taken apart first, unless they stand side by side.
            Object::Str(text) if range.step != 1 && text.len() != text.as_str().len() => {
                self.machine.space.heap.reserve(text.len() * size_of::<char>())?;
                size_of::<char>()
            }
            Object::Range(_) => 0,
            _ => 1,
        };
        self.machine.space.heap.reserve(usize::try_from(count).unwrap_or(usize::MAX).saturating_mul(width))?;
        let positions = (0..count).map(|at| range.at(at) as usize);
        let object = match self.object(id) {
            Object::List(items) => Object::List(positions.map(|at| items[at]).collect::<Vec<_>>().into()),
            Object::Tuple(items) => Object::Tuple(positions.map(|at| items[at]).collect()),
            Object::Bytes(bytes) => Object::Bytes(positions.map(|at| bytes[at]).collect()),
            Object::ByteArray(bytes) => {
                Object::ByteArray(Box::new(positions.map(|at| bytes[at]).collect::<Vec<_>>().into()))
            }
            Object::Range(of) => {
                let (of, step) = (LongRange::from(&**of), BigInt::from(of.step) * range.step);
                LongRange::new(of.at(&range.start.into()), of.at(&range.stop.into()), step).object()
            }
            Object::Str(text) if range.step == 1 => {
                let part = text.slice(range.start as usize, range.stop.max(range.start) as usize);
                if text.len() != text.as_str().len() {
                    self.work(text.len() / effort::BYTES);
                }
                Object::Str(Str::new(part))
            }
            Object::Str(text) if text.len() == text.as_str().len() => {
                let bytes = text.as_str().as_bytes();
                Object::Str(Str::new(positions.map(|at| char::from(bytes[at])).collect::<String>()))
            }
            Object::Str(text) => {
                let characters: Vec<char> = text.as_str().chars().collect();
                let part: String = positions.map(|at| characters[at]).collect();
                return self.string(&part);
            }
            _ => return Ok(Value::None),
        };
        self.allocate(object)
    }

    /// `object[index]` = `value`.
    pub fn set_item(&mut self, object: Value, index: Value, value: Value) -> Result<Flow> {
        match self.store_item(object, index, value) {
            Ok(()) => {
                self.report_content(object);
                Ok(Flow::Next)
            }
            Err(Raise::PYTHON) => {
                self.call_library(self.statics.library.set_item, &[object, index, value], Then::Discard)
            }
            Err(raise) => Err(raise),
        }
    }

    /// `object[index]` = `value` for builtin containers.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when a class of the program has a say.
    pub fn store_item(&mut self, object: Value, index: Value, value: Value) -> Result<()> {
        if self.own_special(object, well_known::SETITEM).is_some() {
            return Err(Raise::PYTHON);
        }
        let refuse = |this: &mut Self| {
            let message = format!("'{}' object does not support item assignment", this.class_name(object));
            Err(this.type_error(&message))
        };
        let Value::Object(id) = self.base_value(object) else { return refuse(self) };
        let slice = matches!(index.object().map(|index| self.object(index)), Some(Object::Slice(_)));
        if !slice {
            self.publish_into(id, &[index, value]);
        }
        match self.object(id) {
            Object::Dict(_) => self.insert_into(id, index, value),
            Object::List(items) => {
                let length = items.len();
                if let Value::Object(slice) = index
                    && let Object::Slice(parts) = self.object(slice)
                {
                    let parts = **parts;
                    let range = self.slice_range(parts, length)?;
                    return self.store_slice(id, range, value);
                }
                let at = match self.sequence_index(object, index, length) {
                    Err(raise) if self.is_raised(raise, class::INDEX_ERROR) && !self.is_huge(index) => {
                        return Err(self.error(class::INDEX_ERROR, "list assignment index out of range"));
                    }
                    other => other?,
                };
                if let Object::List(items) = self.machine.space.heap.get_mut(id) {
                    items[at] = value;
                }
                Ok(())
            }
            Object::ByteArray(_) => self.store_byte(object, id, index, value),
            _ => refuse(self),
        }
    }

    fn store_slice(&mut self, id: ObjectId, range: Range, value: Value) -> Result<()> {
        let values = match self.collect(value) {
            Err(raise) if raise.as_exception().is_some() && range.step == 1 => {
                return Err(self.type_error("can only assign an iterable"));
            }
            Err(raise) if raise.as_exception().is_some() => {
                return Err(self.type_error("must assign iterable to extended slice"));
            }
            other => other?,
        };
        self.machine.space.heap.charge(values.len() * size_of::<Value>())?;
        self.publish_into(id, &values);
        self.work(self.object(id).extent());
        if range.step != 1 && values.len() as i64 != range.len() {
            let message = format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                values.len(),
                range.len()
            );
            return Err(self.value_error(&message));
        }
        let Object::List(items) = self.machine.space.heap.get_mut(id) else { return Ok(()) };
        if range.step == 1 {
            let start = range.start as usize;
            items.splice(start..range.stop.max(range.start) as usize, values);
        } else {
            for (at, value) in values.into_iter().enumerate() {
                items[range.at(at as i64) as usize] = value;
            }
        }
        Ok(())
    }

    /// `del object[index]`.
    pub fn delete_item(&mut self, object: Value, index: Value) -> Result<Flow> {
        match self.remove_item(object, index) {
            Ok(()) => {
                self.report_content(object);
                Ok(Flow::Next)
            }
            Err(Raise::PYTHON) => self.call_library(self.statics.library.delete_item, &[object, index], Then::Discard),
            Err(raise) => Err(raise),
        }
    }

    /// `del object[index]` for builtin containers.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when a class of the program has a say.
    pub fn remove_item(&mut self, object: Value, index: Value) -> Result<()> {
        if self.own_special(object, well_known::DELITEM).is_some() {
            return Err(Raise::PYTHON);
        }
        let refuse = |this: &mut Self| {
            let message = format!("'{}' object doesn't support item deletion", this.class_name(object));
            Err(this.type_error(&message))
        };
        let Value::Object(id) = self.base_value(object) else { return refuse(self) };
        match self.object(id) {
            Object::Dict(_) => {
                let Some(at) = self.find_key(id, index)? else {
                    return Err(self.exception(class::KEY_ERROR, &[index]));
                };
                if let Object::Dict(dict) = self.machine.space.heap.get_mut(id) {
                    dict.remove(at);
                }
                Ok(())
            }
            Object::List(items) => {
                let length = items.len();
                if let Value::Object(slice) = index
                    && let Object::Slice(parts) = self.object(slice)
                {
                    let parts = **parts;
                    let range = self.slice_range(parts, length)?;
                    return self.remove_slice(id, range);
                }
                let at = match self.sequence_index(object, index, length) {
                    Err(raise) if self.is_raised(raise, class::INDEX_ERROR) && !self.is_huge(index) => {
                        return Err(self.error(class::INDEX_ERROR, "list assignment index out of range"));
                    }
                    other => other?,
                };
                self.work((length - at) / effort::ITEMS);
                if let Object::List(items) = self.machine.space.heap.get_mut(id) {
                    items.remove(at);
                }
                Ok(())
            }
            Object::ByteArray(_) => self.remove_byte(object, id, index),
            _ => refuse(self),
        }
    }

    fn remove_slice(&mut self, id: ObjectId, range: Range) -> Result<()> {
        self.work(self.object(id).extent() * 4);
        let mut positions: Vec<usize> = (0..range.len()).map(|at| range.at(at) as usize).collect();
        positions.sort_unstable();
        if let Object::List(items) = self.machine.space.heap.get_mut(id) {
            let mut at = 0;
            items.retain(|_| {
                at += 1;
                positions.binary_search(&(at - 1)).is_err()
            });
        }
        Ok(())
    }
}
