//! What is shared, as it is drawn: it keeps its place, and nothing is left out unsaid.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use super::*;
use crate::{
    app::ThemeName,
    host::Settings,
    ids::StepIndex,
    locale::{Language, Locale},
    scenario::{Catalogue, Scenario},
    source::SourceText,
    tui::{motion::Motion, theme::Theme},
};

const PLACES: [(u16, u16); 3] = [(37, 11), (59, 17), (79, 25)];

fn of_text(text: &str) -> Stage {
    let scenario = Scenario::read("x", Arc::new(SourceText::new("x.py", text)), None).expect("it is well formed");
    Stage::open(scenario, Settings::default()).expect("it compiles")
}

/// Where each thing stands.
fn placed(stage: &Stage, (width, height): (u16, u16)) -> Vec<(ResourceId, Rect)> {
    let locale = Locale::new(Language::English);
    let theme = Theme::of(ThemeName::Dark);
    let painter = Painter { scene: stage.scene(), names: stage.names(), locale: &locale, theme, motion: Motion::STILL };
    let view = View { painter: &painter, stage, title: "Shared".into(), thread_rows: None, shown: &[] };
    let area = Rect::new(0, 0, width, height);
    Picture::of(&view, Rect { y: 1, height: height - 1, ..area }, false).draw(&mut Buffer::empty(area))
}

/// What is drawn.
fn drawn(stage: &Stage, language: Language, (width, height): (u16, u16), thread_rows: u16) -> String {
    let locale = Locale::new(language);
    let theme = Theme::of(ThemeName::Dark);
    let painter = Painter { scene: stage.scene(), names: stage.names(), locale: &locale, theme, motion: Motion::STILL };
    let view = View { painter: &painter, stage, title: "Shared".into(), thread_rows: Some(thread_rows), shown: &[] };
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    draw(&view, area, &mut Hits::default(), &mut buf);
    let mut text = String::new();
    for y in 0..height {
        let mut x = 0;
        while x < width {
            let symbol = buf[(x, y)].symbol();
            text.push_str(symbol);
            x += (symbol.width() as u16).max(1);
        }
        text.push('\n');
    }
    text
}

#[test]
fn things_keep_their_places_from_the_first_step_to_the_last() {
    for id in ["deadlock", "queue", "semaphore", "barrier", "condition", "event", "rlock", "deadlock_ordered"] {
        let scenario = Catalogue::embedded().find(id).cloned().expect("it is in the catalogue");
        let mut stage = Stage::open(scenario, Settings::default()).expect("it compiles");
        let mut known: BTreeMap<(u16, ResourceId), Rect> = BTreeMap::new();
        while stage.forward(Duration::ZERO) {
            for place in PLACES {
                for (thing, now) in placed(&stage, place) {
                    let before = *known.entry((place.0, thing)).or_insert(now);
                    assert_eq!(before, now, "{id} at {place:?}, step {:?}", stage.cursor());
                }
            }
        }
        assert!(!known.is_empty(), "{id}");
    }
}

#[test]
fn a_lock_is_a_box_with_its_holder_in_it_and_who_wants_it_at_its_right() {
    let scenario = Catalogue::embedded().find("deadlock").cloned().expect("it is in the catalogue");
    let mut stage = Stage::open(scenario, Settings::default()).expect("it compiles");
    stage.seek_forward(StepIndex(12), Duration::ZERO);
    let text = drawn(&stage, Language::English, PLACES[0], 9);
    for row in [" [pen]    │ (2 alice) │", " [paper]  │  (3 bob)  │ ◀ (2)", "          └───────────┘"]
    {
        assert!(text.lines().any(|line| line.trim_end() == row), "{row}\n{text}");
    }
}

#[test]
fn before_there_is_anything_the_picture_says_what_to_watch_for_and_what_the_signs_mean() {
    for scenario in Catalogue::embedded().scenarios() {
        let stage = Stage::open(scenario.clone(), Settings::default()).expect("it compiles");
        for (language, place) in Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place))) {
            let text = drawn(&stage, language, (place.0, place.1 + 1), 9);
            let locale = Locale::new(language);
            for key in ["opening-watch", "opening-thread", "opening-died"] {
                assert!(
                    text.contains(&locale.text(key)),
                    "{key} of {} in {language} at {place:?}\n{text}",
                    scenario.id
                );
            }
            // Every word of what to watch for is there.
            let squeezed: String = text.split_whitespace().collect();
            let watch: String = scenario.watch.get(language).split_whitespace().collect();
            assert!(squeezed.contains(&watch), "{} in {language} at {place:?}\n{text}", scenario.id);
        }
    }
}

#[test]
fn where_there_are_more_threads_than_rows_each_has_a_cell_that_never_moves() {
    let mut stage = of_text(
        "import threading\n\
         bikes = threading.Semaphore(3)\n\
         trips = 0\n\
         log = threading.Lock()\n\
         def ride():\n    global trips\n    with bikes:\n        with log: trips += 1\n\
         riders = [threading.Thread(target=ride, name=f'rider-{n}') for n in range(20)]\n\
         for r in riders: r.start()\n\
         for r in riders: r.join()\n",
    );
    stage.seek_forward(StepIndex(90), Duration::ZERO);
    for place in PLACES {
        let text = drawn(&stage, Language::English, place, 6);
        assert!(text.contains("[bikes] Semaphore") && text.contains("of 3 free"), "{text}");
        assert!(text.contains("[log]") && text.contains("trips") || text.contains("2 more"), "{text}");
        let signs = ['✓', '░', '─', '█', 'z', '·'];
        let is_cell = |number: u32| {
            signs
                .iter()
                .any(|sign| text.contains(&format!(" {number}{sign}")) || text.contains(&format!("{sign} {number}")))
        };
        let missing: Vec<u32> = (2..=21).filter(|&number| !is_cell(number)).collect();
        assert!(missing.is_empty(), "{missing:?} at {place:?}\n{text}");
    }
    let without = drawn(&stage, Language::English, PLACES[2], 21);
    assert!(!without.contains("Crowd"), "{without}");
}

#[test]
fn what_there_is_no_room_for_is_counted_and_what_is_held_or_wanted_is_shown() {
    let mut stage = of_text(
        "import threading\n\
         locks = [threading.Lock() for _ in range(30)]\n\
         locks[27].acquire()\n\
         print('held')\n",
    );
    assert!(stage.run_to_end(Duration::ZERO));
    let text = drawn(&stage, Language::English, PLACES[0], 9);
    assert!(text.contains("[locks[27]]") && text.contains("(1 MainThread)") && text.contains("more"), "{text}");
}

#[test]
fn values_are_shown_without_addresses() {
    for (text, shown) in [
        ("<threading.Semaphore at 0x7f10: value 2>", "Semaphore"),
        ("[<unlocked _thread.lock object at 0x1>, <locked _thread.lock object at 0x2>]", "[Lock, Lock]"),
        ("<__main__.Account object at 0x7f>", "Account"),
        ("<function work at 0x7f>", "work"),
        ("<bound method Account.pay of <__main__.Account object at 0x7f>>", "<bound method Account.pay of Account>"),
        ("'a < b'", "'a < b'"),
        (" at 0x", " at 0x"),
    ] {
        assert_eq!(plain(text), shown);
    }
}
