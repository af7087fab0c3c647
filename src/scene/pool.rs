//! Thread pools that a program writes by hand, found from what threads take from queues.
//!
//! Workers are the threads that take from a queue, or wait at it, and those that run the same function as one of them. A task is
//! an item of that queue, or what a worker was begun with: its first local, as long as the program takes items into the same
//! name. A worker is done with a task when it comes back to the queue for another, or ends.

use super::{Scene, ThreadState, doors::Doors};
use crate::{
    event::{
        CallChange, Change, Event, EventKind, NO_DEADLINE, Nanos, QueueChange, QueueWant, ResourceKind, Shown, Target,
        Verb, Wait, Want,
    },
    ids::{ResourceId, TextId, ThreadId},
    trace::History,
};

/// So many tasks are kept; of more, those that are done go first, and then those that came first.
const KEPT: usize = 128;

/// How far a task is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaskState {
    /// It waits in the queue.
    Waiting,
    /// This thread works at it.
    Begun(ThreadId),
    /// This thread is done with it.
    Done(ThreadId),
    /// This thread died of it, or was cut off.
    Lost(ThreadId),
    /// This thread came with it, and found no place for it.
    Refused(ThreadId),
}

/// Something that a worker has to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Task {
    /// The item, or the argument.
    pub value: Shown,
    /// How far it is.
    pub state: TaskState,
    /// The queue that it came by; none if a worker was begun with it.
    queue: Option<ResourceId>,
}

/// A worker of a pool.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Worker {
    /// Who.
    pub thread: ThreadId,
    /// What it works at.
    pub task: Option<Shown>,
    /// How long it waits at the queue before it gives up, if it does not wait for ever: it is an extra one.
    pub patience: Option<Nanos>,
    /// It has gone home: it has come to its end by itself. Who was cut off with the program has not.
    pub gone: bool,
}

/// A pool: a queue, who takes from it, and what there is to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pool {
    /// The queue.
    pub queue: Option<ResourceId>,
    /// The workers, in the order of their making.
    pub workers: Vec<Worker>,
    /// The tasks, in the order of their coming.
    pub tasks: Vec<Task>,
    /// So many more were done.
    pub forgotten: u32,
}

impl Pool {
    /// How many tasks are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.forgotten as usize + self.tasks.iter().filter(|task| matches!(task.state, TaskState::Done(_))).count()
    }
}

/// What is known of a thread.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Member {
    /// The outermost function.
    entry: Option<TextId>,
    /// How deep its innermost function is.
    depth: u32,
    /// Its first local, when the thread began.
    first: Option<(TextId, Shown)>,
    /// It has rested before something.
    begun: bool,
    /// The queues that it took from or waited at.
    takes: Vec<ResourceId>,
    /// The queues that it put into.
    puts: Vec<ResourceId>,
    /// How long its last wait at a queue could be.
    patience: Option<(ResourceId, Nanos)>,
    /// What it got last, until that stands in a local.
    got: Option<Shown>,
}

/// What is known of all threads.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Work {
    members: Vec<Member>,
    tasks: Vec<Task>,
    /// So many that were done are not kept, by queue.
    forgotten: Vec<(Option<ResourceId>, u32)>,
    /// The names that items are taken into, by function.
    names: Vec<(TextId, TextId)>,
    /// What was offered.
    doors: Doors,
}

impl Work {
    /// How much there is in it.
    pub(super) fn things(&self) -> usize {
        self.members.len() * 2 + self.tasks.len() + self.names.len() + self.doors.things()
    }

    fn member(&mut self, thread: ThreadId) -> &mut Member {
        if self.members.len() <= thread.index() {
            self.members.resize_with(thread.index() + 1, Member::default);
        }
        &mut self.members[thread.index()]
    }

    fn enter(&mut self, thread: ThreadId, function: TextId, depth: u32) {
        let member = self.member(thread);
        if depth == 1 {
            member.entry.get_or_insert(function);
        }
    }

    /// A local of a function of a thread is worth this.
    fn local(&mut self, thread: ThreadId, depth: u32, name: TextId, value: Shown) {
        let member = self.member(thread);
        if depth == 1 && !member.begun && member.first.is_none() {
            member.first = Some((name, value));
        }
        if member.got == Some(value) {
            member.got = None;
            let entry = member.entry;
            if let Some(entry) = entry.filter(|entry| !self.names.iter().any(|(known, _)| known == entry)) {
                self.names.push((entry, name));
            }
        }
    }

    /// A thread comes to a queue for another item.
    fn come(&mut self, thread: ThreadId, queue: ResourceId) {
        self.settle(thread, TaskState::Done(thread), Some(queue));
        let takes = &mut self.member(thread).takes;
        if !takes.contains(&queue) {
            takes.push(queue);
        }
    }

    /// A thread is not at its tasks any more; of those that came by a queue, only at those of this one, if one is given.
    fn settle(&mut self, thread: ThreadId, state: TaskState, queue: Option<ResourceId>) {
        let of = |task: &&mut Task| {
            let here = queue.is_none() || task.queue.is_none() || task.queue == queue;
            task.state == TaskState::Begun(thread) && here
        };
        self.tasks.iter_mut().filter(of).for_each(|task| task.state = state);
    }

