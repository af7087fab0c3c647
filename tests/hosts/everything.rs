//! Everything that can happen, for the tests of recordings.

use std::sync::{Arc, OnceLock};

use raddle::{
    app::{App, Beginning, ThemeName},
    event::{
        Action, BarrierChange, Change, ConditionChange, End, Event, EventChange, EventKind, Life, LockChange, Nanos,
        QueueChange, QueueWant, RealEnd, ResourceKind, SemaphoreChange, Shown, Target, ThreadKind, TimerChange, Verb,
        Wait, Want,
    },
    host::{Session, Settings, recording},
    ids::{ResourceId, TextId, ThreadId, VariableId},
    locale::Language,
    scenario::{Catalogue, Scenario},
    source::Span,
    trace::{History, recording::Header},
};

/// The application as it begins, without motion.
pub fn plain_app() -> App {
    // Reading all scenarios takes longer than most of what is done with an application here.
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    App::new(Beginning {
        catalogue: CATALOGUE.get_or_init(Catalogue::embedded).clone(),
        language: Language::English,
        theme: ThemeName::Dark,
        motion: false,
        run: Settings::default(),
    })
}

/// Longer runs are looked at up to here.
pub const MOST_STEPS: u32 = 150;

/// A scenario after its first steps.
pub fn played(scenario: &Scenario, settings: Settings) -> Session {
    let program = scenario.compile().expect("a scenario compiles");
    let mut session = Session::new(Arc::new(program), settings);
    while session.cursor().0 < MOST_STEPS && session.forward() {}
    session
}

/// The file of a recording.
pub fn saved(header: &Header, history: &History, end: Option<End>) -> Vec<u8> {
    let mut bytes = Vec::new();
    recording::write(&mut bytes, header, history, end).expect("memory can be written");
    bytes
}

const NEVER: Nanos = Nanos::MAX;

/// One event of every kind with every word that can stand in it.
pub fn every_event() -> Vec<Event> {
    let (thread, resource, variable, text) = (ThreadId(1), ResourceId(11), VariableId(0), TextId(2));
    let kinds = [
        ResourceKind::Lock,
        ResourceKind::RLock,
        ResourceKind::Condition,
        ResourceKind::Semaphore,
        ResourceKind::BoundedSemaphore,
        ResourceKind::Event,
        ResourceKind::Barrier,
        ResourceKind::Timer,
        ResourceKind::Queue,
        ResourceKind::LifoQueue,
        ResourceKind::PriorityQueue,
        ResourceKind::SimpleQueue,
    ];
    let mut all = vec![
        EventKind::ThreadCreated { thread: ThreadId(0), name: TextId(0), daemon: false, life: Life::default() },
        EventKind::ThreadStarted { thread: ThreadId(0) },
        EventKind::ThreadCreated { thread, name: TextId(1), daemon: true, life: Life::default() },
        EventKind::ThreadChanged { thread, name: text, daemon: false },
    ];
    let created = (0..).map(ResourceId).zip(kinds);
    all.extend(created.map(|(resource, kind)| EventKind::ResourceCreated { resource, kind, limit: u32::MAX }));
    all.extend([
        EventKind::ResourceNamed { resource, name: text },
        EventKind::VariableNamed { variable, name: text },
        EventKind::Read { variable },
        EventKind::Wrote { variable, value: Shown::Int(i32::MIN) },
        EventKind::Wrote { variable, value: Shown::Int(i32::MAX) },
        EventKind::Wrote { variable, value: Shown::Text(text) },
        EventKind::Woken { thread },
        EventKind::Overtaken { thread },
        EventKind::Unblocked,
        EventKind::TimedOut,
        EventKind::Slept { until: 1 << 40 },
        EventKind::Slept { until: NEVER },
        EventKind::Frame { function: text, depth: 3 },
        EventKind::Local { name: text, value: Shown::Int(0) },
        EventKind::LocalUnbound { name: text },
        EventKind::Output { text, stderr: false },
        EventKind::Output { text, stderr: true },
        EventKind::Drew { value: Shown::Int(-1) },
        EventKind::Raised { exception: text },
    ]);
    all.extend(waiting(thread, resource, variable));
    all.extend(changes(thread, text).map(|change| EventKind::Changed { resource, change }));
    all.extend([
        EventKind::Deadlock { length: 1 },
        EventKind::DeadlockEdge { thread, on: Wait::For(resource, Want::Acquire), owner: thread },
        EventKind::ThreadFinished,
        EventKind::ThreadFailed { exception: text },
        EventKind::ThreadAbandoned,
    ]);
    let ends = [End::Finished, End::Failed, End::Deadlock, End::Stuck, End::Limit];
    all.extend(ends.map(|end| EventKind::Ended { end }));
    all.into_iter().map(|kind| Event { thread: ThreadId(0), span: Span::new(2, 7), kind }).collect()
}

