//! Recordings: what is saved is what is opened, a recording's choices give its trace again, old ones stay readable, and what is
//! no recording is refused. `recording_harm.rs` does harm to good ones.

use std::{fmt::Write as _, io::Cursor, ops::ControlFlow, path::Path, sync::Arc, time::Duration};

use raddle::{
    app::{Action as Ask, App, Stage, recording::header},
    event::{End, Event, RealEnd},
    host::{Budget, Extent, Obstacle, Recording, RecordingError, Runner, Session, Settings},
    ids::{StepIndex, TextId, ThreadId},
    machine::Machine,
    scenario::{Catalogue, Scenario},
    scene::Scene,
    schedule::Policy,
    source::SourceText,
    trace::{History, recording::Header},
    tui::{depth::ColourDepth, screen},
};
use ratatui::{buffer::Buffer, layout::Rect};

use crate::everything::{
    MOST_STEPS, TEXTS, every_event, every_header, every_new_event, history_of, plain_app, played, saved,
};
use crate::support;

fn opened(bytes: &[u8]) -> Recording {
    Recording::read(bytes).expect("what was saved can be opened")
}

fn steps(history: &History) -> impl Iterator<Item = StepIndex> {
    (0..=history.tip().0).map(StepIndex)
}

fn assert_same(a: &History, b: &History, what: &str) {
    assert_eq!(a.tip(), b.tip(), "{what}");
    for at in steps(a) {
        let (x, y) = (a.step(at), b.step(at));
        assert_eq!((x.choice, x.clock, x.complete), (y.choice, y.clock, y.complete), "{what}: step {at:?}");
        assert_eq!(a.events(at), b.events(at), "{what}: events of step {at:?}");
    }
    let texts = |history: &History| {
        (0..history.texts().len()).map(|at| history.texts().get(TextId::at(at)).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(texts(a), texts(b), "{what}");
}

/// What something says, with the texts in place of their numbers: a saved branch has numbers of its own.
fn told(history: &History, what: &dyn std::fmt::Debug) -> String {
    let shown = format!("{what:?}");
    let mut told = String::new();
    for word in shown.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let own = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        match own.strip_prefix('s').and_then(|number| number.parse().ok()) {
            Some(text) => {
                let text = history.texts().get(TextId(text));
                write!(told, "{text:?}{}", &word[own.len()..]).expect("a text takes text");
            }
            None => told.push_str(word),
        }
    }
    told
}

fn scenes(history: &History) -> Vec<Scene> {
    let mut scene = Scene::default();
    let fold = |at| {
        scene.apply_step(history, at);
        scene.clone()
    };
    steps(history).map(fold).collect()
}

fn screen_of(app: &App) -> Buffer {
    let area = Rect::new(0, 0, 120, 36);
    let mut buffer = Buffer::empty(area);
    screen::draw(app, ColourDepth::True, Duration::from_mins(1), area, &mut buffer);
    buffer
}

#[test]
fn every_scenario_is_opened_as_it_was_saved() {
    for scenario in Catalogue::embedded().scenarios() {
        for policy in Policy::ALL {
            let settings = Settings { policy, seed: 3, ..Settings::default() };
            let session = played(scenario, settings);
            let header = header(scenario, &settings);
            let bytes = saved(&header, session.history(), session.end());
            let recording = opened(&bytes);
            let what = format!("{} {policy}", scenario.id);
            assert_eq!((&recording.header, recording.extent), (&header, Extent::Whole), "{what}");
            assert_eq!(recording.end, session.end(), "{what}");
            let (own, read) = (session.history(), &recording.history);
            assert_eq!(own.tip(), read.tip(), "{what}");
            for at in steps(own) {
                let (x, y) = (own.step(at), read.step(at));
                assert_eq!((x.choice, x.clock, x.complete), (y.choice, y.clock, y.complete), "{what}: {at:?}");
                assert_eq!(told(own, &own.events(at)), told(read, &read.events(at)), "{what}: {at:?}");
            }
            for (own_scene, scene) in scenes(own).iter().zip(&scenes(read)).step_by(19) {
                assert_eq!(told(own, own_scene), told(read, scene), "{what}");
            }
            assert_eq!(bytes, saved(&recording.header, &recording.history, recording.end), "{what}");
        }
    }
}

/// A file that anybody can write to, and that stays when it is written.
#[derive(Clone, Default)]
struct File(Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for File {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics with it").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_run_that_is_saved_while_it_goes_on_is_the_same() {
    for scenario in Catalogue::embedded().scenarios() {
        let session = played(scenario, Settings::default());
        let program = Arc::new(scenario.compile().expect("a scenario compiles"));
        let settings = Settings::default();
        let mut runner = Runner::new(Machine::new(program, settings.memory), settings, Vec::new());
        let (header, file) = (header(scenario, &settings), File::default());
        runner.save(&header, Box::new(file.clone()));
        let budget = Budget { steps: u64::from(MOST_STEPS), time: None };
        let outcome = runner.run(budget, |_| ControlFlow::Continue(())).expect("no choices were given");
        runner.take_saver().expect("it was saved").finish(outcome.end, outcome.steps).expect("memory can be written");
        let bytes = file.0.lock().expect("nobody panics with it").clone();
        let recording = opened(&bytes);
        assert_same(session.history(), &recording.history, &scenario.id);
        assert_eq!((recording.end, recording.extent), (Some(outcome.end), Extent::Whole), "{}", scenario.id);
    }
}

#[test]
fn the_places_of_events_lie_in_the_program() {
    for folder in ["scenarios", "tests/concurrent"] {
        for (name, program) in support::compiled(folder) {
            let mut session = Session::new(Arc::clone(&program), Settings::default());
            while session.cursor().0 < MOST_STEPS && session.forward() {}
            let text = program.main().source.text();
            let events = steps(session.history()).flat_map(|at| session.history().events(at));
            for Event { span, .. } in events {
                assert!(text.get(span.range()).is_some(), "{name}: {span:?}");
            }
        }
    }
}

#[test]
fn a_recording_looks_as_what_was_recorded() {
    for scenario in Catalogue::embedded().scenarios() {
        let mut own = plain_app();
        own.open(scenario.clone());
        own.stage_mut().expect("it is on the stage").run_up_to(StepIndex(MOST_STEPS));
        let stage = own.stage().expect("it is on the stage");
        let bytes = saved(&stage.header(), stage.history(), stage.end());
        let mut other = plain_app();
        other.open_recording(opened(&bytes), Duration::ZERO);
        let tip = stage.history().tip();
        for step in (0..=tip.0).step_by(7).chain([tip.0]) {
            for app in [&mut own, &mut other] {
                app.update(Ask::Seek(StepIndex(step)), Duration::ZERO);
            }
            assert_eq!(screen_of(&own), screen_of(&other), "{} at step {step}", scenario.id);
        }
    }
}

fn scenario(text: &str) -> Scenario {
    Scenario::read("test", Arc::new(SourceText::new("test.py", text)), None).expect("it has no metadata")
}

/// Two threads that count with a lock, so often.
fn counting(turns: u32) -> String {
    format!(
        "import threading\nlock = threading.Lock()\ncount = 0\n\ndef work():\n    global count\n    \
         for _ in range({turns}):\n        with lock:\n            count += 1\n\n\
         for name in 'ab':\n    threading.Thread(target=work, name=name).start()\n"
    )
}

fn recorded(text: &str, settings: Settings) -> Recording {
    let scenario = scenario(text);
    let mut session = Session::new(Arc::new(scenario.compile().expect("it compiles")), settings);
    while session.forward() {}
    opened(&saved(&header(&scenario, &settings), session.history(), session.end()))
}

/// Goes to a step until the machine has come along, however slow the computer is: a viewer would not wait so long.
fn seek_with_the_machine(stage: &mut Stage, step: StepIndex) {
    stage.seek(step, Duration::ZERO);
    while let Some(Obstacle::Far(_)) = stage.session().obstacle() {
        stage.seek(StepIndex(0), Duration::ZERO);
        stage.seek(step, Duration::ZERO);
    }
}

#[test]
fn the_viewer_can_choose_otherwise_in_a_recording() {
    let settings = Settings { seed: 5, policy: Policy::Random, ..Settings::default() };
    let mut stage = Stage::of_recording(recorded(&counting(30), settings));
    let now = Duration::ZERO;
    let tip = stage.history().tip();
    assert_eq!(stage.session().settings().seed, 5);
    assert!(stage.run_to_end(now) && stage.cursor() == tip && stage.end() == Some(End::Finished));
    let mut other_at = |step: u32| {
        seek_with_the_machine(&mut stage, StepIndex(step));
        let next = stage.history().step(stage.cursor().next()).choice.expect("there is a next step").thread;
        (0..3).map(ThreadId).find(|&thread| thread != next && stage.can_run(thread))
    };
    let middle = (tip.0 / 2..tip.0).find(|&step| other_at(step).is_some()).expect("two can run somewhere");
    let other = other_at(middle).expect("both can run");
    assert!(stage.run(other, now));
    assert_eq!(stage.history().tip(), StepIndex(middle + 1), "a branch has begun");
    while stage.end().is_none() {
        stage.run_to_end(now);
    }
    assert_eq!((stage.end(), stage.session().obstacle()), (Some(End::Finished), None));
    // The branch is one run like any other: its choices give its trace.
    let header = stage.header();
    let again = Stage::of_recording(opened(&saved(&header, stage.history(), stage.end())));
    assert_eq!(again.history().tip(), stage.history().tip());
    let mut again = again;
    let tip = again.history().tip();
    seek_with_the_machine(&mut again, tip);
    assert_eq!(again.session().obstacle(), None);
    again.restart(9, now);
    assert_eq!((again.history().tip(), again.session().settings().seed), (StepIndex(0), 9));
}

#[test]
fn every_recording_is_followed_by_the_machine() {
    for (folder, units) in [("scenarios", true), ("tests/concurrent", false)] {
        for file in support::python_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let text = std::fs::read_to_string(&file).expect("it can be read");
            let scenario = scenario(&text);
            if scenario.compile().is_err() {
                continue;
            }
            let session = played(&scenario, Settings { seed: 1, policy: Policy::Random, ..Settings::default() });
            let recording = opened(&saved(&header(&scenario, session.settings()), session.history(), session.end()));
            let program = Arc::clone(session.program());
            let mut followed =
                Session::of_recording(Some(program), *session.settings(), recording.history, recording.end);
            followed.seek(session.history().tip());
            support::come_along(&mut followed);
            assert_eq!(followed.obstacle(), None, "{}", file.display());
            let choosable = |session: &Session| format!("{:?}", session.choosable());
            assert_eq!(choosable(&followed), choosable(&session), "{}", file.display());
            if units {
                followed.set_unit(raddle::choice::Unit::Line);
                while followed.back() {}
                while followed.cursor().0 < 20 && followed.forward() {}
                assert!(followed.history().tip() >= session.history().tip());
            }
        }
    }
}

#[test]
fn a_recording_that_cannot_be_run_can_be_looked_at() {
    let now = Duration::ZERO;
    let good = recorded(&counting(3), Settings::default());
    let bytes = saved(&good.header, &good.history, good.end);
    let with = |change: fn(&mut Header)| {
        let mut recording = opened(&bytes);
        change(&mut recording.header);
        Stage::of_recording(recording)
    };
    for change in [
        |header: &mut Header| header.program = "fn main() {}".to_owned(),
        |header: &mut Header| header.program = "# /// script\n# [tool.raddle\n".to_owned(),
        |header: &mut Header| drop(header.set.insert("NO_SUCH_NAME".to_owned(), "3".to_owned())),
    ] {
        let mut stage = with(change);
        let tip = good.history.tip();
        assert!(!stage.run(ThreadId(2), now) && stage.cursor() == StepIndex(0));
        assert_eq!(stage.session().obstacle(), Some(Obstacle::NotAProgram));
        assert!(stage.run(ThreadId(0), now), "that is what was recorded");
        stage.run_to_end(now);
        assert_eq!((stage.cursor(), stage.end()), (tip, Some(End::Finished)));
        while stage.back(now) {}
        stage.restart(4, now);
        assert_eq!((stage.cursor(), stage.history().tip()), (StepIndex(0), tip), "there is nothing to run anew");
    }
    // Another program does something else from some step on; before it, the viewer can still choose.
    let mut stage = with(|header| header.program = header.program.replace("range(3)", "range(2)"));
    stage.seek(good.history.tip(), now);
    let Some(Obstacle::OtherRun(step)) = stage.session().obstacle() else { panic!("{:?}", stage.session().obstacle()) };
    stage.seek(StepIndex(step.0 - 5), now);
    assert_eq!(stage.session().obstacle(), None);
    let thread = (0..3).map(ThreadId).rfind(|&thread| stage.can_run(thread)).expect("somebody can run");
    assert!(stage.run(thread, now));
}

#[test]
fn steps_by_line_and_instruction_are_saved_as_they_are() {
    use raddle::choice::Unit;
    for scenario in Catalogue::embedded().scenarios().iter().take(5) {
        let mut session = played(scenario, Settings::default());
        for (unit, to) in [(Unit::Line, 12), (Unit::Instruction, 6)] {
            session.set_unit(unit);
            session.seek(StepIndex(to));
            while session.back() {}
            while session.cursor() < session.history().tip() && session.forward() {}
        }
        let recording = opened(&saved(&header(scenario, session.settings()), session.history(), session.end()));
        assert!((0..=recording.history.tip().0).any(|at| !recording.history.step(StepIndex(at)).complete));
        let mut stage = Stage::of_recording(recording);
        stage.run_to_end(Duration::ZERO);
        assert_eq!(
            (stage.history().tip(), stage.session().obstacle()),
            (session.history().tip(), None),
            "{}",
            scenario.id
        );
        let thread = (0..9).map(ThreadId).find(|&thread| stage.can_run(thread));
        assert!(thread.is_none_or(|thread| stage.run(thread, Duration::ZERO)), "{}", scenario.id);
    }
}

#[test]
fn a_recording_that_was_broken_off_goes_on() {
    let scenario = scenario(&counting(20));
    let session = played(&scenario, Settings::default());
    let mut history = session.history().clone();
    history.fork(StepIndex(40));
    let mut stage = Stage::of_recording(opened(&saved(&header(&scenario, session.settings()), &history, None)));
    stage.run_up_to(StepIndex(60));
    assert_eq!(stage.cursor(), StepIndex(60));
    for at in (0..=60).map(StepIndex) {
        assert_eq!(stage.history().events(at), session.history().events(at));
    }
}

#[test]
fn a_file_that_is_cut_off_opens_up_to_there() {
    let good = recorded(&counting(2), Settings::default());
    let bytes = saved(&good.header, &good.history, good.end);
    let first = bytes.iter().position(|&byte| byte == b'\n').expect("there are lines");
    let mut longest = 0;
    for end in 1..bytes.len() {
        match Recording::read(&bytes[..end]) {
            Ok(recording) => {
                let tip = recording.history.tip();
                // Without its last newline, the last line is whole.
                assert_eq!(recording.extent == Extent::Whole, end == bytes.len() - 1);
                assert!(tip.0 >= longest && end > first);
                longest = tip.0;
                for at in steps(&recording.history) {
                    assert_eq!(recording.history.events(at), good.history.events(at));
                }
            }
            Err(error) => {
                assert_eq!(longest, 0);
                assert!(error == RecordingError::NothingToShow || end < 20, "{error:?} at {end}");
            }
        }
    }
    assert_eq!(longest, good.history.tip().0);
}

#[test]
fn what_is_no_recording_is_refused() {
    let good = recorded(&counting(2), Settings::default());
    let text = String::from_utf8(saved(&good.header, &good.history, good.end)).expect("it is text");
    // Version 1 has no words to come: what it does not know is wrong.
    let text = text.replacen("\"version\":2", "\"version\":1", 1);
    let lines: Vec<&str> = text.lines().collect();
    let with = |line: usize, new: &str| {
        let mut lines = lines.clone();
        lines[line] = new;
        Recording::read(Cursor::new(lines.join("\n") + "\n")).map(|recording| recording.extent)
    };
    let damaged_at = |result: Result<Extent, RecordingError>| match result {
        Err(RecordingError::Damaged(line, reason)) => {
            assert!(!reason.is_empty());
            line
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(Recording::read(&b""[..]).err(), Some(RecordingError::Empty));
    for foreign in ["x", "{}", "[1]", "{\"format\":\"x\",\"version\":1}", "\u{0}", "print('hello')\n", "\n\n"] {
        assert_eq!(Recording::read(foreign.as_bytes()).err(), Some(RecordingError::Foreign), "{foreign:?}");
    }
    assert_eq!(with(0, &lines[0].replace("\"version\":1", "\"version\":3")), Err(RecordingError::TooNew(3)));
    assert_eq!(with(0, &lines[0].replace("\"version\":1", "\"version\":0")), Err(RecordingError::Foreign));
    assert_eq!(damaged_at(with(0, &lines[0].replace("\"seed\":0", "\"seed\":-1"))), 1);
    let deep = format!("[\"0\",1,[],[{}{}]]", "[".repeat(100_000), "]".repeat(100_000));
    let many = format!("[\"0\",1,[],[{}]]", "[\"started\",0,0,0,0],".repeat(3));
    for bad in [
        "[]",
        "[null,0,[],[]]",
        "[\"4000000000\",1,[],[]]",
        "[\"99\",1,[],[]]",
        "[\"0@9223372036854775808\",1,[],[]]",
        "[\"0\",18446744073709551615,[],[]]",
        "[\"0\",-1,[],[]]",
        "[\"0\",1.5,[],[]]",
        "[\"0\",1,[],[[]]]",
        "[\"0\",1,[],[[\"started\"]]]",
        "[\"0\",1,[],[[\"started\",4000000000,0,0,0]]]",
        "[\"0\",1,[],[[\"started\",0,0,0,4000000000]]]",
        "[\"0\",1,[],[[\"started\",0,0,0,-1]]]",
        "[\"0\",1,[],[[\"started\",0,0,0,0,0]]]",
        "[\"0\",1,[],[[\"begun\",0,0,0,0]]]",
        "[\"0\",1,[],[[\"thread\",0,0,0,4000000000,0,false]]]",
        "[\"0\",1,[],[[\"thread\",0,0,0,0,0,false]]]",
        "[\"0\",1,[],[[\"resource\",0,0,0,5,\"Lock\",0]]]",
        "[\"0\",1,[],[[\"acquired\",0,0,0,77,1]]]",
        "[\"0\",1,[],[[\"acquired\",0,0,0,0,4294967296]]]",
        "[\"0\",1,[],[[\"output\",0,0,0,4000000000,false]]]",
        "[\"0\",1,[],[[\"output\",0,0,0,\"\u{1}\",false]]]",
        "[\"0\",1,[],[[\"drew\",0,0,0,\"s4000000000\"]]]",
        "[\"0\",1,[],[[\"drew\",0,0,0,4000000000]]]",
        "[\"0\",1,[],[[\"drew\",0,5000000,5000001,1]]]",
        "[\"0\",1,[],[[\"drew\",0,9,8,1]]]",
        "[\"0\",1,[],[],0,0]",
        "[\"0\",1,[],[]] []",
        "{\"end\":\"finished\",\"steps\":1}",
        "{\"end\":\"other\",\"steps\":4}",
        "{",
        "\"",
        &deep,
        &many,
    ] {
        assert_eq!(damaged_at(with(5, bad)), 6, "{}", &bad[..bad.len().min(80)]);
    }
    let mut bytes = text.clone().into_bytes();
    let third = text.match_indices('\n').nth(2).expect("there are lines").0;
    bytes[third + 5] = 0xff;
    assert!(matches!(Recording::read(&bytes[..]), Err(RecordingError::Damaged(4, _))));
    let more = format!("{text}{}\n", lines[3]);
    assert!(matches!(Recording::read(more.as_bytes()), Err(RecordingError::Damaged(..))));
    assert!(Recording::read(format!("{text}\n \n").as_bytes()).is_ok(), "empty lines mean nothing");
}

/// A file that makes more threads than can be shown is read up to there.
#[test]
fn a_recording_without_end_is_read_in_part() {
    let mut file = String::from("{\"format\":\"raddle\",\"version\":1}\n[null,0,[\"t\"],[]]\n");
    let thread = |at: u32| format!("[\"thread\",0,0,0,{at},0,false]");
    for at in 0..70_000 {
        writeln!(file, "[\"0\",{at},[],[{}]]", thread(at)).expect("a text takes text");
    }
    let recording = opened(file.as_bytes());
    assert_eq!((recording.extent, recording.history.tip().0), (Extent::Beginning, 65_537));
    let all: Vec<String> = (0..200_000).map(thread).collect();
    let bomb = format!("{{\"format\":\"raddle\",\"version\":1}}\n[null,0,[\"t\"],[{}]]\n", all.join(","));
    assert!(matches!(Recording::read(bomb.as_bytes()), Err(RecordingError::Damaged(2, _))));
}

/// Every word of the format is in its description.
#[test]
fn every_word_is_described() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect("it can be read");
    let (description, all) = (
        read("docs/TRACE.md"),
        [1, 2].map(|version| read(&format!("tests/recordings/version-{version}.raddle"))).concat(),
    );
    let all: String = all.lines().filter(|line| !line.contains("MainThread") && !line.starts_with('{')).collect();
    let mut words: Vec<&str> = all.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).collect();
    words.retain(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()) && !word.starts_with("s2"));
    assert!(words.len() > 100, "{words:?}");
    for word in words {
        assert!(["`", "\""].iter().any(|quote| description.contains(&format!("{quote}{word}{quote}"))), "{word}");
    }
}

