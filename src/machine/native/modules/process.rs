//! Processes: forking, waiting for one and ending one, and what processes have in common. `os` and `multiprocessing` in
//! `src/stdlib/` are built on it.

use std::sync::Arc;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::machine::{
    Machine,
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
        native::{Access, Native as Row, control, optional, pure, required},
        process::END_OF_FILE,
    },
    state::{
        dict::Dict,
        frame::Then,
        object::{Attributes, Instance, Native, Object},
        operation::Operation,
        place::{Deed, Place},
        process::{CommonMemory, Message, Parcel, Processes},
        set::Set,
        value::{ObjectId, Value},
    },
};
use crate::{
    ids::{ProcessId, ResourceId, ThreadId},
    sync::Request,
};

/// Containers in containers deeper than this are not sent.
const DEEPEST: usize = 200;

/// Containers that were met on the way through a value.
type Met = IndexSet<ObjectId, FxBuildHasher>;

/// Functions for the library.
pub const FUNCTIONS: &[Row] = &[
    control("vm_fork", &[required("name")], fork),
    pure("vm_process", &[], |exec, _| Ok(Value::Int(Processes::number(exec.home())))),
    pure("vm_parent", &[], parent),
    pure("vm_next_process", &[], |exec, _| Ok(Value::Int(exec.machine.processes_mut().count() as i64))),
    pure("vm_name_process", &[required("name")], rename),
    control("vm_wait_process", &[required("process"), optional("timeout", Value::None)], wait),
    control("vm_exit_code", &[required("process")], exit_code).with(Access::Process(Deed::Read)),
    control("vm_kill", &[required("process"), required("signal")], kill).with(Access::Process(Deed::Write)),
    control("vm_end_process", &[required("code")], |exec, a, then| {
        let code = exec.index_value(a[0])? as i32;
        Ok(exec.operate(Operation::Quit { code }, then))
    }),
    pure("vm_common", &[required("primitive")], common),
    pure("vm_number", &[required("primitive")], |exec, a| Ok(Value::Int(exec.resource_of(a[0])?.0.into()))),
    pure("vm_attach", &[required("instance"), required("number")], attach),
    pure("vm_watch_children", &[required("semaphore")], |exec, a| {
        let semaphore = exec.resource_of(a[0])?;
        let own = exec.machine.space.process;
        exec.machine.processes_mut().watch_children(own, semaphore);
        Ok(Value::None)
    }),
    pure("vm_pipe_end", &[required("queue")], |exec, a| {
        let queue = exec.resource_of(a[0])?;
        let own = exec.machine.space.process;
        Ok(Value::Int(exec.machine.processes_mut().add_end(queue, own) as i64))
    }),
    control("vm_pipe_is_open", &[required("queue"), required("end")], |exec, a, then| {
        let end = exec.index_value(a[1])? as usize;
        let open = exec.machine.processes_mut().is_open(end);
        exec.deliver(then, Value::bool(open))
    })
    .with(Access::Inspect),
    control("vm_put_at_once", &[required("queue"), required("item")], |exec, a, then| {
        let queue = exec.resource_of(a[0])?;
        let request = Request::Put { item: a[1], blocking: true };
        exec.machine.ask(queue, request, exec.thread, exec.sink);
        exec.deliver(then, Value::None)
    })
    .with(Access::Change),
    control("vm_release_at_once", &[required("semaphore"), required("permits")], |exec, a, then| {
        let semaphore = exec.resource_of(a[0])?;
        let request = Request::Release { permits: exec.index_value(a[1])? as u32 };
        exec.machine.ask(semaphore, request, exec.thread, exec.sink);
        exec.deliver(then, Value::None)
    })
    .with(Access::Change),
    control("vm_pipe_close", &[required("queue"), required("end")], close).with(Access::Change),
    pure("vm_post", &[required("value"), required("text")], post).with(Access::Read),
    pure("vm_open", &[required("message")], open),
    pure("vm_module", &[required("name")], |exec, a| {
        let name = exec.text_of(a[0]).unwrap_or_default();
        let main = exec.machine.space.module;
        let found = match name {
            "__main__" => Some(main.index()),
            name => exec.program.modules.iter().position(|module| &*module.name == name),
        };
        Ok(found.map_or(Value::None, |at| Value::module(crate::program::ModuleId(at as u16))))
    }),
    pure("vm_single", &[required("number")], |_, a| match a[0] {
        Value::Float(real) => Ok(Value::float(f64::from(real.number() as f32))),
        other => Ok(other),
    }),
    pure("vm_memory", &[required("owner"), required("cells"), optional("name", Value::None)], memory),
    pure("vm_memory_get", &[required("memory"), required("index")], memory_get).with(Access::Common(Deed::Read)),
    pure("vm_memory_set", &[required("memory"), required("index"), required("value")], memory_set)
        .with(Access::Common(Deed::Write)),
];

