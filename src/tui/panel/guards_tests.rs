//! Locks and what they guard, as they are drawn.

use std::time::Duration;

use super::*;
use crate::{
    host::Settings,
    locale::Language,
    scenario::Pane,
    tui::panel::{self, drawn::stage_of},
};

/// The places that the picture has at 80x24, 120x36 and 160x50, and half of the last.
const PLACES: [(u16, u16); 4] = [(37, 11), (59, 17), (79, 25), (79, 14)];

const TWO_LOCKS: &str = "import threading\n\
    books = threading.Lock()\n\
    door = threading.Lock()\n\
    sold = 0\n\
    def clerk(lock, times):\n    \
        global sold\n    \
        for n in range(times):\n        \
            with lock:\n            \
                sold += 1\n\
    ann = threading.Thread(target=clerk, args=(books, 3), name='ann')\n\
    ben = threading.Thread(target=clerk, args=(door, 1), name='ben')\n\
    ann.start()\n\
    ben.start()\n\
    ann.join()\n\
    ben.join()\n\
    print(sold)\n";

fn at_its_end(text: &str) -> Stage {
    let mut stage = stage_of(text, Settings::default());
    assert!(stage.run_to_end(Duration::ZERO));
    stage
}

/// What is drawn, a row a line, without the title.
fn drawn(stage: &Stage, language: Language, place: (u16, u16)) -> Vec<String> {
    panel::drawn::drawn(stage, Pane::Guards, language, place).split_off(1)
}

#[test]
fn who_touches_under_another_lock_is_marked_at_every_size_in_both_languages() {
    let stage = at_its_end(TWO_LOCKS);
    assert!(wanted(&stage));
    for (language, place) in Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place))) {
        let rows = drawn(&stage, language, place);
        let text = rows.join("\n");
        // Ben read and wrote once, under the other lock.
        let broken: Vec<_> = rows.iter().filter(|row| row.contains('✗') && row.contains("(3")).collect();
        assert_eq!(broken.len(), 2, "{place:?}\n{text}");
        assert!(broken.iter().all(|row| row.contains("[door]") && row.contains("[sold]")), "{place:?}\n{text}");
        let books = rows.iter().find(|row| row.starts_with(" [books]")).expect("the lock has a row");
        assert!(books.contains("[sold]"), "{text}");
        let door = rows.iter().find(|row| row.starts_with(" [door]")).expect("the lock has a row");
        assert!(!door.contains("[sold]"), "{text}");
        assert!(!text.contains('…'), "nothing is cut\n{text}");
    }
    let rows = drawn(&stage, Language::English, PLACES[0]);
    assert!(rows.iter().any(|row| row == " 2 of 8 touches without [books]"), "{}", rows.join("\n"));
}

#[test]
fn what_is_guarded_is_marked_as_it_should_be() {
    let stage = at_its_end(&TWO_LOCKS.replace("args=(door, 1)", "args=(books, 1)"));
    assert!(!wanted(&stage), "nothing is to be seen that the scenario did not ask for");
    for place in PLACES {
        let text = drawn(&stage, Language::English, place).join("\n");
        assert!(text.contains('✓') && !text.contains('✗'), "{place:?}\n{text}");
        assert!(text.contains("nothing"), "the other lock guards nothing\n{text}");
    }
}

const CONDITION: &str = "import threading\n\
    LOCK\
    rolls = 0\n\
    def eat():\n    \
        global rolls\n    \
        with fresh:\n        \
            while rolls == 0:\n            \
                fresh.wait()\n        \
            rolls -= 1\n\
    def bake():\n    \
        global rolls\n    \
        with fresh:\n        \
            rolls += 1\n        \
            fresh.notify_all()\n\
    threads = [threading.Thread(target=work) for work in (eat, bake)]\n\
    for thread in threads: thread.start()\n\
    for thread in threads: thread.join()\n";

#[test]
fn a_condition_and_its_own_lock_are_one_lock() {
    let block = "# /// script\n# [tool.raddle]\n# guards = { NAME = [\"rolls\"] }\n# ///\n";
    for (made, name) in [
        ("fresh = threading.Condition()\n", "fresh"),
        ("door = threading.Lock()\nfresh = threading.Condition(door)\n", "door"),
    ] {
        let text = CONDITION.replace("LOCK", made);
        // Said or found, it is the same lock.
        for text in [text.clone(), format!("{}{text}", block.replace("NAME", name))] {
            let stage = at_its_end(&text);
            assert!(!wanted(&stage), "nobody touched it without the lock");
            let rows = drawn(&stage, Language::English, PLACES[0]);
            let row = rows.iter().find(|row| row.starts_with(&format!(" [{name}]"))).expect("it has a row");
            assert!(row.contains("[rolls]"), "{}", rows.join("\n"));
            assert!(!rows.concat().contains('✗') && !rows.concat().contains(".lock"), "{}", rows.join("\n"));
        }
    }
    let broken = CONDITION.replace("LOCK", "fresh = threading.Condition()\n");
    let broken = broken.replace("        rolls -= 1\n", "    rolls -= 1\n");
    assert!(
        drawn(&at_its_end(&broken), Language::English, PLACES[0]).concat().contains('✗'),
        "it was given back before"
    );
}

#[test]
fn what_is_touched_without_any_lock_has_a_row_of_its_own() {
    let stage = at_its_end(&TWO_LOCKS.replace("with lock:", "if True:"));
    assert!(!wanted(&stage), "where no lock is meant to guard it, the memory tells more");
    for (language, word) in [(Language::English, "no lock"), (Language::Chinese, "未加锁")] {
        for place in PLACES {
            let rows = drawn(&stage, language, place);
            let row = rows.iter().find(|row| row.starts_with(&format!(" {word}")));
            assert!(row.is_some_and(|row| row.contains("[sold]")), "{place:?}\n{}", rows.join("\n"));
        }
    }
}

#[test]
fn before_anything_is_shared_it_says_so() {
    let stage = at_its_end("print(1)\n");
    assert!(drawn(&stage, Language::English, PLACES[0])[0].contains("nothing touched"));
}
