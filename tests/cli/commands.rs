//! The real program on the command line: what it prints, where, and with which exit code.

use std::{
    fs,
    io::Read,
    path::PathBuf,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use raddle::scenario::Catalogue;
use serde_json::Value;
use tempfile::TempDir;

use crate::support;
use crate::support::command::{Answer, program};

fn raddle(arguments: &[&str]) -> Answer {
    program(arguments).output().expect("the program can be run").into()
}

/// Programs of one's own, in a folder that goes away.
struct Files(TempDir);

impl Files {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder can be made"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), text).expect("a file can be written");
        self.path(name).to_string_lossy().into_owned()
    }
}

/// Runs a program text with these arguments behind it.
fn run(text: &str, arguments: &[&str]) -> Answer {
    let files = Files::new();
    let file = files.write("program.py", text);
    raddle(&[&["run", &file], arguments].concat())
}

#[test]
fn list_shows_every_scenario_by_chapter() {
    let english = raddle(&["list"]);
    assert_eq!((english.code, english.err.as_str()), (0, ""));
    let chinese = raddle(&["--lang", "zh", "list"]);
    let catalogue = Catalogue::embedded();
    let mut from = 0;
    for scenario in catalogue.scenarios() {
        let at = english.out[from..].find(&format!("\n  {} ", scenario.id)).map(|at| at + from);
        from = at.unwrap_or_else(|| panic!("{} is missing, or not in teaching order", scenario.id));
        assert!(english.out.contains(&scenario.title.en) && chinese.out.contains(&scenario.title.zh));
    }
    for chapter in catalogue.chapters() {
        assert!(english.out.contains(&chapter.title.en) && chinese.out.contains(&chapter.title.zh));
    }
    assert!(english.out.contains("[deadlock | finished]") && chinese.out.contains("[死锁 | 正常结束]"));
    for line in english.out.lines().chain(chinese.out.lines()) {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80 && line.trim_end() == line, "{line}");
    }
}

/// The names of an object, in order.
fn keys(text: &str) -> Vec<String> {
    let names = text.split('"').skip(1).step_by(2).map(str::to_owned);
    names.collect()
}

