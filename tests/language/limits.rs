//! Programs that would not end, and text that is no program: every one ends soon, with an exception of Python or a limit, and
//! none of them panics or overflows the stack of a thread with 2 MB, also in a debug build.

use std::{
    ops::ControlFlow,
    sync::Arc,
    time::{Duration, Instant},
};

use proptest::prelude::*;
use raddle::{
    compiler::{compile, highlight},
    event::{End, Silence},
    host::{Budget, Runner, Session, Settings},
    machine::{Choosable, Limit, Machine},
    schedule::Policy,
    source::SourceText,
    stdlib::Library,
};

use crate::support;

/// What a program came to.
#[derive(Debug)]
struct Ended {
    end: End,
    limit: Option<Limit>,
    output: String,
    errors: String,
}

/// Runs a program with little memory on a thread with little stack.
fn run(text: &str, budget: Budget) -> Ended {
    let text = text.to_owned();
    let run = move || {
        let program = support::compiled_text("limits.py", &text).expect("it compiles");
        let settings = Settings { memory: 24 << 20, ..Settings::default() };
        let mut runner = Runner::new(Machine::new(program, settings.memory), settings, Vec::new());
        let outcome = runner.run(budget, |_| ControlFlow::Continue(())).expect("no choices were given");
        let output = runner.machine().output();
        Ended { end: outcome.end, limit: outcome.limit, output: output.text(false), errors: output.text(true) }
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(run).expect("a thread starts");
    thread.join().expect("nothing panics")
}

const BUDGET: Budget = Budget { steps: 200_000, time: Some(Duration::from_secs(30)) };

/// The program ends by this limit.
fn check_limit(text: &str, limit: Limit) {
    let ended = run(text, BUDGET);
    assert_eq!((ended.end, ended.limit), (End::Limit, Some(limit)), "{text}\n{}", ended.errors);
}

/// The program ends by an exception whose last line begins like this.
fn check_raises(text: &str, line: &str) {
    let ended = run(text, BUDGET);
    let last = ended.errors.lines().last().unwrap_or_default();
    assert!(last.starts_with(line), "{text}\n{:?}\n{last}", ended.end);
}

/// The program prints this and nothing else.
fn check_prints(text: &str, output: &str) {
    let ended = run(text, BUDGET);
    assert_eq!((ended.end, ended.output.as_str()), (End::Finished, output), "{text}\n{}", ended.errors);
}

#[test]
fn an_endless_loop_ends_by_its_steps_or_its_time() {
    let steps = Budget { steps: 50, time: None };
    let time = Budget { steps: u64::MAX, time: Some(Duration::from_millis(50)) };
    let loops = [
        "while True: pass\n",
        "def f():\n    while True:\n        try:\n            raise ValueError\n        except ValueError:\n            pass\nf()\n",
        "import threading\nlock = threading.Lock()\nwhile True:\n    with lock: pass\n",
    ];
    for text in loops {
        assert_eq!(run(text, steps).limit, Some(Limit::Steps), "{text}");
        let start = Instant::now();
        assert_eq!(run(text, time).limit, Some(Limit::Time), "{text}");
        assert!(start.elapsed() < Duration::from_mins(1), "{text}");
    }
}

#[test]
fn recursion_that_is_caught_again_and_again_ends_by_a_limit() {
    let text = "def f():\n    try:\n        f()\n    except RecursionError:\n        f()\nf()\n";
    let start = Instant::now();
    let ended = run(text, Budget { steps: u64::MAX, time: Some(Duration::from_millis(50)) });
    assert!(matches!(ended.limit, Some(Limit::Time | Limit::Memory)), "{ended:?}");
    assert!(start.elapsed() < Duration::from_mins(1));
}

#[test]
fn endless_recursion_is_a_recursion_error() {
    let ways = [
        "def f(): return f()\nf()\n",
        "def f(*a): return f(*a)\nf(1)\n",
        "class A:\n    def __init__(self): A()\nA()\n",
        "class A:\n    def __getattr__(self, name): return self.x\nA().y\n",
        "class A:\n    def __call__(self): return self()\nA()()\n",
        "class A:\n    @property\n    def p(self): return self.p\nA().p\n",
        "def g():\n    for x in g(): yield x\nfor x in g(): pass\n",
        "def g():\n    yield from g()\nfor x in g(): pass\n",
        "f = lambda: f()\nf()\n",
    ];
    for text in ways {
        check_raises(text, "RecursionError: maximum recursion depth exceeded");
    }
}

#[test]
fn recursion_is_as_deep_as_in_cpython() {
    let text = "def depth(n):\n    try:\n        return depth(n + 1)\n    except RecursionError:\n        return n\nprint(depth(1) > 900)\n";
    check_prints(text, "True\n");
}

#[test]
fn a_program_that_eats_the_memory_is_stopped() {
    let hungry = [
        "x = []\nwhile True:\n    x.append('abc' * 1000)\n",
        "x = [1]\nwhile True:\n    x = x + x\n",
        "x = 'a'\nwhile True:\n    x += x\n",
        "x = (1,)\nwhile True:\n    x = x * 2\n",
        "x = b'a'\nwhile True:\n    x += x\n",
        "d = {}\nn = 0\nwhile True:\n    d[n] = n\n    n += 1\n",
        "d = set()\nn = 0\nwhile True:\n    d.add(n)\n    n += 1\n",
        "x = []\nwhile True:\n    x = [x, x]\n",
        "class A: pass\nx = None\nwhile True:\n    a = A()\n    a.x = x\n    x = a\n",
        "def f(*a): return f(*a, *a)\nf(1, 2)\n",
        "x = 'a' * 10**12\n",
        "x = [0] * 10**12\n",
        "x = (0,) * 10**12\n",
        "x = b'a' * 10**12\n",
        "x = list(range(10**12))\n",
        "x = tuple(range(10**12))\n",
        "x = set(range(10**12))\n",
        "a, *b = range(10**12)\n",
        "x = [*range(10**12)]\n",
        // Little room is left for what queues hold.
        "import queue\nq = queue.Queue()\nx = b'x' * 22_000_000\nwhile True: q.put(1)\n",
        "import queue\nq = queue.SimpleQueue()\nx = b'x' * 22_000_000\nwhile True: q.put(None)\n",
        "import queue\nq = queue.Queue()\nx = b'x' * 22_000_000\nwhile True: q.queue.append(1)\n",
    ];
    for text in hungry {
        check_limit(text, Limit::Memory);
    }
}

/// What is taken apart takes far more room than the whole: that is reckoned before it is done.
#[test]
fn what_a_text_is_taken_apart_into_has_to_fit() {
    let wholes = ["t = 'x' * 2_000_000\n", "t = b'x' * 2_000_000\n"];
    let parts = [
        "list(t)",
        "set(t)",
        "sorted(t)",
        "[*t]",
        "print(*t)",
        "(lambda *a: a)(*t)",
        "l = []\nl.extend(t)",
        "l = []\nl[:] = t",
        "t.split(t[:1])",
    ];
    for (whole, part) in wholes.iter().flat_map(|whole| parts.map(|part| (whole, part))) {
        check_limit(&format!("{whole}{part}\n"), Limit::Memory);
    }
    check_limit("t = '\\n' * 4_000_000\nt.splitlines()\n", Limit::Memory);
    check_limit("t = 'x ' * 2_000_000\nt.split()\n", Limit::Memory);
    // What has few parts may be large.
    check_prints("t = 'x' * 4_000_000\nprint(len(t.split('y')), len(t.split()), len(t.splitlines()))\n", "1 1 1\n");
    check_prints("t = 'xy' * 2_000_000\nprint(len(t.split('x', 3)), len(t.encode().hex()))\n", "4 8000000\n");
}

#[test]
fn what_goes_through_a_queue_is_not_kept() {
    let text = "import queue\nq = queue.Queue()\nx = b'x' * 21_000_000\nfor n in range(150_000):\n    q.put(n)\n    q.get()\nprint(q.qsize())\n";
    let ended = run(text, Budget { steps: u64::MAX, ..BUDGET });
    assert_eq!((ended.end, ended.output.as_str()), (End::Finished, "0\n"), "{}", ended.errors);
}

#[test]
fn a_number_that_is_too_large_is_refused_before_it_is_made() {
    for text in ["10**10**8", "2**(10**9)", "1 << 10**12", "(10**1000) ** (10**1000)", "-7 ** 10**10"] {
        check_raises(&format!("x = {text}\n"), "MemoryError: integer too large for raddle");
    }
    check_raises("x = 3\nwhile True:\n    x = x * x\n", "MemoryError: integer too large for raddle");
    check_raises("x = 2.0 ** 10**10\n", "OverflowError");
    // What no address space could hold is a MemoryError in CPython, too.
    for (text, error) in [
        ("'ab' * (2**62)", "OverflowError: repeated string is too long"),
        ("b'ab' * 2**62", "OverflowError: repeated bytes are too long"),
        ("[1] * 2**62", "MemoryError"),
        ("(1,) * 2**61", "MemoryError"),
    ] {
        check_raises(&format!("x = {text}\n"), error);
    }
}

#[test]
fn the_clock_stands_still_after_a_century_and_a_half() {
    check_prints(
        "import time\nfor n in range(4):\n    time.sleep(9e9)\nprint(time.monotonic_ns() == time.monotonic_ns() == 2 ** 62)\n",
        "True\n",
    );
    let waits =
        "import threading\nevent = threading.Event()\nfor n in range(4):\n    event.wait(9e9)\nprint(event.is_set())\n";
    check_prints(waits, "False\n");
}

#[test]
fn garbage_is_no_reason_to_stop() {
    check_prints("for n in range(3000):\n    x = [0] * 10_000\nprint('done')\n", "done\n");
    // Most of the memory is in use, and not garbage.
    check_prints("x = b'x' * 18_000_000\nfor n in range(1000):\n    y = [0] * 10_000\nprint('done')\n", "done\n");
    check_prints(
        "def f():\n    x = []\n    x.append(x)\n    return x\nfor n in range(20_000):\n    f()\nprint('done')\n",
        "done\n",
    );
}

#[test]
fn a_program_that_prints_for_ever_is_stopped() {
    let ended = run("while True:\n    print('x' * 1_000_000)\n", BUDGET);
    assert_eq!(ended.limit, Some(Limit::Output));
}

const TEN_THOUSAND: &str = "\
import threading
EVENT
for n in range(10_000):
    thread = threading.Thread(target=TARGET)
    thread.start()
    AFTER
print('done')
";

#[test]
fn ten_thousand_threads_are_too_many_at_once_and_none_too_many_in_turn() {
    let at_once = TEN_THOUSAND.replace("EVENT", "event = threading.Event()").replace("TARGET", "event.wait");
    check_limit(&at_once.replace("AFTER", "pass"), Limit::Threads);
    let in_turn = TEN_THOUSAND.replace("EVENT", "").replace("TARGET", "lambda: None").replace("AFTER", "thread.join()");
    check_prints(&in_turn, "done\n");
}

#[test]
fn hundreds_of_threads_may_wait_for_one_lock() {
    let text = "\
import threading
lock = threading.Lock()
count = 0
def work():
    global count
    with lock:
        count += 1
lock.acquire()
threads = [threading.Thread(target=work) for _ in range(400)]
for thread in threads: thread.start()
lock.release()
for thread in threads: thread.join()
print(count)
";
    check_prints(text, "400\n");
}

/// Values nested thousands deep, and what is done to two of them.
#[test]
fn values_nested_deep_are_no_danger() {
    let makers = ["[X]", "(X,)", "{1: X}", "{'a': [X]}", "frozenset({X})", "ValueError(X)"];
    let uses = [
        "print(x)",
        "f'{x}{x!r}'",
        "str(x)",
        "x == y",
        "x != y",
        "x < y",
        "x in [y]",
        "{x: 1}[y]",
        "{x, y}",
        "'%s' % (x,)",
        "[x].index(y)",
        "raise ValueError(x)",
    ];
    for maker in makers {
        for used in uses {
            let text = format!(
                "x = y = 0\nfor _ in range(6_000):\n    x = {}\n    y = {}\n{used}\nx = y = None\n",
                maker.replace('X', "x"),
                maker.replace('X', "y")
            );
            // What the library does with them may take long; that it can be stopped is all that counts here.
            let ended = run(&text, Budget { time: Some(Duration::from_millis(300)), ..BUDGET });
            assert!(matches!(ended.end, End::Finished | End::Failed | End::Limit), "{text}\n{ended:?}");
        }
    }
}

#[test]
fn values_that_are_wide_in_a_small_space_do_not_hang() {
    let uses = ["x == y", "f'{x!r}'", "{x: 1}", "x < y"];
    for (maker, start) in [("(x, x)", "(1,)"), ("[x, x]", "[1]")] {
        for used in uses {
            let other = maker.replace('x', "y");
            let text =
                format!("x = {start}\ny = {start}\nfor _ in range(60):\n    x = {maker}\n    y = {other}\n{used}\n");
            let budget = Budget { steps: 2_000, time: Some(Duration::from_millis(300)) };
            let start = Instant::now();
            run(&text, budget);
            assert!(start.elapsed() < Duration::from_mins(1), "{text}");
        }
    }
}

#[test]
fn chains_of_exceptions_are_printed_however_long() {
    let chain = "e = None\nfor n in range(20_000):\n    try:\n        raise ValueError(n) from e\n    except ValueError as err:\n        e = err\nraise e\n";
    check_raises(chain, "ValueError: 19999");
    let ring = "a, b = ValueError('a'), ValueError('b')\na.__context__ = b\nb.__context__ = a\ntry:\n    raise a\nexcept ValueError:\n    raise KeyError('c')\n";
    check_raises(ring, "KeyError: 'c'");
}

/// The words that the fuzzers make programs of.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "import threading\n", "lock = threading.Lock()\n", "def f(x):\n", "class A:\n", "    ", "        ", "\n", "\n",
    "with lock:\n", "return x\n", "yield ", "await ", "async ", "try:\n", "except ValueError as e:\n", "finally:\n",
    "else:\n", "elif x:\n", "if x:\n", "while x:\n", "for x in y:\n", "break\n", "continue\n", "pass\n", "raise ",
    "raise x from y\n", "lambda x: ", "global x\n", "nonlocal x\n", "del x\n", "assert x\n", "x", "y", "self.x",
    "x[0]", "x[1:2]", "f(x)", "f(*x, **y)", "f(x=1)", "1", "0", "-1", "2.5", "1e308", "10**20", "'a'", "b'a'",
    "f'{x}'", "f'{x!r:>5}'", "'''a", "None", "True", "...", "[", "]", "(", ")", "{", "}", ",", ":", ";", "=", "==",
    "+", "-", "*", "**", "/", "//", "%", "@", "<", ">", "<=", "!=", "->", ":=", "+=", "|", "&", "^", "~", "<<", ">>",
    " in ", " not in ", " is ", " and ", " or ", " not ", " if ", " else ", " for ", " from ", " as ", "*", "**", ".",
    "\\\n", "#", "\t", "é", "\u{0}", "\r", "match x:\n", "case 1:\n", "type X = int\n", "print(x)\n", "x = [1, 2]\n",
    "x += 1\n", "y = {1: x}\n", "threading.Thread(target=f, args=(1,)).start()\n", "lock.acquire()\n",
    "lock.release()\n", "x.append(y)\n", "x, y = y, x\n", "super()", "super().__init__()\n", "@f\n", "@property\n",
];

