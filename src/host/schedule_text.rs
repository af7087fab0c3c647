//! A schedule as a short text, to be put on a slide or into a chat: `rd1-3fa9c17e-8:2.3:1e.12`.
//!
//! `rd1` is its version; then comes the beginning of a digest of the program's text, and what differs from the schedule in which
//! a thread goes on for as long as it can, and then the first one that can. A part `8:2` says that thread 2 goes on after
//! eight steps of that schedule, `8:2e` that its time is over, `8:2w` that it wakes for nothing, `8:2d5` that it is given the
//! random number 5; a last part without a choice is so many steps more.

use crate::{
    choice::{Choice, Unit, Way},
    event::Silence,
    ids::ThreadId,
    machine::{Choosable, Machine},
    text::digest::sha512,
};

/// How such a text begins.
pub const MARK: &str = "rd1-";

/// Bytes of the digest.
const DIGEST: usize = 4;

/// Longer schedules are not made of so short a text.
const MOST_STEPS: u64 = 10_000_000;

/// A text that is no schedule of the program.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotASchedule {
    /// It does not begin with the mark of a version that is known.
    #[error("the schedule `{0}` does not begin with `rd1-`")]
    Version(String),
    /// It was made for a program with another text.
    #[error("the schedule was made for another program, or for another version of this one")]
    OtherProgram,
    /// A part of it cannot be read.
    #[error("`{0}` is no part of a schedule: write STEPS:THREAD, perhaps followed by `e`, `w` or `dNUMBER`")]
    Part(String),
    /// A choice is not possible where it is to be made; with other parameters it may be.
    #[error("step {step} of the schedule is not possible: {choice}")]
    NotPossible {
        /// The step, from 1.
        step: u64,
        /// What was to be chosen.
        choice: Choice,
    },
}

/// The choices as a text; none for those that are finer than operations, that have readings of a clock, or that the machine
/// does not offer.
#[must_use]
pub fn write(start: &Machine, choices: &[Choice]) -> Option<String> {
    let mut machine = start.clone();
    let mut parts: Vec<String> = Vec::new();
    let (mut usual, mut last) = (0_u64, None);
    for &choice in choices {
        if usual_choice(&machine, last) == Some(choice) {
            usual += 1;
        } else {
            parts.push(format!("{usual}:{}", word(choice)?));
            usual = 0;
        }
        machine.step(choice, &mut Silence).ok()?;
        last = Some(choice.thread);
    }
    if usual > 0 {
        parts.push(usual.to_string());
    }
    Some(format!("{MARK}{}-{}", digest(start), parts.join(".")))
}

/// The choices that a text stands for, for the program that the machine is at the start of.
///
/// # Errors
/// What is wrong with it.
pub fn read(start: &Machine, text: &str) -> Result<Vec<Choice>, NotASchedule> {
    let rest = text.strip_prefix(MARK).ok_or_else(|| NotASchedule::Version(text.chars().take(20).collect()))?;
    let (of, body) = rest.split_once('-').ok_or(NotASchedule::OtherProgram)?;
    if of != digest(start) {
        return Err(NotASchedule::OtherProgram);
    }
    let mut machine = start.clone();
    let mut choices: Vec<Choice> = Vec::new();
    for part in body.split('.').filter(|part| !part.is_empty()) {
        let wrong = || NotASchedule::Part(part.chars().take(40).collect());
        let (usual, word) = part.split_once(':').map_or((part, None), |(usual, word)| (usual, Some(word)));
        let usual: u64 = usual.parse().ok().filter(|&usual| usual <= MOST_STEPS).ok_or_else(wrong)?;
        for _ in 0..usual {
            let last = choices.last().map(|choice| choice.thread);
            let Some(choice) = usual_choice(&machine, last) else { return Err(wrong()) };
            take(&mut machine, choice, &mut choices)?;
        }
        if let Some(word) = word {
            take(&mut machine, choice_of(word).ok_or_else(wrong)?, &mut choices)?;
        }
    }
    Ok(choices)
}

fn take(machine: &mut Machine, choice: Choice, choices: &mut Vec<Choice>) -> Result<(), NotASchedule> {
    let step = choices.len() as u64 + 1;
    machine.step(choice, &mut Silence).map_err(|_| NotASchedule::NotPossible { step, choice })?;
    choices.push(choice);
    Ok(())
}

/// What is chosen where nothing is said: the thread that went last if it can go on, else the first that can, else the first
/// whose time can be over.
pub(super) fn usual_choice(machine: &Machine, last: Option<ThreadId>) -> Option<Choice> {
    let runs = |option: &Choosable| !matches!(option, Choosable::Expire(..));
    let own = last.and_then(|last| machine.option_of(last)).filter(runs);
    let option = own.or_else(|| machine.choosable().find(runs)).or_else(|| machine.choosable().next())?;
    Some(option.choice(|| 0))
}

