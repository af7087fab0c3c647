//! The exporters that tell: what they write is read by readers that are not ours, or by the rules of its format.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

const SCENARIOS: [&str; 8] =
    ["deadlock", "queue", "semaphore", "condition", "barrier", "rlock", "event", "lost_update"];

/// Names that would mean something to every format.
const ODD: &str = r#"
import threading, queue
names = ["a\"b", "<b>&amp;</b>", "new\nline", "锁🔒线程", "end", "x;y#z", "back\\slash", "[br]{a}|c|", "\x1b[31mred"]
locks = [threading.Lock() for _ in names]
q = queue.Queue(1)
gate = threading.Barrier(len(names))
def work(i):
    with locks[i]:
        gate.wait()
        print("odd \x1b[2J <i>\"" + names[i] + "\n; # end %% ---")
        with locks[(i + 1) % len(names)]:
            pass
for i, name in enumerate(names):
    threading.Thread(target=work, args=(i,), name=name).start()
q.put("\"<>\n;#")
q.put(1)
"#;

/// Two threads that wake each other for a long time.
const LONG: &str = "
import threading, queue
q = queue.Queue(3)
def work():
    for i in range(10000):
        q.put(i)
threading.Thread(target=work, daemon=True).start()
for i in range(10000):
    q.get()
";

struct Files(TempDir);

impl Files {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder can be made"))
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.path().join(name);
        fs::write(&path, text).expect("a file can be written");
        path.to_string_lossy().into_owned()
    }

    /// What is exported as a file of this name; the exporter has to be content.
    fn export(&self, target: &str, name: &str, more: &[&str]) -> (PathBuf, String) {
        let path = self.0.path().join(name);
        let output = raddle(&[&["export", target, "--force", "-o", &path.to_string_lossy()], more].concat());
        assert!(output.is_ok(), "{target} {name} {more:?}: {output:?}");
        let text = fs::read_to_string(&path).expect("what was exported is UTF-8");
        (path, text)
    }

    /// The scenarios and the odd and the long program, by name and target.
    fn targets(&self) -> Vec<(String, String)> {
        let own = [("odd", ODD), ("long", LONG)];
        let own = own.map(|(name, text)| (name.to_owned(), self.write(&format!("{name}.py"), text)));
        SCENARIOS.iter().map(|id| ((*id).to_owned(), (*id).to_owned())).chain(own).collect()
    }
}

/// Runs the program; what it complains about if it refuses.
fn raddle(arguments: &[&str]) -> Result<(), String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_raddle"));
    for name in ["LANG", "LC_ALL", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    let output = command.args(arguments).output().expect("the program can be run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(()) } else { Err(said) }
}

/// Runs a tool that may not be there; prints why it is skipped if it is not.
#[expect(clippy::print_stdout, reason = "a test that was skipped says so")]
fn tool(name: &str, arguments: &[&Path]) -> Option<(bool, String, String)> {
    match Command::new(name).args(arguments).output() {
        Ok(output) => {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            Some((output.status.success(), text(&output.stdout), text(&output.stderr)))
        }
        Err(error) => {
            println!("skipped: no {name} here ({error})");
            None
        }
    }
}

/// Only a newline is a control character that a text file has.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c == '\n' || !c.is_control())
}

