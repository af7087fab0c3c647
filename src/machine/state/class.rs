//! Classes: the builtin ones with their fixed ids, and those of the program.

use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::machine::state::value::{ClassId, Value};
use crate::program::{NameId, Resumable};

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its name.
    pub name: Arc<str>,
    /// Its name with what it is nested in.
    pub qualified_name: Arc<str>,
    /// The module that it says it is from.
    pub module: Arc<str>,
    /// The classes it was made from.
    pub bases: Vec<ClassId>,
    /// Where attributes are looked up, the class itself first.
    pub order: Vec<ClassId>,
    /// What it is an object of.
    pub metaclass: ClassId,
    /// Methods are missing that `abc` wants: no objects can be made of it.
    pub is_abstract: bool,
    /// Its objects have a `__del__`.
    pub finalizer: bool,
    /// Its attributes in the order of their binding.
    pub attributes: IndexMap<NameId, Value, FxBuildHasher>,
    /// What its instances are.
    pub layout: Layout,
    /// The only attributes that its instances can have; `None` if they can have any.
    pub slots: Option<Arc<[NameId]>>,
    /// Where its instances can have any: those that `__slots__` of the class or a base names, which stay out of `__dict__`.
    pub kept: Arc<[NameId]>,
    /// It is one of the program's, not of the machine or the embedded library.
    pub own: bool,
    /// What the methods do that the library gave a data class.
    pub record: Option<Arc<Record>>,
}

/// What the methods do that the library gave a data class: as long as the class has them, the machine does the same without
/// calling them.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its `__init__`.
    pub init: Value,
    /// What that binds, in the order of its parameters.
    pub names: Box<[NameId]>,
    /// What the last of them are when they are not given.
    pub defaults: Box<[Filling]>,
    /// Its comparisons: the name of each, and the function.
    pub comparisons: Box<[(NameId, Value)]>,
    /// What they compare.
    pub compared: Box<[NameId]>,
}

/// What a field is that is not given.
#[derive(Clone, Copy, Debug)]
pub enum Filling {
    /// This value.
    Value(Value),
    /// A new list.
    List,
    /// A new dict.
    Dict,
    /// A new set.
    Set,
    /// What a call of the program gives.
    Call,
}

impl Record {
    /// All that it would hold on to by itself.
    pub fn values(&self) -> impl Iterator<Item = Value> {
        let defaults = self.defaults.iter().filter_map(|filling| match filling {
            Filling::Value(value) => Some(*value),
            _ => None,
        });
        let comparisons = self.comparisons.iter().map(|&(_, function)| function);
        std::iter::once(self.init).chain(defaults).chain(comparisons)
    }
}

/// What the instances of a class are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Layout {
    /// Plain objects with attributes.
    Plain,
    /// Exceptions.
    Exception,
    /// Threads.
    Thread,
    /// Primitives.
    Resource,
    /// `threading.local`.
    ThreadLocal,
    /// Values of a builtin type.
    Builtin(ClassId),
    /// Cannot be instantiated or subclassed by the program.
    Closed,
}

impl Class {
    /// Whether it is the class or a subclass of it.
    #[must_use]
    pub fn is_subclass(&self, of: ClassId) -> bool {
        self.order.contains(&of)
    }
}

impl PartialEq for Class {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.bases == other.bases
            && self.metaclass == other.metaclass
            && self.is_abstract == other.is_abstract
            && self.attributes.iter().eq(&other.attributes)
    }
}

impl Eq for Class {}

impl std::hash::Hash for Class {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.name.hash(state);
        self.attributes.len().hash(state);
        self.attributes.iter().for_each(|attribute| attribute.hash(state));
    }
}

/// A row of the table of builtin classes.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// The module it says it is from.
    pub module: &'static str,
    /// Its base.
    pub base: ClassId,
    /// What its instances are.
    pub layout: Layout,
}

