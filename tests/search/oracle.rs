//! The search against an oracle: every state of the machine, with nothing left out, on programs made at random.
//!
//! The oracle knows no guards, no persistent sets and no chains: it takes every choice that the machine offers in every state
//! that it has not seen, output included. What the search reports must be the same: kinds of end, outputs, final values, and
//! the variables with races. Longer runs: `cargo test --release --test search oracle -- --ignored`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    sync::Arc,
};

use raddle::{
    choice::{Choice, Way},
    compiler::compile,
    event::Silence,
    explore::{Bounds, Kind, Search},
    machine::{Choosable, Machine, Printing, Rules, Switching},
    program::Program,
    source::SourceText,
    stdlib::Library,
};

/// Kind, output, and what shared variables are worth.
type Ends = BTreeSet<(String, String, String)>;

fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("program.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}")))
}

fn values(globals: &[(Arc<str>, raddle::machine::Worth)]) -> String {
    globals.iter().fold(String::new(), |mut text, (name, worth)| {
        write!(text, "{name}={worth} ").expect("it is a string");
        text
    })
}

/// Every end, found by trying everything; none if there are too many states.
fn oracle(start: &Machine, most: usize) -> Option<Ends> {
    let mut start = start.clone();
    start.set_silent(true);
    let mut ends = Ends::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![start];
    while let Some(machine) = open.pop() {
        if machine.end().is_some() {
            let row =
                (Kind::of(&machine).name().to_owned(), machine.output().text(false), values(&machine.shared_values()));
            ends.insert(row);
            if machine.wakeable().next().is_none() {
                continue;
            }
        }
        if !seen.insert((machine.canonical_key(), machine.output().text(false))) {
            continue;
        }
        if seen.len() > most {
            return None;
        }
        for choice in choices(&machine) {
            let mut next = machine.clone();
            next.step(choice, &mut Silence).expect("it was offered");
            open.push(next);
        }
    }
    Some(ends)
}

fn choices(machine: &Machine) -> Vec<Choice> {
    let mut choices = Vec::new();
    for choosable in machine.choosable().chain(machine.wakeable()) {
        match choosable {
            Choosable::Draw(thread) => choices.extend((0..8).map(|drawn| Choice::new(thread, Way::Draw(drawn)))),
            other => choices.push(other.choice(|| 0)),
        }
    }
    choices
}

fn searched(start: &Machine, reduction: bool) -> (Ends, BTreeSet<String>) {
    let bounds = Bounds { reduction, ..Bounds::default() };
    let mut search = Search::new(start.clone(), bounds);
    assert!(!search.advance(|| true), "it comes to its end");
    let report = search.report(None, || true);
    let rows = report.outcomes.iter().filter(|it| it.kind != Kind::Livelock);
    let rows = rows.map(|it| (it.kind.name().to_owned(), it.output.clone(), values(&it.globals)));
    for outcome in &report.outcomes {
        witness_holds(start, outcome);
    }
    (
        rows.collect(),
        report.races.iter().filter(|race| race.ordered_by.is_none()).map(|race| race.variable.clone()).collect(),
    )
}

/// The witness, replayed, ends as it is said to.
fn witness_holds(start: &Machine, outcome: &raddle::explore::Outcome) {
    let mut machine = start.clone();
    for &choice in &outcome.witness.choices {
        machine.step(choice, &mut Silence).expect("a witness can be replayed");
    }
    if outcome.kind != Kind::Livelock {
        assert_eq!(Kind::of(&machine), outcome.kind);
        assert_eq!(values(&machine.shared_values()), values(&outcome.globals));
    }
    assert_eq!(machine.output().text(false), outcome.output);
}

fn compare(text: &str, most: usize, rules: Rules) -> bool {
    let start = Machine::new(program(text), 1 << 28).under(rules);
    let Some(expected) = oracle(&start, most) else { return false };
    // More than are told cannot be compared one by one.
    if expected.len() > 90 {
        return false;
    }
    let (plain, plain_races) = searched(&start, false);
    assert_eq!(expected, plain, "without reduction:\n{text}");
    let (reduced, races) = searched(&start, true);
    assert_eq!(expected, reduced, "with reduction:\n{text}");
    assert_eq!(plain_races, races, "races:\n{text}");
    true
}

/// A generator of numbers that needs no state but a number.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % below
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}

const SETUP: &str = "\
import threading, queue, time
la = threading.Lock()
lb = threading.Lock()
rl = threading.RLock()
cv = threading.Condition()
ev = threading.Event()
sem = threading.Semaphore(1)
q = queue.Queue(1)
a = 0
b = 0
items = [0, 0]
table = {}

class Box:
    pass

box = Box()
box.n = 0

";