#[test]
fn saving_never_writes_over_a_file() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut app = plain_app();
    app.open(scenario(&counting(2)));
    app.save_into(folder.path().to_owned());
    let now = Duration::ZERO;
    app.update(Ask::End, now);
    for name in ["test.raddle", "test-2.raddle", "test-3.raddle"] {
        app.update(Ask::Save, now);
        assert!(app.notice(now).is_some_and(|notice| notice.contains(name)), "{:?}", app.notice(now));
        let recording = Recording::open(&folder.path().join(name)).expect("it was saved");
        let history = app.stage().expect("it is on the stage").history();
        assert_same(&recording.history, history, name);
        assert_eq!(recording.end, Some(End::Finished));
    }
    app.save_into(folder.path().join("missing"));
    app.update(Ask::Save, now);
    assert!(app.notice(now).is_some_and(|notice| notice.contains("cannot be saved")), "{:?}", app.notice(now));
    assert_eq!(std::fs::read_dir(folder.path()).expect("it is there").count(), 3);
}

#[test]
fn a_recording_of_one_branch_has_only_what_that_one_speaks_of() {
    let scenario =
        scenario("import threading\nthreading.Thread(target=print, args=('secret',)).start()\nprint('open')\n");
    let mut session = Session::new(Arc::new(scenario.compile().expect("it compiles")), Settings::default());
    while session.forward() {}
    session.seek(StepIndex(1));
    while session.run_thread(ThreadId(0)) {}
    let bytes = saved(&Header::default(), session.history(), None);
    let text = String::from_utf8(bytes).expect("it is text");
    assert!(text.contains("open") && !text.contains("\"secret\\n\""), "{text}");
}

