//! Shared variables over time: who wrote what, who has seen what, and which write was lost.
//!
//! A write is *lost* when it is covered by somebody who worked with a value from before it: the pattern r₁ r₂ w₁ w₂ of the
//! lost update (Berenson et al., "A Critique of ANSI SQL Isolation Levels", 1995, P4). That somebody has only looked at the
//! variable earlier is not enough: what was read must have gone into the write. It has if both are in one statement, or if
//! the value was kept in a local variable meanwhile.
//!
//! Each write rests on another: on the one that its thread had seen. What the present value rests on, directly or not, is in
//! it; every other write is lost. So a write that seemed lost comes back when its own thread goes on from it, and what was
//! written meanwhile is lost instead: as many are lost as are missing from the value.

use super::Scene;
use crate::{
    event::{Event, Shown},
    ids::{StepIndex, TextId, ThreadId, VariableId},
    source::Span,
};

/// So many writes of a variable are kept, the latest.
const KEPT: usize = 256;

/// A shared variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VariableView {
    /// Its name.
    pub name: TextId,
    /// What it is worth, once that was reported.
    pub value: Option<Shown>,
    /// What it was worth when it was first spoken of.
    pub initial: Option<Shown>,
    /// Who wrote it last.
    pub writer: Option<ThreadId>,
    /// The step in which it was written last.
    pub written: StepIndex,
    /// Who looked at it last, and when.
    pub reader: Option<(ThreadId, StepIndex)>,
    /// The latest writes, the last one at the end.
    pub writes: Vec<Write>,
    /// What threads have seen and not written since, one entry a thread.
    pub seen: Vec<Seen>,
    /// How many writes have been lost.
    pub lost: u32,
    /// How many of them are no longer kept.
    forgotten: u32,
}

/// A write of a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Write {
    /// By whom.
    pub thread: ThreadId,
    /// In which step.
    pub step: StepIndex,
    /// What.
    pub value: Shown,
    /// Who covered it without having seen it, and in which step.
    pub lost: Option<(ThreadId, StepIndex)>,
    /// The write that it rests on; none where that is what the variable began with.
    base: Option<StepIndex>,
}

/// What a thread has seen of a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Who.
    pub thread: ThreadId,
    /// In which step.
    pub step: StepIndex,
    /// The value.
    pub value: Option<Shown>,
    /// The expression that read it.
    span: Span,
    /// The local variable that keeps the value.
    pub copy: Option<TextId>,
}

/// A write that was covered unseen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Loss {
    /// Who wrote what is lost.
    pub of: ThreadId,
    /// What is lost.
    pub value: Shown,
}

impl VariableView {
    /// A variable that was just named.
    #[must_use]
    pub fn new(name: TextId, step: StepIndex) -> Self {
        Self {
            name,
            value: None,
            initial: None,
            writer: None,
            written: step,
            reader: None,
            writes: Vec::new(),
            seen: Vec::new(),
            lost: 0,
            forgotten: 0,
        }
    }

    /// Whether there is anything to say of it: it has a value, or somebody looked at it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.value.is_some() || self.reader.is_some()
    }

    /// A thread looks at it.
    pub(super) fn read(&mut self, thread: ThreadId, step: StepIndex, span: Span) {
        self.reader = Some((thread, step));
        self.value = self.value.or(self.initial);
        self.seen.retain(|seen| seen.thread != thread);
        self.seen.push(Seen { thread, step, value: self.value, span, copy: None });
    }

    /// A thread writes it.
    pub(super) fn write(&mut self, thread: ThreadId, step: StepIndex, span: Span, value: Shown) {
        let covers = self.covers(thread, span).is_some();
        let seen = self.seen.iter().find(|seen| seen.thread == thread).map(|seen| seen.step);
        // Whoever has not missed anything goes on from what is there.
        let up_to = seen.filter(|_| covers).unwrap_or(step);
        let base = self.writes.iter().rev().find(|write| write.step <= up_to).map(|write| write.step);
        if covers {
            self.forsake(base, (thread, step));
            let lost = self.writes.iter().filter(|write| write.lost.is_some()).count();
            self.lost = self.forgotten.saturating_add(u32::try_from(lost).unwrap_or(u32::MAX));
        }
        self.seen.retain(|seen| seen.thread != thread);
        if self.writes.len() >= KEPT {
            let oldest = self.writes.remove(0);
            self.forgotten += u32::from(oldest.lost.is_some());
        }
        self.writes.push(Write { thread, step, value, lost: None, base });
        self.value = Some(value);
        self.writer = Some(thread);
        self.written = step;
    }

    /// The value will rest on this write: what it rests on is in it, everything else is lost.
    fn forsake(&mut self, base: Option<StepIndex>, by: (ThreadId, StepIndex)) {
        let mut next = base;
        for write in self.writes.iter_mut().rev() {
            if next == Some(write.step) {
                next = write.base;
                write.lost = None;
            } else {
                write.lost = write.lost.or(Some(by));
            }
        }
    }

    /// The write that is lost if the thread writes now, by this expression.
    #[must_use]
    pub(super) fn covers(&self, thread: ThreadId, span: Span) -> Option<Loss> {
        let seen = self.seen.iter().find(|seen| seen.thread == thread)?;
        let last = self.writes.last()?;
        let one_statement = span.start <= seen.span.start && seen.span.end <= span.end;
        let is_new = last.thread != thread && last.step > seen.step && last.lost.is_none();
        (is_new && (one_statement || seen.copy.is_some())).then_some(Loss { of: last.thread, value: last.value })
    }

    /// The step in which what a thread has seen became old: the first write of another since.
    #[must_use]
    pub fn old_since(&self, seen: &Seen) -> Option<StepIndex> {
        self.writes.iter().find(|write| write.step > seen.step && write.thread != seen.thread).map(|write| write.step)
    }
}

