//! Random numbers are choices: the machine says below which number it wants one, and goes on with the one it is given.

use std::sync::Arc;

use raddle::{
    choice::{Choice, Way},
    compiler::compile,
    event::Silence,
    ids::ThreadId,
    machine::Machine,
    source::SourceText,
    stdlib::Library,
};

const MEMORY: usize = 64 << 20;

/// Runs the program, which has one thread, with these draws; returns what it asked for and what it printed.
fn drawn(text: &str, draws: &[u64]) -> (Vec<u64>, String) {
    let program = compile(&Arc::new(SourceText::new("draw.py", text)), &Library).expect("the program compiles");
    let mut machine = Machine::new(Arc::new(program), MEMORY);
    let mut asked = Vec::new();
    let mut draws = draws.iter();
    while machine.end().is_none() {
        let choice = match machine.draw_limit(ThreadId::MAIN) {
            Some(limit) => {
                asked.push(limit);
                let number = draws.next().copied().expect("a draw for each");
                Choice::new(ThreadId::MAIN, Way::Draw(number))
            }
            None => Choice::run(ThreadId::MAIN),
        };
        machine.step(choice, &mut Silence).expect("the main thread can go on");
    }
    (asked, machine.output().text(false))
}

#[test]
fn a_die_shows_what_is_chosen() {
    let text = "import random\nprint(random.randint(1, 6))\n";
    for face in 0..6 {
        assert_eq!(drawn(text, &[face]), (vec![6], format!("{}\n", face + 1)));
    }
    assert_eq!(drawn(text, &[6 + 2]).1, "3\n", "a number that is too large is taken modulo the limit");
}

#[test]
fn a_shuffle_is_a_draw_for_each_place() {
    let text = "import random\nx = [0, 1, 2]\nrandom.shuffle(x)\nprint(x)\n";
    let mut orders: Vec<String> = Vec::new();
    for (first, second) in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)] {
        let (asked, order) = drawn(text, &[first, second]);
        assert_eq!(asked, [3, 2]);
        orders.push(order);
    }
    orders.sort();
    orders.dedup();
    assert_eq!(orders.len(), 6, "each order of three comes of other draws");
}

#[test]
fn a_fraction_has_no_limit_and_a_seeded_generator_asks_for_nothing() {
    let text = "import random\nprint(random.random())\nrandom.seed(1)\nprint(random.random(), random.randint(1, 6))\n";
    assert_eq!(drawn(text, &[1 << 63]), (vec![0], "0.5\n0.13436424411240122 1\n".to_owned()));
}
