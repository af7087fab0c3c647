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

/// Lets what goes on by itself go on, until it is done.
pub(super) fn let_finish(app: &mut App, now: Duration, goes_on: impl Fn(&App) -> bool) {
    while goes_on(app) {
        assert_eq!(app.next_change(now), Some(now), "it goes on by itself");
        app.tick(now);
    }
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
    let told = |app: &App| format!("{:?}", stage(app).note(app.locale().language()));
    act(&mut app, &[Action::Run(ThreadId(1))]);
    assert_eq!(told(&app), "Some(Done(\"Alice takes the first lock.\"))");
    act(&mut app, &[Action::SelectPrevious]);
    assert_eq!(told(&app), "Some(Done(\"Alice takes the first lock.\"))", "whoever is selected");
    act(&mut app, &[Action::Language]);
    assert_eq!(told(&app), "Some(Done(\"爱丽丝先拿第一把锁。\"))");
    act(&mut app, &[Action::Run(ThreadId(1))]);
    assert!(!told(&app).contains("Done"), "it is over");
    let mut app = on_stage("import threading\nlock = threading.Lock()\nprint(1)\n#: Takes it.\nlock.acquire()\n");
    act(&mut app, &[Action::Forward]);
    while !told(&app).contains("Done") {
        let before = told(&app);
        act(&mut app, &[Action::Forward]);
        assert!(told(&app) != "Some(Done(\"Takes it.\"))" || before == "Some(Next(\"Takes it.\"))", "first it comes");
        assert!(stage(&app).end().is_none() || told(&app).contains("Done"), "and then it is done");
    }
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
    act(&mut app, &[Action::Back, Action::Back, Action::Back]);
    assert!(!app.has_quit(), "the gallery is not left by the key that leaves all else");
    assert_eq!(app.notice(NOW), Some(app.locale().text("quit-asked").as_str()));
    act(&mut app, &[Action::Quit]);
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

#[test]
fn watching_plays_the_tour_and_trying_does_not() {
    let mut app = app();
    act(&mut app, &[Action::Open]);
    assert!(app.is_touring() && app.gallery().seen("deadlock").opened);
    act(&mut app, &[Action::Back]);
    assert!(app.stage().is_none() && !app.is_touring());
    act(&mut app, &[Action::Try]);
    assert!(app.stage().is_some() && !app.is_touring());
}

#[test]
fn a_click_unfolds_a_chapter_chooses_a_scenario_and_watches_the_chosen_one() {
    let mut app = app();
    let rows = app.gallery().entries().len();
    act(&mut app, &[Action::ChooseAt(0)]);
    assert!(app.gallery().entries().len() > rows);
    act(&mut app, &[Action::ChooseAt(1)]);
    let chosen = app.gallery().chosen().map(|scenario| scenario.id.clone());
    assert!(chosen.is_some() && app.stage().is_none());
    act(&mut app, &[Action::ChooseAt(1)]);
    assert_eq!(app.stage().map(|stage| stage.scenario().id.clone()), chosen);
}

#[test]
fn arrows_change_the_parameter_that_is_being_set_and_fold_otherwise() {
    let mut app = app();
    act(&mut app, &[Action::Search]);
    app.paste("semaphore");
    act(&mut app, &[Action::NextParameter, Action::Unfold, Action::Unfold]);
    let value = |app: &App| app.gallery().chosen().map(|scenario| scenario.params[0].value().to_string());
    assert_eq!(value(&app).as_deref(), Some("7"));
    act(&mut app, &[Action::Fold]);
    assert_eq!(value(&app).as_deref(), Some("6"));
    act(&mut app, &[Action::Back, Action::Fold]);
    assert!(app.gallery().chosen().is_none(), "its chapter is folded");
}

#[test]
fn enter_in_the_search_watches_what_was_found_first() {
    let mut app = app();
    act(&mut app, &[Action::Search]);
    app.paste("信号量");
    app.submit(NOW);
    assert_eq!(app.stage().map(|stage| stage.scenario().id.as_str()), Some("semaphore"));
    assert!(app.is_touring());
}

#[test]
fn the_twin_is_opened_and_its_key_leads_back() {
    let mut app = app_with("deadlock");
    let id = |app: &App| app.stage().map(|stage| stage.scenario().id.clone()).unwrap_or_default();
    act(&mut app, &[Action::Fixed]);
    assert_eq!(id(&app), "deadlock_ordered");
    act(&mut app, &[Action::Fixed]);
    assert_eq!(id(&app), "deadlock");
    let mut app = app_with("lost_update_fixed");
    act(&mut app, &[Action::Fixed]);
    assert_eq!(id(&app), "lost_update", "also where it was not opened from there");
    let mut app = app_with("semaphore");
    act(&mut app, &[Action::Fixed]);
    assert_eq!((id(&app).as_str(), app.notice(NOW)), ("semaphore", Some(app.locale().text("no-fixed").as_str())));
}

#[test]
fn the_twin_keeps_the_parameters() {
    let mut app = app();
    let mut scenario = Catalogue::embedded().find("lost_update").cloned().expect("there is such a scenario");
    scenario.set("PEOPLE", "3").expect("it takes three");
    app.open(scenario);
    act(&mut app, &[Action::Fixed]);
    let value = app.stage().map(|stage| stage.scenario().params[0].value().to_string());
    assert_eq!(value.as_deref(), Some("3"));
}

#[test]
fn marks_are_gone_to_in_both_directions() {
    let mut app = on_stage(DEADLOCK);
    let mut forward = Vec::new();
    loop {
        let before = stage(&app).cursor();
        act(&mut app, &[Action::NextMark]);
        if stage(&app).cursor() == before {
            break;
        }
        forward.push(stage(&app).cursor());
    }
    assert_eq!(app.notice(NOW), Some("There is nothing after that"));
    assert_eq!(stage(&app).end(), Some(End::Deadlock));
    assert!(forward.len() >= 3, "a line that is told, two that are blocked: {forward:?}");
    let here = stage(&app);
    assert!(forward.iter().any(|&step| here.session().blocks(step)));
    assert!(forward.iter().all(|&step| here.marks().has(step)));
    let mut backward = vec![stage(&app).cursor()];
    loop {
        act(&mut app, &[Action::PreviousMark]);
        if backward.last() == Some(&stage(&app).cursor()) {
            break;
        }
        backward.push(stage(&app).cursor());
    }
    backward.reverse();
    assert_eq!(backward, forward);
    assert_eq!(app.notice(NOW), Some("There is nothing before that"));
}

#[test]
fn events_of_the_selected_thing_are_gone_to() {
    use crate::{ids::ResourceId, scene::concerns};
    let mut app = on_stage(DEADLOCK);
    act(&mut app, &[Action::End, Action::Start, Action::Forward]);
    act(&mut app, &[Action::SelectThing(ResourceId(1))]);
    assert_eq!(stage(&app).thing(), Some(ResourceId(1)));
    let mut seen = Vec::new();
    for _ in 0..2 {
        act(&mut app, &[Action::NextOfThread]);
        let step = stage(&app).cursor();
        assert!(concerns(stage(&app).history().events(step), ResourceId(1)), "{step:?}");
        seen.push(step);
    }
    assert!(seen[0] < seen[1]);
    act(&mut app, &[Action::PreviousOfThread]);
    assert_eq!(stage(&app).cursor(), seen[0]);
    act(&mut app, &[Action::SelectThing(ResourceId(1))]);
    assert_eq!(stage(&app).thing(), None, "what is selected is let go by the same");
    act(&mut app, &[Action::NextThing, Action::NextThing]);
    assert_eq!(stage(&app).thing(), Some(ResourceId(1)));
    act(&mut app, &[Action::NextThing]);
    assert_eq!(stage(&app).thing(), None);
    act(&mut app, &[Action::NextThing, Action::SelectNext]);
    assert_eq!(stage(&app).thing(), None, "now a thread is selected");
}
