//! The map of a small program, and the way to a goal on it, against a walk that knows no states.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
};

use raddle::{
    choice::Choice,
    compiler::compile,
    event::Silence,
    explore::{Goal, Kind, MapBounds, MapId, StateMap},
    ids::ThreadId,
    machine::{Machine, Status},
    source::SourceText,
    stdlib::Library,
};

const MEMORY: usize = 1 << 30;
const BOUNDS: MapBounds = MapBounds { most: 100_000, tells_threads: false };

fn machine(text: &str) -> Machine {
    let source = Arc::new(SourceText::new("program.py", text));
    let program = compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}"));
    Machine::new(Arc::new(program), MEMORY)
}

fn map(text: &str, goal: Option<Goal>) -> StateMap {
    let mut map = StateMap::new(machine(text), goal, BOUNDS);
    while map.advance(|| false) {}
    assert!(map.is_whole(), "{} states", map.states().len());
    map
}

/// Every way on of a machine, for programs that draw no numbers.
fn ways(machine: &Machine) -> Vec<Choice> {
    machine.choosable().map(|option| option.choice(|| 0)).collect()
}

fn after(machine: &Machine, choice: Choice) -> Machine {
    let mut next = machine.clone();
    next.step(choice, &mut Silence).expect("it was offered");
    next
}

/// The fewest steps to a machine that is such: every run of that many steps is taken, whatever state it comes to.
fn fewest(start: &Machine, most: u32, is_such: &impl Fn(&Machine) -> bool) -> Option<u32> {
    (0..=most).find(|&steps| within(start, steps, is_such))
}

fn within(machine: &Machine, steps: u32, is_such: &impl Fn(&Machine) -> bool) -> bool {
    is_such(machine)
        || steps > 0 && ways(machine).into_iter().any(|way| within(&after(machine, way), steps - 1, is_such))
}

const DEADLOCK: &str = "import threading
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        with b:
            pass
def other():
    with b:
        with a:
            pass
threading.Thread(target=one).start()
threading.Thread(target=other).start()
";

#[test]
fn there_is_a_state_for_each_machine_that_can_be_come_to_and_a_way_for_each_step() {
    let map = map(DEADLOCK, None);
    let mut start = machine(DEADLOCK);
    start.set_silent(true);
    start.hold_clock();
    let mut seen = BTreeSet::from([start.canonical_form()]);
    let mut open = VecDeque::from([start]);
    let mut steps = 0;
    while let Some(machine) = open.pop_front() {
        for way in ways(&machine) {
            steps += 1;
            let next = after(&machine, way);
            if seen.insert(next.canonical_form()) {
                open.push_back(next);
            }
        }
    }
    assert_eq!((map.states().len(), map.steps()), (seen.len(), steps));
    let ends: BTreeSet<Kind> = map.ends().map(|end| end.kind).collect();
    assert_eq!(ends, BTreeSet::from([Kind::Deadlock, Kind::Finished]));
}

#[test]
fn the_way_to_a_deadlock_has_the_fewest_steps_and_closes_the_circle() {
    let map = map(DEADLOCK, Some(Goal::End(Kind::Deadlock)));
    let way = map.way().expect("it can lock up");
    let start = machine(DEADLOCK);
    let closes = |machine: &Machine| machine.deadlocks().next().is_some();
    assert_eq!(Some(way.len() as u32), fewest(&start, way.len() as u32, &closes));
    let end = way.iter().fold(start, |machine, &choice| after(&machine, choice));
    assert!(closes(&end), "the way leads there");
    assert_eq!(map.distance(MapId(0)), Some(way.len() as u32));
}

#[test]
fn from_behind_the_wrong_choice_the_goal_is_not_reached_any_more() {
    let map = map(DEADLOCK, Some(Goal::End(Kind::Deadlock)));
    // The first thread is begun and goes through both blocks before the other one is made.
    let mut choices = Vec::new();
    let mut machine = map.machine(&[]).expect("there is a beginning");
    while let Some(way) = ways(&machine).into_iter().max_by_key(|way| way.thread) {
        choices.push(way);
        machine = after(&machine, way);
        if machine.thread_count() > 1 && machine.status(ThreadId(1)) == Status::Finished {
            break;
        }
    }
    let machine = map.machine(&choices).expect("they were possible");
    let state = map.find(&machine).expect("it is on the map");
    assert_eq!((map.distance(state), map.way_from(&machine)), (None, None));
    assert!(map.states()[state.index()].end.is_none(), "it goes on, but not there");
}

