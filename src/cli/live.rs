//! `raddle run --policy live`: the operating system's threads run the program, without a screen.

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use crate::{
    event::End,
    host::{
        Budget, Outcome,
        live::{Beginning, Live, Report},
    },
    machine::{Limit, Machine},
};

/// What was printed is looked for so often at least.
const LOOK: Duration = Duration::from_millis(50);

/// Runs the program to its end or a limit. `looked` is called with the machine now and then, and `told` with every
/// report, in order.
pub fn run(
    beginning: Beginning,
    budget: Budget,
    mut looked: impl FnMut(&Machine) -> ControlFlow<()>,
    mut told: impl FnMut(Report),
) -> (Outcome, Machine) {
    let start = Instant::now();
    let live = Live::new(beginning);
    let limit = loop {
        let _ = live.bell().recv_timeout(LOOK);
        live.reports().try_iter().for_each(&mut told);
        if live.look(&mut looked).is_break() || live.look(|machine| machine.end().is_some()) {
            break None;
        }
        if live.steps() >= budget.steps {
            break Some(Limit::Steps);
        }
        if budget.time.is_some_and(|limit| start.elapsed() >= limit) {
            break Some(Limit::Time);
        }
    };
    live.pause();
    let (machine, steps, reports) = (live.look(Machine::clone), live.steps(), live.reports().clone());
    drop(live);
    reports.try_iter().for_each(told);
    let _ = looked(&machine);
    let end = if limit.is_some() { End::Limit } else { machine.end().unwrap_or(End::Limit) };
    (Outcome { end, limit: limit.or(machine.limit()), steps }, machine)
}
