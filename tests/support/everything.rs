//! Everything that can happen, for the tests of recordings.

use std::sync::Arc;

use raddle::{
    app::{App, Beginning, ThemeName},
    event::{Action, Change, End, Event, EventKind, Nanos, ResourceKind, Shown, Target, Verb, Wait},
    host::{Session, Settings, recording},
    ids::{ResourceId, TextId, ThreadId, VariableId},
    locale::Language,
    scenario::{Catalogue, Scenario},
    source::Span,
    trace::{History, recording::Header},
};

/// The application as it begins, without motion.
pub fn plain_app() -> App {
    App::new(Beginning {
        catalogue: Catalogue::embedded(),
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

/// What can happen since version 2, behind all that could before.
pub fn every_later_event() -> Vec<Event> {
    let (thread, variable) = (ThreadId(1), VariableId(0));
    let kinds = [
        EventKind::CircleClosed { circle: 7, length: 1 },
        EventKind::CircleEdge { circle: 7, thread, on: Wait::End(thread), owner: thread },
        EventKind::CircleBroken { circle: 7 },
        EventKind::Worth { variable, value: Shown::Int(-1) },
    ];
    kinds.map(|kind| Event { thread: ThreadId(0), span: Span::new(2, 7), kind }).to_vec()
}

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
        EventKind::ThreadCreated { thread: ThreadId(0), name: TextId(0), daemon: false },
        EventKind::ThreadStarted { thread: ThreadId(0) },
        EventKind::ThreadCreated { thread, name: TextId(1), daemon: true },
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
        EventKind::DeadlockEdge { thread, on: Wait::Acquire(resource), owner: thread },
        EventKind::ThreadFinished,
        EventKind::ThreadFailed { exception: text },
        EventKind::ThreadAbandoned,
    ]);
    let ends = [End::Finished, End::Failed, End::Deadlock, End::Stuck, End::Limit];
    all.extend(ends.map(|end| EventKind::Ended { end }));
    all.into_iter().map(|kind| Event { thread: ThreadId(0), span: Span::new(2, 7), kind }).collect()
}

/// Every wait, and everything that a thread can be about to do.
fn waiting(thread: ThreadId, resource: ResourceId, variable: VariableId) -> Vec<EventKind> {
    let waits = [
        Wait::Acquire(resource),
        Wait::Signal(resource),
        Wait::Parties(resource),
        Wait::Get(resource),
        Wait::Put(resource),
        Wait::AllDone(resource),
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
        Change::Acquired { depth: 1 },
        Change::Released { depth: 0 },
        Change::PermitTaken { left: 1 },
        Change::PermitsReturned { left: 2 },
        Change::FlagSet,
        Change::FlagCleared,
        Change::EnteredRoom,
        Change::LeftRoom,
        Change::Notified { thread },
        Change::NotifiedNobody,
        Change::Arrived { count: 1 },
        Change::Opened,
        Change::PassedThrough { left: 1 },
        Change::Broken,
        Change::Reset,
        Change::Put { item: Shown::Text(text), position: 0 },
        Change::Got { item: Shown::Text(text) },
        Change::TaskDone { unfinished: 1 },
        Change::Cancelled,
        Change::Fired,
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
        quantum: Some(2),
        ..Header::default()
    }
}
