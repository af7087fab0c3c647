//! Small programs and how they end: as CPython would end them, with the circle that cannot be undone and the reason where
//! it lies. False deadlocks of both kinds, and true ones; and that what is called a deadlock never moves again.

use std::{process::Command, sync::Arc};

use raddle::{
    choice::Choice,
    compiler::compile,
    event::{End, EventKind, Silence, Sink},
    host::{Session, Settings},
    ids::{StepIndex, ThreadId},
    machine::{Choosable, Machine, Status},
    scene::Playback,
    source::SourceText,
    standstill::why,
    stdlib::Library,
    trace::Recorder,
};
use serde_json::Value;

/// What a program comes to.
struct Row {
    name: &'static str,
    text: &'static str,
    verdict: &'static str,
    exit: i32,
    /// The threads of `cycle`.
    cycle: &'static [&'static str],
    /// What `why` says; nothing for null.
    why: &'static str,
}

const PAIR: &str = "import threading, time
a, b = threading.Lock(), threading.Lock()
def loop(first, second):
    with first:
        time.sleep(0.1)
        with second: pass
";

/// Takes two locks one after the other, and does not release them by `with`. No part of what all programs have: it would
/// make them such as release locks by hand.
macro_rules! by_hand {
    () => {
        "def by_hand(first, second):
    first.acquire()
    time.sleep(0.1)
    second.acquire()
    second.release()
"
    };
}

