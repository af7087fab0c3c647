//! The tables of everything native: functions, methods, properties, constructors.
//!
//! A new primitive adds its methods here, beside its file in `sync/`.

use super::{
    builtins, class,
    modules::{condition, lock, queue, random, semaphore, signal, system, thread, time},
    native::Native,
    types,
    value::{ClassId, Value},
};

/// Functions, by their names; those for the library alone begin with `vm_`.
pub const FUNCTIONS: &[&[Native]] = &[
    builtins::basic::FUNCTIONS,
    builtins::object::FUNCTIONS,
    builtins::iteration::FUNCTIONS,
    builtins::library::FUNCTIONS,
    builtins::number::FUNCTIONS,
    builtins::exception::FUNCTIONS,
    types::iterator::FUNCTIONS,
    types::keyed::FUNCTIONS,
    types::list::FUNCTIONS,
    types::set::FUNCTIONS,
    queue::FUNCTIONS,
    random::FUNCTIONS,
    system::FUNCTIONS,
    thread::FUNCTIONS,
    time::FUNCTIONS,
];

/// Builtin names that are no functions.
pub const VALUES: &[(&str, Value)] = &[
    ("NotImplemented", Value::NotImplemented),
    ("Ellipsis", Value::Ellipsis),
    ("__debug__", Value::Bool(true)),
    ("EnvironmentError", Value::Class(class::OS_ERROR)),
    ("IOError", Value::Class(class::OS_ERROR)),
];

