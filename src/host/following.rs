//! A session that follows a live run: it takes in what the threads report, and can leave them at any moment to step
//! back, or to go on by itself.

use std::time::Duration;

use super::{
    Session,
    live::{Batch, Beginning, Live, Report, Taken},
};
use crate::{
    choice::Unit,
    event::{Silence, Sink},
    ids::ThreadId,
};

/// What a session knows of its live run.
#[derive(Debug, Default)]
pub(super) struct Following {
    live: Option<Live>,
    kernel_ids: Vec<Option<u32>>,
    refused: Option<String>,
}

impl Session {
    /// The live run that it follows.
    #[must_use]
    pub fn live(&self) -> Option<&Live> {
        self.following.live.as_ref()
    }

    /// The kernel's id of the thread that runs a thread of the program, as long as there is one.
    #[must_use]
    pub fn kernel_id(&self, thread: ThreadId) -> Option<u32> {
        self.live()?;
        self.following.kernel_ids.get(thread.index()).copied().flatten()
    }

    /// Why the operating system would not give a thread, if that has just happened.
    pub fn take_refusal(&mut self) -> Option<String> {
        self.following.refused.take()
    }

    /// Hands the program to threads of the operating system, from the cursor on; begins a branch there.
    pub fn go_live(&mut self, pace: Duration, paused: bool) {
        self.end_live();
        if !self.reach(self.cursor) {
            return;
        }
        let machine = self.machine_at_cursor();
        self.fork(machine.clone());
        self.set_unit(Unit::Operation);
        let (texts, seed) = (self.history().texts().clone(), self.settings().seed);
        let asks = self.asks_for_input();
        let beginning = Beginning { machine, texts: Some(texts), seed, pace, paused, most_steps: u64::MAX, asks };
        self.following = Following { live: Some(Live::new(beginning)), ..Following::default() };
    }

    /// Ends the threads of the live run; the session goes on from what they did. Returns whether there were any.
    pub fn end_live(&mut self) -> bool {
        let Some(live) = self.following.live.take() else { return false };
        let reports = live.reports().clone();
        drop(live);
        while let Ok(report) = reports.try_recv() {
            self.take_in(report);
        }
        true
    }

    /// Takes in what the threads have reported, as long as `patient` says so. Returns whether there was anything.
    pub fn follow(&mut self, mut patient: impl FnMut() -> bool) -> bool {
        let mut any = false;
        while let Some(Ok(report)) = self.live().map(|live| live.reports().try_recv()) {
            any = true;
            self.take_in(report);
            if !patient() {
                break;
            }
        }
        any
    }

    fn take_in(&mut self, report: Report) {
        match report {
            Report::Begun(thread, kernel_id) => {
                let known = &mut self.following.kernel_ids;
                known.resize(known.len().max(thread.index() + 1), None);
                known[thread.index()] = kernel_id;
            }
            Report::NoThread(_, reason) => self.following.refused = Some(reason),
            Report::Steps(batch) => self.append(&batch),
            Report::Wants(wanted) => self.wants(wanted),
        }
    }

    /// Adds the steps that a thread has taken. The cursor goes along if it was at the tip.
    fn append(&mut self, batch: &Batch) {
        let follows = self.cursor == self.history().tip();
        for text in &batch.texts {
            self.recorder.text(text);
        }
        let mut done = 0;
        for &Taken { choice, clock, complete, events } in &batch.steps {
            for &event in &batch.events[done..events] {
                self.recorder.event(event);
            }
            done = events;
            let repeated = self.machine.step(choice, &mut Silence);
            debug_assert!(repeated.is_ok() && self.machine.clock() == clock, "the same machine and choice do the same");
            let step = self.recorder.history_mut().commit(choice, clock, complete);
            self.checkpoints.offer(step, &self.machine);
        }
        if follows {
            self.cursor = self.history().tip();
        }
    }
}
