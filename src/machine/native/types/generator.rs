//! Methods and attributes of generators, coroutines and asynchronous generators. How they run is in `machine/generator.rs`.

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
use crate::program::{Instruction, Resumable};

const SELF: &[Parameter] = &[required("self")];
const THROWN: &[Parameter] = &[required("self"), required(""), optional("", Value::None), optional("", Value::None)];
const RESUMES: Access = Access::Generator(Deed::Write);
const LOOKS: Access = Access::Generator(Deed::Read);

/// Methods of generators.
pub const METHODS: &[Native] = &[
    control("send", &[required("self"), required("")], |exec, a, then| {
        let id = exec.receiver(a[0], class::GENERATOR, "send")?;
        exec.resume_generator(id, a[1], then)
    })
    .with(RESUMES),
    control("throw", THROWN, |exec, a, then| {
        let id = exec.receiver(a[0], class::GENERATOR, "throw")?;
        throw(exec, id, a, then)
    })
    .with(RESUMES),
    control("close", SELF, |exec, a, then| {
        let id = exec.receiver(a[0], class::GENERATOR, "close")?;
        close(exec, id, then)
    })
    .with(RESUMES),
    control("__next__", SELF, |exec, a, then| {
        let id = exec.receiver(a[0], class::GENERATOR, "__next__")?;
        exec.resume_generator(id, Value::None, then)
    })
    .with(RESUMES),
    control("__iter__", SELF, |exec, a, then| exec.deliver(then, a[0])),
];

/// Methods of coroutines. They are no iterators: what iterates is what `__await__` gives.
pub const OF_COROUTINE: &[Native] = &[
    control("send", &[required("self"), required("")], |exec, a, then| {
        let id = exec.receiver(a[0], class::COROUTINE, "send")?;
        exec.resume_generator(id, a[1], then)
    })
    .with(RESUMES),
    control("throw", THROWN, |exec, a, then| {
        let id = exec.receiver(a[0], class::COROUTINE, "throw")?;
        throw(exec, id, a, then)
    })
    .with(RESUMES),
    control("close", SELF, |exec, a, then| {
        let id = exec.receiver(a[0], class::COROUTINE, "close")?;
        close(exec, id, then)
    })
    .with(RESUMES),
    control("__await__", SELF, |exec, a, _| {
        exec.receiver(a[0], class::COROUTINE, "__await__")?;
        Err(Raise::PYTHON)
    }),
];

/// Methods of asynchronous generators: what they give is awaited, and is the library's.
pub const OF_ASYNC_GENERATOR: &[Native] = &[
    control("__aiter__", SELF, |exec, a, then| exec.deliver(then, a[0])),
    control("__anext__", SELF, asynchronous),
    control("asend", &[required("self"), required("")], asynchronous),
    control("athrow", THROWN, asynchronous),
    control("aclose", SELF, asynchronous),
];

fn asynchronous(exec: &mut Exec<'_>, a: &[Value], _: Then) -> Result<Flow> {
    exec.receiver(a[0], class::ASYNC_GENERATOR, "__anext__")?;
    Err(Raise::PYTHON)
}

