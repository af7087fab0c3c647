//! Numbers for what is come by, and values told with them.

use std::hash::Hash;

use smallvec::SmallVec;

use super::{
    Trunk,
    seen::Seen,
    words::{Plain, Words},
};
use crate::machine::{
    Machine,
    state::{
        class,
        value::{ClassId, ObjectId, Value},
    },
};
use crate::{
    ids::{ResourceId, ThreadId},
    program::NameId,
    sync::Describe,
};

/// Numbers from 1 in the order of the first visit.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// By place in the machine's row, from `first` on; 0 for what was not come by.
    numbers: SmallVec<[u32; 16]>,
    /// Those before were there when the trunk was made.
    first: usize,
    /// Places that held garbage then, and something else now, with their numbers.
    late: Vec<(usize, u32)>,
    last: u32,
}

impl Table {
    fn behind(other: &Self, first: usize) -> Self {
        Self { first, last: other.last, ..Self::default() }
    }

    /// The number of what was come by.
    pub fn known(&self, at: usize) -> Option<u32> {
        self.numbers.get(at).copied().filter(|&number| number > 0)
    }

    /// A number, and whether it is new. What the trunk has a number for keeps it.
    #[inline]
    fn number(&mut self, at: usize, trunk: Option<&Self>) -> (u32, bool) {
        if at < self.first {
            return self.old_number(at, trunk);
        }
        let at = at - self.first;
        if at >= self.numbers.len() {
            self.numbers.resize(at + 1, 0);
        }
        let number = &mut self.numbers[at];
        let new = *number == 0;
        if new {
            self.last += 1;
            *number = self.last;
        }
        (*number, new)
    }

    fn old_number(&mut self, at: usize, trunk: Option<&Self>) -> (u32, bool) {
        if let Some(known) = trunk.and_then(|trunk| trunk.known(at)) {
            return (known, false);
        }
        if let Some(&(_, number)) = self.late.iter().find(|&&(known, _)| known == at) {
            return (number, false);
        }
        self.last += 1;
        self.late.push((at, self.last));
        (self.last, true)
    }
}

/// What has numbers.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    pub objects: Table,
    pub threads: Table,
    pub resources: Table,
    pub classes: Table,
}

impl Numbers {
    fn behind(trunk: &Trunk) -> Self {
        let Trunk { machine, numbers, .. } = trunk;
        Self {
            objects: Table::behind(&numbers.objects, machine.space.heap.used()),
            threads: Table::behind(&numbers.threads, machine.threads.len()),
            resources: Table::behind(&numbers.resources, machine.resources.len()),
            classes: Table::behind(&numbers.classes, machine.space.classes.len()),
        }
    }
}

/// Something that was come by and is to be told.
#[derive(Clone, Copy, Debug)]
enum Thing {
    Object(ObjectId),
    Thread(ThreadId),
    Resource(ResourceId),
    Class(ClassId),
}

/// Tells a machine.
pub struct Describer<'m, W> {
    pub machine: &'m Machine,
    pub trunk: Option<&'m Trunk>,
    pub words: W,
    pub seen: Seen,
    numbers: Numbers,
    waiting: SmallVec<[Thing; 32]>,
}

impl<'m, W: Words> Describer<'m, W> {
    pub fn new(machine: &'m Machine, words: W) -> Self {
        let trunk = machine.trunk.as_deref();
        let numbers = trunk.map_or_else(Numbers::default, Numbers::behind);
        Self { machine, trunk, words, seen: machine.statics.seen, numbers, waiting: SmallVec::new() }
    }

    /// What was told, and the numbers.
    pub fn finish(self) -> (W, Numbers) {
        (self.words, self.numbers)
    }

    /// Plain data, with no id of the machine in it.
    pub fn plain(&mut self, data: &impl Hash) {
        data.hash(&mut Plain(&mut self.words));
    }

    /// Text, as many bytes as it has.
    pub fn text(&mut self, text: &str) {
        self.plain(&text.as_bytes());
    }

    /// Tells everything that was come by and was not told yet.
    pub fn visit_all(&mut self) {
        let mut at = 0;
        while let Some(&thing) = self.waiting.get(at) {
            at += 1;
            match thing {
                Thing::Object(id) => self.tell_object(id),
                Thing::Thread(id) => self.tell_thread(id),
                Thing::Resource(id) => self.tell_resource(id),
                Thing::Class(id) => self.tell_class(id),
            }
        }
    }