const ROWS: &[Row] = &[
    Row {
        name: "a lock is handed over",
        text: "import threading, time
gate, room = threading.Lock(), threading.Lock()
def early():
    room.acquire()
    time.sleep(0.2)
    with gate: pass
def late():
    time.sleep(0.4)
    room.release()
def painter():
    time.sleep(0.1)
    with gate, room: pass
for f in (early, late, painter): threading.Thread(target=f).start()
",
        verdict: "finished",
        exit: 0,
        cycle: &[],
        why: "",
    },
    Row {
        name: "a thread that waits for itself is helped",
        text: "import threading, time
box = threading.Lock()
def help():
    time.sleep(1)
    box.release()
threading.Thread(target=help).start()
box.acquire()
box.acquire()
",
        verdict: "finished",
        exit: 0,
        cycle: &[],
        why: "",
    },
    Row {
        name: "tick and tock",
        text: "import threading
tick, tock = threading.Lock(), threading.Lock()
tock.acquire()
def run(own, other):
    for _ in range(3):
        own.acquire()
        other.release()
t = threading.Thread(target=run, args=(tock, tick))
t.start()
run(tick, tock)
t.join()
",
        verdict: "finished",
        exit: 0,
        cycle: &[],
        why: "",
    },
    Row {
        name: "a wait with a deadline ends by itself",
        text: "import threading, time
a, b = threading.Lock(), threading.Lock()
def loop(first, second):
    with first:
        time.sleep(0.1)
        if second.acquire(timeout=1): second.release()
t = threading.Thread(target=loop, args=(a, b))
t.start()
loop(b, a)
t.join()
",
        verdict: "finished",
        exit: 0,
        cycle: &[],
        why: "",
    },
    Row {
        name: "the end of the main thread comes before its shutdown",
        text: "import threading
def follow():
    threading.main_thread().join()
    print('after')
threading.Thread(target=follow).start()
",
        verdict: "finished",
        exit: 0,
        cycle: &[],
        why: "",
    },
    Row {
        name: "two locks in opposite order",
        text: "t = threading.Thread(target=loop, args=(a, b), name='one')
u = threading.Thread(target=loop, args=(b, a), name='two')
t.start(); u.start(); t.join()
",
        verdict: "deadlock",
        exit: 3,
        cycle: &["two", "one"],
        why: "two wants a, one holds it; one wants b, two holds it: nobody can undo that",
    },
    Row {
        name: "the main thread waits at the end for deadlocked threads",
        text: "threading.Thread(target=loop, args=(a, b), name='one').start()
threading.Thread(target=loop, args=(b, a), name='two').start()
",
        verdict: "deadlock",
        exit: 3,
        cycle: &["two", "one"],
        why: "two wants a, one holds it",
    },
    Row {
        name: "two daemons lock each other out",
        text: "threading.Thread(target=loop, args=(a, b), name='one', daemon=True).start()
threading.Thread(target=loop, args=(b, a), name='two', daemon=True).start()
time.sleep(1)
",
        verdict: "finished",
        exit: 0,
        cycle: &["two", "one"],
        why: "two wants a, one holds it",
    },
    Row {
        name: "what is released by hand is a semaphore",
        text: "bell = threading.Semaphore(0)
def ring():
    while True:
        time.sleep(0.3)
        bell.release()
threading.Thread(target=loop, args=(a, b), name='one', daemon=True).start()
threading.Thread(target=loop, args=(b, a), name='two', daemon=True).start()
threading.Thread(target=ring, daemon=True).start()
bell.acquire()
",
        verdict: "finished",
        exit: 0,
        cycle: &["two", "one"],
        why: "two wants a, one holds it",
    },
    Row {
        name: "two daemons that release by hand, and nobody else is left",
        text: concat!(
            by_hand!(),
            "threading.Thread(target=by_hand, args=(a, b), name='one', daemon=True).start()
threading.Thread(target=by_hand, args=(b, a), name='two', daemon=True).start()
time.sleep(1)
"
        ),
        verdict: "finished",
        exit: 0,
        cycle: &["two", "one"],
        why: "two wants a, one holds it",
    },
    Row {
        name: "somebody could still have released it",
        text: concat!(
            by_hand!(),
            "def watch():
    while True: time.sleep(0.3)
threading.Thread(target=by_hand, args=(a, b), daemon=True).start()
threading.Thread(target=by_hand, args=(b, a), daemon=True).start()
threading.Thread(target=watch, daemon=True).start()
time.sleep(1)
"
        ),
        verdict: "finished",
        exit: 0,
        cycle: &[],
        why: "",
    },
    Row {
        name: "re-entrant locks are their owners' alone",
        text: concat!(
            "a, b = threading.RLock(), threading.RLock()
",
            by_hand!(),
            "def watch():
    while True: time.sleep(0.3)
threading.Thread(target=by_hand, args=(a, b), name='one', daemon=True).start()
threading.Thread(target=by_hand, args=(b, a), name='two', daemon=True).start()
threading.Thread(target=watch, daemon=True).start()
time.sleep(1)
"
        ),
        verdict: "finished",
        exit: 0,
        cycle: &["two", "one"],
        why: "two wants a, one holds it",
    },
    Row {
        name: "two threads wait for each other's end",
        text: "team = []
def run(other):
    time.sleep(0.1)
    team[other].join()
for n in (1, 0): team.append(threading.Thread(target=run, args=(n,), name=f't{n}'))
for t in team: t.start()
",
        verdict: "deadlock",
        exit: 3,
        cycle: &["t0", "t1"],
        why: "t0 joins t1; t1 joins t0: nobody can undo that",
    },
    Row {
        name: "a lock taken twice",
        text: "a.acquire()\na.acquire()\n",
        verdict: "deadlock",
        exit: 3,
        cycle: &["MainThread"],
        why: "MainThread wants a, which it holds itself",
    },
    Row {
        name: "the owner has finished",
        text: "def take(): a.acquire()
t = threading.Thread(target=take, name='thief')
t.start(); t.join()
with a: pass
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "thief is done without releasing a, and MainThread wants it",
    },
    Row {
        name: "an exception ended the owner",
        text: "def take():
    a.acquire()
    raise ValueError('no')
threading.Thread(target=take, name='thief').start()
time.sleep(0.1)
def wait():
    with a: pass
threading.Thread(target=wait, name='late').start()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "thief died (ValueError: no) holding a, and late wants it",
    },
    Row {
        name: "the main thread ends with a lock",
        text: "a.acquire()
def wait():
    with a: pass
threading.Thread(target=wait, name='late').start()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "MainThread is done without releasing a, and late wants it",
    },
    Row {
        name: "taken and never done",
        text: "import queue
q = queue.Queue()
q.put(1); q.put(2)
threading.Thread(target=q.get).start()
q.join()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "task_done() was not called for an item of q, and MainThread joins it",
    },
    Row {
        name: "nobody takes, because the worker has died",
        text: "import queue
q = queue.Queue()
q.put(1); q.put(0)
def work():
    while True:
        1 // q.get()
        q.task_done()
threading.Thread(target=work, name='worker', daemon=True).start()
q.join()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "worker died: ZeroDivisionError: integer division or modulo by zero; task_done() was not called for an item",
    },
    Row {
        name: "nobody puts",
        text: "import queue
q = queue.Queue()
t = threading.Thread(target=q.get, name='taker')
t.start(); t.join()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "nobody is left to put an item into q, and taker wants one",
    },
    Row {
        name: "nobody sets",
        text: "lamp = threading.Event()
threading.Thread(target=lamp.wait, name='reader').start()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "nobody is left to set lamp, and reader wants it set",
    },
    Row {
        name: "nobody notifies",
        text: "c = threading.Condition()
with c: c.wait()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "nobody is left to notify c, and MainThread is blocked there",
    },
    Row {
        name: "nobody signals",
        text: "bell = threading.Semaphore(0)\nbell.acquire()\n",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "nobody is left to release bell, and MainThread wants it",
    },
    Row {
        name: "permits that are taken in opposite order",
        text: "import threading, time
a, b = threading.Semaphore(1), threading.Semaphore(1)
def loop(first, second):
    with first:
        time.sleep(0.1)
        with second: pass
threading.Thread(target=loop, args=(a, b), name='one').start()
threading.Thread(target=loop, args=(b, a), name='two').start()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "one holds a permit of a and is blocked for ever, and two wants that permit",
    },
    Row {
        name: "too few come",
        text: "gate = threading.Barrier(3)
threading.Thread(target=gate.wait, name='one').start()
threading.Thread(target=gate.wait, name='two').start()
",
        verdict: "stuck",
        exit: 3,
        cycle: &[],
        why: "gate opens for 3, only 2 came and nobody is left to come",
    },
];

