//! `set` and `frozenset` and their methods. The table is in `machine/set.rs`, the operators in `machine/collection.rs`.

use crate::machine::{
    language::collection::{Origin, Others},
    run::{
        exec::Exec,
        flow::Result,
        native::{Native, Parameter, optional, reads, required, rest, writes},
    },
    state::{
        class,
        object::Object,
        set::Set,
        value::{ObjectId, Value},
    },
};
use crate::program::{BinaryOperator, well_known};

const SELF: &[Parameter] = &[required("self")];
const WITH_ITEM: &[Parameter] = &[required("self"), required("")];
const WITH_OTHERS: &[Parameter] = &[required("self"), rest("")];
const ITERABLE: &[Parameter] = &[optional("", Value::Unbound)];

/// `set(iterable)`.
pub const CONSTRUCTOR: Native = reads("set", ITERABLE, |exec, a| {
    let set = collected(exec, a[0])?;
    exec.allocate(Object::Set(Box::new(set.into())))
});

/// `frozenset(iterable)`.
pub const FROZEN_CONSTRUCTOR: Native = reads("frozenset", ITERABLE, |exec, a| {
    if let Value::Object(id) = a[0]
        && matches!(exec.object(id), Object::FrozenSet(_))
    {
        return Ok(a[0]);
    }
    let set = collected(exec, a[0])?;
    exec.allocate(Object::FrozenSet(Box::new(set.into())))
});

/// Methods of `set` that change it.
pub const METHODS: &[Native] = &[
    writes("__init__", &[required("self"), optional("", Value::Unbound)], |exec, a| {
        let id = exec.receiver(a[0], class::SET, "__init__")?;
        let set = collected(exec, a[1])?;
        replace(exec, id, set)
    }),
    writes("add", WITH_ITEM, |exec, a| {
        let id = exec.receiver(a[0], class::SET, "add")?;
        exec.publish_into(id, &a[1..]);
        exec.add_to_set(id, a[1]).map(|_| Value::None)
    }),
    writes("remove", WITH_ITEM, |exec, a| match discard(exec, a, "remove")? {
        true => Ok(Value::None),
        false => Err(exec.exception(class::KEY_ERROR, &a[1..2])),
    }),
    writes("discard", WITH_ITEM, |exec, a| discard(exec, a, "discard").map(|_| Value::None)),
    writes("pop", SELF, pop),
    writes("clear", SELF, |exec, a| {
        let id = exec.receiver(a[0], class::SET, "clear")?;
        exec.set_mut(id).clear();
        Ok(Value::None)
    }),
    writes("update", WITH_OTHERS, |exec, a| change(exec, a, "update", BinaryOperator::Or)),
    writes("intersection_update", WITH_OTHERS, |exec, a| {
        let (id, set) = combination(exec, a, "intersection_update", BinaryOperator::And)?;
        replace(exec, id, set)
    }),
    writes("difference_update", WITH_OTHERS, |exec, a| change(exec, a, "difference_update", BinaryOperator::Subtract)),
    writes("symmetric_difference_update", WITH_ITEM, |exec, a| {
        let id = exec.receiver(a[0], class::SET, "symmetric_difference_update")?;
        let other = collected(exec, a[1])?;
        let set = exec.set_at(id).clone();
        let set = exec.exchanged(set, &Others::table(&other))?;
        replace(exec, id, set)
    }),
    writes("__ior__", WITH_ITEM, |exec, a| in_place(exec, a, BinaryOperator::Or)),
    writes("__iand__", WITH_ITEM, |exec, a| in_place(exec, a, BinaryOperator::And)),
    writes("__isub__", WITH_ITEM, |exec, a| in_place(exec, a, BinaryOperator::Subtract)),
    writes("__ixor__", WITH_ITEM, |exec, a| in_place(exec, a, BinaryOperator::Xor)),
    reads("union", WITH_OTHERS, |exec, a| combine(exec, a, "union", BinaryOperator::Or)),
    reads("intersection", WITH_OTHERS, |exec, a| combine(exec, a, "intersection", BinaryOperator::And)),
    reads("difference", WITH_OTHERS, |exec, a| combine(exec, a, "difference", BinaryOperator::Subtract)),
    reads("symmetric_difference", WITH_ITEM, symmetric_difference),
    reads("isdisjoint", WITH_ITEM, is_disjoint),
    reads("issubset", WITH_ITEM, is_subset),
    reads("issuperset", WITH_ITEM, is_superset),
    reads("copy", SELF, copy),
];

