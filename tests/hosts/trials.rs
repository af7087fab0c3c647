//! Many runs of one program under random schedules: each is the run of its seed, however the work is divided, and what
//! a scenario can come to is seen.

use std::{ops::ControlFlow, sync::Arc};

use raddle::{
    compiler::compile,
    event::End,
    host::{Budget, EndKind, Group, Runner, Settings, Trials, judged},
    machine::Machine,
    program::Program,
    scenario::{Catalogue, Expect},
    schedule::Policy,
    source::SourceText,
    stdlib::Library,
};

use crate::support;

const MOST_STEPS: u64 = 20_000;

fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("program.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}")))
}

fn scenario(id: &str) -> Arc<Program> {
    let catalogue = Catalogue::embedded();
    Arc::new(catalogue.find(id).expect("it is embedded").compile().expect("it compiles"))
}

fn trials(program: &Arc<Program>, wanted: u64) -> Trials {
    Trials::new(Arc::clone(program), &Settings::default(), wanted, MOST_STEPS)
}

/// How the run of a seed ends, with what it prints and its steps.
fn alone(program: &Arc<Program>, seed: u64) -> (EndKind, End, String, u64) {
    let settings = Settings { policy: Policy::Random, seed, ..Settings::default() };
    let mut runner = Runner::new(Machine::new(Arc::clone(program), settings.memory), settings, Vec::new());
    let outcome = runner.run(Budget { steps: MOST_STEPS, time: None }, |_| ControlFlow::Continue(()));
    let outcome = outcome.expect("no choices were given");
    let end = judged(runner.machine(), outcome.end);
    (EndKind::of(runner.machine(), end), end, runner.machine().output().text(false), outcome.steps)
}

/// A program of every kind of thing that seeds decide.
const DICE: &str = "\
import random, threading, time
lock = threading.Lock()
total = 0

def roll():
    global total
    time.sleep(0.01)
    with lock:
        total += random.randint(1, 3)
    assert total < 6, total

for _ in range(2):
    threading.Thread(target=roll).start()
print(random.random() < 0.5, total)
";

#[test]
fn every_run_is_the_one_of_its_seed() {
    let mut programs: Vec<Arc<Program>> =
        Catalogue::embedded().scenarios().iter().map(|one| Arc::new(one.compile().expect("it compiles"))).collect();
    programs.push(program(DICE));
    support::side_by_side(support::cores(), programs, |program| {
        let mut all = trials(&program, 1);
        for seed in 1..=12 {
            all.advance(|| true);
            let before = all.tally().clone();
            all.want_more(1);
            let (kind, end, output, steps) = alone(&program, seed);
            let groups = before.by_output();
            let group = groups.iter().find(|group| group.kind == kind && group.output.as_deref() == Some(&output));
            let group = group.unwrap_or_else(|| panic!("seed {seed}: {kind:?} {output} is not in {groups:#?}"));
            assert_eq!(group.end, end);
            assert!(group.steps <= steps && before.longest() >= steps, "seed {seed}: {steps}, {group:?}");
            assert_eq!(before.runs(), seed);
        }
    });
}

#[test]
fn however_the_work_is_divided_the_outcome_is_the_same() {
    let program = program(DICE);
    let rows = |trials: &Trials| -> Vec<Group> { trials.tally().by_output() };
    let mut whole = trials(&program, 60);
    assert!(!whole.advance(|| true));
    let mut sliced = trials(&program, 60);
    let mut slices = 0;
    while sliced.advance(|| false) {
        slices += 1;
        assert!(slices < 100_000 && sliced.tally().runs() < 60);
    }
    assert!(slices >= 59, "a slice is at most a run");
    assert_eq!(rows(&whole), rows(&sliced));
    assert!(rows(&whole).iter().any(|group| group.kind == EndKind::Asserted && group.end == End::Finished));
    whole.want_more(10);
    assert!(!whole.is_done() && !whole.advance(|| true));
    assert_eq!(whole.tally().runs(), 70);
}

