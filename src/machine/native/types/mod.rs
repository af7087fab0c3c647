//! Methods of the builtin types, one file a type; here is what they share.
//!
//! A method that changes a container which several threads can reach is one visible step, and so is one that looks:
//! the rows say which (`writes`, `reads`, `writes`). What is put into such a container is published. Tests:
//! `tests/programs/containers/`.

pub mod callable;
pub mod dict;
pub mod float;
pub mod generator;
pub mod int;
pub mod iterator;
pub mod keyed;
pub mod list;
pub mod number;
mod plain_keys;
pub mod protocol;
pub mod range;
pub mod set;
pub mod slice;
mod sort;
pub mod text;
pub mod tuple;
pub mod view;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Raise, Result},
    },
    state::{
        dict::Dict,
        object::Object,
        set::Set,
        value::{ClassId, ObjectId, Value},
    },
};

impl Exec<'_> {
    /// The object of a builtin type, perhaps of a subclass of it, that a method is called on.
    ///
    /// # Errors
    /// `TypeError` when it is none.
    pub fn receiver(&mut self, value: Value, class: ClassId, method: &str) -> Result<ObjectId> {
        let of = self.class_of(value);
        match self.held(value) {
            Some(id) if self.machine.class(of).is_subclass(class) => Ok(id),
            _ => {
                let (wanted, given) = (self.machine.class(class).name.clone(), self.class_name(value));
                let message =
                    format!("descriptor '{method}' for '{wanted}' objects doesn't apply to a '{given}' object");
                Err(self.type_error(&message))
            }
        }
    }

    /// The items of a list or tuple.
    fn items_of(&self, id: ObjectId) -> &[Value] {
        match self.object(id) {
            Object::List(items) => items,
            Object::Tuple(items) => items,
            other => unreachable!("{other:?} has no items"),
        }
    }

    fn list_mut(&mut self, id: ObjectId) -> &mut Vec<Value> {
        match self.machine.space.heap.get_mut(id) {
            Object::List(items) => items,
            other => unreachable!("{other:?} is no list"),
        }
    }

    fn dict_of(&self, id: ObjectId) -> &Dict {
        match self.object(id) {
            Object::Dict(dict) => dict,
            other => unreachable!("{other:?} is no dict"),
        }
    }

    fn dict_mut(&mut self, id: ObjectId) -> &mut Dict {
        match self.machine.space.heap.get_mut(id) {
            Object::Dict(dict) => dict,
            other => unreachable!("{other:?} is no dict"),
        }
    }

    fn set_at(&self, id: ObjectId) -> &Set {
        match self.object(id) {
            Object::Set(set) | Object::FrozenSet(set) => set,
            other => unreachable!("{other:?} is no set"),
        }
    }

    fn set_mut(&mut self, id: ObjectId) -> &mut Set {
        match self.machine.space.heap.get_mut(id) {
            Object::Set(set) => set,
            other => unreachable!("{other:?} is no set"),
        }
    }

    /// What is in a container that several threads can reach, they can reach too.
    pub fn publish_into(&mut self, container: ObjectId, values: &[Value]) {
        if self.machine.space.heap.is_shared(container) {
            values.iter().for_each(|&value| self.machine.space.heap.publish(value));
        }
    }

    /// Whether the two are the same or equal.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when only the program can compare them.
    fn same(&self, a: Value, b: Value) -> Result<bool> {
        if a.is(b) { Ok(true) } else { self.machine.equal(a, b).ok_or(Raise::PYTHON) }
    }

    /// The position of the first item from `start` to before `end` that is the value.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when only the program can compare them.
    fn place_of(&self, items: &[Value], value: Value, bounds: (usize, usize)) -> Result<Option<usize>> {
        let mut compared = 0;
        let mut found = Ok(None);
        for (at, &item) in items.iter().enumerate().take(bounds.1).skip(bounds.0) {
            compared += 1;
            match self.same(item, value) {
                Ok(false) => {}
                Ok(true) => found = Ok(Some(at)),
                Err(raise) => found = Err(raise),
            }
            if found != Ok(None) {
                break;
            }
        }
        self.work(compared);
        found
    }

    /// How many of the items are the value.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when only the program can compare them.
    fn occurrences(&self, items: &[Value], value: Value) -> Result<Value> {
        let mut count = 0;
        self.work(items.len());
        for &item in items {
            count += i64::from(self.same(item, value)?);
        }
        Ok(Value::Int(count))
    }

    /// A position that is given to a method: a negative one counts from the end; all are brought into the sequence.
    ///
    /// # Errors
    /// `TypeError` when it is no integer.
    fn bounded(&mut self, position: Value, length: usize) -> Result<usize> {
        let length = length as i64;
        let big = self.number(position);
        let at = match (self.index_value(position), big) {
            (Err(raise), Some(crate::machine::language::number::Number::Big(big)))
                if raise.as_exception().is_some() =>
            {
                if big.sign() == num_bigint::Sign::Minus {
                    0
                } else {
                    length
                }
            }
            (at, _) => at?,
        };
        let at = if at < 0 { at + length } else { at };
        Ok(at.clamp(0, length) as usize)
    }

    /// `repr(value)`.
    ///
    /// # Errors
    /// [`Raise::PYTHON`] when a class of the program decides.
    fn repr_of(&self, value: Value) -> Result<String> {
        self.machine.repr(value).ok_or(Raise::PYTHON)
    }
}
