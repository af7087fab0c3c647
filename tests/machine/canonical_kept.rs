//! What a machine keeps of how its parts read, for its canonical key: it is what they say now, whoever has asked before.

use std::sync::Arc;

use raddle::{
    choice::Choice,
    event::Silence,
    machine::{Choosable, Machine},
    program::Program,
};

use crate::support;

/// Things that a part cannot say alone: where an iterator over a dict stands, identities, thread-locals, the order of
/// threads that began late.
const MIXED: &str = "\
import threading, queue
lock = threading.Lock()
seen = {1: 'a', 2: 'b', 3: 'c'}
ahead = iter(seen)
things = [object(), object()]
known = set()
own = threading.local()
jobs = queue.Queue()

def late(n):
    own.n = n
    with lock:
        known.add(things[n])
        jobs.put(own.n)

def early():
    next(ahead)
    del seen[1]
    ts = [threading.Thread(target=late, args=(n,)) for n in range(2)]
    with lock:
        for t in ts:
            t.start()
    for t in ts:
        t.join()

t = threading.Thread(target=early)
t.start()
t.join()
assert jobs.get() + jobs.get() == 1
";

const COUNTER: &str = "\
import threading
n = 0

def work():
    global n
    for _ in range(3):
        n += 1

ts = [threading.Thread(target=work) for _ in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
";

fn silent(program: &Arc<Program>) -> Machine {
    let mut machine = Machine::new(Arc::clone(program), 64 << 20);
    machine.set_silent(true);
    machine
}

fn step(machine: &mut Machine, choice: Choice) {
    machine.step(choice, &mut Silence).expect("it was offered");
}

/// One of the choices, another one each time.
fn choice(machine: &Machine, number: &mut u32) -> Option<Choice> {
    let options: Vec<Choosable> = machine.choosable().collect();
    *number = number.wrapping_mul(1_103_515_245).wrapping_add(12_345);
    let at = (*number >> 16) as usize % options.len().max(1);
    options.get(at).map(|option| option.choice(|| 0))
}

#[test]
fn a_machine_that_was_asked_after_each_step_has_the_key_of_one_that_never_was() {
    for text in [MIXED, COUNTER] {
        let program = support::compiled_text("test.py", text).expect("it is in the language");
        for seed in 1..4 {
            let (mut asked, mut taken, mut number) = (silent(&program), Vec::new(), seed);
            while let Some(choice) = choice(&asked, &mut number) {
                // A copy goes another way, and leaves what it kept beside the parts that both have.
                if let Some(&other) = taken.last().filter(|&&other| asked.is_possible(other)) {
                    let mut copy = asked.clone();
                    step(&mut copy, other);
                    let _ = copy.canonical_key();
                }
                step(&mut asked, choice);
                taken.push(choice);
                let key = asked.canonical_key();
                if taken.len() % 3 == 0 {
                    let mut never = silent(&program);
                    taken.iter().for_each(|&choice| step(&mut never, choice));
                    assert_eq!(never.canonical_key(), key, "after {} steps of seed {seed}:\n{text}", taken.len());
                }
            }
            assert!(asked.end().is_some(), "{text}");
        }
    }
}
