//! Operators of builtin collections: `+`, `*`, `|`, `&`, `-`, `^` and the `%` of strings.

use super::{
    dict::Dict,
    exec::Exec,
    flow::Result,
    object::Object,
    set::Set,
    value::{ObjectId, Value},
};
use crate::program::BinaryOperator;

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
            (BinaryOperator::Modulo, Value::Object(x), _) if matches!(self.object(x), Object::Str(_)) => {
                self.percent_format(x, b).map(Some)
            }
            (_, Value::Object(x), Value::Object(y)) => self.set_operator(op, x, y),
            _ => Ok(None),
        }
    }

    fn concatenated(&mut self, a: ObjectId, b: ObjectId) -> Result<Option<Value>> {
        let object = match (self.object(a), self.object(b)) {
            (Object::Str(a), Object::Str(b)) => {
                self.machine.heap.reserve(a.as_str().len() + b.as_str().len())?;
                let joined = [a.as_str(), b.as_str()].concat();
                return self.string(&joined).map(Some);
            }
            (Object::List(a), Object::List(b)) => Object::List([&a[..], &b[..]].concat()),
            (Object::Tuple(a), Object::Tuple(b)) => Object::Tuple([&a[..], &b[..]].concat().into()),
            (Object::Bytes(a), Object::Bytes(b)) => Object::Bytes([&a[..], &b[..]].concat().into()),
            _ => return Ok(None),
        };
        self.allocate(object).map(Some)
    }

    fn repeated(&mut self, of: ObjectId, times: Value) -> Result<Option<Value>> {
        let times = match times {
            Value::Int(times) => usize::try_from(times).unwrap_or(0),
            Value::Bool(times) => usize::from(times),
            _ => return Ok(None),
        };
        let size = |one: usize| one.saturating_mul(times);
        const VALUE: usize = size_of::<Value>();
        let object = match self.object(of) {
            Object::Str(text) => {
                self.machine.heap.reserve(size(text.as_str().len()))?;
                let text = text.as_str().repeat(times);
                return self.string(&text).map(Some);
            }
            Object::List(items) => {
                self.machine.heap.reserve(size(items.len() * VALUE))?;
                Object::List(items.repeat(times))
            }
            Object::Tuple(items) => {
                self.machine.heap.reserve(size(items.len() * VALUE))?;
                Object::Tuple(items.repeat(times).into())
            }
            Object::Bytes(bytes) => {
                self.machine.heap.reserve(size(bytes.len()))?;
                Object::Bytes(bytes.repeat(times).into())
            }
            _ => return Ok(None),
        };
        self.allocate(object).map(Some)
    }

    fn set_operator(&mut self, op: BinaryOperator, a: ObjectId, b: ObjectId) -> Result<Option<Value>> {
        if let (Object::Dict(_), Object::Dict(_), BinaryOperator::Or) = (self.object(a), self.object(b), op) {
            return self.merged(a, b).map(Some);
        }
        let frozen = matches!(self.object(a), Object::FrozenSet(_));
        let (Some(x), Some(y)) = (self.members(a)?, self.members(b)?) else { return Ok(None) };
        let Some(set) = self.combined(op, &x, &y)? else { return Ok(None) };
        let set = Box::new(set);
        self.allocate(if frozen { Object::FrozenSet(set) } else { Object::Set(set) }).map(Some)
    }

    fn merged(&mut self, a: ObjectId, b: ObjectId) -> Result<Value> {
        let mut dict = Dict::default();
        let entries = [self.dict_entries(Value::Object(a)), self.dict_entries(Value::Object(b))].concat();
        for (key, value) in entries {
            self.insert(&mut dict, key, value)?;
        }
        self.allocate(Object::Dict(Box::new(dict)))
    }

    /// The members of a set, or of a view of keys or items.
    fn members(&mut self, id: ObjectId) -> Result<Option<Set>> {
        match self.object(id) {
            Object::Set(set) | Object::FrozenSet(set) => Ok(Some((**set).clone())),
            Object::DictView { kind, .. } if *kind != super::object::ViewKind::Values => {
                let items = self.collect(Value::Object(id))?;
                self.set_of(&items).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Two sets combined; `None` when the operator is not for sets.
    ///
    /// # Errors
    /// [`super::flow::Raise::Python`] when only the program can compare members.
    pub fn combined(&mut self, op: BinaryOperator, a: &Set, b: &Set) -> Result<Option<Set>> {
        let mut result = match op {
            BinaryOperator::Or => a.clone(),
            BinaryOperator::And | BinaryOperator::Subtract | BinaryOperator::Xor => Set::default(),
            _ => return Ok(None),
        };
        let wanted_in_b = op == BinaryOperator::And;
        if op != BinaryOperator::Or {
            for (hash, member) in a.hashed() {
                if self.find_in_set(b, hash, member)?.is_some() == wanted_in_b {
                    result.insert(hash, member);
                }
            }
        }
        if matches!(op, BinaryOperator::Or | BinaryOperator::Xor) {
            for (hash, member) in b.hashed() {
                if self.find_in_set(a, hash, member)?.is_none() {
                    result.insert(hash, member);
                }
            }
        }
        Ok(Some(result))
    }
}