/// Methods of `frozenset`: those of `set` that only look.
pub const FROZEN_METHODS: &[Native] = &[
    reads("union", WITH_OTHERS, |exec, a| combine(exec, a, "union", BinaryOperator::Or)),
    reads("intersection", WITH_OTHERS, |exec, a| combine(exec, a, "intersection", BinaryOperator::And)),
    reads("difference", WITH_OTHERS, |exec, a| combine(exec, a, "difference", BinaryOperator::Subtract)),
    reads("symmetric_difference", WITH_ITEM, symmetric_difference),
    reads("isdisjoint", WITH_ITEM, is_disjoint),
    reads("issubset", WITH_ITEM, is_subset),
    reads("issuperset", WITH_ITEM, is_superset),
    reads("copy", SELF, copy),
];

/// For the library, which makes a set of what only the program can compare, and then freezes it.
pub const FUNCTIONS: &[Native] = &[reads("vm_freeze_set", &[required("")], |exec, a| {
    let id = exec.receiver(a[0], class::SET, "copy")?;
    let set = exec.set_at(id).clone();
    exec.allocate(Object::FrozenSet(Box::new(set.into())))
})];

/// A set of what the iterable gives; empty without one.
fn collected(exec: &mut Exec<'_>, iterable: Value) -> Result<Set> {
    if !iterable.is_bound() {
        return Ok(Set::default());
    }
    if let Some(id) = either(exec, iterable) {
        return Ok(exec.set_at(id).copied());
    }
    let others = exec.others(iterable)?;
    exec.united(Set::default(), &others)
}

impl Exec<'_> {
    /// What an iterable gives, for a set.
    ///
    /// # Errors
    /// `TypeError` for what cannot be iterated over or hashed; [`crate::machine::run::flow::Raise::PYTHON`] when only the
    /// program can.
    pub fn others(&mut self, iterable: Value) -> Result<Others> {
        if let Some(id) = either(self, iterable) {
            return Ok(Others::table(self.set_at(id)));
        }
        let own = self.own_special(iterable, well_known::ITER).is_some();
        let object = self.base_value(iterable).object().map(|id| self.object(id));
        if let (Some(Object::Dict(dict)), false) = (object, own) {
            // Its keys have their hashes already.
            let members: Vec<(i64, Value)> = dict.hashed().map(|(hash, key, _)| (hash, key)).collect();
            self.work(members.len());
            return Ok(Others { members, from: Origin::Dict });
        }
        let items = self.collect(iterable)?;
        self.machine.space.heap.reserve(items.len() * 4 * size_of::<Value>())?;
        let hashed = items.into_iter().map(|item| Ok((self.hash(item)?, item)));
        let members = hashed.collect::<Result<_>>()?;
        Ok(Others { members, from: Origin::Items })
    }

    /// A set is looked for as the frozen set that it equals.
    ///
    /// # Errors
    /// When the memory limit is reached.
    pub fn as_member(&mut self, item: Value) -> Result<Value> {
        if self.machine.has_own(item, well_known::HASH) {
            return Ok(item);
        }
        match self.base_value(item).object().map(|id| self.object(id)) {
            Some(Object::Set(set)) => {
                let frozen = Object::FrozenSet(set.clone());
                self.allocate(frozen)
            }
            _ => Ok(item),
        }
    }

    /// Adds everything that the iterable gives to a set.
    ///
    /// # Errors
    /// As [`Self::others`].
    pub fn add_all(&mut self, id: ObjectId, iterable: Value) -> Result<()> {
        let others = self.others(iterable)?;
        let set = self.set_at(id).clone();
        let set = self.united(set, &others)?;
        replace(self, id, set).map(|_| ())
    }
}

/// The set or frozen set that a value is.
fn either(exec: &Exec<'_>, value: Value) -> Option<ObjectId> {
    let Value::Object(id) = exec.base_value(value) else { return None };
    let own = exec.own_special(value, well_known::ITER).is_some();
    (!own && matches!(exec.object(id), Object::Set(_) | Object::FrozenSet(_))).then_some(id)
}

/// The set or frozen set that a method is called on.
fn receiver(exec: &mut Exec<'_>, value: Value, method: &str) -> Result<ObjectId> {
    let of = exec.class_of(value);
    let frozen = exec.machine.class(of).is_subclass(class::FROZENSET);
    exec.receiver(value, if frozen { class::FROZENSET } else { class::SET }, method)
}

/// A set is made to hold these members.
fn replace(exec: &mut Exec<'_>, id: ObjectId, set: Set) -> Result<Value> {
    exec.machine.space.heap.charge(set.bytes())?;
    exec.publish_into(id, &set.iter().collect::<Vec<_>>());
    *exec.set_mut(id) = set;
    Ok(Value::None)
}

fn discard(exec: &mut Exec<'_>, a: &[Value], method: &str) -> Result<bool> {
    let id = exec.receiver(a[0], class::SET, method)?;
    let item = exec.as_member(a[1])?;
    let hash = exec.hash(item)?;
    let found = exec.find_in_set(exec.set_at(id), hash, item)?;
    if let Some(at) = found {
        exec.set_mut(id).remove(at);
    }
    Ok(found.is_some())
}

