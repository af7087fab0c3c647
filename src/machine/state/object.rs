//! Objects on the heap.

use std::sync::Arc;

use num_bigint::BigInt;

use crate::machine::state::{
    content::Content,
    dict::Dict,
    effort,
    frame::SavedFrame,
    long_range::LongRange,
    place::Deed,
    set::Set,
    value::{ClassId, ObjectId, Value},
};
use crate::{
    ids::{ResourceId, ThreadId},
    program::{CodeId, Label, NameId},
};

/// An object.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub enum Object {
    /// Nothing lives here.
    #[default]
    Free,
    Str(Str),
    BigInt(Arc<BigInt>),
    Bytes(Arc<[u8]>),
    ByteArray(Box<Content<Vec<u8>>>),
    Tuple(Arc<[Value]>),
    List(Content<Vec<Value>>),
    Dict(Box<Content<Dict>>),
    Set(Box<Content<Set>>),
    FrozenSet(Box<Content<Set>>),
    Range(Box<Range>),
    LongRange(Box<LongRange>),
    Slice(Box<[Value; 3]>),
    /// A variable that functions share.
    Cell(Value),
    Function(Box<Function>),
    Method(Box<Method>),
    Instance(Instance),
    Exception(Box<Exception>),
    Generator(Box<Generator>),
    Iterator(Iterator),
    DictView {
        dict: ObjectId,
        kind: ViewKind,
    },
    Property(Box<Property>),
    StaticMethod(Value),
    ClassMethod(Value),
    Super(Box<Super>),
    /// Where an exception went through, innermost first.
    Traceback(Arc<[TraceEntry]>),
}

/// A string with its length in characters.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Str {
    text: Arc<str>,
    chars: u32,
}

impl Str {
    /// Counts the characters once.
    #[must_use]
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() } as u32;
        Self { text, chars }
    }

    /// The text.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text, shared.
    #[must_use]
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// How many characters (code points) it has.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        self.chars as usize
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// The offset in bytes of the character at `index`, or of the end.
    #[must_use]
    pub fn offset(&self, index: usize) -> usize {
        if self.text.len() == self.len() {
            return index.min(self.len());
        }
        self.text.char_indices().nth(index).map_or(self.text.len(), |(offset, _)| offset)
    }

    /// The characters from `start` to before `end`.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> &str {
        let from = self.offset(start);
        &self.text[from..self.offset(end).max(from)]
    }
}

/// `range(start, stop, step)`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    /// How many numbers it has.
    #[must_use]
    pub fn len(&self) -> i64 {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let distance = if step > 0 { stop - start } else { start - stop };
        let steps = (distance + step.abs() - 1) / step.abs();
        i64::try_from(steps.max(0)).unwrap_or(i64::MAX)
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at `index`, if it is in the range.
    #[inline]
    #[must_use]
    pub fn get(&self, index: u32) -> Option<i64> {
        // What is too large for 64 bits is behind the end.
        let number = self.start.checked_add(self.step.checked_mul(index.into())?)?;
        let inside = if self.step > 0 { number < self.stop } else { number > self.stop };
        inside.then_some(number)
    }

    /// The number at `index`, which has to be in the range.
    #[must_use]
    pub fn at(&self, index: i64) -> i64 {
        self.start.wrapping_add(index.wrapping_mul(self.step))
    }
}

/// A function of the program.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Function {
    /// What it runs.
    pub code: CodeId,
    /// Defaults of the last positional parameters, then of the keyword-only ones that have some.
    pub defaults: Box<[Value]>,
    /// The cells that it takes from around.
    pub cells: Box<[Value]>,
    /// Attributes that the program gave it.
    pub attributes: Attributes,
}

/// A method together with the object that it is called on.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Method {
    pub receiver: Value,
    pub function: Value,
}

/// An object of a class.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Instance {
    /// Its class.
    pub class: ClassId,
    /// Its `__init__` has not returned yet.
    pub constructing: bool,
    /// What it is besides its attributes.
    pub native: Native,
    /// Its attributes in the order of their binding.
    pub attributes: Attributes,
}