#[test]
fn parameters_are_set_again() {
    let mut scenario = scenario("WHO = \"it's\"\nN = 2\nRATIO = 0.5\nON = True\nprint(WHO, N, RATIO, ON)\n");
    for (name, value) in [("WHO", "a \"b\" = c"), ("N", "-7"), ("RATIO", "1e300"), ("ON", "False")] {
        scenario.set(name, value).expect("it takes the value");
    }
    let session = played(&scenario, Settings::default());
    let recording = opened(&saved(&header(&scenario, session.settings()), session.history(), session.end()));
    let mut stage = Stage::of_recording(recording);
    stage.seek(stage.history().tip(), Duration::ZERO);
    assert_eq!(stage.session().obstacle(), None);
    assert_eq!(stage.scenario().params.len(), 4);
    for parameter in &scenario.params {
        assert!(stage.scenario().params.contains(parameter), "{parameter:?}");
    }
}

/// A recording of version 1 with everything that can happen. It is never written anew: later versions go on reading it.
#[test]
fn a_recording_of_version_1_is_still_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings/version-1.raddle");
    let (header, history) = (Header { version: 1, ..every_header() }, history_of(&every_event(), &TEXTS));
    let recording = Recording::open(&path).expect("it is a recording");
    assert_eq!(recording.header, header);
    assert_same(&recording.history, &history, "version 1");
    assert_eq!((recording.end, recording.extent), (Some(End::Finished), Extent::Whole));
}

