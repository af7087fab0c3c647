//! Objects of data classes: made and compared without a call, where the methods are those that the library gave the class.
//!
//! `stdlib/dataclasses.py` says what its methods do (`vm_record`); as long as they are the class's, nobody else can reach
//! the objects and no class of the program has a say, the same comes of it. `None` means that the methods have to be called.
//! Tests: `tests/programs/modules/dataclasses_quick.py`.

use std::cmp::Ordering;

use smallvec::SmallVec;

use crate::{
    machine::{
        Machine,
        language::operator::Order,
        run::{exec::Exec, flow::Result},
        state::{
            class::{self, Filling, Layout, Record},
            object::{Attributes, Instance, Native, Object},
            value::{ClassId, ObjectId, Value},
        },
    },
    program::{CompareOperator, NameId, well_known},
};

impl Exec<'_> {
    /// Notes what the methods of a data class do: the class, its `__init__`, the names that it binds if that is all it does,
    /// the defaults of the last of them, what makes their defaults, the comparisons as pairs, and what these compare.
    ///
    /// # Errors
    /// When a name is none.
    pub fn note_record(&mut self, a: &[Value]) -> Result<()> {
        let Value::Class(class) = a[0] else { return Ok(()) };
        let items = |this: &Self, at: usize| this.sequence_items(a[at]).unwrap_or_default();
        let (defaults, factories) = (items(self, 3), items(self, 4));
        let defaults = defaults.into_iter().zip(factories).map(|(default, factory)| match factory {
            Value::None => Filling::Value(default),
            Value::Class(class::LIST) => Filling::List,
            Value::Class(class::DICT) => Filling::Dict,
            Value::Class(class::SET) => Filling::Set,
            _ => Filling::Call,
        });
        let defaults = defaults.collect();
        let mut comparisons = Vec::new();
        for pair in items(self, 5) {
            if let [name, function] = self.sequence_items(pair).unwrap_or_default()[..] {
                comparisons.push((self.name_argument(name)?, function));
            }
        }
        let record = Record {
            // Where it does more, nothing is equal to it.
            init: if a[2] == Value::None { Value::Unbound } else { a[1] },
            names: self.field_names(a[2])?.to_vec().into(),
            defaults,
            comparisons: comparisons.into(),
            compared: self.field_names(a[6])?.to_vec().into(),
        };
        if Machine::is_python(class) {
            self.machine.class_mut(class).record = Some(record.into());
        }
        Ok(())
    }

    /// A new object of a data class; its arguments stand behind `place`.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn quick_record(&mut self, class_id: ClassId, place: usize, count: usize) -> Result<Option<Value>> {
        let class = self.machine.class(class_id);
        let Some(record) = &class.record else { return Ok(None) };
        let init = class.attributes.get(&well_known::INIT).is_some_and(|known| known.is(record.init));
        if !init || class.is_abstract || class.finalizer || class.layout != Layout::Plain {
            return Ok(None);
        }
        let record = record.clone();
        let missing = record.names.len().checked_sub(count).filter(|&missing| missing <= record.defaults.len());
        let Some(missing) = missing else { return Ok(None) };
        let fillings = &record.defaults[record.defaults.len() - missing..];
        if fillings.iter().any(|filling| matches!(filling, Filling::Call)) || !self.can_be_set(class_id, &record.names)
        {
            return Ok(None);
        }
        let mut row = Vec::with_capacity(record.names.len());
        let given = &self.stack.registers[place + 1..=place + count];
        row.extend(record.names.iter().copied().zip(given.iter().copied()));
        for (&name, filling) in record.names[count..].iter().zip(fillings) {
            let value = match filling {
                Filling::Value(value) => *value,
                Filling::Dict => self.allocate(Object::Dict(Box::default()))?,
                Filling::Set => self.allocate(Object::Set(Box::default()))?,
                Filling::List | Filling::Call => self.list(Vec::new())?,
            };
            row.push((name, value));
        }
        let attributes = Attributes::of(row);
        let instance = Instance { class: class_id, constructing: false, native: Native::None, attributes };
        self.allocate(Object::Instance(instance)).map(Some)
    }

    /// `a op b` for two objects of one data class.
    pub fn quick_record_compare(&mut self, op: CompareOperator, a: Value, b: Value) -> Option<bool> {
        let (x, class_id) = self.record_instance(a)?;
        let (y, other) = self.record_instance(b)?;
        if class_id != other || (self.concurrent && [x, y].iter().any(|&id| self.machine.space.heap.is_shared(id))) {
            return None;
        }
        let class = self.machine.class(class_id);
        let record = class.record.clone()?;
        let method = method_of(op)?;
        let function = record.comparisons.iter().find(|(name, _)| *name == method)?.1;
        let own = class.attributes.get(&method).is_some_and(|known| known.is(function));
        if !own || self.machine.find_own(class_id, well_known::CLASS).is_some() {
            return None;
        }
        let mut pairs: SmallVec<[(Value, Value); 8]> = SmallVec::new();
        for &name in &record.compared {
            pairs.push((self.quick_attribute(a, name)?, self.quick_attribute(b, name)?));
        }
        if self.concurrent && !pairs.iter().all(|&(a, b)| self.is_unchanging(a) && self.is_unchanging(b)) {
            return None;
        }
        for (a, b) in pairs {
            if a.is(b) || self.machine.equal(a, b)? {
                continue;
            }
            let Order::Known(order) =
                (if op == CompareOperator::Equal { Order::Known(None) } else { self.machine.order(a, b) })
            else {
                return None;
            };
            return Some(op.holds_for(order));
        }
        Some(op.holds_for(Some(Ordering::Equal)))
    }

    fn record_instance(&self, value: Value) -> Option<(ObjectId, ClassId)> {
        let Value::Object(id) = value else { return None };
        match self.machine.space.heap.get(id) {
            Object::Instance(instance) if self.machine.class(instance.class).record.is_some() => {
                Some((id, instance.class))
            }
            _ => None,
        }
    }

    /// Whether nobody can change what is compared.
    fn is_unchanging(&self, value: Value) -> bool {
        match value {
            Value::Object(id) => matches!(self.object(id), Object::Str(_) | Object::Bytes(_) | Object::BigInt(_)),
            Value::Class(_) | Value::Module(_) => false,
            _ => true,
        }
    }
}

/// The method that a comparison asks.
const fn method_of(op: CompareOperator) -> Option<NameId> {
    Some(match op {
        CompareOperator::Equal => well_known::EQ,
        CompareOperator::Less => well_known::LT,
        CompareOperator::LessEqual => well_known::LE,
        CompareOperator::Greater => well_known::GT,
        CompareOperator::GreaterEqual => well_known::GE,
        _ => return None,
    })
}
