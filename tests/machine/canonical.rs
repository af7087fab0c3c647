//! The machine as a state of a search: what its canonical form takes for equal, what a step says that it did, and that a
//! silent machine is the same as one that is listened to.

use std::{
    collections::VecDeque,
    hash::{Hash, Hasher},
    sync::Arc,
};

use indexmap::{IndexMap, IndexSet};
use raddle::{
    choice::{Choice, Way},
    event::Silence,
    ids::ThreadId,
    machine::{Deed, Effect, Machine, Place, ThreadField},
    program::Program,
    trace::Recorder,
};

use crate::support;

const MEMORY: usize = 64 << 20;

fn program(text: &str) -> Arc<Program> {
    support::compiled_text("test.py", text).unwrap_or_else(|| panic!("the program is not in the language:\n{text}"))
}

fn silent(program: &Arc<Program>) -> Machine {
    let mut machine = Machine::new(Arc::clone(program), MEMORY);
    machine.set_silent(true);
    machine
}

fn choices(machine: &Machine) -> Vec<Choice> {
    machine.choosable().map(|option| option.choice(|| 0)).collect()
}

fn step(machine: &mut Machine, choice: Choice) {
    machine.step(choice, &mut Silence).expect("it was offered");
}

/// Lets these threads take a step each, in this order; the main thread is 0.
fn steps(machine: &mut Machine, threads: &[u32]) {
    threads.iter().for_each(|&thread| step(machine, Choice::run(ThreadId(thread))));
}

/// Lets the main thread go on until all of so many threads have begun.
fn begun(program: &Arc<Program>, threads: usize) -> Machine {
    let mut machine = silent(program);
    while machine.alive() < threads + 1 {
        step(&mut machine, Choice::run(ThreadId::MAIN));
    }
    machine
}

/// Every state of a program up to so many, breadth first: how many there are, and the ends with the value of a variable.
fn search(program: &Arc<Program>, most: usize, variable: &str) -> (usize, IndexMap<String, usize>) {
    let mut known = IndexSet::new();
    let mut ends = IndexMap::new();
    let mut frontier = VecDeque::from([silent(program)]);
    known.insert(frontier[0].canonical_key());
    while let Some(machine) = frontier.pop_front() {
        if let Some(end) = machine.end() {
            *ends.entry(format!("{end:?} {:?}", machine.global_int(variable))).or_insert(0) += 1;
        }
        for choice in choices(&machine) {
            let mut next = machine.clone();
            step(&mut next, choice);
            if known.insert(next.canonical_key()) {
                assert!(known.len() <= most, "more than {most} states");
                frontier.push_back(next);
            }
        }
    }
    ends.sort_unstable_keys();
    (known.len(), ends)
}

const LOST_UPDATE: &str = "\
import threading
x = 0

def worker():
    global x
    for _ in range(N):
        tmp = x
        x = tmp + 1

