//! Goes on with a search until it is whole, the time is over, or somebody breaks it off.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag,
};

use super::{CheckArguments, Console, progress::Progress, subject::Subject};
use crate::{
    explore::{Bounds, LeftOut, Report, Search, Share},
    host::Cores,
};

/// Nobody wants to hear more often how far it is.
const SLICE: Duration = Duration::from_millis(100);

/// For so long, at least, short ways are looked for, also when the time is over.
const GRACE: Duration = Duration::from_secs(1);

/// The exit code of a process that was broken off while it was still telling what it knows.
const BROKEN_OFF: i32 = 130;

/// What was found, and how many seconds that took.
#[derive(Debug)]
pub struct Searched {
    pub report: Report,
    pub seconds: f64,
}

/// How far the search goes.
pub fn bounds(wanted: &CheckArguments) -> Bounds {
    Bounds {
        max_states: wanted.max_states.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX)),
        preemptions: wanted.preemptions,
        ignore_output: wanted.ignore_output,
        counts: wanted.count,
        ..Bounds::default()
    }
}

/// Searches the program.
pub fn search(subject: &Subject, wanted: &CheckArguments, console: &Console) -> Searched {
    go_on(Search::new(subject.machine.clone(), bounds(wanted)), wanted, console)
}

/// Searches a share of it; none, if that is no share of this program.
pub fn search_share(subject: &Subject, wanted: &CheckArguments, share: Share, console: &Console) -> Option<Searched> {
    let mut search = Search::new(subject.machine.clone(), bounds(wanted)).of_share(share);
    search.has_entries().then(|| go_on(search, wanted, console))
}

fn go_on(search: Search, wanted: &CheckArguments, console: &Console) -> Searched {
    let cores = Cores::new(wanted.jobs.map(|jobs| jobs as usize));
    let mut search = search.with_crew(Arc::new(cores));
    let broken_off = heed_signals();
    let start = Instant::now();
    let deadline = Some(wanted.max_seconds).filter(|seconds| *seconds > 0.0).map(Duration::from_secs_f64);
    let over = || deadline.is_some_and(|deadline| start.elapsed() >= deadline);
    let mut progress = Progress::new();
    let why = loop {
        let slice = Instant::now();
        let is_broken_off = || broken_off.load(Ordering::Relaxed);
        if !search.advance(|| slice.elapsed() < SLICE && !over() && !is_broken_off()) {
            break None;
        }
        if is_broken_off() {
            break Some(LeftOut::BrokenOff);
        }
        if over() {
            break Some(LeftOut::Time);
        }
        progress.at(&search, console);
    };
    if why.is_some() {
        search.stop();
    }
    progress.telling(console);
    let end = Instant::now();
    let has_time = || (why.is_none() && !over()) || end.elapsed() < GRACE;
    let may_go_on = || has_time() && (why.is_some() || !broken_off.load(Ordering::Relaxed));
    let report = search.report(why, may_go_on);
    Searched { report, seconds: start.elapsed().as_secs_f64() }
}

/// From now on the first signal only breaks the search off; the next one ends raddle.
fn heed_signals() -> Arc<AtomicBool> {
    let broken_off = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // Where signals cannot be heard, they end raddle as they would anyway. The order matters: the first of the two
        // looks at what the second one sets.
        let _ = flag::register_conditional_shutdown(signal, BROKEN_OFF, Arc::clone(&broken_off));
        let _ = flag::register(signal, Arc::clone(&broken_off));
    }
    broken_off
}
