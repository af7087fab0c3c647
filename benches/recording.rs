//! How fast recordings are written, opened and gone through: ten million events of four threads that count with a lock.
//!
//! `cargo bench --bench recording`; a number behind `--` is another number of events.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod support;

use std::{
    fs::File,
    ops::ControlFlow,
    sync::Arc,
    time::{Duration, Instant},
};

use raddle::{
    app::{Stage, recording::header},
    event::Event,
    host::{Budget, Recording, Runner, Settings},
    ids::{StepIndex, ThreadId},
    machine::Machine,
    scenario::Scenario,
    scene::{Playback, Timeline},
    source::SourceText,
};
use support::locked_counter;

fn timed<T>(what: &str, once: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = once();
    println!("{what:<58} {:?}", start.elapsed());
    result
}

/// The memory that the process has in use, where that can be known.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("?").trim().to_owned();
    format!("{} now, {} at most", line("VmRSS:"), line("VmHWM:"))
}

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let wanted = std::env::args().skip(1).find_map(|word| word.parse::<u64>().ok()).unwrap_or(10_000_000);
    // Each turn of each thread is worth some fifteen events.
    let text = locked_counter(4, wanted / 60 + 1);
    let scenario = Scenario::read("bench", Arc::new(SourceText::new("bench.py", text)), None).expect("no metadata");
    let program = Arc::new(scenario.compile().expect("it compiles"));
    let settings = Settings::default();
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("bench.raddle");
    let budget = Budget { steps: u64::MAX, time: Some(Duration::from_mins(10)) };
    let runner = || Runner::new(Machine::new(Arc::clone(&program), settings.memory), settings, Vec::new());

    let outcome = timed("the run, not saved", || runner().run(budget, |_| ControlFlow::Continue(())));
    let steps = outcome.expect("no choices were given").steps;
    timed("the run, saved while it goes on", || {
        let mut runner = runner();
        runner.save(&header(&scenario, &settings), Box::new(File::create(&path).expect("a file can be made")));
        let outcome = runner.run(budget, |_| ControlFlow::Continue(())).expect("no choices were given");
        runner.take_saver().expect("it was saved").finish(outcome.end, outcome.steps).expect("there is room");
    });
    let bytes = std::fs::metadata(&path).expect("it is there").len();
    println!("  memory: {}", resident());
    let recording = timed("opened", || Recording::open(&path).expect("it can be opened"));
    let events = recording.history.event_count();
    println!("  {steps} steps, {events} events of {} bytes in memory", size_of::<Event>());
    println!("  {} MB: {:.0} bytes an event, {:?}", bytes >> 20, bytes as f64 / events as f64, recording.extent);
    println!("  memory: {}", resident());
    let (mut playback, mut timeline) = (Playback::default(), Timeline::default());
    timed("timeline folded", || timeline.extend(&recording.history, &mut playback));
    println!("  memory: {}", resident());
    let tip = recording.history.tip();
    for (what, step) in
        [("the start", 0), ("the middle", tip.0 / 2), ("just before it", tip.0 / 2 - 1), ("the end", tip.0)]
    {
        timed(&format!("scene at {what}"), || {
            playback.at(&recording.history, StepIndex(step));
        });
    }
    drop((playback, timeline));
    let now = Duration::ZERO;
    let mut stage = timed("on the stage, compiled and folded", || Stage::of_recording(recording));
    timed("to the middle", || stage.seek(StepIndex(tip.0 / 2), now));
    timed("a step back", || stage.back(now));
    timed("a step forward", || stage.forward(now));
    let thread =
        (0..5).map(ThreadId).rfind(|&thread| stage.scene().thread(thread).is_some()).expect("there are threads");
    timed("another choice there: the machine catches up", || {
        let mut asked = 1;
        while !stage.run(thread, now) && asked < 20 {
            asked += 1;
        }
        println!("  asked {asked} times");
    });
    println!("  memory: {}", resident());
}