/// What a thread may do; `#` is the thread's number.
const STATEMENTS: &[&str] = &[
    "with la:\n    a += 1",
    "with la:\n    with lb:\n        b = #",
    "with lb:\n    with la:\n        a = #",
    "if la.acquire(blocking=False):\n    a = a + 1\n    la.release()",
    "if la.acquire(timeout=1):\n    b += 1\n    la.release()",
    "la.acquire()\na = #",
    "with rl:\n    with rl:\n        b += #",
    "with cv:\n    cv.wait()\n    a = 7",
    "with cv:\n    cv.wait(1)\n    a += 2",
    "with cv:\n    cv.notify()",
    "with cv:\n    a = #\n    cv.notify_all()",
    "ev.set()",
    "ev.wait()\na = 5",
    "if not ev.wait(1):\n    b = 9",
    "ev.clear()",
    "sem.acquire()\nb = #",
    "sem.release()",
    "with sem:\n    a += 1",
    "q.put(#)",
    "a = q.get()",
    "try:\n    b = q.get_nowait()\nexcept queue.Empty:\n    b = -1",
    "print(#, a)",
    "print('t#')",
    "a += 1",
    "a = #",
    "b = a",
    "if a == #:\n    b += 1",
    "items[0] += #",
    "items[1] = items[0]",
    "items.append(#)",
    "table[#] = b",
    "table['k'] = a",
    "box.n += 1",
    "box.n = #",
    "time.sleep(0.1)",
    "assert a != #",
    "for _ in range(2):\n    a += 1",
];

/// What only the main thread may do.
const OF_MAIN: &[&str] = &[
    "t1.join()",
    "t1.join(1)",
    "b += int(t1.is_alive())",
    "print(a)",
    "with la:\n    b = a",
    "ev.set()",
    "q.put(0)",
    "with cv:\n    cv.notify_all()",
];

/// What programs with processes begin with.
const SETUP_OF_PROCESSES: &str = "\
import multiprocessing as mp, os, threading, time
la = mp.Lock()
lb = mp.Lock()
own = threading.Lock()
sem = mp.Semaphore(1)
ev = mp.Event()
q = mp.Queue(1)
v = mp.Value('i', 0, lock=False)
r, w = mp.Pipe(False)
a = 0
b = 0

";

/// What a process, or a thread beside one, may do.
const OF_PROCESSES: &[&str] = &[
    "with la:\n    v.value += 1",
    "v.value += 1",
    "v.value = #",
    "with la:\n    with lb:\n        a = #",
    "with lb:\n    with la:\n        b = v.value",
    "la.acquire()\nv.value = 3",
    "with own:\n    a += 1",
    "a += 1",
    "b = a",
    "print(#, a)",
    "print(v.value)",
    "q.put(#)",
    "a = q.get()",
    "ev.set()",
    "ev.wait()\na = 5",
    "if not ev.wait(1):\n    b = 9",
    "with sem:\n    v.value = 7",
    "sem.release()",
    "w.send(#)",
    "a = r.recv()\nprint(a)",
    "w.close()",
    "assert v.value != #",
    "os._exit(#)",
    "time.sleep(0.1)",
];

/// What only the first process's main thread may do.
const OF_THE_FIRST: &[&str] = &[
    "t1.join()",
    "t1.join(1)",
    "t1.terminate()",
    "print(t1.exitcode)",
    "b += int(t1.is_alive())",
    "print(a, v.value)",
    "v.value += 5",
    "with la:\n    b = v.value",
    "ev.set()",
    "w.close()",
    "os._exit(5)",
];

fn block(dice: &mut Dice, of: &[&str], number: usize, count: usize, indent: &str) -> String {
    let mut text = String::new();
    for _ in 0..count {
        for line in dice.one(of).replace('#', &number.to_string()).lines() {
            writeln!(text, "{indent}{line}").expect("it is a string");
        }
    }
    text
}

/// A small program with two or three threads.
fn drawn(seed: u64) -> String {
    of_parts(seed, (SETUP, STATEMENTS, OF_MAIN), false)
}

/// The same with processes, and some threads among them.
fn drawn_of_processes(seed: u64) -> String {
    of_parts(seed, (SETUP_OF_PROCESSES, OF_PROCESSES, OF_THE_FIRST), true)
}

