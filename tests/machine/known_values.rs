//! Every variable of which something is shown has a value: what the program has set is known from the first moment on.

use std::sync::Arc;

use raddle::{
    host::{Session, Settings},
    ids::StepIndex,
    scenario::Catalogue,
    scene::Playback,
    source::SourceText,
    stdlib::Library,
    telling::Names,
};

/// A whole run.
fn run(source: &Arc<SourceText>) -> Session {
    let program = raddle::compiler::compile(source, &Library).expect("it compiles");
    let mut session = Session::new(Arc::new(program), Settings::default());
    while session.forward() {}
    session
}

/// The variables without a value that are shown at some step of a run.
fn unknown(source: &Arc<SourceText>) -> Vec<String> {
    let session = run(source);
    let mut playback = Playback::default();
    let mut found = Vec::new();
    for step in (0..=session.history().tip().0).map(StepIndex) {
        let scene = playback.at(session.history(), step);
        let names = Names::new(scene, session.history().texts());
        let shown = scene.known_variables().filter(|&id| scene.variable(id).is_some_and(|view| view.value.is_none()));
        found.extend(shown.map(|id| names.variable(id).to_owned()));
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn no_scenario_shows_a_variable_without_its_value() {
    let catalogue = Catalogue::embedded();
    for scenario in catalogue.scenarios() {
        assert_eq!(unknown(&scenario.source), Vec::<String>::new(), "{}", scenario.id);
    }
}

#[test]
fn whatever_it_is_that_threads_share_its_value_is_known() {
    let text = "\
import threading

class Account:
    limit = 5

    def __init__(self):
        self.balance = 0
        self.lock = threading.Lock()

class Node:
    def __init__(self):
        self.next = None

account = Account()
accounts = [account]
locks = {'a': threading.Lock()}
names = ['x', 'y']
empty = None
pair = (1, 2)
node = Node()
squares = (n * n for n in range(9))
left = iter(names)
threads = []

def helper():
    return account

def outer():
    count = 0

    def work():
        nonlocal count
        global node
        count += pair[0]
        with account.lock:
            account.balance += Account.limit
        with locks['a']:
            accounts[0].balance += len(names)
        node.next = Node()
        node = node.next
        if empty is None:
            next(squares)
            next(left, None)
        helper()

    for i in range(2):
        threads.append(threading.Thread(target=work))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(count)


outer()
";
    assert_eq!(unknown(&Arc::new(SourceText::new("shared.py", text))), Vec::<String>::new());
}

#[test]
fn no_variable_keeps_a_value_that_it_does_not_have_any_more() {
    let text = "\
import threading

class Box:
    pass

box = None
count = 0


def fill():
    global box
    box = Box()


threads = [threading.Thread(target=fill), threading.Thread(target=lambda: print(box))]
for thread in threads:
    thread.start()
";
    let session = run(&Arc::new(SourceText::new("box.py", text)));
    let mut playback = Playback::default();
    let scene = playback.at(session.history(), session.history().tip());
    let names = Names::new(scene, session.history().texts());
    let id = scene.known_variables().find(|&id| names.variable(id) == "box").expect("it is shown");
    let value = scene.variable(id).and_then(|view| view.value).map(|value| names.value(value).into_owned());
    assert_eq!(value.as_deref(), Some("<Box>"));
}
