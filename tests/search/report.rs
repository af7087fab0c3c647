//! The search against results that are known: classic programs, right and wrong, and what every scenario says of itself.

use std::{collections::BTreeSet, sync::Arc};

use raddle::{
    compiler::compile,
    event::Silence,
    explore::{Bounds, Kind, LeftOut, Outcome, Report, Search},
    machine::{Machine, Worth},
    program::Program,
    scenario::Catalogue,
    source::SourceText,
    stdlib::Library,
};

const MEMORY: usize = 1 << 30;

fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("program.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}")))
}

fn search(program: Arc<Program>, bounds: Bounds) -> Report {
    let mut search = Search::new(Machine::new(program, MEMORY), bounds);
    search.advance(|| true);
    search.report(None, || true)
}

fn check(text: &str) -> Report {
    let report = search(program(text), Bounds::default());
    assert!(report.complete, "{:?}", report.left_out);
    report
}

fn kinds(report: &Report) -> Vec<Kind> {
    let kinds: BTreeSet<Kind> = report.outcomes.iter().map(|outcome| outcome.kind).collect();
    kinds.into_iter().collect()
}

fn global(outcome: &Outcome, name: &str) -> Worth {
    let found = outcome.globals.iter().find(|(known, _)| &**known == name);
    found.map_or_else(|| panic!("{name} is not among {:?}", outcome.globals), |(_, worth)| worth.clone())
}

fn numbers(report: &Report, name: &str) -> BTreeSet<i64> {
    let numbers = report.outcomes.iter().map(|outcome| match global(outcome, name) {
        Worth::Int(number) => number,
        other => panic!("{name} is {other}"),
    });
    numbers.collect()
}

fn races(report: &Report) -> BTreeSet<&str> {
    report.races.iter().filter(|race| race.ordered_by.is_none()).map(|race| race.variable.as_str()).collect()
}

/// Variables that nothing but other plain variables keeps threads apart at.
fn kept_apart(report: &Report) -> BTreeSet<&str> {
    report.races.iter().filter(|race| race.ordered_by.is_some()).map(|race| race.variable.as_str()).collect()
}

/// Threads that run `work(0)`, `work(1)`, …, all joined.
fn threads(setup: &str, count: usize, end: &str) -> String {
    format!(
        "import threading, time\n{setup}\nts = [threading.Thread(target=work, args=(i,)) for i in range({count})]\n\
         for t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n{end}"
    )
}

fn philosophers(seats: usize, ordered: bool) -> String {
    let order = if ordered { "first, second = min(i, j), max(i, j)" } else { "first, second = i, j" };
    let setup = format!(
        "forks = [threading.Lock() for _ in range({seats})]\ndef work(i):\n    j = (i + 1) % {seats}\n    {order}\n    \
         with forks[first]:\n        with forks[second]:\n            pass\n"
    );
    threads(&setup, seats, "")
}

fn lost_update(count: usize, rounds: usize) -> String {
    let setup = format!("x = 0\ndef work(i):\n    global x\n    for _ in range({rounds}):\n        x += 1\n");
    threads(&setup, count, "print(x)\n")
}

#[test]
fn philosophers_can_all_hold_their_left_fork_unless_the_forks_have_an_order() {
    for seats in 2..=6 {
        let report = check(&philosophers(seats, false));
        assert_eq!(kinds(&report), [Kind::Deadlock, Kind::Finished], "{seats} seats");
        let deadlock = &report.outcomes[0];
        let circle: Vec<_> = deadlock.machine.deadlocks().collect();
        assert_eq!((circle.len(), circle[0].links.len()), (1, seats), "everybody is in it");
        assert_eq!(report.lock_order.len(), 1, "the forks are taken round in a circle");
        assert_eq!(kinds(&check(&philosophers(seats, true))), [Kind::Finished], "{seats} seats, ordered");
    }
}

#[test]
fn the_reduction_leaves_few_states_of_philosophers() {
    let report = check(&philosophers(6, false));
    assert!(report.states < 150, "{} states", report.states);
    let all = search(program(&philosophers(4, false)), Bounds { reduction: false, ..Bounds::default() });
    let few = check(&philosophers(4, false));
    assert!(all.states > 20 * few.states, "{} against {}", all.states, few.states);
    assert_eq!(kinds(&all), kinds(&few));
}

