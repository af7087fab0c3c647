//! A run against itself: the same choices give the same events and the same machine, going back and forth gives the same
//! scenes, and a step divided into finer ones comes to the same.
//!
//! Runs the programs under `tests/concurrent/`, `tests/programs/` and `scenarios/` with several seeds and policies.

use std::{
    hash::{Hash, Hasher},
    sync::Arc,
};

use proptest::prelude::*;
use raddle::{
    choice::{Choice, Unit, Way},
    event::Silence,
    host::{Session, Settings},
    ids::{StepIndex, ThreadId},
    machine::{Choosable, Machine},
    program::Program,
    scene::{Playback, Scene, ThreadState, Timeline},
    schedule::{Foreknowledge, Ledger, Moment, Policy, Quantum},
    trace::{History, Recorder},
};

use crate::support;

const POLICIES: [Policy; 7] = Policy::ALL;

/// Longer runs are looked at up to here.
const MOST_STEPS: u32 = 120;

const MEMORY: usize = 64 << 20;

/// Programs with threads.
const THREADED: &[&str] = &["tests/concurrent", "scenarios"];

/// Those, and all that show the language.
const ALL: &[&str] = &["tests/concurrent", "scenarios", "tests/programs"];

/// The ways in which programs are run.
fn settings() -> Vec<Settings> {
    // Those that do not go by the seed alone need no second one, and those that follow from others are left to their own tests.
    let [fair, random, rr, _, _, mlfq, _] = POLICIES;
    let all = [(fair, 0), (fair, 7), (random, 0), (random, 7), (rr, 0), (mlfq, 0)].into_iter();
    all.map(|(policy, seed)| Settings { policy, seed, memory: MEMORY, ..Settings::default() }).collect()
}

/// So many of the ways each program takes in each test: the first, and of the others those whose turn it is.
const WAYS: usize = 2;

/// `RADDLE_WAYS=6` runs every program in every way.
fn ways() -> usize {
    std::env::var("RADDLE_WAYS").ok().and_then(|ways| ways.parse().ok()).unwrap_or(WAYS)
}

/// Calls the check for every program of the folders; a failure says which it was, and in which way it ran.
fn each_run(folders: &[&str], check: impl Fn(&Arc<Program>, Settings, &str)) {
    let programs = folders.iter().flat_map(|folder| support::compiled(folder));
    for (turn, (name, program)) in programs.enumerate() {
        // A program with one thread runs in one way.
        let ways = if program.module("threading").is_some() { ways() } else { 1 };
        let (first, others) = settings().split_first().map(|(first, others)| (*first, others.to_vec())).expect("ways");
        let others = others.iter().copied().cycle().skip(turn % others.len()).take(others.len());
        for settings in std::iter::once(first).chain(others).take(ways) {
            check(&program, settings, &format!("{name}, {} with seed {}", settings.policy, settings.seed));
        }
    }
}

#[test]
#[ignore = "long: the tests of this file with every program in every way"]
fn every_program_in_every_way() {
    let itself = std::env::current_exe().expect("this test has a path");
    let status = std::process::Command::new(itself).env("RADDLE_WAYS", settings().len().to_string()).status();
    assert!(status.expect("it can be run").success());
}

/// A session that has gone on to the end of its run, or as far as we look.
fn played(program: &Arc<Program>, settings: Settings) -> Session {
    let mut session = Session::new(Arc::clone(program), settings);
    while session.cursor().0 < MOST_STEPS && session.forward() {}
    session
}

fn hash_of(machine: &Machine) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    machine.hash(&mut hasher);
    hasher.finish()
}

/// Replays the choices of a history from the start.
fn replayed(program: &Arc<Program>, history: &History) -> (Machine, Recorder) {
    let mut machine = Machine::new(Arc::clone(program), MEMORY);
    let mut recorder = Recorder::default();
    machine.announce(&mut recorder);
    recorder.history_mut().begin_done();
    for choice in history.choices(history.tip()) {
        machine.step(choice, &mut recorder).expect("a recorded choice is possible");
        let complete = !machine.is_computing(choice.thread);
        recorder.history_mut().commit(choice, machine.clock(), complete);
    }
    (machine, recorder)
}

