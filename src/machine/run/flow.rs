//! How the interpreter goes on after an instruction.

use crate::machine::state::{heap::OutOfMemory, value::ObjectId};

/// What an instruction of the slow kind came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// Go on with the next instruction.
    Next,
    /// Frames have come or gone, or the frame goes on elsewhere: look again where to go on.
    Frame,
    /// The thread rests: before an operation that was asked for, whose result it goes on with, or for good.
    Stop(Stop),
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

/// What an operation of the machine raises.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Raise {
    /// An exception of the program.
    Exception(ObjectId),
    /// A limit, which no program can catch.
    Limit(Limit),
    /// The native code cannot do it, because it would have to call the program: Python code of the library has to.
    Python,
}

impl From<OutOfMemory> for Raise {
    fn from(_: OutOfMemory) -> Self {
        Self::Limit(Limit::Memory)
    }
}

/// The result of an operation of the machine.
pub type Result<T> = std::result::Result<T, Raise>;