#[test]
fn the_sentences_tell_the_deadlock_from_beginning_to_end() {
    let files = Files::new();
    let (_, text) = files.export("deadlock", "x.txt", &[]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "Two locks, opposite order");
    assert_eq!(lines[1], "The run of deadlock.py in sentences: 14 steps, 0.1 s of virtual time.");
    assert_eq!(lines[2], "Threads: 1 MainThread, 2 alice, 3 bob.");
    assert_eq!(lines[3], "Shared: pen (Lock), paper (Lock).");
    for part in [
        "\nStep 3, 80 µs: alice takes pen.\n",
        "alice prints “alice has the pen”.",
        "where alice is: She keeps the pen and asks for the paper.",
        "\nStep 12, 0.1 s: alice wants paper, bob holds it: blocked.\n",
        "Deadlock: bob wants pen, alice holds it; alice wants paper, bob holds it. None of them can ever go on.",
        "\nbob: blocked; wants pen, alice holds it; holds paper.\n",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    let (_, chinese) = files.export("deadlock", "zh.txt", &["--lang", "zh"]);
    assert!(
        chinese.contains("第 3 步，80 µs：alice 获得 pen。") && chinese.contains("它们谁也无法再继续。"),
        "{chinese}"
    );
}

#[test]
fn the_sentences_are_numbered_and_plain_for_every_program() {
    let files = Files::new();
    for (name, target) in files.targets() {
        for language in ["en", "zh"] {
            let (_, text) = files.export(&target, "x.txt", &["--lang", language]);
            assert!(is_plain(&text), "{name}");
            let step = if language == "en" { "Step " } else { "第 " };
            let mark = |line: &str| -> Option<u32> { line.strip_prefix(step)?.split([',', ' ']).next()?.parse().ok() };
            let numbers: Vec<u32> = text.lines().filter_map(mark).collect();
            assert!(numbers.len() > 10 && numbers.is_sorted_by(|a, b| a < b), "{name} {language}: {numbers:?}");
        }
    }
    let long = files.write("long.py", LONG);
    let (_, part) = files.export(&long, "part.txt", &["--steps", "100..110"]);
    assert!(
        part.contains("Told are steps 100 to 110.") && part.contains("The run has not ended at step 110."),
        "{part}"
    );
}

#[test]
fn a_thread_that_prints_several_lines_or_to_stderr_is_told_apart() {
    let files = Files::new();
    let text = "import sys\nprint('one\\ntwo')\nprint('bad', file=sys.stderr)\nraise ValueError('no')\n";
    let (_, told) = files.export(&files.write("x.py", text), "x.txt", &[]);
    assert!(told.contains("MainThread prints “one”, “two”."), "{told}");
    assert!(told.contains("MainThread prints to stderr “bad”."), "{told}");
    assert!(told.contains("MainThread died: ValueError: no") && told.contains("The program has failed."), "{told}");
}

#[test]
fn a_trace_is_well_formed_by_an_independent_checker() {
    let checker = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers/chrome_trace.py");
    let files = Files::new();
    let mut parts: Vec<(String, Vec<&str>)> = files.targets().into_iter().map(|(_, target)| (target, vec![])).collect();
    let odd = files.write("odd.py", ODD);
    parts.extend(["0..2", "2..2", "5..9", "..12"].map(|steps| ("deadlock".to_owned(), vec!["--steps", steps])));
    parts.push((odd, vec!["--steps", "30..", "--lang", "zh"]));
    for (target, more) in parts {
        let (path, _) = files.export(&target, "x.json", &more);
        let Some((fine, found, problem)) = tool("python3", &[&checker, &path]) else { return };
        assert!(fine, "{target} {more:?}: {problem}");
        let found: Value = serde_json::from_str(&found).expect("the checker prints JSON");
        assert_eq!(found["wrong"], serde_json::json!([]), "{target} {more:?}");
        assert!(found["slices"].as_u64() > Some(0), "{target} {more:?}: {found}");
    }
}

/// The events of a trace that have this phase.
fn of_phase<'e>(events: &'e [Value], phase: &str) -> Vec<&'e Value> {
    events.iter().filter(|event| event["ph"] == phase).collect()
}

#[test]
fn a_trace_shows_threads_locks_wakes_and_numbers() {
    let files = Files::new();
    let trace = |target: &str| -> Vec<Value> {
        let (_, text) = files.export(target, "x.json", &[]);
        let trace: Value = serde_json::from_str(&text).expect("it is JSON");
        trace["traceEvents"].as_array().expect("there are events").clone()
    };
    let events = trace("deadlock");
    let names: BTreeMap<u64, &str> = of_phase(&events, "M")
        .into_iter()
        .filter(|event| event["name"] == "thread_name")
        .map(|event| (event["tid"].as_u64().unwrap_or(0), event["args"]["name"].as_str().unwrap_or_default()))
        .collect();
    let tracks: Vec<&str> = names.values().copied().collect();
    assert_eq!(tracks, ["1 MainThread", "2 alice", "3 bob", "pen (Lock)", "paper (Lock)"]);
    let slices: BTreeSet<(&str, &str)> = of_phase(&events, "B")
        .into_iter()
        .map(|event| (names[&event["tid"].as_u64().unwrap_or(0)], event["name"].as_str().unwrap_or_default()))
        .collect();
    for slice in [
        ("2 alice", "take pen"),
        ("2 alice", "sleeping"),
        ("2 alice", "wants paper, bob holds it"),
        ("3 bob", "wants pen, alice holds it"),
        ("1 MainThread", "joins alice"),
        ("pen (Lock)", "2 alice"),
        ("paper (Lock)", "3 bob"),
    ] {
        assert!(slices.contains(&slice), "{slice:?} is missing in {slices:#?}");
    }
    let instants: Vec<&str> = of_phase(&events, "i").into_iter().filter_map(|event| event["name"].as_str()).collect();
    assert!(instants.iter().any(|name| name.starts_with("Deadlock: bob wants")), "{instants:?}");
    assert!(instants.contains(&"alice prints \"alice has the pen\""), "{instants:?}");

    let queue = trace("queue");
    let most = of_phase(&queue, "C").into_iter().filter_map(|event| event["args"]["value"].as_u64()).max();
    assert_eq!(most, Some(2), "the shelf has two places");
    assert!(of_phase(&queue, "s").len() > 5, "getting wakes who puts");
    let semaphore = trace("semaphore");
    assert_eq!(of_phase(&semaphore, "b").len(), 5, "each of five cars parks once");
}