fn pop(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::SET, "pop")?;
    match exec.set_mut(id).pop() {
        Some(member) => Ok(member),
        None => Err(exec.error(class::KEY_ERROR, "pop from an empty set")),
    }
}

/// The members combined with those of each other argument in turn.
fn combination(exec: &mut Exec<'_>, a: &[Value], method: &str, op: BinaryOperator) -> Result<(ObjectId, Set)> {
    let id = receiver(exec, a[0], method)?;
    let mut set = exec.set_at(id).copied();
    for other in exec.sequence_items(a[1]).unwrap_or_default() {
        if op == BinaryOperator::And && either(exec, other) == Some(id) {
            continue;
        }
        let others = exec.others(other)?;
        set = combined_with(exec, op, set, &others)?;
    }
    Ok((id, set))
}

fn combined_with(exec: &mut Exec<'_>, op: BinaryOperator, set: Set, others: &Others) -> Result<Set> {
    match (op, others.from) {
        (BinaryOperator::Or, _) => exec.united(set, others),
        (BinaryOperator::And, Origin::Dict | Origin::Items) => exec.chosen(others, &set, true),
        (BinaryOperator::Subtract, Origin::Items) => exec.without(set, others),
        _ => {
            let other = exec.united(Set::default(), others)?;
            Ok(exec.combined(op, &set, &other)?.unwrap_or_default())
        }
    }
}

/// Takes the members of each other argument into the set, or out of it.
fn change(exec: &mut Exec<'_>, a: &[Value], method: &str, op: BinaryOperator) -> Result<Value> {
    let id = exec.receiver(a[0], class::SET, method)?;
    let mut set = exec.set_at(id).clone();
    for other in exec.sequence_items(a[1]).unwrap_or_default() {
        if op == BinaryOperator::Or && either(exec, other) == Some(id) {
            continue;
        }
        let others = exec.others(other)?;
        set = if op == BinaryOperator::Or { exec.united(set, &others)? } else { exec.without(set, &others)? };
    }
    replace(exec, id, set)
}

/// `set op= other` as a method.
fn in_place(exec: &mut Exec<'_>, a: &[Value], op: BinaryOperator) -> Result<Value> {
    let id = exec.receiver(a[0], class::SET, "__ior__")?;
    let Some(other) = either(exec, a[1]) else { return Ok(Value::NotImplemented) };
    let (x, y) = (exec.set_at(id).clone(), exec.set_at(other).clone());
    let set = exec.combined(op, &x, &y)?.unwrap_or_default();
    replace(exec, id, set)?;
    Ok(a[0])
}

fn combine(exec: &mut Exec<'_>, a: &[Value], method: &str, op: BinaryOperator) -> Result<Value> {
    let (id, set) = combination(exec, a, method, op)?;
    like(exec, id, set)
}

/// A new set, frozen if the other one is.
fn like(exec: &mut Exec<'_>, id: ObjectId, set: Set) -> Result<Value> {
    let frozen = matches!(exec.object(id), Object::FrozenSet(_));
    let set = Box::new(set.into());
    exec.allocate(if frozen { Object::FrozenSet(set) } else { Object::Set(set) })
}

fn symmetric_difference(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = receiver(exec, a[0], "symmetric_difference")?;
    let other = collected(exec, a[1])?;
    let set = exec.combined(BinaryOperator::Xor, &exec.set_at(id).clone(), &other)?;
    like(exec, id, set.unwrap_or_default())
}

fn copy(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = receiver(exec, a[0], "copy")?;
    if matches!(exec.object(id), Object::FrozenSet(_)) {
        return Ok(Value::Object(id));
    }
    let set = exec.set_at(id).copied();
    like(exec, id, set)
}

fn is_disjoint(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = receiver(exec, a[0], "isdisjoint")?;
    let known = either(exec, a[1]).map(|other| Others::table(exec.set_at(other)).members);
    let items = match &known {
        Some(members) => members.iter().map(|&(_, member)| member).collect(),
        None => exec.collect(a[1])?,
    };
    exec.work(items.len());
    // One after the other: behind one that is in both, nobody looks.
    for (at, item) in items.into_iter().enumerate() {
        let hash = match &known {
            Some(members) => members[at].0,
            None => exec.hash(item)?,
        };
        if exec.find_in_set(exec.set_at(id), hash, item)?.is_some() {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn is_subset(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = receiver(exec, a[0], "issubset")?;
    let other = collected(exec, a[1])?;
    let rest = exec.combined(BinaryOperator::Subtract, &exec.set_at(id).clone(), &other)?;
    Ok(Value::bool(rest.is_none_or(|set| set.is_empty())))
}

fn is_superset(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = receiver(exec, a[0], "issuperset")?;
    let other = collected(exec, a[1])?;
    let rest = exec.combined(BinaryOperator::Subtract, &other, &exec.set_at(id).clone())?;
    Ok(Value::bool(rest.is_none_or(|set| set.is_empty())))
}
