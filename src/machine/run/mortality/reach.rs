//! What the program can reach, and what shows it.

use indexmap::IndexMap;

use crate::{
    ids::{ResourceId, ThreadId},
    machine::{
        Machine,
        run::exec::Exec,
        state::{
            class,
            frame::Frame,
            mortal::{Root, Witness},
            object::Object,
            resting::Calls,
            value::{ClassId, ObjectId, Value},
        },
    },
    program::{
        Code, GlobalId, Instruction, Label, Program,
        liveness::{self, Alive},
    },
    sync::Primitive,
};

/// How an object was come by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    /// It was not.
    None,
    /// From the root of that number.
    Root(u32),
    /// From another object.
    From(ObjectId),
}

/// What can be reached, each by one way.
pub struct Reach {
    first: usize,
    ways: Vec<Way>,
    roots: Vec<(Root, ObjectId)>,
}

impl Reach {
    /// Looks through all that the program can reach; lasting roots come first, so that what they hold is held for long.
    pub fn of(exec: &Exec<'_>) -> Self {
        let heap = &exec.machine.space.heap;
        let mut roots = Vec::new();
        exec.each_root(&mut |root, value| roots.extend(value.object().map(|id| (root, id))));
        let mut reach = Self { first: heap.constants(), ways: vec![Way::None; heap.used()], roots };
        let mut reached: Vec<ObjectId> = Vec::new();
        for at in 0..reach.roots.len() {
            let (_, id) = reach.roots[at];
            if reach.enter(id, Way::Root(at as u32)) {
                reached.push(id);
            }
            while let Some(id) = reached.pop() {
                heap.peek(id).references(&mut |value| {
                    if let Value::Object(next) = value
                        && reach.enter(next, Way::From(id))
                    {
                        reached.push(next);
                    }
                });
            }
        }
        reach
    }

    fn enter(&mut self, id: ObjectId, way: Way) -> bool {
        let Some(at) = id.index().checked_sub(self.first) else { return false };
        if self.ways[at] != Way::None {
            return false;
        }
        self.ways[at] = way;
        true
    }

    /// Whether it can be reached.
    pub fn has(&self, id: ObjectId) -> bool {
        id.index().checked_sub(self.first).is_none_or(|at| self.ways[at] != Way::None)
    }

    fn way(&self, id: ObjectId) -> Way {
        id.index().checked_sub(self.first).map_or(Way::None, |at| self.ways[at])
    }
}

