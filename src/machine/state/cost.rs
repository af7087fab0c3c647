//! What work costs in virtual time.
//!
//! One core, one interpreter: the clock goes on by the cost of whatever ran. The figures are those of CPython 3.11 on an
//! ordinary machine, rounded, so that programs that compare ways of working come out with honest proportions.

use crate::event::Nanos;

/// One instruction.
pub const INSTRUCTION: Nanos = 50;

/// One operation that others can notice: a lock, a queue, a line of output.
pub const OPERATION: Nanos = 1_000;

/// Instructions that a thread runs before somebody else gets a turn, if it does nothing that others could notice.
pub const BUDGET: u32 = 20_000;
