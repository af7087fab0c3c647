//! Live runs: what the operating system's threads did is recorded, replays to the same, and leaves nothing behind.

use std::{
    mem::discriminant,
    sync::Arc,
    time::{Duration, Instant},
};

use proptest::prelude::*;
use raddle::{
    app::recording::header,
    choice::Unit,
    event::{End, EventKind},
    host::{Recording, Session, Settings, recording},
    ids::{StepIndex, TextId, ThreadId},
    machine::Machine,
    program::Program,
    scenario::{Catalogue, Expect, Scenario},
    trace::{History, Recorder},
};

use crate::support;

/// Longer than anything here takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_mins(5);

fn program(text: &str) -> Arc<Program> {
    support::compiled_text("live.py", text).expect("it compiles")
}

fn live(program: &Arc<Program>, pace: Duration) -> Session {
    let mut session = Session::new(Arc::clone(program), Settings::default());
    session.go_live(pace, false);
    session
}

/// Follows the live run until `over` says so.
fn follow(session: &mut Session, over: impl Fn(&Session) -> bool) {
    let start = Instant::now();
    while !over(session) {
        assert!(start.elapsed() < PATIENCE, "it came to {:?}", session.history().tip());
        let bell = session.live().expect("it is live").bell().clone();
        let _ = bell.recv_timeout(Duration::from_millis(100));
        session.follow(|| true);
    }
}

fn to_the_end(session: &mut Session) -> End {
    follow(session, |session| session.end().is_some());
    session.end().expect("it has ended")
}

/// The choices of a history, taken again by a fresh machine.
fn replayed(program: &Arc<Program>, history: &History) -> (Recorder, Machine) {
    let mut machine = Machine::new(Arc::clone(program), Settings::default().memory);
    let mut recorder = Recorder::default();
    machine.announce(&mut recorder);
    recorder.history_mut().begin_done();
    for choice in history.choices(history.tip()).collect::<Vec<_>>() {
        machine.step(choice, &mut recorder).expect("what was possible is possible again");
        let complete = !machine.is_computing(choice.thread);
        recorder.history_mut().commit(choice, machine.clock(), complete);
    }
    (recorder, machine)
}

/// Replaying the choices gives the same trace and the same end.
fn check_replay(program: &Arc<Program>, session: &Session) {
    check_steps(program, session);
    let (recorder, _) = replayed(program, session.history());
    let (again, history) = (recorder.history(), session.history());
    for at in (0..=history.tip().0).map(StepIndex) {
        assert_eq!(again.events(at), history.events(at), "step {}", at.0);
    }
    let texts = |history: &History| -> Vec<String> {
        (0..history.texts().len()).map(|at| history.texts().get(TextId::at(at)).to_owned()).collect()
    };
    assert_eq!(texts(again), texts(history));
}

/// The same but for the numbers of texts: branches that were left have theirs in the table, and a file has its own.
fn check_steps(program: &Arc<Program>, session: &Session) {
    let history = session.history();
    let (recorder, machine) = replayed(program, history);
    let again = recorder.history();
    assert_eq!(again.tip(), history.tip());
    for at in (0..=history.tip().0).map(StepIndex) {
        let kinds = |history: &History| -> Vec<_> {
            history.events(at).iter().map(|event| (event.thread, event.span, discriminant(&event.kind))).collect()
        };
        assert_eq!(kinds(again), kinds(history), "step {}", at.0);
        assert_eq!(again.step(at).clock, history.step(at).clock, "step {}", at.0);
        assert_eq!(again.step(at).complete, history.step(at).complete, "step {}", at.0);
    }
    assert_eq!(machine.end(), session.end());
}

/// The threads of this process whose names begin so.
fn threads_named(start: &str) -> Option<usize> {
    let tasks = std::fs::read_dir("/proc/self/task").ok()?;
    let names = tasks.flatten().filter_map(|task| std::fs::read_to_string(task.path().join("comm")).ok());
    Some(names.filter(|name| name.starts_with(start)).count())
}

#[test]
fn every_scenario_replays_as_it_went_live() {
    let catalogue = Catalogue::embedded();
    // Most of the time they sleep, as long as the wall says: several sleep at once.
    support::side_by_side(4 * support::cores(), catalogue.scenarios(), |scenario| {
        let program = Arc::new(scenario.compile().expect("scenarios compile"));
        // A pace makes the order that of a busy system, as good as any other.
        let paced = scenario.id.starts_with("lo") || scenario.id == "queue";
        for pace in std::iter::once(Duration::ZERO).chain(paced.then_some(Duration::from_micros(300))) {
            let mut session = live(&program, pace);
            let end = to_the_end(&mut session);
            let said = Expect::of(end).is_some_and(|end| end == Expect::Finished || scenario.expect.contains(&end));
            assert!(said, "{}: {end:?}", scenario.id);
            check_replay(&program, &session);
            check_recording(scenario, &program, &session, end);
        }
    });
}

