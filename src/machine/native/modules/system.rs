//! `sys`: the program's output and the exception that is being handled. The rest is in `src/stdlib/sys.py`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Access, Native, control, pure, required},
    },
    state::{frame::Then, value::Value},
};

/// Functions for the library.
pub const FUNCTIONS: &[Native] = &[
    control("vm_write", &[required("text"), required("error")], write).with(Access::Print),
    pure("vm_recursion_limit", &[required("limit")], |exec, a| {
        let limit = usize::try_from(exec.index_value(a[0])?).unwrap_or(usize::MAX);
        exec.machine.space.recursion_limit = limit.min(crate::machine::MOST_FRAMES);
        Ok(Value::Int(exec.stack.frames.len() as i64))
    }),
    pure("vm_most_digits", &[required("most")], |exec, a| {
        if a[0] != Value::None {
            let most = usize::try_from(exec.index_value(a[0])?).unwrap_or(0);
            exec.machine.space.most_digits = if most == 0 { usize::MAX } else { most };
        }
        let most = exec.machine.space.most_digits;
        Ok(Value::Int(if most == usize::MAX { 0 } else { most as i64 }))
    }),
    pure("vm_handled", &[], |exec, _| Ok(exec.handled().map_or(Value::None, Value::Object))),
    pure("vm_input", &[], |exec, _| {
        let text = std::sync::Arc::clone(&exec.program.input);
        exec.string(&text)
    }),
    pure("vm_stream", &[], |exec, _| Ok(exec.stream_of_the_program().unwrap_or(Value::None))),
    pure("vm_script", &[], |exec, _| {
        let name = exec.program.modules[exec.machine.space.module.index()].source.name().to_owned();
        exec.string(&name)
    }),
];

impl Exec<'_> {
    /// The stream that the program has put into `sys.stdout`; none while that is the standard output.
    pub fn stream_of_the_program(&self) -> Option<Value> {
        let [now, own] = self.statics.stdout?.map(|variable| self.machine.space.globals.get(variable));
        (now != own && now != Value::Unbound).then_some(now)
    }
}

/// Writes as it is, to the standard output or for errors.
fn write(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let text = exec.text_of(a[0]).unwrap_or_default().to_owned();
    exec.print(&text, exec.flag(a[1]))?;
    exec.deliver(then, Value::None)
}
