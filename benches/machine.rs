//! How fast the machine is: in steps a second, and in what a copy costs. `benches/python.rs` holds programs against `python3`.
//!
//! `cargo bench --bench machine` runs everything; a word behind `--` runs what has it in its name. Each figure is the median
//! of several rounds. What the figures should be is in `docs/PERFORMANCE.md`.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod support;

use std::{
    hash::{Hash, Hasher},
    hint::black_box,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use raddle::{
    choice::Choice,
    event::{Event, Silence, Sink},
    host::{Budget, Runner, Session, Settings},
    ids::StepIndex,
    machine::{Machine, Text},
    program::Program,
    schedule::{Foreknowledge, Ledger, Moment, Policy, Quantum},
    trace::Recorder,
};
use support::{locked_counter, program};

const SHARED_COUNTER: &str = "\
import threading

counter = 0

def work():
    global counter
    for _ in range(20_000):
        counter += 1

threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

const DEADLOCK: &str = "\
import threading

lock_a = threading.Lock()
lock_b = threading.Lock()
seen = []

def first():
    with lock_a:
        with lock_b:
            seen.append(1)

def second():
    with lock_b:
        with lock_a:
            seen.append(2)

threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

/// Three threads that read a number and write it back, three times each.
const LOST_UPDATE: &str = "\
import threading
x = 0

def worker():
    global x
    for _ in range(3):
        tmp = x
        x = tmp + 1

ts = [threading.Thread(target=worker) for _ in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(x)
";

/// Two producers and two consumers around a buffer of two, two items each.
const BOUNDED_BUFFER: &str = "\
import threading
P, C, ITEMS, CAP = 2, 2, 2, 2
QUOTA = P * ITEMS // C
mutex = threading.Lock()
not_full = threading.Condition(mutex)
not_empty = threading.Condition(mutex)
queue = []
got = [0] * C

def producer(me):
    for i in range(1, ITEMS + 1):
        with mutex:
            while len(queue) == CAP:
                not_full.wait()
            queue.append(me * ITEMS + i)
            not_empty.notify()

def consumer(me):
    total = 0
    for _ in range(QUOTA):
        with mutex:
            while not queue:
                not_empty.wait()
            total += queue.pop(0)
            not_full.notify()
    got[me] = total

ts = [threading.Thread(target=producer, args=(i,)) for i in range(P)]
ts += [threading.Thread(target=consumer, args=(i,)) for i in range(C)]
for t in ts:
    t.start()
for t in ts:
    t.join()
";

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let benches: [(&str, fn()); 5] = [
        ("steps", steps),
        ("events", events),
        ("copy: clone and hash", copy),
        ("search: clone, step and canonical key", search),
        ("start: compile and boot, and whole commands", start),
    ];
    for (name, bench) in benches {
        if wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str())) {
            println!("{name}");
            bench();
        }
    }
}