fn word(choice: Choice) -> Option<String> {
    let thread = choice.thread.0;
    match choice.way {
        _ if choice.reading.is_some() => None,
        Way::Run(Unit::Operation) => Some(thread.to_string()),
        Way::Run(_) => None,
        Way::Expire => Some(format!("{thread}e")),
        Way::Wake => Some(format!("{thread}w")),
        Way::Draw(number) => Some(format!("{thread}d{number}")),
    }
}

fn choice_of(word: &str) -> Option<Choice> {
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (thread, rest) = word.split_at(digits);
    let thread = ThreadId(thread.parse().ok()?);
    match rest {
        "" => Some(Choice::run(thread)),
        "e" => Some(Choice::expire(thread)),
        "w" => Some(Choice::new(thread, Way::Wake)),
        drawn => Some(Choice::new(thread, Way::Draw(drawn.strip_prefix('d')?.parse().ok()?))),
    }
}

/// The beginning of the digest of the program's text.
fn digest(machine: &Machine) -> String {
    let text = machine.program().text.text().as_bytes();
    sha512(text).iter().take(DIGEST).fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{compiler::compile, machine::Rules, source::SourceText, stdlib::Library};

    const TEXT: &str = "import random, threading, time\nlock = threading.Lock()\ndef work():\n    with lock:\n        time.sleep(1)\n    \
                        print(random.randint(1, 6))\nts = [threading.Thread(target=work) for _ in range(2)]\nfor t in ts:\n    t.start()\n";

    fn machine(text: &str) -> Machine {
        let source = Arc::new(SourceText::new("program.py", text));
        Machine::new(Arc::new(compile(&source, &Library).expect("it compiles")), 1 << 30)
    }

    /// A run that takes the last way that there is.
    fn choices(mut machine: Machine) -> Vec<Choice> {
        let mut choices = Vec::new();
        while let Some(option) = machine.choosable().last() {
            let choice = option.choice(|| 3);
            machine.step(choice, &mut Silence).expect("it was offered");
            choices.push(choice);
        }
        choices
    }

    #[test]
    fn a_schedule_is_read_as_it_was_written_and_is_short() {
        let start = machine(TEXT);
        let choices = choices(start.clone());
        let text = write(&start, &choices).expect("it is one of operations");
        assert_eq!(read(&start, &text), Ok(choices.clone()));
        let words: usize = choices.iter().map(|choice| choice.to_string().len() + 1).sum();
        assert!(text.len() < words + 13, "{text}");
        assert!(text.contains('e') && text.contains("d3"), "{text}");
    }

    #[test]
    fn waking_for_nothing_is_part_of_a_schedule() {
        let waits = "import threading\nc = threading.Condition()\nwith c:\n    c.wait()\nprint(1)\n";
        let start = machine(waits).under(Rules { spurious: true, ..Rules::default() });
        let mut waiting = start.clone();
        let mut way = Vec::new();
        loop {
            let option = waiting.choosable().chain(waiting.wakeable()).next();
            let Some(choice) = option.map(|option| option.choice(|| 0)) else { break };
            waiting.step(choice, &mut Silence).expect("it was offered");
            way.push(choice);
        }
        let text = write(&start, &way).expect("it is one of operations");
        assert!(text.contains("0w"), "{text}");
        assert_eq!(read(&start, &text), Ok(way));
    }

    #[test]
    fn the_usual_schedule_takes_no_more_than_its_length() {
        let start = machine("print(1)\nprint(2)\n");
        let text = write(&start, &choices(start.clone())).expect("it is one of operations");
        assert!(text.starts_with(MARK) && text.len() <= 15, "{text}");
    }

    #[test]
    fn what_is_wrong_with_a_text_is_said() {
        let start = machine(TEXT);
        let good = write(&start, &[]).expect("it is empty");
        assert!(matches!(read(&start, "dk9-1"), Err(NotASchedule::Version(_))));
        assert_eq!(read(&machine("print(1)\n"), &good), Err(NotASchedule::OtherProgram));
        assert!(matches!(read(&start, &format!("{good}x:1")), Err(NotASchedule::Part(_))));
        assert!(matches!(read(&start, &format!("{good}99999999999")), Err(NotASchedule::Part(_))));
        assert!(matches!(read(&start, &format!("{good}0:7")), Err(NotASchedule::NotPossible { step: 1, .. })));
    }
}