N = 1
ts = [threading.Thread(target=worker) for _ in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(x)
";

const TWO_LOCKS: &str = "\
import threading
a = threading.Lock()
b = threading.Lock()

def forwards():
    with a:
        with b:
            pass

def backwards():
    with b:
        with a:
            pass

ts = [threading.Thread(target=f) for f in (forwards, backwards)]
for t in ts:
    t.start()
for t in ts:
    t.join()
";

const PETERSON: &str = "\
import threading
flag0 = False
flag1 = False
turn = 0
owner = 9

def worker0():
    global flag0, turn, owner
    flag0 = True
    turn = 1
    while flag1 and turn == 1:
        pass
    owner = 0
    assert owner == 0
    flag0 = False

def worker1():
    global flag1, turn, owner
    flag1 = True
    turn = 0
    while flag0 and turn == 0:
        pass
    owner = 1
    assert owner == 1
    flag1 = False

ts = [threading.Thread(target=f) for f in (worker0, worker1)]
for t in ts:
    t.start()
for t in ts:
    t.join()
";

const BUFFER: &str = "\
import threading
mutex = threading.Lock()
not_full = threading.Condition(mutex)
not_empty = threading.Condition(mutex)
queue = []
got = [0]

def producer():
    for i in range(1, 4):
        with mutex:
            while len(queue) == 2:
                not_full.wait()
            queue.append(i)
            not_empty.notify()

def consumer():
    total = 0
    for _ in range(3):
        with mutex:
            while not queue:
                not_empty.wait()
            total += queue.pop(0)
            not_full.notify()
    got[0] = total

ts = [threading.Thread(target=producer), threading.Thread(target=consumer)]
for t in ts:
    t.start()
for t in ts:
    t.join()
assert sum(got) == 6 and not queue
";

#[test]
fn the_states_of_small_programs_are_finite_and_as_many_as_expected() {
    let finished = |values: &[&str]| values.iter().map(|value| (format!("Finished {value}"), 1)).collect();
    assert_eq!(search(&program(LOST_UPDATE), 1000, "x"), (74, finished(&["Some(1)", "Some(2)"])));
    assert_eq!(search(&program(PETERSON), 1000, "owner"), (192, finished(&["Some(0)", "Some(1)"])));
    assert_eq!(search(&program(BUFFER), 1000, ""), (464, finished(&["None"])));
    let ends = [("Deadlock None".to_owned(), 1), ("Finished None".to_owned(), 1)].into_iter().collect();
    assert_eq!(search(&program(TWO_LOCKS), 1000, ""), (120, ends));
}

/// Programs in which much can happen, each with a few hundred states or more.
const BUSY: &[&str] = &[
    LOST_UPDATE,
    TWO_LOCKS,
    PETERSON,
    BUFFER,
    // Dicts, attributes and exceptions.
    "\
import threading

class Account:
    def __init__(self):
        self.balance = 1

d = {}
account = Account()

def work(key):
    local = 7
    try:
        local = d[key]
    except KeyError as error:
        d[key] = str(error) + str(local)
    account.balance += 1
    if len(d) == 2:
        del d[key]

ts = [threading.Thread(target=work, args=(k,)) for k in 'ab']
for t in ts:
    t.start()
",
    // Semaphores, events and timeouts.
    "\
import threading
s = threading.Semaphore(1)
e = threading.Event()
seen = []

def first():
    if s.acquire(timeout=1):
        seen.append(1)
        s.release()
    e.set()

def second():
    with s:
        seen.append(2)
    if e.wait(1):
        seen.append(3)

ts = [threading.Thread(target=f) for f in (first, second)]
for t in ts:
    t.start()
",
    // Queues, daemons, closures and generators.
    "\
import threading, queue
q = queue.Queue(1)

def numbers():
    n = 0
    while n < 2:
        n += 1
        yield n

def make():
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    return add

add = make()

def consumer():
    while True:
        n = q.get()
        add(n)
        q.task_done()

threading.Thread(target=consumer, daemon=True).start()
for n in numbers():
    q.put([n, n][0])
    add(10)
q.join()
",
    // Sets of objects, whose order is that of their hashes.
    "\
import threading
things = set()
order = []

class Thing:
    def __init__(self, n):
        self.n = n

def work(n):
    junk = [n]
    for k in range(2):
        things.add(Thing(n + k))

ts = [threading.Thread(target=work, args=(k,)) for k in (1, 5)]
for t in ts:
    t.start()
for t in ts:
    t.join()
order = [t.n for t in things]
",
    // Thread-locals, re-entrant locks and a barrier.
    "\
import threading
local = threading.local()
lock = threading.RLock()
barrier = threading.Barrier(2)
out = {}

def work(n):
    local.n = n
    with lock:
        with lock:
            local.n += 1
    barrier.wait()
    out[n] = local.n

ts = [threading.Thread(target=work, args=(k,)) for k in (1, 5)]
for t in ts:
    t.start()
for t in ts:
    t.join()
",
];

/// Calls back with a state that was come to before and the machine that comes to it again, for so many states.
fn met_again(program: &Arc<Program>, most: usize, mut check: impl FnMut(&Machine, &Machine)) -> usize {
    let mut known: IndexMap<u128, Machine> = IndexMap::new();
    let mut met = 0;
    let start = silent(program);
    known.insert(start.canonical_key(), start);
    let mut at = 0;
    while at < known.len().min(most) {
        let machine = known[at].clone();
        at += 1;
        for choice in choices(&machine) {
            let mut next = machine.clone();
            step(&mut next, choice);
            let key = next.canonical_key();
            match known.get(&key) {
                Some(before) => {
                    met += 1;
                    check(before, &next);
                }
                None => drop(known.insert(key, next)),
            }
        }
    }
    met
}

#[test]
fn machines_with_equal_forms_can_do_the_same_and_come_to_equal_forms_again() {
    for text in BUSY {
        let met = met_again(&program(text), 400, |one, other| {
            assert_eq!(one.canonical_form(), other.canonical_form(), "one key for two forms");
            assert_eq!((choices(one), one.end()), (choices(other), other.end()));
            for choice in choices(one) {
                let (mut one, mut other) = (one.clone(), other.clone());
                step(&mut one, choice);
                step(&mut other, choice);
                assert_eq!(one.canonical_form(), other.canonical_form(), "{choice} in\n{text}");
            }
        });
        assert!(met > 5, "{met} states were met again in\n{text}");
    }
}

#[test]
fn steps_whose_footprints_do_not_conflict_can_change_places() {
    let mut swapped = 0;
    for text in BUSY {
        let program = program(text);
        met_again(&program, 150, |machine, _| {
            let all = choices(machine);
            for (&first, &second) in all.iter().flat_map(|first| all.iter().map(move |second| (first, second))) {
                let (mut one, mut other) = (machine.clone(), machine.clone());
                let (a, b) = (one.step(first, &mut Silence).unwrap(), other.step(second, &mut Silence).unwrap());
                if first.thread >= second.thread || a.conflicts(&b) || one.end().is_some() || other.end().is_some() {
                    continue;
                }
                step(&mut one, second);
                step(&mut other, first);
                swapped += 1;
                assert_eq!(one.canonical_form(), other.canonical_form(), "{first} {a:?} and {second} {b:?} in\n{text}");
            }
        });
    }
    assert!(swapped > 500, "{swapped}");
}

#[test]
fn things_made_in_another_order_are_the_same() {
    let program = program(
        "import threading\na = b = None\ndef f():\n    global a\n    a = 1\n    a = [1, {'k': object()}]\ndef g():\n    global b\n    b = 2\n    b = \
         [2, threading.Lock()]\nts = [threading.Thread(target=t) for t in (f, g)]\nfor t in ts:\n    t.start()\nfor t in ts:\n    \
         t.join()\n",
    );
    let machine = begun(&program, 2);
    let (mut one, mut other) = (machine.clone(), machine);
    steps(&mut one, &[1, 1, 2, 2]);
    steps(&mut other, &[2, 2, 1, 1]);
    assert!(one != other, "their objects lie in different places");
    assert_eq!(one.canonical_form(), other.canonical_form());
}

/// Two threads that do the same, and the main thread past their joins, before it looks at what they have left.
const ALIKE: &str = "\
import threading
x = 0

def worker(rounds):
    global x
    for _ in range(rounds):
        tmp = x
        x = tmp + 1

ts = [threading.Thread(target=worker, args=(3,)) for _ in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(x)
";

#[test]
fn threads_that_do_the_same_can_change_places() {
    let program = program(ALIKE);
    let mut machine = silent(&program);
    machine.leave_thread_names_out();
    machine.owe_joins();
    while machine.gets_on(ThreadId::MAIN) {
        step(&mut machine, Choice::run(ThreadId::MAIN));
    }
    assert_eq!(machine.joins_owed_by(ThreadId::MAIN), 2);
    for (one, other) in
        [(&[1][..], &[2][..]), (&[1, 1, 2], &[2, 2, 1]), (&[1, 1, 1, 1, 1, 1, 1], &[2, 2, 2, 2, 2, 2, 2])]
    {
        let after = |order: &[u32]| {
            let mut machine = machine.clone();
            steps(&mut machine, order);
            assert!(!machine.has_asked_for_thread_names());
            machine
        };
        let (one, other) = (after(one), after(other));
        let differ = one.canonical_form().into_iter().zip(other.canonical_form()).position(|(one, other)| one != other);
        assert_eq!(differ, None, "from so many words on");
        assert_eq!(one.canonical().0, other.canonical().0);
        assert_ne!(one.canonical().1, other.canonical().1);
    }
}

#[test]
fn what_nobody_can_reach_any_more_does_not_count() {
    let states = |body: &str| search(&program(&format!("import threading\n{body}")), 500, "").0;
    assert!(states("while True:\n    lock = threading.Lock()\n    with lock:\n        pass\n") < 20);
    assert!(
        states("def f():\n    pass\nwhile True:\n    t = threading.Thread(target=f)\n    t.start()\n    t.join()\n")
            < 60
    );
    assert!(
        states(
            "import queue\nwhile True:\n    q = queue.Queue()\n    q.put([1])\n    c = threading.Condition()\n    with c:\n        c.notify()\n"
        ) < 40
    );
}

/// The forms of a program in which the main thread does one thing or the other, and goes on alike.
fn either(setup: &str, zero: &str, one: &str) -> [Vec<u64>; 2] {
    let text = format!(
        "import threading, random, time, queue\n{setup}\ndef zero():\n    global x\n    {zero}\ndef one():\n    global x\n    {one}\n(zero, \
         one)[random.randrange(2)]()\nrandom.randrange(2)\nprint('end')\n"
    );
    let program = program(&text);
    [0, 1].map(|number| {
        let mut machine = silent(&program);
        for round in 0..2 {
            while !choices(&machine).iter().any(|choice| matches!(choice.way, Way::Draw(_))) {
                let choice = *choices(&machine).last().unwrap_or_else(|| panic!("{text}"));
                step(&mut machine, choice);
            }
            if round == 0 {
                step(&mut machine, Choice::new(ThreadId::MAIN, Way::Draw(number)));
            }
        }
        machine.canonical_form()
    })
}

#[test]
fn whatever_can_make_a_difference_later_counts() {
    let cases = [
        ("x = 1", "x = 1", "x = 2"),
        ("x = 1", "x = 1", "x = 1.0"),
        ("x = 1", "x = 1", "x = True"),
        ("x = 1", "pass", "del x"),
        ("x = 1", "x = 2 ** 80", "x = 2 ** 81"),
        ("x = 1", "x = 2 ** 62", "x = 2 ** 63 - 1"),
        ("x = ''", "x = 'a' * 9", "x = 'a' * 8 + 'b'"),
        ("x = b''", "x = bytes([1])", "x = bytes([2])"),
        ("x = []", "x.append(1)", "x.append(2)"),
        ("x = []", "pass", "x.append(None)"),
        ("x = []; y = x", "x = y", "x = []"),
        ("x = {}", "x.update(a=1, b=2)", "x.update(b=2, a=1)"),
        ("x = {}", "x[1] = 2", "x[1] = 3"),
        ("x = set()", "x.add(1)", "x.add(2)"),
        ("x = object()", "hash(x)", "pass"),
        ("x = 0", "x = {1, 9}", "x = {9, 1}"),
        ("x = 0", "x = (1, 2)", "x = (2, 1)"),
        ("x = 0", "x = range(3)", "x = range(4)"),
        ("x = iter([1, 2, 3])", "next(x)", "pass"),
        ("x = iter({1: 2, 3: 4})", "next(x)", "pass"),
        ("def g():\n    yield 1\n    yield 2\nx = g()", "next(x)", "pass"),
        ("x = 0\nclass A:\n    n = 1", "A.n = 2", "A.n = 3"),
        ("x = 0\nclass A:\n    n = 1\na = A()", "a.m = 2", "a.n = 2"),
        ("x = 0\ndef f():\n    pass", "f.a = 1", "f.a = 2"),
        (
            "x = 0\ndef make():\n    n = 0\n    def s(k):\n        nonlocal n\n        n = k\n    return s\ns = make()",
            "s(1)",
            "s(2)",
        ),
        ("x = 0", "x = ValueError(1)", "x = ValueError(2)"),
        ("x = 0", "x = ValueError(1)", "x = KeyError(1)"),
        ("x = threading.Lock()", "x.acquire()", "pass"),
        ("x = threading.RLock()", "x.acquire()", "x.acquire(); x.acquire()"),
        ("x = threading.Semaphore(3)", "x.acquire()", "pass"),
        ("x = 0", "x = threading.Semaphore(1)", "x = threading.BoundedSemaphore(1)"),
        ("x = threading.Event()", "x.set()", "pass"),
        ("x = threading.Barrier(2)", "x.abort()", "pass"),
        ("x = 0", "x = threading.Barrier(2)", "x = threading.Barrier(3)"),
        ("x = queue.Queue()", "x.put(1)", "x.put(2)"),
        ("x = queue.Queue()", "pass", "x.put(1); x.get()"),
        ("x = 0", "x = queue.Queue(1)", "x = queue.Queue(2)"),
        ("x = 0", "x = queue.Queue()", "x = queue.LifoQueue()"),
        ("x = threading.Thread(target=print)", "x.daemon = True", "pass"),
        ("x = threading.Thread(target=print)", "x.name = 'other'", "pass"),
        ("x = threading.Thread(target=len, args=('',))", "x.start(); x.join()", "pass"),
        ("x = threading.local()", "x.a = 1", "x.a = 2"),
        ("x = 0\nclass A:\n    pass\na = A()", "setattr(a, 'n' + str(1), 1)", "setattr(a, 'n' + str(2), 1)"),
        ("x = 0", "import os", "pass"),
    ];
    for (setup, zero, one) in cases {
        let [zeroth, first] = either(setup, zero, one);
        assert!(zeroth != first, "{setup}: `{zero}` and `{one}` look alike");
    }
}

#[test]
fn time_garbage_and_labels_do_not_count() {
    let cases = [
        ("x = 0", "time.sleep(1)", "pass"),
        ("x = 0", "time.sleep(1)", "time.sleep(2)"),
        ("x = 0", "[threading.Lock() for _ in range(9)]", "pass"),
        ("x = 0", "x = [1, [2]]", "y = [3]; x = [1, [2]]"),
        ("x = {}", "x[1] = 2", "x[0] = 1; x[1] = 2; del x[0]"),
        ("x = 0", "print('a')", "print('b')"),
        ("x = threading.Condition()", "lock = x; lock.acquire(); lock.release()", "pass"),
        ("x = []", "x.append(threading.Lock())", "mine = threading.Lock(); x.append(mine)"),
    ];
    for (setup, zero, one) in cases {
        let [zeroth, first] = either(setup, zero, one);
        assert!(zeroth == first, "{setup}: `{zero}` and `{one}` look different");
    }
}

#[test]
fn a_silent_machine_is_the_one_that_is_listened_to() {
    let hash_of = |machine: &Machine| {
        let mut hasher = rustc_hash::FxHasher::default();
        machine.hash(&mut hasher);
        hasher.finish()
    };
    for text in BUSY {
        let program = program(text);
        let (mut quiet, mut heard) = (silent(&program), Machine::new(Arc::clone(&program), MEMORY));
        let mut recorder = Recorder::default();
        let mut number = 0;
        while let Some(&choice) = choices(&quiet).get(number % choices(&quiet).len().max(1)) {
            number = number * 31 % 1009 + 7;
            let (one, other) = (quiet.step(choice, &mut Silence), heard.step(choice, &mut recorder));
            assert_eq!(one, other, "{choice} in\n{text}");
            assert!(quiet == heard && hash_of(&quiet) == hash_of(&heard), "behind {choice} in\n{text}");
            if quiet.clock() > 3_000_000_000 {
                break;
            }
        }
    }
}

#[test]
fn a_step_says_what_it_did_and_what_is_pending_says_it_before() {
    let program = program(
        "import threading\nlock = threading.Lock()\nx = 0\ndef f():\n    global x\n    with lock:\n        x = 1\nlock.acquire()\n\
         t = threading.Thread(target=f, daemon=True)\nt.start()\nlock.release()\nprint('a', x)\n",
    );
    let mut machine = silent(&program);
    let (main, other) = (ThreadId::MAIN, ThreadId(1));
    let is_asked = |effect: Effect| matches!(effect, Effect::Asked(..));
    step(&mut machine, Choice::run(main));
    assert_eq!(machine.pending_footprint(main).effects().filter(|&effect| is_asked(effect)).count(), 1);
    step(&mut machine, Choice::run(main));
    assert!(machine.pending_footprint(main).effects().any(|effect| effect == Effect::Started(other)));
    let started = machine.step(Choice::run(main), &mut Silence).expect("it starts a thread");
    assert!(started.effects().any(|effect| effect == Effect::Started(other)));
    let life = Place::Thread(other, ThreadField::Life);
    assert!(started.accesses().any(|access| access.place == life && access.deed == Deed::Write));
    // The daemon: the end of the program is the end of it.
    let before = machine.pending_footprint(other);
    assert!(before.accesses().any(|access| access.place == Place::End && access.deed == Deed::Read));
    assert!(before.conflicts(&machine.pending_footprint(main)), "both are about the lock");
    step(&mut machine, Choice::run(other));
    let released = machine.step(Choice::run(main), &mut Silence).expect("it lets the lock go");
    assert!(released.effects().any(|effect| effect == Effect::Woken(other)), "{released:?}");
    while machine.output().is_empty() {
        let done = machine.step(Choice::run(main), &mut Silence).expect("it prints");
        assert_eq!(done.printed(), 0..machine.output().len());
    }
    let last = machine.pending_footprint(main);
    assert!(last.conflicts(&machine.pending_footprint(other)), "{last:?}");
    let ended = machine.step(Choice::run(main), &mut Silence).expect("it ends");
    assert!(ended.effects().any(|effect| effect == Effect::Ended(main)));
}

const DROPPED: &str = "\
import threading
who = 0

class Thing:
    def __del__(self):
        global who
        who = threading.current_thread().number

class Taker(threading.Thread):
    def __init__(self, number, key):
        super().__init__()
        self.number = number
        self.key = key

    def run(self):
        box.pop(self.key)

box = {}
box['a'] = box['b'] = Thing()
ts = [Taker(1, 'a'), Taker(2, 'b')]
for t in ts:
    t.start()
for t in ts:
    t.join()
";

#[test]
fn whichever_thread_drops_an_object_last_brings_it_to_its_end() {
    let (_, ends) = search(&program(DROPPED), 2000, "who");
    assert_eq!(ends.keys().collect::<Vec<_>>(), ["Finished Some(1)", "Finished Some(2)"]);
}
