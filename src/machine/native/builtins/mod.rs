//! Builtin functions, by what they are about.

pub mod basic;
pub mod convert;
pub mod exception;
pub mod iteration;
pub mod library;
pub mod made;
pub mod number;
pub mod object;
pub mod protocol;
pub mod reduction;
pub mod resolution;
pub mod syntax_error;

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{
        compiler::{UNMODELLED_BUILTINS, compile},
        machine::run::statics::Statics,
        program::{ModuleId, made::LIBRARY_BUILTINS},
        source::SourceText,
        stdlib::Library,
    };

    /// `dir(builtins)` of CPython 3.11.
    #[rustfmt::skip]
    const OF_CPYTHON: &[&str] = &[
        "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup",
        "BlockingIOError", "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError",
        "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError", "ConnectionResetError",
        "DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning", "EnvironmentError", "Exception",
        "ExceptionGroup", "False", "FileExistsError", "FileNotFoundError", "FloatingPointError", "FutureWarning",
        "GeneratorExit", "IOError", "ImportError", "ImportWarning", "IndentationError", "IndexError",
        "InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError",
        "ModuleNotFoundError", "NameError", "None", "NotADirectoryError", "NotImplemented", "NotImplementedError",
        "OSError", "OverflowError", "PendingDeprecationWarning", "PermissionError", "ProcessLookupError",
        "RecursionError", "ReferenceError", "ResourceWarning", "RuntimeError", "RuntimeWarning",
        "StopAsyncIteration", "StopIteration", "SyntaxError", "SyntaxWarning", "SystemError", "SystemExit",
        "TabError", "TimeoutError", "True", "TypeError", "UnboundLocalError", "UnicodeDecodeError",
        "UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError", "UnicodeWarning", "UserWarning",
        "ValueError", "Warning", "ZeroDivisionError", "__build_class__", "__debug__", "__doc__", "__import__",
        "__loader__", "__name__", "__package__", "__spec__", "abs", "aiter", "all", "anext", "any", "ascii", "bin",
        "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod", "compile", "complex",
        "copyright", "credits", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "exit", "filter",
        "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input",
        "int", "isinstance", "issubclass", "iter", "len", "license", "list", "locals", "map", "max", "memoryview",
        "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr",
        "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple",
        "type", "vars", "zip"
    ];

    #[test]
    fn the_library_uses_no_name_that_nobody_defines() {
        // Some parts are there for programs that mention them.
        let imports = format!(
            "import {}\n# dir _convert_ FileHandler stack_info slots __members__ warnings GenericAlias memoryview",
            Library.names().collect::<Vec<_>>().join(", ")
        );
        let program = compile(&Arc::new(SourceText::new("imports.py", imports)), &Library).unwrap();
        let (statics, ..) = Statics::of(&program);
        let constants = program.constants.iter().zip(&statics.constants[..]);
        let unknown: Vec<_> = constants.filter(|(_, value)| !value.is_bound()).map(|(name, _)| name).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[test]
    fn every_builtin_of_cpython_is_modelled_or_refused() {
        // Some are there for programs that mention them.
        let source = Arc::new(SourceText::new("nothing.py", "# bytearray complex memoryview"));
        let program = compile(&source, &Library).unwrap();
        let (statics, ..) = Statics::of(&program);
        let in_python =
            |name: &str| program.names.get(name).and_then(|name| program.global(ModuleId(0), name)).is_some();
        let by_the_compiler = ["None", "True", "False", "__name__", "__doc__"];
        for name in OF_CPYTHON {
            let in_library = LIBRARY_BUILTINS.iter().any(|(known, ..)| known == name);
            let modelled =
                statics.builtin(name).is_some() || in_python(name) || in_library || by_the_compiler.contains(name);
            assert!(modelled != UNMODELLED_BUILTINS.contains(name), "{name}: modelled: {modelled}");
        }
    }
}