    /// A value: one word for most.
    #[inline]
    pub fn value(&mut self, value: Value) {
        let word = match value {
            Value::Unbound => 0,
            Value::None => 1 << 4,
            Value::NotImplemented => 2 << 4,
            Value::Ellipsis => 3 << 4,
            Value::Bool(truth) => (4 + u64::from(truth)) << 4,
            Value::Int(number) if number << 4 >> 4 == number => (number << 4) as u64 | 1,
            Value::Int(number) => {
                self.words.word(2);
                number as u64
            }
            Value::Float(number) => {
                self.words.word(3);
                number.to_bits()
            }
            Value::Native(id) => u64::from(id.0) << 4 | 4,
            Value::Class(id) => self.class_word(id) << 4 | 5,
            Value::Module(id) => u64::from(id.0) << 4 | 6,
            Value::Object(id) => self.object_word(id),
        };
        self.words.word(word);
    }

    /// Values, and how many.
    pub fn values(&mut self, values: &[Value]) {
        self.words.word(values.len() as u64);
        values.iter().for_each(|&value| self.value(value));
    }

    /// An object, by its number.
    pub fn object(&mut self, id: ObjectId) {
        let word = self.object_word(id);
        self.words.word(word);
    }

    #[inline]
    fn object_word(&mut self, id: ObjectId) -> u64 {
        let Some(at) = id.index().checked_sub(self.machine.space.heap.constants()) else {
            return u64::from(id.0) << 4 | 7;
        };
        let (number, new) = self.numbers.objects.number(at, self.trunk.map(|trunk| &trunk.numbers.objects));
        if new {
            self.waiting.push(Thing::Object(id));
        }
        u64::from(number) << 4 | 8
    }

    fn class_word(&mut self, id: ClassId) -> u64 {
        let Some(at) = id.index().checked_sub(class::COUNT) else { return u64::from(id.0) << 1 };
        let (number, new) = self.numbers.classes.number(at, self.trunk.map(|trunk| &trunk.numbers.classes));
        if new {
            self.waiting.push(Thing::Class(id));
        }
        u64::from(number) << 1 | 1
    }

    /// A class, by its number.
    pub fn class(&mut self, id: ClassId) {
        let word = self.class_word(id);
        self.words.word(word);
    }

    /// The number of a thread.
    pub fn thread_number(&mut self, id: ThreadId) -> u32 {
        let trunk = self.trunk.map(|trunk| &trunk.numbers.threads);
        let (number, new) = self.numbers.threads.number(id.index(), trunk);
        // Those that live are told by themselves.
        if new && !self.machine.threads[id.index()].status.is_alive() {
            self.waiting.push(Thing::Thread(id));
        }
        number
    }

    /// A primitive, by its number.
    pub fn resource(&mut self, id: ResourceId) {
        let trunk = self.trunk.map(|trunk| &trunk.numbers.resources);
        let (number, new) = self.numbers.resources.number(id.index(), trunk);
        if new {
            self.waiting.push(Thing::Resource(id));
        }
        self.words.word(u64::from(number));
    }

    /// A name; one that was made while the program ran, by its text.
    pub fn name(&mut self, name: NameId) {
        self.words.word(u64::from(name.0));
        if name.index() >= self.machine.program.names.len() {
            self.words.word(u64::MAX);
            let text = std::sync::Arc::clone(self.machine.names.text(name));
            self.text(&text);
        }
    }

    /// Threads whose order makes no difference, each with a number.
    pub fn crowd_of(&mut self, threads: &mut dyn Iterator<Item = (ThreadId, u64)>) {
        let numbered = threads.map(|(thread, number)| (self.thread_number(thread), number));
        let mut numbered: SmallVec<[(u32, u64); 8]> = numbered.collect();
        numbered.sort_unstable();
        self.words.word(numbered.len() as u64);
        for (thread, number) in numbered {
            self.words.word(u64::from(thread));
            self.words.word(number);
        }
    }

    /// A primitive, with what it is made of.
    pub fn tell_resource(&mut self, id: ResourceId) {
        let machine = self.machine;
        let primitive = &machine.resources[id.index()];
        self.words.word(primitive.kind() as u64);
        primitive.describe(self);
    }
}

impl<W: Words> Describe<Value> for Describer<'_, W> {
    fn number(&mut self, number: u64) {
        self.words.word(number);
    }

    fn thread(&mut self, thread: ThreadId) {
        let number = self.thread_number(thread);
        self.words.word(u64::from(number));
    }

    fn item(&mut self, item: Value) {
        self.value(item);
    }

    fn crowd(&mut self, threads: &mut dyn Iterator<Item = (ThreadId, u64)>) {
        self.crowd_of(threads);
    }
}
