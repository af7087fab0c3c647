//! Text mode: the real program, told commands through a pipe, answers in sentences and nothing else.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use crate::support;

/// What the program says when it is told these lines.
fn talk(arguments: &[&str], lines: &[u8]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_raddle"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for name in ["LANG", "LC_ALL", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    let mut child = command.spawn().expect("the program can be run");
    let mut input = child.stdin.take().expect("stdin is a pipe");
    let lines = lines.to_vec();
    // It may stop to listen before it has heard everything.
    let writer = std::thread::spawn(move || drop(input.write_all(&lines)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer does not panic");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).expect("the program writes UTF-8");
    let control = said.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "nothing speaks to a terminal: {said}");
    said
}

/// The lines that answer these commands, without those of the opening.
fn answers(arguments: &[&str], lines: &str) -> Vec<String> {
    let opening = talk(arguments, b"");
    let said = talk(arguments, lines.as_bytes());
    let rest = said.strip_prefix(&opening).expect("the opening is the same each time");
    rest.lines().map(str::to_owned).collect()
}

#[test]
fn it_opens_with_what_the_program_is_and_ends_with_its_input() {
    let said = talk(&["deadlock", "--text"], b"");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "Two locks, opposite order");
    assert!(lines[1].starts_with("Alice takes the pen") && lines[2].starts_with("The circle"));
    assert_eq!(lines[3], "Press Enter for a step, type help for the commands.");
    assert_eq!(lines[4..], ["Step 0, 0 s: MainThread begins."]);
}

#[test]
fn steps_are_told_and_taken_back() {
    let said = answers(&["deadlock", "--text"], "\ns\nstep 3\nb\nback 2\n7\n");
    let starts: Vec<&str> = said.iter().map(|line| line.split([',', '.']).next().unwrap_or_default()).collect();
    let expected = [
        "Step 1",
        "Step 2",
        "Step 3",
        "Step 4",
        "Step 5",
        "Back at step 4",
        "Step 4",
        "Back at step 2",
        "Step 2",
        "Step 3",
        "Step 4",
        "Step 5",
        "Step 6",
        "Step 7",
    ];
    assert_eq!(starts, expected, "{said:#?}");
    assert!(said[2].ends_with("alice takes pen."), "{}", said[2]);
    assert!(said[1].contains("where alice is: Alice takes the pen first."), "{}", said[1]);
}

#[test]
fn playing_tells_the_deadlock_and_where_everybody_stands() {
    let said = answers(&["deadlock", "--text"], "play\nwhere\nwhat\no\n").join("\n");
    for part in [
        "Deadlock: alice and bob in a circle.",
        "Type open deadlock_ordered for the fixed version.",
        "1, MainThread: blocked; joins alice.",
        "2, alice: blocked; wants paper, bob holds it; holds pen.",
        "No thread can go on.",
        "pen (Lock): held by alice; bob wants it.",
        "Deadlock: bob wants pen, alice holds it; alice wants paper, bob holds it.",
        "alice: alice has the pen",
    ] {
        assert!(said.contains(part), "{part} is missing in\n{said}");
    }
}

#[test]
fn an_end_says_whether_it_is_as_it_should_be() {
    let wrong = answers(&["lost_update", "--text"], "end\n").join("\n");
    for part in ["The program is done, with a wrong result.", "2 writes are lost", "Type open lost_update_fixed"] {
        assert!(wrong.contains(part), "{part} is missing in\n{wrong}");
    }
    let misprinted = answers(&["last_seat", "--text", "--lang", "zh"], "end\n").join("\n");
    assert!(misprinted.contains("结果错误") && misprinted.contains("本应打印“tickets: 1, seats: 0”"), "{misprinted}");
    let right = answers(&["last_seat_locked", "--text"], "end\n").join("\n");
    assert!(right.contains("The program is done, as it should be.") && !right.contains("fixed version"), "{right}");
}

#[test]
fn the_viewer_is_the_scheduler() {
    // Alice takes both before Bob has anything: nobody waits for ever.
    let said = answers(&["deadlock", "--text"], "s 2\nrun alice\nr 2\nr 2\nr 2\nr 2\nr 2\nr 2\nr 2\nend\n").join("\n");
    assert!(said.contains("alice takes paper.") && said.contains("The program is done, as it should be."), "{said}");
    let refused = answers(&["deadlock", "--text"], "run bob\nr 9\nrun nobody\n");
    assert_eq!(refused.len(), 3, "{refused:#?}");
    assert!(refused.iter().all(|line| line.starts_with("There is no thread")), "{refused:#?}");
    let waits = answers(&["deadlock", "--text"], "play\nrun 1\n");
    assert_eq!(waits.last().map(String::as_str), Some("MainThread cannot run now: blocked"));
}

#[test]
fn the_next_wait_is_found_and_the_source_is_read() {
    let said = answers(&["queue", "--text"], "next\nsource\n");
    assert!(said.iter().any(|line| line.contains("xia wants to get, shelf is empty: blocked")), "{said:#?}");
    assert!(said.iter().any(|line| line.starts_with("Line ") && line.contains("(4 xia here): ")), "{said:#?}");
}

