//! The settings of the machine: where threads can be put aside, whether lines tear, whether waiters wake for nothing.

use std::{collections::BTreeSet, fs, sync::Arc};

use raddle::{
    compiler::compile,
    event::{End, Silence},
    explore::{Bounds, Kind, Report, Search},
    host::{Session, Settings, Trials},
    machine::{Choosable, Printing, Rules, Switching},
    program::Program,
    schedule::Policy,
    source::SourceText,
    stdlib::Library,
    trace::recording::Header,
};
use tempfile::TempDir;

use crate::support::{self, command::Answer};

/// Nothing is called between the read and the write.
const SUM: &str = "\
import threading
n = 0
def work():
    global n
    for _ in range(2):
        n += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
";

/// A function is called between the read and the write.
const CALLED: &str = "\
import threading
n = 0
def more(number):
    return number + 1
def work():
    global n
    n = more(n)
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
";

fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("program.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}")))
}

fn switching(switching: Switching) -> Settings {
    Settings {
        policy: Policy::Random,
        memory: 1 << 28,
        rules: Rules { switching, ..Rules::default() },
        ..Settings::default()
    }
}

/// What the program prints, under so many random schedules.
fn printed(text: &str, settings: &Settings, runs: u64) -> BTreeSet<String> {
    let mut trials = Trials::new(program(text), settings, runs, 10_000);
    trials.advance(|| true);
    let groups = trials.tally().by_output();
    groups.iter().map(|group| group.output.as_deref().unwrap_or_default().trim_end().to_owned()).collect()
}

fn checked(text: &str, settings: &Settings) -> Report {
    let mut search = Search::new(settings.machine(program(text)), Bounds::default());
    search.advance(|| true);
    let report = search.report(None, || true);
    assert!(report.complete, "{:?}", report.left_out);
    report
}

fn outcomes(report: &Report) -> Vec<(Kind, &str)> {
    let all: BTreeSet<_> = report.outcomes.iter().map(|it| (it.kind, it.output.trim_end())).collect();
    all.into_iter().collect()
}

/// Runs the real program on a file.
fn raddle(text: &str, command: &str, arguments: &[&str]) -> Answer {
    let folder = TempDir::new().expect("a folder can be made");
    let file = folder.path().join("own.py");
    fs::write(&file, text).expect("a file can be written");
    support::command::program(&[command, &file.to_string_lossy(), "--lang", "en"])
        .args(arguments)
        .output()
        .expect("the program can be run")
        .into()
}

#[test]
fn a_sum_cannot_be_torn_where_only_calls_and_jumps_back_switch() {
    let anywhere = switching(Switching::Anywhere);
    let calls = switching(Switching::Calls);
    assert!(printed(SUM, &anywhere, 100).len() > 1, "anywhere it can");
    assert_eq!(printed(SUM, &calls, 300), BTreeSet::from(["4".to_owned()]));
    assert_eq!(outcomes(&checked(SUM, &calls)), [(Kind::Finished, "4")]);
    assert!(checked(SUM, &calls).races.is_empty() && !checked(SUM, &anywhere).races.is_empty());
}

#[test]
fn a_function_that_is_called_in_between_lets_others_in() {
    let calls = switching(Switching::Calls);
    assert_eq!(outcomes(&checked(CALLED, &calls)), [(Kind::Finished, "1"), (Kind::Finished, "2")]);
    assert_eq!(printed(CALLED, &calls, 300).len(), 2);
    // What is called there may be a builtin: CPython looks when it is done.
    let builtin = CALLED.replace("n = more(n)", "n = abs(n) + 1");
    assert_eq!(outcomes(&checked(&builtin, &calls)), [(Kind::Finished, "1"), (Kind::Finished, "2")]);
    // What is read behind the call stays with the write.
    let before = CALLED.replace("n = more(n)", "one = more(0)\n    n = n + one");
    assert_eq!(outcomes(&checked(&before, &calls)), [(Kind::Finished, "2")]);
    // Nor does a function that has read let anybody in when it returns.
    let reads = CALLED.replace("def more(number):\n    return number + 1", "def more(number):\n    return n + number");
    let reads = reads.replace("n = more(n)", "n = more(1)");
    assert_eq!(outcomes(&checked(&reads, &calls)), [(Kind::Finished, "2")]);
}

