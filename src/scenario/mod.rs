//! Scenarios: programs with what is said about them.
//!
//! A scenario is an ordinary Python file; `metadata` reads what it says about itself, `narration` its `#:` comments,
//! `catalogue` knows the embedded ones and those of a folder, `open` finds one by id or path. This folder compiles
//! programs, but knows neither machine nor screen. Tests: here in the files, `tests/house/scenarios.rs`, `tests/cli/commands.rs`.

mod catalogue;
mod chapters;
mod concepts;
mod course;
mod expect;
mod metadata;
mod narration;
mod open;
mod pane;
mod parameter;
mod parameters;
mod prediction;
mod setup;
mod show;
mod synonyms;
mod tour;
mod wording;
mod words;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub use catalogue::Catalogue;
pub use chapters::{Chapter, OWN};
pub use concepts::concepts;
pub use course::{Challenge, Course, Guard, Reach};
pub use expect::Expect;
pub use metadata::{Metadata, MetadataError, MetadataProblem, ValueType};
pub use narration::Narration;
pub use open::{OpenError, open, open_file};
pub use pane::Pane;
pub use parameter::{Parameter, ParameterError};
pub use prediction::{Moment, Prediction, PredictionKind};
pub use setup::{MOST_CORES, Setup};
pub use show::Show;
pub use synonyms::Notion;
pub use tour::{Cue, Deed, Until};
pub use wording::Wording;
pub use words::Words;

use crate::{
    compiler::{self, Diagnostic, Overrides, ScriptBlock},
    locale::Language,
    program::Program,
    schedule::Priorities,
    source::SourceText,
    stdlib::{Library, nearest},
};

/// A program with what is said about it.
#[derive(Clone, PartialEq, Debug)]
pub struct Scenario {
    /// What the command line calls it: the stem of its file's name.
    pub id: String,
    /// The id of its chapter.
    pub chapter: String,
    /// Its title; the file's name if it has none.
    pub title: Words,
    /// What it is about and what to ask oneself, a sentence each, for the first step; the summary, if it is empty.
    pub goal: Words,
    /// What it is about in a word or two; perhaps none.
    pub concept: Words,
    /// What it is about, in a sentence or two.
    pub summary: Words,
    /// What to look at when it runs.
    pub watch: Words,
    /// What is to be learnt from a run that ended as it should, in a sentence.
    pub lesson: Words,
    /// The ids of the concepts that it shows.
    pub concepts: Vec<String>,
    /// The kinds of end that it can come to.
    pub expect: Vec<Expect>,
    /// Its parameters with their present values.
    pub params: Vec<Parameter>,
    /// The id of the scenario that does the same without its mistake.
    pub fixed_by: Option<String>,
    /// What it shows of itself, step by step.
    pub tour: Vec<Cue>,
    /// How it asks to be run.
    pub setup: Setup,
    /// With which run it opens.
    pub show: Show,
    /// How urgent its threads are.
    pub priorities: Priorities,
    /// The panes that it wants on the stage; all, if it names none.
    pub panes: Vec<Pane>,
    /// What a lesson makes of it.
    pub course: Course,
    /// The program.
    pub source: Arc<SourceText>,
    /// Its file; none for an embedded one.
    pub path: Option<PathBuf>,
    /// What it finds on its standard input.
    pub input: Arc<str>,
    /// Whether the program itself says what its parameters are.
    declared: bool,
}

impl Scenario {
    /// The scenario in a text.
    ///
    /// # Errors
    /// Every mistake in its metadata.
    pub fn read(id: &str, source: Arc<SourceText>, path: Option<&Path>) -> Result<Self, Vec<MetadataError>> {
        let Metadata {
            title,
            concept,
            chapter,
            goal,
            summary,
            watch,
            lesson,
            concepts,
            expect,
            params,
            fixed_by,
            tour,
            panes,
            setup,
            show,
            priorities,
            input,
            course,
        } = Metadata::read(&source)?;
        let file_name = path.and_then(Path::file_name).map(|name| name.to_string_lossy());
        let mut scenario = Self {
            id: id.to_owned(),
            chapter: if chapter.is_empty() { OWN.to_owned() } else { chapter },
            title: if title.is_empty() { Words::same(file_name.as_deref().unwrap_or(id)) } else { title },
            goal,
            concept,
            summary,
            watch,
            lesson,
            concepts,
            expect,
            declared: !params.is_empty(),
            params,
            fixed_by,
            tour,
            setup,
            show,
            priorities,
            panes,
            course,
            source,
            path: path.map(Path::to_owned),
            input: Arc::from(input),
        };
        for parameter in scenario.params.iter().filter(|one| one.is_of_machine()) {
            scenario.setup.set(parameter.name(), parameter.value());
        }
        Ok(scenario)
    }

