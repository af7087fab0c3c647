//! The memory of one process: its objects, variables, classes, modules and thread-locals.
//!
//! Threads live in a space, primitives and time do not: those are the machine's. What follows from the program text
//! (constants, the library's classes) is the same in every space, and not kept here.

use std::{
    hash::{Hash, Hasher},
    sync::Arc,
};

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHasher};

use crate::{
    ids::{ProcessId, ThreadId},
    machine::{
        RECURSION_LIMIT,
        state::{
            class::Class,
            globals::Globals,
            heap::Heap,
            lookups::Lookups,
            mortal::Mortals,
            object::Object,
            shared::Shared,
            value::{ObjectId, Value},
        },
    },
    program::{GlobalId, ModuleId, Program},
    text::format::integer::MOST_DIGITS,
};

/// What seldom changes once the modules are imported: copies share it as a whole.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lasting {
    /// Variables that nobody writes any more.
    pub settled: Box<[bool]>,
    /// Modules that have begun to run.
    pub modules_begun: Box<[bool]>,
    /// Classes written in Python.
    pub classes: Vec<Shared<Class>>,
    /// The attributes of `threading.local` objects, a dict for each thread.
    pub thread_locals: IndexMap<(ObjectId, ThreadId), ObjectId, FxBuildHasher>,
    /// The hashes of objects that are equal to nothing but themselves, once somebody has asked: in which order a set has
    /// them must not depend on where they lie.
    pub identities: IndexMap<ObjectId, i64, FxBuildHasher>,
}

/// The memory of one process.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Space {
    /// Which process that is.
    pub process: ProcessId,
    /// The thread that began with it: the process ends with this one.
    pub main: ThreadId,
    /// The module of the program that it runs.
    pub module: ModuleId,
    /// Objects.
    pub heap: Heap,
    /// The variables of its modules.
    pub globals: Globals,
    /// What seldom changes.
    pub lasting: Shared<Lasting>,
    /// How many threads have been named by a number.
    pub thread_counter: u32,
    /// Calls nested deeper raise `RecursionError`.
    pub recursion_limit: usize,
    /// Whole numbers of more digits are not written down; numbers of so many are not read.
    pub most_digits: usize,
    /// Objects whose end is noticed, where there are any.
    pub mortals: Option<Box<Mortals>>,
    /// The program is over, but for what is done at the end of the objects that are left.
    pub finishing: bool,
    /// What was found on its classes: no part of its state.
    pub lookups: Lookups,
}

impl Space {
    /// The memory of a process of the program that has not begun, over the program's constants, allowed so many bytes.
    #[must_use]
    pub fn new(program: &Program, base: Arc<[Object]>, memory: usize, main: ThreadId) -> Self {
        Self {
            process: ProcessId(0),
            main,
            module: program.own_modules().next().unwrap_or_else(|| program.main_id()),
            heap: Heap::new(base, memory),
            globals: Globals::new(program),
            lasting: Shared::new(Lasting {
                settled: vec![false; program.globals.len()].into(),
                modules_begun: vec![false; program.modules.len()].into(),
                ..Lasting::default()
            }),
            thread_counter: 0,
            recursion_limit: RECURSION_LIMIT,
            most_digits: MOST_DIGITS,
            mortals: None,
            finishing: false,
            lookups: Lookups::default(),
        }
    }

    /// Whether nobody writes the variable any more.
    #[inline]
    #[must_use]
    pub fn is_settled(&self, global: GlobalId) -> bool {
        self.lasting.settled[global.index()]
    }

    /// Nobody writes the variable from now on.
    pub fn settle(&mut self, global: GlobalId) {
        if !self.is_settled(global) {
            self.lasting.make_mut().settled[global.index()] = true;
        }
    }

    /// What the program can come by from its variables, classes and thread-locals.
    pub fn roots(&self) -> impl Iterator<Item = Value> {
        let of_classes = self.lasting.classes.iter().flat_map(|class| {
            let record = class.record.iter().flat_map(|record| record.values());
            class.attributes.values().copied().chain(record)
        });
        let locals = self.lasting.thread_locals.values().map(|&id| Value::Object(id));
        let mortals = self.mortals.iter().flat_map(|mortals| &mortals.known).map(|mortal| Value::Object(mortal.object));
        self.globals.iter().chain(of_classes).chain(locals).chain(mortals)
    }

    /// Forgets what is kept beside objects that are gone.
    pub fn forget_the_free(&mut self) {
        let heap = &self.heap;
        if let Some(mortals) = &mut self.mortals {
            mortals.references.retain(|&(reference, _)| !heap.is_free(reference));
        }
        if !self.lasting.thread_locals.is_empty() || !self.lasting.identities.is_empty() {
            let lasting = self.lasting.make_mut();
            lasting.thread_locals.retain(|&(id, _), _| !heap.is_free(id));
            lasting.identities.retain(|&id, _| !heap.is_free(id));
        }
    }
}

impl Hash for Lasting {
    /// Takes in every field, as `Eq` does.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { settled, modules_begun, classes, thread_locals, identities } = self;
        (settled, modules_begun, classes).hash(state);
        state.write_u64(sum(thread_locals.iter()));
        state.write_u64(sum(identities.iter()));
    }
}

/// A hash of the entries of a map, in whatever order: equal maps may have theirs in different ones.
fn sum(entries: impl Iterator<Item = impl Hash>) -> u64 {
    let hashes = entries.map(|entry| {
        let mut hasher = FxHasher::default();
        entry.hash(&mut hasher);
        hasher.finish()
    });
    hashes.fold(0, u64::wrapping_add)
}