#[test]
fn updates_can_be_lost_down_to_two_but_no_further() {
    // The least is 2 for more than one round: a thread writes what it read first, at last but one round.
    for (count, rounds, least) in [(2, 1, 1), (2, 2, 2), (2, 3, 2), (3, 1, 1), (3, 2, 2)] {
        let report = check(&lost_update(count, rounds));
        let expected: BTreeSet<i64> = (least..=(count * rounds) as i64).collect();
        assert_eq!(numbers(&report, "x"), expected, "{count} threads, {rounds} rounds");
        assert_eq!(report.outcomes_total, Some(expected.len() as u128));
        assert_eq!(races(&report), BTreeSet::from(["x"]));
    }
}

#[test]
fn with_a_lock_nothing_is_lost_and_the_lock_is_said_to_guard() {
    let setup = "x = 0\nlock = threading.Lock()\ndef work(i):\n    global x\n    with lock:\n        x += 1\n";
    let report = check(&threads(setup, 3, ""));
    assert_eq!(numbers(&report, "x"), BTreeSet::from([3]));
    assert!(report.races.is_empty() && report.lock_order.is_empty());
    let guards: Vec<_> = report.guards.iter().map(|it| (&*it.variable, &*it.locks, it.unguarded.len())).collect();
    assert_eq!(guards, [("x", &["lock".to_owned()][..], 0)]);
}

#[test]
fn a_variable_that_is_guarded_at_most_places_is_told_with_the_others() {
    let setup = "x = 0\nlock = threading.Lock()\ndef work(i):\n    global x\n    with lock:\n        x += 1\n    if i:\n        x = 9\n";
    let report = check(&threads(setup, 2, ""));
    assert_eq!(races(&report), BTreeSet::from(["x"]));
    assert_eq!(report.guards[0].locks, ["lock"]);
    let lines: Vec<u32> = report.guards[0].unguarded.iter().map(|access| access.line).collect();
    assert_eq!(lines, [9]);
}

const PETERSON: &str = "import threading
wants = [False, False]
turn = 0
inside = 0
met = False

def work(me):
    global turn, inside, met
    FIRST
    SECOND
    while wants[1 - me] and turn == 1 - me:
        pass
    inside += 1
    if inside == 2:
        met = True
    inside -= 1
    wants[me] = False

ts = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
";

#[test]
fn peterson_keeps_two_apart_and_the_wrong_order_of_two_lines_does_not() {
    let right = PETERSON.replace("FIRST", "wants[me] = True").replace("SECOND", "turn = 1 - me");
    let report = check(&right);
    assert_eq!(kinds(&report), [Kind::Finished], "waiting busily comes to an end");
    assert!(report.outcomes.iter().all(|it| global(it, "met") == Worth::Bool(false)));
    assert!(!races(&report).contains("inside"), "the two are never both next: {:?}", report.races);
    let wrong = PETERSON.replace("FIRST", "turn = 1 - me").replace("SECOND", "wants[me] = True");
    let report = check(&wrong);
    assert!(report.outcomes.iter().any(|it| global(it, "met") == Worth::Bool(true)));
    assert!(races(&report).contains("inside"));
}

#[test]
fn two_who_give_way_to_each_other_for_ever_are_a_livelock() {
    let text = "import threading\nflags = [True, True]\ndef work(me):\n    while flags[1 - me]:\n        pass\n    flags[me] = False\n\
                ts = [threading.Thread(target=work, args=(i,)) for i in range(2)]\nfor t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n";
    let report = check(text);
    assert_eq!(kinds(&report), [Kind::Livelock]);
}

#[test]
fn a_deadlock_beside_threads_that_go_on_for_ever_is_found() {
    let text = "import threading\na = threading.Lock()\nb = threading.Lock()\nn = 0\ndef one():\n    with a:\n        with b:\n            pass\n\
                def two():\n    with b:\n        with a:\n            pass\ndef spin():\n    global n\n    while True:\n        n = 1 - n\n\
                for f in (one, two, spin):\n    threading.Thread(target=f).start()\n";
    let report = check(text);
    assert_eq!(kinds(&report), [Kind::Deadlock, Kind::Livelock]);
}

fn buffer(wait: &str, conditions: [&str; 2], notify: &str) -> String {
    format!(
        "import threading\nlock = threading.Lock()\n{}\n{}\nitems = []\ndef put():\n    with lock:\n        {wait} len(items) == 1:\n            \
         full.wait()\n        items.append(1)\n        empty.{notify}()\ndef get():\n    with lock:\n        {wait} not items:\n            \
         empty.wait()\n        items.pop()\n        full.{notify}()\nts = [threading.Thread(target=f) for f in (put, put, get, get)]\n\
         for t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n",
        conditions[0], conditions[1]
    )
}