/// Declares the ids of the builtin classes and the table of their rows, in the same order.
macro_rules! classes {
    ($($constant:ident = $module:literal $name:literal ($base:ident) $layout:expr;)*) => {
        #[allow(dead_code, non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u32)]
        enum Position { $($constant,)* }

        $(
            #[doc = concat!("`", $name, "`")]
            #[allow(dead_code)]
            pub const $constant: ClassId = ClassId::at(Position::$constant as usize);
        )*

        /// The builtin classes, by id.
        pub const TABLE: &[Row] = &[$(
            Row { name: $name, module: $module, base: $base, layout: $layout },
        )*];
    };
}

use Layout::{Builtin, Closed, Exception as Exc, Plain, Resource};

classes! {
    OBJECT = "builtins" "object" (OBJECT) Plain;
    TYPE = "builtins" "type" (OBJECT) Builtin(TYPE);
    NONE = "builtins" "NoneType" (OBJECT) Closed;
    NOT_IMPLEMENTED = "builtins" "NotImplementedType" (OBJECT) Closed;
    ELLIPSIS = "builtins" "ellipsis" (OBJECT) Closed;
    INT = "builtins" "int" (OBJECT) Builtin(INT);
    BOOL = "builtins" "bool" (INT) Builtin(BOOL);
    FLOAT = "builtins" "float" (OBJECT) Builtin(FLOAT);
    STR = "builtins" "str" (OBJECT) Builtin(STR);
    BYTES = "builtins" "bytes" (OBJECT) Builtin(BYTES);
    BYTEARRAY = "builtins" "bytearray" (OBJECT) Builtin(BYTEARRAY);
    TUPLE = "builtins" "tuple" (OBJECT) Builtin(TUPLE);
    LIST = "builtins" "list" (OBJECT) Builtin(LIST);
    DICT = "builtins" "dict" (OBJECT) Builtin(DICT);
    SET = "builtins" "set" (OBJECT) Builtin(SET);
    FROZENSET = "builtins" "frozenset" (OBJECT) Builtin(FROZENSET);
    RANGE = "builtins" "range" (OBJECT) Builtin(RANGE);
    SLICE = "builtins" "slice" (OBJECT) Builtin(SLICE);
    CELL = "builtins" "cell" (OBJECT) Closed;
    FUNCTION = "builtins" "function" (OBJECT) Closed;
    NATIVE = "builtins" "builtin_function_or_method" (OBJECT) Closed;
    METHOD = "builtins" "method" (OBJECT) Closed;
    MODULE = "builtins" "module" (OBJECT) Plain;
    GENERATOR = "builtins" "generator" (OBJECT) Closed;
    COROUTINE = "builtins" "coroutine" (OBJECT) Closed;
    ASYNC_GENERATOR = "builtins" "async_generator" (OBJECT) Closed;
    ITERATOR = "builtins" "iterator" (OBJECT) Closed;
    DICT_KEYS = "builtins" "dict_keys" (OBJECT) Closed;
    DICT_VALUES = "builtins" "dict_values" (OBJECT) Closed;
    DICT_ITEMS = "builtins" "dict_items" (OBJECT) Closed;
    PROPERTY = "builtins" "property" (OBJECT) Builtin(PROPERTY);
    STATIC_METHOD = "builtins" "staticmethod" (OBJECT) Builtin(STATIC_METHOD);
    CLASS_METHOD = "builtins" "classmethod" (OBJECT) Builtin(CLASS_METHOD);
    SUPER = "builtins" "super" (OBJECT) Builtin(SUPER);
    TRACEBACK = "builtins" "traceback" (OBJECT) Closed;
    METHOD_DESCRIPTOR = "builtins" "method_descriptor" (OBJECT) Closed;
    WRAPPER_DESCRIPTOR = "builtins" "wrapper_descriptor" (OBJECT) Closed;
    CLASS_METHOD_DESCRIPTOR = "builtins" "classmethod_descriptor" (OBJECT) Closed;
    METHOD_WRAPPER = "builtins" "method-wrapper" (OBJECT) Closed;
    GETSET_DESCRIPTOR = "builtins" "getset_descriptor" (OBJECT) Closed;

    BASE_EXCEPTION = "builtins" "BaseException" (OBJECT) Exc;
    EXCEPTION = "builtins" "Exception" (BASE_EXCEPTION) Exc;
    GENERATOR_EXIT = "builtins" "GeneratorExit" (BASE_EXCEPTION) Exc;
    KEYBOARD_INTERRUPT = "builtins" "KeyboardInterrupt" (BASE_EXCEPTION) Exc;
    SYSTEM_EXIT = "builtins" "SystemExit" (BASE_EXCEPTION) Exc;
    ARITHMETIC_ERROR = "builtins" "ArithmeticError" (EXCEPTION) Exc;
    FLOATING_POINT_ERROR = "builtins" "FloatingPointError" (ARITHMETIC_ERROR) Exc;
    OVERFLOW_ERROR = "builtins" "OverflowError" (ARITHMETIC_ERROR) Exc;
    ZERO_DIVISION_ERROR = "builtins" "ZeroDivisionError" (ARITHMETIC_ERROR) Exc;
    ASSERTION_ERROR = "builtins" "AssertionError" (EXCEPTION) Exc;
    ATTRIBUTE_ERROR = "builtins" "AttributeError" (EXCEPTION) Exc;
    BUFFER_ERROR = "builtins" "BufferError" (EXCEPTION) Exc;
    EOF_ERROR = "builtins" "EOFError" (EXCEPTION) Exc;
    IMPORT_ERROR = "builtins" "ImportError" (EXCEPTION) Exc;
    MODULE_NOT_FOUND_ERROR = "builtins" "ModuleNotFoundError" (IMPORT_ERROR) Exc;
    LOOKUP_ERROR = "builtins" "LookupError" (EXCEPTION) Exc;
    INDEX_ERROR = "builtins" "IndexError" (LOOKUP_ERROR) Exc;
    KEY_ERROR = "builtins" "KeyError" (LOOKUP_ERROR) Exc;
    MEMORY_ERROR = "builtins" "MemoryError" (EXCEPTION) Exc;
    NAME_ERROR = "builtins" "NameError" (EXCEPTION) Exc;
    UNBOUND_LOCAL_ERROR = "builtins" "UnboundLocalError" (NAME_ERROR) Exc;
    OS_ERROR = "builtins" "OSError" (EXCEPTION) Exc;
    BLOCKING_IO_ERROR = "builtins" "BlockingIOError" (OS_ERROR) Exc;
    CHILD_PROCESS_ERROR = "builtins" "ChildProcessError" (OS_ERROR) Exc;
    CONNECTION_ERROR = "builtins" "ConnectionError" (OS_ERROR) Exc;
    BROKEN_PIPE_ERROR = "builtins" "BrokenPipeError" (CONNECTION_ERROR) Exc;
    CONNECTION_ABORTED_ERROR = "builtins" "ConnectionAbortedError" (CONNECTION_ERROR) Exc;
    CONNECTION_REFUSED_ERROR = "builtins" "ConnectionRefusedError" (CONNECTION_ERROR) Exc;
    CONNECTION_RESET_ERROR = "builtins" "ConnectionResetError" (CONNECTION_ERROR) Exc;
    FILE_EXISTS_ERROR = "builtins" "FileExistsError" (OS_ERROR) Exc;
    FILE_NOT_FOUND_ERROR = "builtins" "FileNotFoundError" (OS_ERROR) Exc;
    INTERRUPTED_ERROR = "builtins" "InterruptedError" (OS_ERROR) Exc;
    IS_A_DIRECTORY_ERROR = "builtins" "IsADirectoryError" (OS_ERROR) Exc;
    NOT_A_DIRECTORY_ERROR = "builtins" "NotADirectoryError" (OS_ERROR) Exc;
    PERMISSION_ERROR = "builtins" "PermissionError" (OS_ERROR) Exc;
    PROCESS_LOOKUP_ERROR = "builtins" "ProcessLookupError" (OS_ERROR) Exc;
    TIMEOUT_ERROR = "builtins" "TimeoutError" (OS_ERROR) Exc;
    REFERENCE_ERROR = "builtins" "ReferenceError" (EXCEPTION) Exc;
    RUNTIME_ERROR = "builtins" "RuntimeError" (EXCEPTION) Exc;
    NOT_IMPLEMENTED_ERROR = "builtins" "NotImplementedError" (RUNTIME_ERROR) Exc;
    RECURSION_ERROR = "builtins" "RecursionError" (RUNTIME_ERROR) Exc;
    STOP_ASYNC_ITERATION = "builtins" "StopAsyncIteration" (EXCEPTION) Exc;
    STOP_ITERATION = "builtins" "StopIteration" (EXCEPTION) Exc;
    SYNTAX_ERROR = "builtins" "SyntaxError" (EXCEPTION) Exc;
    INDENTATION_ERROR = "builtins" "IndentationError" (SYNTAX_ERROR) Exc;
    TAB_ERROR = "builtins" "TabError" (INDENTATION_ERROR) Exc;
    SYSTEM_ERROR = "builtins" "SystemError" (EXCEPTION) Exc;
    TYPE_ERROR = "builtins" "TypeError" (EXCEPTION) Exc;
    VALUE_ERROR = "builtins" "ValueError" (EXCEPTION) Exc;
    UNICODE_ERROR = "builtins" "UnicodeError" (VALUE_ERROR) Exc;
    UNICODE_DECODE_ERROR = "builtins" "UnicodeDecodeError" (UNICODE_ERROR) Exc;
    UNICODE_ENCODE_ERROR = "builtins" "UnicodeEncodeError" (UNICODE_ERROR) Exc;
    UNICODE_TRANSLATE_ERROR = "builtins" "UnicodeTranslateError" (UNICODE_ERROR) Exc;
    WARNING = "builtins" "Warning" (EXCEPTION) Exc;
    BYTES_WARNING = "builtins" "BytesWarning" (WARNING) Exc;
    ENCODING_WARNING = "builtins" "EncodingWarning" (WARNING) Exc;
    FUTURE_WARNING = "builtins" "FutureWarning" (WARNING) Exc;
    IMPORT_WARNING = "builtins" "ImportWarning" (WARNING) Exc;
    PENDING_DEPRECATION_WARNING = "builtins" "PendingDeprecationWarning" (WARNING) Exc;
    RESOURCE_WARNING = "builtins" "ResourceWarning" (WARNING) Exc;
    SYNTAX_WARNING = "builtins" "SyntaxWarning" (WARNING) Exc;
    UNICODE_WARNING = "builtins" "UnicodeWarning" (WARNING) Exc;
    DEPRECATION_WARNING = "builtins" "DeprecationWarning" (WARNING) Exc;
    USER_WARNING = "builtins" "UserWarning" (WARNING) Exc;
    RUNTIME_WARNING = "builtins" "RuntimeWarning" (WARNING) Exc;

    THREAD = "threading" "_Thread" (OBJECT) Layout::Thread;
    THREAD_LOCAL = "_thread" "_local" (OBJECT) Layout::ThreadLocal;
    LOCK = "_thread" "lock" (OBJECT) Resource;
    RLOCK = "_thread" "RLock" (OBJECT) Resource;
    CONDITION = "threading" "Condition" (OBJECT) Resource;
    SEMAPHORE = "threading" "Semaphore" (OBJECT) Resource;
    BOUNDED_SEMAPHORE = "threading" "BoundedSemaphore" (SEMAPHORE) Resource;
    EVENT = "threading" "Event" (OBJECT) Resource;
    BARRIER = "threading" "_Barrier" (OBJECT) Resource;
    TIMER_EVENT = "threading" "_TimerEvent" (OBJECT) Resource;
    QUEUE = "queue" "Queue" (OBJECT) Resource;
    LIFO_QUEUE = "queue" "LifoQueue" (QUEUE) Resource;
    PRIORITY_QUEUE = "queue" "PriorityQueue" (QUEUE) Resource;
    SIMPLE_QUEUE = "_queue" "SimpleQueue" (OBJECT) Resource;
    BROKEN_BARRIER_ERROR = "threading" "BrokenBarrierError" (RUNTIME_ERROR) Exc;
    EMPTY = "_queue" "Empty" (EXCEPTION) Exc;
    FULL = "queue" "Full" (EXCEPTION) Exc;

    LIST_ITERATOR = "builtins" "list_iterator" (ITERATOR) Closed;
    LIST_REVERSE_ITERATOR = "builtins" "list_reverseiterator" (ITERATOR) Closed;
    TUPLE_ITERATOR = "builtins" "tuple_iterator" (ITERATOR) Closed;
    BYTES_ITERATOR = "builtins" "bytes_iterator" (ITERATOR) Closed;
    BYTEARRAY_ITERATOR = "builtins" "bytearray_iterator" (ITERATOR) Closed;
    STR_ASCII_ITERATOR = "builtins" "str_ascii_iterator" (ITERATOR) Closed;
    STR_ITERATOR = "builtins" "str_iterator" (ITERATOR) Closed;
    RANGE_ITERATOR = "builtins" "range_iterator" (ITERATOR) Closed;
    LONG_RANGE_ITERATOR = "builtins" "longrange_iterator" (ITERATOR) Closed;
    DICT_KEY_ITERATOR = "builtins" "dict_keyiterator" (ITERATOR) Closed;
    DICT_VALUE_ITERATOR = "builtins" "dict_valueiterator" (ITERATOR) Closed;
    DICT_ITEM_ITERATOR = "builtins" "dict_itemiterator" (ITERATOR) Closed;
    DICT_REVERSE_KEY_ITERATOR = "builtins" "dict_reversekeyiterator" (ITERATOR) Closed;
    DICT_REVERSE_VALUE_ITERATOR = "builtins" "dict_reversevalueiterator" (ITERATOR) Closed;
    DICT_REVERSE_ITEM_ITERATOR = "builtins" "dict_reverseitemiterator" (ITERATOR) Closed;
    SET_ITERATOR = "builtins" "set_iterator" (ITERATOR) Closed;
    REVERSED = "builtins" "reversed" (ITERATOR) Closed;
}

