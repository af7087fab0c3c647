//! The course: every embedded scenario is fit for a class, as `raddle lint` would say, and every concept that one names has a name.

use std::sync::Mutex;

use raddle::{
    lint::findings,
    locale::{Language, Locale},
    scenario::{Catalogue, concepts},
};

#[test]
fn no_scenario_lacks_anything_or_says_what_does_not_hold() {
    let catalogue = Catalogue::embedded();
    let left = Mutex::new(catalogue.scenarios().iter().collect::<Vec<_>>());
    let found = Mutex::new(Vec::new());
    let locale = Locale::new(Language::English);
    let next = || left.lock().expect("no check has panicked").pop();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(scenario) = next() {
                    let words = findings(scenario, &catalogue)
                        .iter()
                        .map(|finding| format!("{}: {}", scenario.id, finding.words(&locale)))
                        .collect::<Vec<_>>();
                    found.lock().expect("no check has panicked").extend(words);
                }
            });
        }
    });
    let found = found.into_inner().expect("no check has panicked");
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_concept_that_a_scenario_shows_has_a_name() {
    let names = concepts();
    for scenario in Catalogue::embedded().scenarios() {
        for concept in &scenario.concepts {
            assert!(names.contains_key(concept), "{}: {concept}", scenario.id);
        }
    }
}

#[test]
fn twins_differ_in_few_lines() {
    let catalogue = Catalogue::embedded();
    for scenario in catalogue.scenarios() {
        let Some(twin) = scenario.fixed_by.as_ref().and_then(|id| catalogue.find(id)) else { continue };
        let lines = |scenario: &raddle::scenario::Scenario| -> Vec<String> {
            let shown = scenario.shown_lines().into_iter().map(|line| scenario.source.line(line).trim().to_owned());
            shown.filter(|line| !line.is_empty()).collect()
        };
        let (one, other) = (lines(scenario), lines(twin));
        let same = one.iter().filter(|line| other.contains(line)).count();
        assert!(same * 2 >= one.len().min(other.len()), "{} and {} tell different stories", scenario.id, twin.id);
    }
}
