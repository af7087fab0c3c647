//! The real program with recordings: `run --save`, `replay`, `export`, and what is no recording.

use std::{
    fs,
    io::{Read, Write},
    path::PathBuf,
    process::{Command, Stdio},
};

use raddle::{
    host::{Extent, Recording},
    scenario::Catalogue,
    trace::recording::Quantum,
};
use tempfile::TempDir;

use crate::support;

/// A folder that goes away, in which the program runs.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder can be made"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_raddle"));
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null()).env("LC_ALL", "en_US.UTF-8");
        command
    }

    /// What the program prints to stdout and to stderr, and its exit code.
    fn raddle(&self, arguments: &[&str]) -> (String, String, i32) {
        let output = self.command(arguments).output().expect("the program can be run");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        (text(output.stdout), text(output.stderr), output.status.code().unwrap_or(-1))
    }

    fn open(&self, name: &str) -> Recording {
        Recording::open(&self.path(name)).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }
}

#[test]
fn a_saved_run_prints_the_same_and_can_be_exported() {
    let folder = Folder::new();
    let catalogue = Catalogue::embedded();
    support::side_by_side(support::cores(), catalogue.scenarios().iter().enumerate(), |(turn, scenario)| {
        let id = scenario.id.as_str();
        let file = format!("{id}.raddle");
        // Text and JSON take turns, but for the one that is exported below.
        let ways = [&["--json"][..], &[]].into_iter().enumerate();
        for (_, json) in ways.filter(|(way, _)| turn % 2 == *way || id == "deadlock") {
            let plain = folder.raddle(&[&["run", id], json].concat());
            let saved = folder.raddle(&[&["run", id, "--force", "--save", &file], json].concat());
            assert_eq!(plain, saved, "{id}");
        }
        let recording = folder.open(&file);
        assert_eq!(recording.extent, Extent::Whole, "{id}");
        assert!(recording.end.is_some() && recording.history.tip().0 > 0, "{id}");
    });
    let of_scenario = folder.raddle(&["export", "deadlock", "-o", "a.cast"]);
    let of_recording = folder.raddle(&["export", "deadlock.raddle", "-o", "b.cast"]);
    assert_eq!((of_scenario.2, of_recording.2), (0, 0), "{of_recording:?}");
    let cast = |name: &str| fs::read_to_string(folder.path(name)).expect("it was made");
    // What a cast says at its head of when and by which command it was made is not compared.
    let pictures = |name: &str| cast(name).lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(pictures("a.cast"), pictures("b.cast"));
}

#[test]
fn a_run_goes_with_limits_choices_and_parameters() {
    let folder = Folder::new();
    let endless = "import threading\nN = 1\nx = 0\n\ndef work():\n    global x\n    while N:\n        x += 1\n\n\
                   threading.Thread(target=work).start()\nwork()\n";
    fs::write(folder.path("endless.py"), endless).expect("a file can be written");
    let (_, err, code) = folder.raddle(&["run", "endless.py", "--max-steps", "500", "--save", "a.raddle"]);
    assert_eq!(code, 4, "{err}");
    let recording = folder.open("a.raddle");
    assert_eq!((recording.history.tip().0, recording.end), (500, Some(raddle::event::End::Limit)));
    let choices: Vec<String> = recording.history.choices(recording.history.tip()).map(|one| one.to_string()).collect();
    fs::write(folder.path("choices"), choices.join(" ")).expect("a file can be written");
    let again =
        ["run", "endless.py", "--choices", "choices", "--max-steps", "500", "--seed", "9", "--save", "b.raddle"];
    assert_eq!(folder.raddle(&again).2, 4);
    let steps = |name: &str| {
        let text = fs::read_to_string(folder.path(name)).expect("it was saved");
        text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(steps("a.raddle"), steps("b.raddle"), "the same choices are the same run");
    let set = ["run", "endless.py", "--set", "N=0", "--policy", "rr", "--quantum", "3", "--save", "c.raddle"];
    assert_eq!(folder.raddle(&set).2, 0);
    let header = folder.open("c.raddle").header;
    assert_eq!(header.set.get("N").map(String::as_str), Some("0"));
    assert_eq!((header.policy.as_str(), header.quantum), ("rr", Some(Quantum::Steps(3))));
    // Choices that are not possible leave what was done before them.
    fs::write(folder.path("wrong"), "0 0 0 77").expect("a file can be written");
    let wrong = folder.raddle(&["run", "endless.py", "--choices", "wrong", "--save", "d.raddle"]);
    assert_eq!(wrong.2, 2, "{wrong:?}");
    let recording = folder.open("d.raddle");
    assert_eq!((recording.history.tip().0, recording.extent), (3, Extent::CutOff));
}

#[test]
fn a_run_that_is_killed_leaves_what_it_did() {
    let folder = Folder::new();
    let text = "n = 0\nwhile True:\n    n += 1\n    if n % 1000 == 0:\n        print(n)\n";
    fs::write(folder.path("endless.py"), text).expect("a file can be written");
    let arguments = ["run", "endless.py", "--max-seconds", "0", "--max-steps", "1000000000", "--save", "a.raddle"];
    let mut child = folder.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let mut first = [0; 4000];
    child.stdout.as_mut().expect("it is piped").read_exact(&mut first).expect("the program prints");
    child.kill().expect("it can be ended");
    child.wait().expect("it has ended");
    let recording = folder.open("a.raddle");
    assert_eq!(recording.extent, Extent::CutOff);
    assert!(recording.history.tip().0 > 100, "{:?}", recording.history.tip());
}

#[test]
fn what_cannot_be_opened_is_refused_with_a_reason() {
    let folder = Folder::new();
    assert_eq!(folder.raddle(&["run", "deadlock", "--save", "good.raddle"]).2, 3);
    let good = fs::read_to_string(folder.path("good.raddle")).expect("it was saved");
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path(name), bytes).expect("a file can be written");
    write("empty.raddle", b"");
    write("program.raddle", b"print('hello')\n");
    write("json.raddle", b"{\"a\": 1}\n");
    write("binary.raddle", &[0x7f, b'E', b'L', b'F', 0, 1, 2, 0xff]);
    write("long.raddle", &b"x".repeat(3 << 20));
    write("braces.raddle", &b"{".repeat(3 << 20));
    write("new.raddle", good.replace("\"version\":2", "\"version\":12").as_bytes());
    write("damaged.raddle", good.replacen("[\"started\",0", "[\"started\",99", 1).as_bytes());
    write("header.raddle", &good.as_bytes()[..200]);
    fs::create_dir(folder.path("folder.raddle")).expect("a folder can be made");
    for (name, expected) in [
        ("missing.raddle", "there is no such file"),
        ("folder.raddle", "is a folder"),
        ("empty.raddle", "is empty"),
        ("program.raddle", "is not a recording"),
        ("json.raddle", "is not a recording"),
        ("binary.raddle", "is not a recording"),
        ("long.raddle", "is not a recording"),
        ("braces.raddle", "is not a recording"),
        ("new.raddle", "version 12 of the format"),
        ("damaged.raddle", "line 2 is damaged"),
        ("header.raddle", "cut off before the first step"),
    ] {
        for arguments in [&["replay", name][..], &[name], &["export", name, "-o", "x.cast"]] {
            let (out, err, code) = folder.raddle(arguments);
            assert!(code == 2 && out.is_empty() && err.contains(expected), "{arguments:?}: {code} {err}");
            let lines = err.lines().count();
            assert!(err.starts_with(&format!("error: {name}")) && lines <= 2 && err.len() < 400, "{err}");
        }
        let (_, err, code) = folder.raddle(&["replay", name, "--lang", "zh"]);
        assert!(code == 2 && err.starts_with("错误"), "{err}");
    }
    assert!(!folder.path("x.cast").exists());
    for (arguments, expected) in [
        (&["replay", "good.raddle"][..], "needs a terminal"),
        (&["run", "good.raddle"], "`raddle replay FILE` opens it"),
        (&["good.raddle", "--seed", "3"], "was run already"),
        (&["export", "good.raddle", "--set", "A=1", "-o", "x.cast"], "was run already"),
        (&["run", "deadlock", "--save", "folder.raddle"], "cannot be written"),
        (&["run", "deadlock", "--save", "no/such/folder"], "cannot be written"),
        (&["replay"], "FILE"),
    ] {
        let (_, err, code) = folder.raddle(arguments);
        assert!(code == 2 && err.contains(expected), "{arguments:?}: {code} {err}");
    }
}

