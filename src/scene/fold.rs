//! The fold: one event after the other changes the scene, and may leave a line in the log.

use super::{
    Edge, KEPT, LogLine, OutputPiece, Scene, VariableView,
    resource::{ResourceState, ResourceView, Waiter},
    sentence::{Argument, Sentence},
    thread::{ThreadState, ThreadView},
};
use crate::{
    event::{Change, Event, EventKind, NO_DEADLINE, Shown, Wait},
    ids::{ResourceId, StepIndex, ThreadId, VariableId},
    trace::History,
};

impl Scene {
    /// Applies a step of the branch.
    pub fn apply_step(&mut self, history: &History, at: StepIndex) {
        let step = history.step(at);
        self.clock = step.clock;
        self.touched.clear();
        if let Some(before) = self.running.take()
            && let Some(thread) = self.threads.get_mut(before.index())
            && thread.state == ThreadState::Running
        {
            thread.become_state(ThreadState::Ready, at);
        }
        for event in history.events(at) {
            self.apply(event, at);
        }
        if let Some(choice) = step.choice {
            self.running = Some(choice.thread);
            self.touched.push(choice.thread);
            if let Some(thread) = self.threads.get_mut(choice.thread.index())
                && thread.state == ThreadState::Ready
            {
                thread.become_state(ThreadState::Running, at);
            }
        }
    }