const BOTH_IN: &str = "import threading
LOCK
inside = 0
def visit():
    global inside
    inside += 1
    inside -= 1
def work():
    BEFORE
        visit()
for _ in range(2):
    threading.Thread(target=work).start()
";

#[test]
fn two_threads_meet_inside_unless_a_lock_keeps_one_outside() {
    let open = BOTH_IN.replace("LOCK", "").replace("BEFORE", "if True:");
    let locked = BOTH_IN.replace("LOCK", "door = threading.Lock()").replace("BEFORE", "with door:");
    for part in ["visit", "inside -= 1"] {
        let goal = Goal::Inside { part: part.to_owned(), threads: 2 };
        let way = map(&open, Some(goal.clone())).way().expect("nobody keeps them out");
        let reached = |machine: &Machine| goal.is_reached(machine);
        assert_eq!(Some(way.len() as u32), fewest(&machine(&open), way.len() as u32, &reached), "{part}");
        assert_eq!(map(&locked, Some(goal)).way(), None, "{part}");
    }
}

#[test]
fn an_output_is_a_goal_and_so_is_a_result_that_is_not_the_right_one() {
    let words = "import threading
def say(word):
    print(word)
    print(word)
a = threading.Thread(target=say, args=('a',))
b = threading.Thread(target=say, args=('b',))
a.start()
b.start()
";
    for (text, is_possible) in [("b\nb\na\na\n", true), ("a\nb\na\nb\n", true), ("a\na\na\n", false)] {
        let way = map(words, Some(Goal::Prints(text.to_owned()))).way();
        assert_eq!(way.is_some(), is_possible, "{text:?}");
        let start = machine(words);
        let end = way.into_iter().flatten().fold(start, |machine, choice| after(&machine, choice));
        assert_eq!(end.output().text(false).contains(text), is_possible);
    }
    let update = "import threading
x = 0
def pay():
    global x
    x += 1
ts = [threading.Thread(target=pay) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print('x =', x)
";
    for goal in [Goal::FinishesWithout("x = 2".to_owned()), Goal::FinishesUnlike(vec!["x = 2".to_owned()])] {
        let way = map(update, Some(goal)).way().expect("an update can be lost");
        let end = way.iter().fold(machine(update), |machine, &choice| after(&machine, choice));
        assert_eq!(end.output().text(false), "x = 1\n");
    }
}

#[test]
fn a_livelock_is_wherever_no_end_can_be_reached_any_more() {
    let text = "import threading
wants = [False, False]
def go(me):
    wants[me] = True
    while wants[1 - me]:
        pass
    wants[me] = False
threading.Thread(target=go, args=(0,)).start()
threading.Thread(target=go, args=(1,)).start()
";
    let map = map(text, Some(Goal::End(Kind::Livelock)));
    let way = map.way().expect("both can want it");
    let machine = map.machine(&way).expect("it is a way");
    let state = map.find(&machine).expect("it is on the map");
    assert!(map.is_goal(state) && map.states()[state.index()].end.is_none());
    assert!(map.is_endless(state));
    // Whatever is done from there, it stays such.
    assert!(map.ways(state).iter().all(|way| map.is_goal(way.to)));
}

#[test]
fn a_map_that_is_too_large_is_cut_and_says_so() {
    let bounds = MapBounds { most: 10, ..BOUNDS };
    let mut map = StateMap::new(machine(DEADLOCK), Some(Goal::End(Kind::Deadlock)), bounds);
    while map.advance(|| true) {}
    assert!(!map.is_whole() && map.is_done() && map.way().is_none());
}

#[test]
fn threads_that_do_the_same_are_told_apart_where_somebody_looks() {
    let text = "import threading\nx = 0\ndef work():\n    global x\n    x += 1\nfor _ in range(2):\n    threading.Thread(target=work).start()\n";
    let count = |tells_threads| {
        let mut map = StateMap::new(machine(text), None, MapBounds { tells_threads, ..BOUNDS });
        while map.advance(|| true) {}
        map.states().len()
    };
    assert!(count(true) > count(false), "{} and {}", count(true), count(false));
}