#[test]
fn a_jump_back_and_a_wait_let_others_in() {
    let calls = switching(Switching::Calls);
    let jump = CALLED.replace("n = more(n)", "seen = n\n    for _ in (1,):\n        pass\n    n = seen + 1");
    assert_eq!(outcomes(&checked(&jump, &calls)).len(), 2);
    let forward = CALLED.replace("n = more(n)", "seen = n\n    if seen > 5:\n        pass\n    n = seen + 1");
    assert_eq!(outcomes(&checked(&forward, &calls)).len(), 1, "a jump forward does not");
    let waits = CALLED.replace("n = more(n)", "seen = n\n    with lock:\n        pass\n    n = seen + 1");
    let waits = waits.replace("n = 0", "n = 0\nlock = threading.Lock()");
    assert_eq!(outcomes(&checked(&waits, &calls)).len(), 2);
}

#[test]
fn steps_by_line_and_instruction_do_not_tear_what_cannot_be_torn() {
    use raddle::{
        choice::{Choice, Unit, Way},
        ids::ThreadId,
    };
    for unit in [Unit::Line, Unit::Instruction] {
        let mut machine = switching(Switching::Calls).machine(program(SUM));
        let mut turn = 0;
        while machine.end().is_none() {
            // Whoever can goes on by one unit, and then the next.
            let able: Vec<ThreadId> = machine.choosable().map(Choosable::thread).collect();
            let thread = able[turn % able.len()];
            turn += 1;
            machine.step(Choice::new(thread, Way::Run(unit)), &mut Silence).expect("it can go on");
        }
        assert_eq!((machine.end(), machine.output().text(false).as_str()), (Some(End::Finished), "4\n"), "{unit:?}");
    }
}

#[test]
fn old_python_switches_after_a_hundred_instructions() {
    let count = switching(Switching::Count);
    assert_eq!(outcomes(&checked(SUM, &count)), [(Kind::Finished, "4")], "these are fewer");
    let longer = SUM.replace("range(2)", "range(60)");
    let wrong = printed(&longer, &count, 200);
    assert!(wrong.len() > 1, "luck, not law: {wrong:?}");
    let steps = |settings: &Settings| {
        let mut session = Session::new(program(&longer), *settings);
        while session.forward() {}
        session.history().tip().0
    };
    assert!(steps(&count) * 4 < steps(&switching(Switching::Anywhere)), "far fewer steps");
}

#[test]
fn where_threads_switch_is_said_by_flag_metadata_and_parameter() {
    let many = ["--times", "100", "--json"];
    let ends = |text: &str, arguments: &[&str]| {
        let answer = raddle(text, "run", &[&many, arguments].concat());
        answer.json()["ends"].as_array().unwrap_or_else(|| panic!("{}", answer.err)).len()
    };
    assert!(ends(SUM, &[]) > 1);
    assert_eq!(ends(SUM, &["--switching", "calls"]), 1);
    let own = format!("{SUM}\n# /// script\n# [tool.raddle]\n# machine.switching = \"calls\"\n# ///\n");
    assert_eq!(ends(&own, &[]), 1);
    assert!(ends(&own, &["--switching", "anywhere"]) > 1, "the flag wins");
    let parameter =
        own.replace("# machine.switching = \"calls\"\n", "# machine.switching = \"calls\"\n# params.switching = {}\n");
    assert!(ends(&parameter, &["--set", "switching=anywhere"]) > 1);
    for (command, arguments) in [("run", &["--switching", "never"][..]), ("check", &["--switching", "never"])] {
        let Answer { err, code, .. } = raddle(SUM, command, arguments);
        assert!(code == 2 && err.contains("anywhere, calls, count"), "{err}");
    }
    let Answer { code, .. } = raddle(SUM, "check", &["--switching", "calls"]);
    assert_eq!(code, 0);
    let Answer { code, .. } = raddle(SUM, "check", &[]);
    assert_eq!(code, 1);
}

