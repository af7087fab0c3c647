//! The system: what all processes have in common and the library says in Python, the network and the files.
//!
//! The modules of the library that are the system (`program::SYSTEM`) keep what they know in their variables. As long as there
//! is one process, that is a part of its memory, and a call of their functions is a call like any other. Once a program has
//! forked, it is a memory of its own, a copy of that of the process which had it: a thread that calls such a function goes over
//! into it with copies of the arguments, which are plain data, and comes back with a copy of the result. Where it went over stands
//! in its stack: the frame whose result [`Then::System`] brings back, and all above it, are in the memory of the system.

use std::sync::Arc;

use crate::{
    event::Sink,
    ids::{ProcessId, ResourceId, ThreadId},
    machine::{
        Machine,
        run::{
            edition::Edition,
            exec::Exec,
            flow::{Flow, Limit, Raise, Result, Stop},
        },
        state::{
            cost,
            frame::{Frame, Stack, Then},
            object::{Attributes, Exception, Instance, Native, Object, TraceEntry},
            process::Parcel,
            resting::Calls,
            shared::Shared,
            space::Space,
            value::{ClassId, ObjectId, Value},
        },
    },
    program::{CodeId, GlobalId, Label, NameId, Program, Register, SYSTEM},
};

/// An exception on its way out of the system.
struct Departed {
    class: ClassId,
    args: Vec<Parcel>,
    attributes: Vec<(NameId, Parcel)>,
    traceback: Vec<TraceEntry>,
}

impl Calls<'_> {
    /// Which frame is the outermost in the memory of the system.
    #[must_use]
    pub fn system_frame(self) -> Option<usize> {
        self.frames.iter().rposition(|frame| matches!(frame.then, Then::System(_)))
    }

    /// The registers from this place on are in the memory of the system.
    #[must_use]
    pub fn system_base(self) -> usize {
        self.system_frame().map_or(self.registers.len(), |at| self.frames[at].base as usize)
    }
}

impl Machine {
    /// In whose memory a thread works when it goes on.
    pub(in crate::machine) fn whereabouts(&self, thread: ThreadId) -> ProcessId {
        let known = &self.threads[thread.index()];
        let away = self.processes.is_some() && known.stack.view().system_frame().is_some();
        if away { ProcessId::SYSTEM } else { known.process }
    }

    /// From here on it is the memory of this process that is worked on.
    pub(in crate::machine) fn go_to(&mut self, process: ProcessId) {
        let here = self.space.process;
        if here == process {
            return;
        }
        if self.silent {
            // Whoever searches will copy it.
            self.space.heap.share();
            self.space.globals.share();
        }
        self.change_places(here);
        self.change_places(process);
    }

    /// A first process is about to be forked by the thread: from here on the system is no part of anybody's memory. As long as
    /// nothing has happened to it that a later copy would not have, it need not be made.
    pub(in crate::machine) fn separate_system(&mut self, parent: ThreadId) {
        let program = Arc::clone(&self.common.program);
        let mut inside = Vec::new();
        for at in 0..self.threads.len() {
            let thread = &self.threads[at];
            if at == parent.index() || thread.process != self.space.process || !thread.status.is_alive() {
                continue;
            }
            let Some(first) = thread.stack.frames.iter().position(|frame| program.code(frame.code).system) else {
                continue;
            };
            if let Then::Store(dst) = thread.stack.frames[first].then {
                self.threads[at].make_mut().stack.frames[first].then = Then::System(dst);
                inside.push(ThreadId::at(at));
            }
        }
        for resource in self.resources_of_system(&program, &inside) {
            let processes = self.processes_mut();
            processes.make_common(resource);
            processes.set_owner(resource, ProcessId::SYSTEM);
        }
        let held = SYSTEM.iter().any(|(module, variable)| match self.system_variable(module, variable) {
            Value::Object(id) => {
                let mut any = false;
                self.space.heap.peek(id).references(&mut |_| any = true);
                any
            }
            _ => false,
        });
        if held || !inside.is_empty() {
            self.make_system();
        }
    }

    /// A variable of a module, in the memory that is worked on.
    fn system_variable(&self, module: &str, name: &str) -> Value {
        let global = self.common.program.module(module).zip(self.common.names.get(name));
        let global = global.and_then(|(module, name)| self.common.program.global(module, name));
        global.map_or(Value::Unbound, |global| self.space.globals.get(global))
    }

