//! Recordings of real runs, written by other programs from `docs/TRACE.md` alone: they can be looked at in every way and
//! changed in none, keep their origin, and may speak of what nobody here knows.

use std::{path::Path, process::Command, time::Duration};

use raddle::{
    app::{Action, App, Beginning, Stage, ThemeName},
    event::{End, EventKind, RealEnd, ThreadKind, Wait, Want},
    host::{Extent, Recording, Settings},
    ids::{ResourceId, StepIndex, ThreadId},
    locale::Language,
    scenario::Catalogue,
    scene::{ResourceState, Sentence, ThreadState},
    standstill::Reason,
    trace::recording::{ClockKind, Source},
    tui::{depth::ColourDepth, screen},
};
use ratatui::{buffer::Buffer, layout::Rect};

const CPYTHON: &str = "tests/recordings/version-2-cpython.raddle";

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(CPYTHON)
}

fn recording() -> Recording {
    Recording::open(&path()).expect("it is a recording")
}

fn app(language: Language) -> App {
    App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language,
        theme: ThemeName::Dark,
        motion: false,
        run: Settings::default(),
    })
}

fn shown(app: &App) -> String {
    let area = Rect::new(0, 0, 140, 44);
    let mut buffer = Buffer::empty(area);
    screen::draw(app, ColourDepth::True, Duration::from_mins(1), area, &mut buffer);
    let row = |y| (0..140).map(|x| buffer[(x, y)].symbol()).collect::<String>() + "\n";
    (0..44).map(row).collect()
}

fn stage(app: &App) -> &Stage {
    app.stage().expect("it is on the stage")
}

