//! `raddle check`: the real program on small programs and wrong inputs. What a search finds is tested in `tests/search/report.rs`.

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
};

use raddle::host::{Extent, Recording};
use serde_json::{Value, json};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

use crate::support::command::{Answer, program};

/// Two threads take two locks in opposite order.
const DEADLOCK: &str = "import threading\na = threading.Lock()\nb = threading.Lock()\n\ndef one():\n    with a:\n        \
                        with b:\n            pass\n\ndef two():\n    with b:\n        with a:\n            pass\n\n\
                        ts = [threading.Thread(target=one), threading.Thread(target=two)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n";

/// Two threads add to one number without a lock.
const LOST: &str = "import threading\nn = 0\n\ndef add():\n    global n\n    n += 1\n\n\
                    ts = [threading.Thread(target=add) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n)\n";

/// The same, but each under a lock.
const LOCKED: &str = "import threading\nn = 0\nlock = threading.Lock()\n\ndef add():\n    global n\n    with lock:\n        n += 1\n\n\
                      ts = [threading.Thread(target=add) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n)\n";

/// A thread divides by zero if it comes first.
const FAILS: &str = "import threading\nn = 0\nlock = threading.Lock()\n\ndef divide():\n    with lock:\n        1 // n\n\ndef add():\n    \
                     global n\n    with lock:\n        n += 1\n\nthreading.Thread(target=divide, name='d').start()\n\
                     threading.Thread(target=add, name='a').start()\n";

/// More states than anybody waits for.
const LARGE: &str = "import threading\nn = [0] * 6\n\ndef work(i):\n    for k in range(30):\n        n[(i + k) % 6] += 1\n\n\
                     for i in range(5):\n    threading.Thread(target=work, args=(i,)).start()\n";

/// A folder that goes away, in which the program runs.
struct Folder(TempDir);

impl Folder {
    /// With these programs in it.
    fn with(programs: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().expect("a folder can be made"));
        for (name, text) in programs {
            fs::write(folder.path(name), text).expect("a file can be written");
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program(&[&["check"], arguments].concat());
        command.current_dir(self.0.path());
        command
    }

    fn check(&self, arguments: &[&str]) -> Answer {
        self.command(arguments).output().expect("the program can be run").into()
    }
}

fn check_text(text: &str, arguments: &[&str]) -> Answer {
    Folder::with(&[("x.py", text)]).check(&[&["x.py"], arguments].concat())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is an array"))
}

fn names(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("it is an object").keys().map(String::as_str).collect()
}

#[test]
fn the_json_is_that_of_the_contract() {
    let answer = check_text(DEADLOCK, &["--json"]);
    assert_eq!((answer.code, answer.err.as_str()), (3, ""));
    let report = answer.json();
    let own = "target complete left_out states transitions seconds interleavings outcomes_total outcomes races guards lock_order params";
    assert_eq!(names(&report), own.split(' ').collect());
    assert_eq!(
        (&report["target"], &report["complete"], &report["left_out"]),
        (&json!("x.py"), &json!(true), &json!([]))
    );
    assert!(report["states"].as_u64() > Some(0) && report["transitions"].as_u64() > Some(0));
    assert!(report["seconds"].as_f64() > Some(0.0));
    assert_eq!(names(&report["interleavings"]), ["all", "bad", "distinct", "exact"].into());
    assert_eq!(report["outcomes_total"], json!(2));
    let outcomes = list(&report["outcomes"]);
    let kinds: Vec<&Value> = outcomes.iter().map(|outcome| &outcome["kind"]).collect();
    assert_eq!(kinds, ["deadlock", "finished"]);
    for outcome in outcomes {
        let own = "kind output globals threads cycle exceptions why witness";
        assert_eq!(names(outcome), own.split(' ').collect());
        let witness = &outcome["witness"];
        assert_eq!(names(witness), ["choices", "proved", "schedule", "steps", "switches"].into());
        let choices: Vec<&str> =
            list(&witness["choices"]).iter().map(|choice| choice.as_str().expect("a word")).collect();
        assert_eq!(witness["steps"], json!(choices.len()));
        let switches = choices.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert_eq!(witness["switches"], json!(switches), "nobody sleeps here: another word is another thread");
    }
    let cycle = list(&outcomes[0]["cycle"]);
    assert_eq!(cycle.iter().map(|link| link["waits_for"].as_str()).collect::<BTreeSet<_>>().len(), 2);
    assert!(outcomes[0]["why"].as_str().is_some_and(|why| why.contains("wants")), "{}", outcomes[0]);
    assert_eq!(list(&report["lock_order"]).len(), 1);
    let steps = list(&report["lock_order"][0]["steps"]);
    assert_eq!(
        steps.iter().map(|step| (&step["holds"], &step["wants"])).collect::<Vec<_>>(),
        [(&json!("a"), &json!("b")), (&json!("b"), &json!("a"))]
    );
}