    /// The primitives that the system's modules, and those who are in them, can come by.
    fn resources_of_system(&self, program: &Program, inside: &[ThreadId]) -> Vec<ResourceId> {
        let mut roots: Vec<Value> = Vec::new();
        for module in program.modules.iter().filter(|module| program.code(module.body).system) {
            roots.extend(module.variables.iter().map(|&(_, global)| self.space.globals.get(global)));
        }
        for thread in inside {
            let stack = self.threads[thread.index()].stack.view();
            roots.extend(&stack.registers[stack.system_base()..]);
        }
        let mut heap = self.space.heap.clone();
        heap.collect(roots, 0);
        let primitives = heap.objects().filter_map(|id| match heap.peek(id) {
            Object::Instance(Instance { native: Native::Resource(resource), .. }) => Some(*resource),
            _ => None,
        });
        primitives.collect()
    }

    /// Makes the memory of the system, if there is none yet, from that of the process that is worked on: it has only read of
    /// the system since it was forked.
    fn make_system(&mut self) {
        if self.processes_mut().system.is_some() {
            return;
        }
        let mut space: Space = self.space.clone();
        space.process = ProcessId::SYSTEM;
        space.main = ThreadId(u32::MAX);
        space.lasting.make_mut().thread_locals.clear();
        let own = |module| self.common.program.is_own(module);
        for (at, _) in self.common.program.globals.iter().enumerate().filter(|(_, global)| own(global.module)) {
            space.globals.set(GlobalId(at as u16), Value::Unbound);
        }
        self.processes_mut().system = Some(Shared::new(space));
    }

    /// Runs a function of the system's modules as a whole, in its memory, on behalf of a process: what happens to what it holds
    /// when it forks, and when it ends.
    pub(in crate::machine) fn tell_system(
        &mut self,
        function: &str,
        arguments: &[Value],
        thread: ThreadId,
        sink: &mut dyn Sink,
    ) {
        if self.processes.as_ref().is_none_or(|processes| processes.system.is_none()) {
            return;
        }
        let own = self.space.process;
        self.go_to(ProcessId::SYSTEM);
        for (module, _) in SYSTEM {
            if let Value::Object(id) = self.system_variable(module, function)
                && let Object::Function(function) = self.space.heap.peek(id)
            {
                let code = function.code;
                self.run_whole(code, arguments, thread, sink);
            }
        }
        self.go_to(own);
    }

    /// Runs library code from its beginning to its end, which nobody can come between.
    fn run_whole(&mut self, code: CodeId, arguments: &[Value], thread: ThreadId, sink: &mut dyn Sink) {
        let (program, statics) = (Edition::of(&self.common.program), Arc::clone(&self.common.statics));
        let atomic = std::mem::replace(&mut self.atomic, true);
        let (mut exec, pending) = self.take_up(thread, Stack::default(), &program, &statics, sink);
        let mut stack = std::mem::take(&mut exec.stack);
        exec.stack.reserve(0, exec.program.code(code).registers);
        exec.stack.registers[..arguments.len()].copy_from_slice(arguments);
        exec.stack.frames.push(Frame { code, at: Label(0), base: 0, then: Then::Exit, generator: None });
        loop {
            let stop = exec.run_counted();
            if stop != Stop::Budget {
                debug_assert_eq!(stop, Stop::Finished, "what the system does as a whole ends well");
                break;
            }
            exec.fuel = cost::BUDGET;
        }
        #[cfg(debug_assertions)]
        exec.check_touched();
        exec.machine.space.heap.watch.switch(false);
        self.atomic = atomic;
        self.space.heap.keep_stack(stack.view().bytes()).ok();
        let stack = stack.lay_down(self.silent);
        let known = self.threads[thread.index()].make_mut();
        (known.stack, known.pending) = (stack, pending);
    }
}

