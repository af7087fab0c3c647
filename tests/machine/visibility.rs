//! Every kind of operation of the language and the library on an object that threads share, and what a thread rests before
//! when it does that: one row a kind. What is no row here and touches shared memory all the same ends a debug build with
//! `hidden race` (`machine/run/gate.rs`), so that every other test hunts for the rest.

use std::sync::Arc;

use indexmap::IndexMap;
use raddle::{
    choice::Choice,
    compiler::compile,
    event::{EventKind, Silence, Target, Verb},
    host::{Session, Settings},
    ids::{ResourceId, StepIndex, ThreadId, VariableId},
    machine::{Deed, Machine, Place},
    source::SourceText,
    stdlib::Library,
};

/// What the threads share. The main thread writes whatever the rows look at, later.
const SHARED: &str = "
import random, threading, queue

class Base:
    shade = 0

class Box(Base):
    kind = 1
    def __init__(self):
        self.value = 1
        self.fixed = 2
    def look(self):
        return 3
    def __len__(self):
        return 1

class Odd:
    pass

class Row(list):
    pass

def plain():
    pass

def numbers():
    yield 1
    yield 2

box = Box()
odd = Odd()
plain.count = 0
items = [1, 2, 3]
matrix = [[1], [2]]
table = {'a': 1, 'b': items}
bag = {1, 2}
pair = (items, 5)
row = Row([1, 2])
word = 'abc'
error = ValueError('x')
error.hint = 1
steps = iter(items)
others = iter(matrix)
numbered = enumerate(items)
pairs = zip(steps, others)
made = numbers()
counter = 0
lock = threading.Lock()
event = threading.Event()
jobs = queue.Queue()
dice = random.Random(1)
other = threading.Thread(target=plain)

def work():
    global counter
    STATEMENT

def meddle():
    global counter
    counter = 1
    box.value = 2
    Box.kind = Base.shade = 2
    odd.new = 1
    plain.count = 1
    error.hint = 2
    other.name = 'x'
    other.daemon = True

worker = threading.Thread(target=work)
worker.start()
meddle()
for thing in items, matrix, row: thing.append(4)
table['c'] = bag.add(3)
worker.join()
";

/// What the thread rests before while it runs the statement: the verb and the name of what it is about.
fn rests(statement: &str) -> Vec<String> {
    let text = SHARED.replace("STATEMENT", statement);
    let source = Arc::new(SourceText::new("visible.py", text));
    let program = compile(&source, &Library).unwrap_or_else(|problems| panic!("{statement}: {problems:?}"));
    let mut session = Session::new(Arc::new(program), Settings { seed: 3, ..Settings::default() });
    while session.forward() {}
    let history = session.history();
    let mut names: IndexMap<VariableId, String> = IndexMap::new();
    let mut primitives: IndexMap<ResourceId, String> = IndexMap::new();
    let mut about = Vec::new();
    let text = |id| history.texts().get(id).to_owned();
    for event in (0..=history.tip().0).flat_map(|at| history.events(StepIndex(at))) {
        match event.kind {
            EventKind::VariableNamed { variable, name } => drop(names.insert(variable, text(name))),
            EventKind::ResourceNamed { resource, name } => drop(primitives.insert(resource, text(name))),
            EventKind::AboutTo { action } if event.thread == ThreadId(2) && action.verb != Verb::Exit => {
                about.push(action);
            }
            EventKind::ThreadFailed { exception } if event.thread == ThreadId(2) => {
                panic!("{statement}: {}", text(exception));
            }
            _ => {}
        }
    }
    let name = |target| match target {
        Target::Variable(variable) => names.get(&variable).cloned().unwrap_or_default(),
        Target::Resource(resource) => primitives.get(&resource).cloned().unwrap_or_default(),
        Target::Thread(thread) => format!("thread {}", thread.0),
        Target::None | Target::Duration(_) => String::new(),
    };
    let all = about.iter().map(|action| format!("{:?} {}", action.verb, name(action.target)).to_lowercase());
    all.map(|rest| rest.trim_end().to_owned()).collect()
}

/// Holds rows against what threads rest before.
fn check(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|&(statement, expected)| (statement, expected, rests(statement)))
        .filter(|(_, expected, got)| got != expected)
        .map(|(statement, expected, got)| format!("{statement}\n    expected {expected:?}\n    got      {got:?}"))
        .collect();
    assert!(wrong.is_empty(), "{} rows differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn variables() {
    check(&[
        ("counter", &["read counter"]),
        ("counter = 2", &["write counter"]),
        ("counter += 1", &["read counter", "write counter"]),
        ("local = 1; local += 1", &[]),
        ("box", &[]),
        ("word.upper()", &[]),
    ]);
}

