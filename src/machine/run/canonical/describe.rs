//! Numbers for what is come by, and values told with them.

use std::{
    hash::Hash,
    sync::{Arc, OnceLock},
};

use smallvec::SmallVec;

use super::{
    order::Order,
    seen::Seen,
    trunk::Trunk,
    words::{Plain, Words},
};
use crate::machine::{
    Machine,
    state::{
        class,
        shared::Shared,
        told::{Thing, Told},
        value::{ClassId, ObjectId, Value},
    },
};
use crate::{
    ids::{ResourceId, ThreadId},
    program::{CodeId, NameId},
    sync::Describe,
};

/// Tables grow by so many places at once; the first ones are in the table itself.
const ROOM: usize = 16;

/// Numbers from 1 in the order of the first visit.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// By place in the machine's row, from `first` on; 0 for what was not come by.
    numbers: SmallVec<[u32; ROOM]>,
    /// Those before were there when the trunk was made.
    first: usize,
    /// Places that held garbage then, and something else now, with their numbers.
    late: SmallVec<[(usize, u32); 4]>,
    last: u32,
}

impl Table {
    fn behind(other: &Self, first: usize) -> Self {
        Self { first, last: other.last, numbers: SmallVec::from_buf([0; ROOM]), ..Self::default() }
    }

    /// The number of what was come by.
    pub fn known(&self, at: usize) -> Option<u32> {
        self.numbers.get(at).copied().filter(|&number| number > 0)
    }

    /// The places of what was come by.
    pub fn members(&self) -> impl Iterator<Item = usize> + '_ {
        self.numbers.iter().enumerate().filter(|(_, number)| **number > 0).map(|(at, _)| at)
    }

    /// The number that the trunk has for it: in every machine the same.
    #[inline]
    fn fixed(&self, at: usize, trunk: Option<&Self>) -> Option<u32> {
        if at < self.first { trunk?.known(at) } else { None }
    }

    /// A number for what the trunk has none for, and whether it is new.
    #[inline]
    fn number(&mut self, at: usize) -> (u32, bool) {
        let Some(at) = at.checked_sub(self.first) else { return self.late_number(at) };
        if at >= self.numbers.len() {
            self.numbers.resize(at + ROOM, 0);
        }
        let number = &mut self.numbers[at];
        let new = *number == 0;
        if new {
            self.last += 1;
            *number = self.last;
        }
        (*number, new)
    }

    fn late_number(&mut self, at: usize) -> (u32, bool) {
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
            classes: Table::behind(&numbers.classes, machine.space.lasting.classes.len()),
        }
    }
}

/// Tells a machine.
pub struct Describer<'m, W> {
    pub machine: &'m Machine,
    pub trunk: Option<&'m Trunk>,
    pub words: W,
    pub seen: Seen,
    /// The threads that live, as they are told.
    pub order: Order,
    /// What is told becomes a trunk, and threads are still to be made: containers that are still empty have no number in it,
    /// as what will be put into them has none.
    pub makes_trunk: bool,
    numbers: Numbers,
    waiting: SmallVec<[Thing; 32]>,
    part: Part,
}

/// The part that is being told by itself, if one is.
#[derive(Debug, Default)]
pub(super) struct Part {
    under_way: bool,
    /// What it speaks of that has different numbers in different machines.
    things: SmallVec<[Thing; 8]>,
    /// What it says follows from what else there is.
    depends: bool,
}