#[test]
fn races_guards_and_values_are_told() {
    let answer = check_text(LOST, &["--json"]);
    let report = answer.json();
    assert_eq!(answer.code, 1, "{report}");
    let ends: BTreeSet<(String, u64)> = list(&report["outcomes"])
        .iter()
        .map(|outcome| {
            let output = outcome["output"].as_str().expect("a text").to_owned();
            (output, outcome["globals"]["n"].as_u64().expect("a number"))
        })
        .collect();
    assert_eq!(ends, [("1\n".to_owned(), 1), ("2\n".to_owned(), 2)].into());
    let races = list(&report["races"]);
    assert!(!races.is_empty());
    for race in races {
        assert_eq!((&race["variable"], &race["ordered_by"]), (&json!("n"), &Value::Null));
        let kinds: Vec<&str> = list(&race["accesses"]).iter().filter_map(|access| access["kind"].as_str()).collect();
        assert!(kinds.len() == 2 && kinds.contains(&"write"), "{race}");
        assert!(
            list(&race["accesses"]).iter().all(|access| access["line"] == 6 && access["text"] == "n += 1"),
            "{race}"
        );
    }
    let locked = check_text(LOCKED, &["--json"]);
    let report = locked.json();
    assert_eq!((locked.code, &report["races"]), (0, &json!([])));
    let guard = list(&report["guards"]).iter().find(|guard| guard["variable"] == "n");
    assert_eq!(guard.map(|guard| &guard["locks"]), Some(&json!(["lock"])), "{report}");
}

#[test]
fn the_worst_that_can_happen_decides_the_exit_code() {
    let stuck = "import threading\nthreading.Event().wait()\n";
    for (text, arguments, code) in [
        ("print(1)\n", &[][..], 0),
        (LOCKED, &[], 0),
        (LOST, &[], 1),
        (FAILS, &[], 1),
        ("import sys\nsys.exit(7)\n", &[], 1),
        (DEADLOCK, &[], 3),
        (DEADLOCK, &["--max-states", "100000"], 3),
        (stuck, &[], 3),
        (LOCKED, &["--max-states", "2"], 4),
        (LOCKED, &["--preemptions", "0"], 4),
        (LARGE, &["--max-states", "50"][..], 1),
    ] {
        for form in [&[][..], &["--json"], &["--format", "junit"], &["--format", "sarif"]] {
            let answer = check_text(text, &[arguments, form].concat());
            assert_eq!(answer.code, code, "{text}{arguments:?}{form:?}\n{}{}", answer.out, answer.err);
            assert_eq!(answer.err, "", "{text}");
        }
    }
}

#[test]
fn what_was_left_out_is_said() {
    let three = LOST.replace("range(2)", "range(3)");
    for (text, arguments, said) in [
        (LARGE, &["--max-states", "3"][..], "--max-states"),
        (&three, &["--preemptions", "0"], "is left for another"),
        (&three, &["--preemptions", "1"], "more than 1 preemption"),
        (LARGE, &["--max-seconds", "0.1"], "--max-seconds"),
    ] {
        let answer = check_text(text, arguments);
        assert!(answer.out.starts_with("Not everything was searched: "), "{answer:?}");
        assert!(
            answer.out.lines().any(|line| line.trim_start().starts_with("Left out: ") && line.contains(said)),
            "{answer:?}"
        );
        let report = check_text(text, &[arguments, &["--json", "--lang", "zh"]].concat()).json();
        assert_eq!(report["complete"], false);
        assert!(
            list(&report["left_out"]).iter().any(|left| left.as_str().is_some_and(|left| left.contains(said))),
            "{report}"
        );
    }
}

