//! The embedded library: modules that programs import, as Python text.
//!
//! A module is a file `src/stdlib/<name>.py`; the builtins are the files in `src/stdlib/builtins/`. What cannot be said in Python it takes from the machine, whose own
//! functions are builtins with names that begin with `vm_`. This file knows neither the compiler nor the machine.

mod present;

use std::sync::Arc;

pub use present::is_in_cpython;

use crate::source::SourceText;

/// Declares the modules from their files.
macro_rules! modules {
    ($($name:literal,)*) => {
        const MODULES: &[(&str, &str)] =
            &[("builtins", BUILTINS), $(($name, include_str!(concat!($name, ".py"))),)*];
    };
}

/// The builtins are one module in several files, which know each other's names.
const BUILTINS: &str = concat!(
    include_str!("builtins/operators.py"),
    include_str!("builtins/iteration.py"),
    include_str!("builtins/containers.py"),
    include_str!("builtins/objects.py"),
    include_str!("builtins/texts.py"),
    include_str!("builtins/formats.py"),
    include_str!("builtins/exceptions.py"),
    include_str!("builtins/groups.py"),
    include_str!("builtins/coroutines.py"),
    include_str!("builtins/patterns.py"),
    include_str!("builtins/endings.py"),
    include_str!("builtins/complex.py"),
    include_str!("builtins/views.py"),
    include_str!("builtins/pickling.py"),
    include_str!("builtins/aliases.py"),
    include_str!("builtins/encodings.py"),
);

modules! {
    "__future__",
    "_annotations",
    "_ast_text",
    "_bases",
    "_charmaps",
    "_codecs_more",
    "_decimal_arithmetic",
    "_decimal_base",
    "_decimal_functions",
    "_decimal_more",
    "_decimal_number",
    "_decimal_text",
    "_descriptors",
    "_disk",
    "_enum_body",
    "_enum_core",
    "_enum_flags",
    "_enum_more",
    "_files",
    "_functools_dispatch",
    "_functools_order",
    "_greenlet_threads",
    "_inspect_signature",
    "_io_base",
    "_io_buffered",
    "_io_decoding",
    "_io_memory",
    "_io_text",
    "_io_views",
    "_itertools_rows",
    "_logging_adapter",
    "_logging_formats",
    "_logging_handling",
    "_logging_ini",
    "_logging_styles",
    "_made",
    "_netdata",
    "_network",
    "_os_rare",
    "_process",
    "_re_compiler",
    "_re_loops",
    "_re_parser",
    "_re_search",
    "_resolution",
    "_slots",
    "_socketfile",
    "_string",
    "_strptime",
    "_sys_info",
    "_thread",
    "_userstring",
    "abc",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "asyncio._interrupts",
    "asyncio._signals",
    "asyncio.abstract",
    "asyncio.base_events",
    "asyncio.coroutines",
    "asyncio.events",
    "asyncio.exceptions",
    "asyncio.futures",
    "asyncio.locks",
    "asyncio.protocols",
    "asyncio.queues",
    "asyncio.runners",
    "asyncio.selector_events",
    "asyncio.selector_transports",
    "asyncio.servers",
    "asyncio.streams",
    "asyncio.taskgroups",
    "asyncio.tasks",
    "asyncio.timeouts",
    "asyncio.transports",
    "asyncio.trsock",
    "asyncio.unix_events",
    "asyncio.watchers",
    "atexit",
    "base64",
    "binascii",
    "bisect",
    "codecs",
    "collections",
    "collections.abc",
    "concurrent",
    "concurrent.futures",
    "concurrent.futures._base",
    "concurrent.futures.process",
    "concurrent.futures.thread",
    "contextlib",
    "copy",
    "copyreg",
    "csv",
    "ctypes",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "errno",
    "fnmatch",
    "fractions",
    "functools",
    "gc",
    "gevent",
    "gevent._core",
    "gevent._io",
    "gevent._links",
    "gevent._loop",
    "gevent._queues",
    "gevent.baseserver",
    "gevent.coros",
    "gevent.event",
    "gevent.exceptions",
    "gevent.greenlet",
    "gevent.hub",
    "gevent.local",
    "gevent.lock",
    "gevent.monkey",
    "gevent.pool",
    "gevent.queue",
    "gevent.select",
    "gevent.server",
    "gevent.signal",
    "gevent.socket",
    "gevent.thread",
    "gevent.threading",
    "gevent.threadpool",
    "gevent.time",
    "gevent.timeout",
    "glob",
    "greenlet",
    "hashlib",
    "heapq",
    "hmac",
    "inspect",
    "io",
    "itertools",
    "json",
    "json.decoder",
    "json.encoder",
    "locale",
    "logging",
    "logging.config",
    "logging.handlers",
    "math",
    "multiprocessing",
    "multiprocessing.connection",
    "multiprocessing.context",
    "multiprocessing.dummy",
    "multiprocessing.managers",
    "multiprocessing.pool",
    "multiprocessing.process",
    "multiprocessing.queues",
    "multiprocessing.reduction",
    "multiprocessing.shared_memory",
    "multiprocessing.sharedctypes",
    "multiprocessing.synchronize",
    "multiprocessing.util",
    "numbers",
    "operator",
    "os",
    "os.path",
    "pathlib",
    "pickle",
    "platform",
    "pprint",
    "queue",
    "random",
    "re",
    "sched",
    "secrets",
    "select",
    "selectors",
    "shutil",
    "signal",
    "socket",
    "socketserver",
    "statistics",
    "string",
    "struct",
    "sys",
    "sysconfig",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "traceback",
    "types",
    "typing",
    "uuid",
    "warnings",
    "weakref",
}

/// The embedded library.
#[derive(Clone, Copy, Debug, Default)]
pub struct Library;

/// The names that `from MODULE import *` takes: those in its `__all__`, if it has one.
#[must_use]
pub fn listed(module: &str) -> Vec<String> {
    let text = MODULES.iter().find(|(name, _)| *name == module).map_or("", |(_, text)| text);
    let list = text.split_once("\n__all__ = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

impl Library {
    /// The text of a module.
    #[must_use]
    pub fn source(&self, name: &str) -> Option<Arc<SourceText>> {
        let (name, text) = MODULES.iter().find(|(known, _)| *known == name)?;
        Some(Arc::new(SourceText::new(format!("<raddle {name}>"), *text)))
    }

    /// The names of the modules that programs can import.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        MODULES.iter().map(|&(name, _)| name)
    }

    /// Up to three modules whose names are nearest to this one, for "did you mean".
    #[must_use]
    pub fn nearest(&self, name: &str) -> Vec<String> {
        // Parts of packages are meant by whoever names the package.
        let is_near = |known: &&str| !known.starts_with('_') && (!known.contains('.') || name.contains('.'));
        nearest(name, self.names().filter(is_near))
    }
}

/// Up to three of the known names that are nearest to this one, for "did you mean"; none if none is near.
#[must_use]
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut nearest: Vec<_> = known.into_iter().map(|known| (edit_distance(name, known), known)).collect();
    nearest.sort_unstable();
    let near = nearest.into_iter().filter(|&(distance, known)| distance <= known.len().max(name.len()) / 2);
    near.take(3).map(|(_, known)| known.to_owned()).collect()
}

/// How many characters have to be inserted, deleted or replaced (Levenshtein).
#[must_use]
pub fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, to) in b.iter().enumerate() {
            let replace = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replace.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