fn assert_same_history(a: &History, b: &History, what: &str) {
    assert_eq!(a.tip(), b.tip(), "{what}: as many steps");
    for at in (0..=a.tip().0).map(StepIndex) {
        let (x, y) = (a.step(at), b.step(at));
        assert_eq!((x.choice, x.clock, x.complete), (y.choice, y.clock, y.complete), "{what}: step {at:?}");
        assert_eq!(a.events(at), b.events(at), "{what}: events of step {at:?}");
    }
    let texts = |history: &History| (0..history.texts().len()).map(|at| history_text(history, at)).collect::<Vec<_>>();
    assert_eq!(texts(a), texts(b), "{what}: the same texts");
}

fn history_text(history: &History, at: usize) -> String {
    history.texts().get(raddle::ids::TextId::at(at)).to_owned()
}

/// The scenes of all steps of a branch, folded from the start one after the other.
fn scenes(history: &History) -> Vec<Scene> {
    let mut scene = Scene::default();
    let fold = |at| {
        scene.apply_step(history, at);
        scene.clone()
    };
    (0..=history.tip().0).map(StepIndex).map(fold).collect()
}

#[test]
fn replaying_the_choices_gives_the_same_events_and_the_same_machine() {
    each_run(ALL, |program, settings, what| {
        let session = played(program, settings);
        let (machine, recorder) = replayed(program, session.history());
        assert_same_history(session.history(), recorder.history(), what);
        let (again, _) = replayed(program, session.history());
        assert_eq!(machine, again, "{what}");
        assert_eq!(hash_of(&machine), hash_of(&again), "{what}");
    });
}

#[test]
fn a_silent_run_comes_to_the_same_machine_as_a_recorded_one() {
    each_run(THREADED, |program, settings, what| {
        let session = played(program, settings);
        let (recorded, _) = replayed(program, session.history());
        let mut silent = Machine::new(Arc::clone(program), MEMORY);
        for choice in session.history().choices(session.history().tip()) {
            silent.step(choice, &mut Silence).expect("a recorded choice is possible");
        }
        assert_eq!(silent, recorded, "{what}");
        assert_eq!(hash_of(&silent), hash_of(&recorded), "{what}");
    });
}

#[test]
fn a_hash_that_was_kept_is_what_a_fresh_one_would_be() {
    each_run(THREADED, |program, settings, what| {
        let session = played(program, settings);
        let choices: Vec<Choice> = session.history().choices(session.history().tip()).collect();
        let start = Machine::new(Arc::clone(program), MEMORY);
        let mut hashed = start.clone();
        let mut copies = vec![hashed.clone()];
        for (at, &choice) in choices.iter().enumerate() {
            hash_of(&hashed);
            hashed = hashed.clone();
            hashed.step(choice, &mut Silence).expect("a recorded choice is possible");
            copies.push(hashed.clone());
            if at % 29 == 0 || at + 1 == choices.len() {
                let mut fresh = start.clone();
                for &choice in &choices[..=at] {
                    fresh.step(choice, &mut Silence).expect("it was possible");
                }
                assert_eq!(hash_of(&hashed), hash_of(&fresh), "{what}, step {at}");
                assert_eq!(hashed, fresh, "{what}, step {at}");
            }
        }
        // A copy is not touched by what happens to the machine that it was made of.
        let mut again = start;
        for (copy, &choice) in copies.iter().zip(&choices) {
            assert_eq!(*copy, again, "{what}");
            again.step(choice, &mut Silence).expect("a recorded choice is possible");
        }
    });
}

