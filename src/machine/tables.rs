//! The tables of everything native: functions, methods, properties, constructors.
//!
//! A new primitive adds its methods here, beside its file in `sync/`.

use super::{
    builtins, class,
    modules::{condition, lock, queue, semaphore, signal, thread, time},
    native::Native,
    types,
    value::{ClassId, Value},
};

/// Functions, by their names; those for the library alone begin with `vm_`.
pub const FUNCTIONS: &[&[Native]] =
    &[builtins::basic::FUNCTIONS, builtins::object::FUNCTIONS, queue::FUNCTIONS, thread::FUNCTIONS, time::FUNCTIONS];

/// Builtin names that are no functions.
pub const VALUES: &[(&str, Value)] = &[("NotImplemented", Value::NotImplemented), ("Ellipsis", Value::Ellipsis)];

/// Methods of builtin classes.
pub const METHODS: &[(ClassId, &[Native])] = &[
    (class::LIST, types::list::METHODS),
    (class::THREAD, thread::METHODS),
    (class::LOCK, lock::LOCK),
    (class::RLOCK, lock::RLOCK),
    (class::CONDITION, condition::CONDITION),
    (class::SEMAPHORE, semaphore::SEMAPHORE),
    (class::BOUNDED_SEMAPHORE, semaphore::BOUNDED),
    (class::EVENT, signal::EVENT),
    (class::BARRIER, signal::BARRIER),
    (class::TIMER_CLOCK, signal::TIMER),
    (class::QUEUE, queue::QUEUE),
    (class::LIFO_QUEUE, queue::LIFO),
    (class::PRIORITY_QUEUE, queue::PRIORITY),
    (class::SIMPLE_QUEUE, queue::SIMPLE),
];

/// Attributes of builtin classes that are computed: name, getter, setter.
pub static PROPERTIES: &[(ClassId, &str, Native, Option<Native>)] = &[
    (class::THREAD, "name", thread::NAME.0, Some(thread::NAME.1)),
    (class::THREAD, "daemon", thread::DAEMON.0, Some(thread::DAEMON.1)),
    (class::THREAD, "ident", thread::IDENT, None),
    (class::THREAD, "native_id", thread::IDENT, None),
    (class::QUEUE, "maxsize", queue::MAXSIZE, None),
    (class::QUEUE, "unfinished_tasks", queue::UNFINISHED, None),
    (class::QUEUE, "queue", queue::ITEMS, None),
];

/// Class methods of builtin classes.
pub static CLASS_METHODS: &[(ClassId, &str, Native)] = &[];

/// What makes the objects of builtin classes.
pub static CONSTRUCTORS: &[(ClassId, Native)] = &[
    (class::RANGE, builtins::basic::RANGE),
    (class::STR, builtins::object::STR),
    (class::PROPERTY, builtins::object::PROPERTY),
    (class::STATIC_METHOD, builtins::object::STATIC_METHOD),
    (class::CLASS_METHOD, builtins::object::CLASS_METHOD),
];
