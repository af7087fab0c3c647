//! The fold: one event after the other changes the scene, and may leave a line in the log.

use super::{
    KEPT, Loss, OutputPiece, ResourceState, Scene, VariableView,
    resource::{ResourceView, Waiter},
    sentence::Sentence,
    thread::{ThreadState, ThreadView},
};
use crate::{
    event::{Change, Event, EventKind, Shown, Wait},
    ids::{ResourceId, StepIndex, ThreadId, VariableId},
    trace::History,
};

impl Scene {
    /// Applies a step of the branch.
    pub fn apply_step(&mut self, history: &History, at: StepIndex) {
        let step = history.step(at);
        let clock = std::mem::replace(&mut self.clock, step.clock);
        self.touched.clear();
        if let Some(by) = step.by {
            self.tally_turn(by);
            self.begin_step(by, history.events(at), history.has_token(), at, clock);
        }
        let before = self.before(step.by);
        if let Some(before) = self.running.take()
            && let Some(thread) = self.threads.get_mut(before.index())
            && thread.state == ThreadState::Running
        {
            thread.become_state(ThreadState::Ready, at);
        }
        let real = history.is_of_real_run();
        for event in history.events(at) {
            self.apply(event, at);
            // Other programs need not say where a thread rests: it is where it did something last.
            if real && event.span.end > 0 && !matches!(event.kind, EventKind::Calls(_)) {
                self.on_thread(event.thread, |view| view.rest_at(event.span));
            }
        }
        self.note_work(history.events(at), history);
        if let Some(by) = step.by {
            self.tell_silent(at, by, before);
            self.running = Some(by);
            self.touched.push(by);
            if let Some(thread) = self.threads.get_mut(by.index())
                && thread.state == ThreadState::Ready
            {
                thread.become_state(ThreadState::Running, at);
            }
        }
        self.wake_sleepers(clock, at);
    }

    fn apply(&mut self, event: &Event, step: StepIndex) {
        let who = event.thread;
        if let Some(sentence) = Sentence::of(self, event) {
            self.tell(step, who, sentence);
        }
        self.note_move(event, step);
        self.tally_event(event);
        self.fold_kind(event, step);
    }

    fn fold_kind(&mut self, event: &Event, step: StepIndex) {
        let who = event.thread;
        match event.kind {
            EventKind::ThreadCreated { thread, name, daemon, life } => {
                debug_assert_eq!(thread.index(), self.threads.len(), "threads come in order");
                self.touched.push(thread);
                self.threads.push(ThreadView { life, ..ThreadView::new(name, daemon, step) });
            }
            EventKind::ThreadChanged { thread, name, daemon } => self.on_thread(thread, |view| {
                view.name = name;
                view.daemon = daemon;
            }),
            EventKind::ThreadStarted { thread } => {
                self.on_thread(thread, |view| view.become_state(ThreadState::Ready, step));
            }
            EventKind::ThreadFinished => self.end_thread(who, ThreadState::Finished, step),
            EventKind::ThreadAbandoned => self.end_thread(who, ThreadState::Abandoned, step),
            EventKind::ThreadFailed { exception } => {
                self.end_thread(who, ThreadState::Failed, step);
                self.on_thread(who, |view| view.exception = Some(exception));
            }
            EventKind::AboutTo { action } => self.on_thread(who, |view| {
                view.action = Some(action);
                view.outside = None;
                view.rest_at(event.span);
            }),
            EventKind::Blocked { on, deadline } => self.block(who, on, deadline, step),
            EventKind::Woken { thread } => self.wake(thread, true, step),
            EventKind::Overtaken { thread } => self.wake(thread, false, step),
            EventKind::Unblocked => {
                // Who wakes for nothing can do so at a standstill.
                self.end = None;
                self.unblock(who, step);
            }
            EventKind::TimedOut => {}
            EventKind::Slept { until } => {
                let clock = self.clock;
                self.on_thread(who, |view| {
                    view.become_state(ThreadState::Sleeping, step);
                    view.waits_since = clock.min(until);
                    view.waits = None;
                    view.sleeps_until = Some(until);
                });
            }
            EventKind::ResourceCreated { resource, kind, limit } => {
                debug_assert_eq!(resource.index(), self.resources.len(), "primitives come in order");
                let lock = self.lock_made_for(kind);
                self.resources.push(ResourceView { lock, ..ResourceView::new(kind, limit) });
            }
            EventKind::ResourceNamed { resource, name } => {
                self.on_resource(resource, |view| view.name = Some(name));
            }
            EventKind::Changed { resource, change } => self.change(resource, change, event, step),
            EventKind::VariableNamed { .. }
            | EventKind::Worth { .. }
            | EventKind::Read { .. }
            | EventKind::Wrote { .. } => self.apply_to_variables(event, step),
            EventKind::Frame { .. }
            | EventKind::Local { .. }
            | EventKind::LocalUnbound { .. }
            | EventKind::Called { .. }
            | EventKind::Returned { .. }
            | EventKind::Outside { .. }
            | EventKind::OsId { .. } => self.apply_inside(event, step),
            EventKind::Calls(change) => self.apply_to_calls(event, change, step),
            EventKind::Output { text, stderr } => {
                push_kept(&mut self.output, OutputPiece { step, thread: who, text, stderr });
            }
            EventKind::Ran { .. } | EventKind::File { .. } | EventKind::Dropped { .. } | EventKind::Unknown { .. } => {}
            EventKind::Drew { .. } | EventKind::Raised { .. } => {}
            EventKind::CircleClosed { .. }
            | EventKind::CircleEdge { .. }
            | EventKind::CircleBroken { .. }
            | EventKind::Deadlock { .. }
            | EventKind::DeadlockEdge { .. } => self.apply_to_circles(event.kind),
            EventKind::Ended { end } => {
                self.end = Some(end);
                for sentence in self.why() {
                    self.tell(step, who, sentence);
                }
            }
        }
    }

