//! How fast programs run, beside `python3` in the same run: each of `benches/python/`, as a ratio, and their geometric mean.
//!
//! `cargo bench --bench python` runs all; words behind `--` run those programs. Both are timed without their start, the
//! quickest of several rounds in turn, for whatever else the machine does can only make them slower. What the figures should
//! be is in `docs/PERFORMANCE.md`.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod support;

use std::{
    fs,
    ops::ControlFlow,
    path::Path,
    time::{Duration, Instant},
};

use raddle::{
    host::{Budget, Runner, Settings},
    machine::Machine,
};
use support::{program, python};

/// The binary's allocator, so that it is what is measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 5;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/python");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder is there").flatten().map(|file| file.path()).collect();
    files.sort();
    let start = python("");
    let mut ratios = Vec::new();
    for file in files {
        let name = file.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        if !wanted.is_empty() && !wanted.contains(&name) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("it was listed");
        let own = (0..ROUNDS).map(|_| timed(&text)).min().unwrap_or_default();
        print!("  {name:16} raddle {:8.1} ms", millis(own));
        match (python(&text), start) {
            (Some(other), Some(start)) => {
                let other = other.saturating_sub(start);
                let ratio = own.as_secs_f64() / other.as_secs_f64();
                ratios.push(ratio);
                println!("   python3 {:8.1} ms   ratio {ratio:.2}", millis(other));
            }
            _ => println!("   no python3 here"),
        }
    }
    if !ratios.is_empty() {
        let mean = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
        println!("  geometric mean of {}: {mean:.2} (aim 0.5, none over 1)", ratios.len());
    }
}

/// How long a program runs, compiled, from its machine to its end.
fn timed(text: &str) -> Duration {
    let (program, settings) = (program(text), Settings::default());
    let start = Instant::now();
    let machine = Machine::new(program, settings.memory);
    let mut runner = Runner::new(machine, settings, Vec::new());
    let budget = Budget { steps: u64::MAX, time: None };
    runner.run(budget, |_| ControlFlow::Continue(())).expect("no choices were given");
    start.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
