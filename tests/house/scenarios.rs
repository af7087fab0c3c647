//! Every embedded scenario: what it says about itself is true and complete, it runs under `python3`, and whatever the
//! order in which its threads run, it ends as it says.

use std::{
    collections::BTreeSet,
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use raddle::{
    compiler::{Literal, assignments},
    event::Silence,
    host::{Budget, Runner, Settings},
    ids::ThreadId,
    locale::Language,
    machine::{Choosable, Machine, Status},
    scenario::{Catalogue, Expect, Scenario},
    schedule::{Policy, Quantum},
};
use unicode_width::UnicodeWidthStr;

use crate::support::python_is_there;

const POLICIES: [Policy; 4] = [
    Policy::Fair,
    Policy::Random,
    Policy::RoundRobin { quantum: Quantum::Steps(1) },
    Policy::RoundRobin { quantum: Quantum::Steps(3) },
];

fn file_of(scenario: &Scenario) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(&scenario.chapter);
    folder.join(format!("{}.py", scenario.id))
}

#[test]
fn every_scenario_stands_in_the_folder_of_its_chapter_and_in_the_list_of_chapters() {
    let catalogue = Catalogue::embedded();
    let listed = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/chapters.toml")).unwrap();
    for scenario in catalogue.scenarios() {
        let text = fs::read_to_string(file_of(scenario)).unwrap_or_else(|error| panic!("{}: {error}", scenario.id));
        assert_eq!(text, scenario.source.text(), "{}", scenario.id);
        assert!(listed.contains(&format!("\"{}\"", scenario.id)), "{} is not in chapters.toml", scenario.id);
        assert!(listed.contains(&format!("id = \"{}\"", scenario.chapter)), "chapter {}", scenario.chapter);
    }
    for chapter in catalogue.chapters() {
        assert!(!chapter.title.en.is_empty() && !chapter.title.zh.is_empty(), "{}", chapter.id);
    }
    let lines = listed.lines().filter(|line| line.starts_with("scenarios = ") || line.starts_with("    \""));
    let ids = lines.flat_map(|line| line.split('"').skip(1).step_by(2));
    let order: Vec<&str> = catalogue.scenarios().iter().map(|scenario| scenario.id.as_str()).collect();
    assert_eq!(order, ids.collect::<Vec<_>>(), "the order of chapters.toml, and every id in it exists");
}

#[test]
fn every_scenario_speaks_both_languages() {
    for scenario in Catalogue::embedded().scenarios() {
        for (what, words) in [("title", &scenario.title), ("summary", &scenario.summary), ("watch", &scenario.watch)] {
            assert!(!words.en.is_empty() && !words.zh.is_empty(), "{}: {what}", scenario.id);
            assert!(words.en.is_ascii() && !words.zh.is_ascii(), "{}: {what} is in the wrong language", scenario.id);
            let blanks = words.en.contains("  ") || words.en != words.en.trim() || words.zh != words.zh.trim();
            assert!(!blanks, "{}: {what} has blanks too many", scenario.id);
        }
        let narration = scenario.narration();
        assert!(!narration.lines().is_empty(), "{} tells too little", scenario.id);
        for (line, words) in narration.lines() {
            assert!(!words.en.is_empty() && !words.zh.is_empty(), "{}:{line} is told in one language", scenario.id);
            let code = scenario.source.line(*line).trim_start();
            assert!(!code.is_empty() && !code.starts_with('#'), "{}:{line} is not code", scenario.id);
            assert_eq!(narration.at(*line, Language::Chinese), Some(words.zh.as_str()));
        }
    }
}

