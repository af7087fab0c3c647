//! Programs that run text: what threads do with each other by way of it is found like anything else.

use std::{collections::BTreeSet, sync::Arc};

use raddle::{
    choice::Choice,
    compiler::compile,
    event::Silence,
    explore::{Bounds, Report, Search},
    ids::ThreadId,
    machine::{Machine, Worth},
    program::Program,
    source::SourceText,
    stdlib::Library,
};

const MEMORY: usize = 1 << 30;

const THREADS: &str = "
threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("program.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}")))
}

/// Everything that can become of two threads that do the work, and then the text behind them.
fn check(work: &str, behind: &str) -> Report {
    let text = format!("import threading\n{work}{THREADS}{behind}");
    let mut search = Search::new(Machine::new(program(&text), MEMORY), Bounds::default());
    search.advance(|| true);
    let report = search.report(None, || true);
    assert!(report.complete, "{:?}", report.left_out);
    report
}

fn ends(report: &Report, name: &str) -> BTreeSet<String> {
    let worth = |found: &[(Arc<str>, Worth)]| {
        let found = found.iter().find(|(known, _)| &**known == name);
        found.map(|(_, worth)| worth.to_string())
    };
    report.outcomes.iter().filter_map(|outcome| worth(&outcome.globals)).collect()
}

fn set(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[test]
fn a_variable_that_text_reads_and_writes_is_raced_for() {
    let work = "count = 0\ndef work(n):\n    exec('global count\\ncount = count + 1')\n";
    let report = check(work, "");
    assert_eq!(ends(&report, "count"), set(&["1", "2"]));
    assert!(!report.races.is_empty());
}

#[test]
fn a_variable_that_only_text_knows_is_raced_for() {
    let work = "exec('hidden = 0')\ndef work(n):\n    exec('hidden += 1', globals())\n";
    let report = check(work, "seen = eval('hidden')\n");
    assert_eq!(ends(&report, "seen"), set(&["1", "2"]));
    assert!(!report.races.is_empty());
}

#[test]
fn a_dict_that_functions_of_text_have_their_variables_in_is_raced_for() {
    let work = "space = {'total': 0}\n\
                exec('def work(n):\\n    global total\\n    total = total + 1', space)\n\
                work = space['work']\n";
    let report = check(work, "seen = space['total']\n");
    assert_eq!(ends(&report, "seen"), set(&["1", "2"]));
    assert!(!report.races.is_empty());
}

#[test]
fn a_variable_of_a_function_around_is_read_where_text_asks_for_it() {
    let work = "def make():\n    n = 0\n    def work(_):\n        nonlocal n\n        n = eval('n + 1')\n    \
                return work, lambda: n\nwork, now = make()\n";
    let report = check(work, "seen = now()\n");
    assert_eq!(ends(&report, "seen"), set(&["1", "2"]));
}

#[test]
fn a_lock_that_text_takes_guards() {
    let work = "lock = threading.Lock()\ncount = 0\n\
                code = compile('with lock:\\n    count += 1', '<add>', 'exec')\n\
                def work(n):\n    exec(code, globals())\n";
    let report = check(work, "");
    assert_eq!(ends(&report, "count"), set(&["2"]));
    assert!(report.races.is_empty());
}

/// Threads that compile texts in another order, and come to the same.
#[test]
fn the_order_in_which_texts_are_compiled_is_no_difference() {
    let text = format!(
        "import threading\nmade = [None, None]\ndef work(n):\n    made[n] = eval(f'lambda: name_{{n}}')\n{THREADS}"
    );
    let program = program(&text);
    let run = |order: [u32; 2]| {
        let mut machine = Machine::new(Arc::clone(&program), MEMORY);
        machine.set_silent(true);
        while machine.alive() < 3 {
            machine.step(Choice::run(ThreadId::MAIN), &mut Silence).expect("it goes on");
        }
        for thread in order {
            while machine.step(Choice::run(ThreadId(thread)), &mut Silence).is_ok() {}
        }
        machine
    };
    let (one, other) = (run([1, 2]), run([2, 1]));
    assert!(one != other, "exactly they are not the same");
    assert_eq!(one.canonical_key(), other.canonical_key());
}

#[test]
fn text_is_run_only_where_the_program_names_what_runs_it() {
    let text = "import builtins\nname = ''.join(['ev', 'al'])\nfor one in vars(builtins) if False else []:\n    pass\n\
                run = [value for value in (getattr(object, name, None),) if value]\n";
    assert!(!program(text).dynamic);
    assert!(program("f = eval\n").dynamic);
    assert!(program("import builtins\nbuiltins.exec('1')\n").dynamic);
    assert!(program("from builtins import compile as make\n").dynamic);
    assert!(!program("import re\nre.compile('a')\n").dynamic);
    assert!(!program("def eval(x):\n    return x\neval(1)\n").dynamic);
}