    fn apply_to_variables(&mut self, event: &Event, step: StepIndex) {
        let (who, span) = (event.thread, event.span);
        match event.kind {
            EventKind::VariableNamed { variable, name } => {
                debug_assert_eq!(variable.index(), self.variables.len(), "variables come in order");
                self.variables.push(VariableView::new(name, step));
            }
            EventKind::Worth { variable, value } => self.on_variable(variable, |view| view.initial = Some(value)),
            EventKind::Read { variable } => {
                self.touch(who, step, variable, false);
                self.on_variable(variable, |view| view.read(who, step, span));
            }
            EventKind::Wrote { variable, value } => {
                self.touch(who, step, variable, true);
                let loss = self.loss_by(event, variable);
                self.on_variable(variable, |view| view.write(who, step, span, value));
                if let Some(Loss { of, value }) = loss {
                    let sentence = Sentence::Covers { thread: who, variable, of, value };
                    self.tell(step, who, sentence);
                }
            }
            _ => {}
        }
    }

    /// Where a thread is in its own calls, and elsewhere.
    fn apply_inside(&mut self, event: &Event, step: StepIndex) {
        let who = event.thread;
        match event.kind {
            EventKind::Frame { function, depth } => self.on_thread(who, |view| {
                view.function = Some((function, depth));
                view.locals.clear();
                view.callers.retain(|caller| caller.depth < depth);
            }),
            EventKind::Local { name, value } => {
                self.on_thread(who, |view| set_local(&mut view.locals, name, value));
                self.keep_copy(who, step, name, value);
            }
            EventKind::LocalUnbound { name } => {
                self.on_thread(who, |view| view.locals.retain(|(known, _)| *known != name));
            }
            EventKind::Called { function } => self.on_thread(who, |view| {
                view.calls.push(function);
                view.function = Some((function, view.calls.len() as u32));
                view.locals.clear();
            }),
            EventKind::Returned { .. } => self.on_thread(who, |view| {
                view.calls.pop();
                view.function = view.calls.last().map(|&function| (function, view.calls.len() as u32));
                view.locals.clear();
            }),
            EventKind::Outside { what } => self.on_thread(who, |view| {
                view.action = None;
                view.rest_at(event.span);
                view.outside = Some(what);
            }),
            EventKind::OsId { thread, id } => self.on_thread(thread, |view| view.os_id = Some(id)),
            _ => {}
        }
    }

    pub(super) fn on_thread(&mut self, id: ThreadId, change: impl FnOnce(&mut ThreadView)) {
        if let Some(view) = self.threads.get_mut(id.index()) {
            self.touched.push(id);
            change(view);
        }
    }

    fn on_resource(&mut self, id: ResourceId, change: impl FnOnce(&mut ResourceView)) {
        if let Some(view) = self.resources.get_mut(id.index()) {
            change(view);
        }
    }

    fn on_variable(&mut self, id: VariableId, change: impl FnOnce(&mut VariableView)) {
        if let Some(view) = self.variables.get_mut(id.index()) {
            change(view);
        }
    }

