//! The functions that everything needs.

use crate::machine::{
    Printing,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Native, control, keyword_only, reads, required, rest},
    },
    state::{class, frame::Then, object::Object, value::Value},
};
use crate::program::well_known;

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
    )
    .with(Access::Print),
    reads("len", &[required("")], len).with(Access::Extent),
];

fn print(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let is_plain = |value: Value| value == Value::None || exec.text_of(value).is_some();
    let is_elsewhere = arguments[3] != Value::None || exec.stream_of_the_program().is_some();
    if !is_plain(arguments[1]) || !is_plain(arguments[2]) || is_elsewhere {
        return Err(Raise::PYTHON);
    }
    let sep = exec.text_of(arguments[1]).unwrap_or(" ").to_owned();
    let end = exec.text_of(arguments[2]).unwrap_or("\n").to_owned();
    let values = exec.sequence_items(arguments[0]).unwrap_or_default();
    let texts: Option<Vec<String>> = values.iter().map(|&value| exec.machine.str(value)).collect();
    let Some(texts) = texts else { return Err(Raise::PYTHON) };
    let mut text = texts.join(&sep);
    if exec.machine.rules().printing == Printing::Torn && !text.is_empty() && !end.is_empty() {
        exec.print(&text, false)?;
        let end = exec.string(&end)?;
        return exec.call_library(exec.statics.library.end_line, &[end], then);
    }
    text += &end;
    exec.print(&text, false)?;
    exec.deliver(then, Value::None)
}

fn len(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    if let Value::Object(id) = arguments[0] {
        // What is most often asked: no class of the program has a say in these.
        match exec.object(id) {
            Object::Str(text) => return Ok(Value::Int(text.len() as i64)),
            Object::List(items) => return Ok(Value::Int(items.len() as i64)),
            Object::Tuple(items) => return Ok(Value::Int(items.len() as i64)),
            Object::Dict(dict) => return Ok(Value::Int(dict.len() as i64)),
            _ => {}
        }
    }
    if exec.own_special(arguments[0], well_known::LEN).is_some() {
        return Err(Raise::PYTHON);
    }
    if let Some(length) = exec.length(arguments[0]) {
        return Ok(length);
    }
    match exec.base_value(arguments[0]).object().map(|id| exec.object(id)) {
        Some(Object::LongRange(_)) => {
            Err(exec.error(class::OVERFLOW_ERROR, "Python int too large to convert to C ssize_t"))
        }
        _ => Err(Raise::PYTHON),
    }
}
