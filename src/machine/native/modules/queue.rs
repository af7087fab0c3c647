//! `queue.Queue`, `LifoQueue`, `PriorityQueue` and `SimpleQueue`.

use std::cmp::Ordering;

use crate::machine::{
    language::operator::Order,
    run::{
        exec::Exec,
        flow::{Flow, Result},
        native::{Access, Native, Parameter, control, optional, pure, required, rest},
    },
    state::{class, frame::Then, value::Value},
};
use crate::{
    event::{Change, Nanos, QueueChange},
    ids::ResourceId,
    program::Instruction,
    sync::{Discipline, Edit, Incomparable, Log, Primitive, Queue, Request},
};

const SELF: &[Parameter] = &[required("self")];
const INIT: &[Parameter] = &[required("self"), optional("maxsize", Value::Int(0))];
const PUT: &[Parameter] =
    &[required("self"), required("item"), optional("block", Value::TRUE), optional("timeout", Value::None)];
const GET: &[Parameter] = &[required("self"), optional("block", Value::TRUE), optional("timeout", Value::None)];

/// Methods of `Queue`, which `LifoQueue` and `PriorityQueue` have from it.
pub const QUEUE: &[Native] = &[
    pure("__init__", INIT, |exec, a| initialize(exec, a, Discipline::Fifo)),
    control("put", PUT, put),
    control("put_nowait", &[required("self"), required("item")], put_nowait),
    control("get", GET, get),
    control("get_nowait", SELF, get_nowait),
    control("qsize", SELF, |exec, a, then| look(exec, a[0], then, |q| Value::Int(q.items().len() as i64)))
        .with(Access::Inspect),
    control("empty", SELF, |exec, a, then| look(exec, a[0], then, |q| Value::bool(q.items().len() == 0)))
        .with(Access::Inspect),
    control("full", SELF, |exec, a, then| look(exec, a[0], then, |q| Value::bool(q.is_full()))).with(Access::Inspect),
    control("task_done", SELF, |exec, a, then| exec.request(a[0], Request::TaskDone, None, then)),
    control("join", SELF, |exec, a, then| exec.request(a[0], Request::Join, None, then)),
];

/// Methods of `LifoQueue` that are its own.
pub const LIFO: &[Native] = &[pure("__init__", INIT, |exec, a| initialize(exec, a, Discipline::Lifo))];

/// Methods of `PriorityQueue` that are its own.
pub const PRIORITY: &[Native] = &[pure("__init__", INIT, |exec, a| initialize(exec, a, Discipline::Priority))];

/// Methods of `SimpleQueue`.
pub const SIMPLE: &[Native] = &[
    pure("__init__", SELF, |exec, a| exec.make_resource(a[0], Primitive::Queue(Queue::new(Discipline::Simple, 0)))),
    control("put", PUT, |exec, a, then| exec.request(a[0], Request::Put { item: a[1], blocking: true }, None, then)),
    control("put_nowait", &[required("self"), required("item")], put_nowait),
    control("get", GET, get),
    control("get_nowait", SELF, get_nowait),
    control("qsize", SELF, |exec, a, then| look(exec, a[0], then, |q| Value::Int(q.items().len() as i64)))
        .with(Access::Inspect),
    control("empty", SELF, |exec, a, then| look(exec, a[0], then, |q| Value::bool(q.items().len() == 0)))
        .with(Access::Inspect),
];

/// `unfinished_tasks`.
pub const UNFINISHED: Native = control("unfinished_tasks", SELF, |exec, a, then| {
    look(exec, a[0], then, |q| Value::Int(i64::from(q.unfinished())))
})
.with(Access::Inspect);

fn initialize(exec: &mut Exec<'_>, arguments: &[Value], discipline: Discipline) -> Result<Value> {
    let capacity = exec.index_value(arguments[1])?;
    if let Value::Object(id) = arguments[0] {
        let name = exec.intern("maxsize")?;
        exec.set_instance_attribute(id, name, arguments[1])?;
    }
    // Less than one is no limit.
    let capacity = u32::try_from(capacity.max(0)).unwrap_or(u32::MAX);
    exec.make_resource(arguments[0], Primitive::Queue(Queue::new(discipline, capacity)))
}

