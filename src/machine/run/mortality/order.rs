//! In which order objects come to their end together: as CPython frees them, by counting down what refers to each.

use indexmap::IndexMap;

use super::reach::Reach;
use crate::machine::{
    Machine,
    run::exec::Exec,
    state::{
        object::Object,
        value::{ObjectId, Value},
    },
};

/// What nobody can reach, with how many references from others of it lead to each.
struct Outside {
    first: usize,
    /// One more than the number of references; 0 for what can be reached.
    counts: Vec<u32>,
}

impl Outside {
    fn of(machine: &Machine, reach: &Reach) -> Self {
        let heap = &machine.space.heap;
        let mut outside = Self { first: heap.constants(), counts: vec![0; heap.used()] };
        machine
            .all_objects()
            .filter(|&id| !reach.has(id))
            .for_each(|id| outside.counts[id.index() - outside.first] = 1);
        for id in machine.all_objects().filter(|&id| !reach.has(id)) {
            heap.peek(id).references(&mut |value| {
                if let Some(count) = outside.count(value)
                    && *count > 0
                {
                    *count += 1;
                }
            });
        }
        outside
    }

    fn count(&mut self, value: Value) -> Option<&mut u32> {
        let at = value.object()?.index().checked_sub(self.first)?;
        self.counts.get_mut(at)
    }

    /// Frees the object, if nothing refers to it, and what then is referred to by nothing; notes in which order.
    fn free(&mut self, machine: &Machine, id: ObjectId, freed: &mut Vec<ObjectId>) {
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            let Some(count) = self.count(Value::Object(id)) else { continue };
            if *count != 1 {
                continue;
            }
            *count = 0;
            freed.push(id);
            let object = machine.space.heap.peek(id);
            let mut next = Vec::new();
            object.references(&mut |value| {
                if let Some(count) = self.count(value)
                    && *count > 1
                {
                    *count -= 1;
                    next.extend(value.object());
                }
            });
            // Lists and tuples are emptied from their ends; whatever is pushed last comes first.
            if !is_emptied_backwards(object) {
                next.reverse();
            }
            waiting.extend(next);
        }
    }
}

fn is_emptied_backwards(object: &Object) -> bool {
    matches!(object, Object::List(_) | Object::Tuple(_))
}

impl Exec<'_> {
    /// The known objects that have come to their end, the first first. What a circle holds is kept, unless that is to go, too.
    pub fn ended(
        &mut self,
        reach: &Reach,
        back: &[ObjectId],
        lists: &IndexMap<ObjectId, ObjectId, rustc_hash::FxBuildHasher>,
    ) -> Vec<ObjectId> {
        let machine = &*self.machine;
        let Some(mortals) = &machine.space.mortals else { return Vec::new() };
        let unreached: Vec<ObjectId> =
            mortals.known.iter().map(|mortal| mortal.object).filter(|&id| !reach.has(id)).collect();
        if unreached.is_empty() {
            if let Some(mortals) = &mut self.machine.space.mortals {
                mortals.collecting &= !mortals.waiting.is_empty();
            }
            return Vec::new();
        }
        let mut outside = Outside::of(machine, reach);
        let mut freed = Vec::new();
        // What the last call held goes in the order of its variables.
        let from = self.free_base().min(self.stack.registers.len());
        let dropped = self.stack.registers[from..].iter().filter_map(|value| value.object());
        let others = in_the_order_of_lists(machine.all_objects().filter(|&id| !reach.has(id)).collect(), lists);
        for id in dropped.chain(back.iter().copied()).chain(others) {
            outside.free(machine, id, &mut freed);
        }
        freed.retain(|id| unreached.contains(id));
        let circles: Vec<ObjectId> = unreached.iter().copied().filter(|id| !freed.contains(id)).collect();
        let Some(mortals) = &mut self.machine.space.mortals else { return freed };
        if mortals.collecting {
            freed.extend(circles);
        } else if !circles.is_empty() {
            mortals.kept.extend(circles);
            mortals.witness.about = usize::MAX;
        }
        freed
    }
}

/// Objects that the same list held go from its end to its beginning.
fn in_the_order_of_lists(
    mut ids: Vec<ObjectId>,
    lists: &IndexMap<ObjectId, ObjectId, rustc_hash::FxBuildHasher>,
) -> Vec<ObjectId> {
    let known: Vec<usize> = (0..ids.len()).filter(|&at| lists.contains_key(&ids[at])).collect();
    let mut backwards: Vec<ObjectId> = known.iter().map(|&at| ids[at]).collect();
    // The witness has them in the order of the list.
    backwards.sort_by_key(|id| std::cmp::Reverse(lists.get_index_of(id)));
    known.iter().zip(backwards).for_each(|(&at, id)| ids[at] = id);
    ids
}

impl Machine {
    /// How many objects that can hold others a collection of circles would free.
    pub fn circles_outside(&self, reach: &Reach) -> usize {
        let mut outside = Outside::of(self, reach);
        let mut freed = Vec::new();
        self.all_objects().for_each(|id| outside.free(self, id, &mut freed));
        self.all_objects().filter(|&id| outside.count(Value::Object(id)).is_some_and(|count| *count > 0)).count()
    }

    /// From when on CPython's collector knows an object: a dict, from when it first holds another one that it knows.
    fn age(&self, id: ObjectId) -> (ObjectId, bool) {
        let Object::Dict(dict) = self.space.heap.peek(id) else { return (id, false) };
        let plain =
            |id: &ObjectId| matches!(self.space.heap.peek(*id), Object::Str(_) | Object::Bytes(_) | Object::BigInt(_));
        let first = dict.peek().iter().find_map(|(_, value)| value.object().filter(|id| !plain(id)));
        first.filter(|&first| first > id).map_or((id, false), |first| (first, true))
    }

    /// All objects in the order in which CPython's collector has them after it has gone through what the program's variables
    /// lead to: by age, but what it comes by before it knows that it is held goes behind.
    pub fn in_order_of_collection(&self) -> Vec<ObjectId> {
        let heap = &self.space.heap;
        let first = heap.constants();
        let mut held = vec![false; heap.used()];
        let mut passed = vec![false; heap.used()];
        let at = |id: ObjectId| id.index().checked_sub(first);
        for value in self.space.globals.iter() {
            if let Some(at) = value.object().and_then(at) {
                held[at] = true;
            }
        }
        let mut row: Vec<ObjectId> = self.all_objects().collect();
        row.sort_by_key(|&id| self.age(id));
        let mut ordered = Vec::new();
        let mut next = 0;
        while let Some(&id) = row.get(next) {
            next += 1;
            let Some(place) = at(id) else { continue };
            if !held[place] {
                passed[place] = true;
                continue;
            }
            ordered.push(id);
            let mut found = Vec::new();
            heap.peek(id).references(&mut |value| found.extend(value.object()));
            if is_emptied_backwards(heap.peek(id)) {
                found.reverse();
            }
            for id in found {
                if let Some(place) = at(id).filter(|&place| !held[place]) {
                    held[place] = true;
                    if passed[place] {
                        row.push(id);
                    }
                }
            }
        }
        // What only classes and circles hold.
        ordered.extend(row.into_iter().filter(|&id| at(id).is_some_and(|place| !held[place])));
        ordered
    }
}
