//! What looks into objects that threads share is a step that the schedule can come between; what nobody else can know is none.

use std::sync::Arc;

use raddle::{
    compiler::compile,
    event::EventKind,
    host::{Session, Settings},
    ids::{StepIndex, TextId, ThreadId},
    source::SourceText,
    stdlib::Library,
};

/// A thread formats once while the main thread, which could change everything in it, is alive.
fn program(expression: &str) -> String {
    format!(
        "
import threading

class Box:
    pass

box = Box()
box.value = 1
items = [1, 2]
table = {{'key': items}}

def work(b, i, t):
    text = {expression}
    print(text)

thread = threading.Thread(target=work, args=(box, items, table))
thread.start()
box.value = 2
items.append(3)
table['other'] = 4
thread.join()
"
    )
}

/// The names of the shared variables that the thread read, in order.
fn read_by_thread(program: &str) -> Vec<String> {
    let source = Arc::new(SourceText::new("reads.py", program));
    let program = compile(&source, &Library).expect("the program is right");
    let mut session = Session::new(Arc::new(program), Settings::default());
    while session.forward() {}
    let history = session.history();
    let mut names = indexmap::IndexMap::new();
    let mut read = Vec::new();
    for event in (0..=history.tip().0).flat_map(|at| history.events(StepIndex(at))) {
        match event.kind {
            EventKind::VariableNamed { variable, name } => {
                names.insert(variable, text(history, name));
            }
            EventKind::Read { variable } if event.thread != ThreadId::MAIN => {
                read.push(names.get(&variable).cloned().unwrap_or_default());
            }
            _ => {}
        }
    }
    read
}

fn text(history: &raddle::trace::History, id: TextId) -> String {
    history.texts().get(id).to_owned()
}

#[test]
fn what_is_formatted_is_read_where_others_can_come_between() {
    let (value, items, table) = ("box.value", "items", "table");
    for (expression, read) in [
        ("f'{b.value}'", vec![value]),
        ("f'{i}'", vec![items]),
        ("f'{i!r:>10}'", vec![items]),
        ("format(i)", vec![items]),
        ("ascii(i)", vec![items]),
        ("'{0.value}'.format(b)", vec![value]),
        ("'{0.value} {x.value}'.format(b, x=b)", vec![value, value]),
        ("'{}'.format(i)", vec![items]),
        ("'{x}'.format(x=i)", vec![items]),
        ("'{0[key][0]}'.format(t)", vec![table, items]),
        ("'{key}'.format_map(t)", vec![table, items]),
        ("'%s' % i", vec![items]),
        ("'%s %s' % (i, 1)", vec![items]),
        ("'%(key)s' % t", vec![table, items]),
        ("'{}'.format(1)", vec![]),
    ] {
        assert_eq!(read_by_thread(&program(expression)), read, "{expression}");
    }
}

#[test]
fn attributes_that_only_init_sets_are_no_news() {
    let program = "import queue, threading
class Own(threading.Timer):
    def __init__(self):
        super().__init__(1, print)
        self.own = 1
    def run(self):
        self.count = self.own
        self.count += len(self.args)
thread = Own()
thread.start()
thread.join()
";
    assert_eq!(read_by_thread(program), ["thread.count"]);
}

#[test]
fn what_is_local_to_a_thread_is_no_news() {
    let program = "import threading
class Own(threading.local):
    def __init__(self, start, step=1):
        self.value, self.step = start, step
own = Own(3, step=2)
def work():
    own.value += own.step
    own.other = own.value
    print(own.other)
thread = threading.Thread(target=work)
thread.start()
own.value += 1
thread.join()
";
    assert_eq!(read_by_thread(program), [""; 0]);
}

#[test]
fn arguments_that_are_written_down_for_a_thread_are_its_own() {
    let begin =
        "import threading\nfrom threading import Thread as T, Timer\nclass Own(T): pass\ndef work(a, b=0): pass\n";
    for (thread, read) in [
        ("threading.Thread(target=work, args=[1], kwargs={'b': 2})", vec![]),
        ("T(None, work, 'name', [1], {'b': 2})", vec![]),
        ("threading.Timer(0, work, [1], {'b': 2})", vec![]),
        ("Timer(0, work, (1,))", vec![]),
        ("T(target=work, args=known)", vec!["known"]),
        ("T(target=work, args=(1,), kwargs=names)", vec!["names"]),
        ("Own(target=work, args=[1])", vec!["thread._args"]),
    ] {
        let program = format!(
            "{begin}known = [1]\nnames = {{'b': 2}}\nthread = {thread}\nthread.start()\nknown += [2]\nnames['b'] = 3\nthread.join()\n"
        );
        assert_eq!(read_by_thread(&program), read, "{thread}");
    }
}