#[test]
fn attributes() {
    check(&[
        ("box.value", &["read box.value"]),
        ("box.fixed", &[]),
        ("box.value = 3", &["write box.value"]),
        ("box.value += 3", &["read box.value", "write box.value"]),
        ("del box.value", &["write box.value"]),
        ("box.look()", &[]),
        ("box.kind", &["read box.kind"]),
        ("box.shade", &["read base.shade"]),
        ("Box.kind", &["read box.kind"]),
        ("Box.shade", &["read base.shade"]),
        ("Box.kind = 3", &["write box.kind"]),
        ("del Box.kind", &["write box.kind"]),
        ("plain.count", &["read plain.count"]),
        ("plain.count += 1", &["read plain.count", "write plain.count"]),
        ("error.hint", &["read error.hint"]),
        ("error.hint = 1", &["write error.hint"]),
        ("getattr(box, 'value')", &["read box.value"]),
        ("getattr(box, 'value', 0)", &["read box.value"]),
        ("hasattr(box, 'value')", &["read box.value"]),
        ("setattr(box, 'value', 1)", &["write box.value"]),
        ("delattr(box, 'value')", &["write box.value"]),
        ("object.__setattr__(box, 'value', 1)", &["write box.value"]),
        ("object.__getattribute__(box, 'value')", &["read box.value"]),
        ("vars(box)", &["write box.__dict__"]),
        ("box.__dict__", &["write box.__dict__"]),
        ("odd.__class__ = Odd", &["write odd.__class__"]),
        ("f'{box.value}'", &["read box.value"]),
        ("'{0.value}'.format(box)", &["read box.value"]),
        ("globals()['counter']", &["read counter"]),
        ("globals()['counter'] = 5", &["write counter"]),
    ]);
}

#[test]
fn lists() {
    check(&[
        ("items[0]", &["read items"]),
        ("items[-1]", &["read items"]),
        ("items[0:1]", &["read items"]),
        ("items[0] = 5", &["write items"]),
        ("items[0] += 5", &["read items", "write items"]),
        ("items[0:1] = [5]", &["write items"]),
        ("del items[0]", &["write items"]),
        ("items.append(1)", &["write items"]),
        ("items.extend([1])", &["write items"]),
        ("items.insert(0, 1)", &["write items"]),
        ("items.pop()", &["write items"]),
        ("items.remove(1)", &["write items"]),
        ("items.sort()", &["write items"]),
        ("items.reverse()", &["write items"]),
        ("items.clear()", &["write items"]),
        ("items.copy()", &["read items"]),
        ("items.index(1)", &["read items"]),
        ("items.count(1)", &["read items"]),
        ("row.append(1)", &["write row"]),
        ("row[0]", &["read row"]),
        ("len(items)", &["read items"]),
        ("len(matrix)", &["read matrix"]),
        ("sum(items)", &["read items"]),
        ("sorted(items)", &["read items"]),
        ("min(items)", &["read items"]),
        ("list(items)", &["read items"]),
        ("tuple(items)", &["read items"]),
        ("set(items)", &["read items"]),
        ("any(items)", &["read items"]),
        ("1 in items", &["read items"]),
        ("items == [1]", &["read items"]),
        ("items + [1]", &["read items"]),
        ("[1] + items", &["read items"]),
        ("items + row", &["read items"]),
        ("items * 2", &["read items"]),
        ("str(items)", &["read items"]),
        ("repr(pair)", &["read items"]),
        ("f'{items}'", &["read items"]),
        ("'%s' % items", &["read items"]),
        ("a, *b = items", &["read items"]),
        ("[*items]", &["read items"]),
        ("print(*items)", &["read items", "print"]),
        ("if items: pass", &["read items"]),
        ("not items", &["read items"]),
        ("for n in items: break", &["read items"]),
        ("[n for n in items[:1]]", &["read items"]),
        ("items is not None", &[]),
    ]);
}