/// The same of version 2, with what that can say besides.
#[test]
fn a_recording_of_version_2_is_still_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings/version-2.raddle");
    let events = [every_event(), every_new_event()].concat();
    let (header, history) = (every_header(), history_of(&events, &TEXTS));
    let end = Some(End::Real(RealEnd::Exited(3)));
    if std::env::var_os("BLESS").is_some() && !path.exists() {
        std::fs::write(&path, saved(&header, &history, end)).expect("it can be written");
    }
    let recording = Recording::open(&path).expect("it is a recording");
    assert_eq!(recording.header, header);
    assert_same(&recording.history, &history, "version 2");
    assert_eq!((recording.end, recording.extent), (end, Extent::Whole));
}

#[test]
fn every_end_and_every_event_comes_back() {
    let history = history_of(&[every_event(), every_new_event()].concat(), &TEXTS);
    for end in [None, Some(End::Finished), Some(End::Failed), Some(End::Deadlock), Some(End::Stuck), Some(End::Limit)] {
        let recording = opened(&saved(&every_header(), &history, end));
        assert_same(&recording.history, &history, "every event");
        assert_eq!((recording.end, recording.extent), (end, Extent::Whole));
    }
}

/// As another program might write it: with blanks, with other members in the header, and with letters escaped.
#[test]
fn other_programs_can_write_recordings() {
    let text = r#"
{"version": 1, "extra": {"a": [1, 2]}, "format": "raddle", "host": "gdb", "program": "fn main() {}"}
[ null, 0, [ "main", "\u0070rint" ], [ [ "thread", 0, 0, 0, 0, 0, false ], ["\u0073tarted", 0, 0, 0, 0] ] ]

["\u0030", 5, [], [ ["frame", 0, 0, 2, 1, 1] ] ]
{"end": "open", "steps": 1}
"#;
    let recording = opened(text.trim_start().as_bytes());
    assert_eq!(recording.history.texts().get(TextId(1)), "print");
    assert_eq!(recording.extent, Extent::Whole);
    let mut app = plain_app();
    app.open_recording(recording, Duration::ZERO);
    app.update(Ask::Run(ThreadId(3)), Duration::ZERO);
    app.update(Ask::Forward, Duration::ZERO);
    app.update(Ask::Forward, Duration::ZERO);
    assert!(app.notice(Duration::ZERO).is_some_and(|notice| notice.contains("looked at")));
    screen_of(&app);
}