const TWO: [&str; 2] = ["full = threading.Condition(lock)", "empty = threading.Condition(lock)"];
const ONE: [&str; 2] = ["full = threading.Condition(lock)", "empty = full"];

#[test]
fn a_bounded_buffer_is_right_with_while_and_two_conditions_only() {
    assert_eq!(kinds(&check(&buffer("while", TWO, "notify"))), [Kind::Finished]);
    let report = check(&buffer("if", TWO, "notify"));
    assert_eq!(kinds(&report)[0], Kind::Failed, "somebody takes from an empty list");
    let failed = report.outcomes.iter().find(|it| it.kind == Kind::Failed).expect("it can fail");
    let died = failed.machine.thread_reports().into_iter().find_map(|thread| thread.exception);
    assert_eq!(died.map(|(kind, _)| kind).as_deref(), Some("IndexError"));
    assert_eq!(kinds(&check(&buffer("while", ONE, "notify_all"))), [Kind::Finished]);
}

#[test]
fn a_notification_to_nobody_is_lost() {
    let text = "import threading\ncv = threading.Condition()\nready = False\ndef wait():\n    with cv:\n        cv.wait()\ndef tell():\n    with cv:\n        \
                cv.notify()\nts = [threading.Thread(target=f) for f in (wait, tell)]\nfor t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n";
    let report = check(text);
    assert_eq!(kinds(&report), [Kind::Stuck, Kind::Finished]);
    assert!(report.outcomes[0].witness.proved, "so small a program is searched to the last state");
}

#[test]
fn with_a_timeout_the_waiter_may_give_up_or_not() {
    let text = "import threading\nev = threading.Event()\ngot = None\ndef wait():\n    global got\n    got = ev.wait(1)\n\
                t = threading.Thread(target=wait)\nt.start()\nev.set()\nt.join()\n";
    let report = check(text);
    let got: BTreeSet<Worth> = report.outcomes.iter().map(|it| global(it, "got")).collect();
    assert_eq!(got, BTreeSet::from([Worth::Bool(false), Worth::Bool(true)]));
    assert_eq!(kinds(&report), [Kind::Finished]);
}

#[test]
fn calls_of_methods_are_no_race_whatever_their_arguments_are() {
    for argument in ["i", "i + 1", "f'{i}'", "[i][0]"] {
        let report = check(&threads(&format!("out = []\ndef work(i):\n    out.append({argument})\n"), 2, ""));
        assert!(report.races.is_empty(), "{argument}: {:?}", report.races);
        assert_eq!(report.outcomes_total, Some(2), "{argument}: in either order");
    }
}

#[test]
fn what_the_library_does_in_one_stretch_has_an_order_all_the_same() {
    let cached = "import functools\n@functools.lru_cache(maxsize=1)\ndef f(x):\n    return x\n\
                  misses = None\ndef work(i):\n    global misses\n    if i:\n        f(1)\n    else:\n        misses = f.cache_info().misses\n";
    assert_eq!(numbers(&check(&threads(cached, 2, "")), "misses"), BTreeSet::from([0, 1]));
    let counted = "import itertools\ncounter = itertools.count()\nfirst = None\ndef work(i):\n    global first\n    \
                   got = next(counter)\n    if i:\n        first = got\n";
    assert_eq!(numbers(&check(&threads(counted, 2, "")), "first"), BTreeSet::from([0, 1]));
}

#[test]
fn a_sleep_orders_nothing_and_is_no_way_to_hide_a_race() {
    let setup = "x = 0\ndef work(i):\n    global x\n    time.sleep(i)\n    x = i\n";
    let report = check(&threads(setup, 2, ""));
    assert_eq!(numbers(&report, "x"), BTreeSet::from([0, 1]));
    assert_eq!(races(&report), BTreeSet::from(["x"]));
}

#[test]
fn outputs_are_counted_however_many_there_are() {
    let setup = "def work(i):\n    for k in range(3):\n        print(i, k)\n";
    let report = check(&threads(setup, 4, ""));
    assert_eq!(report.outcomes_total, Some(369_600), "12! / (3!)⁴");
    assert_eq!(report.outcomes.len(), 100);
    assert!(report.states < 1000, "{}", report.states);
    let distinct: BTreeSet<&str> = report.outcomes.iter().map(|it| it.output.as_str()).collect();
    assert_eq!(distinct.len(), 100);
    let ignoring = search(program(&threads(setup, 4, "")), Bounds { ignore_output: true, ..Bounds::default() });
    assert_eq!(ignoring.outcomes_total, Some(1));
    assert!(ignoring.states < 10);
}