/// What version 2 can say besides.
pub fn every_new_event() -> Vec<Event> {
    let (thread, resource, text) = (ThreadId(1), ResourceId(11), TextId(2));
    let other = Life { kind: ThreadKind::Task, parent: Some(thread), space: 0 };
    let process = Life { kind: ThreadKind::Process, parent: None, space: 3 };
    let kinds =
        [ResourceKind::RwLock, ResourceKind::Once, ResourceKind::Channel, ResourceKind::Future, ResourceKind::Other];
    let created = (12..).map(ResourceId).zip(kinds);
    let mut all = vec![
        EventKind::ThreadCreated { thread: ThreadId(2), name: text, daemon: false, life: other },
        EventKind::ThreadCreated { thread: ThreadId(3), name: text, daemon: false, life: process },
        EventKind::OsId { thread, id: 1 << 40 },
        EventKind::Ran { core: 3, begin: 1 << 40, lasts: u32::MAX },
        EventKind::Called { function: text },
        EventKind::Returned { value: Shown::Int(-1) },
        EventKind::Outside { what: text },
        EventKind::Dropped { count: 9 },
        EventKind::Blocked { on: Wait::Other(text), deadline: NEVER },
        EventKind::Blocked { on: Wait::Any(2), deadline: 5 },
        EventKind::File { file: 1, name: text, text: None },
        EventKind::File { file: 2, name: text, text: Some(TextId(1)) },
        EventKind::CircleClosed { circle: 7, length: 1 },
        EventKind::CircleEdge { circle: 7, thread, on: Wait::End(thread), owner: thread },
        EventKind::CircleBroken { circle: 7 },
        EventKind::Worth { variable: VariableId(0), value: Shown::Int(-1) },
    ];
    all.extend(created.map(|(resource, kind)| EventKind::ResourceCreated { resource, kind, limit: 0 }));
    let changes =
        [LockChange::SharedAcquired.into(), LockChange::SharedReleased.into(), Change::Closed, Change::Poisoned];
    all.extend(changes.map(|change| EventKind::Changed { resource, change }));
    let ends = [RealEnd::Exited(3), RealEnd::Killed(9), RealEnd::Hung, RealEnd::Left];
    all.extend(ends.map(|end| EventKind::Ended { end: End::Real(end) }));
    all.into_iter().map(|kind| Event { thread: ThreadId(0), span: Span::new(2, 7), kind }).collect()
}

