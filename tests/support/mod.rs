//! What several test programs share: running a Python file on raddle's machine and under `python3`.
//!
//! Knows the library's public door only. Each test program uses a part of it.
#![allow(dead_code, reason = "each test program uses a part")]

pub mod command;

use std::{
    fmt::Write as _,
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, Mutex},
    time::Duration,
};

use raddle::{
    compiler::compile,
    event::End,
    host::{Budget, Obstacle, Runner, Session, Settings},
    machine::Machine,
    program::Program,
    source::SourceText,
    stdlib::Library,
};

/// What a program printed, and its exit code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub exit: i32,
}

impl Run {
    /// As it is stored in an `.expected` file: readable, and each part there only if there is something in it.
    pub fn text(&self) -> String {
        let mut text = self.stdout.clone();
        if !self.stderr.is_empty() {
            let _ = write!(text, "=== stderr\n{}", self.stderr);
        }
        if self.exit != 0 {
            let _ = writeln!(text, "=== exit {}", self.exit);
        }
        text
    }
}

/// Runs a program text to its end on the machine. A program that is refused counts as exit 2, with the problems as stderr.
pub fn run_text(name: &str, text: &str, settings: Settings) -> (Run, End) {
    let source = Arc::new(SourceText::new(name, text));
    let program = match compile(&source, &Library) {
        Ok(program) => program,
        Err(problems) => {
            let stderr = problems.iter().fold(String::new(), |text, problem| format!("{text}{problem:?}\n"));
            return (Run { stdout: String::new(), stderr, exit: 2 }, End::Failed);
        }
    };
    let machine = Machine::new(Arc::new(program), settings.memory);
    let mut runner = Runner::new(machine, settings, Vec::new());
    let budget = Budget { steps: 10_000_000, time: Some(Duration::from_mins(1)) };
    let outcome = runner.run(budget, |_| ControlFlow::Continue(())).expect("no choices were given");
    let machine = runner.machine();
    let output = machine.output();
    let run = Run { stdout: output.text(false), stderr: output.text(true), exit: machine.exit_code() };
    (run, outcome.end)
}

/// Runs a file as `python3 NAME.py` would in its folder.
pub fn run_file(path: &Path, settings: Settings) -> (Run, End) {
    let text = std::fs::read_to_string(path).expect("a test program can be read");
    run_text(&file_name(path), &text, settings)
}

/// The `.py` files below a folder, in order.
pub fn python_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a test folder can be read").flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|extension| extension == "py") => files.push(path),
                false => {}
            }
        }
    }
    files.sort();
    files
}

/// `python3` runs the file; its folder is left out of what it prints, so that expectations hold on every machine.
pub fn run_python(path: &Path) -> Run {
    let mut python = Command::new("python3");
    if ignores_signals() {
        python = Command::new("env");
        python.args(["--default-signal=INT,HUP,QUIT", "python3"]);
    }
    let folder = path.parent().expect("a file is in a folder");
    let output = python.arg("-B").arg(file_name(path)).current_dir(folder).env("PYTHONIOENCODING", "utf-8").output();
    let output = output.expect("python3 was there a moment ago");
    let text = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("python3 was asked for UTF-8");
        without_library_frames(&text.replace(&format!("{}/", folder.display()), ""))
    };
    Run { stdout: text(output.stdout), stderr: text(output.stderr), exit: output.status.code().unwrap_or(-1) }
}

/// Whether whoever runs the tests in the background has them ignore what interrupts: a program that asks would see that.
fn ignores_signals() -> bool {
    const HUP_INT_QUIT: u64 = 0b111;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask & HUP_INT_QUIT != 0)
}

/// A traceback without the frames of CPython's own library: the machine leaves those of its library out, too.
fn without_library_frames(text: &str) -> String {
    let mut kept = String::new();
    let mut in_library = false;
    for line in text.split_inclusive('\n') {
        let is_entry = line.starts_with("  File \"");
        in_library = if is_entry { line.contains("/lib/python3.") } else { in_library && line.starts_with("    ") };
        if !in_library {
            kept.push_str(line);
        }
    }
    kept
}

/// Whether a `python3` of the version that is the yardstick is there; prints why not.
#[expect(clippy::print_stdout, reason = "a test that was skipped says so")]
pub fn python_is_there() -> bool {
    let version = Command::new("python3").arg("--version").output();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    match version {
        Ok(version) if version.starts_with("Python 3.11.") => true,
        Ok(version) => {
            println!("skipped: the stored expectations are those of Python 3.11, here is {version}");
            false
        }
        Err(error) => {
            println!("skipped: no python3 here ({error})");
            false
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().expect("a file has a name").to_string_lossy().into_owned()
}

/// The programs of a folder of the project, compiled, each with its name; those that are refused are left out.
pub fn compiled(folder: &str) -> Vec<(String, Arc<Program>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    if !folder.exists() {
        return Vec::new();
    }
    let programs = python_files(&folder).into_iter().filter_map(|path| {
        let text = std::fs::read_to_string(&path).expect("a test program can be read");
        Some((file_name(&path), compiled_text(&file_name(&path), &text)?))
    });
    programs.collect()
}

/// A program, compiled; none if it is refused.
pub fn compiled_text(name: &str, text: &str) -> Option<Arc<Program>> {
    let source = Arc::new(SourceText::new(name, text));
    compile(&source, &Library).ok().map(Arc::new)
}

/// Lets the machine of a session come up to the cursor, however slow the computer is.
pub fn come_along(session: &mut Session) {
    session.come_along();
    while let Some(Obstacle::Far(_)) = session.obstacle() {
        session.come_along();
    }
}

/// Checks each of them, on as many threads as wanted; a check that panics is a test that fails.
pub fn side_by_side<T: Send>(workers: usize, items: impl IntoIterator<Item = T>, check: impl Fn(T) + Sync) {
    let left = Mutex::new(items.into_iter().collect::<Vec<_>>());
    let next = || left.lock().expect("nobody panics with it").pop();
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(item) = next() {
                    check(item);
                }
            });
        }
    });
}

/// How many threads make the most of this computer.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}