    fn add(&mut self, task: Task) {
        if self.tasks.len() == KEPT {
            let done = self.tasks.iter().position(|task| matches!(task.state, TaskState::Done(_)));
            let gone = self.tasks.remove(done.unwrap_or(0));
            if done.is_some() {
                match self.forgotten.iter_mut().find(|(queue, _)| *queue == gone.queue) {
                    Some((_, count)) => *count += 1,
                    None => self.forgotten.push((gone.queue, 1)),
                }
            }
        }
        self.tasks.push(task);
    }

    fn change(&mut self, thread: ThreadId, queue: ResourceId, change: QueueChange<Shown>, is_task: bool) {
        match change {
            QueueChange::Put { item, .. } => {
                let puts = &mut self.member(thread).puts;
                if !puts.contains(&queue) {
                    puts.push(queue);
                }
                if is_task {
                    self.add(Task { value: item, state: TaskState::Waiting, queue: Some(queue) });
                }
            }
            QueueChange::Got { item } => {
                self.come(thread, queue);
                if is_task {
                    self.member(thread).got = Some(item);
                    let waits = |task: &&mut Task| {
                        task.queue == Some(queue) && task.state == TaskState::Waiting && task.value == item
                    };
                    if let Some(task) = self.tasks.iter_mut().find(waits) {
                        task.state = TaskState::Begun(thread);
                    }
                }
            }
            QueueChange::TaskDone { .. } => self.settle(thread, TaskState::Done(thread), Some(queue)),
        }
    }

    /// A thread rests before an operation for the first time: what it was begun with is a task, unless it goes to a queue at
    /// once.
    fn begin(&mut self, thread: ThreadId, asks: bool, none: Option<Shown>) {
        let member = self.member(thread);
        if std::mem::replace(&mut member.begun, true) || asks || thread == ThreadId::MAIN {
            return;
        }
        if let Some((_, value)) = member.first
            && none != Some(value)
        {
            self.add(Task { value, state: TaskState::Begun(thread), queue: None });
        }
    }

    /// Whether what threads of a function are begun with is a task, as far as is known.
    fn begins_with_task(&self, member: &Member) -> bool {
        let Some((first, _)) = member.first else { return false };
        let known = self.names.iter().find(|(function, _)| Some(*function) == member.entry);
        known.is_none_or(|&(_, name)| name == first)
    }
}

impl Scene {
    /// What a step means for pools.
    pub(super) fn note_work(&mut self, events: &[Event], history: &History) {
        let none = history.texts().find("None").map(Shown::Text);
        let is_queue = |scene: &Self, id| {
            scene.resource(id).is_some_and(|view| {
                use ResourceKind::{Channel, LifoQueue, PriorityQueue, Queue, SimpleQueue};
                matches!(view.kind, Queue | LifoQueue | PriorityQueue | SimpleQueue | Channel)
            })
        };
        let mut asked = Vec::new();
        for event in events {
            let who = event.thread;
            match event.kind {
                EventKind::Frame { function, depth } => {
                    self.work.enter(who, function, depth);
                    self.work.member(who).depth = depth;
                }
                EventKind::Local { name, value } => {
                    let depth = self.work.member(who).depth;
                    self.work.local(who, depth, name, value);
                }
                EventKind::Calls(CallChange::Caller { depth, function }) => self.work.enter(who, function, depth),
                EventKind::Calls(CallChange::CallerLocal { depth, name, value }) => {
                    self.work.local(who, depth, name, value);
                }
                EventKind::AboutTo { action } => {
                    let at = match (action.verb, action.target) {
                        (Verb::Get, Target::Resource(queue)) => Some(queue),
                        _ => None,
                    };
                    if let Some(queue) = at {
                        self.work.come(who, queue);
                    }
                    asked.push((who, at.is_some()));
                }
                EventKind::Blocked { on: Wait::For(queue, Want::Queue(QueueWant::Item)), deadline } => {
                    self.work.come(who, queue);
                    let patience = (deadline != NO_DEADLINE).then(|| (queue, deadline.saturating_sub(self.clock)));
                    self.work.member(who).patience = patience;
                }
                EventKind::Changed { resource, change: Change::Queue(change) } if is_queue(self, resource) => {
                    let item = match change {
                        QueueChange::Put { item, .. } | QueueChange::Got { item } => Some(item),
                        QueueChange::TaskDone { .. } => None,
                    };
                    self.work.change(who, resource, change, item.is_some() && item != none);
                }
                EventKind::ThreadFinished => self.work.settle(who, TaskState::Done(who), None),
                EventKind::ThreadFailed { .. } | EventKind::ThreadAbandoned => {
                    self.work.settle(who, TaskState::Lost(who), None);
                }
                _ => {}
            }
        }
        for (who, asks) in asked {
            self.work.begin(who, asks, none);
        }
        self.work.doors.note(events);
    }

