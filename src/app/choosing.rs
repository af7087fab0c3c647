//! The viewer as the scheduler: who goes next, and other ways that the run has gone.

use std::time::Duration;

use super::Stage;
use crate::ids::ThreadId;

impl Stage {
    /// Lets a thread run one step, whatever the policy says. Returns whether it could.
    pub fn run(&mut self, thread: ThreadId, now: Duration) -> bool {
        self.pause();
        let ran = self.go(now, |session| session.run_thread(thread));
        self.driven |= ran;
        if thread.index() < self.scene().threads.len() {
            self.selected = thread;
        }
        ran
    }

    /// Goes over to another way that the run has gone, where it parts from this one. Returns who goes on there, if there is
    /// one.
    pub fn take_other_way(&mut self, now: Duration) -> Option<ThreadId> {
        self.pause();
        let mut thread = None;
        self.go(now, |session| {
            thread = session.take_other_way();
            thread.is_some()
        });
        thread
    }
}
