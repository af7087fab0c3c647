//! Virtual time on cores: who works at the same time as whom, with the global interpreter lock and without, and that each
//! step has its place.

use std::{sync::Arc, time::Duration};

use raddle::{
    app::{Stage, recording::header},
    compiler::compile,
    event::{EventKind, Nanos, Silence},
    host::{Recording, Session, Settings, recording},
    ids::{StepIndex, ThreadId},
    machine::{Hardware, Machine},
    scenario::Scenario,
    schedule::{Foreknowledge, Ledger, Moment, Policy, Quantum},
    source::SourceText,
    stdlib::Library,
};

const INTERVAL: Nanos = 5_000_000;

fn with(cores: u16, gil: Option<Nanos>) -> Settings {
    Settings {
        policy: Policy::Fair,
        seed: 0,
        unit: raddle::choice::Unit::Operation,
        memory: 1 << 24,
        hardware: Some(Hardware { cores, gil }),
        rules: raddle::machine::Rules::default(),
    }
}

/// A step: whose it was, where, from when to when.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Slice {
    thread: ThreadId,
    core: u16,
    begin: Nanos,
    end: Nanos,
}

fn played(text: &str, settings: Settings) -> Session {
    let source = Arc::new(SourceText::new("cores.py", text));
    let program = compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}"));
    let mut session = Session::new(Arc::new(program), settings);
    while session.forward() {}
    assert!(session.end().is_some(), "{text}");
    session
}

fn slices(session: &Session) -> Vec<Slice> {
    let history = session.history();
    let of_step = |step: u32| {
        let mut found = history.events(StepIndex(step)).iter().filter_map(|event| match event.kind {
            EventKind::Ran { core, begin, lasts } => {
                Some(Slice { thread: event.thread, core, begin, end: begin + Nanos::from(lasts) })
            }
            _ => None,
        });
        let slice = found.next().expect("every step has its place");
        assert!(found.next().is_none() && session.is_of(StepIndex(step), slice.thread));
        slice
    };
    (1..=history.tip().0).map(of_step).collect()
}

fn makespan(session: &Session) -> Nanos {
    let history = session.history();
    let last = history.step(history.tip()).clock;
    assert_eq!(Some(last), slices(session).iter().map(|slice| slice.end).max());
    last
}

const SUMS: &str = "import threading\n\
    def count():\n    for _ in range(200000): pass\n\
    both = [threading.Thread(target=count) for _ in range(2)]\n\
    for one in both: one.start()\n\
    for one in both: one.join()\n";

const READING: &str = "import threading, time\n\
    def read():\n    time.sleep(1)\n\
    all = [threading.Thread(target=read) for _ in range(4)]\n\
    for one in all: one.start()\n\
    for one in all: one.join()\n";

const HANDOVER: &str = "import threading, queue\n\
    boxes = queue.Queue(2)\n\
    lock = threading.Lock()\n\
    total = 0\n\
    def pack():\n    for n in range(6):\n        boxes.put(n)\n\
    def carry():\n    global total\n    for _ in range(3):\n        n = boxes.get()\n        with lock:\n            total += n\n\
    all = [threading.Thread(target=work) for work in (pack, carry, carry)]\n\
    for one in all: one.start()\n\
    for one in all: one.join()\n\
    print(total)\n";

#[test]
fn sums_take_half_the_time_on_two_cores_only_without_the_lock() {
    let ratio = |a: Nanos, b: Nanos| a as f64 / b as f64;
    let one = makespan(&played(SUMS, with(1, None)));
    let locked = makespan(&played(SUMS, with(2, Some(INTERVAL))));
    let free = makespan(&played(SUMS, with(2, None)));
    assert!((0.99..1.01).contains(&ratio(locked, one)), "{locked} and {one}");
    assert!((0.49..0.52).contains(&ratio(free, locked)), "{free} and {locked}");
}

#[test]
fn whoever_sleeps_gives_the_lock_back() {
    for hardware in [with(1, Some(INTERVAL)), with(4, Some(INTERVAL)), with(4, None)] {
        let time = makespan(&played(READING, hardware));
        assert!((1_000_000_000..1_000_200_000).contains(&time), "{time}: all four sleep together");
    }
}

#[test]
fn a_core_does_one_thing_at_a_time_and_so_does_whoever_has_the_lock() {
    for text in [SUMS, READING, HANDOVER] {
        for settings in [with(1, None), with(2, None), with(3, Some(INTERVAL)), with(4, Some(20_000))] {
            for policy in
                [Policy::Fair, Policy::Random, Policy::Fcfs, Policy::RoundRobin { quantum: Quantum::Steps(2) }]
            {
                let session = played(text, Settings { policy, ..settings });
                let slices = slices(&session);
                let hardware = settings.hardware.expect("there are cores");
                for (at, slice) in slices.iter().enumerate() {
                    assert!(slice.core < hardware.cores && slice.begin <= slice.end, "{slice:?}");
                    for before in &slices[..at] {
                        let same = before.core == slice.core || before.thread == slice.thread || hardware.gil.is_some();
                        assert!(!same || before.end <= slice.begin, "{policy} {hardware:?}: {before:?} and {slice:?}");
                    }
                }
                let clocks = (0..=session.history().tip().0).map(|step| session.history().step(StepIndex(step)).clock);
                assert!(clocks.is_sorted(), "the clock never goes back");
            }
        }
    }
}

