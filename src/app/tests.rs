//! What actions do, without a terminal.

use tui_input::InputRequest;

use super::*;
use crate::{event::End, ids::ThreadId, source::SourceText};

const DEADLOCK: &str = "\
import threading
import time

lock_a = threading.Lock()
lock_b = threading.Lock()


def alice():
    #: Alice takes the first lock.
    #: zh: 爱丽丝先拿第一把锁。
    with lock_a:
        time.sleep(0.1)
        with lock_b:
            print('both')


def bob():
    with lock_b:
        time.sleep(0.1)
        with lock_a:
            print('both')


a = threading.Thread(target=alice, name='alice')
b = threading.Thread(target=bob, name='bob')
a.start()
b.start()
";

const NOW: Duration = Duration::ZERO;

fn scenario(text: &str) -> Scenario {
    Scenario::read("test", Arc::new(SourceText::new("test.py", text)), None).expect("its metadata are right")
}

fn app() -> App {
    App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language: Language::English,
        theme: ThemeName::Dark,
        motion: true,
        run: Settings::default(),
    })
}

/// The application with a program on the stage.
pub(super) fn on_stage(text: &str) -> App {
    let mut app = app();
    app.open(scenario(text));
    assert!(app.overlay().is_none(), "{:?}", app.overlay());
    app
}

/// The application with an embedded scenario on the stage.
pub(super) fn app_with(id: &str) -> App {
    let mut app = app();
    let scenario = Catalogue::embedded().find(id).cloned().expect("there is such a scenario");
    app.open(scenario);
    app
}

/// The application with a program with this tour on the stage.
pub(super) fn app_with_tour(tour: &str) -> App {
    let lines = tour.replace('\n', "\n# ");
    on_stage(&format!("# /// script\n# {lines}\n# ///\n{DEADLOCK}"))
}

pub(super) fn stage(app: &App) -> &Stage {
    app.stage().expect("a program is on the stage")
}

pub(super) fn act(app: &mut App, actions: &[Action]) {
    for &action in actions {
        app.update(action, NOW);
    }
}

#[test]
fn running_to_the_end_shows_the_deadlock_and_stepping_back_undoes_it() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::End]);
    assert_eq!(stage(&app).end(), Some(End::Deadlock));
    assert_eq!(stage(&app).scene().deadlock.len(), 2);
    act(&mut app, &[Action::Backward]);
    assert!(stage(&app).scene().deadlock.is_empty());
    act(&mut app, &[Action::Forward]);
    assert_eq!(stage(&app).scene().deadlock.len(), 2);
}

#[test]
fn the_viewer_can_choose_otherwise_in_the_past() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::End]);
    let deadlocked = stage(&app).cursor();
    // Alice runs alone to her end: her sleep passes when nobody else is let run.
    act(&mut app, &[Action::Start, Action::Forward, Action::Forward]);
    for _ in 0..20 {
        act(&mut app, &[Action::Run(ThreadId(1))]);
    }
    assert!(stage(&app).cursor() != deadlocked);
    act(&mut app, &[Action::End]);
    assert_eq!(stage(&app).end(), Some(End::Finished));
}

#[test]
fn a_thread_that_cannot_run_is_explained() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::End, Action::Run(ThreadId(1))]);
    assert_eq!(app.notice(NOW), Some("alice cannot run now: blocked"));
    act(&mut app, &[Action::Run(ThreadId(8))]);
    assert_eq!(app.notice(NOW), Some("There is no thread 9"));
    assert_eq!(app.notice(NOW + NOTICE), None);
}

#[test]
fn playing_steps_by_the_clock_and_stops_where_the_deadlock_closes() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::Play]);
    let mut now = NOW;
    let mut ticks = 0;
    while let Some(due) = stage(&app).due() {
        now = due;
        app.tick(now);
        ticks += 1;
        assert!(ticks < 100, "it plays on for ever");
    }
    assert_eq!(stage(&app).scene().deadlock.len(), 2);
    assert_eq!(ticks, stage(&app).cursor().0, "a tick is a step");
    let resting = now + stage::MOTION + NOTICE;
    assert_eq!(app.next_change(resting), None, "at rest nothing wakes the screen");
}

