//! Values: what a register holds. Small ones are here; the rest are references into the heap.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::program::ModuleId;

/// Declares a newtype for an arena of the machine; as wide as all that a value has in it, although arenas hold fewer than
/// 2³² elements.
macro_rules! arena_id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The position in the arena.
            #[inline]
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The position in the arena, as a number that is kept.
            #[inline]
            #[must_use]
            pub const fn number(self) -> u32 {
                self.0 as u32
            }

            /// The id of the arena's element at `index`.
            #[inline]
            #[must_use]
            pub const fn at(index: usize) -> Self {
                Self(index as u64)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }
    };
}

arena_id!(
    /// An object on the heap.
    ObjectId,
    "o"
);
arena_id!(
    /// A class: builtin ones first, then those of the program in the order of their definition.
    ClassId,
    "class"
);
arena_id!(
    /// A function of the machine.
    NativeId,
    "native"
);

/// Whether something holds, as wide as all that a value has in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u64)]
pub enum Truth {
    /// `False`
    False,
    /// `True`
    True,
}

impl Truth {
    /// The truth of what holds or does not.
    #[inline]
    #[must_use]
    pub const fn of(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }

    /// Whether it holds.
    #[inline]
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::True)
    }
}

/// A number of 64 bits with a point, by its bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Real(u64);

impl Real {
    /// The number.
    #[inline]
    #[must_use]
    pub const fn number(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl std::fmt::Debug for Real {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.number().fmt(f)
    }
}

/// A module, as wide as all that a value has in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ModuleObject(u64);

impl ModuleObject {
    /// Which module it is.
    #[inline]
    #[must_use]
    pub const fn id(self) -> ModuleId {
        ModuleId(self.0 as u16)
    }
}

/// How far a loop has come in what it goes over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress(u64);

impl Progress {
    /// What it goes over.
    #[inline]
    #[must_use]
    pub const fn over(self) -> ObjectId {
        ObjectId(self.0 >> 32)
    }

    /// The place of what comes next.
    #[inline]
    #[must_use]
    pub const fn at(self) -> u32 {
        self.0 as u32
    }

    /// The same, one place further.
    #[inline]
    #[must_use]
    pub const fn further(self) -> Self {
        Self(self.0 + 1)
    }
}

/// What a register holds: 16 bytes.
///
/// All kinds have one number of 64 bits in them, or none: so the compiler hands values on in two registers of the processor.
/// Were one kind narrower or of two parts, values would go through memory, written in pieces and read as a whole, for which
/// processors wait a dozen cycles and more.
#[derive(Clone, Copy, Debug, Default)]
pub enum Value {
    /// Nothing: the variable is not bound. No expression has this value.
    #[default]
    Unbound,
    /// `None`.
    None,
    /// `NotImplemented`.
    NotImplemented,
    /// `...`.
    Ellipsis,
    /// `True` or `False`.
    Bool(Truth),
    /// An integer of 64 bits; larger ones are on the heap.
    Int(i64),
    /// A float.
    Float(Real),
    /// A function of the machine.
    Native(NativeId),
    /// A class.
    Class(ClassId),
    /// A module.
    Module(ModuleObject),
    /// Anything else.
    Object(ObjectId),
    /// How far a loop has come in what it goes over: a list, a tuple, a range, a text. Nobody but the loop sees that, so that it
    /// is no object. No expression has this value.
    Loop(Progress),
}

impl Value {
    /// `True`
    pub const TRUE: Self = Self::Bool(Truth::True);
    /// `False`
    pub const FALSE: Self = Self::Bool(Truth::False);

    /// `True` or `False`.
    #[inline]
    #[must_use]
    pub const fn bool(holds: bool) -> Self {
        Self::Bool(Truth::of(holds))
    }

    /// A float.
    #[inline]
    #[must_use]
    pub const fn float(number: f64) -> Self {
        Self::Float(Real(number.to_bits()))
    }

    /// A module.
    #[inline]
    #[must_use]
    pub const fn module(id: ModuleId) -> Self {
        Self::Module(ModuleObject(id.0 as u64))
    }

    /// A loop over an object that has come to the item at this place.
    #[inline]
    #[must_use]
    pub const fn progress(over: ObjectId, at: u32) -> Self {
        Self::Loop(Progress(over.0 << 32 | at as u64))
    }

    /// Whether two values are one and the same (`is`).
    #[inline]
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        self.words() == other.words()
    }

    /// The number of its kind, and what is in it: equal for one and the same value and no other.
    #[inline]
    const fn words(self) -> (u8, u64) {
        match self {
            Self::Unbound => (0, 0),
            Self::None => (1, 0),
            Self::NotImplemented => (2, 0),
            Self::Ellipsis => (3, 0),
            Self::Bool(truth) => (4, truth as u64),
            Self::Int(value) => (5, value as u64),
            Self::Float(value) => (6, value.0),
            Self::Native(id) => (7, id.0),
            Self::Class(id) => (8, id.0),
            Self::Module(module) => (9, module.0),
            Self::Object(id) => (10, id.0),
            Self::Loop(progress) => (11, progress.0),
        }
    }

    /// The object that it is or, if it is a loop, that it goes over.
    #[inline]
    #[must_use]
    pub const fn object(self) -> Option<ObjectId> {
        match self {
            Self::Object(id) => Some(id),
            Self::Loop(progress) => Some(progress.over()),
            _ => None,
        }
    }

    /// The hash of what is equal to nothing but itself.
    #[must_use]
    pub fn identity_hash(self) -> i64 {
        let mut hasher = FxHasher::default();
        self.hash(&mut hasher);
        (hasher.finish() >> 2) as i64
    }

    /// Whether the variable is bound.
    #[inline]
    #[must_use]
    pub const fn is_bound(self) -> bool {
        !matches!(self, Self::Unbound)
    }
}

impl PartialEq for Value {
    /// Identity, as in [`Value::is`]: Python's `==` is an operation of the machine.
    fn eq(&self, other: &Self) -> bool {
        self.is(*other)
    }
}

impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // One word for the kind and one for the content: the search hashes values by the million.
        let (kind, content) = self.words();
        state.write_u8(kind);
        // The low bits of most floats are zeros, and a hasher that multiplies would never let the high ones down.
        state.write_u64(if let Self::Float(_) = self { content.rotate_left(32) } else { content });
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::bool(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_takes_sixteen_bytes() {
        assert_eq!(size_of::<Value>(), 16);
    }
}
