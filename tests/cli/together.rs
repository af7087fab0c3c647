//! Several programs at once, each in a process of its own, on one network and one file system.

use std::{fs, path::PathBuf};

use tempfile::TempDir;

use crate::support::command::{Answer, program};

const SERVER: &str = "\
import socket

asked = 0
with socket.socket() as server:
    server.bind(('localhost', 9000))
    server.listen()
    while True:
        connection, _ = server.accept()
        with connection:
            data = connection.recv(100)
            asked += 1
            connection.sendall(b'%d ' % asked + data)
";

const CLIENT: &str = "\
import socket, sys, time

time.sleep(1)
asked = 'not the other one'
with socket.create_connection(('localhost', 9000)) as connection:
    connection.sendall(b'hello')
    print(__name__, asked, sys.argv[0].split('/')[-1], connection.recv(100))
";

/// Files in a folder that goes away.
struct Files(TempDir);

impl Files {
    fn of(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().expect("a folder can be made");
        for (name, text) in files {
            fs::write(folder.path().join(name), text).expect("a file can be written");
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs the program in the folder.
    fn raddle(&self, arguments: &[&str]) -> Answer {
        program(arguments).current_dir(self.0.path()).output().expect("the program can be run").into()
    }
}

#[test]
fn clients_reach_a_server_that_is_ended_when_nobody_is_left_to_serve() {
    let files = Files::of(&[("server.py", SERVER), ("client.py", CLIENT)]);
    let answer = files.raddle(&["run", "server.py", "client.py", "client.py"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let mut lines: Vec<&str> = answer.out.lines().collect();
    lines.sort_unstable();
    let line = |number: u32| format!("__main__ not the other one client.py b'{number} hello'");
    assert_eq!(lines, [line(1), line(2)]);
    let verdict = files.raddle(&["run", "--json", "server.py", "client.py", "client.py"]).json();
    assert_eq!(
        (&verdict["verdict"], &verdict["target"]),
        (&"finished".into(), &"server.py client.py client.py".into())
    );
    let names: Vec<&str> =
        verdict["threads"].as_array().into_iter().flatten().filter_map(|thread| thread["name"].as_str()).collect();
    assert_eq!(names, ["server.py", "client.py", "client.py 2"]);
    assert_eq!(verdict["threads"][0]["status"], "blocked");
}

#[test]
fn the_worst_exit_code_counts_and_a_traceback_knows_its_own_file() {
    let broken = "import sys\n\ndef work():\n    raise ValueError('no')\n\nwork()\n";
    let files = Files::of(&[("server.py", SERVER), ("broken.py", broken), ("two.py", "import sys\nsys.exit(7)\n")]);
    let answer = files.raddle(&["run", "server.py", "broken.py"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.err.contains("File \"broken.py\", line 4, in work"), "{answer:?}");
    assert!(answer.err.contains("broken.py died: ValueError: no"), "{answer:?}");
    assert_eq!(files.raddle(&["run", "broken.py", "two.py", "server.py"]).code, 7);
}

#[test]
fn who_waits_for_what_nobody_does_is_stuck() {
    let waits = "import threading\nthreading.Event().wait()\n";
    let files = Files::of(&[("waits.py", waits), ("ends.py", "print('done')\n")]);
    let answer = files.raddle(&["run", "waits.py", "ends.py"]);
    assert_eq!((answer.code, answer.out.as_str()), (3, "done\n"), "{answer:?}");
    // A server is one only when somebody could have been served.
    let alone = Files::of(&[("server.py", SERVER)]).raddle(&["run", "server.py"]);
    assert_eq!(alone.code, 3, "{alone:?}");
}

#[test]
fn they_have_one_file_system() {
    let reader = "import time\ntime.sleep(1)\nprint(open('note.txt').read())\n";
    let files = Files::of(&[("writer.py", "open('note.txt', 'w').write('hello')\n"), ("reader.py", reader)]);
    let writer = "with open('note.txt', 'w') as file:\n    file.write('hello')\n";
    fs::write(files.path("writer.py"), writer).expect("a file can be written");
    let answer = files.raddle(&["run", "writer.py", "reader.py"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, "hello\n"), "{answer:?}");
    assert!(!files.path("note.txt").exists(), "it is none of the disk");
}

#[test]
fn a_recording_of_several_replays_and_a_search_goes_through_all_of_them() {
    let client = CLIENT.replace("time.sleep(1)\n", "");
    let files = Files::of(&[("server.py", SERVER), ("client.py", &client)]);
    let saved = files.raddle(&["run", "server.py", "client.py", "--save", "run.raddle"]);
    let exported = files.raddle(&["export", "run.raddle", "-o", "run.json"]);
    assert_eq!(exported.code, 0, "{exported:?}");
    let told = fs::read_to_string(files.path("run.json")).expect("it was written");
    assert!(told.contains("1 server.py\"") && told.contains("2 client.py\""), "{saved:?}");
    let report = files.raddle(&["check", "server.py", "client.py", "--json"]).json();
    assert_eq!(report["complete"], true);
    let kinds: Vec<&str> =
        report["outcomes"].as_array().into_iter().flatten().filter_map(|end| end["kind"].as_str()).collect();
    assert!(kinds.contains(&"finished") && kinds.contains(&"failed"), "{report}");
}

#[test]
fn what_several_cannot_do_is_said() {
    let files = Files::of(&[("one.py", "print(1)\n"), ("wrong.py", "\nx = = 1\n")]);
    let many = files.raddle(&["run", "one.py", "one.py", "--times", "3"]);
    assert!(many.code == 2 && many.err.contains("--times"), "{many:?}");
    let wrong = files.raddle(&["run", "one.py", "wrong.py"]);
    assert!(wrong.code == 2 && wrong.err.contains("wrong.py:2:"), "{wrong:?}");
}

#[test]
fn a_search_gives_a_program_its_input() {
    let files = Files::of(&[("asks.py", "print(input() + '!')\n"), ("in.txt", "line\n")]);
    let report = files.raddle(&["check", "asks.py", "--input", "in.txt", "--json"]).json();
    assert_eq!(report["outcomes"][0]["output"], "line!\n");
}
