//! A search that is divided among several says what one that is not says: `--split`, `--part` and `merge`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::command::{Answer, program};

/// Two threads add to one number without a lock, and then take two locks in opposite order.
const BOTH: &str = "import threading\nn = 0\na = threading.Lock()\nb = threading.Lock()\nguard = threading.Lock()\nm = 0\n\n\
    def work(one, other):\n    global n, m\n    n += 1\n    with guard:\n        m += 1\n    with one:\n        with other:\n            print(one is a)\n\n\
    ts = [threading.Thread(target=work, args=args) for args in ((a, b), (b, a))]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n)\n";

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder can be made"));
        fs::write(folder.path("both.py"), BOTH).expect("it can be written");
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn raddle(&self, arguments: &[&str]) -> Answer {
        program(arguments).current_dir(self.0.path()).output().expect("it runs").into()
    }

    /// The units of a folder, without their reports.
    fn units(&self, of: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(of)).expect("it is there");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        let units: BTreeSet<String> = names.filter(|name| !name.ends_with(".report.json")).collect();
        units.into_iter().map(|name| format!("{of}/{name}")).collect()
    }
}

/// What both must say: everything but how much work it was, which thread was seen in a race, and the ways.
fn said(report: &Value) -> Value {
    let mut report = report.clone();
    let map = report.as_object_mut().expect("a report");
    map.retain(|name, _| !["states", "transitions", "seconds", "parts"].contains(&&**name));
    for outcome in map["outcomes"].as_array_mut().expect("outcomes") {
        let told = ["kind", "output", "globals"];
        outcome.as_object_mut().expect("an outcome").retain(|name, _| told.contains(&&**name));
    }
    for race in map["races"].as_array_mut().expect("races") {
        for access in race["accesses"].as_array_mut().expect("two") {
            access["thread"] = Value::Null;
        }
    }
    report
}

fn divided(folder: &Folder, target: &str, flags: &[&str], units: u32) {
    let count = units.to_string();
    let mut split = vec!["check", target, "--split", &count, "-o", "units", "--force"];
    split.extend(flags);
    let answer = folder.raddle(&split);
    assert_eq!(answer.code, 0, "{answer:?}");
    let files = folder.units("units");
    assert_eq!(files.len(), units as usize);
    for unit in &files {
        let answer = folder.raddle(&["check", "--part", unit]);
        assert_eq!((answer.code, answer.out.as_str()), (0, ""), "{answer:?}");
    }
    let mut whole = vec!["check", target, "--json"];
    whole.extend(flags);
    let (whole, merged) = (folder.raddle(&whole), folder.raddle(&["merge", "units", "--json"]));
    assert_eq!(merged.code, whole.code, "{merged:?}");
    assert_eq!(said(&merged.json()), said(&whole.json()), "{target} in {units} units");
    assert_eq!(merged.json()["parts"], serde_json::json!({"all": units, "missing": []}));
    for outcome in merged.json()["outcomes"].as_array().expect("outcomes").iter().take(3) {
        let schedule = outcome["witness"]["schedule"].as_str().expect("a short text");
        let run = folder.raddle(&["run", target, "--json", "--choices", schedule]);
        let printed = run.json()["output"].clone();
        let ignored = flags.contains(&"--ignore-output");
        assert!(ignored || printed == outcome["output"], "the way leads there: {printed}");
    }
}

#[test]
fn units_together_find_what_one_search_finds() {
    let folder = Folder::new();
    for units in [1, 3] {
        divided(&folder, "both.py", &[], units);
    }
    divided(&folder, "both.py", &["--ignore-output"], 4);
    divided(&folder, "both.py", &["--preemptions", "1"], 2);
    divided(&folder, "deadlock", &[], 7);
    std::fs::write(folder.path("greedy.py"), crate::starve::GREEDY).expect("it can be written");
    divided(&folder, "greedy.py", &[], 3);
    let merged = folder.raddle(&["merge", "units", "--json"]).json();
    assert_eq!(merged["starvation"].as_array().map(Vec::len), Some(3), "{merged}");
}

