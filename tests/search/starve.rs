//! Threads that can be passed over for ever, and those that cannot.

use std::sync::Arc;

use raddle::{
    compiler::compile,
    event::Silence,
    explore::{Bounds, Search, Starved},
    machine::Machine,
    source::SourceText,
    stdlib::Library,
};

fn machine(text: &str) -> Machine {
    let source = Arc::new(SourceText::new("program.py", text));
    let program = compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}"));
    Machine::new(Arc::new(program), 1 << 30)
}

fn starved(text: &str) -> Vec<Starved> {
    let mut search = Search::new(machine(text), Bounds::default());
    search.advance(|| true);
    search.report(None, || true).starved
}

/// Two threads take a lock again and again, and one takes it once.
pub const GREEDY: &str = "import threading
lock = threading.Lock()
def greedy():
    while True:
        with lock:
            pass
def modest():
    with lock:
        pass
for name in ['ann', 'bob']:
    threading.Thread(target=greedy, name=name, daemon=True).start()
threading.Thread(target=modest, name='eve').start()
";

#[test]
fn whoever_wants_a_lock_that_others_take_in_turn_can_be_passed_over() {
    let found = starved(GREEDY);
    let eve = found.iter().find(|one| one.thread == "eve").expect("she can be passed over");
    assert_eq!((eve.line, eve.others.contains(&"ann".to_owned())), (8, true));
    // Once round is where it began, and she has not taken a step.
    let go = |machine: Machine, choices: &[raddle::choice::Choice]| {
        choices.iter().fold(machine, |mut machine, &choice| {
            machine.step(choice, &mut Silence).expect("it is possible");
            machine
        })
    };
    let before = go(machine(GREEDY), &eve.way);
    let after = go(before.clone(), &eve.round);
    assert_eq!(before.canonical_form(), after.canonical_form());
    let id = (0..before.thread_count()).map(raddle::ids::ThreadId::at).find(|&id| &*before.thread_name(id) == "eve");
    assert!(!eve.round.is_empty() && eve.round.iter().all(|choice| Some(choice.thread) != id));
}

#[test]
fn whoever_is_only_not_let_go_is_not_passed_over() {
    // A thread that looks again and again: others could go on all the time.
    let spins = "import threading
done = False
def work():
    global done
    done = True
threading.Thread(target=work).start()
while not done:
    pass
";
    assert_eq!(starved(spins), []);
    // Nobody goes round.
    let once = GREEDY.replace("while True", "for _ in range(1)").replace(", daemon=True", "");
    assert_eq!(starved(&once), []);
}