#[test]
fn the_page_fits_a_terminal_and_its_commands_work() {
    let folder = Folder::with(&[("my program.py", DEADLOCK), ("lost.py", LOST), ("fails.py", FAILS)]);
    for (language, verdict) in [("en", "Every interleaving was searched: "), ("zh", "所有交错都搜索过了：")] {
        for program in ["my program.py", "lost.py", "fails.py", "queue", "philosophers", "flag_is_no_lock"] {
            let page = folder.check(&[program, "--lang", language]).out;
            assert!(page.starts_with(verdict), "{page}");
            assert!(page.lines().all(|line| line.width() <= 80 && line.trim_end() == line), "{page}");
            assert!(!page.contains("check-") && !page.contains('\x1b'), "a text is missing:\n{page}");
        }
        let page = folder.check(&["my program.py", "--lang", language]).out;
        let commands: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("  raddle ")).collect();
        assert_eq!(commands.len(), 1, "{page}");
        let schedule = commands[0].strip_prefix("'my program.py' --choices ").expect("it leads to the stage");
        let mut run = program(&["run", "my program.py", "--choices", schedule]);
        assert_eq!(
            run.current_dir(folder.0.path()).output().expect("it can be run").status.code(),
            Some(3),
            "{schedule}"
        );
    }
    let page = folder.check(&["last_seat"]).out;
    assert!(page.contains("✗  wrong result") && page.contains("✓  finished"), "{page}");
    let page = folder.check(&["my program.py", "--color", "always"]).out;
    assert!(page.contains("\x1b[1;31m✗\x1b[0m") && page.contains("\x1b[1;32m✓\x1b[0m"), "{page}");
    let page = folder.check(&["my program.py"]).out;
    assert!(
        page.contains("✗  deadlock") && page.contains("✓  finished") && page.contains("inconsistent order"),
        "{page}"
    );
    let page = folder.check(&["fails.py"]).out;
    assert!(page.contains("d died: ZeroDivisionError") && page.contains("lock guards n"), "{page}");
    let page = folder.check(&["lost.py"]).out;
    assert!(page.contains("n: Thread-") && page.contains("in line 6 while"), "{page}");
}