impl Exec<'_> {
    /// The temporaries that loops hold in a frame that comes to rest, where the end of objects is noticed.
    #[inline]
    #[must_use]
    pub fn held_at_rest(&self, code: &Code, next: Label) -> u64 {
        if self.machine.space.mortals.is_some() { held_by_loops(code, next) } else { 0 }
    }

    /// Calls back with whatever the program comes by without going through an object.
    fn each_root(&self, each: &mut dyn FnMut(Root, Value)) {
        self.machine.each_lasting_root(each);
        let process = self.machine.space.process;
        for (at, thread) in self.machine.threads.iter().enumerate() {
            let id = ThreadId::at(at);
            if thread.process == process && thread.status.is_alive() {
                each(Root::Thread(id), thread.object);
                if let Some(pending) = &thread.pending {
                    pending.operation.values().into_iter().for_each(|value| each(Root::Thread(id), value));
                }
                if id != self.thread {
                    each_register(self.program, id, thread.stack.view(), false, each);
                }
            }
        }
        each_register(self.program, self.thread, self.stack.view(), true, each);
    }

    /// Whether the root still leads to the object.
    fn holds(&self, root: Root, id: ObjectId) -> bool {
        let value = Value::Object(id);
        let leads = |register: Option<&Value>| register.and_then(|value| value.object()) == Some(id);
        let space = &self.machine.space;
        match root {
            Root::Global(global) => space.globals.get(global) == value,
            Root::OfClass(class, name) => self.machine.class(class).attributes.get(&name) == Some(&value),
            Root::Register(thread, at) if thread == self.thread => {
                leads(self.stack.registers.get(at as usize))
                    && is_alive_in(self.program, self.stack.view(), at as usize)
            }
            Root::Register(thread, at) => leads(self.machine.threads[thread.index()].stack.registers.get(at as usize)),
            Root::Running(thread, depth) => {
                let own = thread == self.thread;
                let stack = if own { self.stack.view() } else { self.machine.threads[thread.index()].stack.view() };
                stack.frames.get(depth as usize).is_some_and(|frame| frame.generator == Some(id))
            }
            Root::Thread(thread) => {
                let thread = &self.machine.threads[thread.index()];
                let pending = || thread.pending.as_ref().and_then(|pending| pending.operation.values());
                thread.status.is_alive() && (thread.object == value || pending() == Some(value))
            }
            Root::Local(local, thread) => space.lasting.thread_locals.get(&(local, thread)) == Some(&id),
            Root::Queue(resource) => match self.machine.resource(resource) {
                Primitive::Queue(queue) => queue.items().chain(queue.offered()).any(|item| item == value),
                _ => false,
            },
            Root::Kept => space.mortals.as_ref().is_some_and(|mortals| {
                mortals.kept.contains(&id) || mortals.waiting.iter().any(|&(_, _, waiting)| waiting == id)
            }),
        }
    }

    /// Whether what showed at the last look that all known objects can be reached still shows it.
    pub fn is_witnessed(&mut self) -> bool {
        let mut written = self.machine.space.heap.written.take().unwrap_or_default();
        let space = &self.machine.space;
        let Some(mortals) = &space.mortals else { return true };
        let Witness { roots, next, about } = &mortals.witness;
        let stands = *about == mortals.known.len()
            && roots.iter().all(|&(root, id)| self.holds(root, id))
            && written.iter().all(|id| next.get(id).is_none_or(|next| self.leads_to(*id, next)));
        written.clear();
        self.machine.space.heap.written = Some(written);
        stands
    }

    fn leads_to(&self, id: ObjectId, next: &[ObjectId]) -> bool {
        let mut left: Vec<ObjectId> = next.to_vec();
        self.machine.space.heap.peek(id).references(&mut |value| {
            if let Some(id) = value.object() {
                left.retain(|&other| other != id);
            }
        });
        left.is_empty()
    }

    /// Keeps what shows that the known objects can be reached, of those that can.
    pub fn witness(&mut self, reach: &Reach) {
        let Some(mortals) = &mut self.machine.space.mortals else { return };
        let mut witness = Witness { about: mortals.known.len(), ..Witness::default() };
        for mortal in &mortals.known {
            let mut at = mortal.object;
            loop {
                match reach.way(at) {
                    Way::None => break,
                    Way::Root(root) => {
                        let root = reach.roots[root as usize];
                        if !witness.roots.contains(&root) {
                            witness.roots.push(root);
                        }
                        break;
                    }
                    Way::From(before) => {
                        let next: &mut Vec<ObjectId> = witness.next.entry(before).or_default();
                        let known = !next.is_empty();
                        if !next.contains(&at) {
                            next.push(at);
                        }
                        if known {
                            break;
                        }
                        at = before;
                    }
                }
            }
        }
        mortals.witness = witness;
    }

    /// Of the objects that lists held at the last look: which list that was.
    pub fn lists_before(&self) -> IndexMap<ObjectId, ObjectId, rustc_hash::FxBuildHasher> {
        let mut parents = IndexMap::default();
        if let Some(mortals) = &self.machine.space.mortals {
            for (&from, next) in &mortals.witness.next {
                if matches!(self.machine.space.heap.peek(from), Object::List(_)) {
                    parents.extend(next.iter().map(|&id| (id, from)));
                }
            }
        }
        parents
    }
}

