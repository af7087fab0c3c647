//! Recordings of the screen, read by readers that are not ours: a parser of asciicasts, and a terminal that plays them.

use std::{num::NonZero, path::Path, process::Command};

use serde_json::Value;

/// `raddle export` into a fresh file; what is in it.
fn exported(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("out.cast");
    export(&path, arguments);
    std::fs::read_to_string(path).expect("the file was written")
}

fn export(path: &Path, arguments: &[&str]) {
    let run = Command::new(env!("CARGO_BIN_EXE_raddle"))
        .args(["export", "--force", "-o"])
        .arg(path)
        .args(arguments)
        .output()
        .expect("raddle starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert!(run.stdout.is_empty() && run.stderr.is_empty(), "a pipe gets no progress bar");
}

/// The events of an asciicast: time, code, data.
fn events(cast: &str) -> Vec<(f64, String, String)> {
    let lines = cast.lines().skip(1).map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    lines.map(|line| (line[0].as_f64().expect("a time"), text(&line[1]), text(&line[2]))).collect()
}

/// The screen after an asciicast was played by a terminal.
fn played(cast: &str, (columns, rows): (u16, u16)) -> vt100::Parser {
    let cells = |count| NonZero::new(count).expect("a terminal has cells");
    let mut terminal = vt100::Parser::new(cells(rows), cells(columns), 0);
    for (_, code, data) in events(cast) {
        if code == "o" {
            terminal.process(data.as_bytes());
        }
    }
    terminal
}

/// When output comes, with what, as the parser sees it; and how many markers there are.
fn parsed<V: asciicast_rs::Version>(cast: &str) -> (Vec<f64>, usize) {
    let recording = asciicast_rs::Asciicast::<V>::from_slice(cast.as_bytes()).expect("it is an asciicast");
    let times: Vec<f64> = recording.absolute_times().map(|(at, _)| at).collect();
    (times, recording.events.len())
}

#[test]
fn both_versions_are_read_by_a_parser_of_asciicasts_and_say_the_same() {
    let (second, third) = (exported(&["queue"]), exported(&["queue", "--cast-version", "3"]));
    let (times, count) = parsed::<asciicast_rs::V2>(&second);
    let (other_times, other_count) = parsed::<asciicast_rs::V3>(&third);
    // The third says, too, that the program ended.
    assert_eq!(count + 1, other_count);
    assert!(count > 100, "{count}");
    assert!(times.is_sorted() && other_times.is_sorted());
    let apart = times.iter().zip(&other_times).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    assert!(apart < 1e-6, "{apart}");
    assert!(parsed_as_other(&second), "a file of version 2 is none of version 3");
}

fn parsed_as_other(cast: &str) -> bool {
    asciicast_rs::Asciicast::<asciicast_rs::V3>::from_slice(cast.as_bytes()).is_err()
}

#[test]
fn markers_say_what_is_worth_a_chapter() {
    let cast = exported(&["deadlock"]);
    let marks: Vec<String> =
        events(&cast).into_iter().filter(|(_, code, _)| code == "m").map(|(.., data)| data).collect();
    let expected = [
        "MainThread joins alice: blocked",
        "alice wants paper, bob holds it: blocked",
        "deadlock: alice and bob in a circle",
    ];
    assert_eq!(marks, expected);
}

#[test]
fn the_same_run_gives_the_same_file() {
    let arguments = ["semaphore", "--seed", "3", "--policy", "random", "--speed", "8"];
    assert_eq!(exported(&arguments), exported(&arguments));
}

#[test]
fn options_change_what_is_filmed() {
    let end = |arguments: &[&str]| events(&exported(arguments)).last().map_or(0.0, |event| event.0);
    let usual = end(&["deadlock"]);
    assert!(end(&["deadlock", "--speed", "8"]) < usual / 2.0);
    assert!(end(&["deadlock", "--idle", "0.3"]) < usual);
    let count = |arguments: &[&str]| events(&exported(arguments)).len();
    assert!(count(&["deadlock", "--no-motion"]) < count(&["deadlock"]) * 2 / 3);
    let part = exported(&["deadlock", "--steps", "3..5"]);
    assert!(played(&part, (100, 30)).screen().contents().contains("5 of 14"));
    let header: Value =
        serde_json::from_str(exported(&["deadlock", "--size", "80x24"]).lines().next().expect("a header"))
            .expect("JSON");
    assert_eq!((&header["width"], &header["height"]), (&80.into(), &24.into()));
}

#[test]
fn what_a_program_prints_does_not_speak_to_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let program = folder.path().join("rude.py");
    std::fs::write(&program, "print('\\x1b[2J\\x1b]0;mine\\x07\\x9b31m rude')\n").expect("it is written");
    let cast = exported(&[program.to_str().expect("a path in UTF-8")]);
    for (_, code, data) in events(&cast).into_iter().filter(|(_, code, _)| code == "o") {
        let own = data.replace("\x1b[?25l", "").replace("\x1b[?25h", "").replace("\x1b[2J", "");
        let rest = own.split('\x1b').skip(1).all(|part| part.starts_with('['));
        assert!(rest && !own.contains(['\x07', '\u{9b}']), "{code} {data:?}");
    }
    assert!(played(&cast, (100, 30)).screen().contents().contains("rude"));
}

#[test]
fn what_cannot_be_written_leaves_what_was_there() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("out.cast");
    std::fs::write(&path, "precious").expect("it is written");
    let run = Command::new(env!("CARGO_BIN_EXE_raddle")).args(["export", "no_such_scenario", "-o"]).arg(&path).output();
    assert_eq!(run.expect("raddle starts").status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), "precious");
    export(&path, &["start_join"]);
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|one| one.file_name()).collect();
    assert_eq!(names, ["out.cast"], "nothing is left beside it");
}

#[test]
fn a_terminal_that_plays_it_shows_the_last_screen() {
    for (language, said) in [("en", "DEADLOCK"), ("zh", "死锁")] {
        let cast = exported(&["deadlock", "--size", "110x34", "--lang", language]);
        let screen = played(&cast, (110, 34));
        let text = screen.screen().contents();
        assert!(text.contains(said) && (text.contains("14 of 14") || text.contains("14/14")), "{text}");
    }
}