#[test]
fn a_run_is_not_saved_over_what_it_comes_from() {
    let folder = Folder::new();
    fs::write(folder.path("own.py"), "print('hello')\n").expect("a file can be written");
    fs::write(folder.path("choices"), "0\n").expect("a file can be written");
    for file in ["own.py", "choices"] {
        let (_, err, code) = folder.raddle(&["run", "own.py", "--choices", "choices", "--save", file]);
        assert!(code == 2 && err.contains("would be written over"), "{err}");
    }
    assert_eq!(fs::read_to_string(folder.path("own.py")).expect("it is there"), "print('hello')\n");
    assert_eq!(folder.raddle(&["run", "own.py", "--save", "own.raddle"]).2, 0);
    let again = ["run", "own.py", "--force", "--save", "own.raddle"];
    assert_eq!(folder.raddle(&again).2, 0, "a recording may be made anew");
}

#[test]
fn a_recording_with_a_program_that_is_too_long_is_refused() {
    let folder = Folder::new();
    assert_eq!(folder.raddle(&["run", "deadlock", "--save", "good.raddle"]).2, 3);
    let good = fs::read_to_string(folder.path("good.raddle")).expect("it was saved");
    let program = format!("\"program\":\"{}", "#".repeat(16 << 20));
    let long = good.replacen("\"program\":\"", &program, 1);
    fs::write(folder.path("long.raddle"), long).expect("a file can be written");
    // What goes on behind its beginning is not even read.
    let mut longer = fs::File::create(folder.path("longer.raddle")).expect("a file can be made");
    let begun = longer.write_all(("{\"format\":\"".to_owned() + &"x".repeat(2 << 20)).as_bytes());
    begun.and_then(|()| longer.set_len(100 << 20)).expect("a file can be as long as one likes");
    for name in ["long.raddle", "longer.raddle"] {
        for arguments in [&["replay", name, "--text"][..], &["export", name, "-o", "x.txt"]] {
            let (_, err, code) = folder.raddle(arguments);
            assert!(code == 2 && err.contains("longer than 16 MB"), "{arguments:?}: {err}");
        }
    }
}

/// A disk that is full is an error of its own, not one of the program.
#[test]
#[cfg(target_os = "linux")]
fn a_run_that_cannot_be_saved_is_broken_off() {
    let folder = Folder::new();
    fs::write(folder.path("endless.py"), "x = 0\nwhile True:\n    print(x)\n").expect("a file can be written");
    let (_, err, code) = folder.raddle(&["run", "endless.py", "--json", "--max-seconds", "60", "--save", "/dev/full"]);
    assert!(code == 2 && err.contains("/dev/full cannot be written"), "{err}");
}
