//! The instructions of a line as they are drawn.

use std::time::Duration;

use super::*;
use crate::{
    choice::Unit,
    host::Settings,
    locale::Language,
    scenario::Pane,
    schedule::Policy,
    tui::panel::{self, drawn::stage_of},
};

const BALANCE: &str = "\
import threading

balance = 0

def add(n):
    global balance
    balance = balance + n

saver = threading.Thread(target=add, args=(1,), name='saver')
spender = threading.Thread(target=add, args=(-1,), name='spender')
saver.start()
spender.start()
saver.join()
spender.join()
";

const SIZES: [(u16, u16); 3] = [(37, 11), (59, 17), (79, 25)];

fn stage(unit: Unit) -> Stage {
    let run = Settings { unit, policy: Policy::Fair, ..Settings::default() };
    stage_of(BALANCE, run)
}

fn drawn(stage: &Stage, language: Language, place: (u16, u16)) -> String {
    panel::drawn::drawn(stage, Pane::Bytecode, language, place).join("\n")
}

/// What stands behind the pointer of a thread alone in the line, step by step.
fn pointers(unit: Unit) -> Vec<String> {
    let mut stage = stage(unit);
    let mut seen: Vec<String> = Vec::new();
    while stage.forward(Duration::ZERO) {
        let text = drawn(&stage, Language::English, SIZES[0]);
        let of_line = text.contains("balance = balance + n");
        for part in text.split('▶').skip(1).filter(|_| of_line) {
            let words: Vec<&str> = part.split_whitespace().take(2).collect();
            if seen.last() != Some(&words.join(" ")) {
                seen.push(words.join(" "));
            }
        }
    }
    seen
}

#[test]
fn the_pointer_goes_through_the_line() {
    for unit in [Unit::Operation, Unit::Instruction] {
        let seen = pointers(unit);
        let place = |what: &str| seen.iter().position(|known| known == what);
        let (load, store) = (place("LOAD balance"), place("STORE balance"));
        assert!(load.is_some() && load < store, "{unit:?}: {seen:?}");
        assert_eq!(place("LOAD n").is_some(), unit == Unit::Instruction, "{unit:?}: {seen:?}");
    }
}

#[test]
fn a_mark_stands_wherever_another_thread_can_come_in() {
    let mut stage = stage(Unit::Operation);
    let mut found = false;
    while stage.forward(Duration::ZERO) {
        for size in SIZES {
            for language in [Language::English, Language::Chinese] {
                let text = drawn(&stage, language, size);
                assert!(!text.contains("bytecode-"), "{text}");
                assert!(text.lines().all(|line| line.width() <= usize::from(size.0)), "{text}");
                if size == SIZES[0] && language == Language::English && text.contains("has balance 0") {
                    found = true;
                    assert!(text.contains("LOAD balance"), "{text}");
                    assert!(text.contains("◆ another can come in here: 3 of 4"), "{text}");
                }
            }
        }
    }
    assert!(found, "a thread has something in hand");
}

#[test]
fn names_of_instructions_are_words() {
    assert_eq!(spaced("JumpUnlessInt { op: Less }"), "JUMP UNLESS INT");
    assert_eq!(spaced("ReturnClass"), "RETURN CLASS");
}
