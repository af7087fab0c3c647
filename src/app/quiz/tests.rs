//! Questions on the stage, as a viewer meets them.

use std::time::Duration;

use super::super::{
    Action, App, Questions, Stage,
    tests::{act, on_stage, stage},
};
use crate::{
    app::Tone,
    ids::{StepIndex, ThreadId},
};

const NOW: Duration = Duration::ZERO;

const PROGRAM: &str = "\
import threading
import time
pen = threading.Lock()
balance = 0
def work():
    global balance
    with pen:
        time.sleep(0.1)
        balance = balance + 10
        print('paid')
threads = [threading.Thread(target=work, name=name) for name in ('ann', 'ben')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('balance', balance)
";

/// The application with the program on the stage, and these questions.
fn asking(questions: &str) -> App {
    let lines = questions.replace('\n', "\n# ");
    let mut app = on_stage(&format!("{PROGRAM}# /// script\n# [tool.raddle]\n# races = []\n# {lines}\n# ///\n"));
    app.set_questions(Questions::Asked);
    app
}

/// Goes forward until something is asked; the step.
fn to_question(app: &mut App) -> StepIndex {
    for _ in 0..100 {
        if stage(app).question(app.locale()).is_some() {
            return stage(app).cursor();
        }
        act(app, &[Action::Forward]);
    }
    panic!("nothing is asked")
}

/// Goes forward until something is marked: what was said, what came about, and whether that was right.
fn to_mark(app: &mut App) -> (Option<String>, Option<String>, Option<bool>) {
    for _ in 0..100 {
        if let Some(marked) = stage(app).marked(app.locale()) {
            return (marked.answer, marked.truth, marked.right);
        }
        act(app, &[Action::Forward]);
    }
    panic!("nothing is marked")
}

fn question(lines: &str) -> String {
    format!("\n[[tool.raddle.predict]]\nask = \"?\"\nbecause = \"So it is.\"\n{lines}")
}

fn typed(app: &mut App, text: &str) {
    for letter in text.chars() {
        assert!(app.takes(letter), "{letter}");
        app.type_answer(Some(letter), NOW);
    }
    act(app, &[Action::RunSelected]);
}

#[test]
fn each_kind_is_marked_by_the_run() {
    for (lines, right, wrong) in [
        ("kind = \"value\"\nof = \"balance\"", "20", "10"),
        ("kind = \"time\"", "0.2", "0.1"),
        ("kind = \"count\"\ncount = { event = \"output\", text = \"paid\" }", "2", "1"),
        ("kind = \"output\"\nat = { event = \"output\", thread = \"MainThread\" }", "balance 20", "balance 10"),
    ] {
        for (answer, is_right) in [(right, true), (wrong, false)] {
            let mut app = asking(&question(lines));
            to_question(&mut app);
            typed(&mut app, answer);
            let (said, truth, marked) = to_mark(&mut app);
            assert_eq!((marked, said.is_some(), truth.is_some()), (Some(is_right), true, true), "{lines}: {answer}");
        }
    }
}

#[test]
fn who_is_answered_by_the_number_of_a_thread_and_ends_by_their_letter() {
    let who = question("kind = \"who\"\nuntil = { event = \"acquired\", of = \"pen\", nth = 2 }");
    let mut app = asking(&who);
    let before = to_question(&mut app);
    act(&mut app, &[Action::Run(ThreadId(2))]);
    assert_eq!(to_mark(&mut app), (Some("ben".to_owned()), Some("ben".to_owned()), Some(true)));
    assert_eq!(stage(&app).cursor(), before.next(), "it is asked right before");
    assert_eq!(stage(&app).score(), (1, 1));
    assert_eq!(app.gallery().seen("test").right.len(), 1);

    let mut app = asking(&question("kind = \"end\""));
    assert_eq!(to_question(&mut app), StepIndex(1));
    assert!(app.takes('c') && !app.takes('z'));
    app.type_answer(Some('c'), NOW);
    let (_, _, right) = to_mark(&mut app);
    assert_eq!((right, app.gallery().seen("test").wrong.len()), (Some(false), 1));
}

#[test]
fn a_choice_is_the_metadatas_and_shown_when_the_moment_comes() {
    let lines = "kind = \"choice\"\noptions = [\"a\", \"b\"]\nright = 2\nat = \"start\"\nuntil = { event = \"slept\" }";
    let mut app = asking(&question(lines));
    to_question(&mut app);
    act(&mut app, &[Action::Run(ThreadId(8))]);
    assert!(app.notice(NOW).is_some_and(|text| text.contains('9')), "there is no ninth answer");
    app.type_answer(Some('b'), NOW);
    assert!(stage(&app).marked(app.locale()).is_none(), "nobody sleeps yet");
    let band = stage(&app).band(app.locale());
    let said: String = band.first.parts.iter().map(|part| part.text.as_str()).collect();
    assert_eq!((said.as_str(), band.tone), ("Your answer: b", Tone::Question), "it is heard at once");
    assert_eq!(to_mark(&mut app), (Some("b".to_owned()), Some("b".to_owned()), Some(true)));
}

#[test]
fn who_goes_on_is_not_marked_and_is_asked_again_only_after_going_back() {
    for action in [Action::Forward, Action::Back] {
        let mut app = asking(&question("kind = \"end\""));
        to_question(&mut app);
        act(&mut app, &[action]);
        assert!(stage(&app).question(app.locale()).is_none());
        act(&mut app, &[Action::End]);
        assert!(stage(&app).marked(app.locale()).is_none());
        assert_eq!(stage(&app).band(app.locale()).tone, Tone::Good);
        act(&mut app, &[Action::Start, Action::Forward]);
        assert!(stage(&app).question(app.locale()).is_some());
    }
}

#[test]
fn a_class_is_shown_the_question_and_the_answer_without_being_marked() {
    let mut app = asking(&question("kind = \"value\"\nof = \"balance\""));
    app.set_questions(Questions::Shown);
    to_question(&mut app);
    assert!(!app.takes('2'), "nothing is typed");
    let (said, truth, right) = to_mark(&mut app);
    assert_eq!((said, truth.as_deref(), right), (None, Some("20"), None));
    app.set_questions(Questions::Off);
    act(&mut app, &[Action::Restart]);
    act(&mut app, &[Action::Forward; 3]);
    assert!(stage(&app).question(app.locale()).is_none());
}

#[test]
fn playing_waits_for_an_answer_and_goes_on_by_itself() {
    let mut app = asking(&question("kind = \"end\""));
    app.update(Action::Play, NOW);
    app.tick(NOW);
    assert!(stage(&app).question(app.locale()).is_some());
    let due = stage(&app).due().expect("it plays on");
    assert!(due >= Duration::from_secs(20));
    app.tick(due);
    assert!(stage(&app).question(app.locale()).is_none());
    assert_eq!(stage(&app).cursor(), StepIndex(2));
}

#[test]
fn another_way_of_the_run_has_another_answer() {
    let who = question("kind = \"who\"\nat = \"start\"\nuntil = { event = \"acquired\", of = \"pen\" }");
    let mut app = asking(&who);
    to_question(&mut app);
    // Only the main thread is there to be named; what the run then shows is said all the same.
    act(&mut app, &[Action::Run(ThreadId(0))]);
    while stage(&app).scene().threads.iter().filter(|view| view.state.is_alive()).count() < 3 {
        act(&mut app, &[Action::Run(ThreadId(0))]);
    }
    act(&mut app, &[Action::Run(ThreadId(2))]);
    let (_, truth, right) = to_mark(&mut app);
    assert_eq!((truth.as_deref(), right), (Some("ben"), Some(false)));
}

#[test]
fn in_a_tour_nothing_is_asked() {
    let tour = "\n[[tool.raddle.tour]]\nsay = \"Look.\"\nstep = 3\nwait = 1";
    let mut app = asking(&(question("kind = \"end\"") + tour));
    assert!(app.begin_tour(NOW));
    for millis in (0..4000).step_by(100) {
        app.tick(Duration::from_millis(millis));
        assert!(stage(&app).question(app.locale()).is_none());
    }
    assert!(stage(&app).cursor() > StepIndex(1), "{:?}", Stage::cursor(stage(&app)));
}
