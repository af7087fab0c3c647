//! `threading.Thread`: what is native of it, and who is running.

use std::sync::Arc;

use crate::machine::{
    Machine,
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Access, Native as Row, Parameter, control, optional, pure, required},
    },
    state::{
        class,
        frame::Then,
        object::{Instance, Native, Object},
        operation::Operation,
        place::{Deed, ThreadField},
        resting::RestingStack,
        shared::Shared,
        thread::{Status, Thread},
        value::Value,
    },
};
use crate::{
    event::{EventKind, Life},
    ids::ThreadId,
};

const SELF: &[Parameter] = &[required("self")];
const SELF_VALUE: &[Parameter] = &[required("self"), required("value")];
const READS_NAME: Access = Access::Thread(ThreadField::Name, Deed::Read);
const WRITES_NAME: Access = Access::Thread(ThreadField::Name, Deed::Write);
const READS_DAEMON: Access = Access::Thread(ThreadField::Daemon, Deed::Read);
const WRITES_DAEMON: Access = Access::Thread(ThreadField::Daemon, Deed::Write);

/// Methods of the class under `Thread`.
pub const METHODS: &[Row] = &[
    pure("_begin", &[required("self"), required("name"), required("daemon")], begin),
    pure("_adopt_main", SELF, adopt_main),
    control("start", SELF, start),
    control("join", &[required("self"), optional("timeout", Value::None)], join),
    control("is_alive", SELF, is_alive).with(Access::Thread(ThreadField::Life, Deed::Read)),
    pure("getName", SELF, name).with(READS_NAME),
    pure("setName", SELF_VALUE, set_name).with(WRITES_NAME),
    pure("isDaemon", SELF, daemon).with(READS_DAEMON),
    pure("setDaemon", SELF_VALUE, set_daemon).with(WRITES_DAEMON),
];

/// `name`.
pub const NAME: (Row, Row) =
    (pure("name", SELF, name).with(READS_NAME), pure("name", SELF_VALUE, set_name).with(WRITES_NAME));

/// `daemon`.
pub const DAEMON: (Row, Row) =
    (pure("daemon", SELF, daemon).with(READS_DAEMON), pure("daemon", SELF_VALUE, set_daemon).with(WRITES_DAEMON));

/// `ident` and `native_id`.
pub const IDENT: Row = pure("ident", SELF, |exec, a| {
    let thread = exec.thread_of(a[0])?;
    exec.machine.ask_for_thread_names();
    match exec.machine.threads[thread.index()].status {
        Status::New => Ok(Value::None),
        _ => Ok(Value::Int(Machine::thread_ident(thread) as i64)),
    }
});

/// Functions of the module.
pub const FUNCTIONS: &[Row] = &[
    pure("vm_current_thread", &[], |exec, _| Ok(exec.machine.threads[exec.thread.index()].object)),
    pure("vm_main_thread", &[], |exec, _| Ok(exec.machine.threads[exec.machine.space.main.index()].object)),
    pure("vm_thread_ident", &[], |exec, _| {
        exec.machine.ask_for_thread_names();
        Ok(Value::Int(Machine::thread_ident(exec.thread) as i64))
    }),
    pure("vm_next_thread", &[], next_thread),
    pure("vm_frozen", &[required("container")], frozen),
    control("vm_alive_threads", &[], alive_threads).with(Access::Threads),
    control("vm_count_threads", &[], |exec, _, then| {
        let alive = exec.machine.living_here().count();
        exec.deliver(then, Value::Int(alive as i64))
    })
    .with(Access::Threads),
];

impl Exec<'_> {
    /// The thread that an instance is.
    ///
    /// # Errors
    /// `AssertionError` when its `__init__` was not called, as most of CPython's `threading.py` says it.
    pub fn thread_of(&mut self, value: Value) -> Result<ThreadId> {
        self.known_thread(value).ok_or_else(|| self.error(class::ASSERTION_ERROR, "Thread.__init__() not called"))
    }

    /// As [`Self::thread_of`], for what raises `RuntimeError` with this text instead.
    fn thread_or(&mut self, value: Value, message: &str) -> Result<ThreadId> {
        self.known_thread(value).ok_or_else(|| self.runtime_error(message))
    }

    fn known_thread(&self, value: Value) -> Option<ThreadId> {
        match self.object(value.object()?) {
            Object::Instance(Instance { native: Native::Thread(thread), .. }) => Some(*thread),
            _ => None,
        }
    }

    fn change_thread(&mut self, thread: ThreadId, change: impl FnOnce(&mut Thread)) {
        change(self.machine.threads[thread.index()].make_mut());
        self.report_thread(thread);
    }

    /// The thread has another name now, or is a daemon or none.
    pub(super) fn report_thread(&mut self, thread: ThreadId) {
        if self.listens {
            let daemon = self.machine.threads[thread.index()].daemon;
            let name = self.machine.thread_name(thread);
            let name = self.sink.text(&name);
            self.emit(EventKind::ThreadChanged { thread, name, daemon });
        }
    }
}

