//! `raddle list`: the scenarios by chapter, for people or as JSON.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, IsTerminal},
    path::PathBuf,
};

use serde::{Serialize, Serializer, ser::SerializeMap};
use unicode_width::UnicodeWidthStr;

use super::{
    Ending, REFUSED, catalogue,
    console::{Console, harmless, harmless_json, print, printable, style, styled},
};
use crate::{
    compiler::Literal,
    scenario::{Catalogue, Expect, Parameter, Prediction, Scenario, Words, concepts},
    tui::wrap_text,
};

/// Lines are not wider than so many cells.
const WIDTH: usize = 80;

/// Prints the scenarios. Files of a folder that cannot be read make it end as refused, after the others were printed.
pub fn run((json, concepts): (bool, bool), folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(catalogue) = catalogue(folders, console) else { return Ok(REFUSED) };
    if json {
        print(&harmless_json(&rows(&catalogue)?, io::stdout().is_terminal()))?;
    } else if concepts {
        print(&by_concept(&catalogue, console))?;
    } else {
        print(&page(&catalogue, console))?;
    }
    Ok(if catalogue.problems().is_empty() { 0 } else { REFUSED })
}

/// The scenarios for people.
fn page(catalogue: &Catalogue, console: &Console) -> String {
    let language = console.locale.language();
    let widest = catalogue.scenarios().iter().map(|scenario| printable(&scenario.id).width()).max().unwrap_or(0);
    let mut page = String::new();
    for chapter in catalogue.chapters() {
        let title = styled(&printable(chapter.title.get(language)), style::BOLD, console.out_colour);
        let _ = writeln!(page, "{}{title}", if page.is_empty() { "" } else { "\n" });
        for scenario in catalogue.of_chapter(&chapter.id) {
            entry(&mut page, scenario, widest, console);
        }
    }
    page
}

/// Which concept is shown where.
fn by_concept(catalogue: &Catalogue, console: &Console) -> String {
    let language = console.locale.language();
    let names = concepts();
    let mut shown: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for scenario in catalogue.scenarios() {
        for concept in &scenario.concepts {
            shown.entry(concept).or_default().push(&scenario.id);
        }
    }
    let mut page = String::new();
    for (id, scenarios) in shown {
        let name = names.get(id).map_or("", |words| words.get(language));
        let title = styled(&format!("{} {name}", printable(id)), style::BOLD, console.out_colour);
        let _ = writeln!(page, "{title}");
        for line in wrap_text(&scenarios.iter().map(|id| printable(id)).collect::<Vec<_>>().join("  "), WIDTH - 6) {
            let _ = writeln!(page, "      {}", line.trim_end());
        }
    }
    page
}

/// Id and title, the ends that it can come to, and below them the summary.
fn entry(page: &mut String, scenario: &Scenario, widest: usize, console: &Console) {
    let language = console.locale.language();
    let (id, title) = (printable(&scenario.id), printable(scenario.title.get(language)));
    let ends: Vec<String> = scenario.expect.iter().map(|end| console.words(&format!("list-{}", end.name()))).collect();
    let ends = if ends.is_empty() { String::new() } else { format!("  [{}]", ends.join(" | ")) };
    let gap = " ".repeat(widest - id.width() + 2);
    let name = styled(&id, style::NAME, console.out_colour);
    let _ = writeln!(page, "  {name}{gap}{title}{}", styled(&ends, style::FAINT, console.out_colour));
    let indent = " ".repeat(widest + 4);
    for line in wrap_text(&harmless(scenario.summary.get(language), true), WIDTH - indent.len().min(WIDTH / 2)) {
        let _ = writeln!(page, "{indent}{}", styled(line.trim_end(), style::FAINT, console.out_colour));
    }
}