#[test]
fn nobody_goes_on_before_whoever_woke_it() {
    for settings in [with(2, None), with(4, None), with(2, Some(INTERVAL))] {
        let session = played(HANDOVER, settings);
        let slices = slices(&session);
        let history = session.history();
        for step in 1..=history.tip().0 {
            for event in history.events(StepIndex(step)) {
                let (EventKind::Woken { thread } | EventKind::ThreadStarted { thread }) = event.kind else { continue };
                let waker = slices[step as usize - 1];
                let next = slices[step as usize..].iter().find(|slice| slice.thread == thread);
                assert!(next.is_none_or(|next| next.begin > waker.begin), "{waker:?} wakes {next:?}");
            }
        }
        assert!(history.texts().find("15\n").is_some(), "6 boxes were carried");
    }
}

#[test]
fn a_longer_switch_interval_means_fewer_switches() {
    let switches = |interval| {
        let slices = slices(&played(SUMS, with(2, Some(interval))));
        slices.windows(2).filter(|pair| pair[0].thread != pair[1].thread).count()
    };
    let (short, long) = (switches(2_000_000), switches(20_000_000));
    assert!(long >= 3 && short > 3 * long, "{short} and {long}");
}

#[test]
fn a_policy_has_all_cores_to_give_away() {
    // Jobs of 3, 1 and 1 steps of ten thousand turns each: on two cores the third one follows the second.
    let text = "import threading\n\
        def job(n):\n    for _ in range(n * 10000): pass\n    print(end=threading.current_thread().name)\n\
        for name, n in (('a', 3), ('b', 1), ('c', 1)):\n    threading.Thread(target=job, args=(n,), name=name).start()\n";
    let session = played(text, Settings { policy: Policy::Fcfs, ..with(2, None) });
    let printed: Vec<&str> = (1..=session.history().tip().0)
        .flat_map(|step| session.history().events(StepIndex(step)))
        .filter_map(|event| match event.kind {
            EventKind::Output { text, .. } => Some(session.history().texts().get(text)),
            _ => None,
        })
        .collect();
    assert_eq!(printed, ["b", "c", "a"]);
    let of = |thread| slices(&session).into_iter().filter(|slice| slice.thread == ThreadId(thread)).collect::<Vec<_>>();
    assert_eq!(of(2)[0].core, of(3)[0].core, "c takes the place of b");
    assert!(of(1).iter().all(|slice| slice.core != of(2)[0].core), "a stays where it is");
}

/// `raddle run` looks at the clock between the steps, from the very first one.
#[test]
fn the_clock_never_goes_back_from_the_machine_on() {
    for hardware in [Hardware { cores: 2, gil: None }, Hardware { cores: 3, gil: Some(INTERVAL) }] {
        let source = Arc::new(SourceText::new("cores.py", SUMS));
        let program = Arc::new(compile(&source, &Library).expect("it compiles"));
        let mut machine = Machine::new(program, 1 << 24).on(Some(hardware));
        let (mut ledger, known) = (Ledger::default(), Foreknowledge::default());
        let mut before = machine.clock();
        for step in (0..).map(StepIndex) {
            let moment = Moment { machine: &machine, step, seed: 0, ledger: &ledger, known: &known };
            let Some(choice) = Policy::Fair.choose(&moment) else { break };
            machine.step(choice, &mut Silence).expect("the policy chooses what is possible");
            ledger.note(Policy::Fair, &machine, choice.thread);
            assert!(machine.clock() >= before, "{} comes behind {before}", machine.clock());
            before = machine.clock();
        }
        assert!(machine.end().is_some());
    }
}

#[test]
fn a_recording_on_cores_is_followed_by_a_machine_with_cores() {
    let source = Arc::new(SourceText::new("cores.py", HANDOVER));
    let scenario = Scenario::read("cores", source, None).expect("it has no metadata");
    for settings in [with(2, None), with(3, Some(1_000_000))] {
        let settings = Settings { policy: Policy::Mlfq { quantum: Quantum::Time(20_000) }, ..settings };
        let session = played(HANDOVER, settings);
        let mut bytes = Vec::new();
        let head = header(&scenario, session.settings());
        recording::write(&mut bytes, &head, session.history(), session.end()).expect("memory can be written");
        let mut stage = Stage::of_recording(Recording::read(&bytes[..]).expect("it is a recording"));
        assert_eq!(stage.session().settings(), &settings);
        stage.seek(stage.history().tip(), Duration::ZERO);
        assert_eq!(stage.session().obstacle(), None);
    }
}

#[test]
fn without_cores_nothing_is_said_of_them() {
    let settings = Settings { hardware: None, ..with(1, None) };
    let session = played(HANDOVER, settings);
    let history = session.history();
    let any = (0..=history.tip().0)
        .any(|step| history.events(StepIndex(step)).iter().any(|event| matches!(event.kind, EventKind::Ran { .. })));
    assert!(!any);
}

#[test]
fn going_back_and_on_again_is_the_same_run() {
    for settings in [with(2, None), with(3, Some(INTERVAL))] {
        let whole = played(HANDOVER, settings);
        let mut session = played(HANDOVER, settings);
        let tip = session.history().tip();
        for at in [4, tip.0 / 2, tip.0 - 3] {
            session.seek(StepIndex(at));
            let next = whole.history().step(StepIndex(at + 1)).choice.expect("it was taken");
            let other = session.choosable().into_iter().find(|option| option.thread() != next.thread);
            if let Some(other) = other {
                assert!(session.run_thread(other.thread()));
                session.take_other_way();
                session.seek(tip);
                while session.forward() {}
            }
            assert_eq!(slices(&session), slices(&whole));
        }
    }
}
