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