    fn end_thread(&mut self, id: ThreadId, state: ThreadState, step: StepIndex) {
        self.on_thread(id, |view| {
            view.become_state(state, step);
            view.action = None;
            // Where a daemon waited when it was cut off still says what it waited for.
            view.waits = view.waits.filter(|_| state == ThreadState::Abandoned);
            view.function = None;
            view.locals.clear();
            view.callers.clear();
        });
    }

    fn block(&mut self, who: ThreadId, on: Wait, deadline: u64, step: StepIndex) {
        let clock = self.clock;
        self.on_thread(who, |view| {
            view.become_state(ThreadState::Blocked, step);
            view.waits = Some((on, deadline));
            view.waits_since = clock;
        });
        if let Some(resource) = on.resource() {
            self.on_resource(resource, |view| {
                view.waiters.retain(|waiter| waiter.thread != who);
                view.waiters.push(Waiter { thread: who, wait: on, woken: false });
                view.run_again(who);
            });
        }
    }

    fn wake(&mut self, thread: ThreadId, woken: bool, step: StepIndex) {
        let state = if woken { ThreadState::Ready } else { ThreadState::Blocked };
        self.on_thread(thread, |view| view.become_state(state, step));
        let wait = self.thread(thread).and_then(|view| view.waits);
        if let Some(resource) = wait.and_then(|(on, _)| on.resource()) {
            self.on_resource(resource, |view| {
                view.waiters
                    .iter_mut()
                    .filter(|waiter| waiter.thread == thread)
                    .for_each(|waiter| waiter.woken = woken);
            });
        }
    }

    fn unblock(&mut self, who: ThreadId, step: StepIndex) {
        self.leave_circles(who);
        let wait = self.thread(who).and_then(|view| view.waits);
        if let Some(resource) = wait.and_then(|(on, _)| on.resource()) {
            self.on_resource(resource, |view| view.waiters.retain(|waiter| waiter.thread != who));
        }
        self.on_thread(who, |view| {
            view.become_state(ThreadState::Ready, step);
            view.outside = None;
            view.waits = None;
            view.sleeps_until = None;
        });
    }

    fn change(&mut self, id: ResourceId, change: Change<Shown>, event: &Event, step: StepIndex) {
        let by = event.thread;
        let Some(view) = self.resources.get_mut(id.index()) else { return };
        let (owner, count) = (view.state.owner(), view.state.holders().len());
        view.apply(change, by, step);
        let holders = view.state.holders();
        let (takes, fewer) = (holders.iter().rev().any(|&holder| holder == by), holders.len() < count);
        match owner.filter(|_| view.state.owner() != owner) {
            Some(owner) => self.on_thread(owner, |view| view.let_go(id)),
            None if fewer => self.drop_holds(id),
            None => {}
        }
        if takes {
            self.on_thread(by, |view| view.take(id, event.span));
        }
        self.tally_holders(id);
    }

    /// Threads that are not among the holders of a primitive any more do not hold it.
    fn drop_holds(&mut self, id: ResourceId) {
        let Some(view) = self.resources.get(id.index()) else { return };
        let holders = view.state.holders();
        for (at, view) in self.threads.iter_mut().enumerate() {
            let thread = ThreadId::at(at);
            if view.holds.contains(&id) && !holders.contains(&thread) {
                view.let_go(id);
                self.touched.push(thread);
            }
        }
    }

    /// Whether it is a semaphore that is used as a signal.
    #[must_use]
    pub fn is_signal(&self, id: ResourceId) -> bool {
        let state = self.resource(id).map(|view| &view.state);
        matches!(state, Some(ResourceState::Semaphore(semaphore)) if semaphore.signals)
    }

    /// The thread that owns a lock.
    #[must_use]
    pub fn owner_of(&self, id: ResourceId) -> Option<ThreadId> {
        self.resource(id)?.state.owner()
    }
}

pub(super) fn set_local(locals: &mut Vec<(crate::ids::TextId, Shown)>, name: crate::ids::TextId, value: Shown) {
    match locals.iter_mut().find(|(known, _)| *known == name) {
        Some((_, old)) => *old = value,
        None => locals.push((name, value)),
    }
}

fn push_kept<T>(kept: &mut std::collections::VecDeque<T>, item: T) {
    if kept.len() >= KEPT {
        kept.pop_front();
    }
    kept.push_back(item);
}
