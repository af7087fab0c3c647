//! What the program's primitives and shared variables are called: the best name that the text gives, from the step on in
//! which they are made.

use std::sync::Arc;

use raddle::{
    compiler::compile,
    event::EventKind,
    host::{Session, Settings},
    ids::StepIndex,
    source::SourceText,
    stdlib::Library,
};

/// The names that a run gives to primitives, in the order of their making, after the step that made each; then those at its end.
fn names(text: &str) -> (Vec<String>, Vec<String>) {
    let source = Arc::new(SourceText::new("program.py", text));
    let program = Arc::new(compile(&source, &Library).expect("the program compiles"));
    let mut session = Session::new(program, Settings::default());
    while session.forward() {}
    let history = session.history();
    let text = |id| history.texts().get(id).to_owned();
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for step in 0..=history.tip().0 {
        let before = first.len();
        for event in history.events(StepIndex(step)) {
            match event.kind {
                EventKind::ResourceCreated { .. } => {
                    first.push(String::new());
                    last.push(String::new());
                }
                EventKind::ResourceNamed { resource, name } => {
                    last[resource.index()] = text(name);
                    if resource.index() >= before {
                        first[resource.index()] = text(name);
                    }
                }
                _ => {}
            }
        }
    }
    (first, last)
}

/// The names of shared variables.
fn variables(text: &str) -> Vec<String> {
    let source = Arc::new(SourceText::new("program.py", text));
    let program = Arc::new(compile(&source, &Library).expect("the program compiles"));
    let mut session = Session::new(program, Settings::default());
    while session.forward() {}
    let history = session.history();
    let events = (0..=history.tip().0).flat_map(|step| history.events(StepIndex(step)));
    let named = events.filter_map(|event| match event.kind {
        EventKind::VariableNamed { name, .. } => Some(history.texts().get(name).to_owned()),
        _ => None,
    });
    named.collect()
}

#[test]
fn primitives_have_the_best_name_that_the_program_gives_from_the_first_step_on() {
    let rows: &[(&str, &[&str])] = &[
        ("a, b = threading.Lock(), threading.Lock()\n", &["a", "b"]),
        ("[a, (b, c)] = [threading.Lock(), (threading.Lock(), threading.Event())]\n", &["a", "b", "c"]),
        (
            "bells, keys = {}, []\nfor floor in ('attic', 'cellar'):\n    bells[floor] = threading.Event()\n    keys.append(threading.Lock())\n",
            &["bells['attic']", "keys[0]", "bells['cellar']", "keys[1]"],
        ),
        ("forks = [threading.Lock() for _ in range(2)]\n", &["forks[0]", "forks[1]"]),
        (
            "def make():\n    lock = threading.Lock()\n    return lock\nlocks = []\nfor _ in range(2): locks.append(make())\n",
            &["locks[0]", "locks[1]"],
        ),
        (
            "class Account:\n    def __init__(self): self.lock = threading.Lock()\naccounts = []\nfor _ in range(2): accounts.append(Account())\n",
            &["accounts[0].lock", "accounts[1].lock"],
        ),
        (
            "class Line:\n    def __init__(self): self.doors = {'in': threading.Lock()}\nclass Works:\n    def __init__(self): self.line = Line()\nclass Town:\n    def __init__(self): self.works = Works()\ntown = Town()\n",
            &["town.works.line.doors['in']"],
        ),
        (
            "def main():\n    first, second = threading.Lock(), threading.Lock()\n    print(first is second)\nmain()\n",
            &["first", "second"],
        ),
        (
            "def work(door, key=None): print(door.locked())\nt = threading.Thread(target=work, args=(threading.Lock(),))\nt.start()\nt.join()\n",
            &["door"],
        ),
    ];
    for (text, expected) in rows {
        let (first, last) = names(&format!("import threading\n{text}"));
        assert_eq!(last, *expected, "{text}");
        if !text.contains("args=") {
            assert_eq!(first, *expected, "{text}");
        }
    }
}

#[test]
fn attributes_of_objects_without_a_name_of_their_own_are_known_by_the_way_to_them() {
    let text = "import threading
class Guest:
    def __init__(self): self.hungry = True
    def eat(self): self.hungry = False
guests = []
for _ in range(2): guests.append(Guest())
team = [threading.Thread(target=guest.eat) for guest in guests]
for t in team: t.start()
for t in team: t.join()
";
    assert_eq!(variables(text), ["guests[0].hungry", "guests[1].hungry"]);
}

#[test]
fn what_makes_taking_a_line_of_the_input_a_step_is_called_stdin() {
    let text = "import threading
def ask():
    try: input()
    except EOFError: pass
team = [threading.Thread(target=ask) for _ in range(2)]
for t in team: t.start()
for t in team: t.join()
";
    assert_eq!(variables(text), ["stdin"]);
}
