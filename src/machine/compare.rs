//! Equality, order and truth of values, as far as they can be told without running the program.

use std::{borrow::Cow, cmp::Ordering};

use super::{
    Machine,
    number::{self, Number},
    object::{Native, Object, Range, ViewKind},
    operator::Order,
    set::Set,
    value::{ObjectId, Value},
};
use crate::program::well_known;

/// Containers nested deeper than this are left to the library, which knows how to give up.
const DEEPEST: u32 = 100;

impl Machine {
    /// `a == b`; `None` when a class of the program has a say.
    #[must_use]
    pub fn equal(&self, a: Value, b: Value) -> Option<bool> {
        self.equal_within(a, b, DEEPEST)
    }

    fn equal_within(&self, a: Value, b: Value, depth: u32) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => return Some(a == b),
            (Value::Object(x), Value::Object(y)) => {
                if self.has_own(a, well_known::EQ) || self.has_own(b, well_known::EQ) {
                    return None;
                }
                let (x, y) = (self.base_value(a).object().unwrap_or(x), self.base_value(b).object().unwrap_or(y));
                return self.equal_objects(x, y, depth.checked_sub(1)?);
            }
            (Value::Object(_), _) if self.has_own(a, well_known::EQ) => return None,
            (_, Value::Object(_)) if self.has_own(b, well_known::EQ) => return None,
            _ => {}
        }
        if let (Some(a), Some(b)) = (self.plain_number(a), self.plain_number(b)) {
            return Some(number::compare(&a, &b) == Some(Ordering::Equal));
        }
        Some(a.is(b))
    }

    fn equal_objects(&self, a: ObjectId, b: ObjectId, depth: u32) -> Option<bool> {
        match (self.heap.get(a), self.heap.get(b)) {
            (Object::Str(a), Object::Str(b)) => Some(a.as_str() == b.as_str()),
            (Object::BigInt(a), Object::BigInt(b)) => Some(a == b),
            (Object::Bytes(a), Object::Bytes(b)) => Some(a == b),
            (Object::Tuple(a), Object::Tuple(b)) => self.equal_items(a, b, depth),
            (Object::List(a), Object::List(b)) => self.equal_items(a, b, depth),
            (Object::Dict(x), Object::Dict(y)) => Some(x.len() == y.len() && self.has_entries(a, b, depth)?),
            (Object::Set(x) | Object::FrozenSet(x), Object::Set(y) | Object::FrozenSet(y)) => {
                Some(x.len() == y.len() && self.is_subset_within(x, y, depth)?)
            }
            (Object::Range(a), Object::Range(b)) => Some(same_range(a, b)),
            (Object::Slice(a), Object::Slice(b)) => self.equal_items(&a[..], &b[..], depth),
            (Object::Method(a), Object::Method(b)) => Some(a == b),
            (
                Object::DictView { dict: x, kind: ViewKind::Items },
                Object::DictView { dict: y, kind: ViewKind::Items },
            ) => self.equal_objects(*x, *y, depth.checked_sub(1)?),
            (Object::DictView { kind: ViewKind::Keys, .. }, _) | (_, Object::DictView { kind: ViewKind::Keys, .. }) => {
                match (self.as_set(a), self.as_set(b)) {
                    (Some(x), Some(y)) => Some(x.len() == y.len() && self.is_subset(&x, &y)?),
                    _ => Some(false),
                }
            }
            _ => Some(a == b),
        }
    }

    fn equal_or_unsure(&self, a: Value, b: Value, depth: u32, unsure: &mut bool) -> bool {
        a.is(b)
            || self.equal_within(a, b, depth).unwrap_or_else(|| {
                *unsure = true;
                false
            })
    }

    fn equal_items(&self, a: &[Value], b: &[Value], depth: u32) -> Option<bool> {
        if a.len() != b.len() {
            return Some(false);
        }
        for (&a, &b) in a.iter().zip(b) {
            if !a.is(b) && !self.equal_within(a, b, depth)? {
                return Some(false);
            }
        }
        Some(true)
    }

    /// A set, or the keys that a view shows.
    fn as_set(&self, id: ObjectId) -> Option<Cow<'_, Set>> {
        match self.heap.get(id) {
            Object::Set(set) | Object::FrozenSet(set) => Some(Cow::Borrowed(&**set)),
            Object::DictView { dict, kind: ViewKind::Keys } => {
                let Object::Dict(dict) = self.heap.get(*dict) else { return None };
                let mut set = Set::default();
                dict.hashed().for_each(|(hash, key, _)| set.insert(hash, key));
                Some(Cow::Owned(set))
            }
            _ => None,
        }
    }

    /// Whether all entries of the first dict are in the second; `None` when the program has to compare.
    fn has_entries(&self, a: ObjectId, b: ObjectId, depth: u32) -> Option<bool> {
        let (Object::Dict(x), Object::Dict(y)) = (self.heap.get(a), self.heap.get(b)) else { return Some(false) };
        for (hash, key, value) in x.hashed() {
            let mut unsure = false;
            let found = y.find(hash, |known| self.equal_or_unsure(known, key, depth, &mut unsure));
            match found {
                _ if unsure => return None,
                None => return Some(false),
                Some(at) if !self.equal_items(&[value], &[y.value(at)], depth)? => return Some(false),
                Some(_) => {}
            }
        }
        Some(true)
    }

    /// Whether all members of the first set are in the second; `None` when the program has to compare.
    #[must_use]
    pub fn is_subset(&self, a: &Set, b: &Set) -> Option<bool> {
        self.is_subset_within(a, b, DEEPEST)
    }

    fn is_subset_within(&self, a: &Set, b: &Set, depth: u32) -> Option<bool> {
        for (hash, member) in a.hashed() {
            let mut unsure = false;
            let found = b.find(hash, |known| self.equal_or_unsure(known, member, depth, &mut unsure));
            if unsure {
                return None;
            }
            if found.is_none() {
                return Some(false);
            }
        }
        Some(true)
    }

    /// How two values are ordered.
    #[must_use]
    pub fn order(&self, a: Value, b: Value) -> Order {
        self.order_within(a, b, DEEPEST)
    }

    fn order_within(&self, a: Value, b: Value, depth: u32) -> Order {
        if self.is_own(a) || self.is_own(b) {
            return Order::Python;
        }
        if let (Some(x), Some(y)) = (self.plain_number(a), self.plain_number(b)) {
            return Order::Known(number::compare(&x, &y));
        }
        let (Value::Object(x), Value::Object(y)) = (self.base_value(a), self.base_value(b)) else {
            return Order::None(a, b);
        };
        match (self.heap.get(x), self.heap.get(y)) {
            (Object::Str(x), Object::Str(y)) => Order::Known(Some(x.as_str().cmp(y.as_str()))),
            (Object::Bytes(x), Object::Bytes(y)) => Order::Known(Some(x.cmp(y))),
            (Object::Tuple(x), Object::Tuple(y)) => self.order_items(x, y, depth),
            (Object::List(x), Object::List(y)) => self.order_items(x, y, depth),
            (
                Object::DictView { dict: x, kind: ViewKind::Items },
                Object::DictView { dict: y, kind: ViewKind::Items },
            ) => subset_order(self.has_entries(*x, *y, depth), self.has_entries(*y, *x, depth)),
            _ => match (self.as_set(x), self.as_set(y)) {
                (Some(x), Some(y)) => subset_order(self.is_subset(&x, &y), self.is_subset(&y, &x)),
                _ => Order::None(a, b),
            },
        }
    }

    fn order_items(&self, a: &[Value], b: &[Value], depth: u32) -> Order {
        let Some(depth) = depth.checked_sub(1) else { return Order::Python };
        for (&x, &y) in a.iter().zip(b) {
            if x.is(y) {
                continue;
            }
            match self.equal_within(x, y, depth) {
                Some(true) => {}
                Some(false) => return self.order_within(x, y, depth),
                None => return Order::Python,
            }
        }
        Order::Known(Some(a.len().cmp(&b.len())))
    }

    /// The truth of a value; `None` when the program decides.
    #[must_use]
    pub fn truth(&self, value: Value) -> Option<bool> {
        if self.has_own(value, well_known::BOOL) || self.has_own(value, well_known::LEN) {
            return None;
        }
        Some(match self.base_value(value) {
            Value::None | Value::Unbound => false,
            Value::Bool(truth) => truth,
            Value::Int(number) => number != 0,
            Value::Float(number) => number != 0.0,
            Value::Object(id) => match self.heap.get(id) {
                Object::Str(text) => !text.is_empty(),
                Object::Bytes(bytes) => !bytes.is_empty(),
                Object::Tuple(items) => !items.is_empty(),
                Object::List(items) => !items.is_empty(),
                Object::Dict(dict) => !dict.is_empty(),
                Object::Set(set) | Object::FrozenSet(set) => !set.is_empty(),
                Object::Range(range) => !range.is_empty(),
                Object::DictView { dict, .. } => return self.truth(Value::Object(*dict)),
                _ => true,
            },
            _ => true,
        })
    }

    /// The number that a value of a builtin type is.
    fn plain_number(&self, value: Value) -> Option<Number> {
        match self.base_value(value) {
            Value::Int(number) => Some(Number::Int(number)),
            Value::Bool(truth) => Some(Number::Int(i64::from(truth))),
            Value::Float(number) => Some(Number::Float(number)),
            Value::Object(id) => match self.heap.get(id) {
                Object::BigInt(number) => Some(Number::Big(number.as_ref().clone())),
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of a builtin type that an object of a subclass is; other values are themselves.
    #[must_use]
    pub fn base_value(&self, value: Value) -> Value {
        if let Value::Object(id) = value
            && let Object::Instance(instance) = self.heap.get(id)
            && let Native::Value(inner) = instance.native
        {
            return inner;
        }
        value
    }

    /// Whether the value is an object of a class that is written in Python.
    #[must_use]
    pub fn is_own(&self, value: Value) -> bool {
        match value {
            Value::Object(id) => match self.heap.get(id) {
                Object::Instance(instance) => Self::is_python(instance.class),
                Object::Exception(exception) => Self::is_python(exception.class),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a class of the program defines the method for the value.
    #[must_use]
    pub fn has_own(&self, value: Value, name: crate::program::NameId) -> bool {
        self.is_own(value) && self.find_own(self.class_of(value), name).is_some()
    }
}

fn same_range(a: &Range, b: &Range) -> bool {
    let length = a.len();
    length == b.len() && (length == 0 || (a.start == b.start && (length == 1 || a.step == b.step)))
}

fn subset_order(subset: Option<bool>, superset: Option<bool>) -> Order {
    match (subset, superset) {
        (Some(subset), Some(superset)) => Order::Subset(subset, superset),
        _ => Order::Python,
    }
}