#[test]
fn threads_events_and_steps_can_be_searched() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::NextBlocking]);
    let blocked = stage(&app).cursor();
    let waits = stage(&app).scene().threads.iter().filter(|view| view.state.key() == "blocked").count();
    assert_eq!(waits, 1);
    act(&mut app, &[Action::End, Action::PreviousBlocking, Action::PreviousBlocking, Action::PreviousBlocking]);
    assert!(stage(&app).cursor() <= blocked);
    act(&mut app, &[Action::Start, Action::GoTo]);
    assert_eq!(app.mode(), Mode::Text);
    for typed in "x7".chars() {
        app.edit(InputRequest::InsertChar(typed));
    }
    app.submit(NOW);
    assert_eq!(stage(&app).cursor(), StepIndex(7));
}

#[test]
fn narration_follows_the_language() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::Forward, Action::Forward]);
    act(&mut app, &[Action::SelectNext]);
    let told = |app: &App| stage(app).narration_here(app.locale().language()).map(|(_, text)| text.to_owned());
    assert_eq!(told(&app).as_deref(), Some("Alice takes the first lock."));
    act(&mut app, &[Action::Language]);
    assert_eq!(told(&app).as_deref(), Some("爱丽丝先拿第一把锁。"));
}

#[test]
fn a_finer_unit_divides_steps_and_comes_to_the_same_end() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::End]);
    let (operations, scene) = (stage(&app).cursor(), stage(&app).scene().threads.clone());
    act(&mut app, &[Action::Unit, Action::Restart, Action::End]);
    assert!(stage(&app).cursor() > operations, "lines are more than operations");
    let states = |threads: &[crate::scene::ThreadView]| threads.iter().map(|view| view.state).collect::<Vec<_>>();
    assert_eq!(states(&stage(&app).scene().threads), states(&scene));
}

#[test]
fn a_program_with_a_mistake_is_explained_and_nothing_is_lost() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::Forward, Action::Forward]);
    let step = stage(&app).cursor();
    app.reload(Ok(scenario("def broken(:\n")), NOW);
    assert!(matches!(app.overlay(), Some(Overlay::Problem(_))));
    act(&mut app, &[Action::Back]);
    assert_eq!(stage(&app).cursor(), step);
    app.reload(Ok(scenario(&DEADLOCK.replace("0.1", "0.2"))), NOW);
    assert!(app.overlay().is_none());
    assert_eq!(stage(&app).cursor(), step);
}

#[test]
fn back_leaves_one_thing_after_the_other() {
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::Help, Action::Back]);
    assert!(app.overlay().is_none() && app.stage().is_some());
    act(&mut app, &[Action::Back]);
    assert!(app.stage().is_none() && !app.has_quit());
    act(&mut app, &[Action::Search]);
    app.edit(InputRequest::InsertChar('z'));
    act(&mut app, &[Action::Back]);
    assert!(app.gallery().is_whole() && !app.has_quit());
    act(&mut app, &[Action::Back]);
    assert!(app.has_quit());
}

#[test]
fn ways_that_were_left_are_gone_back_to_in_turn() {
    let mut app = app_with("lost_update");
    app.update(Action::OtherWay, NOW);
    assert_eq!(app.notice(NOW), Some("There is one branch only: choose another thread at an earlier step"));
    app.update(Action::End, NOW);
    let at = |app: &App| app.stage().map(Stage::cursor);
    for thread in [ThreadId(1), ThreadId(2)] {
        app.update(Action::Seek(StepIndex(7)), NOW);
        app.update(Action::Run(thread), NOW);
    }
    let mut seen = Vec::new();
    for _ in 0..4 {
        app.update(Action::OtherWay, NOW);
        assert_eq!(at(&app), Some(StepIndex(7)));
        seen.push(app.notice(NOW).and_then(|notice| notice.split(": ").nth(1)).unwrap_or_default().to_owned());
    }
    assert_eq!(seen, ["MainThread goes on", "alice goes on", "bob goes on", "MainThread goes on"]);
    assert_eq!(app.stage().map(|stage| stage.session().forks().map(|fork| fork.0).collect()), Some(vec![7, 7]));
}