fn fork(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let Value::Object(name) = a[0] else { return Err(exec.type_error("a name is needed")) };
    Ok(exec.operate(Operation::Fork { name }, then))
}

fn parent(exec: &mut Exec<'_>, _: &[Value]) -> Result<Value> {
    let own = exec.machine.space.process;
    let parent = exec.machine.processes.as_ref().and_then(|processes| Some(processes.forked(own)?.parent));
    let parent = parent.filter(|&parent| parent != own);
    // The parent of the first one is nobody that the program knows.
    Ok(Value::Int(parent.map_or(Processes::number(ProcessId(0)) - 1, Processes::number)))
}

fn rename(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let name: Arc<str> = Arc::from(exec.text_of(a[0]).unwrap_or_default());
    let own = exec.machine.space.process;
    if let Some(process) = exec.machine.processes_mut().forked_mut(own) {
        process.name = name;
        exec.report_thread(exec.machine.space.main);
    }
    Ok(Value::None)
}

impl Exec<'_> {
    /// The first thread of the process of that number.
    fn main_of(&self, number: Value) -> Option<ThreadId> {
        let Value::Int(number) = number else { return None };
        let processes = self.machine.processes.as_ref()?;
        match processes.numbered(number)? {
            ProcessId(0) => Some(ThreadId::MAIN),
            forked => Some(processes.forked(forked)?.main),
        }
    }

    /// The place where it says whether the process of that number lives.
    pub(in crate::machine) fn life_of_process(&self, number: Value) -> Option<Place> {
        let main = self.main_of(number)?;
        Some(Place::Thread(main, crate::machine::state::place::ThreadField::Life))
    }

    /// The cell of the common memory of that number.
    pub(in crate::machine) fn common_cell(memory: Value, index: Value) -> Option<Place> {
        match (memory, index) {
            (Value::Int(memory), Value::Int(index)) => Some(Place::Common(memory as u32, index as u32)),
            _ => None,
        }
    }

    fn no_such_process(&mut self) -> Raise {
        self.error(crate::machine::state::class::PROCESS_LOOKUP_ERROR, "[Errno 3] No such process")
    }
}

fn wait(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let Some(thread) = exec.main_of(a[0]) else { return Err(exec.no_such_process()) };
    let timeout = exec.timeout(a[1])?;
    Ok(exec.operate(Operation::Join { thread, timeout }, then))
}

fn exit_code(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let Some(thread) = exec.main_of(a[0]) else { return Err(exec.no_such_process()) };
    let process = exec.machine.process_of(thread);
    let code = exec.machine.processes_mut().exit(process);
    exec.deliver(then, code.map_or(Value::None, |code| Value::Int(code.into())))
}

fn kill(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let Some(thread) = exec.main_of(a[0]) else { return Err(exec.no_such_process()) };
    let signal = exec.index_value(a[1])? as i32;
    let process = exec.machine.process_of(thread);
    exec.machine.kill(process, signal, exec.sink);
    exec.deliver(then, Value::None)
}