#[test]
fn the_worst_way_is_saved_and_ends_as_was_reported() {
    let folder = Folder::with(&[("d.py", DEADLOCK), ("f.py", FAILS), ("fine.py", LOCKED), ("spin.py", SPIN)]);
    for (program, end) in [
        ("d.py", "deadlock"),
        ("f.py", "finished"),
        ("fine.py", "finished"),
        ("spin.py", "limit"),
        ("philosophers", "deadlock"),
    ] {
        let file = folder.path("worst.raddle");
        let answer = folder.check(&[program, "--json", "--save", "worst.raddle", "--force"]);
        let report = answer.json();
        let recording = Recording::open(&file).unwrap_or_else(|error| panic!("{program}: {error:?}"));
        assert_eq!(
            (recording.extent, recording.end.map(raddle::event::End::name)),
            (Extent::Whole, Some(end)),
            "{program}"
        );
        let tip = recording.history.tip();
        let choices: Vec<String> = recording.history.choices(tip).map(|choice| choice.to_string()).collect();
        let witnesses: Vec<&Value> =
            list(&report["outcomes"]).iter().map(|outcome| &outcome["witness"]["choices"]).collect();
        assert!(witnesses.contains(&&json!(choices)), "{program}: {choices:?}");
        fs::write(folder.path("choices"), choices.join(" ")).expect("a file can be written");
    }
    let saved = folder.check(&["d.py", "--save", "other.raddle"]);
    assert!(saved.out.trim_end().ends_with("raddle replay other.raddle"), "{saved:?}");
    let again = folder.check(&["d.py", "--save", "other.raddle"]);
    assert!(again.code == 2 && again.out.is_empty() && again.err.contains("--force"), "{again:?}");
    let over = folder.check(&["d.py", "--save", "d.py", "--force"]);
    assert!(over.code == 2 && fs::read_to_string(folder.path("d.py")).is_ok_and(|text| text == DEADLOCK), "{over:?}");
    let nowhere = folder.check(&["d.py", "--save", "no/such/folder.raddle"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("cannot be written"), "{nowhere:?}");
    assert!(folder.check(&["d.py", "--force"]).code == 2);
    let parts = fs::read_dir(folder.0.path()).expect("it is a folder").flatten();
    assert!(
        parts.into_iter().all(|entry| !entry.file_name().to_string_lossy().starts_with('.')),
        "nothing is left behind"
    );
}

/// A thread that waits for another by looking, and nobody ever answers.
const SPIN: &str = "import threading\ngo = False\n\ndef start():\n    global go\n    go = True\n\ndef work():\n    while not go:\n        \
                    pass\n\nthreading.Thread(target=work).start()\n";

#[test]
fn a_livelock_is_told() {
    let answer = check_text(SPIN, &["--json"]);
    let report = answer.json();
    assert_eq!((answer.code, &report["outcomes"][0]["kind"]), (3, &json!("livelock")), "{report}");
    assert!(report["outcomes"][0]["why"].as_str().is_some_and(|why| why.contains("no end")), "{report}");
    assert!(check_text(SPIN, &[]).out.contains("livelock"));
}

#[test]
fn only_what_is_new_counts_beside_a_baseline() {
    let folder = Folder::with(&[("x.py", DEADLOCK), ("odd.json", "{\"a\": 1}"), ("text", "no json")]);
    fs::write(folder.path("old.json"), folder.check(&["x.py", "--json"]).out).expect("a file can be written");
    let known = folder.check(&["x.py", "--baseline", "old.json"]);
    assert!(known.code == 0 && known.out.contains("known from the baseline"), "{known:?}");
    // Lines and outputs may change; another finding counts.
    fs::write(folder.path("x.py"), format!("print('moved')\n{DEADLOCK}")).expect("a file can be written");
    assert_eq!(folder.check(&["x.py", "--baseline", "old.json"]).code, 0);
    fs::write(folder.path("x.py"), format!("{DEADLOCK}\nraise ValueError\n")).expect("a file can be written");
    let new = folder.check(&["x.py", "--baseline", "old.json"]);
    assert!(new.code == 1 && new.out.lines().any(|line| line.trim() == "new"), "{new:?}");
    let report = folder.check(&["x.py", "--baseline", "old.json", "--json"]).json();
    let marks: Vec<(&Value, &Value)> =
        list(&report["outcomes"]).iter().map(|outcome| (&outcome["kind"], &outcome["new"])).collect();
    assert_eq!(marks, [(&json!("deadlock"), &json!(false)), (&json!("failed"), &json!(true))]);
    let sarif = folder.check(&["x.py", "--baseline", "old.json", "--format", "sarif"]).json();
    let states: BTreeSet<_> = list(&sarif["runs"][0]["results"])
        .iter()
        .map(|one| (one["ruleId"].as_str().expect("a word"), one["baselineState"].as_str().expect("a word")))
        .collect();
    assert_eq!(states, [("deadlock", "unchanged"), ("failed", "new")].into());
    for (file, said) in
        [("odd.json", "no report"), ("text", "no report"), ("none.json", "cannot be read"), (".", "cannot be read")]
    {
        let answer = folder.check(&["x.py", "--baseline", file]);
        assert!(answer.code == 2 && answer.err.contains(said) && answer.err.contains("--json"), "{file}: {answer:?}");
    }
}

#[test]
fn test_results_are_well_formed_and_say_what_fails() {
    let folder = Folder::with(&[("a<b>&\".py", DEADLOCK), ("lost.py", LOST)]);
    for (program, failing) in [("a<b>&\".py", vec!["no deadlock"]), ("lost.py", vec!["no data race"])] {
        for language in ["en", "zh"] {
            let text = folder.check(&[program, "--format", "junit", "--lang", language]).out;
            let document = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
            let suite = document.descendants().find(|node| node.has_tag_name("testsuite")).expect("there is one");
            let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
            assert_eq!(suite.attribute("tests"), Some(cases.len().to_string().as_str()));
            let failed = cases.iter().filter(|case| case.children().any(|node| node.has_tag_name("failure")));
            assert_eq!(failed.filter_map(|case| case.attribute("name")).collect::<Vec<_>>(), failing, "{text}");
            assert_eq!(suite.attribute("failures"), Some("1"));
            assert_eq!(cases[0].attribute("classname"), Some(format!("raddle.{program}").as_str()));
        }
    }
    let short = check_text(LOCKED, &["--max-states", "2", "--format", "junit"]).out;
    let document = roxmltree::Document::parse(&short).expect("it is well-formed");
    let failure = document.descendants().find(|node| node.has_tag_name("failure")).expect("it is not whole");
    assert_eq!(failure.parent_element().and_then(|case| case.attribute("name")), Some("everything searched"));
}

#[test]
fn an_analysis_has_its_rules_and_places() {
    let folder = Folder::with(&[("my x.py", FAILS), ("d.py", DEADLOCK), ("lost.py", LOST)]);
    for (program, rule, uri, lines) in [
        ("my x.py", "failed", "my%20x.py", vec![7]),
        ("d.py", "deadlock", "d.py", vec![7, 12]),
        ("lost.py", "race", "lost.py", vec![6, 6]),
    ] {
        let log = folder.check(&[program, "--format", "sarif"]).json();
        assert_eq!((&log["version"], list(&log["runs"]).len()), (&json!("2.1.0"), 1));
        let run = &log["runs"][0];
        let rules: Vec<&Value> = list(&run["tool"]["driver"]["rules"]).iter().map(|rule| &rule["id"]).collect();
        assert!(run["tool"]["driver"]["name"] == "raddle" && rules.contains(&&json!(rule)), "{run}");
        let result = &list(&run["results"])[0];
        assert_eq!((&result["ruleId"], &result["level"]), (&json!(rule), &json!("error")), "{run}");
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        let places = list(&result["locations"]).iter().chain(list(&result["relatedLocations"]));
        let places: Vec<_> = places.map(|place| &place["physicalLocation"]).collect();
        assert!(places.iter().all(|place| place["artifactLocation"]["uri"] == uri), "{result}");
        let mut found: Vec<u64> = places.iter().filter_map(|place| place["region"]["startLine"].as_u64()).collect();
        found.sort_unstable();
        assert_eq!(found, lines, "{result}");
    }
}

#[test]
fn a_scenario_is_searched_with_the_values_that_it_says() {
    let folder = Folder::with(&[]);
    let page = folder.check(&["philosophers"]);
    assert!(page.out.contains("Searched with SEATS=3") && page.err.is_empty(), "{page:?}");
    let json = folder.check(&["philosophers", "--json"]);
    assert!(json.err.contains("SEATS=3") && json.json()["params"]["SEATS"] == 3, "{json:?}");
    let set = folder.check(&["philosophers", "--json", "--set", "SEATS=2"]);
    assert_eq!((set.err.as_str(), &set.json()["params"]["SEATS"], set.code), ("", &json!(2), 3));
    let harmless = folder.check(&["peterson", "--json"]);
    let report = harmless.json();
    assert_eq!(harmless.code, 0, "{report}");
    let meant = |race: &Value| race["harmless"] == true || !race["ordered_by"].is_null();
    assert!(!list(&report["races"]).is_empty() && list(&report["races"]).iter().all(meant), "{report}");
    assert!(folder.check(&["peterson"]).out.contains("(harmless, "));
}

#[test]
fn the_map_has_every_state_and_is_cut_where_there_are_too_many() {
    let folder = Folder::with(&[("deadlock.py", DEADLOCK), ("large.py", LARGE)]);
    let answer = folder.check(&["deadlock.py", "--map", "map.json", "--json"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    let read = |name: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(folder.path(name)).expect("it was written")).expect("it is JSON")
    };
    let map = read("map.json");
    assert_eq!((&map["version"], &map["complete"]), (&json!(1), &json!(true)));
    let states = list(&map["states"]);
    let ends: BTreeSet<&str> = states.iter().filter_map(|state| state["end"].as_str()).collect();
    assert_eq!(ends, BTreeSet::from(["deadlock", "finished"]));
    for (at, state) in states.iter().enumerate() {
        assert_eq!(state["id"], at);
        assert_eq!(list(&state["ways"]).is_empty(), state["end"].is_string());
        for way in list(&state["ways"]) {
            let to = &states[way["to"].as_u64().expect("a number") as usize];
            assert!(to["steps"].as_u64() <= state["steps"].as_u64().map(|steps| steps + 1));
        }
    }
    let again = folder.check(&["deadlock.py", "--map", "map.json"]);
    assert_eq!(again.code, 2, "no file is replaced unasked");
    assert_eq!(folder.check(&["deadlock.py", "--map", "map.json", "--force"]).code, 3);
    let large = folder.check(&["large.py", "--map", "large.json", "--max-states", "10"]);
    assert!(large.err.contains("cut off"), "{}", large.err);
    assert_eq!(read("large.json")["complete"], false);
}

#[test]
fn ends_differ_by_output_only_if_that_is_wanted() {
    let text = "import threading\nts = [threading.Thread(target=print, args=(i,)) for i in range(2)]\nfor t in ts: t.start()\n";
    assert_eq!(check_text(text, &["--json"]).json()["outcomes_total"], 2);
    assert_eq!(check_text(text, &["--json", "--ignore-output"]).json()["outcomes_total"], 1);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let folder = Folder::with(&[("wrong.py", "def f(:\n"), ("fine.py", "N = 1\nprint(N)\n"), ("run.raddle", "")]);
    for (arguments, said) in [
        (&["none.py"][..], "none.py"),
        (&["no_such_scenario"], "no_such_scenario"),
        (&["wrong.py"], "wrong.py:1"),
        (&["run.raddle"], "is a recording"),
        (&[], "TARGET"),
        (&["fine.py", "--max-states", "0"], "from 1 on"),
        (&["fine.py", "--preemptions", "-1"], "whole number"),
        (&["fine.py", "--max-seconds", "soon"], "number of seconds"),
        (&["fine.py", "--format", "xml"], "junit, sarif"),
        (&["fine.py", "--format", "sarif", "--json"], "cannot stand there together"),
        (&["fine.py", "--set", "M=2"], "M"),
        (&["fine.py", "--gil", "off"], "--cores"),
        (&["fine.py", "--policy", "random"], "--policy"),
    ] {
        let answer = folder.check(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?}: {answer:?}");
        assert!(answer.err.contains(said), "{arguments:?}: {answer:?}");
    }
    assert_eq!(folder.check(&["fine.py", "--set", "N=2", "--cores", "2", "--gil", "off"]).code, 0);
    let help = folder.check(&["--help"]);
    assert!(help.code == 0 && help.out.contains("--preemptions") && help.out.contains("Exit codes"), "{help:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn breaking_off_tells_what_is_known() {
    let folder = Folder::with(&[("large.py", LARGE), ("print.py", "print(1)\n")]);
    let mut search = folder
        .command(&["large.py", "--max-seconds", "100", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be run");
    wait_until_listening(search.id());
    let killed = Command::new("kill").args(["-INT", &search.id().to_string()]).status();
    assert!(killed.is_ok_and(|status| status.success()));
    let mut line = String::new();
    BufReader::new(search.stdout.take().expect("it has a stdout")).read_line(&mut line).expect("it tells something");
    let code = search.wait().expect("it ends").code();
    let report: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
    assert_eq!(report["complete"], false);
    assert!(list(&report["left_out"])[0].as_str().is_some_and(|left| left.contains("broken off")), "{report}");
    assert!(matches!(code, Some(1 | 4)), "{code:?}");
}

/// Waits until the process catches the signal for interruption: it does when the search begins.
#[cfg(target_os = "linux")]
fn wait_until_listening(process: u32) {
    const INTERRUPT: u64 = 1 << 1;
    let caught = || {
        let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
        let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:"))?;
        u64::from_str_radix(mask.trim(), 16).ok()
    };
    while caught().is_none_or(|mask| mask & INTERRUPT == 0) {
        assert!(PathBuf::from(format!("/proc/{process}")).exists(), "it is running");
        std::thread::yield_now();
    }
}