fn soup() -> impl Strategy<Value = String> {
    proptest::collection::vec(prop::sample::select(WORDS), 0..60).prop_map(|words| words.concat())
}

/// Pieces of programs that go together more often than words do.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "x = 1", "y = [x, x]", "x = f(y)", "print(x, y)", "x += y", "y[0] = x", "del y", "x = y[-1]", "x = {y: x}",
    "x = (y, *x)", "a, *b = y", "x = -x", "x = not y", "x = x if y else x", "x = [i for i in y]",
    "x = {i: i for i in y}", "x = lambda: x", "x = x()", "x.y = x", "x = x.y", "lock.acquire()", "lock.release()",
    "t = threading.Thread(target=f, args=(x,))", "t.start()", "t.join()", "raise x", "return x", "yield x",
    "x = yield", "break", "continue", "pass", "global x", "assert x, y", "x = x == y", "x = x < y", "x = x in y",
    "x = f'{x!r:>{y}}'", "x = '%s' % x", "x = x * 10**9", "x = x ** x", "x = x << 70", "import queue",
    "q = queue.Queue(x)", "q.put(y)", "x = q.get()", "c = threading.Condition()", "c.wait(x)", "c.notify()",
    "b = threading.Barrier(x)", "b.wait()", "s = threading.Semaphore(x)", "s.release()", "e = threading.Event()",
    "e.set()",
];

