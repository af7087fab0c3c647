//! Frames: a thread's calls, with their registers in one row.
//!
//! The registers of a called function begin where its arguments stand, in the registers of the caller: a call copies
//! nothing. Frames are plain values; Rust never recurses for a call of the program.

use crate::machine::state::value::{ObjectId, Value};
use crate::program::{
    Code, CodeId, Label, Register,
    liveness::{self, Alive},
};

/// A thread's calls while it runs.
#[derive(PartialEq, Eq, Debug, Hash, Default)]
pub struct Stack {
    /// The innermost call last.
    pub frames: Vec<Frame>,
    /// The registers of all frames.
    pub registers: Vec<Value>,
}

/// One call.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Frame {
    /// What it runs.
    pub code: CodeId,
    /// The instruction that is next; while a call is under way, the one behind it.
    pub at: Label,
    /// The place of its register 0.
    pub base: u32,
    /// What becomes of its result.
    pub then: Then,
    /// The generator whose frame it is.
    pub generator: Option<ObjectId>,
}

impl Then {
    /// The bit of the temporary that will be overwritten, come what may.
    #[must_use]
    pub fn overwrites(self, code: &Code) -> u64 {
        match self {
            Self::Store(dst) | Self::System(dst) | Self::Not(dst) | Self::Construct(dst) => liveness::bit(code, dst),
            Self::Class { dst, base, count } if !(base.0..=base.0 + u16::from(count)).contains(&dst.0) => {
                liveness::bit(code, dst)
            }
            // At the end of the iteration it stays as it is.
            Self::Iterate { dst, target } => liveness::bit(code, dst) & !code.alive(target),
            _ => 0,
        }
    }
}

impl Frame {
    /// How many registers it has, around the instruction that is next.
    #[must_use]
    pub fn live(&self, code: &Code) -> usize {
        let live = |at: usize| code.sites.get(at).map_or(0, |site| site.live);
        live(self.at.index()).max(live(self.at.index().wrapping_sub(1))).into()
    }

    /// Its temporaries that matter, a bit each: it goes on, or waits for a result of which `waits` says what becomes.
    #[must_use]
    pub fn alive(&self, code: &Code, waits: Option<Then>) -> u64 {
        match waits {
            Some(Then::Aside) | None => code.alive(self.at),
            Some(then) => code.alive_during(self.at) & !then.overwrites(code),
        }
    }

    /// Whether the object that its result is about stands just before it.
    #[must_use]
    pub const fn constructs(&self) -> bool {
        matches!(self.then, Then::Construct(_))
    }
}

/// What becomes of a frame's result. Registers are the caller's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Then {
    /// It goes into a register.
    Store(Register),
    /// It is copied out of the memory of the system and goes into a register (`run/system.rs`).
    System(Register),
    /// It is of no interest.
    Discard,
    /// It is of no interest, and the frame below waits for nothing: the call came in between two of its instructions.
    Aside,
    /// The frame was an `__init__`: the object, which stands just before the frame, goes into a register.
    Construct(Register),
    /// The frame was a `__next__`: its result goes into the register; `StopIteration` leads to the label.
    Iterate { dst: Register, target: Label },
    /// As `Iterate`, for `yield from`: the result of `StopIteration` goes into the third register from `base`.
    Delegate { base: Register, target: Label },
    /// Its truth decides whether to go on at the label.
    Branch { when: bool, target: Label },
    /// Its negation goes into a register.
    Not(Register),
    /// The frame was a class body: the class goes into the register `dst`; its bases stand from `base` on, and behind them
    /// what its metaclass has prepared.
    Class { dst: Register, base: Register, count: u8 },
    /// The thread's work is done.
    Exit,
}

/// A frame of a generator that waits, taken off the stack.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct SavedFrame {
    /// The instruction that is next.
    pub at: Label,
    /// The register that takes what is sent in; none before the first `next`.
    pub receives: Option<Register>,
    /// Its registers.
    pub registers: Vec<Value>,
}

impl Stack {
    /// The innermost frame.
    ///
    /// # Panics
    /// When there is none: nothing runs without a frame.
    #[inline]
    #[must_use]
    pub fn top(&self) -> &Frame {
        self.frames.last().expect("a running thread has a frame")
    }

    /// The innermost frame, to change.
    ///
    /// # Panics
    /// When there is none: nothing runs without a frame.
    #[inline]
    pub fn top_mut(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("a running thread has a frame")
    }

    /// Makes room for a frame whose registers begin at `base`.
    #[inline]
    pub fn reserve(&mut self, base: usize, registers: u16) {
        let end = base + registers as usize;
        if self.registers.len() < end {
            self.registers.resize(end, Value::Unbound);
        }
    }

    /// Empties the temporaries from `start` to before `end` that are not in the set.
    pub fn tidy(&mut self, start: usize, end: usize, alive: u64) {
        let end = end.min(self.registers.len());
        let temporaries = self.registers.get_mut(start..end).unwrap_or_default();
        for (n, register) in temporaries.iter_mut().enumerate() {
            if !Alive::has(alive, n) {
                *register = Value::Unbound;
            }
        }
    }

    /// A register of the innermost frame.
    #[inline]
    #[must_use]
    pub fn get(&self, register: Register) -> Value {
        self.registers[self.top().base as usize + register.index()]
    }

    /// Writes a register of the innermost frame.
    #[inline]
    pub fn set(&mut self, register: Register, value: Value) {
        let at = self.top().base as usize + register.index();
        self.registers[at] = value;
    }
}
