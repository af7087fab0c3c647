//! Structures nested deeper than any stack: the machine answers or raises `RecursionError`, and never runs out of its own.

use raddle::{event::End, host::Settings};

use crate::support::run_text;

const DEPTH: usize = 8_000;

/// Runs an expression on a value that a function wraps very often.
fn run_deep(wrap: &str, expression: &str) -> String {
    let text = format!(
        "def nest():\n    value = 0\n    for _ in range({DEPTH}):\n        value = {wrap}\n    return value\n\
         a, b = nest(), nest()\ntry:\n    {expression}\n    print('done')\nexcept RecursionError as e:\n    print('too deep')\n"
    );
    let (run, end) = run_text("deep.py", &text, Settings::default());
    assert_eq!(end, End::Finished, "{wrap}, {expression}: {run:?}");
    run.stdout.trim().to_owned()
}

#[test]
fn deep_structures_do_not_use_up_the_stack() {
    for wrap in ["[value]", "(value,)", "{1: value}", "ValueError(value)", "slice(value)"] {
        for expression in ["repr(a)", "str(a)", "a == b", "a in [b]"] {
            let said = run_deep(wrap, expression);
            assert!(matches!(&*said, "done" | "too deep"), "{wrap}, {expression}: {said}");
        }
    }
}

#[test]
fn what_looks_into_deep_structures_gives_up_in_time() {
    for (wrap, expression) in
        [("[value]", "a < b"), ("(value,)", "hash(a)"), ("(value,)", "{a: 1}"), ("(lambda f: lambda: f)(value)", "a()")]
    {
        let said = run_deep(wrap, expression);
        assert!(matches!(&*said, "done" | "too deep"), "{wrap}, {expression}: {said}");
    }
}

#[test]
fn a_long_chain_of_exceptions_is_printed_to_its_end() {
    let text = "error = None\nfor i in range(5000):\n    new = ValueError(i)\n    new.__context__ = error\n    error = new\n\
                raise error\n";
    let (run, _) = run_text("chain.py", text, Settings::default());
    assert_eq!(run.stderr.matches("During handling of the above exception").count(), 4999);
    assert!(run.stderr.ends_with("ValueError: 4999\n"));
}

/// A text that no code object holds is refused, and soon.
#[test]
fn texts_beyond_all_bounds_are_refused() {
    let names: Vec<String> = (0..66_000).map(|at| format!("a{at}=1\n")).collect();
    let parameters: Vec<String> = (0..66_000).map(|at| format!("a{at}")).collect();
    for text in [
        names.concat(),
        format!("def f({}): pass\n", parameters.join(",")),
        format!("match x:\n case {}\n", "[".repeat(5_000)),
        format!("match x:\n case {}y{}: pass\n", "[".repeat(300), "]".repeat(300)),
        format!("f({})\n", "x,".repeat(70_000)),
    ] {
        let (run, end) = run_text("large.py", &text, Settings::default());
        assert_eq!((end, run.exit), (End::Failed, 2), "{}", &text[..40]);
    }
}
