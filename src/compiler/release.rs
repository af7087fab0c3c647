//! Whether a thread could release a `Lock` that another one took, as far as the text of a module tells.
//!
//! If every lock is used by `with` alone, only its owner ever releases it, and a circle of waits through it cannot be
//! undone by others. So that this is certain, the text may have nothing else by which a release could be reached: no
//! attribute of that name (but on what is never a lock, `makers.rs`), no attribute looked up by a computed name, no code made from text, no condition on a lock of
//! the program (its `wait` gives back what anybody holds), no `with` that is left half-way (a generator goes from thread to
//! thread), no module that is not known to keep away from locks. In doubt: yes. Tests: at the end of this file.

use super::makers::Bindings;
use ruff_python_ast::{
    self as ast, Expr, Pattern, Stmt,
    visitor::{self, Visitor},
};

/// Attributes by which a lock is released.
const RELEASING: &[&str] = &["release", "release_lock", "__exit__", "_release_save", "_at_fork_reinit"];

/// Attributes by which those could be reached, and conditions on a lock that is no re-entrant one.
const REACHING: &[&str] = &["__dict__", "__getattribute__", "not_empty", "not_full", "all_tasks_done"];

/// Functions that look attributes up by computed names, or run text.
const REFLECTING: &[&str] = &["getattr", "vars", "eval", "exec", "compile", "__import__", "breakpoint"];

/// Modules that release no lock of the program.
const HARMLESS: &[&str] = &[
    "__future__",
    "collections",
    "copy",
    "dataclasses",
    "datetime",
    "enum",
    "functools",
    "hashlib",
    "heapq",
    "itertools",
    "json",
    "math",
    "os",
    "queue",
    "random",
    "sched",
    "statistics",
    "string",
    "struct",
    "sys",
    "threading",
    "time",
    "typing",
];

/// The modules of the library that could, of themselves, release a lock that they did not take.
pub const LIBRARY: &[&str] = &[
    "_io_buffered",
    "_logging_handling",
    "_network",
    "asyncio.locks",
    "contextlib",
    "gevent._loop",
    "gevent.lock",
    "gevent.pool",
    "gevent.thread",
    "gevent.threading",
    "logging",
    "multiprocessing.util",
    "os",
];

/// Whether a stranger could release a lock. Of the library's own modules only what they plainly say counts: they look
/// attributes up by name that are none of a lock's.
#[must_use]
pub fn is_for_strangers(body: &[Stmt], library: bool) -> bool {
    let mut uses = Uses { bindings: Bindings::of(body), library, found: false, in_with: 0 };
    uses.visit_body(body);
    uses.found
}

struct Uses {
    bindings: Bindings,
    library: bool,
    found: bool,
    /// How many `with` statements of this function are around.
    in_with: u32,
}

impl Uses {
    fn import(&mut self, module: &str, names: &[ast::Alias]) {
        let first = module.split('.').next().unwrap_or_default();
        self.found |= !self.library && !HARMLESS.contains(&first);
        let renamed = |alias: &ast::Alias| &*alias.name.id == "Condition" && alias.asname.is_some();
        self.found |= !self.library && names.iter().any(renamed);
    }

    /// A name or attribute, other than a condition that makes its own lock.
    fn mention(&mut self, name: &str) {
        self.found |= !self.library && (name == "Condition" || REFLECTING.contains(&name));
    }

    fn apart(&mut self, walk: impl FnOnce(&mut Self)) {
        let around = std::mem::take(&mut self.in_with);
        walk(self);
        self.in_with = around;
    }
}

impl<'a> Visitor<'a> for Uses {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.import(&alias.name.id, &[]);
                }
            }
            Stmt::ImportFrom(import) => {
                self.import(import.module.as_ref().map_or("", |module| &module.id), &import.names);
            }
            Stmt::With(with) => {
                self.found |= with.is_async;
                self.in_with += 1;
                visitor::walk_stmt(self, statement);
                self.in_with -= 1;
            }
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => self.apart(|this| visitor::walk_stmt(this, statement)),
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Attribute(attribute) => {
                let name = attribute.attr.id.as_str();
                let harmless = name == "release" && self.bindings.is_no_lock(&attribute.value);
                self.found |= (RELEASING.contains(&name) && !harmless) || (!self.library && REACHING.contains(&name));
                self.mention(&attribute.attr.id);
            }
            Expr::Name(name) => self.mention(&name.id),
            Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Await(_) => self.found |= self.in_with > 0,
            Expr::Lambda(_) => return self.apart(|this| visitor::walk_expr(this, expression)),
            // `Condition()` makes a lock of its own, a re-entrant one.
            Expr::Call(call) if call.arguments.is_empty() && is_condition(&call.func) => return,
            _ => {}
        }
        visitor::walk_expr(self, expression);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        // `case Lock(release=free)` takes an attribute out of an object.
        if let Pattern::MatchClass(class) = pattern {
            self.found |= !class.arguments.keywords.is_empty();
        }
        visitor::walk_pattern(self, pattern);
    }
}