/// A fork leaves the primitive as the one that it is.
fn common(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let resource = exec.resource_of(a[0])?;
    exec.machine.processes_mut().make_common(resource);
    Ok(a[0])
}

/// Makes an instance be the primitive of that number.
fn attach(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let Value::Object(instance) = a[0] else { return Err(exec.type_error("an instance is needed")) };
    let resource = ResourceId(exec.index_value(a[1])? as u32);
    if exec.machine.is_common(resource) {
        exec.machine.set_native(instance, Native::Resource(resource));
    }
    Ok(a[0])
}

/// The process lets go of the end of a pipe, which writes to the queue.
fn close(exec: &mut Exec<'_>, a: &[Value], then: Then) -> Result<Flow> {
    let end = exec.index_value(a[1])? as usize;
    let own = exec.machine.space.process;
    if let Some(queue) = exec.machine.processes_mut().let_go(end, own) {
        let request = Request::Put { item: END_OF_FILE, blocking: true };
        exec.machine.ask(queue, request, exec.thread, exec.sink);
    }
    exec.deliver(then, Value::None)
}

/// Copies plain data out of this process's memory; `None` where it is not plain.
fn post(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let Some(parcel) = exec.packed(a[0], 0, &mut Met::default()) else { return Ok(Value::None) };
    let text: Arc<str> = match exec.text_of(a[1]) {
        Some(text) => Arc::from(text),
        None => Arc::from(exec.machine.short_repr(a[0])),
    };
    let bytes = parcel.bytes();
    let under_way = exec.machine.processes_mut().bytes();
    exec.machine.space.heap.reserve(bytes + under_way)?;
    let number = exec.machine.processes_mut().post(Message { parcel, text });
    Ok(Value::Int(number as i64))
}

/// Copies a message into this process's memory.
fn open(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let number = usize::try_from(exec.index_value(a[0])?).unwrap_or(usize::MAX);
    match exec.machine.processes_mut().take_message(number) {
        Some(message) => exec.unpacked(&message.parcel),
        None => Ok(Value::None),
    }
}

impl Exec<'_> {
    /// The value copied out of the memory, if it is plain data.
    pub(in crate::machine) fn packed_plainly(&self, value: Value) -> Option<Parcel> {
        self.packed(value, 0, &mut Met::default())
    }

    /// The value copied out of the memory, if it is plain data, and no container is in it twice.
    fn packed(&self, value: Value, depth: usize, met: &mut Met) -> Option<Parcel> {
        let id = match value {
            Value::Object(id) => id,
            // Those of the program are known by their names.
            Value::Class(class) if Machine::is_python(class) => return None,
            value => return Some(Parcel::Atom(value)),
        };
        if depth > DEEPEST {
            return None;
        }
        let object = self.object(id);
        let container = matches!(object, Object::List(_) | Object::Dict(_) | Object::Set(_));
        if container && !met.insert(id) {
            return None;
        }
        let mut all = |values: &[Value]| -> Option<Vec<Parcel>> {
            values.iter().map(|&item| self.packed(item, depth + 1, met)).collect()
        };
        Some(match object {
            leaf @ (Object::Str(_)
            | Object::BigInt(_)
            | Object::Bytes(_)
            | Object::ByteArray(_)
            | Object::Range(_)
            | Object::LongRange(_)) => Parcel::Leaf(leaf.clone()),
            Object::Tuple(items) => Parcel::Tuple(all(items)?),
            Object::List(items) => Parcel::List(all(items)?),
            Object::Dict(dict) => {
                let entries = dict.hashed();
                let packed = entries.map(|(hash, key, value)| {
                    Some((hash, self.packed(key, depth + 1, met)?, self.packed(value, depth + 1, met)?))
                });
                Parcel::Dict(packed.collect::<Option<_>>()?)
            }
            Object::Set(set) => Parcel::Set(self.packed_members(set, depth, met)?),
            Object::FrozenSet(set) => Parcel::FrozenSet(self.packed_members(set, depth, met)?),
            _ => return None,
        })
    }

    fn packed_members(&self, set: &Set, depth: usize, met: &mut Met) -> Option<Vec<(i64, Parcel)>> {
        set.hashed().map(|(hash, member)| Some((hash, self.packed(member, depth + 1, met)?))).collect()
    }

    /// Plain data put into the memory.
    pub(in crate::machine) fn unpacked(&mut self, parcel: &Parcel) -> Result<Value> {
        let object = match parcel {
            Parcel::Atom(value) => return Ok(*value),
            &Parcel::Primitive(class, resource) => {
                self.machine.processes_mut().make_common(resource);
                let native = Native::Resource(resource);
                Object::Instance(Instance { class, constructing: false, native, attributes: Attributes::default() })
            }
            Parcel::Leaf(object) => object.clone(),
            Parcel::Tuple(items) => Object::Tuple(self.all_unpacked(items)?.into()),
            Parcel::List(items) => Object::List(self.all_unpacked(items)?.into()),
            Parcel::Dict(entries) => {
                let mut dict = Dict::default();
                for (hash, key, value) in entries {
                    dict.insert(*hash, self.unpacked(key)?, self.unpacked(value)?);
                }
                Object::Dict(Box::new(dict.into()))
            }
            Parcel::Set(members) => Object::Set(Box::new(self.members_unpacked(members)?.into())),
            Parcel::FrozenSet(members) => Object::FrozenSet(Box::new(self.members_unpacked(members)?.into())),
        };
        self.allocate(object)
    }

    fn all_unpacked(&mut self, parcels: &[Parcel]) -> Result<Vec<Value>> {
        parcels.iter().map(|parcel| self.unpacked(parcel)).collect()
    }

    fn members_unpacked(&mut self, members: &[(i64, Parcel)]) -> Result<Set> {
        let mut set = Set::default();
        for (hash, member) in members {
            set.insert(*hash, self.unpacked(member)?);
        }
        Ok(set)
    }
}

