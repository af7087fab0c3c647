//! The words that people search for, as `scenarios/synonyms.toml` has them: a notion has several in each language, and Python
//! one.

use serde::Deserialize;

const FILE: &str = include_str!("../../scenarios/synonyms.toml");

/// A notion with its words.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notion {
    /// How it is called, in both languages.
    pub words: Vec<String>,
    /// What Python calls it.
    #[serde(default)]
    pub python: Option<String>,
    /// Words for it that Python does not use.
    #[serde(default)]
    pub foreign: Vec<String>,
    /// What a program that uses it has in its text.
    #[serde(default)]
    pub uses: Vec<String>,
    /// The ids of the concepts that show it.
    #[serde(default)]
    pub concepts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    notion: Vec<Notion>,
}

impl Notion {
    /// The notions of the embedded table.
    #[must_use]
    pub fn embedded() -> Vec<Self> {
        let file: File = toml::from_str(FILE).expect("the embedded synonyms are well formed, as a test makes sure");
        file.notion
    }

    /// All its words.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().chain(&self.foreign).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_well_formed_and_no_word_has_two_meanings() {
        let notions = Notion::embedded();
        assert!(notions.len() > 10);
        let mut words: Vec<&str> = notions.iter().flat_map(Notion::all_words).collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
        assert!(notions.iter().all(|notion| notion.foreign.is_empty() || !notion.words.is_empty()));
    }
}
