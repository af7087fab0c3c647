//! What of the reports of a step is news: the machine reports a thread's frame and locals after every step, and only what
//! differs from the last report is worth keeping.

use super::History;
use crate::{
    event::{CallChange, Event, EventKind, Shown},
    ids::{StepIndex, TextId, ThreadId},
    source::Span,
};

/// What was last reported of each thread's innermost frame.
#[derive(Clone, Debug, Default)]
pub struct News {
    known: Vec<Frame>,
}

/// What was last reported of a thread's innermost frame, and of those that called it.
#[derive(Clone, Debug, Default)]
struct Frame {
    function: Option<(TextId, u32)>,
    locals: Vec<(TextId, Shown)>,
    callers: Vec<Caller>,
}

#[derive(Clone, Debug)]
struct Caller {
    depth: u32,
    function: TextId,
    span: Span,
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
                    known.function = Some((function, depth));
                    known.locals.clear();
                    known.callers.retain(|caller| caller.depth < depth);
                }
                news
            }
            EventKind::Local { name, value } => is_new(&mut self.frame(event.thread).locals, name, value),
            EventKind::Calls(CallChange::Caller { depth, function }) => {
                let callers = &mut self.frame(event.thread).callers;
                let is_known =
                    |caller: &Caller| (caller.depth, caller.function, caller.span) == (depth, function, event.span);
                let news = !callers.iter().any(is_known);
                if news {
                    callers.retain(|caller| caller.depth < depth);
                    callers.push(Caller { depth, function, span: event.span, locals: Vec::new() });
                }
                news
            }
            EventKind::Calls(CallChange::CallerLocal { depth, name, value }) => {
                let mut callers = self.frame(event.thread).callers.iter_mut();
                let caller = callers.find(|caller| caller.depth == depth);
                caller.is_none_or(|caller| is_new(&mut caller.locals, name, value))
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
        let text = |value| match value {
            Shown::Text(text) => Some(text),
            Shown::Int(_) => None,
        };
        self.known.iter().flat_map(move |frame| {
            let all = frame.locals.iter().chain(frame.callers.iter().flat_map(|caller| &caller.locals));
            let locals = all.flat_map(move |&(name, value)| [Some(name), text(value)]).flatten();
            let callers = frame.callers.iter().map(|caller| caller.function);
            frame.function.iter().map(|&(function, _)| function).chain(callers).chain(locals)
        })
    }

    fn frame(&mut self, thread: ThreadId) -> &mut Frame {
        if self.known.len() <= thread.index() {
            self.known.resize_with(thread.index() + 1, Frame::default);
        }
        &mut self.known[thread.index()]
    }
}

fn is_new(locals: &mut Vec<(TextId, Shown)>, name: TextId, value: Shown) -> bool {
    match locals.iter_mut().find(|(known, _)| *known == name) {
        Some((_, old)) => std::mem::replace(old, value) != value,
        None => {
            locals.push((name, value));
            true
        }
    }
}
