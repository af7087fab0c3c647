//! The Gantt chart as it is drawn.

use std::time::Duration;

use super::super::drawn::{PLACES, drawn, stage_of};
use super::*;
use crate::{host::Settings, ids::StepIndex, locale::Language, machine::Hardware, scenario::Pane};

const PROGRAM: &str = "import threading\ndef work(n):\n    for _ in range(n):\n        pass\n\
                       for n in (300_000, 200_000):\n    threading.Thread(target=work, args=(n,)).start()\n";

fn stage(cores: u16, steps: u32) -> Stage {
    let policy = Policy::RoundRobin { quantum: Quantum::Time(3_000_000) };
    let hardware = Some(Hardware { cores, gil: None });
    let mut stage = stage_of(PROGRAM, Settings { policy, hardware, ..Settings::default() });
    stage.seek_forward(StepIndex(steps), Duration::ZERO);
    stage
}

#[test]
fn one_core_goes_from_thread_to_thread_and_is_never_idle() {
    let text = drawn(&stage(1, 1000), Pane::Cores, Language::English, PLACES[0]);
    let row = text.iter().find(|row| row.contains("core 0")).expect("there is a core");
    let marks: String = row[8..].chars().filter(char::is_ascii_digit).collect();
    assert!(marks.contains("2323"), "{row}");
    assert!(!row.contains('·'), "{row}");
    assert!(text.last().is_some_and(|row| row.contains("100 %")) || text.iter().any(|row| row.contains("100 %")));
}

#[test]
fn two_cores_work_at_the_same_time() {
    let stage = stage(2, 1000);
    let text = drawn(&stage, Pane::Cores, Language::English, PLACES[1]);
    let of = |core: &str| text.iter().find(|row| row.trim_start().starts_with(core)).cloned().unwrap_or_default();
    assert!(of("core 0").contains("██████") && of("core 1").contains("██████"), "{text:?}");
}

#[test]
fn a_turn_that_is_over_begins_again_where_nobody_else_is() {
    let turn = |steps: &[Nanos]| Core { turn: steps.iter().copied().collect(), ..Core::default() };
    let three = Quantum::Time(3);
    assert_eq!(used_of(&turn(&[1, 1]), three), (2, 3, false));
    assert_eq!(used_of(&turn(&[1, 2]), three), (3, 3, true));
    assert_eq!(used_of(&turn(&[1, 2, 1]), three), (1, 3, false));
    assert_eq!(used_of(&turn(&[5, 5, 5]), Quantum::Steps(2)), (1, 2, false));
}

#[test]
fn without_cores_it_says_how_to_have_some() {
    let stage = stage_of(PROGRAM, Settings::default());
    assert!(!wanted(&stage));
    let text = drawn(&stage, Pane::Cores, Language::English, PLACES[0]).join(" ");
    assert!(text.contains("--cores 2"), "{text}");
}

#[test]
fn nothing_is_cut_at_any_size_with_up_to_sixty_four_cores() {
    for cores in [1, 2, 4, 64] {
        let stage = stage(cores, 40);
        for (language, place) in Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place))) {
            let text = drawn(&stage, Pane::Cores, language, place).join("\n");
            assert!(place.1 == 1 || cores == 64 || !text.contains('…'), "{cores} cores at {place:?}:\n{text}");
        }
    }
}