/// `block` and `timeout` as `queue.py` checks them.
fn patience(exec: &mut Exec<'_>, block: Value, timeout: Value) -> Result<(bool, Option<Nanos>)> {
    if !exec.flag(block) {
        return Ok((false, None));
    }
    if timeout == Value::None {
        return Ok((true, None));
    }
    let seconds = exec.seconds(timeout)?;
    if seconds < 0.0 {
        return Err(exec.value_error("'timeout' must be a non-negative number"));
    }
    Ok((seconds > 0.0, Some(crate::machine::native::modules::nanos(seconds))))
}

fn put(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let (blocking, timeout) = patience(exec, arguments[2], arguments[3])?;
    exec.request(arguments[0], Request::Put { item: arguments[1], blocking }, timeout, then)
}

fn put_nowait(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    exec.request(arguments[0], Request::Put { item: arguments[1], blocking: false }, None, then)
}

fn get(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let (blocking, timeout) = patience(exec, arguments[1], arguments[2])?;
    exec.request(arguments[0], Request::Get { blocking }, timeout, then)
}

fn get_nowait(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    exec.request(arguments[0], Request::Get { blocking: false }, None, then)
}

fn look(exec: &mut Exec<'_>, instance: Value, then: Then, what: fn(&Queue<Value>) -> Value) -> Result<Flow> {
    exec.look(instance, then, |primitive| match primitive {
        Primitive::Queue(queue) => what(queue),
        _ => Value::None,
    })
}

/// The items, as a list.
fn items(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let number = exec.resource_of(arguments[0])?;
    let items = heap(exec, Value::Int(number.0.into())).items().collect();
    let items = exec.list(items)?;
    exec.deliver(then, items)
}

/// What programs do to the items behind the queue's back: nobody is told, and no task is counted.
fn edit(exec: &mut Exec<'_>, arguments: &[Value], then: Then) -> Result<Flow> {
    let resource = exec.resource_of(arguments[0])?;
    let number = Value::Int(resource.0.into());
    let edit = match exec.text_of(arguments[1]) {
        Some("clear") => Edit::Clear,
        Some("append") => Edit::Append(arguments[2]),
        Some("appendleft") => Edit::AppendLeft(arguments[2]),
        Some("popleft") => Edit::PopLeft,
        _ => Edit::Pop,
    };
    let mut log = Log::new();
    let edited = heap(exec, number).edit(edit, &mut log);
    exec.report_changes(resource, log)?;
    match edited {
        Ok(item) => exec.deliver(then, item.unwrap_or(Value::None)),
        Err(_) => Err(exec.error(class::INDEX_ERROR, "pop from an empty deque")),
    }
}

