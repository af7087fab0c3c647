//! Calls and generators as they are drawn.

use std::time::Duration;

use super::*;
use crate::{
    choice::Unit,
    host::Settings,
    locale::Language,
    scenario::Pane,
    tui::panel::{self, drawn::stage_of},
};

const COUNTER: &str = "\
def counter(n):
    while n < 9:
        step = yield n
        n += step or 1
    return n

c = counter(3)
d = counter(7)
print(next(c))
print(c.send(5))
print(next(d), next(d))
for left in c:
    print(left)
";

const SIZES: [(u16, u16); 3] = [(37, 11), (59, 17), (79, 25)];

fn stage(text: &str, unit: Unit) -> Stage {
    stage_of(text, Settings { unit, ..Settings::default() })
}

fn drawn(stage: &Stage, language: Language, place: (u16, u16)) -> String {
    panel::drawn::drawn(stage, Pane::CallStacks, language, place).join("\n")
}

/// What is drawn when it first has this in it.
fn first_with(stage: &mut Stage, size: (u16, u16), text: &str) -> String {
    while stage.forward(Duration::ZERO) {
        let drawn = drawn(stage, Language::English, size);
        if drawn.contains(text) {
            return drawn;
        }
    }
    panic!("it never says {text:?}; last:\n{}", drawn(stage, Language::English, size));
}

#[test]
fn a_parked_generator_stands_below_who_let_it_go_on_with_what_went_in_and_out() {
    let mut stage = stage(COUNTER, Unit::Line);
    let text = first_with(&mut stage, SIZES[0], "gave 8");
    for row in [
        " (1 MainThread)",
        "   send 5 ↓       ↑ gave 8",
        " ┌ counter ─── parked at yield, 3 ─┐",
        " │ z n = 8   step = 5              │",
    ] {
        assert!(text.contains(row), "{row:?} in\n{text}");
    }
    assert!(text.contains("aside"), "the other one waits\n{text}");
    assert!(text.contains("counter ─"), "it has not begun\n{text}");
}

#[test]
fn a_running_generator_is_one_of_the_calls() {
    let mut stage = stage(COUNTER, Unit::Line);
    let text = first_with(&mut stage, SIZES[1], "next() ↓");
    let at = |what: &str| {
        text.lines().position(|line| line.starts_with(what)).unwrap_or_else(|| panic!("{what} in\n{text}"))
    };
    assert!(at(" ┌ <module>") < at("    next() ↓") && at("    next() ↓") < at(" ┌ counter"), "{text}");
    assert!(text.contains("n = 3"), "{text}");
}

#[test]
fn an_ended_generator_says_what_it_returned() {
    let mut stage = stage(COUNTER, Unit::Operation);
    let text = first_with(&mut stage, SIZES[2], "returned");
    assert!(text.contains("laid aside, values kept"), "{text}");
    assert!(text.contains("returned 9"), "{text}");
}

#[test]
fn calls_are_cards_and_old_ones_fold_where_rows_are_few() {
    let text = "def down(n):\n    if n:\n        return down(n - 1) + 1\n    print(n)\n    return 0\n\ndown(5)\n";
    let mut stage = stage(text, Unit::Operation);
    let text = first_with(&mut stage, SIZES[0], "print(n)");
    assert!(text.contains(" │ █ print(n)"), "{text}");
    assert!(text.contains("n = 0"), "{text}");
    assert!(text.contains("┌ down") && text.contains("line 3"), "{text}");
    assert!(text.lines().count() == 11, "{text}");
    let large = drawn(&stage, Language::English, SIZES[2]);
    assert!(large.contains("n = 1") && large.contains("n = 2"), "{large}");
}

#[test]
fn every_thread_has_its_calls() {
    let text = "import threading\n\ndef inner(n):\n    print(n)\n\ndef outer(n):\n    inner(n)\n    print(n + 1)\n\n\
        ts = [threading.Thread(target=outer, args=(n,)) for n in (10, 20)]\nfor t in ts:\n    t.start()\n";
    let mut stage = stage(text, Unit::Operation);
    let mut rows = 0;
    while stage.forward(Duration::ZERO) {
        let small = drawn(&stage, Language::English, SIZES[0]);
        let large = drawn(&stage, Language::Chinese, SIZES[2]);
        rows += usize::from(small.contains("outer ▶ inner"));
        assert!(!large.contains("stacks-"), "every word is there\n{large}");
        for line in small.lines().chain(large.lines()) {
            assert!(line.width() <= 79, "{line}");
        }
    }
    assert!(rows > 0, "a thread in a row of its own says where it is");
}
