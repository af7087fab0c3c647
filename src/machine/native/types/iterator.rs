//! Iterators over builtin containers, as programs call them by name; and `reversed`. How they go on is in
//! `machine/iterate.rs`.

use crate::machine::{
    language::iterate::Next,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Native, Parameter, control, required},
    },
    state::{
        class,
        frame::Then,
        object::{Iterator, Object, ViewKind},
        value::{ObjectId, Value},
    },
};
use crate::program::well_known;

const SELF: &[Parameter] = &[required("self")];

/// Methods of iterators.
pub const METHODS: &[Native] = &[
    control("__iter__", SELF, |exec, a, then| exec.deliver(then, a[0])),
    control("__next__", SELF, next).with(Access::Next),
];

/// `reversed`.
pub const FUNCTIONS: &[Native] = &[control("reversed", &[required("")], reversed).with(Access::Extent)];

fn next(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    exec.receiver(a[0], class::ITERATOR, "__next__")?;
    match exec.next_item(a[0], then)? {
        Next::Item(item) => exec.deliver(then, item),
        Next::End => Err(exec.exception(class::STOP_ITERATION, &[])),
        Next::Flow(flow) => Ok(flow),
    }
}

fn reversed(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let method = exec.machine.names.get("__reversed__").and_then(|name| exec.own_special(a[0], name));
    if let Some(method) = method {
        return exec.call_value(method, a, then);
    }
    if exec.own_special(a[0], well_known::GETITEM).is_some() {
        return Err(Raise::Python);
    }
    let iterator = exec.reversed_over(a[0])?;
    let iterator = exec.allocate(Object::Iterator(iterator))?;
    exec.deliver(then, iterator)
}

impl Exec<'_> {
    /// An iterator over a builtin container, from its end.
    ///
    /// # Errors
    /// `TypeError` when it has no order that could be turned round.
    pub fn reversed_over(&mut self, value: Value) -> Result<Iterator> {
        let backwards = self.base_value(value).object().and_then(|id| self.backwards(id));
        match backwards {
            Some(iterator) => Ok(iterator),
            None => {
                let message = format!("'{}' object is not reversible", self.class_name(value));
                Err(self.type_error(&message))
            }
        }
    }

    fn backwards(&self, id: ObjectId) -> Option<Iterator> {
        let over_dict = |of, kind| {
            let dict = self.dict_of(of);
            let (at, size) = (dict.last().map_or(0, |last| last as u32 + 1), dict.len() as u32);
            Iterator::DictReversed { of, kind, at, size }
        };
        Some(match self.object(id) {
            Object::List(items) => Iterator::Reversed { of: id, left: items.len() as u32 },
            Object::Tuple(items) => Iterator::Reversed { of: id, left: items.len() as u32 },
            Object::Bytes(bytes) => Iterator::Reversed { of: id, left: bytes.len() as u32 },
            Object::Str(text) => Iterator::Reversed { of: id, left: text.as_str().len() as u32 },
            Object::Range(range) => {
                let left = range.len();
                Iterator::Range { next: range.at(left - 1), step: range.step.wrapping_neg(), left }
            }
            Object::Dict(_) => over_dict(id, ViewKind::Keys),
            Object::DictView { dict, kind } => over_dict(*dict, *kind),
            _ => return None,
        })
    }
}