    /// A text of which nothing is known: perhaps not even a program.
    #[must_use]
    pub fn bare(id: &str, source: Arc<SourceText>) -> Self {
        Self {
            id: id.to_owned(),
            chapter: OWN.to_owned(),
            title: Words::same(id),
            goal: Words::default(),
            concept: Words::default(),
            summary: Words::default(),
            watch: Words::default(),
            lesson: Words::default(),
            concepts: Vec::new(),
            expect: Vec::new(),
            params: Vec::new(),
            fixed_by: None,
            tour: Vec::new(),
            setup: Setup::default(),
            show: Show::default(),
            priorities: Priorities::default(),
            panes: Vec::new(),
            course: Course::default(),
            source,
            path: None,
            input: Arc::from(""),
            declared: false,
        }
    }

    /// Whether a run that comes to its end can have done so with a wrong result: something is at risk, or what should be printed
    /// is known, and another scenario does it right.
    #[must_use]
    pub fn can_end_wrong(&self) -> bool {
        let at_risk = self.course.races.iter().flatten().any(|name| !self.course.harmless.contains(name));
        let finishes = self.expect.contains(&Expect::Finished) && !self.expect.contains(&Expect::Failed);
        finishes && self.fixed_by.is_some() && (at_risk || self.course.prints.is_some())
    }

    /// Its title with what it is about before it, as a list shows it: however much is cut off, that is read first.
    #[must_use]
    pub fn full_title(&self, language: Language) -> String {
        let (concept, title) = (self.concept.get(language), self.title.get(language));
        // What begins with it need not say it twice.
        let said = title.to_lowercase().starts_with(&concept.to_lowercase());
        match language {
            _ if said => title.to_owned(),
            Language::English => format!("{concept}: {}", lowered(title)),
            Language::Chinese => format!("{concept}：{title}"),
        }
    }

    /// What is told at its lines.
    #[must_use]
    pub fn narration(&self) -> Narration {
        Narration::of(&self.source)
    }

    /// The lines of the program that are shown, from one: neither the block that says what it is, wherever that stands, nor the
    /// narration, which has a place of its own, nor blank lines before the first one and behind the last.
    #[must_use]
    pub fn shown_lines(&self) -> Vec<u32> {
        let source = &self.source;
        let block = ScriptBlock::find(source).ok().flatten().map(|block| block.span());
        let in_block = |line| block.is_some_and(|block| block.holds(source.line_span(line).start));
        let is_told = |line| source.line(line).trim_start().starts_with(narration::MARK);
        let is_blank = |&line: &u32| source.line(line).trim().is_empty();
        let all = (1..=source.line_count()).filter(|&line| !in_block(line) && !is_told(line));
        let mut lines: Vec<u32> = all.skip_while(is_blank).collect();
        lines.truncate(lines.iter().rposition(|line| !is_blank(line)).map_or(0, |last| last + 1));
        lines
    }

    /// The lines that give a parameter another value than it has, with the value that it has.
    #[must_use]
    pub fn changes(&self) -> Vec<(u32, String)> {
        let assigned = compiler::assignments(&self.source).unwrap_or_default();
        let changed = assigned.iter().filter_map(|one| {
            let value = self.params.iter().find(|parameter| parameter.name() == one.name)?.value();
            (*value != one.value).then(|| (self.source.line_of(one.span.start), value.to_string()))
        });
        changed.collect()
    }

    /// Gives the parameters the values that they have in another version of the scenario, as far as it takes them.
    pub fn keep_parameters_of(&mut self, other: &Self) {
        for parameter in &other.params {
            // A value that the new version does not take is left as the new version has it.
            let _ = self.set(parameter.name(), &parameter.value().to_string());
        }
    }