#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "def f(x=1, *a, **k):", "class A(x):", "class A:", "if x:", "else:", "while x:", "for x in y:",
    "for x in range(3):", "try:", "except Exception as y:", "except:", "finally:", "with lock:", "with x as y:",
    "def g(self):", "def __init__(self, x=0):", "def __eq__(self, o):", "def __repr__(self):",
];

/// Lines at random depths; often a program.
fn outline() -> impl Strategy<Value = String> {
    let line = (any::<bool>(), 0..LINES.len(), 0..OPENERS.len(), 0..4_usize);
    proptest::collection::vec(line, 1..40).prop_map(|lines| {
        let mut text = String::from("import threading\nlock = threading.Lock()\nx = 0\ny = [1, 2]\n");
        let mut depth = 0;
        let mut opened = false;
        for (opens, line, opener, out) in lines {
            depth = if opened { depth + 1 } else { depth - out.min(depth) };
            opened = opens && depth < 4;
            let words = if opened { OPENERS[opener] } else { LINES[line] };
            text.push_str(&"    ".repeat(depth));
            text.push_str(words);
            text.push('\n');
        }
        if opened {
            text.push_str(&"    ".repeat(depth + 1));
            text.push_str("pass\n");
        }
        text
    })
}

/// Compiles a text, and if it is a program, runs it for a while in several ways, back and forth.
fn try_out(text: &str, seed: u64) {
    let source = Arc::new(SourceText::new("fuzz.py", text));
    let tokens = highlight::tokens(&source);
    // Lines may end otherwise in it than in what was given.
    let known = source.text();
    assert!(tokens.iter().all(|(span, _)| known.get(span.range()).is_some()), "tokens lie in the text");
    let program = match compile(&source, &Library) {
        Ok(program) => Arc::new(program),
        Err(problems) => {
            assert!(!problems.is_empty(), "a refusal has a reason");
            assert!(
                problems.iter().all(|problem| known.get(problem.span.range()).is_some()),
                "and a place: {problems:?}"
            );
            return;
        }
    };
    let memory = 4 << 20;
    let settings = Settings { policy: Policy::Random, seed, memory, ..Settings::default() };
    let mut session = Session::new(Arc::clone(&program), settings);
    while session.cursor().0 < 25 && session.forward() {}
    while session.back() {}
    let mut machine = Machine::new(program, memory);
    for step in 0..40 {
        let options: Vec<Choosable> = machine.choosable().collect();
        let Some(option) = options.get((seed.wrapping_add(step) % 7) as usize % options.len().max(1)) else { break };
        machine.step(option.choice(|| seed), &mut Silence).expect("it was offered");
    }
}