#[test]
fn list_as_json_has_the_fields_of_the_contract() {
    let answer = raddle(&["list", "--json"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let rows = answer.json();
    let rows = rows.as_array().expect("it is an array");
    assert_eq!(rows.len(), Catalogue::embedded().scenarios().len());
    for row in rows {
        let row = row.as_object().expect("each is an object");
        let mut names: Vec<&str> = row.keys().map(String::as_str).collect();
        names.sort_unstable();
        for name in
            ["chapter", "concepts", "expect", "fixed_by", "id", "params", "summary", "title", "notes", "predict"]
        {
            assert!(names.contains(&name), "{name} is missing in {names:?}");
        }
        for both in ["title", "summary"] {
            assert!(row[both]["en"].is_string() && row[both]["zh"].is_string());
        }
        assert!(row["concepts"].is_array() && row["expect"].is_array() && row["params"].is_object());
        assert!(row["fixed_by"].is_string() || row["fixed_by"].is_null());
    }
    let order = ["id", "chapter", "title", "summary", "concepts", "expect", "params", "fixed_by"];
    let places: Vec<_> = order.iter().map(|name| answer.out.find(&format!("\"{name}\":"))).collect();
    assert!(places.is_sorted() && places[0].is_some(), "the order of the fields is that of the contract");
    let semaphore = rows.iter().find(|row| row["id"] == "semaphore").expect("there is a semaphore");
    assert_eq!(semaphore["params"]["SPOTS"], serde_json::json!({ "value": 2, "min": 1, "max": 5 }));
    let deadlock = rows.iter().find(|row| row["id"] == "deadlock").expect("there is a deadlock");
    assert_eq!(deadlock["expect"], serde_json::json!(["deadlock", "finished"]));
    assert_eq!(deadlock["fixed_by"], "deadlock_ordered");
}

#[test]
fn every_scenario_runs_without_a_screen() {
    let catalogue = Catalogue::embedded();
    support::side_by_side(support::cores(), catalogue.scenarios(), |scenario| {
        let plain = raddle(&["run", &scenario.id]);
        let answer = raddle(&["run", &scenario.id, "--json"]);
        let verdict = answer.json();
        let end = verdict["verdict"].as_str().expect("it is a word");
        assert!(scenario.expect.iter().any(|kind| kind.name() == end), "{}: {end}", scenario.id);
        assert_eq!(verdict["output"], plain.out, "{}", scenario.id);
        assert_eq!((plain.code, &verdict["exit"]), (answer.code, &Value::from(answer.code)), "{}", scenario.id);
        // Above the verdict stand the tracebacks of what failed, below it whether a run that finished came out wrong.
        let mut told: Vec<_> = plain.err.lines().collect();
        if told.last().is_some_and(|line| line.starts_with("wrong result: ")) {
            assert_eq!(end, "finished", "{}: {}", scenario.id, plain.err);
            told.pop();
        }
        let last = told.last().copied().unwrap_or_default();
        assert!(last.starts_with(&format!("{end}: ")), "{}", plain.err);
        assert!(told.len() == 1 || plain.err.contains("Traceback"), "{}", plain.err);
        assert!(answer.err.is_empty() || answer.err.contains("Traceback"), "{}", scenario.id);
    });
}

#[test]
fn the_verdict_as_json_has_the_fields_of_the_contract() {
    let answer = raddle(&["run", "deadlock", "--json"]);
    assert_eq!(answer.code, 3);
    let names = keys(&answer.out);
    let order =
        ["target", "verdict", "output", "exit", "steps", "virtual_seconds", "threads", "cycle", "exceptions", "why"];
    let places: Vec<_> = order.iter().map(|name| names.iter().position(|known| known == name)).collect();
    assert!(places.is_sorted() && places[0] == Some(0), "{places:?}");
    let verdict = answer.json();
    assert_eq!(verdict.as_object().map(serde_json::Map::len), Some(order.len()));
    assert_eq!(
        verdict["threads"],
        serde_json::json!([
            { "name": "MainThread", "status": "blocked", "holds": [], "waits_for": "alice" },
            { "name": "alice", "status": "blocked", "holds": ["pen"], "waits_for": "paper" },
            { "name": "bob", "status": "blocked", "holds": ["paper"], "waits_for": "pen" },
        ])
    );
    let cycle = verdict["cycle"].as_array().expect("it is an array");
    assert!(cycle.contains(&serde_json::json!({ "thread": "bob", "holds": ["paper"], "waits_for": "pen" })));
    assert_eq!(cycle.len(), 2);
    assert_eq!(verdict["exceptions"], serde_json::json!([]));
    assert!(verdict["steps"].as_u64() > Some(5) && verdict["virtual_seconds"].as_f64() > Some(0.09));
}

#[test]
fn the_verdict_names_who_holds_what_and_waits_for_what() {
    let english = raddle(&["run", "deadlock"]);
    for said in
        ["alice holds pen and wants paper", "bob holds paper and wants pen", "MainThread holds nothing and joins alice"]
    {
        assert!(english.err.contains(said), "{}", english.err);
    }
    let chinese = raddle(&["run", "deadlock", "--lang", "zh"]);
    assert!(
        chinese.err.starts_with("死锁：")
            && chinese.err.contains("alice 持有 pen，想要 paper；MainThread 未持有任何资源，在等 alice 结束"),
        "{}",
        chinese.err
    );
    let stuck = run("import threading\nlamp = threading.Event()\nprint('dark')\nlamp.wait()\n", &[]);
    assert_eq!((stuck.code, stuck.out.as_str()), (3, "dark\n"));
    assert_eq!(stuck.err, "stuck: nobody is left to set lamp, and MainThread wants it set\n");
}

#[test]
fn exit_codes_are_those_of_the_contract() {
    const BUSY: &str = "import threading\nimport time\n\
        def tick():\n    while True:\n        time.sleep(1)\n\
        def loop(a, b):\n    with a:\n        time.sleep(0.1)\n        with b:\n            pass\n\
        a = threading.Lock()\nb = threading.Lock()\n\
        threading.Thread(target=tick).start()\n\
        threading.Thread(target=loop, args=(a, b)).start()\n\
        threading.Thread(target=loop, args=(b, a)).start()\n";
    for (text, arguments, code, said) in [
        ("print(1)\n", &[][..], 0, "finished: "),
        ("", &[], 0, "finished: "),
        ("raise ValueError('no')\n", &[], 1, "failed: MainThread died: ValueError: no\n"),
        ("raise KeyError\n", &[], 1, "failed: MainThread died: KeyError\n"),
        ("import sys\nsys.exit()\n", &[], 0, "finished: "),
        ("import sys\nsys.exit(0)\n", &[], 0, "finished: "),
        ("import sys\nsys.exit(7)\n", &[], 7, "failed: the program asked for exit code 7\n"),
        ("import sys\nsys.exit('bye')\n", &[], 1, "bye\n"),
        ("raise SystemExit(9)\n", &[], 9, "failed: "),
        ("import threading\nthreading.Thread(target=lambda: 1 / 0).start()\n", &[], 0, "ZeroDivisionError"),
        ("x = \n", &[], 2, "invalid syntax"),
        ("import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()\n", &[], 3, "deadlock: "),
        ("import threading\nthreading.Semaphore(0).acquire()\n", &[], 3, "stuck: "),
        (
            "while True:\n    pass\n",
            &["--max-steps", "1000"],
            4,
            "limit: 1000 steps were taken; `--max-steps` allows more",
        ),
        ("while True:\n    pass\n", &["--max-seconds", "0.2"], 4, "limit: the time is over"),
        ("x = []\nwhile True:\n    x.append('a' * 1000 + str(len(x)))\n", &["--max-memory", "20"], 4, "memory"),
        (BUSY, &["--max-steps", "500"], 3, "deadlock: "),
    ] {
        let answer = run(text, arguments);
        assert!(answer.code == code && answer.err.contains(said), "{text}{arguments:?}: {answer:?}");
    }
}

#[test]
fn exceptions_are_reported_with_their_thread() {
    let text = "import threading\ndef bad():\n    raise ValueError('a: b')\n\
        t = threading.Thread(target=bad, name='worker')\nt.start()\nt.join()\nassert False\n";
    let answer = run(text, &["--json"]);
    assert_eq!(answer.code, 1);
    let verdict = answer.json();
    assert_eq!(
        verdict["exceptions"],
        serde_json::json!([
            { "thread": "MainThread", "type": "AssertionError", "message": "" },
            { "thread": "worker", "type": "ValueError", "message": "a: b" },
        ])
    );
    assert!(answer.err.contains("Exception in thread worker:"), "tracebacks go to stderr: {}", answer.err);
}

#[test]
fn a_run_is_the_same_every_time_and_seed_and_policy_change_it() {
    let of = |arguments: &[&str]| raddle(&[&["run", "queue", "--json"], arguments].concat()).out;
    assert_eq!(of(&["--seed", "5"]), of(&["--seed", "5"]));
    let seeds: Vec<String> =
        ["1", "2", "3", "4", "5", "6"].map(|seed| of(&["--policy", "random", "--seed", seed])).into();
    assert!(seeds.iter().any(|other| *other != seeds[0]), "random runs differ by their seed");
    assert_ne!(of(&["--policy", "rr", "--quantum", "1"]), of(&["--policy", "rr", "--quantum", "9"]));
    assert_eq!(of(&[]), of(&["--policy", "fair", "--seed", "0"]));
}

#[test]
fn parameters_are_set() {
    let cars = |arguments: &[&str]| {
        let answer = raddle(&[&["run", "semaphore"], arguments].concat());
        assert_eq!(answer.code, 0, "{answer:?}");
        answer.out.matches("parks").count()
    };
    assert_eq!(cars(&[]), 5);
    assert_eq!(cars(&["--set", "CARS=3"]), 3);
    assert_eq!(cars(&["--set", "CARS=3", "--set", "SPOTS=1", "--set", "CARS=8"]), 8);
    let own = "N = 2\nWHO = 'ann'\nX = 0.5\nON = False\nprint(N, WHO, X, ON)\n";
    let answer = run(own, &["--set", "N=-7", "--set", "WHO=a=b", "--set", "X=2", "--set", "ON=true"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, "-7 a=b 2.0 True\n"));
}

#[test]
fn choices_are_made_before_those_of_the_policy() {
    let files = Files::new();
    // Alice takes both locks while bob has not begun: the deadlock does not happen.
    let given = |name: &str, text: &str| {
        let file = files.write(name, text);
        raddle(&["run", "deadlock", "--choices", &file])
    };
    let good = given("good", "# main starts alice\n0 0\n1 1 1 1! 1 1 1, \"1\"\n");
    assert_eq!(good.code, 0, "{good:?}");
    assert!(good.out.contains("alice writes a letter"), "{good:?}");
    let word = given("word", "0 zero\n");
    assert!(word.code == 2 && word.err.contains("`zero` is not a choice"), "{word:?}");
    let impossible = given("impossible", "0 7\n");
    assert!(impossible.code == 2 && impossible.err.contains("choice 2, `7`, is not possible"), "{impossible:?}");
    let file = files.write("many", "0 ".repeat(200));
    let many = raddle(&["run", &files.write("short.py", "print(1)\n"), "--choices", &file]);
    assert!(many.code == 2 && many.err.contains("are left over"), "{many:?}");
    let missing = raddle(&["run", "deadlock", "--choices", "/no/such/file"]);
    assert!(missing.code == 2 && missing.err.contains("/no/such/file cannot be read"), "{missing:?}");
}

#[test]
fn a_run_that_finishes_with_a_wrong_result_says_so_on_the_console() {
    for (target, wrong) in [
        ("lost_update", Some("wrong result: 2 writes are lost")),
        ("last_seat", Some("tickets: 1, seats: 0")),
        ("lost_update_fixed", None),
        ("last_seat_locked", None),
    ] {
        let ran = raddle(&["run", target]);
        let said = ran.err.contains("wrong result");
        assert_eq!((ran.code, said), (0, wrong.is_some()), "{}", ran.err);
        assert!(wrong.is_none_or(|wrong| ran.err.contains(wrong)), "{}", ran.err);
        let json = raddle(&["run", target, "--json"]);
        assert!(json.err.is_empty(), "{}", json.err);
    }
}

#[test]
fn bad_usage_is_answered_with_what_is_wrong() {
    for (arguments, english, chinese) in [
        (&["run"][..], "this is missing: <TARGET>", "缺少：<TARGET>"),
        (&["run", "deadlok"], "Did you mean `deadlock`", "是不是想写 `deadlock`"),
        (&["dedlock"], "there is no scenario `dedlock`", "没有名叫 `dedlock` 的场景"),
        (&["run", ""], "there is no scenario ``", "没有名叫"),
        (&["run", "no_such.py"], "there is no file no_such.py", "没有文件 no_such.py"),
        (&["run", "/"], "is a folder", "是文件夹"),
        (&["run", "-"], "standard input", "标准输入"),
        (&["run", "deadlock", "--sed", "1"], "Did you mean `--seed`?", "是不是想写 `--seed`？"),
        (&["run", "deadlock", "--seed", "x"], "`x` is not a value for `--seed", "`x` 不能作为 `--seed"),
        (&["run", "deadlock", "--seed"], "needs a value", "需要一个值"),
        (
            &["run", "deadlock", "--policy", "lifo"],
            "Possible are: fair, random, rr, fcfs, sjf, mlfq, priority, live.",
            "可以是：fair, random, rr, fcfs, sjf, mlfq, priority, live。",
        ),
        (
            &["run", "deadlock", "--policy", "live", "--quantum", "2"],
            "goes with `--policy rr` and `--policy mlfq` only",
            "只能和 `--policy rr` 或",
        ),
        (
            &["run", "deadlock", "--policy", "live", "--choices", "/dev/null"],
            "system makes the choices",
            "操作系统做选择",
        ),
        (&["export", "deadlock", "-o", "/tmp/x.zip"], "Possible are: .cast", "可以用：.cast"),
        (
            &["export", "deadlock", "-o", "/no/such/x.cast"],
            "/no/such/x.cast cannot be written",
            "无法写入 /no/such/x.cast",
        ),
        (&["export", "deadlock", "-o", "x.cast", "--size", "3x3"], "from 20x5 to 400x200", "从 20x5 到 400x200"),
        (&["export", "deadlock", "-o", "x.cast", "--steps", "900.."], "the run has no such steps", "没有这些步"),
        (&["export", "deadlock", "-o", "x.cast", "--speed", "11"], "a number from 1 to 10", "从 1 到 10"),
        (&["export", "deadlock", "-o", "x.png", "--tour"], "goes with films and the page only", "只能用于动画和网页"),
        (&["export", "tests/programs/builtins/conversion.py", "-o", "x.gif", "--tour"], "has no tour", "没有导览"),
        (&["export", "deadlock"], "this is missing: --output <OUT>", "缺少：--output <OUT>"),
        (
            &["run", "deadlock", "--quantum", "2"],
            "goes with `--policy rr` and `--policy mlfq` only",
            "只能和 `--policy rr` 或 `--policy mlfq` 一起",
        ),
        (&["run", "deadlock", "--policy", "rr", "--quantum", "0"], "from 1 on", "从 1 开始"),
        (&["run", "deadlock", "--policy", "mlfq", "--quantum", "0ms"], "`--quantum 5ms`", "`--quantum 5ms`"),
        (&["run", "deadlock", "--cores", "0"], "from 1 to 64", "1 到 64"),
        (&["run", "deadlock", "--cores", "2", "--interval", "soon"], "virtual milliseconds", "虚拟毫秒"),
        (&["run", "deadlock", "--gil", "off"], "go with `--cores` only", "只能和 `--cores` 一起"),
        (&["run", "deadlock", "--policy", "live", "--cores", "2"], "has its own cores", "有自己的核"),
        (&["run", "deadlock", "--inherit"], "goes with `--policy priority` only", "只能和 `--policy priority`"),
        (&["run", "deadlock", "--max-seconds", "-1"], "--max-seconds", "--max-seconds"),
        (&["run", "deadlock", "--max-seconds", "nan"], "number of seconds", "秒数"),
        (&["run", "deadlock", "--max-memory", "0"], "from 1 on", "至少为 1"),
        (&["run", "deadlock", "extra"], "there is no scenario `extra`", "没有名叫"),
        (&["list", "extra"], "there is no `extra` here", "没有 `extra` 这个参数"),
        (&["run", "semaphore", "--set", "CARS"], "--set WORKERS=3", "--set WORKERS=3"),
        (&["run", "semaphore", "--set", "CAR=1"], "Did you mean `CARS`?", "是不是想写 `CARS`？"),
        (&["run", "semaphore", "--set", "CARS=many"], "has to be a whole number", "必须是整数"),
        (&["run", "semaphore", "--set", "CARS=99"], "between 1 and 20", "1 到 20 之间"),
        (&["--set", "A=1"], "this is missing: <TARGET>", "缺少：<TARGET>"),
        (&["--theme", "pink"], "Possible are: dark, light", "可以是：dark, light"),
        (&["--seed", "1", "list"], "options of the screen", "界面的选项"),
        (&["list", "--scenarios", "/no/such/folder"], "/no/such/folder", "/no/such/folder"),
        (&["completions", "tcsh"], "Possible are: bash", "可以是：bash"),
        (&["list", "--color", "pink"], "Possible are: auto", "可以是：auto"),
    ] {
        for (language, said) in [("en", english), ("zh", chinese)] {
            let answer = raddle(&[arguments, &["--lang", language]].concat());
            assert!(answer.code == 2 && answer.err.contains(said), "{arguments:?} {language}: {answer:?}");
            assert_eq!(answer.out, "", "{arguments:?}");
        }
    }
    let language = raddle(&["list", "--lang", "de"]);
    assert!(language.code == 2 && language.err.contains("Possible are: en, zh."), "{language:?}");
}

#[test]
fn a_program_that_cannot_be_run_is_refused_with_line_caret_and_advice() {
    for (text, place, english, chinese) in [
        ("x = (1,\n", "program.py:", "invalid syntax", "语法错误"),
        ("import numpy\n", ":1:8", "does not model the module `numpy`", "没有模拟模块 `numpy`"),
        ("import thredding\n", ":1:8", "Did you mean `threading`?", "是不是想写 `threading`"),
        ("from threading import Lok\n", ":1:23", "has no `Lok`", "里没有 `Lok`"),
        ("n = help('?')\n", ":1:5", "does not model the builtin `help`", "`help`"),
        ("break\n", ":1:1", "`break` outside a loop", "`break` 不在循环里"),
        ("def f():\n    await x\n", ":2:5", "asyncio.run", "asyncio.run"),
        ("# /// script\n# [tool.raddle]\n# titel = 'x'\n# ///\n", ":3:3", "Did you mean `title`?", "`title`"),
        ("# /// script\n# [tool.raddle]\n", ":1:1", "has no end", "没有结尾"),
        ("# /// script\n# [tool.raddle\n# ///\n", ":2:", "not TOML", "TOML"),
        ("# /// script\n# tool.raddle.expect = ['late']\n# ///\n", ":2:25", "no run ends with", "没有名叫 `late`"),
    ] {
        for (language, said) in [("en", english), ("zh", chinese)] {
            let answer = run(text, &["--lang", language]);
            assert!(answer.code == 2 && answer.out.is_empty(), "{text}: {answer:?}");
            let shown = answer.err.contains(said) && answer.err.contains(place) && answer.err.contains('^');
            assert!(shown, "{text}, {said}:\n{}", answer.err);
        }
    }
}

#[test]
fn files_that_are_no_programs_are_refused() {
    let files = Files::new();
    let latin = raddle(&["run", &files.write("latin.py", b"x = 1\ny = 'caf\xe9'\n")]);
    assert!(latin.code == 2 && latin.err.contains("not UTF-8: see line 2"), "{latin:?}");
    let deep = raddle(&["run", &files.write("deep.py", "(".repeat(50_000))]);
    assert_eq!(deep.code, 2, "{}", deep.err.chars().take(300).collect::<String>());
    let zero = raddle(&["run", &files.write("zero.py", vec![0; 4096])]);
    assert_eq!(zero.code, 2);
    let long = fs::File::create(files.path("long.py")).and_then(|file| file.set_len((16 << 20) + 1));
    long.expect("a file can be as long as one likes");
    let long = raddle(&["run", &files.path("long.py").to_string_lossy()]);
    assert!(long.code == 2 && long.err.contains("16 MB"), "{long:?}");
}

/// What has no end, or never begins, is not waited for.
#[test]
#[cfg(unix)]
fn devices_and_pipes_are_not_read() {
    let files = Files::new();
    let pipe = |name: &str| {
        let path = files.path(name).to_string_lossy().into_owned();
        assert!(Command::new("mkfifo").arg(&path).status().expect("there is mkfifo").success());
        path
    };
    let (program, recording) = (pipe("pipe.py"), pipe("pipe.raddle"));
    for arguments in [
        &["run", "/dev/zero"][..],
        &["run", &program],
        &[&program, "--text"],
        &["run", "deadlock", "--choices", "/dev/zero"],
        &["run", "deadlock", "--choices", &program],
        &["replay", &recording],
        &["replay", "/dev/zero"],
        &["export", &recording, "-o", "x.cast"],
    ] {
        for (language, said) in [("en", "is a device or a pipe"), ("zh", "是设备或管道")] {
            let answer = raddle(&[arguments, &["--lang", language]].concat());
            assert!(
                answer.code == 2 && answer.out.is_empty() && answer.err.contains(said),
                "{arguments:?}: {answer:?}"
            );
        }
    }
    let long = fs::File::create(files.path("choices")).and_then(|file| file.set_len((32 << 20) + 1));
    long.expect("a file can be as long as one likes");
    let long = raddle(&["run", "deadlock", "--choices", &files.path("choices").to_string_lossy()]);
    assert!(long.code == 2 && long.err.contains("longer than 32 MB"), "{long:?}");
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_is_said() {
    let files = Files::new();
    let old = |name: &str| files.write(name, "old");
    let (page, run) = (old("page.txt"), old("run.raddle"));
    for arguments in [&["export", "deadlock", "-o", &page][..], &["run", "start_join", "--save", &run]] {
        let file = arguments[3];
        for (language, said) in [("en", "exists already"), ("zh", "已经存在")] {
            let answer = raddle(&[arguments, &["--lang", language]].concat());
            assert!(answer.code == 2 && answer.out.is_empty(), "{arguments:?}: {answer:?}");
            assert!(answer.err.contains(said) && answer.err.contains("--force"), "{arguments:?}: {answer:?}");
        }
        assert_eq!(fs::read_to_string(file).expect("it is there"), "old");
        let answer = raddle(&[arguments, &["--force"]].concat());
        assert_eq!(answer.code, 0, "{answer:?}");
        assert_ne!(fs::read_to_string(file).expect("it is there"), "old");
    }
    // What cannot be made leaves what was there, whatever was said.
    let page = old("page.txt");
    let wrong = raddle(&["export", "deadlock", "-o", &page, "--steps", "900..", "--force"]);
    let broken = raddle(&["run", &files.write("broken.py", "(\n"), "--save", &page, "--force"]);
    assert_eq!((wrong.code, broken.code), (2, 2));
    assert_eq!(fs::read_to_string(&page).expect("it is there"), "old");
    let without = raddle(&["run", "deadlock", "--force"]);
    assert!(without.code == 2 && without.err.contains("--save"), "{without:?}");
    assert_eq!(fs::read_dir(files.path("")).expect("it is a folder").count(), 3, "nothing is left beside them");
}

#[test]
#[cfg(unix)]
fn a_link_is_followed_and_stays_a_link() {
    let files = Files::new();
    files.write("real.txt", "old");
    for (link, to) in [("link.txt", "real.txt"), ("new.raddle", "made.raddle")] {
        std::os::unix::fs::symlink(to, files.path(link)).expect("a link can be made");
    }
    let at = |name: &str| files.path(name).to_string_lossy().into_owned();
    assert_eq!(raddle(&["export", "deadlock", "-o", &at("link.txt")]).code, 2);
    assert_eq!(raddle(&["export", "deadlock", "-o", &at("link.txt"), "--force"]).code, 0);
    assert_eq!(raddle(&["run", "start_join", "--save", &at("new.raddle")]).code, 0);
    for (link, file) in [("link.txt", "real.txt"), ("new.raddle", "made.raddle")] {
        assert!(files.path(link).is_symlink());
        assert!(fs::read_to_string(files.path(file)).expect("it was made").len() > 100);
    }
}

/// Into a file or pipe goes what the program printed, byte by byte; a terminal is spoken to by raddle only, which
/// `tests/screen/terminal.rs` sees.
#[test]
fn what_is_printed_into_a_pipe_stays_as_it_is() {
    let answer = run("import sys\nprint('\\x1b[31mred\\x07')\nsys.stderr.write('\\x1b[2J\\n')\n", &[]);
    assert_eq!(answer.out, "\x1b[31mred\x07\n");
    assert!(answer.err.starts_with("\x1b[2J\n"), "{answer:?}");
}

#[test]
fn a_folder_of_scenarios_is_read_and_its_mistakes_are_said() {
    let files = Files::new();
    files.write("mine.py", "# /// script\n# [tool.raddle]\n# title = \"My own\"\n# ///\nprint('mine')\n");
    let folder = files.path("").to_string_lossy().into_owned();
    let listed = raddle(&["list", "--scenarios", &folder]);
    assert!(
        listed.code == 0 && listed.out.contains("Your own\n  mine ") && listed.out.contains("My own"),
        "{listed:?}"
    );
    let run = raddle(&["run", "mine", "--scenarios", &folder]);
    assert_eq!((run.code, run.out.as_str()), (0, "mine\n"));
    files.write("broken.py", "# /// script\n# tool.raddle.x = 1\n# ///\n");
    let listed = raddle(&["list", "--scenarios", &folder]);
    assert!(listed.code == 2 && listed.err.contains("broken.py:2:15") && listed.out.contains("mine"), "{listed:?}");
}

#[test]
fn tracebacks_name_the_file_as_cpython_does() {
    let files = Files::new();
    files.write("bad.py", "def f():\n    return 1 / 0\nf()\n");
    let answer: Answer = program(&["run", "./bad.py"]).current_dir(files.path("")).output().expect("it runs").into();
    let python = Command::new("python3").arg("./bad.py").current_dir(files.path("")).output();
    let Ok(python) = python else { return };
    let expected = String::from_utf8_lossy(&python.stderr).into_owned();
    if expected.contains('^') {
        assert!(answer.err.starts_with(&expected), "{}\nis not\n{expected}", answer.err);
    }
}

#[test]
fn the_environment_decides_the_language_and_the_option_before_it() {
    let help = |variable: (&str, &str), arguments: &[&str]| -> String {
        let answer: Answer = program(arguments).env(variable.0, variable.1).output().expect("it runs").into();
        assert_eq!(answer.code, 0);
        answer.out
    };
    assert!(help(("LANG", "zh_CN.UTF-8"), &["--help"]).contains("用法："));
    assert!(help(("LC_ALL", "en_US.UTF-8"), &["--help"]).contains("Usage:"));
    assert!(help(("LANG", "zh_CN.UTF-8"), &["run", "--help", "--lang", "en"]).contains("Usage:"));
    assert!(help(("LANG", "zh_CN.UTF-8"), &["run", "--help"]).contains("退出码"));
}

#[test]
fn colours_come_only_when_they_are_wanted() {
    let escape = |arguments: &[&str]| {
        let answer = raddle(arguments);
        (answer.out + &answer.err).contains('\x1b')
    };
    for arguments in [&["list"][..], &["--help"], &["run", "deadlock"], &["run", "nothing"]] {
        assert!(!escape(arguments), "{arguments:?}: a pipe gets no colours");
        assert!(escape(&[arguments, &["--color", "always"]].concat()), "{arguments:?}");
        assert!(!escape(&[arguments, &["--color", "never"]].concat()), "{arguments:?}");
    }
    let broken = run("import numpy\n", &["--color", "always"]);
    assert!(broken.err.contains('\x1b'));
}

#[test]
fn a_reader_who_goes_away_ends_the_run_quietly() {
    let files = Files::new();
    let file = files.write("endless.py", "while True:\n    print('x' * 1000)\n");
    let mut child = program(&["run", &file, "--max-seconds", "60"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be run");
    let start = Instant::now();
    let mut first = [0; 100];
    child.stdout.take().expect("it is piped").read_exact(&mut first).expect("the program prints");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    assert!(start.elapsed() < Duration::from_secs(30));
}

#[test]
fn what_a_program_prints_comes_while_it_runs() {
    let files = Files::new();
    let file = files.write("endless.py", "print('first')\nn = 0\nwhile True:\n    n = n + 1\n");
    let mut child = program(&["run", &file, "--max-seconds", "60"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be run");
    let mut first = [0; 6];
    child.stdout.as_mut().expect("it is piped").read_exact(&mut first).expect("the program prints");
    assert_eq!(&first, b"first\n");
    assert!(child.try_wait().expect("it is a child").is_none(), "it is still running");
    child.kill().expect("it can be ended");
    child.wait().expect("it has ended");
}

#[test]
fn control_characters_do_not_reach_the_terminal_by_an_error() {
    let answer = raddle(&["run", "a\x1b[2Jb"]);
    assert!(answer.code == 2 && !answer.err.contains('\x1b'), "{answer:?}");
    let name = "import threading\nthreading.Thread(target=threading.Event().wait, name='a\\x1b[2Jb\\nc').start()\n";
    let stuck = run(name, &[]);
    assert!(stuck.code == 3 && !stuck.err.contains('\x1b') && stuck.err.lines().count() == 1, "{stuck:?}");
}

#[test]
fn the_screen_needs_a_terminal() {
    for arguments in [&[][..], &["deadlock"]] {
        let answer = raddle(arguments);
        assert!(answer.code == 2 && answer.err.contains("needs a terminal"), "{answer:?}");
    }
    let broken = raddle(&["no_such.py"]);
    assert!(broken.code == 2 && broken.err.contains("there is no file"), "{broken:?}");
}

#[test]
fn completions_and_manual_are_printed() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let answer = raddle(&["completions", shell]);
        assert!(answer.code == 0 && answer.out.contains("max-steps") && answer.err.is_empty(), "{shell}");
    }
    let manual = raddle(&["man"]);
    assert!(
        manual.code == 0 && manual.out.contains(".TH raddle 1") && manual.out.contains("max\\-steps"),
        "{manual:?}"
    );
    assert_eq!(raddle(&["--version"]).out, concat!("raddle ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_live_run_is_saved_and_told_as_it_went() {
    let files = Files::new();
    let path = files.0.path().join("live.raddle");
    let path = path.to_str().expect("a path in UTF-8");
    let run = raddle(&["run", "queue", "--policy", "live", "--save", path, "--json"]);
    assert_eq!((run.code, run.json()["verdict"].as_str()), (0, Some("finished")), "{run:?}");
    let told = files.0.path().join("live.txt");
    let export = raddle(&["export", path, "-o", told.to_str().expect("a path in UTF-8")]);
    assert_eq!(export.code, 0, "{export:?}");
    let told = fs::read_to_string(told).expect("it was written");
    let steps = run.json()["steps"].as_u64().expect("a number");
    assert!(told.contains(&format!("{steps} steps")) && told.contains("The program is done"), "{told}");
    assert_eq!(raddle(&["export", path, "--seed", "3", "-o", "x.txt"]).code, 2, "it was run already");
}

#[test]
fn help_explains_a_command_as_its_own_flag_does() {
    for language in ["en", "zh"] {
        for command in ["list", "run", "replay", "export", "completions", "man", "help"] {
            let asked = raddle(&["help", command, "--lang", language]);
            assert_eq!(asked.out, raddle(&[command, "--help", "--lang", language]).out, "{command}");
            assert_eq!((asked.code, asked.err.as_str()), (0, ""), "{command}");
        }
        assert_eq!(raddle(&["help", "--lang", language]).out, raddle(&["--help", "--lang", language]).out);
    }
    let chinese = raddle(&["help", "run", "--lang", "zh"]).out;
    assert!(
        chinese.contains("用法：raddle run [选项]") && chinese.contains("参数：\n") && !chinese.contains("参数:"),
        "{chinese}"
    );
    let unknown = raddle(&["help", "dance"]);
    assert!(unknown.code == 2 && unknown.err.contains("Possible are: list, run"), "{unknown:?}");
}

#[test]
fn of_a_syntax_error_the_first_place_is_shown_and_the_rest_counted() {
    let answer = run("def f(:\n    x = = 1\n    y = )\nprint('a'\n", &[]);
    assert_eq!(answer.code, 2);
    assert_eq!(answer.err.matches("invalid syntax").count(), 1, "{}", answer.err);
    assert!(answer.err.contains("more mistakes"), "{}", answer.err);
}