#[test]
fn graphs_are_read_and_drawn_by_graphviz() {
    let files = Files::new();
    for (name, target) in files.targets() {
        for more in [vec![], vec!["--lang", "zh"], vec!["--step", "0"], vec!["--step", "12"]] {
            let (path, text) = files.export(&target, "x.dot", &more);
            assert!(is_plain(&text), "{name}");
            let Some((fine, svg, problem)) = tool("dot", &[Path::new("-Tsvg"), &path]) else { return };
            assert!(fine, "{name} {more:?}: {problem}\n{text}");
            assert!(svg.contains("</svg>"), "{name} {more:?}");
            if name == "odd" && more.is_empty() {
                for label in [
                    "a&quot;b",
                    "3 &lt;b&gt;&amp;amp;&lt;/b&gt;",
                    "4 new\\nline",
                    "锁🔒线程",
                    "back\\slash",
                    "[br]{a}|c|",
                ] {
                    assert!(svg.contains(label), "{label} is not drawn as it is in\n{svg}");
                }
            }
        }
    }
}

#[test]
fn the_graph_is_that_of_the_deadlock_unless_a_step_is_named() {
    let files = Files::new();
    let (_, text) = files.export("deadlock", "x.dot", &[]);
    assert!(text.contains("Two locks, opposite order: step 14, 0.1 s"), "{text}");
    for edge in ["t2 -> r2", "t3 -> r1", "r1 -> t2", "r2 -> t3"] {
        let line =
            text.lines().find(|line| line.contains(edge)).unwrap_or_else(|| panic!("{edge} is missing in\n{text}"));
        assert!(line.contains("penwidth=3") && line.contains("bold"), "{line}");
    }
    let outside = text.lines().find(|line| line.contains("t1 -> t2")).expect("the main thread waits, too");
    assert!(outside.contains("dashed") && !outside.contains("bold"), "{outside}");
    let (_, early) = files.export("deadlock", "x.dot", &["--step", "4"]);
    assert!(early.contains("step 4,") && early.contains("r1 -> t2") && !early.contains("penwidth"), "{early}");
    let (_, waits) = files.export("queue", "x.dot", &["--steps", "..32"]);
    assert!(waits.contains("step 32,") && waits.contains("wants room"), "{waits}");
    let answer = raddle(&["export", "deadlock", "-o", "/tmp/never-written.dot", "--step", "99"]);
    assert!(answer.is_err_and(|said| said.contains("no such steps")));
}

#[test]
fn a_trace_of_one_step_is_refused() {
    let answer = raddle(&["export", "deadlock", "-o", "/tmp/never-written.json", "--step", "3"]);
    assert!(answer.is_err_and(|said| said.contains("--steps A..B")));
}

/// The id at the start, and what comes behind it.
fn id(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// What may stand in a text: what Mermaid, Markdown and HTML take for themselves is written as a number.
fn assert_safe(text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('#') {
        let end = rest[at..].find(';').unwrap_or_else(|| panic!("a bare # in {text}"));
        assert!(rest[at + 1..at + end].parse::<u32>().is_ok(), "{text}");
        rest = &rest[at + end + 1..];
    }
    let without: String = text
        .split('#')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once(';').map_or("", |(_, rest)| rest) })
        .collect();
    let bare = without.find(['"', '<', '>', ';', '`', '{', '}', '[', ']', '|', '\\', '&', '%', '_', '*']);
    assert_eq!(bare, None, "{text}");
}

