//! Random programs, and what they print: on the machine in every way of cutting a run into steps, and under `python3`.
//!
//! The programs are made from a number alone, so that one that differs is found again by its number. Nothing in them is
//! left to chance at run time: whatever the schedule, they print one thing.

pub mod expressions;
pub mod machine;
pub mod python;
pub mod random;
pub mod statements;
pub mod threads;

use random::Random;

/// The program of this number: most are sequential, some have threads.
pub fn program(number: u64) -> String {
    let mut random = Random::new(number);
    if random.chance(30) { threads::program(&mut random) } else { statements::program(&mut random) }
}
