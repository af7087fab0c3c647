//! What a program says about itself: raddle's table in its PEP 723 block.
//!
//! A mistake is data, with its place in the program; its words are in the locale files. Which names the program
//! assigns is asked of the compiler.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Course, Cue, Expect, Pane, Parameter, Setup, Show, Words};
use crate::{
    compiler::{LiteralKind, ScriptBlock},
    schedule::Priorities,
    source::{SourceText, Span},
    stdlib::nearest,
};

/// What a program says about itself. What it does not say is empty.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Metadata {
    /// Its title.
    pub title: Words,
    /// What it is about in a word or two, such as `Deadlock`: stands before the title in the gallery.
    pub concept: Words,
    /// The id of its chapter.
    pub chapter: String,
    /// What it is about, in a sentence for the first step, and what to ask oneself in another.
    pub goal: Words,
    /// What it is about.
    pub summary: Words,
    /// What to look at.
    pub watch: Words,
    /// What is to be learnt from a run that ended as it should, in a sentence.
    pub lesson: Words,
    /// The ids of the concepts that it shows.
    pub concepts: Vec<String>,
    /// The kinds of end that it can come to.
    pub expect: Vec<Expect>,
    /// Its parameters.
    pub params: Vec<Parameter>,
    /// The id of the scenario without its mistake.
    pub fixed_by: Option<String>,
    /// What it shows of itself, step by step.
    pub tour: Vec<Cue>,
    /// How it asks to be run.
    pub setup: Setup,
    /// With which run it opens.
    pub show: Show,
    /// How urgent its threads are.
    pub priorities: Priorities,
    /// What the program finds on its standard input, where nobody gives it anything.
    pub input: String,
    /// The panes that it wants on the stage.
    pub panes: Vec<Pane>,
    /// What a lesson makes of it.
    pub course: Course,
}

/// A mistake in the metadata.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MetadataError {
    /// Where, in the program.
    pub span: Span,
    /// What is wrong.
    pub problem: MetadataProblem,
}

/// What can be wrong with metadata.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MetadataProblem {
    /// The block has no end.
    Unclosed,
    /// The block is not TOML; the message is the parser's.
    Toml { message: String },
    /// A key that means nothing here; the nearest ones that do.
    UnknownKey { key: String, nearest: Vec<String> },
    /// A value of the wrong type.
    WrongType { key: String, expected: ValueType, found: &'static str },
    /// No kind of end has that name.
    UnknownEnd { name: String },
    /// A challenge names two things to reach.
    TwoGoals,
    /// No pane has that name; the nearest ones.
    UnknownPane { name: String, nearest: Vec<String> },
    /// The program assigns no literal to the name at module level; the nearest names to which it does.
    NotAssigned { name: String, nearest: Vec<String> },
    /// The value is of another kind than the literal in the program.
    OtherKind { name: String, given: LiteralKind, assigned: LiteralKind },
    /// The value lies outside its own bounds.
    OutsideBounds { name: String, value: String },
    /// A cue of a tour that does more than one thing.
    TwoDeeds,
    /// No such word among those that the key takes; the nearest ones.
    UnknownWord { key: String, word: String, nearest: Vec<String> },
    /// A table lacks a key that it needs.
    Lacks { key: String, of: String },
}

/// What a key takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueType {
    /// A string.
    Text,
    /// An array of strings.
    TextList,
    /// `{ en = "…", zh = "…" }`, or a string.
    Words,
    /// A table.
    Table,
    /// An integer.
    Integer,
    /// An integer, a float, a boolean or a string.
    Literal,
    /// An array of tables.
    TableList,
    /// A whole number from 0 on.
    Count,
    /// A number of seconds, from 0 to 600.
    Seconds,
    /// `"end"`, `"blocking"` or the number of a step.
    Until,
    /// A number of cores.
    Cores,
    /// `true` or `false`.
    Switch,
    /// A length of virtual time, in milliseconds.
    Interval,
    /// A number of steps, or of milliseconds.
    Quantum,
    /// The name of a policy.
    Policy,
    /// Where threads can be put aside.
    Switching,
    /// How much of a line is written at once.
    Printing,
    /// `"start"`, `"end"`, or a table of what a step has.
    Moment,
    /// A table of lists of strings.
    Lists,
}

