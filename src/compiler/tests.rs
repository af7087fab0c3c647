//! What the compiler refuses, and where, one row a program; the place is what the span covers. What it accepts is tested
//! by running it: `tests/language/programs.rs`.

use std::sync::Arc;

use super::{Feature, Problem, check::check as refused, compile, parse, scope::Scopes};
use crate::{source::SourceText, stdlib::Library};

/// The problems of a text, each with the words that it points at.
fn problems(text: &str) -> Vec<(Problem, String)> {
    let source = Arc::new(SourceText::new("program.py", text));
    let found = compile(&source, &Library).err().unwrap_or_default();
    found.into_iter().map(|known| (known.problem, source.slice(known.span).to_owned())).collect()
}

fn check(text: &str, expected: &[(Problem, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(problem, at)| (problem.clone(), (*at).to_owned())).collect();
    assert_eq!(problems(text), expected, "{text}");
}

fn name(text: &str) -> String {
    text.to_owned()
}

#[test]
fn ordinary_programs_have_no_problems() {
    check("", &[]);
    check("import threading\nlock = threading.Lock()\nwith lock:\n    print(1)\n", &[]);
    check("def f(a, /, b=1, *c, d, **e):\n    yield a\n", &[]);
}

/// It is not looked through again at every start.
#[test]
fn nothing_in_the_library_is_refused() {
    for module in Library.names() {
        let source = Library.source(module).expect("it is a module");
        let statements = parse(&source).expect("it is Python, and not nested too deep");
        let mut problems = Vec::new();
        let scopes = Scopes::of(&statements, false, &|_| Vec::new(), &mut problems);
        refused(&statements, &scopes, &source, &mut problems);
        assert_eq!(problems, [], "{module}");
    }
}

#[test]
fn what_is_not_in_the_language_is_refused_where_it_stands() {
    let unsupported = |feature| Problem::Unsupported { feature };
    check("from . import x\n", &[(unsupported(Feature::RelativeImport), "from . import x")]);
    check("type X = int\n", &[(unsupported(Feature::TypeAlias), "type X = int")]);
}

#[test]
fn statements_in_the_wrong_place_are_refused() {
    let misplaced = |keyword| Problem::Misplaced { keyword };
    check("return 1\n", &[(misplaced("return"), "return 1")]);
    check("break\n", &[(misplaced("break"), "break")]);
    check("continue\n", &[(misplaced("continue"), "continue")]);
    check("class A:\n    yield 1\n", &[(misplaced("yield"), "yield 1")]);
    check("await x\n", &[(misplaced("await"), "await x")]);
    check("def f():\n    await x\n", &[(misplaced("await"), "await x")]);
    check("async def f():\n    def g():\n        await x\n", &[(misplaced("await"), "await x")]);
    check("async def f():\n    class A:\n        await x\n", &[(misplaced("await"), "await x")]);
    check("def f():\n    async for x in y:\n        pass\n", &[(misplaced("async-for"), "async")]);
    check("def f():\n    async with x:\n        pass\n", &[(misplaced("async-with"), "async")]);
    let comprehension = "[x async for x in y]";
    check(&format!("def f():\n    {comprehension}\n"), &[(misplaced("async-comprehension"), comprehension)]);
    check("async def f():\n    yield from x\n", &[(misplaced("yield-from"), "yield from x")]);
    check("async def f():\n    yield 1\n    return 2\n", &[(misplaced("return-value"), "return 2")]);
    check("def f():\n    return (x async for x in y), (await x for x in y)\n", &[]);
    check("async def f():\n    await x\n    yield [await x async for x in y]\n    return\n", &[]);
}

#[test]
fn what_would_leave_a_part_of_a_group_is_refused() {
    let handler =
        |inside| format!("def f():\n    for i in x:\n        try:\n            g()\n        except* E:\n{inside}");
    for keyword in ["return 1", "break", "continue"] {
        let text = handler(format!("            {keyword}\n"));
        check(&text, &[(Problem::Misplaced { keyword: "star-leave" }, keyword)]);
    }
    check(&handler("            for j in x:\n                break\n".to_owned()), &[]);
    check(&handler("            def h():\n                return 1\n".to_owned()), &[]);
}

#[test]
fn patterns_that_mean_nothing_are_refused() {
    let wrong = [
        ("case [x, x]:\n        pass\n", "pattern-twice", "x"),
        ("case P(a=1, a=2):\n        pass\n", "pattern-attribute-twice", "a"),
        ("case {1: x, 1: y}:\n        pass\n", "pattern-key-twice", "1"),
        ("case [*x, *y]:\n        pass\n", "pattern-stars", "*y"),
        ("case [x] | [y]:\n        pass\n", "pattern-unlike", "[x] | [y]"),
        ("case x:\n        pass\n    case 1:\n        pass\n", "pattern-unreachable-case", "x"),
        ("case _ | 1:\n        pass\n", "pattern-unreachable-alternative", "_"),
    ];
    for (text, keyword, place) in wrong {
        check(&format!("match z:\n    {text}"), &[(Problem::Misplaced { keyword }, place)]);
    }
    check(
        "match z:\n    case [x] | (x,):\n        pass\n    case x if x:\n        pass\n    case _:\n        pass\n",
        &[],
    );
}

#[test]
fn scopes_that_contradict_each_other_are_refused() {
    check("def f():\n    nonlocal x\n", &[(Problem::NoOuterBinding { name: name("x") }, "x")]);
    check("def f(x):\n    global x\n", &[(Problem::ConflictingScopes { name: name("x") }, "x")]);
    check("def f(x, x):\n    pass\n", &[(Problem::DuplicateParameter { name: name("x") }, "x")]);
    check("def f():\n    x = 1\n    global x\n", &[(Problem::UsedBeforeScope { name: name("x") }, "x")]);
}

#[test]
fn every_problem_of_a_program_is_found_at_once() {
    let found = problems("import thredding\nx = '\\ud800'\ny = help('1')\n");
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn a_module_that_is_not_modelled_is_named_with_the_nearest_ones() {
    let found = problems("import thredding\n");
    let [(Problem::UnmodelledModule { name, nearest }, at)] = &found[..] else { panic!("{found:?}") };
    assert_eq!((name.as_str(), at.as_str()), ("thredding", "thredding"));
    assert!(nearest.iter().any(|near| near == "threading"), "{nearest:?}");
}

#[test]
fn a_module_of_cpython_that_is_imported_and_never_used_is_no_problem() {
    assert_eq!(problems("from tkinter import Tk\nimport tkinter.ttk as ttk\nprint(1)\n"), []);
    for used in [
        "import tkinter\nprint(tkinter)\n",
        "from tkinter import *\n",
        "import tkinter.ttk\ndef f():\n    tkinter.Tk()\n",
    ] {
        assert!(matches!(problems(used)[..], [(Problem::UnmodelledModule { .. }, _)]), "{used}");
    }
    assert!(!problems("import numpy\n").is_empty(), "CPython would not find it");
}

#[test]
fn text_that_is_not_python_is_refused_with_the_words_of_the_parser() {
    for text in ["x = \n", "def\n", "print('a\n", "if x\n    pass\n", "\u{0}", "  x = 1\n y = 2\n"] {
        let found = problems(text);
        assert!(matches!(found[..], [(Problem::Syntax { .. }, _), ..]), "{text:?}: {found:?}");
    }
}

#[test]
fn text_that_is_nested_too_deep_is_refused() {
    let deep =
        [("[", "]"), ("-", ""), ("not ", ""), ("lambda: ", ""), ("f(", ")"), ("f'{", "}'"), ("1 if 1 else ", "")];
    for (open, close) in deep {
        let text = format!("x = {}1{}\n", open.repeat(1_000), close.repeat(1_000));
        let found = problems(&text);
        assert!(matches!(found[..], [(Problem::TooDeep, _)]), "{open:?}: {found:?}");
    }
    let chains = [
        "x = [1 FOR]\n".replace("FOR", &"for a in b ".repeat(1_000)),
        format!("with {}a: pass\n", "a, ".repeat(1_000)),
    ];
    for text in chains {
        assert!(matches!(problems(&text)[..], [(Problem::TooDeep, _)]));
    }
    check(&format!("x = {}1{}\n", "(".repeat(1_000), ")".repeat(1_000)), &[]);
}
