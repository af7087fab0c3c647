//! `exec`, `eval` and `compile`, and what the library does them with (`stdlib/_made.py`).

use std::sync::Arc;

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{
            Access, Keywords, Native, Parameter, control, keyword_only, keyword_rest, optional, pure, required, rest,
        },
        statics::Dynamic,
    },
    state::{
        effort,
        frame::Then,
        object::{Attributes, Function, Object},
        value::Value,
    },
};
use crate::program::{
    CodeId, GlobalId,
    made::{Mode, Wanted},
    tree::{Extent, Row},
};

const TEXT_AND_SPACES: &[Parameter] = &[required(""), optional("", Value::None), optional("", Value::None)];

/// What programs call.
pub const FUNCTIONS: &[Native] = &[
    control(
        "exec",
        &[required(""), optional("", Value::None), optional("", Value::None), keyword_only("closure", Value::None)],
        |exec, a, then| run(exec, |dynamic| dynamic.exec, a, then),
    )
    .with(Access::Locals),
    control("eval", TEXT_AND_SPACES, |exec, a, then| run(exec, |dynamic| dynamic.eval, a, then)).with(Access::Locals),
    control("compile", &[rest(""), keyword_rest("")], |exec, a, then| {
        let function = dynamic(exec)?.compile;
        exec.call_library(function, a, then)
    }),
    pure("vm_compile", &[required("text"), required("file"), required("mode"), required("as_text")], compile),
    pure(
        "vm_bind_code",
        &[required("function"), required("globals"), required("locals"), optional("closure", Value::None)],
        |exec, a| exec.bind_code(a[0], a[1], a[2], a[3]),
    ),
    pure("vm_builtins", &[], builtins),
    pure("vm_parse", &[required("text"), required("file"), required("mode")], parse),
];

fn dynamic<'m>(exec: &mut Exec<'m>) -> Result<&'m Dynamic> {
    let statics = exec.statics;
    match &statics.dynamic {
        Some(dynamic) => Ok(dynamic),
        None => {
            Err(exec.runtime_error("raddle runs text only in a program whose own text names exec, eval or compile"))
        }
    }
}

/// Runs text in the namespaces that are given, else in those of whoever calls.
fn run(exec: &mut Exec<'_>, which: fn(&Dynamic) -> GlobalId, a: &[Value], then: Then) -> Result<Flow> {
    let function = which(dynamic(exec)?);
    let around = exec.running_globals().unwrap_or_else(|| exec.machine.module_space());
    let inside = if a[1] == Value::None { exec.locals()?.unwrap_or(around) } else { Value::None };
    let mut arguments = vec![a[0], a[1], a[2], around, inside];
    arguments.extend(a.get(3));
    exec.call_library(function, &arguments, then)
}

/// A function of the outermost code of a text; it has to take namespaces along before it can be called.
fn compile(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let text = |value| exec.text_of(value).map(Arc::from).unwrap_or_default();
    let (text, file, mode): (Arc<str>, Arc<str>, Arc<str>) = (text(a[0]), text(a[1]), text(a[2]));
    let Some(mode) = Mode::named(&mode) else {
        return Err(exec.value_error("compile() mode must be 'exec', 'eval' or 'single'"));
    };
    let wanted = Wanted { text, file, mode, annotations_as_text: a[3] == Value::TRUE };
    let code = match exec.program.made_of(&wanted) {
        Some(known) => known,
        None => compile_anew(exec, &wanted)?,
    };
    let function =
        Function { code, defaults: Box::default(), cells: Box::default(), attributes: Attributes::default() };
    exec.allocate(Object::Function(Box::new(function)))
}

/// A text takes so many instructions at least, and so many for each byte.
const LEAST: usize = 200;
const BYTE: usize = 16;

fn compile_anew(exec: &mut Exec<'_>, wanted: &Wanted) -> Result<CodeId> {
    exec.work_at_once(LEAST + wanted.text.len() * BYTE)?;
    exec.machine.space.heap.hold(LEAST * effort::BYTES + wanted.text.len() * BYTE)?;
    let names = exec.machine.names_mut();
    match (exec.program.compile)(wanted, exec.program, names) {
        Ok(unit) => {
            let (program, code) = exec.program.with_unit(unit);
            exec.machine.common_mut().program = Arc::new(program);
            exec.renew_program();
            Ok(code)
        }
        Err(fault) => Err(exec.fault(&fault, &wanted.file)?),
    }
}

/// The tree of a text for the module `ast`: a tuple of rows, which `_grow` there makes nodes of.
fn parse(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let text = |value| exec.text_of(value).map(str::to_owned).unwrap_or_default();
    let (text, file, mode) = (text(a[0]), text(a[1]), text(a[2]));
    let Some(mode) = Mode::named(&mode) else {
        return Err(exec.value_error("compile() mode must be 'exec', 'eval' or 'single'"));
    };
    exec.work_at_once(LEAST + text.len() * BYTE)?;
    match (exec.program.parse)(&text, &file, mode) {
        Ok(rows) => {
            let rows = rows.iter().map(|row| row_of_tree(exec, row)).collect::<Result<Vec<Value>>>()?;
            exec.tuple(&rows)
        }
        Err(fault) => Err(exec.fault(&fault, &file)?),
    }
}

fn row_of_tree(exec: &mut Exec<'_>, row: &Row) -> Result<Value> {
    let count = |count: usize| Value::Int(count as i64);
    let number = |number: u32| Value::Int(i64::from(number));
    let row = match row {
        Row::Constant(constant) => vec![exec.literal(constant)?],
        Row::Imaginary => vec![Value::TRUE, count(1)],
        Row::List(items) => vec![Value::None, count(*items)],
        Row::Node(kind, fields, extent) => {
            let mut row = vec![exec.string(kind)?, count(*fields)];
            if let Some(Extent { start, end }) = extent {
                row.extend([start.0, start.1, end.0, end.1].map(number));
            }
            row
        }
    };
    exec.tuple(&row)
}

/// A dict of all builtins.
fn builtins(exec: &mut Exec<'_>, _: &[Value]) -> Result<Value> {
    let natives = exec.statics.builtins.iter().map(|(&name, &value)| (name.to_owned(), value));
    let mut all: Vec<(String, Value)> = natives.collect();
    for &(name, global) in &exec.program.modules[0].variables {
        all.push((exec.name(name).to_string(), exec.machine.space.globals.get(global)));
    }
    all.retain(|(name, value)| !name.starts_with("vm_") && value.is_bound());
    all.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let mut entries = Keywords::new();
    for (name, value) in all {
        entries.push((exec.intern(&name)?, value));
    }
    exec.keyword_dict(&entries)
}