    /// The pool of the program, as far as it can be seen by now; none if no thread could be a worker and there is no queue.
    #[must_use]
    pub fn pool(&self) -> Option<Pool> {
        let queue = self.pool_queue();
        let known = |at: usize| self.work.members.get(at).filter(|_| at != ThreadId::MAIN.index());
        let all = (0..self.threads.len()).filter_map(|at| Some((ThreadId::at(at), known(at)?)));
        let takes = |member: &Member| queue.is_some_and(|queue| member.takes.contains(&queue));
        let puts = |member: &Member| queue.is_some_and(|queue| member.puts.contains(&queue));
        let mut entries: Vec<TextId> =
            all.clone().filter(|(_, member)| takes(member)).filter_map(|(_, member)| member.entry).collect();
        if !all.clone().any(|(_, member)| takes(member)) {
            // Nobody has come to the queue: those who run the function of the first thread that puts nothing into it.
            entries = all
                .clone()
                .filter(|(_, member)| !puts(member))
                .find_map(|(_, member)| member.entry)
                .into_iter()
                .collect();
        }
        let works = |member: &Member| takes(member) || member.entry.is_some_and(|entry| entries.contains(&entry));
        let workers: Vec<Worker> = all
            .filter(|(_, member)| works(member))
            .map(|(thread, member)| self.worker(thread, member, queue))
            .collect();
        if workers.is_empty() && queue.is_none() {
            return None;
        }
        let of_worker = |thread: ThreadId| {
            let begun = known(thread.index()).is_some_and(|member| self.work.begins_with_task(member));
            begun && workers.iter().any(|worker| worker.thread == thread)
        };
        let is_there = |task: &&Task| match (task.queue, task.state) {
            (Some(of), _) => Some(of) == queue,
            (None, TaskState::Waiting | TaskState::Refused(_)) => false,
            (None, TaskState::Begun(by) | TaskState::Done(by) | TaskState::Lost(by)) => of_worker(by),
        };
        let mut tasks: Vec<Task> = self.work.tasks.iter().filter(is_there).copied().collect();
        tasks.extend(self.refused(&workers, none_of(&tasks)));
        let forgotten = self.work.forgotten.iter().filter(|(of, _)| of.is_none() || *of == queue);
        Some(Pool { queue, workers, tasks, forgotten: forgotten.map(|&(_, count)| count).sum() })
    }

    /// What was offered under the name that workers have for their tasks, and has become none of them.
    fn refused(&self, workers: &[Worker], is_new: impl Fn(Shown) -> bool) -> Vec<Task> {
        let member = |worker: &Worker| self.work.members.get(worker.thread.index());
        let firsts = workers.iter().filter_map(member).filter(|member| self.work.begins_with_task(member));
        let firsts: Vec<TextId> = firsts.filter_map(|member| member.first).map(|(name, _)| name).collect();
        let is_task = |name| firsts.contains(&name) || self.work.names.iter().any(|&(_, known)| known == name);
        let is_outside = |by| workers.iter().all(|worker| worker.thread != by);
        let refusals = self.work.doors.refusals().filter(|refusal| is_task(refusal.name) && is_outside(refusal.by));
        let mut tasks: Vec<Task> = Vec::new();
        for refusal in refusals.filter(|refusal| is_new(refusal.value)) {
            if tasks.iter().all(|task| task.value != refusal.value) {
                tasks.push(Task { value: refusal.value, state: TaskState::Refused(refusal.by), queue: None });
            }
        }
        tasks
    }

    /// The queue that most threads besides the main one take from; the first one among equals.
    fn pool_queue(&self) -> Option<ResourceId> {
        let queues = (0..self.resources.len()).map(ResourceId::at);
        let queues = queues.filter(|&id| matches!(self.resources[id.index()].state, super::ResourceState::Queue(_)));
        let takers =
            |id: ResourceId| self.work.members.iter().skip(1).filter(|member| member.takes.contains(&id)).count();
        queues.rev().max_by_key(|&id| takers(id))
    }

    fn worker(&self, thread: ThreadId, member: &Member, queue: Option<ResourceId>) -> Worker {
        let is_its = |task: &&Task| {
            let here = task.queue.map_or_else(|| self.work.begins_with_task(member), |of| Some(of) == queue);
            task.state == TaskState::Begun(thread) && here
        };
        let task = self.work.tasks.iter().rev().find(is_its).map(|task| task.value);
        let patience = member.patience.filter(|&(of, _)| Some(of) == queue).map(|(_, time)| time);
        let gone =
            self.thread(thread).is_some_and(|view| matches!(view.state, ThreadState::Finished | ThreadState::Failed));
        Worker { thread, task, patience, gone }
    }
}

/// Whether a value is none of these tasks.
fn none_of(tasks: &[Task]) -> impl Fn(Shown) -> bool {
    let values: Vec<Shown> = tasks.iter().map(|task| task.value).collect();
    move |value| !values.contains(&value)
}

#[cfg(test)]
#[path = "pool_tests.rs"]
mod tests;
