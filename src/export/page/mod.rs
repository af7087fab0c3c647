//! One page with a whole run in it: to play, step, rewind and scrub in any browser, without a network.
//!
//! `data` folds the run into rows that steps refer to, so that what stays the same stands there once; `page.html`, `page.css`
//! and the scripts, of which `page.js` is the first, show them. Tests: `tests/export/page.rs`, in a real browser.

mod data;
mod figure;
mod panes;
mod tour;
mod words;

use std::io::{self, Write};

use crate::{
    app::{Showing, ThemeName},
    export::Performance,
    locale::{Language, Locale},
    scenario::Scenario,
};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
/// One script: what stands below uses what stands above.
const SCRIPT: &str = concat!(
    include_str!("page.js"),
    include_str!("shared.js"),
    include_str!("panes.js"),
    include_str!("story.js"),
    include_str!("timeline.js"),
    include_str!("tour.js"),
    include_str!("motion.js"),
    include_str!("controls.js"),
);

/// What stands above the panes, in the order of the page; above the program stands its name.
const HEADINGS: [&str; 12] = [
    "pane-threads",
    "pane-output",
    "pane-resources",
    "pane-graph",
    "pane-memory",
    "pane-guards",
    "pane-call-stacks",
    "pane-address-spaces",
    "pane-log",
    "pane-timeline",
    "page-controls",
    "page-keys",
];

/// How the page begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opening {
    /// The theme; none for what the reader's system prefers.
    pub theme: Option<ThemeName>,
    /// Milliseconds between two steps.
    pub interval: u64,
}

/// Writes the page. Where there is a tour to show, the page plays it: the run is then the first of its ways.
///
/// # Errors
/// When it cannot be written.
pub fn write(
    performance: &Performance<'_>,
    scenario: &Scenario,
    opening: Opening,
    showing: Option<&Showing>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let locales = Language::ALL.map(Locale::new);
    let data = data::of(performance, scenario, &locales, opening, showing);
    let language = performance.locale.language();
    let before = [
        ("{{language}}", language.code().to_owned()),
        ("{{title}}", escaped(performance.title)),
        ("{{style}}", STYLE.to_owned()),
        ("{{title}}", escaped(performance.title)),
        ("{{summary}}", escaped(scenario.summary.get(language))),
        ("{{scripts}}", escaped(&performance.locale.text("page-scripts"))),
    ];
    let heading = |text: &str| ("{{word}}", escaped(text));
    let headings = HEADINGS.map(|key| heading(&performance.locale.text(key)));
    let behind = [("{{data}}", harmless(&serde_json::to_string(&data)?)), ("{{script}}", SCRIPT.to_owned())];
    let file = heading(data::file_name(performance.source));
    // What stands in place of a mark is not looked through again: no text of a program is taken for a mark.
    let mut rest = PAGE;
    for (mark, text) in before.into_iter().chain([file]).chain(headings).chain(behind) {
        let (before, behind) = rest.split_once(mark).unwrap_or((rest, ""));
        out.write_all(before.as_bytes())?;
        out.write_all(text.as_bytes())?;
        rest = behind;
    }
    out.write_all(rest.as_bytes())
}

/// A text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// JSON that nothing in it can end, or begin, an element with.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}
