//! Which registers of a code object still matter where a thread can rest.
//!
//! A thread that rests forgets every other temporary, so that two threads at the same point differ only in what they
//! will go on with: states compare equal although they were come to differently. Locals are kept, because a viewer sees
//! them; those that the program will not read again are left out of what a search compares. This is the textbooks' backward analysis; what it does not know of an instruction counts as read. It knows
//! nothing of the machine. Tests: `tests/hosts/replay.rs` (finer steps come to the same machine), `tests/machine/canonical.rs`.

use super::{Code, CodeKind, Instruction, Label, Register};

/// Which temporaries matter around one instruction: bit `n` stands for the `n`th register behind the locals. Registers
/// that have no bit always count as alive.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Alive {
    /// Before the instruction runs.
    pub before: u64,
    /// While it waits for a result: its operands are read. What the result will overwrite is up to the machine.
    pub during: u64,
    /// Of the locals, those that can be read again from before the instruction on: bit `n` stands for register `n`.
    pub locals: u64,
    /// Of the locals, those that can be read again while it waits for a result.
    pub locals_during: u64,
}

impl Alive {
    /// Whether the `n`th temporary matters in one of the sets.
    #[inline]
    #[must_use]
    pub const fn has(set: u64, n: usize) -> bool {
        n >= 64 || set & (1 << n) != 0
    }
}

/// What matters around each instruction of a code object.
#[must_use]
pub fn analyse(code: &Code) -> Vec<Alive> {
    backward(code, |alive, at| around(code, alive, at))
}

/// What holds around each instruction, where that follows from what holds around those that may be next.
pub(super) fn backward<T: Clone + Default + PartialEq>(code: &Code, around: impl Fn(&[T], usize) -> T) -> Vec<T> {
    let mut known = vec![T::default(); code.instructions.len()];
    loop {
        let mut changed = false;
        for at in (0..known.len()).rev() {
            let found = around(&known, at);
            changed |= found != known[at];
            known[at] = found;
        }
        if !changed {
            return known;
        }
    }
}

fn around(code: &Code, alive: &[Alive], at: usize) -> Alive {
    let instruction = code.instructions[at];
    let before = |at: usize| alive.get(at).map_or(0, |alive| alive.before);
    let mut after = 0;
    if goes_on(instruction) {
        after |= before(at + 1);
    }
    if let Some(target) = instruction.target() {
        after |= before(target.index());
    }
    let here = Label(at as u16);
    let locals = locals_around(code, alive, at);
    for handler in code.handlers.iter().filter(|handler| handler.protected.covers(here)) {
        after |= before(handler.target.index()) & !bit(code, handler.protected.exception);
    }
    for handling in code.handling.iter().filter(|range| range.covers(here)) {
        after |= bit(code, handling.exception);
    }
    let reads = reads(code, at);
    let during = if needs_operands(instruction) { after | reads } else { after };
    let written = instruction.writes().map_or(0, |dst| bit(code, dst));
    Alive { before: after & !written | reads, during, locals: locals.0, locals_during: locals.1 }
}

/// The locals that can be read again from before an instruction on, and while it waits for its result.
///
/// Where it raises, or where a loop is over, it has written nothing. All of them count in a generator, which others see, and
/// in a class body, whose locals become the class.
fn locals_around(code: &Code, alive: &[Alive], at: usize) -> (u64, u64) {
    if code.resumable.is_some() || code.kind == CodeKind::Class {
        return (u64::MAX, u64::MAX);
    }
    let instruction = code.instructions[at];
    let locals = |at: usize| alive.get(at).map_or(0, |alive| alive.locals);
    let written = instruction.writes().map_or(0, |dst| local_bit(code, dst));
    let mut after = if goes_on(instruction) { locals(at + 1) & !written } else { 0 };
    if let Some(target) = instruction.target() {
        after |= locals(target.index());
    }
    let here = Label(at as u16);
    for handler in code.handlers.iter().filter(|handler| handler.protected.covers(here)) {
        after |= locals(handler.target.index());
    }
    for handling in code.handling.iter().filter(|range| range.covers(here)) {
        after |= local_bit(code, handling.exception);
    }
    let mut reads = 0;
    instruction.reads(&mut |register| reads |= local_bit(code, register));
    if let Some(first) = instruction.reads_from() {
        for register in first.0..code.sites[at].live {
            reads |= local_bit(code, Register(register));
        }
    }
    (after | reads, if needs_operands(instruction) { after | reads } else { after })
}

fn local_bit(code: &Code, register: Register) -> u64 {
    let place = register.index();
    if place < code.locals.len().min(64) { 1 << place } else { 0 }
}

/// The bit of a register; none for a local.
#[must_use]
pub fn bit(code: &Code, register: Register) -> u64 {
    let place = register.index().checked_sub(code.locals.len());
    place.filter(|&place| place < 64).map_or(0, |place| 1 << place)
}

fn reads(code: &Code, at: usize) -> u64 {
    let instruction = code.instructions[at];
    let mut set = 0;
    instruction.reads(&mut |register| set |= bit(code, register));
    if let Some(first) = instruction.reads_from() {
        for register in first.0..code.sites[at].live {
            set |= bit(code, Register(register));
        }
    }
    if instruction.calls() {
        // It may run text that sees them.
        for visible in code.visible.iter().filter(|visible| visible.covers(Label(at as u16))) {
            set |= bit(code, visible.register);
        }
    }
    set
}

/// Whether the instruction behind this one can be next.
pub(super) fn goes_on(instruction: Instruction) -> bool {
    use Instruction as I;
    let leaves = matches!(
        instruction,
        I::Jump { .. } | I::Return { .. } | I::ReturnClass | I::Raise { .. } | I::RaiseFrom { .. } | I::RaiseAgain
    );
    !leaves && !matches!(instruction, I::Reraise { .. })
}

/// Whether the machine comes back to the operands when the result is there.
fn needs_operands(instruction: Instruction) -> bool {
    use Instruction as I;
    matches!(
        instruction,
        I::BuildClass { .. }
            | I::PrepareClass { .. }
            | I::ForNext { .. }
            | I::Send { .. }
            | I::YieldDelegated { .. }
            | I::GetDelegate { .. }
            | I::GetAwaitable { .. }
    )
}