/// The recording of the run goes exactly as it went, and can be taken over anywhere.
fn check_recording(scenario: &Scenario, program: &Arc<Program>, session: &Session, end: End) {
    let mut file = Vec::new();
    recording::write(&mut file, &header(scenario, session.settings()), session.history(), Some(end))
        .expect("memory can be written");
    let Recording { history, end, .. } = Recording::read(&file[..]).expect("it opens");
    let mut opened = Session::of_recording(Some(Arc::clone(program)), Settings::default(), history, end);
    while opened.forward() {}
    assert_eq!((opened.end(), opened.obstacle()), (session.end(), None));
    check_steps(program, &opened);
    opened.seek(StepIndex(session.history().tip().0 / 2));
    opened.go_live(Duration::ZERO, false);
    to_the_end(&mut opened);
}

#[test]
fn a_thread_of_the_operating_system_runs_each_thread_and_bears_its_name() {
    let program = program(
        "import threading\ngo = threading.Event()\nthreads = [threading.Thread(target=go.wait, name=f'bearer-{n}') for n in range(3)]\n\
         for thread in threads: thread.start()\ngo.wait()\n",
    );
    let mut session = live(&program, Duration::ZERO);
    assert_eq!(to_the_end(&mut session), End::Stuck);
    let Some(named) = threads_named("bearer-") else {
        eprintln!("skipped: there is no /proc/self/task to count threads in");
        return;
    };
    assert_eq!(named, 3, "a stuck program stays to be looked at");
    let mut ids: Vec<_> = (0..4).filter_map(|at| session.kernel_id(ThreadId(at))).collect();
    ids.dedup();
    assert_eq!(ids.len(), 4, "{ids:?}");
    assert!(session.end_live());
    assert_eq!(threads_named("bearer-"), Some(0));
    assert_eq!(session.kernel_id(ThreadId(1)), None);
}

#[test]
fn a_deadlock_is_noticed_when_it_closes() {
    let catalogue = Catalogue::embedded();
    let scenario = catalogue.find("deadlock").expect("there is one");
    let program = Arc::new(scenario.compile().expect("it compiles"));
    // Both threads sleep between their two locks.
    let mut session = live(&program, Duration::ZERO);
    assert_eq!(to_the_end(&mut session), End::Deadlock);
    let closing = session.history().events(session.history().tip());
    assert!(closing.iter().any(|event| matches!(event.kind, EventKind::Deadlock { length: 2 })));
}

#[test]
fn sleeping_takes_as_long_as_the_wall_says() {
    let program =
        program("import time\nstart = time.monotonic()\ntime.sleep(0.05)\nprint(time.monotonic() - start >= 0.05)\n");
    let start = Instant::now();
    let mut session = live(&program, Duration::ZERO);
    assert_eq!(to_the_end(&mut session), End::Finished);
    assert!(start.elapsed() >= Duration::from_millis(50));
    let history = session.history();
    let printed = (0..=history.tip().0)
        .flat_map(|at| history.events(StepIndex(at)))
        .any(|event| matches!(event.kind, EventKind::Output { text, .. } if history.texts().get(text) == "True\n"));
    assert!(printed);
}

#[test]
fn work_takes_no_longer_than_it_does() {
    // What the machine counts for so much work is far more than a quick computer needs for it.
    let program = program(
        "import time\nstart = time.monotonic()\nn = 0\nwhile n < 3_000_000: n += 1\nworked = time.monotonic() - start\n\
         start = time.monotonic()\ntime.sleep(0.01)\nslept = time.monotonic() - start\n",
    );
    let start = Instant::now();
    let mut session = live(&program, Duration::ZERO);
    assert_eq!(to_the_end(&mut session), End::Finished);
    let history = session.history();
    let clock = Duration::from_nanos(history.step(history.tip()).clock);
    assert!(clock <= start.elapsed(), "{clock:?}");
    check_replay(&program, &session);
}

