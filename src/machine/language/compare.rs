//! Equality, order and truth of values, as far as they can be told without running the program.

use std::{borrow::Cow, cell::Cell, cmp::Ordering};

use crate::machine::{
    Machine,
    language::{
        number::{self, Number},
        operator::Order,
    },
    state::{
        effort,
        long_range::LongRange,
        object::{Native, Object, Range, ViewKind},
        set::Set,
        value::{ObjectId, Value},
    },
};
use crate::program::well_known;

/// Containers nested deeper than this are left to the library, which knows how to give up.
const DEEPEST: u32 = 100;

/// Comparisons that take more looks than this are left to the library, which lets others have their turn: a list that
/// has another one twice, which has another one twice, would be looked at for ever.
const MOST_LOOKS: u32 = 200_000;

/// How far native code may still go into values that hold others.
#[derive(Clone, Copy)]
pub struct Reach<'l> {
    depth: u32,
    looks: &'l Cell<u32>,
}

impl<'l> Reach<'l> {
    /// The looks that there are.
    pub const fn looks() -> Cell<u32> {
        Cell::new(MOST_LOOKS)
    }

    /// As far as may be.
    pub const fn new(looks: &'l Cell<u32>) -> Self {
        Self { depth: DEEPEST, looks }
    }

    /// How many looks were taken.
    pub fn gone(looks: &Cell<u32>) -> u32 {
        MOST_LOOKS - looks.get()
    }

    /// One level down; `None` when it goes too far.
    #[must_use]
    pub fn deeper(self) -> Option<Self> {
        self.looks.set(self.looks.get().checked_sub(1)?);
        Some(Self { depth: self.depth.checked_sub(1)?, ..self })
    }
}

impl Machine {
    fn within_reach<T>(&self, compare: impl FnOnce(Reach<'_>) -> T) -> T {
        let looks = Reach::looks();
        let result = compare(Reach::new(&looks));
        self.space.heap.effort.add(Reach::gone(&looks) as usize);
        result
    }

    /// `a == b`; `None` when a class of the program has a say.
    #[must_use]
    pub fn equal(&self, a: Value, b: Value) -> Option<bool> {
        self.within_reach(|reach| self.equal_within(a, b, reach))
    }

    fn equal_within(&self, a: Value, b: Value, reach: Reach<'_>) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => return Some(a == b),
            (Value::Object(x), Value::Object(y)) => {
                if let (Object::Str(x), Object::Str(y)) = (self.space.heap.get(x), self.space.heap.get(y)) {
                    return Some(self.same_bytes(x.as_str().as_bytes(), y.as_str().as_bytes()));
                }
                if self.has_own(a, well_known::EQ) || self.has_own(b, well_known::EQ) {
                    return None;
                }
                // Objects of subclasses of numbers are compared as these.
                if let (Value::Object(x), Value::Object(y)) = (self.base_value(a), self.base_value(b)) {
                    return self.equal_objects(x, y, reach.deeper()?);
                }
            }
            (Value::Object(_) | Value::Class(_), _) if self.has_own(a, well_known::EQ) => return None,
            (_, Value::Object(_) | Value::Class(_)) if self.has_own(b, well_known::EQ) => return None,
            _ => {}
        }
        if let (Some(a), Some(b)) = (self.plain_number(a), self.plain_number(b)) {
            return Some(number::compare(&a, &b) == Some(Ordering::Equal));
        }
        Some(a.is(b))
    }

    fn equal_objects(&self, a: ObjectId, b: ObjectId, reach: Reach<'_>) -> Option<bool> {
        match (self.space.heap.get(a), self.space.heap.get(b)) {
            (Object::Str(a), Object::Str(b)) => Some(self.same_bytes(a.as_str().as_bytes(), b.as_str().as_bytes())),
            (Object::BigInt(a), Object::BigInt(b)) => Some(a == b),
            (Object::Bytes(a), Object::Bytes(b)) => Some(self.same_bytes(a, b)),
            (Object::Bytes(a), Object::ByteArray(b)) => Some(self.same_bytes(a, b)),
            (Object::ByteArray(a), Object::Bytes(b)) => Some(self.same_bytes(a, b)),
            (Object::ByteArray(a), Object::ByteArray(b)) => Some(self.same_bytes(a, b)),
            (Object::Tuple(a), Object::Tuple(b)) => self.equal_items(a, b, reach),
            (Object::List(a), Object::List(b)) => self.equal_items(a, b, reach),
            (Object::Dict(x), Object::Dict(y)) => Some(x.len() == y.len() && self.has_entries(a, b, reach)?),
            (Object::Set(x) | Object::FrozenSet(x), Object::Set(y) | Object::FrozenSet(y)) => {
                Some(x.len() == y.len() && self.is_subset_within(x, y, reach)?)
            }
            (&Object::Cell(x), &Object::Cell(y)) => match (x.is_bound(), y.is_bound()) {
                (true, true) => self.equal_within(x, y, reach),
                (x, y) => Some(x == y),
            },
            (Object::Range(a), Object::Range(b)) => Some(same_range(a, b)),
            (Object::LongRange(a), Object::LongRange(b)) => Some(a.same(b)),
            (Object::LongRange(a), Object::Range(b)) | (Object::Range(b), Object::LongRange(a)) => {
                Some(a.same(&LongRange::from(&**b)))
            }
            (Object::Slice(a), Object::Slice(b)) => self.equal_items(&a[..], &b[..], reach),
            (Object::Method(a), Object::Method(b)) => Some(a == b),
            (
                Object::DictView { dict: x, kind: ViewKind::Items },
                Object::DictView { dict: y, kind: ViewKind::Items },
            ) => self.equal_objects(*x, *y, reach.deeper()?),
            (Object::DictView { dict, kind: ViewKind::Items }, _) => self.has_exactly(*dict, b, reach),
            (_, Object::DictView { dict, kind: ViewKind::Items }) => self.has_exactly(*dict, a, reach),
            (Object::DictView { kind: ViewKind::Keys, .. }, _) | (_, Object::DictView { kind: ViewKind::Keys, .. }) => {
                match (self.as_set(a), self.as_set(b)) {
                    (Some(x), Some(y)) => Some(x.len() == y.len() && self.is_subset_within(&x, &y, reach)?),
                    _ => Some(false),
                }
            }
            _ => Some(a == b),
        }
    }

