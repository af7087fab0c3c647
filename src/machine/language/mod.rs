//! What the language means: attributes, calls, operators, iteration, exceptions, formatting of objects.

pub mod access;
pub mod attribute;
pub mod attribute_store;
pub mod bind;
pub mod builtin_attribute;
pub mod call;
pub mod collection;
pub mod compare;
pub mod construct;
pub mod container;
pub mod define;
pub mod format;
pub mod generator;
pub mod hash;
pub mod import;
pub mod in_place;
pub mod item;
pub mod iterate;
pub mod namespace;
pub mod native_arguments;
pub mod number;
pub mod operator;
pub mod raise;
pub mod repr;
pub mod suggestion;
pub mod traceback;