/// For the library: a queue's items as programs see them, and the order of items that only the program can compare, for
/// which it names the queue by number.
pub const FUNCTIONS: &[Native] = &[
    control("vm_queue_items", SELF, items).with(Access::Inspect),
    control("vm_queue_edit", &[required("self"), required("how"), required("item")], edit).with(Access::Change),
    pure("vm_program_reads", &[rest("names")], |exec, a| {
        let names = exec.sequence_items(a[0]).unwrap_or_default();
        let names: Vec<&str> = names.iter().filter_map(|&name| exec.text_of(name)).collect();
        let reads = |instruction: &Instruction| match *instruction {
            Instruction::GetAttribute { name, .. } => names.contains(&&*exec.name(name)),
            _ => false,
        };
        let own = exec.program.codes.iter().filter(|code| !code.hidden);
        Ok(Value::bool(exec.program.dynamic || own.flat_map(|code| &code.instructions).any(reads)))
    }),
    pure("vm_defined_in_library", &[required("class"), required("name")], |exec, a| {
        let name = exec.text_of(a[1]).unwrap_or_default().to_owned();
        let name = exec.intern(&name)?;
        let Value::Class(class) = a[0] else { return Ok(Value::TRUE) };
        let order = &exec.machine.class(class).order;
        let definer =
            order.iter().map(|&base| exec.machine.class(base)).find(|base| base.attributes.contains_key(&name));
        Ok(Value::bool(definer.is_none_or(|class| !class.own)))
    }),
    pure("vm_heap_items", &[required("")], |exec, a| {
        let items = heap(exec, a[0]).items().collect();
        exec.list(items)
    }),
    pure("vm_heap_last", &[required("")], |exec, a| Ok(Value::bool(heap(exec, a[0]).is_last_disordered()))),
    pure("vm_heap_arrange", &[required(""), required("before"), required("after"), required("ordered")], arrange),
    pure("vm_atomic", &[required("")], |exec, a| {
        exec.machine.atomic = exec.flag(a[0]);
        Ok(Value::None)
    }),
];

fn number_of(number: Value) -> ResourceId {
    match number {
        Value::Int(number) => ResourceId(number as u32),
        other => unreachable!("{other:?} is no number of a queue"),
    }
}

fn heap<'e>(exec: &'e mut Exec<'_>, number: Value) -> &'e mut Queue<Value> {
    match exec.machine.resource_mut(number_of(number)) {
        Primitive::Queue(queue) => queue,
        other => unreachable!("{other:?} has no order"),
    }
}

/// Puts the items into their new order, or as near as a comparison that raised let them come; returns whether the queue
/// was still as the library had seen it.
fn arrange(exec: &mut Exec<'_>, arguments: &[Value]) -> Result<Value> {
    let [before, after] = [1, 2].map(|at| exec.sequence_items(arguments[at]).unwrap_or_default());
    let mut log = Log::new();
    let queue = heap(exec, arguments[0]);
    let same = queue.items().eq(before);
    if same && arguments[3] == Value::TRUE {
        queue.rearrange(after, &mut log);
    } else if same {
        queue.leave_disordered(after);
    }
    exec.report_changes(number_of(arguments[0]), log)?;
    Ok(Value::bool(same))
}

impl Exec<'_> {
    /// Whether the library has to restore the order of a queue.
    pub fn is_disordered(&self, resource: ResourceId) -> bool {
        matches!(self.machine.resource(resource), Primitive::Queue(queue) if queue.is_disordered())
    }

    /// Restores the order of a priority queue after a change, unless only the program can compare its items.
    ///
    /// # Errors
    /// `TypeError` when the items have no order.
    pub fn restore_order(&mut self, resource: ResourceId, log: &mut Log<Value>) -> Result<()> {
        if !self.is_disordered(resource) {
            return Ok(());
        }
        let empty = Primitive::Queue(Queue::new(Discipline::Simple, 0));
        let mut primitive = std::mem::replace(self.machine.resource_mut(resource), empty);
        let mut blamed = None;
        if let Primitive::Queue(queue) = &mut primitive {
            let mut less = |a, b| match self.machine.order(a, b) {
                Order::Known(order) => Ok(order == Some(Ordering::Less)),
                Order::Subset(subset, superset) => Ok(subset && !superset),
                Order::Python => Err(Incomparable::ByProgram),
                Order::None(a, b) => {
                    blamed = Some((a, b));
                    Err(Incomparable::Refused)
                }
            };
            // Without anybody to blame, the library goes on with it.
            if queue.restore_order(&mut less, log).is_ok()
                && self.listens
                && let Some(Change::Queue(QueueChange::Put { item, position })) = log.first_mut()
            {
                *position = queue.place_in_order(*item, less).unwrap_or(*position);
            }
        }
        *self.machine.resource_mut(resource) = primitive;
        match blamed {
            Some((a, b)) => Err(self.not_ordered("<", a, b)),
            None => Ok(()),
        }
    }
}