#[test]
fn random_numbers_are_all_tried_where_there_are_few() {
    let text = "import random\nx = 0\ndef roll():\n    global x\n    x = random.randint(1, 6)\nroll()\n";
    let report = check(text);
    assert_eq!(numbers(&report, "x"), (1..=6).collect());
    let report = search(program(&text.replace('6', "1000")), Bounds::default());
    assert_eq!((report.complete, &report.left_out[..]), (false, &[LeftOut::RandomNumbers][..]));
}

#[test]
fn a_program_that_looks_at_the_clock_is_not_said_to_be_searched_completely() {
    let text =
        "import time\nend = time.monotonic() + 1\nwhile time.monotonic() < end:\n    time.sleep(0.1)\nprint('over')\n";
    let report = search(program(text), Bounds::default());
    assert_eq!((report.complete, &report.left_out[..]), (false, &[LeftOut::Clock][..]));
    assert!(!report.has(&[Kind::Livelock]), "it only seems to go on for ever because the time stands still");
}

#[test]
fn bounds_are_told() {
    let few = search(program(&lost_update(3, 3)), Bounds { max_states: 50, ..Bounds::default() });
    assert_eq!((few.complete, &few.left_out[..]), (false, &[LeftOut::States][..]));
    let none = search(program(&lost_update(2, 2)), Bounds { preemptions: Some(0), ..Bounds::default() });
    assert_eq!((none.complete, &none.left_out[..]), (false, &[LeftOut::Preemptions(0)][..]));
    assert_eq!(numbers(&none, "x"), BTreeSet::from([4]), "nobody is interrupted");
    let one = search(program(&lost_update(2, 2)), Bounds { preemptions: Some(1), ..Bounds::default() });
    assert_eq!(numbers(&one, "x"), BTreeSet::from([2, 4]), "3 takes two interruptions");
}

#[test]
fn witnesses_of_small_programs_are_the_shortest() {
    let text = "import threading\na = threading.Lock()\nb = threading.Lock()\ndef one():\n    with a:\n        with b:\n            pass\n\
                def two():\n    with b:\n        with a:\n            pass\nts = [threading.Thread(target=f) for f in (one, two)]\n\
                for t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n";
    let report = check(text);
    let deadlock = &report.outcomes[0];
    // Main starts both and waits, one takes a, two takes b and wants a, one wants b.
    assert_eq!((deadlock.kind, deadlock.witness.proved), (Kind::Deadlock, true));
    assert_eq!((deadlock.witness.choices.len(), deadlock.witness.switches()), (8, 3));
    let mut machine = Machine::new(program(text), MEMORY);
    for &choice in &deadlock.witness.choices {
        machine.step(choice, &mut Silence).expect("it can be replayed");
    }
    assert_eq!(Kind::of(&machine), Kind::Deadlock);
}

#[test]
fn ways_through_a_program_are_counted() {
    // Two threads of three words each: 20 orders, in each of which the ends of the threads and main's steps can lie about.
    let setup = "def work(i):\n    print(i)\n    print(i)\n    print(i)\n";
    let report = check(&threads(setup, 2, ""));
    assert!(report.interleavings.exact);
    assert_eq!(report.interleavings.distinct, Some(20.0));
    assert_eq!(report.interleavings.bad, Some(0.0));
    assert!(report.interleavings.all > report.interleavings.distinct);
    let large = check(&philosophers(5, false));
    assert!(!large.interleavings.exact && large.interleavings.all > Some(1e12));
}

/// Says yes so many times.
fn patience(times: u32) -> impl FnMut() -> bool {
    let mut left = times;
    move || {
        left = left.saturating_sub(1);
        left > 0
    }
}

/// What is checked of a scenario here is searched up to so many states.
const MOST_STATES: usize = 120;

