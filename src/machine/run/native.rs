//! Functions of the machine: how a table row says what they take and do.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Result},
    },
    state::{frame::Then, value::Value},
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

/// What a native function does to containers that other threads may be able to reach.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Nothing that others could notice.
    None,
    /// It looks into its arguments.
    Read,
    /// It changes its first argument.
    Write,
    /// It changes its first argument by what it finds in the others.
    Merge,
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

/// A function that looks into the containers among its arguments.
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

/// A method that changes the container it is called on by what it finds in its other arguments.
#[must_use]
pub const fn merges(
    name: &'static str,
    parameters: &'static [Parameter],
    function: fn(&mut Exec<'_>, &[Value]) -> Result<Value>,
) -> Native {
    Native { name, parameters, kind: Kind::Simple(function), access: Access::Merge }
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
    Native { name, parameters, kind: Kind::Control(function), access: Access::Read }
}

/// What is passed to a native function by keyword.
pub type Keywords = smallvec::SmallVec<[(NameId, Value); 4]>;