impl Scene {
    /// A thread keeps a value in a local variable: if it has just read it, that is its own copy.
    pub(super) fn keep_copy(&mut self, thread: ThreadId, step: StepIndex, name: TextId, value: Shown) {
        for view in &mut self.variables {
            let mut seen = view.seen.iter_mut();
            if let Some(seen) = seen.find(|seen| (seen.thread, seen.step, seen.value) == (thread, step, Some(value))) {
                seen.copy = Some(name);
            }
        }
    }

    /// The write that an event covers unseen.
    #[must_use]
    pub(super) fn loss_by(&self, event: &Event, variable: VariableId) -> Option<Loss> {
        self.variable(variable)?.covers(event.thread, event.span)
    }

    /// How many writes have been lost so far.
    #[must_use]
    pub fn lost_writes(&self) -> u32 {
        self.variables.iter().map(|view| view.lost).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: ThreadId = ThreadId(1);
    const BOB: ThreadId = ThreadId(2);

    fn view() -> VariableView {
        VariableView { value: Some(Shown::Int(0)), ..VariableView::new(TextId(0), StepIndex(0)) }
    }

    fn span(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// Both read, then both write, in one statement each or by a copy.
    fn race(copied: bool, write: Span) -> VariableView {
        let mut view = view();
        for (thread, step) in [(ALICE, 1), (BOB, 2)] {
            view.read(thread, StepIndex(step), span(10, 17));
        }
        if copied {
            view.seen.iter_mut().for_each(|seen| seen.copy = Some(TextId(7)));
        }
        for (thread, step) in [(ALICE, 3), (BOB, 4)] {
            view.write(thread, StepIndex(step), write, Shown::Int(10));
        }
        view
    }

    #[test]
    fn a_write_that_covers_another_unseen_loses_it() {
        for (copied, write) in [(false, span(10, 23)), (true, span(40, 60))] {
            let view = race(copied, write);
            assert_eq!(view.lost, 1);
            assert_eq!(view.writes[0].lost, Some((BOB, StepIndex(4))));
            assert_eq!(view.writes[1].lost, None);
        }
    }

    #[test]
    fn a_write_that_does_not_rest_on_what_was_read_loses_nothing() {
        assert_eq!(race(false, span(40, 60)).lost, 0, "it looked at the variable somewhere else");
        let mut blind = view();
        blind.write(ALICE, StepIndex(1), span(10, 23), Shown::Int(1));
        blind.write(BOB, StepIndex(2), span(10, 23), Shown::Int(2));
        assert_eq!(blind.lost, 0);
    }

    #[test]
    fn as_many_are_lost_as_are_missing() {
        // Each goes on from what it wrote itself: at the end bob's two are there, and alice's two are lost.
        let mut view = view();
        let read = |view: &mut VariableView, thread, step| {
            view.read(thread, StepIndex(step), span(10, 17));
            view.seen.iter_mut().for_each(|seen| seen.copy = Some(TextId(7)));
        };
        let write = |view: &mut VariableView, thread, step, value| {
            view.write(thread, StepIndex(step), span(40, 60), Shown::Int(value));
        };
        read(&mut view, ALICE, 1);
        read(&mut view, BOB, 2);
        write(&mut view, ALICE, 3, 10);
        read(&mut view, ALICE, 4);
        write(&mut view, BOB, 5, 10);
        read(&mut view, BOB, 6);
        assert_eq!(view.lost, 1);
        write(&mut view, ALICE, 7, 20);
        let lost = |view: &VariableView| view.writes.iter().map(|write| write.lost.is_some()).collect::<Vec<_>>();
        assert_eq!(lost(&view), [false, true, false], "alice went on from her own");
        write(&mut view, BOB, 8, 20);
        assert_eq!(lost(&view), [true, false, true, false]);
        assert_eq!(view.lost, 2);
    }

    #[test]
    fn one_write_may_lose_several() {
        let mut view = view();
        view.read(BOB, StepIndex(1), span(10, 17));
        for step in [2, 4] {
            view.read(ALICE, StepIndex(step), span(10, 17));
            view.write(ALICE, StepIndex(step + 1), span(10, 23), Shown::Int(10));
        }
        view.write(BOB, StepIndex(6), span(10, 23), Shown::Int(-10));
        assert_eq!(view.lost, 2);
    }

    #[test]
    fn who_reads_again_has_seen_it() {
        let mut view = race(true, span(40, 60));
        assert_eq!(view.seen, []);
        for (thread, step) in [(ALICE, 5), (BOB, 7)] {
            view.read(thread, StepIndex(step), span(10, 17));
            view.write(thread, StepIndex(step + 1), span(10, 23), Shown::Int(20));
        }
        assert_eq!(view.lost, 1);
        view.read(ALICE, StepIndex(9), span(10, 17));
        assert_eq!(view.old_since(&view.seen[0]), None);
        view.write(BOB, StepIndex(10), span(10, 23), Shown::Int(30));
        assert_eq!(view.old_since(&view.seen[0]), Some(StepIndex(10)));
    }
}