impl ValueType {
    /// Every one of them.
    pub const ALL: [Self; 19] = [
        Self::Text,
        Self::TextList,
        Self::Words,
        Self::Table,
        Self::Integer,
        Self::Literal,
        Self::TableList,
        Self::Count,
        Self::Seconds,
        Self::Until,
        Self::Cores,
        Self::Switch,
        Self::Interval,
        Self::Quantum,
        Self::Policy,
        Self::Switching,
        Self::Printing,
        Self::Moment,
        Self::Lists,
    ];

    /// The end of the message's name in the locale files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::TextList => "text-list",
            Self::Words => "words",
            Self::Table => "table",
            Self::Integer => "integer",
            Self::Literal => "literal",
            Self::TableList => "table-list",
            Self::Count => "count",
            Self::Seconds => "seconds",
            Self::Until => "until",
            Self::Cores => "cores",
            Self::Switch => "switch",
            Self::Interval => "interval",
            Self::Quantum => "quantum",
            Self::Policy => "policy",
            Self::Switching => "switching",
            Self::Printing => "printing",
            Self::Moment => "moment",
            Self::Lists => "lists",
        }
    }
}

const KEYS: [&str; 26] = [
    "title",
    "concept",
    "chapter",
    "goal",
    "summary",
    "watch",
    "lesson",
    "concepts",
    "expect",
    "params",
    "fixed_by",
    "tour",
    "panes",
    "machine",
    "show",
    "priorities",
    "input",
    "races",
    "harmless",
    "check_with",
    "needs",
    "guards",
    "challenge",
    "prints",
    "notes",
    "predict",
];

pub(super) type Value<'i> = Spanned<DeValue<'i>>;

impl Metadata {
    /// Reads a program's metadata; empty for a program without a block or without raddle's table in it.
    ///
    /// # Errors
    /// Every mistake, in the order of the text.
    pub fn read(source: &SourceText) -> Result<Self, Vec<MetadataError>> {
        let one = |span, problem| vec![MetadataError { span, problem }];
        let block = ScriptBlock::find(source).map_err(|open| one(open.0, MetadataProblem::Unclosed))?;
        let Some(block) = block else { return Ok(Self::default()) };
        let document = DeTable::parse(block.toml()).map_err(|error| {
            let span = error.span().map_or(block.span(), |range| block.place(range));
            one(span, MetadataProblem::Toml { message: error.message().to_owned() })
        })?;
        let mut reader = Reader { source, block: &block, errors: Vec::new() };
        let metadata = reader.document(document.get_ref());
        reader.errors.sort_by_key(|error| error.span.start);
        if reader.errors.is_empty() { Ok(metadata) } else { Err(reader.errors) }
    }
}

/// Reads raddle's table, and notes mistakes.
pub(super) struct Reader<'s> {
    pub(super) source: &'s SourceText,
    block: &'s ScriptBlock,
    errors: Vec<MetadataError>,
}

