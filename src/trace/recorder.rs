//! Takes the events of steps into a history, and leaves out what has not changed.

use super::History;
use crate::{
    event::{Event, EventKind, Shown, Sink},
    ids::{StepIndex, TextId, ThreadId},
};

/// A sink that records.
///
/// The machine reports a thread's frame and locals after every step. Only what differs from the last report is kept.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    history: History,
    known: Vec<Frame>,
}

/// What was last reported of a thread's innermost frame.
#[derive(Clone, Debug, Default)]
struct Frame {
    function: Option<(TextId, u32)>,
    locals: Vec<(TextId, Shown)>,
}

impl Recorder {
    /// What was recorded.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What was recorded, to commit steps and to move in.
    pub fn history_mut(&mut self) -> &mut History {
        &mut self.history
    }

    /// Leaves the branch at a step: what comes next begins another one, and is news or not by what was reported up to
    /// there.
    pub fn fork(&mut self, at: StepIndex) {
        self.history.fork(at);
        self.known.clear();
        for at in (0..=at.0).map(StepIndex) {
            for place in 0..self.history.events(at).len() {
                let event = self.history.events(at)[place];
                self.is_news(&event);
            }
        }
    }

    fn is_news(&mut self, event: &Event) -> bool {
        match event.kind {
            EventKind::Frame { function, depth } => {
                let known = self.frame(event.thread);
                let news = known.function != Some((function, depth));
                if news {
                    *known = Frame { function: Some((function, depth)), locals: Vec::new() };
                }
                news
            }
            EventKind::Local { name, value } => {
                let known = &mut self.frame(event.thread).locals;
                match known.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, old)) => std::mem::replace(old, value) != value,
                    None => {
                        known.push((name, value));
                        true
                    }
                }
            }
            EventKind::LocalUnbound { name } => {
                let known = &mut self.frame(event.thread).locals;
                let before = known.len();
                known.retain(|(known, _)| *known != name);
                known.len() < before
            }
            _ => true,
        }
    }

    fn frame(&mut self, thread: ThreadId) -> &mut Frame {
        if self.known.len() <= thread.index() {
            self.known.resize_with(thread.index() + 1, Frame::default);
        }
        &mut self.known[thread.index()]
    }
}

impl Sink for Recorder {
    fn listens(&self) -> bool {
        true
    }

    fn text(&mut self, text: &str) -> TextId {
        self.history.text(text)
    }

    fn event(&mut self, event: Event) {
        if self.is_news(&event) {
            self.history.push(event);
        }
    }
}