#[test]
fn every_scenario_ends_and_races_as_it_says() {
    for scenario in Catalogue::embedded().scenarios() {
        let mut scenario = scenario.clone();
        for (name, value) in scenario.course.check_with.clone() {
            scenario.set(&name, &value.to_string()).expect("the parameter is there");
        }
        let program = Arc::new(scenario.compile().expect("it compiles"));
        let mut search =
            Search::new(Machine::new(program, MEMORY), Bounds { max_states: MOST_STATES, ..Bounds::default() });
        search.advance(|| true);
        let report = search.report(None, patience(2000));
        let found: BTreeSet<&str> = kinds(&report).into_iter().map(Kind::name).collect();
        let expected: BTreeSet<&str> = scenario.expect.iter().map(|expect| expect.name()).collect();
        let races: BTreeSet<&str> = races(&report);
        let declared: BTreeSet<&str> = scenario.course.races.iter().flatten().map(String::as_str).collect();
        if report.complete {
            assert_eq!(found, expected, "{}", scenario.id);
            assert_eq!(races, declared, "{}", scenario.id);
        } else {
            assert_eq!(report.left_out, [LeftOut::States], "{}", scenario.id);
            assert!(found.is_subset(&expected) && races.is_subset(&declared), "{}: {found:?} {races:?}", scenario.id);
        }
    }
}

#[test]
fn what_plain_variables_alone_keep_apart_is_told_from_what_primitives_do() {
    let handed = |wait: &str, give: &str| {
        let setup = format!(
            "import queue\ndata = 0\nready = False\nevent = threading.Event()\nq = queue.Queue()\n\
             def work(i):\n    global data, ready\n    if i:\n        {wait}\n        print(data)\n    else:\n        data = 1\n        {give}\n"
        );
        check(&threads(&setup, 2, "print(data)\n"))
    };
    let spun = handed("while not ready: pass", "ready = True");
    assert_eq!((races(&spun), kept_apart(&spun)), (BTreeSet::from(["ready"]), BTreeSet::from(["data"])));
    for (wait, give) in [("event.wait()", "event.set()"), ("q.get()", "q.put(1)"), ("ts[0].join()", "pass")] {
        let handed = handed(wait, give);
        assert_eq!((races(&handed), kept_apart(&handed)), (BTreeSet::new(), BTreeSet::new()), "{wait}");
    }
    let petersons = check(&PETERSON.replace("FIRST", "wants[me] = True").replace("SECOND", "turn = 1 - me"));
    assert!(kept_apart(&petersons).contains("inside"), "{:?}", petersons.races);
    assert!(!races(&petersons).contains("inside"), "{:?}", petersons.races);
}

#[test]
fn a_circle_of_daemons_is_told_from_an_end_without_one() {
    let text = "import threading\na = threading.Lock()\nb = threading.Lock()\ndef one():\n    with a:\n        with b:\n            pass\n\
                def two():\n    with b:\n        with a:\n            pass\nfor f in (one, two):\n    threading.Thread(target=f, daemon=True).start()\n";
    let report = check(text);
    let circles: Vec<bool> = report.outcomes.iter().map(|it| it.machine.deadlocks().next().is_some()).collect();
    assert!(report.outcomes.iter().all(|it| it.kind == Kind::Finished));
    assert!(circles.contains(&true) && circles.contains(&false), "{circles:?}");
}

#[test]
fn where_there_is_too_much_random_runs_still_find_an_end() {
    let report = search(program(&philosophers(5, false)), Bounds { max_states: 3, ..Bounds::default() });
    assert_eq!(report.left_out, [LeftOut::States]);
    assert!(report.has(&[Kind::Finished]) && report.has(&[Kind::Deadlock]), "{:?}", kinds(&report));
    assert!(report.sampling.is_some_and(|sampling| sampling.runs > 100 && sampling.chance(1) > 0.9));
}

#[test]
fn long_work_between_two_steps_does_not_make_a_report_slow() {
    let text = "import threading\ngo = False\ndef work():\n    while not go:\n        pass\nthreading.Thread(target=work, daemon=True).start()\n";
    let report = check(text);
    assert_eq!(kinds(&report), [Kind::Finished]);
}

/// Threads that all run `work()`, made in one of several ways.
fn alike(way: usize, count: usize, body: &str) -> String {
    let setup = format!("import threading\nx = 0\nlocks = [threading.Lock(), threading.Lock()]\ndef work():\n{body}\n");
    let run = match way {
        0 => format!(
            "ts = [threading.Thread(target=work) for _ in range({count})]\nfor t in ts:\n    t.start()\nfor t in ts:\n    t.join()\n"
        ),
        1 => format!(
            "ts = []\nfor _ in range({count}):\n    t = threading.Thread(target=work)\n    t.start()\n    ts.append(t)\nfor t in ts:\n    t.join()\n"
        ),
        2 => format!(
            "def main():\n    ts = [threading.Thread(target=work) for _ in range({count})]\n    for t in ts: t.start()\n    for t in ts: t.join()\nmain()\n"
        ),
        _ => format!(
            "class Worker(threading.Thread):\n    def run(self):\n        work()\nts = [Worker() for _ in range({count})]\nfor t in ts:\n    t.start()\nfor t in reversed(ts):\n    t.join()\n"
        ),
    };
    format!("{setup}{run}print(x)\n")
}

