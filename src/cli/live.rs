//! Live runs without a screen: the operating system's threads run the program, and somebody waits for what they do.

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use crate::{
    app::{Action, App, Speed, Stage},
    event::End,
    host::{
        Budget, RunEnd,
        live::{Beginning, Live, Report},
    },
    machine::{Limit, Machine},
};

/// What was printed is looked for so often at least.
const LOOK: Duration = Duration::from_millis(50);

/// A live run is recorded for so long at most.
const RECORDING: Duration = Duration::from_mins(1);

/// Threads that sleep or wait are waited for so long at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// Waits until the threads of the live run on the stage have done what they were let do: until they are held, have come to
/// the end, or patience is; they are held afterwards.
pub fn settle(app: &mut App, now: Duration) {
    let start = Instant::now();
    while let Some(live) = app.stage().and_then(Stage::live) {
        let going = !live.is_paused() && live.look(|machine| machine.end().is_none());
        let bell = live.bell().clone();
        if !going || start.elapsed() > PATIENCE {
            live.pause();
            while app.stage().is_some_and(Stage::has_news) {
                app.tick(now);
            }
            return;
        }
        let _ = bell.recv_timeout(LOOK);
        app.tick(now);
    }
}

/// Runs the program on the stage live, up to so many steps; it is not live afterwards.
pub fn record(app: &mut App, most: u32) {
    let now = Duration::ZERO;
    app.run_live();
    if let Some(stage) = app.stage_mut() {
        stage.set_speed(Speed::FASTEST, now);
    }
    app.update(Action::End, now);
    let start = Instant::now();
    while let Some(stage) = app.stage() {
        let Some(live) = stage.live() else { break };
        let over = stage.end().is_some() || stage.history().tip().0 >= most || start.elapsed() > RECORDING;
        if over && !stage.has_news() {
            break;
        }
        if over {
            live.pause();
        }
        let bell = live.bell().clone();
        let _ = bell.recv_timeout(LOOK);
        app.tick(now);
    }
    if let Some(stage) = app.stage_mut() {
        stage.leave_live(now);
    }
}

/// Runs the program to its end or a limit. `looked` is called with the machine now and then, and `told` with every
/// report, in order.
pub fn run(
    beginning: Beginning,
    budget: Budget,
    mut looked: impl FnMut(&Machine) -> ControlFlow<()>,
    mut told: impl FnMut(Report),
) -> (RunEnd, Machine) {
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
    (RunEnd { end, limit: limit.or(machine.limit()), steps }, machine)
}