#[test]
fn a_recording_says_under_which_rules_it_was_made() {
    let folder = TempDir::new().expect("a folder can be made");
    let file = folder.path().join("run.raddle");
    let name = file.to_string_lossy();
    let Answer { err, code, .. } = raddle(SUM, "run", &["--switching", "calls", "--policy", "random", "--save", &name]);
    assert_eq!(code, 0, "{err}");
    let text = fs::read_to_string(&file).expect("it was saved");
    let header: Header = serde_json::from_str(text.lines().next().expect("there is a line")).expect("it is a header");
    assert_eq!(header.switching.as_deref(), Some("calls"));
    let recording = raddle::host::Recording::open(&file).expect("it can be read");
    let stage = raddle::app::Stage::of_recording(recording);
    assert_eq!(stage.session().settings().rules.switching, Switching::Calls);
    assert_eq!(stage.header().switching.as_deref(), Some("calls"));
}

/// Two print a line each.
const CRIERS: &str = "\
import threading
def cry(word):
    print(word)
threads = [threading.Thread(target=cry, args=(word,)) for word in ('fish', 'figs')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

/// A waiter that tests once, and the cook who may come late.
const DISH: &str = "\
import threading
ready = threading.Condition()
dishes = []
def eat():
    with ready:
        if not dishes:
            ready.wait()
        dishes.pop()
eater = threading.Thread(target=eat)
eater.start()
with ready:
    dishes.append('soup')
    ready.notify()
eater.join()
";

/// Nobody notifies.
const FORGOTTEN: &str = "\
import threading
ready = threading.Condition()
done = False
def wait():
    with ready:
        while not done:
            ready.wait()
waiter = threading.Thread(target=wait)
waiter.start()
done = True
waiter.join()
print('over')
";

fn under(rules: Rules) -> Settings {
    Settings { policy: Policy::Random, memory: 1 << 28, rules, ..Settings::default() }
}

#[test]
fn a_torn_line_lets_another_in_before_its_end() {
    let torn = under(Rules { printing: Printing::Torn, ..Rules::default() });
    let whole = BTreeSet::from(["fish\nfigs".to_owned(), "figs\nfish".to_owned()]);
    let seen = |settings: &Settings| -> BTreeSet<String> {
        checked(CRIERS, settings).outcomes.iter().map(|it| it.output.trim_end().to_owned()).collect()
    };
    assert_eq!(seen(&under(Rules::default())), whole);
    let both = BTreeSet::from(["fishfigs".to_owned(), "figsfish".to_owned()]);
    assert_eq!(seen(&torn), &whole | &both);
    assert_eq!(printed(CRIERS, &torn, 300), &whole | &both);
    // There is nothing to come between where one of the two is empty, or nobody else is there.
    let empty = CRIERS.replace("print(word)", "print(end='.')");
    assert_eq!(outcomes(&checked(&empty, &torn)), [(Kind::Finished, "..")]);
    let Answer { out, .. } =
        raddle("print('a', 'b', sep='-', end='!')\nprint()\nprint([1])\n", "run", &["--printing", "torn"]);
    assert_eq!(out, "a-b!\n[1]\n");
}

#[test]
fn a_waiter_that_tests_once_fails_when_it_wakes_for_nothing() {
    let spurious = under(Rules { spurious: true, ..Rules::default() });
    let usual = under(Rules::default());
    let kinds = |text: &str, settings: &Settings| -> BTreeSet<Kind> {
        checked(text, settings).outcomes.iter().map(|it| it.kind).collect()
    };
    let looks_again = DISH.replace("if not dishes", "while not dishes");
    assert_eq!(kinds(DISH, &usual), BTreeSet::from([Kind::Finished]));
    assert_eq!(kinds(DISH, &spurious), BTreeSet::from([Kind::Failed, Kind::Finished]));
    assert_eq!(kinds(&looks_again, &spurious), BTreeSet::from([Kind::Finished]));
    let ends = |text: &str, settings: &Settings| {
        let mut trials = Trials::new(program(text), settings, 300, 10_000);
        trials.advance(|| true);
        trials.tally().by_kind().len()
    };
    assert_eq!((ends(DISH, &usual), ends(DISH, &spurious), ends(&looks_again, &spurious)), (1, 2, 1));
}

#[test]
fn nobody_can_count_on_waking_for_nothing() {
    let spurious = under(Rules { spurious: true, ..Rules::default() });
    let found = checked(FORGOTTEN, &spurious);
    let all: BTreeSet<_> = found.outcomes.iter().map(|it| (it.kind, it.output.as_str())).collect();
    assert_eq!(all, BTreeSet::from([(Kind::Stuck, ""), (Kind::Finished, "over\n")]));
    // Its lines are whole where the machine is asked to go the way again.
    for outcome in &found.outcomes {
        let mut machine = spurious.machine(program(FORGOTTEN));
        for &choice in &outcome.witness.choices {
            machine.step(choice, &mut Silence).expect("a witness can be replayed");
        }
        assert_eq!(Kind::of(&machine), outcome.kind);
    }
    // Waking and waiting again is no way of going on for ever.
    let never = FORGOTTEN.replace("done = True\n", "");
    assert_eq!(outcomes(&checked(&never, &spurious)), [(Kind::Stuck, "")]);
}

#[test]
fn the_viewer_wakes_a_waiter_even_at_a_standstill() {
    use raddle::ids::ThreadId;
    let settings = Settings { policy: Policy::Fair, ..under(Rules { spurious: true, ..Rules::default() }) };
    let text = FORGOTTEN.replace("waiter.start()\n", "with ready:\n    waiter.start()\n");
    let text = text.replace("done = True\n", "import time\ntime.sleep(1)\ndone = True\n");
    let mut session = Session::new(program(&text), settings);
    while session.forward() {}
    assert_eq!(session.end(), Some(End::Stuck));
    assert!(session.run_thread(ThreadId(1)), "it wakes");
    assert_eq!((session.end(), session.history().end()), (None, None));
    while session.forward() {}
    assert_eq!(session.end(), Some(End::Finished));
    // Elsewhere it cannot.
    let mut session = Session::new(program(&text), Settings { rules: Rules::default(), ..settings });
    while session.forward() {}
    assert!(!session.run_thread(ThreadId(1)));
}

#[test]
fn lines_and_waiters_are_said_by_flag_and_metadata() {
    let exit = |text: &str, arguments: &[&str]| raddle(text, "check", arguments).code;
    assert_eq!((exit(DISH, &[]), exit(DISH, &["--spurious"]), exit(DISH, &["--spurious=off"])), (0, 1, 0));
    let own =
        format!("{DISH}\n# /// script\n# [tool.raddle]\n# machine.spurious = true\n# params.spurious = {{}}\n# ///\n");
    assert_eq!((exit(&own, &[]), exit(&own, &["--spurious=off"]), exit(&own, &["--set", "spurious=off"])), (1, 0, 0));
    let folder = TempDir::new().expect("a folder can be made");
    let name = folder.path().join("run.raddle").to_string_lossy().into_owned();
    let arguments = ["--printing", "torn", "--spurious", "--save", &name];
    assert_eq!(raddle(CRIERS, "run", &arguments).code, 0);
    let recording = raddle::host::Recording::open(name.as_ref()).expect("it can be read");
    let stage = raddle::app::Stage::of_recording(recording);
    let rules = Rules { printing: Printing::Torn, spurious: true, ..Rules::default() };
    assert_eq!(stage.session().settings().rules, rules);
    assert!(stage.header().spurious && stage.header().printing.as_deref() == Some("torn"));
    let Answer { err, code, .. } = raddle(CRIERS, "run", &["--printing", "loud"]);
    assert!(code == 2 && err.contains("whole, torn"), "{err}");
}
