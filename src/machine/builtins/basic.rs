//! The functions that everything needs.

use super::super::{
    exec::Exec,
    flow::{Flow, Raise, Result},
    frame::Then,
    native::{Native, control, keyword_only, reads, required, rest},
    object::{Object, Range},
    value::Value,
};
use crate::event::{Action, Target, Verb};

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    control(
        "print",
        &[
            rest("args"),
            keyword_only("sep", Value::None),
            keyword_only("end", Value::None),
            keyword_only("file", Value::None),
            keyword_only("flush", Value::None),
        ],
        print,
    ),
    reads("len", &[required("")], len),
];

fn print(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let sep = exec.text_of(arguments[1]).unwrap_or(" ").to_owned();
    let end = exec.text_of(arguments[2]).unwrap_or("\n").to_owned();
    let values = exec.sequence_items(arguments[0]).unwrap_or_default();
    let texts: Option<Vec<String>> = values.iter().map(|&value| exec.machine.str(value)).collect();
    let Some(texts) = texts else { return Err(Raise::Python) };
    if exec.must_announce() {
        return Ok(Flow::Ask(Action { verb: Verb::Print, target: Target::None }));
    }
    let text = texts.join(&sep) + &end;
    exec.print(&text, false)?;
    exec.deliver(then, Value::None)
}

fn len(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let value = exec.base_value(arguments[0]);
    let length = match value.object().map(|id| exec.object(id)) {
        Some(Object::Str(text)) => text.len(),
        Some(Object::List(items)) => items.len(),
        Some(Object::Tuple(items)) => items.len(),
        Some(Object::Dict(dict)) => dict.len(),
        Some(Object::Set(set) | Object::FrozenSet(set)) => set.len(),
        Some(Object::Range(range)) => return Ok(Value::Int(range.len())),
        _ => return Err(Raise::Python),
    };
    Ok(Value::Int(length as i64))
}

/// `range(stop)`, `range(start, stop, step)`.
pub const RANGE: Native = reads("range", &[rest("arguments")], |exec, a| {
    let arguments = exec.sequence_items(a[0]).unwrap_or_default();
    let mut numbers = Vec::new();
    for &argument in &arguments {
        numbers.push(exec.index_value(argument)?);
    }
    let (start, stop, step) = match numbers[..] {
        [stop] => (0, stop, 1),
        [start, stop] => (start, stop, 1),
        [start, stop, step] => (start, stop, step),
        _ => return Err(exec.type_error("range expected 1 to 3 arguments")),
    };
    if step == 0 {
        return Err(exec.value_error("range() arg 3 must not be zero"));
    }
    exec.allocate(Object::Range(Box::new(Range { start, stop, step })))
});
