//! How many ways there are through a program, against a walk that takes every one of them.

use std::sync::Arc;

use raddle::{
    choice::Choice,
    compiler::compile,
    event::Silence,
    explore::{Bounds, Interleavings, Kind, Search},
    machine::Machine,
    source::SourceText,
    stdlib::Library,
};

const MEMORY: usize = 1 << 30;

fn machine(text: &str) -> Machine {
    let source = Arc::new(SourceText::new("program.py", text));
    let program = compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}"));
    Machine::new(Arc::new(program), MEMORY)
}

fn counted(text: &str, counts: bool) -> Interleavings {
    let mut search = Search::new(machine(text), Bounds { counts, ..Bounds::default() });
    search.advance(|| true);
    search.report(None, || true).interleavings
}

/// Every way on but those on which a thread only begins to wait.
fn ways(machine: &Machine) -> Vec<Choice> {
    let mut ways = Vec::new();
    if machine.end().is_none() {
        machine.each_living(|thread| {
            ways.extend(machine.gets_on(thread).then(|| Choice::run(thread)));
            ways.extend(machine.may_expire(thread).then(|| Choice::expire(thread)));
        });
    }
    ways
}

fn after(machine: &Machine, choice: Choice) -> Machine {
    let mut next = machine.clone();
    next.step(choice, &mut Silence).expect("it was offered");
    next
}

/// How many runs there are, and how many of them do not finish well: each is taken to its end.
fn runs(machine: &Machine) -> (u64, u64) {
    let ways = ways(machine);
    if ways.is_empty() {
        let mut end = machine.clone();
        let next = |machine: &Machine| machine.choosable().next().map(|option| option.choice(|| 0));
        while let Some(choice) = next(&end) {
            end = after(&end, choice);
        }
        return (1, u64::from(Kind::of(&end) != Kind::Finished));
    }
    ways.into_iter()
        .map(|way| runs(&after(machine, way)))
        .fold((0, 0), |(all, bad), (more, worse)| (all + more, bad + worse))
}

fn threads(setup: &str, bodies: &[&str]) -> String {
    let body = |(at, body): (usize, &&str)| format!("def work{at}():\n    {}\n", body.replace('\n', "\n    "));
    let bodies_of: String = bodies.iter().enumerate().map(body).collect();
    let text = format!("import threading, time\n{setup}\n{bodies_of}");
    let names: Vec<String> = (0..bodies.len()).map(|at| format!("threading.Thread(target=work{at})")).collect();
    text + &format!("ts = [{}]\nfor t in ts: t.start()\n", names.join(", "))
}

#[test]
fn all_ways_are_counted_and_how_many_of_them_end_badly() {
    let nested = ["with a:\n    with b:\n        pass", "with b:\n    with a:\n        pass"];
    let programs = [
        threads("", &["print(1)\nprint(2)", "print(3)\nprint(4)"]),
        threads("a, b = threading.Lock(), threading.Lock()", &nested),
        threads("x = [0]", &["x[0] += 1", "x[0] += 1\nx[0] += 1"]),
        threads("x = [0]", &["1 // x[0]", "x[0] = 1"]),
        threads("e = threading.Event()", &["e.wait(1)", "e.set()"]),
        threads("s = threading.Semaphore(1)", &["s.acquire()", "s.acquire()", "s.release()"]),
        threads("c = threading.Condition()", &["with c:\n    c.wait()", "with c:\n    c.notify()"]),
    ];
    for program in &programs {
        let ways = counted(program, false);
        let (all, bad) = runs(&machine(program));
        assert_eq!((ways.all, ways.bad, ways.exact), (Some(all as f64), Some(bad as f64), true), "{program}");
    }
}

fn choose(n: u64, k: u64) -> f64 {
    (0..k).fold(1.0, |product, at| product * (n - at) as f64 / (at + 1) as f64)
}

#[test]
fn those_that_differ_are_as_many_as_orders_of_what_bears_on_each_other() {
    let print = |count: usize| vec!["print(1)"; count].join("\n");
    // The words of two threads in any order, and those of three.
    let two = threads("", &[&print(3), &print(4)]);
    assert_eq!(counted(&two, false).distinct, Some(choose(7, 3)));
    let three = threads("", &[&print(2), &print(2), &print(2)]);
    assert_eq!(counted(&three, false).distinct, Some(choose(6, 2) * choose(4, 2)));
    // Who writes elsewhere bears on nobody; who takes one lock comes before or after each other.
    let apart = threads("x = [0, 0, 0]", &["x[0] = 1", "x[1] = 1", "x[2] = 1"]);
    assert_eq!(counted(&apart, false).distinct, Some(1.0));
    let locked = threads("a = threading.Lock()", &["with a:\n    pass", "with a:\n    pass", "with a:\n    pass"]);
    assert_eq!(counted(&locked, false).distinct, Some(6.0));
}

#[test]
fn a_count_that_takes_much_longer_than_the_search_is_made_if_it_is_asked_for() {
    // Nobody bears on anybody: the search goes one way, and there are very many.
    let bodies: Vec<String> = (0..5).map(|at| format!("x[{at}] += 1\nx[{at}] = 2")).collect();
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let program = threads("x = [0, 0, 0, 0, 0]", &bodies);
    let (few, all) = (counted(&program, false), counted(&program, true));
    assert!(all.exact && all.all > Some(1e9) && all.distinct == Some(1.0), "{all:?}");
    assert!(!few.exact, "{few:?}");
    // What is estimated is nearly right where nobody waits for anybody but the main thread, and about right where they do.
    assert_close(&few, &all, 1.3);
    let locked = "with lock:\n    x[0] += 1\nx[0] = 2\nx[0] = 3";
    let program = threads("x = [0]; lock = threading.Lock()", &[locked; 4]);
    let (few, all) = (counted(&program, false), counted(&program, true));
    assert!(all.exact && !few.exact, "{all:?} {few:?}");
    assert_close(&few, &all, 5.0);
}

fn assert_close(estimated: &Interleavings, exact: &Interleavings, times: f64) {
    let (about, exactly) = (estimated.all.unwrap_or_default(), exact.all.unwrap_or_default());
    assert!(about > exactly / times && about < exactly * times, "{about} for {exactly}");
}
