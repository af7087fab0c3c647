//! Module-level variables. Those of the library are seldom written once it is imported: copies of a machine share them.
//!
//! Tests: `tests/hosts/replay.rs`.

use smallvec::SmallVec;

use crate::machine::state::{shared::Shared, value::Value};
use crate::program::{GlobalId, ModuleId, Program};

/// The module-level variables of all modules.
#[derive(PartialEq, Eq, Debug, Hash)]
pub struct Globals {
    library: Shared<Box<[Value]>>,
    /// Those of the program, which come behind those of the modules that it imports.
    own: SmallVec<[Value; 8]>,
}

impl Clone for Globals {
    fn clone(&self) -> Self {
        // Quicker than one by one.
        Self { library: self.library.clone(), own: SmallVec::from_slice(&self.own) }
    }
}

impl Globals {
    /// The variables of a program, none of them bound.
    #[must_use]
    pub fn new(program: &Program) -> Self {
        let main: ModuleId = program.main_id();
        let library = program.globals.iter().take_while(|global| global.module != main).count();
        Self {
            library: Shared::new(vec![Value::Unbound; library].into_boxed_slice()),
            own: SmallVec::from_elem(Value::Unbound, program.globals.len() - library),
        }
    }

    /// The value of a variable.
    #[inline]
    #[must_use]
    pub fn get(&self, id: GlobalId) -> Value {
        match id.index().checked_sub(self.library.len()) {
            Some(at) => self.own[at],
            None => self.library[id.index()],
        }
    }

    /// Binds a variable, or unbinds it.
    #[inline]
    pub fn set(&mut self, id: GlobalId, value: Value) {
        match id.index().checked_sub(self.library.len()) {
            Some(at) => self.own[at] = value,
            None => self.library.make_mut()[id.index()] = value,
        }
    }

    /// How many variables the library has, and whether they are one with those of another machine.
    #[must_use]
    pub fn library(&self, other: Option<&Self>) -> (usize, bool) {
        (self.library.len(), other.is_some_and(|other| self.library.is(&other.library)))
    }

    /// The values of the program's own.
    #[must_use]
    pub fn own(&self) -> &[Value] {
        &self.own
    }

    /// All values.
    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.library.iter().chain(&self.own).copied()
    }
}