    /// Whether it is the same program, with the same values of its parameters and the same input.
    #[must_use]
    pub fn is_as(&self, other: &Self) -> bool {
        let values = |one: &Self| one.params.iter().map(|parameter| parameter.value().clone()).collect::<Vec<_>>();
        let same_text = self.id == other.id && self.source.text() == other.source.text();
        same_text && self.input == other.input && values(self) == values(other)
    }

    /// Gives a parameter the value that somebody typed. A program that declares none takes a value for any name to which
    /// it assigns a literal at module level.
    ///
    /// # Errors
    /// When there is no such parameter, or it does not take the value.
    pub fn set(&mut self, name: &str, text: &str) -> Result<(), ParameterError> {
        if let Some(at) = self.params.iter().position(|parameter| parameter.name() == name) {
            self.params[at].set(text)?;
            self.heed(at);
            return Ok(());
        }
        let free = if self.declared { Vec::new() } else { self.free_parameters() };
        if let Some(mut parameter) = free.iter().find(|parameter| parameter.name() == name).cloned() {
            parameter.set(text)?;
            self.params.push(parameter);
            return Ok(());
        }
        let known: Vec<String> = self.params.iter().chain(&free).map(|one| one.name().to_owned()).collect();
        let nearest = nearest(name, known.iter().map(String::as_str));
        Err(ParameterError::Unknown { name: name.to_owned(), nearest, known })
    }

    /// Makes a parameter larger or smaller, or gives it the next of its values. Returns whether that changed anything; not if there is
    /// no such parameter.
    pub fn nudge(&mut self, at: usize, by: i64) -> bool {
        let changed = self.params.get_mut(at).is_some_and(|parameter| parameter.nudge(by));
        if changed {
            self.heed(at);
        }
        changed
    }

    /// The machine is run as a parameter says, also where the scenario opens with another run.
    fn heed(&mut self, at: usize) {
        let parameter = &self.params[at];
        if parameter.is_of_machine() {
            self.setup.set(parameter.name(), parameter.value());
            if parameter.name() == "policy" {
                self.show.policy = None;
            }
        }
    }

    /// What the parameters could be if the program does not say it.
    fn free_parameters(&self) -> Vec<Parameter> {
        let assigned = compiler::assignments(&self.source).unwrap_or_default();
        let free = assigned.into_iter().filter(|one| self.params.iter().all(|known| known.name() != one.name));
        free.filter_map(|one| Parameter::new(&one.name, one.value, None, None)).collect()
    }

    /// The values of its parameters, for the compiler.
    #[must_use]
    pub fn overrides(&self) -> Overrides {
        let own = self.params.iter().filter(|parameter| !parameter.is_of_machine());
        own.map(|parameter| (parameter.name().to_owned(), parameter.value().clone())).collect()
    }

    /// The program with the values of the parameters in it.
    ///
    /// # Errors
    /// Everything that is wrong with the program's text.
    pub fn compile(&self) -> Result<Program, Vec<Diagnostic>> {
        let program = compiler::compile_with(&self.source, &Library, &self.overrides())?;
        Ok(Program { input: Arc::clone(&self.input), ..program })
    }

    /// Several programs as one, which run together, each in a process of its own. What the texts say about themselves is left
    /// out.
    #[must_use]
    pub fn together(all: &[Self]) -> Self {
        let plain = |scenario: &Self| scenario.source.text().replace("# ///", "# //");
        let name = |scenario: &Self| {
            let path = Path::new(scenario.source.name());
            path.file_name().map_or_else(|| scenario.id.clone(), |name| name.to_string_lossy().into_owned())
        };
        let texts: Vec<(String, String)> = all.iter().map(|one| (name(one), plain(one))).collect();
        let source = SourceText::together(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let id = source.name().to_owned();
        Self::read(&id, Arc::new(source), None).unwrap_or_else(|mistakes| {
            unreachable!("a text that says nothing about itself says nothing wrong: {mistakes:?}")
        })
    }

    /// Whether its text reads the standard input, as far as can be told from it.
    #[must_use]
    pub fn reads_input(&self) -> bool {
        ["input(", "input)", "stdin"].iter().any(|word| self.source.text().contains(word))
    }
}

/// A title within a sentence: its first letter is small, unless it begins a name such as `RLock`.
fn lowered(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second.is_whitespace() => {
            first.to_lowercase().chain(title.chars().skip(1)).collect()
        }
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests;
