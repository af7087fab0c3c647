//! The tree of a text, as the parser has it, for programs that look at it: the module `ast`.
//!
//! Plain data in the order in which the nodes can be made: before each node stand its fields, so that who makes it takes them off a
//! stack. Tests: `tests/programs/modules/ast_*.py`.

use super::{
    Constant,
    made::{Fault, Mode},
};

/// What the machine asks of the compiler: the tree of a text, which has a name.
pub type ParseText = fn(text: &str, file: &str, mode: Mode) -> Result<Vec<Row>, Fault>;

/// One row of a tree.
#[derive(Clone, Debug)]
pub enum Row {
    /// A field that is no node.
    Constant(Constant),
    /// The last row, a float, is the imaginary part of a number.
    Imaginary,
    /// So many of the last ones are a list.
    List(usize),
    /// So many of the last ones are the fields of a node.
    Node(&'static str, usize, Option<Extent>),
}

/// Where a node begins and ends: lines from one, columns in bytes from nought.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extent {
    /// Line and column of its first character.
    pub start: (u32, u32),
    /// Line and column behind its last character.
    pub end: (u32, u32),
}
