//! The five-state diagram as it is drawn.

use std::time::Duration;

use super::super::drawn::{PLACES, drawn, stage_of};
use crate::{app::Stage, host::Settings, ids::StepIndex, locale::Language, machine::Hardware, scenario::Pane};

const PROGRAM: &str = r#"import queue
import threading
import time

counter = queue.Queue()

def cook():
    for dish in ["soup", "rice"]:
        sum(range(400_000))
        counter.put(dish)

def waiter():
    for _ in range(2):
        dish = counter.get()
        print(f"serves {dish}")

def guest():
    time.sleep(0.02)
    print("what a nap")

people = [threading.Thread(target=f, name=f.__name__)
          for f in (cook, waiter, guest)]
for p in people:
    p.start()
for p in people:
    p.join()

# /// script
# [tool.raddle]
# panes = ["states", "cores"]
# machine = { cores = 1, policy = "rr", quantum = "3ms" }
# ///
"#;

fn stage(step: u32) -> Stage {
    let policy = crate::schedule::Policy::RoundRobin { quantum: crate::schedule::Quantum::Time(3_000_000) };
    let hardware = Some(Hardware { cores: 1, gil: None });
    let mut stage = stage_of(PROGRAM, Settings { policy, hardware, ..Settings::default() });
    stage.seek_forward(StepIndex(step), Duration::ZERO);
    stage
}

#[test]
fn the_small_diagram_has_a_mark_for_each_thread_and_the_reason_of_the_last_move() {
    let text = drawn(&stage(10), Pane::States, Language::English, PLACES[0]);
    let expected = [
        " new ─▶ ready ─── chosen ────▶ run",
        "        (2)    ◀─ slice over ─",
        "          ▲                   │  │",
        "   it is  │             wants │  │",
        "    there │                   │  ▼",
        "          └── blocked ◀───────┘ done",
        "              (1)(3)z(4)",
        " last  (4) run ─▶ blocked: it sleeps",
    ];
    assert_eq!(text[1..9], expected, "{}", text.join("\n"));
}

#[test]
fn at_every_size_and_in_every_language_each_thread_is_there_once() {
    for (language, place) in Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place))) {
        let text = drawn(&stage(13), Pane::States, language, place).join("\n");
        if place.1 > 1 {
            let diagram = text.lines().take(10).collect::<String>();
            for mark in ["(1", "(4", "(3"] {
                assert!(diagram.contains(mark), "{mark} at {place:?}:\n{text}");
            }
        }
        assert!(!text.contains('…'), "{place:?}:\n{text}");
    }
    let folded = drawn(&stage(13), Pane::States, Language::English, (79, 1)).join("");
    assert!(folded.contains("ready 2  run 1  blocked 1"), "{folded}");
}

#[test]
fn where_there_is_no_room_for_a_diagram_there_is_a_row_for_each_state() {
    let text = drawn(&stage(10), Pane::States, Language::English, (37, 7));
    assert_eq!(text[1..6], [" new", " ready    (2)", " run", " blocked  (1)(3)z(4)", " done"], "{text:?}");
}

#[test]
fn a_crowd_is_counted() {
    let text =
        "import threading, time\nfor _ in range(60):\n    threading.Thread(target=time.sleep, args=(1,)).start()\n";
    let mut stage = stage_of(text, Settings::default());
    stage.seek_forward(StepIndex(65), Duration::ZERO);
    let text = drawn(&stage, Pane::States, Language::English, PLACES[0]);
    assert!(text[2].contains('+') || text[7].contains('+'), "{text:?}");
}