/// The class of what a call of a function makes that can stop in its middle.
#[must_use]
pub const fn of_resumable(made: Option<Resumable>) -> ClassId {
    match made {
        Some(Resumable::Coroutine) => COROUTINE,
        Some(Resumable::AsyncGenerator) => ASYNC_GENERATOR,
        Some(Resumable::Generator) | None => GENERATOR,
    }
}

/// How many builtin classes there are.
pub const COUNT: usize = TABLE.len();

/// The linearization of a class with these bases, by the C3 algorithm; `None` if there is none.
#[must_use]
pub fn linearize(
    class: ClassId,
    bases: &[ClassId],
    order_of: impl Fn(ClassId) -> Vec<ClassId>,
) -> Option<Vec<ClassId>> {
    if let [base] = bases {
        // Most classes have one base: theirs is its order behind the class itself.
        return Some(std::iter::once(class).chain(order_of(*base)).collect());
    }
    let mut rows: Vec<Vec<ClassId>> = bases.iter().map(|&base| order_of(base)).collect();
    rows.push(bases.to_vec());
    let mut order = vec![class];
    loop {
        rows.retain(|row| !row.is_empty());
        if rows.is_empty() {
            return Some(order);
        }
        let in_a_tail = |candidate: ClassId| rows.iter().any(|row| row[1..].contains(&candidate));
        let next = rows.iter().map(|row| row[0]).find(|&candidate| !in_a_tail(candidate))?;
        order.push(next);
        for row in &mut rows {
            if row[0] == next {
                row.remove(0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diamond_is_linearized_as_in_python() {
        // A(object), B(A), C(A), D(B, C)
        let [o, a, b, c, d] = [0, 1, 2, 3, 4].map(ClassId::at);
        let orders = [vec![o], vec![a, o], vec![b, a, o], vec![c, a, o]];
        let order_of = |class: ClassId| orders[class.index()].clone();
        assert_eq!(linearize(d, &[b, c], order_of), Some(vec![d, b, c, a, o]));
        assert_eq!(linearize(d, &[a, b], order_of), None);
    }

    #[test]
    fn every_base_stands_before_its_subclasses() {
        for (at, row) in TABLE.iter().enumerate().skip(1) {
            assert!(row.base.index() < at, "{}", row.name);
        }
    }
}