#[test]
fn machines_at_different_points_have_different_hashes() {
    each_run(THREADED, |program, settings, what| {
        let session = played(program, settings);
        let mut machine = Machine::new(Arc::clone(program), MEMORY);
        let mut seen = vec![hash_of(&machine)];
        for choice in session.history().choices(session.history().tip()) {
            machine.step(choice, &mut Silence).expect("a recorded choice is possible");
            seen.push(hash_of(&machine));
        }
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), count, "{what}: the clock alone makes every step another state");
    });
}

#[test]
fn a_choice_is_written_as_a_word_and_read_again() {
    each_run(THREADED, |program, settings, what| {
        let session = played(program, settings);
        for choice in session.history().choices(session.history().tip()) {
            assert_eq!(choice.to_string().parse(), Ok(choice), "{what}");
        }
    });
}

#[test]
fn a_refused_choice_changes_nothing() {
    each_run(THREADED, |program, settings, what| {
        let session = played(program, Settings { seed: settings.seed + 100, ..settings });
        let (mut machine, _) = replayed(program, session.history());
        let before = machine.clone();
        let threads = (0..12).map(ThreadId);
        let choices = threads.flat_map(|thread| [Choice::run(thread), Choice::expire(thread)]);
        for choice in choices.filter(|&choice| !before.is_possible(choice)) {
            assert!(machine.step(choice, &mut Silence).is_err());
            assert_eq!(machine, before, "{what}: {choice}");
        }
    });
}

#[test]
fn stepping_back_and_forth_gives_the_same_scenes() {
    each_run(THREADED, |program, settings, what| {
        let mut session = played(program, settings);
        let fresh = scenes(session.history());
        let mut playback = Playback::default();
        while session.back() {
            let at = session.cursor();
            assert_eq!(*playback.at(session.history(), at), fresh[at.index()], "{what}: back at {at:?}");
        }
        while session.cursor() < session.history().tip() {
            session.forward();
            let at = session.cursor();
            assert_eq!(*playback.at(session.history(), at), fresh[at.index()], "{what}: forth at {at:?}");
        }
    });
}

#[test]
fn the_timeline_says_what_the_scenes_say() {
    each_run(THREADED, |program, settings, what| {
        let session = played(program, settings);
        let (mut timeline, mut playback) = (Timeline::default(), Playback::default());
        timeline.extend(session.history(), &mut playback);
        for (at, scene) in scenes(session.history()).into_iter().enumerate() {
            for (id, thread) in scene.threads.iter().enumerate() {
                let (id, at) = (ThreadId::at(id), StepIndex::at(at));
                let lane = timeline.at(session.history(), id, at).unwrap_or_else(|| panic!("{what}: a lane of {id:?}"));
                let shown = if thread.state == ThreadState::Running { ThreadState::Ready } else { thread.state };
                assert_eq!((lane.state, lane.holds), (shown, thread.holds.last().copied()), "{what}: {id:?} at {at:?}");
                assert_eq!(lane.stepped, session.is_of(at, id), "{what}: {id:?} at {at:?}");
            }
        }
    });
}

#[test]
fn a_fork_keeps_the_way_it_left_and_can_be_left_again() {
    each_run(THREADED, |program, settings, what| {
        let mut session = played(program, settings);
        let before: Vec<Choice> = session.history().choices(session.history().tip()).collect();
        let scenes_before = scenes(session.history());
        let Some((at, other)) = place_to_fork(&mut session) else { return };
        session.seek(at);
        assert!(session.run_thread(other), "{what}");
        while session.cursor().0 < MOST_STEPS && session.forward() {}
        let forked: Vec<Choice> = session.history().choices(session.history().tip()).collect();
        assert_eq!(forked[..at.index()], before[..at.index()], "{what}: the same up to the fork");
        assert_eq!(forked[at.index()].thread, other, "{what}: then as chosen");
        let (_, recorder) = replayed(program, session.history());
        assert_same_run(recorder.history(), session.history(), &format!("{what}: a fork is a run"));
        let mut history = session.history().clone();
        let branches: Vec<_> = history.branches().collect();
        assert_eq!(branches.iter().map(|branch| branch.at).collect::<Vec<_>>(), [at], "{what}: one branch");
        history.switch(branches[0]);
        assert_eq!(history.choices(history.tip()).collect::<Vec<_>>(), before, "{what}: back on the way that was left");
        assert_eq!(scenes(&history), scenes_before, "{what}: and what was seen there");
    });
}

