//! The language against CPython: each program under `tests/programs/` prints what `python3` prints for it.
//!
//! Beside `NAME.py` stands `NAME.expected`: stdout, then stderr and the exit code where there is something to say. To
//! add a program, write it and run `BLESS=1 cargo test --test language programs`, which asks `python3` and writes what is missing.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use raddle::host::Settings;

use crate::support::{Run, python_files, python_is_there, run_file, run_python, run_text};

fn programs() -> Vec<PathBuf> {
    python_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs"))
}

fn expected(path: &Path) -> String {
    let stored = path.with_extension("expected");
    if !stored.exists() && std::env::var_os("BLESS").is_some() {
        std::fs::write(&stored, run_python(path).text()).expect("the folder can be written");
    }
    std::fs::read_to_string(&stored).unwrap_or_else(|error| panic!("{}: {error}; BLESS=1 makes it", stored.display()))
}

/// The first line in which two texts differ.
fn difference(expected: &str, got: &str) -> String {
    let lines = expected.lines().map(Some).chain(std::iter::repeat(None));
    let others = got.lines().map(Some).chain(std::iter::repeat(None));
    let end = expected.lines().count().max(got.lines().count());
    let unlike = lines.zip(others).take(end).enumerate().find(|(_, (a, b))| a != b);
    match unlike {
        Some((at, (a, b))) => {
            format!("line {}:\n    expected {}\n    got      {}", at + 1, a.unwrap_or("(end)"), b.unwrap_or("(end)"))
        }
        None => "the line ends differ".to_owned(),
    }
}

/// Looks at every program, on as many threads as there are cores; fails with what is wrong with them.
fn each_program(check: impl Fn(&Path) -> Option<String> + Sync) {
    let paths = programs();
    let next = AtomicUsize::new(0);
    let work = || {
        let mine = std::iter::from_fn(|| paths.get(next.fetch_add(1, Ordering::Relaxed)));
        mine.filter_map(|path| check(path).map(|wrong| format!("{}\n  {wrong}", path.display()))).collect::<Vec<_>>()
    };
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("checking does not panic")).collect()
    });
    assert!(wrong.is_empty(), "{} programs differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// How what a program came to differs from what was expected.
fn unlike(path: &Path, run: &Run) -> Option<String> {
    let (expected, got) = (expected(path), run.text());
    (expected != got).then(|| difference(&expected, &got))
}

#[test]
fn programs_print_what_cpython_prints() {
    each_program(|path| unlike(path, &run_file(path, Settings::default()).0));
}

/// What a program does first where another thread is to be alive all the time: then everything global is shared, and whatever
/// looks at it has to be a step of its own.
const COMPANY: &str =
    "import threading as _t; _t.Thread(target=_t.Event().wait, daemon=True, name='company').start(); ";

#[test]
fn programs_print_the_same_in_company() {
    each_program(|path| {
        let text = std::fs::read_to_string(path).expect("a program can be read");
        // What is asked for from __future__ has to stand in front of all else.
        if !text.starts_with(['#', '"', '\'']) || text.contains("from __future__") {
            return None;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        unlike(path, &run_text(&name, &format!("{COMPANY}{text}"), Settings::default()).0)
    });
}

#[test]
fn the_stored_expectations_are_what_python3_prints() {
    if !python_is_there() {
        return;
    }
    // Some wait for real time: on a busy computer that may go wrong once.
    let differs = |path: &Path| (0..3).all(|_| run_python(path).text() != expected(path));
    // What they say was read from the documentation: these modules are seldom there.
    let is_asked = |path: &Path| !path.components().any(|part| part.as_os_str() == "gevent");
    each_program(|path| (is_asked(path) && differs(path)).then(|| "python3 prints something else".to_owned()));
}

/// What raddle does not do, a program is told where it asks for it; nothing else happens in its place.
#[test]
fn what_is_not_modelled_is_refused_where_it_is_asked_for() {
    let refused = [
        ("mine = locals\nclass A:\n    mine()['x'] = 1\n", "raddle does not change locals() of a class body"),
        ("mine = vars\nclass A:\n    mine().update(x=1)\n", "raddle does not change locals() of a class body"),
        ("def f(x):\n    return lambda: x\nf(1).__closure__[0].cell_contents = 2\n", "content of a cell from outside"),
        ("def f(): pass\nf.__code__ = f.__code__\n", "raddle does not change the code of a function"),
        ("def f(): pass\nf.__code__.co_code\n", "raddle does not model the attribute 'co_code' of code objects"),
        ("class A: pass\nA.__mro__ = ()\n", "raddle does not change __mro__ of a class"),
        ("import builtins\nbuiltins.len = 5\n", "raddle does not give its module 'builtins' a new variable 'len'"),
    ];
    for (text, message) in refused {
        let (run, _) = run_text("refused.py", text, Settings::default());
        assert!(run.text().contains(message), "{text}\n{}", run.text());
    }
}