fn verdict(row: &Row, seed: u32) -> Value {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("program.py");
    std::fs::write(&path, whole(row)).expect("a program can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_raddle"));
    command.args(["run", "--json", "--lang", "en", "--seed", &seed.to_string()]).arg(&path);
    let output = command.output().expect("the program can be run");
    let verdict: Value = serde_json::from_slice(&output.stdout).expect("the verdict is JSON");
    assert_eq!(output.status.code(), Some(row.exit), "{}: {verdict}", row.name);
    verdict
}

/// Programs that do not import what they need begin with two locks.
fn whole(row: &Row) -> String {
    if row.text.starts_with("import threading") { row.text.to_owned() } else { format!("{PAIR}{}", row.text) }
}

#[test]
fn every_program_ends_as_cpython_ends_it_and_the_reason_is_told() {
    for row in ROWS {
        let verdict = verdict(row, 0);
        assert_eq!(verdict["verdict"], row.verdict, "{}: {verdict}", row.name);
        let cycle: Vec<&str> =
            verdict["cycle"].as_array().into_iter().flatten().filter_map(|link| link["thread"].as_str()).collect();
        assert_eq!(cycle, row.cycle, "{}: {verdict}", row.name);
        let why = verdict["why"].as_str().unwrap_or_default();
        assert!(why.starts_with(row.why) && why.is_empty() == row.why.is_empty(), "{}: {why}", row.name);
    }
}

#[test]
fn the_verdict_agrees_with_how_each_thread_stands() {
    for (row, seed) in ROWS.iter().flat_map(|row| [(row, 1)]) {
        let verdict = verdict(row, seed);
        assert_eq!(verdict["verdict"], row.verdict, "{} with seed {seed}: {verdict}", row.name);
        let threads = verdict["threads"].as_array().expect("there are threads");
        for link in verdict["cycle"].as_array().expect("there is a list") {
            let thread = threads.iter().find(|thread| thread["name"] == link["thread"]).expect("it is one of them");
            assert_eq!(thread["status"], "blocked", "{}: {verdict}", row.name);
            assert_eq!((&thread["holds"], &thread["waits_for"]), (&link["holds"], &link["waits_for"]));
        }
    }
}

