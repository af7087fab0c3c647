//! The chapters in teaching order, as `scenarios/chapters.toml` has them.

use serde::Deserialize;

use super::Words;

/// The chapter of programs that name none.
pub const OWN: &str = "own";

const FILE: &str = include_str!("../../scenarios/chapters.toml");

/// A chapter with the ids of its scenarios in teaching order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chapter {
    /// Its id, which is also the name of its folder.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// The ids of its scenarios.
    pub scenarios: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    chapter: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    en: String,
    zh: String,
    scenarios: Vec<String>,
}

/// The chapters of the embedded file.
pub fn embedded() -> Vec<Chapter> {
    let file: File = toml::from_str(FILE).expect("the embedded chapters are well formed, as a test makes sure");
    let chapters = file.chapter.into_iter();
    chapters.map(|Row { id, en, zh, scenarios }| Chapter { id, title: Words { en, zh }, scenarios }).collect()
}
