//! What the text of a program could see of the machine below it: then it counts for the future.

use crate::program::{BinaryOperator, Constant, ConstantId, Instruction, NameId, Program};

/// What a program could see.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Seen {
    /// Locals that no instruction reads: it calls `locals()` or its like.
    pub locals: bool,
    /// How threads are called and numbered.
    pub threads: bool,
}

/// Builtins that look at the locals of whoever calls them.
const LOOK_AT_LOCALS: &[&str] = &["locals", "vars", "dir", "exec", "eval"];

/// Builtins that can lead to the name of a thread.
const LOOK_AT_THREADS: &[&str] = &[
    "print", "str", "repr", "format", "ascii", "vars", "dir", "exec", "eval", "getattr", "globals", "locals", "sorted",
];

/// Attributes that can lead to the name of a thread, or to its number.
const OF_THREADS: &[&str] = &[
    "name",
    "_name",
    "getName",
    "ident",
    "native_id",
    "get_ident",
    "get_native_id",
    "current_thread",
    "currentThread",
    "enumerate",
    "main_thread",
    "__dict__",
    "__repr__",
    "__str__",
    "__format__",
    "format",
    "write",
    "print_exc",
    "format_exc",
];

impl Seen {
    /// What the program's own text could see.
    #[must_use]
    pub fn of(program: &Program) -> Self {
        let mut seen = Self { locals: program.dynamic, threads: program.dynamic };
        for code in program.codes.iter().filter(|code| !code.hidden) {
            for &instruction in &code.instructions {
                seen.look(program, instruction);
            }
        }
        seen
    }

    fn look(&mut self, program: &Program, instruction: Instruction) {
        use Instruction as I;
        match instruction {
            I::LoadBuiltin { constant, .. } => self.builtin(program, constant),
            I::Format { .. } | I::Binary { op: BinaryOperator::Modulo, .. } => self.threads = true,
            I::GetAttribute { name, .. } | I::LoadMethod { name, .. } | I::CallMethod { name, .. } => {
                self.attribute(program, name);
            }
            I::ImportFrom { name, .. } => self.attribute(program, name),
            _ => {}
        }
    }

    fn builtin(&mut self, program: &Program, constant: ConstantId) {
        let Constant::Builtin(name) = &program.constants[constant.index()] else { return };
        let name = name.trim_start_matches('?');
        self.locals |= LOOK_AT_LOCALS.contains(&name);
        self.threads |= LOOK_AT_THREADS.contains(&name);
    }

    fn attribute(&mut self, program: &Program, name: NameId) {
        let name = &**program.names.text(name);
        self.locals |= LOOK_AT_LOCALS.contains(&name);
        self.threads |= OF_THREADS.contains(&name) || LOOK_AT_THREADS.contains(&name);
    }
}
