//! Which module-level variables of the program can still be read, by where the program's module is.
//!
//! Of variables that only the statements of the module mention, and no screen shows: what they hold makes no difference any
//! more once no statement will read it. The textbooks' backward analysis, as in `liveness`. Tests: `tests/machine/canonical.rs`.

use super::{
    Code, CodeId, Instruction, Label, Program,
    liveness::{backward, goes_on},
};

/// No more variables than these are looked at.
const MOST: usize = 64;

/// What is known of the program's module.
#[derive(Debug)]
pub struct ModuleVariables {
    body: CodeId,
    /// The bit of each variable of the module, in their order; none where others can reach it.
    bits: Vec<Option<u8>>,
    /// Before each instruction of the module, the variables that can be read from there on.
    alive: Vec<u64>,
}

impl ModuleVariables {
    /// Analyses a program.
    #[must_use]
    pub fn of(program: &Program) -> Self {
        let body = program.main().body;
        let first = program.globals.iter().take_while(|global| global.module != program.main_id()).count();
        let mut own: Vec<bool> =
            program.globals[first..].iter().map(|global| !global.shared && !global.shown).collect();
        for (_, code) in program.codes.iter().enumerate().filter(|(at, _)| *at != body.index()) {
            for instruction in &code.instructions {
                if let Some(at) = mentioned(*instruction).and_then(|at| at.checked_sub(first)) {
                    own[at] = false;
                }
            }
        }
        let mut free = 0..MOST as u8;
        let bits: Vec<Option<u8>> = own.into_iter().map(|own| own.then(|| free.next()).flatten()).collect();
        let code = program.code(body);
        let bit = |global: usize| bits.get(global.checked_sub(first)?).copied().flatten();
        let alive = backward(code, |alive, at| before(code, alive, at, &bit));
        Self { body, bits, alive }
    }

    /// The variables that matter to a module that goes on at `at`, or waits there for the result of the instruction before it.
    #[must_use]
    pub fn alive(&self, at: Label, waits: bool) -> u64 {
        let before = |at: usize| self.alive.get(at).copied().unwrap_or(0);
        before(at.index()) | if waits { before(at.index().wrapping_sub(1)) } else { 0 }
    }

    /// The body of the module.
    #[must_use]
    pub fn body(&self) -> CodeId {
        self.body
    }

    /// Whether only statements of the module mention its `n`th variable.
    #[must_use]
    pub fn is_own(&self, n: usize) -> bool {
        self.bits.get(n).copied().flatten().is_some()
    }

    /// Whether the `n`th variable of the module matters, where these are alive.
    #[inline]
    #[must_use]
    pub fn matters(&self, n: usize, alive: u64) -> bool {
        self.bits.get(n).copied().flatten().is_none_or(|bit| alive & (1 << bit) != 0)
    }
}

fn mentioned(instruction: Instruction) -> Option<usize> {
    use Instruction as I;
    match instruction {
        I::LoadGlobal { global, .. }
        | I::LoadShared { global, .. }
        | I::StoreGlobal { global, .. }
        | I::StoreShared { global, .. }
        | I::DeleteGlobal { global }
        | I::Settle { global } => Some(global.index()),
        _ => None,
    }
}

fn before(code: &Code, alive: &[u64], at: usize, bit: &dyn Fn(usize) -> Option<u8>) -> u64 {
    use Instruction as I;
    let instruction = code.instructions[at];
    let of = |at: usize| alive.get(at).copied().unwrap_or(0);
    let mask = mentioned(instruction).and_then(bit).map_or(0, |bit| 1 << bit);
    let (written, read) = match instruction {
        I::StoreGlobal { .. } | I::StoreShared { .. } => (mask, 0),
        I::LoadGlobal { .. } | I::LoadShared { .. } | I::DeleteGlobal { .. } => (0, mask),
        _ => (0, 0),
    };
    let mut after = if goes_on(instruction) { of(at + 1) & !written } else { 0 };
    after |= instruction.target().map_or(0, |target| of(target.index()));
    let here = Label(at as u16);
    for handler in code.handlers.iter().filter(|handler| handler.protected.covers(here)) {
        after |= of(handler.target.index());
    }
    after | read
}
