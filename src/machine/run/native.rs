//! Functions of the machine: how a table row says what they take and do.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
    },
    state::{
        frame::Then,
        place::{Deed, ThreadField},
        value::{ClassId, Value},
    },
};
use crate::program::NameId;

/// A function or method of the machine.
#[derive(Debug)]
pub struct Native {
    /// Its name.
    pub name: &'static str,
    /// Its parameters in order.
    pub parameters: &'static [Parameter],
    /// What it does.
    pub kind: Kind,
    /// What it does to the containers among its arguments.
    pub access: Access,
}

impl Native {
    /// The parameters without the object or class that a method is called on.
    #[must_use]
    pub fn taken(&self) -> &'static [Parameter] {
        match self.parameters {
            [Parameter { name: "self" | "cls", .. }, taken @ ..] => taken,
            all => all,
        }
    }

    /// Whether some parameter can be given by keyword.
    #[must_use]
    pub fn by_keyword(&self) -> bool {
        let named = |parameter: &Parameter| match parameter.kind {
            ParameterKind::KeywordRest => true,
            ParameterKind::Rest => false,
            _ => !parameter.name.is_empty(),
        };
        self.taken().iter().any(named)
    }
}

/// What a native function is for the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Role {
    /// What it is an object of, taken by itself.
    pub kind: ClassId,
    /// The builtin class that it is a method of, or computes an attribute of.
    pub owner: Option<ClassId>,
}

/// What a native function does to memory that other threads may be able to reach. `language/access/call.rs` says what places
/// that comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Nothing that others could notice.
    None,
    /// It looks into its arguments, and into what is in them: to compare, hash or write them down.
    Read,
    /// It goes over what is in its arguments.
    Items,
    /// It looks how many items its first argument has.
    Extent,
    /// It changes its first argument, and looks into the others.
    Write,
    /// It appends to its first argument.
    Append,
    /// It looks at one item of its first argument.
    Item,
    /// It changes one item of its first argument.
    SetItem,
    /// It removes one item of its first argument.
    DeleteItem,
    /// It looks for its second argument in the first.
    Contains,
    /// It asks its first argument for the next item.
    Next,
    /// It makes an iterator over its first argument.
    Iterate,
    /// Its second argument names an attribute of the first.
    Attribute(Attribute),
    /// It looks at the primitive that its first argument is.
    Inspect,
    /// It changes what is in the primitive that its first argument is, behind its back.
    Change,
    /// It draws from the generator whose state its first argument is; one without a seed is nobody's.
    Draw,
    /// It looks at the generator that its first argument is, or lets it run on.
    Generator(Deed),
    /// It looks at the thread that its first argument is, or changes it.
    Thread(ThreadField, Deed),
    /// It looks which threads live.
    Threads,
    /// It looks whether the process whose number its first argument is lives, or ends it.
    Process(Deed),
    /// It looks at a cell of memory that processes share, or changes it: which memory, which cell.
    Common(Deed),
    /// Its first argument names a variable of the program's module; without one it looks at all of them.
    Global(Deed),
    /// It looks at the variables of the function that calls it, unless its second argument says where names are.
    Locals,
    /// It looks at the variable that its first argument, a cell, is.
    Cell,
    /// It adds to the notes of the exception that its first argument is.
    Note,
    /// It changes in which order attributes of classes are looked up.
    Classes,
    /// It prints its arguments.
    Print,
}

impl Access {
    /// Whether the container that is the first argument is another one afterwards.
    #[must_use]
    pub const fn changes(self) -> bool {
        matches!(self, Self::Write | Self::Append | Self::SetItem | Self::DeleteItem)
    }
}

/// What is done with an attribute whose name is computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attribute {
    /// It is looked up.
    Get,
    /// It is set or deleted.
    Set,
    /// The dict that they are in is asked for.
    Namespace,
    /// All of them are looked at.
    All,
}

/// What a native function does.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// It computes a value.
    Simple(fn(&mut Exec<'_>, &[Value]) -> Result<Value>),
    /// It may begin a call of the program, or ask for an operation.
    Control(fn(&mut Exec<'_>, &[Value], Then) -> Result<Flow>),
}

/// One parameter.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name, for keyword arguments; empty if it can only be given by position.
    pub name: &'static str,
    /// How it is given.
    pub kind: ParameterKind,
}

/// How a parameter is given.
#[derive(Clone, Copy, Debug)]
pub enum ParameterKind {
    /// It has to be given.
    Required,
    /// It may be given; otherwise it is this.
    Optional(Value),
    /// It may be given by keyword only; otherwise it is this.
    KeywordOnly(Value),
    /// All other positional arguments, as a tuple.
    Rest,
    /// All other keyword arguments, as a dict.
    KeywordRest,
}

/// A parameter that has to be given.
#[must_use]
pub const fn required(name: &'static str) -> Parameter {
    Parameter { name, kind: ParameterKind::Required }
}

/// A parameter that may be given; otherwise it is `default`.
#[must_use]
pub const fn optional(name: &'static str, default: Value) -> Parameter {
    Parameter { name, kind: ParameterKind::Optional(default) }
}

/// A parameter that may be given by keyword only; otherwise it is `default`.
#[must_use]
pub const fn keyword_only(name: &'static str, default: Value) -> Parameter {
    Parameter { name, kind: ParameterKind::KeywordOnly(default) }
}

/// All other positional arguments.
#[must_use]
pub const fn rest(name: &'static str) -> Parameter {
    Parameter { name, kind: ParameterKind::Rest }
}

/// All other keyword arguments.
#[must_use]
pub const fn keyword_rest(name: &'static str) -> Parameter {
    Parameter { name, kind: ParameterKind::KeywordRest }
}

/// A function that computes a value from its arguments alone.
#[must_use]
pub const fn pure(
    name: &'static str,
    parameters: &'static [Parameter],
    function: fn(&mut Exec<'_>, &[Value]) -> Result<Value>,
) -> Native {
    Native { name, parameters, kind: Kind::Simple(function), access: Access::None }
}

impl Native {
    /// The function, which does that to memory that others may be able to reach.
    #[must_use]
    pub const fn with(self, access: Access) -> Self {
        Self { access, ..self }
    }
}

/// A function that looks into the containers among its arguments, and into what is in them.
#[must_use]
pub const fn reads(
    name: &'static str,
    parameters: &'static [Parameter],
    function: fn(&mut Exec<'_>, &[Value]) -> Result<Value>,
) -> Native {
    Native { name, parameters, kind: Kind::Simple(function), access: Access::Read }
}

/// A method that changes the container it is called on.
#[must_use]
pub const fn writes(
    name: &'static str,
    parameters: &'static [Parameter],
    function: fn(&mut Exec<'_>, &[Value]) -> Result<Value>,
) -> Native {
    Native { name, parameters, kind: Kind::Simple(function), access: Access::Write }
}

/// A function that may begin a call of the program, or ask for an operation.
#[must_use]
pub const fn control(
    name: &'static str,
    parameters: &'static [Parameter],
    function: fn(&mut Exec<'_>, &[Value], Then) -> Result<Flow>,
) -> Native {
    Native { name, parameters, kind: Kind::Control(function), access: Access::None }
}

/// As [`control`], for a function that looks into the containers among its arguments.
#[must_use]
pub const fn control_reads(
    name: &'static str,
    parameters: &'static [Parameter],
    function: fn(&mut Exec<'_>, &[Value], Then) -> Result<Flow>,
) -> Native {
    control(name, parameters, function).with(Access::Read)
}

/// What is passed to a native function by keyword.
pub type Keywords = smallvec::SmallVec<[(NameId, Value); 4]>;