#[test]
fn dicts_and_sets() {
    check(&[
        ("table['a']", &["read table"]),
        ("table['a'] = 2", &["write table"]),
        ("table['z'] = 2", &["write table"]),
        ("del table['a']", &["write table"]),
        ("table.get('a')", &["read table"]),
        ("table.pop('a')", &["write table"]),
        ("table.setdefault('a', 1)", &["write table"]),
        ("table.update(a=1)", &["write table"]),
        ("table.clear()", &["write table"]),
        ("table.keys()", &[]),
        ("list(table.items())", &["read table"]),
        ("'a' in table", &["read table"]),
        ("len(table)", &["read table"]),
        ("{**table}", &["read table"]),
        ("bag.add(7)", &["write bag"]),
        ("bag.discard(1)", &["write bag"]),
        ("b = bag; b |= {5}", &["write bag"]),
        ("bag | {5}", &["read bag"]),
        ("1 in bag", &["read bag"]),
        ("len(bag)", &["read bag"]),
    ]);
}

#[test]
fn iterators_and_generators() {
    check(&[
        ("next(steps)", &["write steps"]),
        ("steps.__next__()", &["write steps"]),
        ("for n in steps: break", &["write steps"]),
        ("next(made)", &["write made", "write made"]),
        ("made.send(None)", &["write made", "write made"]),
        ("made.close()", &["write made"]),
        ("for n in made: break", &["write made", "write made"]),
        ("next(zip(steps, others))", &["write steps", "write others"]),
        ("next(map(lambda a, b: a, steps, others))", &["write steps", "write others"]),
        ("next(enumerate(steps))", &["write steps"]),
        ("next(pairs)", &["write steps", "write others"]),
        ("next(numbered)", &["write numbered"]),
    ]);
}

/// A property that comes to stand on a class goes before what its objects have of their own: who reads or writes that looks
/// at the class, too.
#[test]
fn a_property_put_on_a_class_is_in_the_way_of_its_objects() {
    for (statement, deed) in [("box.value", Deed::Pass), ("box.value = 2", Deed::Pass)] {
        let text = format!(
            "import threading\n\nclass Box:\n    pass\n\nbox = Box()\nbox.value = 1\n\ndef look():\n    {statement}\n\n\
             worker = threading.Thread(target=look)\nworker.start()\nBox.value = property(lambda self: 7)\n"
        );
        let source = Arc::new(SourceText::new("descriptor.py", text));
        let program = compile(&source, &Library).unwrap_or_else(|problems| panic!("{problems:?}"));
        let mut machine = Machine::new(Arc::new(program), usize::MAX);
        while machine.alive() < 2 {
            machine.step(Choice::run(ThreadId::MAIN), &mut Silence).expect("the main thread can go on");
        }
        let waits = |machine: &Machine, thread| machine.pending_footprint(thread).accesses().next().is_some();
        while !waits(&machine, ThreadId::MAIN) {
            machine.step(Choice::run(ThreadId::MAIN), &mut Silence).expect("the main thread can go on");
        }
        let [put, used] = [ThreadId::MAIN, ThreadId(1)].map(|thread| machine.pending_footprint(thread));
        assert!(put.conflicts(&used), "{statement}: {put:?} and {used:?}");
        let on_class = used.accesses().find(|access| matches!(access.place, Place::ClassAttribute(..)));
        assert_eq!(on_class.map(|access| access.deed), Some(deed), "{statement}");
    }
}

#[test]
fn the_library() {
    check(&[
        ("print(1)", &["print"]),
        ("lock.locked()", &["inspect lock"]),
        ("lock.acquire()", &["acquire lock"]),
        ("event.is_set()", &["inspect event"]),
        ("event.set()", &["set event"]),
        ("jobs.qsize()", &["inspect jobs"]),
        ("jobs.put(1)", &["put jobs"]),
        ("jobs.queue.clear()", &["write jobs"]),
        ("other.name", &["inspect thread 1"]),
        ("other.name = 'y'", &["write thread 1"]),
        ("other.setName('y')", &["write thread 1"]),
        ("other.daemon", &["inspect thread 1"]),
        ("other.is_alive()", &["inspect thread 1"]),
        ("threading.active_count()", &["inspect"]),
        ("random.random()", &["draw"]),
    ]);
}

#[test]
fn a_method_is_looked_up_before_its_arguments_are_evaluated() {
    check(&[
        ("box.value.__add__(counter)", &["read box.value", "read counter"]),
        ("odd.new = print; odd.new(counter)", &["write odd.new", "read odd.new", "read counter", "print"]),
        ("items.append(counter)", &["read counter", "write items"]),
    ]);
}
