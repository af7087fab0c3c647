//! A pool as it is drawn.

use std::time::Duration;

use super::*;
use crate::{
    host::Settings,
    locale::Language,
    tui::panel::drawn::{PLACES, drawn, stage_of},
};

const KITCHEN: &str = "\
import queue
import threading
import time

rail = queue.Queue(3)

def cook(order, patience):
    while order is not None:
        time.sleep(1)
        try:
            order = rail.get(timeout=patience)
        except queue.Empty:
            order = None

def hire(name, order, patience):
    threading.Thread(target=cook, name=name, args=(order, patience), daemon=True).start()

hire('core', 'soup', None)
hire('extra', 'cake', 2)
rail.put('tea')
print('fish is refused')
time.sleep(1.5)
print('all begun')
time.sleep(1)
print('at the queue')
time.sleep(3)
print('end')
";

fn at_output(program: &str, text: &str) -> Stage {
    let mut stage = stage_of(program, Settings::default());
    let said =
        |stage: &Stage| stage.scene().output.iter().any(|piece| stage.history().texts().get(piece.text).contains(text));
    while !said(&stage) && stage.forward(Duration::ZERO) {}
    stage
}

fn assert_rows(rows: &[String], wanted: &[&str]) {
    for part in wanted {
        assert!(rows.iter().any(|row| row.contains(part)), "{part:?} in\n{}", rows.join("\n"));
    }
}

fn pane(text: &str, language: Language, place: (u16, u16)) -> Vec<String> {
    drawn(&at_output(KITCHEN, text), Pane::Pool, language, place)
}

#[test]
fn queue_workers_tasks_and_what_was_printed_stand_at_every_size() {
    for place in &PLACES[..3] {
        let rows = pane("fish is refused", Language::English, *place);
        assert_rows(&rows, &["[rail] 1 of 3", "tea", "(2 core)", "z soup", "(3 extra)", "z cake"]);
        assert_rows(&rows, &["gone home  nobody", "done 0", "printed  (1) fish is refused", "tea ─"]);
    }
}

#[test]
fn who_waits_with_a_deadline_is_an_extra_one_and_goes_home() {
    for place in &PLACES[..3] {
        let rows = pane("at the queue", Language::English, *place);
        assert_rows(&rows, &["extra, wait 2 s", "idle until", "idle", "done 3"]);
        let rows = pane("end", Language::English, *place);
        assert_rows(&rows, &["gone home  (3)", "done 3", "░ idle"]);
    }
}

#[test]
fn an_extra_worker_has_its_own_box_before_it_waits_and_a_core_one_does_not_go_home() {
    for place in &PLACES[..3] {
        // Nobody has waited yet: a dry run told who will give up.
        let rows = pane("fish is refused", Language::English, *place);
        let heading = rows.iter().position(|row| row.contains("extra") && !row.contains("(3 extra)"));
        assert!(heading.is_some(), "{}", rows.join("\n"));
        let mut stage = stage_of(KITCHEN, Settings::default());
        assert!(stage.run_to_end(Duration::ZERO));
        let rows = drawn(&stage, Pane::Pool, Language::English, *place);
        let gone = rows.iter().find(|row| row.contains("gone home")).expect("it is said");
        assert!(gone.contains("(3)") && !gone.contains("(2)"), "the core was cut off with the program: {gone}");
        assert_rows(&rows, &["(2 core)"]);
    }
}

const DOOR: &str = "\
import queue
import threading
import time

rail = queue.Queue(1)
door = threading.Lock()

def cook(order):
    while True:
        time.sleep(1)
        order = rail.get()

def take(order):
    with door:
        if order == 'soup':
            threading.Thread(target=cook, name='cook', args=(order,), daemon=True).start()
        elif not rail.full():
            rail.put(order)

for order in ['soup', 'cake', 'fish', 'tea']:
    take(order)
    time.sleep(0.1)
print('end')
";

#[test]
fn what_finds_no_place_is_seen_to_be_refused() {
    for (language, word) in [(Language::English, "✗ refused 2"), (Language::Chinese, "✗ 拒绝 2")] {
        for place in &PLACES[..3] {
            let rows = drawn(&at_output(DOOR, "end"), Pane::Pool, language, *place);
            assert_rows(&rows, &["fish ✗", "tea ✗", word]);
        }
    }
    let open = DOOR.replace("Queue(1)", "Queue(3)");
    let rows = drawn(&at_output(&open, "end"), Pane::Pool, Language::English, PLACES[2]);
    assert!(!rows.concat().contains('✗'), "{}", rows.join("\n"));
}

#[test]
fn every_row_fits_in_both_languages_and_no_word_is_missing() {
    for text in ["fish is refused", "at the queue", "end"] {
        for place in PLACES {
            for language in [Language::English, Language::Chinese] {
                let rows = pane(text, language, place);
                assert!(!rows.concat().contains("pool-"), "{}", rows.join("\n"));
                assert!(rows.iter().all(|row| row.width() <= usize::from(place.0)), "{}", rows.join("\n"));
            }
        }
    }
}

#[test]
fn many_workers_are_counted_where_there_is_no_room() {
    let program = "\
import queue, threading
line = queue.Queue()
def work():
    while line.get() is not None:
        pass
for _ in range(12):
    threading.Thread(target=work, daemon=True).start()
print('all there')
";
    let stage = at_output(program, "all there");
    let rows = drawn(&stage, Pane::Pool, Language::English, PLACES[0]);
    assert_rows(&rows, &["[line] 0 tasks", "→ empty", "(2 work-1)", "more"]);
}