/// A scenario as JSON shows it.
#[derive(Serialize)]
struct Row<'c> {
    id: &'c str,
    chapter: &'c str,
    title: Both<'c>,
    summary: Both<'c>,
    concepts: &'c [String],
    expect: Vec<&'static str>,
    #[serde(serialize_with = "parameters")]
    params: &'c [Parameter],
    fixed_by: Option<&'c str>,
    goal: Both<'c>,
    concept: Both<'c>,
    watch: Both<'c>,
    lesson: Both<'c>,
    notes: Both<'c>,
    #[serde(skip_serializing_if = "Option::is_none")]
    races: Option<&'c [String]>,
    harmless: &'c [String],
    #[serde(serialize_with = "values")]
    check_with: &'c [(String, Literal)],
    needs: &'c [String],
    guards: BTreeMap<&'c str, &'c [String]>,
    panes: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    challenge: Option<Both<'c>>,
    predict: Vec<Question<'c>>,
    tour: usize,
}

/// A question as JSON shows it.
#[derive(Serialize)]
struct Question<'c> {
    kind: &'static str,
    ask: Both<'c>,
    options: Vec<Both<'c>>,
    because: Both<'c>,
}

impl<'c> From<&'c Prediction> for Question<'c> {
    fn from(prediction: &'c Prediction) -> Self {
        Self {
            kind: prediction.kind.name(),
            ask: (&prediction.ask).into(),
            options: prediction.options.iter().map(Both::from).collect(),
            because: (&prediction.because).into(),
        }
    }
}

#[derive(Serialize)]
struct Both<'c> {
    en: &'c str,
    zh: &'c str,
}

impl<'c> From<&'c Words> for Both<'c> {
    fn from(words: &'c Words) -> Self {
        Self { en: &words.en, zh: &words.zh }
    }
}

#[derive(Serialize)]
struct Bounds {
    value: Plain,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<i64>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    choices: Vec<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Plain {
    Int(i64),
    Float(f64),
    Bool(bool),
    Str(String),
}

impl From<&Literal> for Plain {
    fn from(literal: &Literal) -> Self {
        match literal.clone() {
            Literal::Int(value) => Self::Int(value),
            Literal::Float(value) => Self::Float(value),
            Literal::Bool(value) => Self::Bool(value),
            Literal::Str(value) => Self::Str(value),
        }
    }
}

fn values<S: Serializer>(values: &&[(String, Literal)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(values.iter().map(|(name, value)| (name, Plain::from(value))))
}

fn parameters<S: Serializer>(params: &&[Parameter], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(params.len()))?;
    for parameter in *params {
        let value = Plain::from(parameter.value());
        let bounds =
            Bounds { value, min: parameter.min(), max: parameter.max(), choices: parameter.choices().to_vec() };
        map.serialize_entry(parameter.name(), &bounds)?;
    }
    map.end()
}

fn rows(catalogue: &Catalogue) -> serde_json::Result<String> {
    let rows = catalogue.scenarios().iter().map(|scenario| Row {
        id: &scenario.id,
        chapter: &scenario.chapter,
        title: (&scenario.title).into(),
        summary: (&scenario.summary).into(),
        concepts: &scenario.concepts,
        expect: scenario.expect.iter().copied().map(Expect::name).collect(),
        params: &scenario.params,
        fixed_by: scenario.fixed_by.as_deref(),
        goal: (&scenario.goal).into(),
        concept: (&scenario.concept).into(),
        watch: (&scenario.watch).into(),
        lesson: (&scenario.lesson).into(),
        notes: (&scenario.course.notes).into(),
        races: scenario.course.races.as_deref(),
        harmless: &scenario.course.harmless,
        check_with: &scenario.course.check_with,
        needs: &scenario.course.needs,
        guards: scenario.course.guards.iter().map(|guard| (guard.lock.as_str(), guard.data.as_slice())).collect(),
        panes: scenario.panes.iter().map(|pane| pane.name()).collect(),
        challenge: scenario.course.challenge.as_ref().map(|challenge| (&challenge.goal).into()),
        predict: scenario.course.predictions.iter().map(Question::from).collect(),
        tour: scenario.tour.len(),
    });
    serde_json::to_string(&rows.collect::<Vec<_>>()).map(|text| text + "\n")
}