fn of_parts(seed: u64, (setup, statements, of_main): (&str, &[&str], &[&str]), forks: bool) -> String {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    (0..10).for_each(|_| _ = dice.roll(2));
    let mut text = setup.to_owned();
    let threads = 2 + usize::from(dice.roll(4) == 0);
    // Threads that are alike are what a search may take for one another.
    let alike = dice.roll(4) == 0;
    for number in 1..=threads {
        if alike && number > 1 {
            continue;
        }
        write!(text, "def work{number}():\n    global a, b\n").expect("it is a string");
        let count = 1 + dice.roll(3);
        text += &block(&mut dice, statements, number, count, "    ");
        text.push('\n');
    }
    for number in 1..=threads {
        let daemon = if dice.roll(6) == 0 { ", daemon=True" } else { "" };
        let target = if alike { 1 } else { number };
        let kind = if forks && (number == 1 || dice.roll(3) > 0) { "mp.Process" } else { "threading.Thread" };
        writeln!(text, "t{number} = {kind}(target=work{target}{daemon})").expect("it is a string");
    }
    for number in 1..=threads {
        writeln!(text, "t{number}.start()").expect("it is a string");
    }
    let count = dice.roll(3);
    text += &block(&mut dice, of_main, 0, count, "");
    if dice.roll(2) == 0 {
        (1..=threads).for_each(|number| writeln!(text, "t{number}.join()").expect("it is a string"));
        if dice.roll(2) == 0 {
            text += "print(a, b)\n";
        }
    }
    text
}

fn compare_drawn(seeds: std::ops::Range<u64>, most: usize, rules: Rules) -> BTreeMap<&'static str, u64> {
    compare_all(seeds.map(drawn), most, rules)
}

fn compare_all(texts: impl Iterator<Item = String>, most: usize, rules: Rules) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::new();
    for text in texts {
        let compared = compare(&text, most, rules);
        *counts.entry(if compared { "compared" } else { "too large" }).or_default() += 1;
    }
    counts
}

#[test]
fn the_search_finds_what_trying_everything_finds() {
    let counts = compare_drawn(1..61, 3000, Rules::default());
    assert!(counts.get("compared").copied().unwrap_or(0) > 30, "{counts:?}");
}

#[test]
fn so_it_does_where_threads_are_put_aside_in_fewer_places() {
    for switching in [Switching::Calls, Switching::Count] {
        let counts = compare_drawn(1..31, 3000, Rules { switching, ..Rules::default() });
        assert!(counts.get("compared").copied().unwrap_or(0) > 15, "{switching:?}: {counts:?}");
    }
}

#[test]
fn so_it_does_where_waiters_wake_for_nothing_and_lines_tear() {
    let spurious = Rules { spurious: true, ..Rules::default() };
    let all = Rules { switching: Switching::Calls, printing: Printing::Torn, spurious: true };
    for rules in [spurious, all] {
        let waits = |seed: &u64| drawn(*seed).contains("cv.wait");
        let compared = (1..200).filter(waits).take(15).filter(|&seed| compare(&drawn(seed), 3000, rules)).count();
        assert!(compared > 5, "{compared}");
    }
}

#[test]
fn so_it_does_where_programs_fork() {
    let counts = compare_all((1..61).map(drawn_of_processes), 1500, Rules::default());
    assert!(counts.get("compared").copied().unwrap_or(0) > 25, "{counts:?}");
}

/// Programs whose processes meet in the network and in files.
const COMMON: &[&str] = &[
    "import os
if os.fork() == 0:
    os.mkdir('/tmp/x')
    os._exit(0)
print(os.path.exists('/tmp/x'))
",
    "import os, socket
server = socket.socket()
server.bind(('localhost', 7))
server.listen()
if os.fork() == 0:
    client = socket.create_connection(('localhost', 7))
    client.sendall(b'x')
    os._exit(0)
print(server.accept()[0].recv(5))
",
    "import os, socket
one, other = socket.socketpair()
if os.fork() == 0:
    one.close()
    other.sendall(b'x')
    os._exit(0)
other.close()
print(one.recv(3), one.recv(3))
",
];

#[test]
fn so_it_does_where_processes_share_files_and_sockets() {
    let counts = compare_all(COMMON.iter().map(|&text| text.to_owned()), 20_000, Rules::default());
    assert_eq!(counts.get("compared").copied(), Some(COMMON.len() as u64), "{counts:?}");
}

/// For as long as one likes: `RADDLE_SEEDS=1000..3000`.
#[test]
#[ignore = "takes minutes"]
fn at_length() {
    let seeds = std::env::var("RADDLE_SEEDS").unwrap_or_else(|_| "100..600".to_owned());
    let (from, to) = seeds.split_once("..").expect("two numbers");
    let plain = Switching::ALL.map(|switching| Rules { switching, ..Rules::default() });
    let spurious = plain.map(|rules| Rules { spurious: true, printing: Printing::Torn, ..rules });
    for rules in plain.into_iter().chain(spurious) {
        let counts = compare_drawn(from.parse().expect("a number")..to.parse().expect("a number"), 60_000, rules);
        let forked = (from.parse().expect("a number")..to.parse().expect("a number")).map(drawn_of_processes);
        println!("{rules:?}: {counts:?}, with processes {:?}", compare_all(forked, 20_000, rules));
    }
}