#[test]
fn the_scene_says_what_the_machine_says_at_every_step() {
    let signals = "import threading
bell, seats = threading.Semaphore(0), threading.Semaphore(2)
def cook():
    for _ in range(3): bell.release()
    seats.release()
def guest():
    for _ in range(3): bell.acquire()
    with seats: seats.acquire()
team = [threading.Thread(target=f) for f in (cook, guest)]
for t in team: t.start()
";
    let rows = ROWS.iter().map(whole).chain([signals.to_owned()]);
    for text in rows {
        let source = Arc::new(SourceText::new("program.py", &text));
        let program = Arc::new(compile(&source, &Library).expect("the program compiles"));
        let mut machine = Machine::new(program, 1 << 26);
        let (mut recorder, mut draws) = (Recorder::default(), Draws(7));
        machine.announce(&mut recorder);
        recorder.history_mut().begin_done();
        let mut playback = Playback::default();
        loop {
            let history = recorder.history();
            let scene = playback.at(history, history.tip());
            let told: Vec<ThreadId> = scene.deadlocks().flatten().map(|edge| edge.thread).collect();
            let known = machine.deadlocks().flat_map(|circle| circle.links.iter());
            assert_eq!(told, known.map(|link| link.thread).collect::<Vec<_>>(), "{text}");
            for (at, report) in machine.thread_reports().into_iter().enumerate() {
                let holds = &scene.threads[at].holds;
                let mut told: Vec<String> = holds.iter().map(|&id| machine.resource_name(id)).collect();
                let mut known = report.holds;
                told.sort();
                known.sort();
                assert_eq!(told, known, "{}: {text}", report.name);
            }
            // Daemons that are cut off wait for nothing any more.
            if !matches!(machine.end(), Some(End::Finished | End::Failed)) {
                assert_eq!(why(scene), why(&machine), "{text}");
            }
            let Some(choice) = step(&mut machine, &mut draws, &mut recorder) else { break };
            recorder.history_mut().commit(choice, machine.clock(), true);
        }
    }
}

#[test]
fn a_circle_that_is_undone_opens_and_goes_and_is_no_deadlock() {
    for row in &ROWS[..2] {
        let source = Arc::new(SourceText::new("program.py", whole(row)));
        let program = Arc::new(compile(&source, &Library).expect("the program compiles"));
        let mut session = Session::new(program, Settings::default());
        while session.forward() {}
        let history = session.history();
        let all = (0..=history.tip().0).flat_map(|step| history.events(StepIndex(step)));
        let told: Vec<&str> = all
            .filter_map(|event| match event.kind {
                EventKind::CircleClosed { circle: 0, .. } => Some("closed"),
                EventKind::CircleEdge { circle: 0, .. } => Some("edge"),
                EventKind::CircleBroken { circle: 0 } => Some("broken"),
                EventKind::Deadlock { .. } => Some("deadlock"),
                _ => None,
            })
            .collect();
        let edges = told.len() - 2;
        assert_eq!((told[0], told[edges + 1]), ("closed", "broken"), "{}: {told:?}", row.name);
        assert!(edges > 0 && told[1..=edges].iter().all(|word| *word == "edge"), "{}: {told:?}", row.name);
        let mut playback = Playback::default();
        let open = |at: u32, playback: &mut Playback| playback.at(history, StepIndex(at)).circles.len();
        let most = (0..=history.tip().0).map(|at| open(at, &mut playback)).max();
        assert_eq!((most, open(history.tip().0, &mut playback)), (Some(1), 0), "{}", row.name);
    }
}

/// Numbers that look like chance, always the same.
struct Draws(u64);

impl Draws {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below.max(1)
    }
}

/// Goes on at random; none if the machine cannot.
fn step(machine: &mut Machine, draws: &mut Draws, sink: &mut dyn Sink) -> Option<Choice> {
    let ways: Vec<Choosable> = machine.choosable().collect();
    let way = *ways.get(draws.next(ways.len()))?;
    let choice = way.choice(|| draws.next(1000) as u64);
    machine.step(choice, sink).expect("it was offered");
    Some(choice)
}

#[test]
fn what_is_called_a_deadlock_never_moves_again() {
    let mut closed = 0;
    for row in ROWS {
        let source = Arc::new(SourceText::new("program.py", whole(row)));
        let program = Arc::new(compile(&source, &Library).expect("the program compiles"));
        for seed in 0..40 {
            let mut draws = Draws(seed);
            let mut machine = Machine::new(Arc::clone(&program), 1 << 26);
            let mut members: Vec<(ThreadId, Status)> = Vec::new();
            for _ in 0..400 {
                if step(&mut machine, &mut draws, &mut Silence).is_none() {
                    break;
                }
                let now = machine.deadlocks().flat_map(|circle| circle.links.iter());
                let now: Vec<_> = now.map(|link| (link.thread, machine.status(link.thread))).collect();
                assert!(now.starts_with(&members), "{} with seed {seed}: {members:?}, then {now:?}", row.name);
                members = now;
            }
            closed += usize::from(!members.is_empty());
            let deadlock = machine.end() == Some(End::Deadlock);
            assert!(!deadlock || !members.is_empty(), "{} with seed {seed}", row.name);
            assert!(members.iter().all(|(_, status)| matches!(status, Status::Blocked { .. })), "{}", row.name);
        }
    }
    assert!(closed > 100, "so many closed: {closed}");
}
