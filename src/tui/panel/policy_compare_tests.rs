//! The comparison of policies as it is drawn.

use std::time::Duration;

use super::super::drawn::{PLACES, drawn, stage_of};
use super::*;
use crate::{host::Settings, locale::Language};

const PROGRAM: &str = r#"import threading

def serve(n):
    for _ in range(n):
        pass

for name, n in [("full", 80_000), ("small", 30_000), ("tiny", 10_000)]:
    threading.Thread(target=serve, args=(n,), name=name).start()

# /// script
# [tool.raddle]
# panes = ["policy_compare"]
# machine = { cores = 1, quantum = "2ms" }
# ///
"#;

fn stage() -> Stage {
    let mut stage = stage_of(PROGRAM, Settings::default());
    for _ in 0..10_000 {
        if stage.comparison().is_some_and(crate::host::Comparison::is_done) {
            break;
        }
        stage.tick(Duration::ZERO, None);
    }
    stage
}

#[test]
fn each_policy_has_a_row_and_the_shortest_first_wait_least() {
    let stage = stage();
    let rows = drawn(&stage, Pane::PolicyCompare, Language::English, PLACES[0]);
    for policy in ["fcfs", "sjf", "rr", "mlfq"] {
        let row = rows.iter().find(|row| row.trim_start().starts_with(policy)).expect("it has a row");
        assert!(['2', '3', '4'].iter().all(|&mark| row.contains(mark)), "{row}");
    }
    assert!(rows.iter().any(|row| row.contains("least waiting  sjf")), "{rows:?}");
    assert!(rows.iter().any(|row| row.contains("(2 full) waits") && row.contains("with sjf")), "{rows:?}");
}

#[test]
fn the_numbers_stand_below_their_words_and_the_best_is_bold() {
    let stage = stage();
    let charts = stage.comparison().expect("it was asked for").charts();
    let rows = drawn(&stage, Pane::PolicyCompare, Language::English, PLACES[2]);
    let heading = rows.iter().find(|row| row.contains("turnaround")).expect("there is a heading");
    let ends = ["waiting ms", "turnaround ms", "first ms"].map(|word| heading.find(word).map(|at| at + word.len()));
    for chart in charts {
        let row = rows.iter().find(|row| row.trim_start().starts_with(chart.policy.name())).expect("it has a row");
        let means = chart.means().expect("all end");
        for (column, end) in Column::ALL.into_iter().zip(ends) {
            let number = millis(column.of(&means));
            let before: String = row.chars().take(end.expect("the word is there")).collect();
            assert!(before.ends_with(&format!(" {number}")), "{number} in {row}");
        }
    }
    assert_eq!(best(charts, Column::Waiting).map(|chart| name(chart, true)).collect::<Vec<_>>(), ["sjf"]);
}

#[test]
fn where_there_is_room_the_queues_and_each_thread_are_there() {
    let stage = stage();
    let text = drawn(&stage, Pane::PolicyCompare, Language::English, PLACES[1]).join("\n");
    assert!(text.contains("mlfq queues") && text.contains("each waits"), "{text}");
    let queues = text.lines().find(|row| row.contains("mlfq queues")).expect("it is there");
    assert!(queues.rfind("(2)") > queues.rfind("(4)"), "the long one has sunk: {queues}");
    for tag in ["(2 full)", "(3 small)", "(4 tiny)"] {
        assert!(text.contains(tag), "{tag} is known before it is there: {text}");
    }
}

#[test]
fn until_all_is_known_it_says_that_it_computes() {
    let stage = stage_of(PROGRAM, Settings::default());
    let text = drawn(&stage, Pane::PolicyCompare, Language::English, PLACES[0]).join(" ");
    assert!(wanted(&stage) && text.contains("being run"), "{text}");
}

#[test]
fn nothing_is_cut_at_any_size() {
    let stage = stage();
    for (language, place) in Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place))) {
        let text = drawn(&stage, Pane::PolicyCompare, language, place).join("\n");
        assert!(!text.contains('…') && text.contains("sjf"), "{place:?}:\n{text}");
    }
}

#[test]
fn nobody_computes_what_nobody_wants_to_see() {
    let mut stage = stage_of("print(1)\n", Settings::default());
    stage.tick(Duration::ZERO, None);
    assert!(!wanted(&stage) && stage.comparison().is_none());
}
