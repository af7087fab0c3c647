//! Iterators over builtin containers, as programs call them by name; and `reversed`. How they go on is in
//! `machine/iterate.rs`.

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
    let method = exec.machine.names.get("__reversed__").and_then(|name| exec.own_special(a[0], name));
    if let Some(method) = method {
        return exec.call_value(method, a, then);
    }
    if exec.own_special(a[0], well_known::GETITEM).is_some() {
        return Err(Raise::Python);
    }
    let iterator = exec.reversed_over(a[0])?;
    let iterator = exec.allocate(Object::Iterator(iterator))?;
    exec.deliver(then, iterator)
}

impl Exec<'_> {
    /// The class of an iterator as CPython names it.
    pub fn iterator_name(&self, value: Value) -> std::sync::Arc<str> {
        let Some(Object::Iterator(iterator)) = value.object().map(|id| self.object(id)) else {
            return self.class_name(value);
        };
        let of = iterator.container().object().map(|id| self.object(id));
        let name = match (iterator, of) {
            (Iterator::Sequence { .. }, Some(Object::List(_))) => "list_iterator",
            (Iterator::Sequence { .. }, Some(Object::Tuple(_))) => "tuple_iterator",
            (Iterator::Sequence { .. }, Some(Object::Bytes(_))) => "bytes_iterator",
            (Iterator::Sequence { .. }, Some(Object::ByteArray(_))) => "bytearray_iterator",
            (Iterator::Sequence { .. }, Some(Object::Str(text))) if text.as_str().is_ascii() => "str_ascii_iterator",
            (Iterator::Sequence { .. }, Some(Object::Str(_))) => "str_iterator",
            (Iterator::Reversed { .. }, Some(Object::List(_))) => "list_reverseiterator",
            (Iterator::Reversed { .. }, _) => "reversed",
            (Iterator::Range { .. }, _) => "range_iterator",
            (Iterator::Dict { kind: ViewKind::Keys, .. }, _) => "dict_keyiterator",
            (Iterator::Dict { kind: ViewKind::Values, .. }, _) => "dict_valueiterator",
            (Iterator::Dict { kind: ViewKind::Items, .. }, _) => "dict_itemiterator",
            (Iterator::Set { .. }, _) => "set_iterator",
            _ => "iterator",
        };
        name.into()
    }

    /// How many items an iterator expects to come.
    fn items_left(&self, iterator: &Iterator) -> i64 {
        let length = |of: ObjectId| match self.length(Value::Object(of)) {
            Some(Value::Int(length)) => length,
            _ => 0,
        };
        match *iterator {
            Iterator::Sequence { of, at } => match self.object(of) {
                Object::Str(text) => text.as_str()[at as usize..].chars().count() as i64,
                _ => (length(of) - i64::from(at)).max(0),
            },
            Iterator::Reversed { of, left } => match self.object(of) {
                Object::Str(text) => text.as_str()[..left as usize].chars().count() as i64,
                _ => i64::from(left).min(length(of)),
            },
            Iterator::Range { left, .. } => left,
            Iterator::Dict { of, size, left, .. } if length(of) == i64::from(size) => i64::from(left),
            Iterator::DictReversed { of, at, .. } => i64::from(at).min(length(of)),
            Iterator::Set { of, at, size } if length(of) == i64::from(size) => {
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
                Iterator::Range { next: range.at(left - 1), step: range.step.wrapping_neg(), left }
            }
            Object::Dict(_) => over_dict(id, ViewKind::Keys),
            Object::DictView { dict, kind } => over_dict(*dict, *kind),
            _ => return None,
        })
    }
}
