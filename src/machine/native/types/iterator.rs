//! Iterators over builtin containers, as programs call them by name; and `reversed`. How they go on is in
//! `machine/iterate.rs`.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::machine::{
    language::iterate::Next,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Native, Parameter, control, reads, required},
    },
    state::{
        class,
        frame::Then,
        long_range::LongRange,
        object::{Iterator, Object, ViewKind},
        value::{ObjectId, Value},
    },
};
use crate::program::well_known;

const SELF: &[Parameter] = &[required("self")];

/// Methods of iterators.
pub const METHODS: &[Native] = &[
    control("__iter__", SELF, |exec, a, then| exec.deliver(then, a[0])),
    control("__next__", SELF, next).with(Access::Next),
    LENGTH_HINT,
    reads("__reduce__", SELF, reduce),
    reads("__setstate__", &[required("self"), required("")], set_state),
];

const LENGTH_HINT: Native = reads("__length_hint__", SELF, |exec, a| {
    let id = exec.receiver(a[0], class::ITERATOR, "__length_hint__")?;
    match exec.object(id) {
        Object::Iterator(iterator) => Ok(Value::Int(exec.items_left(iterator))),
        _ => Ok(Value::Int(0)),
    }
});

/// `reversed`.
pub const FUNCTIONS: &[Native] = &[control("reversed", &[required("")], reversed).with(Access::Extent)];

fn next(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    exec.receiver(a[0], class::ITERATOR, "__next__")?;
    match exec.next_item(a[0], then)? {
        Next::Item(item) => exec.deliver(then, item),
        Next::End => Err(exec.exception(class::STOP_ITERATION, &[])),
        Next::Flow(flow) => Ok(flow),
    }
}

fn reversed(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let method = exec.machine.common.names.get("__reversed__").and_then(|name| exec.own_special(a[0], name));
    if let Some(method) = method {
        return exec.call_value(method, a, then);
    }
    if exec.own_special(a[0], well_known::GETITEM).is_some() {
        return Err(Raise::PYTHON);
    }
    let iterator = exec.reversed_over(a[0])?;
    let iterator = exec.allocate(Object::Iterator(iterator))?;
    exec.deliver(then, iterator)
}

/// What makes such an iterator again, for `copy` and `pickle`: a function, what it is called with, and what
/// `__setstate__` is called with then.
fn reduce(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::ITERATOR, "__reduce__")?;
    let Object::Iterator(iterator) = exec.object(id).clone() else { return Ok(Value::None) };
    let (function, of, at) = match iterator {
        Iterator::Sequence { of, at } => ("iter", Value::Object(of), Some(exec.item_position(of, at))),
        Iterator::Reversed { of, left } => ("reversed", Value::Object(of), Some(exec.item_position(of, left) - 1)),
        Iterator::Range { start, next, step, left } => {
            let done = taken_of_range(start, next, step);
            let length = i128::from(done) + i128::from(left);
            // Where it would stop may be no number of the machine's, just behind the last item is nearly always one.
            let stop = match i128::from(start) + i128::from(step) * length {
                stop if i64::try_from(stop).is_ok() => stop,
                stop => stop - i128::from(step) + i128::from(step.signum()),
            };
            let range = exec.allocate(LongRange::new(start.into(), BigInt::from(stop), step.into()).object())?;
            ("iter", range, Some(done))
        }
        Iterator::LongRange { of, at } => ("iter", Value::Object(of), Some(at as i64)),
        Iterator::Exhausted(class) => {
            let empty = match class {
                class::STR_ITERATOR | class::STR_ASCII_ITERATOR => exec.string("")?,
                class::TUPLE_ITERATOR | class::BYTES_ITERATOR | class::BYTEARRAY_ITERATOR | class::REVERSED => {
                    exec.tuple(&[])?
                }
                _ => exec.list(Vec::new())?,
            };
            (if class == class::REVERSED { "reversed" } else { "iter" }, empty, None)
        }
        Iterator::Dict { .. } | Iterator::DictReversed { .. } | Iterator::Set { .. } => {
            let mut ahead = iterator;
            let mut items = Vec::new();
            while let Some(item) = exec.advance(&mut ahead)? {
                items.push(item);
            }
            exec.work(items.len());
            ("iter", exec.list(items)?, None)
        }
    };
    let arguments = exec.tuple(&[of])?;
    let function = exec.statics.builtin(function).unwrap_or(Value::None);
    match at {
        Some(at) => exec.tuple(&[function, arguments, Value::Int(at)]),
        None => exec.tuple(&[function, arguments]),
    }
}

/// How many items of a range are behind its iterator. Behind the last one, what would be next may have gone round.
fn taken_of_range(start: i64, next: i64, step: i64) -> i64 {
    let mut way = i128::from(next) - i128::from(start);
    if way.signum() * i128::from(step.signum()) < 0 {
        way += i128::from(step.signum()) << 64;
    }
    (way / i128::from(step)) as i64
}