/// A recording of these lines behind a header of another program.
fn read(lines: &[&str]) -> Result<Recording, raddle::host::RecordingError> {
    read_behind(r#"{"format":"raddle","version":2,"source":"recorded","host":"a probe","program":"ab\ncd"}"#, lines)
}

/// A recording of a program whose writer finds out nothing by itself.
fn look_into(lines: &[&str]) -> Recording {
    let header = r#"{"format":"raddle","version":2,"source":"recorded","host":"a probe","program":"","finds":[]}"#;
    read_behind(header, lines).expect("it is a recording")
}

fn read_behind(header: &str, lines: &[&str]) -> Result<Recording, raddle::host::RecordingError> {
    let start = r#"[null,0,["main","two"],[["thread",0,0,0,0,0,false],["thread",0,0,0,1,1,false,"task",0,0]]]"#;
    Recording::read((([&[header, start], lines].concat()).join("\n") + "\n").as_bytes())
}

#[test]
fn a_real_run_is_read_with_all_that_it_says_of_itself() {
    let Recording { header, history, end, extent } = recording();
    assert_eq!(
        (header.source, header.clock, header.host.as_str()),
        (Source::Recorded, ClockKind::Wall, "CPython 3.13.0, pid 4711")
    );
    assert_eq!(
        (header.argv, header.pid, header.cwd.as_str()),
        (vec!["python3".to_owned(), "app.py".to_owned()], Some(4711), "/home/ann")
    );
    assert_eq!((end, extent, history.tip()), (None, Extent::CutOff, StepIndex(12)), "it hangs, and has no end");
    let steps = (1..=12).map(|step| history.step(StepIndex(step)));
    assert!(steps.clone().all(|step| step.choice.is_none() && step.by.is_some()));
    assert!(steps.map(|step| step.clock).is_sorted(), "a clock that goes back stands still");
    let all = (0..=12).flat_map(|step| history.events(StepIndex(step)));
    let found: Vec<_> =
        all.filter(|event| matches!(event.kind, EventKind::Deadlock { .. } | EventKind::DeadlockEdge { .. })).collect();
    assert_eq!(found.len(), 3, "the circle is found by the reader: {found:?}");
}

#[test]
fn a_real_run_is_shown_file_by_file() {
    let mut app = app(Language::English);
    app.show_recording(recording());
    app.update(Action::End, Duration::ZERO);
    let text = shown(&app);
    for part in
        ["CPython 3.13.0", "real run", "DEADLOCK", "store.door", "self.shelf", "(2) wants store.shelf", "warped"]
    {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    for part in ["seed 0", "by operation", "live", "restart", "virtual"] {
        assert!(!text.contains(part), "{part} in\n{text}");
    }
    let source = &stage(&app).scenario().source;
    assert!(source.text().contains("# ──── store.py ────\nclass Store:"));
    let at = |thread: u32| {
        let span = stage(&app).scene().thread(ThreadId(thread)).expect("it is there").span;
        source.line(source.line_of(span.start)).trim()
    };
    assert_eq!((at(0), at(1)), ("with self.door:", "with self.shelf:"), "a thread is where it did something last");
    let blocked = stage(&app).history().events(StepIndex(12)).first().copied().expect("it blocks");
    assert_eq!(
        (&source.text()[blocked.span.range()], source.line(source.line_of(blocked.span.start)).trim()),
        ("self.door", "with self.door:")
    );
}

#[test]
fn a_real_run_can_be_looked_at_and_not_changed() {
    for (language, sentence) in [(Language::English, "This was a real run"), (Language::Chinese, "真实的运行")] {
        let mut app = app(language);
        app.show_recording(recording());
        app.update(Action::Seek(StepIndex(5)), Duration::ZERO);
        let before = shown(&app);
        for action in [
            Action::Run(ThreadId(0)),
            Action::Run(ThreadId(1)),
            Action::RunSelected,
            Action::Restart,
            Action::NextSeed,
            Action::Policy,
            Action::Live,
            Action::Unit,
            Action::OtherWay,
        ] {
            app.update(action, Duration::ZERO);
            let said = app.notice(Duration::ZERO).unwrap_or_default();
            assert!(said.contains(sentence), "{action:?}: {said}");
            assert_eq!(
                (stage(&app).cursor(), stage(&app).history().tip()),
                (StepIndex(5), StepIndex(12)),
                "{action:?}"
            );
        }
        assert_eq!(shown(&app), before);
        for (action, step) in [
            (Action::Forward, 6),
            (Action::Backward, 5),
            (Action::End, 12),
            (Action::Start, 0),
            (Action::NextBlocking, 10),
        ] {
            app.update(action, Duration::ZERO);
            assert_eq!(stage(&app).cursor(), StepIndex(step), "{action:?}");
        }
    }
}

#[test]
fn a_real_run_is_saved_as_what_it_is() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut app = app(Language::English);
    app.show_recording(recording());
    app.save_into(folder.path().to_owned());
    app.update(Action::Save, Duration::ZERO);
    let saved =
        std::fs::read_dir(folder.path()).expect("it is there").next().expect("it was saved").expect("it is a file");
    let (again, first) = (Recording::open(&saved.path()).expect("it is a recording"), recording());
    assert_eq!((&again.header.host, again.header.source), (&first.header.host, Source::Recorded));
    assert_eq!(again.header, first.header);
    assert_eq!(again.history.files().text_behind(), first.history.files().text_behind());
    let spans = |of: &Recording| {
        let steps = (0..=of.history.tip().0).map(StepIndex);
        steps.map(|step| of.history.events(step).iter().map(|event| event.span).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    // The circle that was found is in the file now, and is found again.
    assert_eq!(spans(&again)[..12], spans(&first)[..12]);
    let mut stage = Stage::of_recording(again);
    stage.seek(StepIndex(12), Duration::ZERO);
    assert!(stage.origin().is_some() && stage.scene().is_deadlocked(ThreadId(0)));
}

#[test]
fn what_nobody_here_knows_is_shown_by_its_name_and_passed_over() {
    let recording = read(&[
        r#"[0,1,["s"],[["x-own",0,0,0,{"a":[]}],["x-own"],["quantum-leap",1,0,2,[1,{"b":2}],null],["started",1,0,0,1,"later"]]]"#,
        r#"[1,2,["latch"],[["resource",1,0,0,0,"Latch",3,"more"],["resource",1,0,0,1,"Turnstile",1],["named",1,0,0,1,2]]]"#,
        r#"[1,3,[],[["blocked",1,0,0,"gossip",7]]]"#,
        r#"[0,4,[],[["ended",0,0,0,"evaporated",5]]]"#,
        r#"{"end":"evaporated","steps":4,"more":1}"#,
    ])
    .expect("nothing in it is refused");
    let text = |id| recording.history.texts().get(id).to_owned();
    let Some(End::Real(RealEnd::Other(word))) = recording.end else { panic!("{:?}", recording.end) };
    assert_eq!(text(word), "evaporated");
    let mut stage = Stage::of_recording(recording);
    stage.seek(StepIndex(4), Duration::ZERO);
    let (scene, names) = (stage.scene(), stage.names());
    assert_eq!(
        (names.resource(ResourceId(0)).into_owned(), names.resource(ResourceId(1)).into_owned()),
        ("Latch".to_owned(), "s".to_owned())
    );
    assert_eq!(
        scene.thread(ThreadId(1)).map(|view| (view.state, view.life.kind)),
        Some((ThreadState::Blocked, ThreadKind::Task))
    );
    let mut app = app(Language::English);
    app.show_recording(read(&[r#"[1,1,[],[["quantum-leap",1,0,2]]]"#]).expect("it is a recording"));
    app.update(Action::End, Duration::ZERO);
    assert!(shown(&app).contains("two: quantum-leap"));
}

#[test]
fn what_other_languages_have_is_folded() {
    let recording = read(&[
        r#"[0,1,[],[["resource",0,0,0,0,"RwLock",0],["acquired-shared",0,[[1,1],[1,2]],0],["acquired-shared",1,[[2,1],[2,3]],0]]]"#,
        r#"[1,2,[],[["released-shared",1,0,0,0],["slept",1,0,0,null]]]"#,
        r#"[0,3,["poll()"],[["blocked",0,0,0,"other",2,null],["dropped",0,0,0,3]]]"#,
        r#"{"end":"killed 9","steps":3}"#,
    ])
    .expect("it is a recording");
    assert_eq!(recording.end, Some(End::Real(RealEnd::Killed(9))));
    let mut app = app(Language::English);
    app.show_recording(recording);
    app.update(Action::Seek(StepIndex(1)), Duration::ZERO);
    let lock = &stage(&app).scene().resources[0];
    assert!(matches!(&lock.state, ResourceState::Lock(lock) if lock.readers == [ThreadId(0), ThreadId(1)]));
    assert_eq!(stage(&app).history().events(StepIndex(1))[2].span.range(), 3..5);
    app.update(Action::Seek(StepIndex(3)), Duration::ZERO);
    let text = shown(&app);
    for part in ["wants poll()", "two sleeps", "3 events were not recorded", "Signal 9 has ended"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(!text.contains("18446744073"), "{text}");
}

#[test]
fn what_is_wrong_in_a_real_run_is_still_refused() {
    for bad in [
        r#"["0",1,[],[["started",0,0,0,9]]]"#,
        "[9,1,[],[]]",
        "[-1,1,[],[]]",
        r#"[0,1,[],[["started",0,[0,99],0]]]"#,
        r#"[0,1,[],[["started",0,[0,1,7],0]]]"#,
        r#"[0,1,[],[["started",0,[[9,1],[9,2]],0]]]"#,
        r#"[0,1,[],[["started",0,[1,[1,2]],0]]]"#,
        r#"[0,1,[],[["file",0,0,0,0,0,0]]]"#,
        r#"[0,1,[],[["thread",0,0,0,2,0,false,"task",7]]]"#,
        r#"[0,1,[],[["acquired",0,0,0,3,1]]]"#,
        r#"{"end":"evaporated","steps":7}"#,
    ] {
        assert!(matches!(read(&[bad]), Err(raddle::host::RecordingError::Damaged(3, _))), "{bad}");
    }
    let machine =
        "{\"format\":\"raddle\",\"version\":2}\n[null,0,[\"m\"],[[\"thread\",0,0,0,0,0,false]]]\n[0,1,[],[]]\n";
    assert!(Recording::read(machine.as_bytes()).is_err(), "a run of the machine has choices");
}

#[test]
fn a_real_run_is_exported_and_told_in_text() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for ending in ["txt", "svg", "html", "json", "mmd", "dot"] {
        let out = folder.path().join(format!("out.{ending}"));
        let done = Command::new(env!("CARGO_BIN_EXE_raddle"))
            .arg("export")
            .arg(path())
            .arg("-o")
            .arg(&out)
            .output()
            .expect("it runs");
        assert!(done.status.success(), "{ending}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let told = std::fs::read_to_string(folder.path().join("out.txt")).expect("it was written");
    assert!(told.contains("bob wants store.shelf") && !told.contains("virtual"), "{told}");
    let mut child = Command::new(env!("CARGO_BIN_EXE_raddle"))
        .args(["--lang", "en", "replay", "--text"])
        .arg(path())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("it runs");
    std::io::Write::write_all(
        &mut child.stdin.take().expect("it listens"),
        b"end\nwhere\nrestart\nrun bob\nseed\nunit\nquit\n",
    )
    .expect("it listens");
    let said = String::from_utf8(child.wait_with_output().expect("it ends").stdout).expect("it is text");
    assert!(said.contains("A real run, recorded: CPython 3.13.0, pid 4711"), "{said}");
    assert_eq!(said.matches("This was a real run").count(), 4, "{said}");
    assert!(!said.contains("Can go on") && !said.contains("can go on."), "{said}");
}

#[test]
fn where_nobody_goes_on_the_reader_says_so_and_why() {
    let started = r#"[0,1,[],[["started",0,0,0,0],["started",0,0,0,1]]]"#;
    let resource = ResourceId(0);
    let joins = r#"[0,2,[],[["blocked",0,0,0,"end",1,null]]]"#;
    for (lines, why) in [
        (
            &[
                r#"[0,2,["jobs"],[["resource",0,0,0,0,"Queue",0],["named",0,0,0,0,2],["put",0,0,0,0,7,0]]]"#,
                r#"[1,3,[],[["got",1,0,0,0,7],["finished",1,0,0]]]"#,
                r#"[0,4,[],[["blocked",0,0,0,"all-done",0,null]]]"#,
            ][..],
            Reason::NotDone { resource, taken: 1 },
        ),
        (
            &[
                r#"[1,3,["gate"],[["resource",1,0,0,0,"Barrier",3],["named",1,0,0,0,2],["arrived",1,0,0,0,1]]]"#,
                r#"[1,4,[],[["blocked",1,0,0,"parties",0,null]]]"#,
                joins,
            ],
            Reason::TooFew { resource, arrived: 1, parties: 3 },
        ),
        (
            &[
                r#"[1,3,["pen","KeyError: 1"],[["resource",1,0,0,0,"Lock",0],["named",1,0,0,0,2],["acquired",1,0,0,0,1],["failed",1,0,0,3]]]"#,
                r#"[0,4,[],[["blocked",0,0,0,"acquire",0,null]]]"#,
            ],
            Reason::OwnerEnded { resource, owner: ThreadId(1), failed: true },
        ),
        (
            &[
                r#"[1,3,["go"],[["resource",1,0,0,0,"Event",0],["named",1,0,0,0,2],["blocked",1,0,0,"signal",0,null]]]"#,
                joins,
            ],
            Reason::NoFlag { resource },
        ),
    ] {
        let steps = lines.len() + 1;
        for end in [String::new(), format!(r#"{{"end":"hung","steps":{steps}}}"#)] {
            let recording = look_into(&[&[started], lines, &[end.as_str()]].concat());
            assert_eq!((recording.end, recording.history.end()), (Some(End::Stuck), Some(End::Stuck)), "{lines:?}");
            let mut stage = Stage::of_recording(recording);
            stage.seek(stage.history().tip(), Duration::ZERO);
            let told = stage.scene().log.back().map(|line| line.sentence);
            assert!(
                matches!(told, Some(Sentence::WaitsForEver { reason, .. }) if reason == why),
                "{lines:?}: {told:?}"
            );
        }
        // A writer that does find out for itself is believed, and so is one that saw it go on.
        assert_eq!(read(&[&[started], lines].concat()).expect("it is a recording").end, None);
        let left = format!(r#"{{"end":"left","steps":{steps}}}"#);
        assert_eq!(look_into(&[&[started], lines, &[left.as_str()]].concat()).end, Some(End::Real(RealEnd::Left)));
    }
}

#[test]
fn where_somebody_may_go_on_nothing_is_said() {
    let started = r#"[0,1,[],[["started",0,0,0,0],["started",0,0,0,1],["resource",0,0,0,0,"Lock",0],["resource",0,0,0,1,"Semaphore",0]]]"#;
    let waits = r#"[0,2,[],[["blocked",0,0,0,"acquire",1,null]]]"#;
    for lines in [
        // It runs, sleeps, waits for a while, or is outside.
        &[waits][..],
        &[waits, r#"[1,3,[],[["slept",1,0,0,null]]]"#],
        &[waits, r#"[1,3,[],[["acquired",1,0,0,0,1],["blocked",1,0,0,"acquire",0,90]]]"#],
        &[waits, r#"[1,3,["poll()"],[["blocked",1,0,0,"other",2,null]]]"#],
        // What it waits for is there.
        &[waits, r#"[1,3,[],[["blocked",1,0,0,"acquire",0,null]]]"#],
        &[waits, r#"[1,3,[],[["permits-returned",1,0,0,1,1],["finished",1,0,0]]]"#],
        // Something was not seen.
        &[waits, r#"[1,3,[],[["dropped",1,0,0,4],["finished",1,0,0]]]"#],
        // The program does not wait for those who wait.
        &[
            r#"[1,2,[],[["thread-changed",1,0,0,1,1,true],["blocked",1,0,0,"acquire",1,null]]]"#,
            r#"[0,3,[],[["finished",0,0,0]]]"#,
        ],
    ] {
        let recording = look_into(&[&[started], lines].concat());
        assert_eq!((recording.end, recording.history.end()), (None, None), "{lines:?}");
    }
}

#[test]
fn a_wait_at_a_barrier_is_one_for_the_others_in_older_recordings_too() {
    for word in ["signal", "parties"] {
        let blocked = format!(r#"[1,1,[],[["resource",1,0,0,0,"Barrier",2],["blocked",1,0,0,"{word}",0,null]]]"#);
        let history = read(&[&blocked]).expect("it is a recording").history;
        let wait = history.events(StepIndex(1)).last().map(|event| event.kind);
        let others = Wait::For(ResourceId(0), Want::Parties);
        assert!(matches!(wait, Some(EventKind::Blocked { on, .. }) if on == others), "{wait:?}");
    }
}
