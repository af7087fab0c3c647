//! The words that a viewer reads, in every language of the screen. The only home of fluent.
//!
//! Messages stand in `en/` and `zh/`, a file a room, under the same names with the same arguments (a test sees to it).
//! This folder knows neither the terminal nor what the words are said of: arguments are texts and numbers.

mod language;

use std::{borrow::Cow, cell::RefCell};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use unic_langid::LanguageIdentifier;

pub use language::{Language, NotALanguage};

/// Declares the message files, which both languages have.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        const ENGLISH: &[&str] = &[$(include_str!(concat!("en/", $name, ".ftl"))),*];
        const CHINESE: &[&str] = &[$(include_str!(concat!("zh/", $name, ".ftl"))),*];
    };
}

files![
    "challenge",
    "check",
    "cli",
    "gallery",
    "keys",
    "lint",
    "log",
    "page",
    "palette",
    "problem",
    "recording",
    "stage",
    "tell",
    "trials"
];

/// What a message speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Argument<'a> {
    /// A name or other text; in [`Locale::pieces`] it is a piece of its own.
    Text(Cow<'a, str>),
    /// A number, which can decide between singular and plural.
    Number(i64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Argument<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<usize> for Argument<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as i64)
    }
}

impl From<u64> for Argument<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number as i64)
    }
}

/// A part of a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Words of the message.
    Words(String),
    /// The text argument of this index.
    Argument(usize),
}

/// The messages of a language.
pub struct Locale {
    language: Language,
    messages: RefCell<Messages>,
}

/// The messages of the files that were asked for something. Most commands need one or two of them.
struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// The files that were not read yet.
    unread: Vec<Option<&'static str>>,
    /// In which file each message stands.
    places: IndexMap<&'static str, usize, FxBuildHasher>,
}

impl Messages {
    fn new(bundle: FluentBundle<FluentResource>, files: &[&'static str]) -> Self {
        let names = files.iter().enumerate().flat_map(|(file, text)| names(text).map(move |name| (name, file)));
        Self { bundle, unread: files.iter().copied().map(Some).collect(), places: names.collect() }
    }

    /// Reads the file that has the message, unless that was done.
    fn read(&mut self, key: &str) {
        let unread = self.places.get(key).and_then(|&file| self.unread[file].take());
        if let Some(text) = unread {
            // A message with a mistake is left out; the tests find it.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
            self.bundle.add_resource_overriding(resource);
        }
    }
}

/// The names of the messages of a file, which begin its lines. None stands in two files, as a test makes sure.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    lines.filter_map(|line| line.split_once(' ').filter(|(_, rest)| rest.starts_with('=')).map(|(name, _)| name))
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Locale").field("language", &self.language).finish_non_exhaustive()
    }
}

/// Stands before and behind the index of a text argument while a message is taken to pieces: characters of Unicode's
/// private use area, which no message contains.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

impl Locale {
    /// The messages of the language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let files = match language {
            Language::English => ENGLISH,
            Language::Chinese => CHINESE,
        };
        let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![identifier]);
        // The marks around arguments that fluent puts in by default would break the widths of a terminal.
        bundle.set_use_isolating(false);
        Self { language, messages: RefCell::new(Messages::new(bundle, files)) }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments; its name, if there is no such message.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// A message about something; its name, if there is no such message.
    #[must_use]
    pub fn format(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            match argument {
                Argument::Text(text) => values.set(*name, FluentValue::String(text.as_ref().into())),
                Argument::Number(number) => values.set(*name, *number),
            }
        }
        self.resolve(key, &values)
    }

    /// A message as pieces, so that what it speaks of can be shown in a colour of its own.
    #[must_use]
    pub fn pieces(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Vec<Piece> {
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (at, (name, argument)) in arguments.iter().enumerate() {
            match argument {
                Argument::Text(_) => values.set(*name, format!("{OPEN}{at}{CLOSE}")),
                Argument::Number(number) => values.set(*name, *number),
            }
        }
        split(&self.resolve(key, &values))
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.messages.borrow().places.contains_key(key)
    }

    fn resolve(&self, key: &str, arguments: &FluentArgs<'_>) -> String {
        let mut messages = self.messages.borrow_mut();
        messages.read(key);
        let Some(pattern) = messages.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        // A missing argument shows as its name, which is better than nothing.
        messages.bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned()
    }
}

fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, behind)) = rest.split_once(OPEN) {
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_owned()));
        }
        let Some((index, behind)) = behind.split_once(CLOSE) else { break };
        if let Ok(index) = index.parse() {
            pieces.push(Piece::Argument(index));
        }
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests;