impl Machine {
    /// Roots that last: variables, classes, what threads have of their own, queues, circles that wait.
    fn each_lasting_root(&self, each: &mut dyn FnMut(Root, Value)) {
        for (at, value) in self.space.globals.iter().enumerate() {
            each(Root::Global(GlobalId(at as _)), value);
        }
        for (at, class) in self.space.lasting.classes.iter().enumerate() {
            let id = ClassId::at(at + class::COUNT);
            class.attributes.iter().for_each(|(&name, &value)| each(Root::OfClass(id, name), value));
        }
        for (&(local, thread), &dict) in &self.space.lasting.thread_locals {
            if self.threads[thread.index()].status.is_alive() {
                each(Root::Local(local, thread), Value::Object(dict));
            }
        }
        for (at, resource) in self.resources.iter().enumerate() {
            let id = ResourceId::at(at);
            if let Primitive::Queue(queue) = &**resource
                && self.owner_process(id) == self.space.process
            {
                queue.items().chain(queue.offered()).for_each(|value| each(Root::Queue(id), value));
            }
        }
        if let Some(mortals) = &self.space.mortals {
            let waiting = mortals.waiting.iter().map(|(_, _, id)| id);
            mortals.kept.iter().chain(waiting).for_each(|&id| each(Root::Kept, Value::Object(id)));
        }
    }
}

/// Calls back with the registers of a thread that matter, and the generators that run in it. One that rests has emptied the others.
fn each_register(program: &Program, thread: ThreadId, stack: Calls<'_>, runs: bool, each: &mut dyn FnMut(Root, Value)) {
    for (depth, frame) in stack.frames.iter().enumerate() {
        if let Some(generator) = frame.generator {
            each(Root::Running(thread, depth as u32), Value::Object(generator));
        }
        let next = stack.frames.get(depth + 1);
        if !runs {
            continue;
        }
        let (base, end, alive) = matters(program, frame, next);
        let locals = program.code(frame.code).locals.len();
        for at in base..end.min(stack.registers.len()) {
            if at < base + locals || Alive::has(alive, at - base - locals) {
                each(Root::Register(thread, at as u32), stack.registers[at]);
            }
        }
        if let Some(next) = next.filter(|next| next.constructs()) {
            let at = next.base - 1;
            each(Root::Register(thread, at), stack.registers[at as usize]);
        }
    }
    if !runs {
        for (at, &value) in stack.registers.iter().enumerate() {
            each(Root::Register(thread, at as u32), value);
        }
    }
}

/// The registers of a frame from where to where, and which temporaries among them matter.
fn matters(program: &Program, frame: &Frame, next: Option<&Frame>) -> (usize, usize, u64) {
    let code = program.code(frame.code);
    let base = frame.base as usize;
    let end = base + frame.live(code).max(code.locals.len());
    let end = next.map_or(end, |next| end.min(next.base as usize - usize::from(next.constructs())));
    let alive = frame.alive(code, next.map(|next| next.then));
    (base, end, alive | held_by_loops(code, frame.at))
}

/// Whether a register of the running thread matters.
fn is_alive_in(program: &Program, stack: Calls<'_>, at: usize) -> bool {
    let Some(depth) = stack.frames.iter().rposition(|frame| frame.base as usize <= at) else { return false };
    let frame = &stack.frames[depth];
    let next = stack.frames.get(depth + 1);
    if next.is_some_and(|next| next.constructs() && next.base as usize == at + 1) {
        return true;
    }
    let (base, end, alive) = matters(program, frame, next);
    let locals = program.code(frame.code).locals.len();
    at < end && (at < base + locals || Alive::has(alive, at - base - locals))
}

/// The registers of what loops around the next instruction go over, a bit each: that is held until the loop is left, also where
/// nothing leads back to its beginning.
fn held_by_loops(code: &Code, next: Label) -> u64 {
    let before = code.instructions.iter().take(next.index());
    before.fold(0, |bits, instruction| match instruction {
        Instruction::ForNext { iterator, target, .. } if next < *target => bits | liveness::bit(code, *iterator),
        _ => bits,
    })
}