#[test]
fn a_way_that_was_left_goes_on_as_if_it_never_was() {
    each_run(THREADED, |program, settings, what| {
        let mut session = played(program, settings);
        let Some((at, other)) = place_to_fork(&mut session) else { return };
        let straight = played(program, settings);
        session.seek(at);
        assert!(session.take_other_way().is_none(), "{what}: there is one way only");
        assert!(session.run_thread(other), "{what}");
        while session.cursor().0 < MOST_STEPS && session.forward() {}
        assert_eq!(session.forks().collect::<Vec<_>>(), [at], "{what}");
        let taken = straight.history().step(at.next()).choice.map(|choice| choice.thread);
        assert_eq!((session.take_other_way(), session.cursor()), (taken, at), "{what}");
        assert_same_run(session.history(), straight.history(), &format!("{what}: the way that was left"));
        session.seek(session.history().tip());
        assert_eq!(session.end(), straight.end(), "{what}");
        let mut on = straight;
        while session.cursor().0 < 2 * MOST_STEPS && session.forward() {}
        while on.cursor().0 < 2 * MOST_STEPS && on.forward() {}
        assert_same_run(session.history(), on.history(), &format!("{what}: and what comes behind it"));
        assert_eq!(session.take_other_way(), Some(other), "{what}: and back again");
    });
}

/// The last step from which another thread could have gone on than the one that did.
fn place_to_fork(session: &mut Session) -> Option<(StepIndex, ThreadId)> {
    let tip = session.history().tip().0;
    (0..tip).rev().map(StepIndex).find_map(|at| {
        session.seek(at);
        let taken = session.history().step(at.next()).choice.map(|choice| choice.thread);
        let others = session.choosable().into_iter().map(Choosable::thread);
        others.into_iter().find(|&thread| Some(thread) != taken).map(|thread| (at, thread))
    })
}

/// Checks that two runs are the same, event by event. Texts are compared as texts: another run may have met them in another
/// order.
fn assert_same_run(a: &History, b: &History, what: &str) {
    assert_eq!(a.tip(), b.tip(), "{what}: as many steps");
    let common = a.texts().len().min(b.texts().len());
    // Where one has all the texts of the other, under the same ids, what is equal is the same.
    let one_table = (0..common).all(|at| history_text(a, at) == history_text(b, at));
    for at in (0..=a.tip().0).map(StepIndex) {
        assert_eq!(a.step(at).clock, b.step(at).clock, "{what}: clock of {at:?}");
        if one_table && a.events(at) == b.events(at) {
            continue;
        }
        let told = |history: &History| with_texts(&format!("{:#?}", history.events(at)), history);
        assert_eq!(told(a), told(b), "{what}: events of {at:?}");
    }
}

/// Puts the texts in for their ids: `s12` is how an id is written.
fn with_texts(written: &str, history: &History) -> String {
    let parts = written.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    let text_of = |part: &str| {
        let number = part.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).strip_prefix('s')?;
        let id = number.parse().ok()?;
        Some(format!("{:?} ", history.texts().get(raddle::ids::TextId(id))))
    };
    parts.map(|part| text_of(part).unwrap_or_else(|| part.to_owned())).collect()
}