/// Every wait, and everything that a thread can be about to do.
fn waiting(thread: ThreadId, resource: ResourceId, variable: VariableId) -> Vec<EventKind> {
    let waits = [
        Wait::For(resource, Want::Acquire),
        Wait::For(resource, Want::Signal),
        Wait::For(resource, Want::Parties),
        Wait::For(resource, Want::Queue(QueueWant::Item)),
        Wait::For(resource, Want::Queue(QueueWant::Room)),
        Wait::For(resource, Want::Queue(QueueWant::AllDone)),
        Wait::End(thread),
        Wait::Shutdown,
    ];
    let mut all = waits.map(|on| EventKind::Blocked { on, deadline: NEVER }).to_vec();
    all.push(EventKind::Blocked { on: waits[0], deadline: 5 });
    all.extend(verbs().map(|verb| EventKind::AboutTo { action: Action { verb, target: Target::Resource(resource) } }));
    let targets = [
        Target::None,
        Target::Thread(thread),
        Target::Variable(variable),
        Target::Duration(7),
        Target::Duration(NEVER),
    ];
    all.extend(targets.map(|target| EventKind::AboutTo { action: Action { verb: Verb::Wait, target } }));
    all
}

/// Every change of a primitive.
fn changes(thread: ThreadId, text: TextId) -> [Change<Shown>; 20] {
    [
        Change::Lock(LockChange::Acquired { depth: 1 }),
        Change::Lock(LockChange::Released { depth: 0 }),
        Change::Semaphore(SemaphoreChange::Taken { left: 1 }),
        Change::Semaphore(SemaphoreChange::Returned { left: 2 }),
        Change::Event(EventChange::Set),
        Change::Event(EventChange::Cleared),
        Change::Condition(ConditionChange::Entered),
        Change::Condition(ConditionChange::Left),
        Change::Notified { thread },
        Change::Condition(ConditionChange::NotifiedNobody),
        Change::Barrier(BarrierChange::Arrived { count: 1 }),
        Change::Barrier(BarrierChange::Opened),
        Change::Barrier(BarrierChange::PassedThrough { left: 1 }),
        Change::Barrier(BarrierChange::Broken),
        Change::Barrier(BarrierChange::Reset),
        Change::Queue(QueueChange::Put { item: Shown::Text(text), position: 0 }),
        Change::Queue(QueueChange::Got { item: Shown::Text(text) }),
        Change::Queue(QueueChange::TaskDone { unfinished: 1 }),
        Change::Timer(TimerChange::Cancelled),
        Change::Timer(TimerChange::Fired),
    ]
}

fn verbs() -> [Verb; 25] {
    use Verb::{
        Abort, Acquire, Begin, Cancel, Clear, Compute, Draw, Exit, Get, Inspect, Join, JoinQueue, Notify, NotifyAll,
        Print, Put, Read, Release, Reset, Set, Sleep, Start, TaskDone, Wait, Write,
    };
    [
        Begin, Acquire, Release, Wait, Notify, NotifyAll, Set, Clear, Put, Get, TaskDone, JoinQueue, Inspect, Reset,
        Abort, Cancel, Start, Join, Exit, Sleep, Print, Read, Write, Draw, Compute,
    ]
}

/// A history with these events: one step for each, and so many texts.
pub fn history_of(events: &[Event], texts: &[&str]) -> History {
    let mut history = History::default();
    for text in texts {
        history.text(text);
    }
    let (first, rest) = events.split_at(4);
    first.iter().for_each(|&event| history.push(event));
    history.begin_done();
    for (clock, &event) in (1..).zip(rest) {
        history.push(event);
        history.commit("1=7@12".parse().expect("it is a choice"), clock * 1000, clock % 3 > 0);
    }
    history
}

pub const TEXTS: [&str; 3] = ["MainThread", "a \"b\"\\\n\t\u{1b}[1m\u{2028}", "锁 🔒"];

pub fn every_header() -> Header {
    Header {
        by: "raddle 0.1.0".to_owned(),
        scenario: "every".to_owned(),
        name: "every.py".to_owned(),
        program: "# every event there is\n".to_owned(),
        set: [("N".to_owned(), "3".to_owned())].into(),
        seed: u64::MAX,
        policy: "rr".to_owned(),
        quantum: Some(raddle::trace::recording::Quantum::Steps(2)),
        ..Header::default()
    }
}
