//! The canonical form of a machine: what counts for how the program can go on, and nothing else.
//!
//! Two machines of one program with equal forms can do the same, step by step, and come to equal forms again; the converse
//! holds as far as it is cheap. Whatever the program can reach is described in the order of the first visit from its
//! variables and threads, and is spoken of by that order: which ids it has is history. Left out are garbage, ended threads and
//! primitives that nobody can reach, the clock and all moments (a timeout counts as one, not when it is), how long threads
//! have run, labels, the output, locals that are not read again, in which order threads wait where that decides nothing, and
//! names of threads that the text cannot ask for. Not seen through, and so left to whoever searches: what a program reads from the clock,
//! which a search holds still, and the addresses that `id` and the plain `repr` of an object show.
//!
//! A silent machine keeps its *trunk*: what it was before its first thread began, described once. From then on, only what
//! is new and what has changed is described, and old things are spoken of by their numbers in the trunk. So forms are compared
//! among silent machines, or among others. Tests: `tests/machine/canonical.rs`.

mod describe;
mod object;
mod order;
mod seen;
mod thread;
mod trunk;
mod words;

use smallvec::SmallVec;

use crate::machine::{
    Machine,
    state::{
        mortal::{Mortal, Mortals},
        object::Object,
        space::{Lasting, Space},
        thread::{Status, Thread},
        value::{ClassId, Value},
    },
};
use crate::{
    event::{NO_DEADLINE, Nanos},
    ids::{ResourceId, ThreadId},
    program::GlobalId,
};

use describe::Describer;
pub use order::Order;
pub use seen::Seen;
pub use trunk::Trunk;
use words::{Key, Words};

impl Machine {
    /// A hash of [the canonical form](Self::canonical_form) of 128 bits. If it mixes as well as it should, that two of 10⁸
    /// different forms have one key happens with a probability of 1.5·10⁻²³ (10¹⁶ pairs over 2·2¹²⁸).
    #[must_use]
    pub fn canonical_key(&self) -> u128 {
        self.canonical().0
    }

    /// [The key](Self::canonical_key), and the threads that live in the order in which they are told: where two machines have
    /// equal forms, the threads at one place of both do the same.
    #[must_use]
    pub fn canonical(&self) -> (u128, Order) {
        let mut describer = Describer::new(self, Key::default());
        describer.machine();
        (describer.words.finish(), describer.order)
    }

    /// What counts for how the program can go on, complete: for tests and for whoever cannot live with a hash.
    #[must_use]
    pub fn canonical_form(&self) -> Vec<u64> {
        let mut describer = Describer::new(self, Vec::new());
        describer.machine();
        describer.finish().0
    }
}