/// Puts an iterator to a position in what it goes over.
fn set_state(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::ITERATOR, "__setstate__")?;
    let big = exec.number(a[1]).and_then(|number| number.big()).filter(|number| number.to_i64().is_none());
    let at = match big {
        Some(big) => {
            if big.is_negative() {
                i64::MIN
            } else {
                i64::MAX
            }
        }
        None => exec.index_value(a[1])?,
    };
    let Object::Iterator(mut iterator) = exec.object(id).clone() else { return Ok(Value::None) };
    match &mut iterator {
        Iterator::Sequence { of, at: place } => {
            let length = exec.length_at(*of);
            *place = exec.place_at(*of, at.clamp(0, length)) as u32;
        }
        Iterator::Reversed { of, left } => {
            let length = exec.length_at(*of);
            *left = exec.place_at(*of, at.clamp(-1, length - 1) + 1) as u32;
        }
        Iterator::Range { start, next, step, left } => {
            let done = taken_of_range(*start, *next, *step);
            let place = at.clamp(0, left.saturating_add(done));
            *next = start.wrapping_add(step.wrapping_mul(place));
            *left = left.saturating_add(done) - place;
        }
        Iterator::LongRange { at: place, .. } => *place = at.max(0) as u64,
        _ => {}
    }
    *exec.machine.space.heap.get_mut(id) = Object::Iterator(iterator);
    Ok(Value::None)
}

impl Exec<'_> {
    fn length_at(&self, of: ObjectId) -> i64 {
        match self.length(Value::Object(of)) {
            Some(Value::Int(length)) => length,
            _ => 0,
        }
    }

    /// The position of an item, of a text by where its bytes are.
    fn item_position(&self, of: ObjectId, at: u32) -> i64 {
        match self.object(of) {
            Object::Str(text) => text.as_str()[..at as usize].chars().count() as i64,
            _ => i64::from(at),
        }
    }

    /// The contrary of [`Self::item_position`].
    fn place_at(&self, of: ObjectId, at: i64) -> usize {
        match self.object(of) {
            Object::Str(text) => text.offset(at as usize),
            _ => at as usize,
        }
    }

    /// How many items an iterator expects to come.
    fn items_left(&self, iterator: &Iterator) -> i64 {
        match *iterator {
            Iterator::Sequence { of, at } => match self.object(of) {
                Object::Str(text) => text.as_str()[at as usize..].chars().count() as i64,
                _ => (self.length_at(of) - i64::from(at)).max(0),
            },
            Iterator::Reversed { of, left } => match self.object(of) {
                Object::Str(text) => text.as_str()[..left as usize].chars().count() as i64,
                // What has become too short for it has nothing left.
                _ if i64::from(left) > self.length_at(of) => 0,
                _ => i64::from(left),
            },
            Iterator::Range { left, .. } => left,
            Iterator::LongRange { of, at } => match self.object(of) {
                Object::LongRange(range) => (&range.length - at).to_i64().unwrap_or(i64::MAX),
                _ => 0,
            },
            Iterator::Dict { of, size, left, .. } if self.length_at(of) == i64::from(size) => i64::from(left),
            Iterator::DictReversed { of, at, .. } => i64::from(at).min(self.length_at(of)),
            Iterator::Set { of, at, size } if self.length_at(of) == i64::from(size) => {
                let (Object::Set(set) | Object::FrozenSet(set)) = self.object(of) else { return 0 };
                let mut at = at as usize;
                let mut count = 0;
                while let Some((next, _)) = set.next(at) {
                    at = next;
                    count += 1;
                }
                count
            }
            _ => 0,
        }
    }

    /// An iterator over a builtin container, from its end.
    ///
    /// # Errors
    /// `TypeError` when it has no order that could be turned round.
    pub fn reversed_over(&mut self, value: Value) -> Result<Iterator> {
        if let Some(Object::LongRange(range)) = self.base_value(value).object().map(|id| self.object(id)) {
            let range = if range.length.is_zero() { range.clone() } else { Box::new(range.reversed()) };
            let Value::Object(of) = self.allocate(Object::LongRange(range))? else { return Err(Raise::PYTHON) };
            return Ok(Iterator::LongRange { of, at: 0 });
        }
        let backwards = self.base_value(value).object().and_then(|id| self.backwards(id));
        match backwards {
            Some(iterator) => Ok(iterator),
            None => {
                let message = format!("'{}' object is not reversible", self.class_name(value));
                Err(self.type_error(&message))
            }
        }
    }

    fn backwards(&self, id: ObjectId) -> Option<Iterator> {
        let over_dict = |of, kind| {
            let dict = self.dict_of(of);
            let (at, size) = (dict.last().map_or(0, |last| last as u32 + 1), dict.len() as u32);
            Iterator::DictReversed { of, kind, at, size }
        };
        Some(match self.object(id) {
            Object::List(items) => Iterator::Reversed { of: id, left: items.len() as u32 },
            Object::Tuple(items) => Iterator::Reversed { of: id, left: items.len() as u32 },
            Object::Bytes(bytes) => Iterator::Reversed { of: id, left: bytes.len() as u32 },
            Object::ByteArray(bytes) => Iterator::Reversed { of: id, left: bytes.len() as u32 },
            Object::Str(text) => Iterator::Reversed { of: id, left: text.as_str().len() as u32 },
            Object::Range(range) => {
                let left = range.len();
                let start = range.at(left - 1);
                Iterator::Range { start, next: start, step: range.step.wrapping_neg(), left }
            }
            Object::Dict(_) => over_dict(id, ViewKind::Keys),
            Object::DictView { dict, kind } => over_dict(*dict, *kind),
            _ => return None,
        })
    }
}
