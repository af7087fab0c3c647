//! Operators of builtin collections: `+`, `*`, `|`, `&`, `-`, `^` and the `%` of strings.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Raise, Result},
    },
    state::{
        class,
        dict::Dict,
        object::{Object, Str, ViewKind},
        set::Set,
        value::{ObjectId, Value},
    },
};
use crate::program::{BinaryOperator, well_known};

/// What is combined with a set.
#[derive(Clone, Debug)]
pub struct Others {
    /// Hashes and members in the order in which they come.
    pub members: Vec<(i64, Value)>,
    /// Where they come from.
    pub from: Origin,
}

/// Where members of a set come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// A set.
    Table,
    /// A dict.
    Dict,
    /// Something else to iterate over, which may give one twice.
    Items,
}

impl Others {
    /// The members of a set.
    #[must_use]
    pub fn table(set: &Set) -> Self {
        Self { members: set.hashed().collect(), from: Origin::Table }
    }
}

impl Exec<'_> {
    /// `a op b` when one is a collection; `None` when the operator is not for them.
    ///
    /// # Errors
    /// When the result is too large, or only the program can work it out.
    pub fn collection_operator(&mut self, op: BinaryOperator, a: Value, b: Value) -> Result<Option<Value>> {
        let (x, y) = (self.base_value(a), self.base_value(b));
        match (op, x, y) {
            (BinaryOperator::Add, Value::Object(x), Value::Object(y)) => self.concatenated(x, y),
            (BinaryOperator::Multiply, Value::Object(x), Value::Int(_) | Value::Bool(_)) => self.repeated(x, y),
            (BinaryOperator::Multiply, Value::Int(_) | Value::Bool(_), Value::Object(y)) => self.repeated(y, x),
            (BinaryOperator::Multiply, Value::Object(x), Value::Object(y))
                if (self.is_sequence(x) && self.is_big(y)) || (self.is_big(x) && self.is_sequence(y)) =>
            {
                Err(self.error(class::OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer"))
            }
            (BinaryOperator::Modulo, Value::Object(x), _) if self.is_text(a) => self.percent_format(x, b).map(Some),
            (BinaryOperator::Modulo, Value::Object(x), _) if matches!(self.object(x), Object::ByteArray(_)) => {
                let made = self.percent_format(x, b)?;
                let bytes = match made.object().map(|id| self.object(id)) {
                    Some(Object::Bytes(bytes)) => bytes.to_vec(),
                    _ => return Ok(None),
                };
                self.allocate(Object::ByteArray(Box::new(bytes.into()))).map(Some)
            }
            (BinaryOperator::Multiply, ..) if self.is_repeated_by_own(a, b) || self.is_repeated_by_own(b, a) => {
                Err(Raise::PYTHON)
            }
            (_, Value::Object(x), Value::Object(y)) => self.set_operator(op, x, y),
            _ => Ok(None),
        }
    }

    /// Whether the first is a sequence, and the second an object of the program that stands for an integer.
    fn is_repeated_by_own(&self, sequence: Value, times: Value) -> bool {
        self.own_special(times, well_known::INDEX).is_some()
            && (self.is_text(sequence) || self.sequence_items(sequence).is_some())
    }

    fn is_big(&self, id: ObjectId) -> bool {
        matches!(self.object(id), Object::BigInt(_))
    }

    fn is_sequence(&self, id: ObjectId) -> bool {
        matches!(
            self.object(id),
            Object::Str(_) | Object::Bytes(_) | Object::ByteArray(_) | Object::List(_) | Object::Tuple(_)
        )
    }

    fn concatenated(&mut self, a: ObjectId, b: ObjectId) -> Result<Option<Value>> {
        let object = match (self.object(a), self.object(b)) {
            (Object::Str(a), Object::Str(b)) => {
                self.machine.space.heap.reserve(2 * (a.as_str().len() + b.as_str().len()))?;
                Object::Str(Str::new([a.as_str(), b.as_str()].concat()))
            }
            (Object::List(a), Object::List(b)) => {
                self.machine.space.heap.reserve((a.len() + b.len()) * size_of::<Value>())?;
                Object::List([&a[..], &b[..]].concat().into())
            }
            (Object::Tuple(a), Object::Tuple(b)) => {
                self.machine.space.heap.reserve(2 * (a.len() + b.len()) * size_of::<Value>())?;
                Object::Tuple([&a[..], &b[..]].concat().into())
            }
            (Object::Bytes(a), Object::Bytes(b)) => {
                self.machine.space.heap.reserve(2 * (a.len() + b.len()))?;
                Object::Bytes([&a[..], &b[..]].concat().into())
            }
            (Object::Bytes(a), Object::ByteArray(b)) => {
                self.machine.space.heap.reserve(2 * (a.len() + b.len()))?;
                Object::Bytes([&a[..], &b[..]].concat().into())
            }
            (Object::ByteArray(a), Object::Bytes(b)) => {
                self.machine.space.heap.reserve(2 * (a.len() + b.len()))?;
                Object::ByteArray(Box::new([&a[..], &b[..]].concat().into()))
            }
            (Object::ByteArray(a), Object::ByteArray(b)) => {
                self.machine.space.heap.reserve(2 * (a.len() + b.len()))?;
                Object::ByteArray(Box::new([&a[..], &b[..]].concat().into()))
            }
            _ => return Ok(None),
        };
        self.allocate(object).map(Some)
    }

    fn repeated(&mut self, of: ObjectId, times: Value) -> Result<Option<Value>> {
        let times = match times {
            Value::Int(times) => usize::try_from(times).unwrap_or(0),
            Value::Bool(times) => usize::from(times.holds()),
            _ => return Ok(None),
        };
        // Before it tries, CPython says so of what no address space could hold.
        let too_many = |items: usize, width: usize| times.saturating_mul(items) > isize::MAX as usize / width;
        match self.object(of) {
            Object::List(items) if too_many(items.len(), 8) => return Err(self.exception(class::MEMORY_ERROR, &[])),
            Object::Tuple(items) if too_many(items.len(), 8) => return Err(self.exception(class::MEMORY_ERROR, &[])),
            Object::Str(text) if too_many(text.len(), 1) => {
                return Err(self.error(class::OVERFLOW_ERROR, "repeated string is too long"));
            }
            Object::ByteArray(bytes) if too_many(bytes.len(), 1) => {
                return Err(self.exception(class::MEMORY_ERROR, &[]));
            }
            Object::Bytes(bytes) if too_many(bytes.len(), 1) => {
                return Err(self.error(class::OVERFLOW_ERROR, "repeated bytes are too long"));
            }
            _ => {}
        }
        if times == 1 && matches!(self.object(of), Object::Str(_) | Object::Bytes(_) | Object::Tuple(_)) {
            return Ok(Some(Value::Object(of)));
        }
        let size = |one: usize| one.saturating_mul(times);
        const VALUE: usize = size_of::<Value>();
        let object = match self.object(of) {
            Object::Str(text) => {
                self.machine.space.heap.reserve(size(text.as_str().len()))?;
                Object::Str(Str::new(text.as_str().repeat(times)))
            }
            Object::List(items) => {
                self.machine.space.heap.reserve(size(items.len() * VALUE))?;
                Object::List(items.repeat(times).into())
            }
            Object::Tuple(items) => {
                self.machine.space.heap.reserve(size(items.len() * VALUE))?;
                Object::Tuple(items.repeat(times).into())
            }
            Object::Bytes(bytes) => {
                self.machine.space.heap.reserve(size(bytes.len()))?;
                Object::Bytes(bytes.repeat(times).into())
            }
            Object::ByteArray(bytes) => {
                self.machine.space.heap.reserve(size(bytes.len()))?;
                Object::ByteArray(Box::new(bytes.repeat(times).into()))
            }
            _ => return Ok(None),
        };
        self.allocate(object).map(Some)
    }

    fn set_operator(&mut self, op: BinaryOperator, a: ObjectId, b: ObjectId) -> Result<Option<Value>> {
        if let (Object::Dict(_), Object::Dict(_), BinaryOperator::Or) = (self.object(a), self.object(b), op) {
            return self.merged(a, b).map(Some);
        }
        let is_view = |this: &Self, id| matches!(this.object(id), Object::DictView { .. });
        let views = is_view(self, a) || is_view(self, b);
        let frozen = !views && matches!(self.object(a), Object::FrozenSet(_));
        let known = (self.members(a)?, self.members(b)?);
        let (x, y) = match known {
            (Some(x), Some(y)) => (x, y),
            // A view is combined with whatever can be iterated over.
            (Some(x), None) if views => (x, self.set_of_items(b)?),
            (None, Some(y)) if views => (self.set_of_items(a)?, y),
            _ => return Ok(None),
        };
        let combined = match op {
            BinaryOperator::And if a == b => Some(x.copied()),
            _ => self.combined(op, &x, &y)?,
        };
        let Some(set) = combined else { return Ok(None) };
        let set = Box::new(set.into());
        self.allocate(if frozen { Object::FrozenSet(set) } else { Object::Set(set) }).map(Some)
    }

    fn set_of_items(&mut self, id: ObjectId) -> Result<Set> {
        let items = self.collect(Value::Object(id))?;
        self.set_of(&items)
    }

    fn merged(&mut self, a: ObjectId, b: ObjectId) -> Result<Value> {
        let mut dict = Dict::default();
        let entries = [self.dict_entries(Value::Object(a)), self.dict_entries(Value::Object(b))].concat();
        self.work(entries.len());
        for (key, value) in entries {
            self.insert(&mut dict, key, value)?;
        }
        self.allocate(Object::Dict(Box::new(dict.into())))
    }

    /// The members of a set, or of a view of keys or items.
    fn members(&mut self, id: ObjectId) -> Result<Option<Set>> {
        match self.object(id) {
            Object::Set(set) | Object::FrozenSet(set) => Ok(Some((***set).clone())),
            Object::DictView { kind, .. } if *kind != ViewKind::Values => self.view_members(id).map(Some),
            _ => Ok(None),
        }
    }

    /// Two sets combined; `None` when the operator is not for sets. Members come in the order of `Objects/setobject.c`.
    ///
    /// # Errors
    /// [`crate::machine::run::flow::Raise::PYTHON`] when only the program can compare members.
    pub fn combined(&mut self, op: BinaryOperator, a: &Set, b: &Set) -> Result<Option<Set>> {
        Ok(Some(match op {
            BinaryOperator::Or => self.united(a.copied(), &Others::table(b))?,
            BinaryOperator::And if b.len() > a.len() => self.chosen(&Others::table(a), b, true)?,
            BinaryOperator::And => self.chosen(&Others::table(b), a, true)?,
            BinaryOperator::Subtract if a.len() / 4 > b.len() => {
                let copy = a.copied();
                self.without(copy, &Others::table(b))?
            }
            BinaryOperator::Subtract => self.chosen(&Others::table(a), b, false)?,
            BinaryOperator::Xor => self.exchanged(b.copied(), &Others::table(a))?,
            _ => return Ok(None),
        }))
    }

    /// The set with the members of another one.
    ///
    /// # Errors
    /// [`crate::machine::run::flow::Raise::PYTHON`] when only the program can compare members.
    pub fn united(&mut self, mut set: Set, others: &Others) -> Result<Set> {
        self.work(set.len() + others.members.len());
        if others.from != Origin::Items {
            set.make_room(others.members.len());
        }
        for &(hash, member) in &others.members {
            if self.find_in_set(&set, hash, member)?.is_none() {
                set.insert(hash, member);
            }
        }
        Ok(set)
    }

    /// Those that are in the set, or are not.
    ///
    /// # Errors
    /// [`crate::machine::run::flow::Raise::PYTHON`] when only the program can compare members.
    pub fn chosen(&mut self, from: &Others, set: &Set, wanted: bool) -> Result<Set> {
        let mut result = Set::default();
        self.work(from.members.len());
        for &(hash, member) in &from.members {
            let new = from.from != Origin::Items || self.find_in_set(&result, hash, member)?.is_none();
            if new && self.find_in_set(set, hash, member)?.is_some() == wanted {
                result.insert(hash, member);
            }
        }
        Ok(result)
    }

    /// The set without the members of another one.
    ///
    /// # Errors
    /// [`crate::machine::run::flow::Raise::PYTHON`] when only the program can compare members.
    pub fn without(&mut self, mut set: Set, others: &Others) -> Result<Set> {
        self.work(set.len() + others.members.len());
        for &(hash, member) in &others.members {
            if let Some(at) = self.find_in_set(&set, hash, member)? {
                set.remove(at);
            }
        }
        set.tidy();
        Ok(set)
    }

    /// The set without the members that it has in common with another one, and with that one's others.
    ///
    /// # Errors
    /// [`crate::machine::run::flow::Raise::PYTHON`] when only the program can compare members.
    pub fn exchanged(&mut self, mut set: Set, others: &Others) -> Result<Set> {
        self.work(set.len() + others.members.len());
        for &(hash, member) in &others.members {
            match self.find_in_set(&set, hash, member)? {
                Some(at) => {
                    set.remove(at);
                }
                None => set.insert(hash, member),
            }
        }
        Ok(set)
    }
}