    fn same_bytes(&self, a: &[u8], b: &[u8]) -> bool {
        if a.len() != b.len() {
            return false;
        }
        self.space.heap.effort.add(a.len() / effort::BYTES);
        a == b
    }

    fn equal_or_unsure(&self, a: Value, b: Value, reach: Reach<'_>, unsure: &mut bool) -> bool {
        a.is(b)
            || self.equal_within(a, b, reach).unwrap_or_else(|| {
                *unsure = true;
                false
            })
    }

    fn equal_items(&self, a: &[Value], b: &[Value], reach: Reach<'_>) -> Option<bool> {
        if a.len() != b.len() {
            return Some(false);
        }
        self.space.heap.effort.add(a.len() / effort::ITEMS);
        for (&a, &b) in a.iter().zip(b) {
            if !a.is(b) && !self.equal_within(a, b, reach)? {
                return Some(false);
            }
        }
        Some(true)
    }

    /// A set, or the keys that a view shows.
    fn as_set(&self, id: ObjectId) -> Option<Cow<'_, Set>> {
        match self.space.heap.get(id) {
            Object::Set(set) | Object::FrozenSet(set) => Some(Cow::Borrowed(&**set)),
            Object::DictView { dict, kind: ViewKind::Keys } => {
                let Object::Dict(dict) = self.space.heap.get(*dict) else { return None };
                let mut set = Set::default();
                dict.hashed().for_each(|(hash, key, _)| set.insert(hash, key));
                Some(Cow::Owned(set))
            }
            _ => None,
        }
    }

    /// Whether the entries of a dict are the members of a set, as pairs; `None` when the program has to compare.
    fn has_exactly(&self, dict: ObjectId, set: ObjectId, reach: Reach<'_>) -> Option<bool> {
        let (Object::Dict(entries), Some(set)) = (self.space.heap.get(dict), self.as_set(set)) else {
            return Some(false);
        };
        if entries.len() != set.len() {
            return Some(false);
        }
        for member in set.iter() {
            let pair = match member.object().map(|id| self.space.heap.get(id)) {
                Some(Object::Tuple(pair)) if pair.len() == 2 => pair,
                _ => return Some(false),
            };
            self.space.heap.effort.add(entries.len());
            let mut found = false;
            for (key, value) in entries.iter() {
                found = self.equal_items(&[key, value], pair, reach)?;
                if found {
                    break;
                }
            }
            if !found {
                return Some(false);
            }
        }
        Some(true)
    }

    /// Whether all entries of the first dict are in the second; `None` when the program has to compare.
    fn has_entries(&self, a: ObjectId, b: ObjectId, reach: Reach<'_>) -> Option<bool> {
        let (Object::Dict(x), Object::Dict(y)) = (self.space.heap.get(a), self.space.heap.get(b)) else {
            return Some(false);
        };
        self.space.heap.effort.add(x.len());
        for (hash, key, value) in x.hashed() {
            let mut unsure = false;
            let found = y.find(hash, |known| self.equal_or_unsure(known, key, reach, &mut unsure));
            match found {
                _ if unsure => return None,
                None => return Some(false),
                Some(at) if !self.equal_items(&[value], &[y.value(at)], reach)? => return Some(false),
                Some(_) => {}
            }
        }
        Some(true)
    }

    /// Whether all members of the first set are in the second; `None` when the program has to compare.
    #[must_use]
    pub fn is_subset(&self, a: &Set, b: &Set) -> Option<bool> {
        self.within_reach(|reach| self.is_subset_within(a, b, reach))
    }

    fn is_subset_within(&self, a: &Set, b: &Set, reach: Reach<'_>) -> Option<bool> {
        self.space.heap.effort.add(a.len());
        for (hash, member) in a.hashed() {
            let mut unsure = false;
            let found = b.find(hash, |known| self.equal_or_unsure(known, member, reach, &mut unsure));
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
        if let (Value::Int(a), Value::Int(b)) = (a, b) {
            return Order::Known(Some(a.cmp(&b)));
        }
        self.within_reach(|reach| self.order_within(a, b, reach))
    }

    fn order_within(&self, a: Value, b: Value, reach: Reach<'_>) -> Order {
        if let (Value::Int(a), Value::Int(b)) = (a, b) {
            return Order::Known(Some(a.cmp(&b)));
        }
        if self.is_own(a) || self.is_own(b) {
            return Order::Python;
        }
        if let (Some(x), Some(y)) = (self.plain_number(a), self.plain_number(b)) {
            return Order::Known(number::compare(&x, &y));
        }
        let (Value::Object(x), Value::Object(y)) = (self.base_value(a), self.base_value(b)) else {
            return Order::None(a, b);
        };
        match (self.space.heap.get(x), self.space.heap.get(y)) {
            (Object::Str(x), Object::Str(y)) => {
                self.space.heap.effort.add(x.len().min(y.len()) / effort::BYTES);
                Order::Known(Some(x.as_str().cmp(y.as_str())))
            }
            (Object::Bytes(x), Object::Bytes(y)) => {
                self.space.heap.effort.add(x.len().min(y.len()) / effort::BYTES);
                Order::Known(Some(x.cmp(y)))
            }
            (&Object::Cell(x), &Object::Cell(y)) => match (x.is_bound(), y.is_bound()) {
                (true, true) => self.order_within(x, y, reach),
                (x, y) => Order::Known(Some(x.cmp(&y))),
            },
            (Object::Bytes(x), Object::ByteArray(y)) => Order::Known(Some(x[..].cmp(&y[..]))),
            (Object::ByteArray(x), Object::Bytes(y)) => Order::Known(Some(x[..].cmp(&y[..]))),
            (Object::ByteArray(x), Object::ByteArray(y)) => Order::Known(Some(x[..].cmp(&y[..]))),
            (Object::Tuple(x), Object::Tuple(y)) => self.order_items(x, y, reach),
            (Object::List(x), Object::List(y)) => self.order_items(x, y, reach),
            (
                Object::DictView { dict: x, kind: ViewKind::Items },
                Object::DictView { dict: y, kind: ViewKind::Items },
            ) => subset_order(self.has_entries(*x, *y, reach), self.has_entries(*y, *x, reach)),
            _ => match (self.as_set(x), self.as_set(y)) {
                (Some(x), Some(y)) => subset_order(self.is_subset(&x, &y), self.is_subset(&y, &x)),
                _ => Order::None(a, b),
            },
        }
    }

    fn order_items(&self, a: &[Value], b: &[Value], reach: Reach<'_>) -> Order {
        let Some(reach) = reach.deeper() else { return Order::Python };
        self.space.heap.effort.add(a.len().min(b.len()) / effort::ITEMS);
        for (&x, &y) in a.iter().zip(b) {
            if x.is(y) {
                continue;
            }
            match self.equal_within(x, y, reach) {
                Some(true) => {}
                Some(false) => return self.order_within(x, y, reach),
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
            Value::Bool(truth) => truth.holds(),
            Value::Int(number) => number != 0,
            Value::Float(real) => real.number() != 0.0,
            Value::Object(id) => match self.space.heap.get(id) {
                Object::Str(text) => !text.is_empty(),
                Object::Bytes(bytes) => !bytes.is_empty(),
                Object::ByteArray(bytes) => !bytes.is_empty(),
                Object::Tuple(items) => !items.is_empty(),
                Object::List(items) => !items.is_empty(),
                Object::Dict(dict) => !dict.is_empty(),
                Object::Set(set) | Object::FrozenSet(set) => !set.is_empty(),
                Object::Range(range) => !range.is_empty(),
                Object::LongRange(range) => !num_traits::Zero::is_zero(&range.length),
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
            Value::Bool(truth) => Some(Number::Int(truth as i64)),
            Value::Float(real) => Some(Number::Float(real.number())),
            Value::Object(id) => match self.space.heap.get(id) {
                Object::BigInt(number) => {
                    self.space.heap.effort.add(self.space.heap.get(id).extent());
                    Some(Number::Big(number.as_ref().clone()))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of a builtin type that an object of a subclass is; other values are themselves.
    #[must_use]
    pub fn base_value(&self, value: Value) -> Value {
        if let Value::Object(id) = value
            && let Object::Instance(instance) = self.space.heap.get(id)
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
            Value::Object(id) => match self.space.heap.get(id) {
                Object::Instance(instance) => Self::is_python(instance.class),
                Object::Exception(exception) => Self::is_python(exception.class),
                _ => false,
            },
            Value::Class(id) => Self::is_python(self.class(id).metaclass),
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