    fn apply(&mut self, event: &Event, step: StepIndex) {
        let who = event.thread;
        if let Some(sentence) = self.sentence(event) {
            push_kept(&mut self.log, LogLine { step, thread: who, sentence });
        }
        match event.kind {
            EventKind::ThreadCreated { thread, name, daemon } => {
                debug_assert_eq!(thread.index(), self.threads.len(), "threads come in order");
                self.touched.push(thread);
                self.threads.push(ThreadView::new(name, daemon, step));
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
                view.span = event.span;
            }),
            EventKind::Blocked { on, deadline } => self.block(who, on, deadline, step),
            EventKind::Woken { thread } => self.wake(thread, true, step),
            EventKind::Overtaken { thread } => self.wake(thread, false, step),
            EventKind::Unblocked => self.unblock(who, step),
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
                self.resources.push(ResourceView::new(kind, limit));
            }
            EventKind::ResourceNamed { resource, name } => {
                self.on_resource(resource, |view| view.name = Some(name));
            }
            EventKind::Changed { resource, change } => self.change(resource, change, who, step),
            EventKind::VariableNamed { .. }
            | EventKind::Worth { .. }
            | EventKind::Read { .. }
            | EventKind::Wrote { .. } => self.apply_to_variables(event.kind, who, step),
            EventKind::Frame { function, depth } => self.on_thread(who, |view| {
                view.function = Some((function, depth));
                view.locals.clear();
            }),
            EventKind::Local { name, value } => self.on_thread(who, |view| set_local(&mut view.locals, name, value)),
            EventKind::LocalUnbound { name } => {
                self.on_thread(who, |view| view.locals.retain(|(known, _)| *known != name));
            }
            EventKind::Output { text, stderr } => {
                push_kept(&mut self.output, OutputPiece { step, thread: who, text, stderr });
            }
            EventKind::Drew { .. } | EventKind::Raised { .. } => {}
            EventKind::CircleClosed { .. }
            | EventKind::CircleEdge { .. }
            | EventKind::CircleBroken { .. }
            | EventKind::Deadlock { .. }
            | EventKind::DeadlockEdge { .. } => self.apply_to_circles(event.kind),
            EventKind::Ended { end } => {
                self.end = Some(end);
                for sentence in self.why() {
                    push_kept(&mut self.log, LogLine { step, thread: who, sentence });
                }
            }
        }
    }

    fn apply_to_variables(&mut self, kind: EventKind, who: ThreadId, step: StepIndex) {
        match kind {
            EventKind::VariableNamed { variable, name } => {
                debug_assert_eq!(variable.index(), self.variables.len(), "variables come in order");
                let view = VariableView { name, value: None, initial: None, writer: None, written: step, reader: None };
                self.variables.push(view);
            }
            EventKind::Worth { variable, value } => self.on_variable(variable, |view| view.initial = Some(value)),
            EventKind::Read { variable } => self.on_variable(variable, |view| {
                view.reader = Some((who, step));
                view.value = view.value.or(view.initial);
            }),
            EventKind::Wrote { variable, value } => self.on_variable(variable, |view| {
                view.value = Some(value);
                view.writer = Some(who);
                view.written = step;
            }),
            _ => {}
        }
    }

    fn on_thread(&mut self, id: ThreadId, change: impl FnOnce(&mut ThreadView)) {
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
            view.waits = None;
            view.sleeps_until = None;
        });
    }

    fn change(&mut self, id: ResourceId, change: Change<Shown>, by: ThreadId, step: StepIndex) {
        let owner = self.owner_of(id);
        self.on_resource(id, |view| view.apply(change, by, step));
        match change {
            Change::PermitTaken { .. } if self.is_signal(id) => {}
            Change::Acquired { .. } | Change::PermitTaken { .. } => self.on_thread(by, |view| {
                if !view.holds.contains(&id) {
                    view.holds.push(id);
                }
            }),
            Change::Released { depth: 0 } => {
                self.on_thread(owner.unwrap_or(by), |view| view.holds.retain(|held| *held != id));
            }
            Change::PermitsReturned { .. } => self.drop_permits(id),
            _ => {}
        }
    }

    /// Threads that hold no permit of a semaphore any more do not hold it.
    fn drop_permits(&mut self, id: ResourceId) {
        let holders = match self.resource(id).map(|view| &view.state) {
            Some(ResourceState::Permits { holders, .. }) => holders.clone(),
            _ => Vec::new(),
        };
        for (at, view) in self.threads.iter_mut().enumerate() {
            let thread = ThreadId::at(at);
            if view.holds.contains(&id) && !holders.contains(&thread) {
                view.holds.retain(|held| *held != id);
                self.touched.push(thread);
            }
        }
    }

    /// Whether it is a semaphore that is used as a signal.
    #[must_use]
    pub fn is_signal(&self, id: ResourceId) -> bool {
        self.resource(id).is_some_and(|view| matches!(view.state, ResourceState::Signals { .. }))
    }

    /// The thread that owns a lock.
    #[must_use]
    pub fn owner_of(&self, id: ResourceId) -> Option<ThreadId> {
        match self.resource(id)?.state {
            ResourceState::Lock { owner, .. } => owner,
            _ => None,
        }
    }

    /// What an event tells, if it is worth a line.
    fn sentence(&self, event: &Event) -> Option<Sentence> {
        use Argument::{Duration, Number, Text, Thread, Value, Variable};
        let who = Thread(event.thread);
        let says = |key| Sentence::new(key).with("thread", who);
        Some(match event.kind {
            EventKind::ThreadStarted { thread } if event.thread == thread => {
                Sentence::new("log-main-begins").with("thread", who)
            }
            EventKind::ThreadStarted { thread } => says("log-started").with("other", Thread(thread)),
            EventKind::ThreadFinished => says("log-finished"),
            EventKind::ThreadFailed { exception } => says("log-failed").with("exception", Text(exception)),
            EventKind::ThreadAbandoned => says("log-abandoned"),
            EventKind::Blocked { on, deadline } => {
                let sentence = self.blocked_sentence(event.thread, on);
                match deadline {
                    NO_DEADLINE => sentence,
                    deadline => sentence.with("duration", Duration(deadline.saturating_sub(self.clock))),
                }
            }
            EventKind::TimedOut if self.waits_for_timer(event.thread) => says("log-time-is-up"),
            EventKind::TimedOut => says("log-timed-out"),
            EventKind::Slept { until } => {
                says("log-sleeps").with("duration", Duration(until.saturating_sub(self.clock)))
            }
            EventKind::Overtaken { thread } => says("log-overtakes").with("other", Thread(thread)),
            EventKind::Changed { resource, change } => self.change_sentence(event.thread, resource, change)?,
            EventKind::Read { variable } => {
                let sentence = says("log-read").with("variable", Variable(variable));
                match self.variable(variable).and_then(|view| view.value.or(view.initial)) {
                    Some(value) => sentence.with("value", Value(value)),
                    None => Sentence { key: "log-read-unknown", ..sentence },
                }
            }
            EventKind::Wrote { variable, value } => {
                says("log-wrote").with("variable", Variable(variable)).with("value", Value(value))
            }
            EventKind::Output { text, stderr: false } => says("log-printed").with("text", Text(text)),
            EventKind::Drew { value } => says("log-drew").with("value", Value(value)),
            EventKind::Raised { exception } => says("log-raised").with("exception", Text(exception)),
            EventKind::Deadlock { length } => Sentence::new("log-deadlock").with("count", Number(length)),
            EventKind::CircleEdge { thread, on, owner, .. } | EventKind::DeadlockEdge { thread, on, owner } => {
                Edge { thread, on, owner }.sentence()
            }
            EventKind::CircleClosed { length, .. } => Sentence::new("log-circle").with("count", Number(length)),
            EventKind::CircleBroken { .. } => Sentence::new("log-circle-broken"),
            EventKind::Ended { end } => Sentence::new(match end {
                crate::event::End::Finished => "log-end-finished",
                crate::event::End::Failed => "log-end-failed",
                crate::event::End::Deadlock => "log-end-deadlock",
                crate::event::End::Stuck => "log-end-stuck",
                crate::event::End::Limit => "log-end-limit",
            }),
            _ => return None,
        })
    }

    fn blocked_sentence(&self, who: ThreadId, on: Wait) -> Sentence {
        let says = |key| Sentence::new(key).with("thread", Argument::Thread(who));
        match on {
            Wait::Acquire(resource) => match self.owner_of(resource) {
                Some(owner) => says("log-waits-owner")
                    .with("resource", Argument::Resource(resource))
                    .with("other", Argument::Thread(owner)),
                None if self.is_signal(resource) => {
                    says("log-waits-given").with("resource", Argument::Resource(resource))
                }
                None => says("log-waits-permit").with("resource", Argument::Resource(resource)),
            },
            Wait::Signal(resource) => says("log-waits-signal").with("resource", Argument::Resource(resource)),
            Wait::Parties(resource) => says("log-waits-parties").with("resource", Argument::Resource(resource)),
            Wait::Get(resource) => says("log-waits-get").with("resource", Argument::Resource(resource)),
            Wait::Put(resource) => says("log-waits-put").with("resource", Argument::Resource(resource)),
            Wait::AllDone(resource) => says("log-waits-done").with("resource", Argument::Resource(resource)),
            Wait::End(thread) => says("log-waits-end").with("other", Argument::Thread(thread)),
            Wait::Shutdown => says("log-waits-shutdown"),
        }
    }

    fn change_sentence(&self, who: ThreadId, resource: ResourceId, change: Change<Shown>) -> Option<Sentence> {
        use Argument::{Number, Thread, Value};
        let says = |key| Sentence::new(key).with("thread", Thread(who)).with("resource", Argument::Resource(resource));
        let owner = self.owner_of(resource).filter(|&owner| owner != who);
        let signalled = self.resource(resource).is_some_and(|view| view.is_signalled(change, who));
        Some(match change {
            Change::PermitTaken { left } if signalled => says("log-signal-taken").with("left", Number(left)),
            Change::PermitsReturned { left } if signalled => says("log-signal-given").with("left", Number(left)),
            Change::Acquired { depth: 1 } => says("log-acquired"),
            Change::Acquired { depth } => says("log-acquired-again").with("depth", Number(depth)),
            Change::Released { depth: 0 } => match owner {
                Some(owner) => says("log-released-of").with("other", Thread(owner)),
                None => says("log-released"),
            },
            Change::Released { depth } => says("log-released-once").with("depth", Number(depth)),
            Change::PermitTaken { left } => says("log-permit-taken").with("left", Number(left)),
            Change::PermitsReturned { left } => says("log-permit-returned").with("left", Number(left)),
            Change::FlagSet => says("log-flag-set"),
            Change::FlagCleared => says("log-flag-cleared"),
            Change::Notified { thread } => says("log-notified").with("other", Thread(thread)),
            Change::NotifiedNobody => says("log-notified-nobody"),
            Change::Arrived { count } => says("log-arrived").with("count", Number(count)),
            Change::Opened => says("log-opened"),
            Change::PassedThrough { .. } => says("log-passed"),
            Change::Broken => says("log-broken"),
            Change::Reset => says("log-reset"),
            Change::Put { item, .. } => says("log-put").with("item", Value(item)),
            Change::Got { item } => says("log-got").with("item", Value(item)),
            Change::TaskDone { unfinished } => says("log-task-done").with("count", Number(unfinished)),
            Change::Cancelled => says("log-cancelled"),
            Change::Fired => says("log-fired"),
            // The wait itself has a line.
            Change::EnteredRoom | Change::LeftRoom => return None,
        })
    }
}

fn set_local(locals: &mut Vec<(crate::ids::TextId, Shown)>, name: crate::ids::TextId, value: Shown) {
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
