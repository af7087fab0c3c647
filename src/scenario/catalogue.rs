//! The scenarios that there are: those embedded in the program, and those of a folder, in teaching order.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
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
///
/// A command needs one of the embedded scenarios, or none: each is read when it is asked for, and all of them when somebody
/// asks for all.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    embedded: Vec<Embedded>,
    own: Vec<Scenario>,
    problems: Vec<OpenError>,
    all: OnceLock<Arranged>,
}

/// A scenario of the program itself.
#[derive(Clone, Debug)]
struct Embedded {
    id: &'static str,
    text: &'static str,
    scenario: OnceLock<Scenario>,
}

/// Every scenario and every chapter, in teaching order.
#[derive(Clone, Debug)]
struct Arranged {
    scenarios: Vec<Scenario>,
    chapters: Vec<Chapter>,
}

impl Catalogue {
    /// The embedded scenarios.
    #[must_use]
    pub fn embedded() -> Self {
        let embedded = EMBEDDED.iter().map(|&(id, text)| Embedded { id, text, scenario: OnceLock::new() });
        Self { embedded: embedded.collect(), ..Self::default() }
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
        self.all = OnceLock::new();
        Ok(())
    }

    /// The scenario of that id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Scenario> {
        if let Some(all) = self.all.get() {
            return all.scenarios.iter().find(|scenario| scenario.id == id);
        }
        let own = self.own.iter().find(|scenario| scenario.id == id);
        own.or_else(|| Some(self.embedded.iter().find(|known| known.id == id)?.scenario()))
    }

    /// Up to three ids that are nearest to this one.
    #[must_use]
    pub fn nearest(&self, id: &str) -> Vec<String> {
        let own = self.own.iter().map(|scenario| scenario.id.as_str());
        nearest(&id.to_lowercase(), self.not_replaced().map(|known| known.id).chain(own))
    }

    /// Every scenario, in teaching order.
    #[must_use]
    pub fn scenarios(&self) -> &[Scenario] {
        &self.all().scenarios
    }

    /// The chapters that have scenarios, in teaching order.
    pub fn chapters(&self) -> impl DoubleEndedIterator<Item = &Chapter> {
        self.all().chapters.iter().filter(|chapter| !chapter.scenarios.is_empty())
    }

    /// The scenarios of a chapter, in teaching order.
    pub fn of_chapter<'c>(&'c self, chapter: &'c str) -> impl Iterator<Item = &'c Scenario> {
        self.scenarios().iter().filter(move |scenario| scenario.chapter == chapter)
    }

    /// What was wrong with files that were left out.
    #[must_use]
    pub fn problems(&self) -> &[OpenError] {
        &self.problems
    }

    fn take(&mut self, scenario: Result<Scenario, OpenError>) {
        match scenario {
            Ok(scenario) => {
                self.own.retain(|known| known.id != scenario.id);
                self.own.push(scenario);
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    /// The embedded scenarios whose place no file of a folder took.
    fn not_replaced(&self) -> impl Iterator<Item = &Embedded> {
        self.embedded.iter().filter(|known| self.own.iter().all(|own| own.id != known.id))
    }

    fn all(&self) -> &Arranged {
        self.all.get_or_init(|| {
            let embedded =
                self.not_replaced().map(|known| known.scenario.get().cloned().unwrap_or_else(|| known.read()));
            Arranged::of(embedded.chain(self.own.iter().cloned()).collect())
        })
    }
}

impl Embedded {
    fn scenario(&self) -> &Scenario {
        self.scenario.get_or_init(|| self.read())
    }

    fn read(&self) -> Scenario {
        let source = Arc::new(SourceText::new(format!("{}.py", self.id), self.text));
        match open::read(self.id, source, None) {
            Ok(scenario) => scenario,
            Err(problem) => unreachable!("the embedded scenario {} can be read: {problem:?}", self.id),
        }
    }
}

impl Arranged {
    /// Puts scenarios and chapters in teaching order; what the chapters' file does not name comes last, by name.
    fn of(mut scenarios: Vec<Scenario>) -> Self {
        let mut chapters = chapters::embedded();
        let mut others: Vec<&str> = scenarios.iter().map(|scenario| scenario.chapter.as_str()).collect();
        others.sort_unstable();
        others.dedup();
        for id in others {
            if chapters.iter().all(|chapter| chapter.id != id) {
                chapters.push(Chapter { id: id.to_owned(), title: Words::same(id), scenarios: Vec::new() });
            }
        }
        scenarios.sort_by_cached_key(|scenario| place(&chapters, scenario));
        for chapter in &mut chapters {
            let own = scenarios.iter().filter(|scenario| scenario.chapter == chapter.id);
            chapter.scenarios = own.map(|scenario| scenario.id.clone()).collect();
        }
        Self { scenarios, chapters }
    }
}

/// What scenarios are sorted by: place of the chapter, place in the chapter, id.
fn place(chapters: &[Chapter], scenario: &Scenario) -> (usize, usize, String) {
    let last = usize::MAX;
    let chapter = chapters.iter().position(|chapter| chapter.id == scenario.chapter).unwrap_or(last);
    let listed = chapters.get(chapter).and_then(|one| one.scenarios.iter().position(|id| *id == scenario.id));
    (chapter, listed.unwrap_or(last), scenario.id.clone())
}
