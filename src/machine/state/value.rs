//! Values: what a register holds. Small ones are here; the rest are references into the heap.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::program::ModuleId;

/// Declares a `u32` newtype for an arena of the machine.
macro_rules! arena_id {
    ($(#[$doc:meta])* $name:ident, $inner:ty, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $inner);

        impl $name {
            /// The position in the arena.
            #[inline]
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
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
    u32,
    "o"
);
arena_id!(
    /// A class: builtin ones first, then those of the program in the order of their definition.
    ClassId,
    u32,
    "class"
);
arena_id!(
    /// A function of the machine.
    NativeId,
    u16,
    "native"
);

/// What a register holds: 16 bytes.
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
    Bool(bool),
    /// An integer of 64 bits; larger ones are on the heap.
    Int(i64),
    /// A float.
    Float(f64),
    /// A function of the machine.
    Native(NativeId),
    /// A class.
    Class(ClassId),
    /// A module.
    Module(ModuleId),
    /// Anything else.
    Object(ObjectId),
    /// How far a loop has come in what it goes over: a list, a tuple, a range, a text. Nobody but the loop sees that, so that it
    /// is no object. No expression has this value.
    Loop { over: ObjectId, at: u32 },
}

impl Value {
    /// Whether two values are one and the same (`is`).
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::None, Self::None)
            | (Self::Unbound, Self::Unbound)
            | (Self::Ellipsis, Self::Ellipsis)
            | (Self::NotImplemented, Self::NotImplemented) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Int(a), Self::Int(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a.to_bits() == b.to_bits(),
            (Self::Native(a), Self::Native(b)) => a == b,
            (Self::Class(a), Self::Class(b)) => a == b,
            (Self::Module(a), Self::Module(b)) => a == b,
            (Self::Object(a), Self::Object(b)) => a == b,
            (Self::Loop { over, at }, Self::Loop { over: other, at: place }) => over == other && at == place,
            _ => false,
        }
    }

    /// The object that it is or, if it is a loop, that it goes over.
    #[must_use]
    pub const fn object(self) -> Option<ObjectId> {
        match self {
            Self::Object(id) | Self::Loop { over: id, .. } => Some(id),
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
        let (kind, content) = match *self {
            Self::Unbound => (0, 0),
            Self::None => (1, 0),
            Self::NotImplemented => (2, 0),
            Self::Ellipsis => (3, 0),
            Self::Bool(value) => (4, u64::from(value)),
            Self::Int(value) => (5, value as u64),
            // The low bits of most floats are zeros, and a hasher that multiplies would never let the high ones down.
            Self::Float(value) => (6, value.to_bits().rotate_left(32)),
            Self::Native(id) => (7, u64::from(id.0)),
            Self::Class(id) => (8, u64::from(id.0)),
            Self::Module(id) => (9, u64::from(id.0)),
            Self::Object(id) => (10, u64::from(id.0)),
            Self::Loop { over, at } => (11, u64::from(over.0) << 32 | u64::from(at)),
        };
        state.write_u8(kind);
        state.write_u64(content);
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
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
