//! The program that a step runs, which can get more texts while it runs.
//!
//! What runs borrows the program; one with a text more is another, which is put behind it and borrowed from there on. All of them
//! last until the step is over.

use std::sync::{Arc, OnceLock};

use crate::machine::run::exec::Exec;
use crate::program::Program;

/// A program, and what became of it.
#[derive(Debug)]
pub struct Edition {
    program: Arc<Program>,
    next: OnceLock<Box<Self>>,
}

impl Edition {
    /// The first one of a step.
    #[must_use]
    pub fn of(program: &Arc<Program>) -> Self {
        Self { program: Arc::clone(program), next: OnceLock::new() }
    }

    /// The first one of another step.
    #[must_use]
    pub fn again(&self) -> Self {
        Self::of(&self.program)
    }

    /// Whether it is the program, and nothing has come of it yet.
    #[must_use]
    pub fn is_of(&self, program: &Arc<Program>) -> bool {
        Arc::ptr_eq(&self.program, program) && self.next.get().is_none()
    }

    /// The program.
    #[must_use]
    pub fn program(&self) -> &Program {
        &self.program
    }
}

impl Drop for Edition {
    /// One after the other: there may be many.
    fn drop(&mut self) {
        let mut next = self.next.take();
        while let Some(mut edition) = next {
            next = edition.next.take();
        }
    }
}

impl Exec<'_> {
    /// Goes on with the program as the machine has it now.
    pub fn renew_program(&mut self) {
        if Arc::ptr_eq(&self.edition.program, &self.machine.common.program) {
            return;
        }
        // Nobody else can have put one there: whoever runs meanwhile has editions of its own.
        self.edition = self.edition.next.get_or_init(|| Box::new(Edition::of(&self.machine.common.program)));
        self.program = self.edition.program();
    }
}