/// What an instance is besides its attributes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Native {
    /// Nothing else.
    None,
    /// A thread.
    Thread(ThreadId),
    /// A primitive.
    Resource(ResourceId),
    /// A condition: its waiting room, and the object that is its lock.
    Condition { room: ResourceId, lock: ObjectId },
    /// An instance of a subclass of a builtin type: the list, dict, string, … that it is.
    Value(Value),
    /// `threading.local`: the attributes of each thread are in a dict of their own. What it was made with is for the
    /// `__init__` of a subclass, and unbound where there is none.
    ThreadLocal { made_with: Value },
    /// A weak reference, which does not hold what it leads to; unbound where that has come to its end.
    Weak(Value),
}

/// Named values in the order of their binding.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct Attributes(Vec<(NameId, Value)>);

impl Attributes {
    /// These names, which are different from each other.
    #[must_use]
    pub const fn of(row: Vec<(NameId, Value)>) -> Self {
        Self(row)
    }

    /// The value of that name.
    #[inline]
    #[must_use]
    pub fn get(&self, name: NameId) -> Option<Value> {
        self.0.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
    }

    /// Binds the name; returns whether it is new.
    pub fn set(&mut self, name: NameId, value: Value) -> bool {
        if let Some(place) = self.0.iter_mut().find(|(known, _)| *known == name) {
            place.1 = value;
            return false;
        }
        self.0.push((name, value));
        true
    }

    /// Binds the name to another value, if it is bound; returns whether it was.
    #[inline]
    pub fn replace(&mut self, name: NameId, value: Value) -> bool {
        let place = self.0.iter_mut().find(|(known, _)| *known == name);
        place.map(|place| place.1 = value).is_some()
    }

    /// Unbinds the name; returns what it was bound to.
    pub fn remove(&mut self, name: NameId) -> Option<Value> {
        let at = self.0.iter().position(|(known, _)| *known == name)?;
        Some(self.0.remove(at).1)
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (NameId, Value)> + '_ {
        self.0.iter().copied()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// An exception.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Exception {
    pub class: ClassId,
    pub args: Arc<[Value]>,
    pub attributes: Attributes,
    /// Where it went through, innermost first.
    pub traceback: Vec<TraceEntry>,
    /// The traceback that was last asked for, and how many entries there were.
    pub shown_traceback: Option<(Value, usize)>,
    pub cause: Value,
    pub context: Value,
    pub suppress_context: bool,
    /// The name that was not found, and the object that does not have it.
    pub about: Option<(NameId, Value)>,
    /// What the calls held that it has left, where the end of objects is noticed: a traceback keeps them.
    pub held: Vec<Value>,
}

/// One line of a traceback.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct TraceEntry {
    pub code: CodeId,
    pub at: Label,
}

/// A generator, a coroutine or an asynchronous generator: its code says which.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Generator {
    pub code: CodeId,
    pub state: GeneratorState,
    /// Of an asynchronous one: whoever awaits its next item has begun to, and does not have it yet.
    pub asked: bool,
    /// A generator that can be awaited: `types.coroutine` has marked it.
    pub awaitable: bool,
}

/// What a generator is doing.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub enum GeneratorState {
    /// It waits to be asked.
    Suspended(SavedFrame),
    /// It is running.
    Running,
    /// It has ended.
    Finished,
}

/// An iterator over a builtin container.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub enum Iterator {
    /// Over a list, tuple, string or bytes: the container and the position (bytes for strings).
    Sequence { of: ObjectId, at: u32 },
    /// Backwards over a list, tuple, string or bytes; so many items are left (bytes for strings).
    Reversed { of: ObjectId, left: u32 },
    /// Over a range that begins at `start`.
    Range { start: i64, next: i64, step: i64, left: i64 },
    /// Over a dict, which must not change its size meanwhile; so many entries are still to come.
    Dict { of: ObjectId, kind: ViewKind, at: u32, size: u32, left: u32 },
    /// Backwards over a dict; `at` is behind the next entry.
    DictReversed { of: ObjectId, kind: ViewKind, at: u32, size: u32 },
    /// Over a set, which must not change its size meanwhile.
    Set { of: ObjectId, at: u32, size: u32 },
    /// Over a range of large numbers; so many are behind it.
    LongRange { of: ObjectId, at: u64 },
    /// At its end; of which class it is.
    Exhausted(ClassId),
}

