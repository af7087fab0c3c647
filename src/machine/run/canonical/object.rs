//! Objects and classes.

use super::{describe::Describer, words::Words};
use crate::machine::state::{
    class::Class,
    dict::Dict,
    object::{
        Attributes, Exception, Function, Generator, GeneratorState, Instance, Iterator, Method, Native, Object,
        Property, Super,
    },
    set::Set,
    value::{ClassId, ObjectId, Value},
};

impl<W: Words> Describer<'_, W> {
    /// An object, with what it is made of.
    pub fn tell_object(&mut self, id: ObjectId) {
        let heap = &self.machine.space.heap;
        // Who can reach it, and whether somebody may still change it, decides what is a step.
        let bits = u64::from(heap.is_shared(id)) << 8 | u64::from(heap.is_frozen(id)) << 9;
        let identities = &self.machine.space.lasting.identities;
        if !identities.is_empty() {
            self.depends_on_others();
        }
        let identity = identities.get(&id);
        let bits = bits | u64::from(identity.is_some()) << 10;
        if let Some(&identity) = identity {
            // No word for a kind has this bit.
            self.words.word(identity as u64 | 1 << 63);
        }
        let kind = |kind: u64| kind | bits;
        match heap.peek(id) {
            Object::Tuple(items) => self.kind_and_values(kind(4), items),
            Object::List(items) => self.kind_and_values(kind(5), items.peek()),
            Object::Slice(parts) => self.kind_and_values(kind(10), &**parts),
            Object::Cell(value) => self.kind_and_values(kind(11), &[*value]),
            Object::Method(method) => {
                let Method { receiver, function } = **method;
                self.kind_and_values(kind(13), &[receiver, function]);
            }
            Object::Property(property) => {
                let Property { get, set, delete, doc } = **property;
                self.kind_and_values(kind(19), &[get, set, delete, doc]);
            }
            Object::StaticMethod(value) => self.kind_and_values(kind(20), &[*value]),
            Object::ClassMethod(value) => self.kind_and_values(kind(21), &[*value]),
            object => self.tell_structure(id, object, bits),
        }
    }

    fn kind_and_values(&mut self, kind: u64, values: &[Value]) {
        self.words.word(kind);
        self.values(values);
    }

    /// An object that is more than a few values.
    fn tell_structure(&mut self, id: ObjectId, object: &Object, bits: u64) {
        let kind = |kind: u64| kind | bits;
        match object {
            Object::Free => self.words.word(kind(0)),
            Object::Str(text) => {
                self.words.word(kind(1));
                self.text(text.as_str());
            }
            Object::BigInt(number) => {
                self.words.word(kind(2));
                self.plain(number);
            }
            Object::Bytes(bytes) => {
                self.words.word(kind(3));
                self.plain(bytes);
            }
            Object::ByteArray(bytes) => {
                self.words.word(kind(24));
                self.plain(bytes.peek());
            }
            Object::Dict(dict) => {
                self.words.word(kind(6));
                self.dict(dict.peek());
            }
            Object::Set(set) => {
                self.words.word(kind(7));
                self.set(set.peek());
            }
            Object::FrozenSet(set) => {
                self.words.word(kind(8));
                self.set(set.peek());
            }
            Object::Range(range) => {
                self.words.word(kind(9));
                self.plain(range);
            }
            Object::LongRange(range) => {
                self.words.word(kind(10));
                self.plain(range);
            }
            Object::Function(function) => {
                self.words.word(kind(12));
                self.function(function);
            }
            Object::Instance(instance) => {
                self.words.word(kind(14));
                self.instance(id, instance);
            }
            Object::Exception(exception) => {
                self.words.word(kind(15));
                self.exception(exception);
            }
            Object::Generator(generator) => {
                self.words.word(kind(16));
                self.generator(generator);
            }
            Object::Iterator(iterator) => {
                self.words.word(kind(17));
                self.iterator(iterator);
            }
            Object::DictView { dict, kind: part } => {
                self.words.word(kind(18));
                self.object(*dict);
                self.words.word(*part as u64);
            }
            Object::Super(parts) => {
                let Super { class, object, order } = **parts;
                self.words.word(kind(22));
                self.class(class);
                self.value(object);
                self.class(order);
            }
            Object::Traceback(entries) => {
                self.words.word(kind(23));
                self.plain(entries);
            }
            Object::Tuple(_) | Object::List(_) | Object::Slice(_) | Object::Cell(_) | Object::Method(_) => {}
            Object::Property(_) | Object::StaticMethod(_) | Object::ClassMethod(_) => {}
        }
    }

    /// The keys in their order. The hash of a key that is equal to itself alone is the key's to tell.
    fn dict(&mut self, dict: &Dict) {
        self.words.word(dict.len() as u64);
        for (hash, key, value) in dict.hashed() {
            self.value(key);
            self.value(value);
            if let Some(id) = key.object().filter(|&id| !self.is_text(id)) {
                let own = self.machine.space.lasting.identities.get(&id) != Some(&hash);
                self.words.word(u64::from(own));
                if own {
                    self.words.word(hash as u64);
                }
            }
        }
    }

    /// The table as it is: in which order the members come depends on its history.
    fn set(&mut self, set: &Set) {
        let (size, finger) = set.layout();
        self.words.word(size as u64);
        self.words.word(finger as u64);
        for (at, slot) in set.slots() {
            self.words.word((at as u64) << 2 | 2 | u64::from(slot.is_some()));
            if let Some((hash, key)) = slot {
                self.value(key);
                self.words.word(hash as u64);
            }
        }
        self.words.word(0);
    }

    fn is_text(&self, id: ObjectId) -> bool {
        matches!(self.machine.space.heap.peek(id), Object::Str(_) | Object::Bytes(_) | Object::BigInt(_))
    }

    fn attributes(&mut self, attributes: &Attributes) {
        self.words.word(attributes.len() as u64);
        for (name, value) in attributes.iter() {
            self.name(name);
            self.value(value);
        }
    }

    fn function(&mut self, function: &Function) {
        let Function { code, defaults, cells, attributes } = function;
        self.code(*code);
        self.values(defaults);
        self.values(cells);
        self.attributes(attributes);
    }

    fn instance(&mut self, id: ObjectId, instance: &Instance) {
        let Instance { class, constructing, native, attributes } = instance;
        self.class(*class);
        self.words.word(u64::from(*constructing));
        self.attributes(attributes);
        match *native {
            Native::None => self.words.word(0),
            Native::Thread(thread) => {
                self.words.word(1);
                let number = self.thread_number(thread);
                self.words.word(u64::from(number));
            }
            Native::Resource(resource) => {
                self.words.word(2);
                self.resource(resource);
            }
            Native::Condition { room, lock } => {
                self.words.word(3);
                self.resource(room);
                self.object(lock);
            }
            Native::Value(value) => {
                self.words.word(4);
                self.value(value);
            }
            Native::ThreadLocal { made_with } => {
                self.words.word(5);
                self.value(made_with);
                self.thread_locals(id);
            }
            Native::Weak(value) => {
                self.words.word(6);
                self.value(value);
            }
        }
    }

    /// What the threads that live have in it, in their order.
    fn thread_locals(&mut self, local: ObjectId) {
        self.depends_on_others();
        let machine = self.machine;
        let entries = machine
            .space
            .lasting
            .thread_locals
            .iter()
            .filter(|((object, thread), _)| *object == local && machine.threads[thread.index()].status.is_alive());
        let mut entries: Vec<(u32, ObjectId)> =
            entries.map(|(&(_, thread), &dict)| (self.thread_number(thread), dict)).collect();
        entries.sort_unstable_by_key(|&(thread, _)| thread);
        self.words.word(entries.len() as u64);
        for (thread, dict) in entries {
            self.words.word(u64::from(thread));
            self.object(dict);
        }
    }

    fn exception(&mut self, exception: &Exception) {
        let Exception {
            class,
            args,
            attributes,
            traceback,
            cause,
            context,
            suppress_context,
            about,
            shown_traceback,
            held,
        } = exception;
        self.class(*class);
        self.values(args);
        self.attributes(attributes);
        self.plain(traceback);
        self.values(held);
        // Asking once more may give this very object.
        self.value(shown_traceback.map_or(Value::Unbound, |(shown, _)| shown));
        self.value(*cause);
        self.value(*context);
        self.words.word(u64::from(*suppress_context) | u64::from(about.is_some()) << 1);
        if let Some((name, object)) = *about {
            self.name(name);
            self.value(object);
        }
    }

    fn generator(&mut self, generator: &Generator) {
        let Generator { code, state, asked, awaitable } = generator;
        self.made_code(*code);
        self.words.word(self.code_word(*code) | u64::from(*asked) << 32 | u64::from(*awaitable) << 33);
        match state {
            GeneratorState::Running => self.words.word(1),
            GeneratorState::Finished => self.words.word(2),
            GeneratorState::Suspended(frame) => {
                self.words.word(3);
                self.plain(&(frame.at, frame.receives));
                self.values(&frame.registers);
            }
        }
    }

    /// An iterator; over a dict it stands behind so many keys.
    fn iterator(&mut self, iterator: &Iterator) {
        match *iterator {
            Iterator::Sequence { of, at } => self.standing(1, of, at.into()),
            Iterator::Reversed { of, left } => self.standing(2, of, left.into()),
            Iterator::Range { start, next, step, left } => {
                self.words.word(3);
                [start, next, step, left].into_iter().for_each(|number| self.words.word(number as u64));
            }
            Iterator::Dict { of, kind, at, size, left } => {
                self.words.word(left.into());
                let at = self.rank(of, at);
                self.standing(4 | (kind as u64) << 8 | u64::from(size) << 16, of, at);
            }
            Iterator::DictReversed { of, kind, at, size } => {
                let at = self.rank(of, at);
                self.standing(5 | (kind as u64) << 8 | u64::from(size) << 16, of, at);
            }
            Iterator::Set { of, at, size } => self.standing(6 | u64::from(size) << 16, of, at.into()),
            Iterator::LongRange { of, at } => self.standing(8, of, at),
            Iterator::Exhausted(class) => {
                self.words.word(7);
                self.class(class);
            }
        }
    }

    fn standing(&mut self, kind: u64, of: ObjectId, at: u64) {
        self.words.word(kind);
        self.object(of);
        self.words.word(at);
    }

    fn rank(&mut self, dict: ObjectId, at: u32) -> u64 {
        self.depends_on_others();
        match self.machine.space.heap.peek(dict) {
            Object::Dict(dict) => dict.peek().rank(at as usize) as u64,
            _ => at.into(),
        }
    }

    /// A class, with what it is made of.
    pub fn tell_class(&mut self, id: ClassId) {
        let machine = self.machine;
        let Class {
            name,
            qualified_name,
            module,
            bases,
            order,
            metaclass,
            is_abstract,
            // It follows from the attributes that the class and its bases were made with.
            finalizer: _,
            // So do they.
            kept: _,
            attributes,
            layout,
            slots,
            own,
            // It says once more what the methods say that are among the attributes.
            record: _,
        } = machine.class(id);
        [name, qualified_name, module].into_iter().for_each(|text| self.text(text));
        for classes in [bases, order] {
            self.words.word(classes.len() as u64);
            classes.iter().for_each(|&class| self.class(class));
        }
        self.words.word(attributes.len() as u64);
        for (&name, &value) in attributes {
            self.name(name);
            self.value(value);
        }
        self.plain(layout);
        self.class(*metaclass);
        self.words.word(u64::from(*own) | u64::from(*is_abstract) << 1);
        match slots {
            None => self.words.word(u64::MAX),
            Some(slots) => {
                self.words.word(slots.len() as u64);
                slots.iter().for_each(|&name| self.name(name));
            }
        }
    }
}
