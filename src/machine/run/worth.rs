//! What the variables that threads share are worth, as plain data: for whoever compares how runs ended.

use std::{fmt, sync::Arc};

use crate::machine::{
    Machine,
    state::{
        object::{Native, Object},
        value::Value,
    },
};
use crate::program::GlobalId;

/// A value as plain data.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Worth {
    /// `None`
    None,
    /// A truth value.
    Bool(bool),
    /// A small integer.
    Int(i64),
    /// A string.
    Text(Arc<str>),
    /// A list.
    List(Vec<Self>),
    /// Anything else, as `repr` writes it.
    Other(Arc<str>),
}

impl fmt::Display for Worth {
    /// As `repr` would.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bool(true) => f.write_str("True"),
            Self::Bool(false) => f.write_str("False"),
            Self::Int(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(&crate::text::literal::quoted(text)),
            Self::Other(text) => f.write_str(text),
            Self::List(items) => {
                f.write_str("[")?;
                for (at, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if at > 0 { ", " } else { "" })?;
                }
                f.write_str("]")
            }
        }
    }
}

/// Containers nested deeper than this are no plain data.
const DEEPEST: u32 = 4;

/// Longer containers and texts are cut off when they are compared: by then they differ or are equal.
const LONGEST: usize = 1000;

impl Machine {
    /// The variables of the program's module that functions share and that can change, with what they are worth, in the
    /// order of first mention; attributes of the program's own objects with the variable's name before them. Left out is
    /// what has no value to compare, such as threads, locks and functions.
    #[must_use]
    pub fn shared_values(&self) -> Vec<(Arc<str>, Worth)> {
        let mut values = Vec::new();
        for (at, global) in self.common.program.globals.iter().enumerate() {
            if global.module != self.space.module || !global.shown {
                continue;
            }
            let value = self.space.globals.get(GlobalId(at as u16));
            let name = self.common.program.names.text(global.name);
            if global.constant && !self.can_change(value) {
                continue;
            }
            match self.worth(value, DEEPEST) {
                Some(worth) => values.push((Arc::clone(name), worth)),
                None => self.attributes_worth(name, value, &mut values),
            }
        }
        values
    }

    /// Whether what is in it may change.
    fn can_change(&self, value: Value) -> bool {
        value.object().is_some_and(|id| {
            matches!(self.space.heap.peek(id), Object::List(_) | Object::Dict(_) | Object::Set(_) | Object::Instance(_))
        })
    }

    fn attributes_worth(&self, name: &str, value: Value, values: &mut Vec<(Arc<str>, Worth)>) {
        let Some(id) = value.object() else { return };
        let Object::Instance(instance) = self.space.heap.peek(id) else { return };
        if !self.class(instance.class).own || instance.native != Native::None {
            return;
        }
        for (attribute, value) in instance.attributes.iter() {
            if let Some(worth) = self.worth(value, DEEPEST) {
                values.push((format!("{name}.{}", self.common.names.text(attribute)).into(), worth));
            }
        }
    }

    fn worth(&self, value: Value, depth: u32) -> Option<Worth> {
        let other = || self.repr(value).map(|text| Worth::Other(text.chars().take(LONGEST).collect::<String>().into()));
        match value {
            Value::Unbound | Value::Native(_) | Value::Class(_) | Value::Module(_) | Value::Loop(_) => None,
            Value::None => Some(Worth::None),
            Value::Bool(truth) => Some(Worth::Bool(truth.holds())),
            Value::Int(number) => Some(Worth::Int(number)),
            Value::NotImplemented | Value::Ellipsis | Value::Float(_) => other(),
            Value::Object(id) => match self.space.heap.peek(id) {
                Object::Str(text) => Some(Worth::Text(text.shared())),
                Object::BigInt(_) | Object::Bytes(_) | Object::ByteArray(_) => other(),
                Object::Range(_) | Object::LongRange(_) => other(),
                Object::List(items) => self.list_worth(items.peek(), depth),
                Object::Tuple(items) => self.all_plain(items, depth).then(other).flatten(),
                Object::Dict(dict) => {
                    let plain = dict.peek().hashed().all(|(_, key, value)| self.all_plain(&[key, value], depth));
                    plain.then(other).flatten()
                }
                Object::Set(set) | Object::FrozenSet(set) => {
                    let members: Vec<Value> = set.peek().slots().filter_map(|(_, slot)| Some(slot?.1)).collect();
                    self.all_plain(&members, depth).then(|| self.set_worth(&members))
                }
                Object::Instance(instance) => match instance.native {
                    Native::Value(inner) if !self.class(instance.class).own => self.worth(inner, depth),
                    _ => None,
                },
                _ => None,
            },
        }
    }

    fn list_worth(&self, items: &[Value], depth: u32) -> Option<Worth> {
        let depth = depth.checked_sub(1)?;
        let items: Option<Vec<Worth>> = items.iter().take(LONGEST).map(|&item| self.worth(item, depth)).collect();
        items.map(Worth::List)
    }

    fn all_plain(&self, values: &[Value], depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        values.iter().take(LONGEST).all(|&value| self.worth(value, depth).is_some())
    }

    /// In which order a set has its members is no part of what it is worth.
    fn set_worth(&self, members: &[Value]) -> Worth {
        let mut texts: Vec<String> = members.iter().filter_map(|&member| self.repr(member)).collect();
        texts.sort_unstable();
        Worth::Other(if texts.is_empty() { "set()".into() } else { format!("{{{}}}", texts.join(", ")).into() })
    }
}
