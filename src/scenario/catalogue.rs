//! The scenarios that there are: those embedded in the program, and those of a folder, in teaching order.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    OpenError, Scenario, Words,
    chapters::{self, Chapter},
    open,
};
use crate::{source::SourceText, stdlib::nearest};

/// Id and text of every file below `scenarios/`, as the build script found them.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/scenarios.rs"));

/// The scenarios that there are. Each id is there once.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    scenarios: Vec<Scenario>,
    chapters: Vec<Chapter>,
    problems: Vec<OpenError>,
}

impl Catalogue {
    /// The embedded scenarios.
    #[must_use]
    pub fn embedded() -> Self {
        let mut catalogue = Self { chapters: chapters::embedded(), ..Self::default() };
        for &(id, text) in EMBEDDED {
            let source = Arc::new(SourceText::new(format!("{id}.py"), text));
            catalogue.take(open::read(id, source, None));
        }
        catalogue.arrange();
        catalogue
    }

    /// Adds the `.py` files of a folder and of the folders in it. One with the id of a scenario that is there already
    /// takes its place. A file that cannot be read is left out, and so is a second one of the same name; they are among the
    /// [`Self::problems`].
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), OpenError> {
        let mut known: Vec<PathBuf> = Vec::new();
        for file in open::python_files(folder)? {
            match known.iter().find(|other| other.file_stem() == file.file_stem()) {
                Some(other) => self.problems.push(OpenError::Twice { path: file, other: other.clone() }),
                None => {
                    self.take(open::open_file(&file));
                    known.push(file);
                }
            }
        }
        self.arrange();
        Ok(())
    }

    /// The scenario of that id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// Up to three ids that are nearest to this one.
    #[must_use]
    pub fn nearest(&self, id: &str) -> Vec<String> {
        nearest(&id.to_lowercase(), self.scenarios.iter().map(|scenario| scenario.id.as_str()))
    }

    /// Every scenario, in teaching order.
    #[must_use]
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// The chapters that have scenarios, in teaching order.
    pub fn chapters(&self) -> impl DoubleEndedIterator<Item = &Chapter> {
        self.chapters.iter().filter(|chapter| !chapter.scenarios.is_empty())
    }

    /// The scenarios of a chapter, in teaching order.
    pub fn of_chapter<'c>(&'c self, chapter: &'c str) -> impl Iterator<Item = &'c Scenario> {
        self.scenarios.iter().filter(move |scenario| scenario.chapter == chapter)
    }

    /// What was wrong with files that were left out.
    #[must_use]
    pub fn problems(&self) -> &[OpenError] {
        &self.problems
    }

    fn take(&mut self, scenario: Result<Scenario, OpenError>) {
        match scenario {
            Ok(scenario) => {
                self.scenarios.retain(|known| known.id != scenario.id);
                self.scenarios.push(scenario);
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    /// Puts scenarios and chapters in teaching order; what the chapters' file does not name comes last, by name.
    fn arrange(&mut self) {
        let mut others: Vec<&str> = self.scenarios.iter().map(|scenario| scenario.chapter.as_str()).collect();
        others.sort_unstable();
        others.dedup();
        for id in others.into_iter().map(str::to_owned) {
            if self.chapters.iter().all(|chapter| chapter.id != id) {
                let title = Words::same(&id);
                self.chapters.push(Chapter { id, title, scenarios: Vec::new() });
            }
        }
        let chapters = &self.chapters;
        self.scenarios.sort_by_cached_key(|scenario| place(chapters, scenario));
        let scenarios = &self.scenarios;
        for chapter in &mut self.chapters {
            let own = scenarios.iter().filter(|scenario| scenario.chapter == chapter.id);
            chapter.scenarios = own.map(|scenario| scenario.id.clone()).collect();
        }
    }
}

/// What scenarios are sorted by: place of the chapter, place in the chapter, id.
fn place(chapters: &[Chapter], scenario: &Scenario) -> (usize, usize, String) {
    let last = usize::MAX;
    let chapter = chapters.iter().position(|chapter| chapter.id == scenario.chapter).unwrap_or(last);
    let listed = chapters.get(chapter).and_then(|one| one.scenarios.iter().position(|id| *id == scenario.id));
    (chapter, listed.unwrap_or(last), scenario.id.clone())
}