#[test]
fn what_was_not_done_is_named() {
    let folder = Folder::new();
    folder.raddle(&["check", "both.py", "--split", "3", "-o", "units"]);
    let none = folder.raddle(&["merge", "units"]);
    assert_eq!(none.code, 4, "{none:?}");
    assert!(none.err.contains("3 of 3 units have no report: 1, 2, 3"), "{none:?}");
    folder.raddle(&["check", "--part", "units/unit-2.json"]);
    let one = folder.raddle(&["merge", "units", "--json"]);
    assert_eq!(one.json()["complete"], false);
    assert_eq!(one.json()["parts"]["missing"], serde_json::json!([1, 3]));
    assert!(one.json()["left_out"][0].as_str().is_some_and(|text| text.starts_with("2 units")), "{one:?}");
    let there = folder.raddle(&["check", "both.py", "--split", "3", "-o", "units"]);
    assert_eq!((there.code, there.err.contains("--force")), (2, true), "{there:?}");
}

#[test]
fn what_is_no_unit_is_refused() {
    let folder = Folder::new();
    fs::write(folder.path("x.json"), "{}").expect("it can be written");
    for arguments in [
        &["check", "--part", "x.json"][..],
        &["check", "--part", "missing.json"],
        &["check", "both.py", "--split", "2"],
        &["check", "both.py", "-o", "units"],
        &["check"],
        &["merge", "."],
        &["merge", "missing"],
    ] {
        let answer = folder.raddle(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{arguments:?}: {answer:?}");
        assert!(!answer.err.is_empty());
    }
    folder.raddle(&["check", "both.py", "--split", "2", "-o", "units"]);
    let text = fs::read_to_string(folder.path("units/unit-1.json")).expect("it is there");
    let other = text.replace("\"entries\":[\"", "\"entries\":[\"9 ");
    fs::write(folder.path("units/unit-1.json"), other).expect("it can be written");
    let answer = folder.raddle(&["check", "--part", "units/unit-1.json"]);
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(!folder.path("units/unit-1.report.json").exists());
    fs::write(folder.path("other.py"), "print(1)\n").expect("it can be written");
    assert_eq!(folder.raddle(&["check", "other.py", "--part", "units/unit-2.json"]).code, 2);
    assert_eq!(folder.raddle(&["check", "both.py", "--part", "units/unit-2.json"]).code, 0);
}

#[test]
fn a_batch_engine_does_the_units_and_one_that_was_killed_is_done_again() {
    if Command::new("parallel").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        eprintln!("skipped: GNU parallel is not installed");
        return;
    }
    let folder = Folder::new();
    folder.raddle(&["check", "both.py", "--split", "4", "-o", "units"]);
    let units = folder.units("units");
    // Killed while it works, or before it does: either way there is no half-written report.
    let mut killed = program(&["check", "--part", &units[0]]).current_dir(folder.0.path()).spawn().expect("it runs");
    killed.kill().expect("it can be killed");
    killed.wait().expect("it has ended");
    let report = folder.path("units/unit-1.report.json");
    assert!(is_whole(&report), "a report is whole or not there");
    let done = Command::new("parallel")
        .args(["--will-cite", "-j2", env!("CARGO_BIN_EXE_raddle"), "check", "--part", ":::"])
        .args(&units)
        .current_dir(folder.0.path())
        .stdin(Stdio::null())
        .status();
    assert!(done.is_ok_and(|status| status.success()));
    let merged = folder.raddle(&["merge", "units", "--json"]);
    assert_eq!(said(&merged.json()), said(&folder.raddle(&["check", "both.py", "--json"]).json()));
}

fn is_whole(report: &Path) -> bool {
    fs::read(report).map_or(true, |bytes| serde_json::from_slice::<Value>(&bytes).is_ok())
}
