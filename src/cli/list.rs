//! `raddle list`: the scenarios by chapter, for people or as JSON.

use std::{
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
    scenario::{Catalogue, Expect, Parameter, Scenario, Words},
    tui::wrap_text,
};

/// Lines are not wider than so many cells.
const WIDTH: usize = 80;

/// Prints the scenarios. Files of a folder that cannot be read make it end as refused, after the others were printed.
pub fn run(json: bool, folders: &[PathBuf], console: &Console) -> Ending {
    let Ok(catalogue) = catalogue(folders, console) else { return Ok(REFUSED) };
    if json {
        print(&harmless_json(&rows(&catalogue)?, io::stdout().is_terminal()))?;
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

fn parameters<S: Serializer>(params: &&[Parameter], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(params.len()))?;
    for parameter in *params {
        let value = match parameter.value().clone() {
            Literal::Int(value) => Plain::Int(value),
            Literal::Float(value) => Plain::Float(value),
            Literal::Bool(value) => Plain::Bool(value),
            Literal::Str(value) => Plain::Str(value),
        };
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
    });
    serde_json::to_string(&rows.collect::<Vec<_>>()).map(|text| text + "\n")
}
