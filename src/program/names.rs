//! The table of names. Names that the machine itself speaks of have fixed ids.
//!
//! Tests: at the end of this file.

use std::sync::Arc;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::NameId;

/// Interned names.
#[derive(Clone, Debug)]
pub struct Names {
    names: IndexSet<Arc<str>, FxBuildHasher>,
}

impl Names {
    /// A table that holds the well-known names.
    #[must_use]
    pub fn new() -> Self {
        let names = well_known::ALL.iter().map(|&name| Arc::from(name)).collect();
        Self { names }
    }

    /// The id of a name, which is added if it is new; `None` when 65,536 names are in use.
    pub fn intern(&mut self, name: &str) -> Option<NameId> {
        if let Some(id) = self.get(name) {
            return Some(id);
        }
        let id = u16::try_from(self.names.len()).ok()?;
        self.names.insert(Arc::from(name));
        Some(NameId(id))
    }

    /// The id of a name, if it is in the table.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<NameId> {
        self.names.get_index_of(name).map(|at| NameId(at as u16))
    }

    /// The name of an id.
    #[must_use]
    pub fn text(&self, id: NameId) -> &Arc<str> {
        &self.names[id.index()]
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none; never the case, the well-known names are always there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.names.iter().eq(other.names.iter())
    }
}

impl Eq for Names {}

impl Default for Names {
    fn default() -> Self {
        Self::new()
    }
}

/// Declares the constants of the well-known names and the list of their texts, in the same order.
macro_rules! well_known {
    ($($constant:ident = $text:literal,)*) => {
        /// Names with fixed ids.
        #[allow(missing_docs)]
        pub mod well_known {
            use crate::program::NameId;

            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            #[repr(u16)]
            enum Position { $($constant,)* }

            $(pub const $constant: NameId = NameId(Position::$constant as u16);)*

            /// The texts, by id.
            pub const ALL: &[&str] = &[$($text,)*];
        }
    };
}

well_known! {
    INIT = "__init__",
    DEL = "__del__",
    NEW = "__new__",
    CALL = "__call__",
    REPR = "__repr__",
    STR = "__str__",
    FORMAT = "__format__",
    BOOL = "__bool__",
    LEN = "__len__",
    HASH = "__hash__",
    EQ = "__eq__",
    NE = "__ne__",
    LT = "__lt__",
    LE = "__le__",
    GT = "__gt__",
    GE = "__ge__",
    CONTAINS = "__contains__",
    GETITEM = "__getitem__",
    SETITEM = "__setitem__",
    DELITEM = "__delitem__",
    GETATTR = "__getattr__",
    GETATTRIBUTE = "__getattribute__",
    SETATTR = "__setattr__",
    DELATTR = "__delattr__",
    GET = "__get__",
    SET = "__set__",
    DELETE = "__delete__",
    ITER = "__iter__",
    NEXT = "__next__",
    ENTER = "__enter__",
    EXIT = "__exit__",
    ADD = "__add__",
    SUB = "__sub__",
    MUL = "__mul__",
    NEG = "__neg__",
    POS = "__pos__",
    INVERT = "__invert__",
    ABS = "__abs__",
    INDEX = "__index__",
    INT = "__int__",
    FLOAT = "__float__",
    MISSING = "__missing__",
    INIT_SUBCLASS = "__init_subclass__",
    SET_NAME = "__set_name__",
    CLASS_GETITEM = "__class_getitem__",
    CLASS = "__class__",
    CLASSCELL = "__classcell__",
    DICT = "__dict__",
    DOC = "__doc__",
    NAME = "__name__",
    QUALNAME = "__qualname__",
    MODULE = "__module__",
    BASES = "__bases__",
    MRO = "__mro__",
    FILE = "__file__",
    SLOTS = "__slots__",
    ANNOTATIONS = "__annotations__",
    WRAPPED = "__wrapped__",
    DEFAULTS = "__defaults__",
    KWDEFAULTS = "__kwdefaults__",
    CLOSURE = "__closure__",
    GLOBALS = "__globals__",
    CODE_OBJECT = "__code__",
    SELF = "__self__",
    FUNC = "__func__",
    CAUSE = "__cause__",
    CONTEXT = "__context__",
    SUPPRESS_CONTEXT = "__suppress_context__",
    TRACEBACK = "__traceback__",
    ARGS = "args",
    VALUE = "value",
    CODE = "code",
    APPEND = "append",
    ACQUIRE = "acquire",
    RELEASE = "release",
    START = "start",
    JOIN = "join",
    RUN = "run",
    SEND = "send",
    THROW = "throw",
    CLOSE = "close",
    FGET = "fget",
    FSET = "fset",
    FDEL = "fdel",
    AWAIT = "__await__",
    AENTER = "__aenter__",
    AEXIT = "__aexit__",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_known_names_have_the_ids_of_their_constants() {
        let names = Names::new();
        assert_eq!(names.len(), well_known::ALL.len());
        assert_eq!(&**names.text(well_known::CLOSE), "close");
        assert_eq!(names.get("__init__"), Some(well_known::INIT));
    }
}
