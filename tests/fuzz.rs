//! Random programs print one thing: under `python3`, and on the machine in steps of every size under any schedule.
//!
//! A short fixed run is part of the suite. `RADDLE_FUZZ=100000 cargo test --release --test fuzz` tries so many programs;
//! `RADDLE_FUZZ_FROM=5000` begins with that number, and with `RADDLE_FUZZ=1` it shows one program again. `docs/TESTING.md`.

#[path = "fuzz/programs.rs"]
mod fuzz;

use std::fmt::Write as _;

use fuzz::{
    machine::{compiled, output, ways},
    program, python,
};

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Programs that one `python3` is given.
const TOGETHER: u64 = 200;

/// Differences that are shown in full.
const SHOWN: usize = 5;

/// The first line in which two outputs differ.
fn difference(expected: &str, got: &str) -> String {
    let same = expected.lines().zip(got.lines()).take_while(|(a, b)| a == b).count();
    let line = |text: &str| text.lines().nth(same).unwrap_or("(end)").to_owned();
    format!("line {}:\n  expected {}\n  got      {}", same + 1, line(expected), line(got))
}

#[test]
fn random_programs_print_what_cpython_prints_in_steps_of_any_size() {
    let (from, count) = (number("RADDLE_FUZZ_FROM", 0), number("RADDLE_FUZZ", 24));
    let mut wrong = Vec::new();
    let numbers: Vec<u64> = (from..from + count).collect();
    for numbers in numbers.chunks(TOGETHER as usize) {
        let programs: Vec<String> = numbers.iter().map(|&number| program(number)).collect();
        let expected = python::outputs(&programs);
        if expected.is_none() {
            println!("skipped the comparison with CPython: there is no python3 of version 3.11");
        }
        for (at, (&number, text)) in numbers.iter().zip(&programs).enumerate() {
            if let Err(difference) = check(text, expected.as_ref().map(|all| all[at].as_str()), number) {
                if count == 1 {
                    println!("{text}");
                }
                wrong.push(format!("program {number}: {difference}"));
            }
        }
    }
    let shown = wrong.iter().take(if count > 100 { usize::MAX } else { SHOWN }).fold(String::new(), |mut text, one| {
        let _ = writeln!(text, "{one}");
        text
    });
    assert!(
        wrong.is_empty(),
        "{} of {count} programs differ (RADDLE_FUZZ=1 RADDLE_FUZZ_FROM=N shows one):\n{shown}",
        wrong.len()
    );
}

/// Runs a program in every way, each under a schedule of its own.
fn check(text: &str, expected: Option<&str>, number: u64) -> Result<(), String> {
    let program = compiled(text)?;
    let mut expected = expected.map(str::to_owned);
    for (at, way) in ways().into_iter().enumerate() {
        let got = output(&program, way, number.wrapping_mul(31).wrapping_add(at as u64));
        let expected = expected.get_or_insert_with(|| got.clone());
        if got != *expected {
            return Err(format!("{way:?}: {}", difference(expected, &got)));
        }
    }
    Ok(())
}
