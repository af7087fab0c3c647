//! What is wrong with a run that finished all the same: the verdict on it does not know, since a silent machine tells of no writes.
//! So a short run is made once more, and looked at as the stage does.

use std::sync::Arc;

use super::console::Console;
use crate::{
    event::{End, Nanos},
    host::{Session, Settings},
    machine::Machine,
    program::Program,
    scenario::Scenario,
    scene::Playback,
    telling::{Proper, Prose},
};

/// No longer run is made once more, in steps, nor one of more work, in nanoseconds of the program's time: a million instructions.
const LONGEST: u64 = 20_000;
const MOST_WORK: Nanos = 50_000_000;

/// What is wrong with the run of a scenario that has finished after so many steps, in a line; none where nothing is. One thread
/// alone loses nothing, and is wrong only where it is known what it should print.
pub fn with_finished(
    (scenario, program): (&Scenario, Arc<Program>),
    settings: Settings,
    (machine, steps): (&Machine, u64),
    console: &Console,
) -> Option<String> {
    let can_be_wrong = machine.thread_count() > 1 || scenario.course.prints.is_some();
    if !can_be_wrong || steps > LONGEST || machine.process_time() > MOST_WORK {
        return None;
    }
    let mut session = Session::new(program, settings);
    session.set_priorities(scenario.priorities.clone());
    while session.end().is_none() && session.forward() {}
    if session.end() != Some(End::Finished) {
        return None;
    }
    let mut playback = Playback::default();
    let scene = playback.at(session.history(), session.cursor());
    let prose = Prose::new(scene, session.history(), &console.locale);
    let said = prose.judged_by(Proper::of(scenario, !scenario.changes().is_empty())).what_is_wrong();
    let text = said.join(" ");
    (!said.is_empty()).then(|| console.locale.format("verdict-wrong", &[("text", text.into())]))
}