#[test]
fn every_kind_of_end_is_told_from_the_others() {
    let kinds = |text: &str| -> Vec<(EndKind, End)> {
        let mut all = Trials::new(program(text), &Settings::default(), 2, 30);
        all.advance(|| true);
        all.tally().by_kind().iter().map(|group| (group.kind, group.end)).collect()
    };
    for (text, kind, end) in [
        ("print(1)", EndKind::Finished, End::Finished),
        ("raise ValueError(1)", EndKind::Failed, End::Failed),
        ("import sys\nsys.exit(3)", EndKind::Failed, End::Failed),
        ("import sys\nsys.exit()", EndKind::Finished, End::Finished),
        ("assert 1 > 2", EndKind::Asserted, End::Failed),
        ("import threading\nthreading.Thread(target=lambda: 1 // 0).start()", EndKind::Died, End::Finished),
        ("import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()", EndKind::Deadlock, End::Deadlock),
        ("import threading\nthreading.Event().wait()", EndKind::Stuck, End::Stuck),
        ("while True: pass", EndKind::Limit, End::Limit),
    ] {
        assert_eq!(kinds(text), [(kind, end)], "{text}");
    }
    let daemons = "import threading, time\na = threading.RLock()\nb = threading.RLock()\n\
        def work(one, two):\n    with one:\n        time.sleep(1)\n        with two: pass\n\
        for pair in ((a, b), (b, a)): threading.Thread(target=work, args=pair, daemon=True).start()\n\
        for _ in range(8): time.sleep(5)\n";
    let mut all = trials(&program(daemons), 40);
    all.advance(|| true);
    let seen: Vec<_> = all.tally().by_kind().iter().map(|group| (group.kind, group.end)).collect();
    assert!(seen.contains(&(EndKind::Circle, End::Finished)) && seen.len() == 2, "{seen:?}");
}

#[test]
fn a_run_that_is_cut_off_counts_only_when_it_was_longer_than_all_others() {
    let spin = program("while True: pass");
    let mut endless = Trials::new(Arc::clone(&spin), &Settings::default(), 5, u64::MAX);
    let mut looks = 0;
    assert!(endless.advance(|| {
        looks += 1;
        looks < 2
    }));
    endless.stop();
    assert!(endless.is_done());
    let rows = endless.tally().by_kind();
    assert_eq!((rows.len(), rows[0].kind, rows[0].seed, rows[0].count), (1, EndKind::Limit, 1, 1));
    assert_eq!(endless.wanted(), 1);

    let mut short = trials(&scenario("start_join"), 5);
    let mut looks = 0;
    assert!(short.advance(|| {
        looks += 1;
        looks < 8
    }));
    let runs = short.tally().runs();
    assert!(runs > 0);
    short.stop();
    assert!(!short.advance(|| true));
    assert_eq!((short.tally().runs(), short.tally().by_kind().len()), (runs, 1));
}

/// How runs ended, as a viewer sees it: a program of which a thread has died has failed.
fn shown(group: &Group) -> Option<Expect> {
    if group.kind == EndKind::Died { Some(Expect::Failed) } else { Expect::of(group.end) }
}

#[test]
fn a_scenario_with_two_ends_shows_both_within_ten_seeds() {
    for scenario in Catalogue::embedded().scenarios().iter().filter(|one| one.expect.len() > 1) {
        let program = Arc::new(scenario.compile().expect("it compiles"));
        let mut ten = trials(&program, 10);
        ten.advance(|| true);
        let seen: Vec<Expect> = ten.tally().by_kind().iter().filter_map(shown).collect();
        for end in &scenario.expect {
            assert!(seen.contains(end), "{}: ten random runs and no {}", scenario.id, end.name());
        }
    }
}

#[test]
fn the_lost_update_loses_nothing_once_in_ten_runs() {
    let mut ten = trials(&scenario("lost_update"), 10);
    ten.advance(|| true);
    let outputs: Vec<Option<Arc<str>>> = ten.tally().by_output().into_iter().map(|group| group.output).collect();
    for money in [20, 40] {
        let line = format!("expected 40, found {money}\n");
        assert!(outputs.iter().any(|output| output.as_deref() == Some(&*line)), "{money}: {outputs:?}");
    }
}
