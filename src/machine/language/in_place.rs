//! Operators that change their left side: `+=` and `*=` of lists, `|=` of dicts, `|=`, `&=`, `-=` and `^=` of sets.
//!
//! One visible step, in which whoever shares the container finds it changed. For other values `a += b` is `a = a + b`.
//! Tests: `tests/programs/containers/in_place.py`.

use crate::machine::{
    language::collection::Others,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
    },
    state::{
        frame::Then,
        object::Object,
        set::Set,
        value::{ObjectId, Value},
    },
};
use crate::program::{BinaryOperator, Register};

impl Exec<'_> {
    /// `dst` = `a op= b` when that changes `a`; `None` when it does not.
    pub fn in_place(&mut self, op: BinaryOperator, a: Value, b: Value, dst: Register) -> Result<Option<Flow>> {
        let Some(id) = self.changed_by(op, a, b) else { return Ok(None) };
        match self.change_in_place(op, id, b) {
            Ok(()) => {
                self.report_content(a);
                self.stack.set(dst, a);
                Ok(Some(Flow::Next))
            }
            Err(Raise::PYTHON) => {
                let symbol = self.string(op.symbol())?;
                self.call_library(self.statics.library.in_place, &[a, b, symbol], Then::Store(dst)).map(Some)
            }
            Err(raise) => Err(raise),
        }
    }

    /// The container that the operator changes.
    pub fn changed_by(&self, op: BinaryOperator, a: Value, b: Value) -> Option<ObjectId> {
        use BinaryOperator::{Add, And, Multiply, Or, Subtract, Xor};
        let id = self.held(a)?;
        let changes = match (self.object(id), op) {
            (Object::List(_), Add) => true,
            (Object::List(_) | Object::ByteArray(_), Multiply) => self.index_like(b),
            (Object::ByteArray(_), Add) => self.text_kind_is_bytes(b),
            (Object::Dict(_), Or) => true,
            (Object::Set(_), Or | And | Subtract | Xor) => {
                let other = self.base_value(b).object().map(|other| self.object(other));
                matches!(other, Some(Object::Set(_) | Object::FrozenSet(_) | Object::DictView { .. }))
            }
            _ => false,
        };
        let has_say = self.has_own_operators(a) || self.has_own_operators(b);
        (changes && !(has_say && self.overrides(op, a, b))).then_some(id)
    }

    fn index_like(&self, value: Value) -> bool {
        matches!(self.base_value(value), Value::Int(_) | Value::Bool(_))
    }

    /// Whether a class of the program defines the operator.
    fn overrides(&self, op: BinaryOperator, a: Value, b: Value) -> bool {
        let defines = |name: &str, value| {
            self.machine.common.names.get(name).is_some_and(|name| self.machine.has_own(value, name))
        };
        let method = op.method();
        let own = |prefix: &str, value| defines(&format!("__{prefix}{method}__"), value);
        own("", a) || own("i", a) || own("r", b)
    }

    fn change_in_place(&mut self, op: BinaryOperator, id: ObjectId, b: Value) -> Result<()> {
        match self.object(id) {
            Object::ByteArray(_) if op == BinaryOperator::Multiply => self.repeat_array(id, b),
            Object::ByteArray(_) => self.extend_array(id, b),
            Object::List(_) if op == BinaryOperator::Multiply => self.repeat_list(id, b),
            Object::List(_) => self.extend_list(id, b),
            Object::Dict(_) => self.merge_into(id, b),
            _ => self.change_set(op, id, b),
        }
    }

    /// Appends everything that the iterable gives to a list.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when iterating runs code of the program.
    pub fn extend_list(&mut self, id: ObjectId, iterable: Value) -> Result<()> {
        let items = self.collect(iterable)?;
        self.machine.space.heap.charge(items.len() * size_of::<Value>())?;
        self.publish_into(id, &items);
        if let Object::List(known) = self.machine.space.heap.get_mut(id) {
            known.extend(items);
        }
        Ok(())
    }

    /// `array *= times`
    fn repeat_array(&mut self, id: ObjectId, times: Value) -> Result<()> {
        let times = usize::try_from(self.index_value(times)?).unwrap_or(0);
        let bytes = self.array_bytes(Value::Object(id));
        self.machine.space.heap.charge(bytes.len().saturating_mul(times.saturating_sub(1)))?;
        *self.array_mut(id) = bytes.repeat(times);
        Ok(())
    }

    fn text_kind_is_bytes(&self, value: Value) -> bool {
        let object = self.base_value(value).object().map(|id| self.object(id));
        matches!(object, Some(Object::Bytes(_) | Object::ByteArray(_)))
    }

    fn repeat_list(&mut self, id: ObjectId, times: Value) -> Result<()> {
        let times = usize::try_from(self.index_value(times)?).unwrap_or(0);
        let length = self.sequence_items(Value::Object(id)).map_or(0, |items| items.len());
        self.machine.space.heap.charge((length * size_of::<Value>()).saturating_mul(times.saturating_sub(1)))?;
        if let Object::List(known) = self.machine.space.heap.get_mut(id) {
            **known = known.repeat(times);
        }
        Ok(())
    }

    fn change_set(&mut self, op: BinaryOperator, id: ObjectId, b: Value) -> Result<()> {
        let Object::Set(set) = self.object(id) else { return Ok(()) };
        let set = (***set).clone();
        let Value::Object(other) = self.base_value(b) else { return Ok(()) };
        let same = other == id;
        if same && op == BinaryOperator::Or {
            // Nothing is new, and the order stays as it is (`set_merge`).
            return Ok(());
        }
        let other = match self.object(other) {
            Object::Set(other) | Object::FrozenSet(other) => (***other).clone(),
            _ => self.view_members(other)?,
        };
        let changed = match op {
            // With itself: `set_intersection` makes a copy, the others clear it.
            BinaryOperator::And if same => set.copied(),
            BinaryOperator::Subtract | BinaryOperator::Xor if same => Set::default(),
            BinaryOperator::Or => self.united(set, &Others::table(&other))?,
            BinaryOperator::Subtract => self.without(set, &Others::table(&other))?,
            BinaryOperator::Xor => self.exchanged(set, &Others::table(&other))?,
            _ => self.combined(op, &set, &other)?.unwrap_or_default(),
        };
        self.machine.space.heap.charge(changed.bytes())?;
        self.publish_into(id, &changed.iter().collect::<Vec<_>>());
        if let Object::Set(set) = self.machine.space.heap.get_mut(id) {
            ***set = changed;
        }
        Ok(())
    }
}
