//! What was offered to a pool and found no place: an argument of a call that ended without having put it into a queue or begun a
//! thread, where other calls of the same function did.

use crate::{
    event::{CallChange, Change, Event, EventKind, QueueChange, Shown},
    ids::{TextId, ThreadId},
};

/// So many are kept, the latest.
const KEPT: usize = 32;

/// A call that is under way, with the first of its locals.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Offer {
    depth: u32,
    function: TextId,
    first: Option<(TextId, Shown)>,
    /// Something was put, or a thread begun, while it was under way.
    taken: bool,
}

/// What a call was given, which nothing came of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Refusal {
    /// Whose call it was.
    pub by: ThreadId,
    /// What was called.
    function: TextId,
    /// What it calls its argument.
    pub name: TextId,
    /// What it was given.
    pub value: Shown,
}

/// The calls of all threads, as far as they are seen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Doors {
    calls: Vec<Vec<Offer>>,
    /// Functions that have put something, or begun a thread.
    functions: Vec<TextId>,
    refusals: Vec<Refusal>,
}

impl Doors {
    /// How much there is in it.
    pub fn things(&self) -> usize {
        self.calls.iter().map(Vec::len).sum::<usize>() + self.functions.len() + self.refusals.len()
    }

    /// What was given to a function by which other things found a place, and found none.
    pub fn refusals(&self) -> impl Iterator<Item = &Refusal> {
        self.refusals.iter().filter(|refusal| self.functions.contains(&refusal.function))
    }

    /// What a step did. A frame and its locals are told when they are new.
    pub fn note(&mut self, events: &[Event]) {
        for event in events {
            let who = event.thread;
            match event.kind {
                EventKind::Changed { change: Change::Queue(QueueChange::Put { .. }), .. } => self.take(who),
                EventKind::ThreadStarted { thread } if thread != who => self.take(who),
                EventKind::Frame { function, depth } | EventKind::Calls(CallChange::Caller { depth, function }) => {
                    self.enter(who, function, depth);
                }
                EventKind::Local { name, value } => self.local(who, None, (name, value)),
                EventKind::Calls(CallChange::CallerLocal { depth, name, value }) => {
                    self.local(who, Some(depth), (name, value));
                }
                EventKind::ThreadFinished | EventKind::ThreadFailed { .. } => self.close(who, |_| true),
                _ => {}
            }
        }
    }

    fn calls_of(&mut self, thread: ThreadId) -> &mut Vec<Offer> {
        if self.calls.len() <= thread.index() {
            self.calls.resize_with(thread.index() + 1, Vec::new);
        }
        &mut self.calls[thread.index()]
    }

    /// Something found a place: for each call that is under way.
    fn take(&mut self, thread: ThreadId) {
        self.calls_of(thread).iter_mut().for_each(|offer| offer.taken = true);
    }

    /// A thread is in this call; deeper ones are over, and another one as deep.
    fn enter(&mut self, thread: ThreadId, function: TextId, depth: u32) {
        self.close(thread, |offer| offer.depth > depth || (offer.depth == depth && offer.function != function));
        let calls = self.calls_of(thread);
        if calls.iter().all(|offer| offer.depth != depth) {
            calls.push(Offer { depth, function, first: None, taken: false });
        }
    }

    /// A local of a call, of the innermost if no depth is said. The first that is told is what the call was given; where that changes
    /// without the call having ended, it cannot be told whether this is another call, and what came of the last.
    fn local(&mut self, thread: ThreadId, depth: Option<u32>, (name, value): (TextId, Shown)) {
        let calls = self.calls_of(thread);
        let call = match depth {
            Some(depth) => calls.iter_mut().find(|offer| offer.depth == depth),
            None => calls.last_mut(),
        };
        let Some(call) = call else { return };
        match call.first {
            None => call.first = Some((name, value)),
            Some((known, before)) if known == name && before != value => {
                let (function, taken) = (call.function, std::mem::take(&mut call.taken));
                call.first = Some((name, value));
                self.know(function, taken);
            }
            Some(_) => {}
        }
    }

    /// Whether a function has found a place for something.
    fn know(&mut self, function: TextId, taken: bool) {
        if taken && !self.functions.contains(&function) {
            self.functions.push(function);
        }
    }

    /// Some calls of a thread are over.
    fn close(&mut self, thread: ThreadId, is_over: impl Fn(&Offer) -> bool) {
        let (over, open): (Vec<Offer>, Vec<Offer>) =
            std::mem::take(self.calls_of(thread)).into_iter().partition(is_over);
        *self.calls_of(thread) = open;
        for Offer { function, first, taken, .. } in over {
            self.know(function, taken);
            if let Some((name, value)) = first.filter(|_| !taken) {
                if self.refusals.len() >= KEPT {
                    self.refusals.remove(0);
                }
                self.refusals.push(Refusal { by: thread, function, name, value });
            }
        }
    }
}
