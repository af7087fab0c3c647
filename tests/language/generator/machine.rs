//! One program on the machine, cut into steps in every way.

use std::sync::Arc;

use raddle::{
    choice::{Choice, Unit, Way},
    compiler::compile,
    event::{End, Silence},
    machine::{Choosable, Machine},
    program::Program,
    source::SourceText,
    stdlib::Library,
};

use crate::generator::random::Random;

/// A way of cutting a run into steps: how far a step goes at most.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cut {
    pub unit: Unit,
    /// Instructions; `None` for the machine's own budget.
    pub budget: Option<u32>,
}

/// All the ways.
pub fn ways() -> Vec<Cut> {
    let units = [Unit::Operation, Unit::Line, Unit::Instruction];
    let budgets = [None, Some(1), Some(7), Some(100)];
    units.into_iter().flat_map(|unit| budgets.map(|budget| Cut { unit, budget })).collect()
}

/// Compiles a program.
///
/// # Errors
/// Why it is refused.
pub fn compiled(text: &str) -> Result<Arc<Program>, String> {
    let source = Arc::new(SourceText::new("fuzz.py", text));
    compile(&source, &Library).map(Arc::new).map_err(|problems| format!("{problems:#?}"))
}

/// More steps than any program takes, unless it computes for long in the smallest ones.
const MOST_STEPS: usize = 2_000_000;

/// What the program prints under a schedule that the seed decides, or why it does not end.
pub fn output(program: &Arc<Program>, way: Cut, seed: u64) -> String {
    let mut random = Random::new(seed);
    let mut machine = Machine::new(Arc::clone(program), 256 << 20);
    if let Some(budget) = way.budget {
        machine.set_budget(budget);
    }
    for _ in 0..MOST_STEPS {
        let all: Vec<Choosable> = machine.choosable().collect();
        if all.is_empty() {
            break;
        }
        let choice = match all[random.below(all.len())] {
            Choosable::Run(thread) => Choice::new(thread, Way::Run(way.unit)),
            option => option.choice(|| random.next()),
        };
        machine.step(choice, &mut Silence).expect("it was offered");
    }
    let output = machine.output().text(false);
    match machine.end() {
        Some(End::Finished) => output,
        Some(End::Failed) => {
            let errors = machine.output().text(true);
            format!("{output}uncaught: {}\n", errors.lines().last().unwrap_or_default().replacen(": ", " ", 1))
        }
        end => format!("{output}does not end: {end:?}, {:?}\n", machine.limit()),
    }
}