impl Exec<'_> {
    /// Whether the thread works in the memory of the system.
    #[inline]
    #[must_use]
    pub fn is_in_system(&self) -> bool {
        self.machine.space.process == ProcessId::SYSTEM
    }

    /// The process that the thread lives in, wherever it works.
    #[must_use]
    pub fn home(&self) -> ProcessId {
        self.machine.process_of(self.thread)
    }

    /// The thread goes over into the memory of another.
    fn cross(&mut self, to: ProcessId) {
        self.count_effort();
        let concurrent = self.concurrent;
        let machine = &mut *self.machine;
        machine.space.heap.watch.switch(false);
        #[cfg(debug_assertions)]
        machine.space.heap.watch.take().clear();
        machine.go_to(to);
        machine.space.heap.watch.switch(concurrent);
        self.passed.clear();
        self.named.set(None);
    }

    /// A function of the system was called, whose frame is innermost: if the system is a memory of its own, the thread goes
    /// over into it.
    ///
    /// # Errors
    /// When the arguments cannot be copied.
    #[cold]
    #[inline(never)]
    pub fn enter_system(&mut self) -> Result<()> {
        let frame = *self.stack.top();
        let Then::Store(dst) = frame.then else { return Ok(()) };
        let caller = self.stack.frames.len().checked_sub(2).map(|at| self.stack.frames[at].code);
        if self.is_in_system() || caller.is_some_and(|caller| self.code(caller).system) {
            return Ok(());
        }
        self.machine.make_system();
        let code = self.code(frame.code);
        let (base, module) = (frame.base as usize, code.module);
        let places = base..base + code.locals.len();
        let Some(parcels) = self.stack.registers[places.clone()]
            .iter()
            .map(|&value| if value.is_bound() { self.departing(value).map(Some) } else { Some(None) })
            .collect::<Option<Vec<_>>>()
        else {
            self.pop_frame();
            return Err(self.type_error("only plain data goes into the system"));
        };
        self.stack.top_mut().then = Then::System(dst);
        self.stack.registers[base..].fill(Value::Unbound);
        self.cross(ProcessId::SYSTEM);
        if !self.machine.space.lasting.modules_begun[module.index()] {
            self.machine.space.lasting.make_mut().modules_begun[module.index()] = true;
            let body = self.program.modules[module.index()].body;
            self.machine.run_whole(body, &[], self.thread, self.sink);
            self.machine.space.heap.watch.switch(self.concurrent);
        }
        for (place, parcel) in places.zip(parcels) {
            if let Some(parcel) = parcel {
                self.stack.registers[place] = self.unpacked(&parcel)?;
            }
        }
        Ok(())
    }

    /// The function of the system has returned: so does the thread.
    ///
    /// # Errors
    /// When the result cannot be copied.
    pub fn leave_system(&mut self, dst: Register, value: Value) -> Result<Flow> {
        let parcel = self.departing(value);
        self.cross(self.home());
        let Some(parcel) = parcel else { return Err(self.type_error("only plain data comes from the system")) };
        let value = self.unpacked(&parcel)?;
        self.stack.set(dst, value);
        Ok(Flow::Frame)
    }

    /// An exception leaves the system; returns its copy.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn raise_out_of_system(&mut self, exception: ObjectId) -> std::result::Result<ObjectId, Stop> {
        let departed = self.departed(exception);
        self.cross(self.home());
        let arrived = match departed {
            Some(departed) => self.arrived(departed),
            None => Err(self.runtime_error("the system failed")),
        };
        let raised = arrived.map_or_else(Raise::as_exception, Some);
        raised.ok_or(Stop::Limit(Limit::Memory))
    }

    fn departed(&self, id: ObjectId) -> Option<Departed> {
        let Object::Exception(exception) = self.object(id) else { return None };
        let args = exception.args.iter().map(|&value| self.departing(value)).collect::<Option<_>>()?;
        let attributes = exception.attributes.iter().map(|(name, value)| Some((name, self.departing(value)?)));
        Some(Departed {
            class: exception.class,
            args,
            attributes: attributes.collect::<Option<_>>()?,
            traceback: exception.traceback.clone(),
        })
    }

    fn arrived(&mut self, departed: Departed) -> Result<ObjectId> {
        let args = departed.args.iter().map(|parcel| self.unpacked(parcel)).collect::<Result<Vec<_>>>()?;
        let mut attributes = Attributes::default();
        for (name, parcel) in &departed.attributes {
            let value = self.unpacked(parcel)?;
            attributes.set(*name, value);
        }
        let Some(id) = self.exception(departed.class, &args).as_exception() else {
            return Err(Raise::limit(Limit::Memory));
        };
        let exception: &mut Exception = self.exception_mut(id);
        exception.attributes = attributes;
        exception.traceback = departed.traceback;
        Ok(id)
    }

    /// A value copied out of the memory; primitives stay the ones that they are.
    fn departing(&self, value: Value) -> Option<Parcel> {
        if let Value::Object(id) = value {
            match self.object(id) {
                &Object::Instance(Instance { native: Native::Resource(resource), class, .. }) => {
                    return Some(Parcel::Primitive(class, resource));
                }
                Object::Tuple(items) => {
                    return items.iter().map(|&item| self.departing(item)).collect::<Option<_>>().map(Parcel::Tuple);
                }
                _ => {}
            }
        }
        self.packed_plainly(value)
    }

    /// Does something for viewers in the memory of the process that the thread lives in.
    pub fn at_home(&mut self, look: impl FnOnce(&mut Self)) {
        if !self.is_in_system() {
            return look(self);
        }
        let home = self.home();
        self.machine.go_to(home);
        look(self);
        self.machine.go_to(ProcessId::SYSTEM);
    }
}
