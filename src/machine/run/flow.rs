//! How the interpreter goes on after an instruction.

use crate::machine::state::{heap::OutOfMemory, value::ObjectId};

/// What an instruction of the slow kind came to.
///
/// It and [`Raise`] are a number of 64 bits each, so that a result of the two is handed back in two registers of the processor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u64)]
pub enum Flow {
    /// Go on with the next instruction.
    Next,
    /// Frames have come or gone, or the frame goes on elsewhere: look again where to go on.
    Frame,
    /// The thread rests before an operation that was asked for, whose result it goes on with.
    Rests,
    /// The budget of instructions is used up.
    Budget,
    /// The outermost function returned.
    Finished,
}

/// Why the interpreter stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// The thread rests before an operation.
    Before,
    /// The budget of instructions is used up, or the unit of the step is reached.
    Budget,
    /// The outermost function returned.
    Finished,
    /// An exception left the outermost function.
    Failed(ObjectId),
    /// A limit was reached.
    Limit(Limit),
}

/// What ends a run that would not end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Limit {
    /// More memory than allowed.
    Memory,
    /// More threads than allowed.
    Threads,
    /// More output than allowed.
    Output,
    /// More operations than allowed.
    Steps,
    /// More time than allowed.
    Time,
}

/// What an operation of the machine raises, as one number; [`Raise::what`] says what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Raise(u64);

/// What is raised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Raised {
    /// An exception of the program.
    Exception(ObjectId),
    /// A limit, which no program can catch.
    Limit(Limit),
    /// The native code cannot do it, because it would have to call the program: Python code of the library has to.
    Python,
}

impl Raise {
    /// [`Raised::Python`]
    pub const PYTHON: Self = Self(2 << 32);
    const LIMITS: [Limit; 5] = [Limit::Memory, Limit::Threads, Limit::Output, Limit::Steps, Limit::Time];

    /// [`Raised::Exception`]
    #[inline]
    #[must_use]
    pub const fn exception(id: ObjectId) -> Self {
        Self(id.number() as u64)
    }

    /// [`Raised::Limit`]
    #[must_use]
    pub const fn limit(limit: Limit) -> Self {
        Self(1 << 32 | limit as u64)
    }

    /// What it is.
    #[must_use]
    pub const fn what(self) -> Raised {
        match self.0 >> 32 {
            0 => Raised::Exception(ObjectId::at(self.0 as usize)),
            1 => Raised::Limit(Self::LIMITS[self.0 as u32 as usize]),
            _ => Raised::Python,
        }
    }

    /// The exception, if it is one.
    #[must_use]
    pub const fn as_exception(self) -> Option<ObjectId> {
        match self.what() {
            Raised::Exception(id) => Some(id),
            Raised::Limit(_) | Raised::Python => None,
        }
    }
}

impl std::fmt::Debug for Raise {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.what().fmt(f)
    }
}

impl From<OutOfMemory> for Raise {
    fn from(_: OutOfMemory) -> Self {
        Self::limit(Limit::Memory)
    }
}

/// The result of an operation of the machine.
pub type Result<T> = std::result::Result<T, Raise>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_raised_is_what_comes_out() {
        let (first, last) = (ObjectId::at(0), ObjectId::at(u32::MAX as usize));
        for id in [first, last] {
            assert_eq!(Raise::exception(id).what(), Raised::Exception(id));
        }
        for limit in Raise::LIMITS {
            assert_eq!(Raise::limit(limit).what(), Raised::Limit(limit));
        }
        assert_eq!(Raise::PYTHON.what(), Raised::Python);
    }

    #[test]
    fn an_instruction_answers_in_two_words() {
        assert_eq!(size_of::<Result<Flow>>(), 16);
        assert_eq!(size_of::<Result<crate::machine::state::value::Value>>(), 16);
    }
}