/// The median time of so many rounds.
fn median(rounds: usize, mut round: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..rounds).map(|_| round()).collect();
    times.sort_unstable();
    times[rounds / 2]
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn settings() -> Settings {
    Settings { policy: Policy::RoundRobin { quantum: Quantum::Steps(1) }, ..Settings::default() }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn steps() {
    for (name, text) in
        [("4 threads, counter += 1", SHARED_COUNTER), ("4 threads, with lock", &locked_counter(4, 10_000))]
    {
        let program = program(text);
        let per_second = |how: &str, run: &dyn Fn(&Arc<Program>) -> u32| {
            let steps = run(&program);
            let time = median(5, || timed(|| run(&program)));
            let millions = f64::from(steps) / time.as_secs_f64() / 1e6;
            println!("  {name:26} {how:34} {millions:6.2} million steps/s");
        };
        per_second("machine alone, silent", &|program| choices(program, &mut Silence));
        per_second("machine alone, recorded (aim 1)", &|program| recorded(program).history().tip().0);
        per_second("run, with its policy", &|program| {
            let machine = Machine::new(Arc::clone(program), settings().memory);
            let mut runner = Runner::new(machine, settings(), Vec::new());
            let outcome = runner
                .run(Budget { steps: u64::MAX, time: None }, |_| std::ops::ControlFlow::Continue(()))
                .expect("no choices were given");
            outcome.steps as u32
        });
        per_second("session, with its checkpoints", &|program| {
            let mut session = Session::new(Arc::clone(program), settings());
            while session.forward() {}
            session.cursor().0
        });
    }
}

/// The next thread in turn.
fn next(machine: &Machine, last: u32) -> Option<Choice> {
    let mut first = None;
    for option in machine.choosable() {
        let choice = option.choice(|| 0);
        if choice.thread.0 > last {
            return Some(choice);
        }
        first = first.or(Some(choice));
    }
    first
}

/// Runs a program to its end, each thread in turn; returns how many steps it took.
fn choices(program: &Arc<Program>, sink: &mut dyn Sink) -> u32 {
    let mut machine = Machine::new(Arc::clone(program), settings().memory);
    let (mut last, mut steps, mut text) = (0, 0, machine.text());
    while let Some(choice) = next(&machine, last) {
        machine.step_through(&mut text, choice, sink).expect("it was offered");
        last = choice.thread.0;
        steps += 1;
    }
    steps
}

fn recorded(program: &Arc<Program>) -> Recorder {
    let mut machine = Machine::new(Arc::clone(program), settings().memory);
    let mut recorder = Recorder::default();
    machine.announce(&mut recorder);
    recorder.history_mut().begin_done();
    let (mut last, mut text) = (0, machine.text());
    while let Some(choice) = next(&machine, last) {
        machine.step_through(&mut text, choice, &mut recorder).expect("it was offered");
        recorder.history_mut().commit(choice, machine.clock(), true);
        last = choice.thread.0;
    }
    recorder
}

fn events() {
    for (name, text) in
        [("4 threads, counter += 1", SHARED_COUNTER), ("4 threads, with lock", &locked_counter(4, 10_000))]
    {
        let recorder = recorded(&program(text));
        let history = recorder.history();
        let (events, steps) = (history.event_count(), history.tip().0);
        println!(
            "  {name:26} {events} events in {steps} steps; {} bytes an event, {:.1} with steps and texts (aim 100)",
            size_of::<Event>(),
            history.bytes() as f64 / events as f64
        );
    }
}

fn copy() {
    let program = program(DEADLOCK);
    let machine = halfway(&program);
    const TIMES: u32 = 20_000;
    let each = |time: Duration| time.as_secs_f64() * 1e9 / f64::from(TIMES);
    let cloned = median(9, || {
        timed(|| {
            for _ in 0..TIMES {
                black_box(black_box(&machine).clone());
            }
        })
    });
    let hashed = median(9, || {
        timed(|| {
            for _ in 0..TIMES {
                black_box(hash_of(black_box(&machine)));
            }
        })
    });
    println!("  two threads and two locks: clone {:.0} ns, hash again {:.0} ns", each(cloned), each(hashed));
    let searched = median(9, || {
        timed(|| {
            for _ in 0..TIMES {
                let mut other = black_box(&machine).clone();
                let choice = next(&other, 1).expect("it is halfway");
                other.step(choice, &mut Silence).expect("it was offered");
                black_box(hash_of(&other));
            }
        })
    });
    let stepped = median(9, || {
        timed(|| {
            for _ in 0..TIMES {
                let mut other = black_box(&machine).clone();
                let choice = next(&other, 1).expect("it is halfway");
                other.step(choice, &mut Silence).expect("it was offered");
                black_box(&other);
            }
        })
    });
    let hash = each(searched) - each(stepped);
    println!(
        "  clone, step, hash as a search does: {:.0} ns; of it hashing what is new {hash:.0} ns; clone and hash {:.0} ns \
         (aim 2000)",
        each(searched),
        each(cloned) + hash
    );
}

/// What a search pays for a state: over many late states of a run in which the choices are mixed.
fn search() {
    for (name, text, aim) in [("lost_update(3,3)", LOST_UPDATE, 1000), ("bounded_buffer(2,2,2)", BOUNDED_BUFFER, 2500)]
    {
        let states = late_states(&program(text));
        let mut what = states[0].0.text();
        let each = |work: &mut dyn FnMut(&Machine, Choice)| {
            const TIMES: u32 = 400;
            let time = median(9, || {
                timed(|| {
                    for _ in 0..TIMES {
                        states.iter().for_each(|(machine, choice)| work(machine, *choice));
                    }
                })
            });
            time.as_secs_f64() * 1e9 / f64::from(TIMES) / states.len() as f64
        };
        let cloned = each(&mut |machine, _| drop(black_box(machine.clone())));
        let stepped = each(&mut |machine, choice| drop(black_box(taken((machine, &mut what), choice))));
        let all = each(&mut |machine, choice| {
            black_box(taken((machine, &mut what), choice).canonical_key());
        });
        let key = each(&mut |machine, _| {
            black_box(machine.canonical_key());
        });
        println!(
            "  {name:22} clone {cloned:4.0} ns, clone and step {stepped:5.0} ns, with the key {all:5.0} ns (aim {aim}); \
             key alone {key:4.0} ns, {} words",
            states[0].0.canonical_form().len()
        );
    }
}

fn taken((machine, text): (&Machine, &mut Text), choice: Choice) -> Machine {
    let mut machine = machine.clone();
    machine.step_through(text, choice, &mut Silence).expect("it was offered");
    machine
}

/// States in which all threads live, each with a way on.
fn late_states(program: &Arc<Program>) -> Vec<(Machine, Choice)> {
    let mut machine = Machine::new(Arc::clone(program), settings().memory);
    machine.set_silent(true);
    let (mut states, mut number) = (Vec::new(), 7_u32);
    loop {
        let options: Vec<_> = machine.choosable().map(|option| Choice::run(option.thread())).collect();
        number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        // The main thread starts the others, and waits for them.
        let main = options.iter().find(|choice| choice.thread.0 == 0);
        let Some(&choice) = main.or_else(|| options.get((number >> 16) as usize % options.len().max(1))) else {
            return states;
        };
        if machine.alive() > 3 {
            states.push((machine.clone(), choice));
        }
        machine.step(choice, &mut Silence).expect("it was offered");
    }
}

/// The deadlock program when both threads have their first lock.
fn halfway(program: &Arc<Program>) -> Machine {
    let mut machine = Machine::new(Arc::clone(program), settings().memory);
    let policy = Policy::RoundRobin { quantum: Quantum::Steps(1) };
    let (mut ledger, known) = (Ledger::default(), Foreknowledge::default());
    for step in 0..9 {
        let moment = Moment { machine: &machine, step: StepIndex(step), seed: 0, ledger: &ledger, known: &known };
        let choice = policy.choose(&moment).expect("it is halfway");
        machine.step(choice, &mut Silence).expect("it was offered");
        ledger.note(policy, &machine, choice.thread);
    }
    machine
}

fn hash_of(machine: &Machine) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    machine.hash(&mut hasher);
    hasher.finish()
}

fn start() {
    let compiled = median(9, || timed(|| program(DEADLOCK)));
    let program = program(DEADLOCK);
    let booted = median(9, || timed(|| Machine::new(Arc::clone(&program), settings().memory)));
    println!("  compile {:.2} ms, boot {:.2} ms", millis(compiled), millis(booted));
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file can be written");
        path.to_string_lossy().into_owned()
    };
    let (empty, importing) = (file("empty.py", ""), file("importing.py", IMPORTING));
    let commands = [
        ("--version", vec!["--version"]),
        ("list", vec!["list"]),
        ("run an empty program", vec!["run", &empty]),
        ("run one that imports fourteen modules", vec!["run", &importing]),
        ("check deadlock", vec!["check", "deadlock"]),
    ];
    for (name, arguments) in commands {
        let whole = median(25, || timed(|| Command::new(env!("CARGO_BIN_EXE_raddle")).args(&arguments).output()));
        println!("  raddle {name}: {:.1} ms", millis(whole));
    }
}

/// What a program of the larger kind imports, and most of the library with it.
const IMPORTING: &str = "import threading, queue, time, random, concurrent.futures, asyncio, re, json, logging, socket, \
    datetime, collections, dataclasses, enum\n";