#[test]
fn a_step_taken_by_lines_or_instructions_comes_to_the_same() {
    each_run(ALL, |program, settings, what| {
        // What a thread reads from its own clock in the middle of a step depends on how the step is divided.
        let waits_by_the_clock = |name: &str| ["asyncio", "select", "socket"].contains(&name);
        let waits_by_it = program.modules.iter().any(|module| waits_by_the_clock(&module.name));
        let reads_clock = ["times.py", "thread_pool_times.py"].iter().any(|name| what.starts_with(name));
        // A temporary that nobody reads any more may be kept by a step that is not divided.
        let keeps_a_temporary =
            ["process_starts.py", "logging_config.py", "os_rare.py"].iter().any(|name| what.starts_with(name));
        if reads_clock || waits_by_it || keeps_a_temporary {
            return;
        }
        let session = played(program, settings);
        for unit in [Unit::Line, Unit::Instruction] {
            let mut whole = Machine::new(Arc::clone(program), MEMORY);
            let mut fine = whole.clone();
            // Programs that compute for long are looked at for a while.
            let mut left = 1_500;
            for choice in session.history().choices(session.history().tip()) {
                whole.step(choice, &mut Silence).expect("a recorded choice is possible");
                if whole.is_computing(choice.thread) {
                    // A long stretch of work was cut off, perhaps in the middle of a line.
                    fine = whole.clone();
                    continue;
                }
                left = step_finely(&mut fine, choice, unit, &whole, left);
                if left == 0 {
                    break;
                }
                assert!(fine == whole, "{what}: {choice} by {unit:?}");
            }
        }
    });
}

/// Takes the step in finer ones, until it has come to where the whole step came, or no more are left; returns how many are
/// left.
fn step_finely(machine: &mut Machine, choice: Choice, unit: Unit, whole: &Machine, left: usize) -> usize {
    let mut fine = match choice.way {
        Way::Run(_) => Choice { way: Way::Run(unit), ..choice },
        _ => choice,
    };
    for left in (1..=left).rev() {
        let mut ahead = machine.clone();
        if ahead.step(fine, &mut Silence).is_err() {
            return left;
        }
        if ahead.clock() > whole.clock() && fine.way == Way::Run(Unit::Line) {
            // A long stretch of work is cut off in the middle of a line.
            fine.way = Way::Run(Unit::Instruction);
            continue;
        }
        *machine = ahead;
        if machine == whole || choice.way != Way::Run(Unit::Operation) {
            return left;
        }
    }
    0
}

#[test]
fn a_session_that_goes_by_instructions_ends_where_one_by_operations_does() {
    for (name, program) in support::compiled("tests/concurrent") {
        let mut session = played(&program, Settings::default());
        let operations = scenes(session.history());
        session.set_unit(Unit::Instruction);
        session.seek(StepIndex(0));
        while session.cursor() < session.history().tip() {
            session.forward();
        }
        let instructions = scenes(session.history());
        assert!(instructions.len() > operations.len(), "{name}: there are more steps");
        let (last, known) = (instructions.last().expect("a scene"), operations.last().expect("a scene"));
        assert_eq!((last.end, last.clock), (known.end, known.clock), "{name}");
        let states = |scene: &Scene| scene.threads.iter().map(|thread| thread.state).collect::<Vec<_>>();
        assert_eq!(states(last), states(known), "{name}");
        let printed = |scene: &Scene| scene.output.iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(printed(last), printed(known), "{name}");
    }
}

#[test]
fn the_policy_alone_decides_what_a_session_does() {
    for (name, program) in support::compiled("tests/concurrent") {
        for policy in [Policy::Random, Policy::Mlfq { quantum: Quantum::Time(2_000) }, Policy::Fcfs] {
            let settings = Settings { policy, seed: 3, ..Settings::default() };
            let session = played(&program, settings);
            let mut machine = Machine::new(Arc::clone(&program), settings.memory);
            let (mut ledger, known) = (Ledger::default(), Foreknowledge::default());
            for (step, taken) in session.history().choices(session.history().tip()).enumerate() {
                let step = StepIndex::at(step);
                let moment = Moment { machine: &machine, step, seed: settings.seed, ledger: &ledger, known: &known };
                assert_eq!(settings.policy.choose(&moment), Some(taken), "{name} at {step:?}");
                machine.step(taken, &mut Silence).expect("the policy chooses what is possible");
                ledger.note(policy, &machine, taken.thread);
            }
        }
    }
}

