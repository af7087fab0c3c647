//! The concepts of the course: what the ids in the scenarios' metadata are called.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Words;

const FILE: &str = include_str!("../../scenarios/concepts.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    en: String,
    zh: String,
}

/// Every concept that has a name, by its id.
///
/// # Panics
/// Never: a test reads the embedded file.
#[must_use]
pub fn concepts() -> BTreeMap<String, Words> {
    let rows: BTreeMap<String, Row> =
        toml::from_str(FILE).expect("the embedded concepts are well formed, as a test makes sure");
    rows.into_iter().map(|(id, Row { en, zh })| (id, Words { en, zh })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concept_has_a_name_in_both_languages() {
        for (id, words) in concepts() {
            assert!(id.len() == 4 && id.starts_with('C'), "{id}");
            assert!(words.en.is_ascii() && !words.en.is_empty() && !words.zh.is_ascii(), "{id}");
        }
    }
}