#[test]
fn the_steps_of_a_live_run_are_divided_into_lines() {
    let program = program("x = 1\ny = 2\nz = [x, y]\nprint(z)\nfor n in range(3):\n    x += n\nprint(x)\n");
    let mut session = live(&program, Duration::ZERO);
    assert_eq!(to_the_end(&mut session), End::Finished);
    session.end_live();
    let steps = session.history().tip();
    session.seek(StepIndex(0));
    session.set_unit(Unit::Line);
    while session.forward() {}
    assert!(session.history().tip() > StepIndex(steps.0 + 4), "{:?}", session.history().tip());
    assert_eq!(session.end(), Some(End::Finished));
    check_steps(&program, &session);
}

#[test]
fn a_thousand_threads_run() {
    let program = program(
        "import threading\nlock = threading.Lock()\ncount = 0\ndef work():\n    global count\n    with lock:\n        count += 1\n\
         threads = [threading.Thread(target=work) for n in range(1000)]\nfor thread in threads: thread.start()\n\
         for thread in threads: thread.join()\nassert count == 1000, count\n",
    );
    let mut session = live(&program, Duration::ZERO);
    assert_eq!(to_the_end(&mut session), End::Finished);
    check_replay(&program, &session);
}

#[test]
fn a_million_operations_go_through_the_channel() {
    const OPERATIONS: u32 = 1_000_000;
    let each = OPERATIONS / 4 / 2;
    let program = program(&format!(
        "import threading\nlock = threading.Lock()\ndef work():\n    for n in range({each}):\n        lock.acquire()\n        lock.release()\n\
         threads = [threading.Thread(target=work) for n in range(4)]\nfor thread in threads: thread.start()\n\
         for thread in threads: thread.join()\n"
    ));
    let mut session = live(&program, Duration::ZERO);
    assert_eq!(to_the_end(&mut session), End::Finished);
    let live = session.live().expect("it is live");
    assert_eq!(u64::from(session.history().tip().0), live.steps(), "none is lost");
    let releases = (0..=session.history().tip().0).flat_map(|at| session.history().events(StepIndex(at)));
    let changes = releases.filter(|event| matches!(event.kind, EventKind::Changed { .. })).count();
    assert_eq!(changes as u32, OPERATIONS);
}

/// What a viewer does while a program runs live.
#[derive(Clone, Debug)]
enum Deed {
    Pause,
    Resume,
    Step,
    Back,
    Pace(u64),
    Wait(u64),
    Fork,
    Live,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        Just(Deed::Pause),
        Just(Deed::Resume),
        Just(Deed::Step),
        Just(Deed::Back),
        (0_u64..300).prop_map(Deed::Pace),
        (0_u64..2000).prop_map(Deed::Wait),
        Just(Deed::Fork),
        Just(Deed::Live),
    ]
}

fn obey(session: &mut Session, deed: &Deed) {
    match (deed, session.live()) {
        (Deed::Pause, Some(live)) => live.pause(),
        (Deed::Resume, Some(live)) => live.resume(),
        (Deed::Step, Some(live)) => live.allow_one(),
        (Deed::Pace(micros), Some(live)) => live.set_pace(Duration::from_micros(*micros)),
        (Deed::Wait(micros), Some(live)) => {
            let _ = live.bell().recv_timeout(Duration::from_micros(*micros));
        }
        (Deed::Back, _) => {
            session.back();
        }
        (Deed::Fork, _) => {
            session.back();
            let thread = session.choosable().last().map(|option| option.thread());
            thread.map(|thread| session.run_thread(thread));
        }
        (Deed::Live, None) => session.go_live(Duration::from_micros(50), false),
        _ => {}
    }
    session.follow(|| true);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_viewer_does_it_replays_and_no_thread_is_left(deeds in proptest::collection::vec(deed(), 1..40)) {
        let program = program(
            "import threading, time, queue\nq = queue.Queue(2)\ndef put():\n    for n in range(20):\n        q.put(n)\n        time.sleep(0.0002)\n\
             def get():\n    for n in range(20):\n        q.get(timeout=30)\n\
             a = threading.Thread(target=put, name='leftover-a')\nb = threading.Thread(target=get, name='leftover-b')\n\
             a.start()\nb.start()\na.join()\nb.join()\n",
        );
        let mut session = live(&program, Duration::from_micros(100));
        for deed in &deeds {
            obey(&mut session, deed);
        }
        session.end_live();
        session.seek(session.history().tip());
        check_steps(&program, &session);
        drop(session);
        // The system wakes whoever joins a thread before it takes that off its list.
        let deadline = Instant::now() + Duration::from_secs(10);
        while threads_named("leftover-").is_some_and(|left| left > 0) && Instant::now() < deadline {
            std::thread::yield_now();
        }
        if let Some(left) = threads_named("leftover-") {
            prop_assert_eq!(left, 0);
        }
    }
}
