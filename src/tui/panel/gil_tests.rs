//! The token as it is drawn.

use std::time::Duration;

use super::super::drawn::{PLACES, drawn, stage_of};
use super::*;
use crate::{
    host::Settings,
    ids::StepIndex,
    locale::{Language, Locale},
    machine::Hardware,
};

const PROGRAM: &str = r#"import threading
import time

def work(n):
    total = 0
    for i in range(n):
        total += i

def read():
    for _ in range(3):
        time.sleep(0.004)

threads = [threading.Thread(target=work, args=(300_000,), name=name) for name in ("ann", "ben", "cai")]
threads.append(threading.Thread(target=read, name="dan"))
for t in threads:
    t.start()
for t in threads:
    t.join()

# /// script
# [tool.raddle]
# panes = ["gil", "cores"]
# machine = { cores = 4, gil = true }
# ///
"#;

fn stage(gil: Option<Nanos>) -> Stage {
    stage_of(PROGRAM, Settings { hardware: Some(Hardware { cores: 4, gil }), ..Settings::default() })
}

/// In every step there is one token; nobody runs without it, and nobody asks who has it.
#[test]
fn one_has_the_token_and_nobody_runs_without_it() {
    let mut stage = stage(Some(5_000_000));
    let (mut handed, mut asked) = (0, 0);
    while stage.forward(Duration::ZERO) {
        let scene = stage.scene();
        let token = scene.processor.token.expect("there is one");
        let running: Vec<ThreadId> =
            (0..scene.threads.len()).map(ThreadId::at).filter(|&thread| scene.phase(thread) == Phase::Run).collect();
        assert!(running.iter().all(|&thread| token.holder == Some(thread)), "{running:?} {token:?}");
        assert!(token.given >= handed);
        handed = token.given;
        asked = asked.max(scene.line().len());
    }
    assert!(handed >= 6 && asked >= 2, "{handed} {asked}");
}

#[test]
fn who_has_it_and_who_asks_is_there_at_every_size() {
    let mut stage = stage(Some(5_000_000));
    stage.seek_forward(StepIndex(20), Duration::ZERO);
    for (language, place) in Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place))) {
        let rows = drawn(&stage, Pane::Gil, language, place);
        let text = rows.join("\n");
        assert_eq!(text.matches('●').count(), 1, "{place:?}:\n{text}");
        if place.1 > 1 {
            for mark in ["(2 ann)", "(3 ben)", "(4 cai)"] {
                assert!(text.contains(mark), "{mark} at {place:?}:\n{text}");
            }
        }
        assert!(!text.contains('…'), "{place:?}:\n{text}");
    }
}

/// Blank rows give way before the rows of the cores do, and those that are there stand between the parts.
#[test]
fn every_core_has_a_row_while_three_threads_ask() {
    let mut stage = stage(Some(5_000_000));
    while stage.scene().line().len() < 3 {
        assert!(stage.forward(Duration::ZERO), "three ask at some time");
    }
    for (language, place) in Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place))) {
        if place.1 == 1 {
            continue;
        }
        let rows = drawn(&stage, Pane::Gil, language, place);
        for core in 0..4_usize {
            let name = Locale::new(language).format("cores-core", &[("number", core.into())]);
            assert!(rows.iter().any(|row| row.trim_start().starts_with(&name)), "{name} at {place:?}: {rows:#?}");
        }
        assert!(rows.iter().skip(1).take(1).all(|row| !row.is_empty()), "{rows:#?}");
    }
}

#[test]
fn without_a_token_it_says_so() {
    let stage = stage(None);
    assert!(!wanted(&stage));
    assert!(drawn(&stage, Pane::Gil, Language::English, PLACES[1]).join(" ").contains("--gil on"));
}
