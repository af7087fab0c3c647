//! Typed indices. Every arena has its own id type, so that an index of one kind cannot be used with another.
//!
//! An id knows nothing of the arena it points into; ids are stable for the life of the run that made them.

/// Declares a `u32` newtype with the conversions that an arena index needs.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the arena.
            #[inline]
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of the arena's element at `index`; arenas hold fewer than 2³² elements.
            #[inline]
            #[must_use]
            pub const fn at(index: usize) -> Self {
                Self(index as u32)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }
    };
}

id!(
    /// A thread of the program, numbered in the order of creation; the main thread is 0.
    ThreadId,
    "T"
);
id!(
    /// A synchronization primitive (lock, semaphore, queue, …), numbered in the order of creation.
    ResourceId,
    "R"
);
id!(
    /// A shared variable that the run reports: a global, an attribute, or a container.
    VariableId,
    "V"
);
id!(
    /// A process of the program, numbered in the order of creation; the one that was started first is 0.
    ProcessId,
    "P"
);
id!(
    /// A text in a trace's table of texts.
    TextId,
    "s"
);
id!(
    /// One step of a run: the effect of one choice.
    StepIndex,
    "#"
);

impl ThreadId {
    /// The thread that runs the module.
    pub const MAIN: Self = Self(0);
}

impl StepIndex {
    /// The step after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl ProcessId {
    /// What all processes have in common and the library says in Python: no process, but a memory of its own.
    pub const SYSTEM: Self = Self(u32::MAX);
}

impl Default for ProcessId {
    /// The first one.
    fn default() -> Self {
        Self(0)
    }
}
