//! Functions about what can be iterated. They do the work on builtin containers; the rest is in
//! `src/stdlib/builtins/iteration.py`.

use std::cmp::Ordering;

use crate::machine::{
    language::{iterate::Next, operator::Order},
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Native, control, keyword_only, optional, pure, reads, required, rest},
    },
    state::{frame::Then, object::Object, value::Value},
};
use crate::program::{BinaryOperator, well_known};

const EXTREME: &[crate::machine::run::native::Parameter] =
    &[rest(""), keyword_only("key", Value::None), keyword_only("default", Value::Unbound)];

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    control("iter", &[required(""), optional("", Value::Unbound)], |exec, a, then| {
        if a[1].is_bound() || exec.own_special(a[0], well_known::ITER).is_some() {
            return Err(Raise::PYTHON);
        }
        exec.iterator_into(a[0], then)
    })
    .with(Access::Iterate),
    control("next", &[required(""), optional("", Value::Unbound)], next).with(Access::Next),
    reads("all", &[required("")], |exec, a| {
        let truths = exec.truths(a[0])?;
        Ok(Value::bool(truths.into_iter().all(|truth| truth)))
    }),
    reads("any", &[required("")], |exec, a| {
        let truths = exec.truths(a[0])?;
        Ok(Value::bool(truths.into_iter().any(|truth| truth)))
    }),
    reads("sum", &[required(""), optional("start", Value::Int(0))], sum),
    reads("min", EXTREME, |exec, a| extreme(exec, a, Ordering::Less)),
    reads("max", EXTREME, |exec, a| extreme(exec, a, Ordering::Greater)),
    pure("sorted", &[required(""), keyword_only("key", Value::None), keyword_only("reverse", Value::FALSE)], |_, _| {
        Err(Raise::PYTHON)
    }),
    pure("vm_is_iterable", &[required("value")], |exec, a| Ok(Value::bool(exec.is_iterable(a[0])))),
    pure("vm_is_iterator", &[required("value")], |exec, a| Ok(Value::bool(exec.is_iterator(a[0])))),
];

fn next(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let builtin = matches!(a[0].object().map(|id| exec.object(id)), Some(Object::Iterator(_)));
    if a[1].is_bound() && !builtin && exec.is_iterator(a[0]) {
        // The end comes as an exception, which the library turns into the default.
        return Err(Raise::PYTHON);
    }
    match exec.next_item(a[0], then)? {
        Next::Item(item) => exec.deliver(then, item),
        Next::End if a[1].is_bound() => exec.deliver(then, a[1]),
        Next::End => Err(exec.exception(crate::machine::state::class::STOP_ITERATION, &[])),
        Next::Flow(flow) => Ok(flow),
    }
}

fn sum(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let text =
        matches!(exec.base_value(a[1]).object().map(|id| exec.object(id)), Some(Object::Str(_) | Object::Bytes(_)));
    if text || exec.number(a[1]).is_none() {
        return Err(Raise::PYTHON);
    }
    let mut total = a[1];
    let items = exec.collect(a[0])?;
    exec.work(items.len());
    for item in items {
        total = match (total, item) {
            (Value::Int(x), Value::Int(y)) if x.checked_add(y).is_some() => Value::Int(x + y),
            (Value::Float(x), Value::Float(y)) => Value::float(x.number() + y.number()),
            _ => exec.binary_value(BinaryOperator::Add, total, item)?,
        };
    }
    Ok(total)
}

/// The item that comes before (or behind) all others, the first of equal ones.
fn extreme(exec: &mut Exec<'_>, a: &[Value], wanted: Ordering) -> Result<Value> {
    let arguments = exec.sequence_items(a[0]).unwrap_or_default();
    if a[1] != Value::None || a[2].is_bound() {
        return Err(Raise::PYTHON);
    }
    let items = match arguments[..] {
        [] => return Err(Raise::PYTHON),
        [iterable] => exec.collect(iterable)?,
        _ => arguments,
    };
    let Some((&first, rest)) = items.split_first() else { return Err(Raise::PYTHON) };
    let mut best = first;
    exec.work(rest.len());
    for &item in rest {
        match exec.machine.order(item, best) {
            Order::Known(order) => {
                if order == Some(wanted) {
                    best = item;
                }
            }
            // The library compares, and finds what is to blame.
            _ => return Err(Raise::PYTHON),
        }
    }
    Ok(best)
}

impl Exec<'_> {
    fn truths(&mut self, iterable: Value) -> Result<Vec<bool>> {
        let items = self.collect(iterable)?;
        items.into_iter().map(|item| self.machine.truth(item).ok_or(Raise::PYTHON)).collect()
    }

    fn is_iterable(&mut self, value: Value) -> bool {
        let own = [well_known::ITER, well_known::GETITEM];
        own.into_iter().any(|name| self.own_special(value, name).is_some())
            || self.is_iterator(value)
            || self.iterator_over(self.base_value(value)).is_ok()
    }

    fn is_iterator(&self, value: Value) -> bool {
        match value.object() {
            Some(id) if matches!(self.object(id), Object::Iterator(_)) || self.is_generator(id) => true,
            _ => self.own_special(value, well_known::NEXT).is_some(),
        }
    }
}
