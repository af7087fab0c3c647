//! What looking at a value, an element, or all of a container touches.

use crate::{
    machine::{
        language::hash::plain_key,
        run::exec::Exec,
        state::{
            object::{Iterator, Native, Object},
            place::{Footprint, Place},
            value::{ObjectId, Value},
        },
    },
    program::well_known,
};

/// The hash of a key, as the key's place has it.
pub(super) const fn folded(hash: i64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}

/// Containers nested deeper than this are left to the library, which looks at each level by itself.
const DEEPEST: u32 = 100;

impl Exec<'_> {
    /// Whether other threads can reach the container and change it.
    #[inline]
    pub(super) fn is_watched(&self, id: ObjectId) -> bool {
        self.machine.space.heap.is_shared(id) && !self.machine.space.heap.is_frozen(id)
    }

    /// What classes of the program say about their objects can be changed, and so can which class it is.
    pub(super) fn touch_class_of(&self, value: Value, out: &mut Footprint) {
        if let Value::Object(id) = value
            && matches!(self.object(id), Object::Instance(_))
            && self.program_names(well_known::CLASS)
            && !self.is_hidden()
            && self.machine.space.heap.is_shared(id)
        {
            out.read(Place::ClassOf(id));
        }
    }

    /// The container that a value is or shows: not what it iterates over.
    pub(super) fn container_of(&self, value: Value) -> Option<ObjectId> {
        let id = value.object()?;
        match self.object(id) {
            Object::List(_) | Object::Dict(_) | Object::Set(_) | Object::ByteArray(_) => Some(id),
            Object::DictView { dict, .. } => Some(*dict),
            Object::Instance(instance) => match instance.native {
                Native::Value(inner) => self.container_of(inner),
                _ => None,
            },
            _ => None,
        }
    }

    /// Everything that is directly in a value, as far as it is a container that can change; an iterator is used up.
    pub(super) fn touch_all_items(&self, value: Value, out: &mut Footprint) {
        self.touch_class_of(value, out);
        self.touch_special(value, well_known::ITER, out);
        if let Some(id) = self.container_of(value) {
            if self.is_watched(id) {
                out.read(Place::Content(id));
            }
            return;
        }
        if let Value::Object(id) = value
            && let Object::Iterator(iterator) = self.object(id)
        {
            if self.machine.space.heap.is_shared(id) {
                out.write(Place::Iterator(id));
            }
            self.touch_all_items(iterator.container(), out);
        }
    }

    /// How many items there are.
    pub(super) fn touch_extent(&self, value: Value, out: &mut Footprint) {
        self.touch_class_of(value, out);
        if let Some(id) = self.container_of(value).filter(|&id| self.is_watched(id)) {
            out.read(Place::Extent(id));
        }
    }

    /// Whether it counts as true.
    pub(super) fn touch_truth(&self, value: Value, out: &mut Footprint) {
        self.touch_extent(value, out);
        self.touch_special(value, well_known::BOOL, out);
        self.touch_special(value, well_known::LEN, out);
    }

    /// Whether others can change whether it counts as true.
    pub fn is_truth_watched(&self, value: Value) -> bool {
        let mut footprint = Footprint::default();
        self.touch_extent(value, &mut footprint);
        !footprint.is_empty()
    }

    /// Everything in a value, and in what is in it: comparing, hashing and writing it down look at that.
    pub(super) fn touch_deeply(&self, value: Value, out: &mut Footprint) {
        if value.object().is_some() {
            self.touch_within(value, DEEPEST, &mut Vec::new(), out);
        }
    }

    fn touch_within(&self, value: Value, depth: u32, seen: &mut Vec<ObjectId>, out: &mut Footprint) {
        let (Value::Object(id), Some(deeper)) = (value, depth.checked_sub(1)) else { return };
        if matches!(self.object(id), Object::Str(_) | Object::BigInt(_) | Object::Bytes(_) | Object::Function(_)) {
            return;
        }
        if let Object::Tuple(items) = self.object(id) {
            let flat = items.iter().all(|item| item.object().is_none());
            if !flat && !seen.contains(&id) {
                seen.push(id);
                items.iter().for_each(|&item| self.touch_within(item, deeper, seen, out));
            }
            return;
        }
        self.touch_all_items(value, out);
        let Some(id) = self.container_of(value).filter(|id| !seen.contains(id)) else { return };
        seen.push(id);
        self.machine.space.heap.peek(id).references(&mut |inner| self.touch_within(inner, deeper, seen, out));
    }

    /// `object[index]`
    pub(super) fn touch_item(&self, object: Value, index: Value, out: &mut Footprint) {
        self.touch_class_of(object, out);
        self.touch_special(object, well_known::GETITEM, out);
        let Some(id) = self.container_of(object) else { return };
        if self.own_special(object, well_known::GETITEM).is_none() && self.is_watched(id) {
            self.touch_one(id, index, out, Footprint::read);
        }
        self.touch_deeply(index, out);
    }

    /// `object[index] = …`
    pub(super) fn touch_set_item(&self, object: Value, index: Value, out: &mut Footprint) {
        self.touch_class_of(object, out);
        self.touch_special(object, well_known::SETITEM, out);
        let Some(id) = self.container_of(object) else { return };
        if self.own_special(object, well_known::SETITEM).is_none() && self.is_watched(id) {
            self.touch_one(id, index, out, Footprint::write);
        }
        self.touch_deeply(index, out);
    }

    /// `del object[index]`
    pub(super) fn touch_delete_item(&self, object: Value, index: Value, out: &mut Footprint) {
        self.touch_class_of(object, out);
        self.touch_special(object, well_known::DELITEM, out);
        let Some(id) = self.container_of(object) else { return };
        if self.own_special(object, well_known::DELITEM).is_some() || !self.is_watched(id) {
            return;
        }
        match self.key_of(id, index) {
            Some((key, true)) if matches!(self.object(id), Object::Dict(_)) => {
                out.write(Place::Item(id, key));
                out.write(Place::Extent(id));
            }
            _ => out.write(Place::Content(id)),
        }
        self.touch_deeply(index, out);
    }

    /// What takes the place of a slice is gone over.
    pub(super) fn touch_spliced(&self, index: Value, value: Value, out: &mut Footprint) {
        if matches!(index.object().map(|id| self.object(id)), Some(Object::Slice(_))) {
            self.touch_all_items(value, out);
        }
    }

    /// `item in container`
    pub(super) fn touch_membership(&self, item: Value, container: Value, out: &mut Footprint) {
        self.touch_special(container, well_known::CONTAINS, out);
        let keyed = self.container_of(container).filter(|&id| matches!(self.object(id), Object::Dict(_)));
        let key = keyed.and_then(|id| Some((id, self.key_of(id, item)?.0)));
        match key {
            Some((id, key)) if self.is_watched(id) => out.read(Place::Item(id, key)),
            Some(_) => {}
            None => {
                self.touch_deeply(container, out);
                self.touch_deeply(item, out);
            }
        }
    }

    /// One element or entry, as far as it is known which; an entry that comes new changes how many there are.
    pub(super) fn touch_one(&self, id: ObjectId, index: Value, out: &mut Footprint, touch: fn(&mut Footprint, Place)) {
        let dict = matches!(self.object(id), Object::Dict(_));
        match self.key_of(id, index) {
            Some((key, there)) => {
                touch(out, Place::Item(id, key));
                if !there {
                    let extent = if dict { touch } else { Footprint::read };
                    extent(out, Place::Extent(id));
                }
            }
            None => touch(out, Place::Content(id)),
        }
    }

    /// Which element or entry an index means, and whether it is there whatever others append.
    fn key_of(&self, id: ObjectId, index: Value) -> Option<(u32, bool)> {
        match (self.machine.space.heap.peek(id), self.base_value(index)) {
            (Object::List(items), Value::Int(at)) => {
                let length = items.peek().len() as i64;
                let place = if at < 0 { at + length } else { at };
                Some((place as u32, (0..length).contains(&at)))
            }
            (Object::ByteArray(bytes), Value::Int(at)) => {
                let length = bytes.peek().len() as i64;
                let place = if at < 0 { at + length } else { at };
                Some((place as u32, (0..length).contains(&at)))
            }
            (Object::Dict(dict), _) => {
                let key = plain_key(self.machine, index)?;
                let there = dict.peek().find(key, |known| plain_key(self.machine, known) == Some(key)).is_some();
                Some((folded(key), there))
            }
            _ => None,
        }
    }

    /// What the next item of a builtin iterator is taken from.
    pub(super) fn touch_ahead(&self, iterator: &Iterator, out: &mut Footprint) {
        let Some(id) = self.container_of(iterator.container()).filter(|&id| self.is_watched(id)) else { return };
        match (iterator, self.machine.space.heap.peek(id)) {
            (Iterator::Sequence { at, .. }, Object::List(items)) => {
                let there = (*at as usize) < items.peek().len();
                out.read(if there { Place::Item(id, *at) } else { Place::Extent(id) });
            }
            (Iterator::Sequence { at, .. }, Object::ByteArray(bytes)) => {
                let there = (*at as usize) < bytes.peek().len();
                out.read(if there { Place::Item(id, *at) } else { Place::Extent(id) });
            }
            _ => out.read(Place::Content(id)),
        }
    }

    /// `iter(value)`: of a dict or set how many there are is noted.
    pub(super) fn touch_iterated(&self, value: Value, out: &mut Footprint) {
        self.touch_special(value, well_known::ITER, out);
        let id =
            self.container_of(value).filter(|&id| !matches!(self.object(id), Object::List(_) | Object::ByteArray(_)));
        if let Some(id) = id.filter(|&id| self.is_watched(id)) {
            out.read(Place::Extent(id));
        }
    }
}
