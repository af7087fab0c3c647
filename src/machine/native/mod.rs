//! What is native of the library: builtin types, functions, and modelled modules, as tables.

pub mod assembly;
pub mod builtins;
pub mod modules;
pub mod quick;
pub mod role;
pub mod tables;
pub mod types;