impl<'m, W: Words> Describer<'m, W> {
    pub fn new(machine: &'m Machine, words: W) -> Self {
        let trunk = machine.common.trunk.as_deref();
        let numbers = trunk.map_or_else(Numbers::default, Numbers::behind);
        Self {
            machine,
            trunk,
            words,
            seen: Seen { threads: machine.thread_names_count(), ..machine.common.statics.seen },
            order: Order::new(),
            makes_trunk: false,
            numbers,
            waiting: SmallVec::new(),
            part: Part::default(),
        }
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
                Thing::Object(id) => self.tell_new_object(id),
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
            Value::Bool(truth) => (4 + truth as u64) << 4,
            Value::Int(number) if number << 4 >> 4 == number => (number << 4) as u64 | 1,
            Value::Int(number) => {
                self.words.word(2);
                number as u64
            }
            Value::Float(real) => {
                self.words.word(3);
                real.number().to_bits()
            }
            Value::Native(id) => u64::from(id.number()) << 4 | 4,
            Value::Class(id) => self.class_word(id) << 4 | 5,
            Value::Module(module) => u64::from(module.id().0) << 4 | 6,
            Value::Object(id) => self.object_word(id),
            Value::Loop(progress) => {
                self.words.word(u64::from(progress.at()) << 4 | 9);
                self.object_word(progress.over())
            }
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
            return u64::from(id.number()) << 4 | 7;
        };
        let trunk = self.trunk.map(|trunk| &trunk.numbers.objects);
        let number = match self.numbers.objects.fixed(at, trunk) {
            Some(number) => number,
            None => self.number(Thing::Object(id)),
        };
        u64::from(number) << 4 | 8
    }

    /// The number of what the trunk has none for. In a part that is told by itself it is added behind.
    fn number(&mut self, thing: Thing) -> u32 {
        if self.part.under_way {
            self.part.things.push(thing);
            return 0;
        }
        let (number, new) = match thing {
            Thing::Object(id) => self.numbers.objects.number(id.index() - self.machine.space.heap.constants()),
            Thing::Thread(id) => self.numbers.threads.number(id.index()),
            Thing::Resource(id) => self.numbers.resources.number(id.index()),
            Thing::Class(id) => self.numbers.classes.number(id.index() - class::COUNT),
        };
        if new && !self.tells_itself(thing) {
            self.waiting.push(thing);
        }
        number
    }

    /// Threads that live are told by themselves.
    fn tells_itself(&self, thing: Thing) -> bool {
        matches!(thing, Thing::Thread(id) if self.machine.threads[id.index()].status.is_alive())
    }

    fn class_word(&mut self, id: ClassId) -> u64 {
        let Some(at) = id.index().checked_sub(class::COUNT) else { return u64::from(id.number()) << 1 };
        let fixed = self.numbers.classes.fixed(at, self.trunk.map(|trunk| &trunk.numbers.classes));
        let number = fixed.unwrap_or_else(|| self.number(Thing::Class(id)));
        u64::from(number) << 1 | 1
    }

    /// A class, by its number.
    pub fn class(&mut self, id: ClassId) {
        let word = self.class_word(id);
        self.words.word(word);
    }

    /// The number of a thread.
    pub fn thread_number(&mut self, id: ThreadId) -> u32 {
        let fixed = self.numbers.threads.fixed(id.index(), self.trunk.map(|trunk| &trunk.numbers.threads));
        fixed.unwrap_or_else(|| self.number(Thing::Thread(id)))
    }

    /// A primitive, by its number.
    pub fn resource(&mut self, id: ResourceId) {
        let fixed = self.numbers.resources.fixed(id.index(), self.trunk.map(|trunk| &trunk.numbers.resources));
        let number = fixed.unwrap_or_else(|| self.number(Thing::Resource(id)));
        self.words.word(u64::from(number));
    }

    /// A part of the machine: what it says by itself, once for all machines that share it, and then the numbers that it has
    /// here for what it speaks of. What says more is told in full each time; nothing, where there is nothing to tell.
    /// Parts are kept by machines that have a trunk: all of those that share a part have the same.
    pub fn part<T>(&mut self, part: &Shared<T>, tell: impl Fn(&mut Self)) {
        self.tell_kept(Some(part.told()), tell);
    }

    /// An object that the trunk does not know: as [`Self::part`], as long as its page is not written.
    fn tell_new_object(&mut self, id: ObjectId) {
        let space = &self.machine.space;
        if !space.lasting.identities.is_empty() {
            return self.tell_object(id);
        }
        self.tell_kept(space.heap.told(id), |this| this.tell_object(id));
    }

    fn tell_kept(&mut self, kept: Option<&OnceLock<Told>>, tell: impl Fn(&mut Self)) {
        // Where the end of objects is noticed, parts say more than those that are kept.
        if self.trunk.is_none() || self.machine.space.mortals.is_some() {
            return tell(self);
        }
        // Pages say which of their objects were asked for their identity, which is kept elsewhere.
        let known = kept.and_then(OnceLock::get).filter(|_| self.machine.space.lasting.identities.is_empty());
        if let Some(told) = known
            && let Some(words) = W::of(told.sums)
        {
            return self.part_told(&words, &told.things);
        }
        let Some((words, things)) = self.apart(&tell) else { return self.in_full(tell) };
        if let Some(kept) = kept {
            Self::keep(kept, &words, &things);
        }
        self.part_told(&words, &things);
    }

    fn keep(kept: &OnceLock<Told>, words: &W, things: &[Thing]) {
        if let Some(sums) = words.sums().filter(|_| kept.get().is_none()) {
            // Somebody else may have been quicker, and came to the same.
            let _ = kept.set(Told { sums, things: SmallVec::from_slice(things), signature: OnceLock::new() });
        }
    }

    /// What something says by itself, and what it speaks of; none where that follows from what else there is.
    fn apart(&mut self, tell: &impl Fn(&mut Self)) -> Option<(W, SmallVec<[Thing; 8]>)> {
        let outer = std::mem::take(&mut self.words);
        self.part.under_way = true;
        tell(self);
        let words = std::mem::replace(&mut self.words, outer);
        let Part { things, depends, .. } = std::mem::take(&mut self.part);
        (!depends).then_some((words, things))
    }

    fn in_full(&mut self, tell: impl Fn(&mut Self)) {
        self.words.word(u64::MAX);
        tell(self);
        self.words.word(u64::MAX);
    }

    /// As [`Self::alone`], of a part that machines share: it is told once for all of them.
    pub fn told_once(&mut self, kept: &OnceLock<Told>, tell: impl Fn(&mut Self)) -> SmallVec<[Thing; 8]> {
        // Where the end of objects is noticed, parts say more than those that are kept.
        if self.machine.space.mortals.is_some() {
            return self.alone(tell);
        }
        let told = kept.get().and_then(|told| Some((W::of(told.sums)?, SmallVec::from_slice(&told.things))));
        let Some((words, things)) = told.or_else(|| self.apart(&tell)) else { return self.alone(tell) };
        Self::keep(kept, &words, &things);
        self.words.part(&words);
        things
    }

    /// Tells something without numbers for what it speaks of; returns what that is.
    pub fn alone(&mut self, tell: impl FnOnce(&mut Self)) -> SmallVec<[Thing; 8]> {
        self.part.under_way = true;
        tell(self);
        std::mem::take(&mut self.part).things
    }

    fn part_told(&mut self, words: &W, things: &[Thing]) {
        if *words == W::default() {
            return;
        }
        self.words.part(words);
        for &thing in things {
            let number = self.number(thing);
            self.words.word(u64::from(number));
        }
    }

    /// What is told now follows from more than the part that is being told.
    pub fn depends_on_others(&mut self) {
        self.part.depends = self.part.under_way;
    }

    /// A code object: by its number, or by the text that it was made of while the program ran.
    pub fn code(&mut self, code: CodeId) {
        self.made_code(code);
        self.words.word(self.code_word(code));
    }

    /// The number of a code object of the program; of one that was made while it ran, its place among those of its text.
    pub fn code_word(&self, code: CodeId) -> u64 {
        match self.machine.common.program.origin(code) {
            Some((_, place)) => place as u64,
            None => u64::from(code.0),
        }
    }

    /// The text of a code object that was made while the program ran; nothing for others.
    pub fn made_code(&mut self, code: CodeId) {
        let machine = self.machine;
        if let Some((wanted, _)) = machine.common.program.origin(code) {
            self.words.word(u64::MAX);
            self.plain(&(wanted.mode as u8, wanted.annotations_as_text, wanted.file.len()));
            self.text(&wanted.file);
            self.text(&wanted.text);
        }
    }

    /// A name; one that was made while the program ran, by its text.
    pub fn name(&mut self, name: NameId) {
        if name.index() < self.machine.common.program.names.len() {
            return self.words.word(u64::from(name.0));
        }
        self.words.word(u64::MAX);
        let text = Arc::clone(self.machine.common.names.text(name));
        self.text(&text);
    }

    /// Threads whose order makes no difference, each with a number.
    pub fn crowd_of(&mut self, threads: &mut dyn Iterator<Item = (ThreadId, u64)>) {
        let before = self.part.things.len();
        let numbered = threads.map(|(thread, number)| (self.thread_number(thread), number));
        let mut numbered: SmallVec<[(u32, u64); 8]> = numbered.collect();
        if numbered.len() > 1 && self.part.things.len() > before {
            // Their order follows from their numbers.
            self.depends_on_others();
        }
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
        self.part(primitive, |this| primitive.describe(this));
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
