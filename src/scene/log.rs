//! The lines of what happened: one for each sentence, one for what somebody does again and again, and none missing.

use super::{KEPT, LogLine, Scene, Sentence};
use crate::{
    event::{Action, EventKind},
    ids::{StepIndex, ThreadId},
};

/// A thread that has done the same so often, while nobody did anything else, is told to spin.
const SPINS: u32 = 8;

/// How a thread stood before its step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Before {
    /// What it was about to do.
    pub action: Option<Action>,
    /// Whether it had been blocked.
    pub waited: bool,
}

impl Scene {
    /// How a thread stands.
    pub(super) fn before(&self, thread: Option<ThreadId>) -> Before {
        let view = thread.and_then(|thread| self.thread(thread));
        view.map_or_else(Before::default, |view| Before { action: view.action, waited: view.waits.is_some() })
    }

    /// Adds a line. What a thread that only looks does once more, with nothing else in between, is counted in the line that
    /// is there.
    pub(super) fn tell(&mut self, step: StepIndex, thread: ThreadId, sentence: Sentence) {
        let (mut times, mut since) = (1, step);
        if sentence.is_idle() {
            let idle = self.log.iter().rev().take_while(|line| line.sentence.is_idle());
            let before = idle.enumerate().find(|(_, line)| line.sentence == sentence && line.step != step);
            if let Some((back, line)) = before {
                times += line.times;
                since = line.since;
                self.log.remove(self.log.len() - 1 - back);
            }
        }
        if self.log.len() >= KEPT {
            self.log.pop_front();
        }
        self.log.push_back(LogLine { step, thread, sentence, times, since });
    }

    /// A circle is told with all its threads: an edge adds one to the line that was begun.
    pub(super) fn tell_edge(&mut self, kind: EventKind) {
        let (EventKind::CircleEdge { thread, .. } | EventKind::DeadlockEdge { thread, .. }) = kind else { return };
        if let Some(Sentence::Deadlock { members } | Sentence::Circle { members }) =
            self.log.back_mut().map(|line| &mut line.sentence)
        {
            members.add(thread);
        }
    }

    /// Tells a step of which no event told anything.
    pub(super) fn tell_silent(&mut self, step: StepIndex, by: ThreadId, before: Before) {
        if self.log.back().is_some_and(|line| line.step == step) {
            return;
        }
        let printed = self.output.back().filter(|piece| piece.step == step && piece.stderr);
        let error = printed.map(|piece| Sentence::PrintsError { thread: piece.thread, text: piece.text });
        self.tell(step, by, error.unwrap_or_else(|| Sentence::of_silent_step(by, before)));
    }

    /// Whether a deadlock is what was told last.
    pub(super) fn has_just_closed(&self) -> bool {
        self.log.back().is_some_and(|line| matches!(line.sentence, Sentence::Deadlock { .. }))
    }

    /// The line of a thread that only looks, again and again, while nobody does anything else; none if somebody gets on.
    #[must_use]
    pub fn spinning(&self) -> Option<&LogLine> {
        self.log.back().filter(|line| line.spins())
    }
}

impl LogLine {
    /// Whether its thread has done the same so often, while nobody did anything else, that it spins.
    #[must_use]
    pub const fn spins(&self) -> bool {
        self.times >= SPINS
    }
}
