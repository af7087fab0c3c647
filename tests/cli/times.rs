//! `raddle run --times N`: the real program, many runs, and what it says of them.

use std::{
    collections::BTreeMap,
    fs,
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// What the program wrote to stdout and stderr, and its exit code.
fn raddle(arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_raddle"));
    command.args(arguments).stdin(Stdio::null());
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    let output = command.output().expect("the program can be run");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8");
    (text(&output.stdout), text(&output.stderr), output.status.code().unwrap_or(-1))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A program in a folder that goes away, run with these arguments.
fn run(text: &str, arguments: &[&str]) -> (String, String, i32) {
    let folder = TempDir::new().expect("a folder can be made");
    let file = folder.path().join("my program.py");
    fs::write(&file, text).expect("a file can be written");
    raddle(&[&["run", &file.to_string_lossy()], arguments].concat())
}

#[test]
fn the_json_is_that_of_the_contract_and_every_seed_replays() {
    let (out, err, code) = raddle(&["run", "deadlock", "--times", "60", "--json"]);
    assert_eq!((err.as_str(), code), ("", 3));
    let report = json(&out);
    let names: Vec<&String> = report.as_object().expect("it is an object").keys().collect();
    assert_eq!(names, ["ends", "target", "times"]);
    assert_eq!((&report["target"], &report["times"]), (&Value::from("deadlock"), &Value::from(60)));
    let ends = report["ends"].as_array().expect("it is an array");
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for end in ends {
        let kind = end["kind"].as_str().expect("it is a word");
        *counts.entry(kind).or_default() += end["count"].as_u64().expect("it is a number");
        let seed = end["seed"].to_string();
        let (alone, _, _) = raddle(&["run", "deadlock", "--policy", "random", "--seed", &seed, "--json"]);
        let alone = json(&alone);
        assert_eq!(
            (&alone["verdict"], &alone["output"], &alone["steps"]),
            (&end["kind"], &end["output"], &end["steps"])
        );
    }
    assert_eq!(counts.keys().copied().collect::<Vec<_>>(), ["deadlock", "finished"]);
    assert_eq!(counts.values().sum::<u64>(), 60);
}

#[test]
fn the_table_is_aligned_and_the_commands_in_it_work() {
    for (language, word, wrong) in [("en", "finished", "wrong result"), ("zh", "正常结束", "结果错误")] {
        let (out, err, code) = raddle(&["--lang", language, "run", "lost_update", "--times", "50"]);
        assert_eq!((err.as_str(), code), ("", 0), "nothing failed as CPython counts it");
        assert!(out.contains(word) && out.contains(wrong) && out.contains("expected 40, found 40"), "{out}");
        assert!(out.lines().all(|line| line.width() <= 80 && line.trim_end() == line), "{out}");
        let rows: Vec<&str> = out.lines().filter(|line| line.contains('█')).collect();
        let starts = rows.iter().filter_map(|row| row.find('█').map(|at| row[..at].width()));
        assert_eq!(starts.collect::<std::collections::BTreeSet<_>>().len(), 2, "bars of a block begin alike:\n{out}");
        let commands: Vec<&str> = out.lines().filter_map(|line| line.trim().strip_prefix("raddle ")).collect();
        assert_eq!(commands.len(), 2);
        for command in commands {
            let words: Vec<&str> = command.split("  #").next().unwrap_or_default().split(' ').collect();
            let (printed, _, _) = raddle(&words);
            assert_eq!(printed.contains("found 40"), command.ends_with(word), "{command}: {printed}");
        }
    }
    let (out, _, _) = run("N = 1\nprint(N)\n", &["--times", "2", "--set", "N=5"]);
    assert!(out.contains("my program.py' --set N=5 --policy random --seed 1  # finished"), "{out}");
    assert!(out.contains("1 run") || out.contains("2 runs: 2 finish."), "{out}");
}

#[test]
fn the_worst_end_decides_the_exit_code() {
    const DIE: &str = "import random, sys\nif random.random() < 0.5: sys.exit(7)\nprint('well')\n";
    const LOCK: &str = "import random, threading\nlock = threading.Lock()\nlock.acquire()\n\
        if random.random() < 0.3: lock.acquire()\nif random.random() < 0.3: raise ValueError('x')\n";
    for (text, arguments, expected) in [
        ("print(1)\n", &["--times", "5"][..], 0),
        ("import threading\nthreading.Thread(target=lambda: 1 // 0).start()\n", &["--times", "5"], 0),
        (DIE, &["--times", "30"], 1),
        (LOCK, &["--times", "30"], 3),
        ("while True: pass\n", &["--times", "3", "--max-steps", "20"], 4),
        ("print(1)\n", &["--times", "1000000000", "--max-seconds", "0.2"], 4),
        (DIE, &["--times", "1000000000", "--max-seconds", "0.2"], 1),
    ] {
        for json in [&[][..], &["--json"]] {
            let (out, err, code) = run(text, &[arguments, json].concat());
            assert_eq!(code, expected, "{text}{arguments:?}\n{out}{err}");
            let cut_off = arguments.contains(&"--max-seconds");
            assert_eq!(err.contains("--max-seconds"), cut_off, "{err}");
        }
    }
}

#[test]
fn a_run_without_an_end_is_found_when_the_time_is_over() {
    let spin = "import threading\nready = False\ndef work():\n    while not ready: pass\n\
        threading.Thread(target=work).start()\n";
    let (out, err, code) = run(spin, &["--times", "10", "--max-seconds", "0.3", "--max-steps", "1000000000", "--json"]);
    assert_eq!(code, 4, "{out}{err}");
    let report = json(&out);
    assert_eq!(report["times"], 1);
    assert_eq!((&report["ends"][0]["kind"], &report["ends"][0]["seed"]), (&Value::from("limit"), &Value::from(1)));
}

#[test]
fn what_does_not_go_together_is_refused() {
    for (arguments, said) in [
        (&["--policy", "fair"][..], "no other policy than `random`"),
        (&["--policy", "live"], "no other policy than `random`"),
        (&["--seed", "3"], "`--times"),
        (&["--save", "x.raddle"], "`--times"),
        (&["--choices", "x"], "`--times"),
        (&["--quantum", "3"], "`--quantum` goes with"),
        (&["--inherit"], "`--inherit` goes with"),
    ] {
        let (out, err, code) = raddle(&[&["run", "deadlock", "--times", "3"], arguments].concat());
        assert_eq!((out.as_str(), code), ("", 2), "{arguments:?}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
    for number in ["0", "-1", "x", "1.5"] {
        let (_, err, code) = raddle(&["run", "deadlock", "--times", number]);
        assert!(code == 2 && err.contains("from 1 on"), "{err}");
    }
    let (_, _, code) = raddle(&["run", "deadlock", "--times", "3", "--policy", "random"]);
    assert_eq!(code, 3);
}

#[test]
fn outputs_that_were_not_expected_are_said_to_be_and_many_are_counted() {
    let text = "# /// script\n# [tool.raddle]\n# expect = [\"finished\"]\n# ///\n\
        import random, threading\nn = random.randint(1, 1000)\nprint(n, '\\x1b[2J')\n\
        if n < 500: threading.Event().wait()\n";
    let (out, _, code) = run(text, &["--times", "80"]);
    assert_eq!(code, 3);
    let stuck = out.lines().find(|line| line.contains("stuck") && line.contains('█')).expect("some get stuck");
    assert!(stuck.ends_with("unexpected"), "{out}");
    assert!(out.contains("more outputs") && !out.contains('\x1b'), "{out}");
    assert!(out.lines().filter(|line| !line.contains("raddle")).all(|line| line.width() <= 90), "{out}");
}

#[test]
fn a_scenario_opens_with_the_run_that_it_says() {
    let text = "# /// script\n# [tool.raddle]\n# show = { policy = \"random\", seed = SEED }\n# ///\n\
        import random\nprint(random.randint(1, 1000000))\n";
    let printed = |seed: &str, arguments: &[&str]| run(&text.replace("SEED", seed), arguments).0;
    let own = printed("4", &[]);
    assert_eq!(own, printed("9", &["--policy", "random", "--seed", "4"]));
    assert_ne!(own, printed("9", &[]));
    assert_eq!(printed("4", &["--seed", "0"]), printed("9", &["--policy", "fair"]));
    let (_, err, code) = run("# /// script\n# [tool.raddle]\n# show = { seed = \"x\" }\n# ///\n", &[]);
    assert!(code == 2 && err.contains("`seed`"), "{err}");
}
