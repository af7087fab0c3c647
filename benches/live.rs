//! How fast live threads go: operations a second through the channel, and the same program beside `python3`, whose threads
//! contend for its interpreter lock as raddle's do for the machine.
//!
//! `cargo bench --bench live`. Each figure is the best of several rounds.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use raddle::{
    compiler::compile,
    host::{
        Session, Settings,
        live::{Beginning, Live, Report},
    },
    machine::Machine,
    program::Program,
    source::SourceText,
    stdlib::Library,
    trace::Texts,
};

const ROUNDS: usize = 5;

/// How many steps a way to run has taken, and how long.
type Measure<'m> = &'m dyn Fn() -> (u64, Duration);

/// Threads that take a lock in turn, so many times altogether.
fn program_text(threads: u32, turns: u32) -> String {
    format!(
        "import threading\nlock = threading.Lock()\ncount = 0\ndef work():\n    global count\n    for n in range({}):\n        with lock:\n            \
         count += 1\nthreads = [threading.Thread(target=work) for n in range({threads})]\nfor thread in threads: thread.start()\n\
         for thread in threads: thread.join()\n",
        turns / threads
    )
}

fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("bench.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|problems| panic!("{problems:?}")))
}

/// Runs live to the end; how many steps, and how long. `texts` says whether events are reported.
fn live(program: &Arc<Program>, texts: Option<Texts>) -> (u64, Duration) {
    let machine = Machine::new(Arc::clone(program), Settings::default().memory);
    let start = Instant::now();
    let live =
        Live::new(Beginning { machine, texts, seed: 0, pace: Duration::ZERO, paused: false, most_steps: u64::MAX });
    let mut reported = 0;
    while live.look(|machine| machine.end().is_none()) || !live.reports().is_empty() {
        let _ = live.bell().recv_timeout(Duration::from_millis(1));
        reported += live.reports().try_iter().map(|report| steps_in(&report)).sum::<u64>();
    }
    assert_eq!(reported, live.steps(), "none is lost");
    (live.steps(), start.elapsed())
}

fn steps_in(report: &Report) -> u64 {
    match report {
        Report::Steps(batch) => batch.steps.len() as u64,
        Report::Begun(..) | Report::NoThread(..) => 0,
    }
}

/// The same, followed by a session as the screen does.
fn followed(program: &Arc<Program>) -> (u64, Duration) {
    let mut session = Session::new(Arc::clone(program), Settings::default());
    let start = Instant::now();
    session.go_live(Duration::ZERO, false);
    while session.end().is_none() {
        let bell = session.live().expect("it is live").bell().clone();
        let _ = bell.recv_timeout(Duration::from_millis(1));
        session.follow(|| true);
    }
    (u64::from(session.history().tip().0), start.elapsed())
}

fn python(text: &str) -> Option<Duration> {
    let run = |text: &str| {
        let start = Instant::now();
        let output = Command::new("python3").args(["-I", "-c", text]).output().ok()?;
        output.status.success().then(|| start.elapsed())
    };
    let best = |text: &str| (0..ROUNDS).filter_map(|_| run(text)).min();
    Some(best(text)?.saturating_sub(best("")?))
}

fn main() {
    for (threads, turns) in [(2, 100_000), (4, 100_000), (1000, 20_000)] {
        let text = program_text(threads, turns);
        let program = program(&text);
        let best = |run: Measure<'_>| (0..ROUNDS).map(|_| run()).min_by_key(|&(_, time)| time);
        println!("{threads} threads, {turns} turns with a lock");
        let python = python(&text);
        let rows: [(&str, Measure<'_>); 3] = [
            ("choices reported", &|| live(&program, None)),
            ("events reported", &|| live(&program, Some(Texts::default()))),
            ("events followed by a session", &|| followed(&program)),
        ];
        for (name, run) in rows {
            let Some((steps, time)) = best(run) else { continue };
            let millions = steps as f64 / time.as_secs_f64() / 1e6;
            print!("  {name:30} {millions:5.2} million steps/s   {:7.1} ms", time.as_secs_f64() * 1e3);
            match python {
                Some(other) => {
                    let ratio = time.as_secs_f64() / other.as_secs_f64();
                    println!("   python3 {:7.1} ms   ratio {ratio:.2}", other.as_secs_f64() * 1e3);
                }
                None => println!("   no python3 here"),
            }
        }
    }
}
