//! Programs that run text: they name `exec`, `eval` or `compile`, so that not all that they do is known from their own text.
//!
//! Such a program is compiled with care: each of its variables may be written by anybody at any time, and names that nothing in
//! its text binds are variables, too. It has those modules of the library that stand behind an `import` anywhere in its text, strings
//! included. What the machine finds that this has overlooked it refuses when it runs. Tests: `tests/search/made.rs`.

use indexmap::IndexSet;
use ruff_python_ast::{
    Expr, Stmt,
    visitor::{self, Visitor},
};
use rustc_hash::FxBuildHasher;

use super::{
    scope::{Place, Scopes},
    unit::Unit,
};
use crate::program::made::LIBRARY_BUILTINS;

/// The builtins that run text.
const RUNNERS: &[&str] = &["exec", "eval", "compile"];

/// The names of builtins: where nothing in a program binds them, they are no variables of its.
const BUILTINS: &str = "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError \
    BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError \
    ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError \
    Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit \
    IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError \
    KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented \
    NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError \
    RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration \
    SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError \
    UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError \
    Warning ZeroDivisionError __build_class__ __debug__ __doc__ __file__ __import__ __loader__ __name__ __package__ \
    __spec__ __builtins__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex \
    copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals \
    hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next \
    object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum \
    super tuple type vars zip";

/// Whether a program runs text, as far as its own text tells.
#[must_use]
pub fn runs_text(body: &[Stmt], scopes: &Scopes) -> bool {
    let module = &scopes.get(Scopes::MODULE).symbols;
    let named = scopes.iter().any(|(_, scope)| {
        let used = |name: &&&str| scope.symbols.get(**name).is_some_and(|one| one.used && one.place == Place::Global);
        RUNNERS.iter().filter(used).any(|&name| module.get(name).is_none_or(|one| !one.bound))
    });
    let mut by_module = ByModule::default();
    by_module.visit_body(body);
    named || by_module.found
}

/// The runners as members of the module of the builtins.
#[derive(Default)]
struct ByModule {
    names: Vec<String>,
    found: bool,
}

impl<'a> Visitor<'a> for ByModule {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Import(import) => {
                let of_builtins = import.names.iter().filter(|alias| &*alias.name.id == "builtins");
                self.names.extend(
                    of_builtins
                        .map(|alias| alias.asname.as_ref().map_or("builtins", |name| name.id.as_str()).to_owned()),
                );
            }
            Stmt::ImportFrom(import) if import.module.as_ref().is_some_and(|module| &*module.id == "builtins") => {
                self.found |= import.names.iter().any(|alias| RUNNERS.contains(&alias.name.id.as_str()));
            }
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        let is_module = |object: &Expr| matches!(object, Expr::Name(name) if self.names.iter().any(|known| known == name.id.as_str()));
        match expression {
            Expr::Attribute(attribute) if is_module(&attribute.value) => {
                let name = attribute.attr.id.as_str();
                self.found |= RUNNERS.contains(&name) || name == "__dict__";
            }
            Expr::Call(call) if matches!(&*call.func, Expr::Name(name) if name.id == "getattr") => {
                self.found |= call.arguments.args.first().is_some_and(is_module);
            }
            _ => {}
        }
        visitor::walk_expr(self, expression);
    }
}

/// Names that nothing in the text of a program binds, and that are no builtins: text that it runs may bind them.
#[must_use]
pub fn unknown_names(scopes: &Scopes) -> IndexSet<String, FxBuildHasher> {
    let builtins: IndexSet<&str, FxBuildHasher> = BUILTINS.split_whitespace().collect();
    let module = &scopes.get(Scopes::MODULE).symbols;
    let symbols = scopes.iter().flat_map(|(_, scope)| &scope.symbols);
    let unknown = symbols.filter(|(name, symbol)| {
        let outside = symbol.place == Place::Global && !builtins.contains(name.as_str());
        outside && module.get(*name).is_none_or(|one| !one.bound)
    });
    unknown.map(|(name, _)| name.clone()).collect()
}

/// Compiles the modules of the library that text of the program could ask for.
pub fn compile_mentioned(unit: &mut Unit<'_>, text: &str) {
    for (at, _) in text.match_indices("import ") {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = text[line..at].trim_end();
        let from = before.rfind("from ").map(|from| before[from + 5..].trim());
        let after = &text[at + 7..];
        let end = after.find(['\n', '\\', '"', '\'', ';', ')']).unwrap_or(after.len());
        let listed = after[..end].split(',').filter_map(|one| one.split_whitespace().next());
        let names: Vec<&str> = from.into_iter().chain(listed).collect();
        for name in names {
            for (end, _) in name.match_indices('.') {
                unit.library_module(&name[..end]);
            }
            unit.library_module(name);
        }
    }
    for (builtin, module, _) in LIBRARY_BUILTINS {
        if text.contains(builtin) {
            unit.library_module(module);
        }
    }
}

/// Whether the name of a runner stands anywhere in a text.
#[must_use]
pub fn may_run_text(text: &str) -> bool {
    RUNNERS.iter().any(|runner| text.contains(runner))
}

/// Whether a class of a text may have bases that stand for others: `__mro_entries__`.
#[must_use]
pub fn may_resolve_bases(text: &str) -> bool {
    // What `typing` has beside classes may be named without brackets, too.
    let typing = text.contains("typing");
    let stands_for_others =
        |line: &str| line.trim_start().starts_with("class ") && (line.contains('[') || typing && line.contains('('));
    text.contains("__mro_entries__") || text.lines().any(stands_for_others)
}
