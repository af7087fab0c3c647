//! Methods and attributes of generators. How they run is in `machine/generator.rs`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Native, Parameter, control, optional, pure, required},
    },
    state::{
        class,
        frame::Then,
        object::{Generator, GeneratorState, Object},
        place::Deed,
        value::{ObjectId, Value},
    },
};
use crate::program::Instruction;

const SELF: &[Parameter] = &[required("self")];
const RESUMES: Access = Access::Generator(Deed::Write);
const LOOKS: Access = Access::Generator(Deed::Read);

/// Methods of generators.
pub const METHODS: &[Native] = &[
    control("send", &[required("self"), required("")], |exec, a, then| {
        let id = exec.receiver(a[0], class::GENERATOR, "send")?;
        exec.resume_generator(id, a[1], then)
    })
    .with(RESUMES),
    control("throw", &[required("self"), required(""), optional("", Value::None), optional("", Value::None)], throw)
        .with(RESUMES),
    control("close", SELF, close).with(RESUMES),
    control("__next__", SELF, |exec, a, then| {
        let id = exec.receiver(a[0], class::GENERATOR, "__next__")?;
        exec.resume_generator(id, Value::None, then)
    })
    .with(RESUMES),
    control("__iter__", SELF, |exec, a, then| exec.deliver(then, a[0])),
];

/// `gi_running`.
pub const RUNNING: Native = pure("gi_running", SELF, |exec, a| {
    state_of(exec, a[0], |_, generator| Value::Bool(generator.state == GeneratorState::Running))
})
.with(LOOKS);

/// `gi_suspended`: it has begun, and waits.
pub const SUSPENDED: Native = pure("gi_suspended", SELF, |exec, a| {
    state_of(exec, a[0], |_, generator| {
        let waits = matches!(&generator.state, GeneratorState::Suspended(frame) if frame.receives.is_some());
        Value::Bool(waits)
    })
})
.with(LOOKS);

/// `gi_yieldfrom`: the iterator that it delegates to.
pub const YIELD_FROM: Native = pure("gi_yieldfrom", SELF, |exec, a| {
    state_of(exec, a[0], |exec, generator| {
        let GeneratorState::Suspended(frame) = &generator.state else { return Value::None };
        let code = exec.code(generator.code);
        match frame.at.index().checked_sub(1).map(|at| code.instructions[at]) {
            Some(Instruction::YieldDelegated { base }) => frame.registers[base.index()],
            _ => Value::None,
        }
    })
})
.with(LOOKS);

fn state_of(exec: &mut Exec<'_>, value: Value, look: fn(&Exec<'_>, &Generator) -> Value) -> Result<Value> {
    let id = exec.receiver(value, class::GENERATOR, "gi_running")?;
    match exec.object(id) {
        Object::Generator(generator) => Ok(look(exec, generator)),
        other => unreachable!("{other:?} is no generator"),
    }
}

/// `throw(exception)`, or `throw(class, value, traceback)` as it was written once: the library makes the exception then.
fn throw(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let id = exec.receiver(a[0], class::GENERATOR, "throw")?;
    if a[2] != Value::None {
        return Err(Raise::Python);
    }
    let exception = match exec.as_exception(a[1]) {
        Ok(exception) => Value::Object(exception),
        Err(Raise::Exception(_)) => {
            let class = exec.class_name(a[1]);
            let message = format!("exceptions must be classes or instances deriving from BaseException, not {class}");
            return Err(exec.type_error(&message));
        }
        Err(other) => return Err(other),
    };
    exec.throw_into(id, exception, then)
}

/// A generator that has not begun ends at once; another one is told by the library, and may object.
fn close(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let id = exec.receiver(a[0], class::GENERATOR, "close")?;
    if begun(exec, id) {
        return Err(Raise::Python);
    }
    if let Object::Generator(generator) = exec.machine.space.heap.get_mut(id) {
        generator.state = GeneratorState::Finished;
    }
    exec.report_generator_ended(id, None);
    exec.deliver(then, Value::None)
}

fn begun(exec: &Exec<'_>, id: ObjectId) -> bool {
    match exec.object(id) {
        Object::Generator(generator) => match &generator.state {
            GeneratorState::Suspended(frame) => frame.receives.is_some(),
            GeneratorState::Running => true,
            GeneratorState::Finished => false,
        },
        _ => false,
    }
}
