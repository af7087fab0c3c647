//! `list` and its methods. How a list is sorted is in `sort`; items and slices are in `machine/item.rs`.

use std::cmp::Ordering;

use crate::machine::{
    language::operator::Order,
    native::types::{plain_keys, sort},
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Access, Native, Parameter, keyword_only, optional, pure, reads, required, writes},
    },
    state::{class, effort, value::Value},
};
use crate::program::BinaryOperator;

const SELF: &[Parameter] = &[required("self")];
const WITH_ITEM: &[Parameter] = &[required("self"), required("")];
const LARGEST: Value = Value::Int(i64::MAX);

/// `list(iterable)`.
pub const CONSTRUCTOR: Native = reads("list", &[optional("", Value::Unbound)], |exec, a| {
    let items = if a[0].is_bound() { exec.collect(a[0])? } else { Vec::new() };
    exec.list(items)
})
.with(Access::Items);

/// Methods of `list`.
pub const METHODS: &[Native] = &[
    writes("__init__", &[required("self"), optional("", Value::Unbound)], initialize),
    writes("append", WITH_ITEM, append).with(Access::Append),
    writes("extend", WITH_ITEM, extend),
    writes("__iadd__", WITH_ITEM, |exec, a| extend(exec, a).map(|_| a[0])),
    writes("__imul__", WITH_ITEM, |exec, a| {
        let id = exec.receiver(a[0], class::LIST, "__imul__")?;
        exec.size_argument(a[1])?;
        let product = exec.builtin_binary(BinaryOperator::Multiply, Value::Object(id), a[1], false)?;
        *exec.list_mut(id) = exec.sequence_items(product).unwrap_or_default();
        Ok(a[0])
    }),
    writes("insert", &[required("self"), required(""), required("")], insert),
    writes("remove", WITH_ITEM, remove),
    writes("pop", &[required("self"), optional("", Value::Int(-1))], pop),
    writes("clear", SELF, |exec, a| {
        let id = exec.receiver(a[0], class::LIST, "clear")?;
        exec.list_mut(id).clear();
        Ok(Value::None)
    }),
    reads("index", &[required("self"), required(""), optional("", Value::Int(0)), optional("", LARGEST)], index),
    reads("count", WITH_ITEM, |exec, a| {
        let id = exec.receiver(a[0], class::LIST, "count")?;
        exec.occurrences(exec.items_of(id), a[1])
    }),
    writes("sort", &[required("self"), keyword_only("key", Value::None), keyword_only("reverse", Value::FALSE)], sort),
    writes("reverse", SELF, |exec, a| {
        let id = exec.receiver(a[0], class::LIST, "reverse")?;
        exec.list_mut(id).reverse();
        Ok(Value::None)
    }),
    reads("copy", SELF, |exec, a| {
        let id = exec.receiver(a[0], class::LIST, "copy")?;
        let items = exec.items_of(id).to_vec();
        exec.list(items)
    })
    .with(Access::Items),
];

/// For the library: sorting calls the program, which finds the list empty meanwhile, as in CPython.
pub const FUNCTIONS: &[Native] = &[
    writes("vm_list_take", &[required("")], |exec, a| {
        let id = exec.receiver(a[0], class::LIST, "sort")?;
        let items = std::mem::take(exec.list_mut(id));
        exec.list(items)
    }),
    writes("vm_list_put_back", &[required(""), required("items")], put_back),
    pure("vm_sort_by", &[required("items"), required("keys"), required("reverse")], |exec, a| {
        let [items, keys] = [0, 1].map(|at| exec.sequence_items(a[at]).unwrap_or_default());
        let mut pairs: Vec<(Value, Value)> = keys.into_iter().zip(items).collect();
        exec.sort_pairs(&mut pairs, exec.flag(a[2]))?;
        let items = pairs.into_iter().map(|(_, item)| item).collect();
        exec.list(items)
    }),
];

fn initialize(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "__init__")?;
    let items = if a[1].is_bound() { exec.collect(a[1])? } else { Vec::new() };
    exec.machine.space.heap.charge(items.len() * size_of::<Value>())?;
    exec.publish_into(id, &items);
    *exec.list_mut(id) = items;
    Ok(Value::None)
}

fn append(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "append")?;
    exec.machine.space.heap.charge(size_of::<Value>())?;
    exec.publish_into(id, &a[1..]);
    exec.list_mut(id).push(a[1]);
    Ok(Value::None)
}

