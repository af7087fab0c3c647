//! Instructions on objects that only the running thread can come by, or while no other one is alive: nothing has to be named
//! for those, and nothing can go wrong in their most frequent cases, which are here. `None` and `false` mean that the
//! instruction has to go the long way.
//!
//! What is asked of an object is asked by a look ([`Heap::peek`](crate::machine::state::heap::Heap::peek)): what nobody else can
//! come by is nobody else's business.

use std::cmp::Ordering;

use crate::machine::{
    language::{hash::text_hash, iterate::LONGEST_LOOP},
    run::exec::Exec,
    state::{
        lookups::OnClass,
        object::Object,
        value::{ObjectId, Progress, Value},
    },
};
use crate::program::{CompareOperator, NameId};

/// What looking at longer texts takes is counted where they are looked at the long way.
const SHORT: usize = 256;

/// What looking a text up in a dict comes to.
pub(super) enum Entry {
    /// It is there, at this place.
    At(usize),
    /// It is not there.
    Missing,
    /// A class of the program may have a say, or the key is none that is looked up quickly.
    Unsure,
}

impl Exec<'_> {
    /// Whether others could notice what is done to the object.
    #[inline]
    fn can_be_noticed(&self, id: ObjectId) -> bool {
        self.concurrent && self.machine.space.heap.is_shared(id)
    }

    /// `object.name`, where the object has it of its own and its class has no say.
    #[inline]
    pub fn attribute_at_once(&self, object: Value, name: NameId) -> Option<Value> {
        let Value::Object(id) = object else { return None };
        let space = &self.machine.space;
        let Object::Instance(instance) = space.heap.peek(id) else { return None };
        let finding = space.lookups.get(instance.class, name)?;
        if matches!(finding.on_class, OnClass::Getter(_) | OnClass::Other) || instance.is_thread_local() {
            return None;
        }
        if self.concurrent && (self.statics.descriptors || space.heap.is_shared(id)) {
            return None;
        }
        instance.attributes.get(name)
    }

    /// `object.name` = `value`, where the object has the attribute; returns whether that was so.
    #[inline]
    pub fn set_attribute_at_once(&mut self, object: Value, name: NameId, value: Value) -> bool {
        let Value::Object(id) = object else { return false };
        if self.concurrent && self.statics.descriptors {
            return false;
        }
        let space = &mut self.machine.space;
        match space.heap.peek(id) {
            Object::Instance(instance)
                if !instance.is_thread_local()
                    && space.lookups.get(instance.class, name).is_some_and(|finding| finding.settable) => {}
            _ => return false,
        }
        match space.heap.private_mut(id) {
            Some(Object::Instance(instance)) => instance.attributes.replace(name, value),
            _ => false,
        }
    }

    /// What a cell holds, if it holds anything.
    #[inline]
    pub fn cell_at_once(&self, cell: Value) -> Option<Value> {
        let Value::Object(id) = cell else { return None };
        match self.machine.space.heap.peek(id) {
            Object::Cell(value) if value.is_bound() && !self.can_be_noticed(id) => Some(*value),
            _ => None,
        }
    }

    /// The content of a cell = `value`; returns whether nobody else can come by the cell.
    #[inline]
    pub fn set_cell_at_once(&mut self, cell: Value, value: Value) -> bool {
        let Value::Object(id) = cell else { return false };
        match self.machine.space.heap.private_mut(id) {
            Some(Object::Cell(content)) => {
                *content = value;
                true
            }
            _ => false,
        }
    }

    /// `object[index]`, for an item of a list or tuple that is there, or the value that a dict has for a text.
    #[inline]
    pub fn item_at_once(&self, object: Value, index: Value) -> Option<Value> {
        let Value::Object(id) = object else { return None };
        let object = self.machine.space.heap.peek(id);
        match (object, index) {
            (Object::List(items), Value::Int(at)) if !self.can_be_noticed(id) => item(items.peek(), at),
            (Object::Tuple(items), Value::Int(at)) => item(items, at),
            (Object::Dict(_), Value::Object(_)) if !self.can_be_noticed(id) => {
                let (Entry::At(at), Object::Dict(dict)) = (self.text_entry(id, index), object) else { return None };
                Some(dict.peek().value(at))
            }
            _ => None,
        }
    }

    /// `object[index]` = `value`, for an item of a list, or an entry of a dict, that is there; returns whether that was so.
    #[inline]
    pub fn set_item_at_once(&mut self, object: Value, index: Value, value: Value) -> bool {
        let Value::Object(id) = object else { return false };
        if let Value::Int(at) = index {
            let Some(Object::List(items)) = self.machine.space.heap.private_mut(id) else { return false };
            let slot = usize::try_from(at).ok().and_then(|at| items.get_mut(at));
            return slot.map(|slot| *slot = value).is_some();
        }
        if !matches!(self.machine.space.heap.peek(id), Object::Dict(_)) {
            return false;
        }
        let Entry::At(at) = self.text_entry(id, index) else { return false };
        match self.machine.space.heap.private_mut(id) {
            Some(Object::Dict(dict)) => {
                dict.replace(at, value);
                true
            }
            _ => false,
        }
    }

    /// The entry that a dict has for a text.
    #[inline]
    pub(super) fn text_entry(&self, dict: ObjectId, key: Value) -> Entry {
        let Value::Object(key_id) = key else { return Entry::Unsure };
        let heap = &self.machine.space.heap;
        let (Object::Dict(dict), Object::Str(text)) = (heap.peek(dict), heap.peek(key_id)) else {
            return Entry::Unsure;
        };
        let text = text.as_str();
        if text.len() > SHORT {
            return Entry::Unsure;
        }
        let mut unsure = false;
        let at = dict.peek().find(text_hash(text), |known| match known.object() {
            Some(known) if known == key_id => true,
            known => match known.map(|known| heap.peek(known)) {
                Some(Object::Str(known)) => known.as_str() == text,
                _ => {
                    unsure = true;
                    false
                }
            },
        });
        match at {
            _ if unsure => Entry::Unsure,
            Some(at) => Entry::At(at),
            None => Entry::Missing,
        }
    }

    /// `a op b` for two short texts, or a text and a dict.
    #[inline]
    pub fn compare_at_once(&self, op: CompareOperator, a: Value, b: Value) -> Option<bool> {
        let (Value::Object(first), Value::Object(second)) = (a, b) else { return None };
        if matches!(op, CompareOperator::In | CompareOperator::NotIn) {
            if self.can_be_noticed(second) {
                return None;
            }
            let there = match self.text_entry(second, a) {
                Entry::At(_) => true,
                Entry::Missing => false,
                Entry::Unsure => return None,
            };
            return Some(there == (op == CompareOperator::In));
        }
        let heap = &self.machine.space.heap;
        let (Object::Str(first), Object::Str(second)) = (heap.peek(first), heap.peek(second)) else { return None };
        let (first, second) = (first.as_str(), second.as_str());
        if first.len().min(second.len()) > SHORT {
            return None;
        }
        Some(match op {
            CompareOperator::Equal => first == second,
            CompareOperator::NotEqual => first != second,
            CompareOperator::Less => first.cmp(second) == Ordering::Less,
            CompareOperator::LessEqual => first.cmp(second) != Ordering::Greater,
            CompareOperator::Greater => first.cmp(second) == Ordering::Greater,
            CompareOperator::GreaterEqual => first.cmp(second) != Ordering::Less,
            _ => return None,
        })
    }

    /// The next item of what a loop goes over, while there is one and nobody else has a say in it.
    #[inline]
    pub fn next_at_once(&self, progress: Progress) -> Option<Value> {
        let (over, at) = (progress.over(), progress.at());
        let heap = &self.machine.space.heap;
        match heap.peek(over) {
            Object::Range(range) if at < LONGEST_LOOP => range.get(at).map(Value::Int),
            Object::List(items) if !self.can_be_noticed(over) => items.peek().get(at as usize).copied(),
            Object::Tuple(items) => items.get(at as usize).copied(),
            _ => None,
        }
    }
}

/// The item at a position, from the end if that is negative.
#[inline]
fn item(items: &[Value], at: i64) -> Option<Value> {
    let at = if at < 0 { at + items.len() as i64 } else { at };
    items.get(usize::try_from(at).ok()?).copied()
}
