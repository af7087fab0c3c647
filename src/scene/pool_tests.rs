//! Pools, found from what happened.

use super::*;
use crate::{
    choice::Choice,
    event::{Action, Life},
    source::Span,
};

const RAIL: ResourceId = ResourceId(0);
const CORE: ThreadId = ThreadId(1);
const EXTRA: ThreadId = ThreadId(2);
const OUTSIDER: ThreadId = ThreadId(3);

/// A program with main, three threads and a queue, and what is to happen in it, a step an event.
struct Story {
    history: History,
    scene: Scene,
}

impl Story {
    fn new() -> Self {
        let mut story = Self { history: History::default(), scene: Scene::default() };
        for at in 0..4 {
            let name = story.history.text("t");
            let life = Life::default();
            let thread = ThreadId(at);
            story.step(ThreadId::MAIN, &[EventKind::ThreadCreated { thread, name, daemon: false, life }]);
            story.step(ThreadId::MAIN, &[EventKind::ThreadStarted { thread }]);
        }
        story.step(
            ThreadId::MAIN,
            &[EventKind::ResourceCreated { resource: RAIL, kind: ResourceKind::Queue, limit: 3 }],
        );
        story
    }

    fn step(&mut self, thread: ThreadId, kinds: &[EventKind]) {
        for &kind in kinds {
            self.history.push(Event { thread, span: Span::default(), kind });
        }
        self.history.commit(Choice::run(ThreadId::MAIN), 0, true);
        self.scene.apply_step(&self.history, self.history.tip());
    }

    /// A thread begins this function with this argument, and rests before that.
    fn begins(&mut self, thread: ThreadId, function: &str, argument: Option<(&str, i32)>, verb: Verb) {
        let target = if verb == Verb::Get { Target::Resource(RAIL) } else { Target::None };
        let about = EventKind::AboutTo { action: Action { verb, target } };
        let frame = EventKind::Frame { function: self.history.text(function), depth: 1 };
        let local =
            argument.map(|(name, value)| EventKind::Local { name: self.history.text(name), value: Shown::Int(value) });
        let kinds: Vec<EventKind> = [about, frame].into_iter().chain(local).collect();
        self.step(thread, &kinds);
    }

    fn change(&mut self, thread: ThreadId, change: QueueChange<Shown>) {
        self.step(thread, &[EventKind::Changed { resource: RAIL, change: Change::Queue(change) }]);
    }

    fn put(&mut self, item: Shown) {
        self.change(ThreadId::MAIN, QueueChange::Put { item, position: 0 });
    }

    fn waits(&mut self, thread: ThreadId, deadline: Nanos) {
        let on = Wait::For(RAIL, Want::Queue(QueueWant::Item));
        self.step(thread, &[EventKind::Blocked { on, deadline }]);
    }

    fn pool(&self) -> Pool {
        self.scene.pool().expect("there is a queue")
    }

    fn workers(&self) -> Vec<(ThreadId, Option<i32>, Option<Nanos>, bool)> {
        let number = |shown| match shown {
            Shown::Int(number) => number,
            Shown::Text(_) => panic!("only numbers are tasks"),
        };
        let workers = self.pool().workers.into_iter();
        workers.map(|worker| (worker.thread, worker.task.map(number), worker.patience, worker.gone)).collect()
    }

    fn states(&self) -> Vec<TaskState> {
        self.pool().tasks.iter().map(|task| task.state).collect()
    }
}

#[test]
fn workers_begin_with_a_task_and_take_others_from_the_queue() {
    let mut story = Story::new();
    story.begins(CORE, "cook", Some(("order", 7)), Verb::Sleep);
    assert_eq!(story.workers(), [(CORE, Some(7), None, false)]);
    story.put(Shown::Int(8));
    assert_eq!(story.states(), [TaskState::Begun(CORE), TaskState::Waiting]);
    story.begins(EXTRA, "cook", Some(("order", 9)), Verb::Sleep);
    assert_eq!(story.workers(), [(CORE, Some(7), None, false), (EXTRA, Some(9), None, false)]);
    story.change(CORE, QueueChange::Got { item: Shown::Int(8) });
    assert_eq!(story.states(), [TaskState::Done(CORE), TaskState::Begun(CORE), TaskState::Begun(EXTRA)]);
    story.waits(EXTRA, 20);
    story.waits(CORE, NO_DEADLINE);
    assert_eq!(story.workers(), [(CORE, None, None, false), (EXTRA, None, Some(20), false)]);
    assert_eq!(story.pool().done(), 3);
    story.step(EXTRA, &[EventKind::ThreadFinished]);
    assert_eq!(story.workers(), [(CORE, None, None, false), (EXTRA, None, Some(20), true)]);
}

#[test]
fn who_runs_something_else_and_never_takes_is_no_worker() {
    let mut story = Story::new();
    story.begins(OUTSIDER, "bring", Some(("order", 1)), Verb::Sleep);
    story.begins(CORE, "work", None, Verb::Get);
    story.begins(EXTRA, "work", None, Verb::Get);
    let workers: Vec<ThreadId> = story.workers().iter().map(|worker| worker.0).collect();
    assert_eq!(workers, [CORE, EXTRA]);
    assert!(story.states().is_empty());
}

#[test]
fn what_names_a_worker_is_no_task() {
    // Whoever goes to the queue at once was given none; nor was anybody whose items go by another name.
    let mut story = Story::new();
    story.begins(CORE, "work", Some(("number", 1)), Verb::Get);
    assert_eq!(story.workers(), [(CORE, None, None, false)]);
    let mut story = Story::new();
    story.begins(CORE, "work", Some(("number", 1)), Verb::Print);
    story.put(Shown::Int(8));
    story.change(CORE, QueueChange::Got { item: Shown::Int(8) });
    let name = story.history.text("task");
    story.step(CORE, &[EventKind::Local { name, value: Shown::Int(8) }]);
    assert_eq!(story.states(), [TaskState::Begun(CORE)]);
}

#[test]
fn a_task_is_lost_with_its_worker_and_an_end_signal_is_none() {
    let mut story = Story::new();
    let none = Shown::Text(story.history.text("None"));
    story.put(Shown::Int(1));
    story.put(none);
    story.change(CORE, QueueChange::Got { item: Shown::Int(1) });
    let exception = story.history.text("ValueError: burnt");
    story.step(CORE, &[EventKind::ThreadFailed { exception }]);
    story.change(EXTRA, QueueChange::Got { item: none });
    assert_eq!(story.states(), [TaskState::Lost(CORE)]);
    assert_eq!(story.workers(), [(CORE, None, None, true), (EXTRA, None, None, false)]);
}

#[test]
fn of_too_many_tasks_those_that_are_done_are_counted() {
    let mut story = Story::new();
    for item in 0..200 {
        story.put(Shown::Int(item));
        story.change(CORE, QueueChange::Got { item: Shown::Int(item) });
    }
    story.waits(CORE, NO_DEADLINE);
    let pool = story.pool();
    assert_eq!((pool.done(), pool.tasks.len()), (200, KEPT));
}