/// Which part of a dict a view shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
}

/// `property(get, set, delete)`.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    /// What its `__doc__` is; `Unbound` for that of the getter.
    pub doc: Value,
}

/// `super(class, object)`: attributes behind `class` in the order of `object`'s class.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Super {
    pub class: ClassId,
    pub object: Value,
    /// The class whose order counts: that of the object, or the object itself for a class method.
    pub order: ClassId,
}

impl Object {
    /// Whether it has items by their places: an iterator over it knows no more than how far it has come.
    #[inline]
    #[must_use]
    pub const fn is_sequence(&self) -> bool {
        matches!(self, Self::List(_) | Self::Tuple(_) | Self::Str(_) | Self::Bytes(_) | Self::ByteArray(_))
    }

    /// The bytes that the object takes, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        const VALUE: usize = size_of::<Value>();
        size_of::<Self>()
            + match self {
                Self::Str(text) => text.as_str().len(),
                Self::BigInt(number) => number.bits() as usize / 8,
                Self::LongRange(range) => size_of::<LongRange>() + range.length.bits() as usize / 2,
                Self::Bytes(bytes) => bytes.len(),
                Self::ByteArray(bytes) => bytes.peek().len(),
                Self::Tuple(items) => items.len() * VALUE,
                Self::List(items) => items.peek().len() * VALUE,
                Self::Dict(dict) => dict.peek().bytes(),
                Self::Set(set) | Self::FrozenSet(set) => set.peek().bytes(),
                Self::Function(function) => (function.defaults.len() + function.cells.len() + 4) * VALUE,
                Self::Instance(instance) => instance.attributes.len() * size_of::<(NameId, Value)>(),
                Self::Exception(exception) => {
                    size_of::<Exception>()
                        + exception.traceback.capacity() * size_of::<TraceEntry>()
                        + exception.attributes.len() * size_of::<(NameId, Value)>()
                        + (exception.args.len() + 1) * VALUE
                }
                Self::Generator(generator) => match &generator.state {
                    GeneratorState::Suspended(frame) => 128 + frame.registers.len() * VALUE,
                    _ => 128,
                },
                Self::Traceback(entries) => 32 + entries.len() * size_of::<TraceEntry>(),
                _ => 4 * VALUE,
            }
    }

    /// What was done to the content that others can change, since this was last asked; in debug builds alone.
    pub fn take_touched(&self) -> Option<Deed> {
        match self {
            Self::List(items) => items.take_touched(),
            Self::ByteArray(bytes) => bytes.take_touched(),
            Self::Dict(dict) => dict.take_touched(),
            Self::Set(set) => set.take_touched(),
            _ => None,
        }
    }

    /// How long it takes to look once at all its parts, in instructions.
    #[must_use]
    pub fn extent(&self) -> usize {
        match self {
            Self::Str(text) => text.as_str().len() / effort::BYTES,
            Self::BigInt(number) => number.bits() as usize / (8 * effort::BYTES),
            Self::Bytes(bytes) => bytes.len() / effort::BYTES,
            Self::ByteArray(bytes) => bytes.peek().len() / effort::BYTES,
            Self::Tuple(items) => items.len() / effort::ITEMS,
            Self::List(items) => items.peek().len() / effort::ITEMS,
            Self::Dict(dict) => dict.peek().len() / effort::ITEMS,
            Self::Set(set) | Self::FrozenSet(set) => set.peek().len() / effort::ITEMS,
            _ => 0,
        }
    }

    /// What it leads to without holding it, where it is a weak reference to something that is there.
    #[must_use]
    pub fn referent(&self) -> Option<Value> {
        match self {
            Self::Instance(Instance { native: Native::Weak(value), .. }) => {
                Some(*value).filter(|value| value.is_bound())
            }
            _ => None,
        }
    }

    /// Calls back with every value that the object refers to.
    pub fn references(&self, each: &mut dyn FnMut(Value)) {
        match self {
            Self::Free
            | Self::Str(_)
            | Self::BigInt(_)
            | Self::Bytes(_)
            | Self::ByteArray(_)
            | Self::Range(_)
            | Self::LongRange(_)
            | Self::Traceback(_) => {}
            Self::Tuple(items) => items.iter().for_each(|&item| each(item)),
            Self::List(items) => items.peek().iter().for_each(|&item| each(item)),
            Self::Dict(dict) => dict.peek().iter().for_each(|(key, value)| {
                each(key);
                each(value);
            }),
            Self::Set(set) | Self::FrozenSet(set) => set.peek().iter().for_each(each),
            Self::Slice(parts) => parts.iter().for_each(|&part| each(part)),
            Self::Cell(value) | Self::StaticMethod(value) | Self::ClassMethod(value) => each(*value),
            Self::Function(function) => {
                function.defaults.iter().chain(&function.cells).for_each(|&value| each(value));
                function.attributes.iter().for_each(|(_, value)| each(value));
            }
            Self::Method(method) => {
                each(method.receiver);
                each(method.function);
            }
            Self::Instance(instance) => instance.references(each),
            Self::Exception(exception) => exception.references(each),
            Self::Generator(generator) => {
                if let GeneratorState::Suspended(frame) = &generator.state {
                    frame.registers.iter().for_each(|&value| each(value));
                }
            }
            Self::Iterator(iterator) => each(iterator.container()),
            Self::DictView { dict, .. } => each(Value::Object(*dict)),
            Self::Property(property) => {
                each(property.get);
                each(property.set);
                each(property.delete);
                each(property.doc);
            }
            Self::Super(parts) => each(parts.object),
        }
    }
}