#[test]
fn what_every_scenario_says_about_itself_holds() {
    let catalogue = Catalogue::embedded();
    for scenario in catalogue.scenarios() {
        let id = &scenario.id;
        assert!(!scenario.expect.is_empty() && !scenario.concepts.is_empty(), "{id}");
        for concept in &scenario.concepts {
            let number = concept.strip_prefix('C').filter(|number| number.len() == 3);
            assert!(number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())), "{id}: {concept}");
        }
        let kinds: BTreeSet<_> = scenario.expect.iter().collect();
        assert_eq!(kinds.len(), scenario.expect.len(), "{id}: an end stands there twice");
        if let Some(fixed) = &scenario.fixed_by {
            let fixed = catalogue.find(fixed).unwrap_or_else(|| panic!("{id}: there is no {fixed}"));
            assert_eq!(fixed.expect, [Expect::Finished], "{id} is not fixed by {}", fixed.id);
        }
        let assigned = assignments(&scenario.source).expect("it is Python");
        for parameter in scenario.params.iter().filter(|parameter| !parameter.is_of_machine()) {
            let own = assigned.iter().find(|one| one.name == parameter.name()).map(|one| &one.value);
            assert_eq!(own, Some(parameter.value()), "{id}: {} under python3", parameter.name());
            let chosen = !parameter.choices().is_empty() || matches!(parameter.value(), Literal::Bool(_));
            let bounded = chosen || (parameter.min().is_some() && parameter.max().is_some());
            assert!(bounded, "{id}: {} has no bounds", parameter.name());
        }
        for line in scenario.shown_lines() {
            assert!(scenario.source.line(line).width() <= 72, "{id}:{line} is too wide for a projector");
        }
    }
}

/// A run's end and what it printed.
fn run(start: &Machine, policy: Policy, seed: u64) -> (Option<Expect>, String) {
    let settings = Settings { policy, seed, ..Settings::default() };
    let mut runner = Runner::new(start.clone(), settings, Vec::new());
    let outcome = runner.run(Budget { steps: 20_000, time: None }, |_| ControlFlow::Continue(()));
    let end = outcome.expect("no choices were given").end;
    (seen(runner.machine(), Expect::of(end)), runner.machine().output().text(false))
}

fn start(scenario: &Scenario) -> Machine {
    let program = scenario.compile().unwrap_or_else(|found| panic!("{}: {found:?}", scenario.id));
    Machine::new(Arc::new(program), 1 << 28).on(scenario.setup.hardware())
}

/// How a run ends in which anything possible may come next, and sleeping takes no time: the policies let sleepers sleep.
fn wander(start: &Machine, seed: u64) -> Option<Expect> {
    let mut machine = start.clone();
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    while machine.end().is_none() {
        let options: Vec<Choosable> = machine.choosable().collect();
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let choice = options[state as usize % options.len()].choice(|| state);
        machine.step(choice, &mut Silence).expect("it was offered");
    }
    seen(&machine, machine.end().and_then(Expect::of))
}

/// With the values that it gives for checking.
fn small(scenario: &Scenario) -> Scenario {
    let mut small = scenario.clone();
    for (name, value) in &scenario.course.check_with {
        small.set(name, &value.to_string()).unwrap_or_else(|error| panic!("{}: {name}: {error:?}", scenario.id));
    }
    small
}

/// How it ended, as a viewer sees it: a program of which a thread has died has failed.
fn seen(machine: &Machine, end: Option<Expect>) -> Option<Expect> {
    let died = (0..machine.thread_count()).any(|at| machine.status(ThreadId::at(at)) == Status::Failed);
    if died && end == Some(Expect::Finished) { Some(Expect::Failed) } else { end }
}

/// Does so for every scenario, on as many threads as there are cores.
fn for_every_scenario(check: impl Fn(&Scenario) + Sync) {
    let catalogue = Catalogue::embedded();
    let left = Mutex::new(catalogue.scenarios().iter().collect::<Vec<_>>());
    let next = || left.lock().expect("no check has panicked with it").pop();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(scenario) = next() {
                    check(scenario);
                }
            });
        }
    });
}

#[test]
fn whatever_the_order_every_scenario_ends_as_it_says() {
    for_every_scenario(|scenario| {
        let start = start(&small(scenario));
        for (policy, seed) in POLICIES.into_iter().flat_map(|policy| (0..15).map(move |seed| (policy, seed))) {
            let (end, printed) = run(&start, policy, seed);
            let said = end.is_some_and(|end| scenario.expect.contains(&end));
            assert!(said, "{} ended with {end:?} under {policy} with seed {seed}, printing\n{printed}", scenario.id);
        }
        if !scenario.expect.contains(&Expect::Livelock) {
            for seed in 0..30 {
                let end = wander(&start, seed);
                assert!(end.is_some_and(|end| scenario.expect.contains(&end)), "{} {end:?}, walk {seed}", scenario.id);
            }
        }
    });
}