impl<W: Words> Describer<'_, W> {
    /// Everything.
    fn machine(&mut self) {
        let Machine {
            // It is the same in all machines of a program, but for names: these are told by their texts, objects, classes and
            // primitives when they are come by.
            common,
            // They follow from the rest.
            ready: _,
            timed: _,
            alive: _,
            // Told when they are come by.
            resources: _,
            // Time, what was printed, and what is for viewers.
            clock: _,
            by_the_wall: _,
            output: _,
            cores: _,
            budget: _,
            silent: _,
            effects: _,
            time: _,
            // Told below, as a whole.
            processes: _,
            // Told with the threads.
            owed: _,
            thread_names: _,
            space,
            threads: _,
            atomic,
            rules,
            end,
            limit,
            circles,
        } = self.machine;
        if self.machine.processes.is_some() {
            return self.exact();
        }
        let Space {
            process: _,
            main: _,
            module: _,
            heap: _,
            globals: _,
            // What is in it is told below, and where it is come by.
            lasting: _,
            thread_counter,
            recursion_limit,
            most_digits,
            mortals,
            finishing,
            lookups: _,
        } = space;
        self.words.word(u64::from(common.trunk.is_some()));
        if let Some(trunk) = &common.trunk {
            self.words.trunk(&trunk.form, trunk.key);
        }
        self.plain(&(end, limit, atomic, rules, recursion_limit, most_digits));
        if self.seen.threads {
            self.words.word(u64::from(*thread_counter));
        }
        self.number_living();
        self.flags();
        self.globals();
        self.living();
        self.owed();
        // Who waits for whom is told with the threads; in which order circles closed is history.
        if circles.is_empty() {
            self.words.word(0);
        } else {
            self.crowd_of(&mut circles.members().map(|(thread, is_final)| (thread, is_final.into())));
        }
        self.words.word(u64::from(mortals.is_some()) | u64::from(*finishing) << 1);
        if let Some(mortals) = mortals {
            self.mortals(mortals);
        }
        self.changed();
        self.visit_all();
    }

    /// The objects whose end is noticed, in the order in which they would come to it together.
    fn mortals(&mut self, mortals: &Mortals) {
        let Mortals { known, references, kept, waiting, collecting, witness: _ } = mortals;
        self.words.word(u64::from(*collecting) | (known.len() as u64) << 1);
        for &Mortal { object, finalizer } in known {
            self.object(object);
            self.words.word(u64::from(finalizer));
        }
        self.words.word(references.len() as u64);
        for &(reference, target) in references {
            self.object(reference);
            self.object(target);
        }
        self.words.word(kept.len() as u64);
        kept.iter().for_each(|&object| self.object(object));
        self.words.word(waiting.len() as u64);
        for &(thread, calls, object) in waiting {
            let number = self.thread_number(thread);
            self.words.word(u64::from(number) << 32 | u64::from(calls));
            self.object(object);
        }
    }

    /// A machine with several processes as it is: its memories are not seen through. Two equal ones go on alike; of two that only
    /// differ in history nothing is found out. Parts are told by their hashes of 64 bits.
    fn exact(&mut self) {
        let machine = self.machine;
        self.plain(&(&machine.end, &machine.limit, &machine.atomic, &machine.rules));
        self.plain(&(&machine.space, &machine.processes, &machine.resources, &machine.circles));
        for thread in &machine.threads {
            let Thread { process, object, name, daemon, status, stack, pending, run_time: _, exception, identified } =
                &**thread;
            let status = match *status {
                Status::Blocked { on, deadline, .. } => Status::Blocked { on, since: 0, deadline: timed(deadline) },
                Status::Sleeping { .. } => Status::Sleeping { until: 0 },
                status => status,
            };
            self.plain(&(process, object, name, daemon, status, stack, pending, exception, identified));
        }
    }

    /// Which variables are settled, and which modules have begun.
    fn flags(&mut self) {
        let machine = self.machine;
        let before = self.trunk.map(|trunk| &*trunk.machine.space.lasting);
        // Classes, locals and identities are told where they are come by.
        let Lasting { settled, modules_begun, classes: _, thread_locals: _, identities: _ } = &*machine.space.lasting;
        self.flag_row(settled, before.map(|before| &*before.settled));
        self.flag_row(modules_begun, before.map(|before| &*before.modules_begun));
    }

    fn flag_row(&mut self, flags: &[bool], before: Option<&[bool]>) {
        if before.is_some_and(|before| std::ptr::eq(before, flags) || before == flags) {
            return self.words.word(u64::MAX);
        }
        for flags in flags.chunks(63) {
            let bits = flags.iter().enumerate().fold(0, |bits, (at, &flag)| bits | u64::from(flag) << at);
            self.words.word(bits);
        }
    }

    fn globals(&mut self) {
        let machine = self.machine;
        let trunk = self.trunk.map(|trunk| &trunk.machine.space.globals);
        let (library, same) = machine.space.globals.library(trunk);
        self.words.word(u64::from(same));
        if !same {
            machine.space.globals.iter().take(library).for_each(|value| self.value(value));
        }
        let (variables, alive) = (machine.common.statics.variables(&machine.common.program), self.variables_alive());
        for (at, &value) in machine.space.globals.own().iter().enumerate() {
            let matters = alive.is_none_or(|alive| variables.matters(at, alive))
                && !(self.makes_trunk && variables.is_own(at) && self.is_empty(value));
            self.value(if matters { value } else { Value::Unbound });
        }
    }

    /// Whether it is a container without anything in it: what threads may be put into.
    fn is_empty(&self, value: Value) -> bool {
        value.object().is_some_and(|id| match self.machine.space.heap.peek(id) {
            Object::List(items) => items.peek().is_empty(),
            Object::Dict(dict) => dict.peek().is_empty(),
            Object::Set(set) => set.peek().is_empty(),
            _ => false,
        })
    }

    /// The variables of the program's module that its statements can still read; all of them, where others see them.
    fn variables_alive(&self) -> Option<u64> {
        let machine = self.machine;
        if self.seen.locals || self.trunk.is_none() || machine.space.mortals.is_some() {
            return None;
        }
        let main = &machine.threads[machine.space.main.index()];
        let Some(frame) = main.stack.frames.first() else { return Some(0) };
        let waits = main.pending.as_ref().is_some_and(|pending| !pending.operation.comes_again());
        let variables = machine.common.statics.variables(&machine.common.program);
        let alive = || variables.alive(frame.at, waits || main.stack.frames.len() > 1);
        Some(if frame.code == variables.body() { alive() } else { 0 })
    }

    /// What the trunk knows, and what is not what it was there.
    fn changed(&mut self) {
        let Some(trunk) = self.trunk else { return };
        let (machine, before) = (self.machine, &trunk.machine);
        let (classes, known) = (&machine.space.lasting, &before.space.lasting);
        if !classes.is(known) {
            let pairs = classes.classes.iter().zip(&known.classes).enumerate();
            for (at, _) in pairs.filter(|(_, (now, before))| !now.is(before)) {
                let id = ClassId::at(at + crate::machine::state::class::COUNT);
                self.tell_changed(3, trunk.numbers.classes.known(at), |this| this.tell_class(id));
            }
        }
        for (at, (now, before)) in machine.resources.iter().zip(&*before.resources).enumerate() {
            if !now.is(before) && now != before {
                let id = ResourceId::at(at);
                self.tell_changed(2, trunk.numbers.resources.known(at), |this| this.tell_resource(id));
            }
        }
        for (at, (now, before)) in machine.threads.iter().zip(&before.threads).enumerate() {
            if !now.status.is_alive() && !now.is(before) {
                let id = ThreadId::at(at);
                self.tell_changed(1, trunk.numbers.threads.known(at), |this| this.tell_thread(id));
            }
        }
        self.words.word(0);
        let (heap, earlier) = (&machine.space.heap, &before.space.heap);
        for (page, changed) in heap.changed_since(earlier) {
            self.part(page, |this| {
                for id in changed.objects() {
                    let number = trunk.numbers.objects.known(id.index() - heap.constants());
                    this.tell_changed(4, number, |this| this.tell_object(id));
                }
            });
        }
        self.words.word(0);
        self.identified(trunk);
        self.words.word(0);
    }

    /// Old objects whose hash was asked for since.
    fn identified(&mut self, trunk: &Trunk) {
        let (machine, constants) = (self.machine, self.machine.space.heap.constants());
        let new = machine
            .space
            .lasting
            .identities
            .iter()
            .filter(|(id, _)| !trunk.machine.space.lasting.identities.contains_key(*id));
        let new = new.filter_map(|(id, &hash)| Some((trunk.numbers.objects.known(id.index() - constants)?, hash)));
        let mut new: SmallVec<[(u32, i64); 2]> = new.collect();
        new.sort_unstable();
        for (number, hash) in new {
            self.tell_changed(5, Some(number), |this| this.words.word(hash as u64));
        }
    }

    /// Something that the trunk has a number for; what it has none for was garbage already, or is new and is come by.
    fn tell_changed(&mut self, kind: u64, number: Option<u32>, tell: impl FnOnce(&mut Self)) {
        if let Some(number) = number {
            self.words.word(u64::from(number) << 8 | kind);
            tell(self);
        }
    }
}

/// Whether there is a deadline, without when.
const fn timed(deadline: Nanos) -> Nanos {
    if deadline == NO_DEADLINE { NO_DEADLINE } else { 0 }
}

/// A variable's value, for tests that look at what a search would call the outcome.
impl Machine {
    /// The whole number that a variable of the program's module holds, if it is one.
    #[must_use]
    pub fn global_int(&self, name: &str) -> Option<i64> {
        let name = self.common.program.names.get(name)?;
        let global: GlobalId = self.common.program.global(self.space.module, name)?;
        match self.space.globals.get(global) {
            Value::Int(number) => Some(number),
            Value::Bool(truth) => Some(truth as i64),
            _ => None,
        }
    }
}
