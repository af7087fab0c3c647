//! How fast live threads go: operations a second through the channel, and the same program beside `python3`, whose threads
//! contend for its interpreter lock as raddle's do for the machine.
//!
//! `cargo bench --bench live`. Each figure is the best of several rounds.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

mod support;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use raddle::{
    host::{
        Session, Settings,
        live::{Beginning, Live, Report},
    },
    machine::Machine,
    program::Program,
    trace::Texts,
};
use support::{locked_counter, program, python};

const ROUNDS: usize = 5;

/// How many steps a way to run has taken, and how long.
type Measure<'m> = &'m dyn Fn() -> (u64, Duration);

/// Runs live to the end; how many steps, and how long. `texts` says whether events are reported.
fn live(program: &Arc<Program>, texts: Option<Texts>) -> (u64, Duration) {
    let machine = Machine::new(Arc::clone(program), Settings::default().memory);
    let start = Instant::now();
    let live = Live::new(Beginning {
        machine,
        texts,
        seed: 0,
        pace: Duration::ZERO,
        paused: false,
        most_steps: u64::MAX,
        asks: false,
    });
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
        Report::Begun(..) | Report::Wants(_) | Report::NoThread(..) => 0,
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

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    for (threads, turns) in [(2, 100_000), (4, 100_000), (1000, 20_000)] {
        let text = locked_counter(threads, u64::from(turns / threads));
        let program = program(&text);
        let best = |run: Measure<'_>| (0..ROUNDS).map(|_| run()).min_by_key(|&(_, time)| time);
        println!("{threads} threads, {turns} turns with a lock");
        let python = python(&text).zip(python("")).map(|(whole, start)| whole.saturating_sub(start));
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