/// What the library asks of coroutines and asynchronous generators.
pub const FUNCTIONS: &[Native] = &[
    control("vm_resume", &[required("generator"), required("value")], |exec, a, then| {
        let id = exec.receiver(a[0], class::ASYNC_GENERATOR, "asend")?;
        exec.resume_generator(id, a[1], then)
    })
    .with(RESUMES),
    control("vm_throw", THROWN, |exec, a, then| {
        let id = exec.receiver(a[0], class::ASYNC_GENERATOR, "athrow")?;
        throw(exec, id, a, then)
    })
    .with(RESUMES),
    pure("vm_is_coroutine", &[required("value")], |exec, a| is_made_by(exec, a[0], Resumable::Coroutine)),
    pure("vm_is_async_generator", &[required("value")], |exec, a| is_made_by(exec, a[0], Resumable::AsyncGenerator)),
    pure("vm_can_be_awaited", &[required("value")], |exec, a| {
        Ok(Value::bool(a[0].object().is_some_and(|id| exec.can_be_awaited(id))))
    }),
    pure("vm_make_awaitable", &[required("generator")], |exec, a| {
        if let Some(id) = a[0].object()
            && let Object::Generator(generator) = exec.machine.space.heap.get_mut(id)
        {
            generator.awaitable = true;
        }
        Ok(a[0])
    })
    .with(RESUMES),
    // Whether it waits for what it awaits, and not to be asked for its next item.
    pure("vm_awaits", &[required("generator")], |exec, a| {
        Ok(Value::bool(a[0].object().is_some_and(|id| exec.delegates(id))))
    })
    .with(LOOKS),
    pure("vm_has_begun", &[required("generator")], |exec, a| {
        Ok(Value::bool(a[0].object().is_some_and(|id| begun(exec, id))))
    })
    .with(LOOKS),
    pure("vm_has_ended", &[required("generator")], |exec, a| {
        let ended = matches!(a[0].object().map(|id| exec.object(id)),
            Some(Object::Generator(generator)) if generator.state == GeneratorState::Finished);
        Ok(Value::bool(ended))
    })
    .with(LOOKS),
    pure("vm_ask", &[required("generator"), required("asked")], |exec, a| {
        let asked = a[1] == Value::TRUE;
        if let Some(id) = a[0].object()
            && let Object::Generator(generator) = exec.machine.space.heap.get_mut(id)
        {
            generator.asked = asked;
        }
        Ok(Value::None)
    })
    .with(RESUMES),
];

fn is_made_by(exec: &Exec<'_>, value: Value, made: Resumable) -> Result<Value> {
    Ok(Value::bool(value.object().and_then(|id| exec.resumable(id)) == Some(made)))
}

/// `ag_running`: somebody awaits its next item.
pub const ASKED: Native =
    pure("ag_running", SELF, |exec, a| state_of(exec, a[0], |_, generator| Value::bool(generator.asked))).with(LOOKS);

/// `gi_running`.
pub const RUNNING: Native = pure("gi_running", SELF, |exec, a| {
    state_of(exec, a[0], |_, generator| Value::bool(generator.state == GeneratorState::Running))
})
.with(LOOKS);

/// `gi_suspended`: it has begun, and waits.
pub const SUSPENDED: Native = pure("gi_suspended", SELF, |exec, a| {
    state_of(exec, a[0], |_, generator| {
        let waits = matches!(&generator.state, GeneratorState::Suspended(frame) if frame.receives.is_some());
        Value::bool(waits)
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
    match value.object().map(|id| exec.object(id)) {
        Some(Object::Generator(generator)) => Ok(look(exec, generator)),
        _ => Err(exec.type_error("descriptor 'gi_running' for 'generator' objects doesn't apply to another type")),
    }
}

/// `throw(exception)`, or `throw(class, value, traceback)` as it was written once: the library makes the exception then.
fn throw(exec: &mut Exec<'_>, id: ObjectId, a: &[Value], then: Then) -> Result<Flow> {
    if a[2] != Value::None {
        return Err(Raise::PYTHON);
    }
    let exception = match exec.as_exception(a[1]) {
        Ok(exception) => Value::Object(exception),
        Err(raise) if raise.as_exception().is_some() => {
            let class = exec.class_name(a[1]);
            let message = format!("exceptions must be classes or instances deriving from BaseException, not {class}");
            return Err(exec.type_error(&message));
        }
        Err(other) => return Err(other),
    };
    exec.throw_into(id, exception, then)
}

/// A generator or coroutine that has not begun ends at once; another one is told by the library, and may object.
fn close(exec: &mut Exec<'_>, id: ObjectId, then: Then) -> Result<Flow> {
    if begun(exec, id) {
        return Err(Raise::PYTHON);
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
