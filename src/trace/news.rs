//! What of the reports of a step is news: the machine reports a thread's frame and locals after every step, and only what
//! differs from the last report is worth keeping.

use super::History;
use crate::{
    event::{Event, EventKind, Shown},
    ids::{StepIndex, TextId, ThreadId},
};

/// What was last reported of each thread's innermost frame.
#[derive(Clone, Debug, Default)]
pub struct News {
    known: Vec<Frame>,
}

/// What was last reported of a thread's innermost frame.
#[derive(Clone, Debug, Default)]
struct Frame {
    function: Option<(TextId, u32)>,
    locals: Vec<(TextId, Shown)>,
}

impl News {
    /// Whether the event says something that was not known; it is known from now on.
    pub fn take(&mut self, event: &Event) -> bool {
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

    /// What is known after a step of the branch.
    #[must_use]
    pub fn after(history: &History, step: StepIndex) -> Self {
        let mut news = Self::default();
        for event in (0..=step.0).flat_map(|at| history.events(StepIndex(at))) {
            news.take(event);
        }
        news
    }

    /// The texts that what is known speaks of.
    pub fn texts(&self) -> impl Iterator<Item = TextId> + '_ {
        self.known.iter().flat_map(|frame| {
            let values = frame.locals.iter().filter_map(|&(_, value)| match value {
                Shown::Text(text) => Some(text),
                Shown::Int(_) => None,
            });
            let names = frame.locals.iter().map(|&(name, _)| name);
            frame.function.iter().map(|&(function, _)| function).chain(names).chain(values)
        })
    }

    fn frame(&mut self, thread: ThreadId) -> &mut Frame {
        if self.known.len() <= thread.index() {
            self.known.resize_with(thread.index() + 1, Frame::default);
        }
        &mut self.known[thread.index()]
    }
}