fn begin(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let Value::Object(id) = arguments[0] else { return Ok(Value::None) };
    let name = exec.text_of(arguments[1]).unwrap_or_default().to_owned();
    let daemon = match arguments[2] {
        Value::None => exec.machine.threads[exec.thread.index()].daemon,
        other => exec.flag(other),
    };
    exec.keep_seedling(arguments[0]);
    let thread = ThreadId::at(exec.machine.threads.len());
    exec.machine.threads.push(Shared::new(Thread {
        object: arguments[0],
        name: Arc::from(name.as_str()),
        daemon,
        status: Status::New,
        process: exec.machine.space.process,
        stack: RestingStack::default(),
        pending: None,
        run_time: 0,
        exception: Value::Unbound,
        identified: 0,
    }));
    exec.machine.note_home(thread);
    exec.machine.set_native(id, Native::Thread(thread));
    if exec.sink.listens() {
        let name = exec.machine.thread_name(thread);
        let name = exec.sink.text(&name);
        let life = Life { space: exec.machine.space.process.0 as u16, ..Life::default() };
        exec.emit(EventKind::ThreadCreated { thread, name, daemon, life });
    }
    Ok(Value::None)
}

fn adopt_main(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    if let Value::Object(id) = arguments[0] {
        let main = exec.machine.space.main;
        exec.machine.set_native(id, Native::Thread(main));
        exec.machine.threads[main.index()].make_mut().object = arguments[0];
        exec.machine.space.heap.publish(arguments[0]);
    }
    Ok(Value::None)
}

fn start(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let thread = exec.thread_or(arguments[0], "thread.__init__() not called")?;
    Ok(exec.operate(Operation::Start { thread }, then))
}

fn join(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let thread = exec.thread_or(arguments[0], "Thread.__init__() not called")?;
    let timeout = exec.timeout(arguments[1])?;
    Ok(exec.operate(Operation::Join { thread, timeout }, then))
}

fn is_alive(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let thread = exec.thread_of(arguments[0])?;
    let known = &exec.machine.threads[thread.index()];
    // Of the parent's threads none is in a forked process.
    let here = known.process == exec.machine.space.process;
    let alive = here && known.status.is_alive() && !known.status.is_shutdown();
    exec.deliver(then, Value::bool(alive))
}

fn name(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let thread = exec.thread_of(arguments[0])?;
    exec.machine.ask_for_thread_names();
    let name = Arc::clone(&exec.machine.threads[thread.index()].name);
    exec.string(&name)
}

fn set_name(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let thread = exec.thread_of(arguments[0])?;
    let name = exec.machine.str(arguments[1]).unwrap_or_default();
    exec.change_thread(thread, |thread| thread.name = Arc::from(name.as_str()));
    Ok(Value::None)
}

fn daemon(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let thread = exec.thread_of(arguments[0])?;
    Ok(Value::bool(exec.machine.threads[thread.index()].daemon))
}

fn set_daemon(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let thread = exec.thread_or(arguments[0], "Thread.__init__() not called")?;
    if exec.machine.threads[thread.index()].status != Status::New {
        return Err(exec.runtime_error("cannot set daemon status of active thread"));
    }
    let daemon = exec.flag(arguments[1]);
    exec.change_thread(thread, |thread| thread.daemon = daemon);
    Ok(Value::None)
}

/// The number of the next thread without a name.
fn next_thread(exec: &mut Exec<'_>, _arguments: &[Value]) -> Result<Value> {
    exec.machine.space.thread_counter += 1;
    Ok(Value::Int(i64::from(exec.machine.space.thread_counter)))
}

fn alive_threads(exec: &mut Exec<'_>, _arguments: &[Value], then: Then) -> Result<Flow> {
    exec.machine.ask_for_thread_names();
    // Those of `_thread.start_new_thread` are nobody's to list.
    let unlisted = exec.machine.common.names.get("_unlisted");
    let listed = |object| unlisted.is_none_or(|name| exec.special(object, name).is_none());
    let alive = exec.machine.living_here();
    let objects = alive.map(|(_, thread)| thread.object).filter(|&object| listed(object)).collect();
    let list = exec.list(objects)?;
    exec.deliver(then, list)
}

impl Machine {
    /// Whether the program may put a function of its own in the place of `threading.excepthook`.
    pub(in crate::machine) fn may_hook_exceptions(&self) -> bool {
        let written = |name: crate::program::NameId| self.common.program.written_attributes.get(name.index()).copied();
        self.common.program.any_attribute || self.common.names.get("excepthook").and_then(written).unwrap_or(false)
    }

    /// The number that the operating system would know a thread by.
    pub(in crate::machine) fn thread_ident(thread: ThreadId) -> u64 {
        0x7f5e_0000_1740 - u64::from(thread.0) * 0x0080_1000
    }

    /// A thread as `threading.py` writes it.
    pub(in crate::machine) fn thread_repr(&self, id: ThreadId) -> String {
        self.ask_for_thread_names();
        let thread = &self.threads[id.index()];
        let class = &self.class(self.class_of(thread.object)).name;
        let status = match thread.status {
            Status::New => "initial",
            status if status.has_ended() => "stopped",
            _ => "started",
        };
        let daemon = if thread.daemon { " daemon" } else { "" };
        let ident = match thread.status {
            Status::New => String::new(),
            _ => format!(" {}", Self::thread_ident(id)),
        };
        format!("<{class}({}, {status}{daemon}{ident})>", thread.name)
    }
}

/// The container, which nobody will change any more: looking into it is no operation.
fn frozen(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    exec.freeze(a[0])?;
    Ok(a[0])
}