/// Memory that processes share; the object is what the program reaches it by.
fn memory(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let Value::Object(owner) = a[0] else { return Err(exec.type_error("an object is needed")) };
    let cells = exec.sequence_items(a[1]).unwrap_or_default();
    let name = exec.text_of(a[2]).map(Arc::from);
    exec.machine.space.heap.hold(cells.len() * size_of::<Value>())?;
    let number = exec.machine.processes_mut().add_memory(CommonMemory { owner, name, cells });
    Ok(Value::Int(number as i64))
}

fn memory_get(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let (number, index) = (exec.index_value(a[0])? as usize, exec.index_value(a[1])? as usize);
    Ok(exec.cell_of_common(number as u32, index as u32))
}

fn memory_set(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let (number, index) = (exec.index_value(a[0])? as usize, exec.index_value(a[1])? as usize);
    let memory = exec.machine.processes_mut().memory_mut(number);
    if let Some(cell) = memory.and_then(|memory| memory.cells.get_mut(index)) {
        *cell = a[2];
        exec.report_place(Place::Common(number as u32, index as u32), a[2]);
    }
    Ok(Value::None)
}

impl Exec<'_> {
    /// What is in a cell of common memory.
    pub(in crate::machine) fn cell_of_common(&self, number: u32, index: u32) -> Value {
        let processes = self.machine.processes.as_ref();
        let memory = processes.and_then(|processes| processes.memory(number as usize));
        memory.and_then(|memory| memory.cells.get(index as usize)).copied().unwrap_or(Value::None)
    }

    /// What the program calls a cell of common memory.
    pub(in crate::machine) fn name_of_cell(&mut self, number: u32, index: u32) -> String {
        let memory = self.machine.processes.as_ref().and_then(|processes| processes.memory(number as usize));
        let Some(memory) = memory else { return String::new() };
        let (owner, alone) = (memory.owner, memory.cells.len() == 1);
        let owner = match &memory.name {
            Some(name) => name.to_string(),
            None => self.best_name(owner),
        };
        if alone { format!("{owner}.value") } else { format!("{owner}[{index}]") }
    }
}