#[test]
fn every_scenario_ends_at_the_bounds_of_its_parameters() {
    for_every_scenario(|scenario| {
        for parameter in scenario.params.iter().filter(|parameter| !parameter.is_of_machine()) {
            let bounds = [parameter.min(), parameter.max()].into_iter().flatten().map(|bound| bound.to_string());
            for value in bounds.chain(parameter.choices().iter().cloned()) {
                let mut changed = scenario.clone();
                changed.set(parameter.name(), &value).expect("a bound is within the bounds");
                let start = start(&changed);
                for policy in [Policy::Fair, Policy::Random] {
                    // A mistake may have nobody to happen to, or show in another way: but there is an end.
                    let (end, _) = run(&start, policy, 1);
                    assert!(end.is_some(), "{} {}={value} does not end under {policy}", scenario.id, parameter.name());
                }
            }
        }
    });
}

#[test]
fn what_a_viewer_sees_first_is_what_the_scenario_is_about() {
    let catalogue = Catalogue::embedded();
    let first = |id: &str| run(&start(catalogue.find(id).expect("it is embedded")), Policy::Fair, 0);
    assert_eq!(first("deadlock").0, Some(Expect::Deadlock));
    assert_eq!(first("lost_update").1, "expected 40, found 20\n");
    for seed in 0..100 {
        let fixed = start(catalogue.find("lost_update_fixed").expect("it is embedded"));
        assert_eq!(run(&fixed, Policy::Random, seed).1, "expected 40, found 40\n");
    }
}

/// Runs a file under `python3` for at most so long; its stdout, and whether it ended by itself with success.
fn python(file: &Path, time: Duration) -> (String, Option<bool>) {
    let mut child = Command::new("python3")
        .arg("-B")
        .arg(file)
        .env("PYTHONUNBUFFERED", "1")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 was there a moment ago");
    let start = Instant::now();
    let ended = loop {
        let status = child.try_wait().expect("a child can be waited for");
        if status.is_some() || start.elapsed() > time {
            break status.map(|status| status.success());
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    if ended.is_none() {
        child.kill().expect("a child can be ended");
    }
    let output = child.wait_with_output().expect("a child can be waited for");
    (String::from_utf8_lossy(&output.stdout).into_owned(), ended)
}

/// What several runs print, if it is always the same, whatever the schedule.
fn determined(scenario: &Scenario) -> Option<String> {
    let start = start(scenario);
    let mut printed = (0..25).map(|seed| run(&start, Policy::Random, seed).1);
    let first = printed.next()?;
    printed.all(|other| other == first).then_some(first)
}

fn check_under_python(scenario: &Scenario) {
    let hangs = scenario.expect.iter().any(|end| matches!(end, Expect::Deadlock | Expect::Stuck));
    let time = if hangs { Duration::from_secs(5) } else { Duration::from_secs(30) };
    let (printed, ended) = python(&file_of(scenario), time);
    match ended {
        // A thread that dies does not end the program.
        Some(success) => assert!(success || scenario.expect.contains(&Expect::Failed), "{}", scenario.id),
        None => assert!(hangs, "{} does not end under python3", scenario.id),
    }
    let fine = ended == Some(true);
    assert!(!printed.is_empty() || !fine, "{} printed nothing under python3", scenario.id);
    if let Some(expected) = determined(scenario).filter(|_| fine) {
        assert_eq!(printed, expected, "{}", scenario.id);
    }
}

#[test]
fn every_scenario_runs_under_python3() {
    if !python_is_there() {
        return;
    }
    let catalogue = Catalogue::embedded();
    std::thread::scope(|scope| {
        for scenario in catalogue.scenarios() {
            scope.spawn(move || check_under_python(scenario));
        }
    });
}

#[path = "../../build.rs"]
#[expect(dead_code, clippy::print_stdout, reason = "the script speaks to cargo, and its beginning is not run here")]
mod build;

#[test]
fn two_scenarios_of_one_name_are_refused_when_building() {
    let files = |names: &[&str]| build::table(&names.iter().map(std::path::PathBuf::from).collect::<Vec<_>>());
    assert!(files(&["scenarios/locks/a.py", "scenarios/locks/b.py"]).is_ok_and(|table| table.contains("\"b\"")));
    let refused = files(&["scenarios/locks/a.py", "scenarios/queues/a.py"]).expect_err("they have one name");
    let said = refused.to_string();
    assert!(said.contains("locks/a.py") && said.contains("queues/a.py"), "{said}");
}