impl Instance {
    /// Whether each thread has attributes of its own.
    #[inline]
    #[must_use]
    pub fn is_thread_local(&self) -> bool {
        matches!(self.native, Native::ThreadLocal { .. })
    }

    fn references(&self, each: &mut dyn FnMut(Value)) {
        match self.native {
            Native::Value(value) | Native::ThreadLocal { made_with: value } => each(value),
            Native::Condition { lock, .. } => each(Value::Object(lock)),
            _ => {}
        }
        self.attributes.iter().for_each(|(_, value)| each(value));
    }
}

impl Exception {
    fn references(&self, each: &mut dyn FnMut(Value)) {
        self.args.iter().for_each(|&value| each(value));
        self.attributes.iter().for_each(|(_, value)| each(value));
        self.shown_traceback.iter().for_each(|&(shown, _)| each(shown));
        self.held.iter().for_each(|&value| each(value));
        each(self.cause);
        each(self.context);
        if let Some((_, object)) = self.about {
            each(object);
        }
    }
}

impl Iterator {
    /// The container that it goes over.
    #[must_use]
    pub fn container(&self) -> Value {
        match self {
            Self::Sequence { of, .. }
            | Self::Reversed { of, .. }
            | Self::Dict { of, .. }
            | Self::DictReversed { of, .. }
            | Self::LongRange { of, .. }
            | Self::Set { of, .. } => Value::Object(*of),
            Self::Range { .. } | Self::Exhausted(_) => Value::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_stays_small() {
        // What processors fetch at a time.
        assert!(size_of::<Object>() <= 64, "{}", size_of::<Object>());
    }

    #[test]
    fn a_range_counts_its_numbers_at_the_edges() {
        let count = |start, stop, step| Range { start, stop, step }.len();
        assert_eq!((count(0, 5, 2), count(5, 0, -2), count(3, 3, 1), count(0, -4, 1)), (3, 3, 0, 0));
        assert_eq!(count(i64::MIN, i64::MAX, 1), i64::MAX);
    }
}
