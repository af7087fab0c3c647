//! Input that is typed while the program runs. A step that would come to the end of the standard input is not taken: somebody
//! is asked for a line first. What was typed lengthens the input, and all choices are made again with it, so that the run is
//! one with this input from its beginning, and replays as such.

use std::{sync::Arc, time::Duration};

use super::{Checkpoints, Session};
use crate::{
    choice::Choice,
    event::{EventKind, Silence},
    host::live::Live,
    ids::StepIndex,
    program::Program,
};

/// What is raised at the end of the input.
pub(in crate::host) const AT_THE_END: &str = "EOFError: EOF when reading a line";

/// Whether a step waits for input rather than finding that there is none.
#[derive(Debug, Default)]
pub(super) struct Asking {
    on: bool,
    wanted: Option<Wanted>,
}

/// A step that waits for a line of input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// The step.
    pub(in crate::host) choice: Choice,
    /// What it prints before it reads.
    pub prints: String,
    /// In a live run, whether its threads went by themselves: they are held while somebody types.
    pub live: Option<bool>,
}

impl Session {
    /// From now on a step that lacks input waits for it, or does not.
    pub fn ask_for_input(&mut self, on: bool) {
        if self.asking.on == on {
            return;
        }
        self.asking.on = on;
        if let Some(live) = self.live() {
            live.ask_for_input(on);
        }
    }

    /// Whether it does.
    pub(in crate::host) fn asks_for_input(&self) -> bool {
        self.asking.on
    }

    /// A thread of the live run has come to a step that waits for input.
    pub(in crate::host) fn wants(&mut self, wanted: Wanted) {
        self.cursor = self.history().tip();
        self.asking.wanted = Some(wanted);
    }

    /// The step that waits for input, if the last one that was to be taken does; it is told once.
    pub fn take_wanted(&mut self) -> Option<Wanted> {
        self.asking.wanted.take()
    }

    /// Whether the step would find no more input; it is noted that it waits for some.
    pub(super) fn wants_input(&mut self, choice: Choice) -> bool {
        if !self.asking.on || self.live().is_some() {
            return false;
        }
        let Some(ahead) = self.ahead_of(choice) else { return false };
        let texts = self.history().texts();
        let ends = |kind| matches!(kind, EventKind::Raised { exception } if ahead.text(exception, texts) == AT_THE_END);
        if !ahead.events.iter().any(|event| ends(event.kind)) {
            return false;
        }
        let printed = ahead.events.iter().filter_map(|event| match event.kind {
            EventKind::Output { text, stderr: false } => Some(ahead.text(text, texts)),
            _ => None,
        });
        let prints = printed.collect();
        self.asking.wanted = Some(Wanted { choice, prints, live: None });
        true
    }

    /// The same program with more input: the machine makes all choices again. Then it takes the step that waited; in a live
    /// run, its threads go on.
    pub fn go_on_with(&mut self, program: Arc<Program>, wanted: &Wanted) -> bool {
        let pace = self.live().map(Live::pace);
        self.end_live();
        self.program = program;
        let mut machine = self.settings.machine(Arc::clone(&self.program));
        machine.announce(&mut Silence);
        self.checkpoints = Checkpoints::new(machine.clone());
        let history = self.recorder.history();
        for (at, choice) in history.choices(history.tip()).enumerate() {
            let repeated = machine.step(choice, &mut Silence);
            debug_assert!(repeated.is_ok(), "more input changes nothing before it is read");
            self.checkpoints.offer(StepIndex::at(at + 1), &machine);
        }
        self.machine = machine;
        self.memory.forget();
        self.go_on(wanted, pace)
    }

    /// The step that waited is taken all the same, and finds that there is no more input.
    pub fn go_on_without(&mut self, wanted: &Wanted) -> bool {
        let pace = self.live().map(Live::pace);
        self.asking.on = false;
        self.go_on(wanted, pace)
    }

    fn go_on(&mut self, wanted: &Wanted, pace: Option<Duration>) -> bool {
        match (pace, wanted.live) {
            (Some(pace), Some(playing)) => {
                self.go_live(pace, !playing);
                true
            }
            _ => self.take(wanted.choice),
        }
    }
}