/// Methods of builtin classes.
pub const METHODS: &[(ClassId, &[Native])] = &[
    (class::LIST, types::list::METHODS),
    (class::LIST, types::protocol::CHANGEABLE),
    (class::TUPLE, types::tuple::METHODS),
    (class::TUPLE, types::protocol::SEQUENCE),
    (class::STR, types::protocol::SEQUENCE),
    (class::BYTES, types::protocol::SEQUENCE),
    (class::RANGE, types::range::METHODS),
    (class::RANGE, types::protocol::SEQUENCE),
    (class::DICT, types::dict::METHODS),
    (class::DICT, types::protocol::CHANGEABLE),
    (class::SET, types::set::METHODS),
    (class::SET, types::protocol::COLLECTION),
    (class::FROZENSET, types::set::FROZEN_METHODS),
    (class::FROZENSET, types::protocol::COLLECTION),
    (class::DICT_KEYS, types::view::METHODS),
    (class::DICT_KEYS, types::protocol::COLLECTION),
    (class::DICT_ITEMS, types::view::METHODS),
    (class::DICT_ITEMS, types::protocol::COLLECTION),
    (class::DICT_VALUES, types::protocol::COLLECTION),
    (class::SLICE, types::slice::METHODS),
    (class::GENERATOR, types::generator::METHODS),
    (class::INT, builtins::protocol::ARITHMETIC),
    (class::INT, builtins::protocol::BITS),
    (class::INT, builtins::protocol::SHIFTS),
    (class::FLOAT, builtins::protocol::ARITHMETIC),
    (class::STR, builtins::protocol::SEQUENCE),
    (class::STR, builtins::protocol::REMAINDER),
    (class::BYTES, builtins::protocol::SEQUENCE),
    (class::LIST, builtins::protocol::SEQUENCE),
    (class::TUPLE, builtins::protocol::SEQUENCE),
    (class::SET, builtins::protocol::BITS),
    (class::SET, builtins::protocol::DIFFERENCE),
    (class::FROZENSET, builtins::protocol::BITS),
    (class::FROZENSET, builtins::protocol::DIFFERENCE),
    (class::DICT, builtins::protocol::UNION),
    (class::PROPERTY, builtins::object::PROPERTY_METHODS),
    (class::TYPE, builtins::object::TYPE_METHODS),
    (class::BASE_EXCEPTION, builtins::exception::METHODS),
    (class::ITERATOR, types::iterator::METHODS),
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

/// Methods that every object has, when nothing else is found.
pub const PROTOCOL: &[&[Native]] = &[builtins::protocol::METHODS];

/// Attributes of builtin classes that are computed: name, getter, setter.
pub static PROPERTIES: &[(ClassId, &str, Native, Option<Native>)] = &[
    (class::THREAD, "name", thread::NAME.0, Some(thread::NAME.1)),
    (class::THREAD, "daemon", thread::DAEMON.0, Some(thread::DAEMON.1)),
    (class::THREAD, "ident", thread::IDENT, None),
    (class::THREAD, "native_id", thread::IDENT, None),
    (class::QUEUE, "unfinished_tasks", queue::UNFINISHED, None),
    (class::RANGE, "start", types::range::START, None),
    (class::RANGE, "stop", types::range::STOP, None),
    (class::RANGE, "step", types::range::STEP, None),
    (class::SLICE, "start", types::slice::START, None),
    (class::SLICE, "stop", types::slice::STOP, None),
    (class::SLICE, "step", types::slice::STEP, None),
    (class::PROPERTY, "fget", builtins::object::FGET, None),
    (class::PROPERTY, "fset", builtins::object::FSET, None),
    (class::PROPERTY, "fdel", builtins::object::FDEL, None),
    (class::BASE_EXCEPTION, "args", builtins::exception::ARGS.0, Some(builtins::exception::ARGS.1)),
    (class::STOP_ITERATION, "value", builtins::exception::VALUE.0, Some(builtins::exception::VALUE.1)),
    (class::SYSTEM_EXIT, "code", builtins::exception::CODE.0, Some(builtins::exception::CODE.1)),
    (class::OS_ERROR, "errno", builtins::exception::ERRNO.0, Some(builtins::exception::ERRNO.1)),
    (class::OS_ERROR, "strerror", builtins::exception::STRERROR.0, Some(builtins::exception::STRERROR.1)),
    (class::OS_ERROR, "filename", builtins::exception::FILENAME.0, Some(builtins::exception::FILENAME.1)),
    (class::NAME_ERROR, "name", builtins::exception::NAME.0, Some(builtins::exception::NAME.1)),
    (class::ATTRIBUTE_ERROR, "name", builtins::exception::NAME.0, Some(builtins::exception::NAME.1)),
    (class::ATTRIBUTE_ERROR, "obj", builtins::exception::OBJ.0, Some(builtins::exception::OBJ.1)),
    (class::IMPORT_ERROR, "name", builtins::exception::NAME.0, Some(builtins::exception::NAME.1)),
    (class::IMPORT_ERROR, "path", builtins::exception::PATH.0, Some(builtins::exception::PATH.1)),
    (class::TRACEBACK, "tb_lineno", builtins::exception::LINE, None),
    (class::TRACEBACK, "tb_next", builtins::exception::NEXT, None),
    (class::IMPORT_ERROR, "msg", builtins::exception::MSG.0, Some(builtins::exception::MSG.1)),
    (class::GENERATOR, "gi_running", types::generator::RUNNING, None),
    (class::GENERATOR, "gi_suspended", types::generator::SUSPENDED, None),
    (class::GENERATOR, "gi_yieldfrom", types::generator::YIELD_FROM, None),
    (class::DICT_KEYS, "mapping", types::view::MAPPING, None),
    (class::DICT_VALUES, "mapping", types::view::MAPPING, None),
    (class::DICT_ITEMS, "mapping", types::view::MAPPING, None),
];

/// Class methods of builtin classes.
pub static CLASS_METHODS: &[(ClassId, &str, Native)] = &[(class::DICT, "fromkeys", types::dict::FROM_KEYS)];

/// What makes the objects of builtin classes.
pub static CONSTRUCTORS: &[(ClassId, Native)] = &[
    (class::RANGE, types::range::CONSTRUCTOR),
    (class::LIST, types::list::CONSTRUCTOR),
    (class::TUPLE, types::tuple::CONSTRUCTOR),
    (class::DICT, types::dict::CONSTRUCTOR),
    (class::SET, types::set::CONSTRUCTOR),
    (class::FROZENSET, types::set::FROZEN_CONSTRUCTOR),
    (class::SLICE, types::slice::CONSTRUCTOR),
    (class::STR, builtins::object::STR),
    (class::BOOL, builtins::object::BOOL),
    (class::INT, builtins::convert::INT),
    (class::FLOAT, builtins::convert::FLOAT),
    (class::TYPE, builtins::object::TYPE),
    (class::SUPER, builtins::object::SUPER),
    (class::PROPERTY, builtins::object::PROPERTY),
    (class::STATIC_METHOD, builtins::object::STATIC_METHOD),
    (class::CLASS_METHOD, builtins::object::CLASS_METHOD),
];