#[test]
fn threads_that_do_the_same_change_places_and_every_way_ends_as_it_says() {
    let lost = "    global x\n    for _ in range(2):\n        tmp = x\n        x = tmp + 1";
    let crossed = "    global x\n    with locks[x]:\n        x = 1 - x\n        with locks[x]:\n            pass";
    let ends = |report: &Report| {
        let ends: BTreeSet<_> = report.outcomes.iter().map(|it| (it.kind, it.output.clone())).collect();
        for outcome in &report.outcomes {
            assert_eq!(outcome.machine.output().text(false), outcome.output);
            assert_eq!(Kind::of(&outcome.machine), outcome.kind);
        }
        ends
    };
    for way in 0..4 {
        for (body, count, most) in [(lost, 3, 260), (crossed, 3, 60)] {
            let text = alike(way, count, body);
            let report = check(&text);
            assert!(report.states <= most, "{} states of\n{text}", report.states);
            let all = search(program(&text), Bounds { reduction: false, ..Bounds::default() });
            assert_eq!(ends(&report), ends(&all), "{text}");
        }
    }
}

#[test]
fn threads_whose_names_are_looked_at_do_not_change_places() {
    for body in [
        "    print(threading.current_thread().name)",
        "    print(threading.current_thread())",
        "    global x\n    x = threading.get_ident()",
    ] {
        let report = check(&alike(0, 2, body));
        let seen: BTreeSet<_> = report.outcomes.iter().map(|it| it.output.clone()).collect();
        assert_eq!(seen.len(), 2, "{body}: {seen:?}");
    }
}

/// What was found, in all that a viewer is told of it.
fn told(report: &Report) -> String {
    let outcomes: Vec<String> = report
        .outcomes
        .iter()
        .map(|outcome| format!("{:?} {:?} {:?} {:?}", outcome.kind, outcome.output, outcome.globals, outcome.witness))
        .collect();
    let Report { complete, left_out, states, transitions, interleavings, outcomes_total, races, starved, .. } = report;
    let Report { sampling, guards, lock_order, evidence, .. } = report;
    format!(
        "{complete} {left_out:?} {states} {transitions} {sampling:?} {interleavings:?} {outcomes_total:?}\n{outcomes:#?}\n\
         {races:#?} {starved:#?} {guards:#?} {lock_order:#?} {evidence:#?}"
    )
}

#[test]
fn a_search_finds_the_same_whoever_helps() {
    let rounds = "import threading\nx = 0\nlock = threading.Lock()\ndef work(times):\n    global x\n    for i in range(times):\n        \
                  y = x\n        x = y + 1\n    with lock:\n        print(times)\nts = [threading.Thread(target=work, args=(n,)) \
                  for n in (3, 3, 3)]\nfor t in ts:\n    t.start()\nfor t in ts:\n    t.join()\nprint(x)\n";
    let going_round = "import threading\nx = 0\nstop = False\ndef work():\n    global x\n    while not stop:\n        x = (x + 1) % 3\n\
                       def count():\n    global y\n    for i in range(3):\n        y = y + 1\ny = 0\nthreading.Thread(target=work, \
                       daemon=True).start()\nts = [threading.Thread(target=work)] + [threading.Thread(target=count) for i in \
                       range(2)]\nfor t in ts:\n    t.start()\nts[1].join()\nstop = True\n";
    let whole = Bounds::default();
    for (text, bounds) in [
        (rounds, whole),
        (going_round, Bounds { max_states: 2000, ..whole }),
        (rounds, Bounds { preemptions: Some(3), max_states: 2000, ..whole }),
    ] {
        let found = |jobs: usize| {
            let cores = Arc::new(raddle::host::Cores::new(Some(jobs)));
            let mut search = Search::new(Machine::new(program(text), MEMORY), bounds).with_crew(cores);
            search.advance(|| true);
            assert!(search.found.graph.len() > 1000, "it is long enough for others to help");
            told(&search.report(None, || true))
        };
        assert_eq!(found(1), found(3));
    }
}