impl Reader<'_> {
    fn document(&mut self, document: &DeTable<'_>) -> Metadata {
        let mut metadata = Metadata::default();
        let Some(tool) = document.get("tool") else { return metadata };
        let Some(tool) = self.table("tool", tool) else { return metadata };
        let Some(own) = tool.get("raddle") else { return metadata };
        let Some(own) = self.table("tool.raddle", own) else { return metadata };
        for (key, value) in own {
            self.key(&mut metadata, key, value);
        }
        // What a setting is worth stands in another key, which may come later.
        metadata.params = own.get("params").map(|value| self.params(value, &metadata.setup)).unwrap_or_default();
        metadata
    }

    fn key(&mut self, metadata: &mut Metadata, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Value<'_>) {
        let name = key.get_ref();
        match &**name {
            "title" => metadata.title = self.words(name, value),
            "concept" => metadata.concept = self.words(name, value),
            "summary" => metadata.summary = self.words(name, value),
            "goal" => metadata.goal = self.words(name, value),
            "lesson" => metadata.lesson = self.words(name, value),
            "watch" => metadata.watch = self.words(name, value),
            "chapter" => metadata.chapter = self.text(name, value).unwrap_or_default(),
            "fixed_by" => metadata.fixed_by = self.text(name, value),
            "concepts" => metadata.concepts = self.names(name, value),
            "expect" => metadata.expect = self.ends(name, value),
            "params" => {}
            "tour" => metadata.tour = self.tour(value),
            "machine" => metadata.setup = self.setup(value),
            "show" => metadata.show = self.show(value),
            "priorities" => metadata.priorities = self.priorities(value),
            "input" => {
                let lines = self.names(name, value);
                metadata.input = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
            }
            "panes" => metadata.panes = self.panes(name, value),
            "races" => metadata.course.races = Some(self.names(name, value)),
            "harmless" => metadata.course.harmless = self.names(name, value),
            "check_with" => metadata.course.check_with = self.values(name, value),
            "needs" => metadata.course.needs = self.names(name, value),
            "guards" => metadata.course.guards = self.guards(name, value),
            "challenge" => metadata.course.challenge = self.challenge(name, value),
            "prints" => metadata.course.prints = self.text(name, value),
            "notes" => metadata.course.notes = self.words(name, value),
            "predict" => metadata.course.predictions = self.predictions(value),
            unknown => self.unknown(unknown, key.span(), &KEYS),
        }
    }

    pub(super) fn report(&mut self, range: std::ops::Range<usize>, problem: MetadataProblem) {
        self.errors.push(MetadataError { span: self.block.place(range), problem });
    }

    pub(super) fn unknown(&mut self, key: &str, range: std::ops::Range<usize>, known: &[&str]) {
        let nearest = nearest(key, known.iter().copied());
        self.report(range, MetadataProblem::UnknownKey { key: key.to_owned(), nearest });
    }

    pub(super) fn wrong_type(&mut self, key: &str, value: &Value<'_>, expected: ValueType) {
        let found = value.get_ref().type_str();
        self.report(value.span(), MetadataProblem::WrongType { key: key.to_owned(), expected, found });
    }

    pub(super) fn table<'v, 'i>(&mut self, key: &str, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, value, ValueType::Table);
        }
        table
    }

    pub(super) fn text(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong_type(key, value, ValueType::Text);
        }
        text
    }

    /// A list of texts whose places do not matter.
    pub(super) fn names(&mut self, key: &str, value: &Value<'_>) -> Vec<String> {
        self.texts(key, value).into_iter().map(|(text, _)| text).collect()
    }

    pub(super) fn texts(&mut self, key: &str, value: &Value<'_>) -> Vec<(String, std::ops::Range<usize>)> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, ValueType::TextList);
            return Vec::new();
        };
        items.iter().filter_map(|item| Some((self.text(key, item)?, item.span()))).collect()
    }

    /// One text for every language, or a table of them.
    pub(super) fn words(&mut self, key: &str, value: &Value<'_>) -> Words {
        if let Some(text) = value.get_ref().as_str() {
            return Words::same(text);
        }
        let mut words = Words::default();
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, ValueType::Words);
            return words;
        };
        for (language, text) in table {
            match &**language.get_ref() {
                "en" => words.en = self.text("en", text).unwrap_or_default(),
                "zh" => words.zh = self.text("zh", text).unwrap_or_default(),
                unknown => self.unknown(unknown, language.span(), &["en", "zh"]),
            }
        }
        words
    }

    fn ends(&mut self, key: &str, value: &Value<'_>) -> Vec<Expect> {
        let mut ends = Vec::new();
        for (name, range) in self.texts(key, value) {
            match Expect::named(&name) {
                Some(end) => ends.push(end),
                None => self.report(range, MetadataProblem::UnknownEnd { name }),
            }
        }
        ends
    }

    fn panes(&mut self, key: &str, value: &Value<'_>) -> Vec<Pane> {
        let mut panes = Vec::new();
        for (name, range) in self.texts(key, value) {
            match Pane::named(&name) {
                Some(pane) => panes.push(pane),
                None => {
                    let nearest = nearest(&name, Pane::ALL.iter().map(|pane| pane.name()));
                    self.report(range, MetadataProblem::UnknownPane { name, nearest });
                }
            }
        }
        panes
    }

    pub(super) fn integer(&mut self, key: &str, value: &Value<'_>) -> Option<i64> {
        let number = whole_number(value.get_ref());
        if number.is_none() {
            self.wrong_type(key, value, ValueType::Integer);
        }
        number
    }
}

pub(super) fn whole_number(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
