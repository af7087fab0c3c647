//! What nobody can reach is freed: from where the program can come, through all objects that are come by.

use std::sync::Arc;

use crate::{
    ids::ResourceId,
    machine::{Machine, run::exec::Exec, state::value::Value},
    sync::Primitive,
};

impl Exec<'_> {
    /// Frees what nobody can reach.
    pub fn collect_garbage(&mut self) {
        let machine = &mut *self.machine;
        let mut roots: Vec<Value> = self.stack.registers.clone();
        roots.extend(self.stack.frames.iter().filter_map(|frame| frame.generator.map(Value::Object)));
        machine.roots(&mut roots);
        roots.extend(machine.old_objects());
        let beside = machine.queued_items() * size_of::<Value>();
        machine.space.heap.collect(roots, beside);
        machine.space.forget_the_free();
        if !machine.silent {
            let heap = &machine.space.heap;
            Arc::make_mut(&mut machine.labels).forget(|id| heap.is_free(id));
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
        for thread in self.threads.iter().filter(|thread| thread.process == self.space.process) {
            roots.extend(&thread.stack.registers);
            roots.extend(thread.stack.frames.iter().filter_map(|frame| frame.generator.map(Value::Object)));
            roots.extend([thread.object, thread.exception]);
            if let Some(pending) = &thread.pending {
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
