//! Queues as they are drawn.

use std::time::Duration;

use super::*;
use crate::{
    host::Settings,
    locale::Language,
    scenario::Pane,
    tui::panel::{self, drawn::stage_of},
};

const WARD: &str = "\
import queue

line, pile, ward = queue.Queue(), queue.LifoQueue(), queue.PriorityQueue()
for order, (level, name) in enumerate([(2, 'ann'), (1, 'cai'), (5, 'ben'), (9, 'dan')]):
    line.put(name)
    pile.put(name)
    ward.put((level, name))
print('all there')
print(ward.get())
print('end')
";

const SIZES: [(u16, u16); 3] = [(37, 11), (59, 17), (79, 25)];

fn at_output(text: &str) -> Stage {
    let mut stage = stage_of(WARD, Settings::default());
    let said = |stage: &Stage| {
        let pieces: String = stage.scene().output.iter().map(|piece| stage.history().texts().get(piece.text)).collect();
        pieces.contains(text)
    };
    while !said(&stage) && stage.forward(Duration::ZERO) {}
    stage
}

fn drawn(stage: &Stage, language: Language, place: (u16, u16)) -> String {
    panel::drawn::drawn(stage, Pane::Heap, language, place).join("\n")
}

fn assert_rows(text: &str, rows: &[&str]) {
    for row in rows {
        assert!(text.lines().any(|line| line.contains(row)), "{row:?} in\n{text}");
    }
}

#[test]
fn a_line_a_pile_and_a_tree_stand_on_a_small_screen() {
    let text = drawn(&at_output("all there"), Language::English, SIZES[0]);
    assert_rows(
        &text,
        &["[line] Queue", "→ …2 │cai│ann│ ▶", "[pile]", "→ │dan│ ▶", "[ward]", "1 cai ▶", "2 ann", "5 ben"],
    );
}

#[test]
fn boxes_and_branches_are_drawn_where_there_is_room() {
    let stage = at_output("all there");
    let text = drawn(&stage, Language::English, SIZES[2]);
    assert_rows(
        &text,
        &[
            "→ │dan│ben│cai│ann│ ▶",
            "→ │ dan │ ▶",
            "1 cai ▶",
            "┌───┴",
            "2 ann",
            "9 dan",
            "came 4, gone 0",
            "next out   ann",
        ],
    );
    for size in SIZES {
        for language in [Language::English, Language::Chinese] {
            let text = drawn(&stage, language, size);
            assert!(!text.contains("heap-"), "{text}");
            assert!(text.lines().all(|line| line.width() <= usize::from(size.0)), "{text}");
        }
    }
}

#[test]
fn who_has_come_out_is_gone_and_the_tree_is_mended() {
    let text = drawn(&at_output("end"), Language::English, SIZES[2]);
    assert_rows(&text, &["2 ann ▶", "9 dan", "came 4, gone 1"]);
    assert!(!text.contains("1 cai"), "{text}");
}

#[test]
fn what_only_python_needs_is_left_out() {
    for (text, bare_text) in [("(1, 'cai')", "1 cai"), ("'ann'", "ann"), ("7", "7"), ("(3, 0, 'x')", "3 0 x")] {
        assert_eq!(bare(text), bare_text);
    }
}

#[test]
fn the_items_of_a_tree_stand_from_left_to_right() {
    assert_eq!(columns(4), [2, 1, 3, 0]);
    assert_eq!(columns(7), [3, 1, 5, 0, 2, 4, 6]);
    assert!(columns(0).is_empty());
}