#[test]
fn places_are_those_of_a_text_whose_lines_all_end_alike() {
    try_out("\r\né-1", 0);
    try_out("\r\nx = é é\r\n", 0);
}

/// The texts of real programs, to be damaged.
fn real_programs() -> Vec<String> {
    let folders = ["tests/concurrent", "tests/programs", "scenarios"];
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = folders.iter().map(|folder| root.join(folder)).filter(|folder| folder.exists());
    let files = folders.flat_map(|folder| support::python_files(&folder));
    files.map(|path| std::fs::read_to_string(path).expect("a test program can be read")).collect()
}

/// Numbers that are on the border of something.
const NUMBERS: [&str; 9] =
    ["-1", "0", "9e9", "1e300", "4294967295", "9223372036854775807", "18446744073709551615", "10**30", "float('nan')"];

/// A line with another number in the place of its first.
fn with_number(line: &str, number: &str) -> String {
    let Some(start) = line.find(|c: char| c.is_ascii_digit()) else { return line.to_owned() };
    let rest = line[start..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    format!("{}{number}{rest}", &line[..start])
}

/// Damages a text: words or lines are lost, doubled or swapped, numbers become others.
fn damaged(text: &str, wounds: &[(u8, usize, usize)]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for &(kind, a, b) in wounds {
        if lines.is_empty() {
            break;
        }
        let (a, b) = (a % lines.len(), b % lines.len());
        match kind % 7 {
            0 => _ = lines.remove(a),
            1 => lines.swap(a, b),
            2 => lines.insert(a, lines[b].clone()),
            3 => lines[a] = WORDS[b % WORDS.len()].to_owned() + &lines[a],
            4 => lines[a] = lines[a].chars().rev().collect(),
            5 => lines[a] = with_number(&lines[a], NUMBERS[b % NUMBERS.len()]),
            _ => {
                let half = lines[a].chars().count() / 2;
                lines[a] = lines[a].chars().take(half).collect::<String>() + &lines[b];
            }
        }
    }
    lines.join("\n") + "\n"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_thrown_together_are_a_program_or_are_refused(text in soup(), seed in 0..9_u64) {
        try_out(&text, seed);
    }

    #[test]
    fn lines_thrown_together_are_a_program_or_are_refused(text in outline(), seed in 0..9_u64) {
        try_out(&text, seed);
    }

    #[test]
    fn any_text_is_a_program_or_is_refused(text in "\\PC{0,80}", seed in 0..9_u64) {
        try_out(&text, seed);
    }

    #[test]
    fn damaged_programs_are_programs_or_are_refused(
        which in any::<prop::sample::Index>(),
        wounds in proptest::collection::vec((any::<u8>(), 0..500_usize, 0..500_usize), 1..6),
        seed in 0..9_u64,
    ) {
        let programs = real_programs();
        try_out(&damaged(&programs[which.index(programs.len())], &wounds), seed);
    }
}
