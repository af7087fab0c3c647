//! Random programs print one thing: under `python3`, and on the machine in steps of every size under any schedule.
//!
//! A short fixed run is part of the suite. `RADDLE_FUZZ=100000 cargo test --release --test language fuzz` tries so many programs;
//! `RADDLE_FUZZ_FROM=5000` begins with that number, and with `RADDLE_FUZZ=1` it shows one program again. `docs/TESTING.md`.

use std::fmt::Write as _;

use crate::generator::{
    machine::{compiled, output, ways},
    program, python,
};
use crate::support;

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

/// Ways of cutting that each program of the suite is tried in, others for others; `RADDLE_WAYS=11` tries all.
const WAYS_EACH: u64 = 1;

#[test]
fn every_test_program_prints_the_same_in_steps_of_any_size() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
    let each = number("RADDLE_WAYS", WAYS_EACH) as usize;
    let ways = ways();
    let mut wrong = Vec::new();
    for (at, path) in support::python_files(&folder).into_iter().enumerate() {
        let text = std::fs::read_to_string(&path).expect("a test program can be read");
        // What the clock says depends on how long steps are.
        if text.contains("import time") || text.contains("from time") {
            continue;
        }
        let Ok(program) = compiled(&text) else { continue };
        let expected = output(&program, ways[0], 0);
        for way in (0..each.min(ways.len() - 1)).map(|n| ways[1 + (at + n * 5) % (ways.len() - 1)]) {
            let got = output(&program, way, 0);
            // One that computes for long is looked at for a while.
            let cut = got.strip_suffix("does not end: None, None\n").filter(|_| way.budget == Some(1));
            if got != expected && !cut.is_some_and(|so_far| expected.starts_with(so_far)) {
                wrong.push(format!("{} by {way:?}: {}", path.display(), difference(&expected, &got)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
