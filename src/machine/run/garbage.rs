//! What nobody can reach is freed: from where the program can come, through all objects that are come by.

use std::sync::Arc;

use crate::{
    ids::{ProcessId, ResourceId, ThreadId},
    machine::{
        Machine,
        run::exec::Exec,
        state::{resting::Calls, value::Value},
    },
    sync::Primitive,
};

impl Exec<'_> {
    /// Frees what nobody can reach.
    pub fn collect_garbage(&mut self) {
        let machine = &mut *self.machine;
        let mut roots: Vec<Value> = Vec::new();
        roots_of_stack(self.stack.view(), machine.space.process == ProcessId::SYSTEM, &mut roots);
        machine.roots(&mut roots);
        roots.extend(machine.old_objects());
        let beside = machine.queued_items() * size_of::<Value>();
        machine.space.heap.collect(roots, beside);
        machine.space.forget_the_free();
        if !machine.silent {
            let heap = &machine.space.heap;
            Arc::make_mut(&mut Arc::make_mut(&mut machine.common).labels).forget(|id| heap.is_free(id));
        }
    }
}

impl Machine {
    /// How many items there are in all queues.
    fn queued_items(&self) -> usize {
        let items = self.resources.iter().map(|resource| match &**resource {
            Primitive::Queue(queue) => queue.items().len(),
            _ => 0,
        });
        items.sum()
    }

    /// Everything that the program can reach, but for the stack of the thread that is running.
    fn roots(&self, roots: &mut Vec<Value>) {
        roots.extend(self.space.roots());
        let in_system = self.space.process == ProcessId::SYSTEM;
        for (at, thread) in self.threads.iter().enumerate() {
            if !in_system && thread.process != self.space.process {
                continue;
            }
            roots_of_stack(thread.stack.view(), in_system, roots);
            if !in_system {
                roots.extend([thread.object, thread.exception]);
            }
            if let Some(pending) = &thread.pending
                && self.whereabouts(ThreadId::at(at)) == self.space.process
            {
                roots.extend(pending.operation.values());
            }
        }
        for (at, resource) in self.resources.iter().enumerate() {
            if let Primitive::Queue(queue) = &**resource
                && self.owner_process(ResourceId::at(at)) == self.space.process
            {
                roots.extend(queue.items());
                roots.extend(queue.offered());
            }
        }
    }
}

/// What is come by from a stack: from what it has in the memory of the system, or from all below.
fn roots_of_stack(stack: Calls<'_>, in_system: bool, roots: &mut Vec<Value>) {
    let frame = stack.system_frame().unwrap_or(stack.frames.len());
    let register = stack.system_base();
    let (frames, registers) = match in_system {
        true => (&stack.frames[frame..], &stack.registers[register..]),
        false => (&stack.frames[..frame], &stack.registers[..register]),
    };
    roots.extend(registers);
    roots.extend(frames.iter().filter_map(|frame| frame.generator.map(Value::Object)));
}