fn is_condition(function: &Expr) -> bool {
    match function {
        Expr::Name(name) => &*name.id == "Condition",
        Expr::Attribute(attribute) => &*attribute.attr.id == "Condition" && attribute.value.is_name_expr(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stdlib::Library;

    fn strangers(text: &str) -> bool {
        is_for_strangers(ruff_python_parser::parse_module(text).unwrap().suite(), false)
    }

    #[test]
    fn locks_that_are_used_by_with_alone_belong_to_their_owners() {
        let rows = [
            "import threading\na = threading.Lock()\ndef f():\n    with a:\n        print(1)\n",
            "from threading import Lock, Condition\nc = Condition()\nwith c:\n    c.notify_all()\n",
            "import threading\na = threading.Lock()\na.acquire()\n",
            "def numbers():\n    yield 1\nwith a:\n    for n in numbers():\n        print(n)\n",
            "import threading\ns = threading.Semaphore(0)\ns.release()\n",
            "from threading import RLock, Semaphore\nr, s = RLock(), Semaphore(2)\nr.release()\ns.release()\n",
            "import threading\nclass Hall:\n    def __init__(self):\n        self.seats = threading.Semaphore(2)\n    def leave(self):\n        self.seats.release()\n",
            "with a:\n    def g():\n        yield 1\n    f = lambda: (yield)\n",
        ];
        for text in rows {
            assert!(!strangers(text), "{text}");
        }
    }

    #[test]
    fn the_modules_of_the_library_that_could_release_a_lock_are_listed() {
        let could = Library.names().filter(|name| {
            let source = Library.source(name).expect("it is a module");
            is_for_strangers(&crate::compiler::parse(&source).expect("it is Python"), true)
        });
        // They release what the program releases by their methods, which its own text says, or no lock.
        let no_strangers = [
            "builtins",
            "multiprocessing.pool",
            "multiprocessing.shared_memory",
            "multiprocessing.sharedctypes",
            "multiprocessing.synchronize",
        ];
        let could = could.filter(|name| !no_strangers.contains(name));
        assert_eq!(could.collect::<Vec<_>>(), LIBRARY);
    }

    #[test]
    fn in_doubt_a_stranger_may_release() {
        let rows = [
            "a.release()\n",
            "free = a.release\n",
            "import threading\ns = threading.Semaphore(0)\ns = a\ns.release()\n",
            "import threading\ns = threading.Semaphore(0)\ndef f(s):\n    s.release()\n",
            "import threading\ns = threading.Semaphore(0)\nfor s in locks:\n    s.release()\n",
            "import threading\nthreading.Semaphore = threading.Lock\ns = threading.Semaphore()\ns.release()\n",
            "from threading import Lock as Semaphore\ns = Semaphore()\ns.release()\n",
            "import threading\ns = threading.Semaphore(0)\nHall = namedtuple('Hall', 's')\nHall(a).s.release()\n",
            "import threading\ns = threading.Semaphore(0)\nmake(s=a).s.release()\n",
            "import threading\ns = threading.Semaphore(0)\nsetattr(hall, name, a)\nhall.s.release()\n",
            "from collections import namedtuple as record\nimport threading\ns = threading.Semaphore(0)\ns.release()\n",
            "import threading\ns = threading.Semaphore(0)\nmake(**{name: a}).s.release()\n",
            "import threading\ns, t = threading.Semaphore(0), a\nt.release()\n",
            "import threading\nclass Hall:\n    s: threading.Lock\n    def f(self):\n        self.s.release()\ns = threading.Semaphore(0)\n",
            "pairs[0].locks['x'].release()\n",
            "getattr(a, 'rel' + 'ease')()\n",
            "look = getattr\n",
            "q.not_empty.wait()\n",
            "a.__exit__(None, None, None)\n",
            "type(a).__dict__['release'](a)\n",
            "vars(type(a))\n",
            "import threading\nc = threading.Condition(a)\n",
            "from threading import Condition as C\n",
            "import threading\nmake = threading.Condition\n",
            "class Own(Condition):\n    pass\n",
            "import contextlib\n",
            "from operator import methodcaller\n",
            "import tasks.locks\n",
            "def held():\n    with a:\n        yield\n",
            "def held():\n    with a:\n        if True:\n            yield from b\n",
            "match a:\n    case Lock(release=free):\n        free()\n",
            "async def f():\n    async with a:\n        pass\n",
        ];
        for text in rows {
            assert!(strangers(text), "{text}");
        }
    }
}