#[test]
fn chinese_is_spoken_and_understood() {
    let said = answers(&["deadlock", "--text", "--lang", "zh"], "单步 3\n播放\n位置\n资源\n退出\n").join("\n");
    for part in [
        "第 3 步",
        "alice 获得 pen",
        "死锁：alice 和 bob 形成循环等待",
        "2 号，alice：阻塞；想要 bob 持有的 paper；持有 pen。",
        "再见。",
    ] {
        assert!(said.contains(part), "{part} is missing in\n{said}");
    }
    let both = answers(&["deadlock", "--text"], "language\n单步\nstep\nlanguage\ns\n").join("\n");
    assert!(both.contains("现在是中文。") && both.contains("This is English."), "{both}");
}

#[test]
fn without_a_target_scenarios_are_listed_and_opened() {
    let said = talk(&["--text"], b"where\nopen queue\ns 2\nopen nothing\n");
    assert!(said.contains("deadlock: Two locks, opposite order") && said.contains("Nothing is open."), "{said}");
    assert!(said.contains("MainThread starts xia") && said.contains("there is no scenario `nothing`"), "{said}");
}

#[test]
fn nonsense_is_answered_and_never_ends_it() {
    let long = "x".repeat(100_000);
    let number = "9".repeat(30);
    let mut lines =
        format!("{long}\nstep -1\nstep {number}\n{number}\nstep 0\nseek\nrun\n\x1b[2J\nrestart 5\n").into_bytes();
    lines.extend(b"\xff\xfe\x00\nwhere\nquit\nstep\n");
    let said = talk(&["deadlock", "--text"], &lines);
    assert!(said.contains("is no command") && said.contains("A number is missing"), "{said}");
    assert!(said.contains("\\u{1b}[2J") && said.ends_with("Bye.\n"), "{said}");
}

#[test]
fn every_command_of_the_help_is_understood() {
    for (language, unknown) in [("en", "is no command"), ("zh", "不是命令")] {
        let arguments = ["lost_update", "--text", "--lang", language];
        let help = answers(&arguments, "help\n");
        assert!(help.len() > 20, "{help:#?}");
        support::side_by_side(support::cores(), help.iter().take(help.len() - 1), |line| {
            let word: String = line.chars().take_while(|c| c.is_alphabetic()).collect();
            let said = talk(&arguments, format!("s\n{word}\n").as_bytes());
            assert!(!said.contains(unknown), "{word}: {said}");
        });
    }
}

#[test]
fn names_with_control_characters_do_no_harm() {
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("odd.py");
    let text = "import threading\nlock = threading.Lock()\ndef work():\n    with lock:\n        print('a\\x1b[2J\\nb')\n\
                t = threading.Thread(target=work, name='\\x1b]0;x\\x07\\n锁')\nt.start()\nt.join()\n";
    std::fs::write(&file, text).expect("a file can be written");
    let said = talk(&[&file.to_string_lossy(), "--text"], b"play\nwhere\nwhat\noutput\nsource\n");
    assert!(said.contains("锁") && said.contains("\\u{1b}"), "{said}");
}

#[test]
fn a_program_without_end_does_not_hold_the_viewer_up() {
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("endless.py");
    std::fs::write(&file, "import threading\nlock = threading.Lock()\nwhile True:\n    with lock:\n        pass\n")
        .expect("a file can be written");
    let said = talk(&[&file.to_string_lossy(), "--text"], b"step 4000000000\nplay\nwhere\n");
    assert!(
        said.contains("9500 steps are not told.") && said.contains("These were 500 steps; play goes on."),
        "{said}"
    );
    assert!(said.contains("Step 10500 of 10500 so far"), "{said}");
}

#[test]
fn a_live_run_is_told_as_well() {
    let said = talk(&["deadlock", "--text", "--policy", "live"], b"step 3\nplay\nback\n");
    assert!(said.contains("Step 3,") && said.contains("Deadlock: alice and bob in a circle"), "{said}");
    assert!(said.contains("Back at step "), "{said}");
}

#[test]
fn a_timer_that_begins_again_is_told_as_one() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("beat.py");
    let program = "from threading import Timer\nclass Beat(Timer):\n    def run(self):\n        \
                   while not self.finished.wait(self.interval):\n            self.function()\n\
                   beat = Beat(1, print, ['tick'])\nbeat.start()\nbeat.join(2.5)\nbeat.cancel()\n";
    std::fs::write(&path, program).expect("the folder can be written");
    let said = answers(&[&path.to_string_lossy(), "--text"], &"\n".repeat(16)).join("\n");
    for words in [
        "Thread-1 wants a signal of beat.finished: blocked; gives up after 1 s.",
        "1 s: The time of Thread-1 is up. beat.finished fires in Thread-1.",
        "2 s: The time of Thread-1 is up. beat.finished fires in Thread-1.",
        "MainThread gives up: its time is over.",
        "MainThread cancels beat.finished. MainThread notifies Thread-1 through beat.finished.",
        "Thread-1 is done.",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}
