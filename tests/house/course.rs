//! The course: every embedded scenario is fit for a class, as `raddle lint` would say, and every concept that one names has a name.

use std::{collections::BTreeMap, fmt::Write as _, sync::Mutex};

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
    let next = || left.lock().expect("no check has panicked").pop();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                let locale = Locale::new(Language::English);
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

const CONCEPTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/CONCEPTS.md");

/// `docs/CONCEPTS.md` as it should be.
fn concepts_page() -> String {
    let names = concepts();
    let mut shown: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let catalogue = Catalogue::embedded();
    for scenario in catalogue.scenarios() {
        for concept in &scenario.concepts {
            shown.entry(concept).or_default().push(&scenario.id);
        }
    }
    let mut page = String::from(
        "# Which concept is shown where\n\nMade from the scenarios by `BLESS=1 cargo test --test house course`; `raddle list --concepts` prints the same.\n\n\
         | id | concept | 概念 | scenarios |\n|---|---|---|---|\n",
    );
    for (id, scenarios) in shown {
        let name = names.get(id).cloned().unwrap_or_default();
        let scenarios: Vec<String> = scenarios.iter().map(|id| format!("`{id}`")).collect();
        let _ = writeln!(page, "| {id} | {} | {} | {} |", name.en, name.zh, scenarios.join(" "));
    }
    page
}

#[test]
fn the_page_of_concepts_is_made_from_the_scenarios() {
    let expected = concepts_page();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(CONCEPTS, &expected).expect("the page can be written");
    }
    let found = std::fs::read_to_string(CONCEPTS).unwrap_or_default();
    assert_eq!(found, expected, "BLESS=1 cargo test --test house course writes it");
}
