//! Module-level variables. Those of the library are seldom written once it is imported: copies of a machine share them.
//!
//! Tests: `tests/hosts/replay.rs`.

use std::{
    hash::{Hash, Hasher},
    sync::Arc,
};

use smallvec::SmallVec;

use crate::machine::state::{shared::Shared, value::Value};
use crate::program::{GlobalId, Program};

/// The module-level variables of all modules.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Globals {
    library: Shared<Box<[Value]>>,
    /// Those of the program, which come behind those of the modules that it imports.
    own: Own,
}

/// The variables of the program.
#[derive(Debug)]
enum Own {
    /// Few, or written since they were last shared.
    Here(SmallVec<[Value; FEW]>),
    /// Perhaps other machines have them, too.
    Common(Arc<[Value]>),
}

/// So many variables are copied more quickly than they are shared.
const FEW: usize = 8;

impl Own {
    #[inline]
    fn values(&self) -> &[Value] {
        match self {
            Self::Here(values) => values,
            Self::Common(values) => values,
        }
    }

    #[inline]
    fn make_mut(&mut self) -> &mut [Value] {
        if let Self::Common(values) = self {
            *self = Self::Here(SmallVec::from_slice(values));
        }
        match self {
            Self::Here(values) => values,
            Self::Common(_) => unreachable!("it was taken apart"),
        }
    }
}

impl Clone for Own {
    fn clone(&self) -> Self {
        match self {
            // Quicker than one by one.
            Self::Here(values) => Self::Here(SmallVec::from_slice(values)),
            Self::Common(values) => Self::Common(Arc::clone(values)),
        }
    }
}

impl PartialEq for Own {
    fn eq(&self, other: &Self) -> bool {
        self.values() == other.values()
    }
}

impl Eq for Own {}

impl Hash for Own {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.values().hash(state);
    }
}

impl Globals {
    /// The variables of a program, none of them bound.
    #[must_use]
    pub fn new(program: &Program) -> Self {
        let library = program.globals.iter().take_while(|global| !program.is_own(global.module)).count();
        Self {
            library: Shared::new(vec![Value::Unbound; library].into_boxed_slice()),
            own: Own::Here(SmallVec::from_elem(Value::Unbound, program.globals.len() - library)),
        }
    }

    /// Copies share the program's variables from here on, until one is written.
    pub fn share(&mut self) {
        if let Own::Here(values) = &self.own
            && values.len() > FEW
        {
            self.own = Own::Common(Arc::from(&values[..]));
        }
    }

    /// The value of a variable.
    #[inline]
    #[must_use]
    pub fn get(&self, id: GlobalId) -> Value {
        match id.index().checked_sub(self.library.len()) {
            Some(at) => self.own.values()[at],
            None => self.library[id.index()],
        }
    }

    /// Binds a variable, or unbinds it.
    #[inline]
    pub fn set(&mut self, id: GlobalId, value: Value) {
        match id.index().checked_sub(self.library.len()) {
            Some(at) => self.own.make_mut()[at] = value,
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
        self.own.values()
    }

    /// All values.
    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        self.library.iter().chain(self.own.values()).copied()
    }
}