#[test]
fn going_back_by_lines_into_endless_work_ends() {
    for text in ["while True: pass\n", "n = 0\nwhile True:\n    n += 1\n    n -= 1\n"] {
        let program = support::compiled_text("endless.py", text).expect("it compiles");
        let mut session = Session::new(program, Settings::default());
        (0..3).for_each(|_| _ = session.forward());
        session.set_unit(Unit::Line);
        assert!(session.back() && session.back() && session.forward(), "{text}");
        assert!(session.history().tip().0 < 100_000);
    }
}

/// What somebody at the keyboard may do.
#[derive(Clone, Copy, Debug)]
enum Command {
    Forward,
    Back,
    Seek(u32),
    RunThread(u32),
    SetUnit(Unit),
    SetPolicy(Policy),
    FindBlocking(bool),
    TakeOtherWay,
    Restart(u64),
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        8 => Just(Command::Forward),
        6 => Just(Command::Back),
        3 => (0..120_u32).prop_map(Command::Seek),
        5 => (0..5_u32).prop_map(Command::RunThread),
        2 => prop::sample::select(&[Unit::Instruction, Unit::Line, Unit::Operation][..]).prop_map(Command::SetUnit),
        1 => prop::sample::select(&POLICIES[..]).prop_map(Command::SetPolicy),
        1 => any::<bool>().prop_map(Command::FindBlocking),
        3 => Just(Command::TakeOtherWay),
        1 => (0..4_u64).prop_map(Command::Restart),
    ]
}

fn obey(session: &mut Session, command: Command) {
    match command {
        Command::Forward => _ = session.forward(),
        Command::Back => _ = session.back(),
        Command::Seek(step) => session.seek(StepIndex(step)),
        Command::RunThread(thread) => _ = session.run_thread(ThreadId(thread)),
        Command::SetUnit(unit) => session.set_unit(unit),
        Command::SetPolicy(policy) => session.set_policy(policy),
        Command::FindBlocking(forward) => _ = session.find(forward, looks(), Session::blocks),
        Command::TakeOtherWay => _ = session.take_other_way(),
        Command::Restart(seed) => session.restart(seed),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_a_session_the_scene_is_what_its_history_says(
        which in 0..7_usize,
        commands in proptest::collection::vec(command(), 1..60),
    ) {
        let programs = support::compiled("tests/concurrent");
        let program = &programs[which % programs.len()].1;
        let mut session = Session::new(Arc::clone(program), Settings { memory: MEMORY, ..Settings::default() });
        let (mut playback, mut timeline) = (Playback::default(), Timeline::default());
        for command in commands {
            if matches!(command, Command::Restart(_)) {
                (playback, timeline) = (Playback::default(), Timeline::default());
            }
            obey(&mut session, command);
            let (history, at) = (session.history(), session.cursor());
            prop_assert!(at <= history.tip());
            timeline.extend(history, &mut playback);
            let fresh = scenes(history).swap_remove(at.index());
            prop_assert_eq!(playback.at(history, at), &fresh, "after {:?}", command);
        }
        let (machine, recorder) = replayed(program, session.history());
        assert_same_run(recorder.history(), session.history(), "replayed");
        session.seek(session.history().tip());
        support::come_along(&mut session);
        prop_assert_eq!(session.choosable(), machine.choosable().collect::<Vec<_>>());
    }
}

/// Looks at so many steps and no more, however long they take.
fn looks() -> impl FnMut() -> bool {
    let mut left = 400;
    move || {
        left -= 1;
        left > 0
    }
}