/// Reads a sequence diagram by the grammar's rules; returns its participants and messages.
fn sequence(text: &str) -> (BTreeSet<String>, Vec<(String, String, String)>) {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("sequenceDiagram"));
    let (mut known, mut messages) = (BTreeSet::new(), Vec::new());
    for line in lines {
        let line = line.strip_prefix("    ").unwrap_or_else(|| panic!("not indented: {line}"));
        if let Some(title) = line.strip_prefix("title ") {
            assert_safe(title);
        } else if let Some(declared) = line.strip_prefix("actor ").or_else(|| line.strip_prefix("participant ")) {
            let (id, label) = declared.split_once(" as ").expect("a participant has a label");
            assert_safe(label);
            assert!(known.insert(id.to_owned()), "{id} is declared twice");
        } else if let Some(note) = line.strip_prefix("Note over ") {
            let (over, words) = note.split_once(": ").expect("a note has words");
            assert!(over.split(',').all(|id| known.contains(id)), "{line}");
            assert_safe(words);
        } else {
            let (from, rest) = id(line).unwrap_or_else(|| panic!("{line}"));
            let (arrow, rest) = ["-->>", "->>", "--)"]
                .iter()
                .find_map(|arrow| Some((*arrow, rest.strip_prefix(arrow)?)))
                .unwrap_or_else(|| panic!("no arrow in {line}"));
            let (to, words) = id(rest).unwrap_or_else(|| panic!("{line}"));
            assert!(known.contains(from) && known.contains(to) && !arrow.is_empty(), "{line}");
            let words = words.strip_prefix(": ").expect("a message has words");
            assert_safe(words);
            messages.push((from.to_owned(), to.to_owned(), words.to_owned()));
        }
    }
    (known, messages)
}

#[test]
fn a_run_is_a_sequence_diagram() {
    let files = Files::new();
    for (name, target) in files.targets() {
        for language in ["en", "zh"] {
            let (_, text) = files.export(&target, "x.mmd", &["--lang", language]);
            assert!(is_plain(&text) && text.chars().count() < 50_000, "{name}: Mermaid draws no more than 50,000");
            let (known, messages) = sequence(&text);
            assert!(known.contains("t1") && messages.len() > 4, "{name}");
            assert_eq!(name == "long" && language == "en", text.contains("Cut off after step"), "{name} {language}");
        }
    }
    let (_, text) = files.export("deadlock", "x.mmd", &[]);
    let (_, messages) = sequence(&text);
    let has = |from: &str, to: &str, words: &str| messages.contains(&(from.into(), to.into(), words.into()));
    assert!(has("t1", "t2", "starts") && has("t2", "r1", "takes") && has("t2", "r2", "wants"), "{text}");
    assert!(text.contains("Note over t1,r2: Deadlock: bob wants pen, alice holds it"), "{text}");
    assert!(text.contains("Note over t2: prints “alice has the pen”"), "{text}");
}

#[test]
fn a_step_is_a_flowchart() {
    let files = Files::new();
    for (name, target) in files.targets() {
        for step in ["0", "12", "14"] {
            let (_, text) = files.export(&target, "x.mmd", &["--step", step]);
            let mut lines = text.lines();
            assert_eq!(lines.next(), Some("---"));
            let title = lines.next().and_then(|line| line.strip_prefix("title: ")).expect("there is a title");
            assert!(serde_json::from_str::<String>(title).is_ok_and(|title| title.contains(&format!("step {step}"))));
            assert_eq!((lines.next(), lines.next()), (Some("---"), Some("flowchart TB")));
            let mut known = BTreeSet::new();
            for line in lines.map(str::trim_start).filter(|line| !line.starts_with("classDef ")) {
                if let Some(words) = line.strip_prefix("accDescr: ") {
                    assert_safe(words);
                } else if let Some((from, rest)) = line.split_once(' ').filter(|(from, _)| known.contains(*from)) {
                    let parts: Vec<&str> = rest.split('|').collect();
                    assert!(["-.->", "-->", "==>"].contains(&parts[0]) && parts.len() == 3, "{from} {line}");
                    assert_safe(parts[1].trim_matches('"'));
                    assert!(known.contains(parts[2].trim_start()), "{line}");
                } else {
                    let (node, rest) = id(line).unwrap_or_else(|| panic!("{name}: {line}"));
                    let label = rest.split('"').nth(1).unwrap_or_else(|| panic!("{name}: {line}"));
                    assert_safe(label);
                    known.insert(node);
                }
            }
            assert!(!known.is_empty(), "{name}: something is drawn");
        }
    }
    let (_, text) = files.export("deadlock", "x.mmd", &["--step", "14"]);
    assert!(text.contains("t2 ==>|\"⚠ wants\"| r2") && text.contains("t1 -.->|\"joins\"| t2"), "{text}");
}
