//! The trunk: a machine before its first thread began, which later ones are described against.
//!
//! Where threads are alike, it is the machine before the first thread was *made*: then no thread, and nothing that is made for
//! one, has a number that is the same in every machine, and threads can change places.

use std::sync::Arc;

use super::{
    describe::{Describer, Numbers},
    words::{Key, Words},
};
use crate::ids::ThreadId;
use crate::machine::{
    Machine,
    run::exec::Exec,
    state::{
        class,
        frame::{Frame, Stack},
        object::Object,
        operation::Operation,
        resting::{Calls, RestingStack},
        value::{ClassId, ObjectId, Value},
    },
};

/// The machine that later ones are described against.
#[derive(Debug)]
pub struct Trunk {
    pub(super) machine: Machine,
    pub(super) numbers: Numbers,
    pub(super) form: Vec<u64>,
    pub(super) key: u128,
}

impl Trunk {
    /// A copy of the machine; threads that are alike were still to come, or not.
    fn of(machine: Machine, before_threads: bool) -> Self {
        let mut describer = Describer::new(&machine, Vec::new());
        describer.makes_trunk = before_threads;
        describer.machine();
        let (form, numbers) = describer.finish();
        let mut key = Key::default();
        form.iter().for_each(|&word| key.word(word));
        Self { machine, numbers, form, key: key.finish() }
    }

    /// How many threads there were.
    pub fn threads(&self) -> usize {
        self.machine.threads.len()
    }

    /// How many primitives there were.
    pub fn resources(&self) -> usize {
        self.machine.resources.len()
    }

    /// Whether the class was there, or is builtin.
    pub fn knows_class(&self, class: ClassId) -> bool {
        class.index() < class::COUNT + self.machine.space.lasting.classes.len()
    }

    /// Whether the object, which is no constant, could be reached.
    pub fn knows(&self, id: ObjectId) -> bool {
        self.numbers.objects.known(id.index() - self.machine.space.heap.constants()).is_some()
    }

    /// The objects that could be reached, behind so many constants.
    pub fn objects(&self, constants: usize) -> impl Iterator<Item = ObjectId> + '_ {
        self.numbers.objects.members().map(move |at| ObjectId::at(at + constants))
    }
}

impl Machine {
    /// Keeps the trunk, if the silent machine is about to start its first thread.
    pub(in crate::machine) fn keep_trunk(&mut self, thread: ThreadId) {
        if !self.silent || self.common.trunk.is_some() || self.alive > 1 {
            return;
        }
        let pending = self.threads[thread.index()].pending.as_ref();
        if pending.is_some_and(|pending| matches!(pending.operation, Operation::Start { .. })) {
            let seedling = self.common_mut().seedling.take().filter(|_| self.has_threads_alike());
            let trunk = Arc::new(match seedling {
                Some(seedling) => Trunk::of(Arc::unwrap_or_clone(seedling), true),
                None => Trunk::of(self.shared_copy(), false),
            });
            self.common_mut().trunk = Some(trunk);
        }
    }

    /// A copy whose parts later machines have, too, for as long as they write none.
    fn shared_copy(&mut self) -> Self {
        self.space.heap.share();
        self.space.globals.share();
        self.resources.share();
        self.clone()
    }

    /// Whether two threads do the same, or whether there is one as yet, which others may follow.
    fn has_threads_alike(&self) -> bool {
        let made = &self.threads[1..];
        let work: Vec<_> = made.iter().filter_map(|thread| self.work_of(thread.object)).collect();
        made.len() == 1 || work.iter().enumerate().any(|(at, one)| work[..at].contains(one))
    }

    /// What a thread does, as far as its object says: its class, and the function that it was given.
    fn work_of(&self, thread: Value) -> Option<(ClassId, Option<Value>)> {
        let Object::Instance(instance) = self.space.heap.peek(thread.object()?) else { return None };
        let target = self.common.program.names.get("_target");
        Some((instance.class, target.and_then(|name| instance.attributes.get(name))))
    }
}

impl Exec<'_> {
    /// The thread is about to make another, which this object is to be: if that is the first one of a silent machine, the machine
    /// may become a trunk.
    pub(in crate::machine) fn keep_seedling(&mut self, made: Value) {
        let machine = &*self.machine;
        let is_first = machine.silent && machine.common.trunk.is_none() && machine.threads.len() == 1;
        if !is_first || machine.common.seedling.is_some() || machine.processes.is_some() {
            return;
        }
        let stack = self.calls_before(made);
        let machine = &mut *self.machine;
        // While it runs, its calls are not in the machine.
        machine.threads[self.thread.index()].make_mut().stack = stack;
        let seedling = machine.shared_copy();
        machine.threads[self.thread.index()].make_mut().stack = RestingStack::default();
        machine.common_mut().seedling = Some(Arc::new(seedling));
    }

    /// The calls of the running thread below that which makes the object, without what that was given.
    fn calls_before(&self, made: Value) -> RestingStack {
        let Stack { frames, registers } = &self.stack;
        let makes = |frame: &Frame| {
            let object = (frame.base as usize).checked_sub(1).and_then(|at| registers.get(at));
            frame.constructs() && object == Some(&made)
        };
        let below = frames.iter().position(makes).unwrap_or(0);
        let Some(caller) = below.checked_sub(1).map(|at| frames[at]) else { return RestingStack::default() };
        let locals = caller.base as usize + self.program.code(caller.code).locals.len();
        let below = Calls { frames: &frames[..below], registers: &registers[..locals.min(registers.len())] };
        below.copy_down()
    }
}