fn extend(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "extend")?;
    exec.extend_list(id, a[1]).map(|()| Value::None)
}

fn insert(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "insert")?;
    exec.size_argument(a[1])?;
    let at = exec.bounded(a[1], exec.items_of(id).len())?;
    exec.machine.space.heap.charge(size_of::<Value>())?;
    exec.publish_into(id, &a[2..]);
    exec.list_mut(id).insert(at, a[2]);
    Ok(Value::None)
}

fn remove(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "remove")?;
    match exec.place_of(exec.items_of(id), a[1], (0, usize::MAX))? {
        Some(at) => {
            exec.list_mut(id).remove(at);
            Ok(Value::None)
        }
        None => Err(exec.value_error("list.remove(x): x not in list")),
    }
}

fn pop(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "pop")?;
    let length = exec.items_of(id).len();
    let at = exec.size_argument(a[1])?;
    if length == 0 {
        return Err(exec.error(class::INDEX_ERROR, "pop from empty list"));
    }
    let at = if at < 0 { at + length as i64 } else { at };
    match usize::try_from(at) {
        Ok(at) if at < length => {
            exec.work((length - at) / effort::ITEMS);
            Ok(exec.list_mut(id).remove(at))
        }
        _ => Err(exec.error(class::INDEX_ERROR, "pop index out of range")),
    }
}

fn index(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "index")?;
    let length = exec.items_of(id).len();
    let bounds = (exec.bounded(a[2], length)?, exec.bounded(a[3], length)?);
    match exec.place_of(exec.items_of(id), a[1], bounds)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => {
            let message = format!("{} is not in list", exec.repr_of(a[1])?);
            Err(exec.value_error(&message))
        }
    }
}

fn sort(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "sort")?;
    if a[1] != Value::None {
        return Err(Raise::PYTHON);
    }
    let mut pairs: Vec<(Value, Value)> = exec.items_of(id).iter().map(|&item| (item, item)).collect();
    let sorted = exec.sort_pairs(&mut pairs, exec.flag(a[2]));
    if sorted != Err(Raise::PYTHON) {
        *exec.list_mut(id) = pairs.into_iter().map(|(_, item)| item).collect();
    }
    sorted.map(|()| Value::None)
}

/// Whatever the program put into the list meanwhile is lost; returns whether there was nothing.
fn put_back(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let id = exec.receiver(a[0], class::LIST, "sort")?;
    let items = exec.sequence_items(a[1]).unwrap_or_default();
    exec.publish_into(id, &items);
    let meanwhile = std::mem::replace(exec.list_mut(id), items);
    Ok(Value::bool(meanwhile.is_empty()))
}

impl Exec<'_> {
    /// Sorts pairs of a key and an item by the keys, stably.
    ///
    /// # Errors
    /// `TypeError` when two keys have no order; [`Raise::PYTHON`] when only the program can compare them.
    fn sort_pairs(&mut self, pairs: &mut [(Value, Value)], reverse: bool) -> Result<()> {
        let mut blamed = None;
        // About as many comparisons as it takes at most.
        let comparisons = pairs.len() * (pairs.len().checked_ilog2().unwrap_or(0) as usize + 1);
        // Several are made in the time of one instruction.
        self.work_at_once(comparisons / 8)?;
        self.work(comparisons - comparisons / 8);
        let machine = &*self.machine;
        let keys: Vec<Value> = pairs.iter().map(|pair| pair.0).collect();
        if let Some(order) = plain_keys::order(&machine.space.heap, &keys, reverse) {
            let before = pairs.to_vec();
            pairs.iter_mut().zip(order).for_each(|(pair, from)| *pair = before[from as usize]);
            return Ok(());
        }
        let less = |a: &(Value, Value), b: &(Value, Value)| match machine.order(a.0, b.0) {
            Order::Known(order) => Ok(order == Some(Ordering::Less)),
            Order::Subset(subset, superset) => Ok(subset && !superset),
            Order::Python => Err(()),
            Order::None(a, b) => {
                blamed = Some((a, b));
                Err(())
            }
        };
        match (sort::sort(pairs, reverse, less), blamed) {
            (Ok(()), _) => Ok(()),
            (Err(()), Some((a, b))) => Err(self.not_ordered("<", a, b)),
            (Err(()), None) => Err(Raise::PYTHON),
        }
    }
}
