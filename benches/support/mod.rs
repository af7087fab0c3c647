//! What several benches share.
#![allow(dead_code, reason = "each bench uses a part")]

use std::{
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use raddle::{compiler::compile, program::Program, source::SourceText, stdlib::Library};

/// Threads that take a lock in turn, each so many times.
pub fn locked_counter(threads: u32, turns: u64) -> String {
    format!(
        "\
import threading

counter = 0
lock = threading.Lock()

def work():
    global counter
    for _ in range({turns}):
        with lock:
            counter += 1

threads = [threading.Thread(target=work) for _ in range({threads})]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"
    )
}

/// A program text, compiled.
pub fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("bench.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// How long `python3` takes for the program, if it is there: the quickest of several times, for whatever else the machine does
/// can only make it slower.
pub fn python(text: &str) -> Option<Duration> {
    let run = || {
        let start = Instant::now();
        let output = Command::new("python3").args(["-I", "-c", text]).output().ok()?;
        output.status.success().then(|| start.elapsed())
    };
    run()?;
    (0..7).filter_map(|_| run()).min()
}
